"""The article: its text unchanged, and what is known about it."""

from __future__ import annotations

import codecs
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from eventx import Article, InputError
from eventx.article import LONGEST, decode

TEXT = "Seven fighters died in Tarn.\r\n\r\nDie Übrigen flohen.\n"
DAY = date(2023, 8, 28)
PUBLISHED = {"published": DAY, "published_from": "front matter"}


def saved(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="utf-8-marked"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), id="utf-32-le"),
        pytest.param(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), id="utf-32-be"),
    ],
)
def test_a_file_is_read_as_its_byte_order_mark_says(tmp_path: Path, data: bytes) -> None:
    assert Article.from_file(saved(tmp_path, data)) == Article(text=TEXT)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="crlf"),
        pytest.param("\n\n  Two killed.  \n\n", id="white-space-around"),
        pytest.param("Two\u00a0killed \u200b in e\u0301t\u00e9.", id="not-normalised"),
        pytest.param("Two killed.\n---\npublished: 2020-01-01\n---\n", id="front-matter-not-at-the-start"),
        pytest.param("---\nTwo killed: a report.\n", id="a-line-of-dashes-alone"),
        pytest.param("---- Two killed.\n----\n", id="more-dashes"),
    ],
)
def test_the_text_is_otherwise_unchanged(text: str) -> None:
    assert Article.from_text(text) == Article(text=text)


def test_a_byte_order_mark_is_taken_off_a_string() -> None:
    assert Article.from_text("\ufeffTwo killed.").text == "Two killed."


def test_a_byte_order_mark_before_front_matter_hides_none_of_it() -> None:
    article = Article.from_document("\ufeff---\nsource: Tarn Gazette\n---\nTwo killed.")
    assert article == Article(text="Two killed.", source="Tarn Gazette")


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        pytest.param("published: 2023-08-28", PUBLISHED, id="published"),
        pytest.param("published: '2023-08-28'", PUBLISHED, id="quoted"),
        pytest.param(
            "published_from: caller\nlanguage: en",
            {"language": "en"},
            id="how-it-is-known-is-not-an-authors-to-say",
        ),
        pytest.param("source:   Tarn Gazette  ", {"source": "Tarn Gazette"}, id="spaces-around"),
        pytest.param(
            "url: https://example.org/a:b", {"url": "https://example.org/a:b"}, id="colons-in-value"
        ),
        pytest.param("language: en", {"language": "en"}, id="language"),
        pytest.param("title: Council\nsource: G", {"source": "G"}, id="foreign-keys-beside-ours"),
        pytest.param("text: other\nid: 7\nurl: u", {"url": "u"}, id="keys-that-are-not-an-authors-to-set"),
        pytest.param("published: null\nsource:", {}, id="null-and-empty"),
        pytest.param("# a comment\n\ntags:\n  - a\nsource: G", {"source": "G"}, id="comment-blank-list"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_front_matter_is_taken_off_and_its_known_keys_are_used(
    lines: str, known: dict[str, Any], end: str
) -> None:
    block = f"---\n{lines}\n---\n\n"
    body = f"Two killed.{end}"
    assert Article.from_document(block.replace("\n", end) + body) == Article(text=body, **known)


@pytest.mark.parametrize("line", ["just words", "two words: here", "7: x"])
def test_a_line_of_front_matter_without_a_key_is_shown_and_refused(line: str) -> None:
    with pytest.raises(InputError, match=line):
        Article.from_document(f"---\nsource: Gazette\n{line}\n---\nTwo killed.")


@pytest.mark.parametrize(
    "lines",
    ["Killed: 26\nWounded: 3", "Seven soldiers died.", "", "title: Two killed"],
    ids=["a table", "prose", "nothing", "foreign keys alone"],
)
def test_lines_without_a_key_of_ours_are_text(lines: str) -> None:
    text = f"---\n{lines}\n---\nTwo killed."
    assert Article.from_document(text) == Article(text=text)


FRONT_MATTER = "---\npublished: 2020-01-01\nsource: UN\nurl: u\nlanguage: es\n---\nTwo killed."


def test_a_text_of_anybodys_has_no_front_matter() -> None:
    assert Article.from_text(FRONT_MATTER) == Article(text=FRONT_MATTER)


def test_what_the_caller_gives_wins_over_the_front_matter() -> None:
    text = "---\npublished: 2020-01-01\nsource: Gazette\nurl: https://example.org\n---\nTwo killed."
    given = Article.from_document(text, published=DAY, source="Herald")
    assert given == Article(text="Two killed.", published=DAY, source="Herald", url="https://example.org")


def test_what_the_caller_gives_wins_for_a_file_too(tmp_path: Path) -> None:
    path = saved(tmp_path, b"---\npublished: 2020-01-01\n---\nTwo killed.")
    article = Article.from_file(path, published=DAY, source="Herald", url="https://example.org")
    assert article == Article(text="Two killed.", published=DAY, source="Herald", url="https://example.org")


def test_a_day_of_publication_is_the_callers_unless_it_says_otherwise() -> None:
    made = Article(text=TEXT, published=DAY)
    assert made.published_from == "caller"
    assert Article(text=TEXT, published=DAY, published_from="dateline").published_from == "dateline"
    assert Article.model_validate_json(made.model_dump_json()) == made


def test_without_a_day_of_publication_nobody_gave_it() -> None:
    assert Article(text=TEXT).published_from is None


def test_a_day_that_both_give_is_the_callers() -> None:
    made = Article.from_document("---\npublished: 2023-08-28\n---\nTwo killed.", published=DAY)
    assert made.published_from == "caller"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param(DAY, DAY, id="date"),
        pytest.param(datetime(2023, 8, 28, 23, 30, tzinfo=UTC), DAY, id="datetime"),
        pytest.param("2023-08-28", DAY, id="iso-day"),
        pytest.param("2023-08-28T23:30:00Z", DAY, id="iso-time"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_published_is_a_day(published: date | str | None, day: date | None) -> None:
    assert Article.from_text("Two killed.", published=published).published == day


@pytest.mark.parametrize("published", ["", "yesterday", "28/08/2023", "2023-02-30"])
def test_a_published_that_is_no_iso_date_is_refused(published: str) -> None:
    with pytest.raises(InputError, match="published"):
        Article.from_text("Two killed.", published=published)


def test_a_published_of_the_front_matter_that_is_no_date_is_refused() -> None:
    with pytest.raises(InputError, match="last week"):
        Article.from_document("---\npublished: last week\n---\nTwo killed.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \r\n\t\u00a0", id="white-space"),
        pytest.param("\ufeff", id="byte-order-mark-alone"),
        pytest.param("Two\x00killed", id="nul"),
        pytest.param("Two killed.\ud83d", id="half of a character"),
    ],
)
def test_a_text_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        Article.from_text(text)


