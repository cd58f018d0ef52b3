"""A place among the gazetteers' places: which of one name is meant, what stands for it, and why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas import ATLAS, TARN, atlas, entry
from eventx.places import locate, look_up, named
from eventx.places.locating import NOT_INSTALLED

PARIS = atlas(
    entry("p:1", "Holm", (48.0, 2.0), iso3="FRA", population=200_000),
    entry("p:2", "Holm", (33.0, -95.0), iso3="USA", population=20_000),
    entry("p:3", "Dern", (48.0, 2.0), iso3="FRA", population=199_999),
    entry("p:4", "Dern", (33.0, -95.0), iso3="USA", population=20_000),
    entry("p:5", "Veld", (33.0, -95.0), iso3="USA", population=14_999),
    entry("p:6", "Moor", (33.0, -95.0), iso3="USA", population=15_000),
    entry("p:7", "Fenn", (33.0, -95.0), iso3="USA", population=16_000),
    entry("p:8", "Fenn", (33.05, -95.05), iso3="USA", population=15_000),
    entry("p:9", "Carr", (33.0, -95.0), iso3="USA", population=5_000),
    entry("p:10", "Carr", (36.0, -90.0), iso3="USA"),
    entry("p:11", "Sike", (50.0, 30.0), iso3="UKR", population=100_000),
    entry("p:12", "Rusk", (56.0, 55.0), kind="country", iso3="RUS"),
    entry("p:13", "Russia", (56.0, 55.0), kind="country", iso3="RUS"),
    entry("p:14", "Thwaite", (50.0, 30.0), iso3="UKR", population=99_999),
)

CASES: dict[str, tuple[Any, dict[str, str], tuple[Any, ...]]] = {
    "a town": (ATLAS, {"name": "Tarn", "country": "Mali"}, ("town", "a:5", None)),
    "by its district": (ATLAS, {"name": "Tarn", "country": "Mali", "admin1": "Sabar"}, ("town", "a:5", None)),
    "in the other country": (ATLAS, {"name": "Tarn", "country": "Burkina Faso"}, ("town", "a:6", None)),
    "by population, no country": (
        ATLAS,
        {"name": "Tarn"},
        ("town", "a:5", "at least 10 times as large as the next place of that name"),
    ),
    "the province called so": (ATLAS, {"name": "Osk region", "country": "Mali"}, ("admin1", "a:2", None)),
    "the province given": (
        ATLAS,
        {"name": "Osk", "country": "Mali", "admin1": "Osk"},
        ("admin1", "a:2", None),
    ),
    "the district called so": (ATLAS, {"name": "Sabar district", "admin1": "Osk"}, ("admin2", "a:3", None)),
    "a province and no town of its name": (ATLAS, {"name": "Borel"}, ("admin1", "a:4", None)),
    "decided by the province": (
        ATLAS,
        {"name": "Kelm", "country": "Mali", "admin1": "Borel"},
        ("town", "a:8", None),
    ),
    "tied in one country": (
        ATLAS,
        {"name": "Kelm", "country": "Mali"},
        (
            "country",
            "a:1",
            "2 places are called Kelm, and the largest is not 10 times as large as the next; "
            "the point is that of Mali, which is that of the middle",
        ),
    ),
    "a village falls back to its province": (
        ATLAS,
        {"name": "Wold", "country": "Mali", "admin1": "Osk"},
        ("admin1", "a:2", "no gazetteer has Wold in Mali; the point is that of Osk"),
    ),
    "and to its district": (
        ATLAS,
        {"name": "Wold", "country": "Mali", "admin1": "Sabar"},
        ("admin2", "a:3", "no gazetteer has Wold in Mali; the point is that of Sabar"),
    ),
    "and to its country": (
        ATLAS,
        {"name": "Wold", "country": "Mali"},
        (
            "country",
            "a:1",
            "no gazetteer has Wold in Mali; the point is that of Mali, which is that of the middle",
        ),
    ),
    "a country": (ATLAS, {"name": "Mali"}, ("country", "a:1", "the point is that of the middle")),
    "a country that no gazetteer has": (
        ATLAS,
        {"name": "Iraq"},
        ("country", None, "no gazetteer has a point for it"),
    ),
    "a province known alone": (
        ATLAS,
        {"name": "Osk", "admin1": "Osk"},
        ("admin1", "a:2", None),
    ),
    "a district too small to be known alone": (
        ATLAS,
        {"name": "Sabar", "admin1": "Sabar"},
        (
            "unresolved",
            None,
            "one place is called Sabar, but without a country the name alone does not say where it is",
        ),
    ),
    "an unknown name": (ATLAS, {"name": "Wold"}, ("unresolved", None, "no gazetteer has Wold")),
    "a likeness is nothing": (ATLAS, {"name": "Tarne"}, ("unresolved", None, "no gazetteer has Tarne")),
    "not in the province given": (
        ATLAS,
        {"name": "Dune", "country": "Mali", "admin1": "Borel"},
        ("admin1", "a:4", "no gazetteer has Dune in Mali; the point is that of Borel"),
    ),
    "a province that nobody knows, in a country": (
        ATLAS,
        {"name": "Dune", "country": "Mali", "admin1": "Sahel"},
        ("town", "a:9", "no gazetteer has the province Sahel"),
    ),
    "a province that nobody knows, and no country": (
        ATLAS,
        {"name": "Tarn", "admin1": "Sahel"},
        ("unresolved", None, "no gazetteer has Tarn"),
    ),
    "a country that nobody knows": (
        ATLAS,
        {"name": "Tarn", "country": "Arland"},
        ("unresolved", None, "no country is called Arland"),
    ),
    "ten times as large": (
        PARIS,
        {"name": "Holm"},
        ("town", "p:1", "at least 10 times as large as the next place of that name"),
    ),
    "not quite ten times": (
        PARIS,
        {"name": "Dern"},
        (
            "unresolved",
            None,
            "2 places are called Dern, and the largest is not 10 times as large as the next",
        ),
    ),
    "too small to be known alone": (
        PARIS,
        {"name": "Veld"},
        (
            "unresolved",
            None,
            "one place is called Veld, but without a country the name alone does not say where it is",
        ),
    ),
    "but not with its country": (PARIS, {"name": "Veld", "country": "USA"}, ("town", "p:5", None)),
    "large enough to be known alone": (PARIS, {"name": "Moor"}, ("town", "p:6", None)),
    "listed twice": (PARIS, {"name": "Fenn", "country": "USA"}, ("town", "p:7", None)),
    "nobody counted the other": (
        PARIS,
        {"name": "Carr", "country": "USA"},
        ("town", "p:9", "at least 10 times as large as the next place of that name"),
    ),
    "well known elsewhere": (
        PARIS,
        {"name": "Sike", "country": "Russia"},
        ("unresolved", None, "no gazetteer has Sike in Russia, but in Ukraine"),
    ),
    "not well known elsewhere": (
        PARIS,
        {"name": "Thwaite", "country": "Russia"},
        ("country", "p:13", "no gazetteer has Thwaite in Russia; the point is that of Russia"),
    ),
}


@pytest.mark.parametrize(("gazetteer", "names", "expected"), CASES.values(), ids=CASES.keys())
def test_a_place_is_located(gazetteer, names, expected):
    place = look_up(**names, gazetteers=[gazetteer])
    assert expected == (place.precision, place.gazetteer_id, place.reason)
    listed = gazetteer.get(place.gazetteer_id or "")
    point = (None, None) if listed is None else (listed.latitude, listed.longitude)
    assert point == (place.latitude, place.longitude)


def test_what_a_gazetteer_knows_is_filled_in_and_what_the_text_says_stays():
    found = look_up("Tarn", country="Malian", admin1="the Osk region", gazetteers=[ATLAS])
    assert ("Mali", "MLI", "the Osk region", "Sabar") == (
        found.country,
        found.iso3,
        found.admin1,
        found.admin2,
    )
    found = look_up("Tarn", gazetteers=[ATLAS])
    assert ("Mali", "MLI", "Osk", "Sabar") == (found.country, found.iso3, found.admin1, found.admin2)


def test_those_that_fit_equally_well_are_candidates():
    tied = look_up("Kelm", country="Mali", gazetteers=[ATLAS])
    assert ("a:7 Kelm, Osk, Mali", "a:8 Kelm, Borel, Mali") == tied.candidates


def test_candidates_of_one_province_leave_that_province():
    two = atlas(*(entry(f"t:{n}", "Holm", (16.0 + n, -3.0), admin1="Osk") for n in range(2)))
    tied = look_up("Holm", country="Mali", gazetteers=[two, ATLAS])
    assert ("admin1", "a:2", "Osk", 2) == (
        tied.precision,
        tied.gazetteer_id,
        tied.admin1,
        len(tied.candidates),
    )


def test_the_first_gazetteer_that_has_the_name_is_believed():
    own = atlas(entry("my:1", "Tarn", (16.9, -3.9), admin1="Osk"), name="own")
    assert "my:1" == look_up("Tarn", country="Mali", gazetteers=[own, ATLAS]).gazetteer_id
    assert "a:5" == look_up("Tarn", country="Mali", gazetteers=[ATLAS, own]).gazetteer_id
    assert "a:9" == look_up("Dune", country="Mali", gazetteers=[own, ATLAS]).gazetteer_id


def test_a_province_of_ones_own_stands_for_its_villages():
    own = atlas(entry("my:2", "Osk", (16.9, -3.9), kind="admin1", admin1="Osk"), name="own")
    assert "my:2" == look_up("Wold", country="Mali", admin1="Osk", gazetteers=[own, ATLAS]).gazetteer_id


def test_a_place_of_no_known_province_may_lie_in_the_one_given():
    own = atlas(entry("my:3", "Wold", (16.9, -3.9)), name="own")
    assert "my:3" == look_up("Wold", country="Mali", admin1="Osk", gazetteers=[own, ATLAS]).gazetteer_id


def test_a_country_that_the_text_names_comes_before_others():
    place = named("Tarn")
    assert "a:6" == locate(place, [ATLAS], countries={"BFA", "IRQ"}).gazetteer_id
    assert "a:5" == locate(place, [ATLAS], countries={"IRQ"}).gazetteer_id


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        pytest.param("near", ("near", "a:5"), id="near"),
        pytest.param("town", ("town", "a:5"), id="town"),
        pytest.param("admin1", ("town", "a:5"), id="no-such-province"),
        pytest.param(None, ("town", "a:5"), id="not-said"),
    ],
)
def test_what_the_text_calls_it(called, expected):
    found = locate(named("Tarn", country="Mali"), [ATLAS], called=called)
    assert expected == (found.precision, found.gazetteer_id)


def test_near_a_province_is_the_province():
    found = locate(named("Borel", country="Mali"), [ATLAS], called="near")
    assert ("admin1", "a:4") == (found.precision, found.gazetteer_id)


def test_a_place_keeps_its_names_without_any_gazetteer():
    bare = named("al-Wold", country="Mali", admin1="Osk")
    found = look_up("al-Wold", country="Mali", admin1="Osk", gazetteers=[])
    assert bare.model_copy(update={"reason": NOT_INSTALLED}) == found


@given(
    st.sampled_from(["Tarn", "Kelm", "Osk", "Osk region", "Wold", "Mali", "Sabar district", "", "Iraq"]),
    st.sampled_from([None, "Mali", "Burkina Faso", "Arland", "Iraq", ""]),
    st.sampled_from([None, "Osk", "Borel", "Sahel", ""]),
)
def test_no_place_has_a_point_without_an_id(name, country, admin1):
    found = look_up(name, country=country, admin1=admin1, gazetteers=[ATLAS])
    assert (found.gazetteer_id is None) == (found.latitude is None) == (found.longitude is None)
    assert found.latitude is None or found.precision != "unresolved"


def test_a_town_is_where_the_gazetteer_has_it():
    found = look_up("Tarn", country="Mali", gazetteers=[ATLAS])
    assert (TARN.latitude, TARN.longitude) == (found.latitude, found.longitude)
