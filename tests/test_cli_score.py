from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventx.cli import main
from eventx.schema import Extraction
from labelled import CLASH, IDLIB, SEEDS, extraction_of

TRUTH = SEEDS / "idlib-clashes.truth.json"
FOUND = extraction_of(CLASH.model_copy(update={"killed": None}))


def run_line(case: str, made: Extraction | None) -> str:
    data = made and made.model_dump(mode="json")
    return json.dumps({"id": case, "status": "done" if made else "failed", "extraction": data, "error": None})


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = tmp_path / "run.jsonl"
    lines = [run_line("idlib-clashes", FOUND), run_line("two-events", None), run_line("stray", FOUND)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main(["score", *map(str, arguments)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_a_person_is_told_what_was_scored_and_how_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    predicted = tmp_path / "idlib-clashes.json"
    predicted.write_text(FOUND.model_dump_json(indent=2), encoding="utf-8")
    assert said(capsys, predicted, TRUTH) == (
        "1 article\n"
        "\n"
        "fields\n"
        "              right  reported  in truth  precision  recall    F1\n"
        "  events          1         1         1       1.00    1.00  1.00\n"
        "  casualties      5         5         5       1.00    1.00  1.00\n"
        "  killed          0         0         1          –    0.00  0.00\n"
        "  wounded         1         1         1       1.00    1.00  1.00\n"
        "  captured        0         0         0          –       –     –\n"
        "  missing         0         0         0          –       –     –\n"
        "  place           1         1         1       1.00    1.00  1.00\n"
        "  date            1         1         1       1.00    1.00  1.00\n"
        "  sides           2         2         2       1.00    1.00  1.00\n"
        "  type            1         1         1       1.00    1.00  1.00\n"
        "  sub-type        1         1         1       1.00    1.00  1.00\n"
        "\n"
        "rates\n"
        "                 wrong  of  share\n"
        "  counted twice      0   2  0.0 %\n"
        "  wrong side         0   4  0.0 %\n"
        "  invented           0   2  0.0 %\n"
        "  ungrounded         0   7  0.0 %\n"
        "\n"
        "outcomes, in the truth by row, as reported by column\n"
        "           killed  wounded\n"
        "  killed        4        0\n"
        "  wounded       0        1\n"
    )


def test_json_has_all_of_it(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(said(capsys, run, SEEDS, "--format", "json"))
    assert report["articles"] == 2
    assert report["fields"]["killed"] == {
        "right": 0,
        "reported": 0,
        "in_truth": 3,
        "precision": None,
        "recall": 0.0,
        "f1": 0.0,
    }
    assert report["rates"]["wrong side"] == {"wrong": 0, "of": 4, "share": 0.0}
    assert report["outcomes"] == [
        {"in_truth": "killed", "reported": "killed", "count": 4},
        {"in_truth": "killed", "reported": None, "count": 3},
        {"in_truth": "wounded", "reported": None, "count": 2},
        {"in_truth": "wounded", "reported": "wounded", "count": 1},
    ]
    assert (report["failed"], report["unlabelled"]) == (["two-events"], ["stray"])
    assert len(report["unpredicted"]) == 16


def test_markdown_has_tables(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = said(capsys, run, SEEDS, "--format", "markdown")
    assert report.startswith(
        "### eventx score: 2 articles\n"
        "\n"
        "- 1 failed, all of their truth missed: two-events\n"
        "- 1 without a truth, not scored: stray\n"
        "- 16 without a prediction, not scored: attacker-died, "
    )
    assert "\n| killed | 0 | 0 | 3 | – | 0.00 | 0.00 |\n" in report


def test_a_folder_of_goldens_is_scored_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(said(capsys, SEEDS.parent / "tests/golden", SEEDS, "--format", "json"))
    assert (report["articles"], report["unlabelled"], report["unpredicted"]) == (18, [], [])


def test_of_two_coders_the_agreement_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = IDLIB.events[0].model_copy(update={"event_type": "Riots", "sub_event_types": ("Mob violence",)})
    path = tmp_path / "idlib-clashes.truth.json"
    path.write_text(IDLIB.model_copy(update={"events": (other,)}).model_dump_json(), encoding="utf-8")
    report = said(capsys, path, TRUTH)
    assert report.startswith(
        "1 article\n"
        "\n"
        "found by both\n"
        "              both  first  second    F1\n"
        "  events         1      1       1  1.00\n"
        "  statements     6      6       6  1.00\n"
        "\n"
        "agreement\n"
        "                     metric  alpha  units\n"
        "  type              nominal   0.00      1\n"
    )


def test_agreement_as_json_has_alpha_and_units(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(said(capsys, SEEDS, SEEDS, "--format", "json"))
    assert report["articles"] == 18
    assert report["agreement"]["type"] == {"metric": "nominal", "alpha": 1.0, "units": 19}
    assert report["found"]["events"] == {"both": 19, "first": 19, "second": 19, "f1": 1.0}


@pytest.mark.parametrize(
    ("predicted", "content", "expected"),
    [
        pytest.param(
            "x.json",
            FOUND.model_dump_json(),
            "no id of {} has labels in {}; the names must",
            id="no-id-alike",
        ),
        pytest.param(
            "x.jsonl",
            FOUND.model_dump_json(),
            "{}: line 1 has no id to find its truth by; score the lines",
            id="no-id",
        ),
        pytest.param("x.jsonl", "{", "{}: line 1: is not JSON (", id="no-json"),
        pytest.param("x.truth.json", "{}", "{}: is no truth: id: Field required", id="no-truth"),
        pytest.param("none.json", None, "{}: no such file; check the path", id="no-file"),
    ],
)
def test_what_cannot_be_scored_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], predicted: str, content: str | None, expected: str
) -> None:
    path = tmp_path / predicted
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert main(["score", str(path), str(TRUTH)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("eventx: " + expected.format(path, TRUTH))


def test_a_truth_without_labels_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(tmp_path), str(tmp_path)]) == 2
    assert capsys.readouterr() == (
        "",
        f"eventx: {tmp_path}: holds no hand labels; give a file or folder of ID.truth.json, "
        "or a corrected run\n",
    )
