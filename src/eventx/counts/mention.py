"""One phrase that counts people."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from eventx.schema import Evidence, Quantity


class CountMention(BaseModel):
    """One phrase that counts people: its span in the text and the number it states.

    `text` is the input's characters from `start` (0-based) to `end` (exclusive), modifier, number and
    the words for the people: "at least 26 people", "eleven Syrian soldiers", "a further eight casualties".
    `value`, `low`, `high` and `approximate` follow `eventx.schema.Quantity`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str
    value: int | None
    low: int | None
    high: int | None
    approximate: bool = False

    @property
    def quantity(self) -> Quantity:
        """The number as it is kept."""
        return Quantity(**self.model_dump(exclude={"start", "end"}))

    @property
    def evidence(self) -> Evidence:
        """Where it stands, with its words."""
        return Evidence(start=self.start, end=self.end, quote=self.text)

    def overlaps(self, evidence: Evidence) -> bool:
        """Return whether it shares a character with these words."""
        return self.start < evidence.end and evidence.start < self.end
