"""The errors eventx raises, and nothing else raises them.

    EventxError
      PromptError        unknown prompt, missing variable
      ModelError         no usable reply
        ReplyInvalid     the reply still breaks its schema after repair
      ModelUnavailable   no model configured or reachable
      InputError         unreadable, empty, binary or oversized input
      CassetteMiss       a replay was asked for and there is no cassette to play
        CassetteStale    the cassette answers another question than the one asked
      SchemaDrift        a committed schema no longer matches the code

Every message is one line: what was wrong, then what to do. No message carries a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventx.schema import Finding

__all__ = [
    "CassetteMiss",
    "CassetteStale",
    "EventxError",
    "InputError",
    "ModelError",
    "ModelUnavailable",
    "PromptError",
    "ReplyInvalid",
    "SchemaDrift",
]


class EventxError(Exception):
    """The base of every error eventx raises."""


class PromptError(EventxError):
    """A prompt is unknown or a variable it needs is missing."""


class ModelError(EventxError):
    """The model was reached but gave no usable reply."""


class ReplyInvalid(ModelError):
    """The model's reply still breaks its schema after every repair; `findings` says how."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class ModelUnavailable(EventxError):
    """No model is configured, installed or reachable."""


class InputError(EventxError):
    """The input cannot be read as an article."""


class CassetteMiss(EventxError):
    """A replay was asked for and there is no cassette to play, or none that can be read."""


class CassetteStale(CassetteMiss):
    """What is asked is not what was recorded; the message says which part changed."""


class SchemaDrift(EventxError):
    """A committed schema differs from the one the code generates."""
