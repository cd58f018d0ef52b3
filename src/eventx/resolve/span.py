"""How long an event lasted: the day it began and the days that its people were counted over are one time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from eventx import dates
from eventx.article import Article
from eventx.dates.expressions import KINDS, NUMBERS
from eventx.resolve.days import is_of_telling
from eventx.resolve.figure import Figure
from eventx.schema import Evidence, When
from eventx.sentences import index_at, spans

_DAYS_OF = ("weekday", "iso", "day_month", "month_day")  # not "yesterday": that is news of one day
_WINDOWS = ("past", "weekday", "day_month", "month_day", "iso")  # the last four after "since"

_start = attrgetter("start")

# "concluded a six-day operation yesterday"
_LASTED = re.compile(
    rf"\b(?:end|finish|conclud|complet)(?:e|ed|s|es|ing)?\s(?:[\w-]+\s){{0,3}}?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})-day\s(?:\w+\s){{0,2}}?"
    r"(?:operation|offensive|battle|siege|assault|mission|clashes|fighting)\b",
    re.IGNORECASE,
)


def lasting(article: Article, when: When | None, figures: Sequence[Figure]) -> When | None:
    """Return the time of an event with the days it went on for, where the article tells them.

    The window that every count of its killed is told over ("over the past 48 hours", "since Friday") carries
    the day on which it began to the window's end, where that day opens the window: then the words of both
    are its text and its evidence. Without a day of publication both are kept, where they say on which
    weekdays the article can have been published. A day on which the sentence ends "a six-day operation" is
    the last of so many.
    """
    if when is None or len(when.evidence) != 1:
        return when
    if ended := _ended(article.text, when):
        return ended
    if not any(KINDS[kind].fullmatch(when.text) for kind in _DAYS_OF):
        return when
    joined = _dated if when.start else _undated
    return next((both for each in _windows(article, figures) if (both := joined(when, each))), when)


def _windows(article: Article, figures: Sequence[Figure]) -> list[When]:
    """Return the windows of the totals of the killed, else of their parts; none unless each has one."""
    killed = [each for each in figures if each.outcome == "killed"]
    counted = [each for each in killed if each.role == "total"] or [
        each for each in killed if each.role == "part"
    ]
    told = [list(_windows_beside(article, each.start)) for each in counted]
    return [window for each in told for window in each] if all(told) else []


def _windows_beside(article: Article, start: int) -> Iterator[When]:
    text = article.text
    first, last = spans(text)[index_at(spans(text), start)]
    found = _open_windows(text, article.published)
    for each in found[bisect_left(found, first, key=_start) : bisect_left(found, last, key=_start)]:
        yield dates.read(each, article.published)


@lru_cache(maxsize=8)  # asked for each count of an article
def _open_windows(text: str, published: date | None) -> tuple[Evidence, ...]:
    return tuple(
        each
        for each in dates.find(text, published)
        if any((m := KINDS[kind].fullmatch(each.quote)) and _is_open(kind, m) for kind in _WINDOWS)
        and not is_of_telling(text, each)
    )


def _is_open(kind: str, match: re.Match[str]) -> bool:
    return kind == "past" or bool(match["since"])


def _dated(when: When, window: When) -> When | None:
    if when.precision != "day" or when.start != window.start:
        return None
    return _both(when, window, end=window.end, reason=f"{when.reason}; {window.reason}")


def _undated(when: When, window: When) -> When | None:
    weekdays = dates.publication_weekdays(when.text, window.text)
    if not weekdays:
        return None
    known = (when.reason or "").partition(";")[0]
    return _both(when, window, end=None, reason=f"{known}; published on a {' or '.join(weekdays)}")


def _both(when: When, window: When, *, end: date | None, reason: str) -> When:
    is_known = when.start is not None
    return When(
        text=f"{when.text}; {window.text}",
        start=when.start,
        end=end,
        precision=("day" if when.start == end else "days") if is_known else "unresolved",
        reason=reason,
        evidence=(*when.evidence, *window.evidence),
    )


def _ended(text: str, when: When) -> When | None:
    """Return the days of "concluded a six-day operation yesterday", None without any such words."""
    (day,) = when.evidence
    if when.start is None or when.precision != "day":
        return None
    first, last = spans(text)[index_at(spans(text), day.start)]
    lasted = _LASTED.search(text, first, last)
    if lasted is None:
        return None
    number = int(lasted["n"]) if lasted["n"].isdigit() else NUMBERS.index(lasted["n"].lower()) + 1
    if number < 2:
        return None
    words = Evidence(start=lasted.start(), end=lasted.end(), quote=lasted[0])
    return When(
        text=f"{lasted[0]}; {when.text}",
        start=when.start - timedelta(days=number - 1),
        end=when.start,
        precision="days",
        reason=f"{number} days that ended {when.reason}",
        evidence=(words, day),
    )
