"""Links of a full reading become roles: who is counted once, who on top, and what an event comes to."""

from __future__ import annotations

from typing import Any

import pytest

from eventx.schema import Event, Extraction
from reading_replies import Bounds, found, numbers, only, read, reply, roles, told_event, told_figure


def killed(text: str, total: Bounds, figures: list[tuple[str, Bounds]], *links: Any, **more: Any) -> Event:
    """Return the event of a text whose figures, numbered from 1, are all of the killed."""
    return only(dead(text, total, figures, *links, **more))


def dead(text: str, total: Bounds, figures: list[tuple[str, Bounds]], *links: Any, **more: Any) -> Extraction:
    told = [told_figure(n, quote, number) for n, (quote, number) in enumerate(figures, start=1)]
    return read(text, reply([told_event(totals={"killed": total})], told, *links, **more))


NINE = "Nine people died in Tarn: four soldiers and five villagers."
FOUR_AND_FIVE = [("Nine people", 9), ("four soldiers", 4), ("five villagers", 5)]


def test_parts_that_come_to_their_whole_make_it_a_total() -> None:
    event = killed(NINE, 9, FOUR_AND_FIVE, ("part_of", [2, 3], 1))
    assert roles(event) == [
        ("Nine people", "total", None),
        ("four soldiers", "part", None),
        ("five villagers", "part", None),
    ]
    assert numbers(event.killed) == (9, 9, 9)


def test_parts_that_come_to_less_are_subsets_of_their_whole() -> None:
    text = "Nine people died in Tarn, among them four soldiers."
    event = killed(text, 9, [("Nine people", 9), ("four soldiers", 4)], ("part_of", [2], 1))
    assert roles(event) == [("Nine people", "part", None), ("four soldiers", "subset", 0)]
    assert numbers(event.killed) == (9, 9, 9)


def test_figures_without_a_link_are_added_up() -> None:
    event = killed(
        "Four soldiers died in Tarn. Five villagers died too.",
        9,
        [("Four soldiers", 4), ("Five villagers", 5)],
    )
    assert [role for _, role, _ in roles(event)] == ["part", "part"]
    assert numbers(event.killed) == (9, 9, 9)


def test_a_part_of_a_part_is_its_subset() -> None:
    text = "Nine people died in Tarn: four soldiers and five villagers, two of them children."
    figures = [*FOUR_AND_FIVE, ("two of them children", 2)]
    event = killed(text, 9, figures, ("part_of", [2, 3], 1), ("part_of", [4], 3))
    assert roles(event)[3] == ("two of them children", "subset", 2)
    assert numbers(event.killed) == (9, 9, 9)


def test_a_subset_of_a_subset_keeps_its_own_whole() -> None:
    text = "Nine people died in Tarn, among them five villagers, two of them children."
    figures = [("Nine people", 9), ("five villagers", 5), ("two of them children", 2)]
    event = killed(text, 9, figures, ("part_of", [2], 1), ("part_of", [3], 2))
    assert roles(event) == [
        ("Nine people", "part", None),
        ("five villagers", "subset", 0),
        ("two of them children", "subset", 1),
    ]


def test_a_whole_beside_others_is_added_with_its_parts_as_subsets() -> None:
    text = "Nine people died in Tarn: four soldiers and five villagers. Three rebels died too."
    event = killed(text, 12, [*FOUR_AND_FIVE, ("Three rebels", 3)], ("part_of", [2, 3], 1))
    assert [role for _, role, _ in roles(event)] == ["part", "subset", "subset", "part"]
    assert numbers(event.killed) == (12, 12, 12)


@pytest.mark.parametrize(
    ("words", "number", "role"),
    [
        pytest.param("Nine people", 9, "total", id="exact"),
        pytest.param("At least nine people", (9, None), "total", id="at-least"),
        pytest.param("More than nine people", (10, None), "total", id="more-than"),
        pytest.param("Up to nine people", (None, 9), "total", id="up-to"),
        pytest.param("Ten people", 10, "part", id="too-few-parts"),
        pytest.param("At least ten people", (10, None), "part", id="too-few-for-at-least"),
    ],
)
def test_a_whole_is_a_total_where_its_parts_come_to_its_number(words: str, number: Bounds, role: str) -> None:
    text = f"{words} died in Tarn: four soldiers and five villagers."
    figures = [(words, number), ("four soldiers", 4), ("five villagers", 5)]
    least, most = number if isinstance(number, tuple) else (number, number)
    event = killed(text, (least, most), figures, ("part_of", [2, 3], 1))
    assert roles(event)[0] == (words, role, None)


