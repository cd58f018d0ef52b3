"""What the article calls a place, and the events' places on the map."""

import pytest

from atlas import ATLAS
from building import event, evidence
from eventx.places import named
from eventx.resolve import located
from eventx.resolve.where import called
from eventx.schema import Evidence

CALLED = {
    "nothing": ("Shells fell on Kelm today.", None),
    "near": ("Shells fell near Kelm today.", "near"),
    "near the town of": ("Shells fell near the town of Kelm.", "near"),
    "kilometres from": ("Shells fell 12 km north of Kelm.", "near"),
    "miles away": ("Shells fell 3 miles from Kelm.", "near"),
    "outside": ("Shells fell outside Kelm.", "near"),
    "on the outskirts": ("Shells fell on the outskirts of Kelm.", "near"),
    "to the south-east": ("Shells fell south-east of Kelm.", "near"),
    "in Spanish": ("Cayeron cerca de Kelm.", "near"),
    "a far word": ("Shells fell near Dern. Kelm was quiet.", None),
    "not near": ("A linear Kelm.", None),
    "town of": ("Shells fell on the town of Kelm.", "town"),
    "city": ("Shells fell on Kelm city.", "town"),
    "district": ("Shells fell in Kelm district.", "admin2"),
    "province": ("Shells fell in Kelm Province.", "admin1"),
    "province of": ("Shells fell in the province of Kelm.", "admin1"),
    "possessive": ("Shells fell in Kelm's province.", None),
}


@pytest.mark.parametrize(("text", "expected"), CALLED.values(), ids=CALLED.keys())
def test_what_the_text_calls_it(text, expected):
    assert expected == called(text, named("Kelm", evidence=(evidence(text, "Kelm"),)))


def test_a_town_beside_a_province_of_its_name_is_a_town():
    text = "Shells fell on Kelm, Kelm province."
    first, at = evidence(text, "Kelm"), text.rindex("Kelm")
    wider = Evidence(start=at, end=at + len("Kelm"), quote="Kelm")
    assert "town" == called(text, named("Kelm", admin1="Kelm", evidence=(first, wider)))
    assert None is called(text, named("Kelm", admin1="Kelm", evidence=(first, first)))


def test_a_place_without_words_is_called_nothing():
    assert None is called("Shells fell.", named("Kelm"))


def at(text: str, name: str, **names: str):
    return event(text, where=named(name, evidence=(evidence(text, name),), **names))


def test_events_are_located_and_those_without_a_place_left_alone():
    text = "Shells fell near Tarn in Osk region, Mali."
    first, second = located(text, (at(text, "Tarn", country="Mali"), event(text)), (ATLAS,))
    assert ("near", "a:5") == (first.where.precision, first.where.gazetteer_id)
    assert event(text) == second


def test_the_countries_of_the_text_come_first():
    text = "Shells fell on Tarn in the east of Burkina Faso, the Malian army said."
    (found,) = located(text, (at(text, "Tarn"),), (ATLAS,))
    assert ("town", "a:5") == (found.where.precision, found.where.gazetteer_id)
    text = "Shells fell on Tarn in the east of Burkina Faso."
    (found,) = located(text, (at(text, "Tarn"),), (ATLAS,))
    assert ("town", "a:6") == (found.where.precision, found.where.gazetteer_id)
