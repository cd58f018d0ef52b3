"""What happened to the people of each count. In the tables a count stands in square brackets."""

import pytest

from bracketed import C, K, M, N, W, X, readings

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
    "acted, then some died": ("[Three gunmen] stormed the post. One was shot dead.", [None]),
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
