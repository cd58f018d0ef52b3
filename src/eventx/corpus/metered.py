"""The model as one article of a run asks it: past the desk, which knows the answer or lets a try through."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import replace
from typing import Protocol

from pydantic import ValidationError

from eventx.corpus import answers
from eventx.corpus.budget import OVER_TIME, BudgetSpent, estimate
from eventx.corpus.desk import Admitted, Asked, Outcome
from eventx.corpus.pace import LONGEST_WAIT
from eventx.errors import EventxError
from eventx.model import Answer, Question
from eventx.model.keeping import Trying
from eventx.model.transport import TryAgain, apersist


class Counter(Protocol):
    """The desk itself, or a way to it from another process."""

    def admit(self, asked: Asked) -> Awaitable[Answer | Admitted]:
        """Return the answer that was kept, without its reply, or leave for one try."""
        ...

    def settle(self, number: int, outcome: Outcome) -> None:
        """Note what came of a try that was let through."""
        ...


class Metered:
    """The model, for one article. `whom` tells models of one name at two addresses apart."""

    def __init__(self, model: Trying, whom: str, desk: Counter, article: str) -> None:
        self.name = model.name
        self._model = model
        self._whom = whom
        self._desk = desk
        self._article = article

    async def aask(self, question: Question) -> Answer:
        """Return the answer that was kept, or else the model's.

        A try that fails for now is made again, as for a single article. But what the provider asks to wait is
        no matter of patience here: it is waited for until LONGEST_WAIT has gone since it first asked.
        """
        key = answers.key(self._whom, question)
        most = estimate(question, self._model.most_written(question))
        asked = Asked(self._article, question.purpose, key, most)
        aside = 0.0
        first_told: float | None = None

        async def attempt(seconds: float) -> Answer:
            nonlocal aside, first_told
            limit.reschedule(None)  # the desk has a clock of its own
            began = time.monotonic()
            found = await self._admitted(asked, question)
            aside += time.monotonic() - began
            if isinstance(found, Answer):
                return found
            left = found.seconds
            limit.reschedule(None if left is None else asyncio.get_running_loop().time() + left)
            try:
                return await self._put(question, found.number, seconds)
            except TryAgain as failure:
                if failure.after:
                    now = time.monotonic()
                    first_told = first_told or now
                    if now + failure.after <= first_told + LONGEST_WAIT:
                        aside += failure.after
                raise

        try:
            async with asyncio.timeout(None) as limit:
                return await apersist(attempt, self._model.patience, aside=lambda: aside)
        except TimeoutError:
            raise BudgetSpent(OVER_TIME) from None

    async def _admitted(self, asked: Asked, question: Question) -> Answer | Admitted:
        found = await self._desk.admit(asked)
        if isinstance(found, Answer):
            try:
                return replace(found, reply=question.reply_type.model_validate_json(found.text))
            except ValidationError:  # kept by another hand than ours
                return await self._desk.admit(replace(asked, key=None))
        return found

    async def _put(self, question: Question, number: int, seconds: float) -> Answer:
        outcome = Outcome(None, usable=False, error="broken off")
        try:
            answer = await self._model.attempt(question, seconds)
            outcome = Outcome(replace(answer, reply=None), answer.reply is not None, None)
        except (EventxError, TryAgain) as error:
            outcome = Outcome(None, usable=False, error=str(error))
            raise
        finally:
            self._desk.settle(number, outcome)
        return answer
