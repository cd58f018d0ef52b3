"""Two events of one text, to be changed by one thing at a time and compared."""

from __future__ import annotations

from typing import Any

from building import counted, event, evidence
from eventx.article import Article
from eventx.schema import (
    SCHEMA_VERSION,
    Actor,
    Casualty,
    Event,
    Extraction,
    Finding,
    Place,
    Provenance,
    Quantity,
    Toll,
    When,
)

TEXT = (
    "Eight soldiers were killed and two men wounded near Çorvan on Monday, among them three officers. "
    "On Tuesday a mine killed four farmers outside Velm. Twenty people were detained there, doctors said."
)


def place(words: str, **about: Any) -> Place:
    return Place(text=words, evidence=(evidence(TEXT, words),), **about)


def day(words: str, start: str | None = None) -> When:
    return When.model_validate(
        {"text": words, "start": start, "end": start, "evidence": (evidence(TEXT, words),)}
    )


def actor(name: str, words: str, **about: Any) -> Actor:
    return Actor(name=name, evidence=(evidence(TEXT, words),), **about)


def casualty(words: str, outcome: str = "killed", group: str = "side_a", **about: Any) -> Casualty:
    return counted(words, outcome, group, attributed_to=None, **about)(TEXT)


ARMY = actor("army", "soldiers", kind="State forces")
EIGHT = casualty("Eight soldiers")
TWO = casualty("two men", "wounded", "unknown")
OFFICERS = casualty("three officers", role="subset", of=0)
FARMERS = casualty("four farmers", group="civilians")
DETAINED = casualty("Twenty people", "captured", "unknown")


def changed(thing: Any, **changes: Any) -> Any:
    return thing.model_copy(update=changes)


def exactly(number: int, text: str = "as given") -> Quantity:
    return Quantity(value=number, low=number, high=number, text=text)


CLASH: Event = changed(
    event(TEXT),
    where=place("Çorvan"),
    when=day("on Monday", "2024-05-13"),
    side_a=(ARMY,),
    side_b=(),
    casualties=(EIGHT, TWO, OFFICERS),
    killed=exactly(8),
    wounded=exactly(2),
)
MINE: Event = changed(
    event(TEXT),
    id="e2",
    event_type="Explosions/Remote violence",
    sub_event_type="Remote explosive/landmine/IED",
    where=place("Velm"),
    when=day("On Tuesday", "2024-05-14"),
    side_a=(),
    side_b=(),
    casualties=(FARMERS,),
    killed=exactly(4),
    sources=("doctors",),
)


def extraction(
    *events: Event,
    text: str = TEXT,
    findings: tuple[Finding, ...] = (),
    tolls: tuple[Toll, ...] = (),
    **about: Any,
) -> Extraction:
    made_by = {
        "model": "m",
        "prompt": "extract/v1",
        "prompt_sha256": "0",
        "schema_version": SCHEMA_VERSION,
        "eventx_version": "0.1.0",
        "attempts": 1,
        "seconds": 1.5,
        **about,
    }
    return Extraction(
        article=Article(text=text),
        events=events,
        tolls=tolls,
        findings=findings,
        provenance=Provenance.model_validate(made_by),
    )


def finding(path: str, message: str = "11 + 8 is not 26", **about: Any) -> Finding:
    return Finding(**{"code": "sum-mismatch", "severity": "error", "path": path, "message": message, **about})
