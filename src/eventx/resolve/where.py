"""Where an event happened: the words a model gave for it, as far as the article bears them out."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx import places
from eventx.quotes import fold, locate
from eventx.reply import Incident
from eventx.resolve.naming import can_be_place
from eventx.schema import Evidence, Place
from eventx.sentences import span_at, spans

_UNSTATED = frozenset(
    {"", "unknown", "none", "null", "n a", "not stated", "unspecified", "unclear", "unidentified"}
)
_COMPASS = re.compile(
    r"^(?:the\s+)?(?:(?:north|south|east|west|central)(?:[- ]?(?:east|west))?(?:ern)?)\s+", re.IGNORECASE
)
# A word has an end: without one a search would try it anew from each of its letters.
_CAPITALISED = r"[A-Z][\w'’-]{0,60}"
_NAME = rf"{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,2}}"
# "region" is left out: the Sahel region is no province. Neither is the Islamic State a state.
_PROVINCE = re.compile(
    rf"({_NAME})\s+(?:[Pp]rovince|[Gg]overnorate|[Oo]blast|[Pp]refecture|state)\b"
    rf"|\b(?:[Pp]rovince|[Gg]overnorate)\s+of\s+({_NAME})"
)
# "In Osk last night soldiers searched a house in the village of Tarn": the wider place is told first.
_WIDER = re.compile(
    rf"\bIn\s+({_NAME}),?\s+(?:last\s+night|yesterday|today|overnight|(?:on\s+)?\w+day)\b[^.]*?\b"
    r"(?:in|near|of)\s+the\s+(?:(?:village|town|city)\s+of\s|(?:[A-Z][\w'’-]*\s+){1,2}district)"
)
_BEFORE = 60  # characters before a place that may say that it is only near
_NEAR = re.compile(
    r"\b(?:near|nearby|(?:close|next) to|outside(?: of)?|outskirts of|cerca de|afueras de"
    r"|(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)? of"
    r"|(?:km|kms|kilomet(?:er|re)s?|miles?)\b[^.,;\n]{0,20}\b(?:of|from|de))\s+"
    r"(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b((?:city|town|village|district|province|governorate|region|state|oblast)\s+of\s+)$", re.IGNORECASE
)
_KIND = re.compile(
    r"\s+(?:city|town|village|district|county|province|governorate|region|state|oblast|prefecture)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:In|From|Across|Near|At|Around|Throughout|The|Eastern|Western|Central)\s+(?=[A-Z])")


def stated(text: str, words: str) -> Evidence | None:
    """Return where the text has the words a model gave, None for "unknown" and what does not stand there."""
    return None if fold(words) in _UNSTATED else locate(text, words.strip().strip(".,;"))


def where(text: str, incident: Incident, language: str | None) -> Place | None:
    """Return the place of an incident, None when neither town, province nor country stands in the text.

    Words that can be no place are none.

    What the text calls a province stands before what the model takes for one ("Sabari" of "Sabari district").
    """
    town = _town(text, incident.town, language)
    admin1 = _named(text, _COMPASS.sub("", incident.province), language)
    country = _country(text, incident.country, language)
    if country is None and admin1 is not None and places.country(admin1.quote) is not None:
        country = _country(text, admin1.quote, language)
    if admin1 is not None and country is not None and fold(admin1.quote) == fold(country):
        admin1 = None
    admin1 = _province(text, town, admin1)
    if town is not None and admin1 is not None and country is not None and fold(town.quote) == fold(country):
        town = None  # a province says more
    name = town or admin1
    if name is None:
        named = locate(text, country) if country else None
        return places.named(named.quote, evidence=(named,)) if named else None
    evidence = tuple(each for each in (town, admin1) if each is not None)
    province = None if admin1 is None else places.bare(admin1.quote)
    return places.named(name.quote, country=country, admin1=province, evidence=evidence)


def called(text: str, place: Place) -> places.Called | None:
    """Return what the article calls a place where it names it: "near" it, its kind, or None.

    A town told beside a province of the same name is a town: "Kandahar, Kandahar province".
    """
    if not place.evidence:
        return None
    named, *wider = place.evidence
    if _NEAR.search(text, max(0, named.start - _BEFORE), named.start):
        return "near"
    before = _OF.search(text, max(0, named.start - _BEFORE), named.start)
    after = _KIND.match(text, named.end)
    said = places.kind(f"{before[1] if before else ''}{place.text}{after[0] if after else ''}")
    return said or ("town" if wider and wider[0].start != named.start else None)


def _named(text: str, words: str, language: str | None) -> Evidence | None:
    found = stated(text, words)
    return found if found and can_be_place(text, found, language) else None


def _town(text: str, words: str, language: str | None) -> Evidence | None:
    """Return where the town stands: "Kelm district" of "Kelm district, Osk province"."""
    first, *rest = words.split(",")
    if rest and _PROVINCE.search(rest[-1]):
        words = first
    return _named(text, words, language) or _named(text, _COMPASS.sub("", words), language)


def _province(text: str, town: Evidence | None, told: Evidence | None) -> Evidence | None:
    """Return what the text itself calls a province: the one told, the one beside the town, or the only one.

    A province told that the text never calls so stays when the text calls none, or several, by the name.
    """
    named = _provinces(text)
    if told is not None and re.match(r"\s+district\b", text[told.end :]):
        told = None
    if not named and (wider := _WIDER.search(text)) and (town is None or wider[1] != town.quote):
        return Evidence(start=wider.start(1), end=wider.end(1), quote=wider[1])
    if told is not None and places.normalise(told.quote) in {places.normalise(each.quote) for each in named}:
        return told
    beside = tuple(each for each in named if town is not None and _in_one_sentence(text, each, town))
    for some in (beside, named):
        if len({places.normalise(each.quote) for each in some}) == 1:
            return some[0]
    return told


@lru_cache(maxsize=8)  # asked for each event of an article
def _provinces(text: str) -> tuple[Evidence, ...]:
    """Return what a text calls provinces, in order."""
    return tuple(each for match in _PROVINCE.finditer(text) if (each := _evidence(match)) is not None)


def _evidence(match: re.Match[str]) -> Evidence | None:
    name, start = match[1] or match[2], match.start(1) if match[1] else match.start(2)
    opening = _OPENS.match(name)
    if opening:
        name, start = name[opening.end() :], start + opening.end()
    return None if name == "Islamic" else Evidence(start=start, end=start + len(name), quote=name)


def _in_one_sentence(text: str, one: Evidence, other: Evidence) -> bool:
    return (held := span_at(spans(text), one.start)) is not None and held == span_at(spans(text), other.start)


def _country(text: str, words: str, language: str | None) -> str | None:
    """Return the country as the article bears it out: named, by its adjective, or the only one it names.

    None where the model knows another country than those named: the one that is may only send its planes.
    """
    named = places.countries_in(text)
    known = places.country(words)
    if known is not None and any(name == known[0] for name, _, _ in named):
        return known[0]
    if known is None and (found := _named(text, words, language)):
        return found.quote
    return named[0][0] if known is None and len(named) == 1 else None
