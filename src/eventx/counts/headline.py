"""People of headlines, named without an article: "Policeman killed", "Army captures rebel leader"."""

from __future__ import annotations

from eventx.counts import people
from eventx.counts.numbers import Amount, Phrase
from eventx.counts.tokens import Tokens

_REACH = 24  # words; headlines are short
_ONE = Amount(0, 1, 1, 1)
_OPENERS = frozenset(("", ",", ":", ";", "-"))
_CLOSERS = frozenset(("", ",", ";", ":", "-"))


def is_headline(tokens: Tokens) -> bool:
    """Return whether a sentence is written without articles and without a stop."""
    words = tokens.words[: len(tokens.spans)]
    articles = tokens.lang.ARTICLES | tokens.harm.THE
    return bool(words) and words[-1].isalnum() and articles.isdisjoint(words)


def bare(tokens: Tokens, i: int) -> Phrase | None:
    """Return the phrase for one person at word `i` of a headline, where harm is said of them."""
    words = tokens.words
    done = any(
        tokens.harm.VERBS.get(word, ("", ""))[1] in ("base", "third")
        for word in words[max(0, i - _REACH) : i]
    )
    is_object = words[i - 1] in tokens.lang.DONE
    is_listed = words[i - 1] in _OPENERS or words[i - 1] in tokens.lang.CONJUNCTIONS
    if not (is_object or is_listed):
        return None
    end = people.one(tokens, i)
    if end is None:
        return None
    is_last = words[end] in _CLOSERS or words[end] in tokens.harm.PREPOSITIONS
    goes_on = words[end] in tokens.lang.LIST_MARKS
    befell = words[end] in tokens.lang.BEFALLEN or (goes_on and _befalls(tokens, end))
    return Phrase(i, end, _ONE) if befell or ((is_object or done) and (is_last or goes_on)) else None


def _befalls(tokens: Tokens, i: int) -> bool:
    return not tokens.lang.BEFALLEN.isdisjoint(tokens.words[i : i + 8])
