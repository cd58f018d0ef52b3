"""What a person at a terminal is shown while `eventx extract` waits for the model."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from asking import clear
from battle import TEXT
from eventx.cli import main, output
from fake_server import answer, serving

QUIET = json.dumps({"news": "a bridge is closed", "new_violence": "no", "incidents": 0, "events": []})


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


class Terminal(io.StringIO):
    """Standard error, as a person sees it."""

    def isatty(self) -> bool:
        return True


LONG = "\n\n".join([TEXT] * 30)[:12_000]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(TEXT, ["reading the article"], id="short"),
        pytest.param(LONG, ["reading part 1 of 2", "reading part 2 of 2"], id="long"),
    ],
)
def test_what_the_model_is_asked_for_is_told_before_it_is_asked(
    text: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    about: list[str] = []

    def working(what: str) -> AbstractContextManager[Callable[[str], None]]:
        about.append(what)
        return nullcontext(shown.append)

    monkeypatch.setattr("eventx.cli.output.working", working)
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    with serving(answer(QUIET)) as fake:
        main(["extract", str(article), "--model", "openai/fake", "--base-url", fake.base_url])
    assert (["article.txt, openai/fake"], told) == (about, shown)


def test_a_terminal_shows_what_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", screen := Terminal())
    with output.working("a.txt, openai/a\x1b[2J") as show:
        show("reading part 1 of 2")
    assert ("a.txt, openai/a" in screen.getvalue(), "\x1b[2J" in screen.getvalue()) == (True, False)


def test_where_nobody_watches_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with output.working("a.txt, openai/a") as show:
        show("reading part 1 of 2")
    assert capsys.readouterr() == ("", "")
