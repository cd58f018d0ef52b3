"""People counted without a number: "a policeman", "both men", "a family of five", "no one"."""

from __future__ import annotations

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
    aged = determiner.endswith(tokens.lang.OLD)  # "12-year-old boy killed"
    if not (aged or determiner in tokens.lang.SINGULAR_DETERMINERS) or _is_sought(tokens, i):
        return None
    at = i + 1
    if words[at] in tokens.lang.ORDINALS or _is_other(tokens, at):
        if people.alone(tokens, at + 1) and governed(tokens, i, at + 1):  # "the second was wounded"
            return Phrase(i, at + 1, _ONE)
        if determiner not in tokens.lang.INDEFINITE and words[at] in tokens.lang.ORDINALS:
            return None  # "the third soldier" says which, "a third soldier" is one more
        at += words[at] in tokens.lang.ORDINALS
    is_age = determiner in tokens.lang.INDEFINITE and words[at].endswith(tokens.lang.OLD)
    if is_age and people.ends(tokens, at + 1):  # "a 23-year-old was shot"
        return Phrase(i, at + 1, _ONE)
    named = words[i - 1] in tokens.lang.OF and words[i - 2] in tokens.harm.NOUNS_OF  # "arrest of the boss"
    end = people.one(tokens, at, definite=not named and determiner not in tokens.lang.INDEFINITE)
    if end is None:
        if determiner in tokens.lang.ANOTHER and people.alone(tokens, i + 1) and governed(tokens, i, i + 1):
            return Phrase(i, i + 1, _ONE)
        if determiner in tokens.lang.ANOTHER and words[i + 1] in tokens.lang.OF:  # "otro de los heridos"
            end = people.part_of(tokens, i + 2, harm=True)
            return Phrase(i, end, _ONE) if end else None
        return None
    if people.speaks(tokens, end) or people.spoke(tokens, i, end):
        return None
    if words[i - 1] in tokens.lang.SPEECH_BEFORE and not _acts(tokens, end):
        return None
    if (words[i - 2], words[i - 1]) == tokens.lang.ACCORDING or _is_speaker(tokens, end):
        return None
    return Phrase(i + (determiner in tokens.lang.CONTRACTED), end, _ONE)


def _acts(tokens: Tokens, i: int) -> bool:
    """Return whether a verb follows those just named: "said the commander was", not "said the commander."."""
    word = tokens.words[i]
    return word in tokens.harm.AUXILIARIES or word in tokens.lang.BEFALLEN or word in tokens.lang.DONE


def _is_other(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] in tokens.lang.OTHER and tokens.words[i] not in tokens.lang.OTHERS


def _is_sought(tokens: Tokens, i: int) -> bool:
    words = tokens.words
    return words[i - 1] in tokens.lang.SOUGHT or match(tokens.lang.SOUGHT_BY, words, i - 2) is not None


def _is_speaker(tokens: Tokens, end: int) -> bool:
    """Return whether someone who often speaks does so before any harm is said of them."""
    if tokens.words[end - 1] not in tokens.nouns.SPEAKERS:
        return False
    for word in tokens.words[end : end + 12]:
        if word in tokens.lang.SPEECH:
            return True
        if word in tokens.lang.HARM:
            return False
    return False


def manned(tokens: Tokens, i: int) -> Phrase | None:
    """Return "the three-member crew", "a five-man patrol"."""
    words = tokens.words
    if words[i] not in tokens.lang.SINGULAR_DETERMINERS or words[i + 2] not in tokens.nouns.HOUSEHOLDS:
        return None
    number, _, unit = words[i + 1].rpartition("-")
    said = amount([number, "", "", ""], 0, tokens.lang) if number and unit in tokens.nouns.SINGULAR else None
    return Phrase(i, i + 3, said) if said and said.value else None


def household(tokens: Tokens, i: int) -> Phrase | None:
    """Return "a family of five", which counts five; in "a group of five men" the men are counted."""
    words = tokens.words
    at = i + 1
    while words[at] in tokens.lang.ADJECTIVES or words[at] in tokens.nouns.ADJECTIVE_NOUNS:
        at += 1
    if (
        words[i] not in tokens.lang.SINGULAR_DETERMINERS
        or words[at] not in tokens.nouns.HOUSEHOLDS
        or words[at + 1] not in tokens.lang.OF
    ):
        return None
    said = amount(words, at + 2, tokens.lang)
    return Phrase(i, said.end, said) if said and people.alone(tokens, said.end) else None


def all_of_them(tokens: Tokens, i: int) -> Phrase | None:
    """Return the phrase for all of a few: "both men", "both" were killed, "the couple", "twins"."""
    words = tokens.words
    if words[i] in tokens.lang.BOTH:
        two = Amount(0, 2, 2, 2)
        at = i + 1
        if words[at] in tokens.lang.OF:
            noun = people.part_of(tokens, at + 1, harm=True)
        else:
            noun = people.many(tokens, at + 1 if words[at] in tokens.lang.OWNERS else at)
        if noun is not None:
            return None if people.speaks(tokens, noun) else Phrase(i, noun, two)
        return Phrase(i, at, two) if people.alone(tokens, at) and governed(tokens, i, at) else None
    at = i
    if words[at] in tokens.lang.SINGULAR_DETERMINERS:
        at += 1
        while tokens.words[at] in tokens.lang.ADJECTIVES or tokens.words[at] in tokens.nouns.ADJECTIVE_NOUNS:
            at += 1
    size = tokens.nouns.SMALL_GROUPS.get(words[at])
    if size is None or words[at + 1] in tokens.lang.OF or not people.ends(tokens, at + 1, definite=True):
        return None
    return None if people.speaks(tokens, at + 1) else Phrase(i, at + 1, Amount(0, size, size, size))


def nobody(tokens: Tokens, i: int) -> Phrase | None:
    """Return the phrase that counts nobody: "no one" was hurt, "no civilians", "without casualties"."""
    words = tokens.words
    if words[i] not in tokens.lang.NOBODY_STARTS:
        return None
    end: int | None
    if found := match(tokens.lang.NOBODY, words, i):
        end = i + found[0]
        if words[end] in tokens.lang.OF:
            end = people.part_of(tokens, end + 1, harm=True)
            end = None if end and words[end] in tokens.harm.GRAVELY else end  # "none of them seriously"
        elif not governed(tokens, i, end + (words[end] in tokens.lang.ELSE)):
            end = None
    elif found := match(tokens.lang.NOT_A, words, i):
        end = people.one(tokens, i + found[0])
    elif found := match(tokens.lang.WITHOUT, words, i):
        at = i + found[0]
        end = _no_loss(tokens, at) or people.many(tokens, at) or people.one(tokens, at)
        if end is not None and words[end - 1] not in tokens.lang.ZERO_HARM:
            end = None
    else:
        end = _no_loss(tokens, i + 1) or people.many(tokens, i + 1) or people.one(tokens, i + 1)
        if end is not None and words[end - 1] not in tokens.lang.ZERO_HARM:  # "no casualties reported"
            end = None if words[end - 1] in tokens.lang.NOT_ZERO or people.speaks(tokens, end) else end
    return Phrase(i, end, _NOBODY) if end is not None else None


def _no_loss(tokens: Tokens, i: int) -> int | None:
    end = i + len(tokens.lang.LOSS_OF_LIFE)
    return end if tuple(tokens.words[i:end]) == tokens.lang.LOSS_OF_LIFE else None
