"""A sentence as a row of units: words, marks, and each count of people as one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventx.counts.language import Harm
from eventx.counts.mention import CountMention

COUNT = "<count>"
DASHES = frozenset("-–—")

_UNIT = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’.‐‑-][^\W_]+)*+|[^\s\w]|_")
_QUOTES = frozenset("\"'“”‘’«»„`")


class Unit(NamedTuple):
    """A word, a phrase of the tables ("gunned down") or a mark in lower case; a count has its number."""

    start: int
    end: int
    low: str
    mention: int | None = None
    is_bare: bool = False  # a count of one word: "killing two"


class Row(tuple[Unit, ...]):
    """The units of one sentence, and in `lang` the tables of its language."""

    lang: Harm

    def low(self, at: int) -> str:
        """Return the words of the unit at `at` in lower case, "" beyond either end."""
        return self[at].low if 0 <= at < len(self) else ""

    def is_count(self, at: int) -> bool:
        """Return whether the unit at `at` is a count."""
        return self.low(at) == COUNT


def row(text: str, start: int, end: int, mentions: Sequence[tuple[int, CountMention]], lang: Harm) -> Row:
    """Return the units of `text[start:end]`; `mentions` are the numbered counts in it, in order."""
    units: list[Unit] = []
    at = start
    for number, mention in mentions:
        if mention.start >= at:
            units += _words(text, at, mention.start)
            units.append(Unit(mention.start, mention.end, COUNT, number, " " not in mention.text))
            at = mention.end
    units += _words(text, at, end)
    found = Row(_merged(units, lang))
    found.lang = lang
    return found


def _words(text: str, start: int, end: int) -> Iterator[Unit]:
    for found in _UNIT.finditer(text, start, end):
        if found[0] not in _QUOTES:
            yield Unit(found.start(), found.end(), found[0].lower().replace("’", "'"))


def _merged(units: Sequence[Unit], lang: Harm) -> Iterator[Unit]:
    at = 0
    while at < len(units):
        for phrase in lang.MERGED.get(units[at].low, ()):
            if tuple(unit.low for unit in units[at : at + len(phrase)]) == phrase:
                last = units[at + len(phrase) - 1]
                yield Unit(units[at].start, last.end, " ".join(phrase))
                at += len(phrase)
                break
        else:
            yield units[at]
            at += 1
