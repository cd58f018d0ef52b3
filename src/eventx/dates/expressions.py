"""The English expressions of time that may date an event, one pattern to a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eventx.schema import Evidence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# One space, or a line wrapped there; never a paragraph's end.
_S = r"(?:[ \t\u00a0\u202f]{1,3}|[ \t]?\r?\n)"
_MONTH_NAME = (  # with a capital: "may" and "march" are verbs
    r"(?-i:(?=[A-Z]))(?:(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|\b))"
)
_MONTH = rf"(?P<month>{_MONTH_NAME})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?<!\d[.,])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
_TO_DAY = (
    rf"(?:(?:\s?[-–]\s?|{_S}(?(between)(?:and|to)|to){_S})(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?"
)
_DAYS = rf"(?-i:(?=[A-Z]))(?:{'|'.join(WEEKDAYS)})"
_NUMBER = rf"(?:(?<!\d)\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
_UNIT = "(?:hour|day|week|month|year)"
_PART = rf"(?:{_S}(?:morning|afternoon|evening|night|overnight))?"

# "before Friday" bounds the time, "planned for Friday" has it to come; "since Friday" reaches to publication.
_IN = (
    rf"(?:(?P<bound>(?:before|after|until|till|by|prior{_S}to|for(?!{_S}(?:the{_S})?(?:past|last))){_S})"
    rf"|(?P<since>since{_S})|(?:on|in|during|over|for|within|throughout){_S})"
)
_END = rf"(?:at{_S})?the{_S}(?:beginning|start|middle|end){_S}of{_S}"
_EARLY = rf"(?:(?:early|late|mid)(?:-|{_S})(?:(?:on|in){_S})?|{_END})"
_HOURS = (
    rf"(?:(?:early|earlier|late|later){_S}(?:on{_S})?"
    rf"|the{_S}(?:night|morning|afternoon|evening|(?:early|small){_S}hours){_S}of{_S}(?:the{_S})?)"
)
_ON = (
    rf"{_IN}?(?:(?:(?P<between>between)|from){_S})?(?:{_EARLY}|{_HOURS})?"
    rf"(?:(?P<weekday>{_DAYS}){_PART},?{_S}(?:the{_S})?)?"
)
_DATE = (
    rf"(?:{_DAYS},?{_S})?(?:\d{{1,2}}(?:st|nd|rd|th)?{_S}(?:of{_S})?{_MONTH_NAME}"
    rf"|{_MONTH_NAME}{_S}(?:the{_S})?\d{{1,2}}(?:st|nd|rd|th)?)(?:,?{_S}(?:19|20)\d\d)?(?!\d)"
)

_PATTERNS = {
    "iso": rf"{_IN}?(?P<iso>\d{{4}}-\d\d-\d\d)(?!-)",
    "day_month": rf"{_ON}{_DAY}{_TO_DAY}{_S}(?:of{_S})?{_MONTH}(?:,?{_S}{_YEAR})?",
    "month_day": rf"{_ON}{_MONTH}{_S}(?:the{_S})?{_DAY}{_TO_DAY}(?:,?{_S}{_YEAR})?",
    "month_year": rf"{_IN}?{_EARLY}?{_MONTH},?{_S}(?:of{_S})?{_YEAR}",
    "dates": rf"(?:(?P<open>between|from){_S})?(?<!\d)(?P<first>{_DATE})"
    rf"(?(open){_S}(?:and|to|until|till|through){_S}|(?:{_S}(?:to|until|till|through){_S}|\s?[-–]\s?))"
    rf"(?P<second>{_DATE})",
    "month": rf"(?:{_IN}|(?=early|late|mid|last|{_END}))"
    rf"(?:{_EARLY}|(?P<last>last){_S})?{_MONTH}",
    "year": rf"(?:{_IN}|(?=early|late|mid|{_END})){_EARLY}?{_YEAR}(?![-–/]\d|,\d)",
    "weekdays": rf"{_IN}?(?:(?:overnight|the{_S}night{_S}of){_S})?(?:(?P<open>between|from){_S})?"
    rf"{_HOURS}?(?P<weekday>{_DAYS}){_PART}"
    rf"{_S}(?(open)(?:and|to|into|until|through)|(?:to|into|until|through)){_S}"
    rf"{_HOURS}?(?P<last_weekday>{_DAYS}){_PART}",
    "night": rf"overnight{_S}(?:on{_S})?(?P<weekday>{_DAYS})|(?:on{_S})?(?P<night_of>{_DAYS}){_S}overnight",
    "weekday": rf"{_IN}?{_HOURS}?(?:on{_S})?"
    rf"(?:(?P<which>last|(?:this{_S})?past|this){_S})?"
    rf"(?P<weekday>{_DAYS}){_PART}(?:{_S}(?:of{_S})?(?P<week>last|this){_S}week)?",
    "today": rf"{_IN}?(?:(?:early|earlier|late|later){_S})?today|tonight"
    rf"|(?:(?:early|late){_S})?this{_S}(?:morning|afternoon|evening)",
    "yesterday": rf"{_IN}?(?:(?:early|late){_S})?yesterday{_PART}|(?:late{_S})?last{_S}(?:night|evening)",
    "day_before_yesterday": rf"{_IN}?the{_S}day{_S}before{_S}yesterday",
    "overnight": "overnight",
    "ago": rf"(?P<about>(?:about|around|almost|nearly|over|(?:more|less){_S}than){_S})?(?P<n>{_NUMBER}){_S}"
    rf"(?P<unit>{_UNIT})s?{_S}ago",
    "calendar": rf"{_IN}?(?:(?P<part>(?:early|earlier|late|later){_S})|{_EARLY})?(?P<which>last|this){_S}"
    r"(?P<unit>week|month|year)",
    "past": rf"{_IN}?(?:the{_S})?(?:past|last){_S}(?:(?P<n>{_NUMBER}){_S})?(?P<unit>{_UNIT})(?P<plural>s?)",
    "weekend": rf"(?:{_IN}|at{_S})?"
    rf"(?:(?P<which>last|this)|(?:(?:the|this){_S})?(?:past|last)|the){_S}weekend",
    # Kept in the article's words: how many days they mean, or which day they count from, is not in them.
    "vague": rf"{_IN}?(?:(?:the{_S})?(?:past|last){_S}(?:few|several|couple{_S}of){_S}(?:{_UNIT}|decade)s"
    rf"|recent{_S}(?:{_UNIT}|decade)s|(?:the{_S})?(?:past|last){_S}(?:{_NUMBER}{_S})?(?:decades?|century|centuries)"
    rf"|(?:last|this){_S}(?:spring|summer|autumn|fall|winter)"
    rf"|the{_S}(?:(?:early|late|mid)(?:-|{_S}))?(?:19|20)\d0s|the{_S}day{_S}before"
    rf"|(?:the|that){_S}(?:same|previous|preceding|following|next){_S}"
    rf"(?:(?:{_NUMBER}{_S})?{_UNIT}s?|night|morning|evening|{_DAYS}))"
    rf"|(?:{_NUMBER}|several|a{_S}few|a{_S}couple{_S}of){_S}(?:{_UNIT}|decade)s?{_S}(?:earlier|later)"
    rf"|(?:{_NUMBER}|several|a{_S}few|a{_S}couple{_S}of){_S}(?:{_UNIT}|decade)s?{_S}ago"
    rf"|(?:between|from){_S}(?:19|20)\d\d{_S}(?:and|to|until){_S}(?:19|20)\d\d",
    # Time to come dates no event that happened.
    "future": rf"{_IN}?(?:next|coming){_S}(?:{_DAYS}|weekend|{_UNIT})|tomorrow",
}
KINDS = {
    kind: re.compile(rf"(?<![\w-])(?=\w)(?:{words})(?!\w)", re.IGNORECASE)
    for kind, words in _PATTERNS.items()
}
"""How each kind of expression is written; an expression is of the first kind that matches the whole of it."""


# Every expression of these kinds holds one of the words, or pieces of words. Most texts lack most of them,
# and to look for words is quicker by far than to try a pattern at each word of a text.
_HELD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        ("day_month", "month_day", "dates", "month_year", "month"),
    ),
    ("19 20", ("year",)),
    (" ".join(WEEKDAYS), ("weekdays", "night", "weekday")),
    ("today tonight morning afternoon evening", ("today",)),
    ("yesterday last", ("yesterday",)),
    ("yesterday", ("day_before_yesterday",)),
    ("overnight", ("overnight",)),
    ("ago", ("ago",)),
    ("week month year", ("calendar",)),
    ("past last", ("past",)),
    ("weekend", ("weekend",)),
    ("next coming tomorrow", ("future",)),
    ("-", ("iso",)),
    (
        "few several couple recent decade centur spring summer autumn fall winter before same previous "
        "preceding following next earlier later ago 19 20",
        ("vague",),
    ),
)
_KINDS_WITH = [(frozenset(words.split()), kinds) for words, kinds in _HELD]
# The longer first: of a weekend no week is found.
_ANY_HELD = re.compile(
    "|".join(sorted({word for words, _ in _KINDS_WITH for word in words}, key=len, reverse=True))
)
# No expression reaches over these: a stop stands in one only behind a month of up to four letters.
_BREAK = re.compile(r"(?=[.();\n])(?:[();]|\n\s*\n|(?<=\w{5})\.\s)")


def month_number(word: str) -> int:
    """Return 1 for "Jan.", "jan" and "January"."""
    return [month[:3] for month in MONTHS].index(word[:3].capitalize()) + 1


# "will join in January": what stands this close behind, with nothing but words between, is to come.
_TO_COME = re.compile(
    rf"\b(?:will|shall|(?:is|are|plans|planned|planning){_S}to|(?:is|are){_S}(?:due|scheduled|set|expected|supposed))\b"
    r"(?:[^.,;:()\n]|[.,](?=\d))*\Z",
    re.IGNORECASE,
)
_TO_COME_WITHIN = 80  # characters


@lru_cache(maxsize=256)  # an article and its sentences, each asked for several times
def find(text: str) -> tuple[Evidence, ...]:
    """Return every expression of time usable as the time of an event, in order, none over another.

    Where two kinds overlap the one that starts first wins, then the longer. Times to come ("next week",
    "will join in January") and dates in digits whose order is uncertain ("12/03/2024") are left out.
    """
    found = [
        (match.start(), -match.end(), kind)
        for start, end in _pieces(text)
        for kind in _kinds_in(text[start:end].lower())
        for match in KINDS[kind].finditer(text, start, end)
    ]
    kept: list[Evidence] = []
    reached = 0
    for start, minus_end, kind in sorted(found):
        end = -minus_end
        if start >= reached:
            reached = end
            is_to_come = kind == "future" or _TO_COME.search(text, max(0, start - _TO_COME_WITHIN), start)
            if not is_to_come:
                kept.append(Evidence(start=start, end=end, quote=text[start:end]))
    return tuple(kept)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the stretches that an expression stands in whole."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _kinds_in(words: str) -> list[str]:
    """Return the kinds of which words in lower case may hold an expression."""
    found = _ANY_HELD.findall(words)
    return [kind for held, kinds in _KINDS_WITH if not held.isdisjoint(found) for kind in kinds]
