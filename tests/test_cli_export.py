"""`eventx export`, and `eventx extract --format`: what is written, said and returned."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pandas
import pytest

from building import counted
from eventx.cli import main
from eventx.export import to_json, to_jsonl
from eventx.schema import Extraction
from exporting import clash, extraction, seed, toll, when, write

UNDATED = seed(when=when(None, text="last Saturday", precision="unresolved"))


def lines(tmp_path: Path, *extractions: Extraction, more: str = "") -> str:
    file = tmp_path / "events.jsonl"
    file.write_text("".join(map(to_jsonl, extractions)) + more, encoding="utf-8")
    return str(file)


def test_what_is_refused_is_said_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["export", lines(tmp_path, seed(), UNDATED), "--to", "acled"])
    out, err = capsys.readouterr()
    assert (1, 4) == (code, len(out.splitlines()))
    assert [
        "note: line 1: events[0].casualties[1].count: ACLED writes “At least 26 people” as 26",
        "note: line 1: events[0].killed: 26 deaths over 3 days: 10 + 8 + 8",
        "refused: line 2: events[0].when: there is no date: “last Saturday” is no date",
        "1 event written, 1 refused (no date 1), notes (lowest 1, days split 1)",
    ] == err.splitlines()


def test_all_written_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["export", lines(tmp_path, seed(), seed()), "--to", "ucdp"])
    assert "2 events written\n" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "events"),
    [pytest.param([], ["e1", "e2"], id="all"), pytest.param(["--without-passing"], ["e2"], id="without")],
)
def test_events_told_in_passing_can_be_left_out(
    tmp_path: Path, options: list[str], events: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = extraction(clash(passing=True), clash(id="e2"), tolls=(toll("11 soldiers", "e1", "e2"),))
    assert 0 == main(["export", lines(tmp_path, given), "--to", "jsonl", *options])
    out, err = capsys.readouterr()
    made = Extraction.model_validate_json(out)
    assert (events, given.tolls) == ([each.id for each in made.events], made.tolls)
    assert f"{len(events)} event{'s' if len(events) > 1 else ''} written\n" == err


def test_lines_that_cannot_be_used_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failed = json.dumps({"id": "a-7", "status": "failed", "extraction": None, "error": "no usable reply"})
    assert 1 == main(["export", lines(tmp_path, seed(), more=f"{{bad\n{failed}\n"), "--to", "csv"])
    err = capsys.readouterr().err.splitlines()
    assert "not used: line 2: is not JSON (" in err[0]
    assert [
        "not used: a-7: the run made no extraction of it: failed (no usable reply)",
        "1 event written, 2 lines not used (unreadable 1, without extraction 1)",
    ] == err[1:]


def test_what_is_said_is_safe_for_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = seed(when=when(None, text="\x1b[2J\u202e now\nthen", precision="unresolved"))
    main(["export", lines(tmp_path, hostile), "--to", "acled"])
    assert (2, set()) == (len((err := capsys.readouterr().err).splitlines()), {"\x1b", "\u202e"} & set(err))


def test_the_file_that_extract_wrote_can_be_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "events.json"
    file.write_text(to_json(seed()), encoding="utf-8")
    assert 0 == main(["export", str(file), "--to", "ucdp"])
    assert capsys.readouterr().out.splitlines() == write("ucdp", seed()).data.decode().splitlines()


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(to_jsonl(seed()).encode())))
    assert 0 == main(["export", "-", "--to", "jsonl"])
    assert to_jsonl(seed()) == capsys.readouterr().out


def test_a_file_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "acled.csv"
    assert 0 == main(["export", lines(tmp_path, seed()), "--to", "acled", "-o", str(out)])
    assert write("acled", seed()).data == out.read_bytes()
    assert "" == capsys.readouterr().out


def test_parquet_is_written_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "events.parquet"
    assert 0 == main(["export", lines(tmp_path, seed()), "--to", "parquet", "-o", str(out)])
    assert [26] == list(pandas.read_parquet(out)["killed"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["--to", "parquet"],
            "eventx: parquet is no text; name the file to write with -o",
            id="parquet on standard output",
        ),
        pytest.param(
            ["--to", "csv", "-o", "missing/out.csv"],
            "eventx: missing/out.csv: there is no folder missing; make it first",
            id="no folder",
        ),
        pytest.param([], "eventx: the following arguments are required: --to", id="no format"),
        pytest.param(["--to", "xlsx"], "eventx: argument --to: invalid choice: 'xlsx'", id="no such format"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["export", lines(tmp_path, seed()), *arguments])
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    err = capsys.readouterr().err
    assert (2, True, 1) == (code, err.startswith(message), len(err.splitlines())), err


@pytest.mark.parametrize("name", ["missing.jsonl", "empty.jsonl"])
def test_a_file_that_cannot_be_read_writes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.jsonl").touch()
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    assert 2 == main(["export", str(tmp_path / name), "--to", "csv", "-o", str(out)])
    assert ("old", ["empty.jsonl", "out.csv"]) == (
        out.read_text(encoding="utf-8"),
        sorted(each.name for each in tmp_path.iterdir()),
    )


def test_nothing_but_refusals_is_a_file_with_its_header(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = extraction(clash(counted("11 soldiers"), when=None))
    assert 1 == main(["export", lines(tmp_path, given), "--to", "ucdp"])
    out, err = capsys.readouterr()
    assert (1, "0 events written, 1 refused (no date 1)") == (len(out.splitlines()), err.splitlines()[-1])
