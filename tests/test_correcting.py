"""The lines of a run, corrected: the machine's part stays to the byte, and nothing is lost or done twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from changing import CLASH, MINE, TEXT, changed, extraction
from correcting import MACHINE, SHA, file, item, kept, number, quoted, run_line
from eventx import stored
from eventx.correcting import corrected
from eventx.corrections import Corrections, Judgement
from eventx.export import to_json, to_jsonl
from eventx.judging import judge
from eventx.schema import Extraction, Finding, Toll

LINE = run_line()
STRIKE = item("strike", casualty=1)


def lines(*content: bytes) -> list[tuple[str, bytes]]:
    return [(f"line {number}", each) for number, each in enumerate(content, start=1)]


def apply(content: bytes, *files: Corrections) -> bytes:
    """Return a line, corrected, where nothing is refused."""
    return b"".join(each for each in corrected(lines(content), files) if isinstance(each, bytes))


def said(*content: bytes, files: tuple[Corrections, ...]) -> list[str]:
    return [
        f"{each.code}: {each.path}: {each.message}"
        for each in corrected(lines(*content), files)
        if isinstance(each, Finding)
    ]


def a_change(figure: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda value, outcome, group: item(
            "change", casualty=figure, count=value, outcome=outcome, group=group, note="why “so”"
        ),
        st.integers(0, 99).map(number),
        st.sampled_from(["killed", "wounded", "captured", "missing", "casualties"]),
        st.sampled_from(["side_a", "side_b", "civilians", "unknown", "all"]),
    )


FIGURES = st.integers(0, 2)
ITEMS = st.one_of(
    FIGURES.map(lambda figure: item("accept", casualty=figure)),
    FIGURES.map(lambda figure: item("strike", casualty=figure)),
    FIGURES.flatmap(a_change),
    st.just(item("strike")),
    st.just(
        item("add", count=number(20), outcome="captured", group="unknown", quote=quoted("Twenty people"))
    ),
)
FILES = st.builds(
    lambda items, who, minute: file(*items, who=who, when=f"2024-05-18T09:{minute:02}:00Z"),
    st.lists(ITEMS, max_size=4),
    st.sampled_from(["Ada", "Bób ‮", None]),
    st.integers(0, 2),
)


@settings(deadline=None, max_examples=30)
@given(FILES, FILES)
def test_the_machines_answer_stays_to_the_byte_and_nothing_is_done_twice(
    first: Corrections, second: Corrections
) -> None:
    one = apply(LINE, first)
    assert one.startswith(LINE.rstrip()[:-1])
    assert apply(one, first) == one
    assert not first.corrections or one.count(b'"judgement":') == 1
    both = apply(one, second)
    assert both.startswith(LINE.rstrip()[:-1])
    assert apply(apply(LINE, first), second) == both
    assert apply(both, second, first) == both


@settings(deadline=None, max_examples=30)
@given(FILES, FILES)
def test_the_order_of_the_files_makes_no_difference(first: Corrections, second: Corrections) -> None:
    if (first.who, first.when) != (second.who, second.when):
        one = apply(LINE, first, second)
        assert apply(apply(LINE, second), first) == apply(apply(LINE, first), second) == one


def read(tmp_path: Path, content: bytes) -> list[stored.Item]:
    path = tmp_path / "corrected.jsonl"
    path.write_bytes(content)
    return list(stored.read(path))


def test_what_is_read_is_what_the_coder_left(tmp_path: Path) -> None:
    ((name, made),) = read(tmp_path, apply(LINE, file(STRIKE)))
    judgement = judge(MACHINE, kept(file(STRIKE)))
    assert isinstance(made, Extraction)
    assert (name, made.events, made.findings) == ("x", judgement.events, judgement.findings)
    assert (made.article, made.provenance) == (MACHINE.article, MACHINE.provenance)
    assert list(stored.read(tmp_path / "corrected.jsonl", judged=False)) == [("x", MACHINE)]


def test_a_toll_stays_as_long_as_one_of_its_events_does(tmp_path: Path) -> None:
    toll = Toll(events=("e1", "e2"), casualty=MACHINE.events[1].casualties[0])
    machine = MACHINE.model_copy(update={"tolls": (toll,)})
    both = (item("strike", "e1"), item("strike", "e2"))
    for struck, left in (((STRIKE,), (toll,)), (both[:1], (toll,)), (both, ())):
        ((_, made),) = read(tmp_path, apply(run_line("x", machine), file(*struck)))
        assert isinstance(made, Extraction)
        assert left == made.tolls


def test_who_and_when_are_kept_with_every_correction() -> None:
    judgement = Judgement.model_validate(json.loads(apply(LINE, file(STRIKE)))["judgement"])
    assert [(each.who, each.when.isoformat(), each.casualty) for each in judgement.corrections] == [
        ("Ada", "2024-05-18T09:00:00+00:00", 1)
    ]


def test_a_judgement_that_quotes_what_the_article_has_not_is_not_read(tmp_path: Path) -> None:
    record = json.loads(apply(LINE, file(STRIKE)))
    record["judgement"]["events"][0]["casualties"][0]["evidence"][0].update(start=1, end=15)
    ((_, made),) = read(tmp_path, json.dumps(record).encode())
    assert isinstance(made, Finding)
    assert made.message.startswith("is no extraction: the line: Value error, evidence at 1..15")


BARE = to_jsonl(MACHINE).encode()
WRAPPED: dict[str, tuple[bytes, str | None, str | None]] = {
    "under the id it is corrected by": (BARE, "x", "x"),
    "without one": (BARE, None, None),
    "called by its line": (BARE, "line 1", None),
    "over many lines": (to_json(MACHINE).encode(), "x", "x"),
}


@pytest.mark.parametrize(("content", "article", "name"), WRAPPED.values(), ids=WRAPPED)
def test_a_bare_extraction_becomes_a_line_of_a_run(
    content: bytes, article: str | None, name: str | None
) -> None:
    given = file({**STRIKE, "article": article})
    made = apply(content, given)
    record = json.loads(made)
    assert ["id", "status", "extraction", "error", "judgement"] == list(record)
    assert (record["id"], record["extraction"]) == (name, json.loads(content))
    assert b"\n" not in made.rstrip()
    assert apply(made, given) == made


def test_a_judgement_in_another_place_of_the_line_is_replaced() -> None:
    record = json.loads(apply(LINE, file(STRIKE)))
    moved = json.dumps({"judgement": record.pop("judgement"), **record}).encode()
    later = file(item("accept"), when="2024-05-19T09:00:00Z")
    line = apply(moved, later)
    made = json.loads(line)
    assert line.count(b'"judgement":') == 1
    assert {**made, "judgement": None} == {**record, "judgement": None}
    assert len(made["judgement"]["corrections"]) == 2


def test_lines_without_a_correction_come_out_as_they_went_in() -> None:
    others = [
        b'{"id":"y",  "status":"failed","extraction":null,"error":"no reply"}\r\n',
        run_line("z", extraction(MINE, text=TEXT + " ")),
        b"[1, 2]\n",
        b"7\n",
        b'{"id":"v","extraction":[],"more":1}',
    ]
    assert [*corrected(lines(*others), ())] == others


@pytest.mark.parametrize(
    "line", [b"{bad\n", b"\xff\n", b"[" * 100_000 + b"\n"], ids=["broken", "no-text", "nested-without-end"]
)
def test_a_line_that_is_no_json_stays_and_is_told(line: bytes) -> None:
    made = list(corrected(lines(line, LINE), (file(STRIKE),)))
    assert isinstance(made[0], Finding)
    assert (made[0].code, made[0].severity, made[0].path) == ("line-unreadable", "warning", "line 1")
    assert made[1] == line
    assert len(made) == 3


def test_lines_are_corrected_as_they_come() -> None:
    def endless() -> Iterator[tuple[str, bytes]]:
        while True:
            yield "line 1", LINE

    made = corrected(endless(), (file(STRIKE),))
    assert next(made) == next(made) == apply(LINE, file(STRIKE))


BROKEN = json.loads(LINE)
BROKEN["extraction"]["events"][0]["killed"] = "many"
REFUSED: dict[str, tuple[bytes, dict[str, Any], str]] = {
    "another article": (
        LINE,
        {**STRIKE, "article": "y"},
        "correction-refused: y: the run has no extraction of it",
    ),
    "another text": (
        LINE,
        {**STRIKE, "sha256": "0" * 64},
        "correction-refused: x: the run has another text of it",
    ),
    "another text, without an id": (
        LINE,
        {**STRIKE, "article": None, "sha256": "0" * 64},
        "correction-refused: the article 000000000000: the run has no extraction of it",
    ),
    "a failed article": (
        run_line("x", None),
        STRIKE,
        "correction-refused: x: the run has no extraction of it",
    ),
    "a line that is no extraction": (
        json.dumps(BROKEN).encode() + b"\n",
        STRIKE,
        "correction-refused: x: is no extraction: events.0.killed: Input should be a valid dictionary or "
        "instance of Quantity",
    ),
    "a version to come": (
        LINE.replace(b'"schema_version": "3"', b'"schema_version": "99"'),
        STRIKE,
        "correction-refused: x: is no extraction: the line: the extraction is of schema version '99'; this "
        "eventx reads 1, 2 and 3: extract the article again, or use the eventx that wrote it",
    ),
    "what does not fit": (
        LINE,
        item("strike", casualty=7),
        "correction-refused: x: e1 has no casualty 7: it has 3, from 0",
    ),
}


@pytest.mark.parametrize(("content", "given", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told_and_the_line_stays(
    content: bytes, given: dict[str, Any], message: str
) -> None:
    assert said(content, files=(file(given),)) == [message]
    assert apply(content, file(given)) == content


def test_of_a_file_what_fits_is_applied() -> None:
    both = file(STRIKE, item("strike", casualty=7))
    assert apply(LINE, both) == apply(LINE, file(STRIKE))


def test_an_article_told_in_two_lines_is_corrected_in_both() -> None:
    made = list(corrected(lines(LINE, run_line("x", None), LINE), (file(STRIKE),)))
    assert [b"judgement" in each for each in made if isinstance(each, bytes)] == [True, False, True]
    assert len(made) == 3


def test_one_text_under_two_ids_is_corrected_under_the_one_named() -> None:
    other = changed(MACHINE, events=(CLASH,))
    made = list(corrected(lines(LINE, run_line("y", other)), (file(STRIKE),)))
    assert [b"judgement" in each for each in made if isinstance(each, bytes)] == [True, False]


def test_coders_who_differ_are_told_each_time() -> None:
    files = (file(STRIKE), file(item("accept", casualty=1), who="Bob", when="2024-05-19T09:00:00Z"))
    expected = [
        "correction-conflict: x: e1, casualty 1: Ada (2024-05-18 09:00 strike) and Bob (2024-05-19 09:00 "
        "accept) differ; the later applies"
    ]
    assert said(LINE, files=files) == expected
    assert said(apply(LINE, *files), files=files) == expected


def test_the_hash_is_of_the_text() -> None:
    assert hashlib.sha256(MACHINE.article.text.encode()).hexdigest() == SHA
