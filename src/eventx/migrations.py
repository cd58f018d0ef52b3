"""Extractions stored by an earlier eventx, brought to today's schema, one named step a version.

Every extraction carries the version of the schema it was written in (`provenance.schema_version`). One of an
earlier version is read through `MIGRATIONS`, step by step; one of a version that no step leads from is
refused by name. `eventx.schema.Extraction` does so whenever it reads, so there is no other door.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from eventx.errors import InputError

__all__ = ["MIGRATIONS", "Migration", "migrated"]

Stored = dict[str, Any]


class Migration(NamedTuple):
    """A step to the version `to`: what it does in a few words, and the function that does it on a copy."""

    to: str
    what: str
    step: Callable[[Stored], Stored]


def _published_from_unknown(stored: Stored) -> Stored:
    """Return what is stored, its day of publication known from nobody knows where.

    All other new fields say by their defaults that nothing is known.
    """
    return {**stored, "article": {"published_from": None, **stored["article"]}}


def _read_lean(stored: Stored) -> Stored:
    """Return what is stored, read as all were then: the figures by the rules."""
    return {**stored, "provenance": {"reading": "lean", **stored["provenance"]}}


MIGRATIONS: dict[str, Migration] = {
    "1": Migration(
        "2",
        "adds reasons (of when, where, actors and types), the context of events, the aliases of actors, the "
        "district and candidates of places, and how the day of publication is known",
        _published_from_unknown,
    ),
    "2": Migration(
        "3",
        "adds who vouches for a casualty and what it was before, events told in passing, tolls over several "
        "events, countries left to be understood, and which reading was made",
        _read_lean,
    ),
}
"""From which version, and to which: "1" -> "2"."""


def migrated(stored: object, *, current: str) -> object:
    """Return a stored extraction as the version `current` has it; what is no stored extraction, as it is.

    The input is left unchanged. Raises InputError for a version that cannot be read: it says which it is and
    which can be.
    """
    version = _version(stored)
    if version in (None, current) or not isinstance(stored, dict):
        return stored
    while version != current:
        if version not in MIGRATIONS:
            readable = f"{', '.join(MIGRATIONS)} and {current}"
            raise InputError(
                f"the extraction is of schema version {version!r}; this eventx reads {readable}: "
                "extract the article again, or use the eventx that wrote it"
            )
        migration = MIGRATIONS[version]
        stored = migration.step(stored)
        version = migration.to
    return {**stored, "provenance": {**stored["provenance"], "schema_version": current}}


def _version(stored: object) -> str | None:
    """Return the version a mapping carries, None where it carries none: the schema says what is missing."""
    provenance = stored.get("provenance") if isinstance(stored, dict) else None
    version = provenance.get("schema_version") if isinstance(provenance, dict) else None
    return version if isinstance(version, str) else None
