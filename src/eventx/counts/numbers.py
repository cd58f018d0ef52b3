"""Numbers read from words: "1,200", "1.2 million", "twenty-three", "a dozen", "20-30", "several hundred"."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventx.counts.language import Words
from eventx.counts.languages import ENGLISH
from eventx.counts.tables import Bound

_GROUPED = re.compile(  # "1,200,000", "1 200", "1'200"; in India "12,00,000"
    r"[0-9]{1,3}(?:([.,' \u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3})*|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
)
_DECIMAL = re.compile(r"([0-9]{1,6})([.,])([0-9]{1,6})")
_NOT_DIGITS = re.compile(r"[^0-9]")
_MOST_DIGITS = 10  # there are fewer than 10**10 people


class Amount(NamedTuple):
    """What a number says and where it ends (a word index): `eventx.schema.Quantity` without its text."""

    end: int
    value: int | None
    low: int | None
    high: int | None
    approximate: bool = False
    vague: bool = False


class Phrase(NamedTuple):
    """A phrase that counts people: words `start` to `end`, and what it says."""

    start: int
    end: int
    said: Amount


class _Number(NamedTuple):
    value: int
    end: int
    scale: int = 1  # the multiplier that was written: "two thousand" has 1000, "2,000" has 1
    bound: Bound = "none"


def amount(words: list[str], i: int, lang: Words = ENGLISH.words) -> Amount | None:
    """Return the range, number or vague amount that starts at word `i`."""
    word = words[i]
    if not starts(word, lang):
        return None
    if word in lang.RANGE_OPENERS:
        return _between(words, i, lang)
    if "-" in word and (dashed := _dashed(words, i, lang)):
        return dashed
    number = _number(words, i, lang)
    if number is None:
        return _vague(words, i, lang)
    if words[number.end] in lang.RANGE_JOINERS and (joined := _joined(words, i, number, lang)):
        return joined
    said = Amount(number.end, number.value, number.value, number.value)
    return bounded(said, number.bound)


def bounded(said: Amount, bound: Bound) -> Amount:
    """Return the amount as a modifier changes it, by the rules of `eventx.schema.Quantity`."""
    if bound == "none":
        return said
    if said.value is None:
        # "up to several hundred": not even the least it can mean is claimed. A range keeps its ends.
        open_below = said.vague and bound in ("at_most", "less_than")
        return said._replace(
            low=None if open_below else said.low, approximate=said.approximate or bound == "about"
        )
    n = said.value
    if bound == "about":
        exact = said.low == said.high
        return said._replace(
            low=None if exact else said.low, high=None if exact else said.high, approximate=True
        )
    low, high = {
        "at_least": (n, None),
        "more_than": (n + 1, None),
        "at_most": (None, n),
        "less_than": (None, max(n - 1, 0)),
    }[bound]
    return said._replace(low=low, high=high)


def starts(word: str, lang: Words) -> bool:
    """Return whether a number may start with this word."""
    if "-" in word:
        word = word.split("-", 1)[0]
    return word in lang.NUMBER_STARTS or word[:1].isdigit()


def _between(words: list[str], i: int, lang: Words) -> Amount | None:
    """Read "between 20 and 30"."""
    if words[i] in lang.FROM and words[i - 1] in lang.RISING:  # "subió de 20 a 30"
        return None
    joiner = lang.RANGE_OPENERS[words[i]]
    before = words[i + 1 : i + 8]
    # Cut at a joiner, or "between one hundred and two hundred" would start with 102.
    for at in (at for at, word in enumerate(before) if word == joiner):
        low = _number([*before[:at], "", "", ""], 0, lang)
        if low is not None and low.end == at and (found := _range(low, _number(words, i + at + 2, lang))):
            return found
    return None


def _dashed(words: list[str], i: int, lang: Words) -> Amount | None:
    """Read "20-30", "20-30 thousand"."""
    halves = words[i].split("-")
    if len(halves) != 2 or not all(half.isdecimal() for half in halves):
        return None
    low, high = _number([halves[0], "", ""], 0, lang), _number([halves[1], words[i + 1], "", ""], 0, lang)
    return _range(low, high._replace(end=i + high.end) if high else None)


def _joined(words: list[str], i: int, low: _Number, lang: Words) -> Amount | None:
    """Read "20 to 30", "eight or nine", "20 - 30"."""
    if words[i - 1] in lang.FROM and words[i - 2] in lang.RISING:  # "rose from 20 to 30"
        return None
    high = _number(words, low.end + 1, lang)
    if high and words[low.end] == "-" and words[high.end] in lang.BEFALLEN:  # "kills 20 - 30 hurt"
        return None
    return _range(low, high)


def _range(low: _Number | None, high: _Number | None) -> Amount | None:
    if low is None or high is None:
        return None
    least = low.value
    if low.scale == 1 and least * high.scale < high.value:  # "two to three thousand"
        least *= high.scale
    return Amount(high.end, None, least, high.value) if least < high.value else None


def _vague(words: list[str], i: int, lang: Words) -> Amount | None:
    for phrase, least in lang.VAGUE.get(words[i], ()):
        end = i + len(phrase)
        if tuple(words[i:end]) == phrase:
            scale = lang.VAGUE_BEFORE_SCALE.get(words[end])
            if scale is None:
                return Amount(end, None, least, None, vague=True)
            return Amount(end + 1, None, least * scale, None, vague=True)
    return None


def _number(words: list[str], i: int, lang: Words) -> _Number | None:
    word = words[i]
    if word[:1].isdigit():
        return _digits(words, i, lang)
    if word in lang.ARTICLES or word in lang.HALF:
        return _article(words, i, lang)
    return _spelled(words, i, lang)


def _digits(words: list[str], i: int, lang: Words) -> _Number | None:
    word, _, suffix = words[i].partition("-")
    bound = lang.NUMBER_SUFFIXES.get(suffix, "none")
    if suffix and bound == "none":
        return None
    scale = _scale(words[i + 1], lang)
    grouped = _GROUPED.fullmatch(word)
    if grouped and grouped[1] in lang.NOT_GROUPING:
        grouped = None
    decimal = None if grouped else _DECIMAL.fullmatch(word)
    if decimal and decimal[2] in lang.DECIMAL_MARKS:
        # A bare decimal is a calibre or a measure; "1.2 million" may be people.
        whole, part = decimal[1], decimal[3]
        value, rest = divmod(int(whole + part) * scale, 10 ** len(part))
        return _Number(value, i + 2, scale) if scale > 1 and not rest else None
    if not word.isdecimal() and not grouped:
        return None
    digits = _NOT_DIGITS.sub("", word) if not word.isdecimal() else word
    if len(digits) > _MOST_DIGITS:
        return None
    return _Number(int(digits) * scale, i + 1 + (scale > 1), scale, bound)


def _is_half(word: str, lang: Words) -> bool:
    return word.partition("-")[0] in lang.HALF


def _scale(word: str, lang: Words) -> int:
    return lang.SCALES.get(word) or lang.DOZENS.get(word) or (100 if word in lang.HUNDRED else 1)


def _article(words: list[str], i: int, lang: Words) -> _Number | None:
    """Read "a dozen", "half a million", "a couple of", "a hundred and four"."""
    if words[i] in lang.HALF:
        skip = 2 if words[i + 1] in lang.ARTICLES else 1
        scale = _scale(words[i + skip], lang)
        return _Number(scale // 2, i + skip + 1, scale) if scale > 1 else None
    following, after = words[i + 1], words[i + 2]
    if following in lang.GROUPS_OF:
        count = lang.GROUPS_OF[following]
        skip = 3 if after in lang.OF else 2
        if (scale := _scale(words[i + skip], lang)) > 1:  # "a couple of dozen"
            return _Number(count * scale, i + skip + 1, scale)
        return _Number(count, i + 3) if after in lang.OF else None
    if _is_half(following, lang):  # "a half-dozen"
        return _number(words, i + 1, lang)
    if _scale(following.split("-")[0], lang) > 1:
        return _spelled(words, i, lang)
    return None


def _spelled(words: list[str], i: int, lang: Words) -> _Number | None:
    """Read number words: each part must fit under the one before it."""
    if "-" in words[i] and _is_half(words[i], lang):  # "half-dozen"
        scale = _scale(words[i].partition("-")[2], lang)
        return _Number(scale // 2, i + 1, scale) if scale > 1 else None
    total, group, room, ceiling = 0, 0, 1_000, 10**12
    scale, end = 1, i
    if words[i] in lang.ARTICLES:
        group, room, end = 1, 1, i + 1
    while True:
        at = end
        if words[at] in lang.AND and room in lang.AND_WITH_ROOM and at > i:
            at += 1
        parts = words[at].split("-")
        suffix: Bound = "none"
        if len(parts) > 1 and parts[-1] in lang.NUMBER_SUFFIXES:  # "thirty-odd"
            suffix = lang.NUMBER_SUFFIXES[parts.pop()]
        state = _fit(parts, total, group, room, ceiling, scale, lang)
        if state is None:
            break
        total, group, room, ceiling, scale = state
        end = at + 1
        if suffix != "none":
            return _Number(total + group, end, scale, suffix)
    started = end > i + (words[i] in lang.ARTICLES)
    if started and scale >= 1_000_000 and words[end] in lang.AND and words[end + 1] in lang.HALF:
        return _Number(total + group + scale // 2, end + 2, scale)  # "un millón y medio"
    return _Number(total + group, end, scale) if started else None


def _fit(
    parts: list[str], total: int, group: int, room: int, ceiling: int, scale: int, lang: Words
) -> tuple[int, int, int, int, int] | None:
    """Return the number's state after these words, or None when they do not continue it.

    `room` is what the group below a thousand can still take: 1000 (anything), 100, 10, 1 (only a multiplier).
    """
    for part in parts:
        value = lang.ONES.get(part, lang.TENS.get(part, lang.HUNDREDS.get(part)))
        if value is not None:
            size = 10 if value < 10 else 100 if value < 100 else 1_000
            if room < size or (value == 0 and room < 1_000):
                return None
            group += value
            room = 10 if part in lang.TENS else 100 if part in lang.HUNDREDS else 1
        elif part in lang.HUNDRED:
            if not 0 < group < 100:
                return None
            group, room, scale = group * 100, 100, max(scale, 100)
        elif part in lang.DOZENS:
            if not 0 < group < 100 or total:
                return None
            group, room, scale, ceiling = group * lang.DOZENS[part], 0, lang.DOZENS[part], 0
        elif part in lang.SCALES:
            multiplier = lang.SCALES[part]
            if not group and not total and part in lang.BARE_SCALES:  # "mil" is a thousand
                group = 1
            if not group or multiplier >= ceiling:
                return None
            total, group = total + group * multiplier, 0
            room, ceiling, scale = 1_000, multiplier, max(scale, multiplier)
        elif part not in lang.AND or len(parts) == 1:
            return None
    return total, group, room, ceiling, scale
