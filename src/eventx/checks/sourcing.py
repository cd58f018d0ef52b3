"""Whose word stands behind each number, and where the accounts part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from eventx import places
from eventx.article import Article
from eventx.checks.counted import adds, placed
from eventx.checks.quantities import differ, listed, may_be_same, numbers, of_group, said
from eventx.checks.rule import Rule
from eventx.quotes import fold
from eventx.schema import Actor, Casualty, Event, Finding, Group, Outcome, Quantity

NO_SOURCE = Rule(
    "no-source",
    36,
    "warning",
    "Each number has a source it is attributed to.",
    "casualty recording: each source's word is kept",
)
BELLIGERENT_CLAIM = Rule(
    "belligerent-claim",
    36,
    "warning",
    "A number of enemies harmed has another source than those who fought them.",
    "a belligerent's claim of enemy losses is no independent count",
)
SOURCES_DIFFER = Rule(
    "sources-differ",
    37,
    "warning",
    "Two sources give the same number for the same people; where they differ both are kept apart.",
    "casualty recording: ranges are published, each source's number is kept",
)
FIGURE_NOT_OF_SOURCES = Rule(
    "figure-not-of-sources",
    37,
    "warning",
    "Where sources differ, the event's figure reaches from the least to the most that any of them gives.",
    "casualty recording: ranges are published, each source's number is kept",
)
RULES = (NO_SOURCE, BELLIGERENT_CLAIM, SOURCES_DIFFER, FIGURE_NOT_OF_SOURCES)

_OTHER: dict[Group, Group] = {"side_a": "side_b", "side_b": "side_a"}


def check(article: Article, events: tuple[Event, ...]) -> Iterator[Finding]:
    """Yield the numbers without a source, those a belligerent claims, and those on which sources differ."""
    for index, event in enumerate(events):
        path = f"events[{index}].casualties"
        counts = [each for _, each in placed(index, event) if each.role != "repeat"]
        if unsourced := [each for each in counts if not each.attributed_to]:
            yield NO_SOURCE.at(path, f"nothing says who gives these numbers: {listed(unsourced)}")
        yield from _claims(path, event, counts)
        yield from _accounts(article, index, event, counts)


def _claims(path: str, event: Event, counts: Sequence[Casualty]) -> Iterator[Finding]:
    claims: dict[str, list[Casualty]] = {}
    for each in counts:
        other = _OTHER.get(each.group)
        enemies: tuple[Actor, ...] = getattr(event, other) if other else ()
        source = each.attributed_to
        is_loss = each.outcome in ("killed", "wounded", "casualties")
        if source and is_loss and any(_is_of(source, enemy.name) for enemy in enemies):
            claims.setdefault(source, []).append(each)
    for source, claimed in claims.items():
        yield BELLIGERENT_CLAIM.at(path, f"{source} gives the numbers of its own enemy: {listed(claimed)}")


def _is_of(source: str, actor: str) -> bool:
    """Return whether the source speaks for the actor: "a spokesman of the Arland army" and "Arland army"."""
    one, other = (f" {places.normalise(name)} " for name in (source, actor))
    return one.strip() != "" and other.strip() != "" and (one in other or other in one)


def _accounts(article: Article, index: int, event: Event, counts: Sequence[Casualty]) -> Iterator[Finding]:
    """Yield for each outcome and group the numbers that different sources give for the same people."""
    with_total = {each.outcome for each in counts if each.role == "total"}
    alike: dict[tuple[Outcome, Group], list[Casualty]] = defaultdict(list)
    for each in counts:
        if each.attributed_to and each.role != "subset":
            alike[each.outcome, each.group].append(each)

    disputed = [_in_dispute(article, given, with_total) for given in alike.values()]
    at = {id(each): number for number, each in enumerate(counts)}
    for told in sorted(filter(None, disputed), key=lambda told: at[id(told[0])]):
        outcome, group = told[0].outcome, told[0].group
        given = ", ".join(f"{said(each.count)} ({each.attributed_to})" for each in told)
        all_numbers = [number for each in told for number in numbers(each.count)]
        yield SOURCES_DIFFER.at(
            f"events[{index}].casualties",
            f"sources differ on the {outcome} {of_group(group)}: {given}; "
            f"low {min(all_numbers)}, high {max(all_numbers)}",
        )
        figure: Quantity | None = None if outcome == "casualties" else getattr(event, outcome)
        others = [each for each in counts if each.outcome == outcome and each.role != "subset"]
        if figure is not None and len(others) == len(told) and not _spans(figure, all_numbers):
            yield FIGURE_NOT_OF_SOURCES.at(
                f"events[{index}].{outcome}",
                f"the event's figure is {said(figure)} {outcome}, but its sources give "
                f"{min(all_numbers)} to {max(all_numbers)}",
            )


def _in_dispute(
    article: Article, given: Sequence[Casualty], with_total: Collection[Outcome]
) -> list[Casualty]:
    """Return the counts of one outcome and group that another one differs from, pair by pair.

    What is alike in all that is compared differs from the same others, and is compared once.
    """
    if len({fold(each.attributed_to or "") for each in given}) < 2:
        return []
    # Below a total, or "further", parts are added up: they are other people.
    added = [each.role == "part" and (each.outcome in with_total or adds(article, each)) for each in given]
    found: dict[Casualty, None] = {}
    last: dict[object, int] = {}  # by what is compared, the last count that differs from it
    for index, one in enumerate(given):
        count = (one.count.value, one.count.low, one.count.high, one.count.approximate)
        key = (one.attributed_to, count, one.role, one.who, one.of, one.vouched_by, added[index])
        if key not in last:
            others = [
                at
                for at in range(index + 1, len(given))
                if _are_accounts(one, given[at])
                and not (one.role == given[at].role == "part" and (added[index] or added[at]))
            ]
            last[key] = max(others, default=-1)
            found |= dict.fromkeys([one, *(given[at] for at in others)] if others else ())
        elif last[key] > index:
            found.setdefault(one)
    return list(found)


def _spans(figure: Quantity, given: Sequence[int]) -> bool:
    """Return whether a figure reaches from the least to the most of the numbers; an open end reaches far."""
    low, high = figure.low, figure.high
    is_open = figure.approximate and low is None and high is None
    return is_open or ((low is None or low <= min(given)) and (high is None or high >= max(given)))


def _are_accounts(one: Casualty, other: Casualty) -> bool:
    """Return whether two counts of one outcome and group are what two sources say of the same people."""
    roles = {one.role, other.role}
    is_known = "account" in roles and roles <= {"part", "total", "account"}
    # An account of nobody in the event is an older toll, or what a text only supposes.
    is_known = is_known and not any(
        each.role == "account" and each.of is None and "model" in each.vouched_by for each in (one, other)
    )
    is_alike = roles in ({"part"}, {"total"}) and may_be_same(one.who, other.who)
    return (
        (is_known or is_alike)
        and fold(one.attributed_to or "") != fold(other.attributed_to or "")
        and differ(one.count, other.count)
    )
