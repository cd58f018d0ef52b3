"""What a run is given: files, folders, patterns and tables, as articles with ids, or reasons why not."""

from __future__ import annotations

import io
import json
import os
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eventx.corpus import inputs
from eventx.corpus.inputs import Given
from eventx.errors import InputError

TEXT = "The council of Testville met."


def given(*paths: Path | str) -> list[Given]:
    return list(inputs.read(inputs.expand([str(path) for path in paths])))


def ids(found: list[Given]) -> list[str]:
    return [each.id for each in found]


def texts(found: list[Given]) -> list[str | None]:
    return [each.article and each.article.text for each in found]


def test_a_file_goes_by_its_name_without_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "council.txt"
    file.write_text(TEXT)
    found = given(file)
    assert (["council"], [TEXT]) == (ids(found), texts(found))


def test_a_folder_is_read_in_order_each_file_by_its_path_there(tmp_path: Path) -> None:
    for name in ("b.txt", "2023/a.md", "2023/picture.png"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT)
    assert ["2023/a", "b"] == ids(given(tmp_path))


def test_a_pattern_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(TEXT)
    assert ["a", "b"] == ids(given(tmp_path / "*.txt"))


@pytest.mark.parametrize("name", ["gone.txt", "gone/*.txt"], ids=["file", "pattern"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no such file, folder or pattern"):
        inputs.expand([str(tmp_path / name)])


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to read"):
        inputs.expand([str(tmp_path)])


def test_a_line_of_json_says_what_is_known_of_its_article(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    row = {"id": 7, "text": TEXT, "published": "2024-01-02", "source": "Gazette", "url": "http://a.example"}
    file.write_text(json.dumps(row) + "\n")
    (found,) = given(file)
    assert found.id == "7"
    assert found.article is not None
    assert (TEXT, date(2024, 1, 2), "Gazette", "http://a.example") == (
        found.article.text,
        found.article.published,
        found.article.source,
        found.article.url,
    )


def test_a_row_without_an_id_goes_by_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    other = f'{{"text": "Another. {TEXT}"}}\n'
    file.write_text(f'{{"text": "{TEXT}"}}\n{other}')
    before = ids(given(file))
    file.write_text(f'{{"text": "Put in."}}\n{other}{{"text": "{TEXT}"}}\n')
    assert before == list(reversed(ids(given(file))[1:]))
    assert all(re.fullmatch("in:[0-9a-f]{12}", each) for each in before)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"not json", "is not JSON"),
        (b"[1]", "is no object"),
        (b"{}", "has no `text`"),
        (b'{"text": 5}', "has no `text`"),
        (b'{"text": "  "}', "the article is empty"),
        (b'{"text": "a", "published": "soon"}', "'soon' is not a date"),
        (b'{"text": "a", "source": 5}', "`source` is no text"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b'{"text": "\\ud800"}', "`text` is not UTF-8"),
        (b'{"text": "a", "source": "\\ud800"}', "`source` is not UTF-8"),
        (b'{"text": "a", "url": "\\ud800"}', "`url` is not UTF-8"),
        (b'{"text": "a", "title": "\\ud800"}', "`title` is not UTF-8"),
        (b'{"text": "a", "id": "\\ud800"}', "`id` is not UTF-8"),
        (b'{"text": "a", "published": "\\ud800"}', "`published` is not UTF-8"),
        (b'{"text": "a", "title": 5}', "`title` is no text"),
        (b'{"text": "a", "id": "a\\nb"}', "`id` has a control character, '\\n'"),
        (b'{"text": "a", "id": "a\\u0000"}', "`id` has a NUL"),
        (b'{"text": "a", "id": ["a"]}', "`id` is no text and no number"),
        (b'{"text": "a", "id": true}', "`id` is no text and no number"),
        (b'{"text": "a", "source": "A\\u0000B"}', "`source` has a NUL"),
        (b'{"text": "a", "text": "b"}', "has `text` twice"),
        (b'{"text": "a", "source": "' + b"s" * 10_001 + b'"}', "`source` has 10,001 characters"),
        (b'{"text": "a", "id": "' + b"s" * 10_001 + b'"}', "`id` has 10,001 characters"),
        (b'{"text": "' + b"a" * 300_001 + b'"}', "at most 300,000 are read"),
        (b'{"text": "' + b"a" * 16_000_001 + b'"}', "is longer than any article"),
    ],
    ids=[
        "no json",
        "no object",
        "no text",
        "a number",
        "empty",
        "no date",
        "no source",
        "bytes",
        "surrogate",
        "surrogate source",
        "surrogate url",
        "surrogate title",
        "surrogate id",
        "surrogate day",
        "no title",
        "line end in id",
        "NUL in id",
        "list as id",
        "truth as id",
        "NUL in source",
        "a name twice",
        "long source",
        "long id",
        "long text",
        "long line",
    ],
)
def test_a_bad_line_is_told_with_its_reason_and_the_next_is_read(
    tmp_path: Path, line: bytes, error: str
) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(line + b'\n{"id": "good", "text": "A text."}\n')
    bad, good = given(file)
    assert ("in:1", None) == (bad.id, bad.article)
    assert error in bad.error
    assert "good" == good.id


