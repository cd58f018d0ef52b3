"""What the rules say of each count. In the tables a count stands in square brackets."""

import re

import pytest

from eventx.counts.mention import CountMention
from eventx.counts.reading import Reading, read


def readings(marked: str) -> tuple[Reading, ...]:
    """Return the readings of the bracketed counts of `marked`, read without the brackets."""
    text, mentions, end = "", [], 0
    for found in re.finditer(r"\[([^]]*)\]", marked):
        text += marked[end : found.start()]
        start = len(text)
        text += found[1]
        mentions.append(
            CountMention(start=start, end=len(text), text=found[1], value=None, low=None, high=None)
        )
        end = found.end()
    return read(text + marked[end:], mentions)


def plain(marked: str) -> str:
    return re.sub(r"[\[\]]", "", marked)


K, W, C, M, X, N = "killed", "wounded", "captured", "missing", "casualties", "none"

ACTIVE = {
    "killed": ("The raid killed [eleven soldiers].", [K]),
    "killing": ("A shell hit the market in Borel, killing [two insurgents].", [K]),
    "wounding a bare number": ("It struck a bus, killing [two] and wounding [around 20].", [K, W]),
    "verbs that share a subject": (
        "The blast killed [nine guards], wounded [around 20] and tore a wall.",
        [K, W],
    ),
    "headline present": ("Airstrikes kill [12] in Borel", [K]),
    "headline third person": ("Patrol detains [three suspects] near Tandel", [C]),
    "left dead and injured": ("The clash left [12] dead and [30] injured.", [K, W]),
    "left people dead": ("Shelling overnight left [at least four people] dead.", [K]),
    "claimed the lives": ("The bombing claimed the lives of [12 worshippers].", [K]),
    "shot dead": ("Gunmen shot dead [three teachers] in Tandel on Monday.", [K]),
    "shot people dead": ("Gunmen shot [three teachers] dead in Tandel.", [K]),
    "gunned down": ("They gunned down [two drivers] at the bridge.", [K]),
    "shot and killed": ("A guard shot and killed [one attacker].", [K]),
    "shot and wounded": ("A guard shot and wounded [one attacker].", [W]),
    "arrested": ("Police arrested [four suspects].", [C]),
    "abducted": ("Armed men abducted [ten students] from a dormitory.", [C]),
    "took hostage": ("The group took [two engineers] hostage.", [C]),
    "took into custody": ("The patrol took [the two passengers] of the car into custody.", [C]),
    "took prisoners": ("The rebels took [12 prisoners].", [C]),
    "lost people": ("The brigade lost [seven fighters] at the pass.", [K]),
    "suffered casualties": ("The brigade suffered [a further eight casualties].", [X]),
    "suffered dead and wounded": ("The army suffered [12] dead and [three] wounded.", [K, W]),
    "eliminated": ("Border guards eliminated [five infiltrators].", [K]),
    "beheaded": ("The group beheaded [two captives].", [K]),
    "killed or wounded": ("The strike killed or wounded [40 fighters].", [X]),
    "killed and injured": ("The strike killed and injured [40 fighters].", [X]),
    "has killed": ("The army says it has killed [four rebels].", [K]),
    "managed to kill": ("The ambush party managed to kill [two officers].", [K]),
    "claimed to have killed": ("The group claimed to have killed [six soldiers].", [K]),
    "lives": ("The clashes claimed [14 lives].", [K]),
    "adverb between": ("The patrol also detained [two men].", [C]),
}

