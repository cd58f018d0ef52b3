"""Whether words speak of harm to people at all."""

from __future__ import annotations

import re

from eventx.counts import english_harm as words
from eventx.counts.english_harm import Effect

_WORD = re.compile(r"[^\W\d_]+")
_OUTCOMES: dict[str, Effect] = {
    **{word: effect for word, (effect, _) in words.VERBS.items() if effect != "none"},
    **{word: effect for word, effect in words.NOUNS_OF.items() if not word.startswith("loss")},
    **words.INTRANSITIVE,
    **words.PREDICATES,
    **words.HARMED,
    **dict.fromkeys(words.HELD, "captured"),
    **dict.fromkeys(words.INJURIES, "wounded"),
}
_HARM = (
    _OUTCOMES.keys()
    | words.NOUNS_OF.keys()
    | words.LOSE.keys()
    | words.TOLL
    | (words.OTHER_PARTICIPLES - {"found", "taken"})
)


def speaks_of_harm(text: str, start: int, end: int) -> bool:
    """Return whether a word between two offsets says that people were killed, hurt, taken or lost."""
    return any(match[0].lower() in _HARM for match in _WORD.finditer(text, start, end))


def outcomes_named(text: str, start: int, end: int) -> frozenset[Effect]:
    """Return the outcomes that words between two offsets name: {"killed"} for "were shot dead"."""
    low = f" {' '.join(_WORD.findall(text[start:end].lower()))} "
    return frozenset(effect for word, effect in _OUTCOMES.items() if f" {word} " in low)
