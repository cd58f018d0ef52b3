"""Whose word stands behind each number."""

from __future__ import annotations

from building import counted
from examples import Example, Examples, of

SAID = "The ministry said that nine soldiers died in Orvane."
REBELS = "The Norland army said that its guns killed 30 rebels."
TWO = "The ministry said that nine soldiers died. The Front said that 15 soldiers died."
QUIET = "The Norland army fought the Third Front near Orvane."


EXAMPLES = {
    "no-source": Examples(
        passing=Example(
            SAID,
            of(counted("nine soldiers", attributed_to="the ministry")),
            recorded="9 killed, attributed to the ministry",
        ),
        failing=Example(
            "Nine soldiers died in Orvane.",
            of(counted("Nine soldiers", attributed_to=None)),
            ("events[0].casualties: nothing says who gives these numbers: 9 killed",),
            "9 killed, attributed to nobody",
        ),
        silent=Example(QUIET, of()),
    ),
    "belligerent-claim": Examples(
        passing=Example(
            "Observers said that the army's guns killed 30 rebels.",
            of(counted("30 rebels", group="side_b", attributed_to="observers")),
            recorded="30 killed of side B, attributed to observers; side A: Norland army",
        ),
        failing=Example(
            REBELS,
            of(counted("30 rebels", group="side_b", attributed_to="The Norland army")),
            ("events[0].casualties: The Norland army gives the numbers of its own enemy: 30 killed",),
            "30 killed of side B, attributed to the Norland army; side A: Norland army",
        ),
        silent=Example(
            "Guns killed 30 rebels.", of(counted("30 rebels", group="side_b", attributed_to=None))
        ),
    ),
    "sources-differ": Examples(
        passing=Example(
            "The ministry said that nine soldiers died. The Front said that nine soldiers died.",
            of(
                counted("nine soldiers", who="soldiers", attributed_to="the ministry"),
                counted("The Front said that nine soldiers", who="soldiers", attributed_to="the Front"),
            ),
            recorded="9 killed by the ministry's account, 9 by the Front's",
        ),
        failing=Example(
            TWO,
            of(
                counted("nine soldiers", who="soldiers", attributed_to="the ministry"),
                counted("15 soldiers", who="soldiers", attributed_to="the Front"),
            ),
            (
                "events[0].casualties: sources differ on the killed of side A: "
                "9 (the ministry), 15 (the Front); low 9, high 15",
            ),
            "9 killed by the ministry's account, 15 by the Front's",
        ),
        silent=Example(SAID, of(counted("nine soldiers", attributed_to="the ministry"))),
    ),
}
