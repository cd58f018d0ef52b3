"""How each arm's reply becomes an answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.quality import words
from bench.quality.answer import Figure, Item, added, exact, from_items
from bench.quality.arms import direct, eventx_, langext, listed

SILENT = Figure()


def at_least(low: int, value: int | None = None) -> Figure:
    return Figure(value=value, low=low)


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        pytest.param([], SILENT, id="nothing"),
        pytest.param([exact(1), exact(2)], exact(3), id="exact"),
        pytest.param([exact(1), at_least(10, 10)], at_least(11, 11), id="a bound opens the sum"),
        pytest.param([exact(2), SILENT], at_least(2), id="a vague part leaves no value"),
    ],
)
def test_figures_add_up(figures: list[Figure], total: Figure) -> None:
    assert total == added(figures)


def test_statements_are_added_by_outcome() -> None:
    items = (
        Item(outcome="killed", figure=exact(1), side="insurgents"),
        Item(outcome="killed", figure=exact(2), side="civilians"),
        Item(outcome="wounded", figure=exact(0), side="civilians"),
    )
    answer = from_items(items, provinces=(), date=None)
    assert (exact(3), exact(0), SILENT) == (answer.killed, answer.wounded, answer.captured)
    assert {"killed": ("civilians", "insurgents"), "wounded": (), "captured": ()} == answer.sides


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        pytest.param("twenty-one of 1,200", (20, 1, 1200), id="not made for compounds"),
        pytest.param("a leader and Two others", (2,), id="spelt out"),
        pytest.param("someone", (), id="no word within a word"),
    ],
)
def test_numbers_of_short_words(written: str, numbers: tuple[int, ...]) -> None:
    assert numbers == words.numbers_in(written)


def test_direct_fields_become_an_answer() -> None:
    body = {
        **dict.fromkeys(direct.Report.model_fields),
        "killed": 2,
        "killed_side": "insurgents",
        "wounded": 0,
        "wounded_side": "civilians",
        "province": "Khost",
    }
    answer = direct.understand("", body)
    assert (exact(2), exact(0), SILENT) == (answer.killed, answer.wounded, answer.captured)
    assert ({"killed": ("insurgents",), "wounded": (), "captured": ()}, ("Khost",)) == (
        answer.sides,
        answer.provinces,
    )


def test_a_list_is_added_up() -> None:
    one = {"outcome": "captured", "side": "insurgents", "quote": "two men"}
    body = {
        "casualties": [{**one, "count": 2}, {**one, "count": None}],
        "province": None,
        "date": "2011-05-27",
    }
    answer = listed.understand("two men", body)
    assert (at_least(2), "2011-05-27") == (answer.captured, answer.date)


@pytest.mark.parametrize(
    ("number", "figure"),
    [
        pytest.param("two", exact(2), id="a word"),
        pytest.param("at least 10", at_least(10, 10), id="at least"),
        pytest.param("more than 10", at_least(11, 10), id="more than"),
        pytest.param("around 20", Figure(value=20), id="around"),
        pytest.param("several", SILENT, id="vague"),
    ],
)
def test_an_extraction_keeps_the_bound_that_it_says(number: str, figure: Figure) -> None:
    said = {"outcome": "killed", "number": number, "side": "Taliban"}
    found = {"class": "casualty", "text": "2 men", "attributes": said, "start": 0, "end": 7}
    answer = langext.understand("two men", {"extractions": [{**found, "status": "match_exact"}]})
    expected = Item(outcome="killed", figure=figure, side="insurgents", quote="two men")
    assert (expected,) == answer.items


def test_an_outcome_by_another_name_is_the_outcome_meant() -> None:
    said = {"outcome": "Injured", "number": "2", "side": "civilians"}
    found = {"class": "casualty", "text": "two men", "attributes": said, "start": 0, "end": 7}
    answer = langext.understand("two men", {"extractions": [{**found, "status": "match_exact"}]})
    assert exact(2) == answer.wounded


def test_an_extraction_that_was_not_found_keeps_the_models_words() -> None:
    found = {"class": "casualty", "text": "2 men", "attributes": {}, "start": 0, "end": 7}
    answer = langext.understand("two men", {"extractions": [{**found, "status": "match_fuzzy"}]})
    assert ["2 men"] == [item.quote for item in answer.items or ()]


def test_every_worked_example_quotes_its_text() -> None:
    assert [] == [
        quote for text, extractions in langext.EXAMPLES for _, quote, _ in extractions if quote not in text
    ]


def test_an_extraction_of_eventx_becomes_an_answer() -> None:
    golden = Path(__file__).parent / "golden/idlib-clashes.json"
    body = json.loads(golden.read_text(encoding="utf-8"))
    body["provenance"] |= {"eventx_version": "0", "seconds": 1}  # a golden has none: they change
    answer = eventx_.understand("", body)
    assert (at_least(26, 26), Figure(value=20), SILENT) == (answer.killed, answer.wounded, answer.captured)
    assert ("insurgents", "security forces") == answer.sides["killed"]
    assert (("Idlib",), "2023-08-26") == (answer.provinces, answer.date)
