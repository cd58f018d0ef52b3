"""What the counts of one event are to each other: subsets and wholes, totals, what adds and what repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, islice

from eventx.article import Article
from eventx.checks.counted import Placed, adds, place, placed
from eventx.checks.quantities import brief, differ, may_be_same, said
from eventx.checks.rule import Rule
from eventx.schema import Casualty, Event, Finding, Group, Outcome, Quantity

SUBSET_EXCEEDS_WHOLE = Rule(
    "subset-exceeds-whole",
    9,
    "error",
    'A subset ("including", "of whom") is not larger than the count it is part of.',
    "arithmetic",
)
SUBSET_WITHOUT_WHOLE = Rule(
    "subset-without-whole",
    9,
    "error",
    "A subset has a whole in the same event; a subset is never added, so without one it is lost.",
    "a number that is lost",
)
ADDS_AND_REPLACES = Rule(
    "adds-and-replaces",
    10,
    "error",
    'A figure that replaces another ("the toll rose to 30") is not added to others.',
    "nobody is counted twice",
)
REPEAT_COUNTED = Rule(
    "repeat-counted",
    11,
    "error",
    "The headline's figure said again in the text is counted once.",
    "nobody is counted twice",
)
REPEAT_OF_NOTHING = Rule(
    "repeat-of-nothing",
    11,
    "warning",
    "A count kept as a repeat has the number of another count, or of a sum.",
    "a number that is lost",
)
TOTALS_DIFFER = Rule(
    "totals-differ",
    12,
    "warning",
    "The totals of one outcome are the same in the headline and in the text.",
    "one of them is wrong or older",
)
RULES = (
    SUBSET_EXCEEDS_WHOLE,
    SUBSET_WITHOUT_WHOLE,
    ADDS_AND_REPLACES,
    REPEAT_COUNTED,
    REPEAT_OF_NOTHING,
    TOTALS_DIFFER,
)

_ANY_SIDE: tuple[Group, ...] = ("unknown", "all")
_HEADLINES = 2  # lines at the top that may say the news in short
_LINE = re.compile(r"(?<![^\r\n])[^\S\r\n]*+\S[^\r\n]*+")
_BEFORE = 80  # characters before a count that may say it replaces another
_TOLL = r"(?:toll|tally|number|count|total|figure|deaths|dead|casualties)\b"
_RISES = (
    r"(?:r[io]s(?:e|es|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
    r"|gr(?:ow|ows|ew|own|owing)|br(?:ing|ings|inging|ought)|revis(?:e|es|ed|ing)|updat(?:e|es|ed|ing))\b"
)
_REPLACES = re.compile(
    rf"\b(?:{_TOLL}[^.;]*\b{_RISES}[^.;,]*\bto|{_RISES}[^.;]*\b{_TOLL}[^.;,]*\bto"
    r"|(?:toll|tally)\b[^.;]*\bnow\b(?:\s\w+){0,3})\s*$",
    re.IGNORECASE,
)


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield where an event counts people twice, or not at all, by the role a count was given."""
    lines = _headlines(article.text)
    for index, event in enumerate(events):
        counts = list(placed(index, event))
        yield from _subsets(counts)
        parts = [(path, each) for path, each in counts if each.role == "part"]
        yield from _replaced(article, parts)
        yield from _counted_again(article, lines, parts)
        yield from _repeats(counts)
        yield from _totals(index, counts)


def _subsets(counts: Sequence[Placed]) -> Iterator[Finding]:
    wholes = [each for _, each in counts if each.role in ("part", "total")]

    @cache
    def tops(outcome: Outcome, group: Group) -> tuple[int | None, ...]:
        """Return what a subset may not exceed, by the counts of its group, else by any; null when not sure."""
        mine = [each for each in wholes if _may_hold(each.outcome, outcome)]
        near = [each for each in mine if _may_share(each.group, group)]
        return tuple({_top(each) for each in near or mine})

    for path, subset in counts:
        if subset.role != "subset":
            continue
        least = subset.count.low or (None if subset.count.approximate else subset.count.value) or 0
        most = tops(subset.outcome, subset.group)
        sure = [top for top in most if top is not None]
        if not most:
            yield SUBSET_WITHOUT_WHOLE.at(
                path, f"{brief(subset)} is kept as part of another count, but the event has none"
            )
        elif len(sure) == len(most) and max(sure) < least:
            yield SUBSET_EXCEEDS_WHOLE.at(
                f"{path}.count",
                f"{brief(subset)} is kept as part of another count, but the largest is {max(sure)}",
            )


def _may_hold(whole: Outcome, other: Outcome) -> bool:
    """Return whether a count may hold another by outcome: casualties are killed or wounded."""
    return whole == other or (whole == "casualties" and other in ("killed", "wounded"))


