"""What a reading gives."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from eventx.model import Answer, Question
from eventx.schema import Event, Finding, Toll


class Read(NamedTuple):
    """The events of an article, places not yet located, and what is to be said of them."""

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    tolls: tuple[Toll, ...] = ()


Reading = Generator[Question, Answer, Read]
"""A reading under way: it yields each question, takes the answer, and returns what was read; no I/O."""
