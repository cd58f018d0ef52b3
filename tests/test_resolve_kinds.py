"""What type of event it was: the model's plain word, corrected by the article's, and the reason."""

from __future__ import annotations

import pytest

from eventx import Article, codebook
from eventx.reply import Report
from eventx.resolve import frames
from eventx.resolve.kinds import typed, weapons
from eventx.schema import Actor
from scripted import incident, told

ACLED = codebook.builtin()
ARMY = (Actor(name="Norland army", kind="State forces", aliases=("the soldiers",), evidence=()),)
RED_DAWN = (Actor(name="Red Dawn", kind=None, evidence=()),)
REBELS = (Actor(name="Grey Column rebels", kind="Rebel group", evidence=()),)
CIVILIANS = (Actor(name="civilians", kind="Civilians", evidence=()),)
MARCHERS = (Actor(name="students", kind="Protesters", evidence=()),)
JETS = (Actor(name="Estavia", role="supporter", evidence=()),)

SAYS = "the article says “{}”"
TOOK = "“{}” says that {} took ground"
CALLS = "the model calls it “{}”"
FOUGHT = "the model calls it “{}”, between two armed sides"
WITHIN = "“{}” within a battle is part of the battle (ACLED)"

CLASH = "Armed clash"
SHELLING = "Shelling/artillery/missile attack"
BOMB = "Remote explosive/landmine/IED"
AIR = "Air/drone strike"
ABDUCTED = "Abduction/forced disappearance"
REGAINS = "Government regains territory"
OVERTAKES = "Non-state actor overtakes territory"

Case = tuple[str, str, str, str]
"""The model's word, what the article says, the sub-event type and the reason."""


def made(kind: str, text: str, *sides: tuple[Actor, ...], harmless: bool = False) -> tuple[str, str]:
    side_a, side_b = sides or (ARMY, RED_DAWN)
    found, reason = typed(ACLED, kind, [text], side_a, side_b, harmless=harmless)
    return found.sub_event_type, reason


@pytest.mark.parametrize("word", ACLED.answers)
def test_a_word_of_the_model_alone_is_the_type_that_it_stands_for(word: str) -> None:
    name, reason = made(word, "", ARMY, ())
    assert (name, reason) == (ACLED.answers[word], CALLS.format(word))


