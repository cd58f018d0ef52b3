"""PLOVER's codes: event, mode and context, from ACLED's sub-event type and the weapons (PLOVER manual)."""

from __future__ import annotations

import re

from eventx.codes import Code
from eventx.schema import Event

# The event and mode of each sub-event type; a mode of None is read from the weapons.
_EVENTS: dict[str, tuple[str, str | None]] = {
    "Government regains territory": ("ASSAULT", None),
    "Non-state actor overtakes territory": ("ASSAULT", None),
    "Armed clash": ("ASSAULT", None),
    "Excessive force against protesters": ("ASSAULT", "crowd-control"),
    "Protest with intervention": ("PROTEST", "demo"),
    "Peaceful protest": ("PROTEST", "demo"),
    "Violent demonstration": ("PROTEST", "riot"),
    "Mob violence": ("PROTEST", "riot"),
    "Chemical weapon": ("ASSAULT", "unconventional"),
    "Air/drone strike": ("ASSAULT", None),
    "Suicide bomb": ("ASSAULT", "suicide-attack"),
    "Shelling/artillery/missile attack": ("ASSAULT", "heavy-weapons"),
    "Remote explosive/landmine/IED": ("ASSAULT", "explosives"),
    "Grenade": ("ASSAULT", "explosives"),
    "Sexual violence": ("ASSAULT", "sexual"),
    "Attack": ("ASSAULT", None),
    "Abduction/forced disappearance": ("ASSAULT", "abduct"),
    "Agreement": ("AGREE", ""),
    "Arrests": ("COERCE", "arrest"),
    "Disrupted weapons use": ("COERCE", "confiscate"),
    "Headquarters or base established": ("MOBILIZE", "troops"),
    "Looting/property destruction": ("ASSAULT", "destroy"),
    "Non-violent transfer of territory": ("RETREAT", "withdraw"),
}
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
    verb, mode = _EVENTS.get(event.sub_event_type, (None, ""))
    if verb is None:
        reason = f"unresolved: PLOVER has no event for “{event.sub_event_type}”"
        return (_code("event", None, reason), _code("mode", None, reason), _context(event))
    return (
        _code("event", verb, f"{event.sub_event_type} in ACLED's terms"),
        _code("mode", mode, f"{event.sub_event_type} in ACLED's terms" if mode else f"{verb} needs no mode")
        if mode is not None
        else _by_weapon(event),
        _context(event),
    )


def _by_weapon(event: Event) -> Code:
    for mode, words in _MODE:
        weapon = next((weapon for weapon in event.weapons if words.search(weapon)), None)
        if weapon is not None:
            return _code("mode", mode, f"the text names {weapon}")
    if event.sub_event_type == "Air/drone strike":
        return _code("mode", "aerial", "Air/drone strike in ACLED's terms")
    return _code("mode", None, "unresolved: no weapon is named that tells it")


def _context(event: Event) -> Code:
    if not event.context:
        return _code("context", "", "it is told as new and real")
    return _code("context", "; ".join(event.context), "the words around it say so")


def _code(field: str, value: str | None, reason: str) -> Code:
    return Code("PLOVER", field, value, reason)
