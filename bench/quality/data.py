"""The rows to measure on: a text, and what a careful reader found in it.

Three kinds of file are read. JSONL with `truth` (labels for killed, captured and wounded, each with how the
text gives the number), JSONL with `gold` (a coder's minimum numbers only), and a folder of the project's
labelled seeds (`<id>.txt` beside `<id>.truth.json`).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from bench.quality.answer import OUTCOMES, Outcome, added
from bench.quality.answer import Figure as Number
from eventx.article import Article
from eventx.resolve.people import camp
from eventx.schema import Quantity
from eventx.truth import Truth, TruthCasualty, TruthEvent

How = Literal["none", "stated", "sum", "vague", "mixed", "coded"]


class Figure(BaseModel):
    """What the text says of one outcome, and how (`scoring.is_right`); "coded" is a coder's bare number."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    how: How
    value: int | None = None
    low: int | None = None
    high: int | None = None
    side: str | None = None
    words: tuple[str, ...] = ()


class Row(BaseModel):
    """A text and its truth. `published` is told to every arm.

    A figure that is not there, no provinces and null `days` are not scored; empty `days` say that the text
    does not settle the day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    source: str
    text: str
    published: date | None = None
    figures: dict[Outcome, Figure]
    provinces: tuple[str, ...] = ()
    days: tuple[date, ...] | None = None
    seed: Truth | None = None


def load(files: Sequence[Path], seeds: Path | None = None, *, seed: int = 0) -> list[Row]:
    """Return the rows in a random order that only `seed` decides; of an id that comes twice, the first.

    Raises OSError and ValueError for a file that cannot be read.
    """
    rows: dict[str, Row] = {}
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                row = _row(json.loads(line), file.stem)
                if row:
                    rows.setdefault(row.id, row)
    for row in _seeds(seeds):
        rows.setdefault(row.id, row)
    ordered = [rows[each] for each in sorted(rows)]
    random.Random(seed).shuffle(ordered)
    return ordered


def _row(read: dict[str, Any], source: str) -> Row | None:
    """Return the row of a JSON line; None for a coded one whose numbers do not stand in the text."""
    base = {"id": read["id"], "source": source, "text": read["text"]}
    if "truth" in read:
        truth = read["truth"]
        figures = {
            outcome: Figure.model_validate(truth[outcome]) for outcome in OUTCOMES if truth.get(outcome)
        }
        return Row(**base, figures=figures, provinces=tuple(truth.get("province") or ()), days=_days(truth))
    gold = read["gold"]
    if not (gold["killed_in_text"] and gold["captured_in_text"]):
        return None
    coded: dict[Outcome, int] = {"killed": gold["killed_min"], "captured": gold["captured_min"]}
    figures = {outcome: Figure(how="coded" if n else "none", value=n or None) for outcome, n in coded.items()}
    return Row(**base, figures=figures, provinces=tuple(gold["province"]), days=(gold["date"],))


def _seeds(folder: Path | None) -> Iterable[Row]:
    for path in sorted(folder.glob("*.truth.json")) if folder else ():
        truth = Truth.model_validate_json(path.read_text(encoding="utf-8"))
        text = next(each for each in folder.glob(f"{truth.id}.*") if each.suffix in (".txt", ".md"))  # type: ignore[union-attr]
        yield Row(
            id=truth.id,
            source="seeds",
            text=Article.from_file(text).text,
            published=truth.about.published,
            figures={outcome: _seed_figure(truth.events, outcome) for outcome in OUTCOMES},
            provinces=tuple(
                {event.where.admin1 for event in truth.events if event.where and event.where.admin1}
            ),
            days=tuple(each.start for each in truth.events[0].when) if len(truth.events) == 1 else None,
            seed=truth,
        )


def _days(truth: dict[str, Any]) -> tuple[date, ...] | None:
    if "date" not in truth:
        return None
    return (date.fromisoformat(truth["date"]),) if truth["date"] else ()


def _seed_figure(events: Sequence[TruthEvent], outcome: Outcome) -> Figure:
    """Return the figures of a seed's events as one, and whether the text states it or parts must be added."""
    stated: list[Quantity] = [each for event in events if (each := getattr(event, outcome))]
    if not stated:
        return Figure(how="none")
    figure = added(Number(value=each.value, low=each.low, high=each.high) for each in stated)
    mine = [each for event in events for each in event.casualties if each.outcome == outcome]
    parts = [each for each in mine if each.role == "part"]
    vague = [each for each in parts if each.count.value is None and each.count.high is None]
    how: How = "sum" if len(stated) > 1 or not any(_gives(each, stated[0]) for each in mine) else "stated"
    if figure.value is None and figure.high is None:
        how = "vague" if len(vague) == len(parts) else "mixed"
    return Figure(how=how, **figure.model_dump(), side=_seed_side(events, outcome), words=_words(mine))


def _gives(casualty: TruthCasualty, figure: Quantity) -> bool:
    count = casualty.count
    return (count.value, count.low, count.high) == (figure.value, figure.low, figure.high)


def _words(casualties: Sequence[TruthCasualty]) -> tuple[str, ...]:
    return tuple(each.quote for each in casualties)


def _seed_side(events: Sequence[TruthEvent], outcome: Outcome) -> str | None:
    """Return whose people they are in the labels' terms, null where a side's names do not say."""
    names = {"state": "security forces", "rebel": "insurgents", "civilian": "civilians"}
    found: set[str | None] = set()
    for event in events:
        for each in event.casualties:
            if each.outcome != outcome or each.role != "part":
                continue
            group = each.groups[0]
            if group == "civilians":
                found.add("civilians")
                continue
            actors = {"side_a": event.side_a, "side_b": event.side_b}.get(group, ())
            camps = {camp(name) for actor in actors if actor.role == "combatant" for name in actor.names}
            found |= {names.get(each or "") for each in camps - {None}} or {None}
    if None in found or not found:
        return None
    return found.pop() if len(found) == 1 else "several sides"
