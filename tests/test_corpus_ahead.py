"""The input of a run, read in a thread."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from eventx.corpus.ahead import AHEAD, ahead


def test_what_is_given_comes_in_its_order() -> None:
    async def all_of_it() -> list[int]:
        return [each async for each in ahead(range(3 * AHEAD))]

    assert list(range(3 * AHEAD)) == asyncio.run(all_of_it())


def test_the_loop_turns_while_the_input_is_read() -> None:
    turning = threading.Event()

    def slow() -> Iterator[bool]:
        yield turning.wait(30)

    async def both() -> list[bool]:
        asyncio.get_running_loop().call_later(0.01, turning.set)  # only a loop that turns comes here
        return [each async for each in ahead(slow())]

    assert [True] == asyncio.run(both())


def test_what_reading_raises_is_raised_after_what_was_read() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    got: list[int] = []

    async def read() -> None:
        async for each in ahead(broken()):
            got.append(each)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(read())
    assert [1] == got


def test_no_more_is_read_than_a_few_articles_ahead() -> None:
    read: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            read.append(len(read))
            yield read[-1]

    async def first_two() -> None:
        async with aclosing(ahead(endless())) as given:
            await anext(given)
            await anext(given)
            deadline = time.monotonic() + 5
            while len(read) < AHEAD + 1 and time.monotonic() < deadline:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)

    asyncio.run(first_two())
    assert AHEAD + 1 <= len(read) <= AHEAD + 3
