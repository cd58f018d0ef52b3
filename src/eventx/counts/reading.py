"""What a rule can say of each count: what happened to the people, who they are, whether it is told as real.

Where no rule is certain the outcome is None and a reader must judge from the clause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from eventx.counts.clause import clause, subject
from eventx.counts.fates import with_fates
from eventx.counts.governor import Governor, back
from eventx.counts.injured import graded
from eventx.counts.languages import ENGLISH, rules
from eventx.counts.mention import CountMention
from eventx.counts.outcome import govern
from eventx.counts.scan import find
from eventx.counts.setting import Setting, cues, is_part, setting
from eventx.counts.tables import Effect
from eventx.counts.units import Row, row
from eventx.counts.wording import Wording, wording
from eventx.schema import Evidence
from eventx.sentences import index_at, pieces

_AHEAD = 300  # characters searched for what befell those who acted


class Reading(BaseModel):
    """One count and what the words around it say for certain."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mention: CountMention
    outcome: Effect | None = Field(
        description="what happened to them; none: certainly not people harmed; null: no rule is certain"
    )
    who: str | None = Field(description="the words for the people, without number: 'Syrian soldiers'")
    clause: tuple[int, int] = Field(description="characters of the text, end exclusive, subject included")
    subject: str | None = Field(description="the subject of the verb that governs the count")
    subject_is: Literal["actor", "loser"] | None = Field(
        description="loser: the people are the subject's own ('lost seven fighters')"
    )
    adds: bool = Field(description="on top of others: 'a further eight', 'two more'")
    subset: bool = Field(description="part of another count: 'including two children'")
    background: bool = Field(description="told of earlier times, or a record kept over years")
    unreal: bool = Field(description="negated, planned, threatened, denied, supposed")

    @property
    def is_of_harm(self) -> bool:
        """Whether somebody is read as harmed; of nobody ("no one died") nobody is."""
        return self.outcome not in (None, "none") and self.mention.value != 0


class _Count(NamedTuple):
    """A count of one sentence on its way to a Reading; `at` is its unit, None when it overlaps another."""

    mention: CountMention
    at: int | None
    phrase: Wording
    governor: Governor | None
    setting: Setting
    part: bool


@lru_cache(maxsize=16)  # an extraction and each of its checks ask for them
def readings(text: str, *, language: str = "en") -> tuple[Reading, ...]:
    """Return one Reading for every phrase of a text that may count people, in order.

    Raises LookupError where there are no rules for the code.
    """
    return read(text, find(text, language=language), language=language)


def within(found: Sequence[Reading], evidence: Evidence) -> Sequence[Reading]:
    """Return those of some counts in order that share a character with the evidence."""
    first = bisect_right(found, evidence.start, key=lambda each: each.mention.end)
    last = bisect_left(found, evidence.end, key=lambda each: each.mention.start)
    return found[first:last]


def read(text: str, mentions: Sequence[CountMention], *, language: str = "en") -> tuple[Reading, ...]:
    """Return one Reading for each of `mentions`, which are those found in `text`, sorted by start.

    Raises LookupError where there are no rules for the code.
    """
    lang = rules(language).harm
    found: list[Reading] = []
    for start, end, inside in _by_sentence(text, mentions):
        found += _read_sentence(text, row(text, start, end, tuple(enumerate(inside)), lang), inside)
    return with_fates(text, found) if language == ENGLISH.code else tuple(found)


def _by_sentence(
    text: str, mentions: Sequence[CountMention]
) -> Iterator[tuple[int, int, tuple[CountMention, ...]]]:
    found = pieces(text)
    at = 0
    while at < len(mentions):
        index = index_at(found, mentions[at].start)
        start, end = found[index] if index < len(found) else (0, 0)
        first = at
        at += 1
        while at < len(mentions) and mentions[at].start < end:
            at += 1
        inside = tuple(mentions[first:at])
        yield min(start, inside[0].start), max(end, inside[-1].end), inside


def _read_sentence(text: str, units: Row, mentions: Sequence[CountMention]) -> Iterator[Reading]:
    unit_of = {unit.mention: at for at, unit in enumerate(units) if unit.mention is not None}
    found = cues(text, units)
    counts: list[_Count] = []
    for number, mention in enumerate(mentions):
        at, phrase = unit_of.get(number), wording(mention, units.lang)
        governor = None if at is None else govern(units, at, phrase)
        told = Setting(False, False, False) if at is None else setting(units, at, governor, found)
        part = at is not None and (
            phrase.part
            or is_part(units, at)
            or graded(units, at)
            or _continues_part(units, at, governor, counts)
        )
        counts.append(_Count(mention, at, phrase, governor, told, part))
    for number, count in enumerate(counts):
        yield _reading(text, units, count, counts[:number])


