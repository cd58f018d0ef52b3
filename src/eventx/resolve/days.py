"""Whether a sentence tells of another time than an event's."""

from __future__ import annotations

import re
from datetime import timedelta

from eventx import dates
from eventx.article import Article
from eventx.schema import Evidence, When

# "said on Monday" dates the saying; "MONT CALDER, Aug 25 -" dates the report.
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|added|reported|announced|confirmed|stated|according to)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_DATELINE_AFTER = re.compile(r"\s?\)?\s?[-–—]\s|\s?\)")
# Fighting that begins in the evening, or a body found at dawn, is of the same event.
_NEAR = timedelta(days=1)

_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def is_of_another_time(article: Article, span: tuple[int, int], when: When | None) -> bool:
    """Return whether all that a sentence says about time lies outside the event's days.

    Silent where the sentence or the event tells no time that can be compared: by days where both are
    known, else by weekday.
    """
    told = [
        dates.read(each, article.published)
        for each in dates.find(article.text)
        if _times(article.text, span, each)
    ]
    if when is None or not told:
        return False
    if when.start is not None and when.end is not None:
        known = [(each.start, each.end) for each in told if each.start is not None and each.end is not None]
        return bool(known) and all(
            end + _NEAR < when.start or start - _NEAR > when.end for start, end in known
        )
    named = frozenset().union(*(weekdays(each.text) for each in told))
    own = weekdays(when.text)
    return bool(named and own) and not named & own


def weekdays(words: str) -> frozenset[str]:
    """Return the weekdays named, in lower case."""
    return _WEEKDAYS & frozenset(re.findall(r"[a-z]+", words.lower()))


def _times(text: str, span: tuple[int, int], expression: Evidence) -> bool:
    """Return whether an expression stands in the sentence and dates what it tells."""
    start, end = span
    if not start <= expression.start < end:
        return False
    saying = _SAID_BEFORE.search(text, start, expression.start)
    return saying is None and not _DATELINE_AFTER.match(text, expression.end)
