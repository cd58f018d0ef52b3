"""Whether words speak of harm to people at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    words = _WORD.findall(text[start:end].lower())
    return frozenset(effect for _, effect in _named(words, language))


def first_outcome(text: str, start: int, end: int, *, language: str = "en") -> int:
    """Return where the first words between two offsets that name an outcome end; `end` where none do."""
    found = list(_WORD.finditer(lower(text), start, end))
    last = min((at for at, _ in _named([match[0] for match in found], language)), default=None)
    return end if last is None else found[last].end()


def _named(words: Sequence[str], language: str) -> Iterator[tuple[int, Effect]]:
    """Yield the index of the last word of each phrase that names an outcome, and the outcome."""
    outcomes = _outcomes(language)
    for size in _sizes(language):
        for at in range(size - 1, len(words)):
            phrase = words[at] if size == 1 else " ".join(words[at - size + 1 : at + 1])
            if (effect := outcomes.get(phrase)) is not None:
                yield at, effect


@cache
def _sizes(language: str) -> frozenset[int]:
    """Return of how many words the phrases are that name an outcome."""
    return frozenset(len(phrase.split()) for phrase in _outcomes(language))


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
