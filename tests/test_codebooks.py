"""Vague words stay without a number, unless a named rule is asked for."""

from __future__ import annotations

import pytest

from eventx import Extraction, InputError, extract
from eventx.codebooks import estimated, number
from scripted import Scripted, incident, told

SIDES = incident(town="Tarn", side_a="Norland army", side_b="Red Dawn", kind="battle")


def extraction(text: str) -> Extraction:
    return extract(f"The Norland army fought Red Dawn in Tarn. {text}", model=Scripted(told(SIDES)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("dozens of fighters", 12, id="dozens"),
        pytest.param("Hundreds", 100, id="hundreds"),
        pytest.param("tens of people", 10, id="tens"),
        pytest.param("several soldiers", 3, id="several"),
        pytest.param("a few", 3, id="few"),
        pytest.param("an unknown number", None, id="no-rule"),
    ],
)
def test_acled_puts_a_number_to_a_vague_word(words: str, expected: int | None) -> None:
    assert number(words, "acled") == expected


def test_a_rule_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(InputError, match="there is no rule 'gtd' for vague words; there is acled"):
        number("dozens", "gtd")


def test_a_vague_word_has_no_number_by_itself() -> None:
    killed = extraction("Dozens of soldiers were killed.").events[0].killed
    assert killed is not None
    assert (killed.value, killed.low, killed.text) == (None, 24, "Dozens of soldiers")


def test_a_rule_keeps_the_words_and_says_where_the_number_is_from() -> None:
    found = estimated(extraction("Dozens of soldiers were killed. Three insurgents were killed."), "acled")
    vague, exact = found.events[0].casualties
    assert (vague.count.value, vague.count.text, vague.count.approximate, vague.inferred) == (
        12,
        "Dozens of soldiers",
        True,
        "12, as the acled rule codes “Dozens of soldiers”",
    )
    assert (exact.count.value, exact.inferred) == (3, None)


def test_the_events_figure_is_added_up_anew() -> None:
    found = estimated(extraction("Dozens of soldiers were killed. Three insurgents were killed."), "acled")
    killed = found.events[0].killed
    assert killed is not None
    assert (killed.value, killed.approximate) == (15, True)


def test_each_estimate_is_a_finding() -> None:
    found = estimated(extraction("Several soldiers were killed and dozens of insurgents wounded."), "acled")
    assert [each.path for each in found.findings if each.code == "vague-word-estimated"] == [
        "events[0].casualties[0].count",
        "events[0].casualties[1].count",
    ]


def test_numbers_that_the_text_gives_stay_as_they_are() -> None:
    before = extraction("Around ten soldiers were killed and up to four insurgents wounded.")
    assert estimated(before, "acled") == before
