from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from changing import CLASH, DETAINED, EIGHT, MINE, TEXT, changed, exactly, extraction
from eventx.errors import InputError
from eventx.golden import line
from eventx.golden.runs import Compared, Summary, compare
from eventx.schema import Extraction, Toll

ONE = extraction(CLASH)
TWO = extraction(MINE)
NINE = extraction(changed(CLASH, killed=exactly(9)))


def run_line(case: str, made: Extraction | None, error: str | None = None) -> str:
    data = made and made.model_dump(mode="json")
    status = "failed" if made is None else "done"
    return json.dumps({"id": case, "status": status, "extraction": data, "error": error})


def bare(made: Extraction, text: str | None = None) -> str:
    if text is not None:
        made = extraction(text=text)
    return made.model_dump_json()


def compared(tmp_path: Path, a: list[str], b: list[str]) -> list[Compared]:
    for name, lines in (("a", a), ("b", b)):
        (tmp_path / name).write_text("".join(f"{each}\n" for each in lines), encoding="utf-8")
    return list(compare(tmp_path / "a", tmp_path / "b"))


def told(cases: list[Compared]) -> list[tuple[str, str, list[str]]]:
    return [(case.id, case.status, list(map(line, case.changes))) for case in cases]


MOVED = ['e1.killed.value 8 → 9 "as given"']


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            [run_line("x", ONE), run_line("y", TWO)],
            [run_line("x", ONE), run_line("y", TWO)],
            [("x", "same", []), ("y", "same", [])],
            id="the-same",
        ),
        pytest.param(
            [run_line("x", ONE), run_line("y", TWO)],
            [run_line("y", TWO), run_line("x", NINE)],
            [("y", "same", []), ("x", "different", MOVED)],
            id="in-another-order",
        ),
        pytest.param(
            [run_line("x", ONE), run_line("y", ONE)],
            [run_line("y", ONE), run_line("z", ONE)],
            [("y", "same", []), ("x", "only in A", []), ("z", "only in B", [])],
            id="one-lost-and-one-come",
        ),
        pytest.param(
            [run_line("x", ONE), run_line("x", TWO)],
            [run_line("x", NINE), run_line("x", TWO)],
            [("x", "different", MOVED), ("x", "same", [])],
            id="an-id-that-comes-twice-is-joined-in-order",
        ),
        pytest.param(
            [run_line("x", ONE)],
            [run_line("x", None, "no model")],
            [("x", "different", ['status "done" → "the run made no extraction of it: failed (no model)"'])],
            id="failed-now",
        ),
        pytest.param(
            [run_line("x", None, "no model")],
            [run_line("x", None, "no model")],
            [("x", "same", [])],
            id="failed-both-times",
        ),
        pytest.param(
            [bare(ONE, "A text."), bare(ONE)],
            [bare(NINE), bare(ONE, "A text.")],
            [("line 2", "different", MOVED), ("line 1", "same", [])],
            id="without-ids-by-the-article",
        ),
        pytest.param(
            [bare(ONE, "A text.")],
            [bare(ONE, "A corrected text.")],
            [("line 1", "different", ['article.text "A text." → "A corrected text."'])],
            id="one-article-corrected",
        ),
        pytest.param(
            [bare(ONE, "A text."), bare(ONE, "Another.")],
            [bare(ONE, "A corrected text."), bare(ONE, "Yet another.")],
            [
                ("line 1", "only in A", []),
                ("line 2", "only in A", []),
                ("line 1", "only in B", []),
                ("line 2", "only in B", []),
            ],
            id="several-corrected-are-not-guessed",
        ),
    ],
)
def test_cases_are_joined_and_compared(
    tmp_path: Path, a: list[str], b: list[str], expected: list[Any]
) -> None:
    assert told(compared(tmp_path, a, b)) == expected


def test_what_made_them_is_told_apart_from_what_changed(tmp_path: Path) -> None:
    other = extraction(CLASH, model="other", tokens_in=7, seconds=9.0)
    (case,) = compared(tmp_path, [run_line("x", ONE)], [run_line("x", other)])
    assert case == Compared("x", "same", (), (("model", "m", "other"),))


def test_a_line_that_cannot_be_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        compared(tmp_path, [run_line("x", ONE), "{"], [run_line("x", ONE)])
    assert str(raised.value).startswith(f"{tmp_path / 'a'}: line 2: is not JSON (")


def test_a_run_of_the_schema_before_is_compared(tmp_path: Path) -> None:
    old = json.loads(run_line("x", ONE))
    old["extraction"]["provenance"]["schema_version"] = "1"
    assert told(compared(tmp_path, [json.dumps(old)], [run_line("x", NINE)])) == [("x", "different", MOVED)]


def test_the_summary_counts_what_came_went_and_moved(tmp_path: Path) -> None:
    a = [run_line("x", ONE), run_line("y", TWO), run_line("z", ONE), run_line("w", ONE)]
    fewer = changed(CLASH, casualties=(changed(EIGHT, count=changed(EIGHT.count, value=9, text="nine")),))
    b = [
        run_line("x", extraction(fewer, MINE, model="other")),
        run_line("y", extraction(text=TEXT)),
        run_line("z", NINE),
    ]
    summary = Summary()
    for case in compared(tmp_path, a, b):
        summary.add(case)
    assert summary == Summary(
        cases={"different": 3, "only in A": 1},  # type: ignore[arg-type]
        events_added=1,
        events_removed=1,
        casualties_removed=2,
        figures_moved=2,
        made_by={("model", "m", "other"): 1},  # type: ignore[arg-type]
    )


def test_the_summary_counts_tolls_and_their_figures(tmp_path: Path) -> None:
    toll, other = (Toll(events=("e1", "e2"), casualty=each) for each in (EIGHT, DETAINED))
    nine = changed(toll, casualty=changed(EIGHT, count=exactly(9)))
    summary = Summary()
    for was, now in (((toll,), (nine, other)), ((other,), ())):
        both = [[run_line("x", extraction(CLASH, MINE, tolls=each))] for each in (was, now)]
        for case in compared(tmp_path, *both):
            summary.add(case)
    assert (1, 1, 1) == (summary.tolls_added, summary.tolls_removed, summary.figures_moved)


def test_files_in_the_same_order_are_never_held_as_a_whole(tmp_path: Path) -> None:
    lines = [run_line(str(number), ONE) for number in range(4)]
    for name in ("a", "b"):
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b").write_text("\n".join([*lines[:2], "{"]), encoding="utf-8")
    cases = compare(tmp_path / "a", tmp_path / "b")
    assert [next(cases).id, next(cases).id] == ["0", "1"]
    with pytest.raises(InputError):
        next(cases)
