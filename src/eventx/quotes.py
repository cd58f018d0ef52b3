"""Where a quote stands in a text: the exact words first, then the same words in another spelling.

Case, diacritics, hyphens, apostrophes, quotation marks, white space and the script of digits may differ, and
what has no form; a letter may not. Nothing is matched by likeness.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from eventx.plain import IGNORABLE, plain
from eventx.schema import Evidence

APOSTROPHES = "'’‘ʼʻʾʿ`´′"
_HYPHENS = "-‐‑‒–—―−"
_DOUBLE_QUOTES = "“”„‟«»"
_ASCII = str.maketrans({"-": " ", "'": None, "`": None})
_INVISIBLE = re.compile(f"[{IGNORABLE}]")

# Scripts written without spaces have no word borders to respect.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_INSIDE_A_WORD = re.compile(
    rf"[{APOSTROPHES}](?!s\b)[^\W_]"
)  # "Panjwa" goes on in "Panjwa'i", not in "Panjwa's"


def locate(text: str, quote: str, *, after: int = 0) -> Evidence | None:
    """Return the first place at or after offset `after` where `quote` stands as whole words, or None.

    The evidence carries the text's own words, which may be spelled unlike the quote.
    """
    quote = quote.strip()
    if not quote:
        return None
    start = text.find(quote, after)
    while start >= 0:
        if _is_whole(text, start, start + len(quote)):
            return Evidence(start=start, end=start + len(quote), quote=quote)
        start = text.find(quote, start + 1)
    return _locate_folded(text, quote, after)


def locate_any(text: str, quote: str, *, after: int = 0) -> Evidence | None:
    """Return the first place at or after offset `after` where `quote` stands in any spelling, or None."""
    return _locate_folded(text, quote.strip(), after)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the text as it is compared: lower case, no diacritics or apostrophes, hyphens as spaces."""
    if text.isascii():  # the same, and many times faster where no letter needs a look
        return " ".join(text.lower().translate(_ASCII).split())
    return _folded(text)[0].strip()


def _locate_folded(text: str, quote: str, after: int) -> Evidence | None:
    wanted = fold(plain(quote).text)
    if not wanted:
        return None
    folded, offsets = _folded(text)
    at = folded.find(wanted, bisect_left(offsets, after))
    while at >= 0:
        start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if _is_whole(text, start, end):
            return Evidence(start=start, end=end, quote=text[start:end])
        at = folded.find(wanted, at + 1)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no word of the text reaches over either end of the span."""
    opens = start == 0 or not (_joins(text[start - 1]) and _joins(text[start]))
    closes = end == len(text) or not (_joins(text[end - 1]) and _joins(text[end]))
    return opens and closes and not (_joins(text[end - 1]) and _INSIDE_A_WORD.match(text, end))


def _joins(character: str) -> bool:
    is_letter = character.isalnum() or unicodedata.combining(character) > 0
    return is_letter and not _UNSPACED.match(character)


@lru_cache(maxsize=8)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text and, for each of its characters, where in the text it comes from."""
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for piece in _fold_character(character):
            if piece != " " or folded[-1:] != [" "]:
                folded.append(piece)
                offsets.append(offset)
    return "".join(folded), tuple(offsets)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isspace() or character in _HYPHENS:
        return " "
    if character in APOSTROPHES or _INVISIBLE.match(character):
        return ""
    if character in _DOUBLE_QUOTES:
        return '"'
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(" " if piece.isspace() else piece for piece in parts if not unicodedata.combining(piece))
