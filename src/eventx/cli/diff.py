"""`eventx diff`: what differs between two runs over the same articles, by event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

SAME = 0
DIFFERENT = 1

# Cases that differ are held in memory up to this many bytes, beyond that on disk.
_IN_MEMORY = 8 * 2**20

_NOTES = """A and B are JSON Lines (extractions, or the lines of a run), or one extraction as JSON. Articles
are joined by the id of their line; without ids, by their words. Events are paired by what they have in
common, then compared field by field. The model, prompt and version that made them are told in the summary.

exit codes:
  0  nothing differs
  1  something does

examples:
  eventx diff before.jsonl after.jsonl
  eventx diff before.jsonl after.jsonl --format markdown
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "diff",
        help="compare two runs over the same articles",
        description="Say what differs between two runs over the same articles: a summary, then case by case.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("old", metavar="A", help="what there was")
    parser.add_argument("new", metavar="B", help="what there is now")
    parser.add_argument(
        "--format", choices=("text", "json", "markdown"), default="text", help="default: text"
    )


def run(args: argparse.Namespace) -> int:
    """Print what differs; return 0 when nothing does, else 1."""
    import tempfile

    from eventx.golden.runs import Summary, compare
    from eventx.golden.runs_report import FORMATS, keep, kept

    summary = Summary()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n") as file:
        with output.working("eventx diff") as show:
            for case in compare(args.old, args.new):
                summary.add(case)
                if case.status != "same":
                    keep(case, file)
                show(f"{summary.cases.total()} articles")
        said = FORMATS[args.format](summary, kept(file))
        if args.format == "text":
            output.lines(said)
        else:
            for line, _ in said:
                output.write(f"{line}\n")
    return SAME if set(summary.cases) <= {"same"} else DIFFERENT
