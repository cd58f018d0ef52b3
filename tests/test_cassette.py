"""Cassettes: what is recorded, what is refused, and what a replay says when it cannot answer."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

import eventx
from eventx.cassette import REPLAY_URL, layout, model_of, recording, replaying, tape
from eventx.cassette.head import Head
from eventx.errors import CassetteMiss, CassetteStale, ModelError
from eventx.local import grammar
from eventx.model import Answer, Model, Question, connect
from eventx.schema import SCHEMA_VERSION
from fake_server import Behaviour, Handler, answer, completion, fail, payload, raw, send, serving


class Reply(BaseModel):
    """A number."""

    model_config = ConfigDict(extra="forbid")

    n: int


REPLY = f"Reply {hashlib.sha256(json.dumps(Reply.model_json_schema()).encode()).hexdigest()[:12]}"


def question(text: str, *, max_tokens: int = 64) -> Question:
    return Question(
        messages=({"role": "system", "content": "Count them.\nAll."}, {"role": "user", "content": text}),
        reply_type=Reply,
        max_tokens=max_tokens,
    )


Ask = Callable[[Model, Question], Answer]


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Ask:
    if request.param == "sync":
        return lambda model, asked: model.ask(asked)
    return lambda model, asked: asyncio.run(model.aask(asked))


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EVENTX_BASE_URL", "EVENTX_TIMEOUT", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def cassette(tmp_path: Path) -> Path:
    """Return a cassette of two exchanges: eleven, then four."""
    path = tmp_path / "some-article.yaml"
    with serving(answer('{"n": 11}'), answer('{"n": 4}')) as server:
        model = connect("local/tiny", base_url=server.base_url)
        with recording(path, model=model.name):
            model.ask(question("Eleven were killed."))
            model.ask(question("Four were wounded."))
    return path


def _ask_twice(model: Model) -> None:
    model.ask(question("Five."))
    model.ask(question("Six."))


# Recording


def test_a_cassette_reads_as_the_exchange_that_was(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "deep" / "some-article.yaml"
    with serving(answer('{"n": 11}')) as server:
        model = connect("openai/tiny", base_url=server.base_url)
        with recording(path, model=model.name):
            ask(model, question("Eleven were killed.\n\nIn Testville:\n"))
    received = completion('{"n": 11}')
    expected = {
        "model": "openai/tiny",
        "reply_schemas": [REPLY],
        "schema_version": SCHEMA_VERSION,
        "eventx_version": eventx.__version__,
        "exchanges": [
            {
                "method": "POST",
                "uri": "http://model.invalid/v1/chat/completions",
                "question": server.requests[0],
                "status": 200,
                "headers": {"content-type": "application/json"},
                "answer": {key: received[key] for key in ("object", "model", "choices", "usage")},
            }
        ],
    }
    text = path.read_text(encoding="utf-8")
    assert expected == yaml.safe_load(text)
    assert (
        "    - role: user\n      content: |\n        Eleven were killed.\n\n        In Testville:\n"
    ) in text
    assert [path] == list(path.parent.iterdir())


def test_the_same_exchange_gives_the_same_file(tmp_path: Path) -> None:
    texts = []
    for run in ("one", "two"):
        with serving(answer('{"n": 11}')) as server:
            model = connect("local/tiny", base_url=server.base_url)
            with recording(tmp_path / run, model=model.name):
                model.ask(question("Eleven were killed."))
        texts.append((tmp_path / run).read_text(encoding="utf-8"))
    assert texts[0] == texts[1]


def test_a_compressed_answer_is_kept_readable(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "a.yaml"
    body = gzip.compress(json.dumps(completion('{"n": 11}')).encode())

    def compressed(handler: Handler) -> None:
        send(handler, 200, body, "application/json", {"content-encoding": "gzip"})

    with serving(compressed) as server:
        model = connect("local/tiny", base_url=server.base_url)
        with recording(path, model=model.name):
            ask(model, question("Eleven were killed."))
    _, (exchange,) = tape.read(path)
    assert completion('{"n": 11}')["choices"] == exchange.answer["choices"]
    with replaying(path) as replayed:
        assert Reply(n=11) == ask(replayed, question("Eleven were killed.")).reply


def test_an_error_inside_leaves_the_file_as_it_was(cassette: Path) -> None:
    before = cassette.read_bytes()
    with (
        serving(answer('{"n": 5}'), fail(400)) as server,
        pytest.raises(ModelError),
        recording(cassette, model="local/tiny"),
    ):
        _ask_twice(connect("local/tiny", base_url=server.base_url))
    assert before == cassette.read_bytes()
    assert [cassette] == list(cassette.parent.iterdir())


def test_recording_again_replaces_what_was_there(cassette: Path) -> None:
    with serving(answer('{"n": 5}')) as server, recording(cassette, model="local/tiny"):
        connect("local/tiny", base_url=server.base_url).ask(question("Eleven were killed."))
    with replaying(cassette) as model:
        assert Reply(n=5) == model.ask(question("Eleven were killed.")).reply


# Replaying


def test_a_replay_answers_as_was_recorded_and_needs_no_server(cassette: Path, ask: Ask) -> None:
    with replaying(cassette) as model:
        answers = [ask(model, question("Eleven were killed.")), ask(model, question("Four were wounded."))]
    assert "local/tiny" == model.name == model_of(cassette)
    assert [Reply(n=11), Reply(n=4)] == [got.reply for got in answers]
    assert [(got.tokens_in, got.tokens_out) for got in answers] == [(11, 7)] * 2


def test_a_replay_can_be_asked_under_the_replay_url(cassette: Path) -> None:
    with replaying(cassette):
        model = connect(model_of(cassette), base_url=REPLAY_URL)
        assert Reply(n=11) == model.ask(question("Eleven were killed.")).reply
        assert Reply(n=4) == model.ask(question("Four were wounded.")).reply


def test_a_trouble_that_was_outwaited_is_played_again(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "a.yaml"
    busy = fail(429, headers={"retry-after": "0"})
    with serving(busy, answer('{"n": 11}')) as server, recording(path, model="local/tiny"):
        ask(connect("local/tiny", base_url=server.base_url), question("Eleven."))
    with replaying(path) as model:
        assert Reply(n=11) == ask(model, question("Eleven.")).reply
    assert [exchange.status for exchange in tape.read(path)[1]] == [429, 200]


def test_a_public_address_is_kept_and_speaks_its_own_dialect(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with serving(answer('{"n": 11}')) as server, recording(path, model="openai/gpt-5-mini"):
        connect("openai/gpt-5-mini", base_url=server.base_url).ask(question("Eleven."))
    head, (exchange,) = tape.read(path)
    fields = {**exchange.question, "max_completion_tokens": 64 + 8192}
    del fields["max_tokens"], fields["temperature"]
    hosted = exchange._replace(uri="https://api.openai.com/v1/chat/completions", question=fields)
    tape.write(path, head, [hosted])
    with replaying(path) as model:
        assert Reply(n=11) == model.ask(question("Eleven.")).reply


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param(
            question("Eleven were wounded."),
            "messages[1].content differs from character 12 on (recorded 'killed.', asked 'wounded.')",
            id="text",
        ),
        pytest.param(
            question("Eleven were killed.", max_tokens=65),
            "max_tokens differs (recorded 64, asked 65)",
            id="number",
        ),
    ],
)
def test_another_question_is_a_miss_that_says_what_differs(
    asked: Question, words: str, cassette: Path, ask: Ask
) -> None:
    began = time.monotonic()
    with pytest.raises(CassetteStale) as raised, replaying(cassette) as model:
        ask(model, asked)
    assert words in str(raised.value)
    again = f"record it again: `eventx extract ARTICLE --model local/tiny --record {cassette}`"
    assert str(raised.value).endswith(again)
    assert "\n" not in str(raised.value)
    assert time.monotonic() - began < 2


def test_the_difference_is_to_the_question_recorded_that_is_most_like_it(cassette: Path) -> None:
    said = r"messages\[1\].content differs from character 10 on \(recorded 'wounded.', asked 'killed.'\)"
    with pytest.raises(CassetteStale, match=said), replaying(cassette) as model:
        model.ask(question("Four were killed."))


def test_a_question_asked_once_more_is_a_miss(cassette: Path, ask: Ask) -> None:
    with replaying(cassette) as model:
        ask(model, question("Eleven were killed."))
        ask(model, question("Four were wounded."))
        with pytest.raises(CassetteStale, match="every exchange was played already"):
            ask(model, question("Four were wounded."))


def test_an_exchange_not_asked_for_is_a_miss(cassette: Path, ask: Ask) -> None:
    with (
        pytest.raises(CassetteStale, match="1 of 2 recorded exchanges not asked for"),
        replaying(cassette) as model,
    ):
        ask(model, question("Four were wounded."))


def test_an_error_inside_a_replay_is_not_hidden_by_what_was_not_asked_for(cassette: Path) -> None:
    with pytest.raises(RuntimeError), replaying(cassette):
        raise RuntimeError


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(None, "there is no such cassette", id="missing"),
        pytest.param("", "is no cassette", id="empty"),
        pytest.param("model: [", "is no cassette", id="not-yaml"),
        pytest.param("model: a\nexchanges:\n- method: POST\n", "is no cassette", id="incomplete"),
        pytest.param("a text", "is no cassette", id="text"),
        pytest.param("model: a\nexchanges: []\nother: 1\n", "is no cassette", id="of-another-kind"),
        pytest.param("model: !json a\nexchanges: []\n", "is no cassette", id="a-mark-on-no-json"),
        pytest.param("model: !schema [a]\nexchanges: []\n", "is no cassette", id="a-mark-on-no-schema"),
        pytest.param("model: !!python/name:os.system\nexchanges: []\n", "is no cassette", id="code"),
    ],
)
def test_a_file_that_is_no_cassette_is_a_miss(content: str | None, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(CassetteMiss, match=words), replaying(path):
        pass
    with pytest.raises(CassetteMiss, match=words):
        model_of(path)


def test_after_a_replay_the_network_is_there_again(cassette: Path) -> None:
    with pytest.raises(CassetteMiss), replaying(cassette) as model:
        model.ask(question("Something else."))
    with serving(answer('{"n": 7}')) as server:
        model = connect("local/tiny", base_url=server.base_url)
        assert Reply(n=7) == model.ask(question("Seven.")).reply


# The file


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
BODY = st.dictionaries(st.text(), JSON, max_size=4) | st.lists(JSON, max_size=4)


GRAMMAR = BODY.map(lambda schema: grammar.HEAD + json.dumps(schema))
TEXT = st.text() | BODY.map(layout.compact) | GRAMMAR


@settings(max_examples=50, deadline=None)
@given(BODY, TEXT, TEXT)
def test_whatever_was_sent_comes_back_equal(body: Any, text: str, inner: str) -> None:
    question = {"body": body, "content": inner}
    exchange = tape.Exchange("POST", "http://model.invalid/v1", question, 200, {"content-type": "a/b"}, text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_text(tape.dump(Head("local/tiny"), [exchange]), encoding="utf-8", newline="\n")
        assert (Head("local/tiny"), [exchange]) == tape.read(path)
    assert body == layout.value(tape.data(body))


@pytest.mark.parametrize(
    "text", ["a\r\nb\n", "a\x85b", "a\u2028b\nc", "trailing \nspace", "\n a", "\ufeffa\nb", "\t\n"]
)
def test_line_ends_and_white_space_survive(text: str, tmp_path: Path) -> None:
    exchange = tape.Exchange("POST", "http://model.invalid/v1", {"content": text}, 200, {}, "")
    tape.write(tmp_path / "a.yaml", Head("m"), [exchange])
    assert [exchange] == tape.read(tmp_path / "a.yaml")[1]


REPLY_AS_TEXT = """\
    content: !json
      news: Nine dead in Tarn
      events:
      - kind: battle
        places:
        - Tarn
        - Osk
