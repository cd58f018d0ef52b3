"""What a model told, found in the text: which words it means, and the number they are kept with."""

from __future__ import annotations

from typing import Any

import pytest

from eventx.counts.reading import readings
from eventx.reading.statements import Bounds, Statement, agree, bounds, is_stated, quantity
from eventx.reading.statements import found as found_in
from eventx.reply import ToldFigure
from eventx.schema import Quantity
from reading_replies import figure


def stand(text: str, *told: ToldFigure, language: str | None = "en", **part: int) -> list[tuple[int, str]]:
    """Return the number of each figure that stands in the text, and its words there."""
    counts = readings(text) if language == "en" else ()
    statements, _ = found_in(text, told, counts, language=language, **part)
    return [(each.told.n, each.evidence.quote) for each in statements]


def starts(text: str, *told: ToldFigure, **part: int) -> list[int]:
    return [each.evidence.start for each in found_in(text, told, readings(text), **part)[0]]


def lost(text: str, *told: ToldFigure, **part: int) -> list[int]:
    return [each.n for each in found_in(text, told, readings(text), **part)[1]]


def statement(text: str, told: ToldFigure, *, language: str = "en") -> Statement:
    counts = readings(text, language=language) if language in ("en", "es") else ()
    ((each,), _) = found_in(text, [told], counts, language=language)
    return each


TWICE = "Two soldiers died in Tarn. Two soldiers died in Osk."


def test_quotes_are_found_in_the_order_of_the_text() -> None:
    text = "Six soldiers died and four rebels were wounded."
    told = figure("Six soldiers", 6), figure("four rebels", 4, "wounded", n=2)
    assert stand(text, *told) == [(1, "Six soldiers"), (2, "four rebels")]


def test_words_that_stand_twice_are_each_meant_once() -> None:
    told = figure("Two soldiers", 2), figure("Two soldiers", 2, n=2)
    assert starts(TWICE, *told) == [0, TWICE.rindex("Two")]


def test_of_words_that_stand_twice_those_are_meant_that_follow_the_figure_before() -> None:
    text = "Two soldiers died. A nurse was shot. Two soldiers fled wounded."
    told = figure("A nurse", 1), figure("Two soldiers", 2, "wounded", n=2)
    assert starts(text, *told) == [text.index("A nurse"), text.rindex("Two")]


def test_a_figure_told_late_goes_back_to_words_that_nobody_has() -> None:
    text = "Two soldiers died. A nurse was shot."
    told = figure("A nurse", 1), figure("Two soldiers", 2, n=2)
    assert starts(text, *told) == [text.index("A nurse"), 0]


def test_two_fates_of_the_same_people_share_their_words() -> None:
    text = "Two soldiers were abducted and killed."
    told = figure("Two soldiers", 2, "captured"), figure("Two soldiers", 2, n=2)
    assert starts(text, *told) == [0, 0]


def test_words_told_once_too_often_are_those_that_stand_there() -> None:
    told = [figure("Two soldiers", 2, n=n) for n in (1, 2, 3)]
    assert (lost(TWICE, *told), len(starts(TWICE, *told))) == ([], 3)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param("“Twenty–six” men died.", '"Twenty-six" men', "“Twenty–six” men", id="quotation-marks"),
        pytest.param("The army’s six men died.", "army's six men", "army’s six men", id="apostrophe"),
        pytest.param("Six\n  soldiers died.", "Six soldiers", "Six\n  soldiers", id="line-break"),
        pytest.param("SIX SOLDIERS DEAD", "Six soldiers", "SIX SOLDIERS", id="capitals"),
        pytest.param("Six Nórd men died.", "Six Nord men", "Six Nórd men", id="accent"),
    ],
)
def test_a_quote_in_other_typography_is_the_texts_words(text: str, quote: str, expected: str) -> None:
    assert stand(text, figure(quote, None)) == [(1, expected)]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("six rebels", id="other-words"),
        pytest.param("ix soldiers", id="half-a-word"),
        pytest.param("six ... soldiers", id="left-out-words"),
        pytest.param("", id="nothing"),
        pytest.param("  ", id="blank"),
    ],
)
def test_a_quote_that_does_not_stand_there_is_lost(quote: str) -> None:
    text = "The raid killed six soldiers."
    assert (stand(text, figure(quote, 6)), lost(text, figure(quote, 6))) == ([], [1])


def test_a_lost_quote_loses_no_other() -> None:
    told = figure("Nine rebels", 9), figure("Two soldiers", 2, n=2)
    assert (stand(TWICE, *told), lost(TWICE, *told)) == ([(2, "Two soldiers")], [1])


