"""What no reader of a kept record passes on: a number that is wrong, where the record does not say so itself.

A quote that does not stand in the text is no record at all (`eventx.schema`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from eventx.article import Article
from eventx.checks.counted import placed
from eventx.checks.figures import NUMBER_NOT_IN_QUOTE, is_borne_out, is_derived, unworded, worded
from eventx.checks.quantities import is_nobody, numbers, said
from eventx.checks.reading import FIGURE_DISPUTED, NUMBER_UNVERIFIED
from eventx.checks.rule import Rule
from eventx.checks.sums import check as check_sums
from eventx.counts import with_rules
from eventx.counts.languages import rules
from eventx.numerals import can_be_read, digits, leading, stated
from eventx.plain import plain, plain_article
from eventx.schema import Casualty, Extraction, Finding

__all__ = ["untold"]

EVENT_TWICE = Rule(
    "event-twice", 0, "error", "No two events of an article have one id.", "an event counted twice"
)


def untold(extraction: Extraction) -> Iterator[Finding]:
    """Yield the errors in the numbers of a record that are not among its findings.

    Nothing for a record as eventx makes it, or as a coder's correction leaves it: what the checks found then
    is told there. A number is looked for in its words first, and only where it does not stand there is the
    text read as the checks read it.
    """
    seen = plain(extraction.article.text)
    article, events = plain_article(extraction.article), seen.there(extraction.events)
    told = set(extraction.findings)
    in_words = (
        finding
        for index, event in enumerate(events)
        for path, casualty in placed(index, event)
        for finding in _of_event(article, f"{path}.count", casualty, told)
    )
    in_tolls = (
        finding
        for index, toll in enumerate(extraction.tolls)
        for finding in _of_model(article, f"tolls[{index}].casualty.count", seen.there(toll.casualty), told)
    )
    found = chain(_twice(extraction), unworded(events), in_words, in_tolls, check_sums(article, events))
    return (each for each in found if each.severity == "error" and each not in told)


def _twice(extraction: Extraction) -> Iterator[Finding]:
    ids = [event.id for event in extraction.events]
    for index, id in enumerate(ids):
        if id in ids[:index]:
            yield EVENT_TWICE.at(f"events[{index}].id", f"the id {id} is that of another event")


def _of_event(article: Article, path: str, casualty: Casualty, told: set[Finding]) -> Iterator[Finding]:
    language = with_rules(article.language)
    if language is None:
        yield from _of_model(article, path, casualty, told)
    elif not _stands(casualty, language) and not _is_known(casualty, language):
        yield from worded(article, path, casualty, rules(language))


def _is_known(casualty: Casualty, language: str) -> bool:
    """Return whether nothing is asked of the words beyond what they hold: `worded` would say nothing."""
    if is_nobody(casualty.count):
        return is_borne_out(casualty, language)
    return is_derived(casualty) or ("model" in casualty.vouched_by and is_borne_out(casualty, language))


def _of_model(article: Article, path: str, casualty: Casualty, told: set[Finding]) -> Iterator[Finding]:
    """Yield when a number that only a model read does not stand in its words."""
    if _stands(casualty, article.language) or casualty.inferred is not None:
        return
    places = {f"article.text[{each.start}:{each.end}]" for each in casualty.evidence}
    places.add(path.removesuffix(".count"))
    codes = {each.code for each in told if each.path in places}
    if set(numbers(casualty.count)) <= {0, 1}:  # "the mayor": one person is seldom counted
        begins = [leading(each.quote, article.language) or 0 for each in casualty.evidence]
        is_told = FIGURE_DISPUTED.code in codes or max(begins) < 2 or not numbers(casualty.count)
    else:
        is_told = not can_be_read(article.language) and NUMBER_UNVERIFIED.code in codes
    if not is_told:
        words = " … ".join(each.quote for each in casualty.evidence)
        yield NUMBER_NOT_IN_QUOTE.at(path, f'"{words}" does not state {said(casualty.count)}')


def _stands(casualty: Casualty, language: str | None) -> bool:
    """Return whether the words hold every number; of one person or no number, whether they hold none.

    What they make of it ("at least", "of them") is not asked.
    """
    count = casualty.count
    wanted = set(numbers(count))
    if count.value is not None:  # "more than 26" is 27 at the least, "fewer than 26" 25 at the most
        wanted -= {count.value + 1} if count.low == count.value + 1 else set()
        wanted -= {count.value - 1} if count.high == count.value - 1 else set()
    if wanted and any(wanted <= digits(each.quote) for each in casualty.evidence):
        return True
    held = [stated(each.quote, language) for each in casualty.evidence]
    if wanted <= {1} and not is_nobody(count) and not any(held):
        return True
    return bool(wanted) and any(wanted <= each for each in held)
