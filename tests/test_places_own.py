"""A user's own CSV of places."""

from pathlib import Path

import pytest

from atlas import entry
from eventx.errors import InputError
from eventx.places import look_up, read_csv
from eventx.places.gazetteer import distance

HEADER = "name,admin1,country,lat,lon,id"


def written(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


ROWS = {
    "a village": ("Wold,Osk,Mali,16.5,-3.5,my:1", "Wold", ("town", "my:1", "Osk", None)),
    "no province": ("Wold,,Mali,16.5,-3.5,my:1", "Wold", ("town", "my:1", None, None)),
    "another spelling": ("Wold|Vold,Osk,Mali,16.5,-3.5,my:1", "Vold", ("town", "my:1", "Osk", None)),
    "a province": ("Osk region,,Mali,16.5,-3.5,my:1", "Osk", ("admin1", "my:1", "Osk", None)),
    "a district": ("Sabar district,Osk,Mali,16.5,-3.5,my:1", "Sabar", ("admin2", "my:1", "Osk", "Sabar")),
    "quoted": ('"Wold","Osk","Mali","16.5","-3.5","my:1"', "wold", ("town", "my:1", "Osk", None)),
    "the country's adjective": ("Wold,Osk,Malian,16.5,-3.5,my:1", "Wold", ("town", "my:1", "Osk", None)),
    "on the equator": ("Wold,Osk,Mali,0,-180,my:1", "Wold", ("town", "my:1", "Osk", None)),
}


@pytest.mark.parametrize(("row", "name", "expected"), ROWS.values(), ids=ROWS.keys())
def test_a_row_is_a_place(tmp_path, row, name, expected):
    found = look_up(name, country="Mali", gazetteers=[read_csv(written(tmp_path, row))])
    assert expected == (found.precision, found.gazetteer_id, found.admin1, found.admin2)


def test_a_district_may_be_given(tmp_path):
    path = written(
        tmp_path, "Wold,Osk,Sabar,Mali,16.5,-3.5,my:1", header="name,admin1,admin2,country,lat,lon,id"
    )
    found = look_up("Wold", country="Mali", admin1="Sabar", gazetteers=[read_csv(path)])
    assert ("my:1", "Sabar") == (found.gazetteer_id, found.admin2)


def test_a_village_of_ones_own_needs_no_country(tmp_path):
    own = read_csv(written(tmp_path, "Wold,Osk,Mali,16.5,-3.5,my:1"))
    assert "my:1" == look_up("Wold", gazetteers=[own]).gazetteer_id


def test_two_of_ones_own_are_tied(tmp_path):
    own = read_csv(written(tmp_path, "Wold,Osk,Mali,16.5,-3.5,my:1", "Wold,,Iraq,33,44,my:2"))
    assert ("my:1 Wold, Osk, Mali", "my:2 Wold, Iraq") == look_up("Wold", gazetteers=[own]).candidates


def test_the_name_says_which_file_in_which_state(tmp_path):
    one = read_csv(written(tmp_path, "Wold,Osk,Mali,16.5,-3.5,my:1")).name
    other = read_csv(written(tmp_path, "Wold,Osk,Mali,16.6,-3.5,my:1")).name
    assert one.startswith("own.csv (sha256 ")
    assert one != other


def test_the_towns_around_a_point(tmp_path):
    rows = ("Wold,Osk,Mali,16.5,-3.5,my:1", "Far,Osk,Mali,17.5,-3.5,my:2", "Osk region,,Mali,16.5,-3.5,my:3")
    assert ["my:1"] == [each.id for each in read_csv(written(tmp_path, *rows)).around(16.4, -3.5)]


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path):
    path = tmp_path / "own.csv"
    path.write_bytes(f"\ufeff{HEADER}\r\nWold,Osk,Mali,16.5,-3.5,my:1\r\n".encode())
    assert ["my:1"] == [each.id for each in read_csv(path).named("wold")]


GOOD = "Wold,Osk,Mali,16.5,-3.5,my:1"
BAD = {
    "a header in other words": (
        (GOOD,),
        "name,lat,lon",
        f"line 1: the header is 'name,lat,lon'; write {HEADER}",
    ),
    "an empty file": ((), "", f"line 1: the header is ''; write {HEADER}"),
    "a latitude out of range": (
        (GOOD, "Dern,Osk,Mali,91,-3.5,my:2"),
        HEADER,
        "line 3: lat is '91'; write degrees from -90 to 90",
    ),
    "a longitude that is none": (
        ("Dern,Osk,Mali,16,east,my:2",),
        HEADER,
        "line 2: lon is 'east'; write degrees from -180 to 180",
    ),
    "no number": (
        ("Dern,Osk,Mali,nan,1,my:2",),
        HEADER,
        "line 2: lat is 'nan'; write degrees from -90 to 90",
    ),
    "no latitude": (("Dern,Osk,Mali,,1,my:2",), HEADER, "line 2: lat is ''; write degrees from -90 to 90"),
    "an id twice": (
        (GOOD, "", "Dern,Osk,Mali,16,1,my:1"),
        HEADER,
        "line 4: the id 'my:1' is that of line 2, too; give it another",
    ),
    "no id": (("Dern,Osk,Mali,16,1,",), HEADER, "line 2: a place needs a name and an id"),
    "no name": ((" ,Osk,Mali,16,1,my:2",), HEADER, "line 2: a place needs a name and an id"),
    "no such country": (
        ("Dern,Osk,Arland,16,1,my:2",),
        HEADER,
        "line 2: no country is called 'Arland'; write its name in English",
    ),
    "a field too few": (
        ("Dern,Osk,Mali,16,1",),
        HEADER,
        "line 2: this line has not as many fields as the header has columns",
    ),
    "a field too many": (
        (f"{GOOD},7",),
        HEADER,
        "line 2: this line has not as many fields as the header has columns",
    ),
}


@pytest.mark.parametrize(("rows", "header", "message"), BAD.values(), ids=BAD.keys())
def test_a_wrong_line_is_told_by_its_number(tmp_path, rows, header, message):
    path = written(tmp_path, *rows, header=header)
    with pytest.raises(InputError) as error:
        read_csv(path)
    assert f"{path}, {message}" == str(error.value)


def test_no_such_file(tmp_path):
    path = tmp_path / "none.csv"
    with pytest.raises(InputError) as error:
        read_csv(path)
    expected = f"{path}: cannot be read (No such file or directory); give a CSV file of places"
    assert expected == str(error.value)


def test_another_encoding(tmp_path):
    path = tmp_path / "own.csv"
    path.write_bytes(f"{HEADER}\nKöln,,Germany,50,7,my:1\n".encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8"):
        read_csv(path)


def test_kilometres_across_the_date_line():
    assert 111 == round(distance(0, 179.5, entry("x:1", "Wold", (0, -179.5))))


def test_kilometres_along_a_parallel():
    assert 56 == round(distance(60, 10, entry("x:1", "Wold", (60, 11))))
