"""Examples of `eventx.checks.duplicates`."""

from __future__ import annotations

from datetime import date
from typing import Any

from building import counted, event, evidence
from eventx.schema import Event, Place, When
from examples import Example, Examples

AGAIN = "A mine killed two soldiers in Orvane, the army said. A mine in Orvane killed three, doctors said."


def _at(text: str, day: int | None, source: str, place: str = "Orvane") -> Event:
    start = date(2024, 5, day) if day else None
    changes: dict[str, Any] = {
        "when": When(text="a day", start=start, end=start, evidence=()),
        "where": Place(text=place, evidence=(evidence(text, "Orvane"),)),
        "sources": (source,),
    }
    return event(text, counted("two soldiers"), **changes)


def _two(first: Any, second: Any) -> Any:
    return lambda text: (_at(text, *first), _at(text, *second))


EXAMPLES: dict[str, Examples] = {
    "duplicate-candidate": Examples(
        passing=Example(AGAIN, _two((15, "the army"), (16, "doctors", "Karo")), recorded="two places"),
        failing=Example(
            AGAIN,
            _two((15, "the army"), (16, "doctors")),
            ("events[1]: it may be events[0] as doctors tells it: the same sides in Orvane, within a day",),
            recorded="two events in Orvane, on 15 and 16 May",
        ),
        silent=Example(AGAIN, _two((None, "the army"), (None, "doctors")), recorded="no days"),
    )
}
