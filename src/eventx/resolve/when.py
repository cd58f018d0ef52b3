"""When an event happened: the words a model gave for it, as far as the article bears them out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from eventx import dates
from eventx.article import Article
from eventx.counts import with_rules
from eventx.counts.harm import speaks_of_harm
from eventx.quotes import fold
from eventx.resolve.days import is_long, is_of_earlier_deed, is_of_telling, since_when, weekdays
from eventx.resolve.where import stated
from eventx.schema import Evidence, When
from eventx.sentences import index_at, paragraphs, spans

Span = tuple[int, int]

# A bound settles no day whatever day it is read against; against so late a day no date is one to come.
_SOME_DAY = date(9000, 1, 31)


def when(article: Article, words: str) -> When | None:
    """Return the time of an incident, None where the article has no such words.

    A weekday may be told in other words than the model's. When something was said, and what somebody is
    wanted for, is no time of what happened: before it come the same words told of something else, and the
    times of the sentences that speak of people harmed.
    """
    text = article.text
    found = stated(text, words)
    expressions = _expressions(text, article.published)
    if found is not None:
        first = bisect_right(expressions, found.start, key=attrgetter("end"))
        meant = expressions[first : bisect_left(expressions, found.end, key=attrgetter("start"))]
    else:  # "Sunday morning", where the article has "before sunrise on Sunday"
        named = weekdays(words)
        meant = tuple(each for each in expressions if named & weekdays(each.quote))
    if meant and not any(_is_of_event(text, each) for each in meant):
        told = _times_of_events(text, article.published)
        again = tuple(each for each in told if fold(words) in fold(each.quote))
        meant = again or _within(_sentences_of_harm(article), told) or meant
    return dates.read(meant[0], article.published) if meant else None


def told_alone(article: Article) -> When | None:
    """Return the time of the only incident of an article, where the model left it out; None without one.

    It is the full date that opens the text's first sentence, else the first time of a sentence that speaks of
    people harmed, else the first told up to the end of the paragraph that speaks of them first. A month or a
    year is no time of news, and neither is one that puts its sentence in the past.
    """
    text = article.text
    harm = _sentences_of_harm(article)
    told = _times_of_events(text, article.published)
    lead = next((end for start, end in paragraphs(text) if harm and start <= harm[0][0] < end), 0)
    opening = [each for each in told[:1] if lead and _opens(text, each)]
    for each in (*opening, *_within(harm, told), *(each for each in told if each.start < lead)):
        when = dates.read(each, article.published)
        is_bound = dates.read(each, article.published or _SOME_DAY).start is None
        if not is_bound and not is_long(when) and not _is_background(article, each):
            return when
    return None


@lru_cache(maxsize=8)  # asked for each event of an article
def _expressions(text: str, published: date | None) -> tuple[Evidence, ...]:
    return tuple(since_when(text, each) for each in dates.find(text, published))


@lru_cache(maxsize=8)
def _times_of_events(text: str, published: date | None) -> tuple[Evidence, ...]:
    return tuple(each for each in _expressions(text, published) if _is_of_event(text, each))


def _opens(text: str, time: Evidence) -> bool:
    """Return whether a date with its year opens the text, as in a note: "On 12 May 2013, …"."""
    goes_on = text[time.end :].partition("\n")[0].strip()
    return bool(goes_on) and not text[: time.start].strip() and not dates.is_relative(time.quote)


def _is_of_event(text: str, time: Evidence) -> bool:
    return not is_of_telling(text, time) and not is_of_earlier_deed(text, time)


def _is_background(article: Article, time: Evidence) -> bool:
    start, end = spans(article.text)[index_at(spans(article.text), time.start)]
    return dates.background(article.text[start:end], article.published) is not None


def _sentences_of_harm(article: Article) -> Sequence[Span]:
    language = with_rules(article.language)
    return () if language is None else _speaking_of_harm(article.text, language)


@lru_cache(maxsize=8)  # asked for each event of an article
def _speaking_of_harm(text: str, language: str) -> tuple[Span, ...]:
    return tuple(span for span in spans(text) if speaks_of_harm(text, *span, language=language))


def _within(sentences: Sequence[Span], times: Sequence[Evidence]) -> tuple[Evidence, ...]:
    starts = [each.start for each in times]
    return tuple(
        each
        for start, end in sentences
        for each in times[bisect_left(starts, start) : bisect_left(starts, end)]
    )
