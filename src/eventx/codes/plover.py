"""PLOVER's codes: event, mode and context, from the codebook and the weapons (PLOVER manual)."""

from __future__ import annotations

import re

from eventx.codebook import builtin
from eventx.codes import Code
from eventx.schema import Event

# The first that a weapon's words hold; the heaviest come first.
_MODES = (
    ("drone", r"\bdrones?\b|\bUAVs?\b"),
    ("aerial", r"\bair\s?(?:craft|strikes?|raids?)|\baerial\b|\bwar\s?planes?\b|\bhelicopters?\b|\bjets?\b"),
    (
        "heavy-weapons",
        r"\bartillery\b|\bshell(?:s|ing|fire)?\b|\bmortars?\b|\brockets?\b|\bmissiles?\b|\btanks?\b",
    ),
    ("explosives", r"\bbombs?\b|\bIEDs?\b|\bexplosives?\b|\bmines?\b|\blandmines?\b|\bgrenades?\b"),
    (
        "firearms",
        r"\bguns?\b|\bgun\s?fire\b|\brifles?\b|\bpistols?\b|\bfirearms?\b|\bsmall arms\b|\bshots?\b",
    ),
    ("primitive", r"\bknives\b|\bknife\b|\bmachetes?\b|\bclubs?\b|\bstones?\b|\baxes?\b|\bswords?\b"),
)
_MODE = [(mode, re.compile(pattern, re.IGNORECASE)) for mode, pattern in _MODES]


def codes(event: Event) -> tuple[Code, ...]:
    """Return PLOVER's codes of the event: event, mode, context.

    The context here is the realis of the event (historical, future, hypothetical, negated), joined by
    "; "; it is blank for what is told as new and real.
    """
    kind = builtin().of(event.acled or event.sub_event_type)
    named = event.plover or (kind.plover if kind else None)
    if named is None:
        reason = f"unresolved: PLOVER has no event for “{event.sub_event_type}”"
        return (_code("event", None, reason), _code("mode", None, reason), _context(event))
    verb, _, mode = named.partition(" ")
    if mode:
        how = _code("mode", mode, f"{event.sub_event_type} is of this mode")
    else:
        how = _by_weapon(event) if verb == "ASSAULT" else _code("mode", "", f"{verb} needs no mode")
    return (_code("event", verb, f"{event.sub_event_type} is of this event"), how, _context(event))


def _by_weapon(event: Event) -> Code:
    for mode, words in _MODE:
        weapon = next((weapon for weapon in event.weapons if words.search(weapon)), None)
        if weapon is not None:
            return _code("mode", mode, f"the text names {weapon}")
    if event.sub_event_type == "Air/drone strike":
        return _code("mode", "aerial", "an air strike, and no weapon says more")
    return _code("mode", None, "unresolved: no weapon is named that tells it")


def _context(event: Event) -> Code:
    if not event.context:
        return _code("context", "", "it is told as new and real")
    return _code("context", "; ".join(event.context), "the words around it say so")


def _code(field: str, value: str | None, reason: str) -> Code:
    return Code("PLOVER", field, value, reason)
