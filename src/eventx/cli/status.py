"""`eventx status`: where a run stands, and what failed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

NOT_ALL_DONE = 1

# Articles that are named with their reason; `--all` names the rest.
_NAMED = 20


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "status",
        help="where a run stands, and what failed",
        description="Say where a run stands and what failed; also while it goes on.",
    )
    parser.set_defaults(run=run)
    parser.add_argument("out", metavar="OUT", help="the output of `eventx run`")
    parser.add_argument("--all", action="store_true", help=f"name all that failed, not the first {_NAMED}")


def run(args: argparse.Namespace) -> int:
    """Print where the run stands; return 0 when every article given so far is done, else 1."""
    from itertools import islice

    from eventx.cli.run import spent
    from eventx.corpus import ledger
    from eventx.export.visible import one_line

    with ledger.watched(Path(args.out)) as file:
        standing = ledger.standing(file)
        output.write(
            f"{standing.articles:,} articles: {standing.done:,} done, {standing.failed:,} failed, "
            f"{standing.skipped:,} skipped, {standing.pending:,} pending\n{spent(standing)}\n"
        )
        missed = ledger.failures(file)
        for id, status, error in missed if args.all else islice(missed, _NAMED):
            output.write(one_line(f"{status} {id}: {error}") + "\n")
        if more := sum(1 for _ in missed):
            output.write(f"and {more:,} more; --all names them\n")
    return 0 if standing.done == standing.articles else NOT_ALL_DONE
