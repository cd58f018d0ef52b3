"""Quotes stand in the text, and every count of the text is accounted for."""

import pytest

from building import actors, aside, counted, event, found
from eventx.resolve.aside import Why
from eventx.schema import Event, Evidence, Place, When

TEXT = "The blast killed eleven soldiers and wounded around 20 others. They threatened to kill 20 hostages."
ELEVEN, TWENTY = counted("eleven soldiers"), counted("around 20", "wounded")
ASTRAY = (Evidence(start=0, end=6, quote="eleven"),)
BEYOND = (Evidence(start=9000, end=9006, quote="eleven"),)

QUOTES: dict[str, tuple[Event, list[str]]] = {
    "quotes stand": (event(TEXT, ELEVEN, TWENTY), []),
    "a quote astray": (
        event(TEXT, TWENTY, counted("eleven soldiers", evidence=ASTRAY)),
        ['events[0].casualties[1].evidence[0]: "eleven" does not stand at characters 0 to 6'],
    ),
    "a quote beyond the end": (
        event(TEXT, counted("eleven soldiers", evidence=BEYOND)),
        ['events[0].casualties[0].evidence[0]: "eleven" does not stand at characters 9000 to 9006'],
    ),
    "an actor's quote astray": (
        event(TEXT, side_b=(actors(TEXT, "Third Front")[0].model_copy(update={"evidence": ASTRAY}),)),
        ['events[0].side_b[0].evidence[0]: "eleven" does not stand at characters 0 to 6'],
    ),
    "a day's quote astray": (
        event(TEXT, ELEVEN, when=When(text="today", evidence=ASTRAY)),
        ['events[0].when.evidence[0]: "eleven" does not stand at characters 0 to 6'],
    ),
    "a place's quote astray": (
        event(TEXT, ELEVEN, where=Place(text="Orvane", evidence=ASTRAY)),
        ['events[0].where.evidence[0]: "eleven" does not stand at characters 0 to 6'],
    ),
    "no quotes": (event(TEXT, side_a=(), side_b=()), []),
}


@pytest.mark.parametrize(("told", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotes_stand_in_the_text(told: Event, expected: list[str]) -> None:
    assert expected == found("quote-not-in-text", TEXT, told)


LEFT_OUT = 'article.text[45:61]: "around 20 others" is in no event and was not set aside'
BODIES = "A doctor counted 12 bodies after the blast killed eleven soldiers."
UNUSED: dict[str, tuple[str, tuple[Event, ...], tuple[tuple[str, Why], ...], list[str]]] = {
    "all used": (TEXT, (event(TEXT, ELEVEN, TWENTY),), (), []),
    "one left out": (
        TEXT,
        (event(TEXT, ELEVEN),),
        (),
        [LEFT_OUT],
    ),
    "one in another event": (TEXT, (event(TEXT, ELEVEN), event(TEXT, TWENTY)), (), []),
    "one set aside": (TEXT, (event(TEXT, ELEVEN),), (("around 20", "background"),), []),
    "a clause that holds two uses both": (
        TEXT,
        (event(TEXT, counted("killed eleven soldiers and wounded around 20")),),
        (),
        [],
    ),
    "a clause beside a phrase uses the phrase's": (
        TEXT,
        (
            event(
                TEXT,
                counted(
                    "eleven soldiers",
                    evidence=(*counted("eleven soldiers")(TEXT).evidence, *counted(TEXT[:61])(TEXT).evidence),
                ),
            ),
        ),
        (),
        [LEFT_OUT],
    ),
    "words up to the next count do not use it": (
        TEXT,
        (event(TEXT, counted("eleven soldiers and wounded ")),),
        (),
        [LEFT_OUT],
    ),
    "words from the end of a count do not use it": (
        TEXT,
        (event(TEXT, counted(" and wounded around 20 others", "wounded")),),
        (),
        ['article.text[17:32]: "eleven soldiers" is in no event and was not set aside'],
    ),
    "words up to the next count set it not aside": (
        TEXT,
        (),
        (("eleven soldiers and wounded ", "background"),),
        [LEFT_OUT],
    ),
    "words from the end of a count set it not aside": (
        TEXT,
        (),
        ((" and wounded around 20 others", "background"),),
        ['article.text[17:32]: "eleven soldiers" is in no event and was not set aside'],
    ),
    "no event at all": (
        BODIES,
        (),
        (("12 bodies", "not harmed"),),
        ['article.text[50:65]: "eleven soldiers" is in no event and was not set aside'],
    ),
    "nobody counted": ("The clashes went on in Orvane.", (), (), []),
}


@pytest.mark.parametrize(("text", "events", "set_aside", "expected"), UNUSED.values(), ids=UNUSED)
def test_every_count_is_accounted_for(
    text: str, events: tuple[Event, ...], set_aside: tuple[tuple[str, Why], ...], expected: list[str]
) -> None:
    left_out = tuple(aside(text, words, why) for words, why in set_aside)
    assert expected == found("count-unused", text, *events, set_aside=left_out)


WORDS = "article.text[17:32]"
ASIDE: dict[str, tuple[str, Why | None, list[str]]] = {
    "no event for it": (
        "count-without-event",
        "no event",
        [f'{WORDS}: "eleven soldiers" is said to be harmed, but no event was found for it'],
    ),
    "an event for it": ("count-without-event", None, []),
    "background is no lost count": ("count-without-event", "background", []),
    "undecided": (
        "count-undecided",
        "undecided",
        [f'{WORDS}: "eleven soldiers" is in no event: its words do not decide what happened to them'],
    ),
    "decided": ("count-undecided", None, []),
    "background is decided": ("count-undecided", "background", []),
    "background": (
        "set-aside",
        "background",
        [f'{WORDS}: "eleven soldiers" is in no event: it is told of earlier times'],
    ),
    "unreal": (
        "set-aside",
        "unreal",
        [f'{WORDS}: "eleven soldiers" is in no event: it is negated, planned or denied'],
    ),
    "over several events": (
        "set-aside",
        "several events",
        [f'{WORDS}: "eleven soldiers" is in no event: it is a total over several events'],
    ),
    "not harmed": ("set-aside", "not harmed", []),
    "nothing set aside": ("set-aside", None, []),
}


@pytest.mark.parametrize(("code", "why", "expected"), ASIDE.values(), ids=ASIDE)
def test_what_is_set_aside_is_said(code: str, why: Why | None, expected: list[str]) -> None:
    left_out = (aside(TEXT, "eleven soldiers", why),) if why else ()
    assert expected == found(code, TEXT, event(TEXT, ELEVEN), set_aside=left_out)


def test_in_a_language_without_rules_no_count_is_known_to_be_left_out() -> None:
    assert [] == found("count-unused", TEXT, event(TEXT, ELEVEN), language="fr")
