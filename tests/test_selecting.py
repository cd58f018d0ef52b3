"""What is left of an extraction without some of its events."""

from __future__ import annotations

from typing import Any

import pytest

from eventx.schema import Extraction, Finding
from eventx.selecting import without_passing
from exporting import clash, extraction, toll


def found(path: str) -> Finding:
    return Finding(code="a", severity="error", path=path, message="b")


def made(*passing: bool, tolls: Any = (), findings: tuple[str, ...] = ()) -> Extraction:
    events = [clash(id=f"e{number}", passing=each) for number, each in enumerate(passing, start=1)]
    return extraction(*events, tolls=tolls).model_copy(update={"findings": tuple(map(found, findings))})


def test_events_told_in_passing_are_left_out() -> None:
    assert ["e2"] == [each.id for each in without_passing(made(True, False, True)).events]


def test_where_none_is_told_in_passing_nothing_changes() -> None:
    given = made(False, False, findings=("events[1].killed",))
    assert given is without_passing(given)


@pytest.mark.parametrize(
    ("path", "left"),
    [
        pytest.param("events[0].killed", [], id="of the event left out"),
        pytest.param("events[1].casualties[2]", ["events[0].casualties[2]"], id="of another"),
        pytest.param("events[1]", ["events[0]"], id="of another as a whole"),
        pytest.param("article.published", ["article.published"], id="of the article"),
    ],
)
def test_findings_go_and_move_with_their_events(path: str, left: list[str]) -> None:
    assert left == [each.path for each in without_passing(made(True, False, findings=(path,))).findings]


@pytest.mark.parametrize(
    ("over", "left"),
    [
        pytest.param(("e1", "e2"), 1, id="over one that is left"),
        pytest.param(("e1", "e3"), 0, id="over none"),
    ],
)
def test_a_toll_stays_with_one_of_its_events(over: tuple[str, ...], left: int) -> None:
    given = toll("11 soldiers", *over)
    assert (given,) * left == without_passing(made(True, False, True, tolls=(given,))).tolls
