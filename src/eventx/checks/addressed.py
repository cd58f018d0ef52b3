"""Words of the text that are no news: meant for whoever codes it, hidden from its readers, or a reader's own.

An instruction that a model obeys stands in the text, so its quotes are exact: only where the words stand
tells them from news. What they are is said once, and for everything in the record that rests on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.quotes import locate
from eventx.schema import Event, Evidence, Finding, Toll
from eventx.sources.not_news import Passage, is_news, passages

TEXT_ADDRESSES_READER = Rule(
    "text-addresses-reader",
    15,
    "warning",
    "The text tells news, and gives no instructions to whoever codes it.",
    "a model may obey what a text tells it, and then everything read of the text is in doubt",
)
EVIDENCE_NOT_NEWS = Rule(
    "evidence-not-news",
    15,
    "warning",
    "What is recorded rests on the news, not on instructions, hidden words, addresses or readers' comments.",
    "words that are there to be obeyed or overlooked are no report",
)
RULES = (TEXT_ADDRESSES_READER, EVIDENCE_NOT_NEWS)

_SHOWN = 100  # characters of a passage in a message


def check(article: Article, events: Sequence[Event], tolls: Sequence[Toll]) -> Iterator[Finding]:
    """Yield the words that address whoever codes the text, and what of the record rests on no news."""
    found = passages(article.text)
    for each in found:
        if each.addresses:
            path = f"article.text[{each.start}:{each.end}]"
            yield TEXT_ADDRESSES_READER.at(
                path, f"“{_short(article.text[each.start : each.end])}”: {each.what}"
            )
    if not found:
        return
    for path, evidence in _stated(events, tolls):
        if not is_news(article.text, evidence.start, evidence.end):
            passage = _holding(found, evidence)
            yield EVIDENCE_NOT_NEWS.at(path, f"“{_short(evidence.quote)}” stands in {passage.what}")
    for path, name in _named(events, tolls):
        if (only := _only_in(article.text, name, found)) is not None:
            yield EVIDENCE_NOT_NEWS.at(path, f"“{_short(name)}” stands nowhere but in {only.what}")


def _stated(events: Sequence[Event], tolls: Sequence[Toll]) -> Iterator[tuple[str, Evidence]]:
    """Yield where the figures and times stand."""
    for index, event in enumerate(events):
        for number, casualty in enumerate(event.casualties):
            yield from ((f"events[{index}].casualties[{number}]", each) for each in casualty.evidence)
        if event.when is not None:
            yield from ((f"events[{index}].when", each) for each in event.when.evidence)
    for index, toll in enumerate(tolls):
        yield from ((f"tolls[{index}].casualty", each) for each in toll.casualty.evidence)


def _named(events: Sequence[Event], tolls: Sequence[Toll]) -> Iterator[tuple[str, str]]:
    """Yield the names, which may stand in the news as well."""
    for index, event in enumerate(events):
        path = f"events[{index}]"
        for side in ("side_a", "side_b"):
            for number, actor in enumerate(getattr(event, side)):
                yield f"{path}.{side}[{number}]", actor.name
        where = event.where
        if where is not None:
            for name in dict.fromkeys(filter(None, (where.text, where.admin1, where.country))):
                yield f"{path}.where", name
        for number, casualty in enumerate(event.casualties):
            if casualty.attributed_to:
                yield f"{path}.casualties[{number}].attributed_to", casualty.attributed_to
    for index, toll in enumerate(tolls):
        if toll.casualty.attributed_to:
            yield f"tolls[{index}].casualty.attributed_to", toll.casualty.attributed_to


def _holding(found: Iterable[Passage], evidence: Evidence) -> Passage:
    return next(each for each in found if evidence.start < each.end and each.start < evidence.end)


def _only_in(text: str, name: str, found: Sequence[Passage]) -> Passage | None:
    """Return a passage that has the name, where no other words of the text have it."""
    first: Passage | None = None
    at = 0
    while (words := locate(text, name, after=at)) is not None:
        if is_news(text, words.start, words.end):
            return None
        passage = _holding(found, words)
        first, at = first or passage, passage.end
    return first


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rsplit(' ', 1)[0]} …"
