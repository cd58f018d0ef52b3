"""Where files are: `prompts/` and `schemas/`, in the wheel or the checkout, and the folder of the cache."""

from __future__ import annotations

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

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


def cache(folder: str) -> Path:
    """Return a folder of what is kept between runs: in the user's cache, or in `EVENTX_CACHE` if set."""
    root = os.environ.get("EVENTX_CACHE") or platformdirs.user_cache_dir("eventx", appauthor=False)
    return Path(root).expanduser() / folder
