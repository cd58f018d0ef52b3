"""The formats of the record itself, read back by the tools their users use."""

from __future__ import annotations

import io
import json
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import hxl
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import counted, number
from eventx import codes, export
from eventx.export import casualties, coded, events
from eventx.export.cells import cell
from eventx.export.hxl import TAGS
from eventx.export.rules import APPLIED, REFUSED
from eventx.export.visible import escaped
from eventx.schema import Extraction, Finding
from exporting import SOLDIERS, actor, clash, extraction, seed, toll, where, write

COUNTS = (
    counted("11 soldiers"),
    counted("7 fighters", group="side_b"),
    counted("8 villagers", group="civilians"),
    counted("around 40 guards", "wounded"),
)
BATTLE = clash(*COUNTS, weapons=("shells", "rifles"), side_a=(SOLDIERS, actor("Norland", role="supporter")))
TOLL = toll("At least 26 people", "e1", "e2")
NOWHERE = clash(id="e2", when=None, where=where("unresolved", latitude=None, longitude=None))
BOTH = extraction(BATTLE, NOWHERE, source="Arland Post", published="2023-05-05", url="https://news.example/1")
HOSTILE = '=1+1\n\u202eabc\x1b[2J, "quoted"; ünïcode'


# csv


def test_csv_is_a_row_an_event() -> None:
    table = pandas.read_csv(io.BytesIO(write("csv", BOTH).data), keep_default_na=True)
    assert list(events.COLUMNS) == list(table.columns)
    assert ["e1", "e2"] == list(table["event"])
    row = table.iloc[0]
    assert (26, 26, 26, 40) == (row.killed, row.killed_low, row.killed_high, row.wounded)
    assert ("Arland army", "Norland", "Reed Front", "shells; rifles") == (
        row.side_a,
        row.side_a_supporters,
        row.side_b,
        row.weapons,
    )
    assert ("2023-05-03", "2023-05-03", 35.123456, -36.5) == (
        row.date_start,
        row.date_end,
        row.latitude,
        row.longitude,
    )


def test_what_is_not_known_is_an_empty_cell_and_no_zero() -> None:
    empty = write("csv", BOTH).rows[1]
    assert ("", "", "", "") == tuple(empty[name] for name in ("killed", "wounded", "date_start", "latitude"))


def test_csv_of_several_articles_names_them() -> None:
    rows = write("csv", BOTH, BOTH).rows
    assert ["line 1", "line 1", "line 2", "line 2"] == [row["article"] for row in rows]


def test_the_figures_come_to_the_events_figure() -> None:
    table = pandas.read_csv(io.BytesIO(write("csv-figures", BOTH).data))
    assert list(casualties.COLUMNS) == list(table.columns)
    parts = table[(table.outcome == "killed") & (table.role == "part")]
    assert (26, 4) == (parts.value.sum(), len(table))


def test_csv_says_what_is_told_in_passing() -> None:
    rows = write("csv", extraction(BATTLE, clash(passing=True))).rows
    assert ["false", "true"] == [row["passing"] for row in rows]


def test_the_figures_say_who_vouches_and_what_they_were() -> None:
    hurt = counted("around 40 guards", "wounded", vouched_by=("model", "rules"))
    died = counted("11 soldiers", was=0, vouched_by=("model",))
    rows = write("csv-figures", extraction(clash(hurt, died, counted("7 fighters")))).rows
    assert [("", "model; rules"), ("0", "model"), ("", "")] == [
        (row["was"], row["vouched_by"]) for row in rows
    ]


def test_a_toll_is_a_row_of_all_its_events_and_of_no_number() -> None:
    *_, row = rows = write("csv-figures", extraction(BATTLE, NOWHERE, tolls=(TOLL,))).rows
    assert (5, ["e1; e2", "", "killed", "part", "26", "At least 26 people"]) == (
        len(rows),
        [row[name] for name in ("event", "casualty", "outcome", "role", "value", "quote")],
    )


