from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from eventx.schema import Actor, Casualty, Event, Place, Quantity, When
from eventx.score import Score, score, table
from eventx.truth import TruthEvent
from labelled import A_WORD, CLASH, IDLIB, SEED_IDS, event_of, extraction_of, truth_of

PERFECT = {
    "casualties_right": 5,
    "casualties_in_truth": 5,
    "casualties_reported": 5,
    "events_right": 1,
    "events_missed": 0,
    "events_invented": 0,
    "places": 1,
    "dates": 1,
    "sides": 1,
    "types": 1,
    "subtypes": 1,
    "killed": 1,
}
NOTHING = dict.fromkeys(PERFECT, 0)


def with_casualty(index: int, **changes: Any) -> Event:
    casualties = list(CLASH.casualties)
    casualties[index] = casualties[index].model_copy(update=changes)
    return CLASH.model_copy(update={"casualties": tuple(casualties)})


def with_groups(**renamed: str) -> tuple[Casualty, ...]:
    return tuple(
        one.model_copy(update={"group": renamed.get(one.group, one.group)}) for one in CLASH.casualties
    )


def renamed(name: str, **changes: Any) -> Actor:
    return Actor(name=name, evidence=A_WORD, **changes)


def changed(**changes: Any) -> Event:
    return CLASH.model_copy(update=changes)


SWAPPED = {"side_a": CLASH.side_b, "side_b": CLASH.side_a}
OTHER = with_groups(side_a="side_b", side_b="side_a")
ELEVEN = CLASH.casualties[2]


@pytest.mark.parametrize(
    ("event", "differs"),
    [
        pytest.param(CLASH, {}, id="perfect"),
        pytest.param(with_casualty(2, group="side_b"), {"casualties_right": 4}, id="wrong-side"),
        pytest.param(with_casualty(2, outcome="wounded"), {"casualties_right": 4}, id="wrong-outcome"),
        pytest.param(
            with_casualty(2, count=Quantity(value=18, low=18, high=18, text="eighteen")),
            {"casualties_right": 4},
            id="wrong-number",
        ),
        pytest.param(
            with_casualty(3, count=Quantity(value=20, low=20, high=20, text="20")),
            {"casualties_right": 4},
            id="approximate-called-exact",
        ),
        pytest.param(
            with_casualty(1, count=Quantity(value=26, low=26, high=26, text="26")),
            {"casualties_right": 4},
            id="open-bound-closed",
        ),
        pytest.param(with_casualty(0, role="total"), {"casualties_reported": 6}, id="double-counted"),
        pytest.param(
            with_casualty(2, role="repeat"), {"casualties_right": 4, "casualties_reported": 4}, id="lost"
        ),
        pytest.param(
            changed(casualties=(*CLASH.casualties, ELEVEN)),
            {"casualties_reported": 6},
            id="same-figure-twice",
        ),
        pytest.param(changed(casualties=OTHER, **SWAPPED), {}, id="swapped-sides"),
        pytest.param(changed(casualties=OTHER), {"casualties_right": 1}, id="every-loss-on-the-wrong-side"),
        pytest.param(changed(**SWAPPED), {"casualties_right": 1}, id="sides-swapped-but-not-the-losses"),
        pytest.param(
            changed(killed=Quantity(value=52, low=52, high=None, text="26 + 26")),
            {"killed": 0},
            id="total-wrong",
        ),
        pytest.param(changed(killed=None), {"killed": 0}, id="total-unstated"),
        pytest.param(changed(where=None), {"places": 0}, id="no-place"),
        pytest.param(
            changed(where=Place(text="the village of Al-Malaya", evidence=A_WORD)),
            {},
            id="place-in-more-words",
        ),
        pytest.param(
            changed(where=Place(text="al-Malaya", country="Jordan", evidence=A_WORD)),
            {"places": 0},
            id="place-in-another-country",
        ),
        pytest.param(
            changed(where=Place(text="al-Malayan hills", evidence=A_WORD)), {"places": 0}, id="part-of-a-word"
        ),
        pytest.param(
            changed(when=When(text="today", start=date(2023, 8, 28), end=date(2023, 8, 28), evidence=A_WORD)),
            {"dates": 0},
            id="wrong-day",
        ),
        pytest.param(
            changed(
                when=When(text="48 hours", start=date(2023, 8, 26), end=date(2023, 8, 28), evidence=A_WORD)
            ),
            {},
            id="the-other-right-date",
        ),
        pytest.param(changed(when=None), {"dates": 0}, id="no-date"),
        pytest.param(changed(side_b=(renamed("the Islamist faction"),)), {}, id="another-name"),
        pytest.param(changed(side_b=(renamed("Turkey"),)), {"sides": 0}, id="wrong-party"),
        pytest.param(changed(side_b=()), {"sides": 0}, id="party-missing"),
        pytest.param(
            changed(side_a=(*CLASH.side_a, renamed("Levant Liberation Organisation"))),
            {"sides": 0},
            id="party-from-the-background",
        ),
        pytest.param(
            changed(side_a=(CLASH.side_a[0], renamed("Russia"))), {"sides": 0}, id="supporter-made-combatant"
        ),
        pytest.param(
            changed(event_type="Explosions/Remote violence", sub_event_type="Suicide bomb"),
            {"types": 0, "subtypes": 0},
            id="wrong-type",
        ),
        pytest.param(changed(sub_event_type="Armed clash"), {}, id="the-other-right-sub-type"),
        pytest.param(
            changed(sub_event_type="Government regains territory"), {"subtypes": 0}, id="wrong-sub-type"
        ),
    ],
)
def test_each_mistake_costs_its_own_point(event: Event, differs: dict[str, int]) -> None:
    assert score(extraction_of(event), IDLIB) == Score(**{**PERFECT, **differs})


