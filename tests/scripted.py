"""A model that is none: it answers from a script, so that a test decides what a model says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx.model import Answer, Question

Reply = Mapping[str, Any] | Answer


class Scripted:
    """A fake Model: each question gets the next reply of its script, and is kept in `asked`.

    A reply is a dict, read as the question's reply type, or a whole Answer. A question too many is a
    failed test.
    """

    name = "local/scripted"

    def __init__(self, *replies: Reply, tokens: tuple[int, int] | None = (100, 10)) -> None:
        self._replies = iter(replies)
        self._tokens = tokens or (None, None)
        self.asked: list[Question] = []

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        reply = next(self._replies, None)
        assert reply is not None, f"nothing is scripted for question {len(self.asked)}"
        if isinstance(reply, Answer):
            return reply
        read = question.reply_type.model_validate(dict(reply))
        tokens_in, tokens_out = self._tokens
        return Answer(read, read.model_dump_json(), (), tokens_in, tokens_out, 0.0)

    async def aask(self, question: Question) -> Answer:
        return self.ask(question)


def unusable(*problems: str, text: str = "{") -> Answer:
    """Return what came back when it was cut off or does not fit its schema."""
    return Answer(None, text, problems or ("the reply was cut off",), 100, 10, 0.0)


def incident(
    *,
    when: str = "unknown",
    town: str = "unknown",
    province: str = "unknown",
    country: str = "unknown",
    side_a: str = "unknown",
    side_b: str = "unknown",
    kind: str = "battle",
) -> dict[str, str]:
    """Return an incident as a model tells it, "unknown" where a test says nothing."""
    return {
        "when": when,
        "town": town,
        "province": province,
        "country": country,
        "side_a": side_a,
        "side_b": side_b,
        "kind": kind,
    }


def told(*incidents: Mapping[str, str]) -> dict[str, Any]:
    """Return a report of new violence with these incidents."""
    return {"news": "News", "new_violence": "yes", "incidents": len(incidents), "events": list(incidents)}


NOTHING_NEW: dict[str, Any] = {"news": "News", "new_violence": "no", "incidents": 0, "events": []}


def judgements(*answers: tuple[Any, ...]) -> dict[str, Any]:
    """Return the judgements c1, c2, …, each (harm, whose) or, of several events, (event, harm, whose)."""
    return {
        f"c{number}": dict(zip(("event", "harm", "whose")[-len(answer) :], answer, strict=True))
        for number, answer in enumerate(answers, start=1)
    }
