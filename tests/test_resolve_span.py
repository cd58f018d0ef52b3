"""How long an event lasted: the day it began and the window that its people are told over are one time."""

from __future__ import annotations

from datetime import date

import pytest

from eventx import Article
from eventx.codebook import builtin
from eventx.counts import find
from eventx.counts.reading import read
from eventx.reply import Report
from eventx.resolve import frames, place
from eventx.schema import When
from lean import events
from scripted import incident, told

DAY = date(2023, 8, 28)  # a Monday
FOUGHT = "The Norland army fought Red Dawn in Tarn. "


def when(text: str, words: str, published: date | None = DAY) -> When | None:
    """Return the time of the battle, which the model tells by `words`, its evidence the article's words."""
    article = Article(text=FOUGHT + text, published=published)
    report = told(incident(when=words, town="Tarn", side_a="Norland army", side_b="Red Dawn"))
    found = frames(article, (Report.model_validate(report),))
    placed = place(article, found, read(article.text, find(article.text)))
    (made,) = events(article, found, placed, builtin())
    if made.when is None:
        return None
    assert [article.text[each.start : each.end] for each in made.when.evidence] == [
        each.quote for each in made.when.evidence
    ]
    return made.when


BEGAN = " The battle began last Saturday."

CASES = {
    "window of the total": (
        "At least 26 people were killed over the past 48 hours." + BEGAN,
        "last Saturday",
        ("last Saturday; over the past 48 hours", "2023-08-26", "2023-08-28"),
    ),
    "window of every part": (
        "Over the past 48 hours the fighting killed six soldiers and seven rebels." + BEGAN,
        "last Saturday",
        ("last Saturday; Over the past 48 hours", "2023-08-26", "2023-08-28"),
    ),
    "since the day": (
        "At least 26 people were killed since Saturday." + BEGAN,
        "last Saturday",
        ("last Saturday; since Saturday", "2023-08-26", "2023-08-28"),
    ),
    "window that opens after the day": (
        "At least 26 people were killed over the past 24 hours." + BEGAN,
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "a calendar day": (
        "At least 26 people were killed over the past 48 hours. The battle began on 26 August.",
        "on 26 August",
        ("on 26 August; over the past 48 hours", "2023-08-26", "2023-08-28"),
    ),
    "window that opens before the day": (
        "At least 26 people were killed over the past week." + BEGAN,
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "window long after the day": (
        "At least 26 people were killed over the past 48 hours. The battle began last Tuesday.",
        "last Tuesday",
        ("last Tuesday", "2023-08-22", "2023-08-22"),
    ),
    "window of a part only": (
        "The fighting killed six soldiers. It killed seven rebels over the past 48 hours." + BEGAN,
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "window of the parts of a total without one": (
        "At least 26 people were killed in all. Over the past 48 hours the fighting killed six soldiers."
        + BEGAN,
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "the day again is no window": (
        "At least 26 people were killed on Saturday." + BEGAN,
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "window of a sentence without people": (
        "The fighting killed six soldiers." + BEGAN + " Prices rose over the past 48 hours.",
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "a raid of yesterday": (
        "At least 26 people were killed yesterday over the past 24 hours.",
        "yesterday",
        ("yesterday", "2023-08-27", "2023-08-27"),
    ),
    "the last day of several": (
        "The army ended a six-day operation last Saturday. It killed six rebels.",
        "last Saturday",
        ("ended a six-day operation; last Saturday", "2023-08-21", "2023-08-26"),
    ),
    "yesterday as the last day": (
        "The army concluded a 2-day clearing operation yesterday. It killed six rebels.",
        "yesterday",
        ("concluded a 2-day clearing operation; yesterday", "2023-08-26", "2023-08-27"),
    ),
    "the first day of several": (
        "The army began a six-day operation last Saturday. It killed six rebels.",
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
    "a one-day operation": (
        "The army ended a one-day operation last Saturday. It killed six rebels.",
        "last Saturday",
        ("last Saturday", "2023-08-26", "2023-08-26"),
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES)
def test_an_event_lasts_as_long_as_the_article_tells(
    text: str, words: str, expected: tuple[str, str, str]
) -> None:
    found = when(text, words)
    assert found is not None
    assert expected == (found.text, str(found.start), str(found.end))
    assert found.precision == ("day" if found.start == found.end else "days")


def test_an_event_without_a_time_has_none_to_join() -> None:
    assert when("At least 26 people were killed.", "unknown") is None


def test_a_span_says_how_both_its_days_are_known() -> None:
    found = when("At least 26 people were killed over the past 48 hours." + BEGAN, "last Saturday")
    assert found is not None
    assert found.reason == "the Saturday before 2023-08-28; the 48 hours up to 2023-08-28"


def test_an_operation_that_ended_says_how_its_days_are_known() -> None:
    found = when("The army ended a six-day operation yesterday. It killed six rebels.", "yesterday")
    assert found is not None
    assert found.reason == "6 days that ended the day before 2023-08-28"


UNDATED = {
    "weekday within a window": (
        "At least 26 people were killed over the past 48 hours." + BEGAN,
        "last Saturday",
        ("last Saturday; over the past 48 hours", "a Saturday; published on a Sunday or Monday"),
    ),
    "a bare weekday may be the day itself": (
        "At least 26 people were killed in the past 24 hours. The battle began on Saturday.",
        "on Saturday",
        ("on Saturday; in the past 24 hours", "a Saturday; published on a Saturday or Sunday"),
    ),
    "a window of a week says nothing": (
        "At least 26 people were killed over the past week." + BEGAN,
        "last Saturday",
        ("last Saturday", "a Saturday; the day of publication is not known"),
    ),
    "a window that reaches back to a weekday says nothing": (
        "At least 26 people were killed since Friday." + BEGAN,
        "last Saturday",
        ("last Saturday", "a Saturday; the day of publication is not known"),
    ),
    "no window": (
        "At least 26 people were killed." + BEGAN,
        "last Saturday",
        ("last Saturday", "a Saturday; the day of publication is not known"),
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), UNDATED.values(), ids=UNDATED)
def test_without_a_day_of_publication_both_words_say_when_it_can_be(
    text: str, words: str, expected: tuple[str, str]
) -> None:
    found = when(text, words, published=None)
    assert found is not None
    assert (*expected, None, None) == (found.text, found.reason, found.start, found.end)
