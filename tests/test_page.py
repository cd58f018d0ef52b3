"""The page of evidence as it is written: names, marks, findings, and what many articles add up to."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from building import counted
from eventx.cli import main
from eventx.export import stream, to_jsonl
from eventx.export.html import safe, to_html
from eventx.export.html.marks import Span, marked
from eventx.export.html.names import spoken_of
from eventx.schema import Extraction, Finding
from exporting import GOLDEN, clash, extraction, seed, toll, when, where


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("<b>&'\"", "&lt;b&gt;&amp;&#x27;&quot;", id="signs of HTML"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs and line ends stay"),
        pytest.param("a\r\nb", 'a<span class="u" data-c="d"></span>\nb', id="a carriage return is not seen"),
        pytest.param("\u202e62", r'<span class="u" data-c="202e">\u202e</span>62', id="a direction mark is"),
        pytest.param(
            "\x1b[2J", r'<span class="u" data-c="1b">\u001b</span>[2J', id="so is a control character"
        ),
    ],
)
def test_the_article_s_words_are_escaped(words: str, shown: str) -> None:
    assert shown == safe.passage(words)


def test_words_on_one_line_are_escaped() -> None:
    assert r"&lt;a&gt; &quot;b&quot; \u202e" == safe.text('<a>\n "b" \u202e')


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        pytest.param([], "five men", id="nothing"),
        pytest.param([(0, 4, "e0c0", "killed")], "[a3m0 e0c0:five] men", id="one"),
        pytest.param(
            [(0, 8, "e0a0", "side_a"), (0, 4, "e0c0", "killed")],
            "[a3m0 e0c0 e0a0:five][a3m4 e0a0: men]",
            id="one in another: figures first",
        ),
        pytest.param(
            [(0, 6, "e0c0", "killed"), (4, 8, "e0c1", "killed")],
            "[a3m0 e0c0:five][a3m4 e0c0 e0c1: m][a3m6 e0c1:en]",
            id="two that overlap",
        ),
        pytest.param(
            [(0, 4, "e0c0", "killed"), (0, 4, "e1c0", "killed"), (0, 4, "e0c0", "killed")],
            "[a3m0 e0c0 e1c0:five] men",
            id="the same words for two",
        ),
    ],
)
def test_words_are_marked_with_all_that_they_state(
    spans: list[tuple[int, int, str, str]], shown: str
) -> None:
    html = marked("five men", [Span(*each) for each in spans], "a3")
    brief = re.sub(
        r'<a class="m \w+" id="(\w+)" href="#a3\w+" data-f="([^"]+)">(.*?)</a>', r"[\1 \2:\3]", html
    )
    assert shown == brief


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("events[0].casualties[2].count", "e0c2"),
        ("events[0].casualties[99]", "e0"),
        ("events[0].casualties", "e0"),
        ("events[0].killed", "e0-killed"),
        ("events[0].missing", "e0"),
        ("events[0].when.start", "e0w"),
        ("events[0].where", "e0p"),
        ("events[0].side_b[0].name", "e0b0"),
        ("events[0].side_b", "e0"),
        ("events[0]", "e0"),
        ("events[7].killed", ""),
        ("article.published", ""),
    ],
)
def test_a_finding_speaks_of_the_nearest_thing_on_the_page(path: str, name: str) -> None:
    finding = Finding(code="a", severity="info", path=path, message="b")
    assert name == spoken_of(finding, seed())
    page = to_html(seed().model_copy(update={"findings": (finding,)}))
    assert (1, 1) == (page.count(f' id="a0{name}"'), page.count(f'<a href="#a0{name}">b</a>'))


@pytest.mark.parametrize("golden", sorted(GOLDEN.parent.glob("*.json")), ids=lambda path: path.stem)
def test_every_link_of_a_page_leads_somewhere(golden: Path) -> None:
    page = to_html(Extraction.model_validate_json(golden.read_bytes()))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set() == set(re.findall(r'href="#([^"]*)"', page)) - set(ids)


def test_an_event_told_in_passing_says_so_and_no_other() -> None:
    page = to_html(extraction(clash(), clash(id="e2", passing=True)))
    assert (1, 1) == (
        page.count('<li class="context passing">told in passing</li>'),
        page.count(" · told in passing</li>"),
    )


TWELVE = counted("around 40 guards", "wounded")


@pytest.mark.parametrize(
    ("about", "notes"),
    [
        pytest.param({"vouched_by": ("model",)}, ["model alone"], id="the model alone"),
        pytest.param({"vouched_by": ("model", "rules")}, [], id="both readers"),
        pytest.param({}, [], id="nobody knows"),
        pytest.param({"was": 0}, ["of the ~40 wounded"], id="an earlier fate"),
        pytest.param(
            {"was": 0, "vouched_by": ("model",), "role": "total"},
            ["in all", "of the ~40 wounded", "model alone"],
            id="all at once",
        ),
    ],
)
def test_small_print_beside_a_count(about: dict[str, Any], notes: list[str]) -> None:
    page = to_html(extraction(clash(TWELVE, counted("11 soldiers", **about))))
    (beside,) = re.findall(r"<bdi>11 soldiers</bdi></a></q>(.*?)</span>", page)
    assert notes == re.findall(r" <small>(.*?)</small>", beside)


def test_a_toll_stands_once_after_the_events_it_is_over() -> None:
    events = (clash(), clash(id="e<2>"), clash(id="e3"))
    given = toll("At least 26 people", "e1", "e<2>", vouched_by=("model",), attributed_to="<b>")
    page = to_html(extraction(*events, tolls=(given,)))
    (drawn,) = re.findall(r'<p class="toll.*?</p>', page)
    assert drawn.startswith(
        '<p class="toll killed" id="a0t0" data-f="t0" data-over="a0e0 a0e1">'
        'over <a href="#a0e0">e1</a>, <a href="#a0e1">e&lt;2&gt;</a>: <b>killed at least 26</b> '
    )
    assert ["model alone", "according to &lt;b&gt;"] == re.findall("<small>(.*?)</small>", drawn)
    assert page.index('id="a0e1"') < page.index(drawn) < page.index('id="a0e2"')
    assert 'data-f="t0">At least 26 people</a>' in page


def test_a_toll_names_an_event_that_was_left_out_without_a_link() -> None:
    page = to_html(extraction(clash(), tolls=(toll("At least 26 people", "e1", "e9"),)))
    assert 'over <a href="#a0e0">e1</a>, e9: ' in page


@pytest.mark.parametrize("reading", ["full", "lean", None])
def test_how_it_was_made_says_which_reading(reading: str | None) -> None:
    given = extraction(clash())
    made = given.model_copy(update={"provenance": given.provenance.model_copy(update={"reading": reading})})
    assert ([] if reading is None else [reading]) == re.findall(
        "<dt>Reading</dt><dd>(.*?)</dd>", to_html(made)
    )


def test_nothing_of_a_page_is_elsewhere() -> None:
    page = to_html(seed())
    assert [] == re.findall(r'\b(?:src|href|action)="(?!#|data:,")[^"]*"', page)
    assert [] == re.findall(r"url\(|@import|fetch\(|XMLHttpRequest|WebSocket", page)
    assert "default-src 'none'" in page


def written(*items: object) -> str:
    return "".join(each for each in stream(items, "html") if isinstance(each, str))  # type: ignore[arg-type]


def test_one_article_is_open_and_many_are_not() -> None:
    alone, many = written(("a", seed())), written(("a", seed()), ("b", seed()))
    opened = [len(re.findall(r'<details class="article"[^>]* open>', page)) for page in (alone, many)]
    assert [1, 0] == opened


@pytest.mark.parametrize(("name", "called"), [("a-7", ' data-id="a-7"'), ("line 3", ""), ("", "")])
def test_an_article_has_the_id_that_its_run_gave_it(name: str, called: str) -> None:
    head = re.search(r'<details class="article"[^>]*>', written((name, seed())))
    assert head is not None
    assert re.findall(r' data-id="[^"]*"', head[0]) == ([called] if called else [])


def test_a_timeline_and_a_map_are_drawn_where_there_is_something_to_compare() -> None:
    here, later = clash(), clash(when=when(date(2023, 5, 9)))
    there = clash(where=where(text="Osk", latitude=10.0, longitude=20.0))
    drawn = [
        [name in written(("a", extraction(*events))) for name in ("Timeline:", "Map of 2 places")]
        for events in ((here,), (here, here), (here, later), (here, there))
    ]
    assert [[False, False], [False, False], [True, False], [False, True]] == drawn


def test_lines_that_hold_nothing_are_told_of_on_the_page() -> None:
    lost = Finding(code="line-unreadable", severity="error", path="line <2>", message="is not JSON")
    page = written(("a", seed()), *[("b", lost)] * 60)
    assert "Not on this page: 60 lines" in page
    assert (50, 1) == (page.count("line &lt;2&gt;: is not JSON"), page.count("and 10 more"))


def test_a_page_of_nothing_says_so() -> None:
    assert "No extraction to show." in written()


def test_report_writes_the_page_of_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, out = tmp_path / "run.jsonl", tmp_path / "page.html"
    failed = json.dumps({"id": "a-7", "status": "failed", "extraction": None, "error": "no usable reply"})
    run.write_text(to_jsonl(seed()) + failed + "\n", encoding="utf-8")
    assert 1 == main(["report", str(run), "-o", str(out)])
    assert (
        "1 event written, 1 line not used (without extraction 1)" == capsys.readouterr().err.splitlines()[-1]
    )
    page = out.read_text(encoding="utf-8")
    assert ("a-7: the run made no extraction of it" in page, page.startswith("<!DOCTYPE html>")) == (
        True,
        True,
    )


def test_a_notebook_shows_an_extraction_in_a_frame() -> None:
    frame = seed()._repr_html_()
    assert ("<iframe ", "</iframe>") == (frame[:8], frame[-9:])
    assert 'sandbox="allow-scripts allow-downloads"' in frame
    assert not re.search(r"<script|<details", frame)
