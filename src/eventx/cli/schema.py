"""`eventx schema`: the JSON Schema of what eventx writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of an extraction",
        description="Print the JSON Schema of what eventx writes.",
    )
    parser.set_defaults(run=run)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        default="extraction",
        help="extraction (the default), article or count-mention",
    )
    what.add_argument("--write", metavar="DIR", help="write them all to DIR")
    what.add_argument("--check", metavar="DIR", help="fail when those in DIR are out of date")


def run(args: argparse.Namespace) -> int:
    """Print one schema, write all of them, or check them; return 0."""
    from eventx import json_schema

    if args.check:
        json_schema.check(Path(args.check))
    elif args.write:
        folder = Path(args.write)
        folder.mkdir(exist_ok=True)
        for name, text in json_schema.generate().items():
            output.write(text, str(folder / name))
    else:
        output.write(json_schema.of(args.name))
    return 0
