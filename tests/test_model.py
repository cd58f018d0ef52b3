"""The model room: what goes over the wire, and what comes back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from asking import ARTICLE, ASKS, GOOD, KILLED, QUESTION, Ask, Judgement, clear
from eventx.local import grammar, server
from eventx.model import Answer, Model, Patience, connect, dialects, reading
from eventx.model.keeping import keeping
from fake_server import (
    answer,
    completion,
    fail,
    free_port,
    payload,
    serving,
)


@pytest.fixture(params=ASKS.values(), ids=ASKS)
def ask(request: pytest.FixtureRequest) -> Ask:
    chosen: Ask = request.param
    return chosen


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


# What goes over the wire


def test_an_own_server_is_sent_the_messages_and_the_schema_and_nothing_else(ask: Ask) -> None:
    with serving(answer(GOOD)) as fake:
        ask(connect("openai/some-model", base_url=fake.base_url))
    assert fake.requests == [
        {
            "model": "some-model",
            "messages": [
                {"role": "system", "content": "Judge the count."},
                {"role": "user", "content": ARTICLE},
            ],
            "max_tokens": 64,
            "temperature": 0,
            "response_format": {
                "type": "json_schema",
                "json_schema": {
                    "name": "Judgement",
                    "strict": True,
                    "schema": {
                        "title": "Judgement",
                        "description": "One count, judged.",
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["outcome", "parts"],
                        "properties": {
                            "outcome": {
                                "title": "Outcome",
                                "description": "what happened to them",
                                "type": "string",
                                "enum": ["killed", "wounded"],
                            },
                            "parts": {
                                "title": "Parts",
                                "default": [],
                                "type": "array",
                                "items": {"type": "integer"},
                            },
                        },
                    },
                },
            },
        }
    ]
    assert fake.paths == ["/v1/chat/completions"]


def test_an_embedded_model_is_sent_its_grammar_and_a_seed(ask: Ask) -> None:
    with serving(answer(GOOD)) as fake:
        model = connect("local/tiny-model", base_url=fake.base_url)
        ask(model)
    assert model.name == "local/tiny-model"
    assert [
        {
            "model": "tiny-model",
            "messages": [dict(message) for message in QUESTION.messages],
            "max_tokens": 64,
            "temperature": 0,
            "seed": 0,
            **grammar.request(Judgement.model_json_schema()),
        }
    ] == fake.requests


def test_a_hosted_model_gets_room_to_think_and_no_temperature() -> None:
    fields = dialects.hosted(QUESTION)
    assert {name: value for name, value in fields.items() if name != "extra_body"} == {
        "max_completion_tokens": 64 + dialects.THINKING_TOKENS
    }


@pytest.mark.parametrize(
    ("name", "base_url", "thinking"),
    [
        ("openai/gpt-5-mini", None, dialects.THINKING_TOKENS),
        ("openai/gpt-5-mini", "https://mine.openai.azure.com/openai/v1", dialects.THINKING_TOKENS),
        ("openai/some-model", "http://127.0.0.1:8080/v1", 0),
        ("ollama/some-model", None, 0),
        ("anthropic/some-model", None, 0),
    ],
    ids=["openai", "azure", "own server", "ollama", "another provider"],
)
def test_a_budget_counts_thinking_where_the_request_has_room_for_it(
    monkeypatch: pytest.MonkeyPatch, name: str, base_url: str | None, thinking: int
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "key-of-mine")

    async def most() -> int:
        model = connect(name, base_url=base_url)
        async with keeping(model, width=1, trouble=lambda after: None) as kept:
            return kept.most_written(QUESTION)

    assert 64 + thinking == asyncio.run(most())


def test_the_key_is_shown_to_the_server_and_none_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer(GOOD)) as fake:
        connect("openai/some-model", base_url=fake.base_url).ask(QUESTION)
        monkeypatch.setenv("OPENAI_API_KEY", " key-of-mine\n")
        connect("openai/some-model", base_url=fake.base_url).ask(QUESTION)
    assert fake.keys == ["Bearer none", "Bearer key-of-mine"]


def test_a_proxy_is_not_asked_for_this_machine_itself(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    with serving(answer(GOOD)) as fake:
        assert (
            ask(connect("openai/some-model", base_url=fake.base_url, patience=Patience(5, 10))).reply
            == KILLED
        )


def test_the_embedded_server_is_started_when_first_asked_and_shown_its_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ask: Ask
) -> None:
    own = tmp_path / "My-Model.gguf"
    own.write_bytes(b"GGUF")
    monkeypatch.setenv("EVENTX_GGUF", str(own))
    started = []
    with serving(answer(GOOD)) as fake:

        def running(gguf: Path, *, alias: str, context: int, slots: int) -> server.Server:
            started.append((gguf, alias, context, slots))
            return server.Server(base_url=fake.base_url, api_key="made-for-this-run")

        monkeypatch.setattr(server, "running", running)
        model = connect("local")
        assert started == []
        assert ask(model).reply == KILLED
    assert started == [(own, "my-model", 8192, 1)]
    assert fake.keys == ["Bearer made-for-this-run"]


# What comes back


def test_an_answer_holds_the_reply_the_text_and_the_count_of_tokens(ask: Ask) -> None:
    with serving(answer(GOOD)) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url))
    assert (got.reply, got.text, got.problems, got.tokens_in, got.tokens_out) == (KILLED, GOOD, (), 11, 7)
    assert type(got.reply) is Judgement
    assert {"outcome", "parts"} == set(vars(got.reply))


@pytest.mark.parametrize(
    ("text", "finish_reason", "problems"),
    [
        pytest.param("Eleven were killed.", "stop", ("the reply is not JSON",), id="prose"),
        pytest.param(f"```json\n{GOOD}\n```", "stop", ("the reply is not JSON",), id="code-fence"),
        pytest.param("", "stop", ("the reply is empty",), id="empty"),
        pytest.param(None, "stop", ("the reply is empty",), id="null"),
        pytest.param(
            '{"outcome": "lost", "parts": [1, "x"]}',
            "stop",
            (
                "outcome: Input should be 'killed' or 'wounded'",
                "parts[1]: Input should be a valid integer",
            ),
            id="two-wrong-values",
        ),
        pytest.param(
            '{"outcome": "killed", "parts": ["1"]}',
            "stop",
            ("parts[0]: Input should be a valid integer",),
            id="a-text-is-no-number",
        ),
        pytest.param('{"parts": []}', "stop", ("outcome: Field required",), id="missing"),
        pytest.param(
            '{"outcome": "killed", "parts": [1, 2, 3, 4]}',
            "stop",
            ("parts: more than three parts",),
            id="own-rule",
        ),
        pytest.param(
            '{"outcome": "killed", "outcome": "wounded"}',
            "stop",
            ("the reply gives outcome twice",),
            id="a-key-twice",
        ),
        pytest.param('{"outcome": "kil', "length", ("the reply was cut off after 7 tokens",), id="cut-off"),
        pytest.param(GOOD, "length", ("the reply was cut off after 7 tokens",), id="cut-off-at-the-end"),
    ],
)
def test_a_reply_that_does_not_fit_is_an_answer_with_problems(
    text: str | None, finish_reason: str, problems: tuple[str, ...], ask: Ask
) -> None:
    with serving(answer(text, finish_reason=finish_reason)) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url))
    assert (None, text or "", problems, 11, 7) == (
        got.reply,
        got.text,
        got.problems,
        got.tokens_in,
        got.tokens_out,
    )
    assert len(fake.requests) == 1


def test_a_server_that_counts_no_tokens_leaves_them_unknown(ask: Ask) -> None:
    body = completion(GOOD)
    del body["usage"]
    with serving(payload(body)) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url))
    assert (got.reply, got.tokens_in, got.tokens_out) == (KILLED, None, None)


@pytest.mark.parametrize("tokens", [-1, 10**15])
def test_a_count_of_tokens_that_cannot_be_is_unknown(tokens: int, ask: Ask) -> None:
    body = completion(GOOD)
    body["usage"] = {"prompt_tokens": tokens, "completion_tokens": 0, "total_tokens": 0}
    with serving(payload(body)) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url))
    assert (got.reply, got.tokens_in, got.tokens_out) == (KILLED, None, 0)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param('{"a": {"b": 1, "b": 1}}', ["b"], id="in-an-object"),
        pytest.param('[{"a": 1}, {"a": 2}]', [], id="in-two-objects"),
        pytest.param('{"a": 1, "a": 2, "b": 3, "b": 4}', ["a", "b"], id="two-keys"),
        pytest.param('{"a": 1, "a": 2', [], id="no-json"),
    ],
)
def test_a_key_given_twice_is_found_at_any_depth(text: str, keys: list[str]) -> None:
    assert [f"the reply gives {key} twice" for key in keys] == [*reading.keys_given_twice(text)]


def test_a_message_of_blocks_is_read_as_a_chat_message_is() -> None:
    message = SimpleNamespace(
        content=[SimpleNamespace(text="Well: "), SimpleNamespace(input={"n": 1})],
        usage=SimpleNamespace(input_tokens=3, output_tokens=0),
    )
    assert reading.text_of(message) == 'Well: {"n": 1}'
    assert reading.tokens_of(message) == (3, 0)
    assert reading.refusal_of(message) is None


# Many at once, and quietly


def test_one_model_serves_many_tasks_and_one_event_loop_after_another() -> None:
    async def many(model: Model) -> list[Answer]:
        return await asyncio.gather(*(model.aask(QUESTION) for _ in range(8)))

    with serving(answer(GOOD)) as fake:
        model = connect("openai/some-model", base_url=fake.base_url)
        answers = [*asyncio.run(many(model)), *asyncio.run(many(model))]
    assert [got.reply for got in answers] == [KILLED] * 16


LOUD = """
import asyncio, sys
from pydantic import BaseModel
from eventx.errors import EventxError
from eventx.model import Patience, Question, connect
assert not {"instructor", "openai"} & set(sys.modules), "loaded by eventx.model"
model = connect("openai/some-model", base_url=sys.argv[1], patience=Patience(total_seconds=1.0))
assert not {"instructor", "openai"} & set(sys.modules), "loaded by connect()"
class Reply(BaseModel):
    n: int
question = Question(({"role": "user", "content": "x"},), Reply, 9)
print(model.ask(question).problems, asyncio.run(model.aask(question)).problems)
for ask in (model.ask, lambda question: asyncio.run(model.aask(question))):
    try:
        ask(question)
    except EventxError as error:
        print(type(error).__name__)
try:
    connect("no-such-provider/x").ask(question)
except EventxError as error:
    print(error)
"""


def test_nothing_is_loaded_early_and_nothing_is_printed() -> None:
    with serving(answer("prose"), answer("prose"), fail(500, "boom")) as fake:
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", LOUD, fake.base_url],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "('the reply is not JSON',) ('the reply is not JSON',)",
        "ModelUnavailable",
        "ModelUnavailable",
        "no-such-provider/x cannot be used: Unsupported provider: no-such-provider.",
    ]
