"""Times in the languages that have a table: how they are written, where they stand, which days they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from eventx.dates.days import (
    Days,
    Unsettled,
    between_weekdays,
    day_of,
    expect,
    known,
    named,
    on_weekday,
    span,
)
from eventx.dates.english import S
from eventx.dates.tables import LANGUAGES, Language

Match = re.Match[str]
Reader = Callable[[Match, date | None], Days]

_MARKS = 2
_HALF_A_YEAR = timedelta(days=182)
_NUMBER = r"(?<!\d)(?<!\d[.,])(?P<day>\d{1,2})(?![\d%:]|[.,]\d)"


def _any(words: str) -> str:
    """Return a pattern of the words between "|", one that never matches where there are none."""
    return rf"(?:{'|'.join(each.replace(' ', S) for each in words.split('|'))})" if words else r"(?!)"


def _patterns(language: Language) -> dict[str, str]:
    """Return the patterns of a language by kind, "weekday_fr"; what may open a sentence in either case."""
    code, has = language.code, {k: _any(v) for k, v in language._asdict().items() if isinstance(v, str)}
    months, weekdays = _any("|".join(language.months)), _any("|".join(language.weekdays))
    head = (
        rf"(?:(?P<bound>(?i:{has['bound']})(?:{S}del?)?){S}|(?P<since>(?i:{has['since']})){S})?"
        rf"(?:(?P<between>(?i:{has['between']})){S})?"
    )
    part = rf"(?:{S}{has['parts']})?"
    to = rf"(?:\s?[-–]\s?|{S}(?(between){has['and_']}|{has['to']}){S})"
    year = rf"(?:,?{S}(?:{has['of']}{S})?(?P<year>(?:19|20)\d\d)(?!\d)(?:{S}{has['year']}(?!\w))?)?"
    article = rf"(?P<article>(?i:{has['before_weekday']}){S})"
    bare = rf"(?:{article})?(?P<weekday>{weekdays}|(?=[A-Z])(?i:{weekdays})(?!{S}[A-ZÀ-Þ]))"
    return {
        f"day_month_{code}": rf"{head}(?P<article>(?i:{has['before_date']}){S})?"
        rf"(?:(?P<weekday>{weekdays}),?{S})?{_NUMBER}(?:{to}(?P<last_day>\d{{1,2}})(?!\d))?"
        rf"{S}(?:{has['of']}{S})?(?P<month>{months})(?!\w){year}",
        f"weekdays_{code}": rf"(?:(?i:du|de|del){S})?(?P<weekday>{weekdays}){part}{S}"
        rf"{has['to']}{S}(?P<last_weekday>{weekdays}){part}",
        f"weekday_{code}": head
        + (bare if language.is_bare else rf"{article}(?P<weekday>{weekdays})")
        + rf"{part}(?:{S}(?P<last>{has['last']}))?(?!{S}(?:{has['to_come']}|\d))",
        f"days_{code}": rf"(?P<named>(?i:{_any('|'.join(language.days))}))"
        rf"(?:,?{S}(?P<weekday>{weekdays}))?{part}",
        f"eve_{code}": rf"(?i:{has['eve']})(?!{S}(?:de|del|du|des)\b|{S}d['’])",
    }


PATTERNS = {kind: rf"(?-i:{words})" for language in LANGUAGES for kind, words in _patterns(language).items()}
_KINDS = {
    language.code: tuple(kind for kind in PATTERNS if kind.endswith(language.code)) for language in LANGUAGES
}


def _words_before(language: Language) -> dict[str, re.Pattern[str]]:
    """Return patterns of a text that ends in a word of a table, or in one and part of its clause."""
    ends = {"names": rf"{S}\Z", "habit": rf"{S}\Z"}
    ends |= {"future": r"\b[^.,;:()\n]{0,60}\Z", "said": r"\b[^.;\n]{0,40}\Z"}
    return {
        words: re.compile(rf"(?<!\w){_any(getattr(language, words))}{end}", re.IGNORECASE)
        for words, end in ends.items()
    }


_BEFORE = {language.code: _words_before(language) for language in LANGUAGES}
_MARKED = {language.code: re.compile(rf"(?<!\w){_any(language.marks)}(?!\w)") for language in LANGUAGES}


@lru_cache(maxsize=256)  # an article and its sentences, each asked for several times
def spoken(text: str) -> tuple[Language, ...]:
    """Return the languages whose small words a text has, two of them at least."""
    return tuple(
        language for language in LANGUAGES if len(set(_MARKED[language.code].findall(text))) >= _MARKS
    )


def kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of the languages that a text is written in."""
    return tuple(kind for language in spoken(text) for kind in _KINDS[language.code])


