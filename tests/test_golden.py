import json
from pathlib import Path
from typing import Any

import pytest

from changing import CLASH, MINE, changed, exactly, extraction
from eventx.errors import InputError
from eventx.golden import differences, dump, read
from eventx.schema import Provenance


def golden(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    return path


def edited(text: str, *way: str | int, to: Any) -> str:
    kept = json.loads(text)
    holder = kept
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = to
    return json.dumps(kept)


DUMPED = dump(extraction(CLASH, MINE))


def test_an_extraction_does_not_differ_from_its_own_golden(tmp_path: Path) -> None:
    assert differences(golden(tmp_path, DUMPED), extraction(CLASH, MINE)) == ()


def test_seconds_and_version_make_no_difference(tmp_path: Path) -> None:
    again = extraction(CLASH, MINE, seconds=9.0, eventx_version="7.0")
    assert dump(again) == DUMPED
    assert differences(golden(tmp_path, DUMPED), again) == ()


def test_a_golden_keeps_of_the_provenance_all_but_seconds_and_version() -> None:
    kept = Provenance.model_fields.keys() - {"seconds", "eventx_version"}
    assert json.loads(DUMPED)["provenance"].keys() == kept


def test_what_a_golden_does_not_keep_is_null_when_it_is_read(tmp_path: Path) -> None:
    made_by = read(golden(tmp_path, DUMPED)).provenance
    assert (made_by.seconds, made_by.eventx_version) == (None, None)


def test_the_dump_is_readable_and_ends_its_last_line() -> None:
    assert DUMPED.startswith(
        '{\n "article": {\n  "text": "Eight soldiers were killed and two men wounded near Çorvan'
    )
    assert DUMPED.endswith("}\n")


def test_a_number_altered_in_a_golden_is_shown_as_that_number(tmp_path: Path) -> None:
    altered = edited(DUMPED, "events", 0, "casualties", 0, "count", "value", to=18)
    assert differences(golden(tmp_path, altered), extraction(CLASH, MINE)) == (
        'e1.casualties[0].count.value 18 → 8 "Eight soldiers"',
    )


def test_differences_are_lines(tmp_path: Path) -> None:
    now = extraction(changed(CLASH, killed=exactly(9)), MINE)
    assert differences(golden(tmp_path, DUMPED), now) == ('e1.killed.value 8 → 9 "as given"',)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{", "is not JSON (", id="cut-off"),
        pytest.param("", "is empty", id="empty"),
        pytest.param("[]", "is no extraction: the line: ", id="no-object"),
        pytest.param(
            edited(DUMPED, "events", 0, "motive", to=None),
            "is no extraction: events.0.motive: Extra inputs are not permitted",
            id="a-field-that-is-not-one",
        ),
        pytest.param(
            edited(DUMPED, "events", 0, "casualties", 0, "count", "value", to="eight"),
            "is no extraction: events.0.casualties.0.count.value: ",
            id="no-number",
        ),
        pytest.param(
            edited(DUMPED, "provenance", "schema_version", to="9"),
            "has the schema version '9', and this eventx reads 1, 2 and 3",
            id="a-version-not-known",
        ),
    ],
)
def test_a_golden_that_cannot_be_read_says_why(tmp_path: Path, text: str, expected: str) -> None:
    path = golden(tmp_path, text)
    with pytest.raises(InputError) as raised:
        read(path)
    assert str(raised.value).startswith(f"{path}: {expected}")


def test_a_golden_is_one_extraction(tmp_path: Path) -> None:
    two = f"{extraction(CLASH).model_dump_json()}\n" * 2
    with pytest.raises(InputError, match="holds 2 extractions, and a golden is one"):
        read(golden(tmp_path, two))
