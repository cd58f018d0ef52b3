"""Counts that a model quotes, in languages without rules, held against the text.

A quote that does not stand in the text is no evidence, and a number that does not stand in its quote in
digits is not taken over: the words are kept without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from eventx.checks.figures import OUTCOMES
from eventx.checks.reading import QUOTE_NOT_FOUND
from eventx.counts import CountMention
from eventx.counts.reading import Reading
from eventx.model.transport import one_line
from eventx.numerals import digits
from eventx.passages import Passage
from eventx.quotes import locate
from eventx.reply import Quotation, judgements
from eventx.schema import Event, Evidence, Finding, Outcome, Quantity
from eventx.sentences import index_at, spans


@dataclass(frozen=True, slots=True)
class Quoted:
    """One count that stands in the text, and what the model says of it."""

    reading: Reading
    said: Quotation


def stated(
    text: str, passage: Passage, said: Iterable[Quotation], known: Sequence[Quoted] = ()
) -> tuple[tuple[Quoted, ...], tuple[Finding, ...]]:
    """Return what the model quotes from a passage, and a finding for each quote that does not stand there.

    `known` are the counts quoted from the passages before; what stands in an overlap is not counted again.
    """
    quoted: list[Quoted] = []
    findings: list[Finding] = []
    for each in said:
        found = locate(text, each.quote, after=passage.start)
        if found is None or found.end > passage.end:
            path = f"article.text[{passage.start}:{passage.end}]"
            words = one_line(each.quote)
            findings.append(QUOTE_NOT_FOUND.at(path, f'"{words}", quoted by the model, does not stand here'))
            continue
        while found and found.end <= passage.end and _is_told(found, each, (*known, *quoted)):
            found = locate(text, each.quote, after=found.end)
        if found and found.end <= passage.end:
            quoted.append(Quoted(_reading(text, found, each), each))
    return tuple(quoted), tuple(findings)


def as_judgements(quoted: Sequence[Quoted], events: int) -> BaseModel:
    """Return what the model says of the counts in the shape it judges counts in: c1 is the first."""
    said = {f"c{number}": each.said for number, each in enumerate(quoted, start=1)}
    fields = {key: each.model_dump(exclude={"quote", "people", "number"}) for key, each in said.items()}
    return judgements(len(quoted), events).model_validate(fields)


def with_open_figures(event: Event) -> Event:
    """Return the event with figures that hold however its counts overlap.

    Which of them are a whole and its parts, or the same people again, no rule of the language tells: several
    come to at least the largest and at most their sum.
    """
    return event.model_copy(update={name: _figure(event, name) for name in OUTCOMES})


def _figure(event: Event, outcome: Outcome) -> Quantity | None:
    own: Quantity | None = getattr(event, outcome)
    counts = [each.count for each in event.casualties if each.outcome == outcome and each.role != "repeat"]
    if len(counts) < 2:
        return own
    values = [count.value for count in counts if count.value is not None]
    return Quantity(
        value=None,
        low=max(values, default=None),
        high=sum(values) if len(values) == len(counts) else None,
        text=" + ".join(count.text for count in counts),
    )


def _is_told(found: Evidence, said: Quotation, known: Sequence[Quoted]) -> bool:
    """Return whether the same number and harm were quoted in words that overlap these."""
    return any(
        each.reading.mention.start < found.end
        and found.start < each.reading.mention.end
        and (each.said.harm, each.said.number) == (said.harm, said.number)
        for each in known
    )


def _reading(text: str, found: Evidence, said: Quotation) -> Reading:
    # What the words around it make of a number ("at least") is not known: its bounds stay open.
    value = said.number if said.number in digits(found.quote) else None
    people = locate(found.quote, said.people)
    return Reading(
        mention=CountMention(
            start=found.start, end=found.end, text=found.quote, value=value, low=None, high=None
        ),
        outcome=said.harm,
        who=people.quote if people else found.quote,
        clause=spans(text)[index_at(spans(text), found.start)],
        subject=None,
        subject_is=None,
        adds=False,
        subset=False,
        background=False,
        unreal=False,
    )
