"""What the words of one count say by themselves: which people, added to others or not, harmed or not."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventx.counts import english_harm as words
from eventx.schema import Outcome

_WORD = re.compile(r"\d[\d.,]*(?:-\w+)*+|[^\W\d_](?:['’.‐‑-]?\w)*+")


class Wording(NamedTuple):
    """What the phrase of a count says.

    `who` is the words for the people, verbatim. `adds`: they come on top of others ("two more").
    `harmed` is what the phrase itself says befell them ("eight casualties", "two wounded soldiers").
    `held`: "12 prisoners", taken once, but perhaps freed or moved here. `part`: "three of them",
    "eight of the dead".
    """

    who: str | None
    adds: bool
    harmed: Outcome | None
    held: bool
    part: bool


def wording(phrase: str) -> Wording:
    """Return what the phrase of a count says: "a further eight casualties", "two wounded soldiers"."""
    found = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(phrase)]
    lows = [low for *_, low in found]
    harmed = {words.HARMED[low] for low in lows if low in words.HARMED}
    first = next((at for at, low in enumerate(lows) if not _counts(low)), len(lows))
    while first < len(lows) and lows[first] in words.HARMED:
        first += 1
    of_them = lows[-2:-1] == ["of"] and lows[-1] in words.OF_THEM
    of_harmed = lows[-3:-1] == ["of", "the"] and lows[-1] in words.HARMED
    last = len(lows) - 2 if of_them else len(lows)
    while last > first and lows[last - 1] in words.HARMED:
        last -= 1
    return Wording(
        who=phrase[found[first][0] : found[last - 1][1]] if first < last else None,
        adds=any(low in words.ADDING and lows[at + 1 : at + 2] != ["than"] for at, low in enumerate(lows)),
        harmed=harmed.pop() if len(harmed) == 1 else None,
        part=of_them or of_harmed,
        held=not words.HELD.isdisjoint(lows),
    )


def _counts(low: str) -> bool:
    """Return whether a word belongs to the number or its modifier, not to the people."""
    return low[0].isdigit() or low in words.NUMBER_WORDS or low.partition("-")[0] in words.NUMBER_WORDS
