"""Every seed, replayed: the same extraction as its golden, and every casualty of its truth right."""

from __future__ import annotations

import pytest

from eventx import Extraction
from eventx.golden import differences
from eventx.score import score
from recorded import SEEDS, golden_of, replay, truth_of


@pytest.fixture(scope="module", params=SEEDS)
def replayed(request: pytest.FixtureRequest) -> tuple[str, Extraction]:
    return request.param, replay(request.param)


def test_a_replay_makes_the_golden(replayed: tuple[str, Extraction]) -> None:
    seed, extraction = replayed
    assert differences(golden_of(seed).read_text(encoding="utf-8"), extraction) == ()


def test_every_casualty_is_right_and_none_is_lost_or_invented(replayed: tuple[str, Extraction]) -> None:
    seed, extraction = replayed
    made = score(extraction, truth_of(seed))
    right = made.casualties_in_truth
    assert (made.casualties_right, made.casualties_reported) == (right, right)


def test_no_event_is_missed_or_invented(replayed: tuple[str, Extraction]) -> None:
    seed, extraction = replayed
    made = score(extraction, truth_of(seed))
    assert (made.events_missed, made.events_invented) == (0, 0)
