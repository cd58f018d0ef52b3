"""Counts of a long article placed among the events that their passage tells or their paragraph names.

In a short article with one event every count is its own; in a live-blog what one part tells is nothing to
the counts of another.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter

from eventx import places
from eventx.article import Article
from eventx.counts.reading import Reading
from eventx.passages import Passage, holding
from eventx.quotes import locate
from eventx.reply import Report
from eventx.resolve import Frame, Placed, frames, place
from eventx.resolve.frames import owner
from eventx.sentences import paragraphs

_PLACE = re.compile(
    r"\b(?:in|near|outside)\s+(?:(?:the\s+)?(?:town|village|city|district|province)\s+of\s+)?"
    r"([A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)"
)
_MONTHS = frozenset(calendar.month_name)

Reports = Mapping[int, Sequence[Report]]
"""What was told of each passage, by its index."""


def placed_within(
    article: Article,
    found: Sequence[Frame],
    readings: Sequence[Reading],
    passages: Sequence[Passage],
    reports: Reports,
) -> tuple[Placed, ...]:
    """Return each count as far as rules can place it, in order; `found` are the events of all reports."""
    if len(passages) == 1:
        return place(article, found, readings)
    own = [told(article, found, reports.get(index, ())) for index in range(len(passages))]
    blocks = paragraphs(article.text)
    near = cache(
        lambda block, passage: _near(article.text[slice(*blocks[block])], found, own[passage])
    )  # many counts may stand in one paragraph
    together: dict[tuple[int, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        at = reading.mention.start
        block = max(0, bisect_right(blocks, at, key=itemgetter(0)) - 1)
        together[tuple(sorted(near(block, holding(passages, at))))].append(reading)
    placed = [
        each if each.event is None else replace(each, event=events[each.event])
        for events, some in together.items()
        for each in place(article, [found[event] for event in events], some)
    ]
    return tuple(sorted(placed, key=lambda each: each.reading.mention.start))


def _near(paragraph: str, found: Sequence[Frame], own: frozenset[int]) -> frozenset[int]:
    """Return the events that a paragraph may tell of: those in the places it names.

    None where it names the place of no event; where it names no place, those of its passage and the one it
    names otherwise.
    """
    here = {index for index, each in enumerate(found) if each.where and locate(paragraph, each.where.text)}
    if here or any(_is_elsewhere(match[1], found) for match in _PLACE.finditer(paragraph)):
        return frozenset(here)
    named = owner(paragraph, found)
    return own if named is None else own | {named}


def _is_elsewhere(name: str, found: Sequence[Frame]) -> bool:
    """Return whether a name is neither a month, a country nor in a name of the events."""
    known = [
        words
        for each in found
        for words in (each.where and each.where.text, each.where and each.where.admin1, *each.names)
        if words
    ]
    return (
        name not in _MONTHS
        and places.country(name) is None
        and not any(locate(words, name) or locate(name, words) for words in known)
    )


def told(article: Article, found: Sequence[Frame], reports: Sequence[Report]) -> frozenset[int]:
    """Return the indices of the events that these reports, some of those that gave `found`, tell."""
    own = frames(article, reports)
    return frozenset(
        index for index, frame in enumerate(found) if any(_is_told_by(frame, one) for one in own)
    )


def _is_told_by(frame: Frame, one: Frame) -> bool:
    """Return whether an event is the one that a single report tells: in its place, or between its sides."""
    if one.where is not None and frame.where == one.where:
        return True
    known = [(mine, side) for mine, side in ((one.side_a, frame.side_a), (one.side_b, frame.side_b)) if mine]
    return bool(known) and all(mine == side for mine, side in known)
