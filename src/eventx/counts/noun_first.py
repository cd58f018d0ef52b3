"""The words for the people where adjectives follow their noun: "once soldados sirios", "un niño herido"."""

from __future__ import annotations

from eventx.counts.tokens import Tokens

_MOST_BEFORE = 2  # "los presuntos jóvenes milicianos"
_MOST_AFTER = 4
_MOST_NAMED = 5


def head(tokens: Tokens, i: int, *, plural: bool, definite: bool) -> int | None:
    """Return where the noun phrase for people that starts at word `i` ends, or None."""
    lang, nouns, words = tokens.lang, tokens.nouns, tokens.words
    at = i
    while at < i + _MOST_BEFORE and (words[at] in lang.INSIDE or _precedes(tokens, at)):
        at += 1
    if plural and words[at] not in nouns.PLURAL:
        return None
    # "la policía" is the force, "una policía" a person.
    if not plural and (words[at] not in nouns.SINGULAR or (definite and words[at] in nouns.COLLECTIVE)):
        return None
    if not plural and tokens.capital(at) and not tokens.capital(i - 1):  # "la Siria de la guerra"
        return None
    end = at + 1
    while end <= at + _MOST_AFTER and _describes(tokens, end, plural=plural):
        end += 1
    if not plural and words[at] in lang.ALSO_ADJECTIVES and not _ends(tokens, end):
        return None
    if words[at] in nouns.MEMBERS:
        end = _group(tokens, end)
    quoted = words[end] in lang.INSIDE and words[end] in words[i:end]
    return end + quoted


def _group(tokens: Tokens, i: int) -> int:
    """Return the end of the group named behind the people, "combatientes de Alba Roja"; `i` where none is."""
    if tokens.words[i] not in tokens.lang.OF or tokens.capital(i):
        return i
    at = end = i + 1 + (tokens.words[i + 1] in tokens.harm.THE)
    while end < at + _MOST_NAMED and (tokens.capital(end) or _joins(tokens, end)):
        end += 1
    return end if end > at else i


def _joins(tokens: Tokens, i: int) -> bool:
    """Return whether the word joins two parts of a name: "Fuerzas del Norte", "Ansar al Huda"."""
    lang, word = tokens.lang, tokens.words[i]
    return (word in lang.OF or word in lang.CONTRACTED) and tokens.capital(i - 1) and tokens.capital(i + 1)


def _precedes(tokens: Tokens, i: int) -> bool:
    """Return whether the word is an adjective before its noun: "un joven soldado", but not "un joven"."""
    adjectives, people = tokens.lang.ADJECTIVES, tokens.nouns.PEOPLE
    word, following = tokens.words[i], tokens.words[i + 1]
    return word in adjectives and (word not in people or following in people or following in adjectives)


def _ends(tokens: Tokens, i: int) -> bool:
    """Return whether no noun follows: "un menor resultó", but "un menor número"."""
    word = tokens.words[i]
    lang = tokens.lang
    return not word[:1].isalpha() or word in lang.STOP or word in lang.HARM or word in lang.SPEECH


def _describes(tokens: Tokens, i: int, *, plural: bool) -> bool:
    """Return whether the word is an adjective of the people before it."""
    lang, nouns, word = tokens.lang, tokens.nouns, tokens.words[i]
    if word in nouns.DESCRIBING:
        return True
    return (
        plural
        and word.endswith("s")
        and word.isalpha()
        and not tokens.capital(i)
        and word not in lang.STOP
        and word not in lang.UNITS
        and word not in lang.NUMBER_STARTS
    )
