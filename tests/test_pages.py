"""Web pages: what somebody who looks at one reads is the article, and what is left of it is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from eventx import Article
from eventx.cli import main
from eventx.corpus import inputs
from eventx.corpus.inputs import pages
from eventx.counts.reading import readings
from eventx.errors import InputError

FIRST = "Gunmen attacked the market of Tarn on Monday, the police of the province said in a statement."
LAST = "The governor of the province came in the evening and spoke with the families, his office said."


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Attack in Tarn</title>{head}</head><body>{body}</body></html>"


def news(inside: str, *, after: str = "", before: str = "") -> str:
    """Return the page of a news site, with something inside its article and around it."""
    article = f"<article><h1>Attack in Tarn</h1><p>{FIRST}</p>{inside}<p>{LAST}</p></article>"
    return page(f"<nav><ul><li>Home</li></ul></nav>{before}{article}{after}<footer>About us</footer>")


def read(tmp_path: Path, html: str | bytes) -> tuple[str, list[str]]:
    file = tmp_path / "page.html"
    file.write_bytes(html if isinstance(html, bytes) else html.encode())
    article, findings = pages.read(file)
    return article.text, [each.message for each in findings]


HEAD = "<tr><th>Place</th><th>Killed</th><th>Wounded</th></tr>"
ROWS = f"{HEAD}<tr><td>Tarn</td><td>26</td><td>40</td></tr><tr><td>Osk</td><td>3</td><td></td></tr>"

SHOWN = {
    "a table with heads": (
        f"<table>{ROWS}</table>",
        ["Place: Tarn; Killed: 26; Wounded: 40", "Place: Osk; Killed: 3"],
    ),
    "a table in sections": (
        f"<table><thead>{HEAD}</thead><tbody>{ROWS.removeprefix(HEAD)}</tbody></table>",
        ["Place: Tarn; Killed: 26; Wounded: 40"],
    ),
    "a table whose heads are cells": (
        f"<table>{ROWS.replace('th>', 'td>')}</table>",
        ["Place: Osk; Killed: 3"],
    ),
    "a head over no column": (
        "<table><tr><th></th><th>Dead</th><th>Missing</th></tr><tr><th>Tarn</th><td>4</td><td>2</td></tr></table>",
        ["Tarn; Dead: 4; Missing: 2"],
    ),
    "an infobox": (
        "<table class=infobox><tr><th colspan=2>Attack</th></tr><tr><th>Deaths</th><td>26</td></tr>"
        "<tr><th>Injured</th><td>40+</td></tr></table>",
        ["Deaths: 26", "Injured: 40+"],
    ),
    "a caption of a table": (f"<table><caption>Toll by town</caption>{ROWS}</table>", ["Toll by town"]),
    "a list of dates": (
        "<table><tr><td>5 May</td><td>Three soldiers killed</td></tr></table>",
        ["5 May: Three soldiers killed"],
    ),
    "one column": (
        "<table><tr><td>Five soldiers were killed.</td></tr></table>",
        ["Five soldiers were killed."],
    ),
    "a caption of a picture": (
        "<figure><img src=a><figcaption>Twelve people were killed here.</figcaption></figure>",
        ["Twelve people were killed here."],
    ),
    "a box": (
        "<aside class=box><p>At least 30 people were killed.</p></aside>",
        ["At least 30 people were killed."],
    ),
    "a quotation": ("<blockquote>We lost 12 soldiers.</blockquote>", ["We lost 12 soldiers."]),
    "a list": ("<ul><li>Tarn: 5 killed</li><li>Osk: 6 killed</li></ul>", ["Tarn: 5 killed", "Osk: 6 killed"]),
    "what unfolds": (
        "<details><summary>Toll</summary>Eight people were killed.</details>",
        ["Eight people were killed."],
    ),
    "text in no paragraph": (
        "Nine soldiers were killed.<br>Ten were wounded.",
        ["Nine soldiers were killed.", "Ten were"],
    ),
    "a time": (
        "<p>At <time>09:30</time> five soldiers were killed.</p>",
        ["At 09:30 five soldiers were killed."],
    ),
    "a mark of a note": (
        "<p>In all 26<sup><a href=#n>[3]</a></sup> soldiers and 4<sup>2</sup> rebels were killed.</p>",
        ["In all 26 soldiers and 4 rebels were killed."],
    ),
    "an ordinal": ("<p>The 5<sup>th</sup> brigade lost 3 men.</p>", ["The 5th brigade lost 3 men."]),
    "a break within a word": ("<p>Seven sol<wbr>diers were killed.</p>", ["Seven soldiers were killed."]),
    "Spanish": ("<p>Murieron doce soldados en el ataque.</p>", ["Murieron doce soldados en el ataque."]),
    "Arabic": ("<p dir=rtl>قُتل 12 جنديا في الهجوم على السوق.</p>", ["قُتل 12 جنديا في الهجوم على السوق."]),
    "visible after hidden": (
        "<span hidden>9</span><p style='font-size:0.9em;opacity:.5'>Six men died.</p>",
        ["Six men died."],
    ),
}


@pytest.mark.parametrize(("inside", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_is_seen_is_the_article(tmp_path: Path, inside: str, expected: list[str]) -> None:
    text, told = read(tmp_path, news(inside))
    assert [each for each in (FIRST, *expected, LAST) if each not in text] == []
    assert [each for each in ("Home", "About us") if each in text] == []
    assert told == []


HIDDEN = {
    "display": "<p style='color:red; display : none'>{}</p>",
    "visibility": "<div style=visibility:hidden>{}</div>",
    "no size": "<span style='font-size:0px'>{}</span>",
    "no opacity": "<p style=opacity:0>{}</p>",
    "beside the screen": "<p style='position:absolute;left:-9999px'>{}</p>",
    "hidden": "<section hidden><p>{}</p></section>",
    "to readers aloud alone": "<p class='sr-only big'>{}</p>",
    "aria": "<p aria-hidden=true>{}</p>",
    "within a table": "<table><tr><td>Tarn</td><td>calm<span hidden> {}</span></td></tr></table>",
}
FIVE_HUNDRED = "Five hundred soldiers were killed."


@pytest.mark.parametrize("how", HIDDEN.values(), ids=HIDDEN)
def test_what_a_page_hides_does_not_count_and_is_told(tmp_path: Path, how: str) -> None:
    text, told = read(tmp_path, news(how.format(FIVE_HUNDRED)))
    assert FIVE_HUNDRED not in text
    assert told == [f"the page hides: “{FIVE_HUNDRED}”"]


NEVER = {
    "a comment": "<!-- {} -->",
    "a script": "<script>var a = '{}'</script>",
    "a template": "<template><p>{}</p></template>",
    "without scripts": "<noscript>{}</noscript>",
    "a style": "<style>/* {} */</style>",
}


@pytest.mark.parametrize("how", NEVER.values(), ids=NEVER)
def test_what_no_page_shows_is_nothing(tmp_path: Path, how: str) -> None:
    text, told = read(tmp_path, news(how.format(FIVE_HUNDRED)))
    assert (FIVE_HUNDRED in text, told) == (False, [])


BESIDE = {
    "comments": "<div class=comments><p>{}</p></div>",
    "other articles": "<div class=related><h3>Related</h3><p>{}</p></div>",
    "a menu": "<nav><a href=x>{}</a></nav>",
    "a box beside it": "<aside><p>{}</p></aside>",
    "a picture": "<img src=a alt='{}'>",
}


@pytest.mark.parametrize("how", BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_the_article_is_told(tmp_path: Path, how: str) -> None:
    text, told = read(tmp_path, news("", after=how.format(FIVE_HUNDRED)))
    assert FIVE_HUNDRED not in text
    assert told == [f"the page has beside its article: “{FIVE_HUNDRED}”"]


def test_a_few_are_told_and_the_others_counted(tmp_path: Path) -> None:
    hidden = "".join(f"<p hidden>{number} soldiers were killed.</p>" for number in range(2, 10))
    _, told = read(tmp_path, news(hidden))
    assert told[4:] == [
        "the page hides: “6 soldiers were killed.”",
        "the page hides 3 more texts that speak of people harmed",
    ]


def test_a_page_laid_out_in_a_table_is_read(tmp_path: Path) -> None:
    inner = "<table><tr><td>Dead</td><td>7</td></tr></table>"
    body = f"<table><tr><td><div>Home</div></td><td><p>{FIRST}</p><p>{LAST}</p>{inner}</td></tr></table>"
    text, _ = read(tmp_path, page(body))
    assert [each for each in (FIRST, LAST, "Dead: 7") if each not in text] == []


def test_the_scanner_reads_a_table(tmp_path: Path) -> None:
    text, _ = read(tmp_path, news(f"<table>{ROWS}</table>"))
    found = [(each.mention.text, each.outcome) for each in readings(text)]
    assert found == [("26", "killed"), ("40", "wounded"), ("3", "killed")]


@pytest.mark.parametrize(
    ("head", "encoding"), [("<meta charset=windows-1252>", "cp1252"), ("", "utf-16"), ("", "utf-8")]
)
def test_a_page_is_read_in_its_encoding(tmp_path: Path, head: str, encoding: str) -> None:
    said = "Fünf “Männer” starben."
    html = news(f"<p>{said}</p>").replace("<title>", f"{head}<title>")
    text, _ = read(tmp_path, html.encode(encoding))
    assert said in text


MONSTERS = {
    "nothing": (b"", "is no web page"),
    "a picture": (b"\x89PNG\x00\x00", "is no web page"),
    "no article": (page("").encode(), "no article is found"),
    "elements": (page("<i></i>" * 300_000).encode(), "has more than 200,000 elements"),
    "large": (b"x" * 20_000_001, "has more than 20 MB"),
}


@pytest.mark.parametrize(("data", "error"), MONSTERS.values(), ids=MONSTERS)
def test_a_page_that_is_none_is_one_line(tmp_path: Path, data: bytes, error: str) -> None:
    with pytest.raises(InputError, match=error):
        read(tmp_path, data)


BOMBS = {
    "divisions in each other": f"{'<div>' * 50_000}Seven{'</div>' * 50_000}",
    "cells over columns": f"<table>{'<tr><td colspan=100000 rowspan=999>5</td><td>x</td></tr>' * 50}</table>",
    "a picture written out": f"<img src='data:image/png;base64,{'A' * 5_000_000}'>",
}


@pytest.mark.parametrize("inside", BOMBS.values(), ids=BOMBS)
def test_a_page_built_to_exhaust_is_read(tmp_path: Path, inside: str) -> None:
    text, _ = read(tmp_path, news(inside))
    assert FIRST in text
    assert len(text) < 100_000


def test_time_grows_with_the_page(tmp_path: Path) -> None:
    def took(rows: int) -> float:
        html = news(f"<table>{'<tr><td>Tarn</td><td>5 killed</td></tr>' * rows}</table>")
        began = time.process_time()
        read(tmp_path, html)
        return time.process_time() - began

    took(100)
    assert min(took(4000) for _ in range(3)) < 8 * min(took(1000) for _ in range(3)) + 0.05


def test_a_run_and_a_single_page_are_read_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.html"
    file.write_text(news(f"<p hidden>{FIVE_HUNDRED}</p><p>Seven soldiers were killed.</p>"))
    (given,) = inputs.read(inputs.expand([str(file)]))
    assert given.article is not None
    assert [each.code for each in given.findings] == ["page-left-out"]
    assert main(["counts", str(file), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert ("Seven soldiers" in said.out, "500" in said.out) == (True, False)
    assert said.err == f"article: the page hides: “{FIVE_HUNDRED}”\n"


def test_a_page_is_no_text_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a web page"):
        Article.from_file(tmp_path / "page.html")
