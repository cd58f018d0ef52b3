"""Sources: who says it, and whose word stands behind each figure."""

from eventx.sources.attribution import Attribution, attribute, attributed, find

__all__ = ["Attribution", "attribute", "attributed", "find"]
