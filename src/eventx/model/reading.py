"""What a completion holds, whichever provider it is from: its text, its tokens, what is wrong with it."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from eventx.model.transport import one_line

# A reply is wrong in a few ways or in all: the first of them are what a model can mend.
_MOST_PROBLEMS = 40
_LONGEST_KEY = 60
# Beyond it a count is no count.
_MOST_TOKENS = 10**12


def text_of(completion: Any) -> str | None:
    """Return what the model wrote, or None when the completion holds no reply at all.

    A chat message's content, or else the arguments of its first tool call; or the blocks of a message.
    """
    choice = _choice(completion)
    if choice is not None:
        calls = getattr(choice.message, "tool_calls", None)
        written = choice.message.content or (calls[0].function.arguments if calls else "")
        return str(written or "")
    blocks = getattr(completion, "content", None)
    if isinstance(blocks, list):
        return "".join(_block(block) for block in blocks)
    return None


def refusal_of(completion: Any) -> str | None:
    """Return why the model or its provider would not reply, or None when it did."""
    choice = _choice(completion)
    if choice is None:
        return None
    if choice.finish_reason == "content_filter":
        return "the provider's content filter stopped the reply"
    refusal = getattr(choice.message, "refusal", None)
    return f"the model refuses: {refusal}" if refusal else None


def tokens_of(completion: Any) -> tuple[int | None, int | None]:
    """Return the tokens read and written by the server's own count, None where it keeps none."""
    usage = getattr(completion, "usage", None)
    read = getattr(usage, "prompt_tokens", getattr(usage, "input_tokens", None))
    written = getattr(usage, "completion_tokens", getattr(usage, "output_tokens", None))
    return _number(read), _number(written)


def keys_given_twice(text: str) -> tuple[str, ...]:
    """Return one sentence for each key that a JSON text gives twice in one object: a parser keeps the last.

    Empty for a text that is not JSON: providers put other things around a reply.
    """
    twice: dict[str, None] = {}

    def noted(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            twice.update((key, None) for key, times in Counter(key for key, _ in pairs).items() if times > 1)

    with suppress(ValueError, RecursionError):
        json.loads(text, object_pairs_hook=noted)
    return tuple(f"the reply gives {_step(key)} twice" for key in [*twice][:_MOST_PROBLEMS])


def problems_of(error: ValidationError) -> tuple[str, ...]:
    """Return a sentence for each thing wrong: "counts.c3: Input should be 'a' or 'b'"; of many the first."""
    details = error.errors(include_url=False, include_context=False)
    said = tuple(_problem(detail) for detail in details[:_MOST_PROBLEMS])
    more = len(details) - _MOST_PROBLEMS
    return (*said, f"and {more} things more are wrong") if more > 0 else said


def _problem(detail: Any) -> str:
    if detail["type"] == "json_invalid":
        return "the reply is not JSON" if str(detail["input"]).strip() else "the reply is empty"
    path = ""
    for step in detail["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{_step(step)}" if path else _step(step)
    said = str(detail["msg"]).removeprefix("Value error, ")
    return f"{path}: {said}" if path else said


def _step(key: str) -> str:
    """Return a key as it can be said: it may be one that the model made up."""
    return one_line(key[:_LONGEST_KEY])


def _number(tokens: Any) -> int | None:
    return tokens if isinstance(tokens, int) and 0 <= tokens < _MOST_TOKENS else None


def _choice(completion: Any) -> Any:
    choices = getattr(completion, "choices", None)
    choice = choices[0] if isinstance(choices, list) and choices else None
    return choice if getattr(choice, "message", None) is not None else None


def _block(block: Any) -> str:
    written = getattr(block, "input", None)
    return json.dumps(written) if written is not None else str(getattr(block, "text", ""))
