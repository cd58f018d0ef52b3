"""The model's reading beside the rules': what they dispute, and the words that say so to either."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eventx.checks.quantities import said
from eventx.checks.reading import (
    COUNT_LEFT_OUT,
    FIGURE_DISPUTED,
    NUMBER_REFUSED,
    QUOTE_NOT_FOUND,
    SUM_DISPUTED,
)
from eventx.checks.rule import Rule
from eventx.counts.reading import Reading, within
from eventx.model.transport import one_line
from eventx.numerals import bears_out, can_be_read, leading
from eventx.reading.links import Totals
from eventx.reading.statements import Statement, agree, bounds
from eventx.reply import ToldFigure, ToldTotal
from eventx.schema import Event, Outcome, Quantity, Toll

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")


@dataclass(frozen=True, slots=True)
class Dispute:
    """One thing the readers differ in: `words` put it to the model and to a coder.

    `figure` is the number of the model's figure, `event` the index of the event, where it is of one; `start`
    and `end` are where it stands in the text, null and null for a sum.
    """

    rule: Rule
    words: str
    figure: int | None = None
    start: int | None = None
    end: int | None = None
    event: int | None = None
    outcome: Outcome | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What it is about, the same before and after the model was asked."""
        return self.rule.code, self.figure, self.event, self.outcome, self.start


class Place(NamedTuple):
    """Which figure, and where it stands."""

    figure: int | None
    start: int
    end: int


def lost(told: Sequence[ToldFigure]) -> Iterator[Dispute]:
    """Yield the figures whose quotes do not stand in the text."""
    for each in told:
        yield Dispute(
            QUOTE_NOT_FOUND,
            f'figure {each.own}: "{one_line(each.quote)}" does not stand in the text',
            figure=each.n,
        )


def figures(
    text: str, statements: Sequence[Statement], events: Container[int], language: str | None
) -> Iterator[Dispute]:
    """Yield the figures whose number or fate the words, as the rules read them, do not bear out.

    `events` are the numbers of those there are.
    """
    sums = _sums_of_parts(statements)
    for each in statements:
        told = each.told
        at = Place(told.n, each.evidence.start, each.evidence.end)
        quote = _plain(each.evidence.quote)
        same = each.agreeing
        other = next((one for one in each.readings if not agree(each.bounds, bounds(one.mention))), None)
        seems = f'"{_plain(other.mention.text)}" seems to say {said(other.mention.quantity)}' if other else ""
        if lacking := [number for number in told.events if number not in events]:
            words = f'figure {told.own} "{quote}": there is no event {lacking[0]}'
            yield Dispute(FIGURE_DISPUTED, words, *at)
        if same is None and not bears_out(each.evidence.quote, told, language):
            is_sum = told.least == told.most == sums.get(told.n)
            if can_be_read(language) and not is_sum:
                words = (
                    f'figure {told.own}: "{quote}" does not give {_in_words(told)}, so the number is left out'
                )
                yield Dispute(NUMBER_REFUSED, f"{words}; {seems}" if other else words, *at)
        elif same is None and other and _differ_in_bounds(each):
            words = f'figure {told.own} "{quote}": you say {_in_words(told)}; {seems}'
            yield Dispute(FIGURE_DISPUTED, words, *at)
        elif same is None and (number := _overlooked(each, language)):
            words = f'figure {told.own} "{quote}": you say {_in_words(told)}; the words begin with {number}'
            yield Dispute(FIGURE_DISPUTED, words, *at)
        elif same is not None and _contradicts(same, told):
            clause = _plain(text[slice(*same.clause)])
            yield Dispute(
                FIGURE_DISPUTED,
                f'figure {told.own} "{quote}": you say {told.fate}; "{clause}" seems to say {same.outcome}',
                *at,
            )


def _sums_of_parts(statements: Sequence[Statement]) -> dict[int, int]:
    """Return what the parts of each figure come to: "a family", of three men, two children and a lady."""
    sums: dict[int, int] = {}
    for each in statements:
        for link in each.told.links:
            if link.how == "part_of" and each.told.least == each.told.most is not None:
                sums[link.of] = sums.get(link.of, 0) + each.told.most
    return sums


