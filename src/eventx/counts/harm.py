"""Whether words speak of harm to people at all."""

from __future__ import annotations

import re
from functools import cache

from eventx.counts.languages import rules
from eventx.counts.tables import Effect
from eventx.lower import lower

_WORD = re.compile(r"[^\W\d_]+")


def speaks_of_harm(text: str, start: int, end: int, *, language: str = "en") -> bool:
    """Return whether a word between two offsets says that people were killed, hurt, taken or lost."""
    return not _words_of_harm(language).isdisjoint(_WORD.findall(lower(text), start, end))


def outcomes_named(text: str, start: int, end: int, *, language: str = "en") -> frozenset[Effect]:
    """Return the outcomes that words between two offsets name: {"killed"} for "were shot dead"."""
    low = f" {' '.join(_WORD.findall(text[start:end].lower()))} "
    outcomes = _outcomes(language)
    return frozenset(effect for word, effect in outcomes.items() if f" {word} " in low)


@cache
def _outcomes(language: str) -> dict[str, Effect]:
    lang = rules(language).harm
    outcomes: dict[str, Effect] = {
        **{word: effect for word, (effect, _) in lang.VERBS.items() if effect != "none"},
        **{word: effect for word, effect in lang.NOUNS_OF.items() if word not in lang.LOSSES},
        **lang.INTRANSITIVE,
        **lang.PREDICATES,
        **lang.HARMED,
        **dict.fromkeys(lang.HELD, "captured"),
        **dict.fromkeys(lang.INJURIES, "wounded"),
    }
    return {word: effect for word, effect in outcomes.items() if word not in lang.AMBIGUOUS}


@cache
def _words_of_harm(language: str) -> frozenset[str]:
    lang = rules(language).harm
    return (
        frozenset(_outcomes(language)).union(lang.NOUNS_OF, lang.LOSE, lang.TOLL, lang.STRUCK)
        - lang.AMBIGUOUS
    )
