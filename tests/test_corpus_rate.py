"""Requests and tokens a minute that no 60 seconds pass."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.corpus.budget import BudgetSpent, Estimate, Limits
from eventx.corpus.rate import MINUTE, Rate
from eventx.errors import InputError


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def most(tokens: int) -> Estimate:
    return Estimate(tokens, 0)


@given(
    questions=st.lists(st.tuples(st.floats(0, 40), st.integers(1, 100), st.integers(1, 100)), max_size=40),
    rpm=st.none() | st.integers(1, 5),
    tpm=st.none() | st.integers(100, 300),
)
def test_no_sixty_seconds_hold_more_than_is_allowed(
    questions: list[tuple[float, int, int]], rpm: int | None, tpm: int | None
) -> None:
    clock = Clock()
    rate = Rate(Limits(rpm=rpm, tpm=tpm), clock=clock)
    put: list[tuple[float, int]] = []
    for number, (later, tokens, share) in enumerate(questions):
        clock.now += later
        while (pause := rate.pause(tokens)) > 0:
            clock.now += pause
        rate.put(number, most(tokens))
        took = max(1, tokens * share // 100)
        rate.took(number, took)
        put.append((clock.now, took))
    for begin, _ in put:
        within = [took for at, took in put if begin <= at < begin + 60]
        assert rpm is None or len(within) <= rpm
        assert tpm is None or sum(within) <= tpm


@pytest.mark.parametrize(
    ("limits", "answers", "expected"),
    [
        (Limits(rpm=3), {}, 0.0),
        (Limits(rpm=2), {}, MINUTE - 10),
        (Limits(tpm=200), {}, 0.0),
        (Limits(tpm=199), {}, MINUTE - 10),
        (Limits(tpm=199), {1: 59}, 0.0),
        (Limits(tpm=200), {1: 61}, MINUTE - 10),
        (Limits(rpm=2), {1: 1, 2: 1}, MINUTE - 10),
    ],
    ids=[
        "one request more",
        "all requests made",
        "as many tokens more",
        "one token too many",
        "one took less than it could",
        "one took more than was thought",
        "requests count whatever they took",
    ],
)
def test_room_for_eighty_tokens_after_twice_sixty(
    limits: Limits, answers: dict[int, int], expected: float
) -> None:
    clock = Clock()
    rate = Rate(limits, clock=clock)
    rate.put(1, most(60))
    clock.now += 10
    rate.put(2, most(60))
    for number, tokens in answers.items():
        rate.took(number, tokens)
    assert expected == rate.pause(80)


def test_an_answer_that_comes_after_the_minute_changes_nothing() -> None:
    clock = Clock()
    rate = Rate(Limits(tpm=100), clock=clock)
    rate.put(1, most(100))
    clock.now += MINUTE
    assert 0.0 == rate.pause(100)
    rate.took(1, 1)
    rate.put(2, most(100))
    assert MINUTE == rate.pause(1)


def test_what_an_earlier_start_put_counts() -> None:
    rate = Rate(Limits(rpm=2), [(50.0, 10), (20.0, 10)], clock=Clock())
    assert MINUTE - 50 == rate.pause(1)


def test_an_answer_makes_room_at_once_for_who_waits() -> None:
    async def waited() -> tuple[bool, bool]:
        rate = Rate(Limits(tpm=100))
        await rate.room(most(100))
        rate.put(1, most(100))
        waiting = asyncio.create_task(rate.room(most(50)))
        await asyncio.sleep(0.01)
        before = waiting.done()
        rate.took(1, 50)
        await asyncio.wait_for(waiting, 10)
        return before, waiting.done()

    assert (False, True) == asyncio.run(waited())


@pytest.mark.parametrize("limits", [Limits(rpm=0), Limits(tpm=-1)], ids=["none", "fewer than none"])
def test_a_limit_below_one_is_no_limit(limits: Limits) -> None:
    with pytest.raises(InputError, match="give what the provider allows a minute"):
        Rate(limits)


def test_a_question_larger_than_any_minute_is_not_waited_for() -> None:
    with pytest.raises(BudgetSpent, match="can take 1,001 tokens, more than --tpm 1,000 allows; give"):
        asyncio.run(Rate(Limits(tpm=1000)).room(most(1001)))
