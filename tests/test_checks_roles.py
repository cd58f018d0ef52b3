"""Subsets fit their wholes, what replaces is not added, what repeats is not counted."""

import pytest

from building import Count, counted, event, found, number
from eventx.schema import Quantity

INCLUDING = "Fourteen people, including five children, were killed and nine soldiers died."
FOURTEEN = counted("Fourteen people", group="unknown")
CHILDREN = counted("five children", group="civilians", role="subset")
TOO_MANY = "kept as part of another count, but the largest is 3"


def a_subset(count: Quantity) -> Count:
    return counted("five children", group="civilians", role="subset", count=count)


RISING = "Two soldiers died on Monday. On Tuesday the death toll rose to 12 as more bodies were found."
BRINGING = "Two soldiers died on Monday, bringing the number of dead to 12. Rebels lost six men."
NOW = "Two soldiers died on Monday. The toll is now 12 dead."
LEADING = "Two soldiers died on Monday. Rising anger led to 12 deaths on Tuesday."
MORE = "Two soldiers died on Monday. A further 12 soldiers died on Tuesday."

HEADLINE = (
    "Blast kills 12\n\nA bomb killed 12 people in Orvane.\n\nA doctor said another 12 people died at night."
)
BOUND = "Blast kills 12\n\nA bomb killed at least 12 people in Orvane."
BODY = "Blast in Orvane\n\nMarket burns\n\nA bomb killed 12 people. Later 12 people died at the gate."
PARAGRAPHS = (
    "Blast in Orvane\n\nMarket burns\n\nA bomb killed 12 people.\n\nLater 12 people died at the gate."
)
FIRST = "12 die in blast\n\nA bomb killed 12 people in Orvane."
VAGUE = "Dozens killed in blast\n\nA bomb killed dozens of people in Orvane."
REPORT = (
    "Toll reaches 25\n\nIn all 25 people died, or 26 people, or around 30 people. "
    "The army lost eleven soldiers."
)
SIDES = (
    "In all 19 men of the army died: eleven soldiers and eight policemen. "
    "The Front lost seven and no guards died."
)
SIDES_PARTS = (
    counted("eleven soldiers"),
    counted("eight policemen"),
    counted("seven", group="side_b"),
)
ADDED = "makes 12 killed the new figure, but it is added to 2 killed"

