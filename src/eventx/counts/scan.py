"""Find every phrase of a text that may count people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eventx.counts.counted import counted
from eventx.counts.headline import bare, is_headline
from eventx.counts.language import Language
from eventx.counts.languages import rules
from eventx.counts.mention import CountMention
from eventx.counts.numbers import Phrase
from eventx.counts.tokens import Tokens, sentences
from eventx.counts.uncounted import all_of_them, household, manned, nobody, person

_Finder = Callable[[Tokens, int], Phrase | None]


def find(text: str, *, language: str = "en") -> tuple[CountMention, ...]:
    """Return every phrase of a text that may count people, in order, none overlapping.

    A number with a noun for people counts always. A number alone counts when harm is said of it
    ("11 killed"). A vague word ("several men"), nobody ("no casualties") and a person without a
    number ("a policeman", "the commander") count in a sentence that speaks of harm; not when the
    person only speaks ("an official said"); without an article ("Policeman killed in Borel") only in
    a text that is all headlines. Titles, ages, dates, units and things are left out.
    Linear in the length of the text. Raises LookupError where there are no rules for the code.
    """
    tables = rules(language)
    starts = _starts(tables)
    said = list(sentences(text, tables))
    # An article says in its prose again whom its headline names.
    unarticled = bare if all(is_headline(tokens) for tokens in said) else None
    return tuple(
        _mention(tokens, phrase) for tokens in said for phrase in _phrases(tokens, starts, unarticled)
    )


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


def _phrases(tokens: Tokens, starts: frozenset[str], unarticled: _Finder | None) -> Iterator[Phrase]:
    words = tokens.words
    harm = not (tokens.lang.HARM.isdisjoint(words) and tokens.harm.NOUNS_OF.keys().isdisjoint(words))
    i, last = 0, len(tokens.spans)
    while i < last:
        may_start = words[i] in starts or words[i][:1].isdigit() or "-" in words[i]
        phrase = _phrase(tokens, i, harm) if may_start else None
        if phrase is None and unarticled and harm:
            phrase = unarticled(tokens, i)
        if phrase is None:
            i += 1
        else:
            yield phrase
            i = phrase.end


def _starts(language: Language) -> frozenset[str]:
    """Return the words that a phrase may start with; a digit or a hyphened word may too."""
    lang = language.words
    return lang.SINGULAR_DETERMINERS.union(
        language.people.SMALL_GROUPS, lang.NOBODY_STARTS, lang.BOTH, lang.BEFORE, lang.NUMBER_STARTS
    )


def _phrase(tokens: Tokens, i: int, harm: bool) -> Phrase | None:
    if not harm:
        return counted(tokens, i, harm)
    return (
        nobody(tokens, i)
        or counted(tokens, i, harm)
        or all_of_them(tokens, i)
        or person(tokens, i)
        or manned(tokens, i)
        or household(tokens, i)
    )
