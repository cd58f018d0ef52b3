"""When a figure, a side, a province and a date are right, and what kind of wrong a wrong one is.

A figure is one outcome (killed, captured or wounded) over all events of a text. What is right depends on how
the text gives it:

    none     nobody is reported: no number, or 0
    stated   one figure. An exact or approximate number: the same value. "At least n" and "more than n": the
             same low bound, or the number as written. A range: the same bounds, and no value
    sum      distinct people to be added: the same
    vague    only "several" and the like: no value; a low bound may be given
    mixed    a number and a vague part: no value, and a low bound from 1 up to what the text gives
    coded    a coder's minimum, without how: the same value or low bound

An arm that failed on a text has nothing right there. `is_exact` asks beyond that for both bounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from bench.quality.answer import Answer, Figure, Outcome
from bench.quality.data import Figure as Truth
from bench.quality.data import Row
from bench.quality.words import numbers_in
from eventx.score import figures

NUMBERED = ("stated", "sum", "mixed", "coded")

_OVER = re.compile(r"\b(?:more than|over)\b", re.IGNORECASE)
_WRITTEN_DAYS = ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%m/%d/%Y")
_SIDES = {"coalition or Afghan forces": "security forces"}


class Verdict(NamedTuple):
    """What is to be said of one figure. `side` is null where the truth names nobody, or none is asked."""

    outcome: Outcome
    how: str
    right: bool
    exact: bool
    invented: bool
    missed: bool
    over: bool
    twice: bool
    side: Literal["right", "wrong", "silent"] | None


def verdicts(row: Row, answer: Answer | None) -> list[Verdict]:
    """Return what is to be said of each figure of a row; with no answer, of an arm that failed."""
    return [_verdict(outcome, truth, answer) for outcome, truth in row.figures.items()]


def _verdict(outcome: Outcome, truth: Truth, answer: Answer | None) -> Verdict:
    if answer is None:
        return Verdict(outcome, truth.how, False, False, False, truth.how in NUMBERED, False, False, None)
    got: Figure = getattr(answer, outcome)
    right = is_right(truth, got)
    return Verdict(
        outcome,
        truth.how,
        right=right,
        exact=right and is_exact(truth, got),
        invented=truth.how in ("none", "vague") and bool(got.value),
        missed=truth.how in NUMBERED and not right and got.is_empty,
        over=is_over(truth, got),
        twice=is_twice(truth, got),
        side=_side(truth, got, answer.sides.get(outcome, ())),
    )


def is_right(truth: Truth, got: Figure) -> bool:
    """Return whether the figure is right, as the module says."""
    if truth.how == "none":
        return got.is_empty
    if truth.how == "vague":
        return got.value is None
    if truth.how == "mixed":
        return got.value is None and 1 <= (got.low or 0) <= (truth.low or 0)
    if truth.how == "coded":
        return truth.value in (got.value, got.low)
    if truth.value is None:
        return got.value is None and (got.low, got.high) == (truth.low, truth.high)
    if truth.low is not None and truth.high is None and truth.low >= truth.value:
        return got.low == truth.low or got.value in (truth.value, _written(truth))
    return got.value == truth.value


def is_exact(truth: Truth, got: Figure) -> bool:
    """Return whether a right figure has both bounds right too; none and coded have no bounds to get wrong."""
    return truth.how in ("none", "coded") or (got.low, got.high) == (truth.low, truth.high)


def is_over(truth: Truth, got: Figure) -> bool:
    """Return whether more people are reported than the text gives, where it gives a number."""
    return _excess(truth, got) > 0


def is_twice(truth: Truth, got: Figure) -> bool:
    """Return whether the excess is what counting people twice gives: the sum of some of the truth's parts.

    The parts are the numbers in the truth's words, each once, and singles for those the words name without a
    number ("the leader and two others" is 1 and 2); where they do not add up to the truth, the truth alone.
    """
    excess = _excess(truth, got)
    if excess <= 0:
        return False
    whole = truth.value or truth.low or 0
    parts = [part for part in dict.fromkeys(numbers_in(" ".join(truth.words))) if 0 < part < whole]
    singles = whole - sum(parts)
    if truth.how not in ("sum", "mixed") or singles < 0:
        return excess == whole
    return figures.counted_twice(excess, [*parts, *[1] * singles])


def _excess(truth: Truth, got: Figure) -> int:
    whole = figures.whole(truth)
    if truth.how not in NUMBERED or whole is None:
        return 0
    if truth.how == "mixed" and got.value is not None:
        return 0  # a number where there is none is wrong another way
    return figures.reported(got) - whole


def _written(truth: Truth) -> int | None:
    """Return the number written: of "more than 30" it is 30, whose low bound is 31."""
    over = truth.low is not None and _OVER.search(" ".join(truth.words))
    return truth.low - 1 if over and truth.low is not None else truth.value


def _side(truth: Truth, got: Figure, named: Sequence[str]) -> Literal["right", "wrong", "silent"] | None:
    if truth.side is None or truth.how == "none" or (got.is_empty and not named):
        return None
    if truth.side == "several sides":
        return "right" if len(named) > 1 else "wrong" if named else "silent"
    return figures.side({_SIDES.get(truth.side, truth.side)}, named)


def ungrounded(row: Row, answer: Answer) -> tuple[int, int] | None:
    """Return how many number statements have no exact words of the text, and how many there are.

    None for an arm that gives bare figures: it offers no words at all.
    """
    if answer.items is None:
        return None
    stated = [item for item in answer.items if item.figure.value or item.figure.low]
    return sum(not figures.grounded(item.quote, row.text) for item in stated), len(stated)


def province_right(row: Row, answer: Answer | None) -> bool | None:
    """Return whether a province named is the truth's, one name within the other; None where unlabelled."""
    if not row.provinces:
        return None
    named = [plain for name in (answer.provinces if answer else ()) if (plain := _plain(name))]
    return any(name in true or true in name for name in named for true in map(_plain, row.provinces) if true)


def day_right(row: Row, answer: Answer | None) -> bool | None:
    """Return whether the day is the truth's; None where the text settles none, or the row has no label."""
    if not row.days:
        return None
    return answer is not None and _day(answer.date) in row.days


def no_day_right(row: Row, answer: Answer | None) -> bool | None:
    """Return whether no day is given where the text settles none; None where it does, or without a label."""
    if row.days is None or row.days:
        return None
    return answer is not None and not answer.date


def _day(written: str | None) -> date | None:
    """Return the day that is written, in ISO form or as English texts write it; else None."""
    words = " ".join(re.findall(r"[\w/-]+", written or ""))
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        pass
    for form in _WRITTEN_DAYS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _plain(name: str) -> str:
    """Return the name in lower-case letters alone, without accents and the word for its kind.

    The labels and the texts spell one province in several ways ("Paktya", "Paktiya"): y is i, said once.
    """
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = re.sub(r"[^a-z]", "", re.sub(r"\b(?:province|governorate|region)\b", "", folded))
    return re.sub(r"(.)\1+", r"\1", letters.replace("y", "i"))
