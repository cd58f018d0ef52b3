"""What a terminal, or a reader of lines, may be shown of somebody else's text."""

from __future__ import annotations

import json
import re

# Control characters can rewrite the screen, direction marks can turn "26" into "62", the others hide text or
# end a line. Line feeds stay, and so do the joiners that Persian and Indic scripts are written with.
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def escaped(text: str) -> str:
    r"""Return the text with unsafe characters written out as JSON writes them: `\u202e`.

    In JSON text they stand only inside strings, so the value it parses to stays the same.
    """
    return UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)


def one_line(text: str) -> str:
    """Return the text on one line, each run of white space one space, unsafe characters written out."""
    return escaped(" ".join(text.split()))
