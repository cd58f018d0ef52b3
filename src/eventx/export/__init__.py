"""Formats an extraction can be written in, one small file each.

json, jsonl   text for programs: `FORMATS[name](extraction)`
table         for a person at a terminal, drawn with rich; imported by who shows it
figures       a number of people in words and in short
visible       what a terminal may be shown of somebody else's text
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eventx.export.json import to_json
from eventx.export.jsonl import to_jsonl

if TYPE_CHECKING:
    from eventx.schema import Extraction

__all__ = ["FORMATS", "to_json", "to_jsonl"]

FORMATS: dict[str, Callable[[Extraction], str]] = {"json": to_json, "jsonl": to_jsonl}
