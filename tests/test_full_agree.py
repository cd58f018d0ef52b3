"""The model's reading beside the rules': what is disputed, the one question about it, and what it settles."""

from __future__ import annotations

from typing import Any

import pytest

from eventx.numerals import leading
from eventx.schema import Extraction
from reading_replies import (
    Bounds,
    casualty,
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

SIX_AND_FOUR = "Six soldiers died in Tarn. Four rebels were wounded."
SIX = told_figure(1, "Six soldiers", 6)
FOUR = told_figure(2, "Four rebels", 4, "wounded")

DISPUTES = ("figure-disputed", "number-refused", "quote-not-found", "count-left-out", "sum-disputed")


def disputes(extraction: Extraction) -> list[str]:
    return codes(extraction, *DISPUTES)


def told(text_figures: list[dict[str, Any]], *links: Any, **totals: Bounds) -> dict[str, Any]:
    """Return the reply that tells of one event with these figures and totals."""
    return reply([told_event(totals=totals)], text_figures, *links)


def unasked(text: str, answer: dict[str, Any]) -> Extraction:
    """Return the reading of a text whose disputes are not put to the model."""
    return read(text, answer, max_repairs=0)


@pytest.mark.parametrize(
    ("text", "quote", "number", "fate", "expected"),
    [
        pytest.param("Six soldiers died in Tarn.", "Six soldiers", 6, "killed", [], id="same"),
        pytest.param(
            "Six soldiers died in Tarn.",
            "Six soldiers",
            16,
            "killed",
            ["number-refused"],
            id="another-number",
        ),
        pytest.param(
            "The raid wounded six soldiers.", "six soldiers", 6, "killed", ["figure-disputed"], id="fate"
        ),
        pytest.param(
            "At least 26 people died.", "26 people", 26, "killed", ["figure-disputed"], id="another-bound"
        ),
        pytest.param("At least 26 people died.", "26 people", (26, None), "killed", [], id="same-bound"),
        pytest.param("More than 26 people died.", "26 people", (27, None), "killed", [], id="more-than"),
        pytest.param("Dozens of people died.", "Dozens of people", None, "killed", [], id="vague"),
        pytest.param("Soldiers died in Tarn.", "Soldiers", 12, "killed", ["number-refused"], id="no-number"),
        pytest.param("Soldiers died in Tarn.", "Soldiers", None, "killed", [], id="no-number-told"),
        pytest.param("The mayor died in Tarn.", "The mayor", 1, "killed", [], id="one-person"),
        pytest.param(
            "The mayor died in Tarn.", "The mayor", 2, "killed", ["number-refused"], id="two-of-one"
        ),
        pytest.param("Six soldiers died.", "Six soldiers", 1, "killed", ["figure-disputed"], id="one-of-six"),
        pytest.param(
            "Six soldiers died.", "Six soldiers", None, "killed", ["figure-disputed"], id="number-not-told"
        ),
        pytest.param("Onze soldats ont été tués.", "Onze soldats", 11, "killed", [], id="french"),
        pytest.param(
            "Onze soldats ont été tués.", "Onze soldats", 1, "killed", ["figure-disputed"], id="french-one"
        ),
        pytest.param("12-річний хлопець загинув.", "12-річний хлопець", 1, "killed", [], id="age"),
        pytest.param("No soldier died in Tarn.", "No soldier", 0, "killed", [], id="nobody"),
    ],
)
def test_a_figure_is_disputed_where_its_words_do_not_bear_it_out(
    text: str, quote: str, number: Bounds, fate: str, expected: list[str]
) -> None:
    extraction = unasked(text, told([told_figure(1, quote, number, fate)], **{fate: number}))
    assert disputes(extraction) == expected


def test_a_fate_that_the_rules_leave_open_is_not_disputed() -> None:
    text = "Six soldiers were hit in Tarn."
    extraction = unasked(text, told([told_figure(1, "Six soldiers", 6, "wounded")], wounded=6))
    assert disputes(extraction) == []


def test_the_freed_are_not_disputed_where_the_rules_read_them_as_captured() -> None:
    text = "Six hostages seized in Tarn were freed."
    assert disputes(unasked(text, told([told_figure(1, "Six hostages", 6, "freed")]))) == []


@pytest.mark.parametrize(
    ("doubt", "events", "expected"),
    [
        pytest.param([], [1], ["figure-disputed"], id="told-as-news"),
        pytest.param([1], [1], [], id="doubted"),
        pytest.param([], [], [], id="background"),
    ],
)
def test_of_what_is_not_counted_the_fate_is_not_disputed(
    doubt: list[int], events: list[int], expected: list[str]
) -> None:
    figures = [told_figure(1, "six soldiers", 6, events=events)]
    answer = reply([told_event(totals={"killed": None})], figures, doubt=doubt)
    assert disputes(unasked("The raid wounded six soldiers.", answer)) == expected


def test_a_number_that_does_not_stand_in_its_words_is_left_out_and_its_words_stay() -> None:
    extraction = unasked("Soldiers died in Tarn.", told([told_figure(1, "Soldiers", 12)], killed=12))
    kept = casualty(extraction)
    assert (kept.evidence[0].quote, numbers(kept.count)) == ("Soldiers", (None, None, None))
    assert numbers(only(extraction).killed) == (None, None, None)
    assert [path for path, _ in found(extraction, "number-refused")] == ["events[0].casualties[0]"]


def test_a_total_with_a_refused_number_is_not_disputed_besides() -> None:
    extraction = unasked("Soldiers died in Tarn.", told([told_figure(1, "Soldiers", 12)], killed=12))
    assert disputes(extraction) == ["number-refused"]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param([("same_as", [2], 1)], [], id="linked"),
        pytest.param([], ["number-refused"], id="without-a-link"),
    ],
)
def test_words_that_point_back_need_a_link(links: list[Any], expected: list[str]) -> None:
    text = "Six soldiers were seized in Tarn. All of them were beaten."
    figures = [
        told_figure(1, "Six soldiers", 6, "captured"),
        told_figure(2, "All of them", 6, "captured"),
    ]
    assert disputes(unasked(text, told(figures, *links, captured=6))) == expected


