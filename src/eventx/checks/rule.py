"""One rule that a record must keep: its code, how grave a breach is, and where the rule comes from."""

from __future__ import annotations

from typing import NamedTuple

from eventx.schema import Finding, Severity


class Rule(NamedTuple):
    """One code a check can report.

    `number` is the rule's row in the project's table of checks, `statement` what holds of a sound record,
    `source` why it is asked for.
    """

    code: str
    number: int
    severity: Severity
    statement: str
    source: str

    def at(self, path: str, message: str) -> Finding:
        """Return the finding that this rule has `message` to say of what stands at `path`."""
        return Finding(code=self.code, severity=self.severity, path=path, message=message)
