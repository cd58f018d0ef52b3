"""One client for many questions, each try by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from eventx.model.base import Answer, Model, Patience, Question


class Trying(Protocol):
    """A model whose questions are put one try at a time; another try is its caller's to make."""

    @property
    def name(self) -> str:
        """Return the provider and the model, as `Model` does."""
        ...

    @property
    def patience(self) -> Patience:
        """Return how long a question may take in all its tries."""
        ...

    def most_written(self, question: Question) -> int:
        """Return the most tokens an answer can have, thinking included, as the request limits it."""
        ...

    async def attempt(self, question: Question, seconds: float) -> Answer:
        """Return the answer, awaited for that long; raises `transport.TryAgain`, or as `Model` does."""
        ...


@asynccontextmanager
async def keeping(
    model: Model, *, width: int, trouble: Callable[[float | None], None]
) -> AsyncIterator[Trying]:
    """Yield a model that asks as the one given does, up to `width` questions at once over one client.

    `trouble` is called after each try that failed in a way that another may not, with the seconds the server
    asks to wait, if it does. A model of another kind makes its tries itself, in one.
    """
    from eventx.model import adapter

    if not isinstance(model, adapter.InstructorModel):
        yield _Whole(model)
        return
    kept = adapter.Kept(model, width, trouble)
    try:
        yield kept
    finally:
        await kept.close()


class _Whole:
    """A model that knows no single try: what it raises is its last word."""

    patience = Patience()

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self._model = model

    def most_written(self, question: Question) -> int:
        return question.max_tokens

    async def attempt(self, question: Question, seconds: float) -> Answer:
        return await self._model.aask(question)
