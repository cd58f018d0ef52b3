"""Which words of a text may be a side or a place, and what is said of those that may not."""

from __future__ import annotations

import pytest

from eventx import extract
from eventx.quotes import locate
from eventx.resolve.naming import can_be_place, can_be_side
from reading_replies import codes, found, only, read, reply, told_event
from scripted import Scripted, incident, told

TEXT = (
    "Rebels attacked government troops near Tarn on Monday. At least 12 were killed by gunmen, said Reuters. "
    "Tribesmen of M23 and Boko Haram held the checkpoint in the village, and US aircraft struck them. "
    "Killed were soldiers of the March 23 Movement in northern Osk."
)
SPANISH = (
    "Hombres armados atacaron el lunes a los campesinos en Tarn. Murieron doce milicianos, dijo la policía."
)
FRENCH = "Lundi, des hommes armés ont attaqué Tarn. Douze soldats ont été tués par le groupe Aube rouge."


@pytest.mark.parametrize(
    "words",
    [
        "Rebels",
        "government troops",
        "gunmen",
        "Reuters",
        "Tribesmen",
        "M23",
        "Boko Haram",
        "US",
        "US aircraft",
        "soldiers",
        "March 23 Movement",
        "soldiers of the March 23 Movement",
        "Tribesmen of M23",
    ],
)
def test_a_name_and_people_may_be_a_side(words: str) -> None:
    assert can_be_side(TEXT, locate(TEXT, words), "en")


@pytest.mark.parametrize(
    "words",
    [
        "Monday",
        "on Monday",
        "were",
        "killed",
        "Killed",
        "12",
        "At least",
        "attacked",
        "said",
        "the",
        "near",
        "March",
        "were killed by gunmen",
        "At least 12",
        "village",
        "checkpoint",
        "struck",
    ],
)
def test_what_is_no_name_is_no_side(words: str) -> None:
    assert not can_be_side(TEXT, locate(TEXT, words), "en")


@pytest.mark.parametrize("words", ["Tarn", "near Tarn", "northern Osk", "Osk", "checkpoint", "the village"])
def test_a_name_and_a_kind_of_place_may_be_a_place(words: str) -> None:
    assert can_be_place(TEXT, locate(TEXT, words), "en")


@pytest.mark.parametrize(
    "words",
    [
        "Monday",
        "were",
        "killed",
        "Killed",
        "12",
        "gunmen",
        "Rebels",
        "government troops",
        "soldiers",
        "said",
        "of",
    ],
)
def test_what_is_no_place_is_none(words: str) -> None:
    assert not can_be_place(TEXT, locate(TEXT, words), "en")


@pytest.mark.parametrize(
    ("text", "language", "words", "expected"),
    [
        pytest.param(SPANISH, "es", "Hombres armados", True, id="Spanish people"),
        pytest.param(SPANISH, "es", "campesinos", True, id="Spanish farmers"),
        pytest.param(SPANISH, "es", "la policía", True, id="Spanish police"),
        pytest.param(SPANISH, "es", "lunes", False, id="a Spanish day"),
        pytest.param(SPANISH, "es", "Murieron", False, id="a Spanish verb"),
        pytest.param(SPANISH, "es", "doce", False, id="a Spanish number"),
        pytest.param(FRENCH, "fr", "hommes armés", True, id="no tables: people"),
        pytest.param(FRENCH, "fr", "Aube rouge", True, id="no tables: a name"),
        pytest.param(FRENCH, "fr", "tués", True, id="no tables: what cannot be known"),
        pytest.param(FRENCH, "fr", "Lundi", False, id="no tables but of dates: a day"),
        pytest.param("Am 12. Mai: 40 Tote", "de", "12. ", False, id="no tables: a number"),
        pytest.param(
            "rebels of red dawn killed 12 on monday", "en", "red dawn", True, id="no capitals: a name"
        ),
        pytest.param(
            "rebels of red dawn killed 12 on monday", "en", "monday", False, id="no capitals: a day"
        ),
        pytest.param("REBELS OF RED DAWN KILLED 12", "en", "RED DAWN", True, id="all capitals: a name"),
        pytest.param("REBELS OF RED DAWN KILLED 12", "en", "KILLED", False, id="all capitals: a verb"),
        pytest.param("Rebels Attack Tarn On Monday", "en", "Attack", False, id="a headline's verb"),
        pytest.param("Rebels Attack Tarn On Monday", "en", "Tarn", True, id="a headline's name"),
        pytest.param(
            "Explosion rocks Tarn. The explosion was loud.", "en", "Explosion", False, id="told small"
        ),
        pytest.param("叛军在塔恩杀害了十二名士兵", "zh", "叛军", True, id="no letters that have capitals"),
    ],
)
def test_a_side_in_other_languages_and_letters(text: str, language: str, words: str, expected: bool) -> None:
    assert expected == can_be_side(text, locate(text, words), language)


def test_the_full_reading_says_what_it_leaves_out() -> None:
    event = told_event(place="killed", province="Monday", side_a=["Rebels", "were"], side_b=["Monday"])
    made = read(TEXT, reply([event]), max_repairs=0)
    assert (None, ["Rebels"], []) == (
        only(made).where,
        [each.name for each in only(made).side_a],
        [each.name for each in only(made).side_b],
    )
    assert [
        ("events[0].side_a", '"were", as the model calls a side, can be none, and is left out'),
        ("events[0].side_b", '"Monday", as the model calls a side, can be none, and is left out'),
        ("events[0].where", '"killed", as the model calls a place, can be none, and is left out'),
        ("events[0].where", '"Monday", as the model calls a place, can be none, and is left out'),
    ] == found(made, "name-refused")


def test_the_lean_reading_says_what_it_leaves_out() -> None:
    spoken = told(incident(town="were", province="killed", side_a="Rebels", side_b="Monday"))
    made = extract(
        TEXT,
        model=Scripted(spoken, *[{"c1": {"harm": "killed", "whose": "b"}}] * 3),
        reading="lean",
        max_repairs=0,
    )
    assert [
        ("article.text[47:53]", '"Monday", as the model calls a side, can be none, and is left out'),
        ("article.text[67:71]", '"were", as the model calls a place, can be none, and is left out'),
        ("article.text[72:78]", '"killed", as the model calls a place, can be none, and is left out'),
    ] == found(made, "name-refused")
    assert ["Rebels"] == [each.name for each in only(made).side_a]


def test_a_name_that_stands_nowhere_is_told_apart_from_one_that_can_be_none() -> None:
    made = read(TEXT, reply([told_event(side_a=["Red Dawn"], side_b=["were"])]), max_repairs=0)
    assert ["name-not-found", "name-refused"] == codes(made, "name-not-found", "name-refused")
