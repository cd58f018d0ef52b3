"""The lean reading: the model says which events there are, the rules read the figures.

For small models, which cannot list every figure with its words. What no rule decides of a count the model
judges, and in a language without rules it quotes the counts.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import Any

from eventx import questions, repair
from eventx.article import Article
from eventx.asking import Account, Told, ask, ask_each
from eventx.checks import check, uncounted
from eventx.checks.reading import LANGUAGE_WITHOUT_RULES, PASSAGE_UNREAD, no_name
from eventx.codebook import Codebook
from eventx.counts import with_rules
from eventx.counts.reading import readings
from eventx.errors import ReplyInvalid
from eventx.model import Answer, Question
from eventx.passages import Passage, holding, split
from eventx.placement import placed_within, told
from eventx.quoting import Quoted, as_judgements, stated, with_open_figures
from eventx.reading import Read, Reading
from eventx.reply import MOST_CLAUSES, MOST_COUNTS
from eventx.resolve import (
    Frame,
    Placed,
    coded,
    events,
    figures,
    frames,
    harmed,
    judged,
    no_names,
    scenes,
    set_aside,
    with_sides_filled,
)
from eventx.schema import Event, Finding

Attempting = Generator[Question, Answer, "_Attempt"]


@dataclass(frozen=True)
class _Attempt:
    """One reading of the article: what the model told of each passage, and what was made of it.

    `remarks` are the findings about the reading itself; `findings` hold them too.
    """

    passages: tuple[Passage, ...]
    told: Mapping[int, Told]
    frames: tuple[Frame, ...] = ()
    placed: tuple[Placed, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def read(article: Article, account: Account) -> Reading:
    """Yield each question, take its answer, return the events and what is to be said of them."""
    passages = split(article.text)
    begun = _Attempt(passages, (yield from ask_each(article.text, passages, account)))
    best = yield from _attempt(article, begun, account)
    while account.repairs_left and (problems := repair.problems(best.findings)):
        account.repairs_left -= 1
        try:
            if again := repair.counts_to_judge(best.findings, best.placed):
                attempt = yield from _judge(article, best, again, account, problems)
                latest = _checked(article, attempt, account.codebook)
            else:
                index = _teller(article, best, repair.event_to_report(best.findings))
                last = best.told[index]
                retold = yield from ask(questions.again(last.asked, last.answer, problems), account)
                begun = _Attempt(passages, {**best.told, index: retold})
                latest = yield from _attempt(article, begun, account)
        except ReplyInvalid:
            break  # the attempt at hand stands, its findings on the record
        if repair.faults(latest.findings, latest.placed) >= repair.faults(best.findings, best.placed):
            break
        best = latest
    return Read(best.events, best.findings)


def _attempt(article: Article, attempt: _Attempt, account: Account) -> Attempting:
    """Return what the reports of the passages come to: their events, and the counts placed in them."""
    if language := with_rules(article.language):
        attempt = yield from _counted(article, attempt, account, language)
    else:
        attempt = yield from _quoted(article, attempt, account)
    return _checked(article, attempt, account.codebook)


def _counted(article: Article, attempt: _Attempt, account: Account, language: str) -> Attempting:
    """Return the attempt with the counts that the rules of a language find.

    Paragraphs whose people are of no event are read once more by themselves, and the counts that no rule
    could place are judged by the model.
    """
    passages = attempt.passages
    counts = readings(article.text, language=language)
    reports = {index: [each.report] for index, each in attempt.told.items()}

    def placed(found: Sequence[Frame]) -> tuple[Placed, ...]:
        return placed_within(article, found, counts, passages, reports)

    found = frames(article, [*chain(*reports.values())])
    here = placed(found)
    lost = repair.untold(article.text, found, here)[: account.repairs_left]
    for start, end in lost:
        account.repairs_left -= 1
        shown = article.text[start:end]
        question = questions.report(shown, account.codebook, purpose="reading a paragraph again")
        try:
            more = (yield from ask(question, account)).report
        except ReplyInvalid:
            break  # its people are reported as being in no event
        reports.setdefault(holding(passages, start), []).append(more)
    if lost:
        found = frames(article, [*chain(*reports.values())])
        here = placed(found)
    filled = with_sides_filled(found, here)
    if filled != found:
        here = placed(filled)
    attempt = replace(attempt, frames=filled, placed=here)
    undecided = tuple(index for index, each in enumerate(attempt.placed) if not each.is_decided)
    attempt = yield from _judge(article, attempt, undecided, account)
    decided = (each if each.is_decided else replace(each, aside="undecided") for each in attempt.placed)
    return replace(attempt, placed=tuple(decided))


def _quoted(article: Article, attempt: _Attempt, account: Account) -> Attempting:
    """Return the attempt with the counts that the model quotes, where no rule finds any."""
    reports = {index: [each.report] for index, each in attempt.told.items()}
    found = frames(article, [*chain(*reports.values())])
    why = f"no rule finds counts in {article.language!r}: the model quoted them"
    remarks = [LANGUAGE_WITHOUT_RULES.at("article.language", why)]
    quoted: list[Quoted] = []
    for index, said in attempt.told.items() if found else ():
        passage = attempt.passages[index]
        try:
            answered = yield from ask(questions.quotes(said.asked, said.answer, found), account)
        except ReplyInvalid:
            remarks.append(_unread(passage))
            continue
        quotations: Any = answered.answer.reply
        more, lost = stated(article.text, passage, quotations.counts, quoted)
        quoted += more
        remarks += lost
    quoted.sort(key=lambda each: each.reading.mention.start)
    placed = placed_within(article, found, [each.reading for each in quoted], attempt.passages, reports)
    placed = judged(article, placed, range(len(placed)), as_judgements(quoted, len(found)))
    return replace(attempt, frames=found, placed=placed, remarks=tuple(remarks))


def _judge(
    article: Article,
    attempt: _Attempt,
    indices: tuple[int, ...],
    account: Account,
    problems: tuple[str, ...] = (),
) -> Attempting:
    """Return the attempt with the counts at `indices` judged by the model, told of `problems` first.

    Each event is a question of its own in each passage, and so are the counts of which no rule knows the
    event: two sides to choose from are easier to tell apart than four.
    """
    placed = attempt.placed

    def asked_together(index: int) -> tuple[bool, int, int]:
        event = placed[index].event
        passage = holding(attempt.passages, placed[index].reading.mention.start)
        return event is None, event or 0, passage

    for (nowhere, event, passage), together in groupby(sorted(indices, key=asked_together), asked_together):
        said = attempt.told.get(passage)
        if said is None:
            continue
        sides = attempt.frames if nowhere else attempt.frames[event : event + 1]
        for some in _batched(placed, together):
            asked = [placed[index] for index in some]
            question = questions.counts(
                said.asked, said.answer, article.text, sides, asked, problems=problems
            )
            try:
                reply = (yield from ask(question, account)).answer.reply
            except ReplyInvalid:
                continue  # they stay as they are; what is undecided in the end is reported
            placed = judged(article, placed, some, reply)
    return replace(attempt, placed=placed)


def _checked(article: Article, attempt: _Attempt, codebook: Codebook) -> _Attempt:
    placed = coded(attempt.placed, codebook)
    set_out = scenes(article, attempt.frames, harmed(placed), codebook)
    made = events(article, set_out, figures(article, set_out, placed))
    if with_rules(article.language) is None:
        made = tuple(map(with_open_figures, made))
    unread = [_unread(each) for index, each in enumerate(attempt.passages) if index not in attempt.told]
    found = check(article, made, set_aside=set_aside(placed), codebook=codebook)
    said = (*found, *unread, *_no_names(article, attempt), *uncounted.check(article), *attempt.remarks)
    return replace(attempt, events=made, findings=said)


def _no_names(article: Article, attempt: _Attempt) -> Iterator[Finding]:
    """Yield what the model called a side or place of an event and what can be none, each once."""
    told = [each for one in attempt.told.values() for each in one.report.events[: one.report.incidents]]
    sides = [name for each in told for name in (each.side_a, each.side_b)]
    wheres = [name for each in told for name in (each.town, each.province, each.country)]
    for what, words in dict.fromkeys(no_names(article.text, sides, wheres, article.language)):
        yield no_name(f"article.text[{words.start}:{words.end}]", what, words)


def _unread(passage: Passage) -> Finding:
    path = f"article.text[{passage.own}:{passage.end}]"
    return PASSAGE_UNREAD.at(path, "no reply of the model about this part is usable")


def _teller(article: Article, attempt: _Attempt, event: int) -> int:
    """Return the index of the passage whose report told an event, the last where none did."""
    return next(
        (
            index
            for index, each in attempt.told.items()
            if event in told(article, attempt.frames, [each.report])
        ),
        max(attempt.told),
    )


def _batched(placed: Sequence[Placed], indices: Iterable[int]) -> Iterator[list[int]]:
    """Yield the indices in order, as many at a time as one question may show with their clauses."""
    batch: list[int] = []
    shown = 0
    for index in indices:
        start, end = placed[index].reading.clause
        if batch and (len(batch) == MOST_COUNTS or shown + end - start > MOST_CLAUSES):
            yield batch
            batch, shown = [], 0
        batch.append(index)
        shown += end - start
    if batch:
        yield batch
