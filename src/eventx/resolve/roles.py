"""What the counts of one event are to each other, part, total, subset or repeat, and what a sum decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventx.quotes import fold
from eventx.resolve import people
from eventx.resolve.placing import Placed
from eventx.schema import Group, Outcome, Quantity, Role
from eventx.sentences import sentence_start, spans

_OF_THEM = re.compile(
    r"\bof (?:the (?:dead|wounded|injured|victims|killed|detained)|them|those|whom)\b", re.IGNORECASE
)
_DEFINITE = re.compile(r"^(?:the|both|all|his|her|their|its)\b", re.IGNORECASE)
_LEAD = 3  # sentences in which a bare number ("19 dead") is news for the whole
_JOINS = re.compile(r"\s*(?:,|and|,\s*and|&)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cast:
    """One count of an event in its role; `inferred` says how, where the words alone do not."""

    placed: Placed
    outcome: Outcome
    group: Group
    role: Role
    inferred: str | None = None

    @property
    def value(self) -> int | None:
        """The number written, null where there is none."""
        return self.placed.reading.mention.value

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return self.placed.reading.mention.start


def cast(text: str, placed: Sequence[Placed]) -> tuple[Cast, ...]:
    """Return the counts of one event, each in its role, in order."""
    casts: list[Cast] = []
    for each in placed:
        assert each.outcome is not None
        assert each.group is not None
        role = _role(text, each, casts)
        casts.append(Cast(each, each.outcome, each.group, role))
    return tuple(_repeats_like_first(_inferred(_with_totals(text, _later_is_fuller(casts, _headline(text))))))


def quantity(cast_: Cast) -> Quantity:
    """Return the count as it is kept."""
    mention = cast_.placed.reading.mention
    return Quantity(
        value=mention.value,
        low=mention.low,
        high=mention.high,
        approximate=mention.approximate,
        text=mention.text,
    )


def figure(casts: Sequence[Cast], outcome: Outcome) -> Quantity | None:
    """Return an event's figure for one outcome: the total the text gives, else the sum of the parts.

    Killed or wounded who are not told apart widen the upper bound of both. Null where nobody is counted.
    """
    total = next((each for each in casts if each.outcome == outcome and each.role == "total"), None)
    parts = [quantity(each) for each in casts if each.outcome == outcome and each.role == "part"]
    if total is not None:
        return _raised(quantity(total), parts)
    unsure = [quantity(each) for each in casts if each.outcome == "casualties" and each.role == "part"]
    summed = _sum(parts)
    if summed is None or outcome not in ("killed", "wounded") or not unsure:
        return summed
    more = _sum(unsure)
    highs = (summed.high, more.high if more else None)
    return summed.model_copy(update={"high": None if None in highs else sum(high or 0 for high in highs)})


def sum_text(values: Sequence[int]) -> str:
    """Return a sum as it is written: "11 + 8 + 7 = 26"."""
    return f"{' + '.join(str(value) for value in values)} = {sum(values)}"


def _role(text: str, each: Placed, before: Sequence[Cast]) -> Role:
    mention = each.reading.mention
    same = [other for other in before if other.outcome == each.outcome]
    if any(_may_hold(other, each) for other in same) and (
        each.reading.subset or _OF_THEM.search(mention.text) or _continues_subset(text, each, before)
    ):
        return "subset"
    if any(_is_repeat(each, other, _headline(text)) for other in same):
        return "repeat"
    return "part"


def _may_hold(other: Cast, each: Placed) -> bool:
    """Return whether one count is large enough for another to be a part of it."""
    least = each.reading.mention.low or each.reading.mention.value or 0
    return other.value is None or other.value >= least


def _continues_subset(text: str, each: Placed, before: Sequence[Cast]) -> bool:
    """Return whether a count goes on a list of subsets: "including five children and a nurse"."""
    last = before[-1] if before else None
    if last is None or last.role != "subset" or last.outcome != each.outcome:
        return False
    between = text[last.placed.reading.mention.end : each.reading.mention.start]
    return bool(_JOINS.fullmatch(between))


def _is_repeat(each: Placed, other: Cast, headline: int) -> bool:
    """Return whether a count tells again of people already counted: the same figure for the same people.

    News says a figure in the headline, the lead and the body; other people are "another" or "more", but
    for those of the headline, which ends at character `headline`: "five hurt", then "wounding five others".
    """
    mine, theirs = each.reading, other.placed.reading
    if other.role == "subset" or (mine.adds and other.start > headline):
        return False
    if _figure_of(each) != _figure_of(other.placed):
        return False
    if _DEFINITE.match(mine.mention.text):
        return True
    if each.group != other.group and "unknown" not in (each.group, other.group):
        return False
    if mine.mention.value == 1 or mine.mention.value is None:
        return fold(mine.who or "") == fold(theirs.who or "") and mine.who is not None
    return (
        people.is_generic(mine.who)
        or people.is_generic(theirs.who)
        or bool(people.distinctive(mine.who or "") & people.distinctive(theirs.who or ""))
        or fold(mine.who or "") == fold(theirs.who or "")
    )


def _headline(text: str) -> int:
    """Return where the first sentence ends."""
    return spans(text)[0][1]


def _later_is_fuller(casts: list[Cast], headline: int) -> list[Cast]:
    """Return the counts with a headline's bare figure as the repeat of the sentence that says who."""
    found = list(casts)
    for index, each in enumerate(found):
        if each.role != "repeat" or each.placed.reading.who is None:
            continue
        first = next(
            (
                at
                for at, other in enumerate(found[:index])
                if other.role == "part" and _is_repeat(each.placed, other, headline)
            ),
            None,
        )
        if (
            first is not None
            and found[first].placed.reading.who is None
            and found[first].outcome == each.outcome
        ):
            found[first], found[index] = replace(found[first], role="repeat"), replace(each, role="part")
    return found


