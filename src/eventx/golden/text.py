"""The file a golden is: an extraction as JSON, without what differs between two honest runs."""

from __future__ import annotations

import json
from pathlib import Path

from eventx import stored
from eventx.errors import InputError
from eventx.golden.changes import Allowed, changes
from eventx.golden.lines import line
from eventx.schema import Extraction, Finding

__all__ = ["VOLATILE", "differences", "dump", "read"]

VOLATILE = ("provenance.seconds", "provenance.eventx_version")
"""The fields that a golden leaves out, and that are null when one is read."""


def dump(extraction: Extraction) -> str:
    """Return the golden of an extraction: JSON text in the schema's order, ending in a line end.

    The seconds it took and the version of eventx are left out.
    """
    left_out = {name.removeprefix("provenance.") for name in VOLATILE}
    kept = extraction.model_dump(mode="json", exclude={"provenance": left_out})
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def read(path: str | Path) -> Extraction:
    """Return the extraction in a golden, of this version of the schema or migrated to it (`eventx.stored`).

    Raises InputError when it cannot be read, is no extraction (the first wrong field is named), or is of a
    version that cannot be read.
    """
    ((_, found), *more) = stored.parsed(path)
    if more:
        raise InputError(f"{path}: holds {1 + len(more)} extractions, and a golden is one")
    if isinstance(found, Finding):
        raise InputError(f"{path}: {found.message}")
    return found


def differences(golden: str | Path, extraction: Extraction) -> tuple[str, ...]:
    """Return one line per change from a golden's file to the extraction, empty when they agree.

    The lines are those of `golden.lines`. Raises InputError when the golden cannot be read.
    """
    found = changes(read(golden), extraction, Allowed(ignore=VOLATILE))
    return tuple(map(line, found))
