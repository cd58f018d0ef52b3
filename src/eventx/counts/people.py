"""The words for the people after a number or an article: "Syrian army soldiers", "of its commanders"."""

from __future__ import annotations

from eventx.counts import english as lang
from eventx.counts import english_people as nouns
from eventx.counts.numbers import amount, starts
from eventx.counts.tokens import Tokens

_MOST_WORDS = 8  # "Nawah-ye Barakzai district Taliban shadow government chief"

# As often an adjective as a noun: "the militant Hamas movement", "an Afghan and coalition force".
_AMBIGUOUS = nouns.ADJECTIVE_NOUNS | (nouns.SINGULAR & lang.ADJECTIVES) | lang.ALSO_ADJECTIVES


def many(tokens: Tokens, i: int) -> int | None:
    """Return where the plural noun phrase for people that starts at word `i` ends, or None."""
    return _head(tokens, i, plural=True)


def one(tokens: Tokens, i: int, *, definite: bool = False) -> int | None:
    """Return where the singular noun phrase for a person that starts at word `i` ends, or None."""
    return _head(tokens, i, plural=False, definite=definite)


def ends(tokens: Tokens, i: int, *, definite: bool = False, ambiguous: bool = False) -> bool:
    """Return whether a noun phrase is over before word `i`, the noun before it being its head.

    After "the", a word in -s is no verb ("the rebel attacks"), and after a noun that is also an
    adjective neither a name nor "and" ends the phrase.
    """
    word = tokens.words[i]
    if not word or not (word[0].isalnum()):
        return word not in ("/", "&")
    if word in lang.CONJUNCTIONS and ambiguous:
        return _begins_another(tokens.words[i + 1])
    if word in lang.STOP or word in lang.SPEECH or word == lang.OF:
        return True
    if word in nouns.PEOPLE:
        return False
    if word in lang.HARM:
        return word not in lang.HARM_NOUNS
    if tokens.capital(i):
        return not ambiguous
    if word[0].isdigit():
        return True
    if "-" in word:
        return False
    if word.endswith(("ly", "ed")):
        return True
    if word in lang.PLURALS_AS_ADJECTIVES or word in lang.ADJECTIVES:
        return False
    if word.endswith("ing"):
        return word not in lang.NOUNS_IN_ING
    return word.endswith("s") and not definite and not word.endswith(("'s", "ss"))


def _begins_another(word: str) -> bool:
    """Return whether the word after "and" is no adjective: "one insurgent and seized", "and a", "and two"."""
    if word in lang.HARM or word in lang.STOP or starts(word):
        return True
    return word.endswith(("ed", "ing", "ly")) and word not in lang.ADJECTIVES


def part_of(tokens: Tokens, i: int, harm: bool) -> int | None:
    """Return the end of what follows "of": "them", "its commanders", "the 12 passengers"."""
    words = tokens.words
    if words[i] in lang.PRONOUNS and harm:
        return i + 1
    for _ in range(2):  # "of all the"
        if words[i] in lang.STOP and words[i] in lang.OWNERS:
            i += 1
    if (whole := amount(words, i)) and not whole.vague:
        i = whole.end
    return many(tokens, i)


def speaks(tokens: Tokens, end: int) -> bool:
    """Return whether those just named say something: "two officials said", not "were said to be"."""
    following = tokens.words[end + 1]
    return (
        tokens.words[end] in lang.SPEECH
        and following != "to"
        and following not in lang.BEFALLEN
        and following not in lang.DONE
    )


def alone(tokens: Tokens, i: int) -> bool:
    """Return whether a number before word `i` has no noun: "killed 12 in", "11 reportedly killed"."""
    word = tokens.words[i]
    if not word or not word[0].isalnum():
        return word not in ("/", "&", "%")
    if word in lang.HARM:
        return word not in lang.HARM_NOUNS
    if tokens.is_us(i) or word == lang.OF:
        return False
    return word in lang.STOP or word in lang.SPEECH or word in lang.LINKS or word.endswith("ly")


def may_name(tokens: Tokens, i: int) -> bool:
    """Return whether the word may name those counted: "Hezbollah", not "Leopards", "In" or "T-72"."""
    word = tokens.words[i]
    return word.isalpha() and word not in lang.STOP and word not in lang.HARM and not _is_thing(word)


