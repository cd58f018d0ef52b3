"""A change as one line for a person, and as data for a program."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import BaseModel

from eventx.export.figures import in_words
from eventx.export.visible import one_line
from eventx.golden.changes import Change
from eventx.schema import Actor, Casualty, Event, Evidence, Finding, Place, Quantity, Toll, When

__all__ = ["as_data", "line"]

# Longer texts are shown from a little before where they begin to differ.
_SHOWN = 60
_BEFORE = 15


def line(change: Change) -> str:
    """Return the change on one line, without its line end.

    e1.casualties[2].count.value 8 → 18 "a further eight casualties"
    - e1.casualties[1] wounded 2, unknown, part "two men"
    + e2 Armed clash, Dolmeh, 2024-05-16
    """
    quote = "" if change.quote is None else f" {_quoted(change.quote, 0)}"
    if change.kind == "added":
        return one_line(f"+ {change.path} {_said(change.new)}{quote}")
    if change.kind == "removed":
        return one_line(f"- {change.path} {_said(change.old)}{quote}")
    at = _first_difference(change.old, change.new)
    old, new = (_said(each, at) for each in (change.old, change.new))
    return one_line(f"{change.path} {old} → {new}{'' if quote.strip() in (old, new) else quote}")


def as_data(change: Change) -> dict[str, Any]:
    """Return the change as JSON data: `kind`, `path`, `field`, `old`, `new` and `quote`."""
    values = {"old": _json(change.old), "new": _json(change.new)}
    return {"kind": change.kind, "path": change.path, "field": change.field, **values, "quote": change.quote}


def _json(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, date) else value


def _said(value: Any, at: int = 0) -> str:
    """Return a value in a few words; `at` is where two long texts begin to differ."""
    if isinstance(value, str):
        return _quoted(value, at)
    if isinstance(value, date):
        return value.isoformat()
    say = next((say for kind, say in _SAY.items() if isinstance(value, kind)), None)
    return json.dumps(value, ensure_ascii=False) if say is None else say(value)


def _event(event: Event) -> str:
    day = event.when and (event.when.start or event.when.text)
    return ", ".join(
        str(each) for each in (event.sub_event_type, event.where and event.where.text, day) if each
    )


def _casualty(casualty: Casualty) -> str:
    return f"{casualty.outcome} {in_words(casualty.count)}, {casualty.group}, {casualty.role}"


def _toll(toll: Toll) -> str:
    return f"{_casualty(toll.casualty)}, over {', '.join(toll.events)}"


_SAY: dict[type, Callable[[Any], str]] = {
    Event: _event,
    Casualty: _casualty,
    Actor: lambda actor: actor.kind or actor.role,
    Evidence: lambda evidence: f"{_quoted(evidence.quote, 0)} ({evidence.start}-{evidence.end})",
    Finding: lambda finding: f"{finding.severity} {finding.code}",
    Place: lambda place: _quoted(place.text, 0),
    Quantity: in_words,
    Toll: _toll,
    When: lambda when: _quoted(when.text, 0),
}


def _quoted(text: str, at: int) -> str:
    start = max(0, at - _BEFORE) if len(text) > _SHOWN else 0
    shown = text[start : start + _SHOWN]
    before, after = "…" if start else "", "…" if start + _SHOWN < len(text) else ""
    return json.dumps(f"{before}{shown}{after}", ensure_ascii=False)


def _first_difference(old: Any, new: Any) -> int:
    if not isinstance(old, str) or not isinstance(new, str):
        return 0
    shorter = min(len(old), len(new))
    return next((i for i in range(shorter) if old[i] != new[i]), shorter)
