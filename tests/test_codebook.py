"""A codebook is one file: what must hold of it, and the numbers it puts to vague words."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventx import InputError, codebook


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("dozens of fighters", 12, id="dozens"),
        pytest.param("Hundreds", 100, id="hundreds"),
        pytest.param("tens of people", 10, id="tens"),
        pytest.param("several soldiers", 3, id="several"),
        pytest.param("a few", 3, id="few"),
        pytest.param("several hundred people", 100, id="the-larger-word"),
        pytest.param("a few dozen men", 12, id="a-few-dozen"),
        pytest.param("tens of thousands", None, id="larger-than-the-rule-knows"),
        pytest.param("an unknown number", None, id="no-rule"),
        pytest.param("tension", None, id="whole-words"),
    ],
)
def test_acled_puts_a_number_to_a_vague_word(words: str, expected: int | None) -> None:
    assert codebook.builtin().number(words) == expected


def test_the_codebook_used_when_none_is_given_is_a_file_like_any_other() -> None:
    file = Path(codebook.__file__).parent / "acled.toml"
    assert codebook.load(file) == codebook.builtin()


def test_acled_has_25_sub_event_types_of_six_types() -> None:
    types = codebook.builtin().types
    assert (len(types), len({each.event_type for each in types})) == (25, 6)


def test_a_codebook_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        codebook.load(tmp_path / "none.toml")
