"""The page of evidence as it is used: opened, pointed at, filtered, corrected and saved in Chromium."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from building import evidence
from chromium import EXECUTABLE, MISSING, PHONE, Opened, browser
from eventx.article import Article
from eventx.cli import main
from eventx.export import stream
from eventx.export.html import to_html
from eventx.export.html.notebook import to_frame
from eventx.schema import Casualty, Extraction, Finding, Quantity
from exporting import PROVENANCE, actor, clash, seed, when, where

pytestmark = pytest.mark.skipif(EXECUTABLE is None, reason=MISSING)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Return what opens a page; in the end none of them had an error or asked for anything but itself."""
    pages: list[tuple[Opened, str]] = []

    def open_it(page: str, **settings: Any) -> Opened:
        file = tmp_path / f"page-{len(pages)}.html"
        file.write_text(page, encoding="utf-8", newline="")
        pages.append((Opened(chromium, file, **settings), file.as_uri()))
        return pages[-1][0]

    yield open_it
    for each, address in pages:
        assert ([], [address]) == (each.said, each.asked)
        each.page.close(run_before_unload=False)


SEED = seed()


def many(*items: tuple[str, Extraction | Finding]) -> str:
    return "".join(each for each in stream(items, "html") if isinstance(each, str))


def three() -> str:
    """Return a page of three articles, on other days, at other places, of other people."""
    other = Extraction(
        article=Article(text=(text := "Two guards were captured near Osk. Nobody was hurt in Mull.")),
        events=(
            clash(
                id="e1",
                when=when(date(2024, 1, 5)),
                where=where(text="Osk", admin1=None, country=None, evidence=(evidence(text, "Osk"),)),
                side_a=(actor("Osk guards"),),
                side_b=(),
                casualties=(
                    Casualty(
                        outcome="captured",
                        group="side_a",
                        who="guards",
                        role="part",
                        count=Quantity(value=2, low=2, high=2, text="Two guards"),
                        evidence=(evidence(text, "Two guards"),),
                    ),
                ),
            ),
        ),
        findings=(
            Finding(code="no-source", severity="warning", path="events[0].casualties[0]", message="whose?"),
        ),
        provenance=PROVENANCE,
    )
    peace = Extraction(
        article=Article(text="Nothing happened."),
        events=(),
        findings=(Finding(code="not-conflict", severity="info", path="events", message="no event"),),
        provenance=PROVENANCE,
    )
    return many(("one", SEED), ("two", other), ("three", peace))


# Lighting up


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("11", ["eleven Syrian soldiers"]),
        ("8", ["a further eight casualties"]),
        ("7", ["seven fighters"]),
        ("26", ["At least 26 people"]),
    ],
)
def test_each_part_of_the_sum_lights_up_its_words(opened: Any, part: str, words: list[str]) -> None:
    seen = opened(to_html(SEED))
    assert "11 + 8 + 7 = 26" in seen.page.inner_text(".killed .sum")
    seen.page.hover(f".sum a:text-is('{part}')")
    assert words == seen.lit()


def test_words_light_up_their_figure(opened: Any) -> None:
    seen = opened(to_html(SEED))
    seen.page.hover(".m:text-is('seven fighters')")
    assert ["7", "7"] == [seen.page.inner_text(query) for query in (".sum a.lit", ".count.lit .number")]
    seen.page.hover("h1")
    assert 0 == seen.page.locator(".lit").count()


def test_the_keyboard_lights_up_as_the_mouse_does(opened: Any) -> None:
    seen = opened(to_html(SEED))
    seen.page.focus(".wounded .count a")
    assert ["around 20"] == seen.lit()
    seen.page.keyboard.press("Enter")
    assert "around 20" == seen.page.evaluate("document.activeElement.textContent")
    seen.page.keyboard.press("Enter")
    assert "count part lit" == seen.page.evaluate("document.activeElement.className")


def test_a_finding_leads_to_what_it_speaks_of(opened: Any) -> None:
    seen = opened(three())
    seen.page.click("#a1 > summary")
    seen.page.click("#a1 .checks a")
    assert "a1e0c0" == seen.page.evaluate("document.activeElement.id")
    assert ["Two guards"] == seen.lit()


