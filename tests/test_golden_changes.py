from __future__ import annotations

from typing import Any

import pytest

from changing import (
    ARMY,
    CLASH,
    DETAINED,
    EIGHT,
    FARMERS,
    MINE,
    OFFICERS,
    TEXT,
    TWO,
    actor,
    casualty,
    changed,
    day,
    exactly,
    extraction,
    finding,
    place,
)
from eventx.golden import Allowed, as_data, changes, line
from eventx.schema import Event, Extraction, Toll

BOTH = extraction(CLASH, MINE)


def lines(old: Extraction, new: Extraction, allowed: Allowed | None = None) -> tuple[str, ...]:
    return tuple(map(line, changes(old, new, allowed)))


def counting(*casualties: Any) -> Event:
    made: Event = changed(CLASH, casualties=casualties)
    return made


TWICE = changed(EIGHT, role="repeat", of=0, evidence=casualty("Eight soldiers were killed").evidence)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(extraction(CLASH, MINE), (), id="nothing"),
        pytest.param(extraction(changed(MINE, id="e1"), changed(CLASH, id="e2")), (), id="another-order"),
        pytest.param(
            extraction(counting(changed(EIGHT, count=exactly(18, EIGHT.count.text)), TWO, OFFICERS), MINE),
            ('e1.casualties[0].count.value 8 → 18 "Eight soldiers"',),
            id="a-number",
        ),
        pytest.param(
            extraction(
                counting(changed(EIGHT, count=changed(EIGHT.count, high=None)), TWO, OFFICERS),
                MINE,
            ),
            ('e1.casualties[0].count.high 8 → null "Eight soldiers"',),
            id="a-bound",
        ),
        pytest.param(
            extraction(changed(CLASH, killed=None), MINE),
            ('e1.killed 8 → null "as given"',),
            id="a-figure-no-more",
        ),
        pytest.param(
            extraction(changed(CLASH, captured=exactly(0)), MINE),
            ('e1.captured null → 0 "as given"',),
            id="unstated-is-not-nobody",
        ),
        pytest.param(
            extraction(counting(EIGHT, casualty("Twenty people", "captured"), TWO, OFFICERS), MINE),
            ('+ e1.casualties[1] captured 20, side_a, part "Twenty people"',),
            id="a-casualty-put-between",
        ),
        pytest.param(
            extraction(counting(EIGHT, OFFICERS), MINE),
            ('- e1.casualties[1] wounded 2, unknown, part "two men"',),
            id="a-casualty-lost",
        ),
        pytest.param(
            extraction(counting(TWO, EIGHT, changed(OFFICERS, of=1)), MINE),
            (),
            id="casualties-in-another-order-with-what-holds-them",
        ),
        pytest.param(
            extraction(counting(EIGHT, TWO, changed(OFFICERS, of=1)), MINE),
            ('e1.casualties[2].of 0 → 1 "three officers"',),
            id="held-by-another",
        ),
        pytest.param(
            extraction(changed(CLASH, passing=True), MINE), ("e1.passing false → true",), id="in-passing"
        ),
        pytest.param(
            extraction(counting(changed(EIGHT, vouched_by=("model",)), TWO, OFFICERS), MINE),
            ('+ e1.casualties[0].vouched_by "model"',),
            id="who-vouches",
        ),
        pytest.param(
            extraction(counting(EIGHT, TWO, changed(OFFICERS, was=1)), MINE),
            ('e1.casualties[2].was null → 1 "three officers"',),
            id="an-earlier-fate",
        ),
        pytest.param(
            extraction(CLASH), ("- e2 Remote explosive/landmine/IED, Velm, 2024-05-14",), id="an-event-lost"
        ),
        pytest.param(
            extraction(
                changed(MINE, id="e1"),
                changed(CLASH, id="e2"),
                changed(
                    CLASH,
                    id="e3",
                    where=None,
                    when=None,
                    side_a=(),
                    casualties=(DETAINED,),
                    killed=None,
                    wounded=None,
                ),
            ),
            ("+ e3 Armed clash",),
            id="an-event-added",
        ),
        pytest.param(
            extraction(changed(CLASH, where=place("Velm")), MINE),
            (
                'e1.where.text "Çorvan" → "Velm"',
                '- e1.where.evidence "Çorvan" (52-58)',
                '+ e1.where.evidence "Velm" (143-147)',
            ),
            id="another-place",
        ),
        pytest.param(
            extraction(changed(CLASH, when=day("on Monday", "2024-05-20")), MINE),
            (
                'e1.when.start 2024-05-13 → 2024-05-20 "on Monday"',
                'e1.when.end 2024-05-13 → 2024-05-20 "on Monday"',
            ),
            id="another-day",
        ),
        pytest.param(
            extraction(changed(CLASH, when=None), MINE), ('e1.when "on Monday" → null',), id="no-day"
        ),
        pytest.param(
            extraction(changed(CLASH, side_a=(changed(ARMY, kind=None),)), MINE),
            ('e1.side_a[0].kind "State forces" → null "army"',),
            id="an-actors-kind",
        ),
        pytest.param(
            extraction(changed(CLASH, side_a=(actor("rebels", "men"), changed(ARMY, name="the Army"))), MINE),
            (
                'e1.side_a[0].name "army" → "the Army"',
                '+ e1.side_a[0] combatant "rebels"',
            ),
            id="an-actor-put-first-and-one-renamed",
        ),
        pytest.param(
            extraction(CLASH, changed(MINE, sources=("a nurse", "doctors"))),
            ('+ e2.sources "a nurse"',),
            id="a-source-put-first",
        ),
        pytest.param(
            extraction(CLASH, MINE, tokens_in=7), ("provenance.tokens_in null → 7",), id="provenance"
        ),
    ],
)
def test_each_change_is_one_line(now: Extraction, expected: tuple[str, ...]) -> None:
    assert lines(BOTH, now) == expected