def test_a_link_bears_out_no_number_other_than_that_of_the_words() -> None:
    text = "Six soldiers died in Tarn. Two of the soldiers were officers."
    figures = [SIX, told_figure(2, "Two of the soldiers", 4)]
    assert disputes(unasked(text, told(figures, ("part_of", [2], 1), killed=6))) == ["number-refused"]


@pytest.mark.parametrize(
    ("whole", "expected"),
    [pytest.param(5, [], id="sum"), pytest.param(6, ["number-refused"], id="no-sum")],
)
def test_a_number_may_be_the_sum_of_its_parts(whole: int, expected: list[str]) -> None:
    text = "A family died in Tarn: four boys and a girl."
    figures = [told_figure(1, "A family", whole), told_figure(2, "four boys", 4), told_figure(3, "a girl", 1)]
    assert disputes(unasked(text, told(figures, ("part_of", [2, 3], 1), killed=whole))) == expected


def test_a_harmed_count_that_the_model_leaves_out_is_disputed() -> None:
    extraction = unasked(SIX_AND_FOUR, told([SIX], killed=6))
    at = SIX_AND_FOUR.index("Four rebels")
    assert [path for path, _ in found(extraction, "count-left-out")] == [
        f"article.text[{at}:{at + len('Four rebels')}]"
    ]
    assert disputes(unasked(SIX_AND_FOUR, told([SIX, FOUR], killed=6, wounded=4))) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Six soldiers died in Tarn. Four rebels fled.", id="not-harmed"),
        pytest.param("Six soldiers died in Tarn. In 2019, 300 people died there.", id="background"),
        pytest.param("Six soldiers died in Tarn. No civilians were wounded.", id="nobody"),
        pytest.param("Six soldiers died in Tarn. The army denied that four rebels died.", id="denied"),
    ],
)
def test_what_the_rules_do_not_read_as_harmed_now_may_be_left_out(text: str) -> None:
    assert disputes(unasked(text, told([SIX], killed=6))) == []


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        pytest.param({"killed": 6, "wounded": 4}, [], id="the-sums"),
        pytest.param({"killed": 7, "wounded": 4}, ["events[0].killed"], id="another-number"),
        pytest.param({"killed": 6}, ["events[0].wounded"], id="no-total"),
        pytest.param(
            {"killed": 6, "wounded": 4, "captured": 2}, ["events[0].captured"], id="a-total-of-no-figure"
        ),
        pytest.param({"killed": 6, "wounded": 4, "captured": 0}, [], id="a-total-of-nobody"),
        pytest.param({"killed": (6, None), "wounded": 4}, [], id="open-end"),
        pytest.param({"killed": (5, None), "wounded": 4}, ["events[0].killed"], id="another-least"),
        pytest.param({"killed": None, "wounded": 4}, [], id="no-number"),
    ],
)
def test_a_sum_is_disputed_where_the_total_is_another(totals: dict[str, Bounds], expected: list[str]) -> None:
    extraction = unasked(SIX_AND_FOUR, told([SIX, FOUR], **totals))
    assert [path for path, _ in found(extraction, "sum-disputed")] == expected