def test_the_figures_of_the_seed_come_to_its_total(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_bytes(write("csv-figures", seed()).data)
    told = f"select role, sum(value)::int from '{file}' where outcome = 'killed' group by role order by role"
    assert [("part", 26), ("repeat", 26), ("total", 26)] == duckdb.sql(told).fetchall()


def test_every_figure_has_the_words_of_the_text() -> None:
    for row in write("csv-figures", BOTH).rows:
        assert row["quote"] == BOTH.article.text[int(row["start"]) : int(row["end"])]


def test_a_code_says_what_a_toll_leaves_open() -> None:
    rows = write("csv-codes", extraction(BATTLE, tolls=(TOLL,))).rows
    assert ["fatalities"] == [row["field"] for row in rows if "is not divided among them" in row["reason"]]


def test_a_row_a_code_with_its_reason() -> None:
    rows = write("csv-codes", BOTH).rows
    assert list(coded.COLUMNS) == list(rows[0])
    expected = [*codes.of(BATTLE), *codes.of(NOWHERE)]
    assert [("" if code.value is None else str(code.value), code.reason) for code in expected] == [
        (row["value"], row["reason"]) for row in rows
    ]


# Cells

CELLS: dict[str, tuple[Any, Any]] = {
    "formula": ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    "plus": ("+1", "'+1"),
    "minus": ("-1 people", "'-1 people"),
    "at": ("@here", "'@here"),
    "tab": ("\t=1", "'\\t=1"),
    "return": ("\r=1", "'\\r=1"),
    "a line end": ("\n=1", "'\n=1"),
    "a wide sign": ("＝1+1", "'＝1+1"),
    "text": ("a = b", "a = b"),
    "lines": ("a\nb", "a\nb"),
    "direction": ("\u202e26", "\\u202e26"),
    "a number": (-1.5, -1.5),
    "nothing": (None, None),
    "yes": (True, "true"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("given_", "expected"), CELLS.values(), ids=CELLS)
def test_cells(given_: Any, expected: Any) -> None:
    assert expected == cell(given_)


@given(st.text())
def test_no_text_is_a_formula_or_unsafe(text: str) -> None:
    safe = cell(text)
    assert isinstance(safe, str)
    assert (False, safe) == (safe.startswith(("=", "+", "-", "@", "\t", "\r")), escaped(safe))


@pytest.mark.parametrize("format", ["csv", "csv-figures", "csv-codes", "acled", "ucdp", "hxl"])
def test_nothing_of_a_hostile_text_is_run_or_obeyed(format: str) -> None:
    event = clash(
        counted("11 soldiers", who=HOSTILE, attributed_to=HOSTILE),
        side_a=(actor(HOSTILE, "State forces"),),
        side_b=(actor(HOSTILE, "Rebel group"),),
        where=where(text=HOSTILE, admin1=HOSTILE, admin2=HOSTILE, country=HOSTILE, reason=HOSTILE),
        summary=HOSTILE,
        sources=(HOSTILE,),
        weapons=(HOSTILE,),
        id=HOSTILE,
    )
    written = write(format, extraction(event, source=HOSTILE, url=HOSTILE))
    values = [value for row in written.rows for value in row.values()]
    assert any("1+1" in value for value in values)
    assert [] == [value for value in values if value.startswith("=")]
    assert set() == {"\u202e", "\x1b"} & set(written.data.decode())


# JSON Lines and GeoJSON


def test_jsonl_holds_everything() -> None:
    lines = write("jsonl", BOTH, seed()).data.decode().splitlines()
    assert [BOTH, seed()] == [Extraction.model_validate_json(line) for line in lines]


def test_geojson_is_read_by_geopandas(tmp_path: Path) -> None:
    file = tmp_path / "events.geojson"
    file.write_bytes(write("geojson", BOTH).data)
    table = geopandas.read_file(file)
    assert ["e1", "e2"] == list(table["event"])
    assert (-36.5, 35.123456) == (table.geometry[0].x, table.geometry[0].y)
    assert (None, "EPSG:4326") == (table.geometry[1], str(table.crs))
    assert ["town", "unresolved"] == list(table["place_precision"])
    assert [False, False] == list(table["passing"])
    assert 26 == table["killed"].sum()


@pytest.mark.parametrize("events_", [(), (BATTLE,), (BATTLE, NOWHERE)], ids=["none", "one", "two"])
def test_geojson_is_one_object(events_: tuple[Any, ...]) -> None:
    collection = json.loads(write("geojson", extraction(*events_)).data)
    assert ("FeatureCollection", len(events_)) == (collection["type"], len(collection["features"]))


def test_geojson_keeps_hostile_text_exactly() -> None:
    written = write("geojson", extraction(clash(summary=HOSTILE)))
    assert HOSTILE == json.loads(written.data)["features"][0]["properties"]["summary"]
    assert set() == {"\u202e", "\x1b"} & set(written.data.decode())


# HXL


def test_hxl_is_read_by_libhxl() -> None:
    source = hxl.data(io.BytesIO(write("hxl", BOTH).data))
    assert [tag.replace("+", " ").split()[0] for tag in TAGS.values()] == source.tags
    assert list(TAGS) == source.headers
    assert ["26", None] == [row.get("#affected+killed-min-max") for row in source]


def test_hxl_says_that_a_toll_is_not_divided() -> None:
    shared = clash(id="e2", killed=number(None, None, 26))
    written = write("hxl", extraction(BATTLE, shared, tolls=(TOLL,)))
    assert ["26", "26"] == [row["killed_high"] for row in written.rows[1:]]
    said = "a toll of “At least 26 people” over events e1, e2 is not divided among them"
    assert [f"export-toll-not-divided: events[{index}].killed: {said}" for index in (0, 1)] == written.said


def test_hxl_refuses_what_did_not_happen() -> None:
    written = write("hxl", extraction(BATTLE, clash(context=("negated",))))
    assert ["export-not-an-event: events[1]: it is told as negated, so it is no event"] == written.said
    assert 2 == len(written.rows)  # the tags and one event


# PLOVER


def test_plover_is_a_record_a_line() -> None:
    historical = clash(context=("historical",), id="e2", sub_event_type="Armed clash", weapons=("rifles",))
    written = write("plover", extraction(BATTLE, historical, source="Arland Post"))
    first, second = [json.loads(line) for line in written.data.splitlines()]
    assert {"id", "date", "actor", "event"} <= set(first)
    assert ("e1", "2023-05-03", ["ASSAULT"], ["heavy-weapons"], []) == (
        first["id"],
        first["date"],
        first["event"],
        first["mode"],
        first["context"],
    )
    assert ["Arland army", "Norland"] == [each["name"] for each in first["actor"]]
    assert (["historical"], ["firearms"]) == (second["context"], second["mode"])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"when": None}, "export-no-date", id="no date"),
        pytest.param(
            {"event_type": "Strategic developments", "sub_event_type": "Other"},
            "export-no-plover-event",
            id="no event",
        ),
    ],
)
def test_plover_refuses(changes: dict[str, Any], code: str) -> None:
    written = write("plover", extraction(clash(**changes)))
    assert ([code], b"") == (written.codes, written.data)


