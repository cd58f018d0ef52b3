"""The head of a cassette: what was asked and by what, so that a replay can say which of them changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

import eventx
from eventx import questions
from eventx.errors import EventxError
from eventx.model.taped import Asked
from eventx.schema import SCHEMA_VERSION

T = TypeVar("T")


class Head(NamedTuple):
    """What a recording was made with, in provenance's words; what is None was not kept, and is not compared.

    `reply_schemas` has an entry for each shape of reply that was asked for, in order: its name and the start
    of the SHA-256 of its JSON schema.
    """

    model: str
    prompt: str | None = None
    prompt_sha256: str | None = None
    reply_schemas: tuple[str, ...] = ()
    schema_version: str | None = None
    eventx_version: str | None = None


def of(asked: Sequence[Asked]) -> Head:
    """Return the head for the questions; raises EventxError unless they are of one model and one prompt.

    A full reading that could not be used goes on lean, with the prompt of that: the first is the recording's.
    """
    model = _one("models", [name for name, _ in asked])
    prompts = [(question.prompt, question.prompt_sha256) for _, question in asked]
    is_fallback = {name for name, _ in prompts} == {questions.READ, questions.EXTRACT}
    prompt, sha256 = prompts[0] if is_fallback else _one("prompts", prompts)
    schemas = tuple(dict.fromkeys(_fingerprint(question.reply_type) for _, question in asked))
    return Head(model, prompt, sha256, schemas, SCHEMA_VERSION, eventx.__version__)


def changes(recorded: Head, asked: Asked, difference: str | None) -> list[str]:
    """Return what is no longer as it was recorded, in words.

    `difference` says in which part the request differs from the recorded one, None when it does not.
    """
    model, question = asked
    found = []
    if model != recorded.model:
        found.append(f"recorded from {recorded.model}, asked is {model}")
    if question.prompt and recorded.prompt:
        if question.prompt != recorded.prompt:
            found.append(f"recorded with the prompt {recorded.prompt}, asked is {question.prompt}")
        elif question.prompt_sha256 != recorded.prompt_sha256:
            found.append(f"the prompt {recorded.prompt} changed since this was recorded")
    # A request that is as recorded holds the schema as it was. What a later reply must hold follows from the
    # article's counts: after other words it is another schema, and no field of it changed.
    opening = all(message["role"] != "assistant" for message in question.messages)
    comparable = difference and (opening or not difference.startswith("messages"))
    if (
        recorded.reply_schemas
        and comparable
        and _fingerprint(question.reply_type) not in recorded.reply_schemas
    ):
        found.append(f"the reply schema changed since this was recorded ({question.reply_type.__name__})")
    # Neither the version of eventx nor that of the extraction's schema: a recording outlives releases. What a
    # release changes of the questions is seen above and in their bodies, and what it makes of the answers is
    # the golden's to show.
    return found


def _one(what: str, found: Sequence[T]) -> T:
    if len(set(found)) > 1:
        raise EventxError(
            f"a cassette holds questions of one model and one prompt; these are of {len(set(found))} {what}"
        )
    return found[0]


def _fingerprint(reply_type: type[BaseModel]) -> str:
    schema = json.dumps(reply_type.model_json_schema(), sort_keys=False)
    return f"{reply_type.__name__} {hashlib.sha256(schema.encode()).hexdigest()[:12]}"
