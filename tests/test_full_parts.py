"""Long texts in a full reading: parts that go on from each other, and figures linked across them."""

from __future__ import annotations

from typing import Any

from eventx.passages import split
from eventx.reading.full import PART_BYTES
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
from scripted import Scripted, incident, told, unusable

FILLER = "The road to the harbour stayed closed all day, and traders waited there. "


def long(first: str, second: str) -> str:
    """Return a text of two parts that begins with one sentence and ends with the other."""
    text = "\n\n".join([f"{first} {FILLER}", *[FILLER * 5] * 50, f"{FILLER}{second}"])
    assert len(split(text, PART_BYTES)) == 2
    return text


LONG = long("Rebels killed six soldiers in Tarn.", "Four rebels were wounded in Osk.")
SIX = told_figure(1, "six soldiers", 6)
FIRST = reply([told_event(totals={"killed": 6})], [SIX])


def wounded(n: int, event: int) -> dict[str, Any]:
    return told_figure(n, "Four rebels", 4, "wounded", events=[event])


def test_a_text_of_up_to_a_part_is_read_at_once() -> None:
    text = f"Rebels killed six soldiers in Tarn. {FILLER * 200}"[:PART_BYTES]
    model = Scripted(FIRST)
    read_by(model, text)
    assert len(model.asked) == 1


def test_a_long_text_is_read_in_parts_each_told_what_was_coded_before() -> None:
    model = Scripted(FIRST, reply([told_event(2, totals={"wounded": 4})], [wounded(2, 2)]))
    extraction = read_by(model, LONG)
    one, other = (each.messages[-1]["content"] for each in model.asked)
    assert ("part 1 of 2" in one, "part 2 of 2" in other) == (True, True)
    assert ('"six soldiers"' in one, '"six soldiers"' in other) == (False, True)
    assert [roles(each) for each in extraction.events] == [
        [("six soldiers", "part", None)],
        [("Four rebels", "part", None)],
    ]


def test_numbers_that_start_anew_are_of_new_events_and_figures() -> None:
    extraction = read(LONG, FIRST, reply([told_event(1, totals={"wounded": 4})], [wounded(1, 1)]))
    assert [(numbers(each.killed), numbers(each.wounded)) for each in extraction.events] == [
        ((6, 6, 6), None),
        (None, (4, 4, 4)),
    ]


def test_a_figure_of_a_later_part_is_of_an_event_of_an_earlier_one() -> None:
    first = reply([told_event(totals={"killed": 6, "wounded": 4})], [SIX])
    event = only(read(LONG, first, reply([], [wounded(2, 1)])))
    assert (numbers(event.killed), numbers(event.wounded)) == ((6, 6, 6), (4, 4, 4))


def test_a_link_to_a_figure_of_an_earlier_part_holds() -> None:
    text = long("Rebels killed six soldiers in Tarn.", "Four of the soldiers were officers.")
    later = reply([], [told_figure(2, "Four of the soldiers", 4)], ("part_of", [2], 1))
    event = only(read(text, FIRST, later))
    assert roles(event) == [("six soldiers", "part", None), ("Four of the soldiers", "subset", 0)]


def test_a_link_within_a_part_whose_numbers_start_anew_holds() -> None:
    text = long("Rebels killed six soldiers in Tarn.", "Nine rebels died in Osk, four of them officers.")
    figures = [
        told_figure(1, "Nine rebels", 9),
        told_figure(2, "four of them officers", 4),
    ]
    later = reply([told_event(1, totals={"killed": 9})], figures, ("part_of", [2], 1))
    extraction = read(text, FIRST, later)
    assert roles(extraction.events[1]) == [
        ("Nine rebels", "part", None),
        ("four of them officers", "subset", 0),
    ]


def test_passing_events_of_a_part_whose_numbers_start_anew_are_its_own() -> None:
    later = reply([told_event(1, totals={"wounded": 4})], [wounded(1, 1)], passing=[1])
    assert [each.passing for each in read(LONG, FIRST, later).events] == [False, True]


def test_words_are_looked_for_in_the_part_they_were_told_of() -> None:
    text = long("Rebels killed six soldiers in Tarn.", "Rebels killed six soldiers in Osk.")
    later = reply([told_event(1, totals={"killed": 6})], [SIX])
    first, second = read(text, FIRST, later).events
    assert [each.casualties[0].evidence[0].start for each in (first, second)] == [
        text.index("six soldiers"),
        text.rindex("six soldiers"),
    ]


def test_a_dispute_goes_back_to_the_part_it_is_about() -> None:
    first = reply([told_event(totals={"killed": 6, "wounded": 4})], [SIX])
    later = reply([], [told_figure(2, "Four rebels", 4)])
    mended = settlement("mended", figures=[wounded(2, 1)])
    sums = settlement("stands", "stands")
    model = Scripted(first, later, mended, sums)
    extraction = read_by(model, LONG)
    told_of = [each.messages[:2] for each in model.asked]
    assert told_of[2:] == [told_of[1], told_of[0]]  # the figure to its own part, the event's sums to theirs
    assert codes(extraction, "figure-disputed", "sum-disputed") == []


def test_a_part_without_a_usable_reply_is_an_error_and_the_others_are_read() -> None:
    extraction = read(LONG, FIRST, unusable(), max_repairs=0)
    own = split(LONG, PART_BYTES)[1].own
    assert [path for path, _ in found(extraction, "passage-unread")] == [f"article.text[{own}:{len(LONG)}]"]
    assert [each.severity for each in extraction.findings if each.code == "passage-unread"] == ["error"]
    assert numbers(only(extraction).killed) == (6, 6, 6)
    assert codes(extraction, "count-left-out") == ["count-left-out"]  # the rules read that part


def test_where_every_part_is_told_none_is_unread() -> None:
    extraction = read(LONG, FIRST, reply([told_event(2, totals={"wounded": 4})], [wounded(2, 2)]))
    assert codes(extraction, "passage-unread") == []


def test_where_no_part_has_a_usable_reply_the_text_is_read_lean() -> None:
    one = told(incident(town="Tarn", side_a="rebels", side_b="soldiers"))
    lean = [one] + [{"news": "", "new_violence": "no", "incidents": 0, "events": []}] * 9
    extraction = read(LONG, unusable(), unusable(), *lean, max_repairs=0)
    assert extraction.provenance.reading == "lean"
