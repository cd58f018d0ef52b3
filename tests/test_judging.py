"""What corrections make of an extraction, which do not fit, and where coders differ."""

from __future__ import annotations

from typing import Any

import pytest

from building import counted, event
from changing import EIGHT, MINE, TWO, changed, exactly, extraction, finding
from correcting import MACHINE, file, item, judged, kept, number, quoted, told
from eventx.checks import check
from eventx.judging import conflicts, judge, misfit
from eventx.schema import Quantity

ACCOUNTS = "Eight soldiers died, the army said. Six soldiers died, doctors said. Two men died."


def figure(quantity: Quantity | None) -> tuple[int | None, int | None, int | None] | None:
    return quantity and (quantity.value, quantity.low, quantity.high)


ACTIONS: dict[str, tuple[dict[str, Any], list[str], tuple[Any, Any]]] = {
    "accept": (
        item("accept", casualty=0),
        [
            "killed 8 side_a part “Eight soldiers”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
        ],
        ((8, 8, 8), (2, 2, 2)),
    ),
    "change a number, with a note": (
        item("change", casualty=0, count=number(9), note="the ninth died later"),
        [
            "killed 9 side_a part “Eight soldiers”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
        ],
        ((9, 9, 9), (2, 2, 2)),
    ),
    "change an outcome": (
        item("change", casualty=1, outcome="killed"),
        [
            "killed 8 side_a part “Eight soldiers”",
            "killed 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
        ],
        ((10, 10, 10), None),
    ),
    "change an outcome to one of two": (
        item("change", casualty=1, outcome="casualties"),
        [
            "killed 8 side_a part “Eight soldiers”",
            "casualties 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
        ],
        ((8, 8, 10), None),
    ),
    "change a side": (
        item("change", casualty=0, group="civilians"),
        [
            "killed 8 civilians part “Eight soldiers”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
        ],
        ((8, 8, 8), (2, 2, 2)),
    ),
    "change the words": (
        item("change", casualty=0, quote=quoted("Eight soldiers were killed")),
        [
            "killed 8 side_a part “Eight soldiers were killed”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
        ],
        ((8, 8, 8), (2, 2, 2)),
    ),
    "change a role": (
        item("change", casualty=2, role="part"),
        [
            "killed 8 side_a part “Eight soldiers”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a part “three officers”",
        ],
        ((11, 11, 11), (2, 2, 2)),
    ),
    "add": (
        item("add", count=number(20), outcome="captured", group="unknown", quote=quoted("Twenty people")),
        [
            "killed 8 side_a part “Eight soldiers”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
            "captured 20 unknown part “Twenty people”",
        ],
        ((8, 8, 8), (2, 2, 2)),
    ),
    "add a total": (
        item(
            "add",
            count=number(8),
            outcome="killed",
            group="all",
            quote=quoted("Eight soldiers were killed"),
        ),
        [
            "killed 8 side_a part “Eight soldiers”",
            "wounded 2 unknown part “two men”",
            "killed 3 side_a subset “three officers”",
            "killed 8 all total “Eight soldiers were killed”",
        ],
        ((8, 8, 8), (2, 2, 2)),
    ),
    "strike": (
        item("strike", casualty=1),
        ["killed 8 side_a part “Eight soldiers”", "killed 3 side_a subset “three officers”"],
        ((8, 8, 8), None),
    ),
}


@pytest.mark.parametrize(("said", "figures", "sums"), ACTIONS.values(), ids=ACTIONS)
def test_what_a_correction_makes_of_an_event(
    said: dict[str, Any], figures: list[str], sums: tuple[Any, Any]
) -> None:
    assert misfit(kept(file(said))[0], MACHINE, ()) is None
    event, other = judged(said).events
    assert (told(event), (figure(event.killed), figure(event.wounded))) == (figures, sums)
    assert other == MINE


def test_an_added_figure_is_in_the_figure_of_its_outcome() -> None:
    event = judged(ACTIONS["add"][0]).events[0]
    assert figure(event.captured) == (20, 20, 20)


def test_a_struck_whole_leaves_its_subset_in_nothing() -> None:
    before, after = (judged(item("accept")), judged(item("strike", casualty=0)))
    assert [each.of for each in before.events[0].casualties] == [None, None, 0]
    assert [each.of for each in after.events[0].casualties] == [None, None]


