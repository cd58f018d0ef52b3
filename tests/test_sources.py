"""Attributions are found under their source's fullest name, and each figure has the right one behind it."""

from itertools import pairwise

import pytest

from eventx.sources import attribute, attributed, find

FULL = "The Arland Observatory for Civil Harm said so. "

FOUND = {
    "subject first": (
        "Four died, the Arland Observatory for Civil Harm said today.",
        [("Arland Observatory for Civil Harm", "the Arland Observatory for Civil Harm said today")],
    ),
    "in a statement": (
        "Four died, the army said in a statement.",
        [("the army", "the army said in a statement")],
    ),
    "claimed to have": (
        "The Third Front, for its part, claimed to have killed four.",
        [("Third Front", "The Third Front, for its part, claimed")],
    ),
    "nobody": ("Nobody claimed the attack that killed four.", []),
    "according to": (
        "Four died, according to the Third Front.",
        [("Third Front", "according to the Third Front")],
    ),
    "statement by": (
        "In a statement by the Third Front the losses were put at four.",
        [("Third Front", "statement by the Third Front")],
    ),
    "quote before the verb": (
        "“Four died,” said Col. Ulm Tandel.",
        [("Col. Ulm Tandel", "said Col. Ulm Tandel")],
    ),
    "rank of a country": (
        "“Four died,” said U.S. Army Col. Ulm Tandel.",
        [("U.S. Army Col. Ulm Tandel", "said U.S. Army Col. Ulm Tandel")],
    ),
    "short form": (
        FULL + "Four died, the Observatory added.",
        [
            ("Arland Observatory for Civil Harm", "The Arland Observatory for Civil Harm said"),
            ("Arland Observatory for Civil Harm", "the Observatory added"),
        ],
    ),
    "acronym": (
        FULL + "AOCH also said four died.",
        [
            ("Arland Observatory for Civil Harm", "The Arland Observatory for Civil Harm said"),
            ("Arland Observatory for Civil Harm", "AOCH also said"),
        ],
    ),
    "spelled-out acronym": (
        "Arland Harm Watch (AHWA) said four died. AHWA added two.",
        [("Arland Harm Watch", "Arland Harm Watch (AHWA) said"), ("Arland Harm Watch", "AHWA added")],
    ),
    "stand-in with a clause between": (
        FULL + "The Arland-based NGO, which has friends on the ground, said four died.",
        [
            ("Arland Observatory for Civil Harm", "The Arland Observatory for Civil Harm said"),
            (
                "Arland Observatory for Civil Harm",
                "The Arland-based NGO, which has friends on the ground, said",
            ),
        ],
    ),
    "stand-in for nobody": (
        "Four died, the organisation said.",
        [("the organisation", "the organisation said")],
    ),
    "stand-in for no armed group": (
        FULL + "The Islamist group said four died.",
        [
            ("Arland Observatory for Civil Harm", "The Arland Observatory for Civil Harm said"),
            ("the Islamist group", "The Islamist group said"),
        ],
    ),
    "stand-in for no office of the state": (
        "The Arland Health Office said four died. The group said six.",
        [("Arland Health Office", "The Arland Health Office said"), ("the group", "The group said")],
    ),
    "officials of a district": (
        "Four died, officials of Iskel district said.",
        [("officials of Iskel district", "officials of Iskel district said")],
    ),
    "head of an office, and she": (
        "Four died, the head of the district health office said. She added two.",
        [
            ("the head of the district health office", "the head of the district health office said"),
            ("the head of the district health office", "She added"),
        ],
    ),
    "by telephone": (
        "Four died, a doctor there said by telephone.",
        [("a doctor", "a doctor there said")],
    ),
    "reported by is not told by": ("Losses reported by the press mount.", []),
    "said nothing": ("The group has said nothing.", []),
    "ministry": (
        "The Arland Defence Ministry said four died. The ministry added two.",
        [
            ("Arland Defence Ministry", "The Arland Defence Ministry said"),
            ("Arland Defence Ministry", "The ministry added"),
        ],
    ),
    "another ministry": (
        "The Arland Defence Ministry said four died. The health ministry said two.",
        [
            ("Arland Defence Ministry", "The Arland Defence Ministry said"),
            ("the health ministry", "The health ministry said"),
        ],
    ),
    "officials": ("Officials said four died.", [("officials", "Officials said")]),
    "day before the source": ("On Monday officials said four died.", [("officials", "officials said")]),
    "witnesses": ("Four died, witnesses said.", [("witnesses", "witnesses said")]),
    "police": ("Four died, police said on Monday.", [("police", "police said on Monday")]),
    "a military source": (
        "A military source told Reuters so.",
        [("a military source", "A military source told")],
    ),
    "local officials": (
        "Four died, local officials reported.",
        [("local officials", "local officials reported")],
    ),
    "joint forces": (
        "Arland and coalition forces confirmed the loss.",
        [("Arland and coalition forces", "Arland and coalition forces confirmed")],
    ),
    "spokesman": (
        "A spokesman for the Third Front said so.",
        [("a spokesman for the Third Front", "A spokesman for the Third Front said")],
    ),
    "pronoun": (
        FULL + "Four died, it said.",
        [
            ("Arland Observatory for Civil Harm", "The Arland Observatory for Civil Harm said"),
            ("Arland Observatory for Civil Harm", "it said"),
        ],
    ),
    "pronoun for the sentence's own subject": (
        FULL + "The Third Front lost four men, it said.",
        [
            ("Arland Observatory for Civil Harm", "The Arland Observatory for Civil Harm said"),
            ("Third Front", "it said"),
        ],
    ),
    "pronoun for nobody": ("Four died, he said.", []),
    "said to be": ("The group is said to be near.", []),
    "no source": ("Four soldiers died in Borel on Monday.", []),
    "assessment is no source": ("A later check confirmed the strike.", []),
    "two in a sentence": (
        "The army said four died while witnesses said six did.",
        [("the army", "The army said"), ("witnesses", "witnesses said")],
    ),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_attributions_are_found_under_the_fullest_name(text, expected):
    found = find(text)
    assert expected == [(each.name, each.evidence.quote) for each in found]
    assert all(text[each.evidence.start : each.evidence.end] == each.evidence.quote for each in found)
    assert all(each.sentence[0] <= each.evidence.start < each.sentence[1] for each in found)


BEHIND = {
    "same sentence": ("The army said 4 died.", "the army"),
    "nearest of two": ("The army said six died while witnesses said 4 did.", "witnesses"),
    "before the attribution": ("4 died, the army said.", "the army"),
    "later in the paragraph": ("4 died. The army said so.", "the army"),
    "later in the paragraph, another before it": ("Police said so.\n\n4 died. The army said so.", "the army"),
    "next paragraph": ("The army said so.\n\n4 died.", "the army"),
    "headline": ("4 die in Borel\n\nFour died, the army said.", "the army"),
    "headline over a lead with no source": ("4 die in Borel\n\nFour died.\n\nThe army said so.", None),
    "lead in the article's own voice": ("4 died.\n\nThe army said so.", None),
    "no attribution": ("4 died.", None),
}


@pytest.mark.parametrize(("text", "expected"), BEHIND.values(), ids=BEHIND.keys())
def test_source_behind_a_figure(text, expected):
    at = text.index("4")
    assert expected == attributed(text, (at, at + 1))


def test_spans_are_answered_in_the_order_asked():
    text = "Police said 4.\n\nThe army said 5."
    assert attribute(text, [(text.index(n), text.index(n) + 1) for n in "545"]) == (
        "the army",
        "police",
        "the army",
    )


def test_span_outside_every_sentence_has_an_answer():
    assert attribute(" \n", [(0, 1)]) == (None,)


def test_attributions_are_in_order():
    text = FULL + "According to police, four died, the Observatory added, citing medics."
    assert all(one.evidence.start <= other.evidence.start for one, other in pairwise(find(text)))