def test_parts_of_an_open_number_do_not_tile_it() -> None:
    text = "Nine people died in Tarn: four soldiers and at least five villagers."
    figures = [("Nine people", 9), ("four soldiers", 4), ("at least five villagers", (5, None))]
    event = killed(text, 9, figures, ("part_of", [2, 3], 1))
    assert [role for _, role, _ in roles(event)] == ["part", "subset", "subset"]


@pytest.mark.parametrize(
    ("words", "number", "role"),
    [
        pytest.param("At least nine people", (9, None), "total", id="at-least"),
        pytest.param("Nine people", 9, "part", id="exact"),
    ],
)
def test_one_part_alone_tiles_only_an_open_whole(words: str, number: Bounds, role: str) -> None:
    text = f"{words} died in Tarn. Nine soldiers were among the dead."
    least, most = number if isinstance(number, tuple) else (number, number)
    event = killed(text, (least, most), [(words, number), ("Nine soldiers", 9)], ("part_of", [2], 1))
    assert roles(event)[0] == (words, role, None)
    assert numbers(event.killed) == (9, 9, most)


def test_parts_of_two_sides_that_exceed_an_exact_whole_are_an_error() -> None:
    text = "Nine people died in Tarn: six soldiers and seven rebels."
    told = [
        told_figure(1, "Nine people", 9, whose="mixed"),
        told_figure(2, "six soldiers", 6, whose="b"),
        told_figure(3, "seven rebels", 7, whose="a"),
    ]
    extraction = read(text, reply([told_event(totals={"killed": 9})], told, ("part_of", [2, 3], 1)))
    assert [role for _, role, _ in roles(only(extraction))] == ["total", "part", "part"]
    assert [path for path, _ in found(extraction, "sum-differs")] == ["events[0].killed"]


def test_parts_of_two_sides_that_exceed_their_whole_stay_beside_it_and_a_check_says_so() -> None:
    text = "At least nine people died in Tarn: six soldiers and seven rebels."
    told = [
        told_figure(1, "At least nine people", (9, None), whose="mixed"),
        told_figure(2, "six soldiers", 6, whose="b"),
        told_figure(3, "seven rebels", 7, whose="a"),
    ]
    extraction = read(text, reply([told_event(totals={"killed": (13, None)})], told, ("part_of", [2, 3], 1)))
    assert [role for _, role, _ in roles(only(extraction))] == ["total", "part", "part"]
    assert [path for path, _ in found(extraction, "total-below-sum")] == ["events[0].killed"]


def test_parts_of_one_side_that_exceed_their_whole_may_overlap_and_are_subsets() -> None:
    text = "Nine people died in Tarn: six women and seven children."
    figures = [("Nine people", 9), ("six women", 6), ("seven children", 7)]
    event = killed(text, 9, figures, ("part_of", [2, 3], 1))
    assert [role for _, role, _ in roles(event)] == ["part", "subset", "subset"]
    assert numbers(event.killed) == (9, 9, 9)


def test_the_same_people_said_again_are_a_repeat() -> None:
    event = killed(
        "Six soldiers died in Tarn. The six men were buried.",
        6,
        [("Six soldiers", 6), ("The six men", 6)],
        ("same_as", [2], 1),
    )
    assert roles(event) == [("Six soldiers", "part", None), ("The six men", "repeat", 0)]
    assert numbers(event.killed) == (6, 6, 6)


def test_a_headline_repeats_what_the_text_tells_after_it() -> None:
    text = "Nine dead in Tarn\n\nNine people died in Tarn: four soldiers and five villagers."
    figures = [("Nine dead", 9), *FOUR_AND_FIVE]
    event = killed(text, 9, figures, ("same_as", [1], 2), ("part_of", [3, 4], 2))
    assert [(role, of) for _, role, of in roles(event)] == [
        ("repeat", 1),
        ("total", None),
        ("part", None),
        ("part", None),
    ]


def test_a_part_of_a_repeat_is_a_part_of_what_it_repeats() -> None:
    text = "Nine dead in Tarn\n\nNine people died in Tarn, among them four soldiers."
    figures = [("Nine dead", 9), ("Nine people", 9), ("four soldiers", 4)]
    event = killed(text, 9, figures, ("same_as", [2], 1), ("part_of", [3], 2))
    assert [(role, of) for _, role, of in roles(event)] == [("part", None), ("repeat", 0), ("subset", 0)]


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        pytest.param(("12 people", 12), ("15 people", 15), (12, 15), id="range"),
        pytest.param(("15 people", 15), ("12 people", 12), (12, 15), id="the-lower-last"),
        pytest.param(("288 people", 288), ("at least 377 people", (377, None)), (288, None), id="open-end"),
        pytest.param(("at least 12 people", (12, None)), ("nine people", 9), (9, None), id="open-end-first"),
    ],
)
def test_rivals_make_a_range(first: tuple[str, Bounds], second: tuple[str, Bounds], total: Bounds) -> None:
    text = f"The army said {first[0]} died in Tarn. Doctors said {second[0]} died."
    event = killed(text, total, [first, second], ("rival_of", [2], 1))
    assert [(role, of) for _, role, of in roles(event)] == [("part", None), ("account", 0)]
    assert numbers(event.killed) == (None, *total)