def _reading(text: str, units: Row, count: _Count, earlier: Sequence[_Count]) -> Reading:
    mention, at, phrase, governor, told, part = count
    if at is None:
        span = units[0].start, units[-1].end
        return Reading(
            mention=mention,
            outcome=None,
            who=phrase.who,
            clause=span,
            subject=None,
            subject_is=None,
            adds=phrase.adds,
            subset=False,
            background=False,
            unreal=False,
        )
    wholes = [other for other in earlier if not other.part]
    whole = {other.governor.outcome for other in wholes if other.governor} - {None, "none"}
    outcome = governor.outcome if governor else None
    if governor and governor.bond == "agent" and _harm_follows(text, units, at, governor):
        outcome = None  # "Three men attacked the post. All were shot dead."
    if part and governor is None and _has_other_verb(units, at):
        whole = set()  # "19 of whom were convicted"
    if part and (governor is None or governor.bond == "listed"):
        outcome = next(iter(whole)) if len(whole) == 1 else None if whole else outcome
    head = governor.head if governor else None
    named = subject(units, head) if head is not None and head < at and _is_active(units, head) else None
    loses = bool(governor and governor.loses)
    return Reading(
        mention=mention,
        outcome="none" if told.unreal else None if told.doubtful else outcome,
        who=phrase.who,
        clause=clause(units, at, head, named),
        subject=text[named[0] : named[1]] if named else None,
        subject_is=None if named is None else "loser" if loses else "actor",
        adds=phrase.adds or units.low(at + 1) in units.lang.ADDING,
        subset=part and (_is_held(mention, outcome, wholes) or _names(phrase, outcome)),
        background=told.background,
        unreal=told.unreal or told.doubtful,
    )


def _names(phrase: Wording, outcome: Effect | None) -> bool:
    """Return whether the count's own words say the outcome: "eight of the dead"."""
    return outcome is not None and outcome == phrase.harmed


def _is_held(part: CountMention, outcome: Effect | None, wholes: Sequence[_Count]) -> bool:
    """Return whether a count of the same outcome is large enough for this one to be a part of it."""
    if outcome in (None, "none"):
        return False
    alike = [each.mention.value for each in wholes if each.governor and each.governor.outcome == outcome]
    return any(value is None or part.low is None or value >= part.low for value in alike)


def _has_other_verb(units: Row, at: int) -> bool:
    """Return whether something else is said of the count: "were later convicted", but not "were children"."""
    said = [units.low(n) for n in range(at + 1, at + 5)]
    passive = not units.lang.BE.isdisjoint(said[:2])  # "had supplied arms" is no fate
    return (
        passive
        and said[0] in units.lang.AUXILIARIES
        and any(low.endswith(units.lang.PARTICIPLE_ENDINGS) for low in said)
    )


def _continues_part(units: Row, at: int, governor: Governor | None, earlier: Sequence[_Count]) -> bool:
    """Return whether the count goes on a list of parts: "including a nurse, a guard and two children"."""
    before, after = units.low(at - 1), units.low(at + 1)
    coordinators = units.lang.COORDINATORS
    goes_on = units.is_count(at + 2) and (after == "," or after in coordinators)
    joined = units.is_count(at - 2) and (before in coordinators or (before == "," and goes_on))
    return joined and earlier[-1].part and (governor is None or governor.bond != "direct")


def _harm_follows(text: str, units: Row, at: int, governor: Governor) -> bool:
    """Return whether anything is said to befall anybody after those who act, up to a few sentences on."""
    after = max(at, governor.head or 0)
    start = units[after].end
    ahead = row(text, start, min(len(text), start + _AHEAD), (), units.lang)
    return any(
        unit.low in units.lang.VERBS or unit.low in units.lang.HARMED or unit.low in units.lang.INTRANSITIVE
        for unit in ahead
    )


def _is_active(units: Row, head: int) -> bool:
    low = units.low(head)
    if low in units.lang.NOUNS_OF and units.low(head + 1) in units.lang.OF:
        return False
    if low in units.lang.VERBS and units.lang.VERBS[low][1] == "infinitive":
        return False
    if low in units.lang.VERBS and units.lang.VERBS[low][1] == "participle":  # "han matado", no passive
        return units.low(back(units, head - 1)) in units.lang.HAVE and low not in units.lang.INTRANSITIVE
    return (
        low in units.lang.VERBS
        or low in units.lang.LOSE
        or low in units.lang.SUFFER
        or low in units.lang.TAKE | units.lang.HOLD
    )
