"""The gazetteers there are to ask: the user's own, then the installed one."""

from __future__ import annotations

from pathlib import Path

from eventx.places.gazetteer import Gazetteer


def read_csv(path: str | Path) -> Gazetteer:
    """Return the user's places in a CSV file `name,admin1,country,lat,lon,id`; see `eventx.places.own`.

    Raises InputError with the number of the line that is wrong.
    """
    from eventx.places import own

    return own.read_csv(path)


def given(gazetteer: str | Path | Gazetteer | None) -> Gazetteer | None:
    """Return the gazetteer a caller gives, a CSV file read; raises as `read_csv` does."""
    return read_csv(gazetteer) if isinstance(gazetteer, str | Path) else gazetteer


def default() -> Gazetteer | None:
    """Return the gazetteer of the extra `geo`, None where it is not installed; see `eventx.places.index`.

    The first call on a machine builds an index, which takes half a minute. Raises EventxError when the cache
    cannot be written.
    """
    from eventx.places import index

    return index.default()


def gazetteers(own: Gazetteer | None = None) -> tuple[Gazetteer, ...]:
    """Return those to ask, in this order: the user's own, the installed one; empty when there is neither."""
    return tuple(each for each in (own, default()) if each is not None)