# Parquet


def test_parquet_is_read_by_duckdb_and_pandas(tmp_path: Path) -> None:
    file = tmp_path / "events.parquet"
    file.write_bytes(write("parquet", BOTH, seed()).data)
    total = duckdb.sql(f"select count(*), sum(killed)::int, max(date_end) from '{file}'").fetchall()
    assert [(3, 52, date(2023, 8, 28))] == total
    table = pandas.read_parquet(file)
    assert list(events.COLUMNS) == list(table.columns)
    assert "bool" == str(table["passing"].dtype)
    assert ["line 1", "line 1", "line 2"] == list(table["article"])
    assert [True, False] == [value is None or value != value for value in (table.killed[1], table.killed[0])]


def test_parquet_comes_in_row_groups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("eventx.export.parquet._GROUP", 2)
    file = tmp_path / "events.parquet"
    file.write_bytes(write("parquet", BOTH, BOTH, seed()).data)
    groups = duckdb.sql(f"select distinct row_group_id from parquet_metadata('{file}')").fetchall()
    assert (3, 5) == (len(groups), len(pandas.read_parquet(file)))


def test_parquet_of_nothing_has_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "events.parquet"
    file.write_bytes(write("parquet", extraction()).data)
    assert list(events.COLUMNS) == list(pandas.read_parquet(file).columns)


# All formats


@pytest.mark.parametrize("format", [name for name in export.FORMATS if name != "parquet"])
def test_nothing_is_kept_of_what_is_streamed(format: str) -> None:
    taken = 0

    def items() -> Any:
        nonlocal taken
        for _ in range(50):
            taken += 1
            yield "", BOTH

    stream = export.stream(items(), format)
    assert (3, True) == (len(list(islice(stream, 3))), taken <= 3)


@pytest.mark.parametrize("format", export.FORMATS)
def test_a_finding_among_the_items_goes_through(format: str) -> None:
    lost = Finding(code="line-unreadable", severity="error", path="line 1", message="is not JSON")
    assert lost in list(export.stream([("line 1", lost)], format))


@pytest.mark.parametrize("format", ["acled", "ucdp", "plover"])
def test_findings_name_the_article(format: str) -> None:
    written = write(format, BOTH, extraction(clash(when=None)))
    assert {"line 1: events[1].when", "line 2: events[0].when"} == {
        each.path for each in written.findings if each.code == "export-no-date"
    }


def test_every_finding_is_documented() -> None:
    text = (Path(__file__).parents[1] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [] == [code for code in (*REFUSED, *APPLIED) if f"`{code}`" not in text]
