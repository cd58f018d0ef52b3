"""eventx's own work on a long text: elsewhere, so that others go on, and not for ever."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from eventx import aextract, apart
from eventx.errors import InputError
from scripted import NOTHING_NEW, Scripted

SHORT, LONG = apart.SHORT, apart.SHORT + 1


@pytest.mark.parametrize(("characters", "is_here"), [(SHORT, True), (LONG, False)], ids=["short", "long"])
def test_a_long_text_is_worked_on_in_a_thread(characters: int, is_here: bool) -> None:
    found = asyncio.run(apart.Work(characters).done(threading.get_ident))
    assert is_here == (found == threading.get_ident())


@pytest.mark.parametrize("characters", [SHORT, LONG], ids=["short", "long"])
def test_what_a_step_raises_is_raised(characters: int) -> None:
    with pytest.raises(ZeroDivisionError):
        asyncio.run(apart.Work(characters).done(divmod, 1, 0))


def test_the_loop_goes_on_while_a_long_text_is_worked_on() -> None:
    turning = threading.Event()

    async def both() -> bool:
        working = asyncio.create_task(apart.Work(LONG).done(turning.wait, 30))
        await asyncio.sleep(0.01)
        turning.set()  # only a loop that turns comes here
        return await working

    assert asyncio.run(both()) is True


def test_between_two_steps_on_short_texts_the_loop_turns() -> None:
    order: list[str] = []

    async def other() -> None:
        order.append("another")

    def step() -> None:
        order.append("step")
        if len(order) == 1:
            others.append(asyncio.get_running_loop().create_task(other()))

    others: list[asyncio.Task[None]] = []

    async def several() -> None:
        await asyncio.gather(*(apart.Work(SHORT).done(step) for _ in range(3)))

    asyncio.run(several())
    assert ["step", "another", "step", "step"] == order


def test_the_time_of_a_text_is_over_for_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LONGEST", 0.2)
    hanging = threading.Event()

    async def all_of_them() -> list[object]:
        works = [apart.Work(LONG).done(hanging.wait, 30) for _ in range(apart.AT_ONCE + 1)]
        last = apart.Work(LONG).done(lambda: "done")
        return await asyncio.gather(*works, last, return_exceptions=True)

    began = time.monotonic()
    *stuck, last = asyncio.run(all_of_them())
    hanging.set()
    assert time.monotonic() - began < 10
    assert [InputError] * (apart.AT_ONCE + 1) == [type(each) for each in stuck]
    assert "takes more than 0 s of eventx's own work; give it in parts" in str(stuck[0])
    assert last == "done"


def test_the_steps_on_a_text_share_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LONGEST", 0.5)

    async def steps() -> int:
        work, number = apart.Work(LONG), 0
        try:
            while True:
                await work.done(time.sleep, 0.2)
                number += 1
        except InputError:
            return number

    assert asyncio.run(steps()) in (1, 2)


@pytest.mark.parametrize("times", [1, 200], ids=["short", "long"])
def test_a_text_of_any_length_is_extracted(times: int) -> None:
    text = "The council of Testville met on Monday. " * times
    made = asyncio.run(aextract(text, model=Scripted(*[NOTHING_NEW] * 10), reading="lean"))
    assert ((), text) == (made.events, made.article.text)
