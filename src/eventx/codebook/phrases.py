"""The phrases of a codebook, and where a text says them of something that was done.

A phrase is words as an article has them. `a/b` is either of two words, `*` at a word's end is any ending, and
`...` is up to five words between: "took/seized ... hostage*". Case does not matter, nor hyphens for spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from eventx.lower import lower

_BETWEEN = "..."
_GAP = r"(?:[\w'’-]+,?\s+){0,5}?"
_APART = r"[\s-]+"
# What follows these in their clause was not done: tried, planned, denied or only alleged.
_NOT_DONE = re.compile(
    r"""\b(?:(?:fail(?:s|ed|ing|ure)? | unsuccessful\w* | attempt(?:s|ed|ing)? | tr(?:y|ies|ied|ying) | sought
    | seek(?:s|ing)? | bid(?:s|ding)? | aim(?:s|ed|ing)? | hop(?:e|es|ed|ing) | want(?:s|ed|ing)?
    | plan(?:s|ned|ning)? | threat\w* | vow(?:s|ed|ing)? | den(?:y|ies|ied|ying) | foil(?:s|ed|ing)?
    | thwart\w* | prevent\w* | repel\w* | could | would | might | may | fear(?:s|ed|ing)? | warn(?:s|ed|ing)?
    | accus\w+\ of | if | to\ avoid)\b(?:(?!\b(?:and|but|when|then|before|after)\b)[^.,;:]){0,40}
    | (?:not|never|no|nobody|no\ one|neither|without|\w+n['’]t)\s+(?:\w+\s+){0,2})$""",
    re.VERBOSE | re.IGNORECASE,
)

_REACH = 80  # characters before the words in which such a word may stand


class Said(NamedTuple):
    """Words of a text that say what a phrase says, and where: 0-based characters, `end` exclusive."""

    words: str
    start: int
    end: int


def said(text: str, phrases: tuple[str, ...]) -> Iterator[Said]:
    """Yield the words that say one of the phrases, in the text's order.

    Words of what was tried, planned, feared or denied ("failed to take control") are left out.
    """
    if not phrases:
        return
    for match in pattern(phrases).finditer(lower(text)):
        start, end = match.span()
        if not _NOT_DONE.search(text[max(0, start - _REACH) : start]):
            yield Said(text[start:end], start, end)


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches any of the phrases in a text in lower case, as whole words."""
    told = [lower(phrase) for phrase in phrases]
    # The letters that they open with come first, so that a search passes over all others in one step.
    letters = "".join(
        sorted({re.escape(word[0]) for phrase in told for word in phrase.split()[0].split("/")})
    )
    return re.compile(rf"(?=[{letters}])(?<!\w)(?:{'|'.join(map(_pattern, told))})(?!\w)")


def _pattern(phrase: str) -> str:
    *before, last = phrase.split()
    parts = [_GAP if word == _BETWEEN else _word(word) + _APART for word in before]
    return "".join(parts) + _word(last)


def _word(word: str) -> str:
    forms = "|".join(re.escape(each).replace(r"\*", r"\w*") for each in word.split("/"))
    return f"(?:{forms})"
