"""Which numbers stand in a quote: digits of every script, and number words where they can be read.

Number words are read by the rules of English and Spanish and, for the languages that it knows, by text2num.
"""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import alpha2digit

from eventx.counts import with_rules
from eventx.counts.languages import rules
from eventx.counts.numbers import amount
from eventx.counts.tokens import sentences
from eventx.plain import plain
from eventx.reply import ToldFigure

# Read by text2num 3; English and Spanish have rules of their own.
BY_LIBRARY = frozenset({"fr", "de", "pt", "it", "nl", "da"})

# Digits of any script, with what stands between them where they are of one number: "1.200", "1 200", "1.5".
_DIGITS = re.compile(r"\d+(?:[.,'’٬،٫]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*")
# Not an age or an ordinal, which go on: "35-jähriger", "26e".
_LEADING = re.compile(rf"{_DIGITS.pattern}(?!\S)")
_WHOLE = re.compile(r"\d+|\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_THOUSANDS = re.compile(r"\d\s?k\b", re.IGNORECASE)
_K = re.compile(r"(?<=\d)k\b", re.IGNORECASE)
_HYPHENS = re.compile(r"[-‐‑‒–]")
_BROKEN = re.compile(r"-\s*\n\s*")  # a word cut at the end of a line


def can_be_read(language: str | None) -> bool:
    """Return whether the number words of a language can be read."""
    return with_rules(language) is not None or language in BY_LIBRARY


def bears_out(quote: str, told: ToldFigure, language: str | None) -> bool:
    """Return whether the number a model tells stands in its quote, or needs none.

    A vague word, one person ("the mayor") and what points back to other figures ("all of them") need none.
    """
    least, most = told.least, told.most
    has = stated(quote, language)
    if {least, most} <= {None, 0, 1} or (told.links and not has):
        return True
    # "More than 26" is 27 at the least, "fewer than 26" 25 at the most.
    is_least = least is None or least in has or (most is None and least - 1 in has)
    is_most = most is None or most in has or (least is None and most + 1 in has)
    return is_least and is_most


@lru_cache(maxsize=4096)
def stated(quote: str, language: str | None) -> frozenset[int]:
    """Return the whole numbers that stand in a quote, in digits or in words that can be read."""
    seen = plain(quote).text
    found = set[int]()
    # "Four-to-six" is two numbers, "thirty-four" one, and either may be cut at the end of a line.
    for each in {seen, _BROKEN.sub("", seen), _BROKEN.sub("-", seen), _HYPHENS.sub(" ", seen)}:
        found |= digits(each)
        if _THOUSANDS.search(each):  # "2-3k"
            found |= {number * 1000 for number in digits(_K.sub("", each))}
        found |= _in_words(each, language)
    return frozenset(found)


@lru_cache(maxsize=4096)
def leading(quote: str, language: str | None) -> int | None:
    """Return the whole number that a quote begins with: 11 of "onze soldats", None of "the 11th brigade"."""
    seen = plain(quote).text
    if code := with_rules(language):
        tables = rules(code)
        first = next(iter(sentences(seen, tables)), None)
        read = amount(first.words, 0, tables.words) if first and first.spans else None
        return read.value if read else None
    said = (alpha2digit(seen, language) if language in BY_LIBRARY else seen).lstrip()
    match = _LEADING.match(said)
    return next(iter(digits(match[0])), None) if match else None


def digits(quote: str) -> frozenset[int]:
    """Return the whole numbers in digits: of "1 200 morts" 1200, of "1.5 million" none."""
    found = (match[0] for match in _DIGITS.finditer(quote))
    return frozenset(int("".join(filter(str.isdecimal, each))) for each in found if _WHOLE.fullmatch(each))


def _in_words(quote: str, language: str | None) -> frozenset[int]:
    if code := with_rules(language):
        tables = rules(code)
        read = (
            amount(tokens.words, at, tables.words)
            for tokens in sentences(quote, tables)
            for at in range(len(tokens.spans))
        )
        return frozenset(number for each in read if each for number in each[1:4] if isinstance(number, int))
    return digits(alpha2digit(quote, language)) if language in BY_LIBRARY else frozenset()
