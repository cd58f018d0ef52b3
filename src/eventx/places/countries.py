"""Countries: which one a name or adjective means, and those that a text names."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from eventx import quotes
from eventx.schema import Evidence

Country = tuple[str, str]
"""The name eventx uses and the ISO 3166-1 alpha-3 code; XKX, a code in common use, for Kosovo."""

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*")
# What may stand between two words of one name; a stop with a space only after an abbreviation ("St. Lucia").
_GAP = re.compile(rf"\s|\r\n|[-‐‑–.{quotes.APOSTROPHES}]|(?:(?<=\b\w)|(?<=\b\w\w))\.\s")


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
    reached = 0
    openers = _openers()
    for at, word in enumerate(words):
        if not text[word.start()].isupper() or at < reached or _plain(word[0]) not in openers:
            continue
        place, length = _longest_name(text, words, at)
        if place is not None:
            start, end = word.start(), words[at + length - 1].end()
            found.setdefault(place, Evidence(start=start, end=end, quote=text[start:end]))
        reached = at + length
    return tuple((name, iso3, evidence) for (name, iso3), evidence in found.items())


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
def _openers() -> frozenset[str]:
    return frozenset(key.split()[0] for key in _names())


@cache
def _longest() -> int:
    return max(len(key.split()) for key in _names())


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def country_of(iso3: str) -> str:
    """Return the name eventx uses for the country of an alpha-3 code, the code when it has none."""
    return spelled().get(iso3, iso3)


@cache
def spelled() -> dict[str, str]:
    """Return the name eventx uses for each country, by its ISO 3166-1 alpha-3 code."""
    return {place[1]: place[0] for place, _ in _names().values() if place is not None}
