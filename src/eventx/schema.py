"""What eventx keeps of an article: frozen Pydantic models, from `Evidence` up to `Extraction`.

Unstated is null, never 0. Offsets are 0-based characters of `article.text`, end exclusive, and
`article.text[e.start:e.end] == e.quote` holds for every `Evidence` of an `Extraction`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from eventx.article import Article
from eventx.article import Evidence as Evidence
from eventx.errors import InputError
from eventx.migrations import migrated

SCHEMA_VERSION = "3"

Outcome = Literal["killed", "wounded", "captured", "missing", "casualties"]
"""What happened to the people counted. "casualties" are killed or wounded, the text does not say which."""

Group = Literal["side_a", "side_b", "civilians", "unknown", "all"]
Role = Literal["part", "total", "subset", "repeat", "account"]
"""What a count is to the others of its event. Parts are added up, a total holds them, a subset is some of
them, a repeat says them again; an account is another number for them: an earlier toll, another source's."""
Reader = Literal["model", "rules"]
"""Who read a figure: the model that was asked, or the rules of the text's language."""
ReadingName = Literal["full", "lean"]
"""full: the model reads every figure and the rules verify; lean: the rules read the figures."""
Context = Literal["historical", "future", "hypothetical", "negated"]
Severity = Literal["error", "warning", "info"]

ActorKind = Literal[
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
]

People = Annotated[int, Field(ge=0, description="a number of people")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Quantity(_Record):
    """A number of people as the text gives it.

    Exact: low = high = value. A bound: value is the number written and the open end is null
    ("at least 26": 26, 26, null; "more than 26": 26, 27, null; "up to 50": 50, null, 50).
    A range: value null. Approximate: value, bounds null. Vague ("dozens"): value null, low the
    least it can mean or null. In a language without rules the bounds of a number are null too.
    """

    value: People | None
    low: People | None
    high: People | None
    approximate: bool = False
    text: str = Field(description="the words as written, or the sum that gave the number")


class When(_Record):
    """When it happened: the article's own words, and the days they mean when that can be known."""

    text: str
    start: date | None = None
    end: date | None = None
    precision: Literal["day", "days", "week", "month", "year", "unresolved"] = "unresolved"
    reason: str | None = Field(
        default=None, description="how the days are known, or what can be said when they are not"
    )
    evidence: tuple[Evidence, ...]


class Place(_Record):
    """Where it happened. Coordinates come only from a gazetteer, never from a model.

    `precision` says what the coordinates are of: the town named, a place near it, or the district
    (admin2), province (admin1) or country that stands for it. `candidates` are the gazetteer's places
    that the words fit equally well, "id name, province, country"; none was chosen.
    """

    text: str
    admin2: str | None = None
    admin1: str | None = None
    country: str | None = None
    iso3: str | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90, description="degrees north, WGS 84")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="degrees east, WGS 84")
    precision: Literal["town", "near", "admin2", "admin1", "country", "unresolved"] = "unresolved"
    understood: bool = Field(
        default=False,
        description="the country is left to be understood: the model's word, borne out by a gazetteer",
    )
    gazetteer_id: str | None = None
    candidates: tuple[str, ...] = ()
    reason: str | None = Field(default=None, description="how it was located, or why it was not")
    evidence: tuple[Evidence, ...]


class Actor(_Record):
    """An armed group, force or crowd on one side of the event, under its fullest name in the article."""

    name: str
    aliases: tuple[str, ...] = Field(default=(), description="what else the article calls it")
    kind: ActorKind | None = None
    role: Literal["combatant", "supporter"] = "combatant"
    reason: str | None = Field(default=None, description="how its kind is known")
    evidence: tuple[Evidence, ...]


class Casualty(_Record):
    """One statement of how many people of one group were killed, wounded, captured or went missing."""

    outcome: Outcome
    group: Group
    who: str | None = Field(description="the words for the people: 'Syrian soldiers'")
    role: Role
    of: int | None = Field(
        default=None,
        ge=0,
        description="for a subset, repeat or account: which casualty of the event, from 0, holds them",
    )
    count: Quantity
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    vouched_by: tuple[Reader, ...] = Field(
        default=(),
        description="who reads these words so: the model, the rules, or both; empty where it was not kept",
    )
    was: int | None = Field(
        default=None,
        ge=0,
        description="which casualty of the event, from 0, counts these people under an earlier fate: the "
        "wounded who died, the hostages who were killed",
    )
    attributed_to: str | None = None
    inferred: str | None = Field(default=None, description="how it is known, when it is not stated")


