"""What a count's own words say: who, on top of others, part of others."""

import pytest

from bracketed import C, K, W, readings

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
