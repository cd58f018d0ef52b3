from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bench.quality import data, report, running, scoring, summary, words
from bench.quality.answer import Answer, Figure, Item, Reply, added, exact, from_items
from bench.quality.arms import direct, eventx_, langext, listed
from bench.quality.data import Figure as Truth
from bench.quality.data import Row
from bench.quality.exchanges import Kept

from eventx.model import Answer as ModelAnswer
from eventx.model import Question
from eventx.reply import Judgement

NONE = Truth(how="none")
FIVE = Truth(how="stated", value=5, low=5, high=5, side="insurgents", words=("killing five insurgents",))
AT_LEAST = Truth(how="stated", value=10, low=10, words=("at least ten",))
MORE_THAN = Truth(how="stated", value=31, low=31, words=("more than 30 insurgents",))
MORE_THAN_AS_WRITTEN = Truth(how="stated", value=50, low=51, words=("more than 50 people",))
PARTLY_AROUND = Truth(how="sum", value=32, low=2, words=("around 30", "two more"))
AROUND = Truth(how="stated", value=20, words=("around 20",))
RANGE = Truth(how="stated", low=3, high=6, words=("between three and six",))
SUM = Truth(how="sum", value=3, low=3, high=3, words=("killed a leader and two others",))
VAGUE = Truth(how="vague", low=2, words=("several",))
MIXED = Truth(how="mixed", low=3, words=("a leader and several others",))
CODED = Truth(how="coded", value=4)

SILENT = Figure()


def at_least(low: int, value: int | None = None) -> Figure:
    return Figure(value=value, low=low)


def text_row(**given: Any) -> Row:
    return Row.model_validate({"id": "r", "source": "s", "text": "two men", "figures": {}, **given})


@pytest.mark.parametrize(
    ("truth", "got", "right"),
    [
        pytest.param(NONE, SILENT, True, id="none: silent"),
        pytest.param(NONE, exact(0), True, id="none: 0"),
        pytest.param(NONE, exact(1), False, id="none: a number"),
        pytest.param(NONE, at_least(2), False, id="none: a vague word"),
        pytest.param(FIVE, exact(5), True, id="stated: the number"),
        pytest.param(FIVE, exact(4), False, id="stated: another"),
        pytest.param(FIVE, SILENT, False, id="stated: silent"),
        pytest.param(FIVE, at_least(5), False, id="stated: no value"),
        pytest.param(AT_LEAST, at_least(10, 10), True, id="at least: its low bound"),
        pytest.param(AT_LEAST, exact(10), True, id="at least: the number"),
        pytest.param(AT_LEAST, at_least(11, 11), False, id="at least: one more"),
        pytest.param(MORE_THAN, at_least(31, 30), True, id="more than: its low bound"),
        pytest.param(MORE_THAN, exact(30), True, id="more than: the number written"),
        pytest.param(MORE_THAN, exact(29), False, id="more than: less"),
        pytest.param(MORE_THAN_AS_WRITTEN, exact(50), True, id="more than, labelled as written"),
        pytest.param(MORE_THAN_AS_WRITTEN, exact(49), False, id="more than, labelled as written: less"),
        pytest.param(PARTLY_AROUND, at_least(2, 32), True, id="partly around: the number"),
        pytest.param(PARTLY_AROUND, at_least(2, 22), False, id="partly around: another"),
        pytest.param(AROUND, Figure(value=20), True, id="around: the number"),
        pytest.param(AROUND, SILENT, False, id="around: silent"),
        pytest.param(RANGE, Figure(low=3, high=6), True, id="range: its bounds"),
        pytest.param(RANGE, exact(6), False, id="range: one end"),
        pytest.param(SUM, exact(3), True, id="sum: added up"),
        pytest.param(SUM, exact(2), False, id="sum: a part"),
        pytest.param(VAGUE, SILENT, True, id="vague: silent"),
        pytest.param(VAGUE, at_least(2), True, id="vague: a low bound"),
        pytest.param(VAGUE, exact(3), False, id="vague: a number"),
        pytest.param(MIXED, at_least(3), True, id="mixed: its low bound"),
        pytest.param(MIXED, at_least(1), True, id="mixed: a lower one"),
        pytest.param(MIXED, at_least(4), False, id="mixed: a higher one"),
        pytest.param(MIXED, SILENT, False, id="mixed: silent"),
        pytest.param(MIXED, exact(3), False, id="mixed: a number"),
        pytest.param(CODED, exact(4), True, id="coded: the number"),
        pytest.param(CODED, at_least(4), True, id="coded: as low bound"),
        pytest.param(CODED, exact(3), False, id="coded: another"),
    ],
)
def test_a_figure_is_right_as_the_text_gives_it(truth: Truth, got: Figure, right: bool) -> None:
    assert right == scoring.is_right(truth, got)


