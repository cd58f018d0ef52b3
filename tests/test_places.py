"""Countries by name and adjective, names that are equal, and places known by their names alone."""

import csv
from importlib.resources import files

import pytest

from eventx.places import bare, countries_in, country, kind, named, normalise
from eventx.schema import Evidence, Place

WORDS = (Evidence(start=0, end=5, quote="Borel"),)

NAMED = {
    "name": ("Syria", ("Syria", "SYR")),
    "adjective": ("Syrian", ("Syria", "SYR")),
    "people": ("Afghans", ("Afghanistan", "AFG")),
    "article": ("the Netherlands", ("Netherlands", "NLD")),
    "case": ("SYRIA", ("Syria", "SYR")),
    "diacritics on": ("Türkiye", ("Turkey", "TUR")),
    "diacritics off": ("Cote d'Ivoire", ("Ivory Coast", "CIV")),
    "stops": ("U.S.", ("United States", "USA")),
    "hyphen": ("Guinea-Bissau", ("Guinea-Bissau", "GNB")),
    "unknown": ("Arland", None),
    "two states share it": ("Congo", None),
    "no country": ("New Mexico", None),
    "empty": ("", None),
    "likeness is not enough": ("Syrias", None),
}


@pytest.mark.parametrize(("name", "expected"), NAMED.values(), ids=NAMED.keys())
def test_country_of_a_name(name, expected):
    assert expected == country(name)


IN_TEXT = {
    "name and adjective": ("Syrian forces and Russia", [("SYR", "Syrian"), ("RUS", "Russia")]),
    "first evidence only": ("Iraq, Iraqi forces, Iraq", [("IRQ", "Iraq")]),
    "longest name": ("South Sudan and Sudan", [("SSD", "South Sudan"), ("SDN", "Sudan")]),
    "name inside a name": ("in Equatorial Guinea", [("GNQ", "Equatorial Guinea")]),
    "compound": ("the UK-based group", [("GBR", "UK")]),
    "possessive": ("Mali’s army", [("MLI", "Mali")]),
    "acronym with stops": ("two U.S. Marines", [("USA", "U.S")]),
    "wrapped": ("in South\r\nSudan", [("SSD", "South\r\nSudan")]),
    "capitals": ("KABUL, AFGHANISTAN", [("AFG", "AFGHANISTAN")]),
    "lower case is a bird": ("a turkey farm", []),
    "pronoun": ("Us and them", []),
    "inside a word": ("Nigerian", [("NGA", "Nigerian")]),
    "no country": ("New Mexico and the Gulf of Guinea", []),
    "abbreviation": ("in St. Lucia", [("LCA", "St. Lucia")]),
    "two sentences": ("He was in Guinea. Bissau fell.", [("GIN", "Guinea")]),
}


@pytest.mark.parametrize(("text", "expected"), IN_TEXT.values(), ids=IN_TEXT.keys())
def test_countries_in_a_text(text, expected):
    found = countries_in(text)
    assert expected == [(iso3, evidence.quote) for _, iso3, evidence in found]
    assert all(text[e.start : e.end] == e.quote for _, _, e in found)


PLACES = {
    "country": (
        ("Syria", None, None),
        Place(text="Syria", country="Syria", iso3="SYR", precision="country", evidence=WORDS),
    ),
    "province": (
        ("Idlib province", "Syrian", "Idlib"),
        Place(
            text="Idlib province",
            admin1="Idlib",
            country="Syria",
            iso3="SYR",
            precision="admin1",
            evidence=WORDS,
        ),
    ),
    "village": (
        ("al-Borel", "Syria", "Idlib"),
        Place(text="al-Borel", admin1="Idlib", country="Syria", iso3="SYR", evidence=WORDS),
    ),
    "country unknown": (
        ("Borel", "Arland", None),
        Place(text="Borel", country="Arland", evidence=WORDS),
    ),
    "nothing known": (("Borel", None, None), Place(text="Borel", evidence=WORDS)),
    "a state of a country's name": (
        ("Georgia state", None, None),
        Place(text="Georgia state", evidence=WORDS),
    ),
    "a country's name in another country": (
        ("Jordan", "Mali", None),
        Place(text="Jordan", country="Mali", iso3="MLI", evidence=WORDS),
    ),
    "a country's name for a province": (
        ("Luxembourg", "Belgium", "Luxembourg"),
        Place(
            text="Luxembourg",
            admin1="Luxembourg",
            country="Belgium",
            iso3="BEL",
            precision="admin1",
            evidence=WORDS,
        ),
    ),
}


@pytest.mark.parametrize(("names", "expected"), PLACES.values(), ids=PLACES.keys())
def test_a_place_is_no_more_than_its_names_say(names, expected):
    name, within, admin1 = names
    assert expected == named(name, country=within, admin1=admin1, evidence=WORDS)


SAME = {
    "case and kind": ("Idlib Governorate", "idlib"),
    "kind before": ("the village of al-Malaya", "Malaya"),
    "district": ("Andar district", "Andar"),
    "apostrophe": ("Panjwa'i", "Panjwa’i"),
    "hyphens": ("Chak-e Wardak", "Chak e Wardak"),
    "diacritics": ("Kırıkhán", "Kırıkhan"),
    "inner article": ("Deir al-Zor", "Deir Zor"),
    "assimilated article": ("Jisr ash-Shughur", "Jisr Shughur"),
    "article and province": ("Al-Hasakah Governorate", "Hasakah province"),
    "assimilated article without a hyphen": ("As Suwayda", "as-Suwayda"),
    "lisped article": ("ath-Thawrah", "Thawrah"),
    "city of": ("the city of Borel", "Borel"),
    "prefecture": ("Borel Prefecture", "Borel"),
    "oblast": ("Borel oblast", "BOREL"),
    "letters of no Latin script": ("إدلب", "إدلب "),
    "plain and curly apostrophe": ("N'Djamena", "N’Djamena"),
    "white space": ("Deir\tez-Zor", "Deir ez-Zor"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_names_of_one_place_are_equal(one, other):
    assert normalise(one) == normalise(other)


DIFFERENT = {
    "a letter": ("Borel", "Borell"),
    "a word": ("Borel", "New Borel"),
    "only a kind": ("Province", "District"),
    "an article inside": ("Deir as Zor", "Deir Zor"),
    "only an article": ("Al", "El"),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_names_of_two_places_differ(one, other):
    assert normalise(one) != normalise(other)


def test_every_country_has_one_code_and_every_name_one_country():
    rows = list(csv.DictReader((files("eventx") / "countries.csv").read_text(encoding="utf-8").splitlines()))
    codes = [row["iso3"] for row in rows if row["iso3"]]
    names = [name.casefold() for row in rows for name in (row["name"], *row["others"].split("|")) if name]
    assert (250, sorted(set(codes)), sorted(set(names))) == (len(codes), sorted(codes), sorted(names))


KINDS = {
    "province": ("Idlib province", "admin1", "Idlib"),
    "governorate of": ("the governorate of Borel", "admin1", "Borel"),
    "district": ("Sabar District", "admin2", "Sabar"),
    "town": ("Borel city", "town", "Borel"),
    "village of": ("the village of Borel", "town", "Borel"),
    "not said": ("Borel", None, "Borel"),
    "only a kind": ("District", None, "District"),
    "part of a name": ("Borel Stateside", None, "Borel Stateside"),
}


@pytest.mark.parametrize(("name", "called", "without"), KINDS.values(), ids=KINDS.keys())
def test_what_a_name_is_of(name, called, without):
    assert (called, without) == (kind(name), bare(name))
