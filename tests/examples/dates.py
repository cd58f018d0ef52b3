"""When an event happened: days in order, not after publication, and as precise as the words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from building import event, evidence
from eventx.schema import Event, When
from examples import Example, Examples

Build = Callable[[str], tuple[Event, ...]]


def dated(
    *words: str, start: date | None = None, end: date | None = None, precision: str | None = None
) -> Build:
    """Return what builds an event whose time is told by `words`, from one day to another or of one day.

    The precision is "day" where a day is given, "unresolved" where none is.
    """

    def build(text: str) -> tuple[Event, ...]:
        when = When.model_validate(
            {
                "text": "; ".join(words),
                "start": start,
                "end": end or start,
                "precision": precision or ("day" if start else "unresolved"),
                "evidence": tuple(evidence(text, each) for each in words),
            }
        )
        return (event(text, when=when),)

    return build


def undated(text: str) -> tuple[Event, ...]:
    """Return an event of which no time is told."""
    return (event(text),)


SATURDAY = "Shells hit Borel last Saturday."
SILENT = Example("Shells hit Borel.", undated, recorded="no time")
NOT_KNOWN = {"published": None}

EXAMPLES = {
    "date-order": Examples(
        Example(SATURDAY, dated("last Saturday", start=date(2024, 5, 11)), recorded="2024-05-11"),
        Example(
            SATURDAY,
            dated("last Saturday", start=date(2024, 5, 18)),
            ("events[0].when.end: 2024-05-18 is after the article was published, on 2024-05-17",),
            recorded="2024-05-18",
        ),
        SILENT,
    ),
    "date-without-anchor": Examples(
        Example(SATURDAY, dated("last Saturday"), recorded="no day", about=NOT_KNOWN),
        Example(
            SATURDAY,
            dated("last Saturday", start=date(2024, 5, 11)),
            (
                'events[0].when.start: "last Saturday" is dated 2024-05-11, a Saturday, but the day of '
                "publication is not known",
            ),
            recorded="2024-05-11",
            about=NOT_KNOWN,
        ),
        SILENT._replace(about=NOT_KNOWN),
    ),
    "weekday-differs": Examples(
        Example(SATURDAY, dated("last Saturday", start=date(2024, 5, 11)), recorded="2024-05-11"),
        Example(
            SATURDAY,
            dated("last Saturday", start=date(2024, 5, 12)),
            ('events[0].when.start: "last Saturday" is dated 2024-05-12, a Sunday',),
            recorded="2024-05-12",
        ),
        SILENT,
    ),
    "date-old": Examples(
        Example(
            "Shells hit Borel on 12 April.",
            dated("on 12 April", start=date(2024, 4, 12)),
            recorded="2024-04-12",
        ),
        Example(
            "Shells hit Borel on 12 January.",
            dated("on 12 January", start=date(2024, 1, 12)),
            (
                'events[0].when: "on 12 January" is 2024-01-12, a Friday, more than a season before '
                "publication on 2024-05-17",
            ),
            recorded="2024-01-12",
        ),
        SILENT,
    ),
    "publication-narrowed": Examples(
        Example(SATURDAY, dated("last Saturday"), recorded="no day", about=NOT_KNOWN),
        Example(
            "Over the past 48 hours four died. The clashes began last Saturday.",
            dated("last Saturday", "Over the past 48 hours"),
            (
                "events[0].when: the article was published on a Sunday or Monday: "
                '"last Saturday" lies within "Over the past 48 hours"',
            ),
            recorded="no day",
            about=NOT_KNOWN,
        ),
        SILENT._replace(about=NOT_KNOWN),
    ),
    "date-precision-differs": Examples(
        Example(SATURDAY, dated("last Saturday", start=date(2024, 5, 11)), recorded="2024-05-11, one day"),
        Example(
            SATURDAY,
            dated("last Saturday", start=date(2024, 5, 11), end=date(2024, 5, 12)),
            ('events[0].when.precision: the precision is "day", the days are 2024-05-11 to 2024-05-12',),
            recorded="2024-05-11 to 2024-05-12, one day",
        ),
        SILENT,
    ),
}
