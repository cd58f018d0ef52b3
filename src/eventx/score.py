"""How much of the truth an extraction has: its labels (`eventx.truth`) against its events."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict

from eventx.schema import Actor, Casualty, Event, Extraction, Group, Place, Quantity, When
from eventx.truth import Truth, TruthActor, TruthCasualty, TruthDays, TruthEvent, TruthPlace

__all__ = ["Score", "Truth", "score", "table"]

# Up to this many events every pairing is tried (720 of them); beyond, the best pair is taken first.
_FEW_EVENTS = 6

_HEAD = [
    *("seed", "right", "in truth", "reported", "precision", "recall", "events", "missed", "invented"),
    *("place", "date", "sides", "type", "sub-type", "killed"),
]

_OTHER_SIDE: dict[Group, Group] = {"side_a": "side_b", "side_b": "side_a"}

_Stated = TypeVar("_Stated", Casualty, TruthCasualty)


class Score(BaseModel):
    """How many things an extraction has right. Casualties are statements, repeats left out.

    `places` to `killed` count events of the truth; a missed event has none of them right.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    casualties_right: int
    casualties_in_truth: int
    casualties_reported: int
    events_right: int
    events_missed: int
    events_invented: int
    places: int
    dates: int
    sides: int
    types: int
    subtypes: int
    killed: int

    @property
    def precision(self) -> float | None:
        """Casualties right of those reported, null when none is reported."""
        return self.casualties_right / self.casualties_reported if self.casualties_reported else None

    @property
    def recall(self) -> float | None:
        """Casualties right of those in the truth, null when it has none."""
        return self.casualties_right / self.casualties_in_truth if self.casualties_in_truth else None


class _Agreement(NamedTuple):
    casualties: int
    place: bool
    dates: bool
    sides: bool
    type: bool
    subtype: bool
    killed: bool

    @property
    def weight(self) -> int:
        # Two reports are of one event when they share its place or one of its figures.
        return sum(self) if self.place or self.casualties else 0


def score(extraction: Extraction, truth: Truth) -> Score:
    """Return how much of `truth` the extraction has, and what it has that the truth has not.

    Events are paired so that they agree most. A casualty is right when outcome, number (value, bounds,
    approximate) and group are. The sides may be swapped: their order means nothing. Without a
    publication day the right date is none.
    """
    dated = extraction.article.published is not None
    agreements = [[_agreement(t, e, dated=dated) for e in extraction.events] for t in truth.events]
    paired = [agreements[i][j] for i, j in _pairs([[cell.weight for cell in row] for row in agreements])]
    return Score(
        casualties_right=sum(pair.casualties for pair in paired),
        casualties_in_truth=sum(len(_counted(event.casualties)) for event in truth.events),
        casualties_reported=sum(len(_counted(event.casualties)) for event in extraction.events),
        events_right=len(paired),
        events_missed=len(truth.events) - len(paired),
        events_invented=len(extraction.events) - len(paired),
        places=sum(pair.place for pair in paired),
        dates=sum(pair.dates for pair in paired),
        sides=sum(pair.sides for pair in paired),
        types=sum(pair.type for pair in paired),
        subtypes=sum(pair.subtype for pair in paired),
        killed=sum(pair.killed for pair in paired),
    )


