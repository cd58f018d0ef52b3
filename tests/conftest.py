"""No test sees the settings, keys and models of whoever runs it.

Tests that ask the embedded model are skipped, unless one is lent to them on purpose:
`EVENTX_TEST_GGUF=FILE pytest tests/test_demo.py tests/test_local_server.py`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_LENT = "EVENTX_TEST_GGUF"
_no_models = tempfile.TemporaryDirectory(prefix="eventx-tests-")

# Now and not in a fixture: which tests are skipped is decided while they are collected.
for _name in list(os.environ):
    if _name.startswith(("EVENTX_", "OPENAI_", "ANTHROPIC_")) and _name != _LENT:
        del os.environ[_name]
# Most tests are of what stands around a reading; those of the full one ask for it.
os.environ["EVENTX_READING"] = "lean"
os.environ["EVENTX_CACHE"] = _no_models.name
# The index of places takes half a minute: built once for all workers, and again when what writes it changes.
_sources = sorted([*(_ROOT / "src/eventx/places").iterdir(), _ROOT / "src/eventx/countries.csv"])
_made_by = hashlib.sha256(b"".join(each.read_bytes() for each in _sources if each.is_file())).hexdigest()
_index = _ROOT / ".pytest_cache" / f"places-{_made_by[:12]}"
_index.mkdir(parents=True, exist_ok=True)
for _other in {*_index.parent.glob("places-*")} - {_index}:
    shutil.rmtree(_other, ignore_errors=True)
(Path(_no_models.name) / "places").symlink_to(_index)
if _LENT in os.environ:
    os.environ["EVENTX_GGUF"] = os.environ[_LENT]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no setting and no kept answer of this machine into a run, and no long pause between tries."""
    from asking import clear
    from eventx.model import transport

    clear(monkeypatch)
    monkeypatch.setenv("EVENTX_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(transport, "FIRST_PAUSE", 0.01)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where a run is to write."""
    return tmp_path / "out.jsonl"
