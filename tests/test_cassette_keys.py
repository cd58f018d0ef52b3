"""A key that is asked with, or stands in a question or an answer, never reaches the disk."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import eventx
from asking import clear
from eventx import Article
from eventx.cassette import tape
from eventx.cassette.head import Head
from eventx.errors import EventxError
from eventx.model import connect
from fake_server import FakeServer, Handler, answer, completion, send, serving

TEXT = "A bridge over the Ulme was closed in Testville on Friday."
KEY = "sk-proj-0123456789abcdef"
REPLY = {"news": "a bridge is closed", "new_violence": "no", "incidents": 0, "events": []}


@pytest.fixture(autouse=True)
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that holds all that is written: the cassette, temporary files, the home folder."""
    clear(monkeypatch)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return all the texts and bytes that were written to a file through `pathlib`, deleted since or not."""
    seen: list[str] = []
    write_text, write_bytes = Path.write_text, Path.write_bytes

    def text(path: Path, data: str, *rest: object, **how: object) -> int:
        seen.append(data)
        return write_text(path, data, *rest, **how)  # type: ignore[arg-type]

    def of_bytes(path: Path, data: bytes) -> int:
        seen.append(data.decode(errors="replace"))
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_text", text)
    monkeypatch.setattr(Path, "write_bytes", of_bytes)
    return seen


def _files(folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _answering(reply: object = REPLY, headers: dict[str, str] | None = None) -> Callable[[Handler], None]:
    body = json.dumps(completion(json.dumps(reply))).encode()
    return lambda handler: send(handler, 200, body, "application/json", headers)


def _record(disk: Path, server: FakeServer, *, text: str = TEXT, query: str = "") -> None:
    with eventx.recording(disk / "cassettes" / "a.yaml"):
        eventx.extract(text, model=connect("openai/tiny", base_url=server.base_url + query))


def test_a_key_in_a_request_header_is_shown_to_the_server_alone(
    disk: Path, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(answer(json.dumps(REPLY))) as server:
        _record(disk, server)
    assert [f"Bearer {KEY}"] == server.keys
    assert [disk / "cassettes" / "a.yaml"] == [path for path in disk.rglob("*") if path.is_file()]
    assert [] == [data for data in (*written, *map(str, _files(disk))) if KEY in data]


def test_a_key_in_a_response_header_is_left_out(disk: Path, written: list[str]) -> None:
    with serving(_answering(headers={"set-cookie": f"session={KEY}", "x-request-id": KEY})) as server:
        _record(disk, server)
    assert [] == [data for data in (*written, *map(str, _files(disk))) if KEY in data]
    assert {"content-type"} == set(tape.read(disk / "cassettes" / "a.yaml")[1][0].headers)


@pytest.mark.parametrize(
    ("text", "query", "reply", "headers", "where"),
    [
        pytest.param(TEXT, f"?api_key={KEY}", REPLY, {}, "the address", id="query"),
        pytest.param(f"{TEXT} Write to {KEY}.", "", REPLY, {}, "the question", id="request-body"),
        pytest.param(TEXT, "", {**REPLY, "news": f"say {KEY}"}, {}, "the answer", id="response-body"),
        pytest.param(TEXT, "", REPLY, {"retry-after": KEY}, "a header", id="response-header-that-is-kept"),
    ],
)
def test_a_key_that_would_be_kept_refuses_the_cassette(
    text: str, query: str, reply: object, headers: dict[str, str], where: str, disk: Path, written: list[str]
) -> None:
    path = disk / "cassettes" / "a.yaml"
    with serving(_answering(reply, headers)) as server, pytest.raises(EventxError) as raised:
        _record(disk, server, text=text, query=query)
    assert f"{path} was not written: {where} would hold " in str(raised.value)
    assert KEY not in str(raised.value)
    assert ([], []) == (written, list(_files(disk)))


OWN = "it's-my own+key"


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        pytest.param(f"Write to {KEY}.", "an API key", id="api-key"),
        pytest.param("ghp_0123456789abcdefABCD", "an API key", id="code-host"),
        pytest.param("AKIAIOSFODNN7EXAMPLE", "an API key", id="cloud"),
        pytest.param("Authorization: Bearer abcdef123456", "a bearer token", id="bearer"),
        pytest.param("Authorization: Basic dXNlcjpwYXNz", "an authorization header", id="basic"),
        pytest.param("eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2ln", "a signed token", id="jwt"),
        pytest.param("-----BEGIN RSA PRIVATE KEY-----", "a private key", id="private-key"),
        pytest.param("See https://host/x?api_key=abc", "a key in an address", id="query"),
        pytest.param("https://host/x?a=1&sig=abc%2B", "a key in an address", id="signature"),
        pytest.param("https://me:word@host/x", "a password in an address", id="password"),
        pytest.param("x-api-key: abc", "an api-key header", id="header"),
        pytest.param({"api-key": "abcdefgh"}, "an api-key header", id="key-and-value"),
        pytest.param(f"The word is {OWN}.", "the value of NEWS_API_KEY", id="environment"),
        pytest.param([json.dumps({"a": OWN})], "the value of NEWS_API_KEY", id="in-a-reply"),
        pytest.param('{"a": "sk-proj-\\u0030123456789abcdef"}', "an API key", id="escaped-in-a-reply"),
        pytest.param({OWN: 1}, "the value of NEWS_API_KEY", id="as-a-key"),
        pytest.param("In /home/somebody/articles.", "the path of your home folder", id="home"),
    ],
)
@pytest.mark.parametrize("part", ["question", "answer"])
def test_what_is_found_is_named_and_nothing_is_written(
    part: str, kept: object, found: str, disk: Path, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    monkeypatch.setenv("NEWS_API_KEY", OWN)
    monkeypatch.setenv("HOME", "/home/somebody")
    exchange = tape.Exchange("POST", "http://model.invalid/v1", "", 200, {}, "")._replace(**{part: kept})
    with pytest.raises(EventxError, match=f"the {part} would hold .*{found}"):
        tape.write(disk / "a.yaml", Head("openai/tiny"), [exchange])
    assert ([], []) == (written, list(_files(disk)))


@pytest.mark.parametrize(
    "uri",
    [
        pytest.param(f"http://host/v1?api-key={KEY}", id="plain"),
        pytest.param("http://host/v1?q=it%27s-my+own%2Bkey", id="percent-encoded"),
    ],
)
def test_a_query_is_read_as_the_server_reads_it(
    uri: str, disk: Path, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    monkeypatch.setenv("NEWS_API_KEY", OWN)
    exchange = tape.Exchange("POST", uri, "", 200, {}, "")
    with pytest.raises(EventxError, match="the address would hold"):
        tape.write(disk / "a.yaml", Head("openai/tiny"), [exchange])
    assert ([], []) == (written, list(_files(disk)))


@pytest.mark.parametrize(
    "seed", sorted(Path(__file__).parents[1].glob("seeds/*.txt")), ids=lambda seed: seed.stem
)
def test_ordinary_articles_are_no_keys(seed: Path, disk: Path) -> None:
    exchange = tape.Exchange("POST", "http://model.invalid/v1", Article.from_file(seed).text, 200, {}, "")
    tape.write(disk / "a.yaml", Head("openai/tiny"), [exchange])
    assert [exchange] == tape.read(disk / "a.yaml")[1]
