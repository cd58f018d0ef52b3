"""The models eventx can ask: one question in, one answer out.

    base        Question, Answer, AsyncModel, Model, Patience: what everything above knows of a model
    connecting  connect(): from a name such as "openai/gpt-5-mini" or "local" to a Model
    adapter     the one Model there is, on top of instructor; the only importer of instructor
    dialects    how each kind of server is told the length and the shape of a reply
    keeping     a few clients for all the questions of a run, each try by itself
    wire        the connection: how much of an answer is read, and for how long
    transport   one policy for everything that can go wrong on the wire
    taped       what a cassette is told of a question, and how it takes a model's place
    secrets     keys and home folders, found and blotted out

Importing this package, and `connect()`, load neither instructor nor openai: the first question does.
"""

from __future__ import annotations

from eventx.model.base import Answer, AsyncModel, Message, Model, Patience, Question
from eventx.model.connecting import connect

__all__ = ["Answer", "AsyncModel", "Message", "Model", "Patience", "Question", "connect"]
