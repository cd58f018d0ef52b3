"""What keeps a passage from being new and real; the look-alikes are plain news."""

from __future__ import annotations

from datetime import date

import pytest

from eventx.resolve.context import Passage, of, of_event
from eventx.schema import Context

PUBLISHED = date(2024, 5, 17)

HISTORICAL = (
    "In 2014 rebels stormed the town of Tarn.",
    "The town was attacked twice in the last decade.",
    "Villagers marked the tenth anniversary of the massacre at Amberlow.",
    "Last year the Front shelled the port for three weeks.",
    "Rebels killed dozens of officers at the start of the war.",
    "Fighters overran the base three years ago.",
    "In recent years the militia has raided the valley many times.",
    "Residents commemorated the bombing of the old market.",
    "In a previous attack the gang burned the mill.",
    "In March 2011 soldiers opened fire on marchers.",
    "The port was bombed by rebels in 1998.",
    "Two years ago the same gang attacked the ferry.",
    "The trial of the men who attacked the school five years ago opened on Monday.",
)
FUTURE = (
    "Rebels threatened to storm the town on Sunday.",
    "The army plans to launch an offensive against the Front next week.",
    "The Front vowed to avenge its commander.",
    "Teachers will march on the ministry on Monday.",
    "A protest is planned for Saturday.",
    "The militia is preparing to attack the dam.",
    "The general said his troops were about to retake the port.",
    "The movement announced a planned march to the capital.",
    "Opposition leaders called for protests in every town.",
    "The scheduled offensive will begin at dawn.",
    "Commanders pledged to destroy the camp.",
    "Union leaders said they would march on Friday.",
    "The army is expected to attack the pass within days.",
    "The rebels have threatened to bomb the pipeline.",
    "Ministers plan an operation against the gang in the spring.",
    "The Front said it was preparing an assault on the capital.",
)
HYPOTHETICAL = (
    "If rebels attack the dam, the valley would flood.",
    "Soldiers simulated an attack on the airport.",
    "Troops stormed a mock village during a joint exercise.",
    "Residents feared an attack on the market.",
    "Observers warned of new clashes in the delta.",
    "Fighting could break out, and rebels might seize the bridge.",
    "The embassy warned against possible attacks on hotels.",
    "Should fighting return, the border towns would be attacked first.",
    "A bomb that size could have killed everyone in the hall.",
    "The army held a drill in which marines seized a ship.",
    "Police fear that the gang would kidnap more teachers.",
    "In the scenario, gunmen attack a train.",
    "The governor warned that rebels could attack the port.",
    "Analysts say a raid on the depot would kill hundreds.",
    "Unless the talks succeed, the Front may attack the city.",
    "Officers discussed what would happen if the dam were bombed.",
)
NEGATED = (
    "The army denied that it had shelled the camp.",
    "The army rejected as false a claim that its troops had stormed a camp on Sunday.",
    "No attack took place in Tarn on Sunday, the mayor said.",
    "Reports of an attack on the port were false.",
    "The raid never took place, monitors said.",
    "The governor dismissed reports of clashes near the dam.",
    "Police foiled an attack on the station.",
    "No shots were fired at the camp, observers said.",
    "The Front denied attacking the village.",
    "Rebels did not attack the convoy, a driver said.",
    "The soldiers took the bridge without firing a shot.",
    "The report of an explosion turned out to be a false alarm.",
    "The claim that soldiers killed six men is false.",
    "There were no clashes on Sunday, monitors said.",
    "The army has not attacked the town, the spokesman said.",
    "A video of an explosion in Tarn was fake, police said.",
    "The ministry denied reports that its planes had bombed a school.",
    "Police averted an attack on the embassy.",
    "Officials denied any attack on the convoy.",
)
NEWS = (
    "The Front denied responsibility for the attack that killed nine.",
    "The planned attack was carried out at dawn.",
    "The mayor could not say how many had been killed.",
    "The ministry said it would investigate the attack.",
    "Rebels stormed the town on Sunday.",
    "Rebels attacked the town after the army threatened to shell it.",
    "The army carried out its threat to storm the camp and killed nine men.",
    "No one has claimed the attack, which killed two guards.",
    "No group said that it was behind the bombing.",
    "The attack, the worst since 2014, killed 30 people.",
    "Nobody was hurt in the explosion, police said.",
    "Rebels attacked a post, but no soldiers were killed.",
    "Gunmen who feared arrest opened fire on police.",
    "Soldiers shot a man who threatened to detonate a bomb.",
    "The army denied any role in the bombing of the market.",
    "It was not clear if the strike killed the commander.",
    "The minister vowed to find those who attacked the school.",
    "Police arrested two men who planned to bomb a station.",
    "Clashes broke out as villagers feared for their harvest.",
    "Troops seized the port before it could be destroyed.",
    "Nine people are feared dead after the blast.",
    "Police said they could not confirm the attack.",
    "The army killed nine rebels and said it would continue the operation.",
    "Soldiers fired at a car that did not stop, killing two.",
    "Rebels seized the town, which they had vowed to take.",
    "An attack on the mill killed nine; more attacks are feared.",
    "At least ten people were killed and there are fears the toll will rise.",
    "Clashes erupted in Tarn on Sunday, and the army threatened to send tanks.",
    "The governor denied that the police had been too slow after the attack.",
    "Gunmen killed four guards at a mine that is due to close.",
    "Fighters shelled the town, a day after talks were called off.",
    "Two soldiers were killed when a bomb exploded during a joint exercise.",
    "No rebels were killed when the army shelled the hill.",
    "Planes bombed the valley to prevent an attack, the army said.",
    "If confirmed, the attack would be the deadliest this year.",
    "Insurgents attempted to storm the base, killing three guards.",
    "A suicide bomber tried to attack a convoy but was shot dead.",
    "Police arrested a man accused of planning an attack.",
    "A patrol detained two insurgents who planned attacks in the district.",
)
SPANISH: dict[str, tuple[Context, ...]] = {
    "El Frente amenazó con atacar el puerto.": ("future",),
    "Soldados asaltaron una aldea en un simulacro.": ("hypothetical",),
    "El Ejército negó que sus tropas atacaron el pueblo.": ("negated",),
    "Los vecinos recordaron el aniversario del bombardeo.": ("historical",),
    "El Frente atacó el puerto el sábado.": (),
}
CASES: tuple[tuple[str, tuple[Context, ...]], ...] = (
    *((words, ("historical",)) for words in HISTORICAL),
    *((words, ("future",)) for words in FUTURE),
    *((words, ("hypothetical",)) for words in HYPOTHETICAL),
    *((words, ("negated",)) for words in NEGATED),
    *((words, ()) for words in NEWS),
    *SPANISH.items(),
)


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[words for words, _ in CASES])
def test_a_passage_is_news_or_of_another_world(words: str, expected: tuple[Context, ...]) -> None:
    assert expected == of(Passage(words), PUBLISHED)


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        pytest.param((), (), id="nothing told"),
        pytest.param((FUTURE[0],), ("future",), id="all of one"),
        pytest.param((FUTURE[0], NEWS[4]), (), id="one is news"),
        pytest.param((NEGATED[0], HISTORICAL[0]), ("historical", "negated"), id="each another"),
    ],
)
def test_an_event_is_real_where_one_passage_says_so(
    passages: tuple[str, ...], expected: tuple[Context, ...]
) -> None:
    assert expected == of_event([Passage(words) for words in passages], PUBLISHED)