def test_three_rivals_make_one_range_whichever_they_contradict() -> None:
    text = "Police said 12 people died in Tarn. Rebels said 15 people died. Doctors said nine people died."
    figures = [("12 people", 12), ("15 people", 15), ("nine people", 9)]
    event = killed(text, (9, 15), figures, ("rival_of", [2], 1), ("rival_of", [3], 2))
    assert [(role, of) for _, role, of in roles(event)] == [("part", None), ("account", 0), ("account", 0)]
    assert numbers(event.killed) == (None, 9, 15)


@pytest.mark.parametrize(
    ("text", "figures", "expected"),
    [
        pytest.param(
            "Police said 12 people died in Tarn. Doctors said dozens of people died.",
            [("12 people", 12), ("dozens of people", None)],
            [("12 people", "part", None), ("dozens of people", "repeat", 0)],
            id="told-last",
        ),
        pytest.param(
            "Doctors said dozens of people died in Tarn. Police said 12 people died.",
            [("dozens of people", None), ("12 people", 12)],
            [("dozens of people", "repeat", 1), ("12 people", "part", None)],
            id="told-first",
        ),
    ],
)
def test_a_vague_rival_makes_no_range(
    text: str, figures: list[tuple[str, Bounds]], expected: list[tuple[str, str, int | None]]
) -> None:
    event = killed(text, 12, figures, ("rival_of", [2], 1))
    assert roles(event) == expected
    assert numbers(event.killed) == (12, 12, 12)


def test_rivals_keep_their_own_parts() -> None:
    text = "Police said 12 people died in Tarn, four of them soldiers. Rebels said 15 people died."
    figures = [("12 people", 12), ("four of them soldiers", 4), ("15 people", 15)]
    event = killed(text, (12, 15), figures, ("part_of", [2], 1), ("rival_of", [3], 1))
    assert [(role, of) for _, role, of in roles(event)] == [("part", None), ("subset", 0), ("account", 0)]


def test_an_older_toll_is_an_account_that_is_not_counted() -> None:
    event = killed(
        "Nine people died in Tarn. The toll later rose to 10 dead.",
        10,
        [("Nine people", 9), ("10 dead", 10)],
        ("older_than", [1], 2),
    )
    assert roles(event) == [("Nine people", "account", None), ("10 dead", "part", None)]
    assert numbers(event.killed) == (10, 10, 10)


def test_the_parts_of_an_older_toll_are_parts_of_the_newer() -> None:
    event = killed(
        "Nine people died in Tarn, among them two children. The toll later rose to 10 dead.",
        10,
        [("Nine people", 9), ("two children", 2), ("10 dead", 10)],
        ("older_than", [1], 3),
        ("part_of", [2], 1),
    )
    assert [(role, of) for _, role, of in roles(event)] == [("account", None), ("subset", 2), ("part", None)]


def test_of_three_tolls_the_newest_counts() -> None:
    text = "Nine people died in Tarn. Ten people died, police said. Twelve people died, it was said later."
    figures = [("Nine people", 9), ("Ten people", 10), ("Twelve people", 12)]
    event = killed(text, 12, figures, ("older_than", [1], 2), ("older_than", [2], 3))
    assert [role for _, role, _ in roles(event)] == ["account", "account", "part"]


def test_a_whole_without_a_number_falls_back_on_its_parts() -> None:
    event = killed(
        "Several people died in Tarn: four soldiers and a teacher.",
        5,
        [("Several people", None), ("four soldiers", 4), ("a teacher", 1)],
        ("part_of", [2, 3], 1),
    )
    assert [role for _, role, _ in roles(event)] == ["repeat", "part", "part"]
    assert numbers(event.killed) == (5, 5, 5)


def test_a_whole_without_a_number_stays_where_the_total_says_that_there_are_more() -> None:
    event = killed(
        "Dozens of people died in Tarn, among them four soldiers.",
        (24, None),
        [("Dozens of people", None), ("four soldiers", 4)],
        ("part_of", [2], 1),
    )
    assert [role for _, role, _ in roles(event)] == ["part", "subset"]
    assert numbers(event.killed) == (None, 24, None)


