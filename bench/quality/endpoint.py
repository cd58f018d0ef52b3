"""The server that every arm asks, and what the exchanges with it cost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bench.quality.answer import SERVER, Reply
from eventx.errors import ModelUnavailable


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible API, the key to show there, and the model to name."""

    base_url: str
    api_key: str = field(repr=False)
    model: str


@dataclass(slots=True)
class Meter:
    """What the exchanges since `metered` began came to; seconds are wall time from first to last."""

    tokens_in: int = 0
    tokens_out: int = 0
    requests: int = 0
    seconds: float = 0.0
    texts: list[str] = field(default_factory=list)

    def reply(self, body: dict[str, Any] | None, cause: BaseException | None = None) -> Reply:
        """Return what the exchanges came to as a reply; `cause` is why there is no body.

        When no text came the server failed, unless it refused what was asked (too long a text).
        """
        from openai import BadRequestError

        failed = not self.texts and not isinstance(cause, BadRequestError)
        return Reply(
            body=body,
            error=f"{SERVER if failed else 'unusable'}: {type(cause).__name__}" if cause else None,
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            seconds=self.seconds,
            requests=self.requests,
        )


def endpoint(model: str, base_url: str | None = None) -> Endpoint:
    """Return where `model` answers: the embedded server, started now, for "local", else an OpenAI one.

    `base_url` is that of a server of your own for "openai/NAME". Raises ModelUnavailable.
    """
    provider, _, name = model.partition("/")
    if provider == "local":
        from eventx.local import manifest, server, store

        known = manifest.find(name or None)
        running = server.running(store.path(name or None), alias=known.name, context=known.context)
        return Endpoint(running.base_url, running.api_key, known.name)
    if provider != "openai" or not name:
        raise ModelUnavailable(
            f"the bench asks `local` or `openai/NAME`, with --base-url or not; not {model!r}"
        )
    key = os.environ.get("OPENAI_API_KEY", "none")
    return Endpoint(base_url or "https://api.openai.com/v1", key, name)


@contextmanager
def metered() -> Iterator[Meter]:
    """Count every chat completion that any library asks for through the openai client meanwhile."""
    from openai.resources.chat.completions import Completions

    meter = Meter()
    original = Completions.create

    def counted(self: Completions, *args: Any, **kwargs: Any) -> Any:
        meter.requests += 1
        completion = original(self, *args, **kwargs)
        meter.texts.append(completion.choices[0].message.content or "")
        if completion.usage:
            meter.tokens_in += completion.usage.prompt_tokens
            meter.tokens_out += completion.usage.completion_tokens
        return completion

    began = time.monotonic()
    Completions.create = counted  # type: ignore[method-assign]
    try:
        yield meter
    finally:
        Completions.create = original  # type: ignore[method-assign]
        meter.seconds = time.monotonic() - began
