"""What kind of event it was: the model's plain word, corrected by the article's."""

from __future__ import annotations

from typing import get_args

import pytest

from eventx.reply import Kind
from eventx.resolve.kinds import sub_event_type, weapons
from eventx.schema import EVENT_TYPE_OF, Actor, SubEventType

ARMY = (Actor(name="Norland army", kind="State forces", evidence=()),)
RED_DAWN = (Actor(name="Red Dawn", kind=None, evidence=()),)
CIVILIANS = (Actor(name="civilians", kind="Civilians", evidence=()),)
JETS = (Actor(name="Estavia", role="supporter", evidence=()),)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_a_model_may_say_is_a_sub_event_type(kind: Kind) -> None:
    assert sub_event_type(kind, [], ARMY, RED_DAWN) in EVENT_TYPE_OF


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        pytest.param("battle", "They fought.", "Armed clash", id="battle"),
        pytest.param("battle", "They shelled the town.", "Armed clash", id="shelling-in-a-battle"),
        pytest.param("battle", "Jets made air strikes.", "Armed clash", id="strikes-in-a-battle"),
        pytest.param("battle", "A suicide bomber died.", "Armed clash", id="suicide-bomber-in-a-battle"),
        pytest.param("killing", "A roadside bomb hit them.", "Remote explosive/landmine/IED", id="bomb"),
        pytest.param("killing", "A drone strike hit them.", "Air/drone strike", id="drone"),
        pytest.param("air strike", "It rained.", "Air/drone strike", id="nothing-said-otherwise"),
        pytest.param("other", "They were shelled.", "Shelling/artillery/missile attack", id="shelling"),
        pytest.param("bomb", "He blew himself up.", "Suicide bomb", id="suicide-bomb"),
        pytest.param("bomb", "A suicide attack, a car bomb.", "Suicide bomb", id="suicide-car-bomb"),
        pytest.param("killing", "They abducted him.", "Abduction/forced disappearance", id="abducted"),
        pytest.param("arrests", "They were kidnapped before.", "Arrests", id="arrests-stay"),
        pytest.param("protest", "A bomb exploded far off.", "Peaceful protest", id="a-protest-stays"),
        pytest.param("riot", "They threw stones.", "Violent demonstration", id="riot"),
        pytest.param("agreement", "After air strikes they agreed.", "Agreement", id="agreement-stays"),
        pytest.param("looting", "They stole cattle.", "Looting/property destruction", id="looting"),
    ],
)
def test_the_articles_words_correct_the_models_kind(kind: Kind, told: str, expected: SubEventType) -> None:
    assert sub_event_type(kind, [told], ARMY, RED_DAWN) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("Red Dawn took control.", "Non-state actor overtakes territory", id="rebels-took"),
        pytest.param("Norland army took control.", "Government regains territory", id="army-took"),
        pytest.param("Red Dawn seized full control.", "Non-state actor overtakes territory", id="seized"),
        pytest.param(
            "Red Dawn fled and the Norland army took back control.", "Government regains territory", id="last"
        ),
        pytest.param("Red Dawn overran the post.", "Non-state actor overtakes territory", id="overran"),
        pytest.param("They took control.", "Armed clash", id="nobody-named"),
        pytest.param("Red Dawn attacked the post.", "Armed clash", id="nothing-taken"),
        pytest.param("Red Dawn took seven men.", "Armed clash", id="men-are-not-ground"),
        pytest.param(
            "Red Dawn fought. Estavia took control.", "Non-state actor overtakes territory", id="ally"
        ),
    ],
)
def test_territory_changes_hands_only_where_the_words_say_so(told: str, expected: SubEventType) -> None:
    assert sub_event_type("battle", [told], ARMY + JETS, RED_DAWN) == expected


@pytest.mark.parametrize("kind", ["battle", "killing", "raid"])
@pytest.mark.parametrize(
    "sides", [(RED_DAWN, CIVILIANS), (CIVILIANS, RED_DAWN)], ids=["civilians-b", "civilians-a"]
)
def test_violence_against_civilians_is_an_attack(kind: Kind, sides: tuple[tuple[Actor, ...], ...]) -> None:
    assert sub_event_type(kind, ["They took control of the village."], *sides) == "Attack"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("They were shelled.", "Shelling/artillery/missile attack"),
        ("A mine exploded.", "Remote explosive/landmine/IED"),
        ("Shots were fired.", "Armed clash"),
    ],
)
def test_a_battle_with_one_side_known_is_what_its_words_say(told: str, expected: SubEventType) -> None:
    assert sub_event_type("battle", [told], ARMY, ()) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(["Shells and artillery fire fell."], ("Shells", "artillery fire"), id="in-their-words"),
        pytest.param(["Mortars fired.", "The mortars stopped."], ("mortars",), id="each-once"),
        pytest.param(["They walked home."], (), id="none"),
        pytest.param(["The shellfish was bad; Minesweeper ran."], (), id="whole-words"),
    ],
)
def test_weapons_are_those_that_the_sentences_name(told: list[str], expected: tuple[str, ...]) -> None:
    assert weapons(told) == expected
