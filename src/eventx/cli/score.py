"""`eventx score`: how right extractions are against hand labels, or how far two coders agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

    from eventx.score.report import Agreed, Scored

_NOTES = """PREDICTED is a file or folder of extractions: JSON, JSON Lines, or the lines of a run. TRUTH is a
file or folder of hand labels, ID.truth.json, or a run that coders judged (`eventx correct`). They are joined
by id: that of the run's line, or the name of a JSON file. Where PREDICTED holds labels as well, the two are
two coders, and what is printed is how far they agree.

  right          outcome, number, bounds and side of a casualty; the figure of an event; its place, day, type
  counted twice  a figure too high by just what some of the truth's counts come to together
  wrong side     people given to a side that is not theirs
  invented       a number where the truth has none
  ungrounded     a number without words of the text to stand on
  alpha          Krippendorff's: 1 is full agreement, 0 what chance would bring

examples:
  eventx score run.jsonl seeds
  eventx score tests/golden seeds --format markdown
  eventx score run.jsonl corrected.jsonl
  eventx score first-coder second-coder
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "score",
        help="score extractions against hand labels",
        description="Score extractions against hand labels, or one coder's labels against another's.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("predicted", metavar="PREDICTED", help="extractions, or a coder's labels")
    parser.add_argument("truth", metavar="TRUTH", help="hand labels")
    parser.add_argument(
        "--format", choices=("text", "json", "markdown"), default="text", help="default: text"
    )


def run(args: argparse.Namespace) -> int:
    """Print the score; return 0."""
    from eventx.errors import InputError
    from eventx.score.reading import TRUTH, predictions, truths
    from eventx.score.report import FORMATS, agreed, scored

    labelled = truths(args.truth)
    if not labelled:
        raise InputError(
            f"{args.truth}: holds no hand labels; give a file or folder of ID{TRUTH}, or a corrected run"
        )
    result: Scored | Agreed
    if coded := truths(args.predicted):
        result = agreed(coded, labelled)
    else:
        with output.working("eventx score") as show:
            show("reading")
            result = scored(predictions(args.predicted), labelled)
    if not result.articles:
        raise InputError(f"no id of {args.predicted} has labels in {args.truth}; the names must be the same")
    output.write(FORMATS[args.format](result))
    return 0
