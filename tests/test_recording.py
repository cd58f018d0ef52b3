"""`eventx.recording` and `eventx.replaying`: who is asked, and what a change since then is called."""

from __future__ import annotations

import asyncio
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import BaseModel, ConfigDict, create_model

import eventx
from asking import clear
from eventx import Extraction, _resources, prompts, questions, reply
from eventx.cassette import head, tape
from eventx.errors import CassetteMiss, CassetteStale, EventxError
from eventx.model import Question, connect
from eventx.schema import SCHEMA_VERSION
from fake_server import answer, serving
from scripted import NOTHING_NEW, Scripted

TEXT = "A bridge over the Ulme was closed in Testville on Friday."
QUIET = json.dumps(NOTHING_NEW)
PROMPT = "extract/v2"

Extract = Callable[..., Extraction]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


@pytest.fixture(params=["sync", "async"])
def extract(request: pytest.FixtureRequest) -> Extract:
    if request.param == "sync":
        return eventx.extract
    return lambda *given, **how: asyncio.run(eventx.aextract(*given, **how))


@pytest.fixture
def cassette(tmp_path: Path) -> Path:
    """Return a cassette of one extraction from openai/tiny."""
    path = tmp_path / "quiet.yaml"
    with serving(answer(QUIET)) as server, eventx.recording(path):
        eventx.extract(TEXT, model=connect("openai/tiny", base_url=server.base_url))
    return path


def _first() -> Question:
    """Return the first question about the text."""
    model = Scripted(NOTHING_NEW)
    eventx.extract(TEXT, model=model)
    return model.asked[0]


# Recording


def test_the_model_is_learnt_from_what_was_asked(
    tmp_path: Path, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answer(QUIET)) as server:
        monkeypatch.setenv("EVENTX_MODEL", "openai/tiny")
        monkeypatch.setenv("EVENTX_BASE_URL", server.base_url)
        with eventx.recording(tmp_path / "a.yaml"):
            made = extract(TEXT)
    assert "openai/tiny" == made.provenance.model == tape.read(tmp_path / "a.yaml")[0].model


def test_the_head_is_what_provenance_says(cassette: Path) -> None:
    with eventx.replaying(cassette):
        made = eventx.extract(TEXT).provenance
    recorded, _ = tape.read(cassette)
    assert recorded == head.Head(
        made.model,
        made.prompt,
        made.prompt_sha256,
        head.of([("m", _first())]).reply_schemas,
        made.schema_version,
        made.eventx_version,
    )


def test_the_head_stands_at_the_head(cassette: Path) -> None:
    keys = [
        line.partition(":")[0] for line in cassette.read_text().splitlines() if line[:1] not in ("", " ", "-")
    ]
    assert ["model", "prompt", "prompt_sha256", "reply_schemas", "schema_version", "eventx_version"] == keys[
        :-1
    ]


def test_several_articles_asked_at_once_are_recorded_and_replayed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    texts = [f"{TEXT} Lane {number} stays open." for number in range(5)]

    async def together(**how: Any) -> list[Extraction]:
        return await asyncio.gather(*(eventx.aextract(text, **how) for text in texts))

    with serving(answer(QUIET)) as server, eventx.recording(path):
        asyncio.run(together(model=connect("openai/tiny", base_url=server.base_url)))
    assert 5 == len(tape.read(path)[1])
    with eventx.replaying(path):
        assert texts == [made.article.text for made in asyncio.run(together())]


def test_what_else_the_process_sends_is_not_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with serving(answer(QUIET)) as server:
        model = connect("openai/tiny", base_url=server.base_url)
        with eventx.recording(path):
            httpx2.post(f"{server.base_url}/other", json={}, trust_env=False)
            eventx.extract(TEXT, model=model)
        with eventx.replaying(path):
            httpx2.post(f"{server.base_url}/other", json={}, trust_env=False)
            eventx.extract(TEXT)
    assert ["/v1/chat/completions"] == [exchange.asked[1] for exchange in tape.read(path)[1]]
    assert ["/v1/other", "/v1/chat/completions", "/v1/other"] == server.paths


