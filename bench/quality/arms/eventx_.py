"""eventx as it is in this checkout, every exchange with the model kept on disk."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from bench.quality.answer import OUTCOMES, SERVER, Answer, Figure, Item, Outcome, Reply, Side, added
from bench.quality.exchanges import Kept
from eventx.errors import EventxError, ModelUnavailable
from eventx.pipeline import extract
from eventx.resolve.people import camp
from eventx.schema import Actor, Casualty, Event, Extraction, Quantity

# Read anew every time: the rules are what is measured, and the exchanges are kept.
VERSION = ""

_SIDE_OF_KIND: dict[str | None, Side] = {
    "State forces": "security forces",
    "External/Other forces": "security forces",
    "Rebel group": "insurgents",
    "Political militia": "insurgents",
    "Civilians": "civilians",
    "Protesters": "civilians",
    "Rioters": "civilians",
}
_SIDE_OF_CAMP: dict[str | None, Side] = {
    "state": "security forces",
    "rebel": "insurgents",
    "civilian": "civilians",
}


def ask(text: str, published: date | None, model: Kept) -> Reply:
    """Return the extraction of a text; its seconds are the exchanges' and eventx's own."""
    model.answers.clear()
    body, error = None, None
    began = time.process_time()
    try:
        body = extract(text, published=published, model=model).model_dump(mode="json")
    except ModelUnavailable as problem:
        error = f"{SERVER}: {problem}"
    except EventxError as problem:
        error = f"unusable: {problem}"
    return Reply(
        body=body,
        error=error,
        tokens_in=sum(each.tokens_in or 0 for each in model.answers),
        tokens_out=sum(each.tokens_out or 0 for each in model.answers),
        seconds=sum(each.seconds for each in model.answers) + time.process_time() - began,
        requests=len(model.answers),
    )


def understand(text: str, body: dict[str, Any]) -> Answer:
    """Return the extraction as an answer: the figures of its events added up."""
    extraction = Extraction.model_validate(body)
    events = extraction.events
    figures: dict[str, Any] = {}
    sides: dict[Outcome, tuple[Side, ...]] = {}
    for outcome in OUTCOMES:
        stated: list[Quantity] = [each for event in events if (each := getattr(event, outcome))]
        figures[outcome] = added(map(_figure, stated))
        sides[outcome] = tuple(
            sorted(
                {
                    side
                    for event in events
                    for each in event.casualties
                    if each.outcome == outcome and each.count.value != 0 and (side := _side(event, each))
                }
            )
        )
    days = (event.when.start for event in events if event.when and event.when.start)
    day = next(days, None)
    return Answer(
        **figures,
        sides=sides,
        items=tuple(_item(event, each) for event in events for each in event.casualties),
        provinces=tuple(event.where.admin1 or event.where.text for event in events if event.where),
        date=day.isoformat() if day else None,
    )


def _figure(quantity: Quantity) -> Figure:
    return Figure(value=quantity.value, low=quantity.low, high=quantity.high)


def _item(event: Event, casualty: Casualty) -> Item:
    return Item(
        outcome=casualty.outcome,
        figure=_figure(casualty.count),
        side=_side(event, casualty),
        quote=casualty.evidence[0].quote,
    )


def _side(event: Event, casualty: Casualty) -> Side | None:
    """Return whose people they are: by the group's actors, else by the words for the people.

    Those who fight security forces and are of no known kind are insurgents: a group with a name of its own.
    """
    if casualty.group == "civilians":
        return "civilians"
    groups = {"side_a": (event.side_a, event.side_b), "side_b": (event.side_b, event.side_a)}
    if casualty.group not in groups:
        return _SIDE_OF_CAMP.get(camp(casualty.who or ""))
    own, other = (_side_of(actors) for actors in groups[casualty.group])
    named = own or _SIDE_OF_CAMP.get(camp(casualty.who or ""))
    return named or ("insurgents" if other == "security forces" else None)


def _side_of(actors: tuple[Actor, ...]) -> Side | None:
    fighting = [actor for actor in actors if actor.role == "combatant"]
    found = {_SIDE_OF_KIND.get(each.kind) or _SIDE_OF_CAMP.get(camp(each.name)) for each in fighting} - {None}
    return found.pop() if len(found) == 1 else None
