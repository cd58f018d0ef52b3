"""One event a day, and estimates in order."""

from __future__ import annotations

from datetime import date
from typing import Any

from building import actors, counted, event, number
from eventx.schema import Event, Place, When
from examples import Example, Examples

TEXT = "Nine soldiers were killed in a clash at Orrin on Monday. Four guards fell there, too, the army said."
CLASH = {
    "when": When(
        text="on Monday", start=date(2024, 5, 13), end=date(2024, 5, 13), precision="day", evidence=()
    ),
    "where": Place(text="Orrin", evidence=()),
}
NINE, FOUR = counted("Nine soldiers"), counted("Four guards")


def _two(**changes: Any) -> Any:
    def events(text: str) -> tuple[Event, ...]:
        return event(text, NINE, **CLASH), event(text, FOUR, **{**CLASH, **changes})

    return events


EXAMPLES = {
    "one-event-a-day": Examples(
        passing=Example(
            TEXT,
            lambda text: _two(side_b=actors(text, "Tin League"))(text),
            recorded="two events at Orrin on one day, the second against another group",
        ),
        failing=Example(
            TEXT,
            _two(),
            says=(
                "events[1]: it has the day, place, type and actors of events[0]; ACLED counts them as one",
            ),
            recorded="two events at Orrin on one day, of one type and between the same two sides",
        ),
        silent=Example(TEXT, _two(when=None), recorded="two events at Orrin, one of them on no known day"),
    ),
    "estimates-out-of-order": Examples(
        passing=Example(
            TEXT,
            lambda text: (event(text, NINE, FOUR),),
            recorded="9 and 4 killed of side A, and 13 as the event's figure",
        ),
        failing=Example(
            TEXT,
            lambda text: (event(text, NINE, FOUR, killed=number(10)),),
            says=("events[0].killed: low 10 <= best 13 <= high 10 does not hold",),
            recorded="9 and 4 killed of side A, and 10 as the event's figure",
        ),
        silent=Example(TEXT, lambda text: (event(text),), recorded="nobody killed"),
    ),
}