# Filters


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("code", "no-source", ["a1"]),
        ("code", "not-conflict", ["a2"]),
        ("place", "idlib", ["a0"]),
        ("from", "2023-12-31", ["a1"]),
        ("to", "2023-08-26", ["a0"]),
        ("side", "Osk guards", ["a1"]),
        ("outcome", "captured", ["a1"]),
        ("outcome", "missing", []),
    ],
)
def test_a_filter_shows_what_fits(opened: Any, field: str, value: str, shown: list[str]) -> None:
    seen = opened(three())
    control = seen.page.locator(f"#filters [name={field}]")
    control.select_option(value) if field == "outcome" else control.fill(value)
    seen.page.wait_for_selector("#found:not(:empty)")
    ids = "[...document.querySelectorAll('.article')].filter(each => !each.hidden).map(each => each.id)"
    assert shown == seen.page.evaluate(ids)
    seen.page.click("#filters button[type=reset]")
    seen.page.wait_for_selector("#found:empty", state="attached")
    assert ["a0", "a1", "a2"] == seen.page.evaluate(ids)


# Corrections


def saved(seen: Opened) -> dict[str, Any]:
    with seen.page.expect_download() as download:
        seen.page.click("#save")
    assert "corrections.json" == download.value.suggested_filename
    file: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return file


def corrected(seen: Opened) -> dict[str, Any]:
    """Accept the soldiers, make the eight casualties of either kind, strike the headline, add one figure."""
    seen.page.click(".killed .count:has-text('eleven') button:text-is('Accept')")
    eight = seen.page.locator(".killed .count:has-text('a further eight')")
    eight.locator("button:text-is('Correct…')").click()
    eight.locator("[name=outcome]").select_option("casualties")
    eight.locator("[name=group]").select_option("side_b")
    eight.locator("[name=kind]").select_option("at least")
    eight.locator("[name=note]").fill("who died is not said")
    eight.locator("button:text-is('Keep')").click()
    again = seen.page.locator(".killed .count.repeat")
    again.locator("button:text-is('Correct…')").click()
    again.locator("[name=strike]").check()
    again.locator("button:text-is('Keep')").click()
    seen.page.click(".event > .tools button:text-is('Add a figure…')")
    form = seen.page.locator(".event > .correct")
    form.locator("[name=words]").fill("several government positions")
    form.locator("[name=number]").fill("3")
    form.locator("[name=note]").fill("a test")
    form.locator("button:text-is('Keep')").click()
    seen.page.fill("#who", "A. Coder")
    assert "4 corrections" == seen.page.inner_text("#made")
    return saved(seen)


def test_corrections_are_saved(opened: Any) -> None:
    file = corrected(opened(many(("idlib-clashes", SEED))))
    text = SEED.article.text
    of = {
        "article": "idlib-clashes",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "event": SEED.events[0].id,
    }
    added = evidence(text, "several government positions").model_dump()
    assert {
        "version": "1",
        "who": "A. Coder",
        "when": file["when"],
        "corrections": [
            {**of, "casualty": 2, "seen": "eleven Syrian soldiers", "action": "accept"},
            {
                **of,
                "casualty": 4,
                "seen": "a further eight casualties",
                "action": "change",
                "count": {"value": 8, "low": 8, "high": None, "approximate": False},
                "outcome": "casualties",
                "group": "side_b",
                "note": "who died is not said",
            },
            {**of, "casualty": 0, "seen": "At least 26", "action": "strike"},
            {
                **of,
                "action": "add",
                "count": {"value": 3, "low": 3, "high": 3, "approximate": False},
                "outcome": "killed",
                "group": "unknown",
                "quote": added,
                "note": "a test",
            },
        ],
    } == file


def test_an_undone_correction_is_gone(opened: Any) -> None:
    seen = opened(to_html(SEED))
    seen.page.click(".count button:text-is('Accept') >> nth=0")
    seen.page.click(".verdict button:text-is('Undo')")
    assert (0, False) == (seen.page.locator(".verdict").count(), seen.page.is_visible("#bar"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"number": "-1"}, "A number of people is a whole number", id="negative"),
        pytest.param({"number": "1.5"}, "A number of people is a whole number", id="no whole number"),
        pytest.param({"number": "12"}, "Say why the number is another.", id="no reason"),
        pytest.param({}, "Nothing is changed", id="nothing"),
    ],
)
def test_a_correction_that_is_none_is_not_kept(opened: Any, changes: dict[str, str], said: str) -> None:
    seen = opened(to_html(SEED))
    row = seen.page.locator(".killed .count:has-text('eleven')")
    row.locator("button:text-is('Correct…')").click()
    for name, value in changes.items():
        row.locator(f"[name={name}]").fill(value)
    row.locator("button:text-is('Keep')").click()
    assert (True, False) == (said in row.locator(".wrong").inner_text(), seen.page.is_visible("#bar"))


