"""The events' places on the map: what the article calls them, looked up in the gazetteers."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import places
from eventx.resolve.where import called
from eventx.schema import Event, Place


def located(text: str, events: Sequence[Event], gazetteers: Sequence[places.Gazetteer]) -> tuple[Event, ...]:
    """Return the events with their places as the gazetteers know them."""
    countries = frozenset(iso3 for _, iso3, _ in places.countries_in(text))
    return tuple(
        event.model_copy(
            update={
                "where": _borne_out(
                    places.locate(
                        event.where, gazetteers, called=called(text, event.where), countries=countries
                    )
                )
            }
        )
        if event.where
        else event
        for event in events
    )


def _borne_out(place: Place) -> Place:
    """Return the place, without a country that only a model understood and no gazetteer has it in."""
    if not place.understood or (place.gazetteer_id is not None and place.precision != "country"):
        return place
    return Place(text=place.text, admin1=place.admin1, reason=place.reason, evidence=place.evidence)
