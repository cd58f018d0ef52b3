"""Replies of a full reading in a few words, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eventx import Event, Extraction, extract
from eventx.reply import FigureLink, ToldFigure
from eventx.schema import Casualty, Quantity
from scripted import Reply, Scripted

PUBLISHED = "2024-06-03"  # a Monday

Bounds = int | tuple[int | None, int | None] | None
"""11 is 11, 11; (5, None) at least five; None a number that is not told."""

Link = tuple[str, Sequence[int], int]
"""How, which figures, and the figure they are linked to: ("part_of", [2, 3], 1)."""


def told_event(n: int = 1, *, totals: dict[str, Bounds] | None = None, **fields: Any) -> dict[str, Any]:
    """Return an event as a model tells it; what a test does not say is null or nobody."""
    given = {"kind": "battle", "when": None, "days": [], "place": None, "province": None, "country": None}
    listed = [{"fate": fate, **_bounds(each)} for fate, each in (totals or {}).items()]
    return {"n": n, **given, "side_a": [], "side_b": [], "totals": listed, **fields}


def told_figure(
    n: int,
    quote: str,
    number: Bounds,
    fate: str = "killed",
    *,
    whose: str = "unknown",
    events: Sequence[int] = (1,),
) -> dict[str, Any]:
    """Return a figure as a model tells it, one of the killed of the first event unless told otherwise."""
    return {"n": n, "quote": quote, "fate": fate, **_bounds(number), "whose": whose, "events": list(events)}


def reply(
    events: Sequence[dict[str, Any]],
    figures: Sequence[dict[str, Any]] = (),
    *links: Link,
    about: Sequence[int] = (),
    doubt: Sequence[int] = (),
    sources: dict[str, Sequence[int]] | None = None,
    passing: Sequence[int] = (),
) -> dict[str, Any]:
    """Return a whole reply to the question of the full reading."""
    listed = _listed(figures, links, about, doubt, sources or {})
    return {"events": list(events), "passing": list(passing), **listed}


def settlement(
    *answers: str,
    figures: Sequence[dict[str, Any]] = (),
    links: Sequence[Link] = (),
    totals: dict[int, dict[str, Bounds]] | None = None,
    about: Sequence[int] = (),
    doubt: Sequence[int] = (),
) -> dict[str, Any]:
    """Return the answers to the disputes 1, 2, … in their order, with what they mend."""
    return {
        "answers": [{"dispute": number, "answer": each} for number, each in enumerate(answers, start=1)],
        "totals": [
            {"event": event, "totals": [{"fate": fate, **_bounds(each)} for fate, each in told.items()]}
            for event, told in (totals or {}).items()
        ],
        **_listed(figures, links, about, doubt, {}),
    }


def read(text: str, *replies: Reply, **options: Any) -> Extraction:
    """Return the full reading of a text by a model that replies so; a question too many fails the test."""
    return read_by(Scripted(*replies), text, **options)


def read_by(model: Scripted, text: str, **options: Any) -> Extraction:
    """Return the full reading of a text by a model whose questions the test looks at."""
    return extract(text, model=model, reading="full", **{"published": PUBLISHED, **options})


def figure(
    quote: str, number: Bounds, fate: str = "killed", *, n: int = 1, about: bool = False, **more: Any
) -> ToldFigure:
    """Return one figure of a reply with all that the reply says of it."""
    given: dict[str, Any] = told_figure(n, quote, number, fate)
    links = tuple(FigureLink(how, of) for how, of in more.pop("links", ()))
    return ToldFigure(**given, about=about, links=links, **more)


def numbers(quantity: Quantity | None) -> tuple[int | None, int | None, int | None] | None:
    """Return value, low and high of a figure, None where there is none."""
    return None if quantity is None else (quantity.value, quantity.low, quantity.high)


def roles(event: Event) -> list[tuple[str, str, int | None]]:
    """Return the words of each casualty of an event, its role, and which casualty it belongs to."""
    return [(each.evidence[0].quote, each.role, each.of) for each in event.casualties]


def only(extraction: Extraction) -> Event:
    """Return the event of an extraction that has one."""
    (event,) = extraction.events
    return event


def casualty(extraction: Extraction) -> Casualty:
    """Return the casualty of an extraction that has one."""
    (each,) = only(extraction).casualties
    return each


def found(extraction: Extraction, *codes: str) -> list[tuple[str, str]]:
    """Return path and message of the findings of these codes."""
    return [(each.path, each.message) for each in extraction.findings if each.code in codes]


def codes(extraction: Extraction, *among: str) -> list[str]:
    """Return which of these codes there are findings of, one for each finding, in order."""
    return [each.code for each in extraction.findings if each.code in among]


def _listed(
    figures: Sequence[dict[str, Any]],
    links: Sequence[Link],
    about: Sequence[int],
    doubt: Sequence[int],
    sources: dict[str, Sequence[int]],
) -> dict[str, Any]:
    return {
        "figures": list(figures),
        "about": list(about),
        "doubt": list(doubt),
        "links": [{"how": how, "n": list(n), "of": of} for how, n, of in links],
        "sources": [{"by": by, "n": list(n)} for by, n in sources.items()],
    }


def _bounds(number: Bounds) -> dict[str, int | None]:
    least, most = number if isinstance(number, tuple) else (number, number)
    return {"least": least, "most": most}
