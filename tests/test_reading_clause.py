"""The clause and the subject of each count, and that every count is read."""

import pytest

from bracketed import K, plain, readings
from eventx.counts.mention import CountMention
from eventx.counts.reading import read

SUBJECT = {
    "plain": ("The operation killed [eleven soldiers].", ("The operation", "actor")),
    "with its modifiers": (
        "Troops loyal to the president later suffered [eight casualties].",
        ("Troops loyal to the president", "loser"),
    ),
    "before an aside": (
        "The Tandel Front, formerly linked to the Borel network, lost [seven fighters].",
        ("The Tandel Front", "loser"),
    ),
    "reported": ("The NGO said the operation killed [eleven soldiers].", ("the operation", "actor")),
    "second verb": (
        "The NGO, a network, said the operation killed [eleven soldiers], wounded [around 20] and won.",
        ("the operation", "actor"),
    ),
    "after where": (
        "In Tandel district, Borel province, a joint force detained [two men].",
        ("a joint force", "actor"),
    ),
    "relative clause": ("He led an attack that killed [four soldiers].", ("an attack", "actor")),
    "an aside with a verb": (
        "The army, which had shelled the town since May, killed [nine rebels].",
        ("The army", "actor"),
    ),
    "two of them": ("The army and its allies killed [nine rebels].", ("The army and its allies", "actor")),
    "before a day": ("The army yesterday killed [nine rebels].", ("The army", "actor")),
    "before auxiliaries": ("The army has also killed [nine rebels].", ("The army", "actor")),
    "said in between": ("The army, the minister said, killed [nine rebels].", ("The army", "actor")),
    "of a gerund": ("Rebels stormed the post, killing [nine guards].", ("Rebels", "actor")),
    "of the second of two verbs": ("Rebels stormed the post and killed [nine guards].", ("Rebels", "actor")),
    "of the third of three verbs": (
        "Rebels killed nine guards, wounded two and captured [four].",
        ("Rebels", "actor"),
    ),
    "after a clause of its own": (
        "After storming the post, rebels killed [nine guards].",
        ("rebels", "actor"),
    ),
    "after when": (
        "When rebels stormed the post, the guards killed [nine rebels].",
        ("the guards", "actor"),
    ),
    "of which": ("He led a raid, which killed [nine people].", ("a raid", "actor")),
    "after then": ("And then the army killed [nine rebels].", ("the army", "actor")),
    "with all that names it": (
        "The shelling of Osk on Monday by the army of Norland killed [nine people].",
        ("The shelling of Osk on Monday by the army of Norland", "actor"),
    ),
    "said in between, two verbs": (
        "The blast, which police blamed on rebels, wounded two and killed [nine people].",
        ("The blast", "actor"),
    ),
    "after a semicolon": ("Soldiers opened fire; rebels killed [nine people].", ("rebels", "actor")),
    "after but": (
        "The army killed nine rebels but rebels killed [two soldiers].",
        ("rebels", "actor"),
    ),
    "lost quickly": ("The rebels quickly lost [nine men].", ("The rebels", "loser")),
    "lost among other things": ("The rebels lost three trucks and [nine men].", ("The rebels", "loser")),
    "lost in a list": ("The rebels lost [three officers] and [nine men].", ("The rebels", "loser")),
    "suffered, behind an aside": (
        "The army, tired of the war, suffered [nine dead] and [14 wounded].",
        ("The army", "loser"),
    ),
    "suffered": ("The rebels suffered [nine dead].", ("The rebels", "loser")),
    "said that it did": ("The army said it killed [nine rebels].", None),
    "people who are counted": ("[Two gunmen] killed [nine people].", None),
    "who": ("The army did not say who killed [nine people].", None),
    "too long to be one": (
        "The men of the third company of the second battalion of the old garrison of the upper town of Osk "
        "on the banks of the river Tandel killed [nine people].",
        None,
    ),
    "pronoun": ("They killed [two rebels].", None),
    "passive": ("[Two rebels] were killed.", None),
    "noun": ("The ministry confirmed the death of [a policeman].", None),
}


