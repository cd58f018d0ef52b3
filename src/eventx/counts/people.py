"""The words for the people after a number or an article: "Syrian army soldiers", "of its commanders"."""

from __future__ import annotations

from eventx.counts import noun_first
from eventx.counts.numbers import amount, starts
from eventx.counts.tokens import Tokens

_MOST_WORDS = 8  # "Nawah-ye Barakzai district Taliban shadow government chief"


def many(tokens: Tokens, i: int) -> int | None:
    """Return where the plural noun phrase for people that starts at word `i` ends, or None."""
    if tokens.lang.NOUN_FIRST:
        return noun_first.head(tokens, i, plural=True, definite=False)
    return _head(tokens, i, plural=True)


def one(tokens: Tokens, i: int, *, definite: bool = False) -> int | None:
    """Return where the singular noun phrase for a person that starts at word `i` ends, or None."""
    if tokens.lang.NOUN_FIRST:
        return noun_first.head(tokens, i, plural=False, definite=definite)
    return _head(tokens, i, plural=False, definite=definite)


def ends(tokens: Tokens, i: int, *, definite: bool = False, ambiguous: bool = False) -> bool:
    """Return whether a noun phrase is over before word `i`, the noun before it being its head.

    After "the", a word in -s is no verb ("the rebel attacks"), and after a noun that is also an
    adjective neither a name nor "and" ends the phrase.
    """
    word = tokens.words[i]
    if not word or not (word[0].isalnum()):
        return word not in ("/", "&")
    if word in tokens.lang.CONJUNCTIONS and ambiguous:
        return _begins_another(tokens, tokens.words[i + 1])
    if word in tokens.lang.STOP or word in tokens.lang.SPEECH or word in tokens.lang.OF:
        return True
    if word in tokens.nouns.PEOPLE:
        return False
    if word in tokens.lang.HARM:
        return word not in tokens.lang.HARM_NOUNS
    if tokens.capital(i):
        return not ambiguous
    if word[0].isdigit():
        return True
    if "-" in word:
        return False
    if word.endswith(("ly", "ed")):
        return True
    if word in tokens.lang.PLURALS_AS_ADJECTIVES or word in tokens.lang.ADJECTIVES:
        return False
    if word.endswith("ing"):
        return word not in tokens.lang.NOUNS_IN_ING
    return word.endswith("s") and not definite and not word.endswith(("'s", "ss"))


def _begins_another(tokens: Tokens, word: str) -> bool:
    """Return whether the word after "and" is no adjective: "one insurgent and seized", "and a", "and two"."""
    if word in tokens.lang.HARM or word in tokens.lang.STOP or starts(word, tokens.lang):
        return True
    return word.endswith(("ed", "ing", "ly")) and word not in tokens.lang.ADJECTIVES


def _is_ambiguous(tokens: Tokens, noun: str) -> bool:
    """Return whether it is as often an adjective: "the militant Hamas", "an Afghan and coalition force"."""
    lang = tokens.lang
    return noun in tokens.nouns.ADJECTIVE_NOUNS or noun in lang.ADJECTIVES or noun in lang.ALSO_ADJECTIVES


def part_of(tokens: Tokens, i: int, harm: bool) -> int | None:
    """Return the end of what follows "of": "them", "its commanders", "the 12 passengers"."""
    words = tokens.words
    if words[i] in tokens.lang.PART_PRONOUNS and harm:
        return i + 1
    for _ in range(2):  # "of all the"
        if words[i] in tokens.lang.STOP and words[i] in tokens.lang.OWNERS:
            i += 1
    if words[i] in tokens.lang.PART_PRONOUNS and harm:  # "de los cuales"
        return i + 1
    if (whole := amount(words, i, tokens.lang)) and not whole.vague:
        i = whole.end
    return many(tokens, i)


def speaks(tokens: Tokens, end: int) -> bool:
    """Return whether those just named say something: "two officials said", not "were said to be"."""
    following = tokens.words[end + 1]
    return (
        tokens.words[end] in tokens.lang.SPEECH
        and following not in tokens.harm.TO
        and following not in tokens.lang.BEFALLEN
        and following not in tokens.lang.DONE
    )


