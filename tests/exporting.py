"""Extractions to export, and what an export makes of them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from building import counted, event, evidence
from eventx import export
from eventx.article import Article
from eventx.schema import SCHEMA_VERSION, Actor, Event, Extraction, Finding, Place, Provenance, Toll, When

GOLDEN = Path(__file__).parent / "golden" / "idlib-clashes.json"

TEXT = (
    "Arland said its soldiers fought the Reed Front near Tessik, in the Mirra district of Upper Arland, "
    "on 3 May and 4 May. At least 26 people were killed and 5 wounded: 11 soldiers and 7 fighters, and "
    "8 villagers. Between 20 and 30 rebels, dozens of raiders, up to 50 recruits and around 40 guards are "
    "named elsewhere, and several children, 9 casualties."
)
"""A text to quote from; each test says what was read out of it."""

PROVENANCE = Provenance(
    model="local/scripted",
    prompt="extract/v2",
    prompt_sha256="0",
    schema_version=SCHEMA_VERSION,
    eventx_version="0",
    attempts=1,
    seconds=1,
)


class Written(NamedTuple):
    """What a format made: its text or bytes, and the findings."""

    data: bytes
    findings: tuple[Finding, ...]

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.data.decode(), newline="")))

    @property
    def said(self) -> list[str]:
        return [f"{each.code}: {each.path}: {each.message}" for each in self.findings]

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.findings]


def write(format: str, *extractions: Extraction) -> Written:
    """Return what the format makes of the extractions, called "line 1" and so on where there are several."""
    names = [f"line {number}" for number in range(1, len(extractions) + 1)] if len(extractions) > 1 else [""]
    pieces = list(export.stream(zip(names, extractions, strict=True), format))
    data = b"".join(
        each.encode() if isinstance(each, str) else each for each in pieces if not isinstance(each, Finding)
    )
    return Written(data, tuple(each for each in pieces if isinstance(each, Finding)))


def seed(**changes: Any) -> Extraction:
    """Return the golden of the seed article, dated to three days and placed in its province.

    `changes` are of its event.
    """
    record = json.loads(GOLDEN.read_text(encoding="utf-8"))
    record["provenance"] |= {"seconds": 1, "eventx_version": "0"}
    read = Extraction.model_validate(record)
    (clash,) = read.events
    assert clash.when is not None
    assert clash.where is not None
    days = {"start": date(2023, 8, 26), "end": date(2023, 8, 28), "precision": "days", "reason": None}
    spot = {"latitude": 35.93, "longitude": 36.63, "precision": "admin1", "reason": None}
    given = {
        "when": clash.when.model_copy(update=days),
        "where": clash.where.model_copy(update=spot),
        **changes,
    }
    return read.model_copy(update={"events": (clash.model_copy(update=given),)})


def actor(name: str, kind: str | None = None, **changes: Any) -> Actor:
    return Actor.model_validate({"name": name, "kind": kind, "evidence": (), **changes})


def when(start: date | None, end: date | None = None, precision: str = "day", **changes: Any) -> When:
    fields = {"text": "on 3 May", "start": start, "end": end or start, "evidence": ()}
    return When.model_validate({**fields, "precision": precision, **changes})


def where(precision: str = "town", **changes: Any) -> Place:
    fields = {
        "text": "Tessik",
        "admin2": "Mirra",
        "admin1": "Upper Arland",
        "country": "Syria",
        "iso3": "SYR",
        "latitude": 35.123456,
        "longitude": -36.5,
        "evidence": (evidence(TEXT, "Tessik"),),
    }
    return Place.model_validate({**fields, "precision": precision, **changes})


SOLDIERS = actor("Arland army", "State forces")
FRONT = actor("Reed Front", "Rebel group")
LEAGUE = actor("Tin League", "Identity militia")
VILLAGERS = actor("villagers", "Civilians")
DAY = date(2023, 5, 3)


def clash(*counts: Any, **changes: Any) -> Event:
    """Return an event of 3 May at Tessik between the soldiers and the front."""
    fields = {"when": when(DAY), "where": where(), "side_a": (SOLDIERS,), "side_b": (FRONT,)}
    return event(TEXT, *counts, **{**fields, **changes})


def toll(words: str, *events: str, outcome: str = "killed", **about: Any) -> Toll:
    """Return the toll that `words` state over several events."""
    return Toll(events=events, casualty=counted(words, outcome, "all", **about)(TEXT))


def extraction(*events: Event, tolls: tuple[Toll, ...] = (), **about: Any) -> Extraction:
    return Extraction(
        article=Article(text=TEXT, **about), events=events, tolls=tolls, findings=(), provenance=PROVENANCE
    )
