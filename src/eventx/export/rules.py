"""What an export has to say: why an event is refused, and which rule of a codebook was applied to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.codes.deaths import Deaths, not_divided, tolls_over
from eventx.schema import Event, Finding, Toll

REFUSED = {
    "export-not-an-event": "It is told as planned, possible or denied: no event.",
    "export-no-acled-type": "ACLED has no such type of event.",
    "export-no-date": "The day is not known.",
    "export-no-country": "The country is not known.",
    "export-no-actor": "An actor that the codebook asks for is not named.",
    "export-too-wide": "The days span more than the codebook allows.",
    "export-two-years": "It crosses the end of a year, which a UCDP event never does.",
    "export-no-violence-type": "The two sides do not say which of UCDP's three types it is.",
    "export-no-death": "No estimate holds a death, and UCDP counts none without.",
    "export-estimates": "low <= best <= high does not hold.",
    "export-no-plover-event": "PLOVER has no event for it.",
}
"""The codes of what refuses an event, each with what is wrong; severity error."""

APPLIED = {
    "export-vague-number": "A vague word is given ACLED's number.",
    "export-lowest": "A bound, a range or sources that differ come down to the lowest number.",
    "export-casualties": "People who are killed or wounded, the text does not say which, are no deaths.",
    "export-days-split": "The deaths of several days are divided over them.",
    "export-mid-period": "The day is the middle of the period known.",
    "export-merged": "Two events of one day, place, type and pair of actors become one.",
    "export-unidentified": "Who attacked civilians is not named: an unidentified armed group.",
    "export-not-located": "The place was not located: no coordinates, no precision.",
    "export-judged": "The figures are as coders left them, not the machine's.",
    "export-toll-not-divided": "A toll over several events is not divided among them.",
    "export-deaths-left-out": "One-sided violence counts civilians alone.",
}
"""The codes of what was done to an event so that it fits, each with the rule; severity info."""


def refused(code: str, path: str, message: str) -> Finding:
    """Return the finding that an event is refused; raises KeyError for a code that is not listed."""
    REFUSED[code]
    return Finding(code=code, severity="error", path=path, message=message)


def applied(code: str, path: str, message: str) -> Finding:
    """Return the finding that a rule was applied; raises KeyError for a code that is not listed."""
    APPLIED[code]
    return Finding(code=code, severity="info", path=path, message=message)


def no_event(path: str, event: Event) -> Finding | None:
    """Return the refusal of an event that did not happen, None for one that did."""
    context = next((each for each in event.context if each != "historical"), None)
    if context is None:
        return None
    return refused("export-not-an-event", path, f"it is told as {context}, so it is no event")


def no_date(path: str, event: Event) -> Finding | None:
    """Return the refusal of an event without a day, None for one that has one."""
    when = event.when
    if when is not None and when.start is not None:
        return None
    why = f"“{when.text}” is no date" if when is not None else "the text names no time"
    reason = f" ({when.reason})" if when is not None and when.reason else ""
    return refused("export-no-date", f"{path}.when", f"there is no date: {why}{reason}")


def no_country(path: str, event: Event) -> Finding | None:
    """Return the refusal of an event in no known country, None for one whose country is known."""
    where = event.where
    if where is not None and where.iso3 is not None:
        return None
    if where is None:
        why = "the text names no place"
    elif where.country is None:
        why = f"nothing says where “{where.text}” is"
    else:
        why = f"“{where.country}” is no country of ISO 3166"
    return refused("export-no-country", f"{path}.where", f"the country is not known: {why}")


def not_located(path: str, event: Event) -> Iterator[Finding]:
    """Yield the finding that the coordinates are left empty, where they are."""
    where = event.where
    if where is not None and where.precision == "unresolved":
        reason = f" ({where.reason})" if where.reason else ""
        message = f"“{where.text}” was not located{reason}; its coordinates and precision are left empty"
        yield applied("export-not-located", f"{path}.where", message)


def undivided(path: str, event: Event, tolls: Sequence[Toll], *, what: str = "") -> Iterator[Finding]:
    """Yield the finding on each toll of the dead over the event and others; `what` is written of it."""
    for toll in tolls_over(event, tolls):
        message = not_divided(toll) + (f": {what}" if what else "")
        yield applied("export-toll-not-divided", f"{path}.killed", message)


def summed(deaths: Deaths) -> str:
    """Return the deaths as a sum a coder can check: "19 + 7 + 0 + 0 = 26"."""
    return f"{' + '.join(map(str, deaths))} = {deaths.total}"
