"""`eventx audit`: which articles of a run to check by hand, and how many are wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from eventx.schema import Extraction

_NOTES = """Without options the riskiest articles are listed: those with findings, with more questions than
usual, with vague or inferred figures.

--sample draws articles by chance into a table for a coder, who writes right or wrong in its column verdict;
--verdicts reads it back and says how many of all articles are wrong, with the 95 % interval.

examples:
  eventx audit events.jsonl --top 50
  eventx audit events.jsonl --sample 100 -o sample.csv
  eventx audit events.jsonl --verdicts sample.csv
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    from eventx.cli.run import _at_least_one

    parser = commands.add_parser(
        "audit",
        help="rank the articles of a run by risk, draw a sample to check, tell its error rate",
        description="Say which articles of a run to check by hand, and how many are wrong.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("out", metavar="OUT", help="the output of `eventx run`")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--top", metavar="N", type=_at_least_one, default=20, help="how many to list (default: 20)"
    )
    what.add_argument("--sample", metavar="N", type=_at_least_one, help="draw as many by chance, as CSV")
    what.add_argument("--verdicts", metavar="FILE", help="the sample with a coder's verdicts")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="draw another sample (default: 0)")
    parser.add_argument("-o", dest="table", metavar="FILE", help="the file to write the sample to")


def run(args: argparse.Namespace) -> int:
    """Print the ranking, the sample or the error rate; return 0."""
    import csv
    import io

    from eventx.corpus import audit
    from eventx.export.visible import one_line

    if args.verdicts:
        rate = audit.verdicts(args.verdicts)
        output.write(f"{rate}\n")
        return 0
    if args.sample:
        output.check(args.table, args.out)
        table = io.StringIO()
        csv.writer(table).writerows(audit.sheet(audit.sample(_done(args.out), args.sample, seed=args.seed)))
        output.write(table.getvalue(), args.table)
        return 0
    for each in audit.riskiest(_done(args.out), args.top):
        why = ", ".join(each.reasons) or "nothing"
        output.write(one_line(f"{each.score:4} {each.id}: {why}") + "\n")
    return 0


def _done(out: str) -> Iterator[tuple[str, Extraction]]:
    from eventx import stored
    from eventx.export.visible import one_line
    from eventx.schema import Extraction

    for name, item in stored.read(out):
        if isinstance(item, Extraction):
            yield name, item
        elif item.code != "line-without-extraction":
            print(one_line(f"not used: {name}: {item.message}"), file=sys.stderr)
