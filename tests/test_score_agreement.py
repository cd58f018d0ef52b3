"""How far two coders agree: alpha as published, and what is compared of two truths."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.schema import Quantity
from eventx.score import Coded, Tally, agreement, alpha
from eventx.truth import TruthCasualty, TruthEvent
from labelled import IDLIB, SEED_IDS, truth_of

LABEL = IDLIB.events[0]


def units(*coders: str) -> list[tuple[Any, ...]]:
    """Return the units of a table as it is printed: a line a coder, a dot for no value."""
    rows = [[None if value == "." else value for value in coder.split()] for coder in coders]
    return [tuple(int(v) if v and v.isdecimal() else v for v in unit) for unit in zip(*rows, strict=True)]


# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011: A to D.
BINARY = units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
NOMINAL = units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR_CODERS = units(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


@pytest.mark.parametrize(
    ("coded", "metric", "expected"),
    [
        pytest.param(BINARY, "nominal", 0.095, id="A-binary"),
        pytest.param(NOMINAL, "nominal", 0.692, id="B-nominal"),
        pytest.param(FOUR_CODERS, "nominal", 0.743, id="C-four-coders-missing-data"),
        pytest.param(FOUR_CODERS, "interval", 0.849, id="D-interval"),
    ],
)
def test_alpha_is_as_published(coded: Any, metric: Any, expected: float) -> None:
    assert alpha(coded, metric) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize(
    ("coded", "expected"),
    [
        pytest.param([], None, id="nothing-coded"),
        pytest.param([("a", None), (None, "b")], None, id="nothing-coded-twice"),
        pytest.param([("a", "a"), ("a", "a")], None, id="nothing-varies"),
        pytest.param([("a", "a"), ("b", "b")], 1, id="full-agreement"),
        pytest.param([("a", "b"), ("b", "a")], -0.5, id="always-the-other"),
    ],
)
def test_alpha_at_its_ends(coded: Any, expected: float | None) -> None:
    assert alpha(coded) == expected


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1),
    st.sampled_from(["nominal", "interval"]),
)
def test_it_does_not_matter_who_coded_what(coded: list[tuple[int, int]], metric: Any) -> None:
    turned = [(other, one) for one, other in reversed(coded)]
    assert alpha(turned, metric) == pytest.approx(alpha(coded, metric))


# Two truths


def changed(**changes: Any) -> TruthEvent:
    return LABEL.model_copy(update=changes)


def apart(other: TruthEvent) -> dict[str, float | None]:
    """Return where another coder of the seeds' first events does not fully agree."""
    coded = [(truth_of(seed).events, truth_of(seed).events) for seed in SEED_IDS if seed != IDLIB.id]
    _, found = agreement([((LABEL,), (other,)), *coded])
    return {name: each.alpha and round(each.alpha, 2) for name, each in found.items() if each.alpha != 1}


def casualties(index: int, **changes: Any) -> tuple[TruthCasualty, ...]:
    found = list(LABEL.casualties)
    found[index] = found[index].model_copy(update=changes)
    return tuple(found)


def turned() -> TruthEvent:
    names = {"side_a": "side_b", "side_b": "side_a"}
    losses = tuple(
        each.model_copy(update={"groups": tuple(names.get(group, group) for group in each.groups)})
        for each in LABEL.casualties
    )
    return changed(side_a=LABEL.side_b, side_b=LABEL.side_a, casualties=losses)


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        pytest.param(changed(), set(), id="the-same"),
        pytest.param(turned(), set(), id="the-sides-in-another-order"),
        pytest.param(changed(event_type="Riots"), {"type"}, id="another-type"),
        pytest.param(changed(sub_event_types=LABEL.sub_event_types[::-1]), set(), id="the-same-readings"),
        pytest.param(changed(sub_event_types=("Mob violence",)), {"sub-type"}, id="another-sub-type"),
        pytest.param(
            changed(where=LABEL.where and LABEL.where.model_copy(update={"names": ("Goma",)})),
            {"place"},
            id="another-place",
        ),
        pytest.param(
            changed(when=(LABEL.when[0].model_copy(update={"start": date(2023, 8, 20)}),)),
            {"day"},
            id="another-day",
        ),
        pytest.param(changed(when=()), set(), id="a-day-that-one-left-out"),
        pytest.param(
            changed(killed=Quantity(value=30, low=30, high=30, text="30")), {"killed"}, id="another-number"
        ),
        pytest.param(
            changed(captured=Quantity(value=1, low=1, high=1, text="1")),
            {"captured stated"},
            id="one-more-figure",
        ),
        pytest.param(changed(casualties=casualties(2, outcome="wounded")), {"outcome"}, id="another-outcome"),
        pytest.param(changed(casualties=casualties(2, groups=("civilians",))), {"side"}, id="another-side"),
        pytest.param(changed(casualties=casualties(2, role="total")), {"role"}, id="another-role"),
    ],
)
def test_each_disagreement_is_in_its_field(other: TruthEvent, fields: set[str]) -> None:
    assert apart(other).keys() == fields


def test_what_only_one_coder_labelled_is_told_and_is_no_unit() -> None:
    elsewhere = truth_of("two-events").events[0]
    found, coded = agreement([((LABEL, elsewhere), (changed(casualties=LABEL.casualties[1:]),))])
    assert found == {"events": Tally(1, 2, 1), "statements": Tally(5, 9, 5)}
    assert coded["type"] == Coded("nominal", None, 1)


def test_metrics_fit_the_field() -> None:
    _, coded = agreement([((LABEL,), (LABEL,))])
    assert [name for name, each in coded.items() if each.metric == "interval"] == [
        "day",
        "killed",
        "wounded",
        "captured",
        "missing",
    ]
