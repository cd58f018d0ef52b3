"""What a model told of a text, found in it: each figure's words, and what the rules read of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from eventx.counts import CountMention
from eventx.counts.reading import Reading, within
from eventx.numerals import can_be_read
from eventx.numerals import stated as stated_in
from eventx.quotes import locate_any
from eventx.reply import FigureLink, ToldFigure
from eventx.schema import Evidence, Quantity

Bounds = tuple[int | None, int | None, bool]
"""The least and the most a number can be, and whether it is approximate; null and null for a vague word."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure that the model told and where it stands; `told.n` is its number among all of the article.

    `readings` are what the rules read of the same words, which are in `language`.
    """

    told: ToldFigure
    evidence: Evidence
    language: str | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """What the model says the number is."""
        return self.told.least, self.told.most, self.told.about

    @property
    def agreeing(self) -> Reading | None:
        """What the rules read with the model's number, the same outcome before any other; None without."""
        same = [each for each in self.readings if agree(self.bounds, bounds(each.mention))]
        return next(iter([each for each in same if each.outcome == self.told.fate] + same), None)


def found(
    text: str,
    told: Sequence[ToldFigure],
    readings: Sequence[Reading],
    *,
    language: str | None = None,
    start: int = 0,
    end: int | None = None,
    known: Sequence[Statement] = (),
) -> tuple[tuple[Statement, ...], tuple[ToldFigure, ...]]:
    """Return the figures whose quotes stand in the text from `start` to `end`, and those whose do not.

    Figures come in the order of the text: of words that stand there more than once those are meant that
    follow the figure before, and that no figure of the same fate has yet, `known` ones included. Words that
    are all told already are told again.
    """
    stand: list[Statement] = []
    lost: list[ToldFigure] = []
    tellers = _Tellers(known)
    quotes: dict[tuple[str, str], _Places] = {}
    at, until = start, len(text) if end is None else end
    for each in told:
        if (key := (each.quote, each.fate)) not in quotes:
            quotes[key] = _Places(list(_occurrences(text, each.quote, start, until)))
        chosen = quotes[key].next(at, lambda place, fate=each.fate: tellers.of(place, fate) is None)
        if chosen is None:
            lost.append(each)
            continue
        if (again := tellers.of(chosen, each.fate)) is not None:
            each = replace(each, links=(*each.links, FigureLink("same_as", again.told.n)))
        at = max(at, chosen.start)
        stand.append(stated(text, each, chosen, readings, language))
        tellers.add(stand[-1])
    return tuple(stand), tuple(lost)


class _Places:
    """Where a quote stands, and which of these places may still be free: what is told never is again."""

    def __init__(self, places: Sequence[Evidence]) -> None:
        self._places = places
        self._ahead = self._first = 0

    def next(self, at: int, is_free: Callable[[Evidence], bool]) -> Evidence | None:
        """Return the next free place from an offset on, which never falls, else the first free one, else the first."""
        places = self._places
        while self._ahead < len(places) and not (
            places[self._ahead].start >= at and is_free(places[self._ahead])
        ):
            self._ahead += 1
        if self._ahead < len(places):
            return places[self._ahead]
        while self._first < len(places) and not is_free(places[self._first]):
            self._first += 1
        return next(iter([*places[self._first : self._first + 1], *places[:1]]), None)


class _Tellers:
    """The figures told so far, by their fate and where they stand."""

    def __init__(self, known: Sequence[Statement]) -> None:
        self._told: dict[str, list[tuple[int, int, Statement]]] = defaultdict(list)
        self._longest = 0
        self._number = 0
        for each in known:
            self.add(each)

    def add(self, statement: Statement) -> None:
        """Take in the next figure."""
        evidence = statement.evidence
        self._number += 1
        self._longest = max(self._longest, evidence.end - evidence.start)
        insort(self._told[statement.told.fate], (evidence.start, self._number, statement))

    def of(self, place: Evidence, fate: str) -> Statement | None:
        """Return the first figure of a fate whose words hold those at a place, None without one."""
        told = self._told[fate]
        near = told[bisect_left(told, (place.start - self._longest,)) : bisect_left(told, (place.end,))]
        held = (
            (number, each)
            for _, number, each in near
            if place.start < each.evidence.end and place.quote in each.evidence.quote
        )
        return min(held, key=itemgetter(0), default=(0, None))[1]


def stated(
    text: str, told: ToldFigure, evidence: Evidence, readings: Sequence[Reading], language: str | None = None
) -> Statement:
    """Return a figure at its words, which take in the rules' words for the same number: "at least"."""
    here = tuple(within(readings, evidence))
    statement = Statement(told, evidence, language, here)
    if (same := statement.agreeing) is None:
        return statement
    start, end = min(evidence.start, same.mention.start), max(evidence.end, same.mention.end)
    return Statement(told, Evidence(start=start, end=end, quote=text[start:end]), language, here)


def bounds(mention: CountMention) -> Bounds:
    """Return what the rules say a number is, in the model's terms."""
    if mention.approximate:
        return mention.value, mention.value, True
    return mention.low, mention.high, False


def agree(one: Bounds, other: Bounds) -> bool:
    """Return whether two readings of a number are the same; of a vague word its least may be left open."""
    if one == other:
        return True
    vague = [each for each in (one, other) if each[:2] == (None, None)]
    known = [each for each in (one, other) if each not in vague]
    # "dozens": 24 or more to the rules, no number to the model.
    return len(vague) == 1 and known[0][1] is None and not known[0][2]


def quantity(statement: Statement) -> Quantity:
    """Return the number as it is kept; where the rules read the same, with the number as it is written."""
    words = statement.evidence.quote
    if (same := statement.agreeing) is not None:
        return same.mention.quantity.model_copy(update={"text": words})
    least, most, about = statement.bounds
    if about and least == most:
        return Quantity(value=least, low=None, high=None, approximate=least is not None, text=words)
    single = least if least == most or most is None else most if least is None else None
    return Quantity(value=single, low=least, high=most, approximate=about and single is not None, text=words)


def is_stated(statement: Statement) -> bool:
    """Return whether the words themselves give the number, and do not only point back to others."""
    wanted = {number for number in (statement.told.least, statement.told.most) if number is not None}
    if statement.agreeing is not None or wanted <= {0, 1}:
        return True
    is_unread = not can_be_read(statement.language) and not statement.told.links
    return is_unread or bool(stated_in(statement.evidence.quote, statement.language))


def _occurrences(text: str, quote: str, start: int, end: int) -> Iterator[Evidence]:
    """Yield where a quote stands, in whatever typography: a headline may have it in capitals."""
    at = start
    while (place := locate_any(text, quote, after=at)) is not None and place.end <= end:
        yield place
        at = place.start + 1