BETWEEN_ARMED_SIDES: dict[str, Case] = {
    "a battle": ("battle", "They fought.", CLASH, FOUGHT.format("battle")),
    "shelling in a battle": ("battle", "They shelled the town.", CLASH, WITHIN.format("shelled")),
    "strikes in a battle": ("battle", "Jets made air strikes.", CLASH, WITHIN.format("air strikes")),
    "a suicide bomber": ("battle", "A suicide bomber died.", CLASH, WITHIN.format("suicide bomber")),
    "a grenade": ("battle", "One threw a grenade.", CLASH, WITHIN.format("threw a grenade")),
    "over a line's end": ("other", "They\nlooted\n  it, a car\nbomb.", BOMB, SAYS.format("car bomb")),
    "kidnappers": ("raid", "They killed two kidnappers.", CLASH, FOUGHT.format("raid")),
    "an abduction": ("battle", "They abducted two.", CLASH, FOUGHT.format("battle")),
    "killed by a bomb": ("killing", "A roadside bomb hit them.", BOMB, SAYS.format("roadside bomb")),
    "killed by a drone": ("killing", "A drone strike hit them.", AIR, SAYS.format("drone strike")),
    "a mine": ("raid", "A land mine went off.", BOMB, SAYS.format("land mine")),
    "no bomb after all": ("killing", "They foiled a car bomb plot.", CLASH, FOUGHT.format("killing")),
    "nothing said otherwise": ("air strike", "It rained.", AIR, CALLS.format("air strike")),
    "shelling": ("other", "They were shelled.", SHELLING, SAYS.format("shelled")),
    "with mortars": ("other", "Mortar rounds fell.", SHELLING, SAYS.format("Mortar rounds")),
    "a suicide bomb": ("bomb", "He blew himself up.", "Suicide bomb", SAYS.format("blew himself up")),
    "a suicide car bomb": (
        "bomb",
        "A suicide attack, a car bomb.",
        "Suicide bomb",
        SAYS.format("suicide attack"),
    ),
    "abducted and killed": ("killing", "They abducted him.", CLASH, FOUGHT.format("killing")),
    "arrests stay": ("arrests", "They were kidnapped before.", "Arrests", CALLS.format("arrests")),
    "a protest stays": ("protest", "A bomb exploded far off.", "Peaceful protest", CALLS.format("protest")),
    "a riot": ("riot", "They threw stones.", "Violent demonstration", CALLS.format("riot")),
    "an agreement stays": (
        "agreement",
        "After air strikes they met.",
        "Agreement",
        CALLS.format("agreement"),
    ),
    "looting": ("other", "They looted the shops.", "Looting/property destruction", SAYS.format("looted")),
    "a burnt village": (
        "other",
        "They set fire to 30 houses.",
        "Looting/property destruction",
        SAYS.format("set fire to 30 houses"),
    ),
    "a chemical attack": ("shelling", "Shells of sarin fell.", "Chemical weapon", SAYS.format("sarin")),
    "chlorine": ("air strike", "A chlorine bomb fell.", "Chemical weapon", SAYS.format("chlorine bomb")),
    "inspectors": ("shelling", "Inspectors of chemical weapons came.", SHELLING, CALLS.format("shelling")),
    "a thrown grenade": (
        "killing",
        "A man hurled two grenades.",
        "Grenade",
        SAYS.format("hurled two grenades"),
    ),
    "a grenade attack": ("bomb", "It was a grenade attack.", "Grenade", SAYS.format("grenade attack")),
    "a rocket-propelled one": (
        "shelling",
        "A rocket-propelled grenade hit it.",
        SHELLING,
        CALLS.format("shelling"),
    ),
    "allegiance": (
        "agreement",
        "The group pledged allegiance to Red Dawn.",
        "Change to group/activity",
        SAYS.format("pledged allegiance"),
    ),
    "a split": (
        "other",
        "They broke away from it.",
        "Change to group/activity",
        SAYS.format("broke away from"),
    ),
    "a withdrawal": (
        "other",
        "Their troops withdrew from Tarn.",
        "Change to group/activity",
        SAYS.format("troops withdrew from"),
    ),
    "a truce": ("other", "Both signed a truce.", "Agreement", SAYS.format("signed a truce")),
    "a ceasefire": (
        "other",
        "A ceasefire came into force.",
        "Agreement",
        SAYS.format("ceasefire came into force"),
    ),
    "no truce": ("other", "Nobody signed a truce.", "Other", CALLS.format("other")),
    "a truce to come": ("other", "Both could have signed a truce.", "Other", CALLS.format("other")),
}


@pytest.mark.parametrize("case", BETWEEN_ARMED_SIDES.values(), ids=BETWEEN_ARMED_SIDES)
def test_the_articles_words_correct_the_models_word(case: Case) -> None:
    kind, text, name, reason = case
    assert (name, reason) == made(kind, text)


TERRITORY: dict[str, tuple[str, str, str]] = {
    "rebels took it": ("Red Dawn took control.", OVERTAKES, TOOK.format("took control", "Red Dawn")),
    "the army took it": ("Norland army took control.", REGAINS, TOOK.format("took control", "Norland army")),
    "by another name": ("The soldiers retook Tarn.", REGAINS, TOOK.format("retook", "Norland army")),
    "in full": ("Red Dawn seized full control.", OVERTAKES, TOOK.format("seized full control", "Red Dawn")),
    "the side named last": (
        "Red Dawn fled and the Norland army took back control.",
        REGAINS,
        TOOK.format("took back control", "Norland army"),
    ),
    "overran": ("Red Dawn overran the post.", OVERTAKES, TOOK.format("overran", "Red Dawn")),
    "captured a town": (
        "Red Dawn captured the town.",
        OVERTAKES,
        TOOK.format("captured the town", "Red Dawn"),
    ),
    "captured by": (
        "The Norland army said the town of Tarn was captured by Red Dawn.",
        OVERTAKES,
        TOOK.format("town of Tarn was captured by", "Red Dawn"),
    ),
    "fell to": (
        "The town of Tarn fell to the Norland army.",
        REGAINS,
        TOOK.format("town of Tarn fell to", "Norland army"),
    ),
    "it let them": (
        "The raid allowed Red Dawn to take control of three posts.",
        OVERTAKES,
        TOOK.format("allowed Red Dawn to take control", "Red Dawn"),
    ),
    "managed to": (
        "The Norland army managed to regain control.",
        REGAINS,
        TOOK.format("managed to regain control", "Norland army"),
    ),
    "an ally": ("Red Dawn fought. Estavia took control.", OVERTAKES, TOOK.format("took control", "Red Dawn")),
    "failed to take": ("Red Dawn failed to take control.", CLASH, FOUGHT.format("battle")),
    "attempts to regain": (
        "The Norland army made attempts to regain control.",
        CLASH,
        FOUGHT.format("battle"),
    ),
    "to take it": ("Red Dawn attacked to take control of Tarn.", CLASH, FOUGHT.format("battle")),
    "denied": ("The Norland army denied Red Dawn had taken control.", CLASH, FOUGHT.format("battle")),
    "not": ("Red Dawn has not taken control.", CLASH, FOUGHT.format("battle")),
    "nobody named": ("They took control.", CLASH, FOUGHT.format("battle")),
    "nothing taken": ("Red Dawn attacked the post.", CLASH, FOUGHT.format("battle")),
    "men are no ground": ("Red Dawn took seven men.", CLASH, FOUGHT.format("battle")),
    "men captured": ("Two soldiers were captured by Red Dawn.", CLASH, FOUGHT.format("battle")),
    "men who fell": ("Two soldiers fell to Red Dawn.", CLASH, FOUGHT.format("battle")),
    "retaken by": (
        "Red Dawn left Tarn, retaken by the Norland army.",
        REGAINS,
        TOOK.format("retaken by", "Norland army"),
    ),
    "a captured leader": ("Red Dawn captured the leader.", CLASH, FOUGHT.format("battle")),
    "without a fight": (
        "Red Dawn took control without a fight.",
        OVERTAKES,
        TOOK.format("took control", "Red Dawn"),
    ),
}


