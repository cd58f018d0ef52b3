"""The formats: JSON that reads back, one line per extraction, and a table that shows what it should."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console

from battle import (
    AROUND,
    ERROR,
    EVENT,
    INFO,
    TOTAL,
    WARNING,
    casualty,
    evidence,
    extraction,
    figure,
)
from eventx.export import to_json, to_jsonl
from eventx.export.figures import exact, in_short, in_words
from eventx.export.table import to_table
from eventx.export.visible import escaped, one_line
from eventx.schema import Casualty, Event, Extraction, Quantity, Toll

Writer = Callable[[Extraction], str]

# A terminal's "clear the screen", a right-to-left override, a hidden character, another line end.
HOSTILE = "Testville\x1b[2J\x9b2J\u202e62\u2066\u200b\u2028\U000e0041 end"


def drawn(of: Extraction, width: int = 100, **settings: object) -> str:
    file = io.StringIO()
    # The environment of a terminal or of CI must not decide what a test sees.
    Console(file=file, width=width, **{"_environ": {}, **settings}).print(to_table(of))  # type: ignore[arg-type]
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def casualties(*rows: Casualty, **figures: object) -> Event:
    empty = {"killed": None, "wounded": None, "sources": (), "casualties": rows}
    return EVENT.model_copy(update=empty | figures)


# JSON


@pytest.mark.parametrize("writer", [to_json, to_jsonl])
def test_what_is_written_reads_back_as_the_same_extraction(writer: Writer) -> None:
    given = extraction(EVENT, findings=(WARNING,))
    assert given == Extraction.model_validate_json(writer(given))


@pytest.mark.parametrize("writer", [to_json, to_jsonl])
def test_hostile_characters_read_back_and_are_not_written_raw(writer: Writer) -> None:
    given = extraction(text=HOSTILE)
    written = writer(given)
    assert given == Extraction.model_validate_json(written)
    assert set() == set(HOSTILE) & set(written) - set("Testville 2J62end[")


def test_json_keeps_letters_of_every_language() -> None:
    assert "قتل ٢٦ شخصا" in to_json(extraction(text="قتل ٢٦ شخصا"))


def test_json_ends_in_one_line_end() -> None:
    assert to_json(extraction(EVENT)).endswith("\n}\n")


def test_jsonl_is_one_line() -> None:
    text = "one\r\ntwo\x85three\u2028four\x0cfive"
    assert [text] == [
        json.loads(line)["article"]["text"] for line in to_jsonl(extraction(text=text)).splitlines()
    ]


# Characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain, Zürich, قتلى, 死者\n", "plain, Zürich, قتلى, 死者\n", id="letters"),
        pytest.param("\x1b[31m", "\\u001b[31m", id="escape"),
        pytest.param("a\rb\tc", "a\\rb\\tc", id="return-and-tab"),
        pytest.param("\x9b", "\\u009b", id="c1-control"),
        pytest.param("\u202e26", "\\u202e26", id="override"),
        pytest.param("\u200e\u2067", "\\u200e\\u2067", id="direction-marks"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiners-stay"),
        pytest.param("\U000e0041", "\\udb40\\udc41", id="tag"),
    ],
)
def test_unsafe_characters_are_written_out(text: str, expected: str) -> None:
    assert expected == escaped(text)


def test_one_line_is_one_line() -> None:
    assert "a b c \\u202ed" == one_line(" a\r\n b\u2028c\x0b \u202ed\n")


# Figures


@pytest.mark.parametrize(
    ("count", "words", "short"),
    [
        pytest.param(figure(26, 26, 26, "26"), "26", "26", id="exact"),
        pytest.param(figure(1200, 1200, 1200, "1,200"), "1,200", "1,200", id="thousands"),
        pytest.param(figure(0, 0, 0, "no one"), "0", "0", id="nobody"),
        pytest.param(figure(26, 26, None, "at least 26"), "at least 26", "≥26", id="at-least"),
        pytest.param(figure(26, 27, None, "over 26"), "more than 26", ">26", id="more-than"),
        pytest.param(figure(50, None, 50, "up to 50"), "at most 50", "≤50", id="at-most"),
        pytest.param(figure(50, None, 49, "under 50"), "fewer than 50", "<50", id="fewer-than"),
        pytest.param(AROUND, "around 20", "~20", id="around"),
        pytest.param(figure(None, 20, 30, "20 to 30"), "20 to 30", "20-30", id="range"),
        pytest.param(figure(None, 24, None, "dozens"), "dozens", "dozens", id="vague"),
        pytest.param(figure(None, None, None, "several"), "several", "several", id="vague-without-least"),
        pytest.param(figure(None, None, 5, "five"), "at most 5", "≤5", id="of-a-toll"),
        pytest.param(figure(25, 20, 30, "25, 20 to 30"), "25 (20 to 30)", "25 (20-30)", id="within"),
    ],
)
def test_a_figure_in_words_and_in_short(count: Quantity, words: str, short: str) -> None:
    assert (words, short) == (in_words(count), in_short(count))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        pytest.param(figure(26, 26, 26, "26"), True, id="one-number"),
        pytest.param(TOTAL, False, id="bound"),
        pytest.param(AROUND, False, id="around"),
        pytest.param(figure(None, 24, None, "dozens"), False, id="vague"),
    ],
)
def test_exact(count: Quantity, expected: bool) -> None:
    assert expected == exact(count)


# Table


def test_the_table() -> None:
    assert drawn(extraction(EVENT, findings=(INFO, WARNING, ERROR))) == (
        """\
  Armed clash · Battles
  Testville, Northmark, Testland (near) · last Saturday (no date: a Saturday; the day of publication
  is not known)
  Northmark army (supported by Southland)  against  Grey Column

  killed      at least 26     “At least 26 people”  in all
                              11 + 8 + 7 = 26
          11  Northmark army  “eleven Northmark soldiers”
           8  Northmark army  “a further eight casualties”
                              inferred: 11 + 8 + 7 = 26
           7  Grey Column     “seven fighters”
         ≥26  all sides       “At least 26 killed”  said again
  wounded     around 20
         ~20  Northmark army  “around 20”
  source      a monitoring group

  ✗ 11 + 8 + 7 is not the stated 30  sum-differs
  ! the number of wounded is approximate: around 20  approximate
  · Saturday cannot be dated  date-unresolved
  local/scripted · 1 question · 1,029 tokens in, 73 out · 14.2 s"""
    )


def test_no_event() -> None:
    assert drawn(extraction()).startswith("  No conflict event found.\n")


def test_no_findings() -> None:
    assert "  ✓ the checks found nothing to question\n" in drawn(extraction(EVENT))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = drawn(extraction(EVENT, EVENT, findings=(WARNING, ERROR)), width).splitlines()
    assert [] == [line for line in lines if len(line) > width]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_narrow_table_loses_no_word(width: int) -> None:
    narrow, wide = (drawn(extraction(EVENT, findings=(ERROR,)), columns) for columns in (width, 200))
    assert sorted(wide.split()) == sorted(narrow.split())


@pytest.mark.parametrize(
    ("inferred", "expected"),
    [
        pytest.param(None, "11 + 15 = 26 ✓", id="both-stated"),
        pytest.param("11 + 15 = 26", "11 + 15 = 26", id="a-part-inferred-from-the-sum"),
    ],
)
def test_a_sum_is_ticked_when_parts_and_total_are_stated(inferred: str | None, expected: str) -> None:
    event = casualties(
        casualty("killed", "all", "total", TOTAL, "At least 26 people"),
        casualty("killed", "side_a", "part", figure(11, 11, 11, "11"), "eleven Northmark soldiers"),
        casualty("killed", "side_b", "part", figure(15, 15, 15, "15"), "seven fighters", inferred=inferred),
        killed=TOTAL,
    )
    assert expected == drawn(extraction(event)).splitlines()[6].strip()


def test_no_sum_is_shown_of_parts_that_are_not_exact() -> None:
    event = casualties(
        casualty("killed", "side_a", "part", figure(11, 11, 11, "11"), "eleven Northmark soldiers"),
        casualty("killed", "side_b", "part", AROUND, "around 20"),
    )
    assert " = " not in drawn(extraction(event))


def test_a_subset_says_so() -> None:
    event = casualties(
        casualty("killed", "civilians", "part", figure(10, 10, 10, "10"), "seven fighters"),
        casualty("killed", "civilians", "subset", figure(3, 3, 3, "3"), "around 20"),
    )
    assert ["10  civilians", "of whom 3  civilians"] == [
        line.split("“")[0].strip() for line in drawn(extraction(event)).splitlines() if "civilians" in line
    ]


def test_an_event_told_in_passing_says_so() -> None:
    told = EVENT.model_copy(update={"passing": True})
    assert drawn(extraction(told)).startswith("  Armed clash · Battles · told in passing\n")


TWELVE = casualty("wounded", "side_a", "part", figure(12, 12, 12, "12"), "around 20")


@pytest.mark.parametrize(
    ("about", "note"),
    [
        pytest.param({"vouched_by": ("model",)}, "  model alone", id="the-model-alone"),
        pytest.param({"vouched_by": ("model", "rules")}, "", id="both-readers"),
        pytest.param({"vouched_by": ("rules",)}, "", id="the-rules-alone"),
        pytest.param({}, "", id="nobody-knows"),
        pytest.param({"was": 0}, "  of the 12 wounded", id="an-earlier-fate"),
        pytest.param({"was": 7}, "", id="an-earlier-fate-that-is-not-there"),
        pytest.param(
            {"was": 0, "vouched_by": ("model",)}, "  of the 12 wounded  model alone", id="both-notes"
        ),
    ],
)
def test_what_else_is_to_be_known_of_a_count(about: dict[str, Any], note: str) -> None:
    seven = casualty("killed", "side_b", "part", figure(7, 7, 7, "seven"), "seven fighters", **about)
    lines = drawn(extraction(casualties(TWELVE, seven))).splitlines()
    assert [f"         7  Grey Column     “seven fighters”{note}"] == [
        line.removeprefix("  ") for line in lines if "seven fighters" in line
    ]


FIRST, SECOND = (casualties().model_copy(update={"id": each}) for each in ("e1", "e2"))


def toll(*events: str, **about: Any) -> Toll:
    return Toll(
        events=events, casualty=casualty("killed", "all", "part", TOTAL, "At least 26 people", **about)
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            toll("e1", "e2"), ["over e1, e2: killed at least 26  “At least 26 people”"], id="of-two"
        ),
        pytest.param(
            toll("e1", "e2", vouched_by=("model",), attributed_to="the army"),
            [
                "over e1, e2: killed at least 26  “At least 26 people”  model alone",
                "                                 according to the army",
            ],
            id="with-what-else-is-known",
        ),
        pytest.param(
            toll("e1", "e9"),
            ["over e1, e9: killed at least 26  “At least 26 people”"],
            id="of-one-that-was-left-out",
        ),
    ],
)
def test_a_toll_is_shown_once_after_the_events_it_is_over(given: Toll, expected: list[str]) -> None:
    last = casualties().model_copy(update={"id": "e3"})
    lines = drawn(extraction(FIRST, SECOND, last, tolls=(given,))).splitlines()
    begin = next(index for index, line in enumerate(lines) if "over e1" in line)
    assert expected == [line.removeprefix("  ") for line in lines[begin : begin + len(expected)]]
    after = "2. " if "e9" in given.events else "3. "
    assert lines[begin + len(expected) + 1].startswith(f"  {after}")
    assert 1 == sum("over e1" in line for line in lines)


@pytest.mark.parametrize(
    ("high", "shown"),
    [
        pytest.param(30, ["killed      at most 30"], id="at-most-the-toll"),
        pytest.param(None, ["no casualties stated"], id="a-toll-without-an-end"),
    ],
)
def test_of_a_toll_an_event_says_no_more_than_the_most(high: int | None, shown: list[str]) -> None:
    shared = casualties(killed=figure(None, None, high, "At least 26 people"))
    assert shown == [line.strip() for line in drawn(extraction(shared)).splitlines()[5:6]]


def test_no_figure_where_the_event_has_none() -> None:
    event = casualties(
        casualty("killed", "unknown", "part", figure(None, 24, None, "dozens"), "seven fighters")
    )
    assert ["killed      no figure", "dozens  side not stated  “seven fighters”"] == [
        line.strip() for line in drawn(extraction(event)).splitlines()[5:7]
    ]


def test_several_sources_are_named_where_they_speak() -> None:
    said = casualty("killed", "side_a", "part", AROUND, "around 20", attributed_to="the army")
    assert "according to the army" in drawn(extraction(casualties(said, sources=("the army", "a doctor"))))


def test_one_source_is_named_once() -> None:
    said = casualty("killed", "side_a", "part", AROUND, "around 20", attributed_to="the army")
    assert 1 == drawn(extraction(casualties(said, sources=("the army",)))).count("the army")


def test_findings_of_several_events_name_theirs() -> None:
    finding = ERROR.model_copy(update={"path": "events[1].killed"})
    assert "✗ 2. 11 + 8 + 7" in drawn(extraction(EVENT, EVENT, findings=(finding,)))


def test_a_resolved_date_is_shown_with_its_words() -> None:
    when = EVENT.when.model_copy(update={"start": "2023-08-26", "end": "2023-08-28"}) if EVENT.when else None
    assert "2023-08-26 to 2023-08-28 (last Saturday)" in drawn(
        extraction(EVENT.model_copy(update={"when": when}))
    )


def test_markup_and_emoji_codes_are_shown_as_they_stand() -> None:
    text = "[red]seven[/red] :bomb:"
    event = EVENT.model_copy(
        update={
            "when": None,
            "where": None,
            "side_a": (),
            "side_b": (),
            "casualties": (),
            "weapons": (text,),
            "sources": (text,),
        }
    )
    assert 2 == drawn(extraction(event)).count(text)


def test_nothing_of_the_article_reaches_the_terminal_raw() -> None:
    quote = evidence(HOSTILE, text=HOSTILE)
    hostile = {"text": HOSTILE, "evidence": quote}
    assert EVENT.when is not None
    assert EVENT.where is not None
    event = EVENT.model_copy(
        update={
            "when": EVENT.when.model_copy(update=hostile),
            "where": EVENT.where.model_copy(update=hostile),
            "side_a": (EVENT.side_a[0].model_copy(update={"name": HOSTILE, "evidence": quote}),),
            "side_b": (),
            "weapons": (HOSTILE,),
            "sources": (HOSTILE,),
            "killed": figure(None, None, None, HOSTILE),
            "wounded": None,
            "casualties": (
                Casualty(
                    outcome="killed",
                    group="side_a",
                    who=None,
                    role="part",
                    count=figure(None, None, None, HOSTILE),
                    evidence=quote,
                    attributed_to=HOSTILE + "!",
                    inferred=HOSTILE,
                ),
            ),
        }
    )
    finding = ERROR.model_copy(update={"message": HOSTILE, "code": HOSTILE})
    shown = drawn(extraction(event, findings=(finding,), text=HOSTILE), color_system=None)
    assert set() == set("\x1b\x9b\u202e\u2066\u200b\u2028\U000e0041") & set(shown)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [pytest.param({}, True, id="terminal"), pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR")],
)
def test_colour(environment: dict[str, str], coloured: bool) -> None:
    shown = drawn(
        extraction(EVENT, findings=(ERROR,)),
        force_terminal=True,
        color_system="standard",
        _environ=environment,
    )
    assert coloured == ("\x1b[31m✗" in shown)
