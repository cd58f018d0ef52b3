"""What is raised at once, what is tried again and for how long, and what the caller is told."""

from __future__ import annotations

import asyncio
import time
import traceback
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from asking import ASKS, GOOD, KILLED, Ask, clear
from eventx.errors import CassetteMiss, InputError, ModelError, ModelUnavailable
from eventx.model import Patience, connect, transport
from fake_server import (
    Behaviour,
    answer,
    fail,
    free_port,
    hang,
    payload,
    raw,
    reset,
    serving,
    slowly,
)

SHORT = Patience(refused_seconds=0.3, total_seconds=0.4)
ENOUGH = Patience(refused_seconds=5, total_seconds=10)


@pytest.fixture(params=ASKS.values(), ids=ASKS)
def ask(request: pytest.FixtureRequest) -> Ask:
    chosen: Ask = request.param
    return chosen


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


@pytest.fixture(autouse=True)
def _quick_first_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "FIRST_PAUSE", 0.02)


# What is raised at once

TOO_LONG = fail(
    400,
    "request (9022 tokens) exceeds the available context size (8192 tokens), try increasing it",
    type="exceed_context_size_error",
    n_prompt_tokens=9022,
    n_ctx=8192,
)
NO_COMPLETION = "answers is no chat completion; check the address"


@pytest.mark.parametrize(
    ("behaviour", "error", "words"),
    [
        pytest.param(fail(400, "bad field"), ModelError, "refuses the question (400: bad field)", id="400"),
        pytest.param(fail(422, "no"), ModelError, "refuses the question (422: no)", id="422"),
        pytest.param(fail(401, "who?"), ModelUnavailable, "refuses the key (401: who?)", id="401"),
        pytest.param(fail(403, "not you"), ModelUnavailable, "refuses the key (403: not you)", id="403"),
        pytest.param(fail(404, "what?"), ModelUnavailable, "no such model or address (404: what?)", id="404"),
        pytest.param(
            fail(429, "pay", code="insufficient_quota"), ModelUnavailable, "no credit left (pay)", id="quota"
        ),
        pytest.param(TOO_LONG, InputError, "(9022 tokens of 8192)", id="context-llama.cpp"),
        pytest.param(
            fail(400, "maximum context length is 10", code="context_length_exceeded"),
            InputError,
            "the article is longer than the model's context (maximum context length is 10)",
            id="context-openai",
        ),
        pytest.param(
            fail(400, "This model's maximum context length is 10 tokens."),
            InputError,
            "the article is longer than the model's context",
            id="context-vllm",
        ),
        pytest.param(
            answer(None, refusal="I would rather not."), ModelError, "refuses: I would", id="refusal"
        ),
        pytest.param(
            answer("{", finish_reason="content_filter"), ModelError, "content filter stopped", id="filter"
        ),
        pytest.param(raw("<html>hi</html>", "text/html"), ModelError, NO_COMPLETION, id="web-page"),
        pytest.param(raw("{no", "application/json"), ModelError, NO_COMPLETION, id="broken-json"),
        pytest.param(payload({"choices": []}), ModelError, NO_COMPLETION, id="no-choices"),
        pytest.param(payload([]), ModelError, NO_COMPLETION, id="a-list"),
        pytest.param(payload({"error": "busy"}), ModelError, NO_COMPLETION, id="error-as-200"),
    ],
)
def test_what_cannot_get_better_is_raised_after_one_request(
    behaviour: Behaviour, error: type[Exception], words: str, ask: Ask
) -> None:
    with serving(behaviour) as fake, pytest.raises(error) as raised:
        ask(connect("openai/some-model", base_url=fake.base_url, patience=ENOUGH))
    assert error is raised.type
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(fake.requests) == 1


@pytest.mark.parametrize("said", ["key-of-mine-123", "Incorrect API key provided: sk-abcdefgh1234567"])
def test_no_message_and_no_traceback_shows_a_key(
    said: str, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "key-of-mine-123")
    with serving(fail(401, said)) as fake, pytest.raises(ModelUnavailable) as raised:
        ask(connect("openai/some-model", base_url=fake.base_url))
    shown = "".join(traceback.format_exception(raised.value))
    assert "[key]" in str(raised.value)
    assert "key-of-mine-123" not in shown
    assert "sk-abcdefgh1234567" not in shown


def test_an_error_the_caller_was_busy_with_is_not_taken_for_the_cause(ask: Ask) -> None:
    with serving(fail(400, "bad field")) as fake:
        model = connect("openai/some-model", base_url=fake.base_url)
        try:
            raise CassetteMiss("an older trouble")
        except CassetteMiss:
            with pytest.raises(ModelError, match="bad field"):
                ask(model)


# What is tried again


def _in(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(fail(408), id="408"),
        pytest.param(fail(409), id="409"),
        pytest.param(fail(429), id="429"),
        pytest.param(fail(429, headers={"retry-after": "0"}), id="429-seconds"),
        pytest.param(fail(429, headers={"retry-after": "-5"}), id="429-negative"),
        pytest.param(fail(429, headers={"retry-after": "soon"}), id="429-nonsense"),
        pytest.param(fail(429, headers={"retry-after": _in(-60)}), id="429-date-past"),
        pytest.param(fail(500), id="500"),
        pytest.param(fail(503), id="503"),
        pytest.param(fail(529), id="529"),
        pytest.param(reset, id="reset"),
    ],
)
def test_a_passing_trouble_is_outwaited(trouble: Behaviour, ask: Ask) -> None:
    with serving(trouble, trouble, answer(GOOD)) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url, patience=ENOUGH))
    assert got.reply == KILLED
    assert len(fake.requests) == 3
    assert got.seconds < 3


