"""What a coder says of a machine's figures: the file that a page of evidence saves (docs/corrections.md).

`read` reads such a file. `Judgement` is what a line of a run keeps of it, beside the machine's extraction and
never over it; `eventx.judging` puts one on the other.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from eventx.article import Evidence
from eventx.errors import InputError
from eventx.schema import Event, Finding, Group, Outcome, Role

__all__ = ["JUDGED", "Action", "Correction", "Corrections", "Count", "Judgement", "Kept", "read"]

Action = Literal["accept", "change", "add", "strike"]

JUDGED = "judged"
"""The code of the finding that a judged record carries: who judged it, and when."""

_People = Annotated[int, Field(ge=0, le=1_000_000_000)]
_CHANGES = ("count", "outcome", "group", "role", "quote")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Count(_Record):
    """A number of people, as `eventx.schema.Quantity` has it, without the words."""

    value: _People | None
    low: _People | None
    high: _People | None
    approximate: bool = False

    @model_validator(mode="after")
    def _is_in_order(self) -> Count:
        # Of "more than 26" the bound is 27, of "fewer than 20" it is 19: one beyond the number written.
        low, high = self.low or 0, 10**10 if self.high is None else self.high
        if low > high or (self.value is not None and not low - 1 <= self.value <= high + 1):
            raise ValueError("low, value and high must rise: low <= value <= high")
        return self


class Correction(_Record):
    """One thing that a coder says of one figure, of an event or of an article.

    accept   it is right: the figure; without `casualty` the event, without `event` the article
    change   `count`, `outcome`, `group`, `role` or `quote` are others; what is null stays
    add      a figure of `event` that the machine has not: `count`, `outcome`, `group` and `quote` are its own
    strike   the figure is none; with `quote` and `outcome` one that a coder added; with neither the event

    `event` and `casualty` are those of the machine's answer, whatever was corrected before.
    """

    article: str | None = Field(
        default=None, max_length=1000, description="its id in the run, null where it has none"
    )
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="of article.text in UTF-8")
    action: Action
    event: str | None = Field(default=None, max_length=100, description="the event's id: 'e1'")
    casualty: int | None = Field(default=None, ge=0, description="which figure of the event, from 0")
    seen: str | None = Field(
        default=None, description="the quote of that figure's first evidence, as the coder saw it"
    )
    count: Count | None = None
    outcome: Outcome | None = None
    group: Group | None = None
    role: Role | None = None
    quote: Evidence | None = None
    note: str | None = Field(default=None, max_length=4000, description="why")

    @model_validator(mode="after")
    def _says_what_its_action_needs(self) -> Correction:
        given = [name for name in _CHANGES if getattr(self, name) is not None]
        if self.casualty is not None and self.event is None:
            raise ValueError("a casualty without its event; give the event's id")
        if self.seen is not None and self.casualty is None:
            raise ValueError("`seen` without a casualty; give which one it is the quote of")
        if self.action == "accept" and given:
            raise ValueError(f"accept changes nothing, and {given[0]} is given; use change")
        if self.action == "change" and self.casualty is None:
            raise ValueError("change without a casualty; give the event's id and which casualty")
        if self.action == "change" and not given:
            raise ValueError(f"change without a change; give one of {', '.join(_CHANGES)}")
        if self.action == "add" and self.casualty is not None:
            raise ValueError("add with a casualty; use change")
        if self.action == "add":
            for name in ("event", "count", "outcome", "group", "quote"):
                if getattr(self, name) is None:
                    raise ValueError(f"add without {name}")
        if self.action == "strike" and self.event is None:
            raise ValueError("strike without an event; give the event's id")
        if self.action == "strike" and given not in ([], ["outcome", "quote"]):
            raise ValueError(f"strike takes no {given[0]}, but for the quote and outcome of an added figure")
        if self.action == "strike" and given and self.casualty is not None:
            raise ValueError("strike with a casualty and a quote; give one of them")
        return self


class Corrections(_Record):
    """A file of corrections: what one coder said at one time."""

    version: Literal["1"]
    who: str | None = Field(default=None, max_length=200, description="the coder, in their own words")
    when: AwareDatetime = Field(description="ISO 8601, with its offset from UTC")
    corrections: tuple[Correction, ...]


class Kept(Correction):
    """A correction that was applied, with who made it and when."""

    who: str | None
    when: AwareDatetime


class Judgement(_Record):
    """What coders made of an extraction: kept in the line of a run, beside the extraction.

    `corrections` are all that fit, the earliest first. `events` are the machine's with these applied, and
    `findings` what the checks have to say of them.
    """

    corrections: tuple[Kept, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]


def read(path: str | Path) -> Corrections:
    """Return the corrections in a file; raises InputError, one line that names the first thing wrong."""
    try:
        return Corrections.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        why = first["msg"].removeprefix("Value error, ")
        raise InputError(f"{path}: holds no corrections: {where}: {why}; see docs/corrections.md") from error
