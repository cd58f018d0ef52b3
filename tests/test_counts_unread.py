"""A number of people that is written as none is: it is no count, and it is not lost without a word."""

from __future__ import annotations

import pytest

from eventx.counts import find
from eventx.counts.unread import unread

UNREAD = {
    "groups of no kind": ("The blast killed [1,20,00 soldiers].", "en"),
    "a stop that parts no thousands": ("[1.200 soldiers] were killed.", "en"),
    "two marks": ("[1,200.00 people] were killed.", "en"),
    "a note in brackets": ("[26(1) soldiers] were killed.", "en"),
    "a note behind a space": ("[26 (a) soldiers] were killed.", "en"),
    "a point": ("[2·6 soldiers] were killed.", "en"),
    "a bar": ("[2|6 soldiers] were killed.", "en"),
    "a wave": ("[2~6 soldiers] were killed.", "en"),
    "three points": ("[20…30 soldiers] were killed.", "en"),
    "a product": ("[2×6 soldiers] were killed.", "en"),
    "letters like digits": ("[2O soldiers] and [l2 rebels] were killed.", "en"),
    "a letter of Cyrillic": ("[2\u041e soldiers] were killed.", "en"),
    "a power or a note": ("[10² soldiers] were killed.", "en"),
    "no blank before the people": ("[26soldiers] were killed.", "en"),
    "no blank behind the verb": ("They [killed26 soldiers].", "en"),
    "Spanish groups": ("Murieron [1,20,00 soldados].", "es"),
    "Spanish point": ("[2·6 soldados] murieron.", "es"),
}


@pytest.mark.parametrize(("marked", "language"), UNREAD.values(), ids=UNREAD)
def test_a_number_that_cannot_be_read_is_told_of_and_no_count(marked: str, language: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    expected = [each.partition("]")[0] for each in marked.split("[")[1:]]
    assert [text[start:end] for start, end in unread(text, language=language)] == expected
    assert [each.text for each in find(text, language=language)] == []


@pytest.mark.parametrize(
    "text",
    [
        "26 soldiers and 1,200 rebels were killed.",
        "7.62 mm rounds killed them; 1.5 people a day die.",
        "The 26th soldiers' parade and the 35-year-old men.",
        "2/7 Marines were killed at 10:30 people said.",
        "M16 fighters and G20 leaders met.",
        "By Article 26(1), people are free.",
        "On 28.8.2023 soldiers were killed.",
        "26 (11 of them women) soldiers were killed.",
        "An area of 5·6 km was taken.",
        "In 3(a) above, people are named.",
        "F16 strikes killed them in 2019s.",
    ],
)
def test_what_counts_no_people_is_none_of_them(text: str) -> None:
    assert [*unread(text, language="en")] == []


def test_a_language_without_rules_has_none_to_read_by() -> None:
    with pytest.raises(LookupError):
        next(unread("26", language="xx"))
