"""A number with its modifiers and the people it counts: "at least 26 people", "around 20" wounded."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.counts import people
from eventx.counts.governed import governed
from eventx.counts.numbers import Amount, Phrase, amount, bounded, starts
from eventx.counts.tables import Bound
from eventx.counts.tokens import Tokens, match

_MOST_MODIFIERS = 3  # "at least another some"
# Where one touches the numbers on both its sides, what they say together is not known: "2·6", "2|6", "20…30".
_GLUE = frozenset("·•∙⋅|~^…×*'\"\\")


def counted(tokens: Tokens, i: int, harm: bool, *, chain: int = 2) -> Phrase | None:
    """Return the phrase that starts at word `i` with a modifier or a number, `harm` being spoken of or not.

    `chain` is how many further numbers may lie before the noun: "two Syrian and three Russian soldiers".
    """
    if tokens.words[i] not in tokens.lang.BEFORE and not starts(tokens.words[i], tokens.lang):
        return None
    for start, bounds in _modified(tokens, i):
        said = amount(tokens.words, start, tokens.lang)
        if said is None or is_glued(tokens, start) or _is_other_number(tokens, i, start, said):
            continue
        end, bounds = _after(tokens, said.end, bounds)
        if not said.vague and tokens.words[said.end - 1] in tokens.lang.ROUND and {"none"}.issuperset(bounds):
            bounds = ("about",)  # "un centenar", but "más de un centenar"
        for bound in bounds:
            said = bounded(said, bound)
        if found := of_people(tokens, i, end, said, harm, chain):
            return found
    return None


def is_glued(tokens: Tokens, i: int) -> bool:
    """Return whether the number at word `i` goes on from one before it that a mark joins to it: "2·6"."""
    return (
        tokens.words[i - 1] in _GLUE
        and tokens.touching(i)
        and tokens.touching(i - 1)
        and tokens.words[i - 2][-1:].isdigit()
    )


def _modified(tokens: Tokens, i: int) -> Iterator[tuple[int, tuple[Bound, ...]]]:
    """Yield where the number may start after the modifiers at word `i`, the most modifiers first."""
    at = i
    bounds: tuple[Bound, ...] = ()
    readings = [(at, bounds)]
    for _ in range(_MOST_MODIFIERS):
        entry = match(tokens.lang.BEFORE, tokens.words, at)
        if entry is None:
            break
        length, bound = entry
        if tokens.words[at] in tokens.lang.OVER and tokens.words[at - 1] in tokens.lang.ABOUT_NOT_MORE:
            break
        at += length
        bounds = (*bounds, bound)
        readings.append((at, bounds))
    yield from reversed(readings)


def _after(tokens: Tokens, end: int, bounds: tuple[Bound, ...]) -> tuple[int, tuple[Bound, ...]]:
    """Return the end and the bounds with a modifier after the number: "or more", "or so", "+"."""
    entry = match(tokens.lang.AFTER, tokens.words, end)
    return (end + entry[0], (*bounds, entry[1])) if entry else (end, bounds)


def of_people(tokens: Tokens, i: int, end: int, said: Amount, harm: bool, chain: int) -> Phrase | None:
    """Return the phrase when people follow the number, or harm is said of it."""
    words = tokens.words
    if said.vague and _is_idle(tokens, i, end, harm):
        return None
    noun: int | None
    if words[end] in tokens.lang.OF:
        noun = people.part_of(tokens, end + 1, harm)
    elif said.vague and words[end - 1] in tokens.lang.OF and words[end] in tokens.lang.OWNERS:
        noun = people.part_of(tokens, end, harm)  # "a handful of the raiders"
    elif words[end - 1] in tokens.lang.OTHERS:
        noun = None
    else:
        noun = _one(tokens, end) if said.value == 1 else people.many(tokens, end)
        if noun is not None and words[noun - 1] in tokens.lang.OTHERS and not harm:  # other what?
            noun = None
    if noun is not None:
        if people.speaks(tokens, noun) or people.spoke(tokens, i, noun):
            return None
        last, bounds = _after(tokens, noun, ())
        for bound in bounds:
            said = bounded(said, bound)
        return Phrase(i, last, said)
    if tokens.lang.NOUN_FIRST and words[end] in tokens.harm.THE and words[end + 1] in tokens.lang.LABELS:
        return Phrase(i, end + 2, said)  # "ascienden a 27 los muertos"
    more = end + 1 if words[end] in tokens.lang.MORE else end
    if (
        harm
        and people.alone(tokens, more)
        and words[i] not in tokens.lang.UNDER
        and governed(tokens, i, more)
    ):
        return Phrase(i, more, said)
    if harm and (stop := _named(tokens, end)):
        return Phrase(i, stop, said)
    if chain and (stop := _elliptic(tokens, end)) and counted(tokens, stop + 1, harm, chain=chain - 1):
        return Phrase(i, stop, said)
    return None


def _one(tokens: Tokens, i: int) -> int | None:
    """Return the end of the noun phrase behind "one": "suspect", "further death"."""
    at = i + (tokens.words[i] in tokens.lang.MORE)
    if tokens.words[at] in tokens.nouns.SINGLE_HARM and people.ends(tokens, at + 1):
        return at + 1
    return people.one(tokens, i)


def _is_idle(tokens: Tokens, i: int, end: int, harm: bool) -> bool:
    """Return whether a vague word says nothing here: "many people fear", "the other men"."""
    words = tokens.words
    if words[end - 1] in tokens.lang.OTHER and words[end - 2] in tokens.lang.NOT_BEFORE_OTHER:
        return True
    return words[i] in tokens.lang.WEAK and not harm


def _elliptic(tokens: Tokens, i: int) -> int | None:
    """Return where the adjectives end in "eleven Syrian and two Russian soldiers"; "and" stands there."""
    for at in range(i, i + 4):
        if at > i and tokens.words[at] in tokens.lang.LIST_MARKS:
            return at
        if not (tokens.capital(at) or tokens.words[at] in tokens.lang.ADJECTIVES):
            return None
    return None


def _named(tokens: Tokens, i: int) -> int | None:
    """Return where the name ends in "3 IDF wounded", "two Hezbollah were killed"."""
    at = i
    while tokens.capital(at) and people.may_name(tokens, at) and at < i + 2:
        at += 1
    lower_case = at > i and not tokens.capital(at)  # in "One Cow Killed" a capital says nothing
    return (
        at
        if lower_case and governed(tokens, i, at) and tokens.words[at + 1] not in tokens.lang.DOWN
        else None
    )


def _is_other_number(tokens: Tokens, i: int, start: int, said: Amount) -> bool:
    """Return whether the number is a date, an age, money, a designation or a share."""
    words = tokens.words
    before = words[start - 1] if words[start - 1] != "." else words[start - 2]
    following = words[said.end]
    if before in tokens.lang.CURRENCY or following in tokens.lang.UNITS or following in ("/", "%"):
        return True
    digits = words[start][:1].isdigit()
    if before in tokens.lang.DESIGNATORS and (digits or tokens.capital(start - 1)):
        return True
    if before in tokens.lang.IN and words[start - 2] in tokens.lang.ONE_OF:  # "one in three people"
        return True
    is_share = words[start] in tokens.lang.ONE_OF and following in tokens.lang.IN
    if is_share and _is_number(tokens, said.end + 1):
        return True
    if before in tokens.lang.LIST_MARKS and _is_age(tokens, start):
        return True
    if following in tokens.lang.MONTHS and tokens.capital(said.end) and digits:
        return True
    if following in tokens.lang.OF and words[said.end + 1] in tokens.lang.MONTHS and digits:  # "12 de mayo"
        return True
    if before in tokens.lang.MONTHS and digits and words[start - 2] not in tokens.lang.TIME_PREPOSITIONS:
        return True
    if i < start or not (digits and words[start].isdecimal() and said.value in tokens.lang.YEARS):
        return False
    return before in tokens.lang.TIME_PREPOSITIONS or before == "," or following not in tokens.nouns.PLURAL


def _is_number(tokens: Tokens, i: int) -> bool:
    """Return whether a number stands at word `i`, and no article."""
    return tokens.words[i] not in tokens.lang.ARTICLES and starts(tokens.words[i], tokens.lang)


def _is_age(tokens: Tokens, i: int) -> bool:
    """Return whether the number ends a list of ages: "aged 7 and 9"."""
    words = tokens.words
    for at in range(i - 1, i - 8, -1):
        if words[at] in tokens.lang.AGED:
            return True
        if words[at] not in tokens.lang.LIST_MARKS and not words[at].isdecimal():
            return False
    return False
