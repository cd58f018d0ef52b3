"""What a model is asked, in which words, and in which shape it must answer.

First what happened, where, when and between whom; then, of the counts that no rule could place, what
befell the people and whose they are. A question carries the conversation so far, so that a server that
keeps the prompt it has read reads only what is new.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from eventx import prompts
from eventx.codebook import Codebook
from eventx.model import Answer, Message, Question
from eventx.reply import MOST_QUOTES, Settlement, ToldEvent, ToldFigure, full_reading, judgements, quotations
from eventx.reply import report as report_type
from eventx.resolve import Frame, Placed
from eventx.schema import ReadingName

# Marks that a server may read as the end of a turn, though they stand in an article, as llama.cpp does.
_TURN_MARK = re.compile(
    r"<(?=[|｜][^|｜\n]{1,40}[|｜]>|/?s>|(?:start|end)_of_turn>)|\[(?=/?INST\])|<(?=<?/?SYS>)"
)

NOTHING_SAID = "(nothing)"
EXTRACT = "extract/v2"
READ = "read/v1"
REPAIR = "repair/v1"

# Twice what four events with long names take; a model that writes more is going round in circles.
_REPORT_TOKENS = 600
_FULL_TOKENS = 8_000
_TOKENS_A_COUNT = 40
_TOKENS_A_QUOTE = 60  # scripts other than Latin take more


def report(text: str, codebook: Codebook, *, purpose: str = "reading the article") -> Question:
    """Return the first question, of an article or of a passage: what is new, and which events."""
    messages: tuple[Message, ...] = (
        {"role": "system", "content": _instructions(codebook)},
        {"role": "user", "content": prompts.load(EXTRACT).render("user", article=enclosed(text.strip()))},
    )
    return Question(
        messages,
        report_type(tuple(codebook.answers)),
        _REPORT_TOKENS,
        purpose,
        prompts.load(EXTRACT).id,
        sha256(codebook),
    )


def full(
    text: str,
    published: date | None,
    codebook: Codebook,
    *,
    part: str | None = None,
    known: tuple[Sequence[ToldEvent], Sequence[ToldFigure]] = ((), ()),
) -> Question:
    """Return the question of the full reading, of an article or of a `part` of it ("2 of 3").

    `known` are the events and figures told of the parts before.
    """
    day = f"{published:%A} {published.isoformat()}" if published else "not known"
    prompt, shown = prompts.load(READ), enclosed(text.strip())
    if part is None:
        told = prompt.render("user", published=day, article=shown)
    else:
        before = enclosed(_known(*known))
        told = prompt.render("part", published=day, part=part, known=before, article=shown)
    messages: tuple[Message, ...] = (
        {"role": "system", "content": _full_instructions(codebook)},
        {"role": "user", "content": told},
    )
    purpose = "reading the article" if part is None else f"reading part {part}"
    reply_type = full_reading(tuple(codebook.answers))
    return Question(messages, reply_type, _FULL_TOKENS, purpose, prompt.id, sha256(codebook, "full"))


def enclosed(text: str) -> str:
    """Return the text as a model is shown it, without what could end the turn it stands in: "‹|im_end|>"."""
    return _TURN_MARK.sub(lambda mark: "‹" if mark[0] == "<" else "〔", text)


def _known(events: Sequence[ToldEvent], figures: Sequence[ToldFigure]) -> str:
    of_event, of_figure = {"n", "when", "place", "side_a", "side_b"}, ("n", "quote", "fate", "least", "most")
    told = {
        "events": [each.model_dump(include=of_event) for each in events],
        "figures": [{key: getattr(each, key) for key in (*of_figure, "events")} for each in figures],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def disputes(asked: Question, answer: Answer, disputed: Sequence[str]) -> Question:
    """Return the question that follows a full reading: what a second reader reads otherwise, once more."""
    lines = "\n".join(f"{number}. {words}" for number, words in enumerate(disputed, start=1))
    told = prompts.load(READ).render("disputes", disputes=lines)
    return _after(asked, answer, told, Settlement, _FULL_TOKENS, "settling what is disputed")


def prompt_of(reading: ReadingName) -> str:
    """Return the prompt, task and version, that a reading begins with: "read/v1"."""
    return READ if reading == "full" else EXTRACT


def sha256(codebook: Codebook, reading: ReadingName = "lean") -> str:
    """Return the SHA-256 over the texts of a reading's prompt and the codebook's wording that fills them."""
    instructions = _full_instructions(codebook) if reading == "full" else _instructions(codebook)
    said = f"{prompts.load(prompt_of(reading)).sha256}\0{instructions}"
    return hashlib.sha256(said.encode()).hexdigest()


def _full_instructions(codebook: Codebook) -> str:
    told = codebook.wording()
    return prompts.load(READ).render(
        "system",
        violence=told["violence"],
        not_violence=told["not_violence"],
        kind=next(iter(codebook.answers)),
    )


def _instructions(codebook: Codebook) -> str:
    return prompts.load(EXTRACT).render("system", **codebook.wording())


def counts(
    asked: Question,
    answer: Answer,
    text: str,
    frames: Sequence[Frame],
    undecided: Sequence[Placed],
    *,
    problems: Sequence[str] = (),
) -> Question:
    """Return the question that follows `asked` and its answer: the judgement of each undecided count.

    `problems` are what the checks found wrong with an earlier judgement of them.
    """
    told = prompts.load(EXTRACT).render("counts", events=_events(frames), counts=_counts(text, undecided))
    if problems:
        told = f"{_problems(problems)}\n\n{told}"
    reply_type = judgements(len(undecided), len(frames))
    max_tokens = _TOKENS_A_COUNT * len(undecided) + 20
    return _after(asked, answer, told, reply_type, max_tokens, "judging counts")


def quotes(asked: Question, answer: Answer, frames: Sequence[Frame]) -> Question:
    """Return the question that follows `asked` where no rule finds counts: which words state them."""
    told = prompts.load(EXTRACT).render("quotes", events=_events(frames))
    return _after(
        asked, answer, told, quotations(len(frames)), _TOKENS_A_QUOTE * MOST_QUOTES, "quoting counts"
    )


def again(asked: Question, answer: Answer, problems: Sequence[str]) -> Question:
    """Return the same question once more, after what was wrong with its answer."""
    told = _problems(problems)
    return _after(asked, answer, told, asked.reply_type, asked.max_tokens, f"{asked.purpose} again")


def _problems(problems: Sequence[str]) -> str:
    return prompts.load(REPAIR).render("user", problems="\n".join(f"- {problem}" for problem in problems))


def _after(
    asked: Question, answer: Answer, told: str, reply_type: type[BaseModel], max_tokens: int, purpose: str
) -> Question:
    said: tuple[Message, ...] = (
        # Some providers refuse a turn without words.
        {"role": "assistant", "content": enclosed(answer.text) or NOTHING_SAID},
        {"role": "user", "content": enclosed(told)},
    )
    messages = (*asked.messages, *said)
    return replace(asked, messages=messages, reply_type=reply_type, max_tokens=max_tokens, purpose=purpose)


def _events(frames: Sequence[Frame]) -> str:
    if len(frames) == 1:
        return f"In the event, {_sides(frames[0])}."
    lines = [
        f"Event {number}{f' ({frame.where.text})' if frame.where else ''}: {_sides(frame)}."
        for number, frame in enumerate(frames, start=1)
    ]
    return "\n".join(lines)


def _sides(frame: Frame) -> str:
    names = [", ".join(actor.name for actor in side) or "not known" for side in (frame.side_a, frame.side_b)]
    return f"a is {names[0]}; b is {names[1]}"


def _counts(text: str, undecided: Sequence[Placed]) -> str:
    lines = []
    for number, each in enumerate(undecided, start=1):
        start, end = each.reading.clause
        clause = " ".join(text[start:end].split())
        lines.append(f'c{number} "{each.reading.mention.text}" in: {clause}')
    return "\n".join(lines)
