"""connect() by name, address and environment; and the keys that no message shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from asking import ASKS, Ask, clear
from eventx.errors import ModelUnavailable
from eventx.model import Patience, adapter, connect
from eventx.model.secrets import found, scrub


@pytest.fixture(params=ASKS.values(), ids=ASKS)
def ask(request: pytest.FixtureRequest) -> Ask:
    chosen: Ask = request.param
    return chosen


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


# connect()


@pytest.mark.parametrize(
    ("arguments", "environment", "name"),
    [
        pytest.param({"name": "openai/a"}, {"OPENAI_API_KEY": "k"}, "openai/a", id="named"),
        pytest.param({}, {"OPENAI_API_KEY": "k"}, "openai/gpt-5-mini", id="openai-key"),
        pytest.param({}, {"OPENAI_API_KEY": "k", "EVENTX_MODEL": "ollama/b"}, "ollama/b", id="EVENTX_MODEL"),
        pytest.param({"name": "ollama/c"}, {"EVENTX_MODEL": "ollama/b"}, "ollama/c", id="argument-first"),
        pytest.param({"name": "ollama/c:7b"}, {}, "ollama/c:7b", id="no-key-needed"),
        pytest.param({"name": "anthropic/d"}, {}, "anthropic/d", id="other-provider"),
        pytest.param(
            {"name": "openai/e", "base_url": "http://127.0.0.1:9/v1"}, {}, "openai/e", id="own-server"
        ),
        pytest.param(
            {"name": "openai/e"},
            {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"},
            "openai/e",
            id="OPENAI_BASE_URL",
        ),
        pytest.param(
            {"name": "local", "base_url": "http://model.invalid/v1"},
            {},
            "local/qwen2.5-coder-1.5b-instruct-q4_k_m",
            id="local-elsewhere",
        ),
        pytest.param(
            {"name": "local", "base_url": "http://model.invalid/v1"},
            {"EVENTX_GGUF": "/models/My-Model.gguf"},
            "local/my-model",
            id="own-file",
        ),
    ],
)
def test_connect_names_the_model(
    arguments: dict[str, str], environment: dict[str, str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert name == connect(**arguments).name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        pytest.param({"name": "gpt-5"}, {}, "'gpt-5' has no provider", id="bare-name"),
        pytest.param({"name": "openai/"}, {}, "'openai/' has no provider", id="no-name"),
        pytest.param({"name": "openai/a"}, {}, "needs a key: set OPENAI_API_KEY", id="no-key"),
        pytest.param({"name": "openai/a"}, {"OPENAI_API_KEY": " "}, "needs a key", id="blank-key"),
        pytest.param({}, {}, "no model is set up: set OPENAI_API_KEY", id="nothing"),
        pytest.param({}, {}, "eventx models pull", id="nothing-local"),
        pytest.param({}, {}, "--base-url", id="nothing-own-server"),
        pytest.param(
            {"base_url": "http://me:secret@host:8080/v1"},
            {},
            "which model of host:8080",
            id="no-name-for-server",
        ),
        pytest.param({"name": "local"}, {}, "eventx models pull", id="not-installed"),
        pytest.param({"name": "local/x"}, {}, "no embedded model 'x'", id="unknown-embedded"),
        pytest.param({"name": "openai/a", "base_url": "host/v1"}, {}, "no web address", id="no-scheme"),
        pytest.param({"name": "openai/a", "base_url": "http://h:x/v1"}, {}, "no web address", id="no-port"),
        pytest.param(
            {"name": "ollama/a"}, {"EVENTX_TIMEOUT": "soon"}, "EVENTX_TIMEOUT is 'soon'", id="timeout"
        ),
        pytest.param({"name": "ollama/a"}, {"EVENTX_TIMEOUT": "-1"}, "EVENTX_TIMEOUT is '-1'", id="negative"),
    ],
)
def test_connect_says_what_is_missing(
    arguments: dict[str, str],
    environment: dict[str, str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("EVENTX_CACHE", str(tmp_path))
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(ModelUnavailable) as raised:
        connect(**arguments)  # type: ignore[arg-type]
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("name", "environment", "seconds"),
    [
        ("ollama/a", {}, 120.0),
        ("local", {}, 600.0),
        ("local", {"EVENTX_TIMEOUT": "30"}, 30.0),
    ],
)
def test_patience_is_as_long_as_the_model_needs(
    name: str, environment: dict[str, str], seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    model = connect(name, base_url="http://model.invalid/v1")
    assert isinstance(model, adapter.InstructorModel)
    assert Patience(refused_seconds=10.0, total_seconds=seconds) == model.patience


def test_a_provider_without_its_package_says_what_to_install(ask: Ask) -> None:
    with pytest.raises(ModelUnavailable, match="pip install cohere"):
        ask(connect("cohere/some-model"))


# Keys


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("key sk-proj-abc_DEF-123456 refused", "key [key] refused"),
        ("provided: sk-abcd****wxyz.", "provided: [key]."),
        ("Authorization: Bearer abc123.def456", "Authorization: [key]"),
        ("https://host/v1?key=abcdef&x=1", "https://host/v1?[key]&x=1"),
        ("the value my-own-key-42 of the variable", "the value [key] of the variable"),
        ("the flag bearer Representatives met a risk-assessment-committee", None),
        ("a monkey=5 and a token of thanks", None),
    ],
)
def test_scrub_blots_out_keys_and_leaves_prose(
    text: str, scrubbed: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_API_KEY", "my-own-key-42")
    monkeypatch.setenv("OTHER_API_KEY", "none")
    assert (scrubbed or text) == scrub(text)
    assert (scrubbed is None) == (found(text) == ())


def test_what_is_found_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "my-own-token-42")
    monkeypatch.setenv("HOME", "/home/somebody")
    text = json.dumps({"a": "my-own-token-42", "b": "/home/somebody/model", "c": "/home/somebody-else"})
    assert found(text) == ("the value of SOME_TOKEN", "the path of your home folder")
