"""Which articles to check first, which by chance, and what a coder's verdicts come to."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from battle import ERROR, EVENT, INFO, WARNING, extraction
from eventx.cli import main
from eventx.corpus.audit import Rate, risk, riskiest, sample, sheet, verdicts
from eventx.corpus.lines import Result
from eventx.errors import InputError
from eventx.schema import Extraction, Finding, Quantity, Reader, Toll


def found(*findings: Finding, attempts: int = 1) -> Extraction:
    made = extraction(EVENT, findings=findings)
    return made.model_copy(update={"provenance": made.provenance.model_copy(update={"attempts": attempts})})


NOTHING = found().model_copy(update={"events": ()})


def test_nothing_speaks_against_an_article_without_events() -> None:
    assert (0, ()) == (risk("a", NOTHING).score, risk("a", NOTHING).reasons)


@pytest.mark.parametrize(
    ("finding", "more"), [(ERROR, 10), (WARNING, 3), (INFO, 0)], ids=["error", "warning", "info"]
)
def test_a_finding_counts_by_its_severity(finding: Finding, more: int) -> None:
    assert more == risk("a", found(finding)).score - risk("a", found()).score


def test_a_question_put_again_counts() -> None:
    assert 2 == risk("a", found(attempts=3)).score - risk("a", found(attempts=2)).score


def test_a_vague_figure_counts() -> None:
    (event,) = found().events
    vague = event.casualties[0].count.model_copy(update={"value": None, "low": None, "high": None})
    casualty = event.casualties[0].model_copy(update={"count": vague, "inferred": None})
    made = NOTHING.model_copy(update={"events": (event.model_copy(update={"casualties": (casualty,)}),)})
    assert (1, ("vague 1",)) == (risk("a", made).score, risk("a", made).reasons)


@pytest.mark.parametrize(
    ("vouched_by", "expected"),
    [
        pytest.param(("model",), (1, ("model alone 1",)), id="the model"),
        pytest.param(("model", "rules"), (0, ()), id="both"),
        pytest.param(("rules",), (0, ()), id="the rules"),
    ],
)
def test_a_figure_that_the_model_alone_reads_counts(
    vouched_by: tuple[Reader, ...], expected: tuple[int, tuple[str, ...]]
) -> None:
    (event,) = found().events
    casualty = event.casualties[0].model_copy(update={"vouched_by": vouched_by, "inferred": None})
    made = NOTHING.model_copy(update={"events": (event.model_copy(update={"casualties": (casualty,)}),)})
    assert expected == (risk("a", made).score, risk("a", made).reasons)


def test_the_riskiest_come_first() -> None:
    given = [("c", found(WARNING)), ("a", NOTHING), ("b", found(ERROR)), ("d", found(ERROR))]
    assert ["b", "d", "c"] == [each.id for each in riskiest(given, 3)]


def many(number: int) -> Iterator[tuple[str, Extraction]]:
    return ((f"a{each}", NOTHING) for each in range(number))


def test_a_sample_is_the_same_for_the_same_seed_in_any_order() -> None:
    drawn = [id for id, _ in sample(many(100), 10, seed=1)]
    assert drawn == [id for id, _ in sample(reversed(list(many(100))), 10, seed=1)]
    assert 10 == len(set(drawn))
    assert drawn != [id for id, _ in sample(many(100), 10, seed=2)]


def test_a_sample_larger_than_the_output_is_all_of_it() -> None:
    assert 3 == len(sample(many(3), 10, seed=0))


def test_each_article_is_as_likely_as_any_other() -> None:
    drawn = [id for seed in range(500) for id, _ in sample(many(10), 2, seed=seed)]
    assert all(60 <= drawn.count(f"a{number}") <= 140 for number in range(10))


def test_a_sheet_says_what_was_found() -> None:
    header, row = sheet([("a", found())])
    assert ["id", "verdict", "note", "events", "article"] == header
    assert ["a", "", ""] == row[:3]
    assert found().events[0].sub_event_type in row[3]
    assert found().article.text == row[4]


def test_no_cell_of_a_sheet_is_a_formula() -> None:
    made = found()
    text = f"=HYPERLINK(1)\r\n{made.article.text}"
    article = made.article.model_copy(update={"text": text})
    _, row = sheet([("@a", made.model_copy(update={"article": article}))])
    assert ["'@a", "'=HYPERLINK(1)"] == [row[0], row[4].splitlines()[0]]
    assert "\\r" not in row[4]


def test_a_sheet_says_a_toll_once_and_in_no_event() -> None:
    (event,) = found().events
    count = Quantity(value=None, low=None, high=None, text="At least 26 people")
    events = (event, event.model_copy(update={"id": "2", "killed": count, "casualties": ()}))
    toll = Toll(events=("1", "2"), casualty=event.casualties[1])
    _, row = sheet([("a", found().model_copy(update={"events": events, "tolls": (toll,)}))])
    *_, second, over = row[3].splitlines()
    assert ("At least" in second, over) == (False, "over 1, 2: killed: At least 26")


# Wilson's interval as published tables and calculators give it.
@pytest.mark.parametrize(
    ("wrong", "checked", "low", "high"),
    [(0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)],
    ids=["none", "one", "half", "all"],
)
def test_the_interval_is_wilsons(wrong: int, checked: int, low: float, high: float) -> None:
    assert (low, high) == tuple(round(each, 4) for each in Rate(wrong, checked).interval)


def test_verdicts_are_counted_and_empty_ones_are_not(tmp_path: Path) -> None:
    file = tmp_path / "sample.csv"
    file.write_text("id,verdict\na,right\nb, Wrong \nc,\n")
    assert Rate(1, 2) == verdicts(file)


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ("id,verdict\na,\n", "has no verdicts"),
        ("id,verdict\na,maybe\n", "'maybe' is no verdict"),
        ("id,verdict\na,right\na,wrong\n", "a stands twice"),
        ("id,note\na,right\n", "has no columns id and verdict"),
    ],
    ids=["none", "no verdict", "twice", "no column"],
)
def test_verdicts_that_are_wrong(tmp_path: Path, rows: str, error: str) -> None:
    file = tmp_path / "sample.csv"
    file.write_text(rows)
    with pytest.raises(InputError, match=error):
        verdicts(file)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    file = tmp_path / "out.jsonl"
    results = [Result(f"a{each}", "done", NOTHING, None) for each in range(5)]
    results += [Result("b", "done", found(ERROR), None), Result("c", "failed", None, "no answer")]
    file.write_text("".join(each.to_line().text for each in results))
    return file


def test_the_command_lists_the_riskiest(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(out), "--top", "2"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert ERROR.code in first
    assert "b:" in first
    assert second.split() == ["0", "a0:", "nothing"]


def test_the_command_draws_a_sample_and_reads_its_verdicts(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "sample.csv"
    assert main(["audit", str(out), "--sample", "4", "-o", str(table)]) == 0
    with table.open(newline="") as file:
        header, *rows = list(csv.reader(file))
    assert 4 == len(rows)
    with table.open("w", newline="") as file:
        csv.writer(file).writerows([header, *([row[0], "right", *row[2:]] for row in rows)])
    assert main(["audit", str(out), "--verdicts", str(table)]) == 0
    assert "0 of 4 checked are wrong: 0.0%, 95 % interval 0.0% to 49.0%\n" == capsys.readouterr().out
