"""People counted without a number: "a policeman", "both men", "a family of five", "no one"."""

from __future__ import annotations

from eventx.counts import english as lang
from eventx.counts import english_people as nouns
from eventx.counts import people
from eventx.counts.governed import governed
from eventx.counts.numbers import Amount, Phrase, amount
from eventx.counts.tokens import Tokens, match

_ONE = Amount(0, 1, 1, 1)
_NOBODY = Amount(0, 0, 0, 0)


def person(tokens: Tokens, i: int) -> Phrase | None:
    """Return the phrase for one person: "a policeman", "the commander", "another", "his wife"."""
    words = tokens.words
    determiner = words[i]
    aged = determiner.endswith(lang.OLD)  # "12-year-old boy killed"
    if not (aged or determiner in lang.SINGULAR_DETERMINERS) or _is_sought(words, i):
        return None
    at = i + 1
    if words[at] in lang.ORDINALS:
        if determiner not in lang.INDEFINITE:  # "the third soldier" says which, "a third soldier" is one more
            return None
        at += 1
    end = people.one(tokens, at, definite=determiner not in lang.INDEFINITE)
    if end is None:
        if determiner == lang.ANOTHER and people.alone(tokens, i + 1) and governed(tokens, i, i + 1):
            return Phrase(i, i + 1, _ONE)
        return None
    if people.speaks(tokens, end) or words[i - 1] in lang.SPEECH_BEFORE:
        return None
    if (words[i - 2], words[i - 1]) == lang.ACCORDING or _is_speaker(tokens, end):
        return None
    return Phrase(i, end, _ONE)


def _is_sought(words: list[str], i: int) -> bool:
    return words[i - 1] in lang.SOUGHT or match(lang.SOUGHT_BY, words, i - 2) is not None


def _is_speaker(tokens: Tokens, end: int) -> bool:
    """Return whether someone who often speaks does so before any harm is said of them."""
    if tokens.words[end - 1] not in nouns.SPEAKERS:
        return False
    for word in tokens.words[end : end + 12]:
        if word in lang.SPEECH:
            return True
        if word in lang.HARM:
            return False
    return False


def household(tokens: Tokens, i: int) -> Phrase | None:
    """Return "a family of five", which counts five; in "a group of five men" the men are counted."""
    words = tokens.words
    at = i + 1
    while words[at] in lang.ADJECTIVES or words[at] in nouns.ADJECTIVE_NOUNS:
        at += 1
    if (
        words[i] not in lang.SINGULAR_DETERMINERS
        or words[at] not in nouns.HOUSEHOLDS
        or words[at + 1] != lang.OF
    ):
        return None
    said = amount(words, at + 2)
    return Phrase(i, said.end, said) if said and people.alone(tokens, said.end) else None


def all_of_them(tokens: Tokens, i: int) -> Phrase | None:
    """Return the phrase for all of a few: "both men", "both" were killed, "the couple", "twins"."""
    words = tokens.words
    if words[i] == lang.BOTH:
        two = Amount(0, 2, 2, 2)
        at = i + 1
        if words[at] == lang.OF:
            noun = people.part_of(tokens, at + 1, harm=True)
        else:
            noun = people.many(tokens, at + 1 if words[at] in lang.OWNERS else at)
        if noun is not None:
            return None if people.speaks(tokens, noun) else Phrase(i, noun, two)
        return Phrase(i, at, two) if people.alone(tokens, at) and governed(tokens, i, at) else None
    at = i
    if words[at] in lang.SINGULAR_DETERMINERS:
        at += 1
        while tokens.words[at] in lang.ADJECTIVES or tokens.words[at] in nouns.ADJECTIVE_NOUNS:
            at += 1
    size = nouns.SMALL_GROUPS.get(words[at])
    if size is None or words[at + 1] == lang.OF or not people.ends(tokens, at + 1, definite=True):
        return None
    return None if people.speaks(tokens, at + 1) else Phrase(i, at + 1, Amount(0, size, size, size))


def nobody(tokens: Tokens, i: int) -> Phrase | None:
    """Return the phrase that counts nobody: "no one" was hurt, "no civilians", "without casualties"."""
    words = tokens.words
    if words[i] not in _NOBODY_STARTS:
        return None
    end: int | None
    if found := match(lang.NOBODY, words, i):
        end = i + found[0]
        if words[end] == lang.OF:
            end = people.part_of(tokens, end + 1, harm=True)
        elif not governed(tokens, i, end + (words[end] == lang.ELSE)):
            end = None
    elif found := match(lang.NOT_A, words, i):
        end = people.one(tokens, i + found[0])
    elif found := match(lang.WITHOUT, words, i):
        end = _no_loss(words, i + found[0]) or people.many(tokens, i + found[0])
        if end is not None and words[end - 1] not in lang.ZERO_HARM:
            end = None
    else:
        end = _no_loss(words, i + 1) or people.many(tokens, i + 1) or people.one(tokens, i + 1)
        if end is not None and (words[end - 1] in lang.NOT_ZERO or people.speaks(tokens, end)):
            end = None
    return Phrase(i, end, _NOBODY) if end is not None else None


def _no_loss(words: list[str], i: int) -> int | None:
    end = i + len(lang.LOSS_OF_LIFE)
    return end if tuple(words[i:end]) == lang.LOSS_OF_LIFE else None


_NOBODY_STARTS = lang.NO.union(lang.NOBODY, lang.NOT_A, lang.WITHOUT)
STARTS = lang.SINGULAR_DETERMINERS.union(nouns.SMALL_GROUPS, _NOBODY_STARTS, {lang.BOTH})
"""The words a phrase of this kind may start with; one in `OLD` ("12-year-old") may too."""
