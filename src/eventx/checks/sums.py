"""The arithmetic of one event: parts against totals, and the event's figures against both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from eventx.article import Article
from eventx.checks.counted import adds, placed
from eventx.checks.figures import OUTCOMES
from eventx.checks.quantities import is_nobody, numbers, of_group, said
from eventx.checks.rule import Rule
from eventx.schema import Casualty, Event, Finding, Group, Outcome, Quantity, Role

SUM_DIFFERS = Rule(
    "sum-differs", 1, "error", "The parts of an outcome never come to more than its total.", "arithmetic"
)
SUM_HOLDS = Rule(
    "sum-holds", 1, "info", "Two or more exact parts come to the total the text gives.", "arithmetic"
)
REMAINDER = Rule(
    "remainder",
    2,
    "warning",
    "The parts come to the total; else some people's side is not known.",
    "UCDP GED: deaths of no known side are a column of their own",
)
TOTAL_BELOW_SUM = Rule(
    "total-below-sum",
    2,
    "warning",
    'A total that is a lower bound ("at least 26") is not below the sum of its parts.',
    "arithmetic",
)
FIGURE_BELOW_SUM = Rule(
    "figure-below-sum",
    2,
    "error",
    "The event's figure is not below what its counts come to.",
    "a number that is lost",
)
FIGURE_MISSING = Rule(
    "figure-missing", 2, "error", "An outcome that is counted has a figure.", "a number that is lost"
)
FIGURE_UNSUPPORTED = Rule(
    "figure-unsupported",
    13,
    "error",
    "The event's figure is not above what its counts come to.",
    "a number nobody wrote cannot be checked by a reader",
)
CASUALTIES_UNRESOLVED = Rule(
    "casualties-unresolved",
    7,
    "warning",
    '"Casualties" are told apart into killed and wounded.',
    "killed lies between none and all of them, so the event's figures may be too low",
)
KILLED_EXCEED_CASUALTIES = Rule(
    "killed-exceed-casualties",
    8,
    "error",
    "No more people are killed than there are casualties, where those are all there are.",
    "casualties are killed or wounded",
)
RULES = (
    SUM_DIFFERS,
    SUM_HOLDS,
    REMAINDER,
    TOTAL_BELOW_SUM,
    FIGURE_BELOW_SUM,
    FIGURE_MISSING,
    FIGURE_UNSUPPORTED,
    CASUALTIES_UNRESOLVED,
    KILLED_EXCEED_CASUALTIES,
)

_COUNTED: tuple[Role, ...] = ("part", "total", "subset")
_OVER_ALL: tuple[Group, ...] = ("unknown", "all")  # a total of these holds every side's people


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield what the sums of each event come to, outcome by outcome."""
    for index, event in enumerate(events):
        remaining = _without_left(event)
        told_apart = _told_apart(event)
        for outcome in OUTCOMES:
            counted = [each for each in remaining if each.outcome == outcome]
            if not counted and getattr(event, outcome) is None:
                continue
            parts = [each for each in counted if each.role == "part"]
            totals = [each for each in counted if each.role == "total"]
            accounts = [_beside(event, each) for each in counted if each.role == "account"]
            subsets = [each for each in counted if each.role == "subset"]
            path = f"events[{index}].{outcome}"
            said_of_totals = [
                found for total in _unlike(totals) for found in _against(path, total, _parts_of(total, parts))
            ]
            yield from said_of_totals
            if not any(found.code == SUM_DIFFERS.code for found in said_of_totals):
                yield from _figure(path, outcome, getattr(event, outcome), parts, totals, accounts, subsets)
        yield from _more_killed(article, index, event)
        for path, casualty in placed(index, event):
            is_counted = casualty.role in ("part", "total") and not is_nobody(casualty.count)
            is_counted = is_counted and not (
                casualty.role == "total" and casualty.count.value == told_apart is not None
            )
            if casualty.outcome == "casualties" and is_counted:
                yield CASUALTIES_UNRESOLVED.at(
                    f"{path}.outcome",
                    f"{said(casualty.count)} casualties may be killed or wounded: nothing says which",
                )


def _beside(event: Event, account: Casualty) -> Casualty:
    """Return an account as of the group that its people are counted in; a rival may say less of them."""
    if account.of is None or account.of >= len(event.casualties):
        return account
    return account.model_copy(update={"group": event.casualties[account.of].group})


def _without_left(event: Event) -> list[Casualty]:
    """Return the casualties without those of their people who died since, and without those who all did."""
    left: dict[int, int] = defaultdict(int)
    for each in event.casualties:
        if each.was is not None and each.role in _COUNTED:
            left[each.was] += each.count.high or each.count.value or 0
    found: list[Casualty] = []
    for number, casualty in enumerate(event.casualties):
        if casualty.outcome not in ("wounded", "missing") or number not in left:
            found.append(casualty)
            continue
        gone, count = left[number], casualty.count
        if count.high is not None and count.high <= gone:
            continue
        fewer = {
            name: None if value is None else max(0, value - gone)
            for name, value in (("value", count.value), ("low", count.low), ("high", count.high))
        }
        found.append(casualty.model_copy(update={"count": count.model_copy(update=fewer)}))
    return found


