"""Structured conflict events from news text: every number traced to its words and checked.

>>> import eventx
>>> extraction = eventx.extract(text, published="2023-08-28")  # doctest: +SKIP
>>> extraction.events[0].killed.value  # doctest: +SKIP
26
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventx.article import Article
    from eventx.cassette import recording, replaying
    from eventx.corpus.lines import Result
    from eventx.corpus.many import aextract_many, extract_many
    from eventx.errors import (
        CassetteMiss,
        CassetteStale,
        EventxError,
        InputError,
        ModelError,
        ModelUnavailable,
        PromptError,
        ReplyInvalid,
        SchemaDrift,
    )
    from eventx.pipeline import aextract, extract
    from eventx.schema import (
        Actor,
        Casualty,
        Event,
        Evidence,
        Extraction,
        Finding,
        Place,
        Provenance,
        Quantity,
        Toll,
        When,
    )

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "CassetteMiss",
    "CassetteStale",
    "Casualty",
    "Event",
    "EventxError",
    "Evidence",
    "Extraction",
    "Finding",
    "InputError",
    "ModelError",
    "ModelUnavailable",
    "Place",
    "PromptError",
    "Provenance",
    "Quantity",
    "ReplyInvalid",
    "Result",
    "SchemaDrift",
    "Toll",
    "When",
    "aextract",
    "aextract_many",
    "extract",
    "extract_many",
    "recording",
    "replaying",
]

# Names are imported when first used (PEP 562), so that `import eventx` costs next to nothing.
_HOME = {
    "Article": "article",
    "Result": "corpus.lines",
    "aextract": "pipeline",
    "aextract_many": "corpus.many",
    "extract": "pipeline",
    "extract_many": "corpus.many",
    "recording": "cassette",
    "replaying": "cassette",
    **dict.fromkeys(
        (
            "CassetteMiss",
            "CassetteStale",
            "EventxError",
            "InputError",
            "ModelError",
            "ModelUnavailable",
            "PromptError",
            "ReplyInvalid",
            "SchemaDrift",
        ),
        "errors",
    ),
    **dict.fromkeys(
        (
            "Actor",
            "Casualty",
            "Event",
            "Evidence",
            "Extraction",
            "Finding",
            "Place",
            "Provenance",
            "Quantity",
            "Toll",
            "When",
        ),
        "schema",
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'eventx' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"eventx.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
