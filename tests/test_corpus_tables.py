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
            [("in:2", "lines 2 to 3: seems to take in the rows after it")],
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


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            'id,text\n1,"He said "two" died.\nOn Monday, seven died."\n2,Good.\n',
            id="a quote within a text of several lines",
        ),
        pytest.param('id,text\n1,"He said "two" fled.\n1,200 people fled."\n2,Good.\n', id="a number"),
        pytest.param(
            'text,published\n"He said "two" died.\nSeven died.",2020-01-01\nGood.,2020-01-03\n',
            id="a text in the first column",
        ),
        pytest.param("id,text\na,Seven died.\nOn Monday, nine more.\nb,Good.\n", id="a line with a comma"),
        pytest.param("id,text\na,Seven died.\n\nNine more.\n\nTwo fled.\nb,Good.\n", id="paragraphs"),
        pytest.param("source,text\nG,Seven died.\nNine more.\nH,Good.\n", id="a text in the last column"),
        pytest.param("text,source\nSeven died.\nNine more.,G\nGood.,H\n", id="the end of a text"),
    ],
)
def test_no_piece_of_an_article_is_coded_as_another(tmp_path: Path, content: str) -> None:
    (broken, error), (_, text) = read(tmp_path, content)
    assert ("in:2", True, "Good.") == (broken, error.startswith("lines 2 to "), text)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('id,text\nalpha,"One died.\nbeta,Two died."\n', id="ids of letters"),
        pytest.param('text,published\n"One died.,2020-01-01\nTwo died.",2020-01-02\n', id="days"),
        pytest.param('text,url\n"One died.,http://a.example\nTwo died.",http://b.example\n', id="addresses"),
        pytest.param('id,text,source\n1,"One died.,G\n2,Two died.",G\n', id="text between others"),
    ],
)
def test_a_row_that_another_took_in_is_told(tmp_path: Path, content: str) -> None:
    ((name, error),) = read(tmp_path, content)
    assert ("in:2", True) == (name, error.startswith("lines 2 to 3: seems to take in the rows after it"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            'id,text\n1,"By day:\n12, 3 killed\n13, 4 killed"\n',
            [("1", "By day:\n12, 3 killed\n13, 4 killed")],
            id="a list in quotes",
        ),
        pytest.param(
            'id,text,published\n1,"Some 5,000 fled\n\nand 12,000 more, he said",2020-01-01\n',
            [("1", "Some 5,000 fled\n\nand 12,000 more, he said")],
            id="numbers in quotes",
        ),
        pytest.param('id,text\n1,One.\n2," Two."\n', [("1", "One."), ("2", " Two.")], id="a blank in quotes"),
        pytest.param("id,text\n1, One.\n2, Two.\n", [("1", " One."), ("2", " Two.")], id="always a blank"),
        pytest.param("id,text\na,One.\n,\n\n , \n", [("a", "One.")], id="rows of nothing"),
        pytest.param(
            "id,text\n1,One, two.\nother id,Three.\n",
            [("in:2", "has 3 cells"), ("other id", "Three.")],
            id="another kind of id",
        ),
    ],
)
def test_a_row_is_not_refused_for_what_its_text_looks_like(
    tmp_path: Path, content: str, expected: list[tuple[str, str]]
) -> None:
    found = read(tmp_path, content)
    assert expected == [
        (id, text if not text.startswith("has 3 cells") else "has 3 cells") for id, text in found
    ]


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
