"""CSV files as people have them: a row that does not fit is told, and costs no other row."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventx.corpus import inputs


def read(tmp_path: Path, content: str | bytes) -> list[tuple[str, str]]:
    """Return of each row its id and its text, or what is wrong with it."""
    file = tmp_path / "in.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = inputs.read(inputs.expand([str(file)]))
    return [(each.id, each.article.text if each.article else each.error) for each in found]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            'id,text,source\na,"Two, and\nthree ""died"".",P\nb,Second.,\n',
            [("a", 'Two, and\nthree "died".'), ("b", "Second.")],
            id="as it should be",
        ),
        pytest.param(
            "\ufeffid,text\r\na,One.\r\n\r\nb,Two.\r\n", [("a", "One."), ("b", "Two.")], id="of Excel"
        ),
        pytest.param(" ID , Text \na,One.\n", [("a", "One.")], id="names with capitals and spaces"),
        pytest.param("id;text\na;One, two.\n", [("a", "One, two.")], id="semicolons"),
        pytest.param("id\ttext\na\tOne, two.\n", [("a", "One, two.")], id="tabs"),
        pytest.param("id,text\na,One.", [("a", "One.")], id="no end of the last line"),
        pytest.param("id,text\na,One.\n".encode("utf-16"), [("a", "One.")], id="UTF-16"),
        pytest.param("id,text\n", [], id="no rows"),
    ],
)
def test_tables_are_read(tmp_path: Path, content: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert expected == read(tmp_path, content)


GOOD = "c,Three died.\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "a,Seven died, and twelve later.\n", [("in:2", "has 3 cells, and the header 2")], id="a comma"
        ),
        pytest.param("a\n", [("in:2", "has 1 cells, and the header 2")], id="too few"),
        pytest.param(
            'a,"One died.\nb,"Two died."\n',
            [("in:2", "is no row of a table"), ("b", "Two died.")],
            id="a quote left open before a quoted cell",
        ),
        pytest.param(
            'a,"One died.\nb,Two died.\n',
            [("in:2", "is no row of a table"), ("b", "Two died.")],
            id="a quote left open to the end",
        ),
        pytest.param(
            '1,"One died.\n2,Two died."\n',
            [("in:2", "seems to take in the rows after it, to line 3"), ("2", 'Two died."')],
            id="a quote closed by a later row",
        ),
        pytest.param('a,"One" died.\n', [("in:2", "is no row of a table")], id="a quote within a cell"),
        pytest.param("a,Caf\udce9\n", [("a", "`text` is not UTF-8")], id="another encoding"),
        pytest.param("a,\n", [("a", "has no `text`")], id="no text"),
        pytest.param("a,T\x00\n", [("a", "the article is binary")], id="a NUL"),
        pytest.param(
            f"a,{'x' * 16_000_001}\n", [("in:2", "is longer than any article")], id="a line without an end"
        ),
    ],
)
def test_a_row_that_does_not_fit_is_told_with_its_line_and_costs_no_other(
    tmp_path: Path, rows: str, expected: list[tuple[str, str]]
) -> None:
    content = f"id,text\n{rows}{GOOD}".encode("utf-8", "surrogateescape")
    found = read(tmp_path, content)
    assert [*(id for id, _ in expected), "c"] == [id for id, _ in found]
    assert [text for _, text in found if not any(said in text for _, said in expected)] == ["Three died."]


def test_lines_within_a_cell_that_only_begin_with_a_number_are_its_own(tmp_path: Path) -> None:
    text = "Twelve died.\n12 of them, it said, in Tarn."
    assert [("1", text)] == read(tmp_path, f'id,text\n1,"{text}"\n')


@pytest.mark.parametrize(
    ("header", "error"),
    [
        ("id,body", "has no column `text` (it has id, body)"),
        ("", "has no column `text` (it has none)"),
        ("id,text,Text", "has two columns `text`"),
    ],
    ids=["another name", "empty", "twice"],
)
def test_a_table_without_its_texts_is_one_failure(tmp_path: Path, header: str, error: str) -> None:
    ((name, said),) = read(tmp_path, f"{header}\na,b,c\n")
    assert ("in", True) == (name, error in said)


def test_a_table_that_breaks_off_in_a_character_is_one_failure(tmp_path: Path) -> None:
    found = read(tmp_path, "id,text\na,One died.\n".encode("utf-16") + b"\x0a")
    assert ("in", True) == (found[-1][0], "is no UTF-16 after line" in found[-1][1])


def test_a_broken_table_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    rows = 20_000
    assert len(read(tmp_path, "id,text\n" + 'a,"One died.\n' * rows)) == rows
