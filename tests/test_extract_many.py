"""Many articles from Python: as they end or in order, in bounded memory, over one client."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

import eventx
from asking import clear
from eventx import Article, Result
from eventx.corpus import rate
from eventx.corpus.many import results
from eventx.errors import InputError, ModelUnavailable
from eventx.model import Patience, connect
from fake_server import answer, fail, hang, serving, slowly
from scripted import NOTHING_NEW, Scripted

NOTHING = answer(json.dumps(NOTHING_NEW))


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


def text(number: int) -> str:
    return f"The council of Testville met on day {number}."


def status(found: Iterator[Result]) -> dict[str, str]:
    return {each.id: each.status for each in found}


def test_each_article_is_a_result_by_its_id_or_its_number() -> None:
    given = [text(0), ("b", text(1)), Article(text=text(2))]
    found = list(eventx.extract_many(given, model=Scripted(*[NOTHING_NEW] * 3)))
    assert {"0": text(0), "b": text(1), "2": text(2)} == {
        each.id: each.extraction.article.text for each in found if each.extraction
    }


def test_a_failure_is_a_result_of_its_own() -> None:
    found = list(eventx.extract_many(["", text(1)], model=Scripted(NOTHING_NEW), ordered=True))
    assert ["failed", "done"] == [each.status for each in found]
    assert "the article is empty" in (found[0].error or "")


def test_a_codebook_that_is_wrong_is_raised(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(eventx.extract_many([text(0)], model=Scripted(), codebook=tmp_path / "none.toml"))


def test_no_model_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelUnavailable):
        list(eventx.extract_many([text(0)], model="nothing"))


def test_it_works_where_a_loop_runs_already() -> None:
    async def inside() -> dict[str, str]:
        return status(eventx.extract_many([text(0)], model=Scripted(NOTHING_NEW)))

    assert {"0": "done"} == asyncio.run(inside())


def test_the_same_for_asyncio() -> None:
    async def collected() -> list[str]:
        found = eventx.aextract_many([text(0), text(1)], model=Scripted(*[NOTHING_NEW] * 2))
        return [each.status async for each in found]

    assert ["done", "done"] == asyncio.run(collected())


def test_no_more_is_read_than_there_is_room_for() -> None:
    read = 0

    def articles() -> Iterator[str]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield text(number)

    stream = eventx.extract_many(articles(), model=Scripted(*[NOTHING_NEW] * 1000), concurrency=2)
    next(stream)
    at_first = read
    stream.close()  # type: ignore[attr-defined]
    assert (at_first <= 20, read < 1000) == (True, True)


def test_answers_are_kept_in_a_file_and_asked_once(tmp_path: Path) -> None:
    with serving(NOTHING) as fake:
        model = connect("openai/fake", base_url=fake.base_url)
        for _ in range(2):
            given = [text(0), text(0), text(1)]
            found = list(eventx.extract_many(given, model=model, cache=tmp_path / "kept.sqlite3"))
            assert 3 == len(found)
        assert 2 == len(fake.requests)


def test_a_run_sends_what_a_single_extraction_sends() -> None:
    with serving(NOTHING) as fake:
        model = connect("openai/fake", base_url=fake.base_url)
        eventx.extract(text(0), model=model)
        list(eventx.extract_many([text(0)], model=model))
        single, many = fake.requests
        assert single == many
        assert fake.paths[0] == fake.paths[1]


UNUSABLE = {
    "no json": answer("I see nothing."),
    "cut off": answer('{"news":', finish_reason="length"),
    "wrong shape": answer('{"news": "a"}'),
    "empty": answer(""),
    "null": answer(None),
    "refused": answer(None, refusal="no"),
    "filtered": answer("", finish_reason="content_filter"),
    "bad request": fail(400),
    "no key": fail(401),
    "no completion": lambda handler: html(handler),
}


def html(handler: Any) -> None:
    from fake_server import send

    send(handler, 200, b"<html>", "text/html")


@pytest.mark.parametrize("behave", UNUSABLE.values(), ids=UNUSABLE)
def test_a_run_says_of_a_fault_what_a_single_extraction_says(behave: Any) -> None:
    with serving(behave) as fake:
        model = connect("openai/fake", base_url=fake.base_url)
        with pytest.raises(eventx.EventxError) as raised:
            eventx.extract(text(0), model=model, max_repairs=1)
        (found,) = eventx.extract_many([text(0)], model=model, max_repairs=1)
        half = len(fake.requests) // 2
        assert str(raised.value) == found.error
        assert fake.requests[0] == fake.requests[half]


def test_a_server_that_refuses_for_now_is_asked_again() -> None:
    with serving(
        fail(429, headers={"retry-after": "0"}), fail(503, headers={"retry-after": "0"}), NOTHING
    ) as fake:
        model = connect("openai/fake", base_url=fake.base_url)
        assert {"0": "done", "1": "done"} == status(eventx.extract_many([text(0), text(1)], model=model))
        assert 4 == len(fake.requests)


def test_an_iteration_that_is_left_ends_what_is_under_way() -> None:
    with serving(NOTHING, slowly(5.0, NOTHING)) as fake:
        model = connect("openai/fake", base_url=fake.base_url)
        stream = eventx.extract_many(map(text, range(10)), model=model, concurrency=2)
        assert "done" == next(stream).status
        stream.close()  # type: ignore[attr-defined]
        assert len(fake.requests) < 10


@pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "as they end"])
def test_one_that_takes_long_holds_back_only_the_ordered(ordered: bool) -> None:
    async def work(number: int) -> Result:
        await asyncio.sleep(0.05 if number == 0 else 0)
        return Result(str(number), "done", None, None)

    async def collected() -> list[str]:
        stream: AsyncIterator[Result] = results(range(6), work, width=2, ordered=ordered)
        return [each.id async for each in stream]

    expected = ["0", "1", "2", "3", "4", "5"]
    assert (expected if ordered else [*expected[1:], "0"]) == asyncio.run(collected())


def test_what_work_raises_is_raised() -> None:
    async def work(number: int) -> Result:
        raise ZeroDivisionError

    async def collected() -> None:
        async for _ in results(range(6), work, width=2):
            raise AssertionError("nothing comes")

    with pytest.raises(ZeroDivisionError):
        asyncio.run(collected())


def test_a_minute_has_no_more_requests_than_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "MINUTE", 0.5)
    began = time.monotonic()
    given = [text(0), text(1), text(2)]
    assert 3 == len(list(eventx.extract_many(given, model=Scripted(*[NOTHING_NEW] * 3), rpm=1)))
    assert time.monotonic() - began >= 1.0


def test_a_question_that_no_minute_has_room_for_is_raised() -> None:
    with pytest.raises(eventx.EventxError, match="more than --tpm 10 allows"):
        list(eventx.extract_many([text(0)], model=Scripted(), tpm=10))


@pytest.fixture
def provided(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Let the provider "some" be whatever serves at `base_url`, and return the clients made for it."""
    import instructor
    import openai

    made: list[Any] = []

    def from_provider(name: str, *, async_client: bool) -> Any:
        assert ("some/model", True) == (name, async_client)
        sdk = openai.AsyncOpenAI(base_url=os.environ["SOME_BASE_URL"], api_key="none")
        made.append(sdk)
        return instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)

    monkeypatch.setattr(instructor, "from_provider", from_provider)
    return made


