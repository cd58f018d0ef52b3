"""Extractions read back: bare lines, lines of a run, one file; what cannot be used is told, line by line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eventx import stored
from eventx.errors import InputError
from eventx.export import to_json, to_jsonl
from eventx.schema import SCHEMA_VERSION, Extraction, Finding
from exporting import clash, extraction, seed

ONE = extraction(clash())
BARE = to_jsonl(ONE)


def run_line(**changes: Any) -> str:
    line = {"id": "a-1", "status": "done", "extraction": json.loads(BARE), "error": None}
    return json.dumps({**line, **changes}) + "\n"


def read(tmp_path: Path, *lines: str | bytes) -> list[stored.Item]:
    file = tmp_path / "lines.jsonl"
    file.write_bytes(b"".join(line.encode() if isinstance(line, str) else line for line in lines))
    return list(stored.read(file))


def told(tmp_path: Path, *lines: str | bytes) -> list[str]:
    return [
        f"{item.code}: {item.path}: {item.message}"
        for _, item in read(tmp_path, *lines)
        if isinstance(item, Finding)
    ]


GOOD: dict[str, tuple[str | bytes, str]] = {
    "bare": (BARE, "line 1"),
    "of a run": (run_line(), "a-1"),
    "of a run, with more in it": (run_line(seconds=2.5), "a-1"),
    "of a run, in another order": (
        json.dumps({"status": "done", "extraction": json.loads(BARE), "id": 7}),
        "7",
    ),
    "of a run without ids": (run_line(id=None), "line 1"),
    "one extraction over many lines": (to_json(ONE), "line 1"),
    "after a byte-order mark": (b"\xef\xbb\xbf" + BARE.encode(), "line 1"),
    "with spaces and other line ends": (f"  {BARE.rstrip()} \r\n\r\n", "line 1"),
    "without a line end": (BARE.rstrip(), "line 1"),
    "of version 1": (BARE.replace('"schema_version":"3"', '"schema_version":"1"'), "line 1"),
}


@pytest.mark.parametrize(("line", "name"), GOOD.values(), ids=GOOD)
def test_what_can_be_read(tmp_path: Path, line: str | bytes, name: str) -> None:
    ((found, item),) = read(tmp_path, line)
    assert isinstance(item, Extraction)
    assert (name, ONE.events, ONE.article) == (found, item.events, item.article)


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path: Path) -> None:
    assert ["line 1", "line 3"] == [name for name, _ in read(tmp_path, BARE, "\n", BARE)]


WRONG = json.loads(BARE)
WRONG["events"][0]["where"]["evidence"][0].update(start=0, end=6)
BAD: dict[str, tuple[str | bytes, str]] = {
    "no JSON": (
        "{bad\n",
        "line-unreadable: line 1: is not JSON (Expecting property name enclosed in double quotes: "
        "line 1 column 2 (char 1))",
    ),
    "no extraction": (
        '{"a": 1}',
        "line-unreadable: line 1: is no extraction: article: Field required",
    ),
    "a list": (f"[{BARE.rstrip()}]", "line-unreadable: line 1: is no extraction: the line: "),
    "a quote that is not there": (
        json.dumps(WRONG),
        "line-unreadable: line 1: is no extraction: the line: Value error, evidence at 0..6 is not "
        "the article's words",
    ),
    "a version to come": (
        BARE.replace('"schema_version":"3"', '"schema_version":"99"'),
        "line-unknown-version: line 1: has the schema version '99', and this eventx reads "
        "1, 2 and 3; update eventx",
    ),
    "a version to come, with fields to come": (
        BARE.replace('"schema_version":"3"', '"schema_version":"99","more":1'),
        "line-unknown-version: line 1: has the schema version '99'",
    ),
    "a version to come, in a run": (
        run_line().replace('"schema_version": "3"', '"schema_version": "99", "more": 1'),
        "line-unknown-version: line 1: has the schema version '99'",
    ),
    "a failed article of a run": (
        run_line(status="failed", extraction=None, error="no usable reply"),
        "line-without-extraction: a-1: the run made no extraction of it: failed (no usable reply)",
    ),
    "nested without end": (
        "[" * 100_000 + "\n",
        "line-unreadable: line 1: is not JSON (maximum recursion depth exceeded",
    ),
    "bytes that are no text": (b'{"article": "\xff"}', "line-unreadable: line 1: is not JSON ("),
}


@pytest.mark.parametrize(("line", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_used_is_told_and_is_no_end(tmp_path: Path, line: str | bytes, message: str) -> None:
    found = told(tmp_path, line, b"\n", BARE)
    assert (1, True) == (len(found), found[0].startswith(message)), found
    assert isinstance(read(tmp_path, line, b"\n", BARE)[-1][1], Extraction)


def test_a_bad_line_is_an_error(tmp_path: Path) -> None:
    ((_, finding),) = read(tmp_path, "{bad")
    assert isinstance(finding, Finding)
    assert "error" == finding.severity


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("missing.jsonl", "missing.jsonl: no such file; check the path", id="missing"),
        pytest.param(".", "is a folder; give one JSON Lines file", id="folder"),
        pytest.param("empty.jsonl", "is empty; give extractions, one a line", id="empty"),
    ],
)
def test_what_is_no_file_of_extractions(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty.jsonl").write_text("\n\n", encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(stored.read(tmp_path / name))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BARE.encode())))
    assert [("line 1", ONE)] == list(stored.read("-"))


def test_a_file_is_read_as_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lines(io.BytesIO):
        taken = 0

        def __iter__(self) -> Iterator[bytes]:
            for _ in range(1000):
                self.taken += 1
                yield BARE.encode()

    lines = Lines()
    assert "line 1" == next(stored._lines(lines, "lines"))[0]
    assert 1 == lines.taken


def test_what_is_written_today_can_be_read() -> None:
    assert SCHEMA_VERSION in stored.READABLE


def test_the_seed_comes_back(tmp_path: Path) -> None:
    assert [("line 1", seed())] == read(tmp_path, to_jsonl(seed()))
