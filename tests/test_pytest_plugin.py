"""The pytest plugin: a project's cases are tests of its own run, and nothing is loaded where it has none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eventx import pytest_plugin
from made_cases import altered, made

pytest_plugins = ("pytester",)

TABLE = "[tool.eventx.check]\n"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of two cases, "one" and "two", that are as their goldens.

    Made before any pytester is: that takes all modules back out that are loaded within its test.
    """
    folder = made(tmp_path_factory.mktemp("recorded"), "one", "two")
    (folder / "pyproject.toml").write_text(TABLE)
    return folder


@pytest.fixture
def project(recorded: Path, pytester: pytest.Pytester) -> Path:
    """Return a copy of the two cases, where pytester runs pytest."""
    shutil.copytree(recorded, pytester.path, dirs_exist_ok=True)
    return pytester.path


@pytest.fixture(autouse=True)
def _no_other_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    # Ours too: it is given by hand, whether or not eventx is installed where these tests run.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def _run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments, plugins=[pytest_plugin])


@pytest.mark.usefixtures("project")
def test_each_case_is_a_test(pytester: pytest.Pytester) -> None:
    result = _run(pytester, "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["pyproject.toml::one PASSED*", "pyproject.toml::two PASSED*"])


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("chosen", [("-k", "two"), ("pyproject.toml::two",)], ids=["-k", "node-id"])
def test_one_case_can_be_chosen(chosen: tuple[str, ...], pytester: pytest.Pytester) -> None:
    result = _run(pytester, "-v", *chosen)
    assert (1, 0) == (result.parseoutcomes()["passed"], result.parseoutcomes().get("failed", 0))
    result.stdout.fnmatch_lines(["pyproject.toml::two PASSED*"])


def test_a_number_that_differs_is_a_failure_that_shows_it(pytester: pytest.Pytester, project: Path) -> None:
    altered(project, "one", '"value": 6', '"value": 9')
    result = _run(pytester)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["one: different", "  e1.casualties*.count.value 9 → 6*"])
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_a_stale_case_is_an_error_that_says_what_changed(pytester: pytest.Pytester, project: Path) -> None:
    cassette = project / "cassettes/one.yaml"
    lines = cassette.read_text().splitlines(keepends=True)
    lines = ["prompt_sha256: other\n" if line.startswith("prompt_sha256") else line for line in lines]
    cassette.write_text("".join(lines))
    result = _run(pytester)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["one: stale", "  *the prompt extract/v2 changed since this was recorded*"])


@pytest.mark.parametrize("part", ["seeds/one.txt", "cassettes/one.yaml", "golden/one.json"])
def test_a_case_without_a_part_is_an_error(part: str, pytester: pytest.Pytester, project: Path) -> None:
    (project / part).unlink()
    result = _run(pytester)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["one: broken", f"  *{part}*"])


@pytest.mark.parametrize(
    ("arguments", "passed"),
    [
        pytest.param((), 3, id="no-arguments"),
        pytest.param(("tests",), 1, id="the-tests-alone"),
        pytest.param(("pyproject.toml",), 2, id="the-cases-alone"),
        pytest.param((".",), 3, id="everything"),
    ],
)
def test_testpaths_do_not_hide_the_cases(
    arguments: tuple[str, ...], passed: int, pytester: pytest.Pytester, project: Path
) -> None:
    (project / "pyproject.toml").write_text(f'{TABLE}\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n')
    pytester.mkdir("tests").joinpath("test_a.py").write_text("def test_a():\n    pass\n")
    _run(pytester, *arguments).assert_outcomes(passed=passed)


@pytest.mark.usefixtures("project")
def test_workers_share_the_cases(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("-p", "eventx.pytest_plugin", "-p", "xdist", "-n", "2")
    result.assert_outcomes(passed=2)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        pytest.param(
            f"{TABLE}goldens = 'a'\n", "*goldens: Extra inputs are not permitted*", id="unknown-key"
        ),
        pytest.param(f"{TABLE}seeds = 'nowhere'\n", "*no cases in *nowhere*", id="no-cases"),
    ],
)
def test_settings_that_cannot_be_used_are_a_collection_error(
    settings: str, words: str, pytester: pytest.Pytester
) -> None:
    pytester.makepyprojecttoml(settings)
    result = _run(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([words])


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param("[tool.eventx]\nother = 1\n", id="another-table"),
        pytest.param("[tool.other.check]\n", id="another-tool"),
        pytest.param("not = toml = at all", id="no-toml"),
        pytest.param("", id="empty"),
    ],
)
def test_another_pyproject_is_none_of_its_business(settings: str, pytester: pytest.Pytester) -> None:
    folder = pytester.mkdir("sub")
    (folder / "pyproject.toml").write_text(settings)
    (folder / "test_a.py").write_text("def test_a():\n    pass\n")
    _run(pytester).assert_outcomes(passed=1)


LOADED = """
import sys
import pytest
pytest.main(["-q", "-p", "eventx.pytest_plugin", "-p", "no:cacheprovider", "."])
print(sorted(name for name in sys.modules if name.startswith("eventx")))
print([name for name in ("pydantic", "yaml", "vcr", "openai", "instructor") if name in sys.modules])
"""


def test_where_there_are_no_cases_nothing_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text("def test_a():\n    pass\n")
    ran = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ["['eventx', 'eventx.pytest_plugin']", "[]"] == ran.stdout.splitlines()[-2:]
