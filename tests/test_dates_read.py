"""What expressions of time mean, read against the day of publication, and what they say without it."""

from datetime import date

import pytest

from eventx.dates import find, is_relative, read
from eventx.schema import Evidence, When

MONDAY = date(2023, 8, 28)
SATURDAY = date(2023, 8, 26)
NEW_YEAR = date(2023, 1, 1)  # a Sunday
LEAP_DAY = date(2024, 2, 29)  # a Thursday
UNDATED = "; the day of publication is not known"

# The words, the day of publication, first and last day and how precisely they are known; how that is
# known, and what is known without a day of publication.
RELATIVE = [
    # Weekdays.
    ("Saturday", SATURDAY, "26 26 August day", "the day of publication", "a Saturday"),
    ("on Tuesday", MONDAY, "22 22 August day", "the Tuesday before 2023-08-28", "a Tuesday"),
    ("on Sunday", MONDAY, "27 27 August day", "the Sunday before 2023-08-28", "a Sunday"),
    ("last Saturday", MONDAY, "26 26 August day", "the Saturday before 2023-08-28", "a Saturday"),
    ("last Saturday", SATURDAY, "19 19 August day", "the Saturday before 2023-08-26", "a Saturday"),
    ("this past Friday", MONDAY, "25 25 August day", "the Friday before 2023-08-28", "a Friday"),
    ("early Friday", MONDAY, "25 25 August day", "the Friday before 2023-08-28", "a Friday"),
    ("late on Thursday", MONDAY, "24 24 August day", "the Thursday before 2023-08-28", "a Thursday"),
    ("earlier on Monday", MONDAY, "28 28 August day", "the day of publication", "a Monday"),
    ("Tuesday night", MONDAY, "22 22 August day", "the Tuesday before 2023-08-28", "a Tuesday"),
    ("the night of Tuesday", MONDAY, "22 22 August day", "the Tuesday before 2023-08-28", "a Tuesday"),
    ("in the early hours of Sunday", MONDAY, "27 27 August day", "the Sunday before 2023-08-28", "a Sunday"),
    ("this Friday", SATURDAY, "25 25 August day", "the Friday of the week of 2023-08-26", "a Friday"),
    (
        *("Friday last week", SATURDAY, "18 18 August day"),
        *("the Friday of the week before that of 2023-08-26", "a Friday"),
    ),
    (
        *("on Monday of this week", SATURDAY, "21 21 August day"),
        *("the Monday of the week of 2023-08-26", "a Monday"),
    ),
    # Spans of weekdays, and over midnight.
    (
        *("between Friday and Sunday", MONDAY, "25 27 August days"),
        *("the latest Friday to Sunday up to 2023-08-28", "from a Friday to a Sunday"),
    ),
    (
        *("from Saturday to Monday", MONDAY, "26 28 August days"),
        *("the latest Saturday to Monday up to 2023-08-28", "from a Saturday to a Monday"),
    ),
    (
        *("between late Friday and early Saturday", MONDAY, "25 26 August days"),
        *("the latest Friday to Saturday up to 2023-08-28", "from a Friday to a Saturday"),
    ),
    (
        *("Friday night into Saturday", MONDAY, "25 26 August days"),
        *("the latest Friday to Saturday up to 2023-08-28", "from a Friday to a Saturday"),
    ),
    (
        *("overnight from Friday to Saturday morning", MONDAY, "25 26 August days"),
        *("the latest Friday to Saturday up to 2023-08-28", "from a Friday to a Saturday"),
    ),
    (
        *("the night of Friday to Saturday", MONDAY, "25 26 August days"),
        *("the latest Friday to Saturday up to 2023-08-28", "from a Friday to a Saturday"),
    ),
    (
        *("overnight on Friday", MONDAY, "25 26 August days"),
        *("the night from the Friday before 2023-08-28", "a night of Friday"),
    ),
    (
        *("Friday overnight", MONDAY, "25 26 August days"),
        *("the night from the Friday before 2023-08-28", "a night of Friday"),
    ),
    (
        "overnight on Saturday",
        SATURDAY,
        "25 26 August days",
        "the night to 2023-08-26",
        "a night of Saturday",
    ),
    # Days about the day of publication.
    ("today", MONDAY, "28 28 August day", "the day of publication", "the day of publication"),
    ("earlier today", MONDAY, "28 28 August day", "the day of publication", "the day of publication"),
    ("this morning", MONDAY, "28 28 August day", "the day of publication", "the day of publication"),
    ("yesterday", MONDAY, "27 27 August day", "the day before 2023-08-28", "the day before publication"),
    (
        *("yesterday evening", MONDAY, "27 27 August day"),
        *("the day before 2023-08-28", "the day before publication"),
    ),
    (
        *("late last night", MONDAY, "27 27 August day"),
        *("the day before 2023-08-28", "the day before publication"),
    ),
    ("overnight", MONDAY, "27 28 August days", "the night to 2023-08-28", "the night to publication"),
    (
        *("the day before yesterday", MONDAY, "26 26 August day"),
        *("two days before 2023-08-28", "two days before publication"),
    ),
    (
        *("three days ago", MONDAY, "25 25 August day"),
        *("3 days before 2023-08-28", "3 days before publication"),
    ),
    (
        *("two weeks ago", MONDAY, "14 20 August week"),
        *("the week 2 weeks before 2023-08-28", "the week 2 weeks before publication"),
    ),
    (
        *("a month ago", MONDAY, "1 31 July month"),
        *("the month 1 month before 2023-08-28", "the month 1 month before publication"),
    ),
    # Windows.
    (
        *("over the past 48 hours", MONDAY, "26 28 August days"),
        *("the 48 hours up to 2023-08-28", "the 48 hours up to publication"),
    ),
    (
        *("the past 48 hours", MONDAY, "26 28 August days"),
        *("the 48 hours up to 2023-08-28", "the 48 hours up to publication"),
    ),
    (
        *("in the last 24 hours", MONDAY, "27 28 August days"),
        *("the 24 hours up to 2023-08-28", "the 24 hours up to publication"),
    ),
    (
        *("the past 30 hours", MONDAY, "26 28 August days"),
        *("the 30 hours up to 2023-08-28", "the 30 hours up to publication"),
    ),
    (
        *("last two days", MONDAY, "26 28 August days"),
        *("the 2 days up to 2023-08-28", "the 2 days up to publication"),
    ),
    (
        *("over the past week", MONDAY, "21 28 August days"),
        *("the 1 week up to 2023-08-28", "the 1 week up to publication"),
    ),
    (
        *("over the past two weeks", MONDAY, "14 28 August days"),
        *("the 2 weeks up to 2023-08-28", "the 2 weeks up to publication"),
    ),
    (
        *("since Friday", MONDAY, "25 28 August days"),
        *("the Friday before 2023-08-28, and on to publication", "a Friday"),
    ),
    (
        *("since yesterday", MONDAY, "27 28 August days"),
        *("the day before 2023-08-28, and on to publication", "the day before publication"),
    ),
    (
        "since Saturday",
        SATURDAY,
        "26 26 August day",
        "the day of publication, and on to publication",
        "a Saturday",
    ),
    (
        *("since 12 August", MONDAY, "12 28 August days"),
        *("the latest 12 August up to 2023-08-28, and on to publication", "a 12 August"),
    ),
    (
        *("since last week", MONDAY, "21 28 August days"),
        *("the week before that of 2023-08-28, and on to publication", "the week before that of publication"),
    ),
    # Weeks and weekends.
    (
        *("last week", MONDAY, "21 27 August week"),
        *("the week before that of 2023-08-28", "the week before that of publication"),
    ),
    (
        *("late last week", MONDAY, "21 27 August week"),
        *("the week before that of 2023-08-28", "the week before that of publication"),
    ),
    ("earlier this week", SATURDAY, "21 26 August week", "the week of 2023-08-26", "the week of publication"),
    ("this week", MONDAY, "28 28 August week", "the week of 2023-08-28", "the week of publication"),
    (
        *("over the weekend", MONDAY, "26 27 August days"),
        *("the latest weekend up to 2023-08-28", "the latest weekend up to publication"),
    ),
    (
        *("at the weekend", SATURDAY, "26 26 August day"),
        *("the latest weekend up to 2023-08-26", "the latest weekend up to publication"),
    ),
    (
        *("last weekend", SATURDAY, "19 20 August days"),
        *(
            "the latest weekend before the week of 2023-08-26",
            "the latest weekend before the week of publication",
        ),
    ),
    # Months.
    ("mid-July", MONDAY, "1 31 July month", "the latest July up to 2023-08-28", "a month of July"),
    ("in early July", MONDAY, "1 31 July month", "the latest July up to 2023-08-28", "a month of July"),
    ("at the end of July", MONDAY, "1 31 July month", "the latest July up to 2023-08-28", "a month of July"),
    ("in August", MONDAY, "1 28 August month", "the latest August up to 2023-08-28", "a month of August"),
    (
        *("last month", MONDAY, "1 31 July month"),
        *("the month before that of 2023-08-28", "the month before that of publication"),
    ),
    (
        *("at the end of last month", MONDAY, "1 31 July month"),
        *("the month before that of 2023-08-28", "the month before that of publication"),
    ),
    (
        "earlier this month",
        MONDAY,
        "1 28 August month",
        "the month of 2023-08-28",
        "the month of publication",
    ),
    # Days without a year.
    ("on 12 March", MONDAY, "12 12 March day", "the latest 12 March up to 2023-08-28", "a 12 March"),
    ("March 12", MONDAY, "12 12 March day", "the latest 12 March up to 2023-08-28", "a 12 March"),
    (
        "on the morning of 12 March",
        MONDAY,
        "12 12 March day",
        "the latest 12 March up to 2023-08-28",
        "a 12 March",
    ),
    (
        "on Saturday, Aug. 26",
        MONDAY,
        "26 26 August day",
        "the latest 26 August up to 2023-08-28",
        "a 26 August",
    ),
    (
        "between 12 and 14 March",
        MONDAY,
        "12 14 March days",
        "the latest 12 March up to 2023-08-28",
        "a 12 March",
    ),
    ("12–14 March", MONDAY, "12 14 March days", "the latest 12 March up to 2023-08-28", "a 12 March"),
    ("28 August", MONDAY, "28 28 August day", "the latest 28 August up to 2023-08-28", "a 28 August"),
]

