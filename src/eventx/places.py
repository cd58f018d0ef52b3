"""Places: which country a name means, and how a place's names are compared.

No gazetteer stands behind `look_up` yet: it says what follows from the names alone, and gives no coordinates.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from eventx import quotes
from eventx.schema import Evidence, Place

Country = tuple[str, str]
"""The name eventx uses and the ISO 3166-1 alpha-3 code; XKX, a code in common use, for Kosovo."""

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
# What may stand between two words of one name; a stop with a space only after an abbreviation ("St. Lucia").
_GAP = re.compile(rf"\s|\r\n|[-‐‑–.{quotes.APOSTROPHES}]|(?:(?<=\b\w)|(?<=\b\w\w))\.\s")

_ARTICLE = re.compile(r"\b(?:(?:al|el)[-\s]|(?:a[dnrstz]|ash|e[dnrstz]|esh)-)", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    r"(?:the )?(?:(?:city|town|village|district|province|governorate|region|state|oblast) of )?(?:the )?"
)
_KIND_AFTER = re.compile(r"(?: (?:city|town|village|district|province|governorate|region|state|oblast))+$")


def country(name: str) -> Country | None:
    """Return the country that `name` is the name or adjective of, or None.

    The match is exact but for case, diacritics, hyphens and a leading "the": "Syria", "the UK", "Syrian".
    """
    key = _key(name).removeprefix("the ")
    found = _names().get(key)
    return found[0] if found else None


@lru_cache(maxsize=8)
def countries_in(text: str) -> tuple[tuple[str, str, Evidence], ...]:
    """Return (name, iso3, first evidence) of every country the text names, by name or adjective, in order.

    Only words with a capital count, the longest name wins ("South Sudan" is not Sudan), and phrases that
    only look like a country ("New Mexico") are passed over. A person called Jordan is not told apart.
    """
    words = list(_WORD.finditer(text))
    found: dict[Country, Evidence] = {}
    at = 0
    while at < len(words):
        place, length = _longest_name(text, words, at)
        if place is not None:
            start, end = words[at].start(), words[at + length - 1].end()
            found.setdefault(place, Evidence(start=start, end=end, quote=text[start:end]))
        at += length
    return tuple((name, iso3, evidence) for (name, iso3), evidence in found.items())


def look_up(
    name: str,
    *,
    country: str | None = None,
    admin1: str | None = None,
    evidence: tuple[Evidence, ...],
) -> Place:
    """Return the place called `name`, as precise as its names alone allow, without coordinates.

    "country" when the name is a country's, "admin1" when it is that of `admin1`, else "unresolved": the
    words are kept, and the country's code where the country is known.
    """
    within = _country_or_none(country)
    named = _country_or_none(name)
    is_admin1 = admin1 is not None and normalise(name) == normalise(admin1)
    if named is not None and (within == named or (country is None and not is_admin1)):
        return Place(text=name, country=named[0], iso3=named[1], precision="country", evidence=evidence)
    return Place(
        text=name,
        admin1=admin1,
        country=within[0] if within else country,
        iso3=within[1] if within else None,
        precision="admin1" if is_admin1 else "unresolved",
        evidence=evidence,
    )


def normalise(name: str) -> str:
    """Return the form in which two names of one place are equal: "Idlib Governorate" and "Idlib".

    Case, diacritics, hyphens, apostrophes, the Arabic article and the kind of place are off. Spellings
    that differ by a letter stay different.
    """
    whole = quotes.fold(name)
    bare = quotes.fold(_ARTICLE.sub("", name))
    bare = _KIND_AFTER.sub("", _KIND_BEFORE.sub("", bare, count=1)).strip()
    return bare or whole


def bare(name: str) -> str:
    """Return the name without the kind of place: "Idlib" of "Idlib province"."""
    kinds = re.IGNORECASE
    without = re.sub(
        _KIND_AFTER.pattern, "", re.sub(_KIND_BEFORE.pattern, "", name, count=1, flags=kinds), flags=kinds
    )
    return without.strip() or name


def _country_or_none(name: str | None) -> Country | None:
    return country(name) if name else None


def _longest_name(text: str, words: list[re.Match[str]], at: int) -> tuple[Country | None, int]:
    """Return the country named from word `at` on, or None, and how many words to step over."""
    best: tuple[Country | None, int] = (None, 1)
    key = ""
    for length in range(1, _longest() + 1):
        if at + length > len(words):
            break
        word = words[at + length - 1]
        if length > 1 and not _GAP.fullmatch(text, words[at + length - 2].end(), word.start()):
            break
        key = f"{key} {_plain(word[0])}".strip()
        entry = _names().get(key)
        if entry is not None and _is_written_like(entry[1], text[words[at].start() : word.end()]):
            best = (entry[0], length)
    return best


def _is_written_like(name: str, words: str) -> bool:
    """Return whether the words have the capitals of a name: "UK" is no "uk", "Turkey" no "turkey"."""
    return words.isupper() if name.isupper() else words[0].isupper()


def _key(name: str) -> str:
    return " ".join(_plain(word[0]) for word in _WORD.finditer(name))


@cache
def _names() -> dict[str, tuple[Country | None, str]]:
    """Return for the key of every name and adjective its country (None: no country's) and its spelling."""
    rows = (files("eventx") / "countries.csv").read_text(encoding="utf-8").splitlines()
    names: dict[str, tuple[Country | None, str]] = {}
    for row in csv.DictReader(rows):
        place = (row["name"], row["iso3"]) if row["iso3"] else None
        for name in (row["name"], *row["others"].split("|")):
            names[_key(name)] = (place, name)
    names.pop("", None)
    return names


@cache
def _longest() -> int:
    return max(len(key.split()) for key in _names())


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