def test_in_a_part_of_a_text_only_its_own_words_are_meant() -> None:
    at = TWICE.rindex("Two")
    assert starts(TWICE, figure("Two soldiers", 2), start=at) == [at]
    assert lost(TWICE, figure("died in Osk", None), end=at) == [1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("26 people", (26, 26, False), id="exact"),
        pytest.param("at least 26 people", (26, None, False), id="at-least"),
        pytest.param("more than 26 people", (27, None, False), id="more-than"),
        pytest.param("up to 50 people", (None, 50, False), id="up-to"),
        pytest.param("between 20 and 30 people", (20, 30, False), id="range"),
        pytest.param("around 20 people", (20, 20, True), id="around"),
        pytest.param("dozens of people", (24, None, False), id="vague"),
    ],
)
def test_the_rules_bounds_are_told_in_the_models_terms(words: str, expected: Bounds) -> None:
    (count,) = readings(f"The raid killed {words}.")
    assert bounds(count.mention) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((26, 26, False), (26, 26, False), True, id="same"),
        pytest.param((26, 26, False), (27, 27, False), False, id="another-number"),
        pytest.param((26, None, False), (26, 26, False), False, id="at-least-is-not-exact"),
        pytest.param((27, None, False), (26, None, False), False, id="more-than-is-not-at-least"),
        pytest.param((None, 50, False), (50, 50, False), False, id="up-to-is-not-exact"),
        pytest.param((20, 30, False), (20, 30, False), True, id="range"),
        pytest.param((20, 20, True), (20, 20, False), False, id="around-is-not-exact"),
        pytest.param((None, None, False), (24, None, False), True, id="dozens"),
        pytest.param((24, None, False), (None, None, False), True, id="dozens-the-other-way"),
        pytest.param((None, None, False), (26, 26, False), False, id="no-number-is-not-one"),
        pytest.param((None, None, False), (20, 20, True), False, id="no-number-is-not-around"),
    ],
)
def test_two_readings_of_a_number_agree(one: Bounds, other: Bounds, expected: bool) -> None:
    assert agree(one, other) == expected


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        pytest.param(
            "At least 26 people died.", figure("26 people", (26, None)), "At least 26 people", id="bound"
        ),
        pytest.param(
            "The raid killed around 20 people.",
            figure("20 people", 20, about=True),
            "around 20 people",
            id="around",
        ),
        pytest.param("At least 26 people died.", figure("26 people", 26), "26 people", id="another-bound"),
        pytest.param("Six soldiers died.", figure("Six soldiers died", 6), "Six soldiers died", id="wider"),
    ],
)
def test_the_evidence_takes_in_the_rules_words_for_the_same_number(
    text: str, told: ToldFigure, expected: str
) -> None:
    assert stand(text, told) == [(1, expected)]


def test_of_two_counts_of_one_number_the_one_of_the_same_fate_agrees() -> None:
    told = figure("five soldiers and wounded five soldiers", 5, "wounded")
    (same,) = [statement("The raid killed five soldiers and wounded five soldiers.", told).agreeing]
    assert same is not None
    assert same.outcome == "wounded"


def exact(**fields: Any) -> dict[str, Any]:
    return {"value": None, "low": None, "high": None, "approximate": False, **fields}


KEPT = [
    pytest.param("six men", 6, False, exact(value=6, low=6, high=6), id="exact"),
    pytest.param("at least 26 men", (26, None), False, exact(value=26, low=26), id="at-least"),
    pytest.param("more than 26 men", (27, None), False, exact(value=26, low=27), id="more-than"),
    pytest.param("up to 50 men", (None, 50), False, exact(value=50, high=50), id="up-to"),
    pytest.param("20 to 30 men", (20, 30), False, exact(low=20, high=30), id="range"),
    pytest.param("around 20 men", 20, True, exact(value=20, approximate=True), id="around"),
    pytest.param("dozens of men", None, False, exact(low=24), id="vague"),
]


@pytest.mark.parametrize(("words", "number", "about", "expected"), KEPT)
def test_a_number_that_the_rules_read_is_kept_as_written(
    words: str, number: Any, about: bool, expected: dict[str, Any]
) -> None:
    told = figure(words, number, about=about)
    assert quantity(statement(f"The raid killed {words}.", told)) == Quantity(**expected, text=words)


@pytest.mark.parametrize(
    ("words", "number", "about", "expected"),
    [
        pytest.param("sechs Männer", 6, False, exact(value=6, low=6, high=6), id="exact"),
        pytest.param("mindestens 26 Männer", (26, None), False, exact(value=26, low=26), id="at-least"),
        pytest.param("bis zu 50 Männer", (None, 50), False, exact(value=50, high=50), id="up-to"),
        pytest.param("20 bis 30 Männer", (20, 30), False, exact(low=20, high=30), id="range"),
        pytest.param("rund 20 Männer", 20, True, exact(value=20, approximate=True), id="around"),
        pytest.param("Dutzende Männer", None, False, exact(), id="vague"),
        pytest.param("rund Dutzende Männer", None, True, exact(), id="vague-and-around"),
        pytest.param("etwa 20 bis 30 Männer", (20, 30), True, exact(low=20, high=30), id="about-a-range"),
    ],
)
def test_a_number_without_rules_is_the_models(
    words: str, number: Any, about: bool, expected: dict[str, Any]
) -> None:
    told = statement(f"Der Angriff tötete {words}.", figure(words, number, about=about), language="de")
    assert quantity(told) == Quantity(**expected, text=words)


def test_a_number_that_the_rules_read_otherwise_is_the_models() -> None:
    kept = quantity(statement("At least 26 men died.", figure("26 men", 26)))
    assert kept == Quantity(value=26, low=26, high=26, text="26 men")


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        pytest.param("Six soldiers died.", figure("Six soldiers", 6), True, id="number"),
        pytest.param("The mayor died.", figure("The mayor", 1), True, id="one-person"),
        pytest.param("Others died.", figure("Others", None), True, id="no-number"),
        pytest.param("Nobody was hurt.", figure("Nobody", 0), True, id="nobody"),
        pytest.param("All of them died.", figure("All of them", 6), False, id="points-back"),
    ],
)
def test_words_state_their_number_or_point_back(text: str, told: ToldFigure, expected: bool) -> None:
    assert is_stated(statement(text, told)) == expected
