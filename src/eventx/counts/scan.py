"""Find every phrase of a text that may count people."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.counts import english as lang
from eventx.counts import numbers
from eventx.counts.counted import counted
from eventx.counts.mention import CountMention
from eventx.counts.numbers import Phrase
from eventx.counts.tokens import Tokens, sentences
from eventx.counts.uncounted import STARTS, all_of_them, household, nobody, person

_STARTS = STARTS.union(lang.BEFORE)


def find(text: str) -> tuple[CountMention, ...]:
    """Return every phrase of an English text that may count people, in order, none overlapping.

    A number with a noun for people counts always. A number alone counts when harm is said of it
    ("11 killed"). A vague word ("several men"), nobody ("no casualties") and a person without a
    number ("a policeman", "the commander") count in a sentence that speaks of harm; not when the
    person only speaks ("an official said"). Titles, ages, dates, units and things are left out.
    Never raises; linear in the length of the text.
    """
    return tuple(_mention(tokens, phrase) for tokens in sentences(text) for phrase in _phrases(tokens))


def _mention(tokens: Tokens, phrase: Phrase) -> CountMention:
    start, end = tokens.spans[phrase.start][0], tokens.spans[phrase.end - 1][1]
    said = phrase.said
    return CountMention(
        start=start,
        end=end,
        text=tokens.text[start:end],
        value=said.value,
        low=said.low,
        high=said.high,
        approximate=said.approximate,
    )


def _phrases(tokens: Tokens) -> Iterator[Phrase]:
    harm = not lang.HARM.isdisjoint(tokens.words)
    i, last = 0, len(tokens.spans)
    while i < last:
        word = tokens.words[i]
        if word in _STARTS or numbers.starts(word) or word.endswith(lang.OLD):
            phrase = _phrase(tokens, i, harm)
            if phrase is not None:
                yield phrase
                i = phrase.end
                continue
        i += 1


def _phrase(tokens: Tokens, i: int, harm: bool) -> Phrase | None:
    if not harm:
        return counted(tokens, i, harm)
    return (
        nobody(tokens, i)
        or counted(tokens, i, harm)
        or all_of_them(tokens, i)
        or person(tokens, i)
        or household(tokens, i)
    )