@pytest.mark.parametrize(("marked", "expected"), SUBJECT.values(), ids=SUBJECT.keys())
def test_subject(marked, expected):
    reading = readings(marked)[-1]
    assert expected == (reading.subject and (reading.subject, reading.subject_is))


CLAUSE = {
    "short sentence, whole": (
        "It rained. The Front, once a network, lost [seven men]. It stopped.",
        "The Front, once a network, lost seven men.",
    ),
    "abbreviations do not end it": (
        "On Jan. 25 at 6 a.m. Col. Tandel lost [seven men].",
        "On Jan. 25 at 6 a.m. Col. Tandel lost seven men.",
    ),
    "headline ends at its line": ("Four die in Borel\n\n[Four men] were killed.", "Four men were killed."),
    "line separator": ("Update\u2028[Four men] were killed.", "Four men were killed."),
    "long sentence, from its subject": (
        "The observers, who have a wide network of partners in all of the province and beyond, said "
        "that the operation killed [eleven soldiers], wounded around 20 and let the Front take many hills "
        "and valleys in the east.",
        "the operation killed eleven soldiers, wounded around 20 and let the Front take many hills "
        "and valleys in the east.",
    ),
    "long sentence, cut at a comma": (
        "Troops loyal to the governor lost [eight men] in repeated attempts to win back the hills above "
        "Borel, battles for which they had the help of aircraft from a neighbouring country, a close ally "
        "of the governor since his first days in office.",
        "Troops loyal to the governor lost eight men in repeated attempts to win back the hills above "
        "Borel, battles for which they had the help of aircraft from a neighbouring country",
    ),
    "long sentence, from a semicolon to a comma": (
        "The minister told reporters in the capital that the army had taken the hill; rebels, he went on, "
        "shelled the market of the old town for two hours that morning, killed [nine people] and wounded "
        "others, before the wind turned and fire took hold of the stalls and the houses behind them.",
        "rebels, he went on, shelled the market of the old town for two hours that morning, killed nine "
        "people and wounded others",
    ),
    "long sentence, to its end": (
        "Because the road from the coast had been mined by both sides in the first months of the war and had "
        "never been cleared of what they left there, [nine drivers] were killed on it in the spring, the "
        "survey says, and their lorries still lie burned in the ditches on the way to the pass.",
        "nine drivers were killed on it in the spring, the survey says, and their lorries still lie burned "
        "in the ditches on the way to the pass.",
    ),
}


@pytest.mark.parametrize(("marked", "expected"), CLAUSE.values(), ids=CLAUSE.keys())
def test_clause(marked, expected):
    start, end = readings(marked)[0].clause
    assert expected == plain(marked)[start:end]


def test_readings_keep_the_order_of_the_mentions():
    found = readings("[Four men] died. [Two] were wounded.\n\n[One] is missing.")
    assert [reading.mention.text for reading in found] == ["Four men", "Two", "One"]


def test_no_mention_no_reading():
    assert read("Four men died.", ()) == ()


def test_a_count_inside_another_has_no_outcome():
    outer = CountMention(start=0, end=8, text="Four men", value=4, low=4, high=4)
    inner = CountMention(start=5, end=8, text="men", value=None, low=None, high=None)
    assert [reading.outcome for reading in read("Four men died.", (outer, inner))] == [K, None]


HOSTILE = {
    "no stop": "[12 men] and " * 500,
    "commas": "[two men], " * 500,
    "ifs": "if in 2020 [two men] " * 300,
    "brackets": "( [two men] " * 300,
    "capital i with dot": "İ [two men] İ killed İ " * 50,
    "other scripts": "قتل [12 men] وجرح 四人 👩‍👩‍👧 [two men] killed",
    "controls": "\u202e[two men]\x00 were \u200bkilled",
}


@pytest.mark.parametrize("marked", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_clause_holds_its_count(marked):
    text = plain(marked)
    for reading in readings(marked):
        start, end = reading.clause
        assert 0 <= start <= reading.mention.start < reading.mention.end <= end <= len(text)
