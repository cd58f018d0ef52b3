"""Each number against the words that state it: bounds, approximation, vague words, zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx.article import Article
from eventx.checks.counted import placed, quotes, stated
from eventx.checks.quantities import is_nobody, numbers, said
from eventx.checks.rule import Rule
from eventx.counts import with_rules
from eventx.counts.language import Language
from eventx.counts.languages import rules
from eventx.counts.mention import CountMention
from eventx.counts.numbers import amount
from eventx.counts.tokens import sentences
from eventx.numerals import stated as stated_in
from eventx.schema import Casualty, Event, Finding, Outcome, Quantity

BOUNDS_ORDER = Rule(
    "bounds-order",
    3,
    "error",
    "The low bound is not above the number, nor the number above the high bound.",
    "UCDP GED: low <= best <= high",
)
BOUNDS_DIFFER = Rule(
    "bounds-differ",
    4,
    "error",
    "The bounds are those the words give: at least 26, more than 26, up to 50, 20 to 30.",
    "a bound recorded as an exact number looks surer than its source",
)
APPROXIMATION_DIFFERS = Rule(
    "approximation-differs",
    5,
    "error",
    "A number said to be around, some or nearly so many is approximate and has no bounds.",
    "an estimate recorded as an exact number looks surer than its source",
)
VAGUE_NUMBER = Rule(
    "vague-number",
    6,
    "error",
    "A vague word (dozens, several) or a range is not recorded as one number.",
    "ACLED's numbers for vague words are for the export alone",
)
NUMBER_NOT_IN_QUOTE = Rule(
    "number-not-in-quote",
    13,
    "error",
    "Every number stands in its quote, in digits or words, or says how it was derived.",
    "a number nobody wrote cannot be checked by a reader",
)
ZERO_NOT_STATED = Rule(
    "zero-not-stated",
    16,
    "error",
    "Zero is recorded only where the words say that nobody was harmed; unstated is null.",
    "no report is not a report of nobody",
)
RULES = (
    BOUNDS_ORDER,
    BOUNDS_DIFFER,
    APPROXIMATION_DIFFERS,
    VAGUE_NUMBER,
    NUMBER_NOT_IN_QUOTE,
    ZERO_NOT_STATED,
)

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")

_NUMBER = re.compile(r"\d+")
_NOBODY = re.compile(r"\b(?:no|nobody|none|nor|not|zero|without|never|un(?:hurt|harmed|injured))\b", re.I)
_ANY_NUMBER = re.compile(r"\d")


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield what is wrong with single numbers, in the order of the record."""
    for index, event in enumerate(events):
        for path, casualty in placed(index, event):
            yield from _order(f"{path}.count", casualty.count)
            # In a language without rules no words can be held against their number.
            if language := with_rules(article.language):
                yield from worded(article, f"{path}.count", casualty, rules(language))
        yield from _of_outcomes(index, event)