def test_a_table_without_texts_is_one_failure(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("id,body\na,b\n")
    (found,) = given(file)
    assert "has no column `text` (it has id, body)" in found.error


def test_a_headline_kept_apart_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    rows = [{"title": "News", "text": TEXT}, {"title": "News", "text": f"News\n{TEXT}"}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert [f"News\n\n{TEXT}", f"News\n{TEXT}"] == texts(given(file))


def test_the_article_of_a_web_page(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    said = "<p>The council of Testville met on Monday and spoke about the price of bread in the town.</p>" * 3
    file.write_text(
        f"<html><head><title>Council meets</title></head><body><nav>Home</nav>{said}</body></html>"
    )
    (found,) = given(file)
    assert found.article is not None
    assert "price of bread" in found.article.text
    assert "Home" not in found.article.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2026-11-12T08:00:00Z">', date(2026, 11, 12)),
        ("", None),
    ],
    ids=["given by the page", "a year in the text is no day"],
)
def test_the_day_of_a_web_page_is_the_one_it_gives(tmp_path: Path, head: str, published: date | None) -> None:
    file = tmp_path / "page.html"
    said = "<p>The council of Testville met on Monday and spoke about its roads as it did in 2019.</p>" * 3
    file.write_text(f"<html><head>{head}</head><body>{said}<footer>2025 Testville</footer></body></html>")
    (found,) = given(file)
    assert found.article is not None
    assert published == found.article.published


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), ["stdin"]),
        (b'{"id": "a", "text": "A."}\n{"id": "b", "text": "B."}\n', ["a", "b"]),
        (b"Its text, he said, is the source of much.\n", ["stdin"]),
    ],
    ids=["an article", "lines of json", "an article with commas"],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    stdin: Any = SimpleNamespace(buffer=io.BytesIO(data))
    monkeypatch.setattr("sys.stdin", stdin)
    assert expected == ids(given("-"))


def test_a_table_on_standard_input_is_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin: Any = SimpleNamespace(buffer=io.BytesIO(b'\xef\xbb\xbf"id";"text"\na;One died.\n'))
    monkeypatch.setattr("sys.stdin", stdin)
    (found,) = given("-")
    assert (None, True) == (found.article, "standard input is a table" in found.error)


@pytest.mark.parametrize("id", ["null", '""', '"  "', "NaN"])
def test_an_id_that_is_none_is_as_none_given(tmp_path: Path, id: str) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(f'{{"id": {id}, "text": "{TEXT}"}}\n')
    (found,) = given(file)
    assert (False, True) == (found.is_named, found.id.startswith("in:"))


def test_tab_separated_values_are_a_table_by_their_name(tmp_path: Path) -> None:
    file = tmp_path / "in.tsv"
    file.write_text("id\ttext\na\tOne died.\n")
    assert ["a"] == ids(given(tmp_path))


def test_data_is_no_article(tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_text(f'[{{"text": "{TEXT}"}}]')
    (found,) = given(file)
    assert (None, True) == (found.article, "is no text but data" in found.error)


def test_articles_are_counted_where_that_is_quick(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text("{}\n{}\n")
    assert 3 == inputs.count(inputs.expand([str(tmp_path)]))
    (tmp_path / "c.csv").write_text("text\na\n")
    assert inputs.count(inputs.expand([str(tmp_path)])) is None


def test_the_output_in_a_folder_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    out = tmp_path / "out.jsonl"
    out.write_text("{}\n")
    link = tmp_path / "link.jsonl"
    link.symlink_to(out)
    assert [("a", tmp_path / "a.txt")] == inputs.expand([str(tmp_path)], out=link)


def test_the_output_by_its_name_is_refused_as_an_input(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("{}\n")
    with pytest.raises(InputError, match="is the output, and an input too"):
        inputs.expand([str(out)], out=out)


def test_what_another_run_wrote_is_one_failure(tmp_path: Path) -> None:
    file = tmp_path / "other.jsonl"
    file.write_text('{"id":"a","status":"failed","extraction":null,"error":"why"}\n' * 3)
    (found,) = given(file)
    assert (found.article, "is what a run wrote" in found.error) == (None, True)


def test_a_name_that_is_no_text_is_written_out(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\xff.txt")
    file.write_text(" ")
    (found,) = given(file)
    assert found.id == "a\\udcff"
    assert "\\udcff.txt: the article is empty" in found.error
