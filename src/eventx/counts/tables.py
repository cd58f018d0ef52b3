"""What the tables of a language are made of: the types of their entries, and how they are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from eventx.schema import Outcome

T = TypeVar("T")

Bound = Literal["at_least", "more_than", "at_most", "less_than", "about", "none"]
Effect = Literal["killed", "wounded", "captured", "missing", "casualties", "none"]
# "past" serves English both as the past tense and as the participle.
Form = Literal["base", "third", "ing", "past", "participle", "infinitive"]
# Each phrase with what it means, by its first word, the longest first.
Phrases = dict[str, tuple[tuple[tuple[str, ...], T], ...]]


def words(*texts: str) -> frozenset[str]:
    """Return the words of the texts: "a an", "the"."""
    return frozenset(word for text in texts for word in text.split())


def phrases(table: Mapping[T, str]) -> Phrases[T]:
    """Return the comma-separated phrases of each meaning, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for meaning, listed in table.items():
        for phrase in listed.split(","):
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, meaning))
    return {first: tuple(sorted(group, key=lambda entry: -len(entry[0]))) for first, group in found.items()}


def mean(outcome: Outcome, text: str) -> dict[str, Outcome]:
    """Return each word of the text with the outcome."""
    return dict.fromkeys(text.split(), outcome)


def merged(*tables: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the keys of more than one word ("gunned down") by their first, the longest first."""
    keys = {key for table in tables for key in table if " " in key}
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for parts in sorted((tuple(key.split()) for key in keys), key=len, reverse=True):
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found