def unworded(events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield what is wrong with single numbers, whatever their words: that much needs no text."""
    for index, event in enumerate(events):
        for path, casualty in placed(index, event):
            yield from _order(f"{path}.count", casualty.count)
        yield from _of_outcomes(index, event)


def _of_outcomes(index: int, event: Event) -> Iterator[Finding]:
    """Yield what is wrong with the event's figures."""
    for outcome, figure in figures(event):
        path = f"events[{index}].{outcome}"
        yield from _order(path, figure)
        if is_nobody(figure) and not _says_nobody(event, outcome):
            yield ZERO_NOT_STATED.at(
                path, f"no count says that nobody was {_participle(outcome)}, but 0 is recorded"
            )


def figures(event: Event) -> Iterator[tuple[Outcome, Quantity]]:
    """Yield the event's figures that are not null, each with its outcome."""
    for outcome in OUTCOMES:
        figure: Quantity | None = getattr(event, outcome)
        if figure is not None:
            yield outcome, figure


def _order(path: str, count: Quantity) -> Iterator[Finding]:
    """Yield when the bounds are out of order; "less than 26" is written 26 and means at most 25."""
    value, low, high = count.value, count.low, count.high
    if low is not None and high is not None and low > high:
        yield BOUNDS_ORDER.at(path, f"the low bound {low} is above the high bound {high}")
    elif value is not None and high is not None and value > high + (low is None):
        yield BOUNDS_ORDER.at(path, f"the number {value} is above its high bound {high}")
    elif value is not None and low is not None and high is not None and value < low:
        yield BOUNDS_ORDER.at(path, f"the number {value} is below its low bound {low}")


def worded(article: Article, path: str, casualty: Casualty, language: Language) -> Iterator[Finding]:
    """Yield when the casualty's words state another number."""
    count = casualty.count
    mentions = [reading.mention for reading in stated(article, casualty)]
    if any(_agree(count, mention) for mention in mentions):
        return
    if "model" in casualty.vouched_by and is_borne_out(casualty, article.language):
        return
    if is_nobody(count):
        yield ZERO_NOT_STATED.at(
            path, f"{_quoted(casualty)} does not say that nobody was {_participle(casualty.outcome)}"
        )
    elif is_derived(casualty):
        return
    elif mentions:
        yield _difference(path, count, _nearest(count, mentions))
    elif not _stands_in(article, casualty, language):
        yield NUMBER_NOT_IN_QUOTE.at(path, f"{_quoted(casualty)} does not state {said(count)}")


def is_borne_out(casualty: Casualty, language: str | None) -> bool:
    """Return whether the number stands in words that no rule reads as a count: "2-3k", "23 [persons]"."""
    if is_nobody(casualty.count):
        return any(_NOBODY.search(each.quote) for each in casualty.evidence)
    wanted = set(numbers(casualty.count))
    return any(wanted <= stated_in(each.quote, language) for each in casualty.evidence)


def _agree(count: Quantity, mention: CountMention) -> bool:
    """Return whether the number is the mention's; what a vague word means at least may be left open."""
    if mention.value is None and mention.high is None and count.low is None:
        return count.value is None and count.high is None
    stated_as = (mention.value, mention.low, mention.high, mention.approximate)
    return (count.value, count.low, count.high, count.approximate) == stated_as


def _nearest(count: Quantity, mentions: list[CountMention]) -> CountMention:
    return next((mention for mention in mentions if mention.value == count.value), mentions[0])


def _difference(path: str, count: Quantity, mention: CountMention) -> Finding:
    means = mention.quantity
    words = f'"{mention.text}"'
    if mention.value is None and count.value is not None:
        return VAGUE_NUMBER.at(path, f"{words} is no single number, but {count.value} is recorded")
    if mention.value != count.value:
        return NUMBER_NOT_IN_QUOTE.at(path, f"{words} states {said(means)}, but {said(count)} is recorded")
    if mention.approximate and not count.approximate:
        return APPROXIMATION_DIFFERS.at(path, f"{words} is approximate, but it is recorded as {said(count)}")
    if count.approximate and not mention.approximate:
        return APPROXIMATION_DIFFERS.at(
            path, f"{words} states {said(means)}, but it is recorded as approximate"
        )
    if mention.approximate:
        return APPROXIMATION_DIFFERS.at(path, f"{words} is approximate, but it is recorded with bounds")
    return BOUNDS_DIFFER.at(path, f"{words} means {said(means)}, but it is recorded as {said(count)}")


def is_derived(casualty: Casualty) -> bool:
    """Return whether `inferred` explains the number: a sum must name it, other words may leave it out."""
    how = casualty.inferred
    if how is None:
        return False
    told = {int(number) for number in _NUMBER.findall(how) if len(number) < 12}
    return not _ANY_NUMBER.search(how) or not told.isdisjoint(numbers(casualty.count))


def _stands_in(article: Article, casualty: Casualty, language: Language) -> bool:
    """Return whether the words hold the number, or one person, whom a text seldom counts ("the mayor")."""
    wanted = set(numbers(casualty.count))
    if wanted <= {1} and any(quotes(article.text, evidence) for evidence in casualty.evidence):
        return True
    return any(not wanted.isdisjoint(_numbers_in(evidence.quote, language)) for evidence in casualty.evidence)


def _numbers_in(quote: str, language: Language) -> Iterator[int]:
    for tokens in sentences(quote, language):
        for at in range(len(tokens.spans)):
            found = amount(tokens.words, at, language.words)
            if found is not None:
                yield from (number for number in found[1:4] if number is not None)


def _says_nobody(event: Event, outcome: Outcome) -> bool:
    """Return whether a count of the event says that nobody was; "no casualties" is nobody killed."""
    return any(each.outcome in (outcome, "casualties") and is_nobody(each.count) for each in event.casualties)


def _quoted(casualty: Casualty) -> str:
    return f'"{min((evidence.quote for evidence in casualty.evidence), key=len)}"'


def _participle(outcome: Outcome) -> str:
    return "killed or wounded" if outcome == "casualties" else outcome
