"""An extraction's places on the map: which gazetteers are asked, when, and what the record says of them."""

import asyncio
from pathlib import Path

import pytest

from atlas import ATLAS
from eventx import InputError, Place, aextract, extract, places
from eventx.cli import main
from eventx.places import opening, packages
from eventx.reply import Incident
from scripted import NOTHING_NEW, Scripted, incident, told

TEXT = "Shells fell near Tarn in Osk region, the Malian army said on Monday."
NEAR_TARN = told(incident(town="Tarn", province="Osk", country="Mali", side_a="Malian army"))


@pytest.fixture(autouse=True)
def _only_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """No gazetteer is installed, as without the extra `geo`."""
    monkeypatch.setattr(packages, "versions", lambda: None)


def where(extraction) -> Place:
    (event,) = extraction.events
    assert event.where is not None
    return event.where


def test_a_gazetteer_of_ones_own_locates_the_events():
    extraction = extract(TEXT, model=Scripted(NEAR_TARN), gazetteer=ATLAS)
    found = where(extraction)
    assert ("near", "a:5", 16.1, -3.05) == (
        found.precision,
        found.gazetteer_id,
        found.latitude,
        found.longitude,
    )
    assert "atlas 1" == extraction.provenance.gazetteer


def test_a_csv_file_does_too(tmp_path: Path):
    path = tmp_path / "own.csv"
    path.write_text("name,admin1,country,lat,lon,id\nTarn,Osk,Mali,16.5,-3.5,my:1\n", encoding="utf-8")
    read = places.read_csv(path)
    for given in (path, str(path)):
        extraction = extract(TEXT, model=Scripted(NEAR_TARN), gazetteer=given)
        assert "my:1" == where(extraction).gazetteer_id
        assert read.name == extraction.provenance.gazetteer
    assert extraction.events == asyncio.run(aextract(TEXT, model=Scripted(NEAR_TARN), gazetteer=path)).events


def test_a_wrong_csv_is_told_before_a_model_is_asked(tmp_path: Path):
    path = tmp_path / "own.csv"
    path.write_text("name,admin1,country,lat,lon,id\nTarn,Osk,Mali,165,-3.5,my:1\n", encoding="utf-8")
    model = Scripted()
    with pytest.raises(InputError, match="line 2: lat is '165'"):
        extract(TEXT, model=model, gazetteer=path)
    with pytest.raises(InputError, match="line 2: lat is '165'"):
        asyncio.run(aextract(TEXT, model=model, gazetteer=path))
    assert [] == model.asked


def test_without_a_gazetteer_places_keep_their_names():
    extraction = extract(TEXT, model=Scripted(NEAR_TARN))
    assert ("Tarn", "Mali", "unresolved", None) == (
        where(extraction).text,
        where(extraction).country,
        where(extraction).precision,
        where(extraction).latitude,
    )
    assert None is extraction.provenance.gazetteer


def test_no_gazetteer_is_opened_for_a_text_without_places(monkeypatch: pytest.MonkeyPatch):
    def opened() -> None:
        raise AssertionError("the gazetteer was opened")

    monkeypatch.setattr(opening, "default", opened)
    assert () == extract("The team won on Monday.", model=Scripted(NOTHING_NEW)).events


def test_a_tie_is_a_finding():
    text = "Shells fell on Kelm, the Malian army said on Monday."
    reply = told(incident(town="Kelm", country="Mali", side_a="Malian army"))
    extraction = extract(text, model=Scripted(reply), gazetteer=ATLAS)
    assert [
        (
            "place-tied",
            "events[0].where.candidates",
            "“Kelm” may be a:7 Kelm, Osk, Mali; a:8 Kelm, Borel, Mali",
        )
    ] == [(each.code, each.path, each.message) for each in extraction.findings if "where" in each.path]


def test_a_model_has_no_room_for_coordinates():
    fields = {name for name in Incident.model_fields if "lat" in name or "lon" in name or "coord" in name}
    assert set() == fields
    reply = {**NEAR_TARN, "events": [{**incident(town="Tarn"), "latitude": 1.0}]}
    with pytest.raises(ValueError, match="latitude"):
        extract(TEXT, model=Scripted(reply), gazetteer=ATLAS)


def test_a_country_of_the_model_alone_is_not_replaced_by_the_one_named():
    text = "Russian shells fell on Tarn on Monday."
    reply = told(incident(town="Tarn", country="Mali", side_a="Russia"))
    assert (None, "a:5") == (
        extract(text, model=Scripted(reply)).events[0].where.country,
        where(extract(text, model=Scripted(reply), gazetteer=ATLAS)).gazetteer_id,
    )


def test_the_command_takes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    article, path = tmp_path / "article.txt", tmp_path / "own.csv"
    article.write_text(TEXT, encoding="utf-8")
    path.write_text("name,lat\n", encoding="utf-8")
    code = main(["extract", str(article), "--gazetteer", str(path), "--base-url", "http://127.0.0.1:9/v1"])
    assert 2 == code
    assert f"{path}, line 1: the header is 'name,lat'" in capsys.readouterr().err