def test_nothing_asked_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with (
        pytest.raises(EventxError, match=r"was not written: no model was asked anything"),
        eventx.recording(path),
    ):
        pass
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("names", "given", "words"),
    [
        pytest.param(["a", "b"], None, "of one model and one prompt; these are of 2 models", id="two"),
        pytest.param(["a"], "openai/b", "it was to be of openai/b, asked was openai/a", id="another"),
    ],
)
def test_a_cassette_is_of_one_model(names: list[str], given: str | None, words: str, tmp_path: Path) -> None:
    with serving(answer(QUIET)) as server:
        models = [connect(f"openai/{name}", base_url=server.base_url) for name in names]
        with pytest.raises(EventxError, match=words), eventx.recording(tmp_path / "a.yaml", model=given):
            [eventx.extract(TEXT, model=model) for model in models]
    assert [] == list(tmp_path.iterdir())


# Replaying


@pytest.mark.parametrize("name", [None, "openai/tiny"])
def test_inside_a_replay_the_cassette_answers(
    name: str | None, cassette: Path, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENTX_MODEL", "openai/the-usual")
    with eventx.replaying(cassette):
        assert "openai/tiny" == extract(TEXT, model=name).provenance.model


def test_a_thread_is_answered_too(cassette: Path) -> None:
    made: list[Extraction] = []
    with eventx.replaying(cassette):
        thread = threading.Thread(target=lambda: made.append(eventx.extract(TEXT)))
        thread.start()
        thread.join()
    assert ["openai/tiny"] == [each.provenance.model for each in made]


def test_the_model_yielded_can_be_passed(cassette: Path, extract: Extract) -> None:
    with eventx.replaying(cassette) as model:
        assert TEXT == extract(TEXT, model=model).article.text


@pytest.mark.parametrize(
    "name", ["local", "local/qwen2.5-coder-1.5b", "local/qwen2.5-coder-1.5b-instruct-q4_k_m"]
)
def test_the_embedded_model_goes_by_all_its_names(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with serving(answer(QUIET)) as server, eventx.recording(path):
        eventx.extract(TEXT, model=connect("local", base_url=server.base_url))
    with eventx.replaying(path):
        made = eventx.extract(TEXT, model=name)
    assert "local/qwen2.5-coder-1.5b-instruct-q4_k_m" == made.provenance.model


def test_after_a_replay_the_usual_model_is_asked_again(cassette: Path) -> None:
    with eventx.replaying(cassette):
        eventx.extract(TEXT)
    assert "openai/other" == connect("openai/other", base_url="http://127.0.0.1:9/v1").name


# One at a time


def _record(path: Path) -> None:
    with eventx.recording(path):
        raise AssertionError("entered")


def _replay(path: Path) -> None:
    with eventx.replaying(path):
        raise AssertionError("entered")


@pytest.mark.parametrize("second", [_record, _replay])
@pytest.mark.parametrize("first", [eventx.recording, eventx.replaying])
def test_a_cassette_in_use_is_not_used_again(
    first: Any, second: Callable[[Path], None], cassette: Path
) -> None:
    before = cassette.read_bytes()
    with pytest.raises(EventxError, match="a cassette is in use already"), first(cassette):
        second(cassette)
    assert before == cassette.read_bytes()
    with eventx.replaying(cassette):  # the refusal left nothing locked
        eventx.extract(TEXT)


# What changed since


def _stale(path: Path, **how: Any) -> str:
    with pytest.raises(CassetteStale) as raised, eventx.replaying(path):
        eventx.extract(TEXT, **how)
    return str(raised.value)


AGAIN = "record it again: `eventx extract ARTICLE --model openai/tiny --record {}`"


@pytest.fixture
def change_prompt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, str, str], None]]:
    def change(file: str, old: str, new: str) -> None:
        shutil.copytree(_resources.root("prompts"), tmp_path / "checkout" / "prompts")  # type: ignore[arg-type]
        text = tmp_path / "checkout" / "prompts" / PROMPT / file
        assert old in text.read_text()
        text.write_text(text.read_text().replace(old, new, 1))
        monkeypatch.setattr(_resources, "_CHECKOUT", tmp_path / "checkout")
        prompts.load.cache_clear()

    yield change
    prompts.load.cache_clear()


