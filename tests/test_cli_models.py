"""`eventx models`: what is there, where it is, and how far a download has come."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from asking import clear
from eventx.cli import main
from eventx.errors import ModelUnavailable
from eventx.local import store

SMALL = "qwen2.5-coder-0.5b"


class Terminal(io.StringIO):
    """Standard error, as a person sees it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    clear(monkeypatch)
    monkeypatch.setenv("EVENTX_CACHE", str(tmp_path))
    return tmp_path


@pytest.fixture
def _pulling(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    """Replace the download by one of 1000 bytes in steps of 40."""

    def pull(name: str, *, progress: Callable[[int, int], None]) -> Path:
        for done in range(0, 1001, 40):
            progress(done, 1000)
        return cache / f"{name}.gguf"

    monkeypatch.setattr(store, "pull", pull)


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["models", "list"])
    assert (
        0,
        "qwen2.5-coder-1.5b  1.1 GB  Apache-2.0  not installed\n"
        "qwen2.5-coder-0.5b  491 MB  Apache-2.0  not installed\n",
    ) == (code, capsys.readouterr().out)


def test_list_shows_what_is_installed(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = store.find(SMALL)
    file = cache / "models" / model.file
    file.parent.mkdir()
    with file.open("wb") as sparse:
        sparse.truncate(model.size)
    main(["models", "list"])
    states = [line.split("  ")[-1] for line in capsys.readouterr().out.splitlines()]
    assert ["not installed", "installed"] == states


def test_list_shows_a_file_of_ones_own(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = cache / "own.gguf"
    own.write_bytes(b"x" * 2_000_000)
    monkeypatch.setenv("EVENTX_GGUF", str(own))
    main(["models", "list"])
    last = capsys.readouterr().out.splitlines()[-1]
    assert [str(own), "2 MB", "your own", "installed"] == [part.strip() for part in last.split("  ") if part]


def test_path(cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    own = cache / "own.gguf"
    own.touch()
    monkeypatch.setenv("EVENTX_GGUF", str(own))
    code = main(["models", "path"])
    assert (0, (f"{own}\n", "")) == (code, capsys.readouterr())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["path", SMALL],
            f"the model {SMALL} is not installed: run `eventx models pull {SMALL}`",
            id="not-installed",
        ),
        pytest.param(
            ["path", "other"],
            f"there is no embedded model 'other': choose one of qwen2.5-coder-1.5b, {SMALL}",
            id="unknown",
        ),
        pytest.param(
            ["pull", "other"],
            f"there is no embedded model 'other': choose one of qwen2.5-coder-1.5b, {SMALL}",
            id="pull-unknown",
        ),
    ],
)
def test_no_such_model(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["models", *arguments])
    assert (3, ("", f"eventx: {message}\n")) == (code, capsys.readouterr())


@pytest.mark.usefixtures("_pulling")
def test_pull_tells_every_tenth_where_there_is_no_terminal(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["models", "pull", SMALL])
    out, err = capsys.readouterr()
    assert [f"{SMALL}: {percent}% of 0 MB" for percent in range(0, 101, 10)] == err.splitlines()
    assert (0, f"{cache}/{store.find(SMALL).name}.gguf\n") == (code, out)


@pytest.mark.usefixtures("_pulling")
def test_pull_shows_a_bar_on_a_terminal(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("COLUMNS", "100")
    main(["models", "pull", SMALL])
    shown = terminal.getvalue()
    assert (True, True) == (SMALL in shown, "1.0/1.0 kB" in shown), shown
    assert f"{cache}/{store.find(SMALL).name}.gguf\n" == capsys.readouterr().out


@pytest.mark.parametrize("stderr", [Terminal, io.StringIO], ids=["terminal", "no-terminal"])
def test_a_pull_that_fails_is_one_line(
    stderr: type[io.StringIO], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pull(name: str, *, progress: Callable[[int, int], None]) -> Path:
        raise ModelUnavailable("cannot download it: no network")

    said = stderr()
    monkeypatch.setattr("sys.stderr", said)
    monkeypatch.setattr(store, "pull", pull)
    code = main(["models", "pull"])
    assert (3, "") == (code, capsys.readouterr().out)
    assert said.getvalue().endswith("eventx: cannot download it: no network\n")