def table(scores: Mapping[str, Score]) -> str:
    """Return the scores as an aligned Markdown table, a row per name in the order given and a total."""
    sums = {name: sum(getattr(one, name) for one in scores.values()) for name in Score.model_fields}
    rows = [_HEAD, *(_row(name, one) for name, one in {**scores, "total": Score(**sums)}.items())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "".join(
        "| " + " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) + " |\n"
        for row in (rows[0], rule, *rows[1:])
    )


def _row(name: str, one: Score) -> list[str]:
    shares = ["–" if share is None else f"{share:.2f}" for share in (one.precision, one.recall)]
    counts = [one.casualties_right, one.casualties_in_truth, one.casualties_reported]
    events = [one.events_right, one.events_missed, one.events_invented]
    fields = [one.places, one.dates, one.sides, one.types, one.subtypes, one.killed]
    return [name, *map(str, counts), *shares, *map(str, events), *map(str, fields)]


def _agreement(truth: TruthEvent, event: Event, *, dated: bool) -> _Agreement:
    # Names say which side is which; figures only when the names do not, or a wrong side would look right.
    event = max(
        (event, _swapped(event)), key=lambda one: (_parties_named(truth, one), _casualties_right(truth, one))
    )
    return _Agreement(
        casualties=_casualties_right(truth, event),
        place=_place_right(truth.where, event.where),
        dates=_dates_right(truth.when if dated else (), event.when),
        sides=_side_right(truth.side_a, event.side_a) and _side_right(truth.side_b, event.side_b),
        type=event.event_type == truth.event_type,
        subtype=event.sub_event_type in truth.sub_event_types,
        killed=_figure_right(truth.killed, event.killed),
    )


def _pairs(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the (row, column) pairs that weigh most together; cells of weight 0 are never paired."""
    cells = {(i, j): weight for i, row in enumerate(weights) for j, weight in enumerate(row) if weight}
    size = max([len(weights), *map(len, weights)])
    if size <= _FEW_EVENTS:
        best = max(
            permutations(range(size)), key=lambda order: sum(cells.get(ij, 0) for ij in enumerate(order))
        )
        return [pair for pair in enumerate(best) if pair in cells]
    pairs: list[tuple[int, int]] = []
    for i, j in sorted(cells, key=lambda pair: -cells[pair]):
        if all(i != row and j != column for row, column in pairs):
            pairs.append((i, j))
    return pairs


def _swapped(event: Event) -> Event:
    casualties = tuple(
        one.model_copy(update={"group": _OTHER_SIDE.get(one.group, one.group)}) for one in event.casualties
    )
    return event.model_copy(update={"side_a": event.side_b, "side_b": event.side_a, "casualties": casualties})


def _counted(casualties: Sequence[_Stated]) -> list[_Stated]:
    return [one for one in casualties if one.role not in ("repeat", "account")]


def _casualties_right(truth: TruthEvent, event: Event) -> int:
    found = _counted(event.casualties)
    right = 0
    # Those that allow fewest groups choose first, so that a wider label does not take their match.
    for label in sorted(_counted(truth.casualties), key=lambda one: len(one.groups)):
        for one in found:
            if (
                one.outcome == label.outcome
                and _group(one, event) in label.groups
                and _same(label.count, one.count)
            ):
                found.remove(one)
                right += 1
                break
    return right


def _group(casualty: Casualty, event: Event) -> Group:
    """Return the casualty's group; a side that is nothing but civilians is the group civilians."""
    side = {"side_a": event.side_a, "side_b": event.side_b}.get(casualty.group, ())
    return "civilians" if side and all(map(_is_civilian, side)) else casualty.group


def _figure_right(label: Quantity | None, found: Quantity | None) -> bool:
    return label is found is None or (label is not None and found is not None and _same(label, found))


def _same(label: Quantity, found: Quantity) -> bool:
    if label.value is label.high is None:  # a vague word: the least it can mean may be left open
        return found.value is found.high is None and found.low in (None, label.low)
    return label.model_copy(update={"text": found.text}) == found


def _place_right(label: TruthPlace | None, found: Place | None) -> bool:
    if label is None or found is None:
        return label is None and found is None
    return (
        any(_within(name, found.text) for name in label.names)
        and _agree(label.admin1, found.admin1)
        and _agree(label.country, found.country)
    )


def _agree(label: str | None, found: str | None) -> bool:
    return label is None or found is None or _within(label, found) or _within(found, label)


def _dates_right(labels: Sequence[TruthDays], found: When | None) -> bool:
    if found is None or found.start is None:
        return not labels
    return (found.start, found.end or found.start) in [(label.start, label.end) for label in labels]


def _parties_named(truth: TruthEvent, event: Event) -> int:
    sides = ((truth.side_a, event.side_a), (truth.side_b, event.side_b))
    return sum(
        any(_goes_by(party, actor) for actor in actors) for parties, actors in sides for party in parties
    )


def _side_right(labels: Sequence[TruthActor], found: Sequence[Actor]) -> bool:
    """Return whether the combatants are the truth's; civilians are no side, supporters are not scored."""
    parties = [party for party in labels if party.role == "combatant"]
    actors = [actor for actor in found if actor.role == "combatant" and not _is_civilian(actor)]
    return all(any(_goes_by(party, actor) for party in parties) for actor in actors) and all(
        party.optional or any(_goes_by(party, actor) for actor in actors) for party in parties
    )


def _goes_by(party: TruthActor, actor: Actor) -> bool:
    return _plain(actor.name) in map(_plain, party.names)


def _is_civilian(actor: Actor) -> bool:
    return actor.kind == "Civilians" or _plain(actor.name) == "civilians"


def _within(name: str, text: str) -> bool:
    return f" {_plain(name)} " in f" {_plain(text)} "


def _plain(name: str) -> str:
    """Return the name's words in lower case, without punctuation and a leading article."""
    return " ".join(re.findall(r"\w+", name.casefold())).removeprefix("the ")
