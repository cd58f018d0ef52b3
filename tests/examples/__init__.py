"""Three examples of every rule of the checks: one that keeps it, one that breaks it, one of a silent text.

A module here holds those of one family: `EXAMPLES`, by the rule's code. `docs/checks.md` shows the first two,
with what the check says, so what it shows is what was run.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from building import found
from eventx.schema import Event


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


class Examples(NamedTuple):
    """The three of one rule; only `failing` says anything."""

    passing: Example
    failing: Example
    silent: Example


def every() -> dict[str, Examples]:
    """Return the examples of all families by the rule's code."""
    modules = [importlib.import_module(f"examples.{each.name}") for each in pkgutil.iter_modules(__path__)]
    return {code: each for module in modules for code, each in module.EXAMPLES.items()}
