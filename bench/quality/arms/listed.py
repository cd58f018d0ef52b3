"""Plain instructor with a free list of casualties, each with its quote."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from bench.quality.answer import Answer, Item, Reply, Side, exact, from_items
from bench.quality.arms import plain
from bench.quality.endpoint import Endpoint

VERSION = "1"

SYSTEM = (
    "You read a news text about armed conflict and list every casualty figure of the events it reports as "
    "news, not those of background or earlier events. List each group of people once, with the exact words "
    "of the text. A number that the text does not give is null; vague words such as 'several' are null too."
)


# Docstrings and descriptions are sent to the model.
class Casualty(BaseModel):
    """One group of people killed, wounded or captured."""

    outcome: Literal["killed", "wounded", "captured"] = Field(
        description="what happened to them; detained and arrested people are captured"
    )
    count: int | None = Field(description="how many people; null when the text gives only a vague word")
    side: Side | None = Field(description="whose people they are")
    quote: str = Field(description="the exact words of the text that state it")


class Report(BaseModel):
    """What a news text reports."""

    casualties: list[Casualty] = Field(description="empty when nobody is killed, wounded or captured")
    province: str | None = Field(description="province where it happened")
    date: str | None = Field(description="day it happened, YYYY-MM-DD; null when it cannot be known")


def ask(text: str, published: date | None, at: Endpoint) -> Reply:
    """Return the reply for a text."""
    return plain.ask(text, published, at, system=SYSTEM, reply_type=Report)


def understand(text: str, body: dict[str, Any]) -> Answer:
    """Return the reply as an answer: what a user would do with it, the counts of an outcome added up."""
    report = Report.model_validate(body)
    items = tuple(
        Item(outcome=each.outcome, figure=exact(each.count), side=each.side, quote=each.quote)
        for each in report.casualties
    )
    return from_items(items, provinces=(report.province,) if report.province else (), date=report.date)