@pytest.mark.parametrize(
    ("truth", "got", "both"),
    [
        pytest.param(FIVE, exact(5), True, id="exact"),
        pytest.param(FIVE, at_least(5, 5), False, id="exact given as at least"),
        pytest.param(AT_LEAST, at_least(10, 10), True, id="at least"),
        pytest.param(AT_LEAST, exact(10), False, id="at least given as exact"),
        pytest.param(AROUND, Figure(value=20), True, id="around"),
        pytest.param(AROUND, exact(20), False, id="around given as exact"),
        pytest.param(VAGUE, at_least(2), True, id="vague"),
        pytest.param(VAGUE, SILENT, False, id="vague left out"),
        pytest.param(NONE, exact(0), True, id="nobody"),
    ],
)
def test_bounds_are_right_when_both_are(truth: Truth, got: Figure, both: bool) -> None:
    assert both == scoring.is_exact(truth, got)


@pytest.mark.parametrize(
    ("truth", "got", "over", "twice"),
    [
        pytest.param(FIVE, exact(10), True, True, id="stated: the number twice"),
        pytest.param(FIVE, exact(7), True, False, id="stated: more, not twice"),
        pytest.param(FIVE, exact(5), False, False, id="stated: right"),
        pytest.param(FIVE, exact(3), False, False, id="stated: less"),
        pytest.param(SUM, exact(4), True, True, id="sum: the one named singly twice"),
        pytest.param(SUM, exact(5), True, True, id="sum: the two twice"),
        pytest.param(SUM, exact(6), True, True, id="sum: all twice"),
        pytest.param(SUM, exact(7), True, False, id="sum: more than twice"),
        pytest.param(MIXED, at_least(5), True, True, id="mixed: some twice"),
        pytest.param(MIXED, at_least(9), True, False, id="mixed: more than twice"),
        pytest.param(MIXED, exact(5), False, False, id="mixed: a number is invented, not counted twice"),
        pytest.param(RANGE, Figure(low=6, high=12), False, False, id="range: within the high bound"),
        pytest.param(NONE, exact(5), False, False, id="none: invented, not counted twice"),
        pytest.param(VAGUE, exact(5), False, False, id="vague: invented, not counted twice"),
    ],
)
def test_double_counting_is_an_excess_made_of_parts_counted_before(
    truth: Truth, got: Figure, over: bool, twice: bool
) -> None:
    assert (over, twice) == (scoring.is_over(truth, got), scoring.is_twice(truth, got))


def test_parts_that_do_not_add_up_to_any_sum_leave_gaps() -> None:
    truth = Truth(how="sum", value=30, low=30, high=30, words=("twenty", "ten"))
    assert [True, False] == [scoring.is_twice(truth, exact(n)) for n in (40, 35)]


@pytest.mark.parametrize(
    ("truth", "got", "invented", "missed"),
    [
        pytest.param(NONE, exact(2), True, False, id="none"),
        pytest.param(VAGUE, exact(2), True, False, id="vague"),
        pytest.param(NONE, at_least(2), False, False, id="a vague word is no number"),
        pytest.param(FIVE, SILENT, False, True, id="stated, silent"),
        pytest.param(FIVE, exact(0), False, True, id="stated, 0"),
        pytest.param(FIVE, exact(4), False, False, id="stated, another number"),
    ],
)
def test_invented_and_missed_numbers(truth: Truth, got: Figure, invented: bool, missed: bool) -> None:
    row = text_row(figures={"killed": truth})
    [verdict] = scoring.verdicts(row, Answer(killed=got))
    assert (invented, missed) == (verdict.invented, verdict.missed)


