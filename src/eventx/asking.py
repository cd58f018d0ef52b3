"""Questions put until they are answered, what they cost, and what was said so far of each passage."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

import eventx
from eventx import questions
from eventx.codebook import Codebook
from eventx.errors import ReplyInvalid
from eventx.model import Answer, Question
from eventx.passages import Passage
from eventx.reply import Report
from eventx.schema import SCHEMA_VERSION, Finding, Provenance, ReadingName

Asking = Generator[Question, Answer, "Told"]


@dataclass
class Account:
    """What articles are coded by, what the questions have cost so far, and how many repairs are left."""

    codebook: Codebook
    repairs_left: int
    began: float = field(default_factory=time.monotonic)
    answers: list[Answer] = field(default_factory=list)

    def provenance(self, model: str, reading: ReadingName) -> Provenance:
        """Return what made the extraction; tokens are null when the server counts none."""
        return Provenance(
            model=model,
            prompt=questions.prompt_of(reading),
            prompt_sha256=questions.sha256(self.codebook, reading),
            reading=reading,
            codebook=self.codebook.name,
            codebook_sha256=self.codebook.sha256,
            schema_version=SCHEMA_VERSION,
            eventx_version=eventx.__version__,
            attempts=len(self.answers),
            tokens_in=_total([answer.tokens_in for answer in self.answers]),
            tokens_out=_total([answer.tokens_out for answer in self.answers]),
            seconds=round(time.monotonic() - self.began, 3),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A question that was answered, and the answer: the conversation that later questions go on from."""

    asked: Question
    answer: Answer

    @property
    def report(self) -> Report:
        """The answer to a first question."""
        assert isinstance(self.answer.reply, Report)
        return self.answer.reply


def ask(question: Question, account: Account) -> Asking:
    """Return the question as it was answered, after as many repairs as are left; raises ReplyInvalid."""
    while True:
        answer = yield question
        account.answers.append(answer)
        if answer.reply is not None:
            return Told(question, answer)
        if not account.repairs_left:
            raise ReplyInvalid(
                f"no usable reply after {len(account.answers)} questions: {answer.problems[0]}; "
                "try again, allow more repairs, or use a larger model",
                tuple(
                    Finding(code="reply-invalid", severity="error", path="", message=each)
                    for each in answer.problems
                ),
            )
        account.repairs_left -= 1
        question = questions.again(question, answer, answer.problems)


def ask_each(
    text: str, passages: Sequence[Passage], account: Account
) -> Generator[Question, Answer, dict[int, Told]]:
    """Return what is told of each passage, by its index; one to which no reply is usable is left out.

    Each passage has the account's repairs to itself, and what they leave is kept together. Raises
    ReplyInvalid when no passage is told.
    """
    told: dict[int, Told] = {}
    repairs, left = account.repairs_left, 0
    for index, passage in enumerate(passages):
        account.repairs_left = repairs
        part = f"part {index + 1} of {len(passages)}" if len(passages) > 1 else "the article"
        shown = text[passage.start : passage.end]
        question = questions.report(shown, account.codebook, purpose=f"reading {part}")
        try:
            told[index] = yield from ask(question, account)
        except ReplyInvalid:
            if not told and index == len(passages) - 1:
                raise
        left += account.repairs_left
    account.repairs_left = left
    return told


def _total(tokens: list[int | None]) -> int | None:
    return None if None in tokens else sum(token or 0 for token in tokens)
