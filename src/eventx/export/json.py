"""JSON, for programs and for reading: two spaces deep, ending in a line end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.export.visible import escaped

if TYPE_CHECKING:
    from eventx.schema import Extraction


def to_json(extraction: Extraction) -> str:
    """Return the extraction as JSON text; characters a terminal would obey are written as escapes."""
    return escaped(extraction.model_dump_json(indent=2)) + "\n"
