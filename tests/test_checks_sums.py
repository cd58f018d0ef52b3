"""Parts against totals, and the event's figures against both."""

from typing import Any

import pytest

from building import Count, counted, event, found, number

KILLED = "events[0].killed"
TEXT = (
    "Clashes killed 26 people in all. At least 26 people died, others said. "
    "Around 26 people died, a third said. "
    "The battle killed eleven soldiers, eight policemen, seven fighters, at least six guards "
    "and dozens of rebels. "
    "The army lost 19 people. The raid brought up to five casualties, and no one was missing."
)
ELEVEN, EIGHT = counted("eleven soldiers"), counted("eight policemen")
SEVEN = counted("seven fighters", group="side_b")
SIX = counted("at least six guards")
DOZENS = counted("dozens of rebels", group="side_b")
TOTAL = counted("26 people in all", group="all", role="total")
BOUND = counted("At least 26 people", group="all", role="total")
ROUGH = counted("Around 26 people", group="all", role="total")


def given(low: int | None, high: int | None) -> Count:
    return counted("26 people in all", group="all", role="total", count=number(low, low, high))


SUM_OF_ALL = [f"{KILLED}: killed 11 + 8 + 7 = 26"]
CASES: dict[str, tuple[str, tuple[Count, ...], list[str]]] = {
    "parts above an exact total": (
        "sum-differs",
        (given(15, 15), ELEVEN, EIGHT),
        [f"{KILLED}: killed 11 + 8 = 19, but the total given is 15"],
    ),
    "parts above an upper bound": (
        "sum-differs",
        (given(None, 15), ELEVEN, EIGHT),
        [f"{KILLED}: killed 11 + 8 = 19, but the total given is at most 15"],
    ),
    "a least sum above the total": (
        "sum-differs",
        (given(15, 15), ELEVEN, SIX),
        [f"{KILLED}: killed 11 + 6 = at least 17, but the total given is 15"],
    ),
    "a total of one side, parts of the other": (
        "sum-differs",
        (counted("seven fighters", group="side_b", role="total"), ELEVEN),
        [],
    ),
    "a total of no known side holds all": (
        "sum-differs",
        (counted("26 people in all", group="unknown", role="total", count=number(15)), ELEVEN, SEVEN),
        [f"{KILLED}: killed 11 + 7 = 18, but the total given is 15"],
    ),
    "parts come to the total": ("sum-differs", (TOTAL, ELEVEN, EIGHT, SEVEN), []),
    "no total": ("sum-differs", (ELEVEN, EIGHT), []),
    "a sum that holds": ("sum-holds", (TOTAL, ELEVEN, EIGHT, SEVEN), [f"{KILLED}: killed 11 + 8 + 7 = 26"]),
    "a sum that holds for a bound": (
        "sum-holds",
        (BOUND, ELEVEN, EIGHT, SEVEN),
        [f"{KILLED}: killed 11 + 8 + 7 = 26"],
    ),
    "two totals of unlike numbers": (
        "sum-holds",
        (TOTAL, BOUND, ELEVEN, EIGHT, SEVEN),
        [f"{KILLED}: killed 11 + 8 + 7 = 26"] * 2,
    ),
    "totals of two groups": (
        "sum-holds",
        (
            counted("19 people", role="total"),
            counted("19 people", group="all", role="total"),
            ELEVEN,
            EIGHT,
        ),
        [f"{KILLED}: killed 11 + 8 = 19"] * 2,
    ),
    "an exact sum that is a rough total": ("sum-holds", (ROUGH, ELEVEN, EIGHT, SEVEN), SUM_OF_ALL),
    "two totals of one number": (
        "sum-holds",
        (TOTAL, TOTAL, ELEVEN, EIGHT, SEVEN),
        [f"{KILLED}: killed 11 + 8 + 7 = 26"],
    ),
    "a sum that does not hold": ("sum-holds", (TOTAL, ELEVEN, EIGHT), []),
    "one part is no sum": ("sum-holds", (given(11, 11), ELEVEN), []),
    "parts that are not exact": ("sum-holds", (TOTAL, ELEVEN, EIGHT, SIX), []),
    "people without a part": (
        "remainder",
        (TOTAL, ELEVEN, EIGHT),
        [f"{KILLED}: 7 of the 26 killed are given no side (11 + 8 = 19)"],
    ),
    "people without a part, one part": (
        "remainder",
        (TOTAL, ELEVEN),
        [f"{KILLED}: 15 of the 26 killed are given no side (11)"],
    ),
    "people of a bound without a part": (
        "remainder",
        (BOUND, ELEVEN, EIGHT),
        [f"{KILLED}: at least 7 of the at least 26 killed are given no side (11 + 8 = 19)"],
    ),
    "people of one side without a part": (
        "remainder",
        (counted("26 people in all", group="side_a", role="total"), ELEVEN, SEVEN),
        [f"{KILLED}: 15 of the 26 killed of side A are in none of its parts (11)"],
    ),
    "people of a total without a part, parts of at most": (
        "remainder",
        (TOTAL, ELEVEN, counted("seven fighters", group="side_b", count=number(5, None, 5))),
        [f"{KILLED}: at least 10 of the 26 killed are given no side (11 + 5 = at most 16)"],
    ),
    "people of a range without a part": (
        "remainder",
        (counted("26 people in all", group="all", role="total", count=number(None, 20, 30)), ELEVEN),
        [f"{KILLED}: at least 9 of the 20 to 30 killed are given no side (11)"],
    ),
    "a part without a most": ("remainder", (TOTAL, DOZENS), []),
    "a part as large as the total": ("remainder", (given(11, 11), ELEVEN), []),
    "everybody has a part": ("remainder", (TOTAL, ELEVEN, EIGHT, SEVEN), []),
    "a part that may be larger": ("remainder", (TOTAL, ELEVEN, SIX), []),
    "a total without parts": ("remainder", (TOTAL,), []),
    "a rough total": ("remainder", (ROUGH, ELEVEN), []),
    "a bound below its parts": (
        "total-below-sum",
        (given(10, None), ELEVEN, EIGHT),
        [f"{KILLED}: killed 11 + 8 = 19, so the total given, at least 10, is too low"],
    ),
    "a bound below its parts, one of them a bound": (
        "total-below-sum",
        (given(10, None), ELEVEN, SIX),
        [f"{KILLED}: killed 11 + 6 = at least 17, so the total given, at least 10, is too low"],
    ),
    "a bound that is its parts": ("total-below-sum", (given(19, None), ELEVEN, EIGHT), []),
    "a bound above its parts": ("total-below-sum", (BOUND, ELEVEN, EIGHT), []),
    "no bound": ("total-below-sum", (TOTAL, ELEVEN, EIGHT), []),
    "casualties nobody told apart": (
        "casualties-unresolved",
        (counted("up to five casualties", "casualties"),),
        [
            "events[0].casualties[0].outcome: "
            "at most 5 casualties may be killed or wounded: nothing says which"
        ],
    ),
    "casualties nobody told apart, a total": (
        "casualties-unresolved",
        (counted("up to five casualties", "casualties", "all", "total"),),
        [
            "events[0].casualties[0].outcome: "
            "at most 5 casualties may be killed or wounded: nothing says which"
        ],
    ),
    "casualties said again": (
        "casualties-unresolved",
        (counted("up to five casualties", "casualties", role="repeat"),),
        [],
    ),
    "casualties told apart": (
        "casualties-unresolved",
        (counted("up to five casualties", inferred="a sum"),),
        [],
    ),
    "no casualties": ("casualties-unresolved", (counted("no one", "casualties"),), []),
}


