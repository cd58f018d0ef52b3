"""When an event happened: days in order, not after publication, and as precise as the words."""

from __future__ import annotations

from datetime import date

import pytest

from building import event, found
from eventx.schema import When
from examples.dates import dated, undated

DAY = date(2024, 5, 17)  # a Friday
TEXT = (
    "Friday, last Friday, on Saturday, last Saturday, since Wednesday, between Monday and Tuesday. "
    "Yesterday, over the past 48 hours, over the past week, on 12 March 2024, in April, last week, "
    "last year, este viernes, early Friday."
)


def may(day: int) -> date:
    return date(2024, 5, day)


CASES = {
    # date-order
    "one day": ("date-order", dated("last Saturday", start=may(11)), DAY, []),
    "days up to publication": ("date-order", dated("since Wednesday", start=may(15), end=DAY), DAY, []),
    "days in reverse": (
        "date-order",
        dated("since Wednesday", start=may(15), end=may(14)),
        DAY,
        ["events[0].when.end: it ends on 2024-05-14, before it begins on 2024-05-15"],
    ),
    "after publication": (
        "date-order",
        dated("Friday", start=may(18)),
        DAY,
        ["events[0].when.end: 2024-05-18 is after the article was published, on 2024-05-17"],
    ),
    "begins after publication": (
        "date-order",
        dated("Friday", start=may(18), end=may(16)),
        DAY,
        [
            "events[0].when.end: it ends on 2024-05-16, before it begins on 2024-05-18",
            "events[0].when.start: 2024-05-18 is after the article was published, on 2024-05-17",
        ],
    ),
    "publication not known": ("date-order", dated("on 12 March 2024", start=date(2024, 3, 12)), None, []),
    "no days to order": ("date-order", dated("Friday"), DAY, []),
    "no time to order": ("date-order", undated, DAY, []),
    # date-without-anchor
    "anchored": ("date-without-anchor", dated("Yesterday", start=may(16)), DAY, []),
    "not anchored": (
        "date-without-anchor",
        dated("Yesterday", start=may(16)),
        None,
        [
            'events[0].when.start: "Yesterday" is dated 2024-05-16, a Thursday, but the day of '
            "publication is not known"
        ],
    ),
    "not anchored, in two ways": (
        "date-without-anchor",
        dated("last Saturday", "over the past 48 hours", start=may(11), end=may(13), precision="days"),
        None,
        [
            'events[0].when.start: "last Saturday; over the past 48 hours" is dated 2024-05-11 to '
            "2024-05-13, but the day of publication is not known"
        ],
    ),
    "stated in full": ("date-without-anchor", dated("on 12 March 2024", start=date(2024, 3, 12)), None, []),
    "words of another language": ("date-without-anchor", dated("este viernes", start=may(17)), None, []),
    "left open": ("date-without-anchor", dated("Yesterday"), None, []),
    # weekday-differs
    "that weekday": ("weekday-differs", dated("last Saturday", start=may(11)), DAY, []),
    "another weekday": (
        "weekday-differs",
        dated("last Saturday", start=may(10)),
        DAY,
        ['events[0].when.start: "last Saturday" is dated 2024-05-10, a Friday'],
    ),
    "another weekday, publication not known": (
        "weekday-differs",
        dated("last Saturday", start=may(10)),
        None,
        ['events[0].when.start: "last Saturday" is dated 2024-05-10, a Friday'],
    ),
    "a weekday within the days": (
        "weekday-differs",
        dated("last Saturday", "over the past week", start=may(10), end=DAY, precision="days"),
        DAY,
        [],
    ),
    "a weekday outside the days": (
        "weekday-differs",
        dated("last Saturday", start=may(12), end=may(17), precision="days"),
        DAY,
        ['events[0].when.start: "last Saturday" is dated 2024-05-12 to 2024-05-17'],
    ),
    "the second of two weekdays": (
        "weekday-differs",
        dated("between Monday and Tuesday", start=may(13), precision="day"),
        DAY,
        ['events[0].when.start: "between Monday and Tuesday" is dated 2024-05-13, a Monday'],
    ),
    "two weekdays": (
        "weekday-differs",
        dated("between Monday and Tuesday", start=may(13), end=may(14), precision="days"),
        DAY,
        [],
    ),
    "bare and of publication": ("weekday-differs", dated("Friday", start=DAY), DAY, []),
    "bare and a week early": (
        "weekday-differs",
        dated("Friday", start=may(10)),
        DAY,
        [
            'events[0].when.start: "Friday" is dated 2024-05-10, a Friday, but means the day of publication, '
            "2024-05-17"
        ],
    ),
    "early and a week early": (
        "weekday-differs",
        dated("early Friday", start=may(10)),
        DAY,
        [
            'events[0].when.start: "early Friday" is dated 2024-05-10, a Friday, but means the day of '
            "publication, 2024-05-17"
        ],
    ),
    "last and a week early": ("weekday-differs", dated("last Friday", start=may(10)), DAY, []),
    "bare and of another weekday": ("weekday-differs", dated("on Saturday", start=may(11)), DAY, []),
    "bare, publication not known": ("weekday-differs", dated("Friday", start=may(10)), None, []),
    "no weekday": ("weekday-differs", dated("Yesterday", start=may(16)), DAY, []),
    "a weekday left open": ("weekday-differs", dated("Friday"), None, []),
    # date-old
    "ninety-two days ago": ("date-old", dated("in April", start=date(2024, 2, 15)), DAY, []),
    "ninety-three days ago": (
        "date-old",
        dated("in April", start=date(2024, 2, 14)),
        DAY,
        [
            'events[0].when: "in April" is 2024-02-14, a Wednesday, more than a season before publication on '
            "2024-05-17"
        ],
    ),
    "old, but going on": ("date-old", dated("in April", start=date(2024, 1, 1), end=may(1)), DAY, []),
    "old, publication not known": ("date-old", dated("on 12 March 2024", start=date(2024, 3, 12)), None, []),
    "not dated": ("date-old", dated("Friday"), DAY, []),
    # publication-narrowed
    "a weekday within two days": (
        "publication-narrowed",
        dated("last Saturday", "over the past 48 hours"),
        None,
        [
            'events[0].when: the article was published on a Sunday or Monday: "last Saturday" lies within '
            '"over the past 48 hours"'
        ],
    ),
    "the window first": (
        "publication-narrowed",
        dated("over the past 48 hours", "on Saturday"),
        None,
        [
            'events[0].when: the article was published on a Saturday or Sunday or Monday: "on Saturday" lies '
            'within "over the past 48 hours"'
        ],
    ),
    "a weekday within a week": (
        "publication-narrowed",
        dated("last Saturday", "over the past week"),
        None,
        [],
    ),
    "a weekday alone": ("publication-narrowed", dated("last Saturday"), None, []),
    "publication known": (
        "publication-narrowed",
        dated("last Saturday", "over the past 48 hours", start=may(11)),
        DAY,
        [],
    ),
    "two weekdays and no window": ("publication-narrowed", dated("last Saturday", "Friday"), None, []),
    "no time to narrow": ("publication-narrowed", undated, None, []),
    # date-precision-differs
    "day": ("date-precision-differs", dated("Friday", start=DAY), DAY, []),
    "day of two": (
        "date-precision-differs",
        dated("Friday", start=may(16), end=DAY),
        DAY,
        ['events[0].when.precision: the precision is "day", the days are 2024-05-16 to 2024-05-17'],
    ),
    "days": ("date-precision-differs", dated("Friday", start=may(16), end=DAY, precision="days"), DAY, []),
    "days of one": (
        "date-precision-differs",
        dated("Friday", start=DAY, precision="days"),
        DAY,
        ['events[0].when.precision: the precision is "days", the days are 2024-05-17, a Friday'],
    ),
    "week": (
        "date-precision-differs",
        dated("last week", start=may(6), end=may(12), precision="week"),
        DAY,
        [],
    ),
    "week cut at publication": (
        "date-precision-differs",
        dated("last week", start=may(13), end=DAY, precision="week"),
        DAY,
        [],
    ),
    "week cut elsewhere": (
        "date-precision-differs",
        dated("last week", start=may(13), end=may(16), precision="week"),
        DAY,
        ['events[0].when.precision: the precision is "week", the days are 2024-05-13 to 2024-05-16'],
    ),
    "week from its middle": (
        "date-precision-differs",
        dated("last week", start=may(8), end=may(12), precision="week"),
        DAY,
        ['events[0].when.precision: the precision is "week", the days are 2024-05-08 to 2024-05-12'],
    ),
    "month": (
        "date-precision-differs",
        dated("in April", start=date(2024, 4, 1), end=date(2024, 4, 30), precision="month"),
        DAY,
        [],
    ),
    "month of fewer days": (
        "date-precision-differs",
        dated("in April", start=date(2024, 4, 1), end=date(2024, 4, 29), precision="month"),
        DAY,
        ['events[0].when.precision: the precision is "month", the days are 2024-04-01 to 2024-04-29'],
    ),
    "year": (
        "date-precision-differs",
        dated("last year", start=date(2023, 1, 1), end=date(2023, 12, 31), precision="year"),
        DAY,
        [],
    ),
    "unresolved with a day": (
        "date-precision-differs",
        dated("Friday", start=DAY, precision="unresolved"),
        DAY,
        ['events[0].when.precision: the precision is "unresolved", the days are 2024-05-17, a Friday'],
    ),
    "a day without days": (
        "date-precision-differs",
        dated("Friday", precision="day"),
        DAY,
        ['events[0].when.precision: the precision is "day", the days are not known'],
    ),
    "unresolved": ("date-precision-differs", dated("Friday"), DAY, []),
    "no time to be precise about": ("date-precision-differs", undated, DAY, []),
}


@pytest.mark.parametrize(("code", "events", "published", "expected"), CASES.values(), ids=CASES)
def test_an_event_has_the_days_that_its_words_tell(code, events, published, expected):
    assert expected == found(code, TEXT, *events(TEXT), published=published)


@pytest.mark.parametrize(
    ("known", "days"),
    [({"start": may(11)}, "2024-05-11 to not known"), ({"end": may(11)}, "not known to 2024-05-11")],
    ids=["start", "end"],
)
def test_one_end_of_the_days_alone_is_no_day(known, days):
    made = event(TEXT, when=When(text="Friday", precision="day", evidence=(), **known))
    assert [] == found("weekday-differs", TEXT, made, published=DAY)
    assert [f'events[0].when.precision: the precision is "day", the days are {days}'] == found(
        "date-precision-differs", TEXT, made, published=DAY
    )