PASSIVE = {
    "have been killed": ("[At least 26 people] have been killed over the past 48 hours.", [K]),
    "were wounded": ("[Three people] were wounded.", [W]),
    "died": ("[Two soldiers] died in hospital.", [K]),
    "headline": ("[12] killed, [30] hurt in market blast", [K, W]),
    "headline with people": ("[Seventeen rebels] killed, [one] detained in Tandel raid", [K, C]),
    "dead": ("Boat capsizes off Borel: [20] dead", [K]),
    "confirmed dead": ("[Nine people] are confirmed dead.", [K]),
    "found dead": ("[Three herders] were found dead near the well.", [K]),
    "missing": ("[Five people] are still missing.", [M]),
    "went missing": ("[Two aid workers] went missing on the road to Tandel.", [M]),
    "unaccounted for": ("[Six villagers] remain unaccounted for.", [M]),
    "taken prisoner": ("[Four soldiers] were taken prisoner.", [C]),
    "surrendered": ("[Eighty fighters] surrendered to the army.", [C]),
    "in custody": ("[Two suspects] are in custody.", [C]),
    "harmed": ("[No civilians] were harmed.", [X]),
    "relative clause": ("Crowds buried [two brothers] who were killed at the gate.", [K]),
    "reduced relative": ("The families of [three soldiers] killed in the ambush were told.", [K]),
    "with people killed": ("It ended with [two guards] killed and [five] wounded.", [K, W]),
    "being killed": ("The strike resulted in [several gunmen] being killed.", [K]),
    "searched and detained": ("[Three men] were stopped, searched and detained.", [C]),
    "shot and killed": ("[Three others] were shot and killed.", [K]),
    "killed or injured": ("[40 people] were killed or injured.", [X]),
    "long subject": ("[Two associates] of the dealer from Borel were detained.", [C]),
    "list as subject": ("[Eleven soldiers], [two policemen] and [a boy] were killed.", [K, K, K]),
    "aside": ("[One soldier], aged 23, was killed.", [K]),
    "another": ("[One man] was killed and [another] wounded.", [K, W]),
    "along with, after a passive": ("[Two soldiers] were killed along with [one driver].", [K, K]),
    "lost their lives": ("[Thirty miners] lost their lives in the attack.", [K]),
    "among those killed": ("[Two medics] were among those killed.", [K]),
    "aboard": ("[At least 12 of the 30 people] aboard were killed.", [K]),
    "nobody": ("[No one] was hurt.", [W]),
    "police bulletin": ("[Three suspects] had been shot dead and [five officers] hurt.", [K, W]),
    "live blog": ("08:40 [Two more bodies] pulled from the rubble", [K]),
    "three fates": ("[Four soldiers] were killed, [eight wounded] and [two] are missing.", [K, W, M]),
    "among the dead": ("[Two children] were among the dead.", [K]),
}

NOMINAL = {
    "death of": ("The ministry confirmed the death of [a policeman].", [K]),
    "killing of": ("Protests followed the killing of [two students].", [K]),
    "arrest of": ("Police announced the arrest of [two suspects].", [C]),
    "abduction of": ("The abduction of [three nurses] shocked Borel.", [C]),
    "bodies of": ("Rescuers recovered the bodies of [12 men].", [K]),
    "toll rose": ("The death toll rose to [14] from [nine].", [K, K]),
    "toll stands": ("The death toll now stands at [14].", [K]),
    "number of wounded": ("The number of wounded reached [40].", [W]),
    "dead and injured": ("The ministry put the toll at [31 dead] and [more than 100 injured].", [K, W]),
    "also killed were": ("Also killed were [two guards].", [K]),
    "those detained": ("Among those detained were [two former ministers].", [C]),
    "deaths": ("Health officials reported [12 deaths].", [K]),
    "fatalities": ("There were [three fatalities].", [K]),
    "casualties": ("The hospital received [20 casualties].", [X]),
    "dead or wounded": ("Clashes left [dozens dead] or wounded.", [X]),
    "wounded soldiers": ("Helicopters evacuated [two wounded soldiers].", [W]),
    "dead civilians": (
        "The patrol found [two dead civilians] and [one wounded civilian] in the van.",
        [K, W],
    ),
    "killed a wounded man": ("They killed [two wounded soldiers].", [K]),
}