@pytest.mark.parametrize(
    ("side", "named", "expected"),
    [
        pytest.param("insurgents", ("insurgents",), "right", id="the side"),
        pytest.param("insurgents", ("civilians",), "wrong", id="another"),
        pytest.param("insurgents", ("civilians", "insurgents"), "wrong", id="one too many"),
        pytest.param("insurgents", (), "silent", id="none"),
        pytest.param("coalition or Afghan forces", ("security forces",), "right", id="by another name"),
        pytest.param("several sides", ("civilians", "insurgents"), "right", id="several"),
        pytest.param("several sides", ("insurgents",), "wrong", id="one of several"),
        pytest.param(None, ("insurgents",), None, id="not labelled"),
    ],
)
def test_a_side_is_right_wrong_or_silent(side: str | None, named: Any, expected: str | None) -> None:
    row = text_row(figures={"killed": FIVE.model_copy(update={"side": side})})
    [verdict] = scoring.verdicts(row, Answer(killed=exact(5), sides={"killed": named}))
    assert expected == verdict.side


def test_a_failed_text_has_nothing_right() -> None:
    row = text_row(figures={"killed": NONE, "captured": FIVE}, provinces=["khost"], days=[])
    assert [False, False] == [verdict.right for verdict in scoring.verdicts(row, None)]
    assert [False, False] == [scoring.province_right(row, None), scoring.date_right(row, None)]


@pytest.mark.parametrize(
    ("named", "right"),
    [
        pytest.param(("Khost",), True, id="the same"),
        pytest.param(("Sabari district, Khost province",), True, id="within a longer name"),
        pytest.param(("Logar",), False, id="another"),
        pytest.param(("Province",), False, id="no name at all"),
        pytest.param((), False, id="none"),
    ],
)
def test_a_province_is_compared_by_its_letters(named: tuple[str, ...], right: bool) -> None:
    assert right == scoring.province_right(text_row(provinces=["khost"]), Answer(provinces=named))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        pytest.param("2011-05-27", True, id="ISO"),
        pytest.param("May 27, 2011", True, id="American"),
        pytest.param("27 May 2011", True, id="British"),
        pytest.param("2011-05-28", False, id="another day"),
        pytest.param("yesterday", False, id="no date"),
        pytest.param(None, False, id="none"),
    ],
)
def test_a_date_is_read_as_written(written: str | None, right: bool) -> None:
    assert right == scoring.date_right(text_row(days=[date(2011, 5, 27)]), Answer(date=written))


def test_where_no_day_is_known_none_is_right() -> None:
    row = text_row(days=[])
    assert [True, False] == [scoring.date_right(row, Answer(date=day)) for day in (None, "2011-05-27")]


def test_an_unlabelled_province_and_date_are_not_scored() -> None:
    assert [None, None] == [
        scoring.province_right(text_row(), Answer()),
        scoring.date_right(text_row(), Answer()),
    ]


def test_a_number_is_ungrounded_when_its_words_are_not_the_texts() -> None:
    items = [
        Item(outcome="killed", figure=exact(2), quote="two men"),
        Item(outcome="killed", figure=exact(2), quote="2 men"),
        Item(outcome="killed", figure=exact(2)),
        Item(outcome="killed", figure=SILENT, quote="some men"),
    ]
    assert (2, 3) == scoring.ungrounded(text_row(), Answer(items=tuple(items)))


def test_an_arm_of_bare_figures_offers_no_words() -> None:
    assert scoring.ungrounded(text_row(), Answer(killed=exact(2))) is None


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        pytest.param([], SILENT, id="nothing"),
        pytest.param([exact(1), exact(2)], exact(3), id="exact"),
        pytest.param([exact(1), at_least(10, 10)], at_least(11, 11), id="a bound opens the sum"),
        pytest.param([exact(2), SILENT], at_least(2), id="a vague part leaves no value"),
    ],
)
def test_figures_add_up(figures: list[Figure], total: Figure) -> None:
    assert total == added(figures)


def test_statements_are_added_by_outcome() -> None:
    items = (
        Item(outcome="killed", figure=exact(1), side="insurgents"),
        Item(outcome="killed", figure=exact(2), side="civilians"),
        Item(outcome="wounded", figure=exact(0), side="civilians"),
    )
    answer = from_items(items, provinces=(), date=None)
    assert (exact(3), exact(0), SILENT) == (answer.killed, answer.wounded, answer.captured)
    assert {"killed": ("civilians", "insurgents"), "wounded": (), "captured": ()} == answer.sides


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        pytest.param("twenty-one of 1,200", (20, 1, 1200), id="not made for compounds"),
        pytest.param("a leader and Two others", (2,), id="spelt out"),
        pytest.param("someone", (), id="no word within a word"),
    ],
)
def test_numbers_of_short_words(written: str, numbers: tuple[int, ...]) -> None:
    assert numbers == words.numbers_in(written)