def _head(tokens: Tokens, i: int, *, plural: bool, definite: bool = False) -> int | None:
    words = tokens.words
    quote = ""
    capital_plural = False
    seen = 0
    while seen < _MOST_WORDS:
        word = words[i]
        if plural and word in nouns.PLURAL:
            if not _possessive(tokens, i):
                return None if capital_plural and tokens.capital(i) else _closed(words, i + 1, quote)
        elif plural and word in nouns.COLLECTIVE and _collective(tokens, i, first=seen == 0):
            return _closed(words, i + 1, quote)
        elif word in nouns.SINGULAR:
            if plural:
                # A slip of the pen ("multiple suspected insurgent were detained"), else an adjective.
                if words[i + 1] in lang.PLURAL_VERBS:
                    return _closed(words, i + 1, quote)
            elif ends(tokens, i + 1, definite=definite, ambiguous=word in _AMBIGUOUS):
                belongs = (
                    word in nouns.BODIES and words[i + 1] == lang.OF
                )  # the people named next are counted
                return None if belongs else _closed(words, i + 1, quote)
        elif word == "(" and seen and words[i + 2] == ")" and tokens.capital(i + 1):
            i += 3  # "Islamic State (IS) fighters"
            seen += 1
            continue
        elif word in lang.INSIDE:
            if seen and not _joins(words, i):
                return None
            quote = quote or word
            i += 1
            continue
        elif not _may_precede(tokens, i, first=seen == 0):
            return None
        capital_plural = capital_plural or (
            tokens.capital(i) and word.endswith("s") and _is_thing(word) and word not in nouns.PLURAL
        )
        i += 1
        seen += 1
    return None


def _collective(tokens: Tokens, i: int, *, first: bool) -> bool:
    """Return whether a word like "police" or "dead" is the head and not an adjective."""
    if tokens.words[i] in nouns.BEFALLEN_NOUNS and not first:
        return False
    return ends(tokens, i + 1, definite=True)


def _possessive(tokens: Tokens, i: int) -> bool:
    """Return whether the plural owns what follows: "two soldiers' homes"."""
    following = tokens.words[i + 2]
    return (
        tokens.words[i + 1] == "'"
        and tokens.touching(i + 1)
        and following[:1].isalpha()
        and following not in lang.STOP
        and (following not in lang.HARM or following in nouns.PLURAL)
        and following not in lang.SPEECH
    )


def _joins(words: list[str], i: int) -> bool:
    return words[i] in ("/", "&", "'", '"') and words[i + 1][:1].isalnum()


def _closed(words: list[str], end: int, quote: str) -> int:
    return end + 1 if quote and words[end] == quote else end


def _may_precede(tokens: Tokens, i: int, *, first: bool) -> bool:
    """Return whether the word can stand before the noun it belongs to."""
    word = tokens.words[i]
    if not word[:1].isalnum():
        return False
    if word[0].isdigit():
        # "a 12 year old boy", "12-year-old"
        return not word.isdecimal() or tokens.words[i + 1] in lang.AGE_UNITS
    if "-" not in word and word not in lang.MORE and starts(word):
        return False
    if word in lang.AGE_UNITS:
        return tokens.words[i - 1].isdecimal() and not first
    if word in lang.UNITS and not tokens.capital(i):
        return False
    if word == lang.OF:  # "Islamic Movement of Uzbekistan insurgents"
        return not first and tokens.capital(i - 1) and tokens.capital(i + 1)
    if word in lang.CONJUNCTIONS:
        return not first and _adjective(tokens, i - 1) and _adjective(tokens, i + 1)
    if word in lang.HARM:
        return word in lang.BEFALLEN and (first or tokens.words[i - 1].endswith("ly"))
    if tokens.is_us(i):
        return True
    if word in lang.STOP or word in lang.SPEECH:
        return False
    if tokens.capital(i) or "-" in word or word in lang.ADJECTIVES:
        return True
    if word.endswith(("ed", "ing")):
        return first or word in lang.NOUNS_IN_ING
    return not _is_thing(word)


def _adjective(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return (
        word in lang.ADJECTIVES
        or word in nouns.ADJECTIVE_NOUNS
        or (tokens.capital(i) and word not in lang.STOP)
    )


def _is_thing(word: str) -> bool:
    """Return whether the word is the plural of something that is not a person: "rockets", "villages"."""
    return (
        word.endswith("s")
        and not word.endswith(("ss", "ous", "us", "'s"))
        and word not in lang.PLURALS_AS_ADJECTIVES
    )
