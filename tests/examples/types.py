"""Whether an event is of a type of the codebook, and whether the article bears the type out."""

from __future__ import annotations

from datetime import date
from typing import Any

from building import event, evidence
from eventx.schema import Actor, Event, Place, When
from examples import Example, Examples

FOUGHT = "The Norland army fought Third Front in Orvane on Friday and killed nine soldiers."
SHELLED = (
    "The Norland army fought Third Front in Orvane on Friday. It shelled Orvane that day. Nine soldiers died."
)
TAKEN = "Third Front took control of Orvane. Nine soldiers were killed."
FAILED = "Third Front failed to take control of Orvane. Nine soldiers were killed."
SHOT = "Third Front shot nine villagers in Orvane."
SAID = "A spokesman of Third Front spoke in Orvane."

ARMY, FRONT, VILLAGERS = (
    ("Norland army", "State forces"),
    ("Third Front", "Rebel group"),
    ("villagers", "Civilians"),
)


def actor(text: str, named: tuple[str, str | None]) -> tuple[Actor, ...]:
    """Return an actor of a name and a kind, its evidence the first words of the text."""
    name, kind = named
    return (
        Actor.model_validate({"name": name, "kind": kind, "evidence": (evidence(text, text.split()[0]),)}),
    )


def told(text: str, name: str, of: str = "Battles", **changes: Any) -> Event:
    """Return an event of this type between an army and a front, in Orvane on a Friday."""
    friday = date(2024, 5, 17)
    spot = (evidence(text, "Orvane"),)
    fields: dict[str, Any] = {
        "event_type": of,
        "sub_event_type": name,
        "side_a": actor(text, ARMY),
        "side_b": actor(text, FRONT),
        "where": Place(text="Orvane", evidence=spot),
        "when": When(text="Friday", start=friday, end=friday, precision="day", evidence=spot),
    }
    return event(text, **{**fields, **changes})


def clash(text: str) -> tuple[Event, ...]:
    return (told(text, "Armed clash"),)


def shelling(text: str, **changes: Any) -> Event:
    return told(text, "Shelling/artillery/missile attack", "Explosions/Remote violence", **changes)


def overtakes(text: str) -> tuple[Event, ...]:
    return (told(text, "Non-state actor overtakes territory"),)


def attack(text: str, on: tuple[str, str | None]) -> Event:
    return told(text, "Attack", "Violence against civilians", side_b=actor(text, on))


EXAMPLES = {
    "strike-in-a-fight": Examples(
        passing=Example(SHELLED, clash, recorded="one armed clash"),
        failing=Example(
            SHELLED,
            lambda text: (*clash(text), shelling(text)),
            (
                "events[1].sub_event_type: Shelling/artillery/missile attack is of the same sides, place and "
                "days as events[0], Armed clash: it is part of that event",
            ),
            recorded="an armed clash, and the shelling of Orvane by the same army that day",
        ),
        silent=Example(SAID, lambda text: (shelling(text, when=None),)),
    ),
    "territory-without-capture": Examples(
        passing=Example(TAKEN, overtakes, recorded="Non-state actor overtakes territory"),
        failing=Example(
            FAILED,
            overtakes,
            (
                "events[0].sub_event_type: Non-state actor overtakes territory, "
                "but no words of the article say that ground was taken",
            ),
            recorded="Non-state actor overtakes territory",
        ),
        silent=Example(FOUGHT, clash),
    ),
    "type-pair": Examples(
        passing=Example(FOUGHT, clash, recorded="Battles: Armed clash"),
        failing=Example(
            FOUGHT,
            lambda text: (told(text, "Armed clash", "Riots"),),
            ("events[0].event_type: Armed clash is of Battles, not of Riots",),
            recorded="Riots: Armed clash",
        ),
        silent=Example(SAID, lambda text: ()),
    ),
    "civilians-in-a-fight": Examples(
        passing=Example(FOUGHT, clash, recorded="Battles, an army against a front"),
        failing=Example(
            SHOT,
            lambda text: (told(text, "Armed clash", side_b=actor(text, VILLAGERS)),),
            ("events[0].event_type: Battles have armed sides, but villagers are civilians",),
            recorded="Battles, an army against villagers",
        ),
        silent=Example(SAID, lambda text: (told(text, "Armed clash", side_a=(), side_b=()),)),
    ),
    "no-civilian-target": Examples(
        passing=Example(SHOT, lambda text: (attack(text, VILLAGERS),), recorded="side B: villagers"),
        failing=Example(
            FOUGHT,
            lambda text: (attack(text, ARMY),),
            ("events[0].side_b: Violence against civilians has civilians on side B, not Norland army",),
            recorded="side B: Norland army",
        ),
        silent=Example(SAID, lambda text: (attack(text, ("Orvane", None)),)),
    ),
}