def test_what_a_figure_is_of_moves_with_it() -> None:
    two, eight, officers = TWO, EIGHT, changed(MACHINE.events[0].casualties[2], of=1)
    machine = extraction(changed(MACHINE.events[0], casualties=(two, eight, officers)))
    event = judged(item("strike", casualty=0), machine=machine).events[0]
    assert [each.of for each in event.casualties] == [None, 0]


DIED = counted("Two of the wounded", "killed", was=0)
LATER: dict[str, tuple[dict[str, Any], list[int | None], tuple[Any, Any]]] = {
    "all stands": (item("accept"), [None, 0, None], ((7, 7, 7), (4, 4, 4))),
    "more died": (
        item("change", casualty=1, count=number(3), note="the third died later"),
        [None, 0, None],
        ((8, 8, 8), (3, 3, 3)),
    ),
    "who died is struck": (item("strike", casualty=1), [None, None], ((5, 5, 5), (6, 6, 6))),
    "the wounded are struck": (item("strike", casualty=0), [None, None], ((7, 7, 7), None)),
    "who died is wounded": (
        item("change", casualty=1, outcome="wounded"),
        [None, None, None],
        ((5, 5, 5), (8, 8, 8)),
    ),
}


@pytest.mark.parametrize(("said", "was", "sums"), LATER.values(), ids=LATER)
def test_who_met_a_later_fate_is_counted_under_that_alone(
    said: dict[str, Any], was: list[int | None], sums: tuple[Any, Any]
) -> None:
    text = "Six men were wounded. Two of the wounded died later. Five others were killed."
    hurt = counted("Six men", "wounded")
    machine = extraction(
        event(text, hurt, DIED, counted("Five others"), wounded=exactly(4, "Six men - Two of the wounded")),
        text=text,
    )
    made = judged(said, machine=machine).events[0]
    assert was == [each.was for each in made.casualties]
    assert sums == (figure(made.killed), figure(made.wounded))


@pytest.mark.parametrize(
    ("said", "vouched"),
    [
        pytest.param(item("accept", casualty=0), ("model", "rules"), id="accepted"),
        pytest.param(item("change", casualty=0, group="side_b"), (), id="changed"),
    ],
)
def test_what_a_coder_changed_no_reader_vouches_for(said: dict[str, Any], vouched: Any) -> None:
    eight = changed(EIGHT, vouched_by=("model", "rules"))
    machine = extraction(changed(MACHINE.events[0], casualties=(eight,)))
    assert vouched == judged(said, machine=machine).events[0].casualties[0].vouched_by


def test_a_part_is_of_nothing() -> None:
    event = judged(item("change", casualty=2, role="part")).events[0]
    assert [each.of for each in event.casualties] == [None, None, None]


def test_an_event_is_struck() -> None:
    assert judged(item("strike")).events == (MINE,)


def test_a_struck_event_comes_back_when_a_figure_of_it_is_accepted_later() -> None:
    first, later = file(item("strike")), file(item("accept", casualty=0), when="2024-05-19T00:00:00Z")
    assert judge(MACHINE, kept(later, first)).events == MACHINE.events


def test_the_latest_correction_of_a_figure_starts_from_the_machines_answer() -> None:
    first = file(item("change", casualty=0, count=number(9), note="n"))
    later = file(item("change", casualty=0, group="side_b"), when="2024-05-19T00:00:00Z")
    for given in (kept(first, later), kept(later, first)):
        made = judge(MACHINE, given)
        assert told(made.events[0])[0] == "killed 8 side_b part “Eight soldiers”"
        assert [each.group for each in made.corrections] == [None, "side_b"]


def test_an_added_figure_is_struck_again() -> None:
    strike = item("strike", outcome="captured", quote=quoted("Twenty people"))
    later = file(strike, when="2024-05-19T00:00:00Z")
    both = kept(file(ACTIONS["add"][0]), later)
    assert misfit(both[1], MACHINE, both) is None
    assert judge(MACHINE, both).events == MACHINE.events


def test_the_note_says_how_a_number_is_known_that_its_words_do_not_state() -> None:
    nine = judged(item("change", casualty=0, count=number(9), note="the ninth died later"))
    assert nine.events[0].casualties[0].inferred == "the ninth died later"
    again = judged(item("change", casualty=0, count=number(8), note="as it is"))
    assert again.events[0].casualties[0].inferred is None


