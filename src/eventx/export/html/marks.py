"""The article's text, with the words that state something marked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from eventx.export.html.safe import passage


class Span(NamedTuple):
    """Words of the article, and the name and kind of what they state."""

    start: int
    end: int
    name: str
    kind: str


def marked(text: str, spans: Iterable[Span], article: str) -> str:
    """Return the text for the page: each run of characters that states the same is one link.

    Where spans overlap, the words in both light up with either; a span always begins a link.
    """
    waiting = deque(sorted(dict.fromkeys(spans), key=lambda span: span.start))
    edges = sorted({0, len(text), *(each.start for each in waiting), *(each.end for each in waiting)})
    here: list[Span] = []
    pieces = []
    for start, end in pairwise(edges):
        while waiting and waiting[0].start <= start:
            here.append(waiting.popleft())
        here = [span for span in here if span.end > start]
        words = passage(text[start:end])
        pieces.append(_mark(words, start, here, article) if here else words)
    return "".join(pieces)


def _mark(words: str, start: int, spans: list[Span], article: str) -> str:
    # Figures come first: what is a figure's and an actor's is looked at for the figure.
    ranked = sorted(spans, key=lambda span: (span.kind in ("when", "where", "side_a", "side_b"), span.start))
    names = " ".join(dict.fromkeys(span.name for span in ranked))
    first = ranked[0]
    return (
        f'<a class="m {first.kind}" id="{article}m{start}" href="#{article}{first.name}" data-f="{names}">'
        f"{words}</a>"
    )
