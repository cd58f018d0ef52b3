"""How much of each seed's truth an extraction has, as one row: the table of the README."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from eventx.schema import Extraction
from eventx.score.matching import counted, matches
from eventx.truth import Truth

_HEAD = [
    *("seed", "right", "in truth", "reported", "precision", "recall", "events", "missed", "invented"),
    *("place", "date", "sides", "type", "sub-type", "killed"),
]


class Score(BaseModel):
    """How many things an extraction has right. Casualties are statements, repeats left out.

    `places` to `killed` count events of the truth; a missed event has none of them right.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    casualties_right: int
    casualties_in_truth: int
    casualties_reported: int
    events_right: int
    events_missed: int
    events_invented: int
    places: int
    dates: int
    sides: int
    types: int
    subtypes: int
    killed: int

    @property
    def precision(self) -> float | None:
        """Casualties right of those reported, null when none is reported."""
        return self.casualties_right / self.casualties_reported if self.casualties_reported else None

    @property
    def recall(self) -> float | None:
        """Casualties right of those in the truth, null when it has none."""
        return self.casualties_right / self.casualties_in_truth if self.casualties_in_truth else None


def score(extraction: Extraction, truth: Truth) -> Score:
    """Return how much of `truth` the extraction has, and what it has that the truth has not.

    Events are paired so that they agree most. A casualty is right when outcome, number (value, bounds,
    approximate) and group are. The sides may be swapped: their order means nothing. Without a
    publication day the right date is none.
    """
    dated = extraction.article.published is not None
    paired = [each.agreement for each in matches(truth.events, extraction.events, dated=dated)]
    return Score(
        casualties_right=sum(pair.casualties for pair in paired),
        casualties_in_truth=sum(len(counted(event.casualties)) for event in truth.events),
        casualties_reported=sum(len(counted(event.casualties)) for event in extraction.events),
        events_right=len(paired),
        events_missed=len(truth.events) - len(paired),
        events_invented=len(extraction.events) - len(paired),
        places=sum(pair.place for pair in paired),
        dates=sum(pair.dates for pair in paired),
        sides=sum(pair.sides for pair in paired),
        types=sum(pair.type for pair in paired),
        subtypes=sum(pair.subtype for pair in paired),
        killed=sum(pair.killed for pair in paired),
    )


def table(scores: Mapping[str, Score]) -> str:
    """Return the scores as an aligned Markdown table, a row per name in the order given and a total."""
    sums = {name: sum(getattr(one, name) for one in scores.values()) for name in Score.model_fields}
    rows = [_HEAD, *(_row(name, one) for name, one in {**scores, "total": Score(**sums)}.items())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "".join(
        "| " + " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) + " |\n"
        for row in (rows[0], rule, *rows[1:])
    )


def _row(name: str, one: Score) -> list[str]:
    shares = ["–" if share is None else f"{share:.2f}" for share in (one.precision, one.recall)]
    counts = [one.casualties_right, one.casualties_in_truth, one.casualties_reported]
    events = [one.events_right, one.events_missed, one.events_invented]
    fields = [one.places, one.dates, one.sides, one.types, one.subtypes, one.killed]
    return [name, *map(str, counts), *shares, *map(str, events), *map(str, fields)]
