"""Keys and home folders: found before something is written, blotted out before something is said."""

from __future__ import annotations

import json
import os
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from eventx.errors import ModelUnavailable

_ADDRESS_NAMES = ("_BASE_URL",)
_KEY_NAMES = ("_API_KEY", "_ACCESS_KEY", "_TOKEN", "_SECRET", "_PASSWORD")
# Shorter values ("none", "test") are no secrets, and stand in ordinary text.
_SHORTEST = 8
_KEY = re.compile(r"[!-~]+")
# The forms that providers and code hosts give their keys, and the places where a key is put.
_PATTERNS = {
    "an API key": re.compile(
        r"\b(?:sk|rk|xai|gsk|hf|AIza)[-_][\w*-]{8,}|\bAIza[\w-]{20,}|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"
        r"|\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-)[\w-]{16,}"
    ),
    "a bearer token": re.compile(r"\bBearer\s+(?=\S*\d)[\w.~+/=*-]{8,}"),
    "a signed token": re.compile(r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a key in an address": re.compile(
        r"(?<=[?&])(?:api[_-]?key|subscription[_-]?key|key|(?:access_)?token|auth|code|cred(?:ential)?s?"
        r"|sig|signature|(?:client_)?secret|passw(?:or)?d|pwd)=[^&\s\"']+",
        re.IGNORECASE,
    ),
    "a password in an address": re.compile(r"(?<=://)[^\s/:@]+:[^\s/@]+(?=@)"),
    "an api-key header": re.compile(r"\b(?:x-)?api-key\b[\"']?\s*:\s*\S+", re.IGNORECASE),
    "an authorization header": re.compile(
        r"\bauthorization\b[\"']?\s*:\s*[\"']?Basic\s+\S+|\bBasic\s+(?=\S*[\d=])[A-Za-z\d+/_-]{8,}=*",
        re.IGNORECASE,
    ),
}


def scrub(text: str) -> str:
    """Return the text with what is, or looks like, a key written as `[key]`, and the home folder as `~`."""
    for value in _environment().values():
        text = _written(value).sub("[key]", text)
    for pattern in _PATTERNS.values():
        text = pattern.sub("[key]", text)
    home = _home()
    return home.sub("~", text) if home else text


def found(text: str) -> tuple[str, ...]:
    """Return what must not be published in the text, in words and without showing it; empty when nothing."""
    hits = [f"the value of {name}" for name, value in _environment().items() if _written(value).search(text)]
    hits += [what for what, pattern in _PATTERNS.items() if pattern.search(text)]
    home = _home()
    if home and home.search(text):
        hits.append("the path of your home folder")
    return tuple(hits)


def check_key(provider: str) -> None:
    """Raise ModelUnavailable when the key of a provider is none that can be sent: it holds white space, say.

    Sent all the same it would be refused, or shown, by what writes it into a header. White space around
    OpenAI's is no matter: it is taken off (`eventx.model.connecting`).
    """
    own = (f"{provider.upper()}_API_KEY", *(("GEMINI_API_KEY",) if provider == "google" else ()))
    for name in own:
        value = os.environ.get(name, "")
        sent = value.strip() if provider == "openai" else value
        if value.strip() and not _KEY.fullmatch(sent):
            raise ModelUnavailable(
                f"the key in {name} holds a space, a line end or what else no key has: copy it anew"
            )


def _home() -> re.Pattern[str] | None:
    home = str(Path.home())
    return re.compile(rf"{re.escape(home)}(?![\w-])") if len(home) > 1 else None


def _environment() -> dict[str, str]:
    """Return the keys and passwords in the environment by the names of their variables."""
    found = {name: value.strip() for name, value in os.environ.items() if name.upper().endswith(_KEY_NAMES)}
    for name, value in os.environ.items():
        if name.upper().endswith(_ADDRESS_NAMES):
            found[name] = _password(value)
    return {name: value for name, value in found.items() if len(value) >= _SHORTEST}


def _password(url: str) -> str:
    try:
        return unquote(urlsplit(url).password or "")
    except ValueError:
        return ""


@lru_cache(maxsize=64)
def _written(value: str) -> re.Pattern[str]:
    """Return what finds a key as it is, broken over lines, and escaped as Python, JSON and addresses do.

    In base64 it is found wherever it begins, behind a user's name as well.
    """
    forms = [r"\s*".join(map(_char, value)), *map(re.escape, _in_base64(value))]
    # A client may show one line of a key that has several.
    forms += [re.escape(line) for line in value.split() if len(line) >= _SHORTEST]
    return re.compile("|".join(forms))


def _char(char: str) -> str:
    ways = {char, json.dumps(char)[1:-1], ascii(char)[1:-1], repr(char.encode("utf-8", "replace"))[2:-1]}
    ways |= {quote(char, safe="", errors="replace"), quote(char, safe="", errors="replace").lower()}
    ways |= {f"\\{char}"} if char in "'\"" else set()
    forms = [*sorted(map(re.escape, ways)), *([r"\s+", r"\+"] if char.isspace() else [])]
    return f"(?:{'|'.join(forms)})"


def _in_base64(value: str) -> Iterator[str]:
    data = value.encode("utf-8", "surrogateescape")
    for before in range(3):
        whole = len(data) - (len(data) + before) % 3  # what follows shares the last character of a rest
        coded = b64encode(b" " * before + data[:whole]).decode()[before + (before > 0) :]
        yield from {coded, coded.replace("+", "-").replace("/", "_")}
