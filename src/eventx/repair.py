"""From findings to the next question, or none: which errors a model can mend, and what to ask it again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventx.resolve import Placed
from eventx.schema import Event, Finding

# Errors that come from whose people a count was taken to be. Those that come from rules are left out:
# asking a model again cannot mend them.
_MENDED_BY_JUDGING = frozenset({"sum-differs", "subset-exceeds", "supporter-loss", "side-without-actor"})
_MENDED_BY_REPORT = frozenset({"same-actor-both-sides", "unreal-event"})

_EVENT = re.compile(r"events\[(\d+)\]")


def counts_to_judge(findings: Sequence[Finding], placed: Sequence[Placed]) -> tuple[int, ...]:
    """Return the indices of the counts that a model should judge again: those of the events in error."""
    wrong = {_event_of(finding) for finding in findings if finding.code in _MENDED_BY_JUDGING} - {None}
    return tuple(index for index, each in enumerate(placed) if each.aside is None and each.event in wrong)


def problems(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return what to tell the model of the errors it can mend, one sentence each."""
    mendable = _MENDED_BY_JUDGING | _MENDED_BY_REPORT
    return tuple(
        finding.message for finding in findings if finding.severity == "error" and finding.code in mendable
    )


def needs_report(findings: Sequence[Finding]) -> bool:
    """Return whether the events themselves must be asked for again, not only whose the people are."""
    return any(finding.severity == "error" and finding.code in _MENDED_BY_REPORT for finding in findings)


def _event_of(finding: Finding) -> int | None:
    match = _EVENT.match(finding.path) if finding.severity == "error" else None
    return int(match[1]) if match else None


def errors(findings: Sequence[Finding]) -> int:
    """Return how many of the findings are errors: the measure of an attempt."""
    return sum(finding.severity == "error" for finding in findings)


def is_better(
    findings: Sequence[Finding], events: Sequence[Event], than: tuple[Sequence[Finding], Sequence[Event]]
) -> bool:
    """Return whether an attempt is to be kept over an earlier one: fewer errors, and no event lost for it."""
    return errors(findings) < errors(than[0]) and len(events) >= len(than[1])
