"""What may be kept and said of a key, a password and an address that holds one."""

from __future__ import annotations

import base64
import json
import os
from urllib.parse import quote

import pytest

from eventx.errors import ModelUnavailable
from eventx.model import connect, secrets


@pytest.mark.parametrize(
    "key",
    ["sk-hunter22\nsk-another3", "sk-hunter22 more", "sk-hunter22\x00", "sk-hünter22"],
    ids=["a line end", "a space", "a NUL", "a letter of no key"],
)
@pytest.mark.parametrize(
    ("name", "variable"),
    [("openai/a", "OPENAI_API_KEY"), ("anthropic/b", "ANTHROPIC_API_KEY"), ("google/c", "GEMINI_API_KEY")],
)
def test_a_key_that_is_none_is_refused_without_being_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, variable: str, key: str
) -> None:
    monkeypatch.setattr("os.environ", {**os.environ, variable: key})
    with pytest.raises(ModelUnavailable) as caught:
        connect(name)
    said = str(caught.value)
    assert (variable in said, "hunter22" in said, "another3" in said) == (True, False, False)


def test_a_line_end_behind_a_key_of_openai_is_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-hunter22\n")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-hunter22\n")
    assert connect("openai/a").name == "openai/a"
    with pytest.raises(ModelUnavailable, match="the key in ANTHROPIC_API_KEY holds"):
        connect("anthropic/b")


SHOWN = {
    "as it is": "refused: hunter22\nanother3+/=",
    "escaped": "Illegal header value b'Bearer hunter22\\nanother3+/='",
    "in an address": "https://a.example/?k=hunter22%0Aanother3%2B%2F%3D",
    "a line of it": "refused: hunter22",
    "the other line": "another3+/= is no key",
}


@pytest.mark.parametrize("said", SHOWN.values(), ids=SHOWN)
def test_a_key_is_blotted_out_in_every_form(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SOME_API_KEY", "hunter22\nanother3+/=")
    shown = secrets.scrub(said)
    assert ("hunter22" in shown, "another3" in shown, "[key]" in shown) == (False, False, True)


@pytest.mark.parametrize("name", ["code", "auth", "subscription-key", "pwd", "api_key", "sig"])
def test_a_key_in_an_address_is_found_by_the_name_before_it(name: str) -> None:
    assert secrets.found(f"https://a.example/v1?{name}=0123456") == ("a key in an address",)


KEY = "abc/DEF+0123'456\"789é\\xyz"
FORMS = {
    "as it is": KEY,
    "broken over lines": f"{KEY[:9]}\n    {KEY[9:]}",
    "as Python shows it": repr(KEY)[1:-1],
    "as Python shows it in plain letters": ascii(KEY)[1:-1],
    "as Python shows its bytes": repr(KEY.encode())[2:-1],
    "as JSON has it": json.dumps(KEY)[1:-1],
    "as an address has it": quote(KEY, safe=""),
    "as an address has it, slashes left": quote(KEY),
    "in base64": base64.b64encode(KEY.encode()).decode(),
    "in base64 of addresses": base64.urlsafe_b64encode(KEY.encode()).decode(),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_key_is_blotted_out_however_it_is_written(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", KEY)
    said = secrets.scrub(f"before {form} after")
    assert said.startswith("before [key]")
    assert said.endswith(" after")
    assert not set(_pieces(form)) & set(_pieces(said))
    assert "the value of SOME_API_KEY" in secrets.found(f"before {form} after")


def _pieces(text: str) -> list[str]:
    return [text[at : at + 6] for at in range(len(text) - 5) if "before" not in text[at : at + 6]]


@pytest.mark.parametrize("user", ["a", "an", "ann", "anna"])
def test_a_password_is_blotted_out_behind_a_user_in_base64(
    user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENTX_BASE_URL", f"https://{user}:{quote(KEY, safe='')}@llm.example.org/v1")
    coded = base64.b64encode(f"{user}:{KEY}".encode()).decode()
    assert not set(_pieces(coded[8:-4])) & set(_pieces(secrets.scrub(f"it sent {coded} there")))


@pytest.mark.parametrize("line", ["0123456789abcdef", "fedcba9876543210"])
def test_a_line_of_a_key_of_several_is_blotted_out(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", "0123456789abcdef\nfedcba9876543210")
    assert secrets.scrub(f"value {line}!") == "value [key]!"


@pytest.mark.parametrize("words", ["basic information about 12 towns", "the Basic Law", "Basic services"])
def test_words_of_a_text_are_no_header(words: str) -> None:
    assert words == secrets.scrub(words)
