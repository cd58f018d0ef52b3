"""Whether words speak of harm to people at all."""

from __future__ import annotations

import re
from collections import defaultdict
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
    ends = _phrases(language)
    for at, word in enumerate(words):
        for phrase, effect in ends.get(word, ()):
            if len(phrase) == 1 or tuple(words[max(0, at + 1 - len(phrase)) : at + 1]) == phrase:
                yield at, effect


@cache
def _phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], Effect]]]:
    """Return the phrases that name an outcome, each with the outcome, by their last word."""
    found: dict[str, list[tuple[tuple[str, ...], Effect]]] = defaultdict(list)
    for words, effect in _outcomes(language).items():
        phrase = tuple(words.split())
        found[phrase[-1]].append((phrase, effect))
    return dict(found)


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
