"""What befell people told of in other words of the text: by a pronoun after them, or as a list's whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventx.counts.harm import first_outcome, outcomes_named
from eventx.counts.languages import ENGLISH
from eventx.counts.tables import Effect
from eventx.sentences import LONGEST, paragraphs, spans

if TYPE_CHECKING:
    from eventx.counts.reading import Reading

# English; the groups say whether one is meant or several, and the words of the deed.
_PASSIVE = re.compile(
    r"^(?:(?P<one>he|she)|(?P<many>they|both|all|all of them|the (?:two|three|four|five|six)))"
    r"(?: (?:was|were|had been|has been|have been|later|also|both|all|then))+ (?P<deed>[\w ]{4,30})",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?P<deed>kill|wound|injur|shoot(?:ing)? and kill|detain|captur|arrest)(?:ed|ing|e)? "
    r"(?:(?P<one>him|her)|(?P<many>them))\b(?! (?:own|\w+s\b))",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"\bof (?:the |these |those |his |her |their |its )?(\w+)$", re.IGNORECASE)
_OTHERS_VERB = re.compile(r"(?<=of whom)\s(?:was|were)\s(?:\w+\s){0,2}\w+ed\b", re.IGNORECASE)
_THEM = frozenset({"them", "whom"})
_DEEDS: dict[str, Effect] = {
    "kill": "killed",
    "shoot and kill": "killed",
    "shooting and kill": "killed",
    "wound": "wounded",
    "injur": "wounded",
    "detain": "captured",
    "captur": "captured",
    "arrest": "captured",
}


def with_fates(text: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings, those whose fate a pronoun tells with it; the clause then reaches to its words.

    A pronoun means the people counted last, in its paragraph and at most two sentences before it, when
    they are as many as it says; a count of which a rule knows the fate is left as it is.
    """
    if not readings:
        return ()
    found = list(readings)
    borders = {start for start, _ in paragraphs(text)}
    sentences = spans(text)
    starts = [each.mention.start for each in found]
    taken = False
    for index, (start, end) in enumerate(sentences):
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        taken = _held(found, inside, taken)
        _list(text, found, inside, start, end)
        _some_of(text, found, inside, end)
        told = _told(text, start, end)
        if told is None:
            continue
        outcome, is_one, at, until = told
        back = [start]
        while len(back) < 3 and back[-1] not in borders and index - len(back) >= 0:
            back.append(sentences[index - len(back)][0])
        last = bisect_left(starts, at) - 1
        if last >= 0 and starts[last] >= back[-1] and _fits(found[last], is_one):
            found[last] = found[last].model_copy(
                update={"outcome": outcome, "clause": (found[last].clause[0], until), "unreal": False}
            )
            taken = taken or outcome == "captured"
    return tuple(found)


def _list(text: str, found: list[Reading], inside: range, start: int, end: int) -> None:
    """Give the counts listed after a colon the fate of their whole: "Five were killed: a medic, …"."""
    colon = text.find(": ", start, end)
    before = [found[k] for k in inside if found[k].mention.start < colon]
    if colon < 0 or len(before) != 1 or before[0].outcome in (None, "none") or before[0].unreal:
        return
    named = first_outcome(text, colon, end)
    for k in inside:
        each = found[k]
        is_open = each.outcome is None and not each.unreal
        if colon < each.mention.start < named and is_open:
            found[k] = each.model_copy(
                update={"outcome": before[0].outcome, "background": before[0].background}
            )


def _held(found: list[Reading], inside: range, taken: bool) -> bool:
    """Take "the four captives" for captured where others before them were; return whether anybody was."""
    for k in inside:
        each = found[k]
        is_held = each.who is not None and each.who.lower().split()[-1] in ENGLISH.harm.HELD
        if taken and is_held and each.outcome is None and not each.unreal:
            found[k] = each.model_copy(update={"outcome": "captured"})
        taken = taken or found[k].outcome == "captured"
    return taken


def _some_of(text: str, found: list[Reading], inside: range, end: int) -> None:
    """Give some of those counted before their fate: "Nine people died. Two of them were brothers"."""
    for k in inside:
        each = found[k]
        match = _SOME_OF.search(each.mention.text)
        if match is None or each.unreal or each.outcome is not None:
            continue
        if _OTHERS_VERB.match(text, each.mention.end):
            continue  # "shot by guards, two of whom were later convicted"
        noun = match[1].lower()
        least = each.mention.low or each.mention.value or 0
        whole = next(
            (
                other
                for other in reversed(found[max(0, k - 4) : k])
                if noun in _THEM or _is_called(other, noun)
            ),
            None,
        )
        if whole is None or whole.outcome in (None, "none") or whole.unreal:
            continue
        holds = whole.mention.value is None or whole.mention.value >= least
        until = min(end, each.mention.end + LONGEST)
        if holds and not outcomes_named(text, each.mention.end, until) - {whole.outcome}:
            found[k] = each.model_copy(
                update={"outcome": whole.outcome, "subset": True, "background": whole.background}
            )


def _is_called(reading: Reading, noun: str) -> bool:
    return reading.who is not None and reading.who.lower().split()[-1] == noun


def _told(text: str, start: int, end: int) -> tuple[Effect, bool, int, int] | None:
    """Return what a sentence says by a pronoun: the outcome, whether of one, from where and up to where."""
    if match := _PASSIVE.match(text[start:end]):
        outcomes = outcomes_named(match["deed"], 0, len(match["deed"]))
        if len(outcomes) == 1:
            return next(iter(outcomes)), match["one"] is not None, start, start + match.end()
    if match := _ACTIVE.search(text, start, end):
        return _DEEDS[match["deed"].lower()], match["one"] is not None, match.start(), match.end()
    return None


def _fits(reading: Reading, is_one: bool) -> bool:
    if reading.outcome not in (None, "none") or reading.background or reading.unreal:
        return False
    value = reading.mention.value
    return value == 1 if is_one else value is None or value > 1