TOLL = Toll(events=("e1", "e2"), casualty=casualty("Twenty people", group="all"))
ONE_MORE = changed(MINE, id="e3", where=None, when=None, casualties=(), killed=None, sources=())
OTHERS = changed(TOLL, casualty=casualty("four farmers", group="all"))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(extraction(CLASH, MINE, tolls=(TOLL,)), (), id="nothing"),
        pytest.param(
            extraction(
                changed(MINE, id="e1"), changed(CLASH, id="e2"), tolls=(changed(TOLL, events=("e2", "e1")),)
            ),
            (),
            id="another-order",
        ),
        pytest.param(
            extraction(CLASH, MINE),
            ('- tolls[0] killed 20, all, part, over e1, e2 "Twenty people"',),
            id="a-toll-lost",
        ),
        pytest.param(
            extraction(CLASH, MINE, tolls=(OTHERS, TOLL)),
            ('+ tolls[0] killed 4, all, part, over e1, e2 "four farmers"',),
            id="a-toll-put-first",
        ),
        pytest.param(
            extraction(
                CLASH,
                MINE,
                tolls=(changed(TOLL, casualty=changed(TOLL.casualty, count=exactly(30, "Twenty people"))),),
            ),
            ('tolls[0].casualty.count.value 20 → 30 "Twenty people"',),
            id="a-number",
        ),
        pytest.param(
            extraction(CLASH, MINE, ONE_MORE, tolls=(changed(TOLL, events=("e1", "e3")),)),
            (
                "+ e3 Remote explosive/landmine/IED",
                '- tolls[0].events "e2"',
                '+ tolls[0].events "e3"',
            ),
            id="over-another-event",
        ),
        pytest.param(
            extraction(
                CLASH,
                changed(ONE_MORE, id="e2"),
                changed(MINE, id="e3"),
                tolls=(changed(TOLL, events=("e1", "e2")),),
            ),
            (
                "+ e2 Remote explosive/landmine/IED",
                '- tolls[0].events "e2"',
                '+ tolls[0].events "e2"',
            ),
            id="over-another-event-of-the-same-id",
        ),
    ],
)
def test_each_change_of_a_toll_is_one_line(now: Extraction, expected: tuple[str, ...]) -> None:
    assert lines(extraction(CLASH, MINE, tolls=(TOLL,)), now) == expected


def test_a_toll_over_an_event_that_was_left_out_is_the_same() -> None:
    both = extraction(CLASH, tolls=(TOLL,))
    assert lines(both, both) == ()


def test_what_a_figure_was_moves_with_it() -> None:
    old = extraction(counting(EIGHT, TWO, changed(OFFICERS, was=1)), MINE)
    assert lines(old, extraction(counting(TWO, EIGHT, changed(OFFICERS, of=1, was=0)), MINE)) == ()


def test_what_was_counted_twice_is_paired_with_its_own_words() -> None:
    old = extraction(counting(EIGHT, TWO))
    assert lines(old, extraction(counting(TWICE, EIGHT, TWO))) == (
        '+ e1.casualties[0] killed 8, side_a, repeat "Eight soldiers were killed"',
    )


def test_events_with_nothing_in_common_are_one_lost_and_one_added() -> None:
    assert lines(extraction(CLASH), extraction(changed(MINE, id="e1"))) == (
        "- e1 Armed clash, Çorvan, 2024-05-13",
        "+ e1 Remote explosive/landmine/IED, Velm, 2024-05-14",
    )


def test_events_that_state_nothing_are_paired_when_they_are_equal() -> None:
    empty = changed(CLASH, where=None, when=None, side_a=(), casualties=(), killed=None, wounded=None)
    assert lines(extraction(empty), extraction(changed(empty))) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [],
            [finding("events[0].killed")],
            ('+ e1.killed error sum-mismatch "11 + 8 is not 26"',),
            id="added",
        ),
        pytest.param(
            [finding("events[0].killed")],
            [],
            ('- e1.killed error sum-mismatch "11 + 8 is not 26"',),
            id="removed",
        ),
        pytest.param(
            [finding("events[0].killed")],
            [finding("events[0].killed", "11 + 8 is not 27")],
            ('e1.killed sum-mismatch message "11 + 8 is not 26" → "11 + 8 is not 27"',),
            id="said-otherwise",
        ),
        pytest.param(
            [finding("article.text[3:9]")],
            [finding("article.text[3:9]", severity="info")],
            ('article.text[3:9] sum-mismatch severity "error" → "info"',),
            id="less-grave",
        ),
    ],
)
def test_findings(old: list[Any], new: list[Any], expected: tuple[str, ...]) -> None:
    was, now = (extraction(CLASH, MINE, findings=tuple(each)) for each in (old, new))
    assert lines(was, now) == expected


