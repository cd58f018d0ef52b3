"""The model as one article of a run asks it: past the desk, which knows the answer or lets it through."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Protocol

from pydantic import ValidationError

from eventx.corpus import answers
from eventx.corpus.budget import OVER_TIME, BudgetSpent, estimate
from eventx.corpus.desk import Admitted, Asked, Outcome
from eventx.errors import EventxError
from eventx.model import Answer, Model, Question


class Counter(Protocol):
    """The desk itself, or a way to it from another process."""

    def admit(self, asked: Asked) -> Awaitable[Answer | Admitted]:
        """Return the answer that was kept, without its reply, or leave to ask."""
        ...

    def settle(self, number: int, outcome: Outcome) -> None:
        """Note what came of a question that was let through."""
        ...


class Metered:
    """The model, for one article. `whom` tells models of one name at two addresses apart."""

    def __init__(self, model: Model, whom: str, desk: Counter, article: str) -> None:
        self.name = model.name
        self._model = model
        self._whom = whom
        self._desk = desk
        self._article = article

    def ask(self, question: Question) -> Answer:
        """Not there: a run asks many at once."""
        raise NotImplementedError("a run asks without blocking: use aask")

    async def aask(self, question: Question) -> Answer:
        """Return the answer that was kept, or else the model's."""
        key = answers.key(self._whom, question)
        asked = Asked(self._article, question.purpose, key, estimate(self.name, question))
        found = await self._desk.admit(asked)
        if isinstance(found, Answer):
            try:
                return replace(found, reply=question.reply_type.model_validate_json(found.text))
            except ValidationError:  # kept by another hand than ours
                found = await self._desk.admit(replace(asked, key=None))
        assert isinstance(found, Admitted)
        return await self._put(question, found)

    async def _put(self, question: Question, leave: Admitted) -> Answer:
        outcome = Outcome(None, usable=False, error="broken off")
        try:
            async with asyncio.timeout(leave.seconds):
                answer = await self._model.aask(question)
            outcome = Outcome(replace(answer, reply=None), answer.reply is not None, None)
        except TimeoutError:
            outcome = Outcome(None, usable=False, error=OVER_TIME)
            raise BudgetSpent(OVER_TIME) from None
        except EventxError as error:
            outcome = Outcome(None, usable=False, error=str(error))
            raise
        finally:
            self._desk.settle(leave.number, outcome)
        return answer