@pytest.mark.parametrize(("text", "name", "reason"), TERRITORY.values(), ids=TERRITORY)
def test_territory_changes_hands_only_where_the_words_say_who_took_it(
    text: str, name: str, reason: str
) -> None:
    assert (name, reason) == made("battle", text, ARMY + JETS, RED_DAWN)


HARMLESS: dict[str, Case] = {
    "without a fight": (
        "battle",
        "Red Dawn took control of Tarn without a fight.",
        "Non-violent transfer of territory",
        SAYS.format("took control of Tarn without a fight"),
    ),
    "unopposed": (
        "raid",
        "Red Dawn entered the town without resistance.",
        "Non-violent transfer of territory",
        SAYS.format("entered the town without resistance"),
    ),
    "handed over": (
        "agreement",
        "The army handed over control of Tarn.",
        "Non-violent transfer of territory",
        SAYS.format("handed over control"),
    ),
    "with a fight": (
        "battle",
        "Red Dawn took control of Tarn.",
        OVERTAKES,
        TOOK.format("took control", "Red Dawn"),
    ),
    "abducted": ("killing", "They abducted him.", ABDUCTED, SAYS.format("abducted")),
    "taken hostage": ("raid", "They took nine men hostage.", ABDUCTED, SAYS.format("took nine men hostage")),
    "defused": ("bomb", "Police defused a car bomb.", "Disrupted weapons use", SAYS.format("defused")),
    "intercepted": (
        "air strike",
        "Norland intercepted two drones.",
        "Disrupted weapons use",
        SAYS.format("intercepted two drones"),
    ),
    "a cache": (
        "raid",
        "The army uncovered a large weapons cache.",
        "Disrupted weapons use",
        SAYS.format("uncovered a large weapons cache"),
    ),
    "a base": (
        "other",
        "Red Dawn set up a base in Tarn.",
        "Headquarters or base established",
        SAYS.format("set up a base"),
    ),
    "an outpost": (
        "other",
        "The army opened a new outpost.",
        "Headquarters or base established",
        SAYS.format("opened a new outpost"),
    ),
}


@pytest.mark.parametrize("case", HARMLESS.values(), ids=HARMLESS)
def test_what_harmed_nobody_is_told_by_its_words(case: Case) -> None:
    kind, text, name, reason = case
    assert (name, reason) == made(kind, text, harmless=True)


def test_where_people_were_killed_no_bomb_was_disrupted() -> None:
    assert made("bomb", "One bomb was defused, another killed four.") == (BOMB, CALLS.format("bomb"))


