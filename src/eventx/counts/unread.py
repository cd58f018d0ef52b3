"""Numbers of people that are written as none is: "1,20,00 soldiers", "26(1) soldiers", "2·6 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx.counts.counted import is_glued, of_people
from eventx.counts.languages import rules
from eventx.counts.numbers import Amount, Phrase, amount
from eventx.counts.tokens import Tokens, sentences
from eventx.sentences import Span

# Groups that are of no known kind: "1,20,00", "1.200,50", "1.200" where a stop parts no thousands.
_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,'][0-9]{1,3})+")
_DECIMAL = re.compile(r"[0-9]+[.,](?:[0-9]{1,2}|[0-9]{4,})")
_LOOKS_LIKE_DIGITS = re.compile(r"(?=.*[0-9])[0-9olо]+")  # the last is a letter of Cyrillic
# What all of them have, to pass over most texts quickly: a digit by a letter, a bracket or a mark.
_ODD = re.compile(
    r"""[0-9](?:[^\s0-9,.;:!?%)\]/'’"”-]|[.'’"”][0-9]|\ \(\w{1,3}\)|,[0-9]{1,2}(?![0-9])|,[0-9]{3}[.,'’][0-9])
    |[^\W\d_][0-9]""",
    re.VERBOSE,
)
_POWER = re.compile(r"[0-9]+[¹²³⁰⁴-⁹]+")
_BEFORE_A_WORD = re.compile(r"[0-9]+([^\W\d_]{3,})")
_BEHIND_A_WORD = re.compile(r"([^\W\d_]{3,})[0-9]+")


def unread(text: str, *, language: str) -> Iterator[Span]:
    """Yield the (start, end) of each phrase that counts people by a number that cannot be read, in order.

    Raises LookupError where there are no rules for the code.
    """
    tables = rules(language)
    if not _ODD.search(text):
        return
    for tokens in sentences(text, tables):
        harm = not tokens.lang.HARM.isdisjoint(tokens.words)
        for i in range(len(tokens.spans)):
            if (phrase := _phrase(tokens, i, harm)) is not None:
                yield tokens.spans[phrase.start][0], tokens.spans[phrase.end - 1][1]


def _phrase(tokens: Tokens, i: int, harm: bool) -> Phrase | None:
    word = tokens.words[i]
    if not any(map(str.isdecimal, word)):
        return None
    if (joined := _BEFORE_A_WORD.fullmatch(word)) and joined[1] in tokens.nouns.PLURAL:
        return Phrase(i, i + 1, _unknown(i + 1))
    end = _end(tokens, i)
    phrase = of_people(tokens, i, end, _unknown(end), harm, 0) if end else None
    return phrase._replace(start=i - 2) if phrase and is_glued(tokens, i) else phrase


def _end(tokens: Tokens, i: int) -> int | None:
    """Return where a number that cannot be read ends, None where it can or is none."""
    words = tokens.words
    word = words[i]
    if is_glued(tokens, i) or _POWER.fullmatch(word):
        return i + 1
    if word.isdecimal():
        is_noted = words[i + 1] == "(" and words[i + 3] == ")" and words[i + 2].isalnum()
        return i + 4 if is_noted and len(words[i + 2]) < 4 else None
    is_grouped = _GROUPS.fullmatch(word) and not _DECIMAL.fullmatch(word)
    behind = _BEHIND_A_WORD.fullmatch(word)
    if is_grouped or _LOOKS_LIKE_DIGITS.fullmatch(word) or (behind and behind[1] in tokens.lang.HARM):
        return None if amount(words, i, tokens.lang) else i + 1
    return None


def _unknown(end: int) -> Amount:
    return Amount(end, None, None, None)