def test_of_an_event_that_shares_a_toll_no_sum_is_disputed() -> None:
    text = "Raids on Tarn and Osk killed 12 people."
    events = [told_event(1, totals={"killed": 7}), told_event(2, totals={"killed": 5})]
    extraction = unasked(text, reply(events, [told_figure(1, "12 people", 12, events=[1, 2])]))
    assert disputes(extraction) == []


def test_where_nothing_is_disputed_nothing_is_asked() -> None:
    model = Scripted(told([SIX, FOUR], killed=6, wounded=4))
    read_by(model, SIX_AND_FOUR)
    assert len(model.asked) == 1


def test_all_that_is_disputed_is_one_question() -> None:
    figures = [told_figure(1, "Six soldiers", 6, "wounded"), told_figure(2, "nine rebels", 9)]
    model = Scripted(told(figures, killed=9), settlement())
    extraction = read_by(model, SIX_AND_FOUR)
    assert len(model.asked) == 2
    last = model.asked[1].messages[-1]["content"]
    assert [f"{number}. " in last for number in (1, 2, 3, 4, 5, 6)] == [True] * 5 + [False]
    assert len(disputes(extraction)) == 5


def test_the_question_goes_on_from_the_reply() -> None:
    model = Scripted(told([SIX], killed=6), settlement("stands"))
    read_by(model, SIX_AND_FOUR)
    first, second = model.asked
    assert second.messages[: len(first.messages)] == first.messages
    assert second.messages[-2]["role"] == "assistant"
    assert '"Four rebels"' in second.messages[-1]["content"]


def test_without_a_repair_nothing_is_asked_and_it_is_said() -> None:
    model = Scripted(told([SIX], killed=6))
    extraction = read_by(model, SIX_AND_FOUR, max_repairs=0)
    assert len(model.asked) == 1
    assert disputes(extraction) == ["count-left-out"]


def test_one_answer_is_enough_however_many_repairs_are_left() -> None:
    model = Scripted(told([SIX], killed=6), settlement("stands"))
    read_by(model, SIX_AND_FOUR, max_repairs=5)
    assert len(model.asked) == 2


def test_an_unusable_answer_leaves_what_is_disputed_on_the_record() -> None:
    extraction = read(SIX_AND_FOUR, told([SIX], killed=6), unusable(), max_repairs=1)
    assert disputes(extraction) == ["count-left-out"]
    assert roles(only(extraction)) == [("Six soldiers", "part", None)]


def test_an_answer_to_a_dispute_that_there_is_not_changes_nothing() -> None:
    extraction = read(SIX_AND_FOUR, told([SIX], killed=6), settlement("stands", "not_counted", "said_again"))
    assert disputes(extraction) == ["count-left-out"]


WOUNDED = "The raid wounded six soldiers in Tarn."
AS_KILLED = told([told_figure(1, "six soldiers", 6)], killed=6)


def test_what_stands_stays_a_warning() -> None:
    extraction = read(WOUNDED, AS_KILLED, settlement("stands"))
    assert disputes(extraction) == ["figure-disputed"]
    assert (casualty(extraction).outcome, numbers(only(extraction).killed)) == ("killed", (6, 6, 6))


def test_what_is_mended_is_changed_and_no_warning() -> None:
    mended = settlement(
        "mended", figures=[told_figure(1, "six soldiers", 6, "wounded")], totals={1: {"wounded": 6}}
    )
    extraction = read(WOUNDED, AS_KILLED, mended)
    assert disputes(extraction) == []
    assert numbers(only(extraction).wounded) == (6, 6, 6)
    assert only(extraction).killed is None


def test_what_is_said_to_be_mended_and_is_not_stays_a_warning() -> None:
    assert disputes(read(WOUNDED, AS_KILLED, settlement("mended"))) == ["figure-disputed"]


def test_a_figure_that_was_left_out_is_added() -> None:
    mended = settlement("mended", figures=[FOUR], totals={1: {"killed": 6, "wounded": 4}})
    extraction = read(SIX_AND_FOUR, told([SIX], killed=6), mended)
    assert roles(only(extraction)) == [("Six soldiers", "part", None), ("Four rebels", "part", None)]
    assert disputes(extraction) == []


