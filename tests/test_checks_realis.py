"""Events are news and real."""

from typing import Any

import pytest

from building import Count, actors, counted, event, found, number, when

NEWS = "A bomb killed 38 people in Orvane on Thursday."
OLD = "In 2014 a bomb killed 38 people in Orvane and wounded 40 others."
WINTER = "On 3 January 2024 a bomb killed 38 people in Orvane."
EARLIER = "He was behind the deaths of 38 people."
NAMED = "In 2014 General Orm burned in his car."
CARRIED_OUT = "Rebels who had vowed to storm the town killed six people there."
BOTH = "A bomb killed six people on Thursday. In 2014 a bomb killed 38 people in Orvane."
DENIED = "The army denied that it had killed 12 civilians in Orvane."
DENIED_AND_REAL = "The army denied that it had killed 12 civilians. A mine killed two soldiers on Thursday."
PLANNED = "Rebels threatened to storm the town on Sunday."
STORMED = "Rebels stormed the town on Sunday."
DENIES_PART = "The Front denied responsibility for the attack on Sunday."
PAST = "everything said of the event is told of earlier times"
NEVER = "everything said of the event is denied, planned or supposed"
NO_SIDES: dict[str, Any] = {"side_a": (), "side_b": ()}


def on_sunday(text: str) -> dict[str, Any]:
    return {**NO_SIDES, "when": when(text, "Sunday")}


CASES: dict[str, tuple[str, str, tuple[Count, ...], dict[str, Any], list[str]]] = {
    "news": ("background-event", NEWS, (counted("38 people"),), {}, []),
    "an old event": (
        "background-event",
        OLD,
        (counted("38 people"), counted("40 others", "wounded")),
        {},
        [f'events[0]: {PAST}: "{OLD}"'],
    ),
    "an old count within news": (
        "background-event",
        BOTH,
        (counted("six people"), counted("38 people")),
        {},
        [],
    ),
    "an old day": (
        "background-event",
        WINTER,
        (counted("38 people"),),
        {},
        [f'events[0]: {PAST}: "{WINTER}"'],
    ),
    "what somebody did before": (
        "background-event",
        EARLIER,
        (counted("38 people"),),
        {},
        [f'events[0]: {PAST}: "{EARLIER}"'],
    ),
    "an old event whose words count nobody": (
        "background-event",
        NAMED,
        (counted("General Orm", count=number(1)),),
        {},
        [f'events[0]: {PAST}: "{NAMED}"'],
    ),
    "an old event repeated in a headline": (
        "background-event",
        f"Bomb kills 38\n\n{OLD}",
        (counted("38", role="repeat"), counted("38 people")),
        {},
        [f'events[0]: {PAST}: "{OLD}"'],
    ),
    "an old event without counts": ("background-event", OLD, (), {}, [f'events[0]: {PAST}: "{OLD}"']),
    "nothing said": ("background-event", NEWS, (), NO_SIDES, []),
    "real": ("unreal-event", NEWS, (counted("38 people"),), {}, []),
    "denied": ("unreal-event", DENIED, (counted("12 civilians"),), {}, [f'events[0]: {NEVER}: "{DENIED}"']),
    "denied in part": (
        "unreal-event",
        DENIED_AND_REAL,
        (counted("12 civilians"), counted("two soldiers")),
        {},
        [],
    ),
    "threatened, without counts": (
        "unreal-event",
        PLANNED,
        (),
        on_sunday(PLANNED),
        [f'events[0]: {NEVER}: "{PLANNED}"'],
    ),
    "threatened, beside a sentence of something else": (
        "unreal-event",
        f"{PLANNED} The sun shone.",
        (),
        on_sunday(PLANNED),
        [f'events[0]: {NEVER}: "{PLANNED}"'],
    ),
    "threatened, by words up to the next sentence": (
        "unreal-event",
        f"{PLANNED} The sun shone.",
        (),
        {**NO_SIDES, "when": when(f"{PLANNED} The sun shone.", "Sunday. ")},
        [f'events[0]: {NEVER}: "{PLANNED}"'],
    ),
    "threatened, by words from the sentence before": (
        "unreal-event",
        f"The sun shone. {PLANNED}",
        (),
        {**NO_SIDES, "when": when(f"The sun shone. {PLANNED}", " Rebels")},
        [f'events[0]: {NEVER}: "{PLANNED}"'],
    ),
    "a threat beside what was done": ("unreal-event", CARRIED_OUT, (counted("six people"),), {}, []),
    "real, without counts": ("unreal-event", STORMED, (), on_sunday(STORMED), []),
    "who did it denied": ("unreal-event", DENIES_PART, (), on_sunday(DENIES_PART), []),
    "nothing said of it": ("unreal-event", PLANNED, (), NO_SIDES, []),
}


@pytest.mark.parametrize(("code", "text", "counts", "changes", "expected"), CASES.values(), ids=CASES)
def test_events_are_news_and_real(
    code: str, text: str, counts: tuple[Count, ...], changes: dict[str, Any], expected: list[str]
) -> None:
    assert expected == found(code, text, event(text, *counts, **changes))


GATES = "In 2014 shells fell " + "at the old gate of the town " * 8
LONG = {
    "as long as is shown": (
        "In 2014 shells fell" + " on a gate" * 10 + ".",
        "In 2014 shells fell" + " on a gate" * 10 + ".",
    ),
    "one longer": (
        "In 2014 shells fell" + " on a gate" * 10 + "s.",
        "In 2014 shells fell" + " on a gate" * 9 + " on a …",
    ),
    "far longer": (GATES, GATES[:119] + " …"),
}


@pytest.mark.parametrize(("text", "shown"), LONG.values(), ids=LONG)
def test_a_long_passage_is_cut_in_the_message(text: str, shown: str) -> None:
    assert [f'events[0]: {PAST}: "{shown}"'] == found("background-event", text, event(text))


def test_actors_evidence_counts_where_there_are_no_casualties() -> None:
    sides: dict[str, Any] = {"side_a": actors(BOTH, "Norland army"), "side_b": ()}
    assert [] == found("background-event", BOTH, event(BOTH, **sides))
