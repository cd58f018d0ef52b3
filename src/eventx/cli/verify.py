"""`eventx verify`: whether a run is as it was written, and whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

FOUND = 1

_NOTES = """Each line is held against its article (quotes, numbers in their words, figures from their counts,
what the checks say of it) and against the ledger beside the output: that it is the line that was written, and
that none is missing. docs/verify.md says what is found with the ledger and without it.

exit codes:
  0  nothing is wrong
  1  something is
  2  the output or its ledger cannot be read
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "verify",
        help="check that a run is whole, and as it was written",
        description="Check that a run is whole, as it was written, and says what its words say.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("out", metavar="OUT", help="the output of `eventx run`")


def run(args: argparse.Namespace) -> int:
    """Print what is wrong, a line each, and what was looked at; return 1 when anything is, else 0."""
    from eventx.corpus.verifying import Verified, verified
    from eventx.export.visible import one_line

    about = Verified()
    problems = 0
    for each in verified(Path(args.out), about):
        problems += 1
        place = f"line {each.line:,}" if each.line else "no line"
        output.write(f"{place:10}  {one_line(each.article):16}  {one_line(each.what)}\n")
    lines = f"{about.lines:,} line{'' if about.lines == 1 else 's'}"
    found = "nothing wrong" if not problems else f"{problems:,} problem{'' if problems == 1 else 's'}"
    if about.has_ledger:
        against = f"{about.sealed:,} held against the ledger"
    else:
        against = (
            "no ledger beside it: whether a line was changed otherwise, put in or taken out is not known"
        )
    output.write(f"{lines}, {found}; {against}\n")
    return FOUND if problems else 0
