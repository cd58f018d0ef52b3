"""The only ways that words get onto the page: escaped, and with what cannot be seen written out."""

from __future__ import annotations

import html
import re

from eventx.export.visible import UNSAFE, escaped, one_line

# A tab, and the carriage return of a line end, are seen as what they are.
_HIDDEN = re.compile(rf"\t|\r\n|{UNSAFE.pattern}")


def text(words: object) -> str:
    """Return somebody's words for the page, on one line: in an element or in a quoted attribute."""
    return html.escape(one_line(str(words)))


def passage(words: str) -> str:
    r"""Return words of the article for the page, line ends as they are.

    A character that hides or reorders text is written out, `\u202e`, in an element that keeps its number: the
    page's script counts the article's own characters.
    """
    return _HIDDEN.sub(_shown, html.escape(words))


def _shown(found: re.Match[str]) -> str:
    if found[0] == "\t":
        return "\t"
    if found[0] == "\r\n":
        return '<span class="u" data-c="d"></span>\n'
    return f'<span class="u" data-c="{ord(found[0]):x}">{escaped(found[0])}</span>'
