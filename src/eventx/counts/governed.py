"""Whether harm is said of a number that names no people: "11 killed", "wounded around 20"."""

from __future__ import annotations

from eventx.counts import english as lang
from eventx.counts import english_harm as harm
from eventx.counts import english_people as nouns
from eventx.counts.tokens import Tokens

_REACH = 8  # words walked from the number; "others were also reportedly still" is five
_TOLL_REACH = 12


def governed(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the number at words `start` to `end` is the number of people harmed."""
    return _done_to(tokens.words, start) or _befell(tokens.words, start, end) or _tolled(tokens.words, start)


def _done_to(words: list[str], start: int) -> bool:
    before = words[start - 1]
    if before in lang.MARKS:
        return words[start - 2] in lang.LABELS
    while before.endswith("ly") and start > 1:
        start -= 1
        before = words[start - 1]
    return before in lang.DONE


def _befell(words: list[str], start: int, end: int) -> bool:
    before = words[start - 1]
    if before in lang.BARE_AFTER or before in lang.MONTHS:
        return False
    if before == lang.OF and words[start - 2] in nouns.SINGULAR:  # "a boy of 12 was killed"
        return False
    return _walk_right(words, end)


def _walk_right(words: list[str], i: int) -> bool:
    for _ in range(_REACH):
        word = words[i]
        if word in lang.BEFALLEN:
            return True
        if word in harm.TREATED_FOR and not harm.INJURIES.isdisjoint(words[i + 1 : i + 5]):
            return True
        if word == "on" and words[i + 1] == "board":
            i += 2
        elif word == "in":
            return words[i + 1] in lang.CONDITION
        elif word in lang.LINKS or word.endswith("ly"):
            i += 1
        else:
            return False
    return False


def _tolled(words: list[str], start: int) -> bool:
    """Return whether a toll leads to the number: "the death toll in the three-day battle rose to 40"."""
    link = words[start - 1]
    if link not in lang.TOLL_LINKS or (link == lang.AT and words[start - 2] not in lang.STANDS):
        return False
    for i in range(start - 2, max(start - 2 - _TOLL_REACH, -1), -1):
        if words[i] in lang.TOLLS:
            return True
        if words[i] == lang.NUMBER and not lang.LABELS.isdisjoint(words[i:start]):
            return True
        if not words[i][:1].isalnum() and words[i] != ",":
            return False
    return False
