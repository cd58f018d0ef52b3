"""What ACLED and UCDP call a country: its numbers and its region.

ISO 3166-1 numbers; the regions of ACLED's list of countries; Gleditsch and Ward's numbers of independent
states (their list for 2017, without microstates), which UCDP uses; and UCDP's five regions, which follow from
those numbers. What a list does not have is None.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    """The facts of one country, None where a list has none for it."""

    iso: int | None
    acled_region: str | None
    gwno: int | None
    ucdp_region: str | None


_UNKNOWN = Country(None, None, None, None)


def facts(iso3: str | None) -> Country:
    """Return what is known of the country with this ISO 3166-1 alpha-3 code, nothing for any other."""
    return _all().get(iso3 or "", _UNKNOWN)


@cache
def _all() -> dict[str, Country]:
    rows = (files("eventx") / "countries.csv").read_text(encoding="utf-8").splitlines()
    return {
        row["iso3"]: Country(
            _number(row["iso_numeric"]),
            row["acled_region"] or None,
            _number(row["gwno"]),
            row["ucdp_region"] or None,
        )
        for row in csv.DictReader(rows)
        if row["iso3"]
    }


def _number(text: str) -> int | None:
    return int(text) if text else None
