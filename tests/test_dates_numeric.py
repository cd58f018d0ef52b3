"""Dates in digits are read where the numbers, the publication or the form of a note settle their order."""

from datetime import date

import pytest

from eventx.article import Article
from eventx.dates import find, is_relative, read
from eventx.resolve.when import told_alone
from eventx.schema import When

APRIL = date(2016, 4, 16)

# The words, the day of publication, the day and how it is known.
READ = {
    "no such month, last": (
        *("on 11/22/2013", None, "2013-11-22"),
        "stated with the year; month first: there is no month 22",
    ),
    "no such month, first": (
        *("22.11.2013", None, "2013-11-22"),
        "stated with the year; day first: there is no month 22",
    ),
    "either order": ("10-10-2012", None, "2012-10-10", "stated with the year"),
    "opens a note": (
        *("10/01/2013:", None, "2013-10-01"),
        "stated with the year; month first, as GTD's notes are written",
    ),
    "opens a note with its day": (
        *("22/11/2013:", None, "2013-11-22"),
        "stated with the year; day first: there is no month 22",
    ),
    "opens a note published that week": (
        *("06/09/2014:", date(2014, 9, 8), "2014-09-06"),
        "stated with the year; day first, within a week before 2014-09-08",
    ),
    "opens a note published in another month": (
        *("06/09/2014:", date(2014, 12, 1), "2014-06-09"),
        "stated with the year; month first, as GTD's notes are written",
    ),
    "the other is after publication": (
        *("on 12/03/2024", date(2024, 6, 1), "2024-03-12"),
        "stated with the year; day first, the other day is after 2024-06-01",
    ),
    "month first in the week": (
        *("on 12/03/2024", date(2024, 12, 10), "2024-12-03"),
        "stated with the year; month first, within a week before 2024-12-10",
    ),
    "day of publication": (
        *("in the afternoon of 16/04", APRIL, "2016-04-16"),
        "the latest 16 April up to 2016-04-16; day first: there is no month 16",
    ),
    "day without a year in the week": (
        *("on 01/04", date(2016, 4, 3), "2016-04-01"),
        "the latest 1 April up to 2016-04-03; day first, within a week before 2016-04-03",
    ),
}


@pytest.mark.parametrize(("words", "published", "day", "reason"), READ.values(), ids=READ.keys())
def test_digits_are_read_where_their_order_is_settled(words, published, day, reason):
    day = date.fromisoformat(day)
    expected = When(text=words, start=day, end=day, precision="day", reason=reason, evidence=())
    assert expected == read(words, published)


UNSETTLED = {
    "either month": (
        *("on 12/03/2024", None),
        "12 March or 3 December: which number is the month is not settled",
    ),
    "either month, long ago": (
        *("on 12/03/2014", date(2024, 6, 1)),
        "12 March or 3 December: which number is the month is not settled",
    ),
    "eight days before publication": (
        *("on 01/04", date(2016, 4, 9)),
        "1 April or 4 January: which number is the month is not settled",
    ),
    "the year is not known": ("on 16/04", None, "a 16 April; the day of publication is not known"),
    "no month": ("on 13/13/2013", None, "there is no such day"),
    "no day": ("on 31/04/2013", None, "there is no such day"),
    "bound": ("before 22/11/2013", None, "the words only bound the time"),
    "after publication": ("on 22/11/2017", APRIL, "it would be after publication, 2016-04-16"),
}


@pytest.mark.parametrize(("words", "published", "reason"), UNSETTLED.values(), ids=UNSETTLED.keys())
def test_digits_of_which_only_a_guess_would_make_a_day_are_none(words, published, reason):
    assert When(text=words, reason=reason, evidence=()) == read(words, published)


def test_a_window_since_a_day_in_digits_reaches_to_publication():
    when = read("since 13/04", APRIL)
    assert (date(2016, 4, 13), APRIL, "days") == (when.start, when.end, when.precision)


FOUND = {
    "note": ("10/01/2013: Four were abducted.", None, ["10/01/2013:"]),
    "notes": ("06/09/2014: Four died.\n06/10/2014: One died.", None, ["06/09/2014:", "06/10/2014:"]),
    "notes that begin with a day": ("06/09/2014: Four died.\n13/09/2014: One died.", None, ["13/09/2014:"]),
    "notes of that week": (
        *("06/09/2014: Four died.\n13/09/2014: One died.", date(2014, 9, 13)),
        ["06/09/2014:", "13/09/2014:"],
    ),
    "in a sentence": ("Four died on 10/01/2013: all soldiers.", None, []),
    "in a sentence, published": (
        *("Four died on 10/01/2013: all soldiers.", date(2013, 1, 12)),
        ["on 10/01/2013"],
    ),
    "day without a year": (
        *("A strike in the afternoon of 16/04.", None),
        ["in the afternoon of 16/04"],
    ),
    "in brackets": ("Four died (22/11/2013).", None, ["22/11/2013"]),
    "to come": ("The army will leave on 22/11/2013.", None, []),
    "fraction": ("Some 10/12 of the 24/7 guards and 13/01 men died.", date(2013, 1, 13), []),
    "name": ("before 9/11 and on 9/11", date(2013, 11, 10), []),
    "no month": ("on 13/13/2013", None, []),
    "longer number": ("on 22/11/20134 and 1.22/11/2013", None, []),
    "file": ("see 22/11/2013/4", None, []),
}


@pytest.mark.parametrize(("text", "published", "expected"), FOUND.values(), ids=FOUND.keys())
def test_only_settled_digits_are_found(text, published, expected):
    assert expected == [each.quote for each in find(text, published)]


def test_only_a_date_whose_order_is_open_needs_its_publication():
    assert [False, False, True, True] == [
        is_relative(words) for words in ("10/01/2013:", "on 22/11/2013", "on 10/01/2013", "on 16/04")
    ]


def test_a_note_happened_on_the_day_that_opens_it():
    when = told_alone(Article(text="10/01/2013: Gunmen killed four guards. A video was released in 2014."))
    assert when is not None
    assert ("10/01/2013:", date(2013, 10, 1)) == (when.text, when.start)
