"""Dates: find what a text says about time, read it against the day of publication, tell background apart."""

from eventx.dates.background import background
from eventx.dates.expressions import find
from eventx.dates.reading import published, read

__all__ = ["background", "find", "published", "read"]
