"""Every phrase of a text that may count people, found by rule before any model is asked."""

from __future__ import annotations

from eventx.counts.languages import supported, with_rules
from eventx.counts.mention import CountMention
from eventx.counts.scan import find

__all__ = ["CountMention", "find", "supported", "with_rules"]
