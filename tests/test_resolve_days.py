"""Whether a sentence tells of another time than an event's."""

from __future__ import annotations

from datetime import date

import pytest

from eventx import Article, dates
from eventx.resolve.days import carried, is_of_another_time, told, weekdays
from eventx.schema import When
from eventx.sentences import paragraphs, spans

DAY = date(2023, 8, 28)  # a Monday


def when(words: str, published: date | None = None) -> When:
    """Return the first time that the words tell."""
    return dates.read(dates.find(words)[0], published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two died on Saturday.", [["on Saturday"]], id="one"),
        pytest.param("Two died. Three fled on Sunday.", [[], ["on Sunday"]], id="by-sentence"),
        pytest.param("Two died, police said on Monday.", [[]], id="when-it-was-said"),
        pytest.param("Two died on Saturday, police said on Monday.", [["on Saturday"]], id="died-and-said"),
        pytest.param("TARN, Aug 25 - Two died.", [[]], id="dateline"),
        pytest.param("The army yesterday confirmed two deaths.", [[]], id="said-after-its-time"),
        pytest.param(
            "Update, Jan. 25, 2013\nTARN, Norland (Jan. 25, 2013)\nTwo died.",
            [[], [], []],
            id="above-the-dateline",
        ),
        pytest.param(
            "The army killed a leader behind the attack on May 11.", [[]], id="what-somebody-is-wanted-for"
        ),
        pytest.param("The bodies of two were found on Monday.", [[]], id="when-bodies-were-found"),
        pytest.param("The mayor gave an account on Monday of two deaths.", [[]], id="when-it-was-told-of"),
        pytest.param("It was calm since Friday, when two died.", [["Friday"]], id="since-it-happened"),
        pytest.param("Two died.", [[]], id="silent"),
    ],
)
def test_a_sentence_tells_the_times_of_what_happened(text: str, expected: list[list[str]]) -> None:
    times = told(Article(text=text), spans(text))
    assert [[each.text for each in sentence] for sentence in times] == expected


@pytest.mark.parametrize(
    ("times", "event", "published", "is_another"),
    [
        pytest.param(["on Saturday"], "on Saturday", DAY, False, id="the-same-day"),
        pytest.param(["on Friday"], "on Saturday", DAY, True, id="another-day"),
        pytest.param(["on Friday", "on Saturday"], "on Saturday", DAY, False, id="one-of-two-fits"),
        pytest.param(["in 2020"], "on Saturday", DAY, True, id="another-year"),
        pytest.param(["over the past 48 hours"], "on Saturday", DAY, False, id="a-span-that-holds-it"),
        pytest.param(["on Saturday"], "on Saturday", None, False, id="undated-the-same-weekday"),
        pytest.param(["on Friday"], "on Saturday", None, True, id="undated-another-weekday"),
        pytest.param(["in recent years"], "on Saturday", None, False, id="cannot-be-compared"),
        pytest.param(["on Saturday"], None, DAY, False, id="event-without-time"),
        pytest.param([], "on Saturday", DAY, False, id="sentence-without-time"),
        pytest.param(["in June"], None, None, True, id="a-month-is-no-news"),
        pytest.param(["in June"], "on Saturday", None, True, id="a-month-and-a-day"),
        pytest.param(["in June"], "in June", None, False, id="the-months-own-report"),
        pytest.param(["in August"], "on Saturday", DAY, False, id="the-month-of-the-day"),
    ],
)
def test_a_time_outside_the_events_days_is_another(
    times: list[str], event: str | None, published: date | None, is_another: bool
) -> None:
    told_times = [when(each, published) for each in times]
    assert is_of_another_time(told_times, when(event, published) if event else None) == is_another


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Monday or Tuesday", {"monday", "tuesday"}),
        ("LAST SATURDAY", {"saturday"}),
        ("Mondays", set()),
        ("yesterday", set()),
    ],
)
def test_weekdays_are_those_named(words: str, expected: set[str]) -> None:
    assert weekdays(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two died on Friday. Three fled.", ["on Friday", "on Friday"], id="goes-on"),
        pytest.param("Two died on Friday.\n\nThree fled.", ["on Friday", None], id="ends-with-its-paragraph"),
        pytest.param("Two died on Saturday. Three fled.", ["on Saturday", None], id="the-events-own-time"),
        pytest.param(
            "Two died on Friday. Three fled on Sunday. Four fled.",
            ["on Friday", "on Sunday", "on Sunday"],
            id="until-a-new-one",
        ),
    ],
)
def test_another_time_than_the_events_goes_on_through_its_paragraph(
    text: str, expected: list[str | None]
) -> None:
    article = Article(text=text, published=DAY)
    borders = [start for start, _ in paragraphs(text)]
    found = carried(told(article, spans(text)), spans(text), borders, [when("on Saturday", DAY)])
    assert [each[0].text if each else None for each in found] == expected
