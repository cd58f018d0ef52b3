"""Texts with their counts in square brackets, and what the rules say of each."""

from __future__ import annotations

import re

from eventx.counts.mention import CountMention
from eventx.counts.reading import Reading, read

K, W, C, M, X, N = "killed", "wounded", "captured", "missing", "casualties", "none"


def readings(marked: str) -> tuple[Reading, ...]:
    """Return the readings of the bracketed counts of `marked`, read without the brackets."""
    text, mentions, end = "", [], 0
    for found in re.finditer(r"\[([^]]*)\]", marked):
        text += marked[end : found.start()]
        start = len(text)
        text += found[1]
        mentions.append(
            CountMention(start=start, end=len(text), text=found[1], value=None, low=None, high=None)
        )
        end = found.end()
    return read(text + marked[end:], mentions)


def plain(marked: str) -> str:
    """Return the text without the brackets."""
    return re.sub(r"[\[\]]", "", marked)
