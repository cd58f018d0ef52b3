"""The wheel: what is in it, and that what was installed from it finds its own files."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from eventx import __version__, _resources
from wheels import ROOT, build, unpack

INFO = f"eventx-{__version__}.dist-info"

READ = """
import sys
from eventx import _resources
print(_resources.__file__)
print(_resources.read(*sys.argv[1:]), end="")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return archive.namelist()


def _files(folder: str, pattern: str = "*") -> list[str]:
    found = (path.relative_to(ROOT) for path in (ROOT / folder).rglob(pattern) if path.is_file())
    return sorted(path.as_posix() for path in found if "__pycache__" not in path.parts)


def test_the_wheel_holds_the_package_its_prompts_and_its_schemas_and_nothing_else(names: list[str]) -> None:
    expected = [
        *(name.removeprefix("src/") for name in _files("src/eventx")),
        *(f"eventx/{name}" for folder in ("prompts", "schemas") for name in _files(folder)),
        *(
            f"{INFO}/{name}"
            for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
        ),
    ]
    assert sorted(names) == sorted(expected)


@pytest.mark.parametrize(
    "name",
    [
        "eventx/py.typed",
        "eventx/countries.csv",
        "eventx/local/manifests/qwen2.5-coder-1.5b-instruct-q4_k_m.toml",
        "eventx/prompts/extract/v1/system.md",
        "eventx/schemas/extraction.schema.json",
        "eventx/starter/files/.github/workflows/eventx.yml",
    ],
)
def test_the_wheel_holds(name: str, names: list[str]) -> None:
    assert name in names


def test_the_wheel_has_one_command_and_one_pytest_plugin(wheel: Path) -> None:
    entries = configparser.ConfigParser()
    with ZipFile(wheel) as archive:
        entries.read_string(archive.read(f"{INFO}/entry_points.txt").decode())
    assert {section: dict(entries[section]) for section in entries.sections()} == {
        "console_scripts": {"eventx": "eventx.cli:main"},
        "pytest11": {"eventx": "eventx.pytest_plugin"},
    }


@pytest.mark.parametrize(
    "parts",
    [("prompts", "extract", "v1", "system.md"), ("schemas", "extraction.schema.json")],
    ids=["prompts", "schemas"],
)
def test_an_installed_wheel_reads_its_own_files(parts: tuple[str, ...], wheel: Path, tmp_path: Path) -> None:
    unpack(wheel, tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", READ, *parts],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    home, _, text = ran.stdout.partition("\n")
    assert Path(home) == tmp_path / "eventx" / "_resources.py"
    assert text == ROOT.joinpath(*parts).read_text(encoding="utf-8")


def test_an_editable_installation_reads_the_checkout() -> None:
    parts = ("prompts", "extract", "v1", "system.md")
    assert _resources.read(*parts) == ROOT.joinpath(*parts).read_text(encoding="utf-8")
