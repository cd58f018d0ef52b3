"""Each number against the words that state it."""

from __future__ import annotations

from building import counted, number
from examples import Example, Examples, of

COUNT = "events[0].casualties[0].count"
RANGE = "The blast killed 20 to 30 soldiers."
LEAST = "The blast killed at least 26 soldiers."
AROUND = "The blast wounded around 20 soldiers."
DOZENS = "The blast killed dozens of soldiers."
ELEVEN = "The blast killed eleven soldiers."
NO_ONE = "Shells fell on the port. No one was hurt."

EXAMPLES = {
    "bounds-order": Examples(
        passing=Example(RANGE, of(counted("20 to 30 soldiers")), recorded="low 20, high 30"),
        failing=Example(
            RANGE,
            of(counted("20 to 30 soldiers", count=number(None, 30, 20))),
            (
                f"{COUNT}: the low bound 30 is above the high bound 20",
                "events[0].killed: the low bound 30 is above the high bound 20",
            ),
            "low 30, high 20, of the count and of the event",
        ),
        silent=Example("The blast shook the port.", of()),
    ),
    "bounds-differ": Examples(
        passing=Example(LEAST, of(counted("at least 26 soldiers")), recorded="value 26, low 26, high null"),
        failing=Example(
            LEAST,
            of(counted("at least 26 soldiers", count=number(26))),
            (f'{COUNT}: "at least 26 soldiers" means at least 26, but it is recorded as 26',),
            "value, low and high 26",
        ),
        silent=Example(ELEVEN, of(counted("eleven soldiers")), recorded="value, low and high 11"),
    ),
    "approximation-differs": Examples(
        passing=Example(
            AROUND, of(counted("around 20 soldiers", "wounded")), recorded="value 20, approximate, no bounds"
        ),
        failing=Example(
            AROUND,
            of(counted("around 20 soldiers", "wounded", count=number(20))),
            (f'{COUNT}: "around 20 soldiers" is approximate, but it is recorded as 20',),
            "value, low and high 20",
        ),
        silent=Example(ELEVEN, of(counted("eleven soldiers")), recorded="value, low and high 11"),
    ),
    "vague-number": Examples(
        passing=Example(DOZENS, of(counted("dozens of soldiers")), recorded="value null, low 24, high null"),
        failing=Example(
            DOZENS,
            of(counted("dozens of soldiers", count=number(36))),
            (f'{COUNT}: "dozens of soldiers" is no single number, but 36 is recorded',),
            "value, low and high 36",
        ),
        silent=Example(ELEVEN, of(counted("eleven soldiers")), recorded="value, low and high 11"),
    ),
    "number-not-in-quote": Examples(
        passing=Example(ELEVEN, of(counted("eleven soldiers")), recorded="11 killed"),
        failing=Example(
            ELEVEN,
            of(counted("eleven soldiers", count=number(12))),
            (f'{COUNT}: "eleven soldiers" states 11, but 12 is recorded',),
            "12 killed",
        ),
        silent=Example("The blast shook the port.", of()),
    ),
    "zero-not-stated": Examples(
        passing=Example(
            NO_ONE,
            of(counted("No one", "wounded", "unknown")),
            recorded="0 wounded, and the event's figure is 0 wounded",
        ),
        failing=Example(
            ELEVEN,
            of(counted("eleven soldiers"), wounded=number(0)),
            ("events[0].wounded: no count says that nobody was wounded, but 0 is recorded",),
            "11 killed; the event's figure is 0 wounded",
        ),
        silent=Example(ELEVEN, of(counted("eleven soldiers")), recorded="wounded is null"),
    ),
}
