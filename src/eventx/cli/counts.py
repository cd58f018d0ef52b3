"""`eventx counts`: the phrases that count people, found by rule and without a model."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from eventx.cli import output, reading

if TYPE_CHECKING:
    import argparse

    from rich.console import RenderableType

    from eventx.counts import CountMention


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "counts",
        help="find the numbers of people, without a model",
        description="Find every phrase of an article that may count people. No model is asked.",
    )
    parser.set_defaults(run=run)
    reading.add_file(parser)
    parser.add_argument("--format", choices=("table", "json"), help="default: table on a terminal, else json")


def run(args: argparse.Namespace) -> int:
    """Print the counts; return 0."""
    from eventx.counts import find, supported, with_rules
    from eventx.errors import InputError
    from eventx.export.visible import one_line
    from eventx.language import recognised

    given, told = reading.article(args.file)
    for finding in told:
        print(one_line(f"{finding.path}: {finding.message}"), file=sys.stderr)
    article = recognised(given)
    language = with_rules(article.language)
    if language is None:
        raise InputError(
            f"no rules find counts in {article.language!r}, only in {', '.join(supported())}; "
            "`eventx extract` asks a model for them"
        )
    mentions = find(article.text, language=language)
    if (args.format or ("table" if sys.stdout.isatty() else "json")) == "table":
        output.show(_table(mentions))
    else:
        output.write(_json(mentions))
    return 0


def _json(mentions: tuple[CountMention, ...]) -> str:
    import json

    from eventx.export.visible import escaped

    found = [mention.model_dump(mode="json") for mention in mentions]
    return escaped(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def _table(mentions: tuple[CountMention, ...]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from eventx.export.figures import in_short
    from eventx.export.visible import one_line

    if not mentions:
        return Text("No number of people found.")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right")
    grid.add_column(overflow="fold")
    grid.add_column(justify="right", style="dim", no_wrap=True)
    for mention in mentions:
        number = in_short(mention) if mention.value is not None else "?"
        grid.add_row(
            Text(number, style="bold"),
            Text(f"“{one_line(mention.text)}”"),
            Text(f"{mention.start}-{mention.end}"),
        )
    return grid
