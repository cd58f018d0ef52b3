"""What the words for people say of whose they are."""

from __future__ import annotations

import pytest

from eventx.resolve import people
from eventx.schema import Actor, ActorKind


@pytest.mark.parametrize(
    ("words", "camp"),
    [
        ("Syrian soldiers", "state"),
        ("a policeman", "state"),
        ("Norland army", "state"),
        ("Syrian government forces", "state"),
        ("ARMY RECRUITS", "state"),
        ("insurgents", "rebel"),
        ("Taliban fighters", "rebel"),
        ("two gunmen", "rebel"),
        ("five children", "civilian"),
        ("a nurse", "civilian"),
        ("villagers", "civilian"),
        ("people", None),
        ("fighters", None),
        ("Red Dawn", None),
        ("soldiers and rebels", None),
        ("police and civilians", None),
        ("", None),
    ],
)
def test_words_put_people_in_one_camp_or_none(words: str, camp: people.Camp | None) -> None:
    assert people.camp(words) == camp


@pytest.mark.parametrize(
    ("words", "is_generic"),
    [
        (None, True),
        ("people", True),
        ("others", True),
        ("the victims", True),
        ("wounded people", True),
        ("men", True),
        ("soldiers", False),
        ("Syrian people", False),
        ("fighters", False),
        ("women", False),
    ],
)
def test_generic_words_say_no_more_than_that_they_are_people(words: str | None, is_generic: bool) -> None:
    assert people.is_generic(words) == is_generic


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param("Syrian soldiers", "Syrian government forces", True, id="the-same-adjective"),
        pytest.param("Syrians", "Syria", True, id="country-and-its-people"),
        pytest.param("Red Dawn fighters", "the Red Dawn group", True, id="the-same-name"),
        pytest.param("Ansar al-Tawhid", "ANSAR AL-TAWHID fighters", True, id="another-case"),
        pytest.param("Syrian soldiers", "Russian soldiers", False, id="another-adjective"),
        pytest.param("rebel fighters", "government fighters", False, id="fighters-are-everywhere"),
        pytest.param("armed group", "the armed forces", False, id="armed-forces-are-everywhere"),
        pytest.param("people", "people", False, id="generic"),
    ],
)
def test_distinctive_words_tell_one_sides_people_from_anothers(one: str, other: str, shared: bool) -> None:
    assert bool(people.distinctive(one) & people.distinctive(other)) == shared


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Norland army", "State forces"),
        ("Syrian government forces", "State forces"),
        ("police", "State forces"),
        ("rebels", "Rebel group"),
        ("Taliban", "Rebel group"),
        ("protesters", "Protesters"),
        ("an angry mob", "Rioters"),
        ("rioters", "Rioters"),
        ("villagers", "Civilians"),
        ("gunmen", None),
        ("Ansar al-Tawhid", None),
    ],
)
def test_a_name_states_its_kind_or_none(name: str, kind: ActorKind | None) -> None:
    assert people.kind(name) == kind


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("army outpost", "army"),
        ("police station", "police"),
        ("Norland army positions", "Norland army"),
        ("Norland army", "Norland army"),
        ("Outpost", "Outpost"),
        ("Base Brigade", "Base Brigade"),
    ],
)
def test_the_place_that_fighters_held_is_not_their_name(name: str, actor: str) -> None:
    assert people.without_site(name) == actor


CIVILIANS = Actor(name="civilians", kind="Civilians", evidence=())
ARMY = Actor(name="army", kind="State forces", evidence=())


@pytest.mark.parametrize(
    ("side", "is_civilian"),
    [
        pytest.param((), False, id="nobody"),
        pytest.param((CIVILIANS,), True, id="civilians"),
        pytest.param((CIVILIANS, ARMY), False, id="with-an-army"),
    ],
)
def test_a_civilian_side_is_nothing_but_civilians(side: tuple[Actor, ...], is_civilian: bool) -> None:
    assert people.is_civilian_side(side) == is_civilian
