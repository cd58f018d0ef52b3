"""The text of a file under `prompts/` or `schemas/`, from the wheel or the checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def root(folder: str) -> Traversable:
    """Return the folder `prompts` or `schemas`: inside the package when installed, else in the checkout."""
    packaged = files("eventx") / folder
    return packaged if packaged.is_dir() else _CHECKOUT / folder


def read(folder: str, *parts: str) -> str:
    """Return the UTF-8 text of one file, e.g. `read("prompts", "extract", "v1", "system.md")`.

    Raises FileNotFoundError when there is no such file.
    """
    return root(folder).joinpath(*parts).read_text(encoding="utf-8")