LISTS = {
    "women and children": ("The shell killed [two women] and [three children].", [K, K]),
    "three of them": ("It killed [two women], [three children] and [an elderly man].", [K, K, K]),
    "leader and associate": ("They detained [a suspected leader] and [another wanted associate].", [C, C]),
    "uncounted first": ("They detained the planner and [one additional suspect].", [C]),
    "along with": ("They captured the leader along with [three other suspects].", [C]),
    "along with, after a name": ("The force killed Tandel, the mayor, along with [one other man].", [K]),
    "including": ("It killed [26 people], including [two children].", [K, K]),
    "new verb": ("The force killed [two] and detained [three].", [K, C]),
    "new subject": ("The force killed the planner and [two guards] were wounded.", [W]),
    "perhaps the same man": ("It killed [a farmer], [a father of two], near Borel.", [K, None]),
    "own verb after and": ("It killed [a farmer] and [two neighbours] fled.", [K, N]),
}

UNSURE = {
    "two fates": ("[Three men] were arrested and later killed.", [None]),
    "captured or killed": ("Forces have captured or killed [80 leaders].", [None]),
    "verbs on both sides": ("Police arrested [two men] wounded in the attack.", [None]),
    "feared dead": ("[Twelve sailors] are feared dead.", [None]),
    "may have killed": ("The strike may have killed [two bystanders].", [None]),
    "neutralised": ("The army neutralised [five terrorists].", [None]),
    "targeted": ("The strike targeted [two leaders].", [None]),
    "shot": ("The guard shot [two men].", [None]),
    "leader of those counted": ("The commander of [40 fighters] was killed.", [None]),
    "another's words": ("[Two witnesses] in the village said soldiers were killed.", [None]),
    "engaged, then a new subject": (
        "Troops engaged [two insurgents] and [five civilians] were killed.",
        [None, K],
    ),
    "acted, then died": ("[Three gunmen] stormed the post and were killed.", [None]),
    "acted, then died in the next sentence": ("[Three gunmen] stormed the post. All were shot dead.", [None]),
    "accused of": ("A man accused of killing [two guards] stood trial.", [None]),
    "warrants": ("The court issued warrants for the arrest of [six officers].", [None]),
    "prisoners": ("The jail holds [400 prisoners].", [None]),
    "detainees": ("[400 detainees] are awaiting trial.", [None]),
    "things": ("The patrol seized [several] grenades.", [None]),
    "weight": ("They killed one man and seized [650] kilograms of powder.", [None]),
    "in hospital": ("[Fourteen people] were taken to hospital.", [None]),
    "charged with murder": ("The court charged [four men] with the murder of [a guide].", [None, K]),
    "things that carry people": ("Two helicopters carrying [14 soldiers] crashed.", [None]),
    "attended": ("Officials met [three elders] in Borel.", [None]),
}

NOBODY_HARMED = {
    "group that attacked": ("A group of [40 fighters] attacked the base.", [None]),
    "they attacked": ("[Forty fighters] attacked the base at dawn.", [N]),
    "led by": ("The column was led by [a captain].", [N]),
    "freed": ("The group freed [12 hostages].", [N]),
    "released": ("[Forty prisoners] were released.", [N]),
    "displaced": ("The fighting displaced [2,000 people].", [N]),
    "in search of": ("The force is in search of [a commander] in Borel.", [N]),
    "to capture": ("Troops began an operation to capture [a facilitator] in Borel.", [N]),
}

OUTCOMES = ACTIVE | PASSIVE | NOMINAL | LISTS | UNSURE | NOBODY_HARMED


