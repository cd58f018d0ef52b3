"""What else the article calls an actor, by evidence of its words: never by likeness.

A name is joined to a fuller one when its words stand in it ("the Front" after "Harrow Front", "HTS" after
"Hayat Tahrir al-Sham (HTS)"), when the article itself says what the actor is ("the Islamist faction" after
"the Islamist group Ansar al-Tawhid"), or when both are forces of one state ("the army", "Assad's troops").
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from eventx.quotes import fold
from eventx.resolve import people, statehood
from eventx.schema import Actor, Evidence
from eventx.sources.wording import proper_names, spelled_out

GROUP = (
    r"(?:group|faction|movement|militia|organi[sz]ation|network|gang|alliance|outfit|band|coalition|party|"
    r"front|formation|cell|cartel|guerrilla|army|force)s?"
)
_MODIFIERS = r"(?:[\w'’-]+\s){1,3}?"
# Before a name that is told with what it is: "the Islamist group Ansar al-Tawhid", "the alliance of the …".
_BEARER = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s(?P<words>(?P<kind>{_MODIFIERS}){GROUP})\s(?:of\s|called\s|known\sas\s)?(?:the\s)?"
    r"[\"“‘]?(?P<name>[A-Z])"
)
_APPOSED = re.compile(rf"[\"”’]?,\s(?:an?|the)\s(?P<words>(?P<kind>{_MODIFIERS}){GROUP})\b")
_POINTED = re.compile(
    rf"\b[Tt]he\s(?P<words>(?P<kind>{_MODIFIERS}){GROUP})\b(?!\s(?:of|called|known)\b|\s[\"“]?[A-Z])"
)
# They tell a group from no other: "the same gang", "the armed group".
_TELLS_NOTHING = people.words("""
    same armed rebel other new main largest first second rival two three small whole entire attacking
    """)
_PEOPLE_OF = re.compile(
    r"^(?:[\w-]+\s)?(?:fighters|members|men|units|forces|militants|insurgents|troops|gunmen|soldiers)\s"
    r"(?:of|from|belonging to)\s(?:the\s)?",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    rf"(?:\s{GROUP})?\s(?:{GROUP}|fighters|rebels|militants|insurgents|gunmen|forces|troops|leaders?|commanders?|"
    r"facilitators?|members?)$"
)
_JOINS = re.compile(r"\sand\s|\sy\s|^(?:El|La|Los|Las)\s(?=.)")
_TAIL = re.compile(r"\s(?:of|for|in|on)\s.*")
# Alone after "the", these are short for the one name that ends in them.
_HEADS = people.words("""
    front league column committee movement army brigade brigades brotherhood council union party alliance
    coalition corps guard guards battalion regiment force forces organisation organization group network
    faction command legion militia liberators wolves cartel company
    """)


@dataclass(frozen=True, slots=True)
class _Called:
    """The actor's fullest name where that is certain, and what else it is called, each where it stands."""

    name: Evidence | None
    aliases: tuple[Evidence, ...]


def joined(text: str, *sides: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], ...]:
    """Return the sides with each combatant under its fullest name in the text, and its other names.

    Their evidence is where the first name stands, then the fuller one and the aliases. A name that would
    fit both sides is given to neither.
    """
    states = statehood.names(text)
    called = [[_called(text, actor, states, _others(actor, sides)) for actor in side] for side in sides]
    names = [
        {fold(actor.name) for actor in side}
        | {fold(each.quote) for one in own for each in (*one.aliases, *((one.name,) if one.name else ()))}
        for side, own in zip(sides, called, strict=True)
    ]
    found: list[tuple[Actor, ...]] = []
    for index, (side, own) in enumerate(zip(sides, called, strict=True)):
        taken = set[str]().union(*names[:index], *names[index + 1 :])
        found.append(tuple(_renamed(actor, one, taken) for actor, one in zip(side, own, strict=True)))
    return tuple(found)


def core(name: str) -> str:
    """Return the group's own name: "Harrow Front" of "fighters of the Harrow Front"."""
    own = _PEOPLE_OF.sub("", name)
    own = own if own[:1].isupper() else name
    bare = _KIND_AFTER.sub("", own)
    return bare if is_proper(bare) else own


def is_proper(name: str) -> bool:
    """Return whether the words are a name of their own, every word with a capital but "of" and "al-"."""
    words = name.split()
    if not words or {words[0], words[-1]} & _SMALL:
        return False
    return all(_CAPITAL.match(word) for word in words if word not in _SMALL)


_SMALL = people.words("of for the in on and de del la los las el y e al ash as bin ul ud du des")
_CAPITAL = re.compile(r"(?:[a-z]{1,3}-)?[^\W\da-z_]|\d+(?:st|nd|rd|th)$|\d+$")


def _others(actor: Actor, sides: Sequence[tuple[Actor, ...]]) -> list[Actor]:
    return [other for side in sides for other in side if other is not actor]


def _renamed(actor: Actor, called: _Called, taken: set[str]) -> Actor:
    name = called.name if called.name is not None and fold(called.name.quote) not in taken else None
    told = {fold(name.quote if name else actor.name)}
    aliases: list[Evidence] = []
    first = actor.evidence[:1] if name else ()
    for each in (*first, *called.aliases):
        if fold(each.quote) not in told | taken:
            told.add(fold(each.quote))
            aliases.append(each)
    evidence = dict.fromkeys((*actor.evidence, *((name,) if name else ()), *aliases))
    return actor.model_copy(
        update={
            "name": name.quote if name else actor.name,
            "aliases": tuple(each.quote for each in aliases),
            "evidence": tuple(evidence),
        }
    )


