"""The seam between a model and a cassette: which question is under way, and who answers in a model's place.

A cassette sees requests on the wire. Whose they are and what was asked with them it is told here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from eventx.model.base import Model, Question

Asked = tuple[str, Question]
"""The name of the model asked, and the question."""

StandIn = Callable[[str | None], Model]
"""From the name somebody connects to, None for the usual model, to the Model that takes its place."""

_under_way: ContextVar[Asked | None] = ContextVar("the question under way", default=None)
# Of the process and not of the context: so is what a cassette catches, and a thread inherits no context.
_standing_in: list[StandIn] = []


def under_way() -> Asked | None:
    """Return the question that this context waits for, None when it waits for none."""
    return _under_way.get()


@contextmanager
def asking(model: str, question: Question) -> Iterator[None]:
    """Make a question the one under way."""
    token = _under_way.set((model, question))
    try:
        yield
    finally:
        _under_way.reset(token)


def stand_in(name: str | None) -> Model | None:
    """Return the Model to ask instead of the one named, None when no replay goes on."""
    return _standing_in[-1](name) if _standing_in else None


@contextmanager
def standing_in(model: StandIn) -> Iterator[None]:
    """Let every connection made inside, in the whole process, be to the Model given."""
    _standing_in.append(model)
    try:
        yield
    finally:
        _standing_in.remove(model)
