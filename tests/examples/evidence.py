"""The record against the text."""

from __future__ import annotations

from typing import Any

from building import aside, counted, number
from eventx.resolve.aside import Why
from eventx.schema import Evidence
from examples import Example, Examples, of

TEXT = "The blast killed eleven soldiers and wounded four others."
ELEVEN, FOUR = counted("eleven soldiers"), counted("four others", "wounded")
ASTRAY = (Evidence(start=0, end=6, quote="eleven"),)
ONE = "The blast killed eleven soldiers."
WORDS = "article.text[17:32]"
BEFORE = "In 2014 a blast killed eleven soldiers."
QUIET = "The blast shook the port."
ODD = "The blast killed 1,20,00 soldiers."


def left_out(text: str, words: str, why: Why) -> dict[str, Any]:
    return {"set_aside": (aside(text, words, why),)}


EXAMPLES = {
    "quote-not-in-text": Examples(
        passing=Example(ONE, of(ELEVEN), recorded='evidence "eleven soldiers" at characters 17 to 32'),
        failing=Example(
            ONE,
            of(counted("eleven soldiers", evidence=ASTRAY)),
            ('events[0].casualties[0].evidence[0]: "eleven" does not stand at characters 0 to 6',),
            'evidence "eleven" at characters 0 to 6',
        ),
        silent=Example(QUIET, of(side_a=(), side_b=())),
    ),
    "count-unused": Examples(
        passing=Example(TEXT, of(ELEVEN, FOUR), recorded="11 killed, 4 wounded"),
        failing=Example(
            TEXT,
            of(ELEVEN),
            ('article.text[45:56]: "four others" is in no event and was not set aside',),
            "11 killed",
        ),
        silent=Example(QUIET, of()),
    ),
    "count-without-event": Examples(
        passing=Example(ONE, of(ELEVEN), recorded="11 killed"),
        failing=Example(
            ONE,
            of(),
            (f'{WORDS}: "eleven soldiers" is said to be harmed, but no event was found for it',),
            '"eleven soldiers" set aside: no event',
            left_out(ONE, "eleven soldiers", "no event"),
        ),
        silent=Example(QUIET, of()),
    ),
    "count-undecided": Examples(
        passing=Example(ONE, of(ELEVEN), recorded="11 killed"),
        failing=Example(
            "Eleven soldiers were in the truck.",
            of(),
            (
                'article.text[0:15]: "Eleven soldiers" is in no event: '
                "its words do not decide what happened to them",
            ),
            '"Eleven soldiers" set aside: undecided',
            left_out("Eleven soldiers were in the truck.", "Eleven soldiers", "undecided"),
        ),
        silent=Example(QUIET, of()),
    ),
    "set-aside": Examples(
        passing=Example(ONE, of(ELEVEN), recorded="11 killed"),
        failing=Example(
            BEFORE,
            of(),
            ('article.text[23:38]: "eleven soldiers" is in no event: it is told of earlier times',),
            '"eleven soldiers" set aside: background',
            left_out(BEFORE, "eleven soldiers", "background"),
        ),
        silent=Example(QUIET, of()),
    ),
    "number-unread": Examples(
        passing=Example(
            ODD,
            of(counted("1,20,00 soldiers", count=number(None))),
            recorded="soldiers, their number left out",
        ),
        failing=Example(
            ODD,
            of(),
            ('article.text[17:33]: "1,20,00 soldiers" counts people, and its number cannot be read',),
            "no figure",
        ),
        silent=Example(QUIET, of()),
    ),
}