def test_front_matter_alone_is_no_article() -> None:
    with pytest.raises(InputError, match="is empty"):
        Article.from_document("---\nsource: Gazette\n---\n\n")


@pytest.mark.parametrize("name", ["source", "url", "published"])
def test_half_a_character_is_refused_wherever_it_stands(name: str) -> None:
    given: dict[str, Any] = {name: "a\udcff"}
    with pytest.raises(InputError, match=rf"`{name}` is not UTF-8 \(half of a character, '\\udcff'\)"):
        Article.from_text("Two killed.", **given)


@pytest.mark.parametrize("name", ["text", "source", "url", "language"])
def test_no_article_has_half_a_character(name: str) -> None:
    with pytest.raises(ValidationError, match="half of a character"):
        Article.model_validate({"text": "Two killed.", name: "a\ud800"})


def test_an_article_has_a_length(tmp_path: Path) -> None:
    assert Article.from_text("a" * LONGEST).text == "a" * LONGEST
    with pytest.raises(InputError, match=r"has 300,001 characters, and at most 300,000 are read"):
        Article.from_text("a" * (LONGEST + 1))
    with pytest.raises(InputError, match="is longer than any article"):
        Article.from_file(saved(tmp_path, b"a" * 10_000_000))


def test_a_file_without_an_end_is_not_read_to_it() -> None:
    with pytest.raises(InputError, match="is binary"):
        Article.from_file("/dev/zero")


AHEAD = datetime.now(UTC).date() + timedelta(days=2)


@pytest.mark.parametrize(
    "published", [AHEAD, AHEAD.isoformat(), datetime.combine(AHEAD, time(1))], ids=["date", "iso", "time"]
)
def test_a_day_to_come_is_no_day_of_publication(published: date | str) -> None:
    with pytest.raises(InputError, match="is a day to come"):
        Article.from_text("Two killed.", published=published)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x89PNG\r\n\x00\x00", id="binary"),
        pytest.param("Fünf Tote".encode("latin-1"), id="latin-1"),
        pytest.param(codecs.BOM_UTF16_LE + b"T", id="half-a-character"),
        pytest.param(b"x" * 9000 + b"\x00", id="nul-far-in"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_its_name(tmp_path: Path, data: bytes) -> None:
    path = saved(tmp_path, data)
    with pytest.raises(InputError, match=r"article\.txt: "):
        Article.from_file(path)


def test_bytes_of_another_encoding_are_named_where_they_stand() -> None:
    with pytest.raises(InputError, match=r"not UTF-8 \(byte 1\)"):
        decode("Fünf Tote".encode("latin-1"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        Article.from_file(tmp_path / "none.txt")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet"])
def test_a_table_is_no_article(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"in{ending}"
    file.write_text(TEXT)
    with pytest.raises(InputError, match=f"in{ending}: is no text but data"):
        Article.from_file(file)


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        Article.from_file(str(tmp_path))


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="Permission denied") as caught:
        Article.from_file(tmp_path / "article.txt")
    assert isinstance(caught.value.__cause__, PermissionError)


def test_an_article_does_not_change() -> None:
    article = Article(text=TEXT)
    with pytest.raises(ValidationError):
        article.text = "other"  # type: ignore[misc]
