"""When an event happened: days in order, not after publication, and as precise as the words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations

from eventx import dates
from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.dates.expressions import KINDS, WEEKDAYS
from eventx.schema import Event, Finding, When

DATE_ORDER = Rule(
    "date-order",
    17,
    "error",
    "An event does not end before it begins, nor after the article was published.",
    "news tells what has happened",
)
DATE_WITHOUT_ANCHOR = Rule(
    "date-without-anchor",
    18,
    "error",
    'Words that count from another day ("yesterday") are dated only where that day is known.',
    "an unstated day is null, never guessed",
)
WEEKDAY_DIFFERS = Rule(
    "weekday-differs",
    19,
    "error",
    "The weekday named is among the days; a bare one on which the article was published means that day.",
    "news style: a weekday without more is the latest one",
)
DATE_OLD = Rule(
    "date-old",
    20,
    "warning",
    "An event is at most a season, 92 days, older than the article.",
    "what lies further back is background to a news article",
)
PUBLICATION_NARROWED = Rule(
    "publication-narrowed",
    21,
    "info",
    "Without a day of publication, a weekday within a window of days still says on which weekdays it can be.",
    "what can be said without guessing helps a coder to find the day",
)
PRECISION_DIFFERS = Rule(
    "date-precision-differs",
    22,
    "error",
    "The precision is that of the days: one day, several, a whole week, month or year, cut at publication.",
    "ACLED time_precision and UCDP GED date_prec are read from both",
)
RULES = (
    DATE_ORDER,
    DATE_WITHOUT_ANCHOR,
    WEEKDAY_DIFFERS,
    DATE_OLD,
    PUBLICATION_NARROWED,
    PRECISION_DIFFERS,
)


READ_BY_MODEL = "the model's reading"
"""How the reason of a day begins that no rule settles: its year at least stands in the article."""


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield what is wrong with the days of each event, and what can be said where there are none."""
    for index, event in enumerate(events):
        if event.when is not None:
            path = f"events[{index}].when"
            yield from _in_order(path, event.when, article.published)
            yield from _anchored(path, event.when, article)
            yield from _on_weekday(path, event.when, article.published)
            yield from _recent(path, event.when, article.published)
            yield from _narrowed(path, event.when, article.published)
            yield from _as_precise(path, event.when, article.published)


def _in_order(path: str, when: When, published: date | None) -> Iterator[Finding]:
    if when.start is not None and when.end is not None and when.end < when.start:
        yield DATE_ORDER.at(f"{path}.end", f"it ends on {when.end}, before it begins on {when.start}")
    last = max((day for day in (when.start, when.end) if day is not None), default=None)
    if last is not None and published is not None and last > published:
        yield DATE_ORDER.at(
            f"{path}.end" if last == when.end else f"{path}.start",
            f"{last} is after the article was published, on {published}",
        )


def _anchored(path: str, when: When, article: Article) -> Iterator[Finding]:
    is_models = (when.reason or "").startswith(READ_BY_MODEL) and str(
        when.start and when.start.year
    ) in article.text
    if article.published is not None or when.start is None or is_models:
        return
    if all(map(dates.is_relative, _said(when))):
        yield DATE_WITHOUT_ANCHOR.at(
            f"{path}.start", f'"{when.text}" is dated {_days(when)}, but the day of publication is not known'
        )


def _on_weekday(path: str, when: When, published: date | None) -> Iterator[Finding]:
    if when.start is None or when.end is None:
        return
    reached = {
        (when.start + timedelta(days=number)).weekday()
        for number in range(min((when.end - when.start).days + 1, 7))
    }
    for words in _said(when):
        named = [WEEKDAYS.index(each) for each in WEEKDAYS if each in words.lower().split()]
        if not reached.issuperset(named):
            yield WEEKDAY_DIFFERS.at(f"{path}.start", f'"{words}" is dated {_days(when)}')
        elif published is not None and when.end < published and _is_bare(words, published):
            yield WEEKDAY_DIFFERS.at(
                f"{path}.start",
                f'"{words}" is dated {_days(when)}, but means the day of publication, {published}',
            )


def _is_bare(words: str, published: date) -> bool:
    """Return whether the words name the weekday of publication and say nothing more of which."""
    match = KINDS["weekday"].fullmatch(words)
    return (
        match is not None
        and not (match["which"] or match["week"] or match["bound"] or match["since"])
        and (WEEKDAYS.index(match["weekday"].lower()) == published.weekday())
    )


def _recent(path: str, when: When, published: date | None) -> Iterator[Finding]:
    if when.end is not None and published is not None and published - when.end > dates.NEWS_WINDOW:
        yield DATE_OLD.at(
            path, f'"{when.text}" is {_days(when)}, more than a season before publication on {published}'
        )


def _narrowed(path: str, when: When, published: date | None) -> Iterator[Finding]:
    if published is not None:
        return
    for day, window in permutations(_said(when), 2):
        if weekdays := dates.publication_weekdays(day, window):
            yield PUBLICATION_NARROWED.at(
                path,
                f'the article was published on a {" or ".join(weekdays)}: "{day}" lies within "{window}"',
            )


def _as_precise(path: str, when: When, published: date | None) -> Iterator[Finding]:
    if not _is_as_precise(when, published):
        yield PRECISION_DIFFERS.at(
            f"{path}.precision", f'the precision is "{when.precision}", the days are {_days(when)}'
        )


def _is_as_precise(when: When, published: date | None) -> bool:
    if when.start is None or when.end is None:
        return when.start is when.end is None and when.precision == "unresolved"
    if when.precision == "day":
        return when.start == when.end
    if when.precision == "days":
        return when.start < when.end
    if when.precision == "unresolved":
        return False
    first, last = {"week": dates.week, "month": dates.month, "year": dates.year}[when.precision](when.start)
    return when.start == first and when.end in (last, published)


def _said(when: When) -> tuple[str, ...]:
    return tuple(each.quote for each in when.evidence) or (when.text,)


def _days(when: When) -> str:
    if when.start == when.end:
        return "not known" if when.start is None else f"{when.start}, a {_weekday(when.start)}"
    return f"{when.start or 'not known'} to {when.end or 'not known'}"


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()
