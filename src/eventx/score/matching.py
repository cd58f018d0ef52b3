"""Which event of an extraction is which of the truth, and what of it is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from eventx.assignment import heaviest
from eventx.schema import Actor, Casualty, Event, Group, Place, Quantity, When
from eventx.truth import TruthActor, TruthCasualty, TruthDays, TruthEvent, TruthPlace

OTHER_SIDE: dict[Group, Group] = {"side_a": "side_b", "side_b": "side_a"}

_Stated = TypeVar("_Stated", Casualty, TruthCasualty)


class Agreement(NamedTuple):
    """What of an event is right: how many of its casualties, and which of its fields."""

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


class Match(NamedTuple):
    """An event of the truth, the one that reports it (sides in the truth's order), and what is right."""

    truth: TruthEvent
    event: Event
    agreement: Agreement


def matches(truths: Sequence[TruthEvent], events: Sequence[Event], *, dated: bool) -> list[Match]:
    """Return the events that are of the truth, paired so that they agree most (`eventx.assignment`).

    The sides may be swapped: their order means nothing. Without a publication day (`dated`) the right date
    is none.
    """
    cells = [[_match(truth, event, dated=dated) for event in events] for truth in truths]
    pairs = heaviest([[cell.agreement.weight for cell in row] for row in cells])
    return [cells[i][j] for i, j in pairs]


def _match(truth: TruthEvent, event: Event, *, dated: bool) -> Match:
    # Names say which side is which; figures only when the names do not, or a wrong side would look right.
    event = max(
        (event, _swapped(event)), key=lambda one: (_parties_named(truth, one), _casualties_right(truth, one))
    )
    agreement = Agreement(
        casualties=_casualties_right(truth, event),
        place=place_right(truth.where, event.where),
        dates=dates_right(truth.when if dated else (), event.when),
        sides=_side_right(truth.side_a, event.side_a) and _side_right(truth.side_b, event.side_b),
        type=event.event_type == truth.event_type,
        subtype=event.sub_event_type in truth.sub_event_types,
        killed=figure_right(truth.killed, event.killed),
    )
    return Match(truth, event, agreement)


def _swapped(event: Event) -> Event:
    casualties = tuple(
        one.model_copy(update={"group": OTHER_SIDE.get(one.group, one.group)}) for one in event.casualties
    )
    return event.model_copy(update={"side_a": event.side_b, "side_b": event.side_a, "casualties": casualties})


def counted(casualties: Sequence[_Stated]) -> list[_Stated]:
    """Return the statements that are scored: those that say no people again."""
    return [one for one in casualties if one.role not in ("repeat", "account")]


def _casualties_right(truth: TruthEvent, event: Event) -> int:
    found = counted(event.casualties)
    right = 0
    # Those that allow fewest groups choose first, so that a wider label does not take their match.
    for label in sorted(counted(truth.casualties), key=lambda one: len(one.groups)):
        for one in found:
            if (
                one.outcome == label.outcome
                and group(one, event) in label.groups
                and same(label.count, one.count)
            ):
                found.remove(one)
                right += 1
                break
    return right


def group(casualty: Casualty, event: Event) -> Group:
    """Return the casualty's group; a side that is nothing but civilians is the group civilians."""
    side = {"side_a": event.side_a, "side_b": event.side_b}.get(casualty.group, ())
    return "civilians" if side and all(map(is_civilian, side)) else casualty.group


def figure_right(label: Quantity | None, found: Quantity | None) -> bool:
    """Return whether an event's figure is the truth's, or none where it has none."""
    return label is found is None or (label is not None and found is not None and same(label, found))


def same(label: Quantity, found: Quantity) -> bool:
    """Return whether two numbers are the same: value, bounds and whether they are approximate."""
    if label.value is label.high is None:  # a vague word: the least it can mean may be left open
        return found.value is found.high is None and found.low in (None, label.low)
    return label.model_copy(update={"text": found.text}) == found


def place_right(label: TruthPlace | None, found: Place | None) -> bool:
    """Return whether a place is the truth's by one of its names, and in no other province or country."""
    if label is None or found is None:
        return label is None and found is None
    return (
        any(_within(name, found.text) for name in label.names)
        and _agree(label.admin1, found.admin1)
        and _agree(label.country, found.country)
    )


def _agree(label: str | None, found: str | None) -> bool:
    return label is None or found is None or _within(label, found) or _within(found, label)


def dates_right(labels: Sequence[TruthDays], found: When | None) -> bool:
    """Return whether the days are those of one right reading, or none where none can be known."""
    if found is None or found.start is None:
        return not labels
    return (found.start, found.end or found.start) in [(label.start, label.end) for label in labels]


def _parties_named(truth: TruthEvent, event: Event) -> int:
    sides = ((truth.side_a, event.side_a), (truth.side_b, event.side_b))
    return sum(
        any(goes_by(party, actor) for actor in actors) for parties, actors in sides for party in parties
    )


def _side_right(labels: Sequence[TruthActor], found: Sequence[Actor]) -> bool:
    """Return whether the combatants are the truth's; civilians are no side, supporters are not scored."""
    parties = [party for party in labels if party.role == "combatant"]
    actors = [actor for actor in found if actor.role == "combatant" and not is_civilian(actor)]
    return all(any(goes_by(party, actor) for party in parties) for actor in actors) and all(
        party.optional or any(goes_by(party, actor) for actor in actors) for party in parties
    )


def goes_by(party: TruthActor, actor: Actor) -> bool:
    """Return whether an actor is a party of the truth by one of its names."""
    return plain(actor.name) in map(plain, party.names)


def is_civilian(actor: Actor) -> bool:
    """Return whether an actor is no armed party but civilians."""
    return actor.kind == "Civilians" or plain(actor.name) == "civilians"


def _within(name: str, text: str) -> bool:
    return f" {plain(name)} " in f" {plain(text)} "


def plain(name: str) -> str:
    """Return the name's words in lower case, without punctuation and a leading article."""
    return " ".join(re.findall(r"\w+", name.casefold())).removeprefix("the ")