@pytest.mark.parametrize(
    ("killed", "expected"),
    [
        pytest.param(Quantity(value=None, low=6, high=8, text=""), (None, 6, 9), id="sources-differ"),
        pytest.param(Quantity(value=8, low=8, high=8, text=""), (9, 9, 9), id="an-earlier-toll"),
    ],
)
def test_an_account_makes_the_figure_a_range_where_it_did_before(killed: Quantity, expected: Any) -> None:
    made = event(
        ACCOUNTS,
        counted("Eight soldiers"),
        counted("Six soldiers", role="account", of=0),
        killed=killed.model_copy(update={"text": "Eight soldiers or Six soldiers"}),
    )
    if killed.value is not None:
        made = changed(made, killed=changed(killed, text="Eight soldiers"))
    machine = extraction(made, text=ACCOUNTS)
    change = item("change", casualty=0, count=number(9), note="one more")
    assert figure(judged(change, machine=machine).events[0].killed) == expected


def test_in_a_language_without_rules_a_sum_stays_open() -> None:
    text = "Tués: 8 soldats, 2 hommes."
    casualties = [
        changed(EIGHT, evidence=(changed(EIGHT.evidence[0], start=6, end=15, quote="8 soldats"),)),
        changed(TWO, evidence=(changed(TWO.evidence[0], start=17, end=25, quote="2 hommes"),)),
    ]
    made = changed(MACHINE.events[0], casualties=tuple(casualties), when=None, where=None, side_a=())
    machine = extraction(made, text=text)
    machine = changed(machine, article=changed(machine.article, language="fr"))
    event = judged(item("change", casualty=1, outcome="killed"), machine=machine).events[0]
    assert (figure(event.killed), figure(event.wounded)) == ((None, 8, 10), None)
    (one,) = kept(file(item("change", casualty=1, count=number(3))))
    assert misfit(one, machine, ()) == "“2 hommes” does not state 3, and no note says how it is known"
    (two,) = kept(file(item("change", casualty=1, count=number(2, 2))))
    assert misfit(two, machine, ()) is None


def codes(made: Any) -> list[str]:
    return [f"{each.code}: {each.path}" for each in made.findings]


SLIP = item("add", count=number(4), outcome="killed", group="all", quote=quoted("four farmers"))


def test_the_checks_see_a_coders_slip() -> None:
    assert "sum-differs: events[0].killed" in codes(judged(SLIP))


def test_what_a_coder_mends_is_no_finding_any_more() -> None:
    slipped = changed(MACHINE, events=judged(SLIP).events)
    machine = changed(slipped, findings=check(slipped.article, slipped.events))
    assert "sum-differs: events[0].killed" in codes(judged(item("accept"), machine=machine))
    assert "sum-differs: events[0].killed" not in codes(judged(item("strike", casualty=3), machine=machine))


def test_what_the_machine_alone_could_find_stays() -> None:
    machine = changed(MACHINE, findings=(finding("events[1].where"), finding("article.text[3:9]")))
    assert judged(item("strike", casualty=1), machine=machine).findings[1:3] == machine.findings


def test_nothing_new_is_found_where_nothing_changed() -> None:
    assert codes(judged(item("accept", casualty=0))) == ["judged: events"]


def test_the_count_of_a_struck_figure_is_not_one_that_was_lost() -> None:
    assert [each for each in codes(judged(item("strike", casualty=1))) if "count-unused" in each] == []
    assert [each for each in codes(judged(item("strike", "e2"))) if "count-unused" in each] == []


def test_findings_of_the_events_left_move_with_them() -> None:
    machine = changed(
        MACHINE, findings=(finding("events[0].killed"), finding("events[1].killed"), finding("article"))
    )
    assert codes(judged(item("strike"), machine=machine))[1:3] == [
        "sum-mismatch: events[0].killed",
        "sum-mismatch: article",
    ]


def test_a_judged_record_says_by_whom() -> None:
    first = file(item("accept", casualty=0), item("strike", casualty=1))
    later = file(item("accept", None), who=None, when="2024-05-19T00:00:00Z")
    finding = judge(MACHINE, kept(first, later)).findings[0]
    assert (finding.code, finding.severity, finding.path, finding.message) == (
        "judged",
        "info",
        "events",
        "judged by Ada (2024-05-18) and a coder (2024-05-19): 2 accepted, 1 struck",
    )


