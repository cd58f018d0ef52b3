"""Checks: what is wrong, doubtful or worth knowing in the events read from an article.

Each family looks at one thing; none changes an event, raises, or asks anybody. `RULES` lists every code
that can be reported, with what holds of a sound record and why it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from eventx.article import Article
from eventx.checks import (
    addressed,
    dates,
    duplicates,
    evidence,
    fates,
    figures,
    identities,
    places,
    reading,
    realis,
    roles,
    sides,
    sourcing,
    sums,
    things,
    types,
    uncounted,
)
from eventx.checks import tolls as tolls_of_events
from eventx.checks.rule import Rule
from eventx.codebook import Codebook, builtin
from eventx.places import Gazetteer
from eventx.plain import plain, plain_article
from eventx.resolve.aside import SetAside
from eventx.schema import Event, Finding, Toll

__all__ = ["RULES", "Rule", "check"]

_FAMILIES = (
    sums.check,
    figures.check,
    roles.check,
    sides.check,
    dates.check,
    sourcing.check,
    realis.check,
    identities.check,
    duplicates.check,
    fates.check,
    evidence.quoted,
    things.check,
)

RULES: tuple[Rule, ...] = (
    *sums.RULES,
    *tolls_of_events.RULES,
    *figures.RULES,
    *roles.RULES,
    *sides.RULES,
    *types.RULES,
    *dates.RULES,
    *sourcing.RULES,
    *realis.RULES,
    *identities.RULES,
    *duplicates.RULES,
    *fates.RULES,
    *evidence.RULES,
    *places.RULES,
    *reading.RULES,
    *uncounted.RULES,
    *addressed.RULES,
    *things.RULES,
)


def check(
    article: Article,
    events: tuple[Event, ...],
    tolls: tuple[Toll, ...] = (),
    *,
    set_aside: tuple[SetAside, ...] = (),
    codebook: Codebook | None = None,
    gazetteers: Sequence[Gazetteer] = (),
) -> tuple[Finding, ...]:
    """Return what the checks find in the events of `article`, family by family, in the record's order.

    `set_aside` are the counts left out on purpose, `codebook` is what the events are coded by, ACLED's when
    none is given; in `gazetteers` the places are looked up again. An empty result says that no rule is broken
    and none had a sum to confirm. Never raises on a valid record; the findings hold it against the article's
    text as it is seen (`eventx.plain`).
    """
    seen = plain(article.text)
    if seen.edits:
        aside = tuple(replace(each, evidence=seen.there(each.evidence)) for each in set_aside)
        found = check(
            plain_article(article),
            seen.there(events),
            seen.there(tolls),
            set_aside=aside,
            codebook=codebook,
            gazetteers=gazetteers,
        )
        return seen.pointing_back(found)
    return (
        *chain.from_iterable(family(article, events) for family in _FAMILIES),
        *tolls_of_events.check(events, tolls),
        *types.check(article, events, codebook or builtin()),
        *evidence.used(article, events, set_aside, tolls),
        *places.check(article, events, gazetteers),
        *addressed.check(article, events, tolls),
    )
