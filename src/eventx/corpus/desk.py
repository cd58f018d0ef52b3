"""Where every question of a run passes, before it is put and after: kept answers, budget, pace and ledger."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from eventx.corpus.answers import Answers
from eventx.corpus.budget import OVER_TIME, Budget, BudgetSpent, Estimate
from eventx.corpus.ledger import Ledger
from eventx.corpus.pace import Pace
from eventx.corpus.rate import MINUTE, Rate
from eventx.model import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, as far as the desk must know it; without a key it is neither kept nor taken from there."""

    article: str
    purpose: str
    key: str | None
    most: Estimate


@dataclass(frozen=True, slots=True)
class Admitted:
    """The question may be put now; `seconds` are left for it, None: as many as the model's patience has."""

    number: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question that was put: an answer, or why there is none.

    The answer comes without its reply; `usable` says that it has one.
    """

    answer: Answer | None
    usable: bool
    error: str | None


class Desk:
    """The desk of one run."""

    def __init__(
        self, pace: Pace, budget: Budget, kept: Answers | None = None, ledger: Ledger | None = None
    ) -> None:
        self.pace = pace
        self.budget = budget
        self._kept = kept
        self._ledger = ledger
        self._pending: dict[str, asyncio.Event] = {}
        self._under_way: dict[int, tuple[Asked, float]] = {}
        self._turn = asyncio.Lock()
        self._rate: Rate | None = None
        if budget.limits.rpm is not None or budget.limits.tpm is not None:
            self._rate = Rate(budget.limits, ledger.lately(MINUTE) if ledger else ())

    async def admit(self, asked: Asked) -> Answer | Admitted:
        """Return the answer that was kept, without its reply, or else leave to ask, which `settle` ends.

        Waits for the same question under way, for money that others hold, and for its turn. Raises
        BudgetSpent when a limit of the run stands in the way.
        """
        if self._kept is not None and asked.key is not None:
            while True:
                if (kept := self._kept.get(asked.key)) is not None:
                    return kept
                if (other := self._pending.get(asked.key)) is None:
                    break
                await other.wait()
            self._pending[asked.key] = asyncio.Event()
        try:
            return await self._admitted(asked)
        except BaseException:
            self._over(asked)
            raise

    async def _admitted(self, asked: Asked) -> Admitted:
        budget = self.budget
        number = await budget.reserve(asked.most)
        try:
            async with asyncio.timeout(budget.seconds_left()):
                await self._enter(number, asked.most)
        except BaseException as error:
            budget.drop(number)
            if isinstance(error, TimeoutError):
                raise BudgetSpent(OVER_TIME) from None
            raise
        self._under_way[number] = asked, time.monotonic()
        return Admitted(number, budget.seconds_left())

    async def _enter(self, number: int, most: Estimate) -> None:
        if self._rate is None:
            await self.pace.enter()
            return
        async with self._turn:  # as they come, so that a large question is not passed by small ones for ever
            await self._rate.room(most)
            await self.pace.enter()
            self._rate.put(number, most)

    def settle(self, number: int, outcome: Outcome) -> None:
        """Note what came of a question that was let through."""
        asked, began = self._under_way.pop(number)
        answer = outcome.answer
        if answer is not None:
            self.pace.answered()
        self.pace.leave()
        # First the answer: it is paid, and a ledger that cannot be written is not to lose it.
        if self._kept is not None and asked.key is not None and answer is not None and outcome.usable:
            self._kept.put(asked.key, answer)
        if answer is None:
            self._unanswered(number, asked, time.monotonic() - began, outcome.error or "")
        else:
            self._answered(number, asked, answer)
        self._over(asked)

    def _unanswered(self, number: int, asked: Asked, seconds: float, error: str) -> None:
        self.budget.drop(number)
        if self._ledger is not None:
            self._ledger.refused(asked.article, asked.purpose, seconds, error)

    def _answered(self, number: int, asked: Asked, answer: Answer) -> None:
        charged = self.budget.charge(number, answer)
        if self._rate is not None:
            self._rate.took(number, charged.tokens_in + charged.tokens_out)
        if self._ledger is not None:
            self._ledger.asked(asked.article, asked.purpose, answer, charged)

    def _over(self, asked: Asked) -> None:
        if asked.key is not None and (pending := self._pending.pop(asked.key, None)) is not None:
            pending.set()
