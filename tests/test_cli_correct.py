"""`eventx correct`, and what reads its result: export, diff and score."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from changing import MINE, TEXT, actor, changed, extraction
from correcting import MACHINE, file, item, number, run_line
from eventx import truth
from eventx.cli import main
from eventx.corrections import Corrections
from eventx.schema import Extraction
from eventx.score import score
from eventx.score.judged import truth_of
from eventx.score.reading import predictions, truths

OTHER = extraction(MINE, text=TEXT + " ")
NINE = item("change", casualty=0, count=number(9), note="the ninth died later")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = tmp_path / "run.jsonl"
    path.write_bytes(run_line() + run_line("y", OTHER) + run_line("z", None))
    return path


def given(run: Path, name: str, content: Corrections) -> str:
    path = run.with_name(name)
    path.write_text(content.model_dump_json(), encoding="utf-8")
    return str(path)


def correct(run: Path, content: Corrections, out: str = "corrected.jsonl") -> Path:
    made = run.with_name(out)
    assert main(["correct", str(run), given(run, "c.json", content), "-o", str(made)]) == 0
    return made


def test_what_fits_is_counted(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    correct(run, file(NINE, item("accept", casualty=1)))
    assert capsys.readouterr() == ("", "2 of 2 corrections fit\n")


def test_what_does_not_fit_is_said_and_counted(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run.with_name("corrected.jsonl")
    first = given(run, "1.json", file(NINE, item("strike", "e9")))
    other = given(run, "2.json", file(item("accept", casualty=0), who="B\u202eb", when="2024-05-19T09:00Z"))
    assert main(["correct", str(run), first, other, "-o", str(out)]) == 1
    assert capsys.readouterr() == (
        "",
        "refused: x: there is no event 'e9'\n"
        "conflict: x: e1, casualty 0: Ada (2024-05-18 09:00 change) and B\\u202eb (2024-05-19 09:00 accept) "
        "differ; the later applies\n"
        "2 of 3 corrections fit, 1 refused, 1 conflict\n",
    )
    assert len(out.read_bytes().splitlines()) == 3


def test_a_run_is_corrected_in_its_place(run: Path) -> None:
    before = run.read_bytes().splitlines()
    correct(run, file(NINE), "run.jsonl")
    after = run.read_bytes().splitlines()
    assert (before[1:], before[0] in after) == (after[1:], False)
    correct(run, file(NINE), "run.jsonl")
    assert run.read_bytes().splitlines() == after


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["none.jsonl", "c.json", "-o", "o"], "none.jsonl: no such file; check the path", id="no-run"
        ),
        pytest.param(
            ["run.jsonl", "none.json", "-o", "o"],
            "none.json: cannot be read (No such file or directory); check the path",
            id="no-corrections",
        ),
        pytest.param(
            ["run.jsonl", "run.jsonl", "-o", "o"],
            "run.jsonl: holds no corrections: the file: Invalid JSON: ",
            id="a-run-for-corrections",
        ),
        pytest.param(
            ["run.jsonl", "c.json", "-o", "no/o"],
            "no/o: there is no folder no; make it first",
            id="no-folder",
        ),
        pytest.param(
            ["run.jsonl", "c.json", "-o", "o", "--truth", "no"],
            "no: is no folder; make it first",
            id="no-folder-for-truth",
        ),
    ],
)
def test_bad_input_is_one_line(
    run: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    given(run, "c.json", file(NINE))
    monkeypatch.chdir(run.parent)
    assert main(["correct", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"eventx: {message}")
    assert not (run.parent / "o").exists()


def test_an_export_has_the_coders_figures_and_says_so(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = correct(run, file(NINE))
    capsys.readouterr()
    assert main(["export", str(out), "--to", "csv-figures"]) == 1
    said = capsys.readouterr()
    assert "x,e1,0,killed,side_a,,part,,,9,9,9," in said.out
    assert said.err.splitlines() == [
        "note: x: events: judged by Ada (2024-05-18): 1 changed",
        "not used: z: the run made no extraction of it: failed",
        "3 events written, 1 line not used (without extraction 1), notes (judged 1)",
    ]


def test_a_diff_has_what_the_coder_changed(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = correct(run, file(NINE))
    capsys.readouterr()
    assert main(["diff", str(run), str(out)]) == 1
    assert '  e1.casualties[0].count.value 8 → 9 "Eight soldiers"\n' in capsys.readouterr().out


def report(capsys: pytest.CaptureFixture[str], *paths: Path) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["score", *map(str, paths), "--format", "json"]) == 0
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


def test_what_was_judged_is_truth_and_what_was_not_is_none(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scored = report(capsys, run, correct(run, file(NINE)))
    assert (scored["articles"], scored["unlabelled"]) == (1, ["y", "z"])
    figures = {
        name: [scored["fields"][name][key] for key in ("right", "reported", "in_truth")]
        for name in ("events", "casualties", "killed", "wounded")
    }
    assert figures == {
        "events": [2, 2, 2],
        "casualties": [3, 4, 4],
        "killed": [1, 2, 2],
        "wounded": [1, 1, 1],
    }


def test_what_a_coder_lets_stand_is_right(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scored = report(capsys, run, correct(run, file(item("accept", None))))
    fields = scored["fields"].values()
    assert {each["right"] == each["reported"] == each["in_truth"] for each in fields} == {True}


def test_a_struck_event_is_invented(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scored = report(capsys, run, correct(run, file(item("strike"))))
    assert [scored["fields"]["events"][key] for key in ("right", "reported", "in_truth")] == [1, 2, 1]


def test_two_coders_who_corrected_one_run_have_an_agreement(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = correct(run, file(item("change", casualty=1, outcome="killed")), "ada.jsonl")
    bob = correct(run, file(item("accept", None), who="Bob"), "bob.jsonl")
    agreed = report(capsys, ada, bob)
    assert agreed["articles"] == 1
    assert agreed["found"]["statements"] == {"both": 4, "first": 4, "second": 4, "f1": 1.0}
    assert agreed["agreement"]["outcome"]["alpha"] == 0.0
    assert agreed["agreement"]["side"]["alpha"] == 1.0


def test_what_was_judged_is_written_as_hand_labels(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run.with_name("corrected.jsonl")
    arguments = ["correct", str(run), given(run, "c.json", file(NINE)), "-o", str(out)]
    assert main([*arguments, "--truth", str(run.parent)]) == 0
    assert [each.name for each in run.parent.glob("*.truth.json")] == ["x.truth.json"]
    assert truth.read(run.parent / "x.truth.json") == truths(out)["x"]


@pytest.mark.parametrize("case", ["../x", "/x", ".x", "a/b", "a\x00b", ""])
def test_an_id_that_is_no_name_writes_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    folder = tmp_path / "in" / "labels"
    folder.mkdir(parents=True)
    run = tmp_path / "in" / "run.jsonl"
    run.write_bytes(run_line(case))
    content = given(run, "c.json", file({**NINE, "article": case}))
    assert main(["correct", str(run), content, "-o", str(run), "--truth", str(folder)]) == 2
    assert "is no name for a file; give the article another" in capsys.readouterr().err
    assert {each.name for each in tmp_path.rglob("*") if each.is_file()} == {"run.jsonl", "c.json"}


def test_events_of_another_codebook_are_no_hand_labels(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = changed(MACHINE, events=(changed(MINE, event_type="Odd", sub_event_type="Odder"),))
    run.write_bytes(run_line("x", odd))
    out = correct(run, file(item("accept", None)))
    capsys.readouterr()
    assert main(["score", str(run), str(out)]) == 2
    assert capsys.readouterr().err == "eventx: x: is no truth: Odder is no sub-event type of ACLED\n"


def test_civilians_on_a_side_are_the_group_that_a_score_takes_them_for(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    farmers = (actor("farmers", "farmers", kind="Civilians"),)
    event = changed(MINE, side_b=farmers, casualties=(changed(MINE.casualties[0], group="side_b"),))
    run.write_bytes(run_line("x", changed(MACHINE, events=(event,))))
    scored = report(capsys, run, correct(run, file(item("accept", None))))
    assert [scored["fields"]["casualties"][key] for key in ("right", "in_truth")] == [1, 1]


def test_what_nobody_judged_has_no_truth() -> None:
    assert truth_of("x", MACHINE) is None


GOLDENS = sorted((Path(__file__).parent / "golden").glob("*.json"))


@pytest.mark.parametrize("golden", GOLDENS, ids=[each.stem for each in GOLDENS])
def test_an_answer_that_is_accepted_is_right_in_everything(golden: Path, tmp_path: Path) -> None:
    ((case, machine),) = predictions(golden)
    assert isinstance(machine, Extraction)
    sha256 = hashlib.sha256(machine.article.text.encode()).hexdigest()
    out = tmp_path / "corrected.jsonl"
    content = given(out, "c.json", file({"article": case, "sha256": sha256, "action": "accept"}))
    assert main(["correct", str(golden), content, "-o", str(out)]) == 0
    found = score(machine, truths(out)[case])
    everything = len(machine.events)
    assert (found.events_right, found.events_missed, found.events_invented) == (everything, 0, 0)
    assert found.casualties_right == found.casualties_in_truth == found.casualties_reported
    fields = (found.places, found.dates, found.sides, found.types, found.subtypes, found.killed)
    assert fields == (everything,) * 6
