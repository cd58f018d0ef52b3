"""What the bench reads, asks, keeps and reports."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bench.quality import data, report, running, summary
from bench.quality.answer import Answer, Reply, exact
from bench.quality.data import Figure as Truth
from bench.quality.data import Row
from bench.quality.exchanges import Kept

from eventx.model import Answer as ModelAnswer
from eventx.model import Question
from eventx.reply import Judgement

NONE = Truth(how="none")
FIVE = Truth(how="stated", value=5, low=5, high=5, side="insurgents", words=("killing five insurgents",))


def text_row(**given: Any) -> Row:
    return Row.model_validate({"id": "r", "source": "s", "text": "two men", "figures": {}, **given})


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