CASES: dict[str, tuple[str, str, tuple[Count, ...], list[str]]] = {
    "subset within its whole": ("subset-exceeds-whole", INCLUDING, (FOURTEEN, CHILDREN), []),
    "subset above its whole": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(3)), CHILDREN),
        ["events[0].casualties[1].count: 5 killed is kept as part of another count, but the largest is 3"],
    ),
    "subset above the whole of its group": (
        "subset-exceeds-whole",
        INCLUDING,
        (
            counted("Fourteen people", group="side_b"),
            counted("nine soldiers", count=number(3)),
            counted("five children", role="subset"),
        ),
        ["events[0].casualties[2].count: 5 killed is kept as part of another count, but the largest is 3"],
    ),
    "a rough whole": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(4, approximate=True)), CHILDREN),
        [],
    ),
    "subset as large as its whole": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(5)), CHILDREN),
        [],
    ),
    "a least subset above its whole": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(3)), a_subset(number(5, 5))),
        ["events[0].casualties[1].count: at least 5 killed is " + TOO_MANY],
    ),
    "a most subset above its whole": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(3)), a_subset(number(5, None, 5))),
        ["events[0].casualties[1].count: at most 5 killed is " + TOO_MANY],
    ),
    "a rough subset": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(3)), a_subset(number(5, approximate=True))),
        [],
    ),
    "a vague subset of nobody": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(0)), a_subset(number(None))),
        [],
    ),
    "subset above a range": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(None, 2, 3)), CHILDREN),
        ["events[0].casualties[1].count: 5 killed is " + TOO_MANY],
    ),
    "subset above a least whole": (
        "subset-exceeds-whole",
        INCLUDING,
        (counted("Fourteen people", group="unknown", count=number(3, 3)), CHILDREN),
        ["events[0].casualties[1].count: 5 killed is " + TOO_MANY],
    ),
    "no subset": ("subset-exceeds-whole", INCLUDING, (FOURTEEN,), []),
    "subset with a whole": ("subset-without-whole", INCLUDING, (FOURTEEN, CHILDREN), []),
    "subset of casualties": (
        "subset-without-whole",
        INCLUDING,
        (counted("Fourteen people", "casualties", "unknown"), CHILDREN),
        [],
    ),
    "wounded subset of casualties": (
        "subset-without-whole",
        INCLUDING,
        (
            counted("Fourteen people", "casualties", "unknown"),
            counted("five children", "wounded", "civilians", "subset"),
        ),
        [],
    ),
    "subset of nothing": (
        "subset-without-whole",
        INCLUDING,
        (CHILDREN,),
        ["events[0].casualties[0]: 5 killed is kept as part of another count, but the event has none"],
    ),
    "subset of another outcome": (
        "subset-without-whole",
        INCLUDING,
        (counted("Fourteen people", "wounded", "unknown"), CHILDREN),
        ["events[0].casualties[1]: 5 killed is kept as part of another count, but the event has none"],
    ),
    "nothing said to be part": ("subset-without-whole", INCLUDING, (FOURTEEN,), []),
    "rose to, added": (
        "adds-and-replaces",
        RISING,
        (counted("Two soldiers"), counted("12")),
        [f'events[0].casualties[1].role: "toll rose to" {ADDED}'],
    ),
    "rose to, evidence with its clause": (
        "adds-and-replaces",
        RISING,
        (
            counted("Two soldiers"),
            lambda text: counted("12")(text).model_copy(
                update={
                    "evidence": (
                        *counted("12")(text).evidence,
                        *counted("the death toll rose to 12")(text).evidence,
                    )
                }
            ),
        ),
        [f'events[0].casualties[1].role: "toll rose to" {ADDED}'],
    ),
    "rose to, replaced": (
        "adds-and-replaces",
        RISING,
        (counted("Two soldiers", role="repeat"), counted("12")),
        [],
    ),
    "bringing the number to, added": (
        "adds-and-replaces",
        BRINGING,
        (counted("Two soldiers"), counted("12", group="all")),
        [f'events[0].casualties[1].role: "bringing the number of dead to" {ADDED}'],
    ),
    "bringing the number to, the other side's": (
        "adds-and-replaces",
        BRINGING,
        (counted("12"), counted("six men", group="side_b")),
        [],
    ),
    "now, added": (
        "adds-and-replaces",
        NOW,
        (counted("Two soldiers"), counted("12")),
        [f'events[0].casualties[1].role: "toll is now" {ADDED}'],
    ),
    "rises to, at the very start": (
        "adds-and-replaces",
        "Toll rises to 12\n\nTwo soldiers died on Monday.",
        (counted("12"), counted("Two soldiers")),
        [f'events[0].casualties[0].role: "Toll rises to" {ADDED}'],
    ),
    "no toll that rises": ("adds-and-replaces", LEADING, (counted("Two soldiers"), counted("12 deaths")), []),
    "nothing rises": (
        "adds-and-replaces",
        MORE,
        (counted("Two soldiers"), counted("A further 12 soldiers")),
        [],
    ),
    "headline counted too": (
        "repeat-counted",
        HEADLINE,
        (counted("12", group="all"), counted("killed 12 people", who="people", group="unknown")),
        [
            "events[0].casualties[1].role: 12 killed of the headline and of the text "
            "are counted as two lots of people"
        ],
    ),
    "headline without its bound": (
        "repeat-counted",
        BOUND,
        (counted("12"), counted("at least 12 people", who="people")),
        [
            "events[0].casualties[1].role: 12 killed of the headline and of the text "
            "are counted as two lots of people"
        ],
    ),
    "headline kept as repeat": (
        "repeat-counted",
        HEADLINE,
        (counted("12", role="repeat"), counted("killed 12 people", who="people")),
        [],
    ),
    "other people of the same number": (
        "repeat-counted",
        HEADLINE,
        (counted("12", group="all"), counted("another 12 people", who="people")),
        [],
    ),
    "people of another group": (
        "repeat-counted",
        HEADLINE,
        (counted("12", group="side_b"), counted("killed 12 people", who="people", group="side_a")),
        [],
    ),
    "people by another name": (
        "repeat-counted",
        HEADLINE,
        (counted("12", who="guards"), counted("killed 12 people", who="traders")),
        [],
    ),
    "same number below the headlines": (
        "repeat-counted",
        BODY,
        (counted("killed 12 people", who="people"), counted("Later 12 people", who="people")),
        [],
    ),
    "same number in two paragraphs below the headlines": (
        "repeat-counted",
        PARAGRAPHS,
        (counted("killed 12 people", who="people"), counted("Later 12 people", who="people")),
        [],
    ),
    "headline that begins with its number": (
        "repeat-counted",
        FIRST,
        (counted("12"), counted("killed 12 people", who="people")),
        [
            "events[0].casualties[1].role: 12 killed of the headline and of the text "
            "are counted as two lots of people"
        ],
    ),
    "headline of a vague word": (
        "repeat-counted",
        VAGUE,
        (counted("Dozens"), counted("killed dozens of people", who="people")),
        [
            'events[0].casualties[1].role: "Dozens" killed of the headline and of the text '
            "are counted as two lots of people"
        ],
    ),
    "repeat of a count": (
        "repeat-of-nothing",
        HEADLINE,
        (counted("12", role="repeat"), counted("killed 12 people")),
        [],
    ),
    "repeat of a sum": (
        "repeat-of-nothing",
        REPORT,
        (
            counted("25 people", role="repeat", count=number(36)),
            counted("25", count=number(25)),
            counted("eleven soldiers"),
        ),
        [],
    ),
    "repeat of a vague count": (
        "repeat-of-nothing",
        REPORT,
        (counted("25 people", role="repeat"), counted("around 30 people")),
        [],
    ),
    "repeat of nothing": (
        "repeat-of-nothing",
        REPORT,
        (counted("25 people", role="repeat"), counted("eleven soldiers")),
        ["events[0].casualties[0].role: 25 killed is kept as said before, but no other count or sum is 25"],
    ),
    "repeat of nothing, told last": (
        "repeat-of-nothing",
        REPORT,
        (counted("eleven soldiers"), counted("25 people", role="repeat")),
        ["events[0].casualties[1].role: 25 killed is kept as said before, but no other count or sum is 25"],
    ),
    "repeat of one side's sum": (
        "repeat-of-nothing",
        SIDES,
        (counted("19 men", role="repeat"), *SIDES_PARTS),
        [],
    ),
    "repeat of both sides' sum": (
        "repeat-of-nothing",
        SIDES,
        (counted("19 men", role="repeat", count=number(26)), *SIDES_PARTS),
        [],
    ),
    "repeat of a sum with nobody": (
        "repeat-of-nothing",
        SIDES,
        (counted("19 men", role="repeat"), *SIDES_PARTS, counted("no guards")),
        [],
    ),
    "repeat of some of both sides": (
        "repeat-of-nothing",
        SIDES,
        (counted("19 men", role="repeat", count=number(18)), *SIDES_PARTS),
        ["events[0].casualties[0].role: 18 killed is kept as said before, but no other count or sum is 18"],
    ),
    "repeat of casualties": (
        "repeat-of-nothing",
        REPORT,
        (counted("25 people", role="repeat"), counted("25", "casualties")),
        [],
    ),
    "a rough repeat": (
        "repeat-of-nothing",
        REPORT,
        (counted("around 30 people", role="repeat"), counted("eleven soldiers")),
        [],
    ),
    "a repeat of a vague word": (
        "repeat-of-nothing",
        VAGUE,
        (counted("Dozens", role="repeat"), counted("killed dozens of people", count=number(30))),
        [],
    ),
    "nothing repeated": ("repeat-of-nothing", REPORT, (counted("eleven soldiers"),), []),
    "totals alike": (
        "totals-differ",
        REPORT,
        (counted("25", role="total", group="all"), counted("25 people", role="total", group="all")),
        [],
    ),
    "totals unlike": (
        "totals-differ",
        REPORT,
        (counted("25", role="total", group="all"), counted("26 people", role="total", group="all")),
        ["events[0].casualties[1].count: the text gives 25 and 26 as the total killed"],
    ),
    "a rough total": (
        "totals-differ",
        REPORT,
        (counted("25", role="total", group="all"), counted("around 30 people", role="total", group="all")),
        [],
    ),
    "totals of two sides": (
        "totals-differ",
        REPORT,
        (counted("25", role="total", group="side_a"), counted("26 people", role="total", group="side_b")),
        [],
    ),
    "totals of one source unlike, another's between": (
        "totals-differ",
        REPORT,
        (
            counted("25", role="total", group="all", attributed_to="police"),
            counted("26 people", role="total", group="all", attributed_to="doctors"),
            counted("26 people", role="total", group="all", attributed_to="police"),
        ),
        ["events[0].casualties[2].count: the text gives 25 and 26 as the total killed"],
    ),
    "one total": ("totals-differ", REPORT, (counted("25", role="total", group="all"),), []),
}


@pytest.mark.parametrize(("code", "text", "counts", "expected"), CASES.values(), ids=CASES)
def test_each_count_has_its_role(
    code: str, text: str, counts: tuple[Count, ...], expected: list[str]
) -> None:
    assert expected == found(code, text, event(text, *counts))
