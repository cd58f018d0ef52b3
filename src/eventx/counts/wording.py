"""What the words of one count say by themselves: which people, added to others or not, harmed or not."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventx.counts.language import Harm
from eventx.counts.mention import CountMention
from eventx.schema import Outcome

_WORD = re.compile(r"\d[\d.,]*(?:-\w+)*+|[^\W\d_](?:['’.‐‑-]?\w)*+")


class Wording(NamedTuple):
    """What the phrase of a count says.

    `who` is the words for the people, verbatim. `adds`: they come on top of others ("two more").
    `harmed` is what the phrase itself says befell them ("eight casualties", "two wounded soldiers").
    `held`: "12 prisoners", taken once, but perhaps freed or moved here. `part`: "three of them",
    "eight of the dead". `nobody`: "no civilian", "ningún civil".
    """

    who: str | None
    adds: bool
    harmed: Outcome | None
    held: bool
    part: bool
    nobody: bool


def wording(mention: CountMention, lang: Harm) -> Wording:
    """Return what the phrase of a count says: "a further eight casualties", "two wounded soldiers"."""
    phrase = mention.text
    found = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(phrase)]
    lows = [low for *_, low in found]
    harmed = {lang.HARMED[low] for low in lows if low in lang.HARMED}
    if len(harmed) > 1:  # "bajas mortales"
        harmed.discard("casualties")
    if mention.value == 0 and not harmed:
        harmed = {lang.HARMED_IF_NOBODY[low] for low in lows if low in lang.HARMED_IF_NOBODY}
    first = next((at for at, low in enumerate(lows) if not _counts(low, lang)), len(lows))
    while first < len(lows) and lows[first] in lang.HARMED:
        first += 1
    before_last, of_what = ["", "", *lows][-3:-1], lows[-1] if lows else ""
    of_them = before_last[-1] in lang.OF and of_what in lang.OF_THEM
    of_which = before_last[0] in lang.OF and before_last[1] in lang.THE and of_what in lang.OF_THEM
    of_harmed = before_last[0] in lang.OF and before_last[1] in lang.THE and of_what in lang.HARMED
    last = len(lows) - (3 if of_which else 2 if of_them else 0)
    if last - 2 > first and lows[last - 2] in lang.AND_OR and lows[last - 1] in lang.ADDING:
        last -= 2  # "20 people or more"
    while last > first and lows[last - 1] in lang.HARMED:
        last -= 1
    return Wording(
        who=phrase[found[first][0] : found[last - 1][1]] if first < last else None,
        adds=any(
            low in lang.ADDING
            and (low in lang.DETERMINERS or lang.THAN.isdisjoint(lows[at + 1 : at + 2]))  # "más de"
            and lang.AND_OR.isdisjoint(lows[at - 1 : at])  # "20 or more"
            for at, low in enumerate(lows)
        )
        or (lows[:1] != [] and lows[0] not in lang.THE and not lang.ORDINALS.isdisjoint(lows[1:2])),
        harmed=harmed.pop() if len(harmed) == 1 else None,
        part=of_them or of_which or of_harmed,
        held=not lang.HELD.isdisjoint(lows),
        nobody=mention.value == 0,
    )


def _counts(low: str, lang: Harm) -> bool:
    """Return whether a word belongs to the number or its modifier, not to the people."""
    return low[0].isdigit() or low in lang.NUMBER_WORDS or low.partition("-")[0] in lang.NUMBER_WORDS
