"""Plain instructor with direct, nullable fields: a number of killed, captured and wounded, and whose."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from bench.quality.answer import Answer, Reply, Side, exact
from bench.quality.arms import plain
from bench.quality.endpoint import Endpoint

VERSION = "1"

SYSTEM = (
    "You read a news text about armed conflict and fill in what it reports. Only people of the events it "
    "reports as news count, not those of background or earlier events. Count each person once. A number that "
    "the text does not give is null; vague words such as 'several' or 'numerous' are null too."
)

_NUMBER = (
    "number of people {}: added up when the text gives several figures; null when nobody is {}, and null "
    "when the text says only 'several', 'multiple' or another vague word"
)
_SIDE = "whose people the {} are; null when nobody is {}"


# Docstrings and descriptions are sent to the model.
class Report(BaseModel):
    """What a news text reports."""

    killed: int | None = Field(description=_NUMBER.format("killed", "killed"))
    killed_side: Side | None = Field(description=_SIDE.format("killed", "killed"))
    captured: int | None = Field(description=_NUMBER.format("captured, detained or arrested", "captured"))
    captured_side: Side | None = Field(description=_SIDE.format("captured", "captured"))
    wounded: int | None = Field(description=_NUMBER.format("wounded", "wounded"))
    wounded_side: Side | None = Field(description=_SIDE.format("wounded", "wounded"))
    province: str | None = Field(description="province where it happened")
    date: str | None = Field(description="day it happened, YYYY-MM-DD; null when it cannot be known")


def ask(text: str, published: date | None, at: Endpoint) -> Reply:
    """Return the reply for a text."""
    return plain.ask(text, published, at, system=SYSTEM, reply_type=Report)


def understand(text: str, body: dict[str, Any]) -> Answer:
    """Return the reply as an answer; direct fields come without words."""
    report = Report.model_validate(body)
    return Answer(
        killed=exact(report.killed),
        captured=exact(report.captured),
        wounded=exact(report.wounded),
        sides={
            "killed": (report.killed_side,) if report.killed and report.killed_side else (),
            "captured": (report.captured_side,) if report.captured and report.captured_side else (),
            "wounded": (report.wounded_side,) if report.wounded and report.wounded_side else (),
        },
        provinces=(report.province,) if report.province else (),
        date=report.date,
    )
