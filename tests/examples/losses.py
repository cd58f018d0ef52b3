"""Examples of rules on who dies: attackers, casualties, and what sources give."""

from __future__ import annotations

from building import actors, counted, event, number
from examples import Example, Examples

BOMBER = "A suicide bomber blew himself up in Orvane, killing five guards. The bomber was killed."
MINE = "A mine killed five guards in Orvane."
BLAST = "The blast caused 20 casualties in all; 25 people were killed."
SMALL = "The blast caused 20 casualties in all; 12 people were killed."
TOLLS = "The army said four soldiers died. Doctors said eleven soldiers died."
FOUR = counted("four soldiers", who="soldiers", attributed_to="the army")
ELEVEN = counted("eleven soldiers", role="account", who="soldiers", attributed_to="doctors")
GUARDS = counted("five guards", group="side_b")


def _bombing(text: str, *counts: object) -> tuple[object, ...]:
    sides = {"side_a": actors(text, "suicide bomber"), "side_b": actors(text, "guards")}
    return (event(text, *counts, **sides),)  # type: ignore[arg-type]


EXAMPLES: dict[str, Examples] = {
    "attacker-not-counted": Examples(
        passing=Example(
            BOMBER,
            lambda text: _bombing(text, GUARDS, counted("The bomber", who="bomber")),  # type: ignore[arg-type,return-value]
            recorded="five guards and the bomber killed",
        ),
        failing=Example(
            BOMBER,
            lambda text: _bombing(text, GUARDS),  # type: ignore[arg-type,return-value]
            ('events[0].killed: "suicide bomber blew", but no attacker is among the dead',),
            recorded="five guards killed, and no bomber",
        ),
        silent=Example(MINE, lambda text: _bombing(text, GUARDS)),  # type: ignore[arg-type,return-value]
    ),
    "killed-exceed-casualties": Examples(
        passing=Example(
            SMALL,
            lambda text: (
                event(text, counted("20 casualties", "casualties", "all", "total"), counted("12 people")),
            ),
            recorded="20 casualties in all, 12 killed",
        ),
        failing=Example(
            BLAST,
            lambda text: (
                event(text, counted("20 casualties", "casualties", "all", "total"), counted("25 people")),
            ),
            ("events[0].casualties[0].count: 25 killed, but 20 casualties in all",),
            recorded="20 casualties in all, 25 killed",
        ),
        silent=Example(BLAST, lambda text: (event(text, counted("25 people")),), recorded="no casualties"),
    ),
    "figure-not-of-sources": Examples(
        passing=Example(
            TOLLS,
            lambda text: (event(text, FOUR, ELEVEN, killed=number(None, 4, 11)),),
            recorded="4 to 11 killed",
        ),
        failing=Example(
            TOLLS,
            lambda text: (event(text, FOUR, ELEVEN, killed=number(4)),),
            ("events[0].killed: the event's figure is 4 killed, but its sources give 4 to 11",),
            recorded="4 killed",
        ),
        silent=Example(TOLLS, lambda text: (event(text, FOUR),), recorded="one source"),
    ),
}
