"""The record against the text: quotes that stand there, and counts that nothing accounts for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from eventx.article import Article
from eventx.checks.counted import quotes, readings, stated
from eventx.checks.reading import COUNT_LEFT_OUT
from eventx.checks.rule import Rule
from eventx.counts import with_rules
from eventx.counts.reading import within
from eventx.counts.unread import unread
from eventx.resolve.aside import SetAside, Why
from eventx.schema import Event, Evidence, Finding, Toll

QUOTE_NOT_IN_TEXT = Rule(
    "quote-not-in-text",
    14,
    "error",
    "Every quote stands in the article, letter by letter, where its offsets say.",
    "a number whose words cannot be found cannot be checked by a reader",
)
COUNT_UNUSED = Rule(
    "count-unused",
    15,
    "warning",
    "Every phrase of the article that counts people is used or set aside with a reason.",
    "a number that is lost",
)
COUNT_WITHOUT_EVENT = Rule(
    "count-without-event",
    15,
    "warning",
    "People said to be harmed belong to an event.",
    "a number that is lost",
)
SET_ASIDE = Rule(
    "set-aside",
    15,
    "info",
    "A count kept out of every event is named, with the reason.",
    "a reader can judge the reason",
)
COUNT_UNDECIDED = Rule(
    "count-undecided",
    15,
    "warning",
    "The words around a count of people decide what happened to them.",
    "a number that is lost",
)
NUMBER_UNREAD = Rule(
    "number-unread",
    15,
    "warning",
    "A number of people is written as numbers are, or a figure has its words.",
    "a number that is lost",
)
RULES = (QUOTE_NOT_IN_TEXT, COUNT_UNUSED, COUNT_WITHOUT_EVENT, COUNT_UNDECIDED, SET_ASIDE, NUMBER_UNREAD)

# Those who were not harmed are no casualties, and nothing is said of them.
_SAID: dict[Why, tuple[Rule, str]] = {
    "no event": (COUNT_WITHOUT_EVENT, "is said to be harmed, but no event was found for it"),
    "undecided": (COUNT_UNDECIDED, "is in no event: its words do not decide what happened to them"),
    "background": (SET_ASIDE, "is in no event: it is told of earlier times"),
    "unreal": (SET_ASIDE, "is in no event: it is negated, planned or denied"),
    "not news": (SET_ASIDE, "is in no event: it stands in words that are no news"),
    "several events": (SET_ASIDE, "is in no event: it is a total over several events"),
    "not coded": (SET_ASIDE, "is in no event: the codebook does not code what happened to them"),
    "freed": (SET_ASIDE, "is in no event: they were freed"),
    "said again": (SET_ASIDE, "is in no event: the model says that it tells again of people counted"),
    "not counted": (
        SET_ASIDE,
        "is in no event: the model says that nobody of these was harmed in it",
    ),
    "left out": (
        COUNT_LEFT_OUT,
        "is in no event: the rules read them as harmed, the model does not",
    ),
}


def quoted(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the quotes that do not stand in the text where they say."""
    for index, event in enumerate(events):
        for path, evidence in _evidence(index, event):
            if not quotes(article.text, evidence):
                yield QUOTE_NOT_IN_TEXT.at(
                    path,
                    f'"{evidence.quote}" does not stand at characters {evidence.start} to {evidence.end}',
                )


def used(
    article: Article,
    events: tuple[Event, ...],
    set_aside: tuple[SetAside, ...] = (),
    tolls: tuple[Toll, ...] = (),
) -> Iterator[Finding]:
    """Yield the counts of the text that no event or toll uses and nobody set aside, and those set aside.

    And those whose number is written as none is.
    """
    kept = [*(each for event in events for each in event.casualties), *(toll.casualty for toll in tolls)]
    used_at = {reading.mention.start for casualty in kept for reading in stated(article, casualty)}
    counts = readings(article)
    used_at |= {reading.mention.start for aside in set_aside for reading in within(counts, aside.evidence)}
    for reading in counts:
        mention = reading.mention
        # Where a rule is certain that nobody was harmed, nobody is missed.
        if mention.start not in used_at and reading.outcome != "none":
            words = " ".join(mention.text.split())
            yield COUNT_UNUSED.at(
                f"article.text[{mention.start}:{mention.end}]",
                f'"{words}" is in no event and was not set aside',
            )
    for aside in set_aside:
        if aside.why in _SAID:
            rule, said = _SAID[aside.why]
            path = f"article.text[{aside.evidence.start}:{aside.evidence.end}]"
            yield rule.at(path, f'"{" ".join(aside.evidence.quote.split())}" {said}')
    told = [*(each.evidence for each in set_aside), *(words for each in kept for words in each.evidence)]
    yield from _unread(article, [*told, *(each.mention.evidence for each in counts)])


def _unread(article: Article, told: list[Evidence]) -> Iterator[Finding]:
    """Yield the people whose number is written as none is, but for those in words that are told of."""
    language = with_rules(article.language)
    told = sorted(told, key=lambda each: each.start)
    reached = [0, *accumulate((each.end for each in told), max)]
    for start, end in unread(article.text, language=language) if language else ():
        if reached[bisect_left(told, end, key=lambda each: each.start)] <= start:
            words = " ".join(article.text[start:end].split())
            said = f'"{words}" counts people, and its number cannot be read'
            yield NUMBER_UNREAD.at(f"article.text[{start}:{end}]", said)


def _evidence(index: int, event: Event) -> Iterator[tuple[str, Evidence]]:
    """Yield every evidence of the event with its path."""
    holders = (
        ("when", event.when),
        ("where", event.where),
        *((f"side_a[{number}]", actor) for number, actor in enumerate(event.side_a)),
        *((f"side_b[{number}]", actor) for number, actor in enumerate(event.side_b)),
        *((f"casualties[{number}]", casualty) for number, casualty in enumerate(event.casualties)),
    )
    for name, holder in holders:
        for number, evidence in enumerate(holder.evidence if holder else ()):
            yield f"events[{index}].{name}.evidence[{number}]", evidence