def _repeats_like_first(casts: list[Cast]) -> list[Cast]:
    """Return the counts, a repeat and what it repeats with the group that either knows."""
    repeats = [each for each in casts if each.role == "repeat"]
    firsts: dict[int, Group] = {
        first.start: next((each.group for each in repeats if _same_figure(each, first)), "unknown")
        for first in casts
        if first.role == "part" and first.group == "unknown"
    }
    known = [replace(each, group=firsts.get(each.start, each.group)) for each in casts]
    counted = [each for each in known if each.role in ("part", "total")]
    return [
        replace(each, group=first.group)
        if each.role == "repeat"
        and (first := next((one for one in counted if _same_figure(each, one)), None))
        else each
        for each in known
    ]


def _same_figure(one: Cast, other: Cast) -> bool:
    return one.outcome == other.outcome and _figure_of(one.placed) == _figure_of(other.placed)


def _figure_of(placed: Placed) -> int | tuple[int | None, int | None]:
    """Return the number written: a headline's "19 dead" is the "at least 19" of the body."""
    mention = placed.reading.mention
    return (mention.low, mention.high) if mention.value is None else mention.value


def _with_totals(text: str, casts: list[Cast]) -> list[Cast]:
    """Return the counts with those that hold the others as totals: "26 people" over soldiers and fighters.

    A total says no more than that they are people, and is told before its parts, in the headline or of
    "people"; or it is just what they add up to. Where others come on top ("another twenty") the smaller
    counts are its subsets instead, and it is added to the others.
    """
    found = list(casts)
    lead = max((end for _, end in spans(text)[:_LEAD]), default=0)
    for outcome in ("killed", "wounded", "captured", "missing"):
        parts = [each for each in found if each.outcome == outcome and each.role == "part"]
        most = max(
            (each for each in parts if _may_be_total(text, each, casts)),
            key=lambda each: each.value or 0,
            default=None,
        )
        if most is None or len(parts) == 1:
            continue
        whole = most.value or 0
        rest = [each for each in parts if each is not most]
        held = [each for each in rest if not each.placed.reading.adds]
        told_as_whole = most.start < lead or most.placed.reading.who is not None
        leads = told_as_whole and most.start < min(each.start for each in rest)
        if _least(rest) == whole or (leads and all((each.value or 0) <= whole for each in rest)):
            on_top = (
                len(held) < len(rest)
                and most.placed.reading.mention.high is not None
                and _least(rest) > whole
            )
            if not on_top:
                groups = {each.group for each in rest}
                group = groups.pop() if len(groups) == 1 and _least(rest) == whole else "all"
                found[found.index(most)] = replace(most, role="total", group=group)
                continue
        elif not (leads and held and all((each.value or 0) <= whole for each in held)):
            continue
        for each in held:
            found[found.index(each)] = replace(each, role="subset")
    return found


def _least(casts: Sequence[Cast]) -> int:
    return sum(each.placed.reading.mention.low or each.value or 0 for each in casts)


def _may_be_total(text: str, each: Cast, casts: Sequence[Cast]) -> bool:
    """Return whether a count says no more than that they are people, and of nobody told just before it.

    "Two officers killed, five hurt": the five are officers too.
    """
    reading = each.placed.reading
    if not people.is_generic(reading.who) or reading.adds:
        return False
    start = sentence_start(text, each.start)
    before = [other.placed.reading.who for other in casts if start <= other.start < each.start]
    return reading.who is not None or all(people.is_generic(who) for who in before)


def _inferred(casts: list[Cast]) -> list[Cast]:
    """Return the counts with what only a sum decides: casualties who must be dead for it to hold."""
    total = next((each for each in casts if each.outcome == "killed" and each.role == "total"), None)
    killed = [each for each in casts if each.outcome == "killed" and each.role == "part"]
    unsure = [each for each in casts if each.outcome == "casualties" and each.role == "part"]
    values = [each.value for each in casts if each in killed or each in unsure]
    if total is None or not unsure or None in values or sum(value or 0 for value in values) != total.value:
        return casts
    how = f"killed, since {sum_text([value or 0 for value in values])}, the total given"
    return [replace(each, outcome="killed", inferred=how) if each in unsure else each for each in casts]


def _sum(parts: Sequence[Quantity]) -> Quantity | None:
    """Return the parts added up, null for none; an open or unknown number leaves its side of the sum open."""
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    values = [part.value for part in parts]
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts]
    return Quantity(
        value=None if None in values else sum(value or 0 for value in values),
        low=sum(lows) if lows else None,
        high=None if None in highs else sum(high or 0 for high in highs),
        approximate=any(part.approximate for part in parts),
        text=" + ".join(part.text for part in parts),
    )


def _raised(total: Quantity, parts: Sequence[Quantity]) -> Quantity:
    """Return a total whose lower bound is at least what its parts add up to (codebook: a bound is raised)."""
    least = sum(part.low or 0 for part in parts)
    if total.low is None or total.high is not None or least <= total.low:
        return total
    return total.model_copy(update={"low": least})
