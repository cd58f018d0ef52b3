"""The same words counted twice: under several fates that they do not tell, or in several events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from eventx.article import Article
from eventx.checks.counted import stated
from eventx.checks.quantities import same
from eventx.checks.rule import Rule
from eventx.counts import with_rules
from eventx.counts.harm import outcomes_named
from eventx.counts.reading import Reading
from eventx.schema import Casualty, Event, Finding

COUNTED_TWICE = Rule(
    "counted-twice",
    11,
    "warning",
    "The same words count people in one event and under one fate, unless they tell of several.",
    "one group told as killed, wounded and captured is three times as many people",
)
RULES = (COUNTED_TWICE,)


class _Told(NamedTuple):
    """A casualty, where it stands in the record, and what the rules read of its words."""

    event: int
    number: int
    casualty: Casualty
    reading: Reading | None


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the words that casualties of several fates or events state, where they do not tell so."""
    by_words: dict[tuple[int, int], list[_Told]] = defaultdict(list)
    for index, event in enumerate(events):
        for number, casualty in enumerate(event.casualties):
            if casualty.role not in ("part", "total", "subset"):
                continue
            counts = _counts(article, casualty)
            if len(counts) < 2:
                words = counts[0].mention.evidence if counts else casualty.evidence[0]
                told = _Told(index, number, casualty, next(iter(counts), None))
                by_words[words.start, words.end].append(told)
    for (start, end), group in by_words.items():
        if not all(_may_be_both(article, *pair) for pair in combinations(group, 2)):
            yield _finding(" ".join(article.text[start:end].split()), group)


def _counts(article: Article, casualty: Casualty) -> Sequence[Reading]:
    """Return the counts that the casualty's words may state: of several the one of its number and fate."""
    found = stated(article, casualty)
    of_number = [each for each in found if same(each.mention.quantity, casualty.count)] or found
    of_fate = [each for each in of_number if each.outcome == casualty.outcome]
    return of_fate if len(of_fate) == 1 else of_number


def _may_be_both(article: Article, one: _Told, other: _Told) -> bool:
    """Return whether the same words may tell of both: of two fates, of which the later says whose it is."""
    fates = {one.casualty.outcome, other.casualty.outcome}
    if one.event != other.event or len(fates) == 1:
        return one.event == other.event
    is_linked = one.casualty.was == other.number or other.casualty.was == one.number
    language = with_rules(article.language)
    if language is None or one.reading is None:
        return is_linked
    named = fates & outcomes_named(article.text, *one.reading.clause, language=language)
    if is_linked:
        return bool(named)
    # Nobody is killed and wounded, and where a rule is certain of one fate the other is not told.
    return named == fates and one.reading.outcome is None and fates != {"killed", "wounded"}


def _finding(words: str, told: Sequence[_Told]) -> Finding:
    *_, last = told
    fates = list(dict.fromkeys(each.casualty.outcome for each in told))
    several = (
        f"{', '.join(fates[:-1])} and {fates[-1]}" if len(fates) > 1 else f"{fates[0]} in several events"
    )
    path = f"events[{last.event}].casualties[{last.number}]"
    return COUNTED_TWICE.at(path, f'"{words}" are counted as {several}, and the words do not tell so')
