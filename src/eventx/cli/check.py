"""`eventx check`: every recorded case replayed and compared with its golden, by event."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

SAME = 0
DIFFERENT = 1
STALE_OR_BROKEN = 2

# A process first loads the clients of the providers, which takes it as long as to check this many cases.
_WORTH_A_PROCESS = 30

_FORMATS = ("text", "json", "junit", "github", "markdown")

_NOTES = """cases: one id joins seeds/ID.txt (or .md), cassettes/ID.yaml and golden/ID.json. The folder's
pyproject.toml may name other folders and say what does not count:

  [tool.eventx.check]
  seeds = "seeds"
  cassettes = "cassettes"
  golden = "tests/golden"
  model = "openai/gpt-5-mini"     # a case that was recorded from another is stale
  published = { some-id = 2023-08-28 }
  ignore = ["provenance.tokens_in", "events.summary"]
  tolerance = { "events.where.latitude" = 0.01, "events.when.start" = 1 }

Events, casualties and actors are paired first, by what they have in common, so that one that came or went is
one line; the order of a list makes no difference.

exit codes:
  0  every case is the same
  1  some differ
  2  some are stale (a prompt, the schema or the model changed since) or broken (a part is missing)

examples:
  eventx check
  eventx check --update
  eventx check --format markdown >> "$GITHUB_STEP_SUMMARY"
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="replay recorded cases and compare with their goldens",
        description="Replay every recorded case, without a network, and compare with its golden, by event.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "folder", nargs="?", metavar="DIR", default=".", help="where the cases are (default: .)"
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help="default: text")
    parser.add_argument(
        "--update", action="store_true", help="write the goldens anew, and show what moved; not in CI"
    )


def _processes(cases: int) -> int:
    """Return how many processes check so many cases soonest: each takes a while to start."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(cores, cases // _WORTH_A_PROCESS))


def run(args: argparse.Namespace) -> int:
    """Print what differs; return 0 when nothing does, 1 when a case does, 2 when one is stale or broken."""
    from eventx.errors import InputError

    if args.update and os.environ.get("CI"):
        raise InputError("--update is refused where CI is set: goldens are written and reviewed by a person")
    with output.working("eventx check") as show:
        show("loading")
        from eventx.golden.cases import check_each, update
        from eventx.golden.layout import Layout
        from eventx.golden.report import FORMATS, text

        layout = Layout.of(args.folder)
        ids = layout.ids()
        cases = []
        for case in check_each(layout, ids, processes=_processes(len(ids))):
            cases.append(update(case) if args.update else case)
            show(f"{len(cases)} of {len(ids)}")
    if args.format == "text":
        output.lines(text(cases))
    else:
        output.write(FORMATS[args.format](cases))
    statuses = {case.status for case in cases}
    if statuses & {"stale", "broken"}:
        return STALE_OR_BROKEN
    return DIFFERENT if "different" in statuses else SAME
