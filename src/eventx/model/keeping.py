"""One client for many questions, where the model has one that can be shared."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from eventx.model.base import Model


@asynccontextmanager
async def keeping(
    model: Model, *, width: int, trouble: Callable[[float | None], None]
) -> AsyncIterator[Model]:
    """Yield a model that asks as the one given does, up to `width` questions at once over one client.

    `trouble` is called after each try that failed in a way that another may not, with the seconds the server
    asks to wait, if it does. A model with a client that cannot be shared is yielded as it is.
    """
    from eventx.model import adapter

    kept = adapter.kept(model, width=width, trouble=trouble)
    if kept is None:
        yield model
        return
    try:
        yield kept
    finally:
        await kept.close()
