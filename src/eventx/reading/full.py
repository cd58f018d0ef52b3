"""The full reading: the model tells every event and every figure, the rules verify, disputes are asked once.

For capable models, in any language. What no rule bears out stays the model's word and says so; what the two
readers still dispute after the question is a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from eventx import questions
from eventx.article import Article
from eventx.asking import Account, Told, ask
from eventx.checks.reading import PASSAGE_UNREAD
from eventx.errors import ReplyInvalid
from eventx.model import Answer, Question
from eventx.passages import Passage, holding, split
from eventx.reading import Read, Reading
from eventx.reading.agree import Dispute
from eventx.reading.made import Said, make
from eventx.reply import FullReading, Settlement, ToldFigure, Verdict

PART_BYTES = 16_000
"""UTF-8 bytes of a text that are read at once: some 4,000 tokens, which a dense list of figures doubles."""


def read(article: Article, account: Account) -> Reading:
    """Yield each question, take its answer, return the events and what is to be said of them.

    Raises ReplyInvalid when no part of the text is read.
    """
    passages = split(article.text, PART_BYTES)
    told: dict[int, Told] = {}
    said = Said()
    for index in range(len(passages)):
        try:
            told[index] = yield from ask(_question(article, passages, index, said, account), account)
        except ReplyInvalid:
            if not told and index == len(passages) - 1:
                raise
            continue
        reply: Any = told[index].answer.reply
        said = _with_reply(said, reply, index)
    made = make(article, said, passages, account.codebook)
    if made.disputes and account.repairs_left:
        account.repairs_left -= 1
        said = yield from _settled(said, made.disputes, passages, told, account)
        made = make(article, said, passages, account.codebook)
    unread = [
        PASSAGE_UNREAD.at(
            f"article.text[{each.own}:{each.end}]", "no reply of the model about this part is usable"
        )
        for index, each in enumerate(passages)
        if index not in told
    ]
    return Read(made.events, (*made.findings, *unread), made.tolls)


def _question(
    article: Article, passages: Sequence[Passage], index: int, said: Said, account: Account
) -> Question:
    shown = article.text[passages[index].start : passages[index].end]
    if len(passages) == 1:
        return questions.full(shown, article.published, account.codebook)
    return questions.full(
        shown,
        article.published,
        account.codebook,
        part=f"{index + 1} of {len(passages)}",
        known=(said.events, said.figures),
    )


def _with_reply(said: Said, reply: FullReading, part: int) -> Said:
    """Return what was said with a reply more, whose numbers go on from those before where they begin anew."""
    event_of = _numbered([each.n for each in reply.events], {each.n for each in said.events})
    figure_of = _numbered([each.n for each in reply.figures], {each.n for each in said.figures})
    events = [each.model_copy(update={"n": event_of[each.n]}) for each in reply.events]
    figures = [_renumbered(each, figure_of, event_of) for each in reply.told()]
    return Said(
        (*said.events, *events),
        said.passing | {event_of.get(number, number) for number in reply.passing},
        (*said.figures, *figures),
        {**said.part_of, **{each.n: part for each in figures}},
        {**said.told_in, **{event_of[each.n]: (part, each.n) for each in reply.events}},
        said.verdicts,
    )


def _renumbered(told: ToldFigure, figure_of: Mapping[int, int], event_of: Mapping[int, int]) -> ToldFigure:
    """Return a figure with the numbers of all parts together for those of its own reply."""
    return replace(
        told,
        n=figure_of[told.n],
        events=[event_of.get(number, number) for number in told.events],
        links=tuple(link._replace(of=figure_of.get(link.of, link.of)) for link in told.links),
    )


def _numbered(numbers: Sequence[int], taken: set[int]) -> dict[int, int]:
    """Return a number of its own for each, the same where nobody has it."""
    given: dict[int, int] = {}
    highest = max(taken, default=0)
    own = set(taken)
    for number in numbers:
        given[number] = number if number not in own else highest + 1
        own.add(given[number])
        highest = max(highest, given[number])
    return given


def _settled(
    said: Said,
    disputes: Sequence[Dispute],
    passages: Sequence[Passage],
    told: Mapping[int, Told],
    account: Account,
) -> Generator[Question, Answer, Said]:
    """Return what is said once the model was asked about what is disputed, of each part at once."""
    together: dict[int, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        part = max(told) if dispute.start is None else holding(passages, dispute.start)
        if dispute.figure is not None:
            part = said.part_of[dispute.figure]
        elif dispute.event is not None:
            part, _ = said.told_in[said.events[dispute.event].n]
        together[part if part in told else max(told)].append(dispute)
    for part, some in together.items():
        asked = questions.disputes(told[part].asked, told[part].answer, [each.words for each in some])
        try:
            reply: Any = (yield from ask(asked, account)).answer.reply
        except ReplyInvalid:
            continue  # they stay disputed, which is a finding for each
        said = _with_settlement(said, reply, some, part)
    return said


def _with_settlement(said: Said, reply: Settlement, disputes: Sequence[Dispute], part: int) -> Said:
    """Return what is said after an answer to disputes; what none of them is about stays as it was.

    The reply has the numbers of its own part.
    """
    verdicts: dict[tuple[object, ...], Verdict] = {
        disputes[each.dispute - 1].key: each.answer
        for each in reply.answers
        if 0 < each.dispute <= len(disputes)
    }
    about = {each.figure for each in disputes}
    open_sums = any(each.event is not None for each in disputes)
    figures = {each.n: each for each in said.figures}
    parts = dict(said.part_of)
    figure_of = {each.own or each.n: each.n for each in said.figures if parts[each.n] == part}
    event_of = {own: number for number, (where, own) in said.told_in.items() if where == part}
    mended = reply.told()
    highest = max([*figures, *figure_of.values()], default=0)
    for each in mended:
        known = figure_of.get(each.n)
        # A figure that no dispute is about stays; of a disputed sum every figure may be wrong.
        if known is None or not (known in about or open_sums):
            highest = figure_of[each.n] = highest + 1
    for each in mended:
        number = figure_of[each.n]
        figures[number], parts[number] = _renumbered(each, figure_of, event_of), part
    totals = {event_of.get(each.event, each.event): each.totals for each in reply.totals}
    events = tuple(
        each.model_copy(update={"totals": totals[each.n]}) if each.n in totals else each
        for each in said.events
    )
    return Said(
        events,
        said.passing,
        tuple(figures.values()),
        parts,
        said.told_in,
        {**said.verdicts, **verdicts},
    )
