"""`eventx verify`: a run held against its articles, the checks and its ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from eventx.corpus.verifying import Verified

SOUND = 0
FOUND = 1

_NOTES = """Each line is held against its article (quotes, numbers, figures), against the checks (their
findings as they are today), and against the ledger beside the output: the same articles, each line as it
was written. What coders corrected must follow from their corrections. docs/verify.md says what is found.

exit codes:
  0  nothing is wrong
  1  something is; a line of the output says what, and what to do
  2  a run cannot be read

examples:
  eventx verify events.jsonl
  eventx verify runs/*.jsonl
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "verify",
        help="find what was changed in a run since it was written, by hand or by accident",
        description="Say whether a run is whole and as it was written, and what of it is not.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "runs", metavar="RUN", nargs="+", help="outputs of `eventx run`, each with its ledger beside it"
    )


def run(args: argparse.Namespace) -> int:
    """Print what is wrong with each run; return 1 when anything is, else 0."""
    from eventx.corpus.verifying import verify

    problems = 0
    for number, out in enumerate(args.runs):
        with output.working("eventx verify") as show:
            show(out)
            found = verify(out)
        problems += len(found.problems)
        output.write("\n" if number else "")
        output.write("".join(f"{each}\n" for each in _told(out, found)))
    return FOUND if problems else SOUND


def _told(out: str, found: Verified) -> Iterator[str]:
    """Yield the account of a run, its problems below each other, and what was not checked."""
    from eventx.export.visible import one_line

    statuses = ", ".join(f"{number:,} {status}" for status, number in sorted(found.statuses.items()))
    count = len(found.problems)
    said = f"{count:,} problem{'' if count == 1 else 's'}" if count else "nothing is wrong"
    lines = found.statuses.total()
    of_lines = f"{lines:,} line{'' if lines == 1 else 's'}"
    yield f"{one_line(out)}: {of_lines} ({statuses or 'none of a run'}), {found.sealed:,} sealed: {said}"
    rows = [
        ("no line" if each.line is None else f"line {each.line}", one_line(each.id))
        for each in found.problems
    ]
    wide = max((len(place) for place, _ in rows), default=0)
    wide_id = max((len(id) for _, id in rows), default=0)
    for (place, id), each in zip(rows, found.problems, strict=True):
        yield f"  {place:<{wide}}  {id:<{wide_id}}  {one_line(each.what)}; {each.advice}"
    for why in found.unchecked:
        yield f"  not checked: {why}"
