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
FIGURE_BACKGROUND = Rule(
    "figure-background",
    23,
    "warning",
    'A figure of an event is of that event, not of background ("in 2020", "since the war began").',
    "the toll of another day or of a whole war counts as that of one attack",
)
FIGURE_UNREAL = Rule(
    "figure-unreal",
    24,
    "warning",
    "A figure of an event is told as what happened, not as denied, planned or supposed.",
    "a number that the text itself does not stand for counts as a fact",
)
RULES = (BACKGROUND_EVENT, UNREAL_EVENT, FIGURE_BACKGROUND, FIGURE_UNREAL)


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
        elif not _all(context.is_unreal, passages):
            yield from _figures(article, path, event)
        if _all(context.is_unreal, passages):
            yield UNREAL_EVENT.at(
                path, f"everything said of the event is denied, planned or supposed: {_words(passages)}"
            )


def _figures(article: Article, path: str, event: Event) -> Iterator[Finding]:
    """Yield the figures that a model gives an event and the rules read as background, or as no fact."""
    for number, casualty in enumerate(event.casualties):
        if "model" not in casualty.vouched_by or casualty.role in ("repeat", "account"):
            continue
        found, at = stated(article, casualty), f"{path}.casualties[{number}]"
        words = " ".join(casualty.evidence[0].quote.split())
        if found and all(each.unreal for each in found):
            yield FIGURE_UNREAL.at(at, f'"{words}" seems to be denied or supposed')
        elif found and all(each.background for each in found):
            yield FIGURE_BACKGROUND.at(at, f'"{words}" seems told of earlier times')


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
