"""Numbers of kilometres, hours, money or roads that stand in the record as numbers of people.

A number that a model gives stands in its quote; that it counts people only the words beside it show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx.article import Article
from eventx.checks.counted import placed, stated
from eventx.checks.rule import Rule
from eventx.counts import with_rules
from eventx.counts.language import Words
from eventx.counts.languages import rules
from eventx.schema import Event, Evidence, Finding

NUMBER_OF_THINGS = Rule(
    "number-of-things",
    13,
    "warning",
    "The number of a figure counts people, not kilometres, hours, money or roads.",
    "a number that stands in its quote need not be one of people",
)
RULES = (NUMBER_OF_THINGS,)

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%°$€£¥₹₽₪₴]")
_BESIDE = 24  # characters beside a quote that may hold the unit of its number


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the figures of a model's alone whose every number is one of things."""
    language = with_rules(article.language)
    if language is None:
        return
    words = rules(language).words
    for index, event in enumerate(events):
        for path, casualty in placed(index, event):
            if casualty.vouched_by != ("model",) or stated(article, casualty):
                continue
            quoted = casualty.evidence[0]
            of_things = [_is_of_things(article.text, quoted, at, words) for at in _numbers(quoted, words)]
            if of_things and all(of_things):
                plain = " ".join(quoted.quote.split())
                yield NUMBER_OF_THINGS.at(path, f'"{plain}" does not seem to count people')


def _numbers(quoted: Evidence, words: Words) -> Iterator[re.Match[str]]:
    for match in _TOKEN.finditer(quoted.quote):
        plain = match[0].lower()
        if plain[0].isdecimal() or plain in words.ONES or plain in words.TENS:
            yield match


def _is_of_things(text: str, quoted: Evidence, number: re.Match[str], words: Words) -> bool:
    start, end = quoted.start + number.start(), quoted.start + number.end()
    before = [each[0].lower() for each in _TOKEN.finditer(text, max(0, start - _BESIDE), start)]
    after = [each[0].lower() for each in _TOKEN.finditer(text, end, end + _BESIDE)]
    last, following = before[-1] if before else "", after[0] if after else ""
    if {following, following.removesuffix("s")} & words.UNITS or last in words.CURRENCY | words.DESIGNATORS:
        return True
    is_year = number[0].isdecimal() and len(number[0]) == 4 and int(number[0]) in words.YEARS
    return is_year and last in words.TIME_PREPOSITIONS | words.MONTHS