def _more_killed(article: Article, index: int, event: Event) -> Iterator[Finding]:
    """Yield the counts of all casualties that are smaller than the number killed among the same people."""
    killed = [
        each for each in event.casualties if each.outcome == "killed" and each.role in ("part", "total")
    ]
    is_only = sum(each.outcome == "casualties" for each in event.casualties) == 1

    @cache
    def least_of(group: Group) -> int:
        mine = [each for each in killed if group in (*_OVER_ALL, each.group)]
        return _come_to(
            [each for each in mine if each.role == "part"],
            [each for each in mine if each.role == "total"],
            [],
            lambda count: count.low or 0,
            min,
        )

    for path, casualties in placed(index, event):
        most = casualties.count.high
        if casualties.outcome != "casualties" or most is None:
            continue
        is_all = is_only and casualties.role == "part" and casualties.group in _OVER_ALL
        if casualties.role != "total" and (not is_all or adds(article, casualties)):
            continue  # not all the casualties
        if (least := least_of(casualties.group)) > most:
            yield KILLED_EXCEED_CASUALTIES.at(
                f"{path}.count", f"{least} killed, but {said(casualties.count)} casualties in all"
            )


def _told_apart(event: Event) -> int | None:
    """Return what those told as killed or wounded come to, null where one has no number."""
    parts = [
        each.count.value
        for each in event.casualties
        if each.outcome in ("killed", "wounded") and each.role in ("part", "total")
    ]
    return None if None in parts else sum(each or 0 for each in parts)


def _unlike(totals: Sequence[Casualty]) -> list[Casualty]:
    """Return the totals without those that give again the number of an earlier one for the same group."""
    unlike: dict[tuple[object, ...], Casualty] = {}
    for total in totals:
        count = total.count
        unlike.setdefault((total.group, count.value, count.low, count.high, count.approximate), total)
    return list(unlike.values())


def _parts_of(total: Casualty, parts: Sequence[Casualty]) -> list[Casualty]:
    """Return the parts a total holds: those of its group, all of them when it is a total over all."""
    return [part for part in parts if part.group == total.group or total.group in _OVER_ALL]


def _against(path: str, total: Casualty, parts: Sequence[Casualty]) -> Iterator[Finding]:
    """Yield what the parts come to beside the total; nothing when the text gives no parts."""
    if not parts:
        return
    lows = [part.count.low for part in parts if part.count.low is not None]
    highs = [part.count.high for part in parts if part.count.high is not None]
    is_exact = lows == highs and len(lows) == len(parts)
    whole, low, high = said(total.count), total.count.low, total.count.high
    least = f"{total.outcome} {_added(lows, '' if is_exact else 'at least ')}"
    if high is not None and sum(lows) > high:
        yield SUM_DIFFERS.at(path, f"{least}, but the total given is {whole}")
    elif low is not None and len(highs) == len(parts) and sum(highs) < low:
        missing = f"{'' if is_exact and low == high else 'at least '}{low - sum(highs)}"
        whose, lack = (
            ("", "given no side")
            if total.group in _OVER_ALL
            else (f" {of_group(total.group)}", "in none of its parts")
        )
        parts_come_to = _added(highs, "" if is_exact else "at most ")
        yield REMAINDER.at(
            path, f"{missing} of the {whole} {total.outcome}{whose} are {lack} ({parts_come_to})"
        )
    elif high is None and low is not None and sum(lows) > low:
        yield TOTAL_BELOW_SUM.at(path, f"{least}, so the total given, {whole}, is too low")
    elif is_exact and sum(lows) == total.count.value and len(parts) > 1:
        yield SUM_HOLDS.at(path, least)


def _figure(
    path: str,
    outcome: Outcome,
    figure: Quantity | None,
    parts: Sequence[Casualty],
    totals: Sequence[Casualty],
    accounts: Sequence[Casualty],
    subsets: Sequence[Casualty],
) -> Iterator[Finding]:
    """Yield when the event's figure is lower or higher than its counts allow."""
    floor = _come_to(parts, totals, accounts, lambda count: count.low or 0, min)
    ceiling = _come_to(parts, totals, accounts, lambda count: max(numbers(count), default=0), max)
    ceiling = max(ceiling, sum(each.count.low or 0 for each in subsets))  # of "several, two of them women"
    if figure is None:
        if any(numbers(each.count) for each in (*parts, *totals)):
            yield FIGURE_MISSING.at(
                path, f"the event has no figure for {outcome}, but its counts come to {ceiling}"
            )
        return
    given = f"the event's figure is {said(figure)} {outcome}"
    if any(bound is not None and bound < floor for bound in (figure.low, figure.high)):
        yield FIGURE_BELOW_SUM.at(path, f"{given}, but its counts come to {floor}")
    elif max(figure.value or 0, figure.low or 0) > ceiling:
        counts = (
            f"its counts come to {ceiling}" if parts or totals else f"no count of the event is of {outcome}"
        )
        yield FIGURE_UNSUPPORTED.at(path, f"{given}, but {counts}")


def _come_to(
    parts: Sequence[Casualty],
    totals: Sequence[Casualty],
    accounts: Sequence[Casualty],
    number: Callable[[Quantity], int],
    among: Callable[[Iterable[int]], int],
) -> int:
    """Return what the counts add up to, each group's total in place of its parts where that is more.

    `number` reads one quantity, `among` chooses where the totals of a group differ, or what other accounts
    say of its people.
    """
    sides = 0
    whole = 0
    for group in {each.group for each in (*parts, *totals, *accounts)}:
        others = [number(account.count) for account in accounts if account.group == group]
        summed = among([sum(number(part.count) for part in parts if part.group == group), *others])
        given = [number(total.count) for total in totals if total.group == group]
        total = among(given) if given else 0
        sides += summed if group in _OVER_ALL else max(summed, total)
        whole = max(whole, total)
    return max(sides, whole)


def _added(terms: Sequence[int], bound: str) -> str:
    """Return a sum as a coder writes it: "11 + 8 + 7 = 26", "11 + 8 = at least 19", "19"."""
    total = f"{bound}{sum(terms)}"
    return f"{' + '.join(map(str, terms))} = {total}" if len(terms) > 1 else total
