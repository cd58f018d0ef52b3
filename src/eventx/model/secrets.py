"""Keys and home folders: found before something is written, blotted out before something is said."""

from __future__ import annotations

import os
import re
from pathlib import Path

_KEY_NAMES = ("_API_KEY", "_TOKEN", "_SECRET")
# Shorter values ("none", "test") are no secrets, and stand in ordinary text.
_SHORTEST = 8
_PATTERNS = {
    "an API key": re.compile(r"\b(?:sk|rk|xai|gsk|hf|AIza)[-_][\w*-]{8,}|\bAIza[\w-]{20,}"),
    "a bearer token": re.compile(r"\bBearer\s+(?=\S*\d)[\w.~+/=*-]{8,}"),
    "a key in an address": re.compile(
        r"(?<=[?&])(?:api[_-]?key|key|(?:access_)?token)=[^&\s\"']+", re.IGNORECASE
    ),
    "an x-api-key header": re.compile(r"\bx-api-key\b[\"']?\s*:\s*\S+", re.IGNORECASE),
}


def scrub(text: str) -> str:
    """Return the text with everything that is, or looks like, a key written as `[key]`."""
    for value in _environment().values():
        text = text.replace(value, "[key]")
    for pattern in _PATTERNS.values():
        text = pattern.sub("[key]", text)
    return text


def found(text: str) -> tuple[str, ...]:
    """Return what must not be published in the text, in words and without showing it; empty when nothing."""
    hits = [f"the value of {name}" for name, value in _environment().items() if value in text]
    hits += [what for what, pattern in _PATTERNS.items() if pattern.search(text)]
    home = str(Path.home())
    if len(home) > 1 and re.search(rf"{re.escape(home)}(?![\w-])", text):
        hits.append("the path of your home folder")
    return tuple(hits)


def _environment() -> dict[str, str]:
    return {
        name: value.strip()
        for name, value in os.environ.items()
        if name.upper().endswith(_KEY_NAMES) and len(value.strip()) >= _SHORTEST
    }
