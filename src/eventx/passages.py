"""A long article as passages that overlap, each short enough for a small model to read at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from eventx.sentences import paragraphs, spans

# UTF-8 bytes of one passage, its overlap included. Bytes, since other scripts take more tokens a character:
# the embedded model's tokens are a fifth to a third of the bytes, half in Amharic and Burmese. Beside a
# passage, its 8,192 tokens hold the system prompt (580), a report (600) and a question about forty counts.
PASSAGE_BYTES = 8_000
# What is told again of the text before, so that "they" and "the town" have somebody to refer to.
OVERLAP_BYTES = 800


class Passage(NamedTuple):
    """A stretch of the text from `start` to `end`; what stands before `own` the passage before holds too."""

    start: int
    own: int
    end: int


def split(text: str, size: int = PASSAGE_BYTES) -> tuple[Passage, ...]:
    """Return the passages of a text in order, of about one length; a text of up to `size` bytes is one.

    They are cut between paragraphs, a longer paragraph between sentences, a longer sentence at white space.
    The own parts, from `own` to `end`, are the whole text, each character once.
    """
    if _size(text) <= size:
        return (Passage(0, 0, len(text)),)
    borders = [start for start, _ in paragraphs(text)], [start for start, _ in spans(text)]
    cuts = list(_cuts(text, borders, size - OVERLAP_BYTES))
    return tuple(
        Passage(_opening(text, own, borders), own, end)
        for own, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    )


def holding(passages: Sequence[Passage], at: int) -> int:
    """Return the index of the passage that has the character at offset `at` as its own."""
    return bisect_right(passages, at, key=lambda passage: passage.own) - 1


Borders = tuple[Sequence[int], ...]
"""Where the text may be cut, in rising order, the best kind first."""


def _cuts(text: str, borders: Borders, most: int) -> Iterator[int]:
    """Yield where each passage but the first begins."""
    at, left = 0, _size(text)
    while left > most:
        wanted = _forward(text, at, ceil(left / ceil(left / most)))
        cut = _nearest(borders, wanted, (at + wanted) // 2, _forward(text, at, most))
        cut = cut or _at_white_space(text, at, wanted)
        yield cut
        left -= _size(text[at:cut])
        at = cut


def _nearest(borders: Borders, wanted: int, after: int, last: int) -> int | None:
    """Return the border nearest to `wanted`, beyond `after` and up to `last`; None where there is none."""
    for kind in borders:
        if near := kind[bisect_right(kind, after) : bisect_right(kind, last)]:
            return min(near, key=lambda border: abs(border - wanted))
    return None


def _at_white_space(text: str, after: int, last: int) -> int:
    """Return where the last word before `last` begins; `last` in a text without white space."""
    return next((cut for cut in range(last, after, -1) if text[cut - 1].isspace()), last)


def _opening(text: str, own: int, borders: Borders) -> int:
    """Return where a passage opens: at the first paragraph, else sentence, that the overlap has room for."""
    before = _bytes(text[max(0, own - OVERLAP_BYTES) : own])[-OVERLAP_BYTES:]
    first = own - len(before.decode("utf-8", "ignore"))
    for kind in borders:
        at = bisect_left(kind, first)
        if at < len(kind) and kind[at] < own:
            return kind[at]
    return own


def _forward(text: str, at: int, size: int) -> int:
    """Return the offset that `size` bytes from `at` lead to, past one character at least."""
    return at + max(1, len(_bytes(text[at : at + size])[:size].decode("utf-8", "ignore")))


def _size(text: str) -> int:
    return len(_bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half of a surrogate pair, which has no bytes, counts as one
