"""Whether a count is told of earlier times, and as real."""

import pytest

from bracketed import K, N, readings

BACKGROUND = {
    "year": ("In 2014, an attack killed [40 people].", True),
    "month and year": ("A bombing in March 2012 killed [40 people].", True),
    "month and year, in an aside": ("In the worst raid, in March 2011, [40 people] were shot dead.", True),
    "years afterwards": ("Two years afterwards a bomb killed [40 people].", True),
    "the war in which": ("It ended the civil war in Arland, in which [40,000 people] died.", True),
    "since a year": ("The war has killed [40,000 people] since 2015.", True),
    "since a war began": ("[40,000 people] have been killed since the start of the war.", True),
    "last year": ("Last year, [12 miners] died in Borel.", True),
    "recent years": ("Raids have killed [200 herders] in recent years.", True),
    "years ago": ("A raid two years ago killed [12 people].", True),
    "this year": ("[90 people] have died this year.", True),
    "linked to": ("He is linked to an attack that killed [four soldiers] on Tuesday.", True),
    "linked to, second verb": (
        "He is linked to an attack that killed three men and wounded [four soldiers].",
        True,
    ),
    "responsible for deaths": ("The man is responsible for the deaths of [four soldiers].", True),
    "behind": ("They detained the planner behind an attack that killed [four soldiers].", True),
    "earlier attack": ("An earlier attack killed [four soldiers].", True),
    "the older toll": ("The death toll rose from [nine].", True),
    "past two days": ("[26 people] have been killed over the past two days.", False),
    "claimed responsibility": (
        "The group claimed responsibility for the attack that killed [12 people].",
        False,
    ),
    "the year belongs to another clause": (
        "The raid killed [four men] in Borel, where a truce has held since 2020.",
        False,
    ),
    "then, but today": ("In 2014 the town was spared, but on Monday a shell killed [two people].", False),
    "captured beside a record": (
        "They detained a man responsible for bombings and killed [two rebels].",
        False,
    ),
    "of another's wounds": (
        "[Two men] were shot and a third died of wounds he had taken last month.",
        False,
    ),
    "two fates since": ("[2,000 people] have been killed and 300 displaced since 2009.", True),
    "a range like years": ("It killed [between 1990 and 2010 people].", False),
    "dateline": ("BOREL, Arland (Jan. 25, 2013) Troops killed [two rebels].", False),
}


@pytest.mark.parametrize(("marked", "expected"), BACKGROUND.values(), ids=BACKGROUND.keys())
def test_background(marked, expected):
    assert expected == readings(marked)[0].background


UNREAL = {
    "did not kill": ("The strike did not kill [two guards].", (N, True)),
    "were not killed": ("[Two guards] were not killed.", (N, True)),
    "weren't": ("[Two guards] weren’t hurt.", (N, True)),
    "without killing": ("They left without killing [two guards].", (N, True)),
    "could kill": ("Such a bomb could kill [20 people].", (N, True)),
    "could have been killed": ("[20 people] could have been killed.", (N, True)),
    "would have wounded": ("It would have wounded [20 people].", (N, True)),
    "planned to kidnap": ("The cell planned to kidnap [two judges].", (N, True)),
    "was planning to": ("The cell was planning to kill [two judges].", (N, True)),
    "threatened to": ("The group threatened to execute [three pilots].", (N, True)),
    "to kill or capture": ("Troops set out to kill or capture [a commander].", (N, True)),
    "planned the killing": ("He planned the assassination of [a general].", (N, True)),
    "scenario": ("In the scenario, a bomb kills [40 people].", (None, True)),
    "simulated": ("In a simulated attack [40 people] were killed.", (None, True)),
    "if": ("If [40 people] were killed, the court would act.", (None, True)),
    "denied that": ("The army denied that it killed [12 villagers].", (None, True)),
    "denied killing": ("The army denied killing [12 villagers].", (None, True)),
    "no evidence": ("There is no evidence that [12 villagers] were killed.", (None, True)),
    "denied a role": ("The army denied involvement in the raid that killed [12 villagers].", (K, False)),
    "rejected a claim": (
        "The army rejected as false a claim spread by its rivals that troops had killed [six men].",
        (None, True),
    ),
    "denied reports": ("The army denied reports that [six men] were killed.", (None, True)),
    "false reports": ("False reports said [12 villagers] were killed.", (None, True)),
    "false uniform": ("Fake policemen killed [12 villagers].", (K, False)),
    "died in an exercise": ("[Two soldiers] were killed during an exercise.", (K, False)),
    "managed to": ("They managed to kill [two guards].", (K, False)),
    "killed": ("They killed [two guards].", (K, False)),
}


@pytest.mark.parametrize(("marked", "expected"), UNREAL.values(), ids=UNREAL.keys())
def test_unreal(marked, expected):
    reading = readings(marked)[0]
    assert expected == (reading.outcome, reading.unreal)