def test_a_provider_with_a_client_of_its_own_is_asked_over_one(
    provided: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(fail(429, headers={"retry-after": "0"}), fail(400), NOTHING) as fake:
        monkeypatch.setenv("SOME_BASE_URL", fake.base_url)
        model = connect("some/model")
        found = list(eventx.extract_many(map(text, range(3)), model=model, concurrency=1, ordered=True))
        assert ["failed", "done", "done"] == [each.status for each in found]
        assert "some/model: some refuses the question (400: no); check" in (found[0].error or "")
        assert 4 == len(fake.requests)
    (sdk,) = provided
    assert sdk.is_closed()


def test_a_provider_that_is_silent_is_waited_for_as_long_as_patience_says(
    provided: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(hang) as fake:
        monkeypatch.setenv("SOME_BASE_URL", fake.base_url)
        model = connect("some/model", patience=Patience(1, 1))
        (found,) = eventx.extract_many([text(0)], model=model)
    assert "some/model: no answer from some in time; a longer wait is set with" in (found.error or "")


def test_a_provider_that_is_not_there_fails_as_in_a_single_extraction() -> None:
    model = connect("nobody/model")
    with pytest.raises(ModelUnavailable) as raised:
        eventx.extract(text(0), model=model)
    (found,) = eventx.extract_many([text(0)], model=model)
    assert str(raised.value) == found.error