def test_direct_fields_become_an_answer() -> None:
    body = {
        **dict.fromkeys(direct.Report.model_fields),
        "killed": 2,
        "killed_side": "insurgents",
        "wounded": 0,
        "wounded_side": "civilians",
        "province": "Khost",
    }
    answer = direct.understand("", body)
    assert (exact(2), exact(0), SILENT) == (answer.killed, answer.wounded, answer.captured)
    assert ({"killed": ("insurgents",), "wounded": (), "captured": ()}, ("Khost",)) == (
        answer.sides,
        answer.provinces,
    )


def test_a_list_is_added_up() -> None:
    one = {"outcome": "captured", "side": "insurgents", "quote": "two men"}
    body = {
        "casualties": [{**one, "count": 2}, {**one, "count": None}],
        "province": None,
        "date": "2011-05-27",
    }
    answer = listed.understand("two men", body)
    assert (at_least(2), "2011-05-27") == (answer.captured, answer.date)


@pytest.mark.parametrize(
    ("number", "figure"),
    [
        pytest.param("two", exact(2), id="a word"),
        pytest.param("at least 10", at_least(10, 10), id="at least"),
        pytest.param("more than 10", at_least(11, 10), id="more than"),
        pytest.param("around 20", Figure(value=20), id="around"),
        pytest.param("several", SILENT, id="vague"),
    ],
)
def test_an_extraction_keeps_the_bound_that_it_says(number: str, figure: Figure) -> None:
    said = {"outcome": "killed", "number": number, "side": "Taliban"}
    found = {"class": "casualty", "text": "2 men", "attributes": said, "start": 0, "end": 7}
    answer = langext.understand("two men", {"extractions": [{**found, "status": "match_exact"}]})
    expected = Item(outcome="killed", figure=figure, side="insurgents", quote="two men")
    assert (expected,) == answer.items


def test_an_outcome_by_another_name_is_the_outcome_meant() -> None:
    said = {"outcome": "Injured", "number": "2", "side": "civilians"}
    found = {"class": "casualty", "text": "two men", "attributes": said, "start": 0, "end": 7}
    answer = langext.understand("two men", {"extractions": [{**found, "status": "match_exact"}]})
    assert exact(2) == answer.wounded


def test_an_extraction_that_was_not_found_keeps_the_models_words() -> None:
    found = {"class": "casualty", "text": "2 men", "attributes": {}, "start": 0, "end": 7}
    answer = langext.understand("two men", {"extractions": [{**found, "status": "match_fuzzy"}]})
    assert ["2 men"] == [item.quote for item in answer.items or ()]


def test_every_worked_example_quotes_its_text() -> None:
    assert [] == [
        quote for text, extractions in langext.EXAMPLES for _, quote, _ in extractions if quote not in text
    ]


def test_an_extraction_of_eventx_becomes_an_answer() -> None:
    golden = Path(__file__).parent / "golden/idlib-clashes.json"
    body = json.loads(golden.read_text(encoding="utf-8"))
    body["provenance"] |= {"eventx_version": "0", "seconds": 1}  # a golden has none: they change
    answer = eventx_.understand("", body)
    assert (at_least(26, 26), Figure(value=20), SILENT) == (answer.killed, answer.wounded, answer.captured)
    assert ("insurgents", "security forces") == answer.sides["killed"]
    assert (("Idlib",), "2023-08-26") == (answer.provinces, answer.date)


