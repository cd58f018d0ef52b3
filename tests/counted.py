"""Cases of a table in tests/counting, and how the scanner and its rules fare on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from eventx.counts import CountMention, find
from eventx.counts.reading import Reading, read

TABLES = Path(__file__).parent / "counting"
HARMED = frozenset({"killed", "wounded", "captured", "missing", "casualties"})
OUTCOMES = HARMED | {"none"}
OPEN = "?"
FLAGS = frozenset({"adds", "subset", "background", "unreal"})

# lost: not found. invented: nobody is counted there. The others are said of a count that was found.
Kind = Literal["lost", "invented", "value", "undecided", "wrong", "flags"]

_CASE = re.compile(r"([a-z]+-[0-9]+)  (\S.*)")
_COUNT = re.compile(r"\[([^]|]+)\|([^]|]+)\]")
_AMOUNT = re.compile(r"([≥>≤<~*]?)([0-9]*)(?:\.\.([0-9]+))?")


class Expected(NamedTuple):
    """A count as the table has it; `amount` is value, low, high and approximate."""

    start: int
    end: int
    amount: tuple[int | None, int | None, int | None, bool]
    outcome: str
    flags: frozenset[str]


class Case(NamedTuple):
    """A text of the table and its counts, in order."""

    id: str
    text: str
    counts: tuple[Expected, ...]


class Figures(NamedTuple):
    """Shares of 1: spans found and right, and of those found: values, outcomes decided and wrong, flags.

    An outcome counts as undecided only where people were harmed and the words say how; `wrong` is of all that
    was found.
    """

    recall: float
    precision: float
    values: float
    decided: float
    wrong: float
    flags: float


class Score(NamedTuple):
    """The figures over all cases, and by case what was missed: its kinds with the words concerned."""

    figures: Figures
    missed: dict[str, tuple[tuple[Kind, str], ...]]


def cases(language: str) -> tuple[Case, ...]:
    """Return the cases of the table of a language; ValueError where a line is neither case nor remark."""
    lines = (TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("# "))
    return tuple(_case(line) for line in lines[first:] if line and not line.startswith("# "))


def score(table: Sequence[Case]) -> Score:
    """Return how the scanner and its rules fare on the cases."""
    tally: Counter[str] = Counter()
    missed = {}
    for case in table:
        readings = {(r.mention.start, r.mention.end): r for r in read(case.text, find(case.text))}
        kinds = [*_expected(case, readings, tally), *_unexpected(case, readings, tally)]
        if kinds:
            missed[case.id] = tuple(kinds)
    figures = Figures(
        recall=1 - tally["lost"] / tally["harmed"],
        precision=1 - tally["invented"] / (tally["found"] + tally["invented"]),
        values=1 - tally["value"] / tally["found"],
        decided=1 - tally["undecided"] / tally["decidable"],
        wrong=tally["wrong"] / (tally["found"] + tally["invented"]),
        flags=1 - tally["flags"] / tally["found"],
    )
    return Score(figures, missed)


def _case(line: str) -> Case:
    parsed = _CASE.fullmatch(line)
    if parsed is None:
        raise ValueError(f"not a case: {line}")
    text, counts, end = "", [], 0
    for found in _COUNT.finditer(parsed[2]):
        text += parsed[2][end : found.start()]
        counts.append(_expect(len(text), found[1], found[2].split()))
        text += found[1]
        end = found.end()
    text += parsed[2][end:]
    if "[" in text or "|" in text:
        raise ValueError(f"a bracket is not closed: {line}")
    return Case(parsed[1], text, tuple(counts))


def _expect(start: int, words: str, said: Sequence[str]) -> Expected:
    amount, *labels = said
    outcomes = [label for label in labels if label in OUTCOMES or label == OPEN]
    flags = FLAGS.intersection(labels)
    if len(outcomes) + len(flags) != len(labels) or len(outcomes) != ("unreal" not in flags):
        raise ValueError(f"not what a count says: {words}: {' '.join(said)}")
    return Expected(start, start + len(words), _amount(amount), "".join(outcomes), flags)


def _amount(said: str) -> tuple[int | None, int | None, int | None, bool]:
    parsed = _AMOUNT.fullmatch(said)
    if parsed is None:
        raise ValueError(f"not an amount: {said}")
    mark, n, high = parsed[1], int(parsed[2]) if parsed[2] else None, parsed[3]
    if high:
        return None, n, int(high), mark == "~"
    if mark == "*" or n is None:
        return None, n, None, False
    bounds = {
        "": (n, n),
        "≥": (n, None),
        ">": (n + 1, None),
        "≤": (None, n),
        "<": (None, n - 1),
        "~": (None, None),
    }
    return n, *bounds[mark], mark == "~"


def _expected(
    case: Case, readings: dict[tuple[int, int], Reading], tally: Counter[str]
) -> Iterator[tuple[Kind, str]]:
    for count in case.counts:
        words = case.text[count.start : count.end]
        reading = readings.get((count.start, count.end))
        is_harmed = count.outcome in HARMED | {OPEN}
        tally["harmed"] += is_harmed
        if reading is None:
            if is_harmed:
                tally["lost"] += 1
                yield "lost", words
            continue
        tally["found"] += 1
        tally["decidable"] += count.outcome in HARMED
        for kind in _faults(count, reading):
            tally[kind] += 1
            yield kind, words


def _faults(count: Expected, reading: Reading) -> Iterator[Kind]:
    if _said(reading.mention) != count.amount:
        yield "value"
    if reading.outcome is None:
        if count.outcome in HARMED:
            yield "undecided"
    elif reading.outcome != (count.outcome or "none"):
        yield "wrong"
    if {flag for flag in FLAGS if getattr(reading, flag)} != count.flags:
        yield "flags"


def _said(mention: CountMention) -> tuple[int | None, int | None, int | None, bool]:
    return mention.value, mention.low, mention.high, mention.approximate


def _unexpected(
    case: Case, readings: dict[tuple[int, int], Reading], tally: Counter[str]
) -> Iterator[tuple[Kind, str]]:
    expected = {(count.start, count.end) for count in case.counts}
    for span in readings.keys() - expected:
        outcome = readings[span].outcome
        if outcome == "none":
            continue
        overlaps = any(start < span[1] and span[0] < end for start, end in expected)
        tally["invented"] += 1
        tally["wrong"] += outcome is not None and not overlaps
        yield "invented", case.text[span[0] : span[1]]
