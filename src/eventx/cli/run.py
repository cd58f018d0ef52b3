"""`eventx run`: the events of many articles, one line each."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

    from eventx.corpus.budget import Limits
    from eventx.corpus.running import Account, Plan, Progress

NOT_ALL_DONE = 1
NO_REPLY = 3
# Articles that are named where there may be many.
_SHOWN = 5
_ANEW = "choose another output to code {} anew"
# Seconds between two lines of progress where there is no terminal.
_PAUSE = 10.0

_NOTES = """INPUT is a text (.txt, .md), a web page (.html, with the extra html), a table of articles (.jsonl,
.csv, .parquet: id, text, and where known published, source, url, title), a folder of these, a pattern, or -
for standard input. OUT has one line an article: {"id", "status", "extraction", "error"}, the status done,
failed or skipped; export, score and diff read it. Beside it stands a ledger, OUT.ledger: after a kill at any
moment the same command goes on where it was, and asks nothing twice that was answered.

examples:
  eventx run archive.csv -o events.jsonl --model openai/gpt-5-mini --max-tokens 5000000
  eventx run 'articles/*.txt' -o events.jsonl --dry-run
  eventx run archive/ -o events.jsonl --retry-failed
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    from eventx.cli.extract import _count, add_reading

    parser = commands.add_parser(
        "run",
        help="read the events of many articles, resumable and within a budget",
        description="Read the events of many articles: one line each, none lost and none paid twice.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="files, folders, patterns; - for stdin")
    parser.add_argument("-o", dest="out", metavar="OUT", required=True, help="the file of lines, .jsonl")
    parser.add_argument("--ordered", action="store_true", help="write lines in the order of the input")
    parser.add_argument("--retry-failed", action="store_true", help="take failed articles again")
    parser.add_argument("--quiet", action="store_true", help="show no progress, only the last line")
    parser.add_argument("--codebook", metavar="FILE", help="event types and wording of your own, in TOML")
    parser.add_argument("--gazetteer", metavar="FILE", help="a CSV of places to look up first")

    model = parser.add_argument_group("model")
    model.add_argument("--model", metavar="NAME", help="local, openai/NAME, anthropic/NAME, ollama/NAME, ...")
    model.add_argument("--base-url", metavar="URL", help="an OpenAI-compatible server to ask instead")
    add_reading(model)
    model.add_argument(
        "--max-repairs", metavar="N", type=_count, default=2, help="questions after the first (default: 2)"
    )
    model.add_argument(
        "--concurrency",
        metavar="N",
        type=_at_least_one,
        help="most questions at once (default: 32; 1 for the embedded model)",
    )
    model.add_argument(
        "--workers",
        metavar="N",
        type=_at_least_one,
        help="processes (default: one for each 48 questions at once, at most one a core)",
    )
    model.add_argument(
        "--no-cache", action="store_true", help="take no answers from other runs, and leave them none"
    )

    budget = parser.add_argument_group("budget")
    budget.add_argument("--dry-run", action="store_true", help="estimate what it takes, and ask nothing")
    budget.add_argument("--max-cost", metavar="USD", type=_amount, help="US dollars, over all starts")
    budget.add_argument("--max-tokens", metavar="N", type=_at_least_one, help="tokens, over all starts")
    budget.add_argument("--max-minutes", metavar="N", type=_amount, help="minutes this start may take")
    budget.add_argument("--rpm", metavar="N", type=_at_least_one, help="requests a minute, at most")
    budget.add_argument("--tpm", metavar="N", type=_at_least_one, help="tokens a minute, at most")
    budget.add_argument("--prices", metavar="FILE", help="US dollars for a million tokens, in TOML")


def run(args: argparse.Namespace) -> int:
    """Write the lines and the account; return 0 when all are done, 3 when no model answers, else 1."""
    import asyncio

    from eventx.corpus import inputs
    from eventx.corpus.ahead import ahead, here
    from eventx.corpus.running import run as run_plan

    output.check(args.out)
    files = inputs.expand(args.inputs, out=Path(args.out))
    if not args.quiet and any(_is_inside(args.out, each) for each in args.inputs):
        _say(f"{args.out}: is the output, and left out of the input")
    plan = _plan(args)
    if args.dry_run:
        from eventx.corpus.estimate import estimated

        output.write(estimated(plan, inputs.read(files)))
        return 0
    shown = _nothing if args.quiet else _bar if sys.stderr.isatty() else _lines
    total = None if args.quiet else inputs.count(files)
    reading = here if any(path is None for _, path in files) else ahead
    began = time.monotonic()
    try:
        with shown(plan, total) as tell:
            account = asyncio.run(run_plan(plan, reading(inputs.read(files)), tell))
    except KeyboardInterrupt:
        _say("what is written stays; the same command goes on from there")
        raise
    _say(_told(account, time.monotonic() - began))
    if account.hopeless:
        return NO_REPLY
    standing = account.standing
    return NOT_ALL_DONE if standing.failed or standing.skipped or account.changed else 0


def _is_inside(out: str, folder: str) -> bool:
    return Path(out).is_file() and Path(folder).resolve() in Path(out).resolve().parents


def _plan(args: argparse.Namespace) -> Plan:
    from eventx import codebook, places
    from eventx.corpus import answers, budget
    from eventx.corpus.coding import Coding
    from eventx.corpus.crew import usual_workers
    from eventx.corpus.many import usual_concurrency
    from eventx.corpus.running import Plan
    from eventx.errors import InputError
    from eventx.model import connect
    from eventx.reading import choice

    model = connect(args.model, base_url=args.base_url, slots=args.concurrency or 1)
    # As `connect` chooses it: two servers may call different models by one name.
    at = args.base_url or os.environ.get("EVENTX_BASE_URL")
    if model.name.startswith("openai/"):
        at = at or os.environ.get("OPENAI_BASE_URL")
    coding = Coding(
        answers.whom(model.name, at),
        codebook.given(args.codebook),
        places.given(args.gazetteer),
        args.max_repairs,
        choice.chosen(args.reading, model.name),
        budget.price_of(model.name, budget.prices(args.prices)),
    )
    concurrency = args.concurrency or usual_concurrency(model)
    is_embedded = model.name.startswith("local/") and not at
    if is_embedded and args.workers:
        raise InputError("the embedded model is asked by one process: leave out --workers")
    return Plan(
        Path(args.out),
        model,
        coding,
        concurrency,
        args.workers or (1 if is_embedded else usual_workers(concurrency)),
        args.base_url,
        args.gazetteer,
        _limits(args),
        None if args.no_cache else answers.default_path(),
        args.ordered,
        args.retry_failed,
    )


def _limits(args: argparse.Namespace) -> Limits:
    from eventx.corpus.budget import Limits

    return Limits(args.max_cost, args.max_tokens, args.max_minutes, args.rpm, args.tpm)


def _told(account: Account, seconds: float) -> str:
    """Return the last line: in = done + failed + skipped, and what the questions cost."""
    standing = account.standing
    articles = f"{standing.articles:,} article{'' if standing.articles == 1 else 's'}"
    line = f"{articles}: {standing.done:,} done, {standing.failed:,} failed, {standing.skipped:,} skipped"
    if standing.pending:
        line += f", {standing.pending:,} of an earlier start not given again"
    line += f"; {spent(standing)}; {seconds:.0f} s"
    if account.changed:
        line = f"{_changed(account.changed)}\n{line}"
    if account.stopped:
        line = f"stopped: {account.stopped}\n{line}"
    return line


def _changed(ids: Sequence[str]) -> str:
    shown = f"{', '.join(ids[:_SHOWN])}{', …' if len(ids) > _SHOWN else ''}"
    if len(ids) == 1:
        return (
            f"changed since it was coded, its line is of the article of then: {shown}; {_ANEW.format('it')}"
        )
    since = f"{len(ids):,} changed since they were coded, their lines are of the articles of then"
    return f"{since}: {shown}; {_ANEW.format('them')}"


def spent(standing: Any) -> str:
    """Return what the questions of a run took: "12 questions, 3,400 tokens, cost unknown"."""
    told = f"{standing.tokens:,} tokens"
    if standing.uncounted:
        told += f" (the most possible for {standing.uncounted:,} that the server did not count)"
    cost = "cost unknown" if standing.unpriced else f"{standing.cost:.4f} US dollars"
    return f"{standing.questions:,} questions, {told}, {cost}"


@contextmanager
def _nothing(plan: Plan, total: int | None) -> Iterator[Callable[[Progress], None]]:
    yield lambda progress: None


@contextmanager
def _lines(plan: Plan, total: int | None) -> Iterator[Callable[[Progress], None]]:
    began = told = time.monotonic()

    def tell(progress: Progress) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _PAUSE:
            told = now
            _say(_line(progress, now - began, total, priced=plan.coding.price is not None))

    yield tell


@contextmanager
def _bar(plan: Plan, total: int | None) -> Iterator[Callable[[Progress], None]]:
    from rich import progress as rich
    from rich.console import Console

    columns = (
        rich.BarColumn(),
        rich.TextColumn("{task.description}", markup=False),
        rich.TimeElapsedColumn(),
    )
    began = time.monotonic()
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{plan.model.name}: reading", total=total)

        def tell(progress: Progress) -> None:
            line = _line(progress, time.monotonic() - began, total, priced=plan.coding.price is not None)
            ended = progress.before + progress.done + progress.failed + progress.skipped
            bar.update(task, description=line, completed=ended)

        yield tell


def _line(progress: Progress, seconds: float, total: int | None, *, priced: bool) -> str:
    ended = progress.done + progress.failed + progress.skipped
    rate = ended / seconds if seconds > 0 else 0.0
    so_far = ended + progress.before
    of = f" of {total:,}" if total is not None else ""
    line = f"{so_far:,}{of} articles, {rate:.1f}/s, {progress.failed:,} failed, {progress.tokens:,} tokens"
    if priced:
        line += f", {progress.cost:.2f} US dollars"
    if total is not None and rate > 0:
        line += f", about {max(0, total - so_far) / rate / 60:.0f} min left"
    return line


def _say(line: str) -> None:
    from eventx.export.visible import one_line

    for each in line.splitlines():
        print(one_line(each), file=sys.stderr, flush=True)


def _at_least_one(text: str) -> int:
    import argparse

    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def _amount(text: str) -> float:
    import argparse

    try:
        amount = float(text)
    except ValueError:
        amount = 0.0
    if not 0 < amount < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount, such as 2.50")
    return amount
