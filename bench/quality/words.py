"""The numbers that a few words give, in digits or spelt out: for labels and short attributes."""

from __future__ import annotations

import re

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
    """
_TENS = {"thirty": 30, "forty": 40, "fifty": 50}
_SPELT = {word: number for number, word in enumerate(_UNITS.split())} | _TENS
_NUMBER = re.compile(rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_SPELT)})\b", re.IGNORECASE)


def numbers_in(words: str) -> tuple[int, ...]:
    """Return the numbers up to twenty, and thirty, forty, fifty, spelt out, and any in digits, in order."""
    found = (match.group().casefold().replace(",", "") for match in _NUMBER.finditer(words))
    return tuple(_SPELT[each] if each in _SPELT else int(each) for each in found)


def number_in(words: str) -> int | None:
    """Return the first number in the words, None when there is none."""
    return next(iter(numbers_in(words)), None)
