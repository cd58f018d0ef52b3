"""`eventx check` after a change that a recording has no answer to: exit 2, and a line that names it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import create_model

from eventx import _resources, prompts, questions
from eventx.cli import main
from eventx.cli.check import DIFFERENT, STALE_OR_BROKEN
from eventx.model import Question
from made_cases import altered, made


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder of one case, the same as its golden."""
    yield made(tmp_path / "cases", "clash")
    prompts.load.cache_clear()


def _one_word_of_the_prompt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    checkout = folder.parent / "checkout"
    shutil.copytree(Path(str(_resources.root("prompts"))), checkout / "prompts")
    system = checkout / "prompts/extract/v2/system.md"
    system.write_text(system.read_text().replace("You code news", "You read news"))
    monkeypatch.setattr(_resources, "_CHECKOUT", checkout)
    prompts.load.cache_clear()
    return (
        "the prompt extract/v2 changed since this was recorded: messages[0].content differs from character 4"
    )


def _a_renamed_field_of_the_reply(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    ask = questions.report

    def renamed(*given: Any, **how: Any) -> Question:
        question = ask(*given, **how)
        kept: dict[str, Any] = {
            "headline" if name == "news" else name: (field.annotation, field)
            for name, field in question.reply_type.model_fields.items()
        }
        return replace(question, reply_type=create_model("Report", **kept))

    monkeypatch.setattr(questions, "report", renamed)
    return "the reply schema changed since this was recorded (Report): "


def _another_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (folder / "pyproject.toml").write_text('[tool.eventx.check]\nmodel = "openai/other"\n')
    return "recorded from openai/tiny, asked is openai/other; "


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_one_word_of_the_prompt, id="prompt"),
        pytest.param(_a_renamed_field_of_the_reply, id="reply-schema"),
        pytest.param(_another_model, id="model"),
    ],
)
def test_what_changed_since_the_recording_is_named(
    change: Callable[[Path, pytest.MonkeyPatch], str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = change(folder, monkeypatch)
    code = main(["check", str(folder)])
    cassette = folder / "cassettes/clash.yaml"
    status, reason, *_ = capsys.readouterr().out.splitlines()
    assert (STALE_OR_BROKEN, "clash: stale") == (code, status)
    assert reason.startswith(f"  {cassette}: {said}"), reason
    assert reason.endswith(
        f"; record it again: `eventx extract ARTICLE --model openai/tiny --record {cassette}`"
    )


def test_a_number_altered_is_no_stale_case(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    altered(folder, "clash", '"value": 6', '"value": 16')
    assert DIFFERENT == main(["check", str(folder)])
    assert "16 → 6" in capsys.readouterr().out
