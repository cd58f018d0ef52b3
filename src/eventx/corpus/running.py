"""`eventx run`: an archive read to its end, whatever happens on the way."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import aclosing, closing
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from eventx.article import Article
from eventx.codebook import Codebook
from eventx.corpus import ledger as ledgers
from eventx.corpus.answers import Answers, opened
from eventx.corpus.budget import Budget, BudgetSpent, Limits, Price
from eventx.corpus.desk import Desk
from eventx.corpus.inputs import Given
from eventx.corpus.ledger import Ledger, Standing
from eventx.corpus.lines import Lines, Result, Status, mend
from eventx.corpus.many import ended, results
from eventx.corpus.metered import Metered
from eventx.corpus.pace import Pace
from eventx.errors import EventxError, InputError, ModelUnavailable
from eventx.model import Model
from eventx.model.keeping import keeping
from eventx.places import Gazetteer

# Articles in a row that no model could be asked about, beyond those under way: the rest would fare no better.
HOPELESS = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do. `whom` is the model as settings and kept answers know it; `cache` None: none."""

    out: Path
    model: Model
    whom: str
    concurrency: int
    codebook: Codebook
    price: Price | None
    gazetteer: Gazetteer | None = None
    gazetteer_name: str | None = None
    max_repairs: int = 2
    limits: Limits = field(default_factory=Limits)
    cache: Path | None = None
    ordered: bool = False
    retry_failed: bool = False

    def settings(self) -> dict[str, str | None]:
        """Return what must stay the same from start to start."""
        return {
            "model": self.whom,
            "codebook": self.codebook.name,
            "codebook's contents": self.codebook.sha256,
            "gazetteer": self.gazetteer_name,
        }


@dataclass(slots=True)
class Progress:
    """What has happened since the start, for whoever waits; `before` were done by an earlier start."""

    before: int = 0
    done: int = 0
    failed: int = 0
    skipped: int = 0
    tokens: int = 0
    cost: float = 0.0
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """How a run ended: where it stands, how many inputs changed since they were done, and why it stopped."""

    standing: Standing
    changed: int
    stopped: str | None
    hopeless: bool


async def run(plan: Plan, given: Iterable[Given], tell: Callable[[Progress], None]) -> Account:
    """Write a line for each article to the output, and return the account; `tell` hears of each line.

    Articles that the output holds are left as they are, but for skipped ones and, with `retry_failed`, failed
    ones. Raises InputError when the output is not a run's, is another run's, or is being written, and
    EventxError when the ledger or the kept answers cannot be written.
    """
    lock = FileLock(f"{ledgers.path_of(plan.out)}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise InputError(
            f"{plan.out}: another run writes it; wait for it, or choose another output"
        ) from None
    try:
        with closing(Ledger(plan.out)) as ledger:
            again: tuple[Status, ...] = ("skipped", "failed") if plan.retry_failed else ("skipped",)
            ledger.begin(plan.settings(), mend(plan.out, without=again))
            with closing(Lines(plan.out)) as lines:
                return await _written(plan, given, ledger, lines, tell)
    except sqlite3.Error as error:
        raise EventxError(
            f"{ledgers.path_of(plan.out)}: cannot be written ({error}); make room, then start the same again"
        ) from error
    finally:
        lock.release()


async def _written(
    plan: Plan, given: Iterable[Given], ledger: Ledger, lines: Lines, tell: Callable[[Progress], None]
) -> Account:
    work = _Work(plan, ledger)
    with closing(ledger.file if plan.cache is None else opened(plan.cache)) as file:
        work.kept = Answers(file)
        async with aclosing(work.results(given)) as stream:
            async for result in stream:
                # First the line: what it says is settled. The ledger is set by it at the next start.
                lines.put(result.to_line())
                ledger.end(result)
                work.count(result)
                tell(work.progress)
        standing = ledgers.standing(ledger.file)
    return Account(standing, ledger.changed, work.stopped, work.hopeless)


class _Work:
    """One start of a run: what is still to be done, done."""

    def __init__(self, plan: Plan, ledger: Ledger) -> None:
        self.kept: Answers | None = None
        self.progress = Progress()
        self.stopped: str | None = None
        self.hopeless = False
        self._plan = plan
        self._ledger = ledger
        self._unanswered = 0

    async def results(self, given: Iterable[Given]) -> AsyncGenerator[Result, None]:
        """Yield what becomes of each article that is still to be done."""
        plan = self._plan
        spent = ledgers.standing(self._ledger.file)
        pace = Pace(plan.concurrency)
        tokens = spent.tokens_in + spent.tokens_out
        budget = Budget(plan.model.name, plan.limits, plan.price, tokens=tokens, cost=spent.cost)
        async with keeping(plan.model, width=plan.concurrency, trouble=pace.pressed) as model:
            desk = Desk(pace, budget, self.kept, self._ledger)

            async def work(item: Given) -> Result:
                self.progress.limit = pace.limit
                return await self._ended(item, Metered(model, plan.whom, desk, item.id))

            stream = results(self._open(given), work, width=plan.concurrency, ordered=plan.ordered)
            async with aclosing(stream):
                async for result in stream:
                    yield result

    def count(self, result: Result) -> None:
        """Count a result whose line is written."""
        self.progress.done += result.status == "done"
        self.progress.failed += result.status == "failed"
        self.progress.skipped += result.status == "skipped"
        if result.extraction is not None:
            made = result.extraction.provenance
            self.progress.tokens += (made.tokens_in or 0) + (made.tokens_out or 0)
            self.progress.cost += made.cost or 0.0

    def _open(self, given: Iterable[Given]) -> Iterator[Given]:
        for each in given:
            id, is_open = self._ledger.take(each.id, _content(each))
            if is_open:
                yield Given(id, each.article, each.error)
            else:
                self.progress.before += 1

    async def _ended(self, item: Given, model: Model) -> Result:
        plan = self._plan
        if item.article is None:
            return Result(item.id, "failed", None, item.error)
        if self.stopped is not None:
            return Result(item.id, "skipped", None, self.stopped)
        try:
            result = await ended(
                item.id,
                item.article,
                model,
                price=plan.price,
                max_repairs=plan.max_repairs,
                codebook=plan.codebook,
                gazetteer=plan.gazetteer,
            )
        except BudgetSpent as spent:
            self.stopped = self.stopped or str(spent)
            return Result(item.id, "skipped", None, str(spent))
        except ModelUnavailable as error:
            return self._without_model(item.id, error)
        self._unanswered = 0
        return result

    def _without_model(self, id: str, error: EventxError) -> Result:
        self._unanswered += 1
        if self._unanswered >= HOPELESS + self._plan.concurrency and self.stopped is None:
            self.hopeless = True
            self.stopped = f"not tried: {self._unanswered} articles in a row had no answer ({error})"
        return Result(id, "failed", None, str(error))


def _content(given: Given) -> str:
    """Return the SHA-256 of what is coded: the article's text and what is known of it."""
    article: Article | None = given.article
    said = given.error if article is None else article.model_dump_json()
    return hashlib.sha256(said.encode()).hexdigest()
