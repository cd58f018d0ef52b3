"""Worker processes: how many, and what they and the run say to each other."""

from __future__ import annotations

import asyncio
import json
import socket
from pathlib import Path

import pytest

from asking import clear
from eventx import codebook
from eventx.article import Article
from eventx.corpus import crew
from eventx.corpus.coding import Coding
from eventx.corpus.desk import Admitted, Asked
from eventx.corpus.inputs import Given
from eventx.corpus.post import Ask, Code, Coded, Job, Leave, Message, Post, Settled
from eventx.corpus.worker import serve
from eventx.errors import EventxError
from eventx.model import Answer
from fake_server import FakeServer, answer, fail, hang, serving
from scripted import NOTHING_NEW

NOTHING = answer(json.dumps(NOTHING_NEW))


@pytest.mark.parametrize(
    ("concurrency", "cores", "workers"), [(1, 8, 1), (48, 8, 1), (49, 8, 2), (256, 8, 6), (256, 2, 2)]
)
def test_a_worker_is_for_many_questions_and_a_core_of_its_own(
    concurrency: int, cores: int, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_cores", lambda: cores)
    assert workers == crew.usual_workers(concurrency)


class Run:
    """The run's end of the line to one worker, in this process."""

    def __init__(self, fake: FakeServer) -> None:
        self.job = Job("openai/fake", fake.base_url, 4, Coding("fake", codebook.builtin()))

    async def __aenter__(self) -> Run:
        ours, theirs = socket.socketpair()
        self.worker = asyncio.create_task(serve(theirs, self.job))
        self.post = await Post.over(ours)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.post.close()
        await asyncio.wait_for(self.worker, 10)

    def give(self) -> None:
        text = "The council of Testville spoke of bread."
        self.post.put(Code(7, Given("a", Article(text=text), "")))

    async def hears(self) -> Message:
        message = await asyncio.wait_for(self.post.get(), 10)
        assert message is not None
        return message

    async def asked(self) -> Ask:
        ask = await self.hears()
        assert isinstance(ask, Ask)
        return ask


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clear(monkeypatch)


def test_a_worker_asks_at_the_desk_and_says_what_came_of_it() -> None:
    async def told() -> tuple[Message, Message]:
        async with Run(fake) as run:
            run.give()
            ask = await run.asked()
            run.post.put(Leave(ask.number, Admitted(3, None)))
            return await run.hears(), await run.hears()

    with serving(NOTHING) as fake:
        settled, coded = asyncio.run(told())
    assert isinstance(settled, Settled)
    assert (3, True, None) == (settled.number, settled.outcome.usable, settled.outcome.error)
    assert isinstance(coded, Coded)
    assert not isinstance(coded.line, EventxError)
    assert (7, "a", "done", 18) == (coded.number, coded.line.id, coded.line.status, coded.line.tokens)


def test_an_answer_that_was_kept_is_not_asked_for() -> None:
    async def told() -> Message:
        async with Run(fake) as run:
            run.give()
            ask = await run.asked()
            run.post.put(Leave(ask.number, Answer(None, json.dumps(NOTHING_NEW), (), 1, 2, 0.0)))
            return await run.hears()

    with serving(NOTHING) as fake:
        coded = asyncio.run(told())
        assert [] == fake.requests
    assert isinstance(coded, Coded)
    assert not isinstance(coded.line, EventxError)
    assert ("done", 3) == (coded.line.status, coded.line.tokens)


def test_a_kept_answer_that_is_none_is_asked_for_and_not_kept_again() -> None:
    async def told() -> Asked:
        async with Run(fake) as run:
            run.give()
            ask = await run.asked()
            run.post.put(Leave(ask.number, Answer(None, "altered by hand", (), 1, 2, 0.0)))
            return (await run.asked()).asked

    with serving(NOTHING) as fake:
        assert asyncio.run(told()).key is None


def test_what_the_desk_refuses_ends_the_article_and_is_told_as_it_is() -> None:
    async def told() -> Message:
        async with Run(fake) as run:
            run.give()
            ask = await run.asked()
            run.post.put(Leave(ask.number, refused))
            return await run.hears()

    from eventx.corpus.budget import BudgetSpent

    refused = BudgetSpent("nothing is left")
    with serving(NOTHING) as fake:
        coded = asyncio.run(told())
    assert isinstance(coded, Coded)
    assert isinstance(coded.line, BudgetSpent)
    assert str(coded.line) == "nothing is left"


def test_a_model_that_refuses_fails_the_article_alone() -> None:
    async def told() -> Message:
        async with Run(fake) as run:
            run.give()
            ask = await run.asked()
            run.post.put(Leave(ask.number, Admitted(3, None)))
            await run.hears()
            return await run.hears()

    with serving(fail(400, "not this one")) as fake:
        coded = asyncio.run(told())
    assert isinstance(coded, Coded)
    assert not isinstance(coded.line, EventxError)
    assert coded.line.status == "failed"
    assert "not this one" in (coded.line.error or "")


def test_a_worker_ends_with_the_run_in_the_middle_of_a_question() -> None:
    async def ended() -> bool:
        async with Run(fake) as run:
            run.give()
            ask = await run.asked()
            run.post.put(Leave(ask.number, Admitted(3, None)))
            while not fake.requests:
                await asyncio.sleep(0.01)
        return run.worker.done()

    with serving(hang) as fake:
        assert asyncio.run(ended())
