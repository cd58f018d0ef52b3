"""The pytest plugin: each case that a pyproject.toml names under `[tool.eventx.check]` is a test.

pytest finds it where eventx is installed (`-p no:eventx` turns it off). A case fails with what changed in its
events; one that is stale or broken is an error. `pytest -k ID` runs one. They run where `pytest` is called
without arguments, whatever `testpaths` says, or with the pyproject.toml as an argument.

Every pytest run of every project loads this file: it imports nothing of eventx before there is a case.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_SETTINGS = "pyproject.toml"


def pytest_configure(config: pytest.Config) -> None:
    """Have the cases of this project collected beside its `testpaths`."""
    settings = config.rootpath / _SETTINGS
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS and _names_cases(settings):
        config.args.append(str(settings))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Cases | None:
    """Return the cases that a pyproject.toml names, None for any other file."""
    if file_path.name == _SETTINGS and _names_cases(file_path):
        return Cases.from_parent(parent, path=file_path)
    return None


class Cases(pytest.File):
    """The cases of a folder, one test an id."""

    def collect(self) -> Iterator[CaseItem]:
        """Yield the cases, those that lack a part of theirs included."""
        from eventx.errors import EventxError
        from eventx.golden.layout import Layout

        try:
            layout = Layout.of(self.path.parent)
            ids = layout.ids()
        except EventxError as error:
            raise self.CollectError(str(error)) from error
        for case in ids:
            yield CaseItem.from_parent(self, name=case, layout=layout)


class CaseItem(pytest.Item):
    """One case: replayed while it is set up, then compared with its golden."""

    def __init__(self, *, layout: Any, **about: Any) -> None:
        super().__init__(**about)
        self.layout = layout
        self.case: Any = None

    def setup(self) -> None:
        """Replay the case; one that is stale or broken is an error and no failure."""
        from eventx.golden import check_case

        self.case = check_case(self.layout, self.name)
        if self.case.status in ("stale", "broken"):
            pytest.fail(self._message(), pytrace=False)

    def runtest(self) -> None:
        """Fail where the events are not those of the golden."""
        if self.case.status != "same":
            pytest.fail(self._message(), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return the golden, as the place to look at."""
        golden: Path = self.layout.golden_of(self.name)
        return golden, None, f"eventx check: {self.name}"

    def _message(self) -> str:
        return "\n".join([f"{self.name}: {self.case.status}", *(f"  {line}" for line in self.case.lines)])


def _names_cases(settings: Path) -> bool:
    try:
        tool = tomllib.loads(settings.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False  # whose it is says so better than a plugin can
    return "check" in tool.get("eventx", {})
