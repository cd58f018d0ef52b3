"""A Model that many articles ask through: kept answers first, then the model, paced, paid and noted."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from eventx.corpus import answers
from eventx.corpus.answers import Answers
from eventx.corpus.budget import Budget
from eventx.corpus.ledger import Ledger
from eventx.corpus.pace import Pace
from eventx.errors import EventxError
from eventx.model import Answer, Model, Question


@dataclass(frozen=True, slots=True)
class Meter:
    """What all questions of a run share. `whom` tells models of one name at two addresses apart."""

    model: Model
    whom: str
    pace: Pace
    budget: Budget
    kept: Answers | None = None
    ledger: Ledger | None = None
    pending: dict[str, asyncio.Future[None]] = field(default_factory=dict)


class Metered:
    """The model as one article asks it."""

    def __init__(self, meter: Meter, article: str) -> None:
        self.name = meter.model.name
        self._meter = meter
        self._article = article

    def ask(self, question: Question) -> Answer:
        """Not there: a run asks many at once."""
        raise NotImplementedError("a run asks without blocking: use aask")

    async def aask(self, question: Question) -> Answer:
        """Return the answer that was kept, or else the model's; a question under way is waited for."""
        meter = self._meter
        if meter.kept is None:
            return await self._paid(question)
        key = answers.key(meter.whom, question)
        while True:
            if (kept := meter.kept.get(key, question)) is not None:
                return kept
            if (other := meter.pending.get(key)) is None:
                break
            await asyncio.wait([other])
        meter.pending[key] = asyncio.get_running_loop().create_future()
        try:
            answer = await self._paid(question)
            meter.kept.put(key, answer)
        finally:
            meter.pending.pop(key).set_result(None)
        return answer

    async def _paid(self, question: Question) -> Answer:
        meter = self._meter
        reserved = await meter.budget.reserve(question)
        answer = None
        began = time.monotonic()
        try:
            async with asyncio.timeout(_left(meter.budget)), meter.pace.slot():
                answer = await meter.model.aask(question)
                meter.pace.answered()
        except TimeoutError:
            raise meter.budget.over_time() from None
        except EventxError as error:
            if meter.ledger is not None:
                seconds = time.monotonic() - began
                meter.ledger.refused(self._article, question.purpose, seconds, str(error))
            raise
        finally:
            await meter.budget.settle(reserved, answer)
        if meter.ledger is not None:
            price = meter.budget.price
            cost = price.of(answer.tokens_in, answer.tokens_out) if price else None
            meter.ledger.asked(self._article, question.purpose, answer, cost)
        return answer


def _left(budget: Budget) -> float | None:
    return None if budget.deadline is None else max(0.0, budget.deadline - time.monotonic())
