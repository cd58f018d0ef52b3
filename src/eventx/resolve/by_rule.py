"""The counts that rules have found, placed and given their roles, as figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventx import sources
from eventx.article import Article
from eventx.codebook import Codebook
from eventx.resolve import actors
from eventx.resolve.aside import SetAside
from eventx.resolve.casts import Cast
from eventx.resolve.figure import Figure
from eventx.resolve.placing import Placed
from eventx.resolve.roles import cast, told_in
from eventx.resolve.scenes import Scene


def coded(placed: Sequence[Placed], codebook: Codebook) -> tuple[Placed, ...]:
    """Return the counts with those set aside that tell of what the codebook does not code: "wounded"."""
    return tuple(
        replace(each, aside="not coded")
        if each.aside is None and each.outcome is not None and each.outcome not in codebook.outcomes
        else each
        for each in placed
    )


def set_aside(placed: Sequence[Placed]) -> tuple[SetAside, ...]:
    """Return the counts that are in no event, and why."""
    return tuple(
        SetAside(each.reading.mention.evidence, each.aside) for each in placed if each.aside is not None
    )


def harmed(placed: Sequence[Placed]) -> frozenset[int]:
    """Return the events that counts placed in them tell dead or wounded of."""
    return frozenset(
        each.event
        for each in placed
        if each.event is not None
        and each.aside is None
        and each.reading.mention.value != 0
        and each.outcome in ("killed", "wounded", "casualties")
    )


def figures(article: Article, scenes: Sequence[Scene], placed: Sequence[Placed]) -> tuple[Figure, ...]:
    """Return the counts that rules have placed as figures, one for each that is not set aside."""
    said = sources.attribute(
        article.text, [(each.reading.mention.start, each.reading.mention.end) for each in placed]
    )
    source_of = dict(zip((each.reading.mention.start for each in placed), said, strict=True))
    found: list[Figure] = []
    for index, scene in enumerate(scenes):
        mine = [each for each in placed if each.aside is None and each.event == index]
        casts = cast(article.text, [actors.whose(each, scene.frame) for each in mine], source_of)
        found += _figures(casts, index, first=len(found))
    return tuple(found)


def _figures(casts: Sequence[Cast], event: int, *, first: int) -> Iterator[Figure]:
    """Yield the counts of one event as figures; the first of them has the index `first` among all."""
    for each, of in zip(casts, told_in(casts), strict=True):
        reading = each.placed.reading
        yield Figure(
            evidence=reading.mention.evidence,
            outcome=each.outcome,
            group=each.group,
            who=reading.who,
            count=reading.mention.quantity,
            events=(event,),
            role=each.role,
            of=None if of is None else first + of,
            rival=of is not None and each.instead_of == casts[of].start,
            source=each.source,
            inferred=each.inferred,
            vouched_by=("rules",) if reading.outcome == each.outcome or each.inferred else ("model",),
            reading=reading,
        )
