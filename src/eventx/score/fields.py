"""Precision, recall and F1 by field: how many are right of those reported, and of those in the truth.

    events       paired with one of the truth (`matching`)
    casualties   statements, those that say people again left out: outcome, number, bounds and side right
    killed … missing   the event's figure: value and bounds right
    place, date  the event's, where one is reported or known
    sides        combatants, by one of their names and on their side; civilians are no side
    type, sub-type   each event has one

What is reported of an event that is not in the truth is wrong; what the truth has of an event that was missed
is not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eventx.schema import Event
from eventx.score.matching import Match, counted, dates_right, figure_right, goes_by, is_civilian, place_right
from eventx.truth import TruthEvent

__all__ = ["FIGURES", "Tally", "tallies"]

FIGURES = ("killed", "wounded", "captured", "missing")


class Tally(NamedTuple):
    """How many are right, how many were reported, and how many the truth has."""

    right: int
    reported: int
    in_truth: int

    @property
    def precision(self) -> float | None:
        """Right of those reported, null when none is."""
        return self.right / self.reported if self.reported else None

    @property
    def recall(self) -> float | None:
        """Right of those in the truth, null when it has none."""
        return self.right / self.in_truth if self.in_truth else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, null when neither reported nor in the truth."""
        both = self.reported + self.in_truth
        return 2 * self.right / both if both else None

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(*(mine + its for mine, its in zip(self, other, strict=True)))


def tallies(
    truths: Sequence[TruthEvent], events: Sequence[Event], matches: Sequence[Match], *, dated: bool
) -> dict[str, Tally]:
    """Return the tally of each field, by its name; `dated` says whether a day of publication is known."""
    agreed = [match.agreement for match in matches]
    parties = [_parties(match) for match in matches]
    when = [(match.truth.when if dated else (), match.event.when) for match in matches]
    return {
        "events": Tally(len(matches), len(events), len(truths)),
        "casualties": Tally(
            sum(each.casualties for each in agreed),
            sum(len(counted(event.casualties)) for event in events),
            sum(len(counted(truth.casualties)) for truth in truths),
        ),
        **{name: _figure(name, truths, events, matches) for name in FIGURES},
        "place": Tally(
            sum(
                _both(m.truth.where, m.event.where) and place_right(m.truth.where, m.event.where)
                for m in matches
            ),
            sum(event.where is not None for event in events),
            sum(truth.where is not None for truth in truths),
        ),
        "date": Tally(
            sum(bool(labels) and dates_right(labels, found) for labels, found in when),
            sum(event.when is not None and event.when.start is not None for event in events),
            sum(bool(truth.when) for truth in truths) if dated else 0,
        ),
        "sides": Tally(
            sum(right for right, _ in parties),
            sum(right + wrong for right, wrong in parties)
            + sum(_fighting(event) for event in events)
            - sum(_fighting(match.event) for match in matches),
            sum(_must_be_named(truth) for truth in truths),
        ),
        "type": Tally(sum(each.type for each in agreed), len(events), len(truths)),
        "sub-type": Tally(sum(each.subtype for each in agreed), len(events), len(truths)),
    }


def _figure(
    name: str, truths: Sequence[TruthEvent], events: Sequence[Event], matches: Sequence[Match]
) -> Tally:
    pairs = [(getattr(match.truth, name), getattr(match.event, name)) for match in matches]
    return Tally(
        sum(_both(label, found) and figure_right(label, found) for label, found in pairs),
        sum(getattr(event, name) is not None for event in events),
        sum(getattr(truth, name) is not None for truth in truths),
    )


def _both(label: object, found: object) -> bool:
    return label is not None and found is not None


def _parties(match: Match) -> tuple[int, int]:
    """Return how many of the parties that must be named are, and how many actors are no party of that side.

    A party that may be left out counts as neither when it is named, nor does a party's second name.
    """
    right = wrong = 0
    sides = ((match.truth.side_a, match.event.side_a), (match.truth.side_b, match.event.side_b))
    for labels, found in sides:
        parties = [party for party in labels if party.role == "combatant"]
        actors = [actor for actor in found if actor.role == "combatant" and not is_civilian(actor)]
        right += sum(
            not party.optional and any(goes_by(party, actor) for actor in actors) for party in parties
        )
        wrong += sum(not any(goes_by(party, actor) for party in parties) for actor in actors)
    return right, wrong


def _fighting(event: Event) -> int:
    return sum(actor.role == "combatant" and not is_civilian(actor) for actor in event.side_a + event.side_b)


def _must_be_named(truth: TruthEvent) -> int:
    return sum(party.role == "combatant" and not party.optional for party in truth.side_a + truth.side_b)
