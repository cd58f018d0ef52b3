"""Three examples of every rule of the checks: one that keeps it, one that breaks it, one of a silent text.

A module here holds those of one family: `EXAMPLES`, by the rule's code. `docs/checks.md` shows the first two,
with what the check says, so what it shows is what was run.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from building import Count, event, found
from eventx import Article, extract
from eventx.schema import Event, ReadingName
from scripted import Reply, Scripted


class Example(NamedTuple):
    """A text, the events recorded of it, and what the check says: "path: message" for each finding.

    `recorded` tells a reader what the record holds, where the message does not. `about` are fields of the
    Article; `set_aside` belongs there, too.
    """

    text: str
    events: Callable[[str], tuple[Event, ...]]
    says: tuple[str, ...] = ()
    recorded: str = ""
    about: Mapping[str, Any] = {}

    def run(self, code: str) -> tuple[str, ...]:
        """Return what the checks find under one code."""
        return tuple(found(code, self.text, *self.events(self.text), **self.about))


class Read(NamedTuple):
    """A text, what a model replies of it, and what the pipeline says of how it was read."""

    text: str
    replies: tuple[Reply, ...]
    says: tuple[str, ...] = ()
    recorded: str = ""
    about: Mapping[str, Any] = {}
    reading: ReadingName = "lean"

    def run(self, code: str) -> tuple[str, ...]:
        """Return what the pipeline finds under one code, without a second question."""
        article = Article(text=self.text, **self.about)
        model = Scripted(*self.replies)
        extraction = extract(article, model=model, reading=self.reading, max_repairs=0)
        return tuple(f"{each.path}: {each.message}" for each in extraction.findings if each.code == code)


class Examples(NamedTuple):
    """The three of one rule; only `failing` says anything."""

    passing: Example | Read
    failing: Example | Read
    silent: Example | Read


def of(*counts: Count, **changes: Any) -> Callable[[str], tuple[Event, ...]]:
    """Return what builds one event of these counts, and of what `event` takes, from a text."""
    return lambda text: (event(text, *counts, **changes),)


def every() -> dict[str, Examples]:
    """Return the examples of all families by the rule's code."""
    modules = [importlib.import_module(f"examples.{each.name}") for each in pkgutil.iter_modules(__path__)]
    return {code: each for module in modules for code, each in module.EXAMPLES.items()}
