"""One question for the tests of the model room, and the two ways to ask it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from eventx.model import Answer, Model, Question

ARTICLE = "Eleven people were killed {% raw %} near {{7*7}} {# Testville #}\r\nUnd fünf weitere.\n"


class Judgement(BaseModel):
    """One count, judged."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: Literal["killed", "wounded"] = Field(description="what happened to them")
    parts: list[int] = []

    @field_validator("parts")
    @classmethod
    def _few(cls, parts: list[int]) -> list[int]:
        if len(parts) > 3:
            raise ValueError("more than three parts")
        return parts


GOOD = '{"outcome": "killed", "parts": [1, 2]}'
KILLED = Judgement(outcome="killed", parts=[1, 2])
QUESTION = Question(
    messages=(
        {"role": "system", "content": "Judge the count."},
        {"role": "user", "content": ARTICLE},
    ),
    reply_type=Judgement,
    max_tokens=64,
)

Ask = Callable[[Model], Answer]
ASKS: dict[str, Ask] = {
    "sync": lambda model: model.ask(QUESTION),
    "async": lambda model: asyncio.run(model.aask(QUESTION)),
}


def clear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every setting of models, keys and proxies out of the environment."""
    for name in ("MODEL", "BASE_URL", "TIMEOUT", "GGUF", "CACHE"):
        monkeypatch.delenv(f"EVENTX_{name}", raising=False)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
