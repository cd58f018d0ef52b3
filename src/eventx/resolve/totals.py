"""Counts that hold others, and what only a sum decides."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from eventx.resolve import people, same
from eventx.resolve.casts import Cast
from eventx.sentences import sentence_start, spans

_LEAD = 3  # sentences in which a bare number ("19 dead") is news for the whole


def with_totals(text: str, casts: list[Cast]) -> list[Cast]:
    """Return the counts with those that hold the others as totals: "26 people" over soldiers and fighters.

    A total says no more than that they are people, and is told before its parts, in the headline or of
    "people"; or it is just what they add up to. Where others come on top ("another twenty") the smaller
    counts are its subsets instead, and it is added to the others.
    """
    found = list(casts)
    at = {id(each): index for index, each in enumerate(casts)}
    lead = max((end for _, end in spans(text)[:_LEAD]), default=0)
    bare = _without_name_before(text, casts)
    for outcome in ("killed", "wounded", "captured", "missing"):
        parts = [each for each in found if each.outcome == outcome and each.role == "part"]
        if (summary := _summary(text, parts)) is not None:
            whose = {each.group for each in parts if each is not summary}
            group = whose.pop() if len(whose) == 1 else "all"
            found[at[id(summary)]] = replace(summary, role="total", group=group)
            continue
        most = max(
            (each for each in parts if _may_be_total(each, bare)),
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
                found[at[id(most)]] = replace(most, role="total", group=group)
                continue
        elif not (leads and held and all((each.value or 0) <= whole for each in held)):
            continue
        for each in held:
            found[at[id(each)]] = replace(each, role="subset")
    return found


def _summary(text: str, parts: Sequence[Cast]) -> Cast | None:
    """Return the count that tells in one number of those told one by one, None without one.

    "Both men"; or the lead's "three rebels", of whom other sentences tell one and two.
    """
    if len(parts) < 2:
        return None
    first, *rest = parts
    first_sentence = sentence_start(text, first.start)
    is_sum = (
        (first.value or 0) > 1
        and {each.group for each in rest} == {first.group}
        and all(sentence_start(text, each.start) != first_sentence for each in rest)
        and _least(rest) == first.value
    )
    both = next((each for each in parts if same.is_both(each.placed.reading)), None)
    return first if is_sum and len(rest) > 1 else both


def _least(casts: Sequence[Cast]) -> int:
    return sum(each.placed.reading.mention.low or each.value or 0 for each in casts)


def _may_be_total(each: Cast, bare: Container[int]) -> bool:
    """Return whether a count says no more than that they are people, and of nobody told just before it.

    "Two officers killed, five hurt": the five are officers too.
    """
    reading = each.placed.reading
    if not people.is_generic(reading.who) or reading.adds:
        return False
    return reading.who is not None or each.start in bare


def _without_name_before(text: str, casts: Sequence[Cast]) -> frozenset[int]:
    """Return where the counts start before which their sentence counts nobody by more than "people"."""
    named: dict[int, int] = {}  # by sentence, the first count of people called something
    for each in casts:
        if not people.is_generic(each.placed.reading.who):
            named.setdefault(sentence_start(text, each.start), each.start)
    return frozenset(
        each.start for each in casts if each.start <= named.get(sentence_start(text, each.start), each.start)
    )


def inferred(casts: list[Cast]) -> list[Cast]:
    """Return the counts with what only a sum decides: casualties who must be dead for it to hold."""
    total = next((each for each in casts if each.outcome == "killed" and each.role == "total"), None)
    parts = [each for each in casts if each.outcome in ("killed", "casualties") and each.role == "part"]
    values = [each.value for each in parts]
    is_unsure = any(each.outcome == "casualties" for each in parts)
    if total is None or not is_unsure or None in values or sum(value or 0 for value in values) != total.value:
        return casts
    how = f"killed, since {sum_text([value or 0 for value in values])}, the total given"
    return [
        replace(each, outcome="killed", inferred=how)
        if each.outcome == "casualties" and each.role == "part"
        else each
        for each in casts
    ]


def sum_text(values: Sequence[int]) -> str:
    """Return a sum as it is written: "11 + 8 + 7 = 26"."""
    return f"{' + '.join(str(value) for value in values)} = {sum(values)}"
