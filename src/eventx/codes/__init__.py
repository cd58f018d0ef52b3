"""Codes: what an event is in the terms of ACLED, UCDP and PLOVER, each with its reason.

    acled       ACLED's types, precisions and interaction
    ucdp        UCDP GED's type of violence, precisions and clarity
    plover      PLOVER's event, mode and context
    deaths      how many died on each side, from the counts of an event
    countries   numbers and regions of a country

Everything follows from the event and the tolls over it. What cannot be known is None, and its reason says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eventx.schema import Event, Toll

__all__ = ["Code", "of"]


class Code(NamedTuple):
    """One code: the scheme and field it belongs to, its value, and why it has that value, in one sentence.

    A value of None is not known; an empty string is a field that the scheme leaves blank on purpose.
    """

    scheme: str
    field: str
    value: str | int | None
    reason: str


def of(event: Event, *, tolls: Sequence[Toll] = ()) -> tuple[Code, ...]:
    """Return the codes of an event: ACLED's, UCDP's, then PLOVER's, always the same fields.

    `tolls` are those of its extraction: what one of them leaves open is said where it bears on a code.
    """
    from eventx.codes import acled, plover, ucdp

    event = acled.in_terms(event)
    return (*acled.codes(event, tolls=tolls), *ucdp.codes(event), *plover.codes(event))
