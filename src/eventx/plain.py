"""A text as it is seen, for reading: without what has no form, its letters and digits in their plain form.

`plain` gives the text to read and the way back: what is kept of an article stands in its own words. Taken out
or put in plain form are

- characters without a form (zero-width, joiners, variation selectors, soft hyphens, marks of direction, tags)
  and controls; a zero-width space between a letter and a digit is the space it stands for
- digits of every script; mathematical, full-width, joined and decomposed letters; rare spaces
- UTF-8 or Windows-1252 read in a wrong encoding ("â€“" is "–"), and what HTML writes "&ndash;"
- marks of a note behind a number, a word or a stop ("26[3]", "26²", "26*"), and the stars of Markdown
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from eventx.article import Article, Evidence
from eventx.schema import Finding

T = TypeVar("T")

# Default_Ignorable_Code_Point of Unicode 16, which the standard library does not know, but for the fillers,
# which take room; and U+FFF9 to U+FFFC, which stand for notes between the lines and for pictures.
IGNORABLE = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""The characters that have no form, as they stand within the brackets of a regular expression."""

# All that is not plain is, or stands by, a character that is not among these.
_SUSPECT = re.compile(
    r"[^\n\t\r -%'-)+-Z\\\]^`-~\xa0-\xac\xae-\xb1\xb4-\xb8\xba-\xc1\xc4-\xe1\xe3-\xef\xf1-\u02ff\u2009"
    r"\u2010-\u201f\u2022-\u2027\u202f-\u2042\u20ac]"
)
_ABOVE_LETTER = "\u0300-\u036f"
_DECOMPOSED = re.compile(rf"[^\W\d_][{_ABOVE_LETTER}]+")

_BYTE = "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_BLANK = "\u115f\u1160\u1680\u2000-\u2008\u200a\u205f\u2800\u3000\u3164\uffa0"
_HYPHEN = "\u2043\ufe58\ufe63\uff0d"
_LETTER = "\u2102-\u2139\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3"
_OVER = "\u20d0-\u20f0"
# What these and the marks below can begin with stands ahead: the search passes over all else quickly.
_CHARACTERS = re.compile(
    rf"""(?=[-&{IGNORABLE}\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xc2\xc3\xe2\xf0\u066b\u066c\uff0c\uff0e
            {_ABOVE_LETTER}{_OVER}{_BLANK}{_HYPHEN}{_LETTER}]|[^\D0-9])(?:
    (?P<over>(?<=\d)\ufe0f?[{_ABOVE_LETTER}{_OVER}]+)                       # "2" in a key
    |(?P<cut>-?\xad[ \t]*\r?\n[ \t]*(?=[^\W\d_]))                           # a word cut at the end of a line
    |(?P<space>(?<=[^\W\d_])\u200b+(?=\d)|(?<=\d)\u200b+(?=[^\W\d_])|[{_BLANK}])
    |(?P<none>[{IGNORABLE}\x01-\x08\x0e-\x1b\x7f]+)
    |(?P<digit>[^\D0-9])
    |(?P<comma>(?<=\d)[\u066c\uff0c](?=\d))
    |(?P<point>(?<=\d)[\u066b\uff0e](?=\d))
    |(?P<hyphen>[{_HYPHEN}])
    |(?P<utf8>(?<![A-Z])[\xc2\xc3][{_BYTE}]|\xe2[{_BYTE}]{{2}}|\xf0[{_BYTE}]{{3}})
    |(?P<html>&(?:amp;)?(?:\#(?:[0-9]{{1,7}}|[xX][0-9a-fA-F]{{1,6}})|[A-Za-z]{{2,8}});)
    |(?P<windows>[\x80-\x84\x86-\x9f])
    |(?P<letter>[{_LETTER}])
    )""",
    re.VERBOSE,
)
_ABOVE = "¹²³⁰⁴-⁹"
_NOTE = (
    r"\[(?:\d{1,3}|[ivx]{1,4}|citation\ needed|cita\ requerida|sic|(?:note|nota|nb|n|fn|ref)\.?\ ?\d{1,3})\]"
)
_STOP = r"""(?<=[.,;!?"'”’»)\]%])"""
_MARKS = re.compile(
    rf"""(?=[\[*_†‡{_ABOVE}ᵃ-ᶻⁿⁱ])(?:
    (?:(?<=[^\W_])|{_STOP})(?:{_NOTE}(?::\d{{1,4}})?)+(?![^\W_])
    |(?:(?<=\d)|{_STOP})\[[a-z]\](?![^\W_])
    |(?<=\d\ )(?:{_NOTE}|\[[a-z]\])(?:\ |(?=\s))
    |(?:(?<=\d)|(?<=[^\W\d]{{3}})|{_STOP})(?:[{_ABOVE}]+|[ᵃ-ᶻⁿⁱ])(?!\w)     # behind "km" it is no note
    |(?:(?<=[^\W_])|{_STOP})[*†‡_]{{1,3}}(?![\w*])
    |(?<![\w*])[*_]{{1,3}}(?=[^\W_])
    )""",
    re.VERBOSE,
)
# "5 x 10²", "per 10⁵": no note.
_BASE = re.compile(r"(?:[x×·*] ?[0-9]+|(?<![\w.,])10)\Z")
_LONGEST_BASE = 14
_PATH = re.compile(r"article\.text\[(\d+):(\d+)\]")


class _Edit(NamedTuple):
    """What stands from `at` to `until` in the new text, for `start` to `end` of the old one."""

    at: int
    until: int
    start: int
    end: int


