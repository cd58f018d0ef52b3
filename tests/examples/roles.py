"""What the counts of one event are to each other."""

from __future__ import annotations

from building import counted
from examples import Example, Examples, of

INCLUDING = "The shelling killed 14 people, including five children."
WHOLE = counted("14 people", group="unknown")
CHILDREN = counted("five children", group="civilians", role="subset")
RISING = "Two miners died on Monday. On Tuesday the death toll rose to 12."
TWO = counted("Two miners", group="civilians")
TWELVE = counted("12", group="civilians")
HEADLINE = "Blast kills 12\n\nA bomb killed 12 people in Orvane."
BELOW = counted("12 people", group="unknown")

EXAMPLES = {
    "subset-exceeds-whole": Examples(
        passing=Example(INCLUDING, of(WHOLE, CHILDREN), recorded="14 killed, 5 of them a subset"),
        failing=Example(
            "The shelling killed four people, including five children.",
            of(counted("four people", group="unknown"), CHILDREN),
            (
                "events[0].casualties[1].count: 5 killed is kept as part of another count, "
                "but the largest is 4",
            ),
            "4 killed, 5 of them a subset",
        ),
        silent=Example("The shelling killed 14 people.", of(WHOLE)),
    ),
    "subset-without-whole": Examples(
        passing=Example(INCLUDING, of(WHOLE, CHILDREN), recorded="14 killed, 5 of them a subset"),
        failing=Example(
            INCLUDING,
            of(CHILDREN),
            ("events[0].casualties[0]: 5 killed is kept as part of another count, but the event has none",),
            "5 killed, a subset; nothing else",
        ),
        silent=Example("The shelling killed 14 people.", of(WHOLE)),
    ),
    "adds-and-replaces": Examples(
        passing=Example(
            RISING,
            of(counted("Two miners", group="civilians", role="account"), TWELVE),
            recorded="12 killed; the earlier 2 another account of them",
        ),
        failing=Example(
            RISING,
            of(TWO, TWELVE),
            (
                'events[0].casualties[1].role: "toll rose to" makes 12 killed the new figure, '
                "but it is added to 2 killed",
            ),
            "parts of 2 and 12 killed",
        ),
        silent=Example("Two miners died on Monday.", of(TWO)),
    ),
    "repeat-counted": Examples(
        passing=Example(
            HEADLINE,
            of(counted("12", group="unknown", role="repeat"), BELOW),
            recorded="12 killed; those of the headline a repeat",
        ),
        failing=Example(
            HEADLINE,
            of(counted("12", group="unknown"), BELOW),
            (
                "events[0].casualties[1].role: 12 killed of the headline and of the text "
                "are counted as two lots of people",
            ),
            "parts of 12 and 12 killed",
        ),
        silent=Example("Blast in Orvane\n\nA bomb killed 12 people.", of(BELOW)),
    ),
    "repeat-of-nothing": Examples(
        passing=Example(
            HEADLINE,
            of(counted("12", group="unknown", role="repeat"), BELOW),
            recorded="12 killed; those of the headline a repeat",
        ),
        failing=Example(
            "Blast kills 13\n\nA bomb killed 12 people in Orvane.",
            of(counted("13", group="unknown", role="repeat"), BELOW),
            (
                "events[0].casualties[0].role: 13 killed is kept as said before, "
                "but no other count or sum is 13",
            ),
            "12 killed; the headline's 13 a repeat",
        ),
        silent=Example("Blast in Orvane\n\nA bomb killed 12 people.", of(BELOW)),
    ),
    "totals-differ": Examples(
        passing=Example(
            "Battle kills 25\n\nIn all 25 people died in Orvane.",
            of(counted("25", group="all", role="total"), counted("25 people", group="all", role="total")),
            recorded="two totals of 25 killed",
        ),
        failing=Example(
            "Battle kills 25\n\nIn all 26 people died in Orvane.",
            of(counted("25", group="all", role="total"), counted("26 people", group="all", role="total")),
            ("events[0].casualties[1].count: the text gives 25 and 26 as the total killed",),
            "totals of 25 and 26 killed",
        ),
        silent=Example(
            "In all 25 people died in Orvane.", of(counted("25 people", group="all", role="total"))
        ),
    ),
}
