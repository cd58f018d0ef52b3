"""One count of an event with its role among the others."""

from __future__ import annotations

from dataclasses import dataclass

from eventx.resolve.placing import Placed
from eventx.schema import Group, Outcome, Role


@dataclass(frozen=True, slots=True)
class Cast:
    """One count of an event in its role; `inferred` says how, where the words alone do not.

    `source` is who gives the number. `instead_of` is where the count of the same people starts that
    another source gives first; null for none.
    """

    placed: Placed
    outcome: Outcome
    group: Group
    role: Role
    source: str | None = None
    inferred: str | None = None
    instead_of: int | None = None

    @property
    def value(self) -> int | None:
        """The number written, null where there is none."""
        return self.placed.reading.mention.value

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        return self.placed.reading.mention.start