def test_a_finding_moves_with_its_event_and_its_casualty() -> None:
    old = extraction(CLASH, MINE, findings=(finding("events[0].casualties[2].of"), finding("events[1].when")))
    new = extraction(
        changed(MINE, id="e1"),
        changed(CLASH, id="e2", casualties=(EIGHT, changed(OFFICERS), TWO)),
        findings=(finding("events[0].when"), finding("events[1].casualties[1].of")),
    )
    assert lines(old, new) == ()


def test_a_finding_of_what_was_added_is_not_that_of_what_stood_there() -> None:
    old = extraction(counting(EIGHT, TWO), findings=(finding("events[0].casualties[1]"),))
    new = extraction(counting(EIGHT, OFFICERS, TWO), findings=(finding("events[0].casualties[1]"),))
    assert lines(old, new) == (
        '+ e1.casualties[1] killed 3, side_a, subset "three officers"',
        '- e1.casualties[1] error sum-mismatch "11 + 8 is not 26"',
        '+ e1.casualties[1] error sum-mismatch "11 + 8 is not 26"',
    )


def test_in_a_corrected_article_words_are_the_same_wherever_they_stand() -> None:
    corrected = f"Correction. {TEXT}"
    moved = extraction(CLASH).model_dump()
    shift = len(corrected) - len(TEXT)

    def move(value: Any) -> Any:
        if isinstance(value, dict):
            steps = {"start": shift, "end": shift} if "quote" in value else {}
            return {
                name: move(each) + steps.get(name, 0) if name in steps else move(each)
                for name, each in value.items()
            }
        return type(value)(map(move, value)) if isinstance(value, list | tuple) else value

    new = Extraction.model_validate({**move(moved), "article": {"text": corrected}})
    assert lines(extraction(CLASH), new) == (
        'article.text "Eight soldiers were killed and two men wounded near Çorvan o…" → '
        '"Correction. Eight soldiers were killed and two men wounded n…"',
    )


@pytest.mark.parametrize(
    ("allowed", "left"),
    [
        pytest.param(Allowed(), 3, id="nothing-allowed"),
        pytest.param(Allowed(ignore=("events.killed",)), 2, id="a-field"),
        pytest.param(Allowed(ignore=("events",)), 0, id="all-below-a-field"),
        pytest.param(Allowed(ignore=("events.kill",)), 3, id="not-what-begins-alike"),
        pytest.param(Allowed(tolerance={"events.killed.value": 2}), 2, id="a-number-within-tolerance"),
        pytest.param(Allowed(tolerance={"events.killed.value": 1}), 3, id="a-number-beyond-tolerance"),
        pytest.param(Allowed(tolerance={"events.when": 1}), 1, id="days-within-tolerance"),
        pytest.param(Allowed(tolerance={"events.when": 0.5}), 3, id="days-beyond-tolerance"),
    ],
)
def test_what_is_allowed_is_no_difference(allowed: Allowed, left: int) -> None:
    new = extraction(changed(CLASH, killed=exactly(10), when=day("on Monday", "2024-05-14")), MINE)
    assert len(changes(BOTH, new, allowed)) == left


def test_a_change_as_data_has_the_values_themselves() -> None:
    new = extraction(changed(CLASH, when=day("on Monday", "2024-05-14")), MINE)
    assert as_data(changes(BOTH, new)[0]) == {
        "kind": "changed",
        "path": "e1.when.start",
        "field": "events.when.start",
        "old": "2024-05-13",
        "new": "2024-05-14",
        "quote": "on Monday",
    }


def test_a_record_as_data_is_whole() -> None:
    lost = as_data(changes(BOTH, extraction(changed(CLASH, casualties=(EIGHT, TWO)), MINE))[0])
    assert (lost["old"], lost["new"]) == (OFFICERS.model_dump(mode="json"), None)


def test_a_line_is_one_line_and_safe_to_show() -> None:
    new = extraction(CLASH, changed(MINE, sources=("a\u202enurse\n- e1",)))
    assert lines(BOTH, new) == ('- e2.sources "doctors"', '+ e2.sources "a\\u202enurse\\n- e1"')


def test_farmers_are_paired_by_number_where_the_words_differ() -> None:
    again = changed(FARMERS, evidence=casualty("Twenty people").evidence)
    assert lines(extraction(MINE), extraction(changed(MINE, casualties=(again,)))) == (
        '- e2.casualties[0].evidence "four farmers" (122-134)',
        '+ e2.casualties[0].evidence "Twenty people" (149-162)',
    )
