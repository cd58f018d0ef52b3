"""An event before its figures: who its actors are and of which type it is."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from eventx import dates
from eventx.article import Article
from eventx.codebook import Codebook, EventType
from eventx.resolve import actors
from eventx.resolve.frames import Frame
from eventx.resolve.kinds import typed


class Scene(NamedTuple):
    """An event before its figures: its frame with the actors known, its type, and why it is of that type."""

    frame: Frame
    kind: EventType
    reason: str


def scenes(
    article: Article, frames: Sequence[Frame], harmed: Container[int], codebook: Codebook
) -> tuple[Scene, ...]:
    """Return the events with their actors known and their types; `harmed` are those with dead or wounded."""
    return tuple(
        _scene(article, frame, codebook, harmless=index not in harmed) for index, frame in enumerate(frames)
    )


def _scene(article: Article, frame: Frame, codebook: Codebook, *, harmless: bool) -> Scene:
    frame = actors.known(article.text, frame)
    news = [
        words for words in told(article.text, frame) if dates.background(words, article.published) is None
    ]
    kind, reason = typed(codebook, frame.kind, news, frame.side_a, frame.side_b, harmless=harmless)
    if kind.event_type in codebook.fights:
        frame = replace(
            frame,
            side_a=actors.without_bystanders(frame.side_a),
            side_b=actors.without_bystanders(frame.side_b),
        )
    return Scene(frame, kind, reason)


def told(text: str, frame: Frame) -> list[str]:
    """Return the sentences that are the event's own."""
    return [text[start:end] for start, end in frame.sentences]
