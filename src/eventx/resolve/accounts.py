"""Counts of people already counted, with another number: made exact, a toll that rose, another source's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from eventx.quotes import fold
from eventx.resolve import people, same
from eventx.resolve.casts import Cast
from eventx.sentences import sentence_start, spans

_TOLL = re.compile(
    r"\b(?:tolls?|number of (?:the )?(?:dead|killed|deaths|wounded|injured|fatalities))\b", re.IGNORECASE
)
_ROSE = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:es?|ed|ing)|updated?|"
    r"revised|brings?|brought|bringing|stands?|stood|standing|reach(?:es|ed|ing)?|now)\b",
    re.IGNORECASE,
)
_UP_FROM = re.compile(r"\b(?:up from|now known to have|now confirmed)\b", re.IGNORECASE)
_ENTRY = re.compile(r"^[^\S\n]*+([01]?\d|2[0-3])[:.]([0-5]\d)\b", re.MULTILINE)  # "18:40 The general staff …"
_FEWEST_ENTRIES = 3


def made_exact(text: str, casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, a vague word as the repeat of the number that other sentences give for its people.

    The lead's "several suspects" are the "four suspects" of the body, and "several rebels" told after "more
    than ten rebels" are among those. One person makes no vague word exact.
    """
    found = list(casts)
    for index, vague in enumerate(casts):
        if vague.role != "part" or vague.value is not None or vague.placed.reading.adds:
            continue
        if vague.placed.reading.mention.high is not None:  # a range is a number
            continue
        exact = [each for each in casts if _is_exact(text, vague, each, casts)]
        if any(not _adds_to(each, vague, casts) for each in exact):
            found[index] = replace(vague, role="repeat")
    return found


def _is_exact(text: str, vague: Cast, each: Cast, casts: Sequence[Cast]) -> bool:
    return (
        each.role == "part"
        and each.outcome == vague.outcome
        and (each.value or 0) > 1
        and (each.start < vague.start or _leads(text, vague, casts))
        and sentence_start(text, each.start) != sentence_start(text, vague.start)
        and (each.group == vague.group or "unknown" in (each.group, vague.group))
        and same.are_alike(each.placed.reading, vague.placed.reading)
    )


def _leads(text: str, each: Cast, casts: Sequence[Cast]) -> bool:
    """Return whether the first sentence that counts anybody so harmed holds the count."""
    first = next(other for other in casts if other.outcome == each.outcome)
    return sentence_start(text, first.start) == sentence_start(text, each.start)


def _adds_to(each: Cast, vague: Cast, casts: Sequence[Cast]) -> bool:
    """Return whether a count comes on top of the vague one: "several rebels … three more rebels"."""
    if not each.placed.reading.adds:
        return False
    before = [other for other in casts if other.outcome == each.outcome and other.start < each.start]
    return before[-1:] == [vague]


def superseded(text: str, casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, those of a toll that has risen since as other accounts of the same people.

    "The toll has risen to 14": the "nine people" told elsewhere are among them.
    """
    found = list(casts)
    for start, end in spans(text):
        is_toll = _TOLL.search(text, start, end) and _ROSE.search(text, start, end)
        if not is_toll and not _UP_FROM.search(text, start, end):
            continue
        risen = next((each for each in found if start <= each.start < end and _is_plain(each)), None)
        for index, each in enumerate(found):
            if risen is not None and each.role == "part" and _is_earlier(each, risen):
                found[index] = replace(each, role="account")
    return found


def overtaken(text: str, casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, in a live-blog those of older entries as accounts of the people of the newest.

    An entry is a line that opens with the time of day. Only a count of people of any kind is a toll.
    """
    entries = [(match.start(), int(match[1]) * 60 + int(match[2])) for match in _ENTRY.finditer(text)]
    if len(entries) < _FEWEST_ENTRIES:
        return list(casts)
    told = {each.start: _minute(entries, each.start) for each in casts}
    found = list(casts)
    for index, each in enumerate(found):
        newer = [
            other
            for other in casts
            if other.outcome == each.outcome
            and told[other.start] > told[each.start] >= 0
            and (other.value or 0) >= (each.value or 0)
            and _is_plain(other)
            and not other.placed.reading.adds
        ]
        if newer and each.role in ("part", "total") and not each.placed.reading.adds:
            found[index] = replace(each, role="account")
    return found


def _minute(entries: Sequence[tuple[int, int]], at: int) -> int:
    """Return the minute of the day that the entry around an offset is of, -1 before the first entry."""
    return next((minute for start, minute in reversed(entries) if start <= at), -1)


def _is_earlier(each: Cast, risen: Cast) -> bool:
    is_less = each.outcome == risen.outcome and (each.value or 0) < (risen.value or 0)
    return is_less and _is_plain(each) and not each.placed.reading.adds


def _is_plain(each: Cast) -> bool:
    """Return whether a count is of people of any kind, as tolls are."""
    return people.is_generic(each.placed.reading.who)


def rivals(casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, what another source says of the same people as an account beside the first.

    Codebook: what conflicting sources say is kept apart, low is the least and high the most.
    """
    found = list(casts)
    for index, each in enumerate(found):
        if each.role != "part" or each.placed.reading.adds:
            continue
        first = next((other for other in found[:index] if _are_rivals(each, other)), None)
        if first is not None:
            found[index] = replace(each, role="account", instead_of=first.start)
    return found


def _are_rivals(each: Cast, other: Cast) -> bool:
    return (
        other.role == "part"
        and other.outcome == each.outcome
        and each.source is not None
        and other.source is not None
        and fold(each.source) != fold(other.source)
        and (each.group == other.group or "unknown" in (each.group, other.group))
        and same.are_rivals(each.placed.reading, other.placed.reading)
    )
