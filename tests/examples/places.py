"""Where it happened: the point, the area it lies in, and what it is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from atlas import ATLAS, KELM_IN_BOREL, OSK, TARN
from building import event, evidence
from eventx.places import Entry
from eventx.schema import Event, Place
from examples import Example, Examples

TOLD = "A bomb went off in Tarn, Osk region, in Mali."
SILENT = "A bomb went off on Monday."
LOOKED_UP = {"gazetteers": (ATLAS,)}


def at(listed: Entry | None, **changes: Any) -> Callable[[str], tuple[Event, ...]]:
    """Return one event in Tarn with the point and id of a gazetteer's place, and what is changed of it."""
    point = {} if listed is None else {"latitude": listed.latitude, "longitude": listed.longitude}
    fields = {"text": "Tarn", "admin1": "Osk", "country": "Mali", "iso3": "MLI", "precision": "town", **point}
    given = {**fields, "gazetteer_id": listed and listed.id, **changes}
    return lambda text: (
        event(text, where=Place.model_validate({**given, "evidence": (evidence(text, "Tarn"),)})),
    )


def nowhere(text: str) -> tuple[Event, ...]:
    """Return one event of no known place."""
    return (event(text),)


EXAMPLES = {
    "point-outside-area": Examples(
        passing=Example(TOLD, at(TARN), recorded="Tarn, Osk, Mali, at the point of Tarn", about=LOOKED_UP),
        failing=Example(
            TOLD,
            at(KELM_IN_BOREL),
            ("events[0].where.admin1: Kelm lies in Borel, not in Osk",),
            "Tarn, Osk, Mali, at the point of Kelm in Borel",
            LOOKED_UP,
        ),
        silent=Example(SILENT, nowhere, about=LOOKED_UP),
    ),
    "coordinates-without-source": Examples(
        passing=Example(TOLD, at(TARN), recorded="16.1, -3.05, the gazetteer's a:5"),
        failing=Example(
            TOLD,
            at(TARN, gazetteer_id=None),
            ("events[0].where.gazetteer_id: the coordinates of “Tarn” come with no id of a gazetteer",),
            "16.1, -3.05, without an id",
        ),
        silent=Example(SILENT, nowhere),
    ),
    "place-tied": Examples(
        passing=Example(TOLD, at(TARN), recorded="Tarn, no other candidate"),
        failing=Example(
            TOLD,
            at(None, precision="unresolved", candidates=("a:7 Kelm, Osk, Mali", "a:8 Kelm, Borel, Mali")),
            ("events[0].where.candidates: “Tarn” may be a:7 Kelm, Osk, Mali; a:8 Kelm, Borel, Mali",),
            "two candidates",
        ),
        silent=Example(SILENT, nowhere),
    ),
    "precision-of-point": Examples(
        passing=Example(
            TOLD, at(OSK, precision="admin1"), recorded="the point of Osk, admin1", about=LOOKED_UP
        ),
        failing=Example(
            TOLD,
            at(OSK),
            ("events[0].where.precision: the point is that of Osk, a province; town is recorded",),
            "the point of Osk, town",
            LOOKED_UP,
        ),
        silent=Example(SILENT, nowhere, about=LOOKED_UP),
    ),
}