MISFITS: dict[str, tuple[dict[str, Any], str]] = {
    "no such event": (item("accept", "e9"), "there is no event 'e9'"),
    "no such casualty": (
        item("accept", casualty=3),
        "e1 has no casualty 3: it has 3, from 0",
    ),
    "another figure": (
        item("accept", casualty=0, seen="two men"),
        "casualty 0 of e1 is “Eight soldiers”, not “two men”",
    ),
    "a quote that does not stand there": (
        item("change", casualty=0, quote={"start": 0, "end": 4, "quote": "Nine"}),
        "“Nine” does not stand at characters 0 to 4",
    ),
    "a quote past the end": (
        item("change", casualty=0, quote={"start": 9000, "end": 9004, "quote": "Nine"}),
        "“Nine” does not stand at characters 9000 to 9004",
    ),
    "a number that is not in its words": (
        item("change", casualty=0, count=number(9)),
        "“Eight soldiers” does not state 9, and no note says how it is known",
    ),
    "a number that is not in the new words": (
        item("change", casualty=0, quote=quoted("two men")),
        "“two men” does not state 8, and no note says how it is known",
    ),
    "an added number that is not in its words": (
        item("add", count=number(21), outcome="captured", group="unknown", quote=quoted("Twenty people")),
        "“Twenty people” does not state 21, and no note says how it is known",
    ),
    "nobody, where somebody is told": (
        item("change", casualty=0, count=number(0)),
        "“Eight soldiers” does not state 0, and no note says how it is known",
    ),
    "a strike of what nobody added": (
        item("strike", outcome="captured", quote=quoted("Twenty people")),
        "nobody added “Twenty people” to e1 as captured",
    ),
}


@pytest.mark.parametrize(("said", "why"), MISFITS.values(), ids=MISFITS)
def test_what_does_not_fit(said: dict[str, Any], why: str) -> None:
    (one,) = kept(file(said))
    assert misfit(one, MACHINE, ()) == why


BOB = {"who": "Bob", "when": "2024-05-19T09:00:00Z"}
DIFFERENT: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "agree": (item("accept", casualty=0), item("accept", casualty=0), []),
    "speak of two figures": (item("strike", casualty=0), item("accept", casualty=1), []),
    "differ on a figure": (
        item("strike", casualty=0),
        item("accept", casualty=0),
        ["e1, casualty 0: Ada (2024-05-18 09:00 strike) and Bob (2024-05-19 09:00 accept) differ"],
    ),
    "differ on an added figure": (
        ACTIONS["add"][0],
        {**ACTIONS["add"][0], "group": "civilians"},
        ["e1, “Twenty people”: Ada (2024-05-18 09:00 add) and Bob (2024-05-19 09:00 add) differ"],
    ),
    "differ on an event": (
        item("accept", casualty=0),
        item("strike"),
        ["e1, casualty 0: Ada (2024-05-18 09:00 accept) and Bob (2024-05-19 09:00 strike) differ"],
    ),
}


@pytest.mark.parametrize(("ada", "bob", "expected"), DIFFERENT.values(), ids=DIFFERENT)
def test_where_two_coders_differ_is_told(
    ada: dict[str, Any], bob: dict[str, Any], expected: list[str]
) -> None:
    said = list(conflicts(kept(file(bob, **BOB), file(ada))))
    assert said == [f"{each}; the later applies" for each in expected]


@pytest.mark.parametrize("casualty", [0, None], ids=["figure", "event"])
def test_a_coder_who_thinks_again_differs_with_nobody(casualty: int | None) -> None:
    first, later = file(item("strike", casualty=casualty)), file(item("accept", casualty=0), when=BOB["when"])
    assert list(conflicts(kept(first, later))) == []


def test_whoever_spoke_last_is_the_later_one() -> None:
    first, again = item("accept", casualty=0), item("strike", casualty=0)
    files = (file(first), file(first, **BOB), file(again, when="2024-05-20T09:00:00Z"))
    assert list(conflicts(kept(*files))) == [
        "e1, casualty 0: Bob (2024-05-19 09:00 accept) and Ada (2024-05-20 09:00 strike) differ; "
        "the later applies"
    ]
