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
