"""What each mistake costs, by field and by rate: everything right but for one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eventx.schema import Actor, Casualty, Event, Extraction, Place, Quantity, When
from eventx.score import Rate, Scored, Tally, scored
from eventx.truth import Truth
from labelled import A_WORD, CLASH, IDLIB, SEED_IDS, event_of, extraction_of, truth_of

RIGHT = {
    "events": (1, 1, 1),
    "casualties": (5, 5, 5),
    "killed": (1, 1, 1),
    "wounded": (1, 1, 1),
    "captured": (0, 0, 0),
    "missing": (0, 0, 0),
    "place": (1, 1, 1),
    "date": (1, 1, 1),
    "sides": (2, 2, 2),
    "type": (1, 1, 1),
    "sub-type": (1, 1, 1),
}
NO_MISTAKE = {"counted twice": (0, 2), "wrong side": (0, 4), "invented": (0, 2), "ungrounded": (0, 8)}


def of(*events: Event, truth: Truth = IDLIB, published: date | None = date(2023, 8, 28)) -> Scored:
    return scored([(truth.id, extraction_of(*events, published=published))], {truth.id: truth})


def changed(**changes: Any) -> Event:
    return CLASH.model_copy(update=changes)


def exactly(number: int | None) -> Quantity:
    return Quantity(value=number, low=number, high=number, text="as given")


def but(index: int, **changes: Any) -> tuple[Casualty, ...]:
    """Return the casualties with one of them changed."""
    found = list(CLASH.casualties)
    found[index] = found[index].model_copy(update=changes)
    return tuple(found)


def elsewhere(**changes: Any) -> Event:
    """Return an event of which the truth has nothing."""
    nothing = {"where": Place(text="Goma", evidence=A_WORD), "casualties": (), "side_a": (), "side_b": ()}
    return changed(**{**nothing, "killed": None, "wounded": None, **changes})


@pytest.mark.parametrize("seed", SEED_IDS)
def test_what_is_all_right_has_no_mistake(seed: str) -> None:
    truth = truth_of(seed)
    result = of(*map(event_of, truth.events), truth=truth, published=truth.about.published)
    assert {name: tally.right for name, tally in result.fields.items()} == {
        name: tally.in_truth for name, tally in result.fields.items()
    }
    assert {name: tally.right for name, tally in result.fields.items()} == {
        name: tally.reported for name, tally in result.fields.items()
    }
    assert {name: rate.wrong for name, rate in result.rates.items()} == dict.fromkeys(NO_MISTAKE, 0)
    assert all(label == found for label, found in result.confusion)


@pytest.mark.parametrize(
    ("event", "differs"),
    [
        pytest.param(changed(), {}, id="perfect"),
        pytest.param(changed(killed=exactly(52)), {"killed": (0, 1, 1)}, id="a-figure-wrong"),
        pytest.param(changed(killed=None), {"killed": (0, 0, 1)}, id="a-figure-missing"),
        pytest.param(changed(captured=exactly(3)), {"captured": (0, 1, 0)}, id="a-figure-too-many"),
        pytest.param(changed(casualties=CLASH.casualties[1:]), {"casualties": (5, 5, 5)}, id="a-repeat-lost"),
        pytest.param(
            changed(casualties=but(2, group="side_b")), {"casualties": (4, 5, 5)}, id="a-side-wrong"
        ),
        pytest.param(changed(where=None), {"place": (0, 0, 1)}, id="no-place"),
        pytest.param(
            changed(where=Place(text="Goma", evidence=A_WORD)), {"place": (0, 1, 1)}, id="another-place"
        ),
        pytest.param(changed(when=None), {"date": (0, 0, 1)}, id="no-date"),
        pytest.param(
            changed(when=When(text="May", start=date(2023, 5, 1), end=date(2023, 5, 31), evidence=A_WORD)),
            {"date": (0, 1, 1)},
            id="another-date",
        ),
        pytest.param(
            changed(when=When(text="last Saturday", evidence=A_WORD)), {"date": (0, 0, 1)}, id="words-alone"
        ),
        pytest.param(changed(side_b=()), {"sides": (1, 1, 2)}, id="a-party-missing"),
        pytest.param(
            changed(side_b=(Actor(name="Turkey", evidence=A_WORD),)), {"sides": (1, 2, 2)}, id="another-party"
        ),
        pytest.param(
            changed(side_b=(*CLASH.side_b, Actor(name="Civilians", kind="Civilians", evidence=A_WORD))),
            {},
            id="civilians-are-no-party",
        ),
        pytest.param(
            changed(event_type="Riots", sub_event_type="Mob violence"),
            {"type": (0, 1, 1), "sub-type": (0, 1, 1)},
            id="another-type",
        ),
    ],
)
def test_each_mistake_is_counted_in_its_field(event: Event, differs: dict[str, Any]) -> None:
    assert of(event).fields == {name: Tally(*each) for name, each in {**RIGHT, **differs}.items()}


def test_what_is_said_of_an_event_that_is_not_in_the_truth_is_wrong() -> None:
    result = of(CLASH, elsewhere(missing=exactly(9)))
    assert {name: tuple(tally) for name, tally in result.fields.items() if tally != Tally(*RIGHT[name])} == {
        "events": (1, 2, 1),
        "missing": (0, 1, 0),
        "place": (1, 2, 1),
        "date": (1, 2, 1),
        "type": (1, 2, 1),
        "sub-type": (1, 2, 1),
    }


def test_an_event_that_was_missed_has_nothing_found() -> None:
    result = of()
    assert {name: (tally.right, tally.reported) for name, tally in result.fields.items()} == dict.fromkeys(
        RIGHT, (0, 0)
    )
    assert {name: tally.in_truth for name, tally in result.fields.items()} == {
        name: in_truth for name, (_, _, in_truth) in RIGHT.items()
    }


def test_without_a_publication_day_the_truth_has_no_date() -> None:
    assert of(CLASH, published=None).fields["date"] == Tally(0, 1, 0)


@pytest.mark.parametrize(
    ("tally", "shares"),
    [
        pytest.param(Tally(3, 5, 4), (0.6, 0.75, 2 / 3), id="some"),
        pytest.param(Tally(0, 0, 0), (None, None, None), id="nothing"),
        pytest.param(Tally(0, 2, 0), (0.0, None, 0.0), id="all-invented"),
        pytest.param(Tally(0, 0, 2), (None, 0.0, 0.0), id="all-missed"),
    ],
)
def test_precision_recall_and_f1(tally: Tally, shares: tuple[float | None, ...]) -> None:
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx(shares)


# The rates

ELEVEN, EIGHT, SEVEN = 2, 4, 5


@pytest.mark.parametrize(
    ("event", "differs"),
    [
        pytest.param(changed(), {}, id="none"),
        pytest.param(changed(killed=exactly(52)), {"counted twice": (1, 2)}, id="the-whole-twice"),
        pytest.param(changed(killed=exactly(37)), {"counted twice": (1, 2)}, id="the-eleven-twice"),
        pytest.param(
            changed(killed=exactly(41)), {"counted twice": (1, 2)}, id="the-eight-and-the-seven-twice"
        ),
        pytest.param(changed(killed=exactly(30)), {}, id="too-many-in-another-way"),
        pytest.param(changed(killed=exactly(15)), {}, id="too-few"),
        pytest.param(
            changed(casualties=but(ELEVEN, group="side_b")), {"wrong side": (1, 4)}, id="the-other-side"
        ),
        pytest.param(changed(casualties=but(ELEVEN, group="all")), {"wrong side": (1, 4)}, id="all-sides"),
        pytest.param(changed(casualties=but(ELEVEN, group="unknown")), {}, id="a-side-left-open"),
        pytest.param(
            changed(captured=exactly(3)),
            {"invented": (1, 2), "ungrounded": (1, 9)},
            id="a-number-from-nowhere",
        ),
        pytest.param(changed(captured=exactly(0)), {}, id="nobody-is-no-number"),
    ],
)
def test_each_mistake_is_counted_in_its_rate(event: Event, differs: dict[str, Any]) -> None:
    assert of(event).rates == {name: Rate(*each) for name, each in {**NO_MISTAKE, **differs}.items()}


def test_a_number_for_a_vague_word_is_invented() -> None:
    truth = truth_of("vague-words")
    (label,) = truth.events
    (name,) = [name for name in ("killed", "wounded") if getattr(label, name) is not None][:1]
    event = event_of(label).model_copy(update={name: exactly(12)})
    assert of(event, truth=truth, published=truth.about.published).rates["invented"].wrong == 1


def test_all_figures_of_an_event_that_is_not_in_the_truth_are_invented() -> None:
    result = of(CLASH, elsewhere(missing=exactly(9)))
    assert (result.rates["invented"], result.rates["ungrounded"]) == (Rate(1, 6), Rate(1, 9))


def test_which_outcome_was_taken_for_which() -> None:
    # Their words stand where the truth's do, in a text that has them.
    text = "Eleven men fell and four died."
    label = IDLIB.events[0].model_copy(
        update={
            "casualties": tuple(
                IDLIB.events[0]
                .casualties[ELEVEN]
                .model_copy(update={"quote": quote, "count": exactly(number)})
                for quote, number in (("Eleven men fell", 11), ("four died", 4))
            )
        }
    )
    evidence = {"start": 0, "end": 10, "quote": "Eleven men"}
    one = CLASH.casualties[ELEVEN].model_dump() | {
        "outcome": "wounded",
        "count": exactly(11).model_dump(),
        "evidence": (evidence,),
    }
    five = one | {"outcome": "missing", "count": exactly(5).model_dump()}
    event = changed(casualties=tuple(map(Casualty.model_validate, (one, five))), side_a=(), side_b=())
    made = extraction_of().model_dump() | {"article": {"text": text}, "events": ()}
    words = {"start": 0, "end": 6, "quote": "Eleven"}
    where = CLASH.where and CLASH.where.model_dump() | {"evidence": (words,)}
    made["events"] = (event.model_copy(update={"when": None}).model_dump() | {"where": where},)
    truth = IDLIB.model_copy(update={"events": (label,)})
    result = scored([(truth.id, Extraction.model_validate(made))], {truth.id: truth})
    assert result.confusion == {
        ("killed", "wounded"): 1,
        ("killed", "not reported"): 1,
        ("not in truth", "missing"): 1,
    }


# What is scored


def test_a_failed_article_has_all_of_its_truth_missed() -> None:
    result = scored([(IDLIB.id, None)], {IDLIB.id: IDLIB})
    assert (result.articles, result.failed) == (1, (IDLIB.id,))
    assert result.fields["casualties"] == Tally(0, 0, 5)


def test_what_has_no_partner_is_named_and_not_scored() -> None:
    other = truth_of("two-events")
    result = scored(
        [(IDLIB.id, extraction_of(CLASH)), ("stray", extraction_of(CLASH))],
        {IDLIB.id: IDLIB, other.id: other},
    )
    assert (result.articles, result.unlabelled, result.unpredicted) == (1, ("stray",), ("two-events",))
    assert result.fields["events"] == Tally(1, 1, 1)


def test_articles_are_added_up() -> None:
    twice = {"a": IDLIB, "b": IDLIB}
    result = scored([(case, extraction_of(CLASH)) for case in twice], twice)
    assert (result.fields["sides"], result.rates["wrong side"]) == (Tally(4, 4, 4), Rate(0, 8))
