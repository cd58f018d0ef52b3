"""The counts of a text and which of them a casualty's evidence points at."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.article import Article
from eventx.counts import with_rules
from eventx.counts.reading import Reading, within
from eventx.counts.reading import readings as readings_of
from eventx.schema import Casualty, Event, Evidence

Placed = tuple[str, Casualty]
"""A casualty and its path: "events[0].casualties[2]"."""


def readings(article: Article) -> tuple[Reading, ...]:
    """Return every count as the rules of the article's language read it, in order; none without rules."""
    language = with_rules(article.language)
    return readings_of(article.text, language=language) if language else ()


def stated(article: Article, casualty: Casualty) -> tuple[Reading, ...]:
    """Return the counts the casualty's words state.

    Words that hold one count alone say which is meant; a clause may hold several, and then all may be.
    """
    counts = readings(article)
    told = [within(counts, evidence) for evidence in casualty.evidence if quotes(article.text, evidence)]
    pointed = [some for some in told if len(some) == 1] or told
    found = {reading.mention.start: reading for some in pointed for reading in some}
    return tuple(found[start] for start in sorted(found))


def quotes(text: str, evidence: Evidence) -> bool:
    """Return whether the evidence's quote stands where it says."""
    return text[evidence.start : evidence.end] == evidence.quote


def place(article: Article, casualty: Casualty) -> int:
    """Return where the casualty's count stands, in characters of the text."""
    counts = stated(article, casualty)
    return counts[0].mention.start if counts else min(evidence.start for evidence in casualty.evidence)


def adds(article: Article, casualty: Casualty) -> bool:
    """Return whether its words put the people on top of others: "a further eight"."""
    return any(reading.adds for reading in stated(article, casualty))


def placed(index: int, event: Event) -> Iterator[Placed]:
    """Yield the event's casualties with their paths, `index` being the event's."""
    for number, casualty in enumerate(event.casualties):
        yield f"events[{index}].casualties[{number}]", casualty