def unverified(statements: Sequence[Statement], language: str | None) -> Iterator[Statement]:
    """Yield the figures whose number stands in words that nothing here can read."""
    for each in statements:
        if not bears_out(each.evidence.quote, each.told, language):
            yield each


def _differ_in_bounds(statement: Statement) -> bool:
    """Return whether a count of these words has the model's number and other bounds: "at least 26"."""
    numbers = {number for number in (statement.told.least, statement.told.most) if number is not None}
    return any(
        each.mention.value is not None and each.mention.value in numbers and len(statement.readings) == 1
        for each in statement.readings
    )


def _overlooked(statement: Statement, language: str | None) -> int | None:
    """Return the number that the words begin with, where the model tells of one, nobody or no number."""
    told = {statement.told.least, statement.told.most}
    number = leading(statement.evidence.quote, language)
    return number if told <= {None, 0, 1} and number and number > 1 else None


def _contradicts(reading: Reading, told: ToldFigure) -> bool:
    """Return whether the rules are certain of another fate than the model's."""
    if reading.outcome in (None, told.fate) or told.doubt or not told.events:
        return False
    is_held = told.fate == "freed" and reading.outcome in ("captured", "missing")
    return not (is_held or reading.outcome == "none")


def told_at(statements: Sequence[Statement], readings: Sequence[Reading]) -> frozenset[int]:
    """Return where the counts start that share words with a figure the model tells."""
    return frozenset(
        reading.mention.start for each in statements for reading in within(readings, each.evidence)
    )


def left_out(text: str, statements: Sequence[Statement], readings: Sequence[Reading]) -> Iterator[Dispute]:
    """Yield the people whom the rules read as harmed in the news and whom the model does not tell of."""
    told = told_at(statements, readings)
    for each in readings:
        mention = each.mention
        if mention.start in told or not each.is_of_harm or each.background or each.unreal:
            continue
        clause = _plain(text[slice(*each.clause)])
        yield Dispute(
            COUNT_LEFT_OUT,
            f'you do not list "{_plain(mention.text)}" ({each.outcome}?) of "{clause}"',
            *Place(None, mention.start, mention.end),
        )


def sums(
    events: Sequence[Event], own: Sequence[int], tolls: Sequence[Toll], totals: Totals
) -> Iterator[Dispute]:
    """Yield the events whose figures do not come to the number that the model gives.

    `own` are the numbers that the model gave the events. What a toll over several events leaves to each of
    them no sum can say.
    """
    shared = {(id, toll.casualty.outcome) for toll in tolls for id in toll.events}
    for index, event in enumerate(events):
        for outcome in OUTCOMES:
            if (event.id, outcome) in shared:
                continue
            figure: Quantity | None = getattr(event, outcome)
            told = totals.get((index, outcome))
            if _come_to(figure, told):
                continue
            mine = "nothing" if figure is None else said(figure)
            yours = "none" if told is None else _bounds_in_words(told.least, told.most)
            yield Dispute(
                SUM_DISPUTED,
                f"event {own[index]}, {outcome}: your figures come to {mine}, your total is {yours}",
                event=index,
                outcome=outcome,
            )


def _plain(words: str) -> str:
    return " ".join(words.split())


def _come_to(figure: Quantity | None, told: ToldTotal | None) -> bool:
    """Return whether a figure is the model's total: from the same number on, to the same or an open end."""
    if told is None:
        return figure is None or figure.high == 0 or not (figure.value or figure.low)
    if figure is None:
        return told.most == 0 or (told.least is None and told.most is None)
    low, high = figure.low, figure.high
    if figure.approximate and low is None and high is None:
        low = high = figure.value
    if figure.value is None and high is None:  # a vague word, which the rules give a least number
        return told.most is None and (told.least or 0) <= (low or 0)
    return told.least in (None, low) and (high == told.most or None in (high, told.most))


def _in_words(told: ToldFigure) -> str:
    words = _bounds_in_words(told.least, told.most)
    return f"around {words}" if told.about else words


def _bounds_in_words(least: int | None, most: int | None) -> str:
    if least is None and most is None:
        return "no number"
    if least == most:
        return str(least)
    if most is None:
        return f"at least {least}"
    return f"at most {most}" if least is None else f"{least} to {most}"
