"""A quote is found where its words stand, in the text's own spelling, or not at all."""

import time

import pytest

from eventx.quotes import fold, locate

FOUND = {
    "exact": ("Four died in Borel.", "Borel", "Borel"),
    "exact before another spelling": ("BOREL fell. Then Borel burned.", "Borel", "Borel"),
    "case": ("Shelling of BOREL", "Borel", "BOREL"),
    "diacritics in the text": ("The Türam front", "Turam", "Türam"),
    "diacritics in the quote": ("The Turam front", "Türam", "Turam"),
    "combining diacritics": ("The Tu\u0308ra\u0308m front", "Turam", "Tu\u0308ra\u0308m"),
    "last letter with a mark": ("In Ore\u0301, today", "Ore", "Ore\u0301"),
    "space for hyphen": ("Ansar al-Borel said", "Ansar al Borel", "Ansar al-Borel"),
    "non-breaking hyphen": ("Ansar al\u2011Borel said", "Ansar al-Borel", "Ansar al\u2011Borel"),
    "curly apostrophe": ("in Sha’ra district", "Sha'ra", "Sha’ra"),
    "no apostrophe": ("in Sha’ra district", "Shara", "Sha’ra"),
    "white space": ("four Arland\r\n  soldiers", "four Arland soldiers", "four Arland\r\n  soldiers"),
    "no-break space": ("four\u00a0soldiers", "four soldiers", "four\u00a0soldiers"),
    "zero-width space": ("four sol\u200bdiers", "four soldiers", "four sol\u200bdiers"),
    "curly quotes": ("the “Third Front” said", 'the "Third Front"', "the “Third Front”"),
    "ligature": ("in Ar\ufb01n", "Arfin", "Ar\ufb01n"),
    "sharp s": ("in Groß Arl", "Gross Arl", "Groß Arl"),
    "possessive": ("Borel's mayor", "borel", "Borel"),
    "white space around the quote": ("Four died", " Four ", "Four"),
    "arabic": ("قصف قرية بورل اليوم", "بورل", "بورل"),
    "chinese has no spaces": ("军队炮击博雷尔村", "博雷尔", "博雷尔"),
}


@pytest.mark.parametrize(("text", "quote", "words"), FOUND.values(), ids=FOUND.keys())
def test_quote_is_found_in_the_words_of_the_text(text, quote, words):
    evidence = locate(text, quote)
    assert evidence is not None
    assert (words, words) == (evidence.quote, text[evidence.start : evidence.end])


MISSING = {
    "inside a word": ("The Borelian army", "Borel"),
    "end of a word": ("The Neoborel army", "borel"),
    "before an apostrophe that goes on": ("in Sha'ra district", "Sha"),
    "likeness is not enough": ("in Borell", "Borel"),
    "longer than the text": ("in Borel", "in Borel today"),
    "empty": ("in Borel", ""),
    "nothing but marks": ("in Borel", "'"),
    "number inside a number": ("126 died", "26"),
}


@pytest.mark.parametrize(("text", "quote"), MISSING.values(), ids=MISSING.keys())
def test_quote_is_not_found(text, quote):
    assert locate(text, quote) is None


@pytest.mark.parametrize(
    ("quote", "after", "start"),
    [("Borel", 0, 0), ("Borel", 1, 10), ("borel", 1, 10), ("Borel", 11, None)],
    ids=["first", "second", "second in another spelling", "none left"],
)
def test_search_starts_after_an_offset(quote, after, start):
    evidence = locate("Borel and Borel", quote, after=after)
    assert start == (evidence.start if evidence else None)


def test_fold_is_the_form_names_are_compared_in():
    assert fold(" Ansar  al-Büre'l ") == "ansar al burel"


def test_many_quotes_in_a_long_text_are_quick():
    text = "Four Arland soldiers died in Borel, the army said. " * 1_200 + "The Türam front agreed."
    began = time.perf_counter()
    starts = {getattr(locate(text, "turam FRONT"), "start", None) for _ in range(200)}
    assert starts == {text.index("Türam")}
    assert time.perf_counter() - began < 2
