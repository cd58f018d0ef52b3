"""The mistakes that matter most to who counts casualties, and which outcome was taken for which.

    counted twice   of the figures (killed, wounded, captured, missing) that the truth has a number for: too
                    high by just what some of the truth's counts of that outcome come to together
    wrong side      of the statements found whose people the truth names: given to a side that is not theirs
                    (one that leaves the side open is not wrong)
    invented        of the figures that the truth has no number for, because it has none or a vague word:
                    given a number; so are all figures of an event that is not in the truth
    ungrounded      of all numbers reported: without words to stand on, which is a statement that quotes
                    nothing of the text, or a figure of an outcome that no statement of its event is of

A statement is found when its words and those of the truth's stand in the same place and outcome or number is
the same, or when both outcome and number are (`eventx.assignment` pairs them, the heaviest together).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventx.assignment import heaviest
from eventx.schema import Casualty, Event, Quantity
from eventx.score import figures
from eventx.score.fields import FIGURES
from eventx.score.matching import Match, counted, group, same
from eventx.truth import TruthCasualty, TruthEvent

__all__ = ["NOT_IN_TRUTH", "NOT_REPORTED", "Rate", "confusion", "rates"]

NOT_REPORTED = "not reported"
NOT_IN_TRUTH = "not in truth"

_NO_SIDE = ("unknown", "all")

Outcomes = tuple[str, str]
"""An outcome in the truth, or NOT_IN_TRUTH, and what was reported for it, or NOT_REPORTED."""


class Rate(NamedTuple):
    """How many are wrong, of how many that could be."""

    wrong: int
    of: int

    @property
    def share(self) -> float | None:
        """One by the other, null where nothing could go wrong."""
        return self.wrong / self.of if self.of else None

    def plus(self, other: Rate) -> Rate:
        """Return both together."""
        return Rate(self.wrong + other.wrong, self.of + other.of)


def rates(
    text: str, truths: Sequence[TruthEvent], events: Sequence[Event], matches: Sequence[Match]
) -> dict[str, Rate]:
    """Return how often each of the mistakes was made, by its name."""
    return {
        "counted twice": _counted_twice(truths, matches),
        "wrong side": _wrong_side(text, matches),
        "invented": _invented(events, matches),
        "ungrounded": _ungrounded(text, events),
    }


def confusion(
    text: str, truths: Sequence[TruthEvent], events: Sequence[Event], matches: Sequence[Match]
) -> Counter[Outcomes]:
    """Return how often each outcome of the truth was reported as which."""
    found: Counter[Outcomes] = Counter()
    in_truth = Counter(one.outcome for truth in truths for one in counted(truth.casualties))
    told = Counter(one.outcome for event in events for one in counted(event.casualties))
    for match in matches:
        for label, one in _statements(text, match):
            found[label.outcome, one.outcome] += 1
            in_truth[label.outcome] -= 1
            told[one.outcome] -= 1
    found.update({(outcome, NOT_REPORTED): left for outcome, left in in_truth.items()})
    found.update({(NOT_IN_TRUTH, outcome): left for outcome, left in told.items()})
    return +found


def _counted_twice(truths: Sequence[TruthEvent], matches: Sequence[Match]) -> Rate:
    twice = 0
    for match in matches:
        for name in FIGURES:
            label, found = getattr(match.truth, name), getattr(match.event, name)
            if found is None or not _numbered(label):
                continue
            mine = [one for one in match.truth.casualties if one.outcome == name]
            parts = [figures.reported(one.count) for one in counted(mine)]
            excess = figures.reported(found) - (figures.whole(label) or 0)
            twice += figures.counted_twice(excess, parts)
    return Rate(twice, sum(_numbered(getattr(truth, name)) for truth in truths for name in FIGURES))


def _wrong_side(text: str, matches: Sequence[Match]) -> Rate:
    told = [
        figures.side(label.groups, {group(one, match.event)} - {"unknown"})
        for match in matches
        for label, one in _statements(text, match)
        if label.groups[0] not in _NO_SIDE
    ]
    return Rate(told.count("wrong"), len(told))


def _invented(events: Sequence[Event], matches: Sequence[Match]) -> Rate:
    # Of the events paired, the figures without a number in the truth; of the others, all.
    numbered = sum(_numbered(getattr(match.truth, name)) for match in matches for name in FIGURES)
    given = sum(_given(getattr(event, name)) for event in events for name in FIGURES)
    true = sum(
        _numbered(getattr(match.truth, name)) and _given(getattr(match.event, name))
        for match in matches
        for name in FIGURES
    )
    return Rate(given - true, len(events) * len(FIGURES) - numbered)


def _ungrounded(text: str, events: Sequence[Event]) -> Rate:
    bare = of = 0
    for event in events:
        for one in event.casualties:
            if figures.reported(one.count):
                of += 1
                bare += not any(figures.grounded(evidence.quote, text) for evidence in one.evidence)
        stated = {one.outcome for one in event.casualties}
        for name in FIGURES:
            if _given(getattr(event, name)):
                of += 1
                bare += name not in stated
    return Rate(bare, of)


def _numbered(label: Quantity | None) -> bool:
    """Return whether the truth has a number: a vague word has none, and nobody is no number."""
    return label is not None and bool(label.value or label.high)


def _given(found: Quantity | None) -> bool:
    return found is not None and bool(found.value)


def _statements(text: str, match: Match) -> Iterator[tuple[TruthCasualty, Casualty]]:
    """Yield the statements of the truth that were found, each with what was found for it."""
    labels, found = counted(match.truth.casualties), counted(match.event.casualties)
    spans = [list(_spans(text, label.quote)) for label in labels]
    weights = [
        [_weight(label, span, one) for one in found] for label, span in zip(labels, spans, strict=True)
    ]
    for i, j in heaviest(weights):
        yield labels[i], found[j]


def _weight(label: TruthCasualty, spans: Sequence[tuple[int, int]], one: Casualty) -> int:
    outcome, number = label.outcome == one.outcome, same(label.count, one.count)
    words = any(start < each.end and each.start < end for start, end in spans for each in one.evidence)
    found = (words and (outcome or number)) or (outcome and number)
    return 4 * words + 2 * number + outcome if found else 0


def _spans(text: str, quote: str) -> Iterator[tuple[int, int]]:
    start = text.find(quote)
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + 1)
