"""A model's judgements put onto the counts they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from eventx.article import Article
from eventx.counts import with_rules
from eventx.counts.harm import outcomes_named
from eventx.reply import Harm, Whose
from eventx.resolve.placing import Placed
from eventx.schema import Group

_GROUP: dict[Whose, Group] = {"a": "side_a", "b": "side_b", "civilians": "civilians", "unknown": "unknown"}


def judged(
    article: Article, placed: Sequence[Placed], asked: Sequence[int], reply: Any
) -> tuple[Placed, ...]:
    """Return the counts with those at the indices `asked` as the reply judges them: its c1 is the first.

    What a rule read of the people, what happened to them and whose they are, stands. The model says the
    rest: what happened as far as the clause names that outcome and no other, and of no other count, since
    a small model calls any number killed.
    """
    answers: Mapping[int, Any] = {
        index: getattr(reply, f"c{number}") for number, index in enumerate(asked, start=1)
    }
    starts = [each.reading.mention.start for each in placed]

    def is_of_another(each: Placed, harm: Harm) -> bool:
        """Return whether the clause's words for a harm tell, by rule, of another count in it."""
        start, end = each.reading.clause
        inside = placed[bisect_left(starts, start) : bisect_left(starts, end)]
        return any(other is not each and other.reading.outcome == harm for other in inside)

    return tuple(
        _judged(article, each, answers[index], is_of_another) if index in answers else each
        for index, each in enumerate(placed)
    )


def _judged(
    article: Article, each: Placed, judgement: Any, is_of_another: Callable[[Placed, Harm], bool]
) -> Placed:
    harm: Harm = judgement.harm
    event = each.event if each.event is not None else getattr(judgement, "event", 1) - 1
    if each.outcome is None and harm == "none":
        return replace(each, aside="not harmed")
    language = with_rules(article.language)
    named = outcomes_named(article.text, *each.reading.clause, language=language) if language else {harm}
    if each.outcome is None and (named != {harm} or is_of_another(each, harm)):
        return replace(each, aside="undecided")
    outcome = each.outcome or (None if harm == "none" else harm)
    if each.group is not None and not each.by_model:
        return replace(each, event=event, outcome=outcome)
    return replace(each, event=event, outcome=outcome, group=_GROUP[judgement.whose], by_model=True)