class Event(_Record):
    """One event: what happened, where, when, between whom, and who was harmed.

    `killed`, `wounded`, `captured` and `missing` are the event's figures over all sides, null when
    the text gives none. What the text counts over several events together stands in `Extraction.tolls`.
    """

    id: str
    event_type: str = Field(description="in the codebook's terms: 'Battles'")
    sub_event_type: str = Field(description="one of the codebook's of that type: 'Armed clash'")
    type_reason: str | None = Field(default=None, description="why it is of this type, in one sentence")
    acled: str | None = Field(
        default=None, description="ACLED's sub-event type for it, where the codebook names it otherwise"
    )
    plover: str | None = Field(
        default=None, description="PLOVER's event and mode for it, where the codebook gives them"
    )
    passing: bool = Field(default=False, description="told in passing, beside the news of the article")
    context: tuple[Context, ...] = Field(
        default=(), description="PLOVER's realis: what keeps the event from being new and real"
    )
    summary: str
    when: When | None
    where: Place | None
    side_a: tuple[Actor, ...]
    side_b: tuple[Actor, ...]
    weapons: tuple[str, ...]
    casualties: tuple[Casualty, ...]
    killed: Quantity | None
    wounded: Quantity | None
    captured: Quantity | None
    missing: Quantity | None
    sources: tuple[str, ...]


class Toll(_Record):
    """A figure over several events together, which the text does not divide among them.

    What its casualty is `of` is another toll: an index into the extraction's.
    """

    events: tuple[str, ...] = Field(min_length=2, description="their ids")
    casualty: Casualty


class Finding(_Record):
    """What a check has to say: a stable code, how grave it is, where, and one sentence for a coder."""

    code: str
    severity: Severity
    path: str = Field(description="where in the extraction: 'events[0].casualties[2].count'")
    message: str


class Provenance(_Record):
    """What made this extraction: enough to name it, repeat it and price it.

    `eventx_version` and `seconds` are null where they were not kept: in a golden.
    """

    model: str
    prompt: str = Field(description="task and version: 'extract/v1'")
    prompt_sha256: str = Field(description="over the prompt's texts and the codebook's wording in them")
    reading: ReadingName | None = Field(default=None, description="null where it was not kept")
    codebook: str | None = Field(default=None, description="its name; null where none was kept")
    codebook_sha256: str | None = None
    schema_version: str
    eventx_version: str | None = None
    attempts: int = Field(ge=1, description="questions put to the model, repairs included")
    tokens_in: int | None = Field(default=None, ge=0)
    tokens_out: int | None = Field(default=None, ge=0)
    seconds: float | None = Field(default=None, ge=0)
    cost: float | None = Field(default=None, ge=0, description="US dollars, null when unknown")
    gazetteer: str | None = Field(
        default=None, description="what places were looked up in, with versions; null when none was asked"
    )


class Extraction(_Record):
    """What eventx returns: the article, its events, what the checks found, and what made it.

    One stored in an earlier version of the schema is brought to this one as it is read; one of a version that
    cannot be read is invalid, and the error says which can be (`eventx.migrations`).
    """

    article: Article
    events: tuple[Event, ...]
    tolls: tuple[Toll, ...] = ()
    findings: tuple[Finding, ...]
    provenance: Provenance

    @model_validator(mode="before")
    @classmethod
    def _of_this_version(cls, stored: object) -> object:
        try:
            return migrated(stored, current=SCHEMA_VERSION)
        except InputError as error:
            raise PydanticCustomError("schema_version", "{why}", {"why": str(error)}) from error

    def _repr_html_(self) -> str:
        # A notebook asks for this by name. What draws the page stands above the schema: loaded only now.
        drawn: str = import_module("eventx.export.html.notebook").to_frame(self)
        return drawn

    @model_validator(mode="after")
    def _every_quote_is_exact(self) -> Extraction:
        text = self.article.text
        dateline = (self.article.dateline,) if self.article.dateline else ()
        for evidence in (*dateline, *_evidence_in(self.events), *_of_tolls(self.tolls)):
            if text[evidence.start : evidence.end] != evidence.quote:
                raise ValueError(f"evidence at {evidence.start}..{evidence.end} is not the article's words")
        return self


def _evidence_in(events: tuple[Event, ...]) -> Iterator[Evidence]:
    for event in events:
        for holder in (event.when, event.where, *event.side_a, *event.side_b, *event.casualties):
            if holder is not None:
                yield from holder.evidence


def _of_tolls(tolls: tuple[Toll, ...]) -> Iterator[Evidence]:
    for toll in tolls:
        yield from toll.casualty.evidence
