"""`eventx init`: a folder to start from, with one recorded case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

_NOTES = """what it writes: an article, its recorded exchange with a model and its golden; pyproject.toml,
a README and a GitHub workflow. Files that are there already stay as they are.

examples:
  eventx init cases
  eventx check cases
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "init",
        help="write a folder to start from, with one recorded case",
        description="Write a folder to start from: one recorded case, and what CI needs to check it.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("folder", nargs="?", metavar="DIR", default=".", help="where to (default: .)")


def run(args: argparse.Namespace) -> int:
    """Write the files that are not there, say which, and return 0."""
    from eventx import starter

    written, kept = starter.write(args.folder)
    for path in written:
        print(f"wrote {path}")
    for path in kept:
        merge = "; it needs the table [tool.eventx.check]" if path.name == "pyproject.toml" else ""
        print(f"kept  {path}, which was there{merge}")
    print(f"next: eventx check {Path(args.folder)}")
    return 0
