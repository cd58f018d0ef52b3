"""Which extractions to look at first, and how many are wrong by a coder's own count."""

from __future__ import annotations

import csv
import heapq
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from eventx.codes.deaths import has_own_figure
from eventx.errors import InputError
from eventx.export.cells import cell
from eventx.export.events import OUTCOMES
from eventx.export.said import over
from eventx.schema import Extraction, Quantity

RIGHT, WRONG = "right", "wrong"
# What a finding adds to the risk of an article, and each figure that is less than plainly stated.
_OF_SEVERITY = {"error": 10, "warning": 3, "info": 0}
_REPAIR = 2
_UNSURE = 1
# The normal deviate of a 95 % interval.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Risk:
    """How much speaks against an extraction, and what: more is worse, 0 is nothing."""

    id: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of articles that are wrong, and the 95 % interval it lies in."""

    wrong: int
    checked: int

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (1927), which holds for few articles and for none wrong too."""
        n, share = self.checked, self.wrong / self.checked
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        share = self.wrong / self.checked
        return (
            f"{self.wrong} of {self.checked} checked are wrong: {share:.1%}, "
            f"95 % interval {low:.1%} to {high:.1%}"
        )


def risk(id: str, extraction: Extraction) -> Risk:
    """Return how much speaks against an extraction: findings, questions put again, unsure figures."""
    codes = [each.code for each in extraction.findings if _OF_SEVERITY[each.severity]]
    score = sum(_OF_SEVERITY[each.severity] for each in extraction.findings)
    again = max(0, extraction.provenance.attempts - _usual(extraction))
    casualties = [each for event in extraction.events for each in event.casualties]
    casualties += [toll.casualty for toll in extraction.tolls]
    vague = sum(_is_vague(each.count) for each in casualties)
    inferred = sum(each.inferred is not None for each in casualties)
    alone = sum(each.vouched_by == ("model",) for each in casualties)  # no rule reads the words so
    reasons = [*dict.fromkeys(codes)]
    unsure = ((vague, "vague"), (inferred, "inferred"), (alone, "model alone"))
    for count, what in ((again, "more questions"), *unsure):
        if count:
            reasons.append(f"{what} {count}")
    return Risk(id, score + _REPAIR * again + _UNSURE * (vague + inferred + alone), tuple(reasons))


def riskiest(found: Iterable[tuple[str, Extraction]], number: int) -> list[Risk]:
    """Return the riskiest, worst first; of the same risk in the order of the ids. Keeps only as many."""
    return heapq.nsmallest(
        number, (risk(id, each) for id, each in found), key=lambda each: (-each.score, each.id)
    )


def sample(found: Iterable[tuple[str, Extraction]], size: int, *, seed: int) -> list[tuple[str, Extraction]]:
    """Return a random sample, each article as likely as any other, in the order of the ids.

    The same seed draws the same articles of the same output, in whatever order its lines stand.
    """
    drawn: list[tuple[float, str, Extraction]] = []
    for id, extraction in found:
        # A number of its own for each id: the smallest are the sample, and no more than these are kept.
        place = -random.Random(f"{seed}:{id}").random()
        if len(drawn) < size:
            heapq.heappush(drawn, (place, id, extraction))
        elif place > drawn[0][0]:
            heapq.heapreplace(drawn, (place, id, extraction))
    return sorted(((id, each) for _, id, each in drawn), key=lambda pair: pair[0])


def sheet(drawn: Iterable[tuple[str, Extraction]]) -> Iterator[list[str]]:
    """Yield the rows of a table for a coder: id, verdict (empty), note (empty), what was found, the text.

    A spreadsheet runs none of its cells.
    """
    yield ["id", "verdict", "note", "events", "article"]
    for id, extraction in drawn:
        text = extraction.article.text.replace("\r\n", "\n")
        yield [str(cell(each)) for each in (id, "", "", _told(extraction), text)]


def verdicts(path: str | Path) -> Rate:
    """Return the error rate by the verdicts in a table that `sheet` made and a coder filled in.

    Rows without a verdict do not count. Raises InputError when there are none, for a word that is no verdict,
    and for an id given twice.
    """
    counts = {RIGHT: 0, WRONG: 0}
    seen: set[str] = set()
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"id", "verdict"} <= set(rows.fieldnames or ()):
                raise InputError(f"{path}: has no columns id and verdict; take the table of --sample")
            for row in rows:
                verdict = (row["verdict"] or "").strip().lower()
                if not verdict:
                    continue
                if verdict not in counts:
                    raise InputError(f"{path}: {row['id']}: {verdict!r} is no verdict; write right or wrong")
                if row["id"] in seen:
                    raise InputError(f"{path}: {row['id']} stands twice; keep one row of it")
                seen.add(row["id"])
                counts[verdict] += 1
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: is no table in UTF-8 ({error}); save it as CSV, UTF-8") from error
    if not seen:
        raise InputError(f"{path}: has no verdicts; write right or wrong in the column verdict")
    return Rate(counts[WRONG], len(seen))


def _usual(extraction: Extraction) -> int:
    """Return how many questions are put when nothing goes wrong: one, and one about counts of each event."""
    return 1 + len(extraction.events)


def _is_vague(count: Quantity) -> bool:
    return count.approximate or count.value is None


def _told(extraction: Extraction) -> str:
    said = []
    for event in extraction.events:
        found = [(name, getattr(event, name)) for name in OUTCOMES]
        # Of a toll over several events none has a number of its own: it stands once, below.
        numbers = ", ".join(
            f"{name}: {figure.text}" for name, figure in found if figure and has_own_figure(event, name)
        )
        where = event.where.text if event.where else "no place"
        day = event.when.start.isoformat() if event.when and event.when.start else "no date"
        said.append(f"{event.sub_event_type}; {where}; {day}; {numbers or 'no figures'}")
    tolls = ((over(toll), toll.casualty) for toll in extraction.tolls)
    said += [f"{events}: {each.outcome}: {each.count.text}" for events, each in tolls]
    return "\n".join(said) or "no events"
