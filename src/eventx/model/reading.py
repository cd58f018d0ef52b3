"""What a completion holds, whichever provider it is from: its text, its tokens, what is wrong with it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError


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
    return read, written


def problems_of(error: ValidationError) -> tuple[str, ...]:
    """Return one sentence for each thing wrong: "counts.c3: Input should be 'a' or 'b'"."""
    return tuple(_problem(detail) for detail in error.errors(include_url=False, include_context=False))


def _problem(detail: Any) -> str:
    if detail["type"] == "json_invalid":
        return "the reply is not JSON" if str(detail["input"]).strip() else "the reply is empty"
    path = ""
    for step in detail["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    said = str(detail["msg"]).removeprefix("Value error, ")
    return f"{path}: {said}" if path else said


def _choice(completion: Any) -> Any:
    choices = getattr(completion, "choices", None)
    return choices[0] if choices else None


def _block(block: Any) -> str:
    written = getattr(block, "input", None)
    return json.dumps(written) if written is not None else str(getattr(block, "text", ""))
