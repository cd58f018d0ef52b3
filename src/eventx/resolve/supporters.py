"""Who only helped a side: gave it air support, arms or backing, and fought nobody itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from eventx import sources
from eventx.quotes import fold
from eventx.schema import Actor, Evidence
from eventx.sentences import index_at, spans

_FORCE = (
    r"(?:\s(?:special|allied|air|ground|government|state|military))?\s(?:forces?|troops|army|warplanes|aircraft|jets|"
    r"planes|helicopters|drones|airstrikes|bombers|fighters|militias?|militiamen|mercenaries|artillery|soldiers)\b"
)
# Words and names have an end: without one a search would try them anew from each of their letters and words.
_CAPITALISED = r"[A-Z][\w'’-]{0,60}"
_NAME = rf"(?:the\s+)?(?P<name>{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,9}}(?:{_FORCE})?)"
_HELP = r"(?:support|cover|backing|help|assistance|apoyo|respaldo|cobertura|ayuda)"
_HELPED_BY = re.compile(
    rf"\b(?:{_HELP}(?:\s+(?:a[ée]reo|militar))?\s+(?:from|of|by|de|del)|(?:backed|supported|aided|armed)\s+by|"
    rf"(?:respaldad|apoyad)[oa]s?\s+por)\s+(?:el\s+|la\s+|los\s+)?{_NAME}"
)
_GIVES = (
    r"(?:provid\w*|gave|gives?|lent|offer\w*|suppl\w*|sent)\s+"
    rf"(?:\w+\s+){{0,2}}?(?:{_HELP}|arms|weapons|ammunition)\b"
)
_GIVEN = re.compile(_GIVES)
_HELPS = re.compile(rf"{_NAME}\s+(?:has\s|have\s|had\s|also\s){{0,2}}{_GIVES}")
# Who strikes or fights is a combatant, whatever else it gives.
_STRIKES = (
    r"\s(?:\w+\s){0,3}?(?:struck|strikes?|bomb(?:ed|s|ing)|shell(?:ed|s|ing)|pounded|killed|attacked|fought|"
    r"carried\sout|launched|raided|stormed|opened\sfire|lost)\b"
)


def found(text: str, taken: Sequence[str]) -> Iterator[Actor]:
    """Yield those whom the text says to have helped a side, in order, each with the words that say so.

    `taken` are names that are somebody else's: combatants. Sources are none either. Which side was helped
    is left to who asks: see `words_around`.
    """
    others = {fold(name) for name in taken} | {fold(each.name) for each in sources.find(text)}
    for match in _told(text):
        if fold(match["name"]) in others:
            continue
        others.add(fold(match["name"]))
        evidence = Evidence(start=match.start(), end=match.end(), quote=match[0])
        strikes = re.search(rf"\b{re.escape(match['name'])}{_STRIKES}", text)
        yield Actor(name=match["name"], role="combatant" if strikes else "supporter", evidence=(evidence,))


@lru_cache(maxsize=8)  # asked for each event of an article
def _told(text: str) -> tuple[re.Match[str], ...]:
    """Return where a text tells that somebody helped, in order."""
    helps = _HELPS.finditer(text) if _GIVEN.search(text) else ()  # few texts tell of anything given
    return tuple(sorted((*_HELPED_BY.finditer(text), *helps), key=lambda each: each.start()))


def words_around(text: str, actor: Actor) -> tuple[str, str]:
    """Return the words of the sentence before those that say who helped, and the words after them."""
    (told,) = actor.evidence
    start, end = spans(text)[index_at(spans(text), told.start)]
    return text[start : told.start], text[told.end : end]
