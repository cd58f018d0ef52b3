"""Counts over rows, and how sure they are: a share is a sum over rows by a sum over rows."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bench.quality import scoring
from bench.quality.answer import Answer, Reply
from bench.quality.data import Row
from bench.quality.scoring import Verdict

RESAMPLES = 2000

Pair = tuple[int, int]


class Judged(NamedTuple):
    """A row, an arm's reply and answer to it (None when it failed), and the verdicts."""

    row: Row
    reply: Reply
    answer: Answer | None
    verdicts: tuple[Verdict, ...]


class Metric(NamedTuple):
    """A share: `pair` gives how many of how many a row has, None where the arm has no such thing at all."""

    name: str
    better: str
    pair: Callable[[Judged], Pair | None]


class Share(NamedTuple):
    """How many of how many, with the 95 % interval of their ratio; null where nothing is counted."""

    number: int
    of: int
    ratio: float | None
    low: float | None
    high: float | None


class Difference(NamedTuple):
    """One arm's ratio less another's on the same rows, with its 95 % interval."""

    ratio: float
    low: float
    high: float


def judge(row: Row, reply: Reply, answer: Answer | None) -> Judged:
    """Return the row with its verdicts."""
    return Judged(row, reply, answer, tuple(scoring.verdicts(row, answer)))


def _figures(judged: Judged, *hows: str, outcomes: tuple[str, ...] = ("killed", "captured")) -> list[Verdict]:
    return [v for v in judged.verdicts if v.outcome in outcomes and (not hows or v.how in hows)]


def _right(*hows: str) -> Callable[[Judged], Pair]:
    def count(judged: Judged) -> Pair:
        found = _figures(judged, *hows)
        return sum(each.right for each in found), len(found)

    return count


def _wounded(judged: Judged) -> Pair:
    found = _figures(judged, outcomes=("wounded",))
    return sum(each.right for each in found), len(found)


def _exact(judged: Judged) -> Pair:
    found = _figures(judged, "stated", "sum", "vague", "mixed")
    return sum(each.exact for each in found), len(found)


def _side_right(judged: Judged) -> Pair:
    found = [each for each in _figures(judged) if each.right and each.side]
    return sum(each.side == "right" for each in found), len(found)


def _whole_right(judged: Judged) -> Pair:
    found = [
        each
        for each in _figures(judged, "stated", "sum", "vague", "mixed")
        if judged.row.figures[each.outcome].side
    ]
    return sum(each.right and each.side == "right" for each in found), len(found)


def _side_wrong(judged: Judged) -> Pair:
    found = [each for each in _figures(judged) if each.side]
    return sum(each.side == "wrong" for each in found), len(found)


def _rate(flag: str, *hows: str) -> Callable[[Judged], Pair]:
    def count(judged: Judged) -> Pair:
        found = _figures(judged, *hows)
        return sum(getattr(each, flag) for each in found), len(found)

    return count


def _ungrounded(judged: Judged) -> Pair | None:
    return scoring.ungrounded(judged.row, judged.answer) if judged.answer else (0, 0)


def _bool(right: bool | None) -> Pair:
    return (0, 0) if right is None else (int(right), 1)


METRICS: tuple[Metric, ...] = (
    Metric("killed and captured right", "more", _right()),
    Metric("of these, stated outright", "more", _right("stated")),
    Metric("of these, a sum", "more", _right("sum")),
    Metric("of these, nobody", "more", _right("none")),
    Metric("of these, vague", "more", _right("vague")),
    Metric("of these, a number and a vague part", "more", _right("mixed")),
    Metric("of these, a coder's minimum", "more", _right("coded")),
    Metric("wounded right", "more", _wounded),
    Metric("figure and both bounds right", "more", _exact),
    Metric("side right, of figures right", "more", _side_right),
    Metric("figure and side right", "more", _whole_right),
    Metric("province right", "more", lambda j: _bool(scoring.province_right(j.row, j.answer))),
    Metric(
        "day right, where the text settles it", "more", lambda j: _bool(scoring.day_right(j.row, j.answer))
    ),
    Metric("no day given, where it does not", "more", lambda j: _bool(scoring.no_day_right(j.row, j.answer))),
    Metric("double counting", "less", _rate("twice", *scoring.NUMBERED)),
    Metric("any overcount", "less", _rate("over", *scoring.NUMBERED)),
    Metric("wrong side", "less", _side_wrong),
    Metric("invented number", "less", _rate("invented", "none", "vague")),
    Metric("number without exact words", "less", _ungrounded),
    Metric("missed number", "less", _rate("missed", "stated", "sum", "coded")),
    Metric("failed text", "less", lambda j: (int(j.answer is None), 1)),
)


def resamples(size: int, *, seed: int = 0) -> list[list[int]]:
    """Return the row numbers of each bootstrap resample; the same for every arm, so that arms are paired."""
    drawn = random.Random(seed)
    return [drawn.choices(range(size), k=size) for _ in range(RESAMPLES)] if size else []


def share(pairs: Sequence[Pair], draws: Sequence[Sequence[int]]) -> Share:
    """Return the share that the rows' pairs come to, with a percentile interval over the draws."""
    number, of = (sum(column) for column in zip(*pairs, strict=True)) if pairs else (0, 0)
    if not of:
        return Share(number, of, None, None, None)
    low, high = _interval([ratio for draw in draws if (ratio := _ratio(pairs, draw)) is not None])
    return Share(number, of, number / of, low, high)


def difference(
    ours: Sequence[Pair], theirs: Sequence[Pair], draws: Sequence[Sequence[int]]
) -> Difference | None:
    """Return our ratio less theirs over the same rows; None where one of them counts nothing."""
    everything = range(len(ours))
    mine, other = _ratio(ours, everything), _ratio(theirs, everything)
    if mine is None or other is None:
        return None
    drawn = [(_ratio(ours, draw), _ratio(theirs, draw)) for draw in draws]
    low, high = _interval([a - b for a, b in drawn if a is not None and b is not None])
    return Difference(mine - other, low, high)


def _ratio(pairs: Sequence[Pair], draw: Sequence[int]) -> float | None:
    number = of = 0
    for index in draw:
        number += pairs[index][0]
        of += pairs[index][1]
    return number / of if of else None


def _interval(ratios: Sequence[float]) -> tuple[float, float]:
    """Return the 2.5th and the 97.5th percentile."""
    if len(ratios) < 2:
        return ratios[0], ratios[0]
    cuts = statistics.quantiles(ratios, n=40, method="inclusive")
    return cuts[0], cuts[-1]


def pairs(metric: Metric, judged: Sequence[Judged]) -> list[Pair] | None:
    """Return the metric's pair of each row, None when the arm has no such thing on any of them."""
    found = [metric.pair(each) for each in judged]
    return None if None in found else [each for each in found if each is not None]


def costs(judged: Sequence[Judged]) -> Mapping[str, tuple[float, float]]:
    """Return median and total over the rows of tokens in, tokens out, seconds and requests."""
    columns: dict[str, list[float]] = {
        "tokens in": [each.reply.tokens_in for each in judged],
        "tokens out": [each.reply.tokens_out for each in judged],
        "seconds": [each.reply.seconds for each in judged],
        "requests": [each.reply.requests for each in judged],
    }
    return {name: (statistics.median(column), sum(column)) for name, column in columns.items() if column}