def test_a_figure_that_no_dispute_is_about_stays_as_it_was() -> None:
    other = told_figure(1, "Four rebels", 4, "wounded")  # under the number of another figure
    mended = settlement("mended", figures=[other], totals={1: {"killed": 6, "wounded": 4}})
    extraction = read(SIX_AND_FOUR, told([SIX], killed=6), mended)
    assert roles(only(extraction)) == [("Six soldiers", "part", None), ("Four rebels", "part", None)]


def test_a_disputed_total_is_mended() -> None:
    mended = settlement("mended", totals={1: {"killed": 6, "wounded": 4}})
    extraction = read(SIX_AND_FOUR, told([SIX, FOUR], killed=10, wounded=4), mended)
    assert disputes(extraction) == []


def test_a_quote_is_mended() -> None:
    wrong = told([told_figure(1, "Six of the soldiers", 6)], killed=6)
    text = "Six soldiers died in Tarn."
    extraction = read(text, wrong, settlement("mended", "mended", "stands", figures=[SIX]))
    assert (roles(only(extraction)), disputes(extraction)) == ([("Six soldiers", "part", None)], [])


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param("not_counted", "the model says that nobody of these was harmed", id="not-counted"),
        pytest.param("said_again", "the model says that it tells again of people counted", id="said-again"),
    ],
)
def test_a_figure_taken_back_is_set_aside_with_its_reason(answer: str, reason: str) -> None:
    extraction = read(WOUNDED, AS_KILLED, settlement(answer, totals={1: {}}))
    assert (disputes(extraction), only(extraction).casualties) == ([], ())
    ((path, message),) = found(extraction, "set-aside")
    assert path == f"article.text[{WOUNDED.index('six')}:{WOUNDED.index(' in Tarn')}]"
    assert reason in message


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param("not_counted", "the model says that nobody of these was harmed", id="not-counted"),
        pytest.param("said_again", "the model says that it tells again of people counted", id="said-again"),
    ],
)
def test_a_count_left_out_on_purpose_is_set_aside_with_its_reason(answer: str, reason: str) -> None:
    extraction = read(SIX_AND_FOUR, told([SIX], killed=6), settlement(answer))
    ((_, message),) = found(extraction, "set-aside")
    assert message.startswith('"Four rebels"')
    assert reason in message
    assert disputes(extraction) == []


@pytest.mark.parametrize(
    ("text", "quote", "number", "fate", "expected"),
    [
        pytest.param(
            "Six soldiers died.", "Six soldiers", 6, "killed", ("model", "rules"), id="number-and-fate"
        ),
        pytest.param("Six men were hit.", "Six men", 6, "wounded", ("model", "rules"), id="fate-left-open"),
        pytest.param("The raid wounded six men.", "six men", 6, "killed", ("model",), id="another-fate"),
        pytest.param("At least 26 men died.", "26 men", 26, "killed", ("model",), id="another-bound"),
        pytest.param("Soldiers died.", "Soldiers", 12, "killed", ("model",), id="refused"),
    ],
)
def test_a_figure_says_who_vouches_for_it(
    text: str, quote: str, number: Bounds, fate: str, expected: tuple[str, ...]
) -> None:
    extraction = unasked(text, told([told_figure(1, quote, number, fate)], **{fate: number}))
    assert casualty(extraction).vouched_by == expected


def test_without_rules_the_model_vouches_alone() -> None:
    text = "Sechs Soldaten starben am Montag bei einem Angriff der Rebellen auf die Stadt Tarn."
    extraction = read(text, told([told_figure(1, "Sechs Soldaten", 6)], killed=6))
    assert casualty(extraction).vouched_by == ("model",)


@pytest.mark.parametrize(
    ("quote", "language", "expected"),
    [
        ("eleven soldiers", "en", 11),
        ("onze soldats", "fr", 11),
        ("2 000 morts", "fr", 2000),
        ("١١ جنديا", "ar", 11),
        ("one of the 11", "en", 1),
        ("a soldier of the 11th", "en", None),
        ("12-year-old boy", "en", None),
        ("26e bataillon", "fr", None),
        ("11-й боец", "ru", None),
        ("dozens", "en", None),
        ("", "en", None),
    ],
)
def test_the_number_that_words_begin_with(quote: str, language: str, expected: int | None) -> None:
    assert leading(quote, language) == expected
