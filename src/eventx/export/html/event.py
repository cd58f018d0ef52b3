"""One event: what it is, where, when, between whom, and who was harmed."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.export.html.beside import Beside
from eventx.export.html.casualties import outcome, quoted
from eventx.export.html.names import outcomes
from eventx.export.html.safe import text
from eventx.export.said import PASSING, days, spot
from eventx.export.visible import one_line
from eventx.schema import Actor, Event, Place, When


def to_section(number: int, event: Event, *, article: str, beside: Beside) -> str:
    """Return an event for the page."""
    name = f"e{number}"
    kind = "" if event.event_type == event.sub_event_type else f" <small>{text(event.event_type)}</small>"
    context = "".join(f'<li class="context">{text(each)}</li>' for each in event.context)
    if event.passing:
        context += f'<li class="context passing">{PASSING}</li>'
    harmed = "".join(outcome(number, event, each, article, beside) for each in outcomes(event))
    return (
        f'<section class="event" id="{article}{name}" data-event="{text(event.id)}">'
        f"<h3>{text(event.sub_event_type)}{kind}</h3>"
        f"{f'<ul class=contexts>{context}</ul>' if context else ''}{beside.get(name, '')}"
        f"{harmed or '<p class=none>No casualties stated.</p>'}"
        f'<dl class="facts">{"".join(_facts(name, event, article, beside))}</dl></section>'
    )


def asked_for(event: Event, codes: str) -> str:
    """Return the attributes that filters ask for; `codes` are the codes of the findings on the event."""
    when = event.when
    asked = {
        "outcomes": " ".join(outcomes(event)),
        "place": spot(event.where) if event.where else "",
        "sides": " | ".join(sides(event)),
        "codes": codes,
        "from": when.start if when and when.start else "",
        "to": (when.end or when.start) if when and when.start else "",
    }
    return "".join(f' data-{key}="{text(value)}"' for key, value in asked.items() if value)


def sides(event: Event) -> list[str]:
    """Return the names of all actors of an event."""
    return [actor.name for actor in (*event.side_a, *event.side_b)]


def _facts(name: str, event: Event, article: str, beside: Beside) -> Iterator[str]:
    where, when = event.where, event.when
    yield _fact("Where", f"{name}p", spot(where), where, article, beside)
    if where and where.candidates:
        yield f'<dd class="why">could be: {text("; ".join(where.candidates))}</dd>'
    yield _fact("When", f"{name}w", days(when), when, article, beside)
    for title, letter, actors in (("Side A", "a", event.side_a), ("Side B", "b", event.side_b)):
        if actors:
            yield f"<dt>{title}</dt>"
        for index, actor in enumerate(actors):
            yield _actor(f"{name}{letter}{index}", actor, article, beside)
    if event.type_reason:
        yield f"<dt>Type</dt><dd>{text(event.type_reason)}</dd>"
    for title, values in (("Weapons", event.weapons), ("Sources", event.sources)):
        if values:
            yield f"<dt>{title}</dt><dd>{text(', '.join(values))}</dd>"


def _fact(title: str, name: str, said: str, stated: Place | When | None, article: str, beside: Beside) -> str:
    words = f' <span class="said">{quoted(stated.evidence, article)}</span>' if stated else ""
    # Of what has no date the reason is said already.
    known = stated.reason if stated and stated.reason and one_line(stated.reason) not in said else None
    why = f'<p class="why">{text(known)}</p>' if known else ""
    return (
        f'<dt>{title}</dt><dd id="{article}{name}" data-f="{name}">{text(said)}{words}{why}'
        f"{beside.get(name, '')}</dd>"
    )


def _actor(name: str, actor: Actor, article: str, beside: Beside) -> str:
    role = " · supports them" if actor.role == "supporter" else ""
    kind = f" <small>{text(actor.kind or 'kind not known')}{role}</small>"
    why = f'<p class="why">{text(actor.reason)}</p>' if actor.reason else ""
    words = f' <span class="said">{quoted(actor.evidence, article)}</span>' if actor.evidence else ""
    return (
        f'<dd id="{article}{name}" data-f="{name}"><b>{text(actor.name)}</b>{kind}{words}{why}'
        f"{beside.get(name, '')}</dd>"
    )
