"""What a model may say that no careful reader would: numbers out of order, loops, the same words twice."""

from __future__ import annotations

import pytest

from eventx.errors import ReplyInvalid
from eventx.reading import full
from eventx.reply import FullReading
from reading_replies import (
    codes,
    found,
    numbers,
    only,
    read,
    read_by,
    reply,
    roles,
    settlement,
    told_event,
    told_figure,
)
from scripted import Scripted, unusable

SIX = told_figure(1, "Six soldiers", 6)


@pytest.mark.parametrize(
    ("events", "figures", "expected"),
    [
        pytest.param(
            [], [told_figure(1, "x", -1)], "figure 1: no number of people is below 0", id="negative"
        ),
        pytest.param(
            [], [told_figure(1, "x", 10**30)], "figure 1: there are not that many people", id="more than live"
        ),
        pytest.param([], [told_figure(1, "x", (9, 5))], "figure 1: the least, 9, is more", id="out of order"),
        pytest.param(
            [told_event(totals={"killed": (9, 5)})], [], "event 1, killed: the least, 9", id="total"
        ),
        pytest.param([], [told_figure(0, "x", 1)] * 2, "two figures have the number 0", id="0 twice"),
        pytest.param([told_event(0)] * 2, [], "two events have the number 0", id="event 0 twice"),
    ],
)
def test_a_reply_that_says_no_number_is_none(
    events: list[dict[str, object]], figures: list[dict[str, object]], expected: str
) -> None:
    with pytest.raises(ValueError, match=expected):
        FullReading.model_validate(reply(events, figures))


@pytest.mark.parametrize(
    ("text", "quote", "number", "expected"),
    [
        pytest.param("26 soldiers died.", "26 soldiers", 27, ["number-refused"], id="one more"),
        pytest.param("Two soldiers died.", "Two soldiers", 3, ["number-refused"], id="one more in words"),
        pytest.param("More than 26 soldiers died.", "More than 26 soldiers", (27, None), [], id="more than"),
        pytest.param("Five to nine men died.", "Five to nine men", (5, 20), ["number-refused"], id="one end"),
    ],
)
def test_a_number_near_the_one_written_is_another(
    text: str, quote: str, number: int | tuple[int | None, int | None], expected: list[str]
) -> None:
    told = reply([told_event(totals={"killed": number})], [told_figure(1, quote, number)])
    assert expected == codes(read(text, told, max_repairs=0), "number-refused", "figure-disputed")


def test_words_told_twice_that_stand_once_are_said_again() -> None:
    told = reply([told_event(totals={"killed": 6})], [SIX, told_figure(2, "Six soldiers", 6)])
    event = only(read("Six soldiers died.", told))
    assert ((6, 6, 6), ["part", "repeat"]) == (numbers(event.killed), [role for _, role, _ in roles(event)])


def test_figures_that_point_to_each_other_are_counted_once() -> None:
    told = reply(
        [told_event(totals={"killed": 6})],
        [SIX, told_figure(2, "the six", 6)],
        ("same_as", [1], 2),
        ("same_as", [2], 1),
    )
    event = only(read("Six soldiers died. They buried the six.", told))
    assert ((6, 6, 6), ["part", "repeat"]) == (numbers(event.killed), [role for _, role, _ in roles(event)])


def test_figures_that_hold_each_other_are_counted_once() -> None:
    told = reply(
        [told_event(totals={"killed": 6})],
        [SIX, told_figure(2, "two guards", 2)],
        ("part_of", [1], 2),
        ("part_of", [2], 1),
    )
    killed = only(read("Six soldiers died, two guards among them.", told, max_repairs=0)).killed
    assert killed is not None
    assert killed.value == 2  # the first link holds, the one that closes the loop does not


def test_a_vague_whole_is_not_fewer_than_its_words_say() -> None:
    told = reply(
        [told_event(totals={"killed": None})],
        [told_figure(1, "Dozens of people", None), told_figure(2, "four soldiers", 4)],
        ("part_of", [2], 1),
    )
    killed = only(read("Dozens of people died, among them four soldiers.", told)).killed
    assert (None, 24, None) == numbers(killed)


def test_casualties_told_as_killed_are_part_of_the_killed() -> None:
    told = reply(
        [told_event(totals={"killed": (26, None)})],
        [told_figure(1, "At least 26 people", (26, None)), told_figure(2, "eight casualties", 8)],
        ("part_of", [2], 1),
    )
    text = "At least 26 people died. The army suffered eight casualties."
    assert (26, 26, None) == numbers(only(read(text, told, max_repairs=0)).killed)


def test_rivals_bounded_from_above_have_no_least() -> None:
    told = reply(
        [told_event(totals={"killed": (None, 60)})],
        [told_figure(1, "Up to 50 men", (None, 50)), told_figure(2, "60 men", 60)],
        ("rival_of", [2], 1),
    )
    text = "Up to 50 men died, police said. The rebels said 60 men died."
    assert (None, None, 60) == numbers(only(read(text, told)).killed)


def test_an_event_that_is_not_told_is_asked_for() -> None:
    told = reply([told_event(totals={"killed": 6})], [told_figure(1, "Six soldiers", 6, events=[1, 9])])
    said = found(read("Six soldiers died.", told, max_repairs=0), "figure-disputed")
    assert ['figure 1 "Six soldiers": there is no event 9'] == [message for _, message in said]


LONG = "\n\n".join(
    [
        "Six soldiers died in Tarn on Sunday.",
        *["The valley lay quiet and nothing was heard."] * 400,
        "Four men died in Osk.",
    ]
)


def test_what_a_part_mends_is_its_own() -> None:
    first = reply([told_event(place="Tarn", totals={"killed": 6})], [SIX])
    later = reply([told_event(place="Osk", totals={"killed": 5})], [told_figure(1, "Four men", 4)])
    mended = settlement("mended", figures=[told_figure(1, "Four men", 4)], totals={1: {"killed": 4}})
    model = Scripted(first, later, mended)
    extraction = read_by(model, LONG)
    assert len(LONG.encode()) > full.PART_BYTES
    assert [(6, 6, 6), (4, 4, 4)] == [numbers(each.killed) for each in extraction.events]
    assert (
        "event 1, killed: your figures come to 4, your total is 5" in model.asked[2].messages[-1]["content"]
    )


def test_nothing_usable_of_either_reading_is_an_error() -> None:
    with pytest.raises(ReplyInvalid):
        read("Six soldiers died.", unusable(), unusable(), max_repairs=0)
