"""Whole texts through the pipeline with a scripted model: figures that take several rules together."""

from __future__ import annotations

import pytest

from eventx import Event, extract
from scripted import Scripted, incident, told, unusable

FOUGHT = "The Norland army fought Red Dawn in Tarn. "
TITLE = "Bomb kills five soldiers in Tarn\n\n"
SIDES = incident(town="Tarn", side_a="Norland army", side_b="Red Dawn", kind="battle")


def event(text: str, **fields: str) -> Event:
    model = Scripted(told({**SIDES, **fields}))
    (only,) = extract(FOUGHT + text, model=model).events
    return only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{TITLE}A bomb of Red Dawn killed five Norland soldiers in Tarn on Friday.",
            5,
            id="the lead says more of those in the headline",
        ),
        pytest.param(
            f"{TITLE}A bomb of Red Dawn killed six Norland soldiers in Tarn on Friday.",
            11,
            id="another number is of others",
        ),
        pytest.param(
            "Red Dawn killed five soldiers in Tarn. Later it killed five Norland soldiers there.",
            10,
            id="a sentence is no headline",
        ),
    ],
)
def test_a_headline_is_told_again_more_fully(text: str, expected: int) -> None:
    (only,) = extract(text, model=Scripted(told(SIDES))).events
    assert only.killed is not None
    assert only.killed.value == expected


def killed(text: str) -> tuple[int | None, int | None, int | None]:
    figure = event(text).killed
    assert figure is not None
    return figure.value, figure.low, figure.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At least ten people were killed. Eight soldiers were killed. Seven insurgents were killed.",
            (10, 15, None),
            id="a lower bound below the sum is raised",
        ),
        pytest.param(
            "Nine people died. Six soldiers died. Another twenty people died.",
            (29, 29, 29),
            id="others on top of a total",
        ),
        pytest.param(
            "19 dead in Tarn. At least 19 people were killed.", (19, 19, None), id="the open bound is kept"
        ),
        pytest.param(
            "Ten people died. Six soldiers died. Four insurgents died.", (10, 10, 10), id="an exact total"
        ),
    ],
)
def test_figures_add_up(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert killed(text) == expected


def test_an_exact_total_below_the_sum_of_its_parts_is_an_error() -> None:
    model = Scripted(told(SIDES))
    text = FOUGHT + "Nine people were killed. Six soldiers were killed. Seven insurgents were killed."
    found = extract(text, model=model, max_repairs=0).findings
    assert "sum-differs" in {finding.code for finding in found if finding.severity == "error"}


def test_children_of_a_nationality_are_civilians() -> None:
    (casualty,) = event("Five Norland children were killed.").casualties
    assert casualty.group == "civilians"


def test_an_unlisted_province_is_no_country() -> None:
    where = event("It is in Vessary province.", province="Vessary").where
    assert where is not None
    assert (where.admin1, where.country) == ("Vessary", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Red Dawn took control of the town.", "Non-state actor overtakes territory"),
        ("The Norland army retook the town.", "Government regains territory"),
        ("Red Dawn failed to take control of the town.", "Armed clash"),
    ],
)
def test_territory_changes_hands_only_where_it_did(text: str, expected: str) -> None:
    assert event(text).sub_event_type == expected


def test_a_supporter_stands_with_the_side_named_before_it() -> None:
    only = event("The Norland army, with air support from Estavia, attacked Red Dawn.")
    assert [actor.name for actor in only.side_a] == ["Norland army", "Estavia"]
    assert [actor.name for actor in only.side_b] == ["Red Dawn"]


def test_an_unusable_answer_about_a_count_leaves_the_rest_standing() -> None:
    model = Scripted(told(SIDES), unusable("the reply is not JSON"))
    text = FOUGHT + "Six Norland soldiers were killed. The Grey Column lost seven men."
    extraction = extract(text, model=model, max_repairs=0)
    (only,) = extraction.events
    assert [casualty.count.value for casualty in only.casualties] == [6]
    assert "count-undecided" in {finding.code for finding in extraction.findings}


CHECKPOINT = """Two police officers killed, five hurt in checkpoint attack near Sarvik

Gunmen in two cars opened fire on a police checkpoint outside the town of Sarvik late on Friday, killing two
officers and wounding five others, the regional police command said on Saturday.

Three of the attackers were shot dead and one was captured, it said. A passing taxi driver was also injured.

The command blamed the Haldan Freedom Army, which has been fighting the government since 2019. More than 4,000
people have died in the conflict."""


def test_a_headline_a_lead_and_a_background_toll_are_told_apart() -> None:
    report = told(
        incident(town="Sarvik", side_a="Haldan Freedom Army", side_b="police", when="late on Friday")
    )
    (only,) = extract(CHECKPOINT, model=Scripted(report), max_repairs=0).events
    assert only.killed is not None
    assert only.wounded is not None
    assert only.captured is not None
    assert (only.killed.value, only.wounded.value, only.captured.value) == (5, 6, 1)
    assert [
        (each.outcome, each.group, each.count.value) for each in only.casualties if each.role == "part"
    ] == [
        ("killed", "side_b", 2),
        ("wounded", "side_b", 5),
        ("killed", "side_a", 3),
        ("captured", "unknown", 1),
        ("wounded", "civilians", 1),
    ]