def jsonl(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def coded(row: str, **changed: Any) -> dict[str, Any]:
    gold = {"killed_min": 2, "captured_min": 0, "killed_in_text": True, "captured_in_text": True}
    return {"id": row, "text": "t", "gold": {**gold, "date": "2011-05-27", "province": ["khost"], **changed}}


def labelled(row: str) -> dict[str, Any]:
    figure = {"how": "stated", "value": 1, "low": 1, "high": 1, "side": None, "words": ["one"], "note": "x"}
    return {"id": row, "text": "t", "truth": {"killed": figure, "province": ["khost"], "date": None}}


def test_a_label_goes_before_a_coders_number(tmp_path: Path) -> None:
    files = [jsonl(tmp_path / "a.jsonl", labelled("1")), jsonl(tmp_path / "b.jsonl", coded("1"), coded("2"))]
    rows = data.load(files)
    assert {"1": "stated", "2": "coded"} == {row.id: row.figures["killed"].how for row in rows}
    assert {"1": (), "2": (date(2011, 5, 27),)} == {row.id: row.days for row in rows}


def test_a_coders_number_that_is_not_in_the_text_is_left_out(tmp_path: Path) -> None:
    file = jsonl(tmp_path / "a.jsonl", coded("1", captured_in_text=False), coded("2", killed_min=0))
    assert [("2", "none")] == [(row.id, row.figures["killed"].how) for row in data.load([file])]


def test_the_order_of_rows_is_the_seeds(tmp_path: Path) -> None:
    file = jsonl(tmp_path / "a.jsonl", *(coded(str(n)) for n in range(20)))
    one, same, other = ([row.id for row in data.load([file], seed=seed)] for seed in (1, 1, 2))
    assert one == same != other


def test_seeds_are_rows() -> None:
    rows = {row.id: row for row in data.load([], Path(__file__).parents[1] / "seeds")}
    killed = rows["idlib-clashes"].figures["killed"]
    assert ("stated", 26, 26, None) == (killed.how, killed.value, killed.low, killed.high)
    assert "none" == rows["background-negated"].figures["killed"].how


class Asked:
    """An arm that counts what it is asked."""

    def __init__(self, *errors: str | None) -> None:
        self.texts: list[str] = []
        self.errors = list(errors)

    def __call__(self, text: str, published: date | None) -> Reply:
        self.texts.append(text)
        error = self.errors.pop(0) if self.errors else None
        return Reply(body=None if error else {"said": f"of\u2028{text}"}, error=error, requests=1)


ROWS = [text_row(id=name, text=name) for name in ("a", "b", "c")]


def test_a_second_run_asks_what_is_missing(tmp_path: Path) -> None:
    asked = Asked()
    running.run([running.Arm("fake", "1", asked)], ROWS[:2], tmp_path)
    running.run([running.Arm("fake", "1", asked)], ROWS, tmp_path)
    assert ["a", "b", "c"] == asked.texts
    assert ["of\u2028a", "of\u2028b", "of\u2028c"] == [
        (reply.body or {})["said"] for reply in running.kept(tmp_path, "fake").values()
    ]


def test_another_version_is_asked_again(tmp_path: Path) -> None:
    asked = Asked()
    for version in ("1", "2", "2"):
        running.run([running.Arm("fake", version, asked)], ROWS[:1], tmp_path)
    assert ["a", "a"] == asked.texts


def test_an_arm_without_a_version_is_always_asked(tmp_path: Path) -> None:
    asked = Asked()
    for _ in range(2):
        running.run([running.Arm("fake", "", asked)], ROWS[:1], tmp_path)
    assert (["a", "a"], 1) == (
        asked.texts,
        (tmp_path / "answers/fake.jsonl").read_text(encoding="utf-8").count("\n"),
    )


def test_a_server_that_failed_is_asked_again_and_the_run_goes_on(tmp_path: Path) -> None:
    asked = Asked("server: gone", "unusable: no JSON")
    running.run([running.Arm("fake", "1", asked)], ROWS, tmp_path)
    assert ["b", "c"] == list(running.kept(tmp_path, "fake"))
    running.run([running.Arm("fake", "1", asked)], ROWS, tmp_path)
    assert ["a", "b", "c", "a"] == asked.texts


class Scripted:
    """A model with one answer, that counts the questions."""

    name = "local/scripted"

    def __init__(self) -> None:
        self.asked = 0

    def ask(self, question: Question) -> ModelAnswer:
        self.asked += 1
        reply = Judgement(harm="killed", whose="a")
        return ModelAnswer(reply, reply.model_dump_json(), (), 10, 5, 1.5)

    async def aask(self, question: Question) -> ModelAnswer:
        return self.ask(question)


def test_a_kept_exchange_is_not_asked_again(tmp_path: Path) -> None:
    model = Scripted()
    question = Question(({"role": "user", "content": "who?"},), Judgement, 20)
    first = Kept(model, tmp_path).ask(question)
    again = Kept(model, tmp_path).ask(question)
    assert (1, first) == (model.asked, again)


def test_another_question_is_another_exchange(tmp_path: Path) -> None:
    model = Scripted()
    kept = Kept(model, tmp_path)
    for content in ("who?", "whose?"):
        kept.ask(Question(({"role": "user", "content": content},), Judgement, 20))
    assert (2, 2) == (model.asked, len(kept.answers))


def test_the_bootstrap_is_the_same_for_the_same_seed() -> None:
    pairs = [(n % 3 == 0, 1) for n in range(30)]
    one, same, other = (summary.share(pairs, summary.resamples(30, seed=seed)) for seed in (1, 1, 2))
    assert one == same
    assert (one.low, one.high) != (other.low, other.high) or one.ratio == other.ratio
    assert (10, 30) == (one.number, one.of)


def test_an_interval_holds_its_ratio_and_narrows_with_the_rows() -> None:
    few, many = (
        summary.share([(n % 2, 1) for n in range(size)], summary.resamples(size)) for size in (20, 200)
    )
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert few.low < many.low < 0.5 < many.high < few.high


def test_a_difference_is_paired() -> None:
    pairs = [(n % 2, 1) for n in range(40)]
    same = summary.difference(pairs, pairs, summary.resamples(40))
    assert summary.Difference(0.0, 0.0, 0.0) == same


def test_a_clear_difference_leaves_out_zero() -> None:
    ours, theirs = [(1, 1)] * 40, [(n % 2, 1) for n in range(40)]
    found = summary.difference(ours, theirs, summary.resamples(40))
    assert found is not None
    assert 0.5 == found.ratio
    assert 0 < found.low < found.high < 1


def test_nothing_counted_is_no_share() -> None:
    draws = summary.resamples(2)
    assert summary.Share(0, 0, None, None, None) == summary.share([(0, 0), (0, 0)], draws)
    assert summary.difference([(1, 1)], [(0, 0)], draws[:1]) is None


def judged(answer: Answer, row: Row) -> summary.Judged:
    return summary.judge(row, Reply(body={}, tokens_out=7, seconds=1.25, requests=1), answer)


def test_the_side_counts_where_it_is_labelled() -> None:
    unlabelled = FIVE.model_copy(update={"side": None})
    row = text_row(figures={"killed": FIVE, "captured": unlabelled})
    answer = Answer(killed=exact(5), captured=exact(5), sides={"killed": ("insurgents",)})
    found = {metric.name: metric.pair(judged(answer, row)) for metric in summary.METRICS}
    assert ((1, 1), (1, 1), (0, 1), (2, 2)) == (
        found["figure and side right"],
        found["side right, of figures right"],
        found["wrong side"],
        found["killed and captured right"],
    )


def test_a_report_puts_the_arms_side_by_side() -> None:
    row = text_row(figures={"killed": FIVE, "captured": NONE})
    arms = {
        "eventx": [judged(Answer(killed=exact(5), items=()), row)],
        "direct": [judged(Answer(killed=exact(10)), row)],
    }
    told = report.markdown(report.figures(arms, {"model": "m"}))
    assert "| killed and captured right | 2 of 2, 100 % (100–100) | 1 of 2, 50 % (50–50) |" in told
    assert "| double counting | 0 of 1, 0 % (0–0) | 1 of 1, 100 % (100–100) |" in told
    assert "| number without exact words | – | offers none |" in told
    assert "| killed and captured right | +50* (+50 to +50) |" in told
    assert "| seconds | 1.2 (1) | 1.2 (1) |" in told
    assert "a sum" not in told


def test_the_meter_counts_what_any_library_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    from bench.quality.endpoint import metered
    from openai.resources.chat.completions import Completions

    usage = SimpleNamespace(prompt_tokens=11, completion_tokens=3)
    message = SimpleNamespace(message=SimpleNamespace(content="said"))
    monkeypatch.setattr(
        Completions, "create", lambda self, **kwargs: SimpleNamespace(choices=[message], usage=usage)
    )
    original = Completions.create
    with metered() as meter:
        Completions.create(None)  # type: ignore[arg-type, call-overload]
    assert (11, 3, 1, ["said"]) == (meter.tokens_in, meter.tokens_out, meter.requests, meter.texts)
    assert original is Completions.create
