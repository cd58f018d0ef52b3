"""A model that replies anything its question's schema allows, drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from eventx.counts import find
from eventx.model import Answer, Question

_SMALL = (1, 1, 1, 2, 2, 3)
_LENGTHS = st.sampled_from((1, 1, 1, 2, 2, 3, 4, 0))
_ODD = (-1, 0, 9, 700, 10**9, 10**30)
_WORDS = ("Tarn", "Monday", "rebels", "were", "2024-06-03", "\u202e", "=1+1", "\x1b[2J", "<b>", "\ud800", "")


class Wild:
    """A fake Model: its strings are mostly words of the text, its numbers mostly small or of the text."""

    name = "openai/wild"

    def __init__(self, text: str, data: st.DataObject) -> None:
        self._draw = data.draw
        pieces = text.split(" ")
        runs = [" ".join(pieces[i : i + n]) for n in (1, 2, 3) for i in range(len(pieces) - n + 1)]
        counts = find(text)
        self._strings = st.sampled_from((*_WORDS, *runs, *(each.text for each in counts)))
        values = (each.value for each in counts if each.value is not None)
        self._numbers = st.sampled_from((*_SMALL * 3, *_ODD, *values))

    def ask(self, question: Question) -> Answer:
        schema = question.reply_type.model_json_schema()
        body = self._value(schema, schema.get("$defs", {}))
        try:
            read = question.reply_type.model_validate(body)
            return Answer(read, read.model_dump_json(), (), None, None, 0.0)
        except (ValidationError, ValueError) as error:  # the second: half a character is no JSON
            return Answer(None, repr(body), (str(error)[:200],), None, None, 0.0)

    async def aask(self, question: Question) -> Answer:
        return self.ask(question)

    def _value(self, schema: dict[str, Any], known: dict[str, Any]) -> Any:
        if "$ref" in schema:
            return self._value(known[schema["$ref"].rpartition("/")[2]], known)
        if "anyOf" in schema:
            return self._value(self._pick(schema["anyOf"]), known)
        if "enum" in schema:
            return self._pick(schema["enum"])
        if "const" in schema:
            return schema["const"]
        kind = schema["type"]
        if kind == "object":
            return {name: self._value(each, known) for name, each in schema.get("properties", {}).items()}
        if kind == "array":
            length = min(self._draw(_LENGTHS), schema.get("maxItems", 4))
            return [self._value(schema["items"], known) for _ in range(length)]
        if kind == "null":
            return None
        return self._draw({"integer": self._numbers, "boolean": st.booleans(), "string": self._strings}[kind])

    def _pick(self, among: Sequence[Any]) -> Any:
        return self._draw(st.sampled_from(among))
