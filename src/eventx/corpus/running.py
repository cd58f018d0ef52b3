"""`eventx run`: an archive read to its end, whatever happens on the way."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from eventx.apart import short_turns
from eventx.corpus import ledger as ledgers
from eventx.corpus.answers import KEPT, Answers
from eventx.corpus.budget import Budget, BudgetSpent, Limits
from eventx.corpus.coding import Coding, coded
from eventx.corpus.crew import Hand, crew
from eventx.corpus.database import opened, telling
from eventx.corpus.desk import Desk
from eventx.corpus.holding import held
from eventx.corpus.inputs import Given
from eventx.corpus.ledger import Ended, Ledger, Standing
from eventx.corpus.lines import Changed, Line, Lines, Result, Status, heads, mend
from eventx.corpus.many import results
from eventx.corpus.pace import Pace
from eventx.corpus.post import Job
from eventx.errors import EventxError, InputError, ModelUnavailable
from eventx.model import Model
from eventx.model.keeping import keeping

# Articles in a row that no model could be asked about, beyond those under way: the rest would fare no better.
HOPELESS = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do; `cache` None: answers are kept in its ledger.

    Several workers connect to the model themselves, by its name and `base_url`.
    """

    out: Path
    model: Model
    coding: Coding
    concurrency: int
    workers: int = 1
    base_url: str | None = None
    gazetteer: str | None = None
    limits: Limits = field(default_factory=Limits)
    cache: Path | None = None
    ordered: bool = False
    retry_failed: bool = False

    def settings(self) -> dict[str, str | None]:
        """Return what must stay the same from start to start."""
        return {
            "model": self.coding.whom,
            "codebook": self.coding.codebook.name,
            "codebook's contents": self.coding.codebook.sha256,
            "gazetteer": self.gazetteer,
            "reading": self.coding.reading,
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


@dataclass(frozen=True, slots=True)
class Account:
    """How a run ended: where it stands, which inputs changed since they were done, and why it stopped."""

    standing: Standing
    changed: Sequence[str]
    stopped: str | None
    hopeless: bool


async def run(plan: Plan, given: AsyncGenerator[Given, None], tell: Callable[[Progress], None]) -> Account:
    """Write a line for each article to the output, and return the account; `tell` hears of each line.

    Articles that the output holds are left as they are, but for skipped ones and, with `retry_failed`, failed
    ones. Raises InputError when the output is no file, not a run's, another run's, or being written, and
    EventxError when it, the ledger or the kept answers cannot be written, or are not what they were.
    """
    again: tuple[Status, ...] = ("skipped", "failed") if plan.retry_failed else ("skipped",)
    with held(plan.out) as hold, closing(Ledger(hold.path)) as ledger, telling(ledger.file):
        ledger.begin(plan.settings(), mend(hold, without=again))
        with closing(Lines(hold.path)) as lines:
            try:
                return await _written(plan, given, ledger, lines, tell)
            except Changed:
                ledger.set_by(_there(hold.path))
                raise


def _there(out: Path) -> Sequence[Ended]:
    """Return what the output says now, nothing where it is gone or is no run's any more."""
    try:
        return tuple(heads(out))
    except (OSError, InputError):
        return ()


async def _written(
    plan: Plan,
    given: AsyncGenerator[Given, None],
    ledger: Ledger,
    lines: Lines,
    tell: Callable[[Progress], None],
) -> Account:
    work = _Work(plan, ledger)
    with closing(ledger.file if plan.cache is None else opened(plan.cache, KEPT)) as file:
        work.kept = Answers(file)
        async with aclosing(work.lines(given)) as stream:
            async for line in stream:
                # First the line: what it says is settled. The ledger is set by it at the next start.
                lines.put(line)
                ledger.end(line)
                work.count(line)
                tell(work.progress)
        lines.finish()
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

    async def lines(self, given: AsyncGenerator[Given, None]) -> AsyncGenerator[Line, None]:
        """Yield what becomes of each article that is still to be done."""
        plan = self._plan
        spent = ledgers.standing(self._ledger.file)
        budget = Budget(plan.model.name, plan.limits, plan.coding.price, tokens=spent.tokens, cost=spent.cost)
        desk = Desk(Pace(plan.concurrency), budget, self.kept, self._ledger)
        async with _hand(plan, desk) as hand:

            async def work(item: Given) -> Line:
                return await self._line(item, hand)

            stream = results(self._open(given), work, width=plan.concurrency, ordered=plan.ordered)
            async with aclosing(stream):
                async for line in stream:
                    yield line

    def count(self, line: Line) -> None:
        """Count a line that is written."""
        self.progress.done += line.status == "done"
        self.progress.failed += line.status == "failed"
        self.progress.skipped += line.status == "skipped"
        self.progress.tokens += line.tokens
        self.progress.cost += line.cost

    async def _open(self, given: AsyncGenerator[Given, None]) -> AsyncGenerator[Given, None]:
        async with aclosing(given):
            async for each in given:
                id, is_open = self._ledger.take(each)
                if is_open:
                    yield replace(each, id=id)
                else:
                    self.progress.before += 1

    async def _line(self, item: Given, hand: Hand) -> Line:
        if item.article is None:
            return Result(item.id, "failed", None, item.error).to_line()
        if self.stopped is not None:
            return Result(item.id, "skipped", None, self.stopped).to_line()
        try:
            line = await hand(item)
        except BudgetSpent as spent:
            self.stopped = self.stopped or str(spent)
            return Result(item.id, "skipped", None, str(spent)).to_line()
        except ModelUnavailable as error:
            return self._without_model(item.id, error).to_line()
        self._unanswered = 0
        return line

    def _without_model(self, id: str, error: EventxError) -> Result:
        self._unanswered += 1
        if self._unanswered >= HOPELESS + self._plan.concurrency and self.stopped is None:
            self.hopeless = True
            self.stopped = f"not tried: {self._unanswered} articles in a row had no answer ({error})"
        return Result(id, "failed", None, str(error))


@asynccontextmanager
async def _hand(plan: Plan, desk: Desk) -> AsyncIterator[Hand]:
    """Yield what codes an article and returns its line: this process, or several of its own."""
    if plan.workers > 1:
        job = Job(plan.model.name, plan.base_url, plan.concurrency, plan.coding)
        async with crew(job, plan.workers, desk) as hand:
            yield hand
        return
    async with keeping(plan.model, width=plan.concurrency, trouble=desk.pace.pressed) as model:

        async def own(item: Given) -> Line:
            assert item.article is not None
            made = await coded(item.id, item.article, model, desk, plan.coding, findings=item.findings)
            return made.to_line()

        with short_turns():
            yield own
