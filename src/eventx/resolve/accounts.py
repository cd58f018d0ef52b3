"""Counts of people already counted, with another number: made exact, a toll that rose, another source's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import get_args

from eventx.quotes import fold
from eventx.resolve import people, same
from eventx.resolve.casts import Cast
from eventx.schema import Group, Outcome
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
    before: dict[Outcome, Cast] = {}
    added_to: dict[int, int] = {}  # by where a count starts that comes on top, where the one before it does
    numbers: dict[tuple[Outcome, str], list[Cast]] = defaultdict(list)
    firsts: dict[Outcome, Cast] = {}
    for each in casts:
        firsts.setdefault(each.outcome, each)
        if each.placed.reading.adds and each.outcome in before:
            added_to[each.start] = before[each.outcome].start
        before[each.outcome] = each
        if each.role == "part" and (each.value or 0) > 1:
            for head in same.heads(each.placed.reading):
                numbers[each.outcome, head].append(each)
    for index, vague in enumerate(casts):
        if vague.role != "part" or vague.value is not None or vague.placed.reading.adds:
            continue
        if vague.placed.reading.mention.high is not None:  # a range is a number
            continue
        sentence = sentence_start(text, vague.start)
        leads = sentence_start(text, firsts[vague.outcome].start) == sentence
        for each in (
            one for head in same.heads(vague.placed.reading) for one in numbers[vague.outcome, head]
        ):
            if each.start >= vague.start and not leads:
                break
            is_apart = sentence_start(text, each.start) != sentence
            if is_apart and _may_share(vague, each) and added_to.get(each.start) != vague.start:
                found[index] = replace(vague, role="repeat")
                break
    return found


def _may_share(one: Cast, other: Cast) -> bool:
    return one.group == other.group or "unknown" in (one.group, other.group)


def superseded(text: str, casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, those of a toll that has risen since as other accounts of the same people.

    "The toll has risen to 14": the "nine people" told elsewhere are among them.
    """
    if not _TOLL.search(text) and not _UP_FROM.search(text):  # few texts tell of a toll
        return list(casts)
    starts = [each.start for each in casts]
    most: dict[Outcome, int] = {}
    for start, end in spans(text):
        is_toll = _TOLL.search(text, start, end) and _ROSE.search(text, start, end)
        if not is_toll and not _UP_FROM.search(text, start, end):
            continue
        told = casts[bisect_left(starts, start) : bisect_left(starts, end)]
        if (risen := next(filter(_is_plain, told), None)) is not None:
            most[risen.outcome] = max(most.get(risen.outcome, 0), risen.value or 0)
    return [
        replace(each, role="account") if each.role == "part" and _is_earlier(each, most) else each
        for each in casts
    ]


def overtaken(text: str, casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, in a live-blog those of older entries as accounts of the people of the newest.

    An entry is a line that opens with the time of day. Only a count of people of any kind is a toll.
    """
    entries = [(match.start(), int(match[1]) * 60 + int(match[2])) for match in _ENTRY.finditer(text)]
    if len(entries) < _FEWEST_ENTRIES:
        return list(casts)
    minutes = [_minute(entries, each.start) for each in casts]
    found = list(casts)
    most: dict[Outcome, int] = {}  # of the tolls in newer entries
    for minute, together in groupby(
        sorted(range(len(casts)), key=lambda at: -minutes[at]), minutes.__getitem__
    ):
        entry = list(together)
        for at in entry if minute >= 0 else ():
            each = casts[at]
            is_older = most.get(each.outcome, -1) >= (each.value or 0)
            if is_older and each.role in ("part", "total") and not each.placed.reading.adds:
                found[at] = replace(each, role="account")
        for each in (casts[at] for at in entry):
            if _is_plain(each) and not each.placed.reading.adds:
                most[each.outcome] = max(most.get(each.outcome, -1), each.value or 0)
    return found


def _minute(entries: Sequence[tuple[int, int]], at: int) -> int:
    """Return the minute of the day that the entry around an offset is of, -1 before the first entry."""
    index = bisect_right(entries, at, key=itemgetter(0))
    return entries[index - 1][1] if index else -1


def _is_earlier(each: Cast, most: Mapping[Outcome, int]) -> bool:
    is_less = (each.value or 0) < most.get(each.outcome, 0)
    return is_less and _is_plain(each) and not each.placed.reading.adds


def _is_plain(each: Cast) -> bool:
    """Return whether a count is of people of any kind, as tolls are."""
    return people.is_generic(each.placed.reading.who)


def rivals(casts: Sequence[Cast]) -> list[Cast]:
    """Return the counts, what another source says of the same people as an account beside the first.

    Codebook: what conflicting sources say is kept apart, low is the least and high the most.
    """
    found = list(casts)
    # By outcome, group and words the first count of each source: those of another are the same people.
    firsts: dict[tuple[Outcome, Group, str], dict[str, int]] = defaultdict(dict)
    for index, each in enumerate(casts):
        if each.role != "part" or each.source is None:
            continue
        source, keys = fold(each.source), same.rival_keys(each.placed.reading)
        groups = get_args(Group) if each.group == "unknown" else (each.group, "unknown")
        told = (firsts[each.outcome, group, key] for group in groups for key in keys)
        others = [next((at for by, at in of.items() if by != source), None) for of in told]
        first = min((at for at in others if at is not None), default=None)
        if first is not None and not each.placed.reading.adds:
            found[index] = replace(each, role="account", instead_of=casts[first].start)
            continue
        for key in keys:
            firsts[each.outcome, each.group, key].setdefault(source, index)
    return found