def spoke(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether those at words `start` to `end` are the subject of a verb before: "dijo un testigo"."""
    said = tokens.words[start - 1] in tokens.lang.SPEAKER_AFTER
    return said and tokens.words[end - 1] in tokens.nouns.SPEAKERS


def alone(tokens: Tokens, i: int) -> bool:
    """Return whether a number before word `i` has no noun: "killed 12 in", "11 reportedly killed"."""
    word = tokens.words[i]
    if not word or not word[0].isalnum():
        return word not in ("/", "&", "%")
    if word in tokens.lang.HARM:
        return word not in tokens.lang.HARM_NOUNS or word in tokens.harm.TAKEN_AS  # "took four prisoner"
    if tokens.is_us(i) or word in tokens.lang.OF:
        return False
    return (
        word in tokens.lang.STOP
        or word in tokens.lang.SPEECH
        or word in tokens.lang.LINKS
        or (word.endswith(tokens.lang.ADVERB_ENDINGS) and word not in tokens.harm.NOT_ADVERBS)  # "one family"
    )


def may_name(tokens: Tokens, i: int) -> bool:
    """Return whether the word may name those counted: "Hezbollah", not "Leopards", "In" or "T-72"."""
    word = tokens.words[i]
    return (
        word.isalpha()
        and word not in tokens.lang.STOP
        and word not in tokens.lang.HARM
        and not _is_thing(tokens, word)
    )


def _head(tokens: Tokens, i: int, *, plural: bool, definite: bool = False) -> int | None:
    words = tokens.words
    quote = ""
    capital_plural = False
    seen = 0
    while seen < _MOST_WORDS:
        word = words[i]
        if plural and word in tokens.nouns.PLURAL:
            if not _possessive(tokens, i):
                return None if capital_plural and tokens.capital(i) else _closed(words, i + 1, quote)
        elif plural and word in tokens.nouns.COLLECTIVE and _collective(tokens, i, first=seen == 0):
            return _closed(words, i + 1, quote)
        elif word in tokens.nouns.SINGULAR:
            if plural:
                # A slip of the pen ("multiple suspected insurgent were detained"), else an adjective.
                if words[i + 1] in tokens.lang.PLURAL_VERBS:
                    return _closed(words, i + 1, quote)
            elif ends(tokens, i + 1, definite=definite, ambiguous=_is_ambiguous(tokens, word)):
                belongs = (
                    word in tokens.nouns.BODIES and words[i + 1] in tokens.lang.OF
                )  # the people named next are counted
                return None if belongs else _closed(words, i + 1, quote)
        elif word == "(" and seen and words[i + 2] == ")" and tokens.capital(i + 1):
            i += 3  # "Islamic State (IS) fighters"
            seen += 1
            continue
        elif word in tokens.lang.INSIDE:
            if seen and not _joins(words, i):
                return None
            quote = quote or word
            i += 1
            continue
        elif not _may_precede(tokens, i, first=seen == 0):
            return None
        capital_plural = capital_plural or (
            tokens.capital(i)
            and word.endswith("s")
            and _is_thing(tokens, word)
            and word not in tokens.nouns.PLURAL
        )
        i += 1
        seen += 1
    return None


def _collective(tokens: Tokens, i: int, *, first: bool) -> bool:
    """Return whether a word like "police" or "dead" is the head and not an adjective."""
    if tokens.words[i] in tokens.nouns.BEFALLEN_NOUNS and not first:
        return False
    return ends(tokens, i + 1, definite=True)


def _possessive(tokens: Tokens, i: int) -> bool:
    """Return whether the plural owns what follows: "two soldiers' homes"."""
    following = tokens.words[i + 2]
    return (
        tokens.words[i + 1] == "'"
        and tokens.touching(i + 1)
        and following[:1].isalpha()
        and following not in tokens.lang.STOP
        and (following not in tokens.lang.HARM or following in tokens.nouns.PLURAL)
        and following not in tokens.lang.SPEECH
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
        return not word.isdecimal() or tokens.words[i + 1] in tokens.lang.AGE_UNITS
    if "-" not in word and word not in tokens.lang.MORE and starts(word, tokens.lang):
        return False
    if word in tokens.lang.AGE_UNITS:
        return tokens.words[i - 1].isdecimal() and not first
    if word in tokens.lang.UNITS and not tokens.capital(i):
        return False
    if word in tokens.lang.OF:  # "Islamic Movement of Uzbekistan insurgents"
        return not first and tokens.capital(i - 1) and tokens.capital(i + 1)
    if word in tokens.lang.CONJUNCTIONS:
        return not first and _adjective(tokens, i - 1) and _adjective(tokens, i + 1)
    if word in tokens.lang.HARM:
        return word in tokens.lang.BEFALLEN and (first or tokens.words[i - 1].endswith("ly"))
    if tokens.is_us(i):
        return True
    if word in tokens.lang.STOP or word in tokens.lang.SPEECH:
        return False
    if tokens.capital(i) or "-" in word or word in tokens.lang.ADJECTIVES:
        return True
    if word.endswith(("ed", "ing")):
        return first or word in tokens.lang.NOUNS_IN_ING
    return not _is_thing(tokens, word)


def _adjective(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return (
        word in tokens.lang.ADJECTIVES
        or word in tokens.nouns.ADJECTIVE_NOUNS
        or (tokens.capital(i) and word not in tokens.lang.STOP)
    )


def _is_thing(tokens: Tokens, word: str) -> bool:
    """Return whether the word is the plural of something that is not a person: "rockets", "villages"."""
    return (
        word.endswith("s")
        and not word.endswith(("ss", "ous", "us", "'s"))
        and word not in tokens.lang.PLURALS_AS_ADJECTIVES
    )