def test_a_correction_made_on_the_page_comes_out_of_the_score_as_truth(
    opened: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, file, out = tmp_path / "run.jsonl", tmp_path / "corrections.json", tmp_path / "corrected.jsonl"
    line = {"id": "idlib-clashes", "status": "ok", "extraction": SEED.model_dump(mode="json"), "error": None}
    run.write_text(json.dumps(line) + "\n", encoding="utf-8")
    file.write_text(json.dumps(corrected(opened(many(("idlib-clashes", SEED))))), encoding="utf-8")
    assert 0 == main(["correct", str(run), str(file), "-o", str(out)])
    assert "4 of 4 corrections fit\n" == capsys.readouterr().err
    assert 0 == main(["score", str(run), str(out), "--format", "json"])
    score = json.loads(capsys.readouterr().out)
    # The machine has neither what was made casualties nor what was added, and has one killed too many.
    missed = [(each["in_truth"], each["reported"], each["count"]) for each in score["outcomes"]]
    assert {("casualties", None, 1), ("killed", None, 1), (None, "killed", 1)} <= set(missed)
    assert (4, 6) == (score["fields"]["casualties"]["right"], score["fields"]["casualties"]["in_truth"])


# Somebody else's text

HOSTILE = (
    "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'></noscript></details>\r\n"
    "Eleven \u202e62 soldiers\u202c \U0001f6a8 were killed &lt;b&gt; \x1b[2J\x07 & "
    "\u200bseven fighters</a>.\r\n"
)


def hostile() -> Extraction:
    first = evidence(HOSTILE, "Eleven \u202e62 soldiers\u202c")
    spot = (evidence(HOSTILE, "</noscript>"),)
    bad = "\"><img src=x onerror='window.ran = 3'><script>window.ran = 4</script>\u202e"
    casualty = Casualty(
        outcome="killed",
        group="side_a",
        who=bad,
        role="part",
        count=Quantity(value=None, low=None, high=None, text=bad),
        evidence=(first,),
        attributed_to=bad,
        inferred=bad,
    )
    side = actor(bad, evidence=spot, reason=bad, aliases=(bad,))
    event = clash(
        id=bad,
        event_type=bad,
        sub_event_type=bad,
        type_reason=bad,
        when=when(None, text=bad, reason=bad, evidence=spot),
        where=where(text=bad, country=bad, admin1=bad, reason=bad, candidates=(bad,), evidence=spot),
        side_a=(side,),
        side_b=(),
        weapons=(bad,),
        sources=(bad,),
        casualties=(casualty,),
    )
    findings = (Finding(code=bad, severity="error", path="events[0].casualties[0]", message=bad),)
    about = Article(text=HOSTILE, source=bad, url="javascript:window.ran=5", language=bad)
    made = PROVENANCE.model_copy(update={"model": bad, "gazetteer": bad})
    return Extraction(article=about, events=(event,), findings=findings, provenance=made)


@pytest.mark.parametrize("alone", [True, False])
def test_hostile_text_is_shown_as_text(opened: Any, alone: bool) -> None:
    bad = "\"><img src=x onerror='window.ran = 6'>"
    items = [(bad, hostile())] if alone else [(bad, hostile()), (bad, hostile())]
    seen = opened(many(*items))
    if not alone:
        seen.page.click("#a0 > summary")
    words = seen.page.inner_text("#a0 .words")
    assert "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'></noscript>" in words
    assert r"Eleven \u202e62 soldiers\u202c" in words
    assert r"&lt;b&gt; \u001b[2J\u0007 & \u200bseven fighters</a>." in words
    seen.page.hover("#a0 .count")
    assert [None, 0, 1] == seen.page.evaluate(
        "[window.ran ?? null, document.images.length, document.scripts.length]"
    )
    assert not {"\u202e", "\x1b", "\x07", "\u200b"} & set(seen.page.inner_text("body"))


def test_offsets_count_the_article_s_own_characters(opened: Any) -> None:
    seen = opened(to_html(hostile()))
    seen.page.click(".count button:text-is('Accept')")
    seen.page.click(".event > .tools button:text-is('Add a figure…')")
    form = seen.page.locator(".event > .correct")
    form.locator("[name=words]").fill("seven fighters")
    form.locator("[name=number]").fill("7")
    form.locator("button:text-is('Keep')").click()
    accepted, added = saved(seen)["corrections"]
    assert "Eleven \u202e62 soldiers\u202c" == accepted["seen"]
    assert evidence(HOSTILE, "seven fighters").model_dump() == added["quote"]
    assert hashlib.sha256(HOSTILE.encode()).hexdigest() == added["sha256"]


def test_words_that_are_selected_are_the_quote(opened: Any) -> None:
    seen = opened(to_html(hostile()))
    seen.page.evaluate(
        """() => {
          const range = document.createRange();
          const walker = document.createTreeWalker(document.querySelector(".words"), NodeFilter.SHOW_TEXT);
          while (!walker.nextNode().data.includes("fighters"));
          range.setStart(document.querySelector(".words .m").firstChild, 0);
          range.setEnd(walker.currentNode, walker.currentNode.data.indexOf("fighters"));
          getSelection().addRange(range);
        }"""
    )
    seen.page.click(".event > .tools button:text-is('Add a figure…')")
    form = seen.page.locator(".event > .correct")
    form.locator("[name=number]").fill("7")
    form.locator("button:text-is('Keep')").click()
    (added,) = saved(seen)["corrections"]
    quote = added["quote"]
    assert HOSTILE[quote["start"] : quote["end"]] == quote["quote"]
    assert (HOSTILE.index("</noscript>"), HOSTILE.index(" fighters")) == (quote["start"], quote["end"])


# For everybody


def violations(seen: Opened) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(seen.page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(opened: Any, scheme: str, viewport: dict[str, int] | None) -> None:
    seen = opened(three(), color_scheme=scheme, viewport=viewport)
    seen.page.click("#a0 > summary")
    seen.page.click("#a0 .made summary")
    seen.page.click("#a0 .count button:text-is('Accept') >> nth=0")
    seen.page.click("#a0 .count button:text-is('Correct…') >> nth=1")
    assert [] == violations(seen)


def test_a_phone_shows_it_all_across(opened: Any) -> None:
    seen = opened(to_html(SEED), viewport=PHONE)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_it_is_read_without_a_script(opened: Any) -> None:
    seen = opened(three(), java_script_enabled=False)
    seen.page.click("#a0 > summary")
    seen.page.click("#a0 .sum a:text-is('8')")
    assert "a further eight casualties" == seen.page.inner_text(".m:target")
    seen.page.click(".m:target")
    assert "8" == seen.page.inner_text(".count:target .number")
    assert not seen.page.is_visible("#filters")


def test_paper_has_all_of_it_and_no_buttons(opened: Any) -> None:
    seen = opened(three())
    seen.page.emulate_media(media="print")
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = [seen.page.is_visible(each) for each in ("#a0 .words", "#a1 .words", "#a0 .tools", "#filters")]
    assert [True, True, False, False] == shown


def test_a_notebook_has_the_page_in_a_frame(opened: Any) -> None:
    frame = SEED._repr_html_()
    assert to_frame(SEED) == frame
    seen = opened(f'<!DOCTYPE html><meta charset="utf-8"><title>A notebook</title>{frame}')
    inner = seen.page.frame_locator("iframe")
    inner.locator(".sum a:text-is('7')").click()
    assert ["seven fighters"] == inner.locator(".m.lit").all_inner_texts()


def test_a_thousand_articles_open_in_two_seconds(opened: Any) -> None:
    page = many(*((f"article-{number}", SEED) for number in range(1000)))
    seen = opened(page)
    shown = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"

    def seconds() -> float:
        start = time.perf_counter()
        seen.page.reload()
        seen.page.evaluate(shown)
        return time.perf_counter() - start

    best = min(seconds() for _ in range(3))
    seen.asked[:] = seen.asked[:1]
    assert best < 2
    seen.page.click("#a500 > summary")
    assert "11 + 8 + 7 = 26" in seen.page.inner_text("#a500 .killed .sum")
