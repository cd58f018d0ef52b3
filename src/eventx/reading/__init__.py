"""How a text is read: from the replies of a model and the counts of the rules to events.

choice      which reading a model gets
full        the model reads every figure, the rules verify
statements  its figures found in the text, beside the rules' counts of the same words
agree       what the two readers dispute
framing     its events, as far as the article bears them out
links       what figures have to do with each other, as roles
made        all of this together: events, tolls, disputes, findings
lean        the model tells the events, the rules read the figures
"""

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
