"""Hand labels of the seeds, and extractions that have them right."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from eventx.article import Article
from eventx.schema import (
    SCHEMA_VERSION,
    Actor,
    Casualty,
    Event,
    Evidence,
    Extraction,
    Place,
    Provenance,
    When,
)
from eventx.truth import Truth, TruthActor, TruthEvent

SEEDS = Path(__file__).parents[1] / "seeds"
SEED_IDS = sorted(path.name.removesuffix(".truth.json") for path in SEEDS.glob("*.truth.json"))
A_WORD = (Evidence(start=0, end=4, quote="Text"),)


def truth_of(seed: str) -> Truth:
    return Truth.model_validate_json((SEEDS / f"{seed}.truth.json").read_text(encoding="utf-8"))


def extraction_of(*events: Event, published: date | None = date(2023, 8, 28)) -> Extraction:
    made_by = Provenance(
        model="m",
        prompt="extract/v1",
        prompt_sha256="0",
        schema_version=SCHEMA_VERSION,
        eventx_version="0",
        attempts=1,
        seconds=0,
    )
    article = Article(text="Text.", published=published)
    return Extraction(article=article, events=events, findings=(), provenance=made_by)


def event_of(label: TruthEvent, **changes: Any) -> Event:
    """Return the event an extraction holds when it has everything in the label right."""

    def actors(parties: tuple[TruthActor, ...]) -> tuple[Actor, ...]:
        return tuple(Actor(name=party.names[0], role=party.role, evidence=A_WORD) for party in parties)

    where, when = label.where, label.when[0] if label.when else None
    right: dict[str, Any] = {
        "id": "e1",
        "event_type": label.event_type,
        "sub_event_type": label.sub_event_types[0],
        "summary": "",
        "when": when and When(text=when.text, start=when.start, end=when.end, evidence=A_WORD),
        "where": where and Place(text=where.names[0], admin1=where.admin1, evidence=A_WORD),
        "side_a": actors(label.side_a),
        "side_b": actors(label.side_b),
        "weapons": (),
        "casualties": tuple(
            Casualty(
                outcome=one.outcome,
                group=one.groups[0],
                who=one.who,
                role=one.role,
                count=one.count,
                evidence=A_WORD,
            )
            for one in label.casualties
        ),
        "killed": label.killed,
        "wounded": label.wounded,
        "captured": label.captured,
        "missing": label.missing,
        "sources": (),
    }
    return Event(**{**right, **changes})


IDLIB = truth_of("idlib-clashes")
CLASH = event_of(IDLIB.events[0])
