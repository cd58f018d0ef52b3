"""Whether an event is news and real: not told of earlier times, not denied, planned or supposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from eventx.article import Article
from eventx.checks.counted import quotes, stated
from eventx.checks.rule import Rule
from eventx.resolve import context
from eventx.resolve.context import Passage
from eventx.schema import Event, Evidence, Finding

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


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the events of which every statement is background, and those of which every one is unreal."""

    def is_background(passage: Passage) -> bool:
        return context.is_background(passage, article.published)

    for index, event in enumerate(events):
        passages = list(_passages(article, event))
        path = f"events[{index}]"
        if _all(is_background, passages):
            yield BACKGROUND_EVENT.at(
                path, f"everything said of the event is told of earlier times: {_words(passages)}"
            )
        if _all(context.is_unreal, passages):
            yield UNREAL_EVENT.at(
                path, f"everything said of the event is denied, planned or supposed: {_words(passages)}"
            )


def _passages(article: Article, event: Event) -> Iterator[Passage]:
    """Yield the clauses of the event's counts, or the sentences of its other evidence when it has none."""
    counts = [each for each in event.casualties if each.role != "repeat"]
    for casualty in counts:
        found = stated(article, casualty)
        for reading in found:
            yield Passage(article.text[slice(*reading.clause)], reading)
        if not found:
            yield from _sentences(article.text, casualty.evidence)
    if not counts:
        holders = (event.when, event.where, *event.side_a, *event.side_b)
        # Where an actor is called something else is no telling of the event.
        told = chain.from_iterable(holder.evidence[:1] for holder in holders if holder)
        yield from _sentences(article.text, tuple(told))


def _sentences(text: str, evidence: tuple[Evidence, ...]) -> Iterator[Passage]:
    return context.sentences(text, [each for each in evidence if quotes(text, each)])


def _all(holds: Callable[[Passage], bool], passages: list[Passage]) -> bool:
    return bool(passages) and all(map(holds, passages))


def _words(passages: list[Passage]) -> str:
    words = " ".join(passages[0].words.split())
    return f'"{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"}"'


_SHOWN = 120  # characters of a passage shown in a message
