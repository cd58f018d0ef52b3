"""A count that is in no event, and why: nothing a text counts is dropped without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventx.schema import Evidence

Why = Literal[
    "not harmed",
    "background",
    "unreal",
    "not news",
    "no event",
    "several events",
    "undecided",
    "not coded",
    "struck",
    "freed",
    "said again",
    "not counted",
    "left out",
]


@dataclass(frozen=True, slots=True)
class SetAside:
    """One count kept out of every event.

    `why`: they were not harmed; it is told of earlier times; it is negated, planned or denied; it stands in
    no news, but in words for whoever codes the text, in code or in a reader's comment; the text reports no
    event it could belong to; it is a total over several events; no rule and no word of its clause bears out
    what the model says of it; the codebook does not code what happened to them; a coder struck it. Of the
    full reading alone: they were freed; the model, asked, says that they were told before, or that they were
    not harmed in these events; only the rules read them as harmed.
    """

    evidence: Evidence
    why: Why