class Plain(NamedTuple):
    """A text to read, and the edits, in turn, that made it of the `given` one."""

    given: str
    text: str
    edits: tuple[tuple[_Edit, ...], ...] = ()

    def back(self, record: T) -> T:
        """Return a record of the plain text, or several, as of the given text: with its evidence moved."""
        moved: T = _moved(record, self._given) if self.edits else record
        return moved

    def there(self, record: T) -> T:
        """Return a record of the given text as of the plain text; evidence that does not stand stays."""
        moved: T = _moved(record, self._plain) if self.edits else record
        return moved

    def pointing_back(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return findings on the plain text as findings on the given text: where one points, moved."""
        return tuple(map(self._pointing_back, findings)) if self.edits else findings

    def _pointing_back(self, finding: Finding) -> Finding:
        if (match := _PATH.fullmatch(finding.path)) is None:
            return finding
        start, end = self.span(int(match[1]), int(match[2]))
        return finding.model_copy(update={"path": f"article.text[{start}:{end}]"})

    def _given(self, evidence: Evidence) -> Evidence:
        start, end = self.span(evidence.start, evidence.end)
        return Evidence(start=start, end=end, quote=self.given[start:end])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words from `start` to `end` of the plain text stand in the given one."""
        for edits in reversed(self.edits):
            first = edits[bisect_right(edits, start, key=lambda edit: edit.at) - 1]
            last = edits[bisect_right(edits, end - 1, key=lambda edit: edit.at) - 1]
            start = first.start if start < first.until else first.end + start - first.until
            end = last.end if end <= last.until else last.end + end - last.until
        return start, end

    def _plain(self, evidence: Evidence) -> Evidence:
        start, end = evidence.start, evidence.end
        if self.given[start:end] != evidence.quote:
            return evidence
        for edits in self.edits:
            first = edits[bisect_right(edits, start, key=lambda edit: edit.start) - 1]
            last = edits[bisect_left(edits, end, key=lambda edit: edit.start) - 1]
            start = first.at if start < first.end else first.until + start - first.end
            end = last.until if end <= last.end else last.until + end - last.end
        return Evidence(start=start, end=end, quote=self.text[start:end]) if start < end else evidence


@lru_cache(maxsize=16)
def plain(text: str) -> Plain:
    """Return the text as it is seen, with the way back; the text itself where it is plain."""
    seen = Plain(text, text)
    if _SUSPECT.search(text):
        for pattern, written in ((_DECOMPOSED, _composed), (_CHARACTERS, _character), (_MARKS, _mark)):
            seen = _edited(seen, pattern, written)
    return seen


def plain_article(article: Article) -> Article:
    """Return the article with its text as it is seen; the article itself where it is plain."""
    seen = plain(article.text)
    return seen.there(article).model_copy(update={"text": seen.text}) if seen.edits else article


def _edited(seen: Plain, pattern: re.Pattern[str], written: Callable[[re.Match[str]], str]) -> Plain:
    pieces: list[str] = []
    edits = [_Edit(0, 0, 0, 0)]
    length = 0
    for match in pattern.finditer(seen.text):
        new = written(match)
        if new == match[0]:
            continue
        before = seen.text[edits[-1].end : match.start()]
        pieces += before, new
        length += len(before)
        edits.append(_Edit(length, length + len(new), *match.span()))
        length += len(new)
    if len(edits) == 1:
        return seen
    pieces.append(seen.text[edits[-1].end :])
    return Plain(seen.given, "".join(pieces), (*seen.edits, tuple(edits)))


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _character(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "digit":
            return str(unicodedata.decimal(found))
        case "space" | "comma" | "point" | "hyphen" as what:
            return {"space": " ", "comma": ",", "point": ".", "hyphen": "-"}[what]
        case "utf8":
            return _read_as_utf8(found)
        case "html":
            return _unescaped(found)
        case "windows":
            return found.encode("latin-1").decode("cp1252", "ignore")
        case "letter":
            letters = unicodedata.normalize("NFKC", found)
            is_sign = not letters.isalpha() or (len(letters) > 1 and found < "\ufb00")  # "No", "TM"
            return found if is_sign else letters
    return ""


def _unescaped(found: str) -> str:
    """Return the sign that a reference of HTML stands for, itself where that is a digit or a plain letter."""
    sign = unescape(found.replace("&amp;", "&", 1))  # escaped twice
    is_sign = len(sign) == 1 and not sign.isdecimal() and not (sign.isascii() and sign.isalpha())
    return _CHARACTERS.sub(_character, sign) if is_sign else found


def _mark(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _LONGEST_BASE) : match.start()]
    is_power = not match[0].isascii() and match[0][0].isdigit() and _BASE.search(before)
    return match[0] if is_power else ""


def _read_as_utf8(found: str) -> str:
    """Return what the bytes behind these characters say in UTF-8, the characters where they say nothing."""
    try:
        written = b"".join(each.encode("latin-1" if each < "\u0100" else "cp1252") for each in found).decode()
    except UnicodeError:
        return found
    return _CHARACTERS.sub(_character, written)


def _moved(record: Any, move: Callable[[Evidence], Evidence]) -> Any:
    """Return a record with all evidence in it moved."""
    if isinstance(record, Evidence):
        return move(record)
    if isinstance(record, tuple):
        return tuple(_moved(part, move) for part in record)
    if isinstance(record, BaseModel):
        return record.model_copy(update={name: _moved(part, move) for name, part in record})
    return record
