"""Whether words speak of harm to people at all."""

from __future__ import annotations

import re

from eventx.counts import english_harm as words

_WORD = re.compile(r"[^\W\d_]+")
_HARM = frozenset(
    word
    for table in (
        [verb for verb, (effect, _) in words.VERBS.items() if effect != "none"],
        words.HARMED,
        words.HELD,
        words.INTRANSITIVE,
        words.PREDICATES,
        words.NOUNS_OF,
        words.LOSE,
        words.TOLL,
        words.OTHER_PARTICIPLES - {"found", "taken"},
    )
    for phrase in table
    for word in [phrase.lower()]
    if " " not in word
)


def speaks_of_harm(text: str, start: int, end: int) -> bool:
    """Return whether a word between two offsets says that people were killed, hurt, taken or lost."""
    return any(match[0].lower() in _HARM for match in _WORD.finditer(text, start, end))
