"""`eventx check`: its five formats, its exit codes, and when it writes goldens."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import nullcontext
from pathlib import Path
from xml.etree import ElementTree

import pytest

from eventx.cli import main
from made_cases import altered, made

MOVED = ('e1.casualties[0].count.value 16 → 6 "Six soldiers"', 'e1.killed.value 16 → 6 "Six soldiers"')


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("cases"), "apart", "fine", "gone")


@pytest.fixture
def folder(recorded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of three cases: one differs, one is the same, one has lost its cassette."""
    monkeypatch.delenv("CI", raising=False)
    shutil.copytree(recorded, tmp_path, dirs_exist_ok=True)
    altered(tmp_path, "apart", '"value": 6', '"value": 16')
    (tmp_path / "cassettes/gone.yaml").unlink()
    return tmp_path


def without_gone(folder: Path) -> Path:
    for name in ("seeds/gone.txt", "golden/gone.json"):
        (folder / name).unlink()
    return folder


def reason(folder: Path) -> str:
    cassette, seed = folder / "cassettes/gone.yaml", folder / "seeds/gone.txt"
    return f"{cassette}: there is no such cassette; record it: `eventx extract {seed} --record {cassette}`"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_a_person_is_told_what_differs_and_the_summary_last(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(folder)])
    assert said(capsys) == (
        "apart: different\n"
        f"  {MOVED[0]}\n"
        f"  {MOVED[1]}\n"
        "gone: broken\n"
        f"  {reason(folder)}\n"
        "\n"
        "3 cases: 1 same, 1 different, 1 broken\n"
    )


def test_nothing_but_the_summary_is_said_when_all_is_well(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(recorded)]) == 0
    assert said(capsys) == "3 cases: 3 same\n"


def test_the_folder_is_the_one_that_eventx_runs_in(
    recorded: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(recorded)
    assert main(["check"]) == 0
    assert said(capsys) == "3 cases: 3 same\n"


def test_one_differs_is_1_and_one_broken_wins_with_2(folder: Path) -> None:
    assert main(["check", str(folder)]) == 2
    assert main(["check", str(without_gone(folder))]) == 1


def test_json_has_every_case_and_every_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder), "--format", "json"])
    report = json.loads(said(capsys))
    assert report["summary"] == {"same": 1, "different": 1, "broken": 1}
    assert [(case["id"], case["status"], case["reason"]) for case in report["cases"]] == [
        ("apart", "different", None),
        ("fine", "same", None),
        ("gone", "broken", reason(folder)),
    ]
    assert report["cases"][0]["changes"][1] == {
        "kind": "changed",
        "path": "e1.killed.value",
        "field": "events.killed.value",
        "old": 16,
        "new": 6,
        "quote": "Six soldiers",
    }


def test_junit_has_a_test_a_case(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder), "--format", "junit"])
    suite = ElementTree.fromstring(said(capsys).partition("\n")[2])
    assert {name: suite.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "3",
        "failures": "1",
        "errors": "1",
    }
    apart, fine, gone = suite.iter("testcase")
    assert [case.get("name") for case in (apart, fine, gone)] == ["apart", "fine", "gone"]
    assert [(each.tag, each.get("message"), each.text) for each in apart] == [
        ("failure", MOVED[0], "\n".join(MOVED))
    ]
    assert list(fine) == []
    assert [(each.tag, each.get("type"), each.text) for each in gone] == [("error", "broken", reason(folder))]


def test_github_is_given_an_annotation_at_each_golden(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(without_gone(folder)), "--format", "github"])
    golden = folder / "golden/apart.json"
    assert said(capsys) == (
        f"::error file={golden},title=apart%3A different::{MOVED[0]}%0A{MOVED[1]}\n"
        "2 cases: 1 same, 1 different\n"
    )


def test_markdown_has_a_block_a_case(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(without_gone(folder)), "--format", "markdown"])
    assert said(capsys) == (
        "### eventx check: 2 cases: 1 same, 1 different\n"
        "\n"
        "**apart**: different\n"
        "\n"
        "```diff\n"
        f"{MOVED[0]}\n"
        f"{MOVED[1]}\n"
        "```\n"
    )


# On a terminal


class Terminal(io.StringIO):
    """A stream that a person sees."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_shown_colours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    altered(folder, "apart", '"sources": []', '"sources": ["x"]')
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout", screen := Terminal())
    main(["check", str(without_gone(folder))])
    assert '\x1b[31m  - e1.sources "x"\x1b[0m\n' in screen.getvalue()


def test_elsewhere_there_are_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder)])
    assert "\x1b" not in said(capsys)


def test_a_terminal_is_shown_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("eventx.cli.output.working", lambda about: nullcontext(shown.append))
    main(["check", str(folder)])
    assert shown == ["loading", "1 of 3", "2 of 3", "3 of 3"]


# Writing goldens


def test_an_update_writes_what_it_can_and_shows_what_moved(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(without_gone(folder)), "--update"]) == 0
    assert said(capsys) == (f"apart: updated\n  {MOVED[0]}\n  {MOVED[1]}\n\n2 cases: 1 same, 1 updated\n")
    assert main(["check", str(folder)]) == 0


def test_an_update_is_2_where_a_case_stays_broken(folder: Path) -> None:
    assert main(["check", str(folder), "--update"]) == 2
    assert main(["check", str(without_gone(folder))]) == 0


def test_an_update_is_refused_in_ci(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    before = (folder / "golden/apart.json").read_bytes()
    assert main(["check", str(folder), "--update"]) == 2
    assert capsys.readouterr() == (
        "",
        "eventx: --update is refused where CI is set: goldens are written and reviewed by a person\n",
    )
    assert (folder / "golden/apart.json").read_bytes() == before


def test_a_folder_without_cases_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), err.startswith("eventx: no cases in ")) == ("", 1, True)
