"""From findings to the next question, or to none."""

from __future__ import annotations

import pytest

from eventx import Article, repair
from eventx.checks import RULES
from eventx.counts import find
from eventx.counts.reading import read
from eventx.reply import Report
from eventx.resolve import Frame, Placed, frames, place
from eventx.schema import Finding, Severity
from scripted import incident, told

TARN = incident(when="on Saturday", town="Tarn", side_a="Norland army", side_b="Red Dawn")
OSK = incident(when="on Friday", town="Osk", side_a="Police")
FOUGHT = "The Norland army fought Red Dawn in Tarn on Saturday and lost six men."
FIRED = "Three people died in Osk on Friday when police fired."
FORTY = "Forty people attended the burials in Osk on Friday."


def finding(code: str, path: str = "events[0].killed", severity: Severity = "error") -> Finding:
    return Finding(code=code, severity=severity, path=path, message=f"{code} it is")


def read_with(text: str, *incidents: dict[str, str]) -> tuple[tuple[Frame, ...], tuple[Placed, ...]]:
    article = Article(text=text)
    found = frames(article, (Report.model_validate(told(*incidents)),))
    return found, place(article, found, read(text, find(text)))


@pytest.mark.parametrize(
    ("findings", "indices"),
    [
        pytest.param([], (), id="no-finding"),
        pytest.param([finding("sum-differs")], (0,), id="the-events-own-counts"),
        pytest.param(
            [finding("side-without-actor", "events[1].casualties[0].group")], (1,), id="another-event"
        ),
        pytest.param([finding("sum-differs"), finding("supporter-loss", "events[1]")], (0, 1), id="both"),
        pytest.param([finding("sum-differs", severity="warning")], (), id="a-warning-is-left"),
        pytest.param([finding("quote-differs")], (), id="what-a-rule-made-is-left"),
        pytest.param([finding("same-actor-both-sides")], (), id="who-fought-is-no-count"),
        pytest.param([finding("sum-differs", "")], (), id="of-no-event"),
    ],
)
def test_the_counts_to_judge_again_are_those_of_the_events_in_error(
    findings: list[Finding], indices: tuple[int, ...]
) -> None:
    _, placed = read_with(f"{FOUGHT}\n\n{FIRED}\n\n{FORTY}", TARN, OSK)
    assert [each.event for each in placed[:2]] == [0, 1]
    assert repair.counts_to_judge(findings, placed) == indices


@pytest.mark.parametrize(
    ("findings", "problems"),
    [
        pytest.param([], (), id="no-finding"),
        pytest.param([finding("sum-differs")], ("sum-differs it is",), id="of-counts"),
        pytest.param([finding("unreal-event", "events[0]")], ("unreal-event it is",), id="of-the-report"),
        pytest.param([finding("sum-differs", severity="warning")], (), id="a-warning"),
        pytest.param([finding("quote-differs")], (), id="none-that-a-model-can-mend"),
        pytest.param(
            [finding("supporter-loss"), finding("quote-differs"), finding("subset-exceeds-whole")],
            ("supporter-loss it is", "subset-exceeds-whole it is"),
            id="in-order",
        ),
    ],
)
def test_a_model_is_told_of_the_errors_it_can_mend(
    findings: list[Finding], problems: tuple[str, ...]
) -> None:
    assert repair.problems(findings) == problems


@pytest.mark.parametrize(
    ("text", "incidents", "passages"),
    [
        pytest.param(f"{FOUGHT}\n\n{FIRED}", [TARN], (FIRED,), id="another-day"),
        pytest.param(f"{FOUGHT}\n\n{FIRED}", [TARN, OSK], (), id="another-day-told"),
        pytest.param(f"{FOUGHT}\n\n{FORTY}", [TARN], (), id="nobody-harmed"),
        pytest.param(f"{FOUGHT}\n\n{FIRED}", [], (), id="a-model-that-found-nothing"),
        pytest.param(
            f"{FOUGHT}\n\n{FIRED} Four died on Friday.", [TARN], (f"{FIRED} Four died on Friday.",), id="once"
        ),
    ],
)
def test_untold_is_each_paragraph_whose_dead_are_of_no_event(
    text: str, incidents: list[dict[str, str]], passages: tuple[str, ...]
) -> None:
    found, placed = read_with(text, *incidents)
    assert tuple(text[start:end] for start, end in repair.untold(text, found, placed)) == passages


def test_faults_are_errors_first_then_counts_in_no_event() -> None:
    _, placed = read_with(f"{FOUGHT}\n\n{FIRED}\n\n{FORTY}", TARN)
    findings = [finding("sum-differs"), finding("no-source", severity="warning")]
    assert repair.faults(findings, placed) == (1, 1)
    assert repair.faults([], ()) == (0, 0)


def test_every_code_that_a_model_can_mend_is_one_that_a_check_reports() -> None:
    reported = {rule.code for rule in RULES}
    assert reported >= repair.MENDED_BY_JUDGING | repair.MENDED_BY_REPORT


@pytest.mark.parametrize(
    ("findings", "event"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([finding("unreal-event", "events[2]")], 2, id="the-one"),
        pytest.param([finding("unreal-event", f"events[{index}]") for index in (3, 1)], 3, id="the-first"),
        pytest.param([finding("sum-differs", "events[1].killed")], 0, id="one-to-judge"),
        pytest.param([finding("unreal-event", "article")], 0, id="of-no-event"),
    ],
)
def test_the_event_to_report_again_is_the_first_that_the_checks_refute(
    findings: list[Finding], event: int
) -> None:
    assert repair.event_to_report(findings) == event


def test_a_paragraph_too_long_for_a_passage_is_not_read_again() -> None:
    long = f"{FIRED} {'Traders waited at the gate all day. ' * 300}"
    found, placed = read_with(f"{FOUGHT}\n\n{long}", TARN)
    assert repair.untold(f"{FOUGHT}\n\n{long}", found, placed) == ()
