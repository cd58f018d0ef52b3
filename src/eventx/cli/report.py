"""`eventx report`: a page on which the answers of a run are checked and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventx.cli import export as exporting
from eventx.cli import reading

if TYPE_CHECKING:
    import argparse

_EXAMPLES = """examples:
  eventx report run.jsonl -o page.html
  eventx extract article.txt --format jsonl | eventx report - -o page.html
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "report",
        help="write a page that shows each figure beside its words, to check and correct",
        description="Write one file for a browser: each figure beside the words that state it,\nwhat the "
        "checks say, filters, and corrections that a coder can save. The page asks nobody for anything.",
        epilog=_EXAMPLES,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "file", metavar="FILE", help="extractions or lines of a run, one a line; - for standard input"
    )
    parser.add_argument("-o", dest="out", metavar="OUT", help="the file to write, whole or not at all")


def run(args: argparse.Namespace) -> int:
    """Write the page; return 1 when a line of the run held nothing to show, else 0."""
    from eventx import stored

    out = None if args.out == reading.STDIN else args.out
    exporting.check("html", out, args.file)
    # A correction names a figure by its number in the machine's answer: that is what the page shows.
    return exporting.write(stored.read(args.file, judged=False), "html", out)
