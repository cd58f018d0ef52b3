"""Whether an event is news and real."""

from __future__ import annotations

from building import counted
from examples import Example, Examples, of

NEWS = "A bomb killed 38 people in Orvane on Thursday."
OLD = "In 2014 a bomb killed 38 people in Orvane."
DENIED = "The army denied that it had killed 12 miners in Orvane."
PEOPLE = counted("38 people", group="unknown")


EXAMPLES = {
    "background-event": Examples(
        passing=Example(NEWS, of(PEOPLE), recorded="38 killed"),
        failing=Example(
            OLD,
            of(PEOPLE),
            (f'events[0]: everything said of the event is told of earlier times: "{OLD}"',),
            "38 killed",
        ),
        silent=Example("A bomb killed 38 people in Orvane.", of(PEOPLE)),
    ),
    "unreal-event": Examples(
        passing=Example(NEWS, of(PEOPLE), recorded="38 killed"),
        failing=Example(
            DENIED,
            of(counted("12 miners", group="civilians")),
            (f'events[0]: everything said of the event is denied, planned or supposed: "{DENIED}"',),
            "12 killed",
        ),
        silent=Example("A bomb exploded in Orvane.", of()),
    ),
}
