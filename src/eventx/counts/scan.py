"""Find every phrase of a text that may count people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from eventx.counts.counted import counted
from eventx.counts.headline import bare, is_headline
from eventx.counts.language import Language
from eventx.counts.languages import rules
from eventx.counts.mention import CountMention
from eventx.counts.numbers import Phrase
from eventx.counts.tokens import Tokens, sentences
from eventx.counts.uncounted import all_of_them, household, manned, nobody, person
from eventx.plain import plain

_Finder = Callable[[Tokens, int], Phrase | None]


def find(text: str, *, language: str = "en") -> tuple[CountMention, ...]:
    """Return every phrase of a text that may count people, in order, none overlapping.

    A number with a noun for people counts always. A number alone counts when harm is said of it
    ("11 killed"). A vague word ("several men"), nobody ("no casualties") and a person without a
    number ("a policeman", "the commander") count in a sentence that speaks of harm; not when the
    person only speaks ("an official said"); without an article ("Policeman killed in Borel") only in
    a text that is all headlines. Titles, ages, dates, units and things are left out.
    The text is read as it is seen (`eventx.plain`). Linear in its length. Raises LookupError where there are
    no rules for the code.
    """
    seen = plain(text)
    found = _found(seen.text, rules(language))
    if not seen.edits:
        return found
    spans = (seen.span(each.start, each.end) for each in found)
    return tuple(
        each.model_copy(update={"start": start, "end": end, "text": text[start:end]})
        for each, (start, end) in zip(found, spans, strict=True)
    )


def _found(text: str, tables: Language) -> tuple[CountMention, ...]:
    said = list(sentences(text, tables))
    # An article says in its prose again whom its headline names.
    unarticled = bare if all(is_headline(tokens) for tokens in said) else None
    return tuple(
        _mention(tokens, phrase) for tokens in said for phrase in _phrases(tokens, tables, unarticled)
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


def _phrases(tokens: Tokens, language: Language, unarticled: _Finder | None) -> Iterator[Phrase]:
    words = tokens.words
    harm = not (tokens.lang.HARM.isdisjoint(words) and tokens.harm.NOUNS_OF.keys().isdisjoint(words))
    starts = _starts(language, harm)
    any_word = unarticled if harm else None
    # Most words start nothing, and this passes over them without a step of Python for each.
    places = [i for i, word in enumerate(words) if word in starts or word[:1].isdigit() or "-" in word]
    reached = 0
    for i in range(len(tokens.spans)) if any_word else places:
        if i < reached:
            continue
        phrase = _phrase(tokens, i, harm)
        if phrase is None and any_word:
            phrase = any_word(tokens, i)
        if phrase is not None:
            yield phrase
            reached = phrase.end


@cache
def _starts(language: Language, harm: bool) -> frozenset[str]:
    """Return the words that a phrase may start with; a digit or a hyphened word may too."""
    lang = language.words
    numbers = lang.NUMBER_STARTS.union(lang.BEFORE)
    if not harm:
        return numbers
    return numbers.union(
        lang.SINGULAR_DETERMINERS, language.people.SMALL_GROUPS, lang.NOBODY_STARTS, lang.BOTH
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
