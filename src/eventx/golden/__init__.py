"""Goldens: what the pipeline made of a recorded exchange, and what has changed since.

A golden is no truth. It may hold mistakes; it shows what changed between two versions of eventx, of a prompt
or of a model. What a careful reader labelled by hand is the truth (`eventx.score`). Neither is ever made from
the other.

    layout     where the cases of a folder are, and what `[tool.eventx.check]` says of them
    cases      each case replayed and compared with its golden: `check(folder)`
    changes    what differs between two extractions, event by event and field by field
    pairing    which event, casualty and actor of one is which of the other
    lines      a change as one line for a person
    text       the file a golden is
    report     what a check found, in five formats
    runs       two runs over the same articles joined and compared; runs_report says it
"""

from __future__ import annotations

from eventx.golden.cases import Case, cases, check, check_case, update
from eventx.golden.changes import Allowed, Change, changes
from eventx.golden.lines import as_data, line
from eventx.golden.text import differences, dump, read

__all__ = [
    "Allowed",
    "Case",
    "Change",
    "as_data",
    "cases",
    "changes",
    "check",
    "check_case",
    "differences",
    "dump",
    "line",
    "read",
    "update",
]
