"""A place's name: the form in which two spellings are equal, and what kind of place the words say it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from eventx.quotes import fold

Kind = Literal["town", "admin2", "admin1", "country"]
"""What a name is of: a town or village, a district, a province, a country."""

_TOWNS = "city|town|village"
_DISTRICTS = "district|county|municipality|raion"
_PROVINCES = "province|governorate|region|state|oblast|prefecture|department"
_KINDS = f"{_TOWNS}|{_DISTRICTS}|{_PROVINCES}"
_KIND_OF: dict[str, Kind] = {
    **dict.fromkeys(_TOWNS.split("|"), "town"),
    **dict.fromkeys(_DISTRICTS.split("|"), "admin2"),
    **dict.fromkeys(_PROVINCES.split("|"), "admin1"),
}

# Written without a hyphen, an assimilated article is one only where a name begins: "As Suwayda".
_ARTICLE = re.compile(
    r"\b(?:(?:al|el)[-\s]|(?:a[dnrstz]|ash|ath|adh|e[dnrstz]|esh)-)|^(?:a[dnrstz]|ash|ath|adh|e[dnrstz]|esh)\s",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(rf"(?:the )?(?:({_KINDS}) of )?(?:the )?", re.IGNORECASE)
_KIND_AFTER = re.compile(rf"(?: ({_KINDS}))+$", re.IGNORECASE)


@lru_cache(maxsize=1024)  # the events of an article are compared by their names again and again
def normalise(name: str) -> str:
    """Return the form in which two names of one place are equal: "Idlib Governorate" and "Idlib".

    Case, diacritics, hyphens, apostrophes, the Arabic article and the kind of place are off. Spellings
    that differ by a letter stay different.
    """
    folded = fold(_ARTICLE.sub("", name))
    folded = _KIND_AFTER.sub("", _KIND_BEFORE.sub("", folded, count=1)).strip()
    return folded or fold(name)


def bare(name: str) -> str:
    """Return the name without the kind of place: "Idlib" of "Idlib province"."""
    without = _KIND_AFTER.sub("", _KIND_BEFORE.sub("", name, count=1))
    return without.strip() or name


def kind(name: str) -> Kind | None:
    """Return what the words call the place: "admin1" for "Idlib province", None where they do not say."""
    after, before = _KIND_AFTER.search(name), _KIND_BEFORE.match(name)
    said = after[1] if after else before[1] if before else None
    return _KIND_OF[said.lower()] if said else None
