"""How an article becomes an extraction: the only place that knows the order of the steps."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import eventx
from eventx import prompts, questions, repair
from eventx.article import Article, day
from eventx.checks import check
from eventx.counts import find
from eventx.counts.reading import Reading, read
from eventx.errors import InputError, ReplyInvalid
from eventx.model import Answer, Model, Question, connect
from eventx.reply import MOST_COUNTS, Report
from eventx.resolve import Frame, Placed, events, frames, judged, place, set_aside, with_sides_filled
from eventx.schema import SCHEMA_VERSION, Event, Extraction, Finding, Provenance

Steps = Generator[Question, Answer, Extraction]


def extract(
    article: str | Article,
    *,
    model: str | Model | None = None,
    published: date | datetime | str | None = None,
    source: str | None = None,
    url: str | None = None,
    max_repairs: int = 2,
) -> Extraction:
    """Return the events that an article reports, each figure with the words that state it, and the findings.

    `article` is its text, or an Article. `model` is a name ("local", "openai/gpt-5-mini"; None: see
    `eventx.model.connect`) or a Model. `published`, a date, a datetime or an ISO string, is the day that
    "yesterday" is read from; without it, and without one in a front-matter block, such words stay
    unresolved. A model's errors go back to it at most `max_repairs` times. An article that reports no
    conflict event gives an Extraction without events.

    Raises InputError (empty, binary or too long an article, no ISO date), ModelUnavailable (no model
    configured or reachable), ReplyInvalid (the reply breaks its schema after every repair) and ModelError
    (the model refused). A failed check is a finding on the record, not an error.
    """
    given = _article(article, published, source, url)
    asked = connect(model) if isinstance(model, str) or model is None else model
    steps = _steps(given, asked.name, max_repairs)
    question = next(steps)
    try:
        while True:
            question = steps.send(asked.ask(question))
    except StopIteration as done:
        extraction: Extraction = done.value
        return extraction


async def aextract(
    article: str | Article,
    *,
    model: str | Model | None = None,
    published: date | datetime | str | None = None,
    source: str | None = None,
    url: str | None = None,
    max_repairs: int = 2,
) -> Extraction:
    """Return what `extract` returns, without blocking the event loop."""
    given = _article(article, published, source, url)
    asked = connect(model) if isinstance(model, str) or model is None else model
    steps = _steps(given, asked.name, max_repairs)
    question = next(steps)
    try:
        while True:
            question = steps.send(await asked.aask(question))
    except StopIteration as done:
        extraction: Extraction = done.value
        return extraction


def _article(
    article: str | Article, published: date | datetime | str | None, source: str | None, url: str | None
) -> Article:
    if isinstance(article, str):
        return Article.from_text(article, published=published, source=source, url=url)
    if not article.text.strip():
        raise InputError("the article is empty; give a text with at least one sentence")
    given = {"published": day(published), "source": source, "url": url}
    return article.model_copy(update={key: value for key, value in given.items() if value is not None})


@dataclass
class _Account:
    """What the questions have cost so far, and how many repairs are left."""

    repairs_left: int
    began: float = field(default_factory=time.monotonic)
    answers: list[Answer] = field(default_factory=list)

    def provenance(self, model: str) -> Provenance:
        """Return what made the extraction; tokens are null when the server counts none."""
        prompt = prompts.load(questions.EXTRACT)
        return Provenance(
            model=model,
            prompt=prompt.id,
            prompt_sha256=prompt.sha256,
            schema_version=SCHEMA_VERSION,
            eventx_version=eventx.__version__,
            attempts=len(self.answers),
            tokens_in=_total([answer.tokens_in for answer in self.answers]),
            tokens_out=_total([answer.tokens_out for answer in self.answers]),
            seconds=round(time.monotonic() - self.began, 3),
        )


@dataclass(frozen=True)
class _Attempt:
    """One reading of the article: what the model said last, and what was made of it."""

    asked: Question
    answer: Answer
    frames: tuple[Frame, ...]
    placed: tuple[Placed, ...]
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()


def _steps(article: Article, model: str, max_repairs: int) -> Steps:
    """Yield each question, take its answer, return the extraction: the order of the work, without any I/O."""
    readings = read(article.text, find(article.text))
    account = _Account(max_repairs)
    asked, answer = yield from _ask(questions.report(article.text), account)
    best = yield from _attempt(article, readings, asked, answer, account)
    while account.repairs_left and (problems := repair.problems(best.findings)):
        account.repairs_left -= 1
        try:
            if again := repair.counts_to_judge(best.findings, best.placed):
                latest = _checked(article, (yield from _judge(article, best, again, account, problems)))
            else:
                asked, answer = yield from _ask(questions.again(asked, answer, problems), account)
                latest = yield from _attempt(article, readings, asked, answer, account)
        except ReplyInvalid:
            break  # the attempt at hand stands, its findings on the record
        if repair.faults(latest.findings, latest.placed) >= repair.faults(best.findings, best.placed):
            break
        best = latest
    return Extraction(
        article=article,
        events=best.events,
        findings=best.findings,
        provenance=account.provenance(model),
    )


def _ask(question: Question, account: _Account) -> Generator[Question, Answer, tuple[Question, Answer]]:
    """Return a question and its readable answer, after as many repairs as are left; raises ReplyInvalid."""
    while True:
        answer = yield question
        account.answers.append(answer)
        if answer.reply is not None:
            return question, answer
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


def _attempt(
    article: Article, readings: tuple[Reading, ...], asked: Question, answer: Answer, account: _Account
) -> Generator[Question, Answer, _Attempt]:
    """Return what one report comes to.

    Paragraphs whose people are of none of its events are read once more by themselves, and the counts
    that no rule could place are judged by the model.
    """
    assert isinstance(answer.reply, Report)
    found = frames(article, (answer.reply,))
    placed = place(article, found, readings)
    reports = [answer.reply]
    for passage in repair.untold(article.text, found, placed)[: account.repairs_left]:
        account.repairs_left -= 1
        try:
            _, more = yield from _ask(questions.report(passage), account)
        except ReplyInvalid:
            break  # its people are reported as being in no event
        assert isinstance(more.reply, Report)
        reports.append(more.reply)
    found = frames(article, reports)
    found = with_sides_filled(found, place(article, found, readings))
    attempt = _Attempt(asked, answer, found, place(article, found, readings))
    undecided = tuple(index for index, each in enumerate(attempt.placed) if not each.is_decided)
    try:
        attempt = yield from _judge(article, attempt, undecided, account)
    except ReplyInvalid:
        left = (
            replace(each, aside=each.aside or "undecided") if not each.is_decided else each
            for each in attempt.placed
        )
        attempt = replace(attempt, placed=tuple(left))
    return _checked(article, attempt)


def _judge(
    article: Article,
    attempt: _Attempt,
    indices: tuple[int, ...],
    account: _Account,
    problems: tuple[str, ...] = (),
) -> Generator[Question, Answer, _Attempt]:
    """Return the attempt with the counts at `indices` judged by the model, told of `problems` first.

    Each event is a question of its own, and so are the counts of which no rule knows the event: two sides
    to choose from are easier to tell apart than four.
    """
    placed = attempt.placed
    events_asked = sorted(
        {placed[index].event for index in indices}, key=lambda event: (event is None, event or 0)
    )
    for event in events_asked:
        mine = [index for index in indices if placed[index].event == event]
        sides = attempt.frames if event is None else attempt.frames[event : event + 1]
        for some in _batched(mine, MOST_COUNTS):
            asked = [placed[index] for index in some]
            question = questions.counts(
                attempt.asked, attempt.answer, article.text, sides, asked, problems=problems
            )
            _, answer = yield from _ask(question, account)
            placed = judged(article.text, placed, some, answer.reply)
    return replace(attempt, placed=placed)


def _checked(article: Article, attempt: _Attempt) -> _Attempt:
    made = events(article, attempt.frames, attempt.placed)
    return replace(attempt, events=made, findings=check(article, made, set_aside=set_aside(attempt.placed)))


def _batched(items: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Yield the items in order, `size` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _total(tokens: list[Any]) -> int | None:
    return None if None in tokens else sum(tokens)
