"""Whether harm is said of a number that names no people: "11 killed", "wounded around 20"."""

from __future__ import annotations

from eventx.counts.numbers import starts
from eventx.counts.tokens import Tokens

_REACH = 8  # words walked from the number; "others were also reportedly still" is five
_TOLL_REACH = 12


def governed(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the number at words `start` to `end` is the number of people harmed."""
    return (
        _done_to(tokens, start)
        or _befell(tokens, start, end)
        or _tolled(tokens, start)
        or _is_part(tokens, start)
        or _is_toll_to_come(tokens, end)
        or _is_gapped(tokens, start, end)
    )


def _done_to(tokens: Tokens, start: int) -> bool:
    words = tokens.words
    before = words[start - 1]
    if before in tokens.lang.MARKS:
        return words[start - 2] in tokens.lang.LABELS
    if before in tokens.lang.OF and words[start - 2] in tokens.harm.NOUNS_OF:  # "the detention of 12"
        return True
    if before in tokens.harm.TO and words[start - 2] in tokens.harm.INJURIES:  # "injuries to four"
        return True
    while (before.endswith(tokens.lang.ADVERB_ENDINGS) or before in tokens.lang.OBJECT_MARKS) and start > 1:
        start -= 1
        before = words[start - 1]
    return before in tokens.lang.DONE


def _befell(tokens: Tokens, start: int, end: int) -> bool:
    words = tokens.words
    before = words[start - 1]
    if before in tokens.lang.BARE_AFTER or before in tokens.lang.MONTHS:
        return False
    if before in tokens.lang.OF and words[start - 2] in tokens.nouns.SINGULAR:  # "a boy of 12 was killed"
        return False
    return _walk_right(tokens, end)


def _walk_right(tokens: Tokens, i: int) -> bool:
    words = tokens.words
    for _ in range(_REACH):
        word = words[i]
        if word in tokens.lang.BEFALLEN:
            return True
        if word in tokens.harm.SUFFER or word in tokens.harm.RECEIVE:
            return not tokens.harm.INJURIES.isdisjoint(words[i + 1 : i + 5])
        if word in tokens.harm.TREATED_FOR and not tokens.harm.INJURIES.isdisjoint(words[i + 1 : i + 5]):
            return True
        if (word, words[i + 1]) == tokens.lang.ON_BOARD:
            i += 2
        elif word in tokens.lang.IN:
            return words[i + 1] in tokens.lang.CONDITION
        elif word in tokens.lang.LINKS or word.endswith(tokens.lang.ADVERB_ENDINGS):
            i += 1
        else:
            return False
    return False


def _tolled(tokens: Tokens, start: int) -> bool:
    """Return whether a toll leads to the number: "the death toll in the three-day battle rose to 40"."""
    words = tokens.words
    link = words[start - 1]
    if link in tokens.lang.FROM and words[start - 2].isalnum() and _is_count(tokens, start - 2):
        start -= 2  # "rose to 14 from nine"
        link = words[start - 1]
    if link not in tokens.lang.TO_THE_TOLL or (
        link in tokens.lang.AT and words[start - 2] not in tokens.lang.STANDS | tokens.lang.LABELS
    ):
        return False
    for i in range(start - 2, max(start - 2 - _TOLL_REACH, -1), -1):
        if words[i] in tokens.lang.TOLLS:
            return True
        if words[i] in tokens.lang.NUMBER and not tokens.lang.LABELS.isdisjoint(words[i:start]):
            return True
        if not words[i][:1].isalnum() and words[i] != ",":
            return False
    return False


def _is_count(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] not in tokens.lang.ARTICLES and starts(tokens.words[i], tokens.lang)


def _is_part(tokens: Tokens, start: int) -> bool:
    """Return whether the number is a part of people harmed: "of whom eight", "of the 26 killed, seven"."""
    words = tokens.words
    if words[start - 1] in tokens.harm.OF_THEM and words[start - 2] in tokens.lang.OF:
        return True
    named = words[1 : start - 1]
    return words[start - 1] == "," and words[0] in tokens.lang.OF and not tokens.lang.LABELS.isdisjoint(named)


def _is_toll_to_come(tokens: Tokens, end: int) -> bool:
    """Return whether the words behind the number say what it counts: "brings to 32 the number of dead"."""
    ahead = tokens.words[end : end + 6]
    return not tokens.lang.NUMBER.isdisjoint(ahead[:2]) and not tokens.lang.LABELS.isdisjoint(ahead)


def _is_gapped(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the verb said of others holds here: "killed in Tarn, nine in Osk and four in Vessa"."""
    words = tokens.words
    place = words[end]
    if words[start - 1] not in tokens.lang.LIST_MARKS or place not in tokens.harm.PREPOSITIONS:
        return False
    if words[start - 2][:1].isdigit() or words[end + 1] in tokens.lang.MONTHS:  # "in wards 3 and 4 in Osk"
        return False
    befell = tokens.harm.VERBS.keys() | tokens.harm.INTRANSITIVE.keys()
    return any(words[k] == place and words[k - 1] in befell for k in range(1, start))