def _called(text: str, actor: Actor, states: Sequence[statehood.Name], others: Sequence[Actor]) -> _Called:
    if actor.role == "supporter" or actor.kind == "Civilians":
        return _Called(None, ())
    if statehood.is_army(actor.name):
        rivals = [other for other in others if other.role == "combatant" and statehood.is_army(other.name)]
        return _Called(*statehood.called(actor.name, states, [rival.name for rival in rivals]))
    own = core(actor.name)
    fuller = _fuller(text, own)
    name = fuller.quote if fuller else own
    aliases = [
        *_shorter(text, actor.name, own),
        *_acronyms(text, name),
        *_short_forms(text, name),
        *_described(text, name),
    ]
    return _Called(fuller, tuple(sorted(aliases, key=lambda each: each.start)))


def _fuller(text: str, own: str) -> Evidence | None:
    """Return the fuller name an acronym or a lone head is short for, None where none or several fit."""
    for name, acronym in spelled_out(text):
        if acronym == own:
            return name
    if own.lower() not in _HEADS or not own[0].isupper():
        return None
    names = {each.quote: each for each in reversed(proper_names(text)) if _head(each.quote) == own}
    short = re.search(rf"\b[Tt]he\s{re.escape(own)}\b", text)
    if len(names) != 1 or short is None:
        return None
    (name,) = names.values()
    return name if name.start < short.start() else None


def _shorter(text: str, name: str, own: str) -> Iterator[Evidence]:
    """Yield where the name stands alone that is said with what it is: "Eastern Wind" of "… movement"."""
    if own == name or not is_proper(own):
        return
    for match in re.finditer(rf"(?<![\w-]){re.escape(own)}(?![\w-])", text):
        if not _KIND_AFTER.fullmatch(text, match.end(), match.end() + len(name) - len(own)):
            yield _at(text, *match.span())
            return


def _acronyms(text: str, name: str) -> Iterator[Evidence]:
    for spelled, acronym in spelled_out(text):
        if fold(spelled.quote) == fold(name):
            yield _at(text, at := text.index(f"({acronym}", spelled.end - 1) + 1, at + len(acronym))


def _short_forms(text: str, name: str) -> Iterator[Evidence]:
    """Yield the first "the Front" after "Harrow Front", where no other name of the text ends so.

    Spanish puts the head first: "el Frente" after "Frente Serrano".
    """
    first = text.find(name)
    if not is_proper(name) or " " not in name or first < 0:
        return
    heads = {"[Tt]he": _head(name), "[Ee]l|[Ll]a|[Ll]os|[Ll]as": name.split()[0]}
    for article, head in heads.items():
        longer = r"\s(?:of\s|for\s|de\s|del\s)?(?:the\s|la\s|los\s)?[A-Z]"
        pattern = rf"\b(?:{article})\s({re.escape(head)})\b(?!{longer})"
        match = re.compile(pattern).search(text, first + len(name))
        if match is not None and all(each in name or name in each for each in _pieces(text).get(head, ())):
            yield _at(text, *match.span(1))


@lru_cache(maxsize=8)  # asked for each actor of an article
def _pieces(text: str) -> dict[str, set[str]]:
    """Return the names of a text, those joined by "and" apart, by the words that they may be short for."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in proper_names(text):
        for piece in filter(None, _JOINS.split(each.quote)):
            for head in (_head(piece), piece.split()[0]):
                found[head].add(piece)
    return found


def _described(text: str, name: str) -> Iterator[Evidence]:
    """Yield "the Islamist faction" after "the Islamist group NAME", where it points to no other group."""
    bearers: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for kind, start, named in _bearers(text):
        bearers[kind].append((start, text.startswith(name, named)))
    for match in re.finditer(re.escape(name), text):
        if apposed := _APPOSED.match(text, match.end()):
            insort(bearers[fold(apposed["kind"])], (apposed.start(), True))
    for kind, start, words in _pointed(text):
        of_kind = bearers.get(kind, ())
        last = bisect_left(of_kind, start, key=itemgetter(0)) - 1
        if last >= 0 and of_kind[last][1] and not set(kind.split()) <= _TELLS_NOTHING:
            yield words


@lru_cache(maxsize=8)
def _bearers(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return of each name that is told with what it is the kind, where that stands, and where the name does."""
    return tuple((fold(each["kind"]), each.start(), each.start("name")) for each in _BEARER.finditer(text))


@lru_cache(maxsize=8)
def _pointed(text: str) -> tuple[tuple[str, int, Evidence], ...]:
    """Return of each "the Islamist faction" the kind, where it starts, and the words without "the"."""
    return tuple(
        (fold(each["kind"]), each.start(), _at(text, *each.span("words"))) for each in _POINTED.finditer(text)
    )


def _head(name: str) -> str:
    return _TAIL.sub("", name).split()[-1]


def _at(text: str, start: int, end: int) -> Evidence:
    return Evidence(start=start, end=end, quote=text[start:end])
