"""The plain way: what a first user of instructor writes to get events and their figures out of an article.

A model of events with a free list of casualties, each with its quote, and one call. No counts found first, no
prompt beyond a sentence, no repair.
"""

from __future__ import annotations

from dataclasses import dataclass

import instructor
import openai
from instructor.core import InstructorError
from pydantic import BaseModel, Field

MAX_TOKENS = 1500

SYSTEM = (
    "Extract every conflict event from the news article, with all casualties that it states. "
    "For each casualty figure give the exact quote from the article."
)


class Casualty(BaseModel):
    """One casualty figure stated in the article."""

    side: str = Field(description="the side the people belong to")
    outcome: str = Field(description="killed, wounded, captured or missing")
    count: int | None = Field(description="how many people, null if not stated")
    quote: str = Field(description="the exact words of the article that state it")


class Event(BaseModel):
    """One conflict event reported in the article."""

    event_type: str
    location: str
    date: str | None
    actors: list[str]
    casualties: list[Casualty]
    summary: str


class Events(BaseModel):
    """All conflict events reported in the article."""

    events: list[Event]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote, how many tokens it took, and whether it fits `Events`."""

    text: str
    tokens_out: int
    fits: bool


def ask(text: str, *, base_url: str, api_key: str, max_tokens: int = MAX_TOKENS) -> Reply:
    """Return the reply for an article; one that is cut off after `max_tokens`, or is no `Events`, too."""
    with openai.OpenAI(base_url=base_url, api_key=api_key, max_retries=0, timeout=600) as sdk:
        client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
        try:
            _, completion = client.create_with_completion(
                model="local",
                response_model=Events,
                messages=[
                    {"role": "system", "content": SYSTEM},
                    {"role": "user", "content": text},
                ],
                temperature=0,
                max_tokens=max_tokens,
                max_retries=0,
            )
            fits = True
        except InstructorError as error:
            completion = getattr(error, "last_completion", None)
            if completion is None:
                raise
            fits = False
    return Reply(completion.choices[0].message.content or "", completion.usage.completion_tokens, fits)
