"""What a careful reader found in a seed: the hand-made labels of `seeds/<id>.truth.json`.

A truth knows nothing of what eventx made of the text; that is a golden (`eventx.golden`). Where a text
can be read in more than one way, the truth lists every reading that is right, the likeliest first.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from eventx import codebook
from eventx.errors import InputError
from eventx.schema import Group, Outcome, Quantity, Role


class _Label(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TruthPlace(_Label):
    """The most exact place the text gives, by every name that is right for it."""

    names: tuple[str, ...] = Field(min_length=1)
    admin1: str | None = None
    country: str | None = None


class TruthDays(_Label):
    """One right reading of when: words of the text and the days they mean, given the publication day."""

    text: str
    start: date
    end: date


class TruthActor(_Label):
    """One party by every name it may go by. `optional`: a careful reader may leave it out."""

    names: tuple[str, ...] = Field(min_length=1)
    role: Literal["combatant", "supporter"] = "combatant"
    optional: bool = False


class TruthCasualty(_Label):
    """One statement of a number; `quote` stands in the text word for word, `groups` are all right."""

    outcome: Outcome
    groups: tuple[Group, ...] = Field(min_length=1)
    who: str | None
    role: Role
    count: Quantity
    quote: str
    attributed_to: tuple[str, ...] = ()
    inferred: str | None = None


class TruthEvent(_Label):
    """One event as a careful reader records it; an empty `when` means that no day can be known."""

    event_type: str
    sub_event_types: tuple[str, ...] = Field(min_length=1)
    where: TruthPlace | None
    when: tuple[TruthDays, ...]
    side_a: tuple[TruthActor, ...]
    side_b: tuple[TruthActor, ...]
    casualties: tuple[TruthCasualty, ...]
    killed: Quantity | None
    wounded: Quantity | None
    captured: Quantity | None
    missing: Quantity | None

    @model_validator(mode="after")
    def _sub_event_type_is_of_its_type(self) -> TruthEvent:
        types = [codebook.builtin().of(name) for name in self.sub_event_types]
        if None in types:
            raise ValueError(f"{self.sub_event_types[types.index(None)]} is no sub-event type of ACLED")
        if types[0] is None or types[0].event_type != self.event_type:
            raise ValueError(f"{self.sub_event_types[0]} is no sub-type of {self.event_type}")
        return self


class About(_Label):
    """Where the text comes from and why the case exists; `published` is the day the dates are read from.

    It is null where a coder judged a text whose day is not known (`eventx.score.judged`).
    """

    synthetic: bool
    published: date | None
    licence: str
    why: str
    notes: tuple[str, ...] = ()


class Truth(_Label):
    """What a careful reader found in one seed: `read` reads its truth file."""

    id: str
    about: About
    events: tuple[TruthEvent, ...]


def read(path: Path) -> Truth:
    """Return the truth in a file; raises InputError, which names the first label that is wrong."""
    try:
        return Truth.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise InputError(f"{path}: is no truth: {where}: {first['msg']}; see `eventx.truth`") from error
