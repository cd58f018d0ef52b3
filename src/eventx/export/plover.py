"""PLOVER: a record an event, one a line of JSON; its context says what is no new and real event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from eventx.codes import plover
from eventx.export.rules import no_date, refused
from eventx.export.visible import escaped
from eventx.schema import Actor, Event, Extraction, Finding


def rows(extraction: Extraction, *, article: str = "") -> Iterator[dict[str, Any] | Finding]:
    """Yield a record an event. PLOVER asks for a date and an event; what has none is refused."""
    for index, event in enumerate(extraction.events):
        path = f"events[{index}]"
        verb, mode, context = plover.codes(event)
        if verb.value is None:
            yield refused("export-no-plover-event", f"{path}.sub_event_type", verb.reason)
        elif refusal := no_date(path, event):
            yield refusal
        else:
            yield {
                "id": f"{article} {event.id}".strip(),
                "date": str(event.when.start) if event.when else None,
                "date_end": str(event.when.end or event.when.start) if event.when else None,
                "actor": _actors(event.side_a),
                "recipient": _actors(event.side_b),
                "event": [verb.value],
                "mode": [mode.value] if mode.value else [],
                "context": list(event.context),
                "location": _location(event),
                "text": event.summary,
                "source": extraction.article.source,
                "url": extraction.article.url,
                "reasons": {code.field: code.reason for code in (verb, mode, context)},
            }


def write(rows: Iterable[dict[str, Any] | Finding]) -> Iterator[str | Finding]:
    """Yield a line a record."""
    for row in rows:
        yield row if isinstance(row, Finding) else escaped(json.dumps(row, ensure_ascii=False)) + "\n"


def _actors(side: tuple[Actor, ...]) -> list[dict[str, str | None]]:
    return [{"name": actor.name, "kind": actor.kind, "role": actor.role} for actor in side]


def _location(event: Event) -> dict[str, Any] | None:
    if event.where is None:
        return None
    return event.where.model_dump(
        include={"text", "admin1", "country", "iso3", "latitude", "longitude", "precision"}
    )
