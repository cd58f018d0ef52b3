"""What type of event it was, by a codebook: the model's plain word, corrected by the article's, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eventx.codebook import Codebook, EventType, Said, said
from eventx.lower import lower
from eventx.resolve.people import is_armed_side, is_civilian_side
from eventx.schema import Actor

_NAMED_AFTER = re.compile(r"\b(?:by|to)$", re.IGNORECASE)  # "captured by", "fell to": the taker follows
_REACH = 60  # characters after such words in which the taker is named

_WEAPONS = re.compile(  # in lower case
    r"\b(?:artillery(?: fire)?|shells?|mortars?|rockets?|missiles?|drones?|warplanes?|helicopters?|"
    r"air ?strikes?|"
    r"tunnels?|roadside bombs?|car bombs?|bombs?|landmines?|mines?|grenades?|machine[- ]guns?|rifles?|"
    r"small[- ]arms|gunfire|knives|machetes|tanks?|ieds?|explosives?|tear gas|suicide (?:vest|belt)s?)\b"
)


def typed(
    codebook: Codebook,
    word: str,
    sentences: Iterable[str],
    side_a: tuple[Actor, ...],
    side_b: tuple[Actor, ...],
    *,
    harmless: bool = False,
) -> tuple[EventType, str]:
    """Return the type of one event, and the reason in one sentence.

    `word` is the model's answer, `sentences` are the event's own that tell news, `harmless` says that nobody
    was killed or wounded in it. Strikes within a fight merge into it, and territory changes hands only where
    the words say which side took it (ACLED codebook).
    """
    text = " ".join(sentences)
    answer = codebook.answered(word)
    is_against_civilians = is_civilian_side(side_a) or is_civilian_side(side_b)
    is_fought = bool(side_a) and bool(side_b) and not is_against_civilians
    is_firm = word in codebook.firm and (is_fought or not answer.fight)
    found, reason = answer, _by_answer(codebook, answer, word, text, is_fought=is_fought, is_firm=is_firm)
    for kind in codebook.types:
        corrects = word in kind.instead_of if kind.instead_of else not is_firm
        if not corrects or (kind.fight and not is_fought) or (kind.harmless and not harmless):
            continue
        if told := next(_told(kind, text, (*side_a, *side_b)), None):
            found, reason = kind, told
            break
    if is_against_civilians and found.event_type in codebook.fights:
        attack = next(each for each in codebook.types if each.against_civilians)
        return attack, f"civilians are one of the sides, and no fight is against civilians ({codebook.title})"
    fight = next((each for each in codebook.types if each.fight and not each.shown_by), None)
    if found.against_civilians and fight and is_armed_side(side_a) and is_armed_side(side_b):
        return fight, f"{word}, as the model calls it, but both sides are armed ({codebook.title})"
    return found, reason


def _told(kind: EventType, text: str, actors: tuple[Actor, ...]) -> Iterator[str]:
    """Yield how each of the words that show a type shows it."""
    for words in said(text, kind.shown_by):
        if kind.taker is None:
            yield f"the article says {_quoted(words)}"
            continue
        taker = _taker(text, words, actors)
        if taker and (taker.kind == "State forces") == (kind.taker == "state"):
            yield f"{_quoted(words)} says that {taker.name} took ground"


def _taker(text: str, words: Said, actors: tuple[Actor, ...]) -> Actor | None:
    """Return the side that took ground: the one named last before the words, or next after "by" and "to"."""
    combatants = [actor for actor in actors if actor.role == "combatant"]
    if _NAMED_AFTER.search(words.words):
        after = text[words.end : words.end + _REACH].partition(".")[0].lower()
        at = {actor: _first(after, actor) for actor in combatants}
        return min((each for each in at if at[each] >= 0), key=lambda each: at[each], default=None)
    before = text[: words.end].lower()  # "allowed Red Dawn to take control"
    at = {actor: max(before.rfind(name.lower()) for name in _names(actor)) for actor in combatants}
    return max((each for each in at if at[each] >= 0), key=lambda each: at[each], default=None)


def _quoted(words: Said) -> str:
    return f"“{' '.join(words.words.split())}”"


def _first(text: str, actor: Actor) -> int:
    found = [at for name in _names(actor) if (at := text.find(name.lower())) >= 0]
    return min(found, default=-1)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _by_answer(
    codebook: Codebook, answer: EventType, word: str, text: str, *, is_fought: bool, is_firm: bool
) -> str:
    """Return the reason for the type that the model's answer stands for."""
    if answer.fight and is_firm:
        within = (each for kind in codebook.strikes for each in said(text, kind.shown_by))
        if strike := next(within, None):
            return f"{_quoted(strike)} within a {word} is part of the {word} ({codebook.title})"
    called = f"the model calls it “{word}”"
    return f"{called}, between two armed sides" if answer.fight and is_fought else called


def weapons(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the weapons that the event's sentences name, in their words, the fuller of two names for one."""
    found = {
        match[0]: text[match.start() : match.end()]
        for text in sentences
        for match in _WEAPONS.finditer(lower(text))
    }
    return tuple(
        words for low, words in found.items() if not any(low in other and low != other for other in found)
    )