def stands(kind: str, match: Match, text: str, start: int) -> bool:
    """Return whether words at a place in a text are a time: no street's name, habit or time to come."""
    name, _, code = kind.rpartition("_")
    language = next(each for each in LANGUAGES if each.code == code)
    before = text[max(0, start - 80) : start]
    ends = _BEFORE[language.code]
    if ends["future"].search(before):
        return False
    if name == "day_month":
        groups = ("article", "weekday", "year", "bound", "since")
        is_bare = language.needs_before and not any(match[group] for group in groups)
        return not is_bare and not ends["names"].search(before)
    return name != "weekday" or not ends["habit"].search(before)


def is_told(text: str, start: int) -> bool:
    """Return whether a time at a place in a text is when something was said: "informó el lunes"."""
    before = text[max(0, start - 60) : start]
    return any(_BEFORE[language.code]["said"].search(before) for language in spoken(text))


def _readers(language: Language) -> dict[str, Reader]:
    code = language.code

    def number(names: tuple[str, ...], word: str) -> int:
        return next(index for index, each in enumerate(names) if word.lower() in each.split("|"))

    def day_month(match: Match, published: date | None) -> Days:
        month = number(language.months, match["month"]) + 1
        start, reason = day_of(int(match["day"]), month, match["year"], published)
        if not match["year"] and published and published - start > _HALF_A_YEAR:  # the next one is as near
            raise Unsettled(f"{reason} lies more than half a year before it")
        end = start.replace(day=int(match["last_day"] or match["day"]))
        if end < start:
            raise Unsettled("the last day is before the first")
        if match["weekday"]:
            expect(number(language.weekdays, match["weekday"]), start)
        return span(start, end, reason)

    def weekday(match: Match, published: date | None) -> Days:
        weekday = number(language.weekdays, match["weekday"])
        return on_weekday(weekday, published, is_before=bool(match["last"]))

    def weekdays(match: Match, published: date | None) -> Days:
        first, last = (number(language.weekdays, match[day]) for day in ("weekday", "last_weekday"))
        return between_weekdays(first, last, published)

    def days(match: Match, published: date | None) -> Days:
        first, last = language.days[" ".join(match["named"].lower().split())]
        if match["weekday"]:
            weekday = number(language.weekdays, match["weekday"])
            return named(weekday, published, days_before=last)
        return _back(first, last, published)

    def eve(match: Match, published: date | None) -> Days:
        return _back(1, 1, published)

    readers = {"day_month": day_month, "weekdays": weekdays, "weekday": weekday, "days": days, "eve": eve}
    return {f"{kind}_{code}": reader for kind, reader in readers.items()}


def _back(first: int, last: int, published: date | None) -> Days:
    said = {(0, 0): "the day of {}", (1, 1): "the day before {}", (1, 0): "the night to {}"}
    reason = said.get((first, last), f"{first} days before {{}}")
    anchor = known(published, reason.format("publication"))
    start, end = anchor - timedelta(days=first), anchor - timedelta(days=last)
    return span(start, end, "the day of publication" if first == 0 else reason.format(anchor))


READERS = {kind: reader for language in LANGUAGES for kind, reader in _readers(language).items()}
