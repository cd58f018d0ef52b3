"""`eventx init`: what it writes, and that it stands: checked by the command and by pytest, from the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eventx import starter
from eventx.article import Article
from eventx.cli import main
from eventx.errors import InputError
from eventx.golden import check, read
from made_cases import altered
from wheels import build, unpack

FILES = [
    ".github/workflows/eventx.yml",
    "README.md",
    "cassettes/starter.yaml",
    "golden/starter.json",
    "pyproject.toml",
    "seeds/starter.txt",
]


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# What is written


def test_every_file_is_written_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code = main(["init", "a/b"])
    said = [*(f"wrote a/b/{name}" for name in FILES), "next: eventx check a/b"]
    assert (0, said, FILES) == (code, capsys.readouterr().out.splitlines(), _files(tmp_path / "a/b"))


def test_the_usual_folder_is_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main(["init"])
    assert FILES == _files(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_there_stays(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / name
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("mine")
    main(["init", str(tmp_path)])
    merge = "; it needs the table [tool.eventx.check]" if name == "pyproject.toml" else ""
    assert f"kept  {mine}, which was there{merge}" in capsys.readouterr().out.splitlines()
    assert ("mine", FILES) == (mine.read_text(), _files(tmp_path))


def test_once_more_changes_nothing(tmp_path: Path) -> None:
    written, _ = starter.write(tmp_path)
    before = [path.stat().st_mtime_ns for path in written]
    assert ((), written) == starter.write(tmp_path)
    assert before == [path.stat().st_mtime_ns for path in written]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_is_no_folder_to_write_to(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match=r"file: .* is no folder; name another|file/below: .* is no folder"):
        starter.write(tmp_path / name)
    assert ["file"] == _files(tmp_path)


# What it is


def test_the_case_has_an_event_without_findings_of_errors(tmp_path: Path) -> None:
    starter.write(tmp_path)
    golden = read(tmp_path / "golden/starter.json")
    figures = [
        (event.killed and event.killed.value, event.wounded and event.wounded.low) for event in golden.events
    ]
    assert [(6, 7)] == figures
    assert [] == [finding for finding in golden.findings if finding.severity == "error"]
    assert golden.provenance.model.startswith("local/")


def test_the_article_is_synthetic_and_says_so(tmp_path: Path) -> None:
    starter.write(tmp_path)
    front = (tmp_path / "seeds/starter.txt").read_text().split("---\n")[1].splitlines()
    assert {"synthetic: true", "licence: CC0-1.0"} <= set(front)
    assert Article.from_file(tmp_path / "seeds/starter.txt").published is not None


def test_the_readme_is_short(tmp_path: Path) -> None:
    starter.write(tmp_path)
    assert len((tmp_path / "README.md").read_text().splitlines()) <= 10


def test_its_case_is_the_same_as_its_golden(tmp_path: Path) -> None:
    starter.write(tmp_path)
    assert [("starter", "same", ())] == [(case.id, case.status, case.lines) for case in check(tmp_path)]


# From the wheel, in processes of their own

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what runs `python -m` with eventx installed from its wheel, without a network."""
    site = tmp_path_factory.mktemp("site")
    unpack(build(tmp_path_factory.mktemp("wheel")), site)
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "EVENTX", "COV"))
    }

    def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=cwd,
            env={
                **environment,
                "PYTHONPATH": str(site),
                "PYTHONUTF8": "1",
                "HTTPS_PROXY": "http://127.0.0.1:9",
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_what_was_written_is_checked_and_a_number_altered_is_found(run: Run, tmp_path: Path) -> None:
    assert 0 == run("eventx", "init", "cases", cwd=tmp_path).returncode
    cases = tmp_path / "cases"
    checked = run("eventx", "check", cwd=cases)
    assert (0, "1 case: 1 same\n") == (checked.returncode, checked.stdout), checked.stderr
    tested = run("pytest", "-p", "no:cacheprovider", cwd=cases)
    assert (0, True) == (tested.returncode, "1 passed" in tested.stdout), tested.stdout

    altered(cases, "starter", '"value": 4', '"value": 5')
    checked = run("eventx", "check", cwd=cases)
    assert (1, True) == (checked.returncode, "count.value 5 → 4" in checked.stdout), checked.stdout
    tested = run("pytest", "-p", "no:cacheprovider", cwd=cases)
    assert (1, True) == (tested.returncode, "count.value 5 → 4" in tested.stdout), tested.stdout