# As above, the days in full: over the ends of months and years.
FAR = [
    ("yesterday", NEW_YEAR, "2022-12-31", "2022-12-31", "day"),
    ("overnight", NEW_YEAR, "2022-12-31", "2023-01-01", "days"),
    ("on Saturday", NEW_YEAR, "2022-12-31", "2022-12-31", "day"),
    ("Saturday night into Sunday", NEW_YEAR, "2022-12-31", "2023-01-01", "days"),
    ("over the past 48 hours", NEW_YEAR, "2022-12-30", "2023-01-01", "days"),
    ("last week", NEW_YEAR, "2022-12-19", "2022-12-25", "week"),
    ("this week", NEW_YEAR, "2022-12-26", "2023-01-01", "week"),
    ("last month", NEW_YEAR, "2022-12-01", "2022-12-31", "month"),
    ("last year", NEW_YEAR, "2022-01-01", "2022-12-31", "year"),
    ("at the end of last year", NEW_YEAR, "2022-01-01", "2022-12-31", "year"),
    ("this year", MONDAY, "2023-01-01", "2023-08-28", "year"),
    ("in December", NEW_YEAR, "2022-12-01", "2022-12-31", "month"),
    ("last August", MONDAY, "2022-08-01", "2022-08-31", "month"),
    ("on 30 December", NEW_YEAR, "2022-12-30", "2022-12-30", "day"),
    ("from 30 December to 1 January", NEW_YEAR, "2022-12-30", "2023-01-01", "days"),
    ("between July 30 and August 2", MONDAY, "2023-07-30", "2023-08-02", "days"),
    ("yesterday", date(2024, 3, 1), "2024-02-29", "2024-02-29", "day"),
    ("a year ago", LEAP_DAY, "2023-01-01", "2023-12-31", "year"),
    ("the past twelve months", LEAP_DAY, "2023-02-28", "2024-02-29", "days"),
    ("the past six months", MONDAY, "2023-02-28", "2023-08-28", "days"),
    ("29 February", MONDAY, "2020-02-29", "2020-02-29", "day"),
    ("29 February", LEAP_DAY, "2024-02-29", "2024-02-29", "day"),
]

