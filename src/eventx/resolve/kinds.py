"""What kind of event it was, in ACLED's terms: the model's plain word, corrected by the article's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eventx.reply import Kind
from eventx.resolve.people import is_civilian_side
from eventx.schema import Actor, SubEventType

_SUB_EVENT: dict[Kind, SubEventType] = {
    "battle": "Armed clash",
    "killing": "Armed clash",
    "raid": "Armed clash",
    "air strike": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "bomb": "Remote explosive/landmine/IED",
    "suicide bombing": "Suicide bomb",
    "attack on civilians": "Attack",
    "kidnapping": "Abduction/forced disappearance",
    "arrests": "Arrests",
    "protest": "Peaceful protest",
    "riot": "Violent demonstration",
    "looting": "Looting/property destruction",
    "agreement": "Agreement",
    "other": "Other",
}
# ACLED codes direct violence against unarmed people as an attack, whatever it is called.
_AGAINST_CIVILIANS: frozenset[Kind] = frozenset({"battle", "killing", "raid"})

_TAKES = re.compile(
    r"\b(?:(?:t(?:ook|aken?|akes|aking)|seiz(?:ed?|es|ing)|captur(?:ed?|es|ing)|(?:re)?gain(?:ed|s|ing)?)\s+"
    r"(?:full\s+|back\s+)?(?:control|possession)|overran|retook|recaptured)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:fail|attempt|try|tri|sought|seek|bid|aim|hop|want|plan)\w*\b[^.]{0,40}$", re.IGNORECASE
)
# The first that the event's own sentences name corrects the model's kind.
_SAID: dict[Kind, re.Pattern[str]] = {
    "suicide bombing": re.compile(
        r"\bsuicide (?:bomb|attack|vest)|\bblew (?:himself|herself|themselves|itself) up", re.IGNORECASE
    ),
    "kidnapping": re.compile(r"\b(?:kidnap|abduct)\w*|\btook\b[^.]{0,40}\bhostage", re.IGNORECASE),
    "air strike": re.compile(
        r"\b(?:air ?strikes?|air raids?|drone (?:strikes?|attacks?)|warplanes?|fighter jets?)\b",
        re.IGNORECASE,
    ),
    "bomb": re.compile(
        r"\b(?:(?:roadside|car) bomb|bomb (?:hidden|planted|exploded|went off|blast)|mine exploded|"
        r"improvised explosive|land ?mine|IED)\b",
        re.IGNORECASE,
    ),
    "shelling": re.compile(
        r"\b(?:shell(?:ed|ing)|mortar (?:fire|rounds?|shells?)|artillery (?:fire|shells?|attack)|"
        r"rocket (?:fire|attack)|missiles? (?:hit|struck))\b",
        re.IGNORECASE,
    ),
}
_WEAPONS = re.compile(
    r"\b(?:artillery(?: fire)?|shells?|mortars?|rockets?|missiles?|drones?|warplanes?|helicopters?|"
    r"air ?strikes?|"
    r"tunnels?|roadside bombs?|car bombs?|bombs?|landmines?|mines?|grenades?|machine[- ]guns?|rifles?|"
    r"small[- ]arms|gunfire|knives|machetes|tanks?|IEDs?|explosives?|tear gas|suicide (?:vest|belt)s?)\b",
    re.IGNORECASE,
)


def sub_event_type(
    kind: Kind, sentences: Iterable[str], side_a: tuple[Actor, ...], side_b: tuple[Actor, ...]
) -> SubEventType:
    """Return the ACLED sub-event type of one event.

    `sentences` are the event's own. Shelling and strikes within a battle merge into it, and territory
    changes hands only where the words say so (ACLED codebook).
    """
    text = " ".join(sentences)
    against_civilians = is_civilian_side(side_b) or is_civilian_side(side_a)
    fought = bool(side_a) and bool(side_b) and not against_civilians
    if kind not in ("battle", "protest", "riot", "agreement", "arrests") or (kind == "battle" and not fought):
        kind = next((said for said, pattern in _SAID.items() if pattern.search(text)), kind)
    if against_civilians and kind in _AGAINST_CIVILIANS:
        return "Attack"
    taken = next((each for each in _TAKES.finditer(text) if not _NOT_DONE.search(text[: each.start()])), None)
    if kind == "battle" and fought and taken:
        return _who_took(text[: taken.start()], side_a, side_b)
    return _SUB_EVENT[kind]


def _who_took(before: str, side_a: tuple[Actor, ...], side_b: tuple[Actor, ...]) -> SubEventType:
    """Return who gained ground: the side named last before the words that say so."""
    named = {
        actor: before.lower().rfind(actor.name.lower())
        for actor in (*side_a, *side_b)
        if actor.role == "combatant"
    }
    taker = max(named, key=lambda actor: named[actor])
    if named[taker] < 0:
        return "Armed clash"
    return (
        "Government regains territory"
        if taker.kind == "State forces"
        else "Non-state actor overtakes territory"
    )


def weapons(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the weapons that the event's sentences name, in their words, the fuller of two names for one."""
    found = {match[0].lower(): match[0] for text in sentences for match in _WEAPONS.finditer(text)}
    return tuple(
        words for low, words in found.items() if not any(low in other and low != other for other in found)
    )
