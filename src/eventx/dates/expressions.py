"""The expressions of time in a text that may date an event."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from eventx.dates import foreign, numeric
from eventx.dates.english import ACROSS, MONTHS, NUMBERS, PATTERNS, WEEKDAYS, S, month_number
from eventx.schema import Evidence

__all__ = ["KINDS", "MONTHS", "NUMBERS", "WEEKDAYS", "find", "month_number"]

KINDS = {
    kind: re.compile(rf"(?<![\w-])(?=\w)(?:{words})(?!\w)", re.IGNORECASE)
    for kind, words in (PATTERNS | numeric.PATTERNS | foreign.PATTERNS).items()
}
"""How each kind of expression is written; an expression is of the first kind that matches the whole of it."""


# Every expression of these kinds holds one of the words, or pieces of words. Most texts lack most of them,
# and to look for words is quicker by far than to try a pattern at each word of a text.
_HELD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        ("day_month", "month_day", "dates", "month_year", "month"),
    ),
    ("19 20", ("year", "record", "numeric")),
    ("/", ("numeric_day",)),
    (" ".join(WEEKDAYS), ("weekdays", "night", "weekday", "named")),
    ("today tonight morning afternoon evening", ("today",)),
    ("yesterday last", ("yesterday",)),
    ("yesterday", ("day_before_yesterday",)),
    ("overnight", ("overnight",)),
    ("ago", ("ago",)),
    ("week month year", ("calendar",)),
    ("past last", ("past",)),
    ("weekend", ("weekend",)),
    ("week", ("weekday_in_week",)),
    ("next coming tomorrow", ("future",)),
    ("-", ("iso",)),
    (
        "few several couple recent decade centur spring summer autumn fall winter before same previous "
        "preceding following next earlier later ago 19 20",
        ("vague",),
    ),
)
_KINDS_WITH = [(words.split(), kinds) for words, kinds in _HELD]
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
# No expression reaches over these: a stop stands in one only behind a month of up to four letters.
_BREAK = re.compile(r"(?=[.();\n])(?:[();]|\n\s*\n|(?<=\w{5})\.\s)")


# "will join in January": what stands this close behind, with nothing but words between, is to come.
_TO_COME = re.compile(
    rf"\b(?:will|shall|(?:is|are|plans|planned|planning){S}to|(?:is|are){S}(?:due|scheduled|set|expected|supposed))\b"
    r"(?:[^.,;:()\n]|[.,](?=\d))*\Z",
    re.IGNORECASE,
)
_TO_COME_WITHIN = 80  # characters


@lru_cache(maxsize=256)  # an article and its sentences, each asked for several times
def find(text: str, published: date | None = None) -> tuple[Evidence, ...]:
    """Return every expression of time usable as the time of an event, in order, none over another.

    Where two kinds overlap the one that starts first wins, then the longer. Times to come ("next week",
    "will join in January") are left out, and dates in digits ("12/03/2024") unless the numbers, the day of
    publication or the form of a note ("12/03/2024:" before it) settle their order.
    """
    found = [
        (match.start(), -match.end(), kind)
        for start, end in _pieces(text)
        for kind in _kinds_in(text[start:end].lower())
        for match in KINDS[kind].finditer(text, start, end)
    ]
    found += [
        (each.start(), -each.end(), kind)
        for kind in foreign.kinds(text)
        for each in KINDS[kind].finditer(text)
    ]
    if "(" in text:
        found += [(each.start(), -each.end(), kind) for kind in ACROSS for each in KINDS[kind].finditer(text)]
    ends = [each.start() for each in _PARAGRAPH.finditer(text)]
    kept: list[Evidence] = []
    reached = 0
    for start, minus_end, kind in sorted(found):
        end = -minus_end
        if start >= reached:
            reached = end
            is_to_come = kind == "future" or _TO_COME.search(text, max(0, start - _TO_COME_WITHIN), start)
            if kind.startswith("eve_") and kept and bisect(ends, kept[-1].end) == bisect(ends, start):
                continue  # the eve of the day told before it
            if not is_to_come and _is_usable(kind, start, end, text, published):
                kept.append(Evidence(start=start, end=end, quote=text[start:end]))
    return tuple(kept)


def _is_usable(kind: str, start: int, end: int, text: str, published: date | None) -> bool:
    if kind == "record" and not numeric.has_day_first_notes(text):
        return True
    match = KINDS[kind].fullmatch(text[start:end])
    if match is not None and kind in foreign.PATTERNS:
        return foreign.stands(kind, match, text, start)
    return kind not in numeric.PATTERNS or (match is not None and numeric.is_settled(match, published))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the stretches that an expression stands in whole."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _kinds_in(words: str) -> list[str]:
    """Return the kinds of which words in lower case may hold an expression."""
    return [kind for held, kinds in _KINDS_WITH if any(map(words.__contains__, held)) for kind in kinds]
