"""Codebooks: the event types, outcomes, vague words and wording that articles are coded by, a file each.

`load` reads a user's own, `builtin` is the one used without: ACLED's event types. `docs/codebook.md` says how
to write one.
"""

from __future__ import annotations

from eventx.codebook.phrases import Said, said
from eventx.codebook.reading import acled, builtin, given, load, parse
from eventx.codebook.rules import PLOVER, Codebook, EventType

__all__ = ["PLOVER", "Codebook", "EventType", "Said", "acled", "builtin", "given", "load", "parse", "said"]
