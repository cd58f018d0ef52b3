"""Whose word stands behind each number."""

import pytest

from building import Count, counted, event, found, number

TEXT = (
    "The ministry said nine soldiers died. "
    "The Front said 15 soldiers died, and a further 20 soldiers were killed later. "
    "In all 24 people died, police said; 30 people died, doctors said. "
    "Its guns killed 30 rebels, the army said. "
    "Rebels wounded two officers and captured four guards."
)
NINE = counted("nine soldiers", who="soldiers", attributed_to="the ministry")
FIFTEEN = counted("15 soldiers", who="soldiers", attributed_to="the Front")
ACCOUNT = counted("15 soldiers", who="men", role="account", attributed_to="the Front")
LATER = counted("20 soldiers", who="soldiers", attributed_to="the Front")
TOTAL = counted("24 people", group="all", role="total", attributed_to="police")
DOCTORS = counted("30 people", group="all", role="total", attributed_to="doctors")
NO_ONES = "events[0].casualties: nothing says who gives these numbers"
DIFFER = "events[0].casualties: sources differ on the killed"
CLAIMS = "gives the numbers of its own enemy"


def rebels(source: str | None, outcome: str = "killed", group: str = "side_b") -> Count:
    return counted("30 rebels", outcome, group, who="rebels", attributed_to=source)


