"""One article about an invented battle and the extraction a careful reader would make of it."""

from __future__ import annotations

from typing import Any

from eventx.article import Article
from eventx.schema import (
    SCHEMA_VERSION,
    Actor,
    Casualty,
    Event,
    Evidence,
    Extraction,
    Finding,
    Group,
    Outcome,
    Place,
    Provenance,
    Quantity,
    Role,
    Toll,
    When,
)

TEXT = """At least 26 killed near Testville

At least 26 people were killed near Testville in Northmark last Saturday, a monitoring group said.
The attack killed eleven Northmark soldiers and wounded around 20. The army then suffered a further
eight casualties. The Grey Column lost seven fighters.
"""


def evidence(quote: str, *, text: str = TEXT) -> tuple[Evidence, ...]:
    start = text.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


def figure(value: int | None, low: int | None, high: int | None, text: str, **more: Any) -> Quantity:
    return Quantity(value=value, low=low, high=high, text=text, **more)


def casualty(
    outcome: Outcome, group: Group, role: Role, count: Quantity, quote: str, **more: Any
) -> Casualty:
    return Casualty(
        outcome=outcome, group=group, who=None, role=role, count=count, evidence=evidence(quote), **more
    )


TOTAL = figure(26, 26, None, "At least 26")
AROUND = figure(20, None, None, "around 20", approximate=True)
CASUALTIES = (
    casualty("killed", "all", "repeat", TOTAL, "At least 26 killed"),
    casualty("killed", "all", "total", TOTAL, "At least 26 people"),
    casualty("killed", "side_a", "part", figure(11, 11, 11, "eleven"), "eleven Northmark soldiers"),
    casualty("wounded", "side_a", "part", AROUND, "around 20"),
    casualty(
        "killed",
        "side_a",
        "part",
        figure(8, 8, 8, "eight"),
        "a further\neight casualties",
        inferred="11 + 8 + 7 = 26",
    ),
    casualty("killed", "side_b", "part", figure(7, 7, 7, "seven"), "seven fighters"),
)
EVENT = Event(
    id="1",
    event_type="Battles",
    sub_event_type="Armed clash",
    summary="",
    when=When(
        text="last Saturday",
        reason="a Saturday; the day of publication is not known",
        evidence=evidence("last Saturday"),
    ),
    where=Place(
        text="Testville",
        admin1="Northmark",
        country="Testland",
        precision="near",
        evidence=evidence("Testville"),
    ),
    side_a=(
        Actor(name="Northmark army", evidence=evidence("The army")),
        Actor(name="Southland", role="supporter", evidence=evidence("The army")),
    ),
    side_b=(Actor(name="Grey Column", evidence=evidence("Grey Column")),),
    weapons=(),
    casualties=CASUALTIES,
    killed=TOTAL,
    wounded=AROUND,
    captured=None,
    missing=None,
    sources=("a monitoring group",),
)
WARNING = Finding(
    code="approximate",
    severity="warning",
    path="events[0].wounded",
    message="the number of wounded is approximate: around 20",
)
ERROR = Finding(
    code="sum-differs", severity="error", path="events[0].killed", message="11 + 8 + 7 is not the stated 30"
)
INFO = Finding(
    code="date-unresolved", severity="info", path="events[0].when", message="Saturday cannot be dated"
)


def extraction(
    *events: Event, findings: tuple[Finding, ...] = (), tolls: tuple[Toll, ...] = (), text: str = TEXT
) -> Extraction:
    return Extraction(
        article=Article(text=text),
        events=events,
        tolls=tolls,
        findings=findings,
        provenance=Provenance(
            model="local/scripted",
            prompt="extract/v1",
            prompt_sha256="0",
            schema_version=SCHEMA_VERSION,
            eventx_version="0",
            attempts=1,
            tokens_in=1029,
            tokens_out=73,
            seconds=14.23,
        ),
    )
