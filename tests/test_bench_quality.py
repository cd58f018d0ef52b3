"""When the bench calls a figure, a side, a province or a date right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from bench.quality import scoring
from bench.quality.answer import Answer, Figure, Item, exact
from bench.quality.data import Figure as Truth
from bench.quality.data import Row

NONE = Truth(how="none")
FIVE = Truth(how="stated", value=5, low=5, high=5, side="insurgents", words=("killing five insurgents",))
AT_LEAST = Truth(how="stated", value=10, low=10, words=("at least ten",))
MORE_THAN = Truth(how="stated", value=31, low=31, words=("more than 30 insurgents",))
MORE_THAN_AS_WRITTEN = Truth(how="stated", value=50, low=51, words=("more than 50 people",))
PARTLY_AROUND = Truth(how="sum", value=32, low=2, words=("around 30", "two more"))
AROUND = Truth(how="stated", value=20, words=("around 20",))
RANGE = Truth(how="stated", low=3, high=6, words=("between three and six",))
SUM = Truth(how="sum", value=3, low=3, high=3, words=("killed a leader and two others",))
VAGUE = Truth(how="vague", low=2, words=("several",))
MIXED = Truth(how="mixed", low=3, words=("a leader and several others",))
CODED = Truth(how="coded", value=4)
SILENT = Figure()


def at_least(low: int, value: int | None = None) -> Figure:
    return Figure(value=value, low=low)


def text_row(**given: Any) -> Row:
    return Row.model_validate({"id": "r", "source": "s", "text": "two men", "figures": {}, **given})


@pytest.mark.parametrize(
    ("truth", "got", "right"),
    [
        pytest.param(NONE, SILENT, True, id="none: silent"),
        pytest.param(NONE, exact(0), True, id="none: 0"),
        pytest.param(NONE, exact(1), False, id="none: a number"),
        pytest.param(NONE, at_least(2), False, id="none: a vague word"),
        pytest.param(FIVE, exact(5), True, id="stated: the number"),
        pytest.param(FIVE, exact(4), False, id="stated: another"),
        pytest.param(FIVE, SILENT, False, id="stated: silent"),
        pytest.param(FIVE, at_least(5), False, id="stated: no value"),
        pytest.param(AT_LEAST, at_least(10, 10), True, id="at least: its low bound"),
        pytest.param(AT_LEAST, exact(10), True, id="at least: the number"),
        pytest.param(AT_LEAST, at_least(11, 11), False, id="at least: one more"),
        pytest.param(MORE_THAN, at_least(31, 30), True, id="more than: its low bound"),
        pytest.param(MORE_THAN, exact(30), True, id="more than: the number written"),
        pytest.param(MORE_THAN, exact(29), False, id="more than: less"),
        pytest.param(MORE_THAN_AS_WRITTEN, exact(50), True, id="more than, labelled as written"),
        pytest.param(MORE_THAN_AS_WRITTEN, exact(49), False, id="more than, labelled as written: less"),
        pytest.param(PARTLY_AROUND, at_least(2, 32), True, id="partly around: the number"),
        pytest.param(PARTLY_AROUND, at_least(2, 22), False, id="partly around: another"),
        pytest.param(AROUND, Figure(value=20), True, id="around: the number"),
        pytest.param(AROUND, SILENT, False, id="around: silent"),
        pytest.param(RANGE, Figure(low=3, high=6), True, id="range: its bounds"),
        pytest.param(RANGE, exact(6), False, id="range: one end"),
        pytest.param(SUM, exact(3), True, id="sum: added up"),
        pytest.param(SUM, exact(2), False, id="sum: a part"),
        pytest.param(VAGUE, SILENT, True, id="vague: silent"),
        pytest.param(VAGUE, at_least(2), True, id="vague: a low bound"),
        pytest.param(VAGUE, exact(3), False, id="vague: a number"),
        pytest.param(MIXED, at_least(3), True, id="mixed: its low bound"),
        pytest.param(MIXED, at_least(1), True, id="mixed: a lower one"),
        pytest.param(MIXED, at_least(4), False, id="mixed: a higher one"),
        pytest.param(MIXED, SILENT, False, id="mixed: silent"),
        pytest.param(MIXED, exact(3), False, id="mixed: a number"),
        pytest.param(CODED, exact(4), True, id="coded: the number"),
        pytest.param(CODED, at_least(4), True, id="coded: as low bound"),
        pytest.param(CODED, exact(3), False, id="coded: another"),
    ],
)
def test_a_figure_is_right_as_the_text_gives_it(truth: Truth, got: Figure, right: bool) -> None:
    assert right == scoring.is_right(truth, got)


@pytest.mark.parametrize(
    ("truth", "got", "both"),
    [
        pytest.param(FIVE, exact(5), True, id="exact"),
        pytest.param(FIVE, at_least(5, 5), False, id="exact given as at least"),
        pytest.param(AT_LEAST, at_least(10, 10), True, id="at least"),
        pytest.param(AT_LEAST, exact(10), False, id="at least given as exact"),
        pytest.param(AROUND, Figure(value=20), True, id="around"),
        pytest.param(AROUND, exact(20), False, id="around given as exact"),
        pytest.param(VAGUE, at_least(2), True, id="vague"),
        pytest.param(VAGUE, SILENT, False, id="vague left out"),
        pytest.param(NONE, exact(0), True, id="nobody"),
    ],
)
def test_bounds_are_right_when_both_are(truth: Truth, got: Figure, both: bool) -> None:
    assert both == scoring.is_exact(truth, got)


@pytest.mark.parametrize(
    ("truth", "got", "over", "twice"),
    [
        pytest.param(FIVE, exact(10), True, True, id="stated: the number twice"),
        pytest.param(FIVE, exact(7), True, False, id="stated: more, not twice"),
        pytest.param(FIVE, exact(5), False, False, id="stated: right"),
        pytest.param(FIVE, exact(3), False, False, id="stated: less"),
        pytest.param(SUM, exact(4), True, True, id="sum: the one named singly twice"),
        pytest.param(SUM, exact(5), True, True, id="sum: the two twice"),
        pytest.param(SUM, exact(6), True, True, id="sum: all twice"),
        pytest.param(SUM, exact(7), True, False, id="sum: more than twice"),
        pytest.param(MIXED, at_least(5), True, True, id="mixed: some twice"),
        pytest.param(MIXED, at_least(9), True, False, id="mixed: more than twice"),
        pytest.param(MIXED, exact(5), False, False, id="mixed: a number is invented, not counted twice"),
        pytest.param(RANGE, Figure(low=6, high=12), False, False, id="range: within the high bound"),
        pytest.param(NONE, exact(5), False, False, id="none: invented, not counted twice"),
        pytest.param(VAGUE, exact(5), False, False, id="vague: invented, not counted twice"),
    ],
)
def test_double_counting_is_an_excess_made_of_parts_counted_before(
    truth: Truth, got: Figure, over: bool, twice: bool
) -> None:
    assert (over, twice) == (scoring.is_over(truth, got), scoring.is_twice(truth, got))


def test_parts_that_do_not_add_up_to_any_sum_leave_gaps() -> None:
    truth = Truth(how="sum", value=30, low=30, high=30, words=("twenty", "ten"))
    assert [True, False] == [scoring.is_twice(truth, exact(n)) for n in (40, 35)]


@pytest.mark.parametrize(
    ("truth", "got", "invented", "missed"),
    [
        pytest.param(NONE, exact(2), True, False, id="none"),
        pytest.param(VAGUE, exact(2), True, False, id="vague"),
        pytest.param(NONE, at_least(2), False, False, id="a vague word is no number"),
        pytest.param(FIVE, SILENT, False, True, id="stated, silent"),
        pytest.param(FIVE, exact(0), False, True, id="stated, 0"),
        pytest.param(FIVE, exact(4), False, False, id="stated, another number"),
    ],
)
def test_invented_and_missed_numbers(truth: Truth, got: Figure, invented: bool, missed: bool) -> None:
    row = text_row(figures={"killed": truth})
    [verdict] = scoring.verdicts(row, Answer(killed=got))
    assert (invented, missed) == (verdict.invented, verdict.missed)


@pytest.mark.parametrize(
    ("side", "named", "expected"),
    [
        pytest.param("insurgents", ("insurgents",), "right", id="the side"),
        pytest.param("insurgents", ("civilians",), "wrong", id="another"),
        pytest.param("insurgents", ("civilians", "insurgents"), "wrong", id="one too many"),
        pytest.param("insurgents", (), "silent", id="none"),
        pytest.param("coalition or Afghan forces", ("security forces",), "right", id="by another name"),
        pytest.param("several sides", ("civilians", "insurgents"), "right", id="several"),
        pytest.param("several sides", ("insurgents",), "wrong", id="one of several"),
        pytest.param(None, ("insurgents",), None, id="not labelled"),
    ],
)
def test_a_side_is_right_wrong_or_silent(side: str | None, named: Any, expected: str | None) -> None:
    row = text_row(figures={"killed": FIVE.model_copy(update={"side": side})})
    [verdict] = scoring.verdicts(row, Answer(killed=exact(5), sides={"killed": named}))
    assert expected == verdict.side


def test_a_failed_text_has_nothing_right() -> None:
    row = text_row(figures={"killed": NONE, "captured": FIVE}, provinces=["khost"], days=[date(2011, 5, 27)])
    assert [False, False] == [verdict.right for verdict in scoring.verdicts(row, None)]
    assert [False, False] == [scoring.province_right(row, None), scoring.day_right(row, None)]
    assert not scoring.no_day_right(text_row(days=[]), None)


@pytest.mark.parametrize(
    ("named", "right"),
    [
        pytest.param(("Khost",), True, id="the same"),
        pytest.param(("Sabari district, Khost province",), True, id="within a longer name"),
        pytest.param(("Logar",), False, id="another"),
        pytest.param(("Province",), False, id="no name at all"),
        pytest.param((), False, id="none"),
    ],
)
def test_a_province_is_compared_by_its_letters(named: tuple[str, ...], right: bool) -> None:
    assert right == scoring.province_right(text_row(provinces=["khost"]), Answer(provinces=named))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        pytest.param("2011-05-27", True, id="ISO"),
        pytest.param("May 27, 2011", True, id="American"),
        pytest.param("27 May 2011", True, id="British"),
        pytest.param("2011-05-28", False, id="another day"),
        pytest.param("yesterday", False, id="no date"),
        pytest.param(None, False, id="none"),
    ],
)
def test_a_date_is_read_as_written(written: str | None, right: bool) -> None:
    assert right == scoring.day_right(text_row(days=[date(2011, 5, 27)]), Answer(date=written))


def test_where_the_text_settles_no_day_none_is_right() -> None:
    row = text_row(days=[])
    assert [True, False, False] == [
        scoring.no_day_right(row, Answer(date=day)) for day in (None, "2011-05-27", "yesterday")
    ]


def test_a_text_is_asked_for_its_day_or_for_none_not_for_both() -> None:
    settled, open_ = text_row(days=[date(2011, 5, 27)]), text_row(days=[])
    answer = Answer(date="2011-05-27")
    assert [True, None] == [scoring.day_right(row, answer) for row in (settled, open_)]
    assert [None, False] == [scoring.no_day_right(row, answer) for row in (settled, open_)]


def test_an_unlabelled_province_and_date_are_not_scored() -> None:
    assert [None, None, None] == [
        scoring.province_right(text_row(), Answer()),
        scoring.day_right(text_row(), Answer()),
        scoring.no_day_right(text_row(), Answer()),
    ]


def test_a_number_is_ungrounded_when_its_words_are_not_the_texts() -> None:
    items = [
        Item(outcome="killed", figure=exact(2), quote="two men"),
        Item(outcome="killed", figure=exact(2), quote="2 men"),
        Item(outcome="killed", figure=exact(2)),
        Item(outcome="killed", figure=SILENT, quote="some men"),
    ]
    assert (2, 3) == scoring.ungrounded(text_row(), Answer(items=tuple(items)))


def test_an_arm_of_bare_figures_offers_no_words() -> None:
    assert scoring.ungrounded(text_row(), Answer(killed=exact(2))) is None