def test_one_word_of_the_prompt(cassette: Path, change_prompt: Callable[[str, str, str], None]) -> None:
    change_prompt("system.md", "You code news", "You read news")
    detail = "messages[0].content differs from character 4 on (recorded 'code"
    said = _stale(cassette)
    assert said.startswith(f"{cassette}: the prompt extract/v2 changed since this was recorded: {detail}")
    assert said.endswith(f"; {AGAIN.format(cassette)}")


def test_a_part_of_the_prompt_that_this_article_did_not_need(
    cassette: Path, change_prompt: Callable[[str, str, str], None]
) -> None:
    change_prompt("counts.md", "judge", "rate")
    changed = "the prompt extract/v2 changed since this was recorded"
    assert f"{cassette}: {changed}; {AGAIN.format(cassette)}" == _stale(cassette)


def test_another_prompt(cassette: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "EXTRACT", "extract/v1")
    changed = "recorded with the prompt extract/v2, asked is extract/v1"
    assert f"{cassette}: {changed}; {AGAIN.format(cassette)}" == _stale(cassette)


class Renamed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: str


def test_a_renamed_field_of_the_reply(cassette: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed, ask = create_model("Report", __base__=Renamed), questions.report
    monkeypatch.setattr(
        questions, "report", lambda *given, **how: replace(ask(*given, **how), reply_type=renamed)
    )
    said = _stale(cassette)
    assert said.startswith(f"{cassette}: the reply schema changed since this was recorded (Report): ")
    assert said.endswith(AGAIN.format(cassette))


def test_another_model_by_name(cassette: Path) -> None:
    said = f"{cassette}: recorded from openai/tiny, asked is anthropic/other; {AGAIN.format(cassette)}"
    assert said == _stale(cassette, model="anthropic/other")


def test_another_model_connected_before(cassette: Path) -> None:
    other = connect("openai/other", base_url="http://127.0.0.1:9/v1")
    assert f"{cassette}: recorded from openai/tiny, asked is openai/other: " in _stale(cassette, model=other)


def test_another_schema_of_extractions_is_no_reason_to_fail(
    cassette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded, exchanges = tape.read(cassette)
    tape.write(cassette, recorded._replace(schema_version="1"), exchanges)
    with eventx.replaying(cassette):
        assert SCHEMA_VERSION == eventx.extract(TEXT).provenance.schema_version


def test_another_version_of_eventx_is_no_reason_to_fail(
    cassette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eventx, "__version__", "99.0")
    with eventx.replaying(cassette):
        assert "99.0" == eventx.extract(TEXT).provenance.eventx_version


def test_a_cassette_without_a_head_is_played(cassette: Path) -> None:
    recorded, exchanges = tape.read(cassette)
    tape.write(cassette, head.Head(recorded.model), exchanges)
    assert cassette.read_text().startswith("model: openai/tiny\nexchanges:\n")
    with eventx.replaying(cassette):
        assert () == eventx.extract(TEXT).events


def test_a_missing_cassette_is_not_called_stale(tmp_path: Path) -> None:
    with (
        pytest.raises(CassetteMiss, match="there is no such cassette") as raised,
        eventx.replaying(tmp_path / "a"),
    ):
        pass
    assert CassetteMiss is type(raised.value)


# A later question's reply has as many entries as the article has counts


def _judging(counts: int) -> Question:
    return replace(
        _first(),
        messages=({"role": "user", "content": TEXT}, {"role": "assistant", "content": QUIET}),
        reply_type=reply.judgements(counts, 1),
    )


@pytest.mark.parametrize(
    ("asked", "difference", "expected"),
    [
        pytest.param(_judging(2), None, [], id="the-same"),
        pytest.param(_judging(3), "messages[3].content differs", [], id="another-count-found"),
        pytest.param(
            _judging(3),
            "grammar differs",
            ["the reply schema changed since this was recorded (Judgements)"],
            id="another-schema-after-the-same-words",
        ),
    ],
)
def test_a_later_schema_changed_only_after_the_same_words(
    asked: Question, difference: str | None, expected: list[str]
) -> None:
    recorded = head.of([("m", _first()), ("m", _judging(2))])
    assert expected == head.changes(recorded, ("m", asked), difference)
