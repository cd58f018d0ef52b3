"""A model's judgements put onto the counts they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from eventx.counts.harm import outcomes_named
from eventx.reply import Harm, Whose
from eventx.resolve.placing import Placed
from eventx.schema import Group

_GROUP: dict[Whose, Group] = {"a": "side_a", "b": "side_b", "civilians": "civilians", "unknown": "unknown"}


def judged(text: str, placed: Sequence[Placed], asked: Sequence[int], reply: Any) -> tuple[Placed, ...]:
    """Return the counts with those at the indices `asked` as the reply judges them: its c1 is the first.

    What a rule read of what happened to the people stands; the model says whose they are, and the rest
    where no rule could, as far as the clause names that outcome and no other: a small model calls
    any number killed.
    """
    answers: Mapping[int, Any] = {
        index: getattr(reply, f"c{number}") for number, index in enumerate(asked, start=1)
    }
    return tuple(
        _judged(text, each, answers[index]) if index in answers else each for index, each in enumerate(placed)
    )


def _judged(text: str, each: Placed, judgement: Any) -> Placed:
    harm: Harm = judgement.harm
    event = each.event if each.event is not None else getattr(judgement, "event", 1) - 1
    if each.outcome is None and harm == "none":
        return replace(each, aside="not harmed")
    if each.outcome is None and outcomes_named(text, *each.reading.clause) != {harm}:
        return replace(each, aside="undecided")
    outcome = each.outcome or (None if harm == "none" else harm)
    return replace(each, event=event, outcome=outcome, group=_GROUP[judgement.whose])
