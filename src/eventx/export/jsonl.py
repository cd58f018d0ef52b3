"""JSON Lines: one extraction, one line, to be joined with others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from eventx.export.visible import escaped

if TYPE_CHECKING:
    from eventx.schema import Extraction, Finding


def to_jsonl(extraction: Extraction) -> str:
    """Return the extraction as one line of JSON with its line end; nothing in it reads as another one."""
    return escaped(extraction.model_dump_json()) + "\n"


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Extraction]:
    """Yield the extraction, whole: nothing is refused."""
    yield extraction


def write(rows: Iterable[Extraction | Finding]) -> Iterator[str | Finding]:
    """Yield a line an extraction."""
    from eventx.schema import Finding

    for row in rows:
        yield row if isinstance(row, Finding) else to_jsonl(row)
