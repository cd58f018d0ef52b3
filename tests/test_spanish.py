"""Spanish, the second language of the counts: every sentence of tests/counting/spanish.txt is read right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counted import HARMED, OPEN, Case, cases
from eventx.counts import find, supported
from eventx.counts.harm import outcomes_named, speaks_of_harm
from eventx.counts.reading import Reading, read
from eventx.resolve import people

TABLE = cases("spanish")

# The words of a count, its value, low, high and approximate, its outcome or OPEN, and its flags.
Count = tuple[str, tuple[int | None, int | None, int | None, bool], str, frozenset[str]]


def readings(text: str) -> tuple[Reading, ...]:
    return read(text, find(text, language="es"), language="es")


def expected_of(case: Case) -> list[Count]:
    """Return the counts of people who are harmed, or of whom the words leave it open."""
    return [
        (case.text[count.start : count.end], count.amount, count.outcome, count.flags)
        for count in case.counts
        if count.outcome in HARMED | {OPEN}
    ]


def actual_of(case: Case) -> list[Count]:
    """Return what the rules find in the text, but for people certainly not harmed and for the unreal."""
    return [
        (
            reading.mention.text,
            (reading.mention.value, reading.mention.low, reading.mention.high, reading.mention.approximate),
            reading.outcome or OPEN,
            frozenset(flag for flag in ("adds", "subset", "background") if getattr(reading, flag)),
        )
        for reading in readings(case.text)
        if reading.outcome != "none" and not reading.unreal
    ]


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.id)
def test_the_counts_of_a_sentence(case: Case) -> None:
    assert expected_of(case) == actual_of(case)


def test_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    expected = {(case.id, *count) for case in TABLE for count in expected_of(case)}
    actual = {(case.id, *count) for case in TABLE for count in actual_of(case)}
    precision, recall = len(expected & actual) / len(actual), len(expected & actual) / len(expected)
    with capsys.disabled():
        print(f"\nSpanish: {len(TABLE)} sentences, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert (1.0, 1.0) == (precision, recall)


def test_the_table_is_large_enough() -> None:
    assert len(TABLE) >= 60


def test_every_id_names_one_case() -> None:
    assert len({case.id for case in TABLE}) == len(TABLE)


WHO = {
    "the noun and its adjectives": ("Murieron once soldados sirios.", "soldados sirios"),
    "not what befell them": ("Dejó tres soldados muertos.", "soldados"),
    "nothing but what befell them": ("Dejó 26 muertos.", None),
    "behind of": ("Murió uno de los atacantes.", "atacantes"),
    "not the bound behind them": ("Murieron 20 personas o más.", "personas"),
}


@pytest.mark.parametrize(("text", "expected"), WHO.values(), ids=WHO)
def test_who(text: str, expected: str | None) -> None:
    (reading,) = readings(text)
    assert expected == reading.who


SUBJECT = {
    "of an active verb": ("El ejército mató a once rebeldes.", ("El ejército", "actor")),
    "who loses their own": ("El ejército perdió siete soldados.", ("El ejército", "loser")),
    "behind the verb it is the count": ("El lunes murieron once rebeldes.", (None, None)),
    "none of a passive": ("En Tarn fueron abatidos once rebeldes.", (None, None)),
    "none of a perfect without object": ("Ayer han muerto once rebeldes.", (None, None)),
    "left out": ("Abatieron a once rebeldes.", (None, None)),
}


@pytest.mark.parametrize(("text", "expected"), SUBJECT.values(), ids=SUBJECT)
def test_subject(text: str, expected: tuple[str | None, str | None]) -> None:
    (reading,) = readings(text)
    assert expected == (reading.subject, reading.subject_is)


def test_words_of_harm() -> None:
    text = "Once soldados murieron. El tren llegó."
    assert (True, False) == (
        speaks_of_harm(text, 0, 23, language="es"),
        speaks_of_harm(text, 24, 38, language="es"),
    )
    assert frozenset({"killed"}) == outcomes_named(text, 0, len(text), language="es")


_PARTS = """al menos|más de|unos|entre|de|a|un|una|otros|26|1.200|1\u00a0200|1,5|2013|10-15|dos|treinta|y
|ciento|mil|millón|medio|centenar|decenas|varios|nadie|sin|no hubo|los|las|soldados|sirios|policía|muertos
|heridas|murieron|mató|fueron|abatidos|resultaron|entre ellos|de los cuales|que|en Tarn|,|.|(|)|"|%|-"""
_TEXTS = st.lists(st.sampled_from(_PARTS.split("|")), max_size=30).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_every_reading_stands_in_its_text(text: str) -> None:
    found = readings(text)
    edges = [edge for reading in found for edge in (reading.mention.start, reading.mention.end)]
    assert sorted(edges) == edges
    assert [text[r.mention.start : r.mention.end] for r in found] == [r.mention.text for r in found]
    assert all(r.clause[0] <= r.mention.start and r.mention.end <= r.clause[1] for r in found)


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_is_read_as_written(n: int) -> None:
    said = [f"{n:,}".replace(",", mark) + " personas" for mark in (".", ",", "\u00a0")]
    assert [(text, n) for text in said] == [
        (reading.mention.text, reading.mention.value)
        for text in said
        for reading in readings(f"Murieron {text}.")
    ]


def test_the_languages_with_rules() -> None:
    assert ("en", "es") == supported()


def test_a_language_without_rules_is_named() -> None:
    with pytest.raises(LookupError, match=r"no rules for 'xx'; there are rules for en, es"):
        find("Text", language="xx")


CAMPS = {
    "soldiers": ("soldados sirios", "state"),
    "police": ("policías", "state"),
    "insurgents": ("presuntos terroristas", "rebel"),
    "children": ("niños", "civilian"),
    "fighters of either side": ("combatientes", None),
}


@pytest.mark.parametrize(("words", "expected"), CAMPS.values(), ids=CAMPS)
def test_whose_the_people_are(words: str, expected: str | None) -> None:
    assert expected == people.camp(words)


def test_words_for_just_people() -> None:
    assert [True, True, False] == [
        people.is_generic(words) for words in ("personas", "las víctimas", "soldados")
    ]