CASES: dict[str, tuple[str, tuple[Count, ...], list[str]]] = {
    "sources named": ("no-source", (NINE, FIFTEEN), []),
    "sources left out": (
        "no-source",
        (NINE, rebels(None), counted("two officers", "wounded", attributed_to=None)),
        [f"{NO_ONES}: 30 killed, 2 wounded"],
    ),
    "a repeat needs no source": (
        "no-source",
        (counted("nine soldiers", role="repeat", attributed_to=None),),
        [],
    ),
    "no numbers": ("no-source", (), []),
    "a third party's count": ("belligerent-claim", (rebels("Observatory"),), []),
    "an enemy's count": (
        "belligerent-claim",
        (rebels("Norland army"),),
        [f"events[0].casualties: Norland army {CLAIMS}: 30 killed"],
    ),
    "an enemy's spokesman's count": (
        "belligerent-claim",
        (rebels("a spokesman of the Norland army"), rebels("a spokesman of the Norland army", "wounded")),
        [f"events[0].casualties: a spokesman of the Norland army {CLAIMS}: 30 killed, 30 wounded"],
    ),
    "an enemy's short name": (
        "belligerent-claim",
        (rebels("the army"),),
        [f"events[0].casualties: the army {CLAIMS}: 30 killed"],
    ),
    "an enemy's count of casualties": (
        "belligerent-claim",
        (rebels("Norland army", "casualties"),),
        [f"events[0].casualties: Norland army {CLAIMS}: 30 casualties"],
    ),
    "the other side's count": (
        "belligerent-claim",
        (counted("nine soldiers", attributed_to="the Third Front"),),
        [f"events[0].casualties: the Third Front {CLAIMS}: 9 killed"],
    ),
    "counts of two enemies": (
        "belligerent-claim",
        (rebels("Norland army"), counted("nine soldiers", attributed_to="Third Front")),
        [
            f"events[0].casualties: Norland army {CLAIMS}: 30 killed",
            f"events[0].casualties: Third Front {CLAIMS}: 9 killed",
        ],
    ),
    "an enemy's count said again": (
        "belligerent-claim",
        (counted("30 rebels", group="side_b", role="repeat", attributed_to="Norland army"),),
        [],
    ),
    "a source of no name": ("belligerent-claim", (rebels("the"),), []),
    "a source whose name holds part of a word": ("belligerent-claim", (rebels("or"),), []),
    "its own losses": ("belligerent-claim", (rebels("Norland army", group="side_a"),), []),
    "its prisoners": ("belligerent-claim", (rebels("Norland army", "captured"),), []),
    "nobody's count": ("belligerent-claim", (rebels(None),), []),
    "sources agree": ("sources-differ", (NINE, counted("nine soldiers", attributed_to="the Front")), []),
    "sources differ": (
        "sources-differ",
        (NINE, FIFTEEN),
        [f"{DIFFER} of side A: 9 (the ministry), 15 (the Front); low 9, high 15"],
    ),
    "sources differ on casualties of no one kind": (
        "sources-differ",
        (
            counted("nine soldiers", "casualties", attributed_to="the ministry"),
            counted("15 soldiers", "casualties", role="account", attributed_to="the Front"),
        ),
        [
            f"{DIFFER.replace('killed', 'casualties')} of side A: 9 (the ministry), 15 (the Front); "
            "low 9, high 15"
        ],
    ),
    "sources differ on the total": (
        "sources-differ",
        (TOTAL, DOCTORS),
        [f"{DIFFER} of all sides: 24 (police), 30 (doctors); low 24, high 30"],
    ),
    "sources differ, three of them": (
        "sources-differ",
        (NINE, FIFTEEN, counted("nine soldiers", count=number(None, 11, 12), attributed_to="police")),
        [f"{DIFFER} of side A: 9 (the ministry), 15 (the Front), 11 to 12 (police); low 9, high 15"],
    ),
    "another account of the same people": (
        "sources-differ",
        (NINE, ACCOUNT),
        [f"{DIFFER} of side A: 9 (the ministry), 15 (the Front); low 9, high 15"],
    ),
    "another account beside a total": (
        "sources-differ",
        (NINE, ACCOUNT, TOTAL),
        [f"{DIFFER} of side A: 9 (the ministry), 15 (the Front); low 9, high 15"],
    ),
    "an account of a total": (
        "sources-differ",
        (TOTAL, counted("30 people", group="all", role="account", attributed_to="doctors")),
        [f"{DIFFER} of all sides: 24 (police), 30 (doctors); low 24, high 30"],
    ),
    "an account and a subset": (
        "sources-differ",
        (ACCOUNT, counted("nine soldiers", role="subset", attributed_to="the ministry")),
        [],
    ),
    "an account of what else befell them": (
        "sources-differ",
        (NINE, counted("15 soldiers", "wounded", role="account", attributed_to="the Front")),
        [],
    ),
    "an account of the other side": (
        "sources-differ",
        (NINE, counted("15 soldiers", group="side_b", role="account", attributed_to="the Front")),
        [],
    ),
    "an account of nobody's": (
        "sources-differ",
        (NINE, counted("15 soldiers", role="account", attributed_to=None)),
        [],
    ),
    "an account of the same source": (
        "sources-differ",
        (NINE, counted("15 soldiers", role="account", attributed_to="The Ministry")),
        [],
    ),
    "a part and a total": ("sources-differ", (NINE, counted("24 people", role="total")), []),
    "parts below a total of something else": (
        "sources-differ",
        (NINE, FIFTEEN, counted("two officers", "wounded", "all", "total", attributed_to="police")),
        [f"{DIFFER} of side A: 9 (the ministry), 15 (the Front); low 9, high 15"],
    ),
    "more people, told first": ("sources-differ", (LATER, NINE), []),
    "parts of a total": ("sources-differ", (NINE, FIFTEEN, TOTAL), []),
    "more people": ("sources-differ", (NINE, LATER), []),
    "other people": ("sources-differ", (NINE, rebels("the Front", group="side_a")), []),
    "one source": ("sources-differ", (NINE,), []),
    "two accounts are no totals that differ": ("totals-differ", (TOTAL, DOCTORS), []),
}


@pytest.mark.parametrize(("code", "counts", "expected"), CASES.values(), ids=CASES)
def test_numbers_have_a_source(code: str, counts: tuple[Count, ...], expected: list[str]) -> None:
    assert expected == found(code, TEXT, event(TEXT, *counts))
