"""The words of one sentence, spelled alike whatever the typography, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from eventx.counts.language import Harm, Language, People, Words
from eventx.counts.languages import ENGLISH
from eventx.counts.tables import Phrases
from eventx.lower import lower
from eventx.sentences import spans

T = TypeVar("T")

# One character for one character, so that every offset stays true.
_ALIKE = {
    "'": "’‘ʼ＇`´",
    '"': "“”„«»",
    "-": "‐‑‒–−",
    "—": "―",
}
_TOKEN = re.compile(
    r"""(?:https?://|www\.)\S+            # one token, so that no number is read out of an address
    |(?:[a-z]\.){2,}                      # u.s.
    |\w+(?:
        [-'](?=\w)\w+                     # twenty-three, pro-government, soldier's, 20-30
        |(?<=[0-9])[.,:/](?=[0-9])\w+     # 1,200  7.62  10:30
        |(?<=[0-9])(?<![0-9]{4})[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))[0-9]{3}
    )*
    |[^\w\s]""",
    re.VERBOSE,
)
# Lookahead and lookback never need a bounds check: words[-1] and the words past the end are "".
_PADDING = [""] * 24


class Tokens(NamedTuple):
    """One sentence: `words` in lower case and plain typography, `spans` their (start, end) in `text`.

    `lang`, `nouns` and `harm` are the tables of its language.
    """

    text: str
    words: list[str]
    spans: list[tuple[int, int]]
    lang: Words
    nouns: People
    harm: Harm

    def capital(self, index: int) -> bool:
        """Return whether the word starts with a capital letter."""
        return index < len(self.spans) and self.text[self.spans[index][0]].isupper()

    def is_us(self, index: int) -> bool:
        """Return whether the word is the country, not the pronoun."""
        return self.words[index] == "us" and self.text[self.spans[index][0] : self.spans[index][1]] == "US"

    def touching(self, index: int) -> bool:
        """Return whether nothing stands between the word and the one before it."""
        return 0 < index < len(self.spans) and self.spans[index - 1][1] == self.spans[index][0]


def sentences(text: str, language: Language = ENGLISH) -> Iterator[Tokens]:
    """Yield the sentences of `text` in order."""
    tables = language.words, language.people, language.harm
    plain = lower(text)
    for mark, lookalikes in _ALIKE.items():
        for lookalike in lookalikes:
            plain = plain.replace(lookalike, mark)
    for start, end in spans(text):
        found = list(_TOKEN.finditer(plain, start, end))
        words, places = [match.group() for match in found], [match.span() for match in found]
        yield Tokens(text, words + _PADDING, places, *tables)


def match(phrases: Phrases[T], words: list[str], i: int) -> tuple[int, T] | None:
    """Return the length and the meaning of the longest of `phrases` that stands at word `i`."""
    for phrase, meaning in phrases.get(words[i], ()):
        if tuple(words[i : i + len(phrase)]) == phrase:
            return len(phrase), meaning
    return None