@pytest.mark.parametrize("seed", SEED_IDS)
def test_a_truth_scored_against_itself_has_everything_right(seed: str) -> None:
    truth = truth_of(seed)
    events = [event_of(label) for label in reversed(truth.events)]
    found = score(extraction_of(*events, published=truth.about.published), truth)
    figures = sum(one.role not in ("repeat", "account") for label in truth.events for one in label.casualties)
    count = len(truth.events)
    everything = {
        **NOTHING,
        **dict.fromkeys(("places", "dates", "sides", "types", "subtypes", "killed"), count),
    }
    everything |= dict.fromkeys(("casualties_right", "casualties_in_truth", "casualties_reported"), figures)
    assert found == Score(**{**everything, "events_right": count})


def test_a_truth_whose_sub_event_type_is_of_another_type_is_refused() -> None:
    label = IDLIB.events[0].model_dump() | {"event_type": "Riots"}
    with pytest.raises(ValueError, match="Non-state actor overtakes territory is no sub-type of Riots"):
        TruthEvent.model_validate(label)


def test_an_event_reported_twice_is_invented_once() -> None:
    found = score(extraction_of(CLASH, CLASH), IDLIB)
    assert found == Score(**{**PERFECT, "events_invented": 1, "casualties_reported": 10})


def test_a_missed_event_has_nothing_right() -> None:
    assert score(extraction_of(), IDLIB) == Score(**{**NOTHING, "casualties_in_truth": 5, "events_missed": 1})


def test_an_event_that_shares_neither_place_nor_figure_is_another_event() -> None:
    elsewhere = changed(casualties=(), where=Place(text="Goma", evidence=A_WORD))
    found = score(extraction_of(elsewhere), IDLIB)
    assert (found.events_right, found.events_missed, found.events_invented) == (0, 1, 1)


@pytest.mark.parametrize("seed", ["background-negated", "not-conflict"])
def test_any_event_is_invented_where_there_is_none(seed: str) -> None:
    found = score(extraction_of(CLASH), truth_of(seed))
    assert found == Score(**{**NOTHING, "casualties_reported": 5, "events_invented": 1})


def test_without_a_publication_day_no_date_is_the_right_date() -> None:
    undated = When(text="last Saturday", evidence=A_WORD)
    assert score(extraction_of(changed(when=undated), published=None), IDLIB).dates == 1
    assert score(extraction_of(CLASH, published=None), IDLIB).dates == 0


