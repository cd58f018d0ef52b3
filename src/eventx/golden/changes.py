"""What differs between two extractions: event by event, field by field, as data.

Events, casualties, tolls and actors are paired first (`golden.pairing`), so that one that came or went is one
change and not a shift of all that follow. The order of a list, the ids of events and the index that says
which casualty holds another are names, not facts: they make no difference while they name the same thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from eventx.export.figures import exact
from eventx.golden import pairing
from eventx.golden.pairing import Pairing, SameWords
from eventx.schema import (
    Actor,
    Casualty,
    Event,
    Evidence,
    Extraction,
    Finding,
    Place,
    Quantity,
    Toll,
    When,
)

__all__ = ["Allowed", "Change", "changes"]

_INDEX = re.compile(r"events\[(\d+)\](?:\.casualties\[(\d+)\])?")


class Change(NamedTuple):
    """One difference: a field that changed, or a thing that was added or removed.

    `path` names it to a person: "e1.casualties[2].count.value", by the old extraction's ids and indices (the
    new one's for what was added). `field` names it in the schema: "events.casualties.count.value". `old` and
    `new` are the values, None where there is none. `quote` are the words that stand there.
    """

    kind: Literal["changed", "added", "removed"]
    path: str
    field: str
    old: Any
    new: Any
    quote: str | None = None


@dataclass(frozen=True)
class Allowed:
    """Differences that do not count: fields to `ignore`, and by how much a field may move (days for dates).

    A field is named as in the schema, "events.casualties.count.value"; one holds for all that is below it.
    """

    ignore: tuple[str, ...] = ()
    tolerance: Mapping[str, float] = field(default_factory=dict)

    def allows(self, change: Change) -> bool:
        """Return whether the change does not count."""
        return any(_within(change.field, each) for each in self.ignore) or any(
            _within(change.field, each) and _apart(change.old, change.new) <= most
            for each, most in self.tolerance.items()
        )


def changes(old: Extraction, new: Extraction, allowed: Allowed | None = None) -> tuple[Change, ...]:
    """Return what differs, in the order of the schema; empty when nothing does, or only what is allowed."""
    found = _Comparison(old, new).changes()
    return tuple(change for change in found if allowed is None or not allowed.allows(change))


@dataclass(frozen=True)
class _Comparison:
    old: Extraction
    new: Extraction

    def changes(self) -> Iterator[Change]:
        yield from self._fields("article", "article", self.old.article, self.new.article, None)
        yield from self._events()
        yield from self._tolls()
        yield from self._findings()
        yield from self._fields("provenance", "provenance", self.old.provenance, self.new.provenance, None)

    @property
    def one_text(self) -> bool:
        return self.old.article.text == self.new.article.text

    @property
    def same_words(self) -> SameWords:
        return pairing.overlapping if self.one_text else pairing.reading_alike

    @cached_property
    def events(self) -> Pairing:
        return pairing.events(self.old.events, self.new.events, self.same_words)

    @cached_property
    def casualties(self) -> dict[tuple[int, int], Pairing]:
        """How the casualties of each pair of events go together."""
        return {
            (i, j): pairing.casualties(
                self.old.events[i].casualties, self.new.events[j].casualties, self.same_words
            )
            for i, j in self.events.pairs
        }

    def _events(self) -> Iterator[Change]:
        paired = dict(self.events.pairs)
        for i, event in enumerate(self.old.events):
            if i in paired:
                yield from self._event(i, paired[i])
            else:
                yield Change("removed", event.id, "events", event, None)
        for j in self.events.added:
            event = self.new.events[j]
            yield Change("added", event.id, "events", None, event)

    def _event(self, i: int, j: int) -> Iterator[Change]:
        old, new = self.old.events[i], self.new.events[j]
        for name in Event.model_fields:
            path, below, was, now = (
                f"{old.id}.{name}",
                f"events.{name}",
                getattr(old, name),
                getattr(new, name),
            )
            if name == "casualties":
                yield from self._things(path, below, was, now, self.casualties[i, j])
            elif name in ("side_a", "side_b"):
                yield from self._things(path, below, was, now, pairing.actors(was, now, self.same_words))
            elif name != "id":
                yield from self._value(path, below, was, now, _words(now or was))

    def _things(
        self,
        path: str,
        below: str,
        old: Sequence[Casualty] | Sequence[Actor],
        new: Sequence[Casualty] | Sequence[Actor],
        paired: Pairing,
    ) -> Iterator[Change]:
        holder = dict(paired.pairs)
        for i, was in enumerate(old):
            if i not in holder:
                yield Change("removed", f"{path}[{i}]", below, was, None, _words(was))
                continue
            now = new[holder[i]]
            if isinstance(was, Casualty):
                # What it points at goes by its new number, another when a casualty came or went before.
                links = {"of": was.of, "was": was.was}
                at = {name: holder.get(index, index) for name, index in links.items() if index is not None}
                was = was.model_copy(update=at)
            yield from self._fields(f"{path}[{i}]", below, was, now, _words(now))
        for j in paired.added:
            yield Change("added", f"{path}[{j}]", below, None, new[j], _words(new[j]))

    def _tolls(self) -> Iterator[Change]:
        old, new = ([each.casualty for each in side.tolls] for side in (self.old, self.new))
        paired = pairing.casualties(old, new, self.same_words)
        found = dict(paired.pairs)
        for i, toll in enumerate(self.old.tolls):
            if i not in found:
                yield Change("removed", f"tolls[{i}]", "tolls", toll, None, _words(old[i]))
                continue
            path, j = f"tolls[{i}]", found[i]
            yield from self._over(f"{path}.events", toll, self.new.tolls[j])
            yield from self._fields(f"{path}.casualty", "tolls.casualty", old[i], new[j], _words(new[j]))
        for j in paired.added:
            yield Change("added", f"tolls[{j}]", "tolls", None, self.new.tolls[j], _words(new[j]))

    def _over(self, path: str, old: Toll, new: Toll) -> Iterator[Change]:
        """Yield the events that a toll is over no more, or newly; those of the new by their old ids."""
        ids: dict[str, str | None] = dict(zip(new.events, new.events, strict=True))
        # An event that was added has no id in the old extraction: its own may be another's there.
        ids |= dict.fromkeys(event.id for event in self.new.events)
        ids |= {self.new.events[j].id: self.old.events[i].id for i, j in self.events.pairs}
        known = {ids[each] for each in new.events}
        for each in old.events:
            if each not in known:
                yield Change("removed", path, "tolls.events", each, None)
        for each in new.events:
            if ids[each] not in old.events:
                yield Change("added", path, "tolls.events", None, ids[each] or each)

    def _value(self, path: str, below: str, old: Any, new: Any, quote: str | None) -> Iterator[Change]:
        if isinstance(old, BaseModel) and isinstance(new, BaseModel) and not isinstance(old, Evidence):
            yield from self._fields(path, below, old, new, quote)
        elif isinstance(old, tuple):
            yield from self._list(path, below, old, new)
        elif not self._same(old, new):
            yield Change("changed", path, below, old, new, quote)

    def _fields(
        self, path: str, below: str, old: BaseModel, new: BaseModel, quote: str | None
    ) -> Iterator[Change]:
        # The bounds of an exact number say the number again.
        skipped = {"low", "high"} if _exact(old) and _exact(new) else set()
        for name in type(old).model_fields:
            if name not in skipped:
                was, now = getattr(old, name), getattr(new, name)
                yield from self._value(f"{path}.{name}", f"{below}.{name}", was, now, quote)

    def _list(self, path: str, below: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
        was, now = ([self._as_said(each) for each in side] for side in (old, new))
        for each in (Counter(was) - Counter(now)).elements():
            yield Change("removed", path, below, each, None)
        for each in (Counter(now) - Counter(was)).elements():
            yield Change("added", path, below, None, each)

    def _same(self, old: Any, new: Any) -> bool:
        # False is 0 to Python, and not to anyone who reads a golden.
        return type(old) is type(new) and self._as_said(old) == self._as_said(new)

    def _as_said(self, value: Any) -> Any:
        """Return what is compared: of evidence in two different texts the words, not where they stand."""
        return value.quote if isinstance(value, Evidence) and not self.one_text else value

    def _findings(self) -> Iterator[Change]:
        was, now = Counter(self.old.findings), Counter(map(self._placed, self.new.findings))
        removed, added = list((was - now).elements()), list((now - was).elements())
        for finding in removed:
            path = self._named(finding.path)
            again = next(
                (each for each in added if (each.code, each.path) == (finding.code, finding.path)), None
            )
            if again is None:
                yield Change("removed", path, "findings", finding, None, finding.message)
                continue
            added.remove(again)
            for name in ("severity", "message"):
                yield from self._value(
                    f"{path} {finding.code} {name}",
                    f"findings.{name}",
                    getattr(finding, name),
                    getattr(again, name),
                    None,
                )
        for finding in added:
            yield Change("added", self._named(finding.path), "findings", None, finding, finding.message)

    def _placed(self, finding: Finding) -> Finding:
        """Return a finding of the new extraction, by the indices its event and casualty have in the old."""
        return finding.model_copy(update={"path": _INDEX.sub(self._old_index, finding.path, count=1)})

    def _old_index(self, match: re.Match[str]) -> str:
        j, k = int(match[1]), match[2]
        i = next((i for i, paired in self.events.pairs if paired == j), None)
        # With a plus: what was added has no index in the old extraction, and its own is another's there.
        if i is None:
            return f"events[+{j}]" + match[0].partition("]")[2]
        if k is None:
            return f"events[{i}]"
        held = {str(paired): str(old) for old, paired in self.casualties[i, j].pairs}
        return f"events[{i}].casualties[{held.get(k, f'+{k}')}]"

    def _named(self, path: str) -> str:
        """Return a finding's path with the event's id for its index: "e1.killed"."""

        def name(match: re.Match[str]) -> str:
            index = match[1]
            events = self.new.events if index.startswith("+") else self.old.events
            return events[int(index)].id if int(index) < len(events) else match[0]

        return re.sub(r"events\[(\+?\d+)\]", name, path, count=1).replace("[+", "[")


def _words(thing: Any) -> str | None:
    """Return the words that stand for a thing, None where it has none."""
    if isinstance(thing, Casualty):
        return thing.evidence[0].quote
    if isinstance(thing, When | Place | Quantity):
        return thing.text
    return thing.name if isinstance(thing, Actor) else None


def _exact(value: object) -> bool:
    return isinstance(value, Quantity) and exact(value)


def _within(field: str, name: str) -> bool:
    return field == name or field.startswith(f"{name}.")


def _apart(old: Any, new: Any) -> float:
    """Return how far two values are apart, infinitely where that is no number."""
    if isinstance(old, date) and isinstance(new, date):
        return abs((new - old).days)
    numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (old, new))
    return abs(new - old) if numbers else float("inf")