# Read alike with and without a day of publication.
ABSOLUTE = [
    ("on March 12, 2023", "2023-03-12", "2023-03-12", "day", "stated with the year"),
    ("12th of March 2023", "2023-03-12", "2023-03-12", "day", "stated with the year"),
    ("on Saturday, 26 August 2023", "2023-08-26", "2023-08-26", "day", "stated with the year"),
    ("2023-03-12", "2023-03-12", "2023-03-12", "day", "stated in full"),
    ("12-14 March 2023", "2023-03-12", "2023-03-14", "days", "stated with the year"),
    ("from 30 March to 2 April 2023", "2023-03-30", "2023-04-02", "days", "stated with the year"),
    ("Dec. 30, 2022 – Jan. 2, 2023", "2022-12-30", "2023-01-02", "days", "stated with the year"),
    ("between 30 December and 2 January 2023", "2022-12-30", "2023-01-02", "days", "stated with the year"),
    ("in July 2021", "2021-07-01", "2021-07-31", "month", "stated with the year"),
    ("at the end of February 2020", "2020-02-01", "2020-02-29", "month", "stated with the year"),
    ("in 2020", "2020-01-01", "2020-12-31", "year", "the year stated"),
    ("at the beginning of 2020", "2020-01-01", "2020-12-31", "year", "the year stated"),
]

