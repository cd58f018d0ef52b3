"""A Model that keeps every exchange on disk, so that a changed rule is measured without asking again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from eventx.model import Answer, Model, Question


@dataclass(slots=True)
class Kept:
    """Answers from `folder` what was asked before, else asks `model` and keeps the answer.

    A kept answer has the tokens and seconds of when it was asked. `answers` are those since it was emptied.
    """

    model: Model
    folder: Path
    answers: list[Answer] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the name of the model that is asked."""
        return self.model.name

    def ask(self, question: Question) -> Answer:
        """Return the answer, kept or new; raises as the model does, and keeps no such failure."""
        file = self.folder / f"{self._key(question)}.json"
        if file.exists():
            answer = _read(file, question)
        else:
            answer = self.model.ask(question)
            _write(file, answer)
        self.answers.append(answer)
        return answer

    async def aask(self, question: Question) -> Answer:
        """Return the answer, as `ask` does; the bench asks one thing at a time."""
        return self.ask(question)

    def _key(self, question: Question) -> str:
        asked = [
            self.name,
            list(question.messages),
            question.reply_type.model_json_schema(),
            question.max_tokens,
        ]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def _read(file: Path, question: Question) -> Answer:
    kept = json.loads(file.read_text(encoding="utf-8"))
    reply = question.reply_type.model_validate(kept["reply"]) if kept["reply"] is not None else None
    return Answer(
        reply, kept["text"], tuple(kept["problems"]), kept["tokens_in"], kept["tokens_out"], kept["seconds"]
    )


def _write(file: Path, answer: Answer) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = {
        "reply": answer.reply.model_dump(mode="json") if answer.reply else None,
        "text": answer.text,
        "problems": answer.problems,
        "tokens_in": answer.tokens_in,
        "tokens_out": answer.tokens_out,
        "seconds": answer.seconds,
    }
    # Whole or not at all: a run may be stopped while it writes.
    part = file.with_suffix(".part")
    part.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    part.replace(file)