@pytest.mark.parametrize(
    ("marked", "expected"),
    [case for table in (ACTIVE, PASSIVE, NOMINAL, LISTS, UNSURE, NOBODY_HARMED) for case in table.values()],
    ids=[
        f"{name}: {key}"
        for name, table in (
            ("active", ACTIVE),
            ("passive", PASSIVE),
            ("nominal", NOMINAL),
            ("lists", LISTS),
            ("unsure", UNSURE),
            ("nobody harmed", NOBODY_HARMED),
        )
        for key in table
    ],
)
def test_outcome(marked, expected):
    assert expected == [reading.outcome for reading in readings(marked)]


WHO = {
    "people": ("[At least 26 people] died.", "people"),
    "nationality": ("It killed [eleven Syrian soldiers].", "Syrian soldiers"),
    "indefinite": ("They detained [a suspected rebel leader].", "suspected rebel leader"),
    "another": ("They detained [another wanted associate].", "wanted associate"),
    "absent": ("It wounded [around 20].", None),
    "harm only": ("It suffered [a further eight casualties].", None),
    "dead civilians": ("They found [two dead civilians].", "civilians"),
    "range": ("It killed [between three and six insurgents].", "insurgents"),
    "dozens of": ("It killed [dozens of villagers].", "villagers"),
    "compound number": ("It killed [twenty-three villagers].", "villagers"),
    "of them": ("It killed [three of them].", None),
    "his associates": ("They detained [three of his associates].", "associates"),
    "capitals kept": ("[Two U.S. Marines] died.", "U.S. Marines"),
}


@pytest.mark.parametrize(("marked", "expected"), WHO.values(), ids=WHO.keys())
def test_who(marked, expected):
    assert expected == readings(marked)[0].who


ADDS = {
    "a further": ("It caused [a further eight casualties].", True),
    "another": ("It killed [another three soldiers].", True),
    "more": ("[Two more men] died.", True),
    "more behind": ("[Two] more were wounded.", True),
    "additional": ("They detained [three additional suspects].", True),
    "others": ("[Two others] were killed.", True),
    "more than": ("[More than 30 men] died.", False),
    "nothing": ("[Thirty men] died.", False),
}


@pytest.mark.parametrize(("marked", "expected"), ADDS.values(), ids=ADDS.keys())
def test_adds(marked, expected):
    assert expected == readings(marked)[0].adds


SUBSET = {
    "including": ("It killed [26 people], including [two children].", [(K, False), (K, True)]),
    "including, before the verb": (
        "[26 people], including [two children], were killed.",
        [(K, False), (K, True)],
    ),
    "three of them": ("[26 people] were killed, [three of them] children.", [(K, False), (K, True)]),
    "among them, a list": (
        "[Nine people], among them [a nurse] and [two pupils], were killed.",
        [(K, False), (K, True), (K, True)],
    ),
    "of them, outside the count": (
        "[26 people] were killed, [three] of them children.",
        [(K, False), (K, True)],
    ),
    "of whom": ("It killed [26 people], of whom [12] were children.", [(K, False), (K, True)]),
    "one of whom": ("Police detained [two men], [one of whom] is a driver.", [(C, False), (C, True)]),
    "of the dead": ("[Eight of the dead] belonged to one family.", [(K, True)]),
    "of the wounded, who died": ("[Three of the wounded] later died.", [(K, False)]),
    "of whom, something else": (
        "[40 men] were shot dead by guards, [19 of whom] were later convicted.",
        [(K, False), (None, False)],
    ),
    "another fate": (
        "[26 people] were detained, [three of them] were wounded.",
        [(C, False), (W, False)],
    ),
    "two fates before": (
        "[12] were killed and [30] wounded, including [two children].",
        [(K, False), (W, False), (None, False)],
    ),
    "no count before": ("They detained rebels including [a commander].", [(C, False)]),
    "plain": ("It killed [26 people] and [two children].", [(K, False), (K, False)]),
}


@pytest.mark.parametrize(("marked", "expected"), SUBSET.values(), ids=SUBSET.keys())
def test_subset(marked, expected):
    assert expected == [(reading.outcome, reading.subset) for reading in readings(marked)]


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
