"""What CI runs, the hook, the action and the starter's workflow: they name what there is, and they work."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from eventx import starter
from made_cases import altered
from wheels import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
WORKFLOW = yaml.safe_load(
    (ROOT / "src/eventx/starter/files/.github/workflows/eventx.yml").read_text(encoding="utf-8")
)
(JOB,) = WORKFLOW["jobs"].values()
SCRIPTS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an `eventx` that is this checkout's, and a `python` that says what it is told."""
    folder = tmp_path_factory.mktemp("bin")
    for name, does in (
        ("eventx", f'exec {shlex.quote(sys.executable)} -m eventx "$@"'),
        ("python", 'echo "$@"'),
    ):
        (folder / name).write_text(f"#!/bin/sh\n{does}\n")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def shell(commands: Path, tmp_path: Path) -> Shell:
    """Return what runs a script as GitHub does: bash that stops at an error, the inputs as variables."""
    starter.write(tmp_path / "cases")

    def run(script: str, cwd: Path = tmp_path, **variables: str) -> subprocess.CompletedProcess[str]:
        path = f"{commands}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=cwd,
            env={
                **os.environ,
                "PATH": path,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "CI": "true",
                **variables,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


# The action


def test_every_input_is_declared_described_and_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    assert all(
        about["description"].endswith(".") and "default" in about for about in ACTION["inputs"].values()
    )


def test_no_script_holds_an_input_or_a_secret() -> None:
    assert "composite" == ACTION["runs"]["using"]
    assert [] == [name for name, step in SCRIPTS.items() if "${{" in step["run"]]
    assert "secrets." not in json.dumps(ACTION)


@pytest.mark.parametrize(
    ("requirement", "installed"),
    [("", "/the/action"), ("eventx==0.1.0", "eventx==0.1.0")],
    ids=["own", "given"],
)
def test_it_installs_itself_or_what_is_given(requirement: str, installed: str, shell: Shell) -> None:
    script = SCRIPTS["Install eventx"]["run"]
    ran = shell(script, REQUIREMENT=requirement, GITHUB_ACTION_PATH="/the/action")
    assert (0, f"-m pip install {installed}\n") == (ran.returncode, ran.stdout)


def _altered(cases: Path) -> None:
    altered(cases, "starter", '"value": 4', '"value": 5')


def _broken(cases: Path) -> None:
    (cases / "cassettes/starter.yaml").unlink()


@pytest.mark.parametrize(
    ("change", "code", "annotation", "summary"),
    [
        pytest.param(lambda cases: None, 0, "1 case: 1 same", "### eventx check: 1 case: 1 same", id="same"),
        pytest.param(
            _altered, 1, "::error file=cases/golden/starter.json,", "count.value 5 → 4", id="different"
        ),
        pytest.param(_broken, 2, "::error file=cases/golden/starter.json,", "no such cassette", id="broken"),
    ],
)
def test_it_annotates_sums_up_and_ends_as_the_check_does(
    change: Callable[[Path], None], code: int, annotation: str, summary: str, shell: Shell, tmp_path: Path
) -> None:
    change(tmp_path / "cases")
    file = tmp_path / "summary.md"
    ran = shell(SCRIPTS["Check the cases"]["run"], FOLDER="cases", GITHUB_STEP_SUMMARY=str(file))
    assert code == ran.returncode, ran.stderr
    assert annotation in ran.stdout
    assert summary in file.read_text(encoding="utf-8")


# The hook


def test_the_hook_runs_the_command_in_the_folder_given(shell: Shell) -> None:
    assert ("eventx-check", "python", False) == (HOOK["id"], HOOK["language"], HOOK["pass_filenames"])
    ran = shell(f"{HOOK['entry']} cases")
    assert (0, "1 case: 1 same\n") == (ran.returncode, ran.stdout), ran.stderr


def test_what_the_hook_needs_is_installed_with_eventx() -> None:
    # pre-commit installs the repository alone, without extras.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert HOOK["entry"].split()[0] in project["scripts"]
    assert "vcrpy" in " ".join(project["dependencies"])


# The starter's workflow


def test_the_starters_workflow_may_read_and_needs_no_secret() -> None:
    assert {"contents": "read"} == WORKFLOW["permissions"]
    assert "secrets." not in json.dumps(JOB)


def test_the_starters_workflow_runs(shell: Shell, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    scripts = [step["run"] for step in JOB["steps"] if "run" in step]
    ran = [shell(script, tmp_path / "cases", GITHUB_STEP_SUMMARY=str(summary)) for script in scripts]
    said: list[Any] = ["-m pip install eventx\n", "1 case: 1 same\n", ""]
    assert said == [each.stdout for each in ran], [each.stderr for each in ran]
    assert "### eventx check: 1 case: 1 same\n" == summary.read_text(encoding="utf-8")


# The page about it

PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


def test_the_page_is_short() -> None:
    assert len(PAGE.splitlines()) < 120


@pytest.mark.parametrize("text", [text for kind, text in BLOCKS if kind == "toml"])
def test_the_settings_on_the_page_are_taken(text: str, shell: Shell, tmp_path: Path) -> None:
    settings = text.replace('"openai/gpt-5-mini"', '"local"')  # which the starter is recorded from
    (tmp_path / "cases/pyproject.toml").write_text(settings, encoding="utf-8")
    ran = shell("eventx check cases")
    assert (0, "1 case: 1 same\n") == (ran.returncode, ran.stdout), ran.stderr


def test_the_hook_and_the_inputs_on_the_page_exist() -> None:
    hook, job = [yaml.safe_load(text) for kind, text in BLOCKS if kind == "yaml"]
    assert [HOOK["id"]] == [each["id"] for each in hook["repos"][0]["hooks"]]
    (action,) = [step for step in job["jobs"]["check"]["steps"] if "eventx@" in step["uses"]]
    assert set(action["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize(
    "command",
    [
        line.split("#")[0].strip()
        for kind, text in BLOCKS
        if kind == "sh"
        for line in text.splitlines()
        if line.startswith("eventx ")
    ],
)
def test_the_commands_on_the_page_parse(command: str, shell: Shell, tmp_path: Path) -> None:
    # Without a model to ask and with CI set, each ends with what it refuses, not with its usage.
    ran = shell(command, tmp_path / "cases", EVENTX_CACHE=str(tmp_path / "none"))
    assert "--help" not in ran.stderr
