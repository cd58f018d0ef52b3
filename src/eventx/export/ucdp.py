"""UCDP GED: the 49 columns of its event files (UCDP GED codebook)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from eventx import places
from eventx.codes import acled, countries, ucdp
from eventx.codes.deaths import Deaths, combatants, has_own_figure
from eventx.codes.ucdp import ONE_SIDED, STATE_BASED, Estimates
from eventx.export import cells
from eventx.export.cells import Row, joined
from eventx.export.rules import (
    applied,
    no_country,
    no_date,
    no_event,
    not_located,
    refused,
    summed,
    undivided,
)
from eventx.schema import Actor, Event, Extraction, Finding, Place, When

COLUMNS = (
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
)


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Row | Finding]:
    """Yield a row an event, and findings. In every row the deaths add up to best, and low <= best <= high.

    The ids, code_status, active_year, source_headline and priogrid_gid are UCDP's to give, and empty.
    """
    for index, event in enumerate(extraction.events):
        yield from _of_event(extraction, f"events[{index}]", event)


def write(rows: Iterable[Row | Finding]) -> Iterator[str | Finding]:
    """Yield the CSV file line by line."""
    return cells.written(rows, COLUMNS)


def _of_event(extraction: Extraction, path: str, event: Event) -> Iterator[Row | Finding]:
    event = acled.in_terms(event)
    violence, swapped = ucdp.violence(event)
    estimates = ucdp.estimates(event, tolls=extraction.tolls)
    told = _told(estimates, violence.value, swapped)
    refusal = (
        no_event(path, event)
        or no_date(path, event)
        or no_country(path, event)
        or _misfit(path, event, violence, told)
    )
    if refusal is not None:
        yield refusal
        return
    yield from not_located(path, event)
    bounds = "" if has_own_figure(event) else f"low {told.low}, best {told.best}, high {told.high}"
    yield from undivided(path, event, extraction.tolls, what=bounds)
    left_out = estimates.best - told.best
    if left_out:
        message = f"{left_out} of the attacker's own dead are left out: one-sided violence counts civilians"
        yield applied("export-deaths-left-out", f"{path}.killed", message)
    first, second = (event.side_b, event.side_a) if swapped else (event.side_a, event.side_b)
    side_a = _named(first)
    side_b = "Civilians" if violence.value == ONE_SIDED else _named(second)
    dyad = f"{side_a} - {side_b}"
    is_state = violence.value == STATE_BASED
    yield {
        **dict.fromkeys(COLUMNS),
        "type_of_violence": violence.value,
        "conflict_name": dyad,
        "dyad_name": dyad,
        "side_a": side_a,
        "side_b": side_b,
        **_source(extraction, event),
        **_where(event.where),
        **_when(event.when),
        "deaths_a": told.deaths.side_a,
        "deaths_b": told.deaths.side_b,
        "deaths_civilians": told.deaths.civilians,
        "deaths_unknown": told.deaths.unknown,
        "best": told.best,
        "high": told.high,
        "low": told.low,
        "gwnoa": _gwno(first) if is_state else None,
        "gwnob": _gwno(second) if is_state else None,
    }


def _told(all_dead: Estimates, violence: object, swapped: bool) -> Estimates:
    """Return the estimates as the row has them: of civilians alone where they are the target."""
    side_a, side_b, civilians, unknown = all_dead.deaths
    if violence == ONE_SIDED:
        own = side_a + side_b
        counted = Deaths(0, 0, civilians, unknown)
        return Estimates(max(0, all_dead.low - own), counted.total, max(0, all_dead.high - own), counted)
    if swapped:
        return all_dead._replace(deaths=Deaths(side_b, side_a, civilians, unknown))
    return all_dead


def _misfit(path: str, event: Event, violence: Any, told: Estimates) -> Finding | None:
    """Return the refusal of an event that UCDP's definition of an event has no room for."""
    when = event.when
    if violence.value is None:
        return refused("export-no-violence-type", path, violence.reason)
    if when is not None and when.start is not None and (when.end or when.start).year != when.start.year:
        message = f"{when.start} to {when.end} crosses the end of a year, which no UCDP event does"
        return refused("export-two-years", f"{path}.when", message)
    if ucdp.date_prec(when).value is None:
        return refused("export-too-wide", f"{path}.when", ucdp.date_prec(when).reason)
    if told.best == told.high == 0:
        return refused(
            "export-no-death", f"{path}.killed", "no estimate holds a death, and UCDP asks for one"
        )
    if not told.are_in_order:
        message = (
            f"low {told.low} <= best {told.best} <= high {told.high} does not hold: "
            f"the sides' deaths come to {summed(told.deaths)}"
        )
        return refused("export-estimates", f"{path}.killed", message)
    return None


def _source(extraction: Extraction, event: Event) -> Row:
    article = extraction.article
    day = article.published.isoformat() if article.published else None
    return {
        "number_of_sources": 1,
        "source_article": article.url or (joined((article.source, day)) if article.source else None),
        "source_office": article.source,
        "source_date": article.published,
        "source_original": joined(event.sources),
    }


def _where(where: Place | None) -> Row:
    if where is None:
        return {}
    country = countries.facts(where.iso3)
    stands_for = {"admin2": where.admin2, "admin1": where.admin1, "country": where.country}
    located = where.latitude is not None and where.longitude is not None
    return {
        "where_prec": ucdp.where_prec(where).value,
        "where_coordinates": stands_for.get(where.precision, where.text if located else None),
        "where_description": where.text,
        "adm_1": where.admin1,
        "adm_2": where.admin2,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "geom_wkt": f"POINT ({where.longitude} {where.latitude})" if located else None,
        "country": where.country,
        "country_id": country.gwno,
        "region": country.ucdp_region,
    }


def _when(when: When | None) -> Row:
    if when is None or when.start is None:
        return {}
    return {
        "year": when.start.year,
        "date_start": when.start,
        "date_end": when.end or when.start,
        "date_prec": ucdp.date_prec(when).value,
        "event_clarity": ucdp.event_clarity(when).value,
    }


def _named(side: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in combatants(side))


def _gwno(side: Sequence[Actor]) -> int | None:
    """Return the number of the state that a side's first combatant names, None where it names none or two."""
    fighting = combatants(side)
    return _state_named(fighting[0].name) if fighting else None


@lru_cache(maxsize=1024)
def _state_named(name: str) -> int | None:
    named = {iso3 for _, iso3, _ in places.countries_in(name)}
    return countries.facts(named.pop()).gwno if len(named) == 1 else None
