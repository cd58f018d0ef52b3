"""How a number of words is read, and where it ends."""

from __future__ import annotations

import pytest

from eventx.counts.languages import ENGLISH, SPANISH
from eventx.counts.numbers import Amount, amount, bounded

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_PAST = [""] * 24  # what stands behind a sentence


def spelled(n: int) -> str:
    """Return a number below a thousand millions as British English spells it."""
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10 - 2] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    if n < 1_000:
        return f"{_ONES[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    size, word = (1_000, "thousand") if n < 1_000_000 else (1_000_000, "million")
    rest = n % size
    joint = "" if not rest else " and " if rest < 100 else " "
    return f"{spelled(n // size)} {word}{joint}{spelled(rest) if rest else ''}"


NUMBERS = (
    *range(0, 131), 199, 200, 210, 219, 220, 221, 345, 500, 512, 900, 990, 999, 1_000, 1_001, 1_010, 1_012,
    1_099, 1_100, 1_234, 2_000, 9_999, 10_000, 11_011, 12_345, 20_020, 99_999, 100_000, 100_001, 123_456,
    200_300, 999_999, 1_000_000, 1_000_001, 1_000_100, 1_001_000, 2_345_678, 12_000_012, 100_100_100,
    999_999_999,
)  # fmt: skip


def read(text: str, language=ENGLISH) -> Amount | None:
    return amount(["", "", *text.split(), *_PAST], 2, language.words)


def exactly(n: int, words: int) -> Amount:
    return Amount(words + 2, n, n, n)


def test_a_spelled_number_is_read_whole():
    said = [spelled(n) for n in NUMBERS]
    assert [exactly(n, len(words.split())) for n, words in zip(NUMBERS, said, strict=True)] == [
        read(words) for words in said
    ]


def test_a_number_spelled_without_and_or_hyphen_is_the_same():
    said = [spelled(n).replace(" and ", " ").replace("-", " ") for n in NUMBERS]
    assert [exactly(n, len(words.split())) for n, words in zip(NUMBERS, said, strict=True)] == [
        read(words) for words in said
    ]


# The words, what they say, and how many of them say it.
ENGLISH_READ = {
    "two units are two numbers": ("two three", 2, 1),
    "no unit after a teen": ("twelve three", 12, 1),
    "no teen after a ten": ("twenty eleven", 20, 1),
    "no ten after a ten": ("twenty thirty", 20, 1),
    "no zero after a ten": ("twenty zero", 20, 1),
    "no zero after a hundred": ("two hundred zero", 200, 2),
    "no hundred after a hundred": ("two hundred hundred", 200, 2),
    "no unit after a dozen": ("two dozen three", 24, 2),
    "no thousand after a dozen": ("two dozen thousand", 24, 2),
    "no dozen after a thousand": ("two thousand three dozen", 2003, 3),
    "no million after a thousand": ("two thousand million", 2000, 2),
    "no thousand after a thousand": ("two thousand three thousand", 2003, 3),
    "twelve hundred": ("twelve hundred", 1200, 2),
    "ninety-nine hundred": ("ninety-nine hundred", 9900, 2),
    "an ending and": ("twenty and", 20, 1),
    "and after a ten": ("twenty and three", 20, 1),
    "and of the next number": ("two hundred and men", 200, 2),
    "a hundred": ("a hundred men", 100, 2),
    "a hundred and one": ("a hundred and one men", 101, 4),
    "a thousand": ("a thousand two hundred", 1200, 4),
    "a dozen": ("a dozen men", 12, 2),
    "a half-dozen": ("a half-dozen men", 6, 2),
    "half-dozen": ("half-dozen men", 6, 1),
    "half a dozen": ("half a dozen men", 6, 3),
    "half a million": ("half a million men", 500_000, 3),
    "half a hundred": ("half a hundred men", 50, 3),
    "a couple of": ("a couple of men", 2, 3),
    "a couple of dozen": ("a couple of dozen men", 24, 4),
    "a couple dozen": ("a couple dozen men", 24, 3),
    "a couple of thousand": ("a couple of thousand men", 2000, 4),
    "a pair of": ("a pair of men", 2, 3),
    "digits": ("26 men", 26, 1),
    "one digit": ("0 men", 0, 1),
    "grouped by commas": ("1,234,567 men", 1_234_567, 1),
    "stops part no thousands": ("1.234.567 men", None, 0),
    "a million by a decimal": ("1.2 million men", 1_200_000, 2),
    "a decimal of a thousand": ("2.75 thousand men", 2750, 2),
    "three thousand": ("3 thousand men", 3000, 2),
    "five hundred": ("5 hundred men", 500, 2),
    "two dozen": ("2 dozen men", 24, 2),
    "ten digits": ("1234567890 men", 1_234_567_890, 1),
    "no number of people has eleven digits": ("12345678901 men", None, 0),
    "a bare decimal": ("7.62 rounds", None, 0),
    "a decimal of nobody": ("1.2345 thousand men", None, 0),
    "a time": ("10:30 men", None, 0),
    "badly grouped": ("12,34 men", None, 0),
    "hundred alone": ("hundred men", None, 0),
    "thousand alone": ("thousand men", None, 0),
    "a unit behind an article": ("a two men", None, 0),
    "an article": ("a man", None, 0),
    "a couple without of": ("a couple men", None, 0),
    "half of what": ("half men", None, 0),
    "half a what": ("half a man", None, 0),
    "no number": ("men", None, 0),
    "a word that only opens like one": ("two-faced men", None, 0),
    "a number that opens a word": ("12-year-old men", None, 0),
}  # fmt: skip


