"""The forces of a state under their many names: "the Syrian army", "government forces", "Assad's troops"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from eventx import places
from eventx.quotes import fold
from eventx.resolve import people
from eventx.schema import Evidence
from eventx.sources.wording import NO_NAME

_OF = r"(?:government|national|regular|federal|state|armed|military|regime|army|loyalist)"
_FORCE = r"(?:forces|troops|army|military|government|regime|soldiers|servicemen)"
_WORD = r"[A-Z][\w-]{1,60}"  # with an end, or a search would try it anew from each of its letters
_CAPITALISED = rf"{NO_NAME}[A-Z][\w-]+(?:\s(?!Army|Government|Forces|President)[A-Z][\w-]+)?"
# "Syrian government forces", "Tersia's army", "army of Perrolay". The letters that it opens with come first,
# so that a search passes over all others in one step.
_OF_NATION = re.compile(
    rf"(?=[A-Zamg])(?:(?<![\w-])(?P<nation>{_CAPITALISED})(?P<own>['’]s?)?\s(?:Arab\s)?(?:{_OF}\s){{0,2}}(?P<force>{_FORCE})\b"
    rf"|\b(?P<force_of>army|armed forces|military|government)\sof\s(?:the\s)?(?P<nation_of>{_CAPITALISED})"
    rf"|\b(?P<force_de>Ejército|Fuerzas\sArmadas|Gobierno)\sde\s(?P<nation_de>{_CAPITALISED}))"
)
# Whoever reads "the army" takes it for that of the one state whose forces are told of.
_BARE = re.compile(
    rf"(?=[gnrfsamlE])(?:\b(?:{_OF}\s)(?:forces|troops|army)\b|(?<=\b[Tt]he\s)(?:army|regime)\b(?!['’]|\sof\b)"
    r"|(?<=\b[Tt]he\s)military\b(?=[.,;]|\s(?:said|says|has|had|was|were|is|on|in|and|also|did|denied|confirmed)\b)"
    r"|(?<=\b[Ee]l\s)Ejército\b(?!\sde\b))"
)
_BARE_NAME = re.compile(
    rf"(?:the\s|el\s)?(?:{_OF}\s)?(?:forces|troops|army|military|soldiers|servicemen|ejército|soldados|militares)",
    re.IGNORECASE,
)
_LEADER = re.compile(
    rf"\b(?P<nation>{_WORD})(?:['’]s)?\s(?:[Pp]resident|[Pp]rime\s[Mm]inister|[Ll]eader|[Rr]uler|[Kk]ing|"
    rf"[Ss]trongman)\s(?P<name>{_WORD}(?:\s(?:[a-z]{{1,3}}-)?{_WORD}){{0,2}})"
    rf"|\bPresident\s(?P<name_of>{_WORD}(?:\s(?:[a-z]{{1,3}}-)?{_WORD}){{0,2}})\sof\s(?P<nation_of>{_WORD})"
)
_LED = re.compile("[Pp]resident|[Mm]inister|[Ll]eader|[Rr]uler|[Kk]ing|[Ss]trongman")  # quick to look for
# They have armies of their own and are no states.
_NO_NATION = people.words("""
    islamist islamic jihadist kurdish houthi taliban hamas hezbollah rebel tuareg coalition allied joint
    european western arab african regional local the this that its their when after as while government army
    security several some
    """)


class Name(NamedTuple):
    """One name for a state's forces; `nation` is a country's code, or the stem of the words for it."""

    evidence: Evidence
    nation: str | None


def is_army(name: str) -> bool:
    """Return whether a name is that of a state's soldiers, whoever's they are: "army", "Syrian troops"."""
    words = name.removeprefix("the ")
    return _BARE_NAME.fullmatch(words) is not None or _nation_of(words) is not None


@lru_cache(maxsize=8)  # asked for each event of an article
def names(text: str) -> tuple[Name, ...]:
    """Return every name the text has for the forces of a state, in order."""
    found = list(_of_leaders(text))
    for match in (*_OF_NATION.finditer(text), *_BARE.finditer(text)):
        nation = _nation(match) if match.re is _OF_NATION else None
        taken = any(each.evidence.start < match.end() and match.start() < each.evidence.end for each in found)
        if not taken and (nation is not None or match.re is _BARE):
            found.append(Name(_evidence(match), nation))
    return tuple(sorted(found, key=lambda each: each.evidence.start))


def called(
    name: str, states: Sequence[Name], rivals: Sequence[str]
) -> tuple[Evidence | None, tuple[Evidence, ...]]:
    """Return the fullest name for the forces called `name`, if it is another, and what else they are called.

    Words that name no nation are theirs when the text tells of one state's forces alone. `rivals` are the
    armies on the other side: where one of them is of no known nation, or of the same, nothing is certain.
    """
    nation = _nation_of(name)
    told = {each.nation for each in states if each.nation is not None}
    rival_nations = {_nation_of(rival) for rival in rivals}
    if rivals and (nation is None or rival_nations & {None, nation}):
        return None, ()
    if nation is None and len(told) == 1:
        (nation,) = told
        full = next((each.evidence for each in states if each.nation == nation and _is_whole(each)), None)
    else:
        full = None
    is_only = told <= {nation}
    mine = [
        each.evidence
        for each in states
        if _is_whole(each) and (each.nation == nation if each.nation else is_only)
    ]
    return full, tuple(mine)


def _is_whole(each: Name) -> bool:
    """Return whether the words name the forces, and not some of their people."""
    return not re.search(r"\b(?:soldiers|servicemen)$", each.evidence.quote)


def _nation_of(name: str) -> str | None:
    match = _OF_NATION.fullmatch(name.removeprefix("the "))
    return _nation(match) if match else None


def _nation(match: re.Match[str]) -> str | None:
    """Return whose the forces are; words that no table knows must be said as a state's are."""
    words = match["nation"] or match["nation_of"] or match["nation_de"]
    if words.split()[0].lower() in _NO_NATION:
        return None
    known = places.country(words)
    if known is not None:
        return known[1]
    is_states = match["nation"] is None or match["own"] or match["force"] in ("army", "military", "soldiers")
    return _stem(words) if is_states else None


def _stem(words: str) -> str:
    """Return the words without what inflects a name: "Tersian" and "Tersia" are one."""
    return re.sub(r"(?:ian|ia|n|a|s)$", "", fold(words))


def _of_leaders(text: str) -> Iterator[Name]:
    """Yield "Assad's troops" and "troops loyal to … Assad", where the text names him as a state's leader."""
    for leader in _LEADER.finditer(text) if _LED.search(text) else ():
        known = places.country(leader["nation"] or leader["nation_of"])
        if known is None:
            continue
        surname = re.escape(re.sub(r"^[a-z]{1,3}-", "", (leader["name"] or leader["name_of"]).split()[-1]))
        theirs = re.compile(
            rf"(?:[A-Z][\w-]+\s)?(?:[a-z]{{1,3}}-)?{surname}['’]s?\s(?:{_OF}\s)?(?:forces|troops|army|regime)\b"
            rf"|\b(?:[Tt]roops|[Ff]orces|[Ss]oldiers)\sloyal\sto\s[^.,;]{{0,50}}?{surname}\b"
        )
        for match in theirs.finditer(text):
            yield Name(_evidence(match), known[1])


def _evidence(match: re.Match[str]) -> Evidence:
    return Evidence(start=match.start(), end=match.end(), quote=match[0])