def test_words_that_point_back_say_that_their_number_is_inferred() -> None:
    event = killed(
        "Six people died in Tarn. The victims were farmers.",
        6,
        [("Six people", 6), ("The victims", 6)],
        ("same_as", [2], 1),
    )
    assert [each.inferred for each in event.casualties] == [
        None,
        "the words point back to people told elsewhere",
    ]


def test_what_is_doubted_is_kept_and_not_counted() -> None:
    text = "Six soldiers died in Tarn. Ten more may have died."
    event = killed(text, 6, [("Six soldiers", 6), ("Ten more", 10)], doubt=[2])
    assert roles(event) == [("Six soldiers", "part", None), ("Ten more", "account", None)]
    assert numbers(event.killed) == (6, 6, 6)


def test_a_figure_of_several_events_is_a_toll_and_nothing_is_divided() -> None:
    text = "Raids on Tarn and Osk killed 12 people. In Tarn four soldiers died."
    events = [told_event(1), told_event(2)]
    told = [told_figure(1, "12 people", 12, events=[1, 2]), told_figure(2, "four soldiers", 4)]
    extraction = read(text, reply(events, told, ("part_of", [2], 1)))
    (toll,) = extraction.tolls
    assert (toll.events, numbers(toll.casualty.count), toll.casualty.outcome) == (
        ("e1", "e2"),
        (12, 12, 12),
        "killed",
    )
    assert [numbers(each.killed) for each in extraction.events] == [(4, 4, 4), None]
    assert [roles(each) for each in extraction.events] == [[("four soldiers", "part", None)], []]


def test_a_toll_said_again_is_kept_as_a_repeat() -> None:
    text = "Raids on Tarn and Osk killed 12 people. The 12 dead were buried."
    told = [
        told_figure(1, "12 people", 12, events=[1, 2]),
        told_figure(2, "The 12 dead", 12, events=[1, 2]),
    ]
    extraction = read(text, reply([told_event(1), told_event(2)], told, ("same_as", [2], 1)))
    assert [each.casualty.role for each in extraction.tolls] == ["part", "repeat"]


def test_a_figure_of_one_event_is_no_toll() -> None:
    assert dead("Six soldiers died in Tarn.", 6, [("Six soldiers", 6)]).tolls == ()


def test_a_link_to_a_figure_of_another_event_does_not_hold() -> None:
    text = "Nine people died in Tarn. In Osk four people died."
    events = [told_event(1, totals={"killed": 9}), told_event(2, totals={"killed": 4})]
    told = [told_figure(1, "Nine people", 9), told_figure(2, "four people", 4, events=[2])]
    extraction = read(text, reply(events, told, ("part_of", [2], 1)))
    assert [numbers(each.killed) for each in extraction.events] == [(9, 9, 9), (4, 4, 4)]


def test_a_link_to_a_figure_that_nobody_told_does_not_hold() -> None:
    event = killed("Six soldiers died in Tarn.", 6, [("Six soldiers", 6)], ("part_of", [1], 9))
    assert roles(event) == [("Six soldiers", "part", None)]


def aside(text: str, *told: dict[str, Any], **totals: Bounds) -> list[str]:
    extraction = read(text, reply([told_event(totals=totals)], told))
    return [message for _, message in found(extraction, "set-aside")]


def test_the_freed_are_set_aside() -> None:
    text = "Six soldiers died in Tarn and four hostages were freed."
    told = told_figure(1, "Six soldiers", 6), told_figure(2, "four hostages", 4, "freed")
    assert aside(text, *told, killed=6) == ['"four hostages" is in no event: they were freed']


def test_background_is_set_aside() -> None:
    text = "Six soldiers died in Tarn. The war has killed 300 people since 2019."
    told = told_figure(1, "Six soldiers", 6), told_figure(2, "300 people", 300, events=[])
    assert aside(text, *told, killed=6) == ['"300 people" is in no event: it is told of earlier times']


def test_of_what_is_in_an_event_nothing_is_set_aside() -> None:
    assert aside("Six soldiers died in Tarn.", told_figure(1, "Six soldiers", 6), killed=6) == []


def test_what_is_set_aside_is_for_information() -> None:
    text = "Six soldiers died in Tarn. The war has killed 300 people since 2019."
    told = [told_figure(1, "Six soldiers", 6), told_figure(2, "300 people", 300, events=[])]
    extraction = read(text, reply([told_event(totals={"killed": 6})], told))
    severities = {each.severity for each in extraction.findings if each.code == "set-aside"}
    assert severities == {"info"}
