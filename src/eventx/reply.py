"""What the model must return. Names and descriptions here are sent to the model: they are prompt text."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator

Harm = Literal["killed", "wounded", "captured", "missing", "casualties", "none"]
Whose = Literal["a", "b", "civilians", "unknown"]

Harmed = Literal["killed", "wounded", "captured", "missing", "casualties"]
Fate = Literal["killed", "wounded", "captured", "missing", "casualties", "freed"]
Party = Literal["a", "b", "civilians", "mixed", "unknown"]
LinkKind = Literal["part_of", "same_as", "rival_of", "older_than", "fate_of"]

Verdict = Literal["stands", "mended", "not_counted", "said_again"]

MOST_INCIDENTS = 4
MOST_COUNTS = 40  # counts judged in one reply; a grammar of 60 keys takes 1.7 s to compile
MOST_CLAUSES = 5_000  # characters of clauses shown with them, so that the question fits beside a passage
MOST_QUOTES = 30  # counts that a model quotes from one passage


# No docstrings below: they would be sent to the model.
class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Incident(_Reply):
    when: str
    town: str
    province: str
    country: str
    side_a: str
    side_b: str
    kind: str


class Report(_Reply):
    # Holds a small model to a headline; a longer one from a model that no grammar holds is no fault.
    news: str = Field(json_schema_extra={"maxLength": 90})
    new_violence: Literal["yes", "no"]
    incidents: Literal[0, 1, 2, 3, 4]
    events: list[Incident] = Field(max_length=MOST_INCIDENTS)


class Judgement(_Reply):
    harm: Harm
    whose: Whose


class FigureLink(_Reply):
    how: LinkKind
    of: int


class ToldFigure(_Reply):
    n: int
    quote: str
    fate: Fate
    least: int | None
    most: int | None
    about: bool
    whose: Party
    events: list[int]
    doubt: bool
    said_by: str | None
    links: list[FigureLink]


class ToldTotal(_Reply):
    fate: Harmed
    least: int | None
    most: int | None


class ToldEvent(_Reply):
    n: int
    passing: bool
    kind: str
    when: str | None
    first_day: str | None
    last_day: str | None
    place: str | None
    province: str | None
    country: str | None
    side_a: list[str]
    side_b: list[str]
    totals: list[ToldTotal]


class FullReading(_Reply):
    events: list[ToldEvent]
    figures: list[ToldFigure]

    @model_validator(mode="after")
    def _numbers_name_one(self) -> FullReading:
        for name, numbers in (("event", [e.n for e in self.events]), ("figure", [f.n for f in self.figures])):
            if twice := next((n for n in numbers if numbers.count(n) > 1), None):
                raise ValueError(f"two {name}s have the number {twice}; give each a number of its own")
        return self


class Answered(_Reply):
    dispute: int
    answer: Verdict


class ToldTotals(_Reply):
    event: int
    totals: list[ToldTotal]


class Settlement(_Reply):
    answers: list[Answered]
    figures: list[ToldFigure]
    totals: list[ToldTotals]


class Quotation(_Reply):
    quote: str = Field(json_schema_extra={"maxLength": 200})
    people: str = Field(json_schema_extra={"maxLength": 100})
    number: int | None
    harm: Harm
    whose: Whose


@cache
def report(kinds: tuple[str, ...]) -> type[Report]:
    """Return the reply type for a passage, `kinds` being the words an incident may be called by."""
    kind: Any = Literal[kinds]
    several: Any = list[create_model("Incident", __base__=Incident, kind=(kind, ...))]  # type: ignore[misc]
    events: Any = (several, Field(max_length=MOST_INCIDENTS))
    return create_model("Report", __base__=Report, events=events)


@cache
def full_reading(kinds: tuple[str, ...]) -> type[FullReading]:
    """Return the reply type of the full reading, `kinds` being the words an event may be called by."""
    kind: Any = Literal[kinds]
    several: Any = list[create_model("ToldEvent", __base__=ToldEvent, kind=(kind, ...))]  # type: ignore[misc]
    return create_model("FullReading", __base__=FullReading, events=(several, ...))


@cache
def quotations(events: int) -> type[BaseModel]:
    """Return the reply type for the counts a model quotes itself; of several events each says of which."""
    quotation: Any = Quotation
    if events > 1:
        which: Any = Literal[tuple(range(1, events + 1))]
        quotation = create_model("Quotation", __base__=Quotation, event=(which, ...))
    several: Any = list[quotation]
    return create_model("Quotations", __base__=_Reply, counts=(several, Field(max_length=MOST_QUOTES)))


@cache
def judgements(counts: int, events: int) -> type[BaseModel]:
    """Return the reply type for `counts` numbers of people: one required key each, c1, c2, …

    A number can be neither skipped nor judged twice. With several events each judgement also says which:
    1 to `events`. Cached by shape, since every new class costs time and memory.
    """
    judgement: Any = Judgement
    if events > 1:
        which: Any = Literal[tuple(range(1, events + 1))]
        judgement = create_model(
            "Judgement", __base__=_Reply, event=(which, ...), harm=(Harm, ...), whose=(Whose, ...)
        )
    fields: dict[str, Any] = {f"c{number}": (judgement, ...) for number in range(1, counts + 1)}
    return create_model("Judgements", __base__=_Reply, **fields)
