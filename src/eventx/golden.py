"""Goldens: what the pipeline made of a recorded exchange, kept in `tests/golden/<id>.json`.

A golden is no truth. It may hold mistakes; it shows what changed between two versions of eventx. What a
careful reader labelled by hand is the truth (`eventx.score`). Neither is ever made from the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from eventx.errors import InputError
from eventx.schema import Extraction

# They differ between two honest runs over the same recording.
_VOLATILE = {"provenance": {"seconds", "eventx_version"}}

_ABSENT = object()


def dump(extraction: Extraction) -> str:
    """Return the golden of an extraction: JSON text in the schema's order, ending in a line end.

    The seconds it took and the version of eventx are left out.
    """
    kept = extraction.model_dump(mode="json", exclude=_VOLATILE)
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def differences(expected_text: str, extraction: Extraction) -> tuple[str, ...]:
    """Return one line per value in which the extraction departs from its golden, empty when they agree.

    A line reads `events[0].casualties[2].count.value: 8 -> 18`, the golden's value first; a value that
    only one of the two has is `absent` on the other. Raises InputError when the golden is not JSON.
    """
    try:
        expected = json.loads(expected_text)
    except json.JSONDecodeError as error:
        raise InputError(f"the golden is not JSON ({error}); record it again") from error
    return tuple(_lines("", expected, json.loads(dump(extraction))))


def _lines(path: str, old: Any, new: Any) -> Iterator[str]:
    present = [side for side in (old, new) if side is not _ABSENT]
    kinds = {type(side) for side in present}
    if kinds == {dict} and any(present):
        old, new = ({} if side is _ABSENT else side for side in (old, new))
        for key in {**old, **new}:
            below = f"{path}.{key}" if path else key
            yield from _lines(below, old.get(key, _ABSENT), new.get(key, _ABSENT))
    elif kinds == {list} and any(present):
        old, new = ([] if side is _ABSENT else side for side in (old, new))
        for index, (was, now) in enumerate(zip_longest(old, new, fillvalue=_ABSENT)):
            yield from _lines(f"{path}[{index}]", was, now)
    elif type(old) is not type(new) or old != new:
        yield f"{path}: {_shown(old)} -> {_shown(new)}"


def _shown(value: Any) -> str:
    return "absent" if value is _ABSENT else json.dumps(value, ensure_ascii=False)
