"""What each kind of server is told about the reply: how long it may be, and which shape it has."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from eventx.model.base import Question

# What a hosted model thinks before it replies counts as output; without room for it the reply is cut off.
THINKING_TOKENS = 8192


def embedded(question: Question) -> dict[str, Any]:
    """Return the request fields for a llama.cpp server: its own grammar, and the same words every time."""
    return {
        "max_tokens": question.max_tokens,
        "temperature": 0,
        "seed": 0,
        "extra_body": _grammar(question.reply_type),
    }


def hosted(question: Question) -> dict[str, Any]:
    """Return the request fields for OpenAI's own service. Its reasoning models take no temperature."""
    return {
        "max_completion_tokens": question.max_tokens + THINKING_TOKENS,
        "extra_body": _strict(question.reply_type),
    }


def own_server(question: Question) -> dict[str, Any]:
    """Return the request fields for any other OpenAI-compatible server."""
    return {"max_tokens": question.max_tokens, "temperature": 0, "extra_body": _strict(question.reply_type)}


def provider(question: Question) -> dict[str, Any]:
    """Return the request fields for a provider with a client and a mode of its own."""
    return {"max_tokens": question.max_tokens}


def most_written(fields: dict[str, Any]) -> int:
    """Return the most tokens that request fields let a model write, thinking included."""
    most: int = fields.get("max_completion_tokens") or fields["max_tokens"]
    return most


@cache  # reply types are few: they are made once for each shape
def _grammar(reply_type: type[BaseModel]) -> dict[str, Any]:
    from eventx.local import grammar

    return grammar.request(reply_type.model_json_schema())


@cache
def _strict(reply_type: type[BaseModel]) -> dict[str, Any]:
    """Return the response format that instructor would send, in the strict form it does not send."""
    import openai

    schema = openai.pydantic_function_tool(reply_type)["function"]["parameters"]
    named = {"name": reply_type.__name__, "schema": _supported(schema), "strict": True}
    return {"response_format": {"type": "json_schema", "json_schema": named}}


def _supported(schema: Any) -> Any:
    """Return the schema without the keyword that OpenAI's strict form rejects."""
    if isinstance(schema, dict):
        return {key: _supported(value) for key, value in schema.items() if key != "maxLength"}
    return [_supported(value) for value in schema] if isinstance(schema, list) else schema
