"""Which reading a model gets: a fact about the model."""

from __future__ import annotations

from collections.abc import Mapping

from eventx.schema import ReadingName

LEAN: Mapping[str, str] = {
    "local": "embedded models of up to 1.5 billion parameters, whose lists of figures double the events",
}
"""The providers whose models are read lean, and why; every other model is asked for the full reading."""


def usual(model: str) -> ReadingName:
    """Return the reading that a model of that name ("openai/gpt-5-mini", "local") is given by itself."""
    return "lean" if model.partition("/")[0] in LEAN else "full"
