"""Named codebook rules that put a number to a vague word. Nothing applies them unless it is asked to.

`acled` is the rule of the Armed Conflict Location & Event Data codebook for numbers that a report leaves
vague: tens are 10, dozens 12, hundreds 100; several, many, few and their like are 3 or 10 as the coder
sees the context, of which words alone say nothing, so the lower is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eventx.checks.figures import OUTCOMES
from eventx.errors import InputError
from eventx.resolve.figures import added
from eventx.schema import Casualty, Event, Extraction, Finding, Outcome, Quantity

_SOME = ("several", "many", "few", "handful", "some", "multiple", "numerous")
_ACLED: dict[str, int] = {"hundreds": 100, "dozens": 12, "tens": 10, **dict.fromkeys(_SOME, 3)}
RULES: Mapping[str, Mapping[str, int]] = {"acled": _ACLED}


def check(rule: str) -> None:
    """Raise InputError for a rule that does not exist."""
    if rule not in RULES:
        raise InputError(f"there is no rule {rule!r} for vague words; there is {', '.join(RULES)}")


def number(words: str, rule: str) -> int | None:
    """Return the number that a rule puts to vague words ("dozens of fighters": 12), None when it has none.

    Raises InputError for a rule that does not exist.
    """
    check(rule)
    said = set(re.findall(r"\w+", words.lower()))
    return next((value for word, value in RULES[rule].items() if word in said), None)


def estimated(extraction: Extraction, rule: str) -> Extraction:
    """Return the extraction with the numbers a rule puts to its vague words, one info finding for each.

    Such a count keeps its words and its lower bound, is approximate, and says in `inferred` where its
    number comes from. An event's figure is added up anew where all its parts have a number then.
    """
    events = tuple(_estimated(event, rule) for event in extraction.events)
    findings = tuple(
        found for index, event in enumerate(events) for found in _findings(index, event, rule, extraction)
    )
    return extraction.model_copy(update={"events": events, "findings": (*extraction.findings, *findings)})


def _estimated(event: Event, rule: str) -> Event:
    casualties = tuple(_put(each, rule) for each in event.casualties)
    figures: dict[str, Any] = {
        outcome: _figure(getattr(event, outcome), casualties, outcome) for outcome in OUTCOMES
    }
    return event.model_copy(update={"casualties": casualties, **figures})


def _put(casualty: Casualty, rule: str) -> Casualty:
    count = casualty.count
    value = number(count.text, rule) if count.value is None and count.high is None else None
    if value is None:
        return casualty
    count = count.model_copy(update={"value": value, "approximate": True})
    how = f"{value}, as the {rule} rule codes “{count.text}”"
    return casualty.model_copy(update={"count": count, "inferred": how})


def _figure(figure: Quantity | None, casualties: Sequence[Casualty], outcome: Outcome) -> Quantity | None:
    mine = [each for each in casualties if each.outcome == outcome]
    if figure is None or figure.value is not None or any(each.role == "account" for each in mine):
        return figure
    totals = [each.count for each in mine if each.role == "total"]
    return totals[0] if totals else added([each.count for each in mine if each.role == "part"])


def _findings(index: int, event: Event, rule: str, before: Extraction) -> Iterator[Finding]:
    for at, (new, old) in enumerate(zip(event.casualties, before.events[index].casualties, strict=True)):
        if new != old:
            yield Finding(
                code="vague-word-estimated",
                severity="info",
                path=f"events[{index}].casualties[{at}].count",
                message=f"“{new.count.text}” is no number; the {rule} rule makes it {new.count.value}",
            )
