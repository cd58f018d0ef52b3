"""Prompts: versioned files, filled without logic, named by a hash of their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventx import PromptError, _resources, prompts
from eventx.prompts import Prompt

Write = Callable[..., Prompt]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Return what writes a prompt's files into a folder of their own and loads it."""

    def root(_: str) -> Path:
        return tmp_path

    monkeypatch.setattr(_resources, "root", root)

    def write(prompt_id: str = "task/v1", **texts: str) -> Prompt:
        folder = tmp_path / prompt_id
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
        prompts.load.cache_clear()
        return prompts.load(prompt_id)

    yield write
    prompts.load.cache_clear()


@pytest.mark.parametrize("prompt_id", ["extract/v1", "extract/v2", "repair/v1"])
def test_the_prompts_in_use_can_be_loaded(prompt_id: str) -> None:
    loaded = prompts.load(prompt_id)
    assert loaded.id == prompt_id
    assert loaded.texts["user"]


@pytest.mark.parametrize("prompt_id", ["extract/v999", "none/v1", "extract/v1/system.md"])
def test_an_unknown_prompt_is_refused_by_name(prompt_id: str) -> None:
    with pytest.raises(PromptError, match=prompt_id):
        prompts.load(prompt_id)


def test_only_markdown_files_are_texts(write: Write, tmp_path: Path) -> None:
    (tmp_path / "task/v1").mkdir(parents=True)
    (tmp_path / "task/v1/notes.txt").write_text("not for a model", encoding="utf-8")
    assert write(user="A", system="B").texts == {"system": "B", "user": "A"}


def test_an_unknown_text_is_refused_by_name(write: Write) -> None:
    with pytest.raises(PromptError, match=r"no other\.md; it has system, user"):
        write(user="A", system="B").render("other")


def test_a_missing_variable_is_refused_by_name(write: Write) -> None:
    with pytest.raises(PromptError, match=r"task/v1/user\.md needs a value for \$article"):
        write(user="Read: $article").render("user", other="x")


@pytest.mark.parametrize("template", ["It costs 5 $.", "$ 5", "$1 for $article", "${article"])
def test_a_stray_dollar_sign_in_a_file_is_refused(write: Write, template: str) -> None:
    with pytest.raises(PromptError, match=r"write a dollar sign as \$\$"):
        write(user=template).render("user", article="x")


def test_a_doubled_dollar_sign_in_a_file_is_one(write: Write) -> None:
    assert write(user="It costs $$5, says $article").render("user", article="he") == "It costs $5, says he"


@pytest.mark.parametrize(
    "value",
    ["$", "$$", "$article", "${article}", "$other", "{{7*7}}", "{% raw", "{# x #}", "%(article)s", "\\1 \\n"],
)
def test_a_value_is_never_read_as_a_template(write: Write, value: str) -> None:
    assert write(user="Read: $article!").render("user", article=value) == f"Read: {value}!"


def test_line_ends_after_the_last_word_of_a_file_are_left_off(write: Write) -> None:
    assert write(user="\nRead.\n\n").render("user") == "\nRead."


def test_the_hash_is_of_the_texts_alone(write: Write) -> None:
    assert write("one/v1", user="A", system="B").sha256 == write("two/v7", system="B", user="A").sha256


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"user": "A.", "system": "B"}, id="a-word"),
        pytest.param({"user": "B", "system": "A"}, id="swapped"),
        pytest.param({"user": "AB", "system": ""}, id="moved"),
        pytest.param({"user": "A", "other": "B"}, id="renamed"),
        pytest.param({"user": "A", "system": "B", "counts": ""}, id="one-more"),
    ],
)
def test_the_hash_changes_with_every_text(write: Write, texts: dict[str, str]) -> None:
    assert write("one/v1", user="A", system="B").sha256 != write("two/v1", **texts).sha256
