"""What the model must return. Names and descriptions here are sent to the model: they are prompt text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, Self

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
_EVERYBODY = 10_000_000_000


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


class ListedFigure(_Reply):
    n: int
    quote: str
    fate: Fate
    least: int | None
    most: int | None
    whose: Party
    events: list[int]


class ListedLink(_Reply):
    how: LinkKind
    n: list[int]
    of: int


class ListedSource(_Reply):
    by: str
    n: list[int]


class ToldTotal(_Reply):
    fate: Harmed
    least: int | None
    most: int | None


class ToldEvent(_Reply):
    n: int
    kind: str
    when: str | None
    days: list[str]
    place: str | None
    province: str | None
    country: str | None
    side_a: list[str]
    side_b: list[str]
    totals: list[ToldTotal]


class _Listed(_Reply):
    # What figures have to do with each other stands behind them all: on each it would cost a third more.
    figures: list[ListedFigure]
    about: list[int]
    doubt: list[int]
    links: list[ListedLink]
    sources: list[ListedSource]

    def told(self) -> tuple[ToldFigure, ...]:
        links: dict[int, list[FigureLink]] = {}
        for link in self.links:
            for number in link.n:
                links.setdefault(number, []).append(FigureLink(link.how, link.of))
        said_by = {number: source.by for source in self.sources for number in source.n}
        about, doubt = set(self.about), set(self.doubt)
        return tuple(
            ToldFigure(
                **dict(each),
                about=each.n in about,
                doubt=each.n in doubt,
                said_by=said_by.get(each.n),
                links=tuple(links.get(each.n, ())),
                own=each.n,
            )
            for each in self.figures
        )

    @model_validator(mode="after")
    def _numbers_name_one(self) -> Self:
        _each_once("figure", [each.n for each in self.figures])
        for each in self.figures:
            _in_order(f"figure {each.n}", each.least, each.most)
        return self


class _Events(_Reply):
    events: list[ToldEvent]
    passing: list[int]

    @model_validator(mode="after")
    def _numbers_name_one_event(self) -> Self:
        _each_once("event", [each.n for each in self.events])
        for each in self.events:
            for total in each.totals:
                _in_order(f"event {each.n}, {total.fate}", total.least, total.most)
        return self


class FullReading(_Listed, _Events):  # in this order the events come first
    pass


class Answered(_Reply):
    dispute: int
    answer: Verdict


class NewTotals(_Reply):
    event: int
    totals: list[ToldTotal]


class _Answers(_Reply):
    answers: list[Answered]
    totals: list[NewTotals]


class Settlement(_Listed, _Answers):  # the answers come first
    pass


def _each_once(name: str, numbers: list[int]) -> None:
    for each, times in Counter(numbers).items():
        if times > 1:
            raise ValueError(f"two {name}s have the number {each}; give each a number of its own")


def _in_order(name: str, least: int | None, most: int | None) -> None:
    if min(least or 0, most or 0) < 0:
        raise ValueError(f"{name}: no number of people is below 0; say null where none is told")
    if max(least or 0, most or 0) > _EVERYBODY:
        raise ValueError(f"{name}: there are not that many people; say null where no number is told")
    if least is not None and most is not None and least > most:
        raise ValueError(f"{name}: the least, {least}, is more than the most, {most}")


class FigureLink(NamedTuple):
    """What a figure has to do with the figure of the number `of`."""

    how: LinkKind
    of: int


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure of a reply with all that the reply says of it; no part of a reply itself.

    `own` is its number in its own reply, `n` the one it has among all replies about an article.
    """

    n: int
    quote: str
    fate: Fate
    least: int | None
    most: int | None
    whose: Party
    events: Sequence[int]
    about: bool = False
    doubt: bool = False
    said_by: str | None = None
    links: tuple[FigureLink, ...] = ()
    own: int | None = None


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
