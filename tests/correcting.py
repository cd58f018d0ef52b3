"""Corrections of the two events of `changing`, and lines of a run that holds them."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from building import DAY, evidence
from changing import CLASH, MINE, TEXT, changed, extraction
from eventx.corrections import Corrections, Judgement, Kept
from eventx.judging import judge
from eventx.schema import Event, Extraction

SHA = hashlib.sha256(TEXT.encode()).hexdigest()
MACHINE = extraction(CLASH, MINE)
# Days are right only where the day of publication is known.
MACHINE = changed(MACHINE, article=changed(MACHINE.article, published=DAY))


def item(action: str, event: str | None = "e1", casualty: int | None = None, **said: Any) -> dict[str, Any]:
    """Return one correction as a page writes it."""
    return {
        "article": "x",
        "sha256": SHA,
        "action": action,
        "event": event,
        "casualty": casualty,
        **said,
    }


def number(value: int | None, low: int | None = None, high: int | None = None, **more: Any) -> dict[str, Any]:
    """Return a number as a page writes it; with a value alone it is exact."""
    if low is high is None and not more:
        low = high = value
    return {"value": value, "low": low, "high": high, **more}


def quoted(words: str) -> dict[str, Any]:
    return evidence(TEXT, words).model_dump()


def file(*items: dict[str, Any], who: str | None = "Ada", when: str = "2024-05-18T09:00:00Z") -> Corrections:
    return Corrections.model_validate({"version": "1", "who": who, "when": when, "corrections": items})


def kept(*files: Corrections) -> list[Kept]:
    return [
        Kept(**dict(each), who=given.who, when=given.when) for given in files for each in given.corrections
    ]


def judged(*items: dict[str, Any], machine: Extraction = MACHINE) -> Judgement:
    return judge(machine, kept(file(*items)))


def run_line(case: str | None = "x", made: Extraction | None = MACHINE, **more: Any) -> bytes:
    record = {
        "id": case,
        "status": "done" if made else "failed",
        "extraction": made and made.model_dump(mode="json"),
        "error": None,
        **more,
    }
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def told(event: Event) -> list[str]:
    """Return the figures of an event in short: "killed 8 side_a part “Eight soldiers”"."""
    return [
        f"{each.outcome} {each.count.value} {each.group} {each.role} “{each.evidence[0].quote}”"
        for each in event.casualties
    ]
