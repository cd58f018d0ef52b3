"""Two runs over the same articles, compared case by case: a new model, a new prompt, a corrected text.

A case is an article. It is joined by the id its run gave it, and where that gave none by the words of the
article; of one extraction left over in each of two files without ids, it is the same article, corrected. What
made the extractions is told once for all of them (`Summary.made_by`) and is no difference of a case.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Literal, NamedTuple

from eventx import stored
from eventx.errors import InputError
from eventx.golden.changes import Allowed, Change, changes
from eventx.schema import Extraction, Finding

__all__ = ["Compared", "Summary", "compare"]

_FIGURES = re.compile(
    r"(?:events\.(?:casualties\.count|killed|wounded|captured|missing)|tolls\.casualty\.count)\b"
)
_MADE_BY = ("model", "prompt", "prompt_sha256", "eventx_version")
_NOT_COMPARED = Allowed(ignore=("provenance",))

Status = Literal["same", "different", "only in A", "only in B"]


class Compared(NamedTuple):
    """One case: its status, what changed from A to B, and what made A's and B's where it is not the same."""

    id: str
    status: Status
    changes: tuple[Change, ...] = ()
    made_by: tuple[tuple[str, str | None, str | None], ...] = ()


@dataclass
class Summary:
    """What a comparison comes to: cases by status, what came and went, figures moved.

    `made_by` counts the cases by what made them differently: (name, A's, B's).
    """

    cases: Counter[Status] = field(default_factory=Counter)
    events_added: int = 0
    events_removed: int = 0
    casualties_added: int = 0
    casualties_removed: int = 0
    tolls_added: int = 0
    tolls_removed: int = 0
    figures_moved: int = 0
    made_by: Counter[tuple[str, str | None, str | None]] = field(default_factory=Counter)

    def add(self, case: Compared) -> None:
        """Count a case in."""
        self.cases[case.status] += 1
        self.made_by.update(case.made_by)
        kinds = Counter((change.kind, change.field) for change in case.changes)
        self.events_added += kinds["added", "events"]
        self.events_removed += kinds["removed", "events"]
        self.casualties_added += kinds["added", "events.casualties"]
        self.casualties_removed += kinds["removed", "events.casualties"]
        self.tolls_added += kinds["added", "tolls"]
        self.tolls_removed += kinds["removed", "tolls"]
        self.figures_moved += len(
            {_figure(change) for change in case.changes if _FIGURES.match(change.field)}
        )


class _Held(NamedTuple):
    """What a line holds, and the key it is joined by. A bare extraction has no id."""

    name: str
    item: Extraction | Finding
    key: str
    is_bare: bool


def compare(a: str | Path, b: str | Path) -> Iterator[Compared]:
    """Yield each case of two files, A's first: extractions, run lines or goldens (`eventx.stored`).

    The files are read side by side, and of each only that is held which the other has not come to yet. Raises
    InputError when a file or one of its lines cannot be read.
    """
    # Of a key that comes several times, the first of A is joined with the first of B, and so on.
    waiting: tuple[dict[str, deque[_Held]], ...] = (defaultdict(deque), defaultdict(deque))
    for pair in zip_longest(_read(a), _read(b)):
        for side, held in enumerate(pair):
            if held is None:
                continue
            others = waiting[1 - side]
            if held.key in others:
                other = others[held.key].popleft()
                if not others[held.key]:
                    del others[held.key]
                yield _compared(*((held, other) if side == 0 else (other, held)))
            else:
                waiting[side][held.key].append(held)
    lost, come = ([held for queue in each.values() for held in queue] for each in waiting)
    if len(lost) == len(come) == 1 and lost[0].is_bare and come[0].is_bare:
        yield _compared(lost[0], come[0])
        return
    yield from (Compared(held.name, "only in A") for held in lost)
    yield from (Compared(held.name, "only in B") for held in come)


def _read(path: str | Path) -> Iterator[_Held]:
    for name, item in stored.parsed(path):
        if isinstance(item, Finding) and item.code != "line-without-extraction":
            raise InputError(f"{path}: {name}: {item.message}")
        if isinstance(item, Extraction) and stored.is_numbered(name):
            yield _Held(name, item, hashlib.sha256(item.article.text.encode()).hexdigest(), is_bare=True)
        else:
            yield _Held(name, item, name, is_bare=False)


def _compared(old: _Held, new: _Held) -> Compared:
    was, now = old.item, new.item
    if isinstance(was, Extraction) and isinstance(now, Extraction):
        found = changes(was, now, _NOT_COMPARED)
        made = [(name, getattr(was.provenance, name), getattr(now.provenance, name)) for name in _MADE_BY]
        made_by = tuple(each for each in made if each[1] != each[2])
    else:
        said = [each.message if isinstance(each, Finding) else "done" for each in (was, now)]
        found = () if said[0] == said[1] else (Change("changed", "status", "status", said[0], said[1]),)
        made_by = ()
    return Compared(old.name, "different" if found else "same", found, made_by)


def _figure(change: Change) -> str:
    """Return the path of the figure that a change is of: value, bounds and words are of one figure."""
    return re.sub(r"\.(?:value|low|high|approximate|text)$", "", change.path)
