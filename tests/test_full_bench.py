"""How labelled real texts are scored: when a figure is right, and which event told is which labelled one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench.real.answers import Answer, Told, of_extraction
from bench.real.labels import Given, Text, added, label, load, verdict
from bench.real.scoring import Scored, scored

from reading_replies import read, reply, settlement, told_event, told_figure

OUTCOMES = ("killed", "wounded", "captured", "missing")


def quantity(
    value: int | None, low: int | None = None, high: int | None = None, *, about: bool = False
) -> dict[str, Any]:
    """Return a quantity as JSON; with a value alone it is exact, or around that."""
    if value is not None and low is high is None and not about:
        low = high = value
    return {"value": value, "low": low, "high": high, "approximate": about, "text": "as given"}


VAGUE = quantity(None, 24)
NOBODY = None


def judged(truth: Any, *given: dict[str, Any] | None) -> str:
    """Return the verdict on quantities of the killed, by the short or long form of a label."""
    return verdict(label({"killed": truth}, "killed"), added(given))


@pytest.mark.parametrize(
    ("truth", "given", "expected"),
    [
        pytest.param([6, 6], quantity(6), "right", id="exact"),
        pytest.param([6, 6], quantity(7), "wrong", id="another-number"),
        pytest.param([6, 6], NOBODY, "missed", id="missed"),
        pytest.param([6, 6], quantity(6, 6), "right", id="at-least-for-exact"),
        pytest.param([6, 6], quantity(6, about=True), "right", id="around-for-exact"),
        pytest.param([6, 6], quantity(None, 6, 9), "wrong", id="range-for-exact"),
        pytest.param([6, 6], VAGUE, "wrong", id="vague-for-exact"),
        pytest.param(None, NOBODY, "right", id="nobody"),
        pytest.param(None, quantity(0), "right", id="nobody-said"),
        pytest.param(None, quantity(6), "invented", id="invented"),
        pytest.param(None, VAGUE, "invented", id="invented-and-vague"),
        pytest.param([0, 0], quantity(0), "right", id="zero"),
        pytest.param([0, 0], NOBODY, "right", id="zero-not-told"),
        pytest.param([0, 0], quantity(1), "invented", id="one-for-zero"),
    ],
)
def test_an_exact_label(truth: Any, given: dict[str, Any] | None, expected: str) -> None:
    assert judged(truth, given) == expected


@pytest.mark.parametrize(
    ("truth", "given", "expected"),
    [
        pytest.param([26, None], quantity(26, 26), "right", id="at-least"),
        pytest.param([26, None], quantity(26), "right", id="exact-for-at-least"),
        pytest.param([26, None], quantity(27, 27), "wrong", id="another-least"),
        pytest.param([26, None], NOBODY, "missed", id="missed"),
        pytest.param([27, None], quantity(26, 27), "right", id="more-than"),
        pytest.param([None, 50], quantity(50, None, 50), "right", id="up-to"),
        pytest.param([None, 50], quantity(50), "right", id="exact-for-up-to"),
        pytest.param([None, 50], quantity(40, None, 40), "wrong", id="another-most"),
        pytest.param([20, 30], quantity(None, 20, 30), "right", id="range"),
        pytest.param([20, 30], quantity(None, 20, 31), "wrong", id="another-range"),
        pytest.param([20, 30], quantity(20, 20), "wrong", id="range-left-open"),
        pytest.param([20, 30], quantity(20), "wrong", id="one-end-of-a-range"),
    ],
)
def test_a_label_with_an_open_end_or_a_range(truth: Any, given: dict[str, Any] | None, expected: str) -> None:
    assert judged(truth, given) == expected


SOME = {"low": 12, "high": None, "how": "sum", "vague": True}


@pytest.mark.parametrize(
    ("truth", "given", "expected"),
    [
        pytest.param("vague", VAGUE, "right", id="vague"),
        pytest.param("vague", quantity(24), "wrong", id="number-for-vague"),
        pytest.param("vague", NOBODY, "missed", id="vague-missed"),
        pytest.param(SOME, quantity(None, 14), "right", id="and-several-more"),
        pytest.param(SOME, quantity(12, 12), "right", id="at-least-the-number"),
        pytest.param(SOME, quantity(12), "wrong", id="the-number-alone"),
        pytest.param(SOME, quantity(None, 11), "wrong", id="too-few"),
        pytest.param(SOME, quantity(None, 38), "wrong", id="far-too-many"),
    ],
)
def test_a_vague_label(truth: Any, given: dict[str, Any] | None, expected: str) -> None:
    assert judged(truth, given) == expected


def accepting(*accept: Any, low: int | None = 6, high: int | None = 6) -> dict[str, Any]:
    return {"low": low, "high": high, "how": "sum", "accept": list(accept)}


@pytest.mark.parametrize(
    ("truth", "given", "expected"),
    [
        pytest.param(accepting([7, 7]), quantity(7), "right", id="another-that-is-right"),
        pytest.param(accepting([7, 7]), quantity(6), "right", id="the-label-itself"),
        pytest.param(accepting([7, 7]), quantity(8), "wrong", id="neither"),
        pytest.param(accepting([7, 7]), NOBODY, "missed", id="neither-told"),
        pytest.param(accepting([7, None]), quantity(7, 7), "right", id="open-end"),
        pytest.param(accepting(None), NOBODY, "right", id="nobody"),
        pytest.param(accepting([0, 0]), NOBODY, "right", id="zero-not-told"),
        pytest.param(accepting([2, 2], low=None, high=None), quantity(2), "right", id="where-nobody-is"),
        pytest.param(accepting([2, 2], low=None, high=None), quantity(3), "invented", id="and-no-other"),
    ],
)
def test_what_a_label_accepts_is_right_too(truth: Any, given: dict[str, Any] | None, expected: str) -> None:
    assert judged(truth, given) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param([], None, id="none"),
        pytest.param([None, None], None, id="nobody"),
        pytest.param([quantity(6), None, quantity(4)], Given(10, 10, False, True), id="sum"),
        pytest.param([quantity(6), quantity(4, 4)], Given(10, None, False, True), id="open-end"),
        pytest.param([quantity(6), VAGUE], Given(30, None, True, True), id="vague"),
        pytest.param([quantity(20, about=True)], Given(20, 20, False, True), id="around"),
        pytest.param([quantity(50, None, 50)], Given(0, 50, False, True), id="up-to"),
        pytest.param([quantity(None, 20, 30)], Given(20, 30, False, True), id="range"),
    ],
)
def test_figures_of_several_events_are_added(
    figures: list[dict[str, Any] | None], expected: Given | None
) -> None:
    assert added(figures) == expected


def labelled(
    place: str | None = None,
    day: str | None = None,
    sides: tuple[str, ...] = (),
    *,
    optional: bool = False,
    **figures: Any,
) -> dict[str, Any]:
    """Return one labelled event."""
    return {
        "place": place,
        "admin1": None,
        "date": day,
        "sides": list(sides),
        "optional": optional,
        **dict.fromkeys(OUTCOMES),
        **figures,
    }


def says(
    place: str | None = None,
    day: str | None = None,
    sides: tuple[str, ...] = (),
    *,
    last: str | None = None,
    passing: bool = False,
    **figures: Any,
) -> Told:
    """Return an event as an arm tells it."""
    names = () if place is None else (place,)
    told = {**dict.fromkeys(OUTCOMES), **figures}
    return Told(told, day, last, names, sides, passing, ())


def score(
    events: list[dict[str, Any]] | None, *told: Told, truth: dict[str, Any] | None = None, warns: bool = False
) -> Scored:
    text = Text("t1", "", None, "en", truth or {}, None if events is None else tuple(events))
    return scored(text, Answer(told, warns, (), 0, 1))


def outcome(result: Scored) -> tuple[int, int, int, int]:
    """Return how many events are labelled, found, right and extra."""
    return result.labelled, result.found, result.right, result.extra


SIX, FOUR = quantity(6), quantity(4)


@pytest.mark.parametrize(
    ("event", "told", "is_found"),
    [
        pytest.param(labelled("Tarn"), says("Tarn"), True, id="place"),
        pytest.param(labelled("Tarnów"), says("Tarnowa"), True, id="place-in-another-case"),
        pytest.param(labelled("Tarn"), says("Kelm"), False, id="another-place"),
        pytest.param(labelled(day="2024-05-31"), says(day="2024-05-31"), True, id="day"),
        pytest.param(labelled(day="2024-05-30"), says(day="2024-05-29", last="2024-05-31"), True, id="days"),
        pytest.param(labelled(day="2024-05-30"), says(day="2024-05-29"), False, id="another-day"),
        pytest.param(
            labelled(sides=("Red Dawn", "army")), says(sides=("Red Dawn", "army")), True, id="both-sides"
        ),
        pytest.param(
            labelled(sides=("Red Dawn", "army")),
            says(sides=("Red Dawn",)),
            False,
            id="one-side-is-too-little",
        ),
        pytest.param(labelled(), says(), False, id="nothing-said"),
    ],
)
def test_an_event_is_found_by_place_day_and_sides(event: dict[str, Any], told: Told, is_found: bool) -> None:
    assert outcome(score([event], told)) == (1, int(is_found), int(is_found), int(not is_found))


def test_each_event_is_matched_with_the_one_most_like_it() -> None:
    events = [
        labelled("Tarn", "2024-05-30", killed=[6, 6]),
        labelled("Tarn", "2024-05-31", killed=[4, 4]),
    ]
    told = [says("Tarn", "2024-05-31", killed=FOUR), says("Tarn", "2024-05-30", killed=SIX)]
    assert outcome(score(events, *told)) == (2, 2, 2, 0)


def test_two_events_of_one_day_in_one_place_are_told_apart_by_their_figures() -> None:
    events = [
        labelled("Tarn", "2024-05-30", killed=[6, 6]),
        labelled("Tarn", "2024-05-30", killed=[4, 4]),
    ]
    told = [says("Tarn", "2024-05-30", killed=FOUR), says("Tarn", "2024-05-30", killed=SIX)]
    assert outcome(score(events, *told)) == (2, 2, 2, 0)


def test_an_event_found_with_a_wrong_figure_is_not_right() -> None:
    result = score([labelled("Tarn", killed=[6, 6])], says("Tarn", killed=FOUR))
    assert (outcome(result), result.is_right) == ((1, 1, 0, 0), False)


def test_an_event_not_told_is_missed() -> None:
    events = [labelled("Tarn", killed=[6, 6]), labelled("Kelm", killed=[4, 4])]
    result = score(events, says("Tarn", killed=SIX))
    assert (outcome(result), result.is_right) == ((2, 1, 1, 0), False)


def test_an_event_too_many_is_extra() -> None:
    result = score([labelled("Tarn", killed=[6, 6])], says("Tarn", killed=SIX), says("Kelm", killed=FOUR))
    assert (outcome(result), result.is_right) == ((1, 1, 1, 1), False)


def test_an_event_told_in_passing_is_no_extra() -> None:
    told = says("Tarn", killed=SIX), says("Kelm", killed=FOUR, passing=True)
    result = score([labelled("Tarn", killed=[6, 6])], *told)
    assert (outcome(result), result.passing, result.is_right) == ((1, 1, 1, 0), 1, True)


def test_a_labelled_event_may_be_told_in_passing() -> None:
    result = score([labelled("Tarn", killed=[6, 6])], says("Tarn", killed=SIX, passing=True))
    assert (outcome(result), result.passing, result.is_right) == ((1, 1, 1, 0), 0, True)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param((), id="not-told"),
        pytest.param((says("Kelm", killed=FOUR),), id="told"),
        pytest.param((says("Kelm", killed=SIX),), id="told-wrongly"),
    ],
)
def test_an_optional_event_costs_nothing(told: tuple[Told, ...]) -> None:
    events = [labelled("Tarn", killed=[6, 6]), labelled("Kelm", optional=True, killed=[4, 4])]
    result = score(events, says("Tarn", killed=SIX), *told)
    assert (outcome(result), result.is_right) == ((1, 1, 1, 0), True)


def test_a_text_without_events_is_right_where_none_is_told() -> None:
    assert (score([]).is_right, score([], says("Tarn", killed=SIX)).is_right) == (True, False)


def test_a_text_labelled_as_a_whole_is_scored_by_its_sums() -> None:
    truth = {"killed": [10, 10]}
    assert score(None, says("Tarn", killed=SIX), says("Kelm", killed=FOUR), truth=truth).is_right is True
    assert score(None, says("Tarn", killed=SIX), truth=truth).is_right is False


@pytest.mark.parametrize(
    ("figure", "warns", "expected"),
    [
        pytest.param(FOUR, False, True, id="wrong-without-a-word"),
        pytest.param(FOUR, True, False, id="wrong-with-a-warning"),
        pytest.param(SIX, False, False, id="right"),
    ],
)
def test_what_is_wrong_without_a_warning_is_silent(figure: Any, warns: bool, expected: bool) -> None:
    result = score(None, says("Tarn", killed=figure), truth={"killed": [6, 6]}, warns=warns)
    assert result.is_silent is expected


def answered(number: int, *more: Any) -> Answer:
    body = reply([told_event(totals={"killed": number})], [told_figure(1, "six soldiers", number)])
    extraction = read("Rebels killed six soldiers in Tarn, police said.", body, *more)
    return of_extraction(extraction.model_dump(mode="json"))


def test_an_extraction_is_an_answer_that_says_who_vouches() -> None:
    (event,) = answered(6).events
    assert [(each.outcome, each.low, each.quote, each.vouched) for each in event.said] == [
        ("killed", 6, "six soldiers", "both")
    ]


def test_an_answer_warns_where_a_figure_is_in_doubt() -> None:
    assert answered(16, settlement("stands")).warns is True


def test_a_line_without_a_label_is_said_by_file_and_number(tmp_path: Path) -> None:
    file = tmp_path / "real.jsonl"
    file.write_text('{"id": "a", "text": "Two died.", "truth": {}}\n\n{"id": "b", "text": "Two died."}\n')
    with pytest.raises(ValueError, match=r"real\.jsonl, line 3: no labelled text \(KeyError\('truth'\)\)"):
        load([file])
