"""How many questions are under way at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from eventx.corpus import pace as paces
from eventx.corpus.pace import FIRST, Pace


@asynccontextmanager
async def slot(pace: Pace) -> AsyncIterator[None]:
    """Hold a slot."""
    await pace.enter()
    try:
        yield
    finally:
        pace.leave()


async def rounds(pace: Pace, number: int) -> int:
    """Fill every slot and answer, round after round; return the most that were under way at once."""
    most = running = 0

    async def one() -> None:
        nonlocal most, running
        async with slot(pace):
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            pace.answered()
            running -= 1

    for _ in range(number):
        await asyncio.gather(*(one() for _ in range(300)))
    return most


def test_it_grows_to_what_is_allowed_and_not_beyond() -> None:
    assert 64 == asyncio.run(rounds(Pace(64), 2))


def test_it_begins_with_few() -> None:
    assert (FIRST, 1) == (Pace(64).limit, Pace(1).limit)


def test_slots_that_are_not_needed_are_no_reason_to_grow() -> None:
    async def one_by_one(pace: Pace) -> int:
        for _ in range(20):
            async with slot(pace):
                pace.answered()
        return pace.limit

    assert FIRST == asyncio.run(one_by_one(Pace(64)))


def test_it_is_halved_once_a_burst(monkeypatch: pytest.MonkeyPatch) -> None:
    pace = Pace(64)
    asyncio.run(rounds(pace, 2))
    pace.pressed(None)
    pace.pressed(None)
    assert 32 == pace.limit
    monkeypatch.setattr(paces, "ONE_BURST", 0.0)
    pace.pressed(None)
    assert 16 == pace.limit


def test_it_never_stops_altogether(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paces, "ONE_BURST", 0.0)
    pace = Pace(8)
    for _ in range(10):
        pace.pressed(None)
    assert 1 == pace.limit


def test_where_one_question_at_once_is_too_many_the_next_waits_a_second() -> None:
    async def waited(pace: Pace) -> float:
        pace.pressed(None)
        began = time.monotonic()
        async with slot(pace):
            return time.monotonic() - began

    assert 0.9 <= asyncio.run(waited(Pace(1)))


def test_after_trouble_it_grows_by_one_a_round() -> None:
    pace = Pace(64)
    pace.pressed(None)

    async def answers() -> None:
        async with slot(pace), slot(pace):
            for _ in range(2):
                pace.answered()

    before = pace.limit
    asyncio.run(answers())
    assert (2, 2) == (before, pace.limit)
    asyncio.run(answers())
    assert 3 == pace.limit


def test_nothing_is_asked_while_the_server_wants_to_be_left_alone() -> None:
    async def waited() -> float:
        pace = Pace(4)
        pace.pressed(0.1)
        began = time.monotonic()
        async with slot(pace):
            return time.monotonic() - began

    assert 0.09 <= asyncio.run(waited())


def test_a_turn_that_is_given_up_is_the_next_ones() -> None:
    async def second_gets_it() -> bool:
        pace = Pace(1)

        async def hold() -> None:
            async with slot(pace):
                pass

        async with slot(pace):
            first, second = asyncio.create_task(hold()), asyncio.create_task(hold())
            await asyncio.sleep(0)
        first.cancel()
        await asyncio.wait_for(second, 1)
        return first.cancelled()

    assert asyncio.run(second_gets_it())
