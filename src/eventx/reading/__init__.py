"""How a text is read: from the replies of a model and the counts of the rules to events.

read   what every reading gives
lean   the model tells the events, the rules read the figures
"""

from eventx.reading.read import Read, Reading

__all__ = ["Read", "Reading"]
