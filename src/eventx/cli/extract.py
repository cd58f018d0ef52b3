"""`eventx extract`: the events of one article."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx import export
from eventx.cli import export as exporting
from eventx.cli import output, reading

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from eventx.article import Article
    from eventx.model import Answer, Model, Question
    from eventx.schema import Extraction

FOUND_ERRORS = 1

_BY_ENDING = {
    ".jsonl": "jsonl",
    ".txt": "table",
    ".csv": "csv",
    ".geojson": "geojson",
    ".parquet": "parquet",
    ".html": "html",
}

_EXAMPLES = """examples:
  eventx extract article.txt --published 2023-08-28
  eventx extract article.txt --model local -o events.json
  curl -s https://news.example/text | eventx extract - --format json
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "extract",
        help="read the events of an article",
        description="Read the events of an article, each number with the words that state it.",
        epilog=_EXAMPLES,
    )
    parser.set_defaults(run=run)
    reading.add_file(parser)
    parser.add_argument("--published", metavar="DATE", help="the day of publication, 2023-08-28")
    parser.add_argument("--source", metavar="NAME", help="who published it")
    parser.add_argument(
        "--codebook", metavar="FILE", help="event types and wording of your own, in TOML (default: ACLED's)"
    )

    parser.add_argument(
        "--gazetteer", metavar="FILE", help="a CSV of places to look up first: name,admin1,country,lat,lon,id"
    )

    model = parser.add_argument_group("model")
    model.add_argument("--model", metavar="NAME", help="local, openai/NAME, anthropic/NAME, ollama/NAME, ...")
    model.add_argument("--base-url", metavar="URL", help="an OpenAI-compatible server to ask instead")
    add_reading(model)
    model.add_argument(
        "--max-repairs", metavar="N", type=_count, default=2, help="questions after the first (default: 2)"
    )
    tape = model.add_mutually_exclusive_group()
    tape.add_argument("--record", metavar="PATH", help="keep the exchange with the model in a cassette")
    tape.add_argument("--replay", metavar="PATH", help="ask the cassette instead of a model")

    result = parser.add_argument_group("result")
    result.add_argument(
        "--format",
        choices=("table", "json", *export.FORMATS),
        metavar="FORMAT",
        help=f"table, json, {', '.join(export.FORMATS)}; default: table on a terminal, else json, "
        "or what OUT ends in",
    )
    exporting.add_without_passing(result)
    result.add_argument("-o", dest="out", metavar="OUT", help="the file to write, whole or not at all")


def run(args: argparse.Namespace) -> int:
    """Print or write the extraction; return 1 when the checks found an error, else 0."""
    from eventx.errors import EventxError

    if args.replay and args.base_url:
        raise EventxError("--replay asks the cassette and no server; leave --base-url out")
    out = None if args.out == reading.STDIN else args.out
    kind = args.format or _usual_format(out)
    exporting.check(kind, out, args.file, args.replay, args.codebook, args.gazetteer)
    output.check(args.record, args.file, args.codebook, args.gazetteer)
    article, told = reading.article(args.file, published=args.published, source=args.source)
    extraction = _extraction(args, article)
    if told:
        extraction = extraction.model_copy(update={"findings": (*extraction.findings, *told)})
    if args.without_passing:
        from eventx.selecting import without_passing

        extraction = without_passing(extraction)
    refused = 0
    if kind == "table":
        from eventx.export.table import to_table

        output.show(to_table(extraction), out)
    elif kind in ("json", "jsonl"):
        output.write((export.to_json if kind == "json" else export.to_jsonl)(extraction), out)
    else:
        refused = exporting.write([("", extraction)], kind, out)
    return FOUND_ERRORS if any(finding.severity == "error" for finding in extraction.findings) else refused


def _extraction(args: argparse.Namespace, article: Article) -> Extraction:
    from eventx import codebook, places
    from eventx.model import connect
    from eventx.pipeline import extract

    given: dict[str, Any] = {
        "max_repairs": args.max_repairs,
        "reading": args.reading,
        "codebook": codebook.given(args.codebook),
        "gazetteer": places.given(args.gazetteer),
    }
    if args.replay:
        from eventx.cassette import replaying

        with replaying(args.replay):
            return extract(article, model=args.model, **given)
    model = connect(args.model, base_url=args.base_url)
    tape: AbstractContextManager[None] = nullcontext()
    if args.record:
        from eventx.cassette import recording

        tape = recording(args.record)
    about = f"{Path(reading.named(args.file)).name}, {model.name}"
    with tape, output.working(about) as show:
        return extract(article, model=_Watched(model, show), **given)


class _Watched:
    """The Model given, which says what it is asked for before it is asked."""

    def __init__(self, model: Model, show: Callable[[str], None]) -> None:
        self.name = model.name
        self._model = model
        self._show = show

    def ask(self, question: Question) -> Answer:
        self._show(question.purpose)
        return self._model.ask(question)

    async def aask(self, question: Question) -> Answer:
        self._show(question.purpose)
        return await self._model.aask(question)


def _usual_format(out: str | None) -> str:
    if out is None:
        return "table" if sys.stdout.isatty() else "json"
    return _BY_ENDING.get(Path(out).suffix.lower(), "json")


def add_reading(model: Any) -> None:
    """Describe to a parser, or a group of one, the choice of how a model reads."""
    model.add_argument(
        "--reading",
        choices=("full", "lean"),
        help="full: the model reads every figure, the rules verify; lean: the rules read the figures "
        "(default: full, lean for the embedded models)",
    )


def _count(text: str) -> int:
    # argparse turns this into "invalid _count value" unless it is told the words.
    import argparse

    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of questions, such as 2")
    return int(text)