"""


def test_a_reply_is_shown_as_what_it_holds_and_comes_back_as_it_was(tmp_path: Path) -> None:
    reply = '{"news":"Nine dead in Tarn","events":[{"kind":"battle","places":["Tarn","Osk"]}]}'
    exchange = tape.Exchange("POST", "http://model.invalid/v1", {"content": reply}, 200, {}, "")
    tape.write(tmp_path / "a.yaml", Head("m"), [exchange])
    assert REPLY_AS_TEXT in (tmp_path / "a.yaml").read_text()
    assert reply == tape.read(tmp_path / "a.yaml")[1][0].question["content"]


GRAMMAR_AS_TEXT = """\
    grammar: !schema
    - "%llguidance {}\\nstart: %json "
    - properties:
        n:
          type: integer
"""


def test_a_grammar_shows_its_schema_a_line_a_field_and_comes_back_as_it_was(tmp_path: Path) -> None:
    sent = grammar.HEAD + json.dumps({"properties": {"n": {"type": "integer"}}})
    exchange = tape.Exchange("POST", "http://model.invalid/v1", {"grammar": sent}, 200, {}, "")
    tape.write(tmp_path / "a.yaml", Head("m"), [exchange])
    assert GRAMMAR_AS_TEXT in (tmp_path / "a.yaml").read_text()
    assert sent == tape.read(tmp_path / "a.yaml")[1][0].question["grammar"]


POST = ("POST", "/v1/chat/completions")


@pytest.mark.parametrize(
    ("recorded", "asked", "said"),
    [
        ((*POST, {"a": 1, "b": [2]}), (*POST, {"b": [2], "a": 1}), None),
        ((*POST, {}), ("GET", POST[1], {}), "the method differs (recorded POST, asked GET)"),
        ((*POST, {}), ("POST", "/x", {}), "the path differs (recorded /v1/chat/completions, asked /x)"),
        ((*POST, {"a": 1}), (*POST, {}), "a was recorded and is not asked"),
        ((*POST, {}), (*POST, {"a": 1}), "a is asked and was not recorded"),
        ((*POST, {"a": [1]}), (*POST, {"a": [1, 2]}), "a has 2 items, recorded 1"),
        (
            (*POST, {"a": [{"b": None}]}),
            (*POST, {"a": [{"b": 0}]}),
            "a[0].b differs (recorded None, asked 0)",
        ),
        ((*POST, "abc"), (*POST, "abd"), "the body differs from character 2 on (recorded 'c', asked 'd')"),
        ((*POST, "abc"), (*POST, "ab"), "the body differs from character 2 on (recorded 'c', asked '')"),
    ],
)
def test_the_first_difference_is_named(recorded: Any, asked: Any, said: str | None) -> None:
    assert said == tape.difference(recorded, asked)


@pytest.mark.parametrize(
    ("behaviour", "kept"),
    [
        pytest.param(payload("busy"), '"busy"', id="json-string"),
        pytest.param(raw("<html>\n</html>\n", "text/html"), "<html>\n</html>\n", id="web-page"),
    ],
)
def test_an_answer_that_is_no_object_is_kept_as_text(behaviour: Behaviour, kept: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with serving(behaviour) as server, recording(path, model="local/tiny"):
        model = connect("local/tiny", base_url=server.base_url)
        with pytest.raises(ModelError):
            model.ask(question("One."))
    assert tape.read(path)[1][0].answer == kept
    with replaying(path) as model, pytest.raises(ModelError, match="no chat completion"):
        model.ask(question("One."))
