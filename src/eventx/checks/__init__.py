"""Checks: what is wrong, doubtful or worth knowing in the events read from an article.

Each family looks at one thing; none changes an event, raises, or asks anybody. `RULES` lists every code
that can be reported, with what holds of a sound record and why it is asked for.
"""

from __future__ import annotations

from itertools import chain

from eventx.article import Article
from eventx.checks import duplicates, evidence, figures, reading, realis, roles, sides, sourcing, sums
from eventx.checks.rule import Rule
from eventx.resolve.aside import SetAside
from eventx.schema import Event, Finding

__all__ = ["RULES", "Rule", "check"]

_FAMILIES = (
    sums.check,
    figures.check,
    roles.check,
    sides.check,
    sourcing.check,
    realis.check,
    duplicates.check,
    evidence.quoted,
)

RULES: tuple[Rule, ...] = (
    *sums.RULES,
    *figures.RULES,
    *roles.RULES,
    *sides.RULES,
    *sourcing.RULES,
    *realis.RULES,
    *duplicates.RULES,
    *evidence.RULES,
    *reading.RULES,
)


def check(
    article: Article, events: tuple[Event, ...], *, set_aside: tuple[SetAside, ...] = ()
) -> tuple[Finding, ...]:
    """Return what the checks find in the events of `article`, family by family, in the record's order.

    `set_aside` are the counts left out on purpose. An empty result says that no rule is broken and none
    had a sum to confirm. Never raises on a valid record; the findings hold it against the article's text.
    """
    return (
        *chain.from_iterable(family(article, events) for family in _FAMILIES),
        *evidence.used(article, events, set_aside),
    )
