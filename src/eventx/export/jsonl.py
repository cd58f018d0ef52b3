"""JSON Lines: one extraction, one line, to be joined with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.export.visible import escaped

if TYPE_CHECKING:
    from eventx.schema import Extraction


def to_jsonl(extraction: Extraction) -> str:
    """Return the extraction as one line of JSON with its line end; nothing in it reads as another one."""
    return escaped(extraction.model_dump_json()) + "\n"
