"""Which reading a model gets: a fact about the model, unless the caller or EVENTX_READING says otherwise."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import get_args

from eventx.errors import InputError
from eventx.schema import ReadingName

LEAN: Mapping[str, str] = {
    "local": "embedded models of up to 1.5 billion parameters, whose lists of figures double the events",
}
"""The providers whose models are read lean, and why; every other model is asked for the full reading."""


def chosen(given: str | None, model: str) -> ReadingName:
    """Return the reading that is given, else EVENTX_READING, else the one that suits a model of that name.

    `model` is as provenance has it: "openai/gpt-5-mini", "local/…". Raises InputError for no reading.
    """
    name = given or os.environ.get("EVENTX_READING") or None
    if name is None:
        return "lean" if model.partition("/")[0] in LEAN else "full"
    for reading in get_args(ReadingName):
        if name == reading:
            known: ReadingName = reading
            return known
    raise InputError(f"there is no reading {name!r}: choose {' or '.join(get_args(ReadingName))}")
