"""A day told twice ("today (Friday)"), a night over two dates, a weekday of last week; names with a day."""

from datetime import date

import pytest

from eventx.dates import find, is_relative, read

SATURDAY = date(2023, 8, 26)

# The words, first and last day against publication on a Saturday, and the reason.
READ = {
    "today, published that day": ("today (Saturday)", "2023-08-26", "2023-08-26", "the day of publication"),
    "today, published a day later": (
        *("today (Friday)", "2023-08-25", "2023-08-25"),
        "the Friday before 2023-08-26",
    ),
    "yesterday": ("yesterday (Friday)", "2023-08-25", "2023-08-25", "the Friday before 2023-08-26"),
    "yesterday, between commas": (
        *("yesterday, Thursday", "2023-08-24", "2023-08-24"),
        "the Thursday before 2023-08-26",
    ),
    "weekday with its date": (
        *("on Wednesday evening (August 16)", "2023-08-16", "2023-08-16"),
        "the latest 16 August up to 2023-08-26",
    ),
    "weekday of last week": (
        *("last week on Monday", "2023-08-14", "2023-08-14"),
        "the Monday of the week before that of 2023-08-26",
    ),
    "weekday of this week": (
        *("this week, Monday", "2023-08-21", "2023-08-21"),
        "the Monday of the week of 2023-08-26",
    ),
    "night over two dates": (
        *("overnight on 14/15 March", "2023-03-14", "2023-03-15"),
        "the latest 14 March up to 2023-08-26",
    ),
    "night from a date": (
        *("overnight on August 23", "2023-08-23", "2023-08-24"),
        "the latest 23 August up to 2023-08-26; the night from that day",
    ),
    "night over the end of a month": (
        *("overnight on 31 July 2023", "2023-07-31", "2023-08-01"),
        "stated with the year; the night from that day",
    ),
    "night of dates": (
        *("the night of 14 to 15 March", "2023-03-14", "2023-03-15"),
        "the latest 14 March up to 2023-08-26",
    ),
}


@pytest.mark.parametrize(("words", "start", "end", "reason"), READ.values(), ids=READ.keys())
def test_a_day_told_twice_is_one(words, start, end, reason):
    (found,) = find(f"Four died {words}, a witness said.", SATURDAY)
    when = read(found, SATURDAY)
    assert (words, start, end, reason) == (when.text, str(when.start), str(when.end), when.reason)


UNSETTLED = {
    "written long before": ("today (Tuesday)", SATURDAY, "2023-08-26 is no Tuesday"),
    "another day": ("yesterday (Saturday)", SATURDAY, "2023-08-25 is no Saturday"),
    "another date": ("on Wednesday (August 17)", SATURDAY, "2023-08-17 is no Wednesday"),
    "not published": ("today (Friday)", None, "a Friday; the day of publication is not known"),
    "bound": ("before today (Friday)", SATURDAY, "the words only bound the time"),
}


@pytest.mark.parametrize(("words", "published", "reason"), UNSETTLED.values(), ids=UNSETTLED.keys())
def test_days_that_do_not_agree_are_none(words, published, reason):
    assert (None, reason) == (read(words, published).start, read(words, published).reason)


FOUND = {
    "other words in brackets": ("today (in Borel) and Friday", ["today", "Friday"]),
    "two days": ("He left yesterday, Thursday night he was dead.", ["yesterday", "Thursday night"]),
    "a movement": ("the March 23 Movement and the April 6 Youth Movement fought on 3 May", ["on 3 May"]),
    "a day and a movement": ("fought on 3 May movement fighters", ["on 3 May"]),
    "silent": ("Four died (Borel).", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_what_only_looks_like_a_day_told_twice_is_not(text, expected):
    assert expected == [each.quote for each in find(text, SATURDAY)]


def test_a_weekday_with_its_date_and_year_needs_no_publication():
    assert not is_relative("on Wednesday (August 16, 2023)")
