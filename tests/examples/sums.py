"""The arithmetic of one event."""

from __future__ import annotations

from building import counted, number
from examples import Example, Examples, of

KILLED = "events[0].killed"
ADDED = "The battle killed 19 people in all: eleven soldiers and eight fighters."
WOUNDED = "The battle wounded nine people."

ALL = counted("19 people in all", group="all", role="total")
SOLDIERS = counted("eleven soldiers")
FIGHTERS = counted("eight fighters", group="side_b")
NINE = counted("nine people", "wounded")


EXAMPLES = {
    "sum-differs": Examples(
        passing=Example(ADDED, of(ALL, SOLDIERS, FIGHTERS), recorded="a total of 19, parts of 11 and 8"),
        failing=Example(
            "The battle killed 15 people in all: eleven soldiers and eight fighters.",
            of(counted("15 people in all", group="all", role="total"), SOLDIERS, FIGHTERS),
            (f"{KILLED}: killed 11 + 8 = 19, but the total given is 15",),
            "a total of 15, parts of 11 and 8",
        ),
        silent=Example("The battle killed eleven soldiers and eight fighters.", of(SOLDIERS, FIGHTERS)),
    ),
    # The one rule that speaks when all is well: what it finds is a sum that can be trusted.
    "sum-holds": Examples(
        passing=Example(
            "The battle killed 26 people in all, among them eleven soldiers and eight fighters.",
            of(counted("26 people in all", group="all", role="total"), SOLDIERS, FIGHTERS),
            recorded="a total of 26, parts of 11 and 8: no sum to confirm",
        ),
        failing=Example(
            ADDED,
            of(ALL, SOLDIERS, FIGHTERS),
            (f"{KILLED}: killed 11 + 8 = 19",),
            "a total of 19, parts of 11 and 8",
        ),
        silent=Example("The battle killed eleven soldiers and eight fighters.", of(SOLDIERS, FIGHTERS)),
    ),
    "remainder": Examples(
        passing=Example(ADDED, of(ALL, SOLDIERS, FIGHTERS), recorded="a total of 19, parts of 11 and 8"),
        failing=Example(
            "The battle killed 26 people in all, among them eleven soldiers and eight fighters.",
            of(counted("26 people in all", group="all", role="total"), SOLDIERS, FIGHTERS),
            (f"{KILLED}: 7 of the 26 killed are given no side (11 + 8 = 19)",),
            "a total of 26, parts of 11 and 8",
        ),
        silent=Example(ADDED, of(ALL), recorded="a total of 19 alone"),
    ),
    "total-below-sum": Examples(
        passing=Example(
            "The battle killed at least 19 people: eleven soldiers and eight fighters.",
            of(counted("at least 19 people", group="all", role="total"), SOLDIERS, FIGHTERS),
            recorded="a total of at least 19, parts of 11 and 8",
        ),
        failing=Example(
            "The battle killed at least 15 people: eleven soldiers and eight fighters.",
            of(counted("at least 15 people", group="all", role="total"), SOLDIERS, FIGHTERS),
            (f"{KILLED}: killed 11 + 8 = 19, so the total given, at least 15, is too low",),
            "a total of at least 15, parts of 11 and 8",
        ),
        silent=Example("The battle killed eleven soldiers and eight fighters.", of(SOLDIERS, FIGHTERS)),
    ),
    "figure-below-sum": Examples(
        passing=Example(
            ADDED, of(SOLDIERS, FIGHTERS), recorded="parts of 11 and 8; the event's figure is 19 killed"
        ),
        failing=Example(
            ADDED,
            of(SOLDIERS, FIGHTERS, killed=number(11)),
            (f"{KILLED}: the event's figure is 11 killed, but its counts come to 19",),
            "parts of 11 and 8; the event's figure is 11 killed",
        ),
        silent=Example("The battle went on in Orvane.", of()),
    ),
    "figure-missing": Examples(
        passing=Example(WOUNDED, of(NINE), recorded="9 wounded; the event's figure is 9 wounded"),
        failing=Example(
            WOUNDED,
            of(NINE, wounded=None),
            ("events[0].wounded: the event has no figure for wounded, but its counts come to 9",),
            "9 wounded; the event has no figure",
        ),
        silent=Example("The battle went on in Orvane.", of()),
    ),
    "figure-unsupported": Examples(
        passing=Example(
            ADDED, of(SOLDIERS, FIGHTERS), recorded="parts of 11 and 8; the event's figure is 19 killed"
        ),
        failing=Example(
            ADDED,
            of(SOLDIERS, FIGHTERS, killed=number(26)),
            (f"{KILLED}: the event's figure is 26 killed, but its counts come to 19",),
            "parts of 11 and 8; the event's figure is 26 killed",
        ),
        silent=Example("The battle went on in Orvane.", of()),
    ),
    "casualties-unresolved": Examples(
        passing=Example("The raid killed five soldiers.", of(counted("five soldiers")), recorded="5 killed"),
        failing=Example(
            "The army suffered five casualties.",
            of(counted("five casualties", "casualties")),
            ("events[0].casualties[0].outcome: 5 casualties may be killed or wounded: nothing says which",),
            "5 casualties",
        ),
        silent=Example(
            "The raid caused no casualties.",
            of(counted("no casualties", "casualties", "unknown")),
            recorded="0 casualties",
        ),
    ),
}