def _top(whole: Casualty) -> int | None:
    """Return the number a subset may not exceed, null when none is stated for sure."""
    count = whole.count
    return None if count.approximate else count.high if count.high is not None else count.value


def _replaced(article: Article, parts: Sequence[Placed]) -> Iterator[Finding]:
    for path, part in parts:
        if "model" in part.vouched_by:
            continue  # its links say what comes on top: the bomber, who is not in the toll
        at = place(article, part)
        cue = _REPLACES.search(article.text, max(0, at - _BEFORE), at)
        if cue is None:
            continue
        others = (
            each
            for _, each in parts
            if each is not part and each.outcome == part.outcome and _may_share(each.group, part.group)
        )
        if (other := next(others, None)) is not None:
            words = " ".join(cue[0].split())
            yield ADDS_AND_REPLACES.at(
                f"{path}.role",
                f'"{words}" makes {brief(part)} the new figure, but it is added to {brief(other)}',
            )


def _counted_again(
    article: Article, headlines: Sequence[tuple[int, int]], parts: Sequence[Placed]
) -> Iterator[Finding]:
    lines = [_line(headlines, place(article, each)) for _, each in parts]
    alike: dict[object, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))  # by line
    for index, (_, each) in enumerate(parts):
        if not adds(article, each):
            alike[each.outcome, _number(each.count)][lines[index]].append(index)
    for index, (_, one) in enumerate(parts):
        if adds(article, one):
            continue
        by_line = alike[one.outcome, _number(one.count)]
        elsewhere = [at for line, found in by_line.items() if line != lines[index] for at in found]
        for path, other in (parts[at] for at in sorted(elsewhere) if at > index):
            if _may_be_one(one, other):
                yield REPEAT_COUNTED.at(
                    f"{path}.role",
                    f"{brief(one)} of the headline and of the text are counted as two lots of people",
                )


def _number(count: Quantity) -> object:
    """Return what is the same of two counts of the same number: of "26" and "at least 26" 26."""
    return (count.low, count.high, count.approximate) if count.value is None else count.value


def _may_be_one(one: Casualty, other: Casualty) -> bool:
    """Return whether two counts of one number may be of the same people: "26" above, "26 people" below."""
    return may_be_same(one.who, other.who) and _may_share(one.group, other.group)


def _repeats(counts: Sequence[Placed]) -> Iterator[Finding]:
    known = cache(lambda outcome: _numbers([each for _, each in counts], outcome))
    for path, repeat in counts:
        value = repeat.count.value
        if repeat.role != "repeat" or value is None or repeat.count.approximate:
            continue
        numbers = known(repeat.outcome)
        if numbers is not None and value not in numbers:
            yield REPEAT_OF_NOTHING.at(
                f"{path}.role",
                f"{brief(repeat)} is kept as said before, but no other count or sum is {value}",
            )


def _numbers(counts: Sequence[Casualty], outcome: Outcome) -> frozenset[int | None] | None:
    """Return the numbers that a repeat may say again: of counts and of sums; null where one is not known."""
    others = [
        each
        for each in counts
        if each.role != "repeat" and (_may_hold(each.outcome, outcome) or _may_hold(outcome, each.outcome))
    ]
    if any(each.count.value is None or each.count.approximate for each in others):
        return None
    parts = [each for each in others if each.role == "part"]
    sums = {
        sum(each.count.value or 0 for each in parts if each.group == group or group == "all")
        for group in ("all", *{each.group for each in parts})
    }
    return frozenset(sums | {each.count.value for each in others})


def _totals(index: int, counts: Sequence[Placed]) -> Iterator[Finding]:
    totals = [(path, each) for path, each in counts if each.role == "total"]
    for (_, one), (path, other) in combinations(totals, 2):
        # Two sources with a total each are two accounts, which is said elsewhere.
        if one.attributed_to and other.attributed_to and one.attributed_to != other.attributed_to:
            continue
        if one.outcome == other.outcome and one.group == other.group and differ(one.count, other.count):
            yield TOTALS_DIFFER.at(
                f"{path}.count",
                f"the text gives {said(one.count)} and {said(other.count)} as the total {one.outcome}",
            )


def _may_share(one: Group, other: Group) -> bool:
    """Return whether two groups may have people in common."""
    return one == other or one in _ANY_SIDE or other in _ANY_SIDE


def _headlines(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of the lines at the top that may be headlines."""
    return [line.span() for line in islice(_LINE.finditer(text), _HEADLINES)]


def _line(headlines: Sequence[tuple[int, int]], offset: int) -> int | None:
    """Return which headline the offset stands in, null for the text below them."""
    return next((at for at, (start, end) in enumerate(headlines) if start <= offset < end), None)