@pytest.mark.parametrize(("code", "counts", "expected"), CASES.values(), ids=CASES)
def test_parts_are_added_up_against_the_total(
    code: str, counts: tuple[Count, ...], expected: list[str]
) -> None:
    assert expected == found(code, TEXT, event(TEXT, *counts))


SUBSET = counted("eight policemen", role="subset")
REPEAT = counted("19 people", role="repeat")


@pytest.mark.parametrize("more", [SUBSET, REPEAT], ids=["subset", "repeat"])
def test_subsets_and_repeats_are_never_added(more: Count) -> None:
    told = event(TEXT, counted("19 people", role="total"), ELEVEN, EIGHT, more)
    assert [f"{KILLED}: killed 11 + 8 = 19"] == found("sum-holds", TEXT, told)


FIGURES: dict[str, tuple[str, tuple[Count, ...], dict[str, Any], list[str]]] = {
    "the figure is the sum": ("figure-below-sum", (ELEVEN, EIGHT), {}, []),
    "the figure is below the sum": (
        "figure-below-sum",
        (ELEVEN, EIGHT),
        {"killed": number(11)},
        [f"{KILLED}: the event's figure is 11 killed, but its counts come to 19"],
    ),
    "the figure is a bound that was raised": (
        "figure-below-sum",
        (given(10, None), ELEVEN, EIGHT),
        {"killed": number(10, 19)},
        [],
    ),
    "the figure is a bound that was not raised": (
        "figure-below-sum",
        (given(10, None), ELEVEN, EIGHT),
        {"killed": number(10, 10)},
        [f"{KILLED}: the event's figure is at least 10 killed, but its counts come to 19"],
    ),
    "the figure leaves out the other side": (
        "figure-below-sum",
        (counted("19 people", role="total"), SEVEN),
        {"killed": number(19)},
        [f"{KILLED}: the event's figure is 19 killed, but its counts come to 26"],
    ),
    "the figure is above what the counts come to at the least": (
        "figure-below-sum",
        (ELEVEN, SIX),
        {"killed": number(17, 17)},
        [],
    ),
    "the figure's most is below the sum": (
        "figure-below-sum",
        (ELEVEN, EIGHT),
        {"killed": number(None, None, 18)},
        [f"{KILLED}: the event's figure is at most 18 killed, but its counts come to 19"],
    ),
    "the figure is the least of two totals": (
        "figure-below-sum",
        (counted("19 people", role="total"), counted("26 people in all", role="total")),
        {"killed": number(19)},
        [],
    ),
    "the figure is below the least of two totals": (
        "figure-below-sum",
        (counted("19 people", role="total"), counted("26 people in all", role="total")),
        {"killed": number(18)},
        [f"{KILLED}: the event's figure is 18 killed, but its counts come to 19"],
    ),
    "the figure is the least of two accounts": (
        "figure-below-sum",
        (counted("19 people"), counted("eleven soldiers", role="account")),
        {"killed": number(11)},
        [],
    ),
    "the figure is below the least of two accounts": (
        "figure-below-sum",
        (counted("19 people"), counted("eleven soldiers", role="account")),
        {"killed": number(10)},
        [f"{KILLED}: the event's figure is 10 killed, but its counts come to 11"],
    ),
    "the figure leaves out people of no known side": (
        "figure-below-sum",
        (ELEVEN, counted("seven fighters", group="unknown")),
        {"killed": number(11)},
        [f"{KILLED}: the event's figure is 11 killed, but its counts come to 18"],
    ),
    "a wrong sum is said once": ("figure-below-sum", (given(15, 15), ELEVEN, EIGHT), {}, []),
    "a rough figure has no bounds to compare": ("figure-below-sum", (ROUGH, ELEVEN), {}, []),
    "a figure for what is counted": ("figure-missing", (ELEVEN,), {}, []),
    "no figure for what is counted": (
        "figure-missing",
        (ELEVEN, EIGHT),
        {"killed": None},
        [f"{KILLED}: the event has no figure for killed, but its counts come to 19"],
    ),
    "no figure for a total": (
        "figure-missing",
        (counted("19 people", role="total"),),
        {"killed": None},
        [f"{KILLED}: the event has no figure for killed, but its counts come to 19"],
    ),
    "no figure for a vague word": (
        "figure-missing",
        (counted("dozens of rebels", count=number(None)),),
        {"killed": None},
        [],
    ),
    "no figure where nothing is counted": ("figure-missing", (), {}, []),
    "no figure above the counts": ("figure-unsupported", (TOTAL, ELEVEN, EIGHT, DOZENS), {}, []),
    "a figure above the counts": (
        "figure-unsupported",
        (ELEVEN, EIGHT),
        {"killed": number(26)},
        [f"{KILLED}: the event's figure is 26 killed, but its counts come to 19"],
    ),
    "the figure is the most of two accounts": (
        "figure-unsupported",
        (counted("eleven soldiers"), counted("19 people", role="account")),
        {"killed": number(19)},
        [],
    ),
    "the figure is above the most of two accounts": (
        "figure-unsupported",
        (counted("eleven soldiers"), counted("19 people", role="account")),
        {"killed": number(20)},
        [f"{KILLED}: the event's figure is 20 killed, but its counts come to 19"],
    ),
    "the figure is the most of two totals": (
        "figure-unsupported",
        (counted("19 people", role="total"), counted("26 people in all", role="total")),
        {"killed": number(26)},
        [],
    ),
    "the figure's least is above the counts": (
        "figure-unsupported",
        (ELEVEN, EIGHT),
        {"killed": number(None, 20)},
        [f'{KILLED}: the event\'s figure is "as given" killed, but its counts come to 19'],
    ),
    "a figure above a total": (
        "figure-unsupported",
        (counted("19 people", role="total"),),
        {"killed": number(20)},
        [f"{KILLED}: the event's figure is 20 killed, but its counts come to 19"],
    ),
    "a figure where only a vague word is": (
        "figure-unsupported",
        (counted("dozens of rebels", count=number(None)),),
        {"killed": number(1)},
        [f"{KILLED}: the event's figure is 1 killed, but its counts come to 0"],
    ),
    "a figure of one where nobody is counted": (
        "figure-unsupported",
        (),
        {"killed": number(1)},
        [f"{KILLED}: the event's figure is 1 killed, but no count of the event is of killed"],
    ),
    "a figure of what is not counted": (
        "figure-unsupported",
        (ELEVEN, EIGHT),
        {"wounded": number(4)},
        ["events[0].wounded: the event's figure is 4 wounded, but no count of the event is of wounded"],
    ),
    "no figure, no count": ("figure-unsupported", (), {}, []),
}


@pytest.mark.parametrize(("code", "counts", "figures", "expected"), FIGURES.values(), ids=FIGURES)
def test_the_events_figure_is_what_its_counts_come_to(
    code: str, counts: tuple[Count, ...], figures: dict[str, Any], expected: list[str]
) -> None:
    assert expected == found(code, TEXT, event(TEXT, *counts, **figures))
