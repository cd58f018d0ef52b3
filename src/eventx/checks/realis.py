"""Whether an event is news and real: not told of earlier times, not denied, planned or supposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from eventx import dates
from eventx.article import Article
from eventx.checks.counted import quotes, stated
from eventx.checks.rule import Rule
from eventx.counts.reading import Reading
from eventx.schema import Event, Evidence, Finding
from eventx.sentences import spans

BACKGROUND_EVENT = Rule(
    "background-event",
    23,
    "warning",
    'An event is news, not background ("in 2020", "formerly").',
    "an old event coded again counts its dead again",
)
UNREAL_EVENT = Rule(
    "unreal-event",
    24,
    "error",
    "An event happened: it is not denied, planned, threatened or supposed.",
    "PLOVER: historical, future, hypothetical and negated events are marked as such",
)
RULES = (BACKGROUND_EVENT, UNREAL_EVENT)

Passage = tuple[str, Reading | None]
"""A sentence or clause, and the count it was read for."""

# What is told after these did not happen, or not yet.
_UNREAL = re.compile(
    r"""\b(?:den(?:y|ies|ied|ying)\ (?:that|having|(?:any\ |the\ )?(?:reports?|claims?|allegations?))
    | (?:reject|dismiss)(?:s|es|ed|ing)?\ (?:as\ (?:false|untrue|baseless)|(?:the\ )?(?:reports?|claims?))
    | (?:false|fake|unfounded)\ (?:reports?|claims?|rumou?rs?)
    | (?:threaten|plan|plann|vow)(?:s|ed|ing)?\ to
    | (?:simulat|rehears)(?:e|es|ed|ing) | mock\ (?:attack|battle|raid))\b""",
    re.VERBOSE | re.IGNORECASE,
)


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the events of which every statement is background, and those of which every one is unreal."""

    def is_background(passage: Passage) -> bool:
        words, reading = passage
        return bool(reading and reading.background) or dates.background(words, article.published) is not None

    for index, event in enumerate(events):
        passages = list(_passages(article, event))
        path = f"events[{index}]"
        if _all(is_background, passages):
            yield BACKGROUND_EVENT.at(
                path, f"everything said of the event is told of earlier times: {_words(passages)}"
            )
        if _all(_is_unreal, passages):
            yield UNREAL_EVENT.at(
                path, f"everything said of the event is denied, planned or supposed: {_words(passages)}"
            )


def _passages(article: Article, event: Event) -> Iterator[Passage]:
    """Yield the clauses of the event's counts, or the sentences of its other evidence when it has none."""
    counts = [each for each in event.casualties if each.role != "repeat"]
    for casualty in counts:
        found = stated(article, casualty)
        for reading in found:
            yield article.text[slice(*reading.clause)], reading
        if not found:
            yield from ((words, None) for words in _sentences(article.text, casualty.evidence))
    if not counts:
        holders = (event.when, event.where, *event.side_a, *event.side_b)
        told = chain.from_iterable(holder.evidence for holder in holders if holder)
        yield from ((words, None) for words in _sentences(article.text, tuple(told)))


def _sentences(text: str, evidence: tuple[Evidence, ...]) -> Iterator[str]:
    for start, end in spans(text):
        if any(quotes(text, each) and start < each.end and each.start < end for each in evidence):
            yield text[start:end]


def _is_unreal(passage: Passage) -> bool:
    words, reading = passage
    return reading.unreal if reading else _UNREAL.search(words) is not None


def _all(holds: Callable[[Passage], bool], passages: list[Passage]) -> bool:
    return bool(passages) and all(map(holds, passages))


def _words(passages: list[Passage]) -> str:
    words = " ".join(passages[0][0].split())
    return f'"{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"}"'


_SHOWN = 120  # characters of a passage shown in a message