@pytest.mark.parametrize(("words", "value", "taken"), ENGLISH_READ.values(), ids=ENGLISH_READ.keys())
def test_english(words, value, taken):
    assert (None if value is None else exactly(value, taken)) == read(words)


def between(low: int, high: int, words: int) -> Amount:
    return Amount(words + 2, None, low, high)


def least(low: int, words: int) -> Amount:
    return Amount(words + 2, None, low, None, vague=True)


RANGES = {
    "to": ("20 to 30 men", between(20, 30, 3)),
    "spelled": ("twenty to thirty men", between(20, 30, 3)),
    "or": ("eight or nine men", between(8, 9, 3)),
    "dash": ("20-30 men", between(20, 30, 1)),
    "loose dash": ("20 - 30 men", between(20, 30, 3)),
    "dash with a scale": ("20-30 thousand men", between(20_000, 30_000, 2)),
    "two to three thousand": ("two to three thousand men", between(2_000, 3_000, 4)),
    "two hundred to three thousand": ("two hundred to three thousand men", between(200, 3_000, 5)),
    "2,000 to three thousand": ("2,000 to three thousand men", between(2_000, 3_000, 4)),
    "between": ("between 20 and 30 men", between(20, 30, 4)),
    "between hundreds": ("between one hundred and two hundred men", between(100, 200, 6)),
    "between with and inside": (
        "between one hundred and ten and two hundred men",
        between(110, 200, 8),
    ),
    "between one and two thousand": ("between one and two thousand men", between(1_000, 2_000, 5)),
    "downwards is no range": ("30 to 20 men", exactly(30, 1)),
    "to the same is no range": ("20 to 20 men", exactly(20, 1)),
    "to no number": ("20 to men", exactly(20, 1)),
    "dash downwards": ("30-20 men", None),
    "three dashes": ("20-30-40 men", None),
    "between no numbers": ("between men and women", None),
    "between downwards": ("between 30 and 20 men", None),
    "between one number": ("between 30 men", None),
    "several": ("several men", least(2, 1)),
    "dozens": ("dozens of men", least(24, 1)),
    "several hundred": ("several hundred men", least(200, 2)),
    "a few dozen": ("a few dozen men", least(24, 3)),
    "hundreds of thousands": ("hundreds of thousands men", least(200_000, 3)),
    "20-odd": ("20-odd men", Amount(3, 20, None, None, approximate=True)),
    "thirty-odd": ("thirty-odd men", Amount(3, 30, None, None, approximate=True)),
    "two hundred and thirty-odd": (
        "two hundred and thirty-odd men",
        Amount(6, 230, None, None, approximate=True),
    ),
}