def test_a_wait_that_the_server_asks_for_is_kept(ask: Ask) -> None:
    with serving(fail(429, headers={"retry-after": "0.3"}), answer(GOOD)) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url, patience=ENOUGH))
    assert got.reply == KILLED
    assert 0.3 <= got.seconds < 3


@pytest.mark.parametrize(
    "header",
    ["0", "-1", "1e-9", "soon", "NaN", _in(-3600), _in(0)],
    ids=["zero", "negative", "next to nothing", "nonsense", "no number", "a past date", "now"],
)
def test_a_server_that_asks_for_no_wait_is_asked_as_seldom_as_one_that_asks_for_nothing(
    header: str, ask: Ask
) -> None:
    patience = Patience(refused_seconds=1, total_seconds=1)
    with serving(fail(429, headers={"retry-after": header})) as fake, pytest.raises(ModelUnavailable):
        ask(connect("openai/some-model", base_url=fake.base_url, patience=patience))
    # The pauses are at least 0.01 s, 0.02 s, 0.04 s and so on: six take 0.63 s, and seven more than one.
    assert len(fake.requests) <= 7


def test_a_slow_answer_is_waited_for(ask: Ask) -> None:
    with serving(slowly(0.3, answer(GOOD))) as fake:
        got = ask(connect("openai/some-model", base_url=fake.base_url, patience=ENOUGH))
    assert got.reply == KILLED
    assert len(fake.requests) == 1


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        pytest.param(fail(429, "slow down"), "allows no more requests for now (429: slow down)", id="429"),
        pytest.param(fail(503, "loading"), "cannot answer now (503: loading)", id="503"),
        pytest.param(reset, "broke the connection off", id="reset"),
        pytest.param(hang, "no answer from 127.0.0.1", id="hang"),
    ],
)
def test_a_lasting_trouble_ends_with_patience(trouble: Behaviour, words: str, ask: Ask) -> None:
    began = time.monotonic()
    with serving(trouble) as fake, pytest.raises(ModelUnavailable) as raised:
        ask(connect("openai/some-model", base_url=fake.base_url, patience=SHORT))
    assert time.monotonic() - began < SHORT.total_seconds + 1
    assert words in str(raised.value)
    assert len(fake.requests) >= (1 if trouble is hang else 2)


def test_the_silence_of_the_last_try_hides_no_reason_given_before(ask: Ask) -> None:
    patience = Patience(refused_seconds=1, total_seconds=1)
    with serving(fail(500, "boom"), hang) as fake, pytest.raises(ModelUnavailable, match="500: boom"):
        ask(connect("openai/some-model", base_url=fake.base_url, patience=patience))
    assert len(fake.requests) == 2


@pytest.mark.parametrize("header", ["3600", "1e300", _in(3600)], ids=["seconds", "for-ever", "date"])
def test_a_wait_longer_than_patience_is_not_begun(header: str, ask: Ask) -> None:
    with serving(fail(429, headers={"retry-after": header})) as fake:
        began = time.monotonic()
        with pytest.raises(ModelUnavailable, match="told to wait another"):
            ask(connect("openai/some-model", base_url=fake.base_url, patience=ENOUGH))
    assert time.monotonic() - began < 2
    assert len(fake.requests) == 1


def test_a_refused_connection_ends_sooner_than_everything_else(ask: Ask) -> None:
    port = free_port()
    patience = Patience(refused_seconds=0.3, total_seconds=60)
    began = time.monotonic()
    with pytest.raises(ModelUnavailable, match=f"cannot connect to 127.0.0.1:{port} "):
        ask(connect("openai/some-model", base_url=f"http://127.0.0.1:{port}/v1", patience=patience))
    assert time.monotonic() - began < 3


NOON = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("7", 7.0),
        ("1.5", 1.5),
        ("-7", 0.0),
        ("nan", None),
        ("inf", None),
        ("tomorrow", None),
        ("1e308", transport.LONGEST_TOLD),
        ("9" * 400, None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", transport.LONGEST_TOLD),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        ("Wed, 01 May 2024 12:00:30 +9999", None),
        ("", None),
        ("Wed, 01 May 2024 12:00:30 GMT", 30.0),
        ("Wed, 01 May 2024 12:00:30 -0000", 30.0),
        ("Wed, 01 May 2024 11:00:00 GMT", 0.0),
        ("Wed, 99 May 2024 11:00:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    assert seconds == transport.retry_after(header, now=NOON)


def test_a_line_shows_no_home_folder_and_nothing_that_a_terminal_obeys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert r"in ~/a, \u001b[2J and /home/somebody-else" == transport.one_line(
        "in /home/somebody/a,\n\x1b[2J and /home/somebody-else"
    )


def test_half_a_key_at_the_end_of_what_is_read_is_not_shown() -> None:
    key = "sk-abcdefgh1234567"
    assert "said" == transport.one_line("said" + " " * (transport._MOST_READ - 10) + key)


def test_what_is_put_aside_is_no_matter_of_patience() -> None:
    aside = 0.0
    left: list[float] = []

    async def attempt(seconds: float) -> str:
        nonlocal aside
        left.append(seconds)
        aside += 100
        if len(left) < 3:
            raise transport.TryAgain(ModelUnavailable("no"), after=100)
        return "yes"

    async def asked() -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(asyncio, "sleep", instantly)
            return await transport.apersist(attempt, Patience(10, 50), aside=lambda: aside)

    async def instantly(seconds: float) -> None:
        assert 100 <= seconds <= 100 + transport.FIRST_PAUSE

    assert "yes" == asyncio.run(asked())
    assert [50, 150, 250] == [round(seconds) for seconds in left]
