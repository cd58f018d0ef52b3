"""The events' places on the map: what the article calls them, looked up in the gazetteers."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import places
from eventx.resolve.where import called
from eventx.schema import Event


def located(text: str, events: Sequence[Event], gazetteers: Sequence[places.Gazetteer]) -> tuple[Event, ...]:
    """Return the events with their places as the gazetteers know them."""
    countries = frozenset(iso3 for _, iso3, _ in places.countries_in(text))
    return tuple(
        event.model_copy(
            update={
                "where": places.locate(
                    event.where, gazetteers, called=called(text, event.where), countries=countries
                )
            }
        )
        if event.where
        else event
        for event in events
    )