def test_events_are_paired_to_agree_most_whatever_their_order() -> None:
    truth = truth_of("two-events")
    first, second = (event_of(label) for label in truth.events)
    both_in_one_town = second.model_copy(update={"where": first.where})
    found = score(extraction_of(both_in_one_town, first, published=truth.about.published), truth)
    assert (found.events_right, found.casualties_right, found.places) == (2, 5, 1)


def test_more_events_than_can_all_be_tried_are_still_paired() -> None:
    many = IDLIB.model_copy(
        update={"events": tuple(_in_towns(IDLIB.events[0], "Ara", "Bel", "Cor", "Dun", "Esk", "Fen", "Gol"))}
    )
    found = score(extraction_of(*(event_of(label) for label in reversed(many.events))), many)
    assert (found.events_right, found.places, found.casualties_right) == (7, 7, 35)


def _in_towns(label: TruthEvent, *towns: str) -> Iterator[TruthEvent]:
    for town in towns:
        where = label.where and label.where.model_copy(update={"names": (town,)})
        yield label.model_copy(update={"where": where})


def test_a_side_of_civilians_is_the_group_civilians() -> None:
    truth = truth_of("including-subsets")
    event = event_of(truth.events[0], side_b=(renamed("villagers", kind="Civilians"),))
    losses = tuple(one.model_copy(update={"group": "side_b"}) for one in event.casualties)
    found = score(extraction_of(event.model_copy(update={"casualties": losses})), truth)
    assert (found.casualties_right, found.sides) == (7, 1)


def test_an_optional_party_may_be_left_out() -> None:
    label = IDLIB.events[0]
    rebels = label.side_b[0].model_copy(update={"optional": True})
    truth = IDLIB.model_copy(update={"events": (label.model_copy(update={"side_b": (rebels,)}),)})
    assert score(extraction_of(changed(side_b=())), truth).sides == 1


@pytest.mark.parametrize(
    ("low", "right"), [(24, 1), (None, 1), (12, 0)], ids=["the-least-it-means", "left-open", "another-least"]
)
def test_a_vague_word_may_leave_its_least_open(low: int | None, right: int) -> None:
    label = IDLIB.events[0].model_copy(
        update={"killed": Quantity(value=None, low=24, high=None, text="dozens")}
    )
    truth = IDLIB.model_copy(update={"events": (label,)})
    found = changed(killed=Quantity(value=None, low=low, high=None, text="dozens"))
    assert score(extraction_of(found), truth).killed == right


@pytest.mark.parametrize(
    ("counts", "precision", "recall"),
    [((3, 4, 5), 0.6, 0.75), ((0, 0, 0), None, None), ((0, 0, 2), 0.0, None), ((0, 2, 0), None, 0.0)],
    ids=["some", "nothing-to-find", "all-invented", "all-lost"],
)
def test_precision_and_recall(
    counts: tuple[int, int, int], precision: float | None, recall: float | None
) -> None:
    right, in_truth, reported = counts
    one = Score(
        **{
            **NOTHING,
            "casualties_right": right,
            "casualties_in_truth": in_truth,
            "casualties_reported": reported,
        }
    )
    assert (one.precision, one.recall) == (precision, recall)


def test_the_table_is_aligned_markdown_with_a_total() -> None:
    scores = {"idlib-clashes": Score(**{**PERFECT, "casualties_right": 4}), "not-conflict": Score(**NOTHING)}
    expected = (
        "| seed          | right | in truth | reported | precision | recall | events | missed | invented "
        "| place | date | sides | type | sub-type | killed |\n"
        "| :------------ | ----: | -------: | -------: | --------: | -----: | -----: | -----: | -------: "
        "| ----: | ---: | ----: | ---: | -------: | -----: |\n"
        "| idlib-clashes |     4 |        5 |        5 |      0.80 |   0.80 |      1 |      0 |        0 "
        "|     1 |    1 |     1 |    1 |        1 |      1 |\n"
        "| not-conflict  |     0 |        0 |        0 |         – |      – |      0 |      0 |        0 "
        "|     0 |    0 |     0 |    0 |        0 |      0 |\n"
        "| total         |     4 |        5 |        5 |      0.80 |   0.80 |      1 |      0 |        0 "
        "|     1 |    1 |     1 |    1 |        1 |      1 |\n"
    )
    assert table(scores) == expected
