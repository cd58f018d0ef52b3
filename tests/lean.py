"""Events from counts that rules have placed, as the lean reading makes them."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import Article, resolve
from eventx.codebook import Codebook
from eventx.resolve import Frame, Placed
from eventx.schema import Event


def events(
    article: Article, frames: Sequence[Frame], placed: Sequence[Placed], codebook: Codebook
) -> tuple[Event, ...]:
    """Return the events with their casualties; `placed` are all the counts, every one decided."""
    scenes = resolve.scenes(article, frames, resolve.harmed(placed), codebook)
    return resolve.events(article, scenes, resolve.figures(article, scenes, placed))
