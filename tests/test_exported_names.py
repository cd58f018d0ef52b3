"""What `import eventx` offers is exactly `__all__`, and nothing that is kept or raised is left out of it."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
from pydantic import BaseModel

import eventx
from eventx import article, errors, schema

HEAVY = ("instructor", "openai", "pydantic", "rich")


def test_all_is_sorted_and_holds_no_name_twice() -> None:
    assert sorted(set(eventx.__all__)) == eventx.__all__


def test_each_promised_name_has_a_home_and_each_home_a_promised_name() -> None:
    assert sorted(eventx._HOME) == eventx.__all__


@pytest.mark.parametrize("name", eventx.__all__)
def test_a_promised_name_is_defined_in_its_home(name: str) -> None:
    home = importlib.import_module(f"eventx.{eventx._HOME[name]}")
    assert getattr(eventx, name) is vars(home)[name]


def test_every_public_name_of_ours_is_promised() -> None:
    values = {name: getattr(eventx, name) for name in dir(eventx) if not name.startswith("_")}
    ours = [name for name, value in values.items() if getattr(value, "__module__", "").startswith("eventx")]
    assert ours == eventx.__all__


def test_every_error_and_every_record_is_promised() -> None:
    kept_or_raised = {
        name
        for module in (article, errors, schema)
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, BaseModel | errors.EventxError)
        if value.__module__ == module.__name__ and not name.startswith("_")
    }
    done = {"extract", "aextract", "extract_many", "aextract_many", "Result", "recording", "replaying"}
    assert set(eventx.__all__) == kept_or_raised | done


def test_an_unknown_name_is_an_attribute_error_that_says_which() -> None:
    with pytest.raises(AttributeError, match="module 'eventx' has no attribute 'Evnt'"):
        eventx.Evnt  # noqa: B018


def test_importing_eventx_loads_nothing_heavy() -> None:
    code = f"import eventx, sys; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
