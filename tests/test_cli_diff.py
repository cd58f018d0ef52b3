from __future__ import annotations

import json
from pathlib import Path

import pytest

from changing import CLASH, MINE, TWO, changed, exactly, extraction
from eventx.cli import main
from test_golden_runs import run_line

OLD = [run_line("x", extraction(CLASH)), run_line("y", extraction(MINE)), run_line("z", extraction(MINE))]
NEW = [
    run_line(
        "x", extraction(changed(CLASH, killed=exactly(18), casualties=(CLASH.casualties[0], TWO)), model="n")
    ),
    run_line("y", extraction(MINE, model="n")),
]


@pytest.fixture
def runs(tmp_path: Path) -> tuple[str, str]:
    for name, lines in (("a.jsonl", OLD), ("b.jsonl", NEW)):
        (tmp_path / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")


def test_the_summary_comes_first_then_case_by_case(
    runs: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *runs]) == 1
    assert capsys.readouterr().out == (
        "3 cases: 1 same, 1 different, 1 only in A\n"
        "events: 0 added, 0 removed\n"
        "casualties: 0 added, 1 removed\n"
        "figures moved: 1\n"
        "model: m → n in 2 of them\n"
        "\n"
        "x: different\n"
        '  - e1.casualties[2] killed 3, side_a, subset "three officers"\n'
        '  e1.killed.value 8 → 18 "as given"\n'
        "\n"
        "z: only in A\n"
    )


def test_markdown_has_a_block_a_case(runs: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", *runs, "--format", "markdown"])
    assert capsys.readouterr().out == (
        "### eventx diff: 3 cases: 1 same, 1 different, 1 only in A\n"
        "\n"
        "- events: 0 added, 0 removed\n"
        "- casualties: 0 added, 1 removed\n"
        "- figures moved: 1\n"
        "- model: m → n in 2 of them\n"
        "\n"
        "**x**: different\n"
        "\n"
        "```diff\n"
        '- e1.casualties[2] killed 3, side_a, subset "three officers"\n'
        'e1.killed.value 8 → 18 "as given"\n'
        "```\n"
        "\n"
        "**z**: only in A\n"
    )


def test_json_has_all_of_it(runs: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", *runs, "--format", "json"])
    said = json.loads(capsys.readouterr().out)
    assert said["summary"] == {
        "cases": {"same": 1, "different": 1, "only in A": 1},
        "events_added": 0,
        "events_removed": 0,
        "casualties_added": 0,
        "casualties_removed": 1,
        "tolls_added": 0,
        "tolls_removed": 0,
        "figures_moved": 1,
        "made_by": [{"name": "model", "old": "m", "new": "n", "cases": 2}],
    }
    assert [(case["id"], case["status"], len(case["changes"])) for case in said["cases"]] == [
        ("x", "different", 2),
        ("z", "only in A", 0),
    ]
    assert said["cases"][0]["changes"][1] == {
        "kind": "changed",
        "path": "e1.killed.value",
        "field": "events.killed.value",
        "old": 8,
        "new": 18,
        "quote": "as given",
    }


@pytest.mark.parametrize("kind", ["text", "json", "markdown"])
def test_a_run_does_not_differ_from_itself(
    runs: tuple[str, str], kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", runs[0], runs[0], "--format", kind]) == 0
    said = capsys.readouterr().out
    assert json.loads(said)["cases"] == [] if kind == "json" else "3 cases: 3 same" in said


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.jsonl")
    assert main(["diff", missing, missing]) == 2
    assert capsys.readouterr() == ("", f"eventx: {missing}: no such file; check the path\n")
