"""The plain arm: one call of instructor, with a model of events and a list of figures with their quotes.

What a user who knows the field would write in an hour: a paragraph of instructions, direct fields for the
four outcomes, and beside them every figure with the exact words. Nothing is checked, nothing asked again.
"""

from __future__ import annotations

from typing import Literal

import instructor
import openai
from pydantic import BaseModel, Field

MAX_TOKENS = 4_000

SYSTEM = (
    "You read a text about armed conflict. List every new event it reports, with how many people were "
    "killed, wounded, captured (kidnapped or arrested, even if later freed or killed) and went missing in "
    "it, attackers included, each person once for each of these. "
    "Background, earlier events and planned or denied ones are left out. Beside these numbers list every "
    "figure that the text states for the event, with the exact words of the text. What the text does not say "
    "is null, never 0. Bounds: at least 5 is least 5, most null; up to 7 is least null, most 7; a vague word "
    "such as dozens is both null."
)


# Docstrings and descriptions are sent to the model.
class Number(BaseModel):
    """How many people."""

    least: int | None = Field(description="the least it can be; null when not said")
    most: int | None = Field(description="the most it can be; null when open")


class Figure(BaseModel):
    """One figure that the text states."""

    outcome: Literal["killed", "wounded", "captured", "missing"]
    least: int | None
    most: int | None
    side: str | None = Field(description="whose people they are")
    quote: str = Field(description="the exact words of the text that state it")


class Event(BaseModel):
    """One event that the text reports as news."""

    event_type: str
    date: str | None = Field(description="day it happened, YYYY-MM-DD; null when it cannot be known")
    place: str | None
    province: str | None
    country: str | None
    attacker: str | None
    victim: str | None
    killed: Number | None = Field(description="null when nobody is said to be killed")
    wounded: Number | None
    captured: Number | None
    missing: Number | None
    figures: list[Figure]


class Report(BaseModel):
    """What a text reports."""

    events: list[Event]


def ask(text: str, published: str | None, *, base_url: str, api_key: str, model: str) -> tuple[Report, int]:
    """Return what is reported and the tokens it took to write; raises as instructor does."""
    told = f"Published {published}.\n\n{text}" if published else text
    with openai.OpenAI(base_url=base_url, api_key=api_key, max_retries=0, timeout=3600) as sdk:
        client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
        report, completion = client.create_with_completion(
            model=model,
            response_model=Report,
            messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": told}],
            temperature=0,
            max_tokens=MAX_TOKENS,
            max_retries=0,
        )
    return report, completion.usage.completion_tokens
