"""What is known of a model outside this room: a question, an answer, and how long to wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypedDict

from pydantic import BaseModel


class Message(TypedDict):
    """One turn of a conversation; `content` reaches the model exactly as it stands here."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a model is asked, and the shape its reply must have.

    `max_tokens` limits the reply; what a model thinks before it replies comes on top. `purpose` is what to
    tell somebody who waits for the answer: "reading part 3 of 8". `prompt` and `prompt_sha256` are those of
    provenance, None where a question is of no prompt.
    """

    messages: tuple[Message, ...]
    reply_type: type[BaseModel]
    max_tokens: int
    purpose: str = ""
    prompt: str | None = None
    prompt_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a reply, or the text as the model wrote it and why it is none.

    `problems` has one sentence for each thing wrong and is empty exactly when there is a `reply`. The tokens
    are the server's own count, None when it keeps none; `seconds` is wall time, waits and retries included.
    """

    reply: BaseModel | None
    text: str
    problems: tuple[str, ...]
    tokens_in: int | None
    tokens_out: int | None
    seconds: float


class AsyncModel(Protocol):
    """Something that answers questions without blocking the event loop.

    `name` is what provenance says: "openai/gpt-5-mini". A reply that does not fit is an Answer, not an
    exception. `aask` raises ModelUnavailable when nobody answers, ModelError when the question or the answer
    is refused, InputError when the article is too long for the model, CassetteMiss in a replay.
    """

    @property
    def name(self) -> str:
        """Return the provider and the model: "openai/gpt-5-mini"."""
        ...

    async def aask(self, question: Question) -> Answer:
        """Return the answer; waits until it is there or patience ends."""
        ...


class Model(AsyncModel, Protocol):
    """Something that answers questions, blocking or not."""

    def ask(self, question: Question) -> Answer:
        """Return the answer; blocks until it is there or patience ends. Raises as `aask` does."""
        ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one question may take, in seconds.

    `refused_seconds` while nothing listens at the address, `total_seconds` for everything together.
    """

    refused_seconds: float = 10.0
    total_seconds: float = 120.0