@pytest.mark.parametrize(("words", "expected"), RANGES.values(), ids=RANGES.keys())
def test_range(words, expected):
    assert expected == read(words)


SPANISH_READ = {
    "cien": ("cien hombres", 100, 1),
    "ciento uno": ("ciento uno hombres", 101, 2),
    "hundreds": ("quinientas treinta y dos personas", 532, 4),
    "mil": ("mil hombres", 1000, 1),
    "mil and more": ("mil doscientas personas", 1200, 2),
    "dos mil": ("dos mil trescientas cuatro personas", 2304, 4),
    "and joins tens and ones only": ("cien y dos hombres", 100, 1),
    "a million and a half": ("un millón y medio", 1_500_000, 4),
    "two millions": ("dos millones de personas", 2_000_000, 2),
    "a million and a thing": ("un millón y una", 1_000_000, 2),
    "half a million": ("medio millón de personas", 500_000, 2),
    "half a hundred": ("medio centenar de personas", 50, 2),
    "a dozen": ("una docena de personas", 12, 2),
    "half a dozen": ("media docena de personas", 6, 2),
    "two dozens": ("dos docenas de personas", 24, 2),
    "a decimal comma": ("1,5 millones de personas", 1_500_000, 2),
    "stops between thousands": ("14.000 personas", 14_000, 1),
}


@pytest.mark.parametrize(("words", "value", "taken"), SPANISH_READ.values(), ids=SPANISH_READ.keys())
def test_spanish(words, value, taken):
    assert exactly(value, taken) == read(words, SPANISH)


# How a modifier changes "20", and what those before it made of that: low, high and whether it is approximate.
BOUNDED = {
    "none": (("none",), (20, 20, False)),
    "at least": (("at_least",), (20, None, False)),
    "more than": (("more_than",), (21, None, False)),
    "at most": (("at_most",), (None, 20, False)),
    "less than": (("less_than",), (None, 19, False)),
    "about": (("about",), (None, None, True)),
    "at least about": (("at_least", "about"), (20, None, True)),
    "up to about": (("at_most", "about"), (None, 20, True)),
    "about, or more": (("about", "at_least"), (20, None, True)),
}


@pytest.mark.parametrize(("bounds", "expected"), BOUNDED.values(), ids=BOUNDED.keys())
def test_bounded(bounds, expected):
    said = exactly(20, 1)
    for bound in bounds:
        said = bounded(said, bound)
    assert (3, 20, *expected, False) == said


UNKNOWN = {  # of "several" and "20 to 30", which state no value
    "at least several": (least(2, 1), "at_least", least(2, 1)),
    "up to several": (least(2, 1), "at_most", Amount(3, None, None, None, vague=True)),
    "fewer than several": (least(2, 1), "less_than", Amount(3, None, None, None, vague=True)),
    "about several": (least(2, 1), "about", Amount(3, None, 2, None, approximate=True, vague=True)),
    "about 20 to 30": (between(20, 30, 3), "about", Amount(5, None, 20, 30, approximate=True)),
    "up to 20 to 30": (between(20, 30, 3), "at_most", between(20, 30, 3)),
    "fewer than none": (exactly(0, 1), "less_than", Amount(3, 0, None, 0)),
}


@pytest.mark.parametrize(("said", "bound", "expected"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_bounded_without_a_value(said, bound, expected):
    assert expected == bounded(said, bound)