CROWDS: dict[str, Case] = {
    "tear gas": ("protest", "Police fired tear gas.", "Protest with intervention", SAYS.format("tear gas")),
    "arrests": (
        "protest",
        "Police arrested 23 people.",
        "Protest with intervention",
        SAYS.format("Police arrested"),
    ),
    "dispersed": (
        "protest",
        "Officers dispersed the crowd.",
        "Protest with intervention",
        SAYS.format("dispersed the crowd"),
    ),
    "not dispersed": (
        "protest",
        "Officers did not disperse it and planned no arrests.",
        "Peaceful protest",
        CALLS.format("protest"),
    ),
    "live rounds": (
        "protest",
        "Soldiers fired live rounds at them.",
        "Excessive force against protesters",
        SAYS.format("fired live rounds at"),
    ),
    "opened fire": (
        "killing",
        "Police opened fire on unarmed protesters.",
        "Excessive force against protesters",
        SAYS.format("opened fire on unarmed protesters"),
    ),
    "shot": (
        "attack on civilians",
        "Gendarmes shot three demonstrators.",
        "Excessive force against protesters",
        SAYS.format("shot three demonstrators"),
    ),
    "filmed": ("protest", "He shot footage of the protesters.", "Peaceful protest", CALLS.format("protest")),
    "a lynching": ("killing", "Two men were lynched.", "Mob violence", SAYS.format("lynched")),
    "a mob": ("riot", "A mob burned two shops.", "Mob violence", SAYS.format("mob burned")),
    "by a mob": (
        "attack on civilians",
        "He was beaten to death by an angry crowd.",
        "Mob violence",
        SAYS.format("beaten to death by an angry crowd"),
    ),
}


@pytest.mark.parametrize("case", CROWDS.values(), ids=CROWDS)
def test_a_crowd_is_what_the_words_make_of_it(case: Case) -> None:
    kind, text, name, reason = case
    assert (name, reason) == made(kind, text, MARCHERS, ())


NO_FIGHT = "civilians are one of the sides, and no fight is against civilians (ACLED)"
CIVILIAN_TARGETS: dict[str, Case] = {
    "battle": ("battle", "They took control of the village.", "Attack", NO_FIGHT),
    "killing": ("killing", "Red Dawn took control of the village.", "Attack", NO_FIGHT),
    "raid": ("raid", "They came by night.", "Attack", NO_FIGHT),
    "attack": ("attack on civilians", "They shot.", "Attack", CALLS.format("attack on civilians")),
    "shelling": ("battle", "They were shelled.", SHELLING, SAYS.format("shelled")),
    "rape": ("raid", "They raped five women.", "Sexual violence", SAYS.format("raped")),
    "assault": (
        "kidnapping",
        "The women were sexually assaulted.",
        "Sexual violence",
        SAYS.format("sexually assaulted"),
    ),
    "an accusation": (
        "attack on civilians",
        "Red Dawn, accused of raping women, shot five.",
        "Attack",
        CALLS.format("attack on civilians"),
    ),
}


@pytest.mark.parametrize("sides", [(RED_DAWN, CIVILIANS), (CIVILIANS, RED_DAWN)], ids=["on-b", "on-a"])
@pytest.mark.parametrize("case", CIVILIAN_TARGETS.values(), ids=CIVILIAN_TARGETS)
def test_what_befalls_civilians_is_no_battle(case: Case, sides: tuple[tuple[Actor, ...], ...]) -> None:
    kind, text, name, reason = case
    assert (name, reason) == made(kind, text, *sides)


def test_an_attack_between_armed_sides_is_no_attack_on_civilians() -> None:
    expected = (CLASH, "attack on civilians, as the model calls it, but both sides are armed (ACLED)")
    assert expected == made("attack on civilians", "They shot.", REBELS, ARMY)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        pytest.param("They were shelled.", SHELLING, SAYS.format("shelled"), id="shelled"),
        pytest.param("A mine exploded.", BOMB, SAYS.format("mine exploded"), id="mine"),
        pytest.param("Shots were fired.", CLASH, CALLS.format("battle"), id="shots"),
        pytest.param(
            "The soldiers took control.", CLASH, CALLS.format("battle"), id="nobody-to-take-it-from"
        ),
    ],
)
def test_a_battle_with_one_side_known_is_what_its_words_say(text: str, name: str, reason: str) -> None:
    assert (name, reason) == made("battle", text, ARMY, ())


def test_every_sub_event_type_of_acled_can_come_out() -> None:
    """Those that no answer of the model stands for have words of their own."""
    reached = {*ACLED.answers.values(), *(each.sub_event_type for each in ACLED.types if each.shown_by)}
    assert {each.sub_event_type for each in ACLED.types} == reached


def test_civilians_are_the_second_actor() -> None:
    article = Article(text="Villagers were shot by Red Dawn in Tarn.")
    report = Report.model_validate(told(incident(town="Tarn", side_a="Villagers", side_b="Red Dawn")))
    (frame,) = frames(article, (report,))
    assert [each.name for each in (*frame.side_a, *frame.side_b)] == ["Red Dawn", "Villagers"]


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
