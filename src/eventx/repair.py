"""From findings to the next question, or none: which errors a model can mend, and what to ask it again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventx.passages import split
from eventx.resolve import Frame, Placed
from eventx.schema import Finding
from eventx.sentences import Span, paragraphs, span_at

# Errors that come from whose people a count was taken to be. Those that come from rules are left out:
# asking a model again cannot mend them.
MENDED_BY_JUDGING = frozenset({"sum-differs", "subset-exceeds-whole", "supporter-loss", "side-without-actor"})
MENDED_BY_REPORT = frozenset({"same-actor-both-sides", "unreal-event"})

_EVENT = re.compile(r"events\[(\d+)\]")


def counts_to_judge(findings: Sequence[Finding], placed: Sequence[Placed]) -> tuple[int, ...]:
    """Return the indices of the counts that a model should judge again: those of the events in error."""
    wrong = {_event_of(finding) for finding in findings if finding.code in MENDED_BY_JUDGING} - {None}
    return tuple(index for index, each in enumerate(placed) if each.aside is None and each.event in wrong)


def event_to_report(findings: Sequence[Finding]) -> int:
    """Return the index of the first event that a model should tell again, 0 for none."""
    wrong = (_event_of(finding) for finding in findings if finding.code in MENDED_BY_REPORT)
    return next((event for event in wrong if event is not None), 0)


def problems(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return what to tell the model of the errors it can mend, one sentence each."""
    mendable = MENDED_BY_JUDGING | MENDED_BY_REPORT
    return tuple(
        finding.message for finding in findings if finding.severity == "error" and finding.code in mendable
    )


def untold(text: str, frames: Sequence[Frame], placed: Sequence[Placed]) -> tuple[Span, ...]:
    """Return the (start, end) of the paragraphs with people harmed who are of none of the events listed.

    None where no event is listed: a small model that is shown one paragraph of a football report, with
    its injured players, is talked into a battle.
    """
    lost = [each.reading for each in placed if frames and each.aside == "no event"]
    found = {span_at(paragraphs(text), reading.mention.start) for reading in lost}
    held = sorted(each for each in found if each is not None)
    # A paragraph longer than a passage was read by itself already.
    return tuple((start, end) for start, end in held if len(split(text[start:end])) == 1)


def _event_of(finding: Finding) -> int | None:
    match = _EVENT.match(finding.path) if finding.severity == "error" else None
    return int(match[1]) if match else None


def faults(findings: Sequence[Finding], placed: Sequence[Placed]) -> tuple[int, int]:
    """Return how many errors remain and how many counts are in no event: the fewer, the better."""
    errors = sum(finding.severity == "error" for finding in findings)
    return errors, sum(each.aside == "no event" for each in placed)