UNSETTLED = [
    ("in recent years", "the words do not say which days"),
    ("the past few days", "the words do not say which days"),
    ("the last days", "the words do not say which days"),
    ("two days later", "the words do not say which days"),
    ("on the same day", "the words do not say which days"),
    ("a decade ago", "the words do not say which days"),
    ("about two weeks ago", "about how long ago is no day"),
    ("about two hours ago", "the words do not say which days"),
    ("before 12 March 2023", "the words only bound the time"),
    ("for Friday", "the words only bound the time"),
    ("later this week", "a time to come"),
    ("next Friday", "a time to come"),
    ("31 June 2023", "there is no such day"),
    ("14-12 March 2023", "the last day is before the first"),
    ("on Sunday, 26 August 2023", "2023-08-26 is no Sunday"),
    ("in Borel", "no expression of time that can be read"),
]

AFTER_ALL = [
    ("this Friday", MONDAY, "it would be after publication, 2023-08-28"),
    ("on 12 March 2024", MONDAY, "it would be after publication, 2023-08-28"),
    ("30 February", MONDAY, "there is no such day"),
    ("the past 999 years", date(2, 1, 1), "there is no such day"),
    ("on Sunday, 26 August", MONDAY, "2023-08-26 is no Sunday"),
]

_MONTHS = {"March": "03", "July": "07", "August": "08"}


def days(written: str) -> tuple[str, str, str]:
    """Return "26 28 August days" as first day, last day and precision."""
    first, last, month, precision = written.split()
    return (*(f"2023-{_MONTHS[month]}-{int(day):02}" for day in (first, last)), precision)


@pytest.mark.parametrize(
    ("words", "day", "written", "reason"), [each[:4] for each in RELATIVE], ids=lambda each: str(each)
)
def test_relative_words_are_read_against_the_day_of_publication(words, day, written, reason):
    start, end, precision = days(written)
    assert When(text=words, start=start, end=end, precision=precision, reason=reason, evidence=()) == read(
        words, day
    )


@pytest.mark.parametrize(("words", "known"), {each[0]: each[4] for each in RELATIVE}.items())
def test_without_a_day_of_publication_relative_words_say_what_is_known(words, known):
    assert When(text=words, reason=f"{known}{UNDATED}", evidence=()) == read(words)
    assert is_relative(words)


@pytest.mark.parametrize(("words", "day", "start", "end", "precision"), FAR)
def test_words_are_read_over_the_ends_of_months_and_years(words, day, start, end, precision):
    when = read(words, day)
    assert (date.fromisoformat(start), date.fromisoformat(end), precision) == (
        when.start,
        when.end,
        when.precision,
    )


@pytest.mark.parametrize("words", dict.fromkeys(each[0] for each in FAR))
def test_without_a_day_of_publication_they_are_read_as_none(words):
    when = read(words)
    assert (None, None, "unresolved", True) == (when.start, when.end, when.precision, is_relative(words))
    assert when.reason.endswith(UNDATED)


@pytest.mark.parametrize("day", [None, MONDAY], ids=["undated", "dated"])
@pytest.mark.parametrize(("words", "start", "end", "precision", "reason"), ABSOLUTE)
def test_a_date_with_its_year_needs_no_day_of_publication(words, start, end, precision, reason, day):
    assert When(text=words, start=start, end=end, precision=precision, reason=reason, evidence=()) == read(
        words, day
    )
    assert not is_relative(words)


@pytest.mark.parametrize("day", [None, MONDAY], ids=["undated", "dated"])
@pytest.mark.parametrize(("words", "reason"), UNSETTLED)
def test_words_that_settle_no_day_are_kept_without_one(words, reason, day):
    assert When(text=words, reason=reason, evidence=()) == read(words, day)


@pytest.mark.parametrize(("words", "day", "reason"), AFTER_ALL)
def test_a_day_that_cannot_be_is_not_guessed(words, day, reason):
    assert When(text=words, reason=reason, evidence=()) == read(words, day)


def test_a_window_that_reaches_to_publication_needs_that_day():
    reason = "the year stated, and on to publication; the day of publication is not known"
    assert When(text="since 2020", reason=reason, evidence=()) == read("since 2020")


def test_there_are_eighty_expressions_and_more():
    assert 80 <= len({each[0] for each in (*RELATIVE, *FAR, *ABSOLUTE, *UNSETTLED)})


@pytest.mark.parametrize("words", {each[0]: None for each in (*RELATIVE, *FAR, *ABSOLUTE)})
def test_an_expression_is_found_whole_in_a_sentence(words):
    text = f"Four died {words}, a witness said."
    (found,) = find(text)
    assert words == found.quote


def test_the_evidence_of_the_words_is_kept():
    evidence = Evidence(start=10, end=23, quote="last Saturday")
    assert (evidence,) == read(evidence, MONDAY).evidence


def test_words_that_are_no_time_are_not_relative():
    assert not is_relative("el pasado sábado")
