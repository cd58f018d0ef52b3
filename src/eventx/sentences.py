"""Where the sentences of an article stand.

Blank lines end a sentence, and so does a line break, unless the next line goes on in lower case or
the lines are a paragraph wrapped to a fixed width.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from operator import itemgetter

Span = tuple[int, int]

_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_STOP = re.compile(  # what it opens with lets the search pass over all else quickly
    r"""(?=[.!?…؟۔。！？])(?:(?<![.!?…؟۔])[.!?…؟۔]++['"’”»)\]]*+(?=\s)|[。！？]++[”」』）]*+)"""
)
_WORD = re.compile(r"\s*[\"'“‘«(\[–—-]*(?P<word>[^\W\d_][\w'’-]*|\d)?")

# A stop after these never ends a sentence: a name or a number follows.
_TITLE = re.compile(
    """Adm|Asst|Brig|Capt|Cdr|Cmdr|Col|Comdr|Cpl|Dr|Fr|Gen|Gov|Hon|Lt|Maj|Messrs|Mrs?|Ms|Msgr|Nos|Pfc|Pres
    |Prof|Pvt|Rep|Rev|Sen|Sgt|Sheik|Ssgt|Supt|vs|approx|Art|Fig""",
    re.VERBOSE,
)
# A stop after these ends a sentence only before a word that commonly opens one. A letter alone is an initial.
_ABBREVIATION = re.compile(
    r"""Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|[AaPp]\.?[Mm]|e\.g
    |i\.e|etc|al|Inc|Co|Corp|Ltd|Jr|Sr|St|No|Mt|ft|km|kg|(?:[^\W\d_]\.)*[^\W\d_]""",
    re.VERBOSE,
)
_OPENER = re.compile(
    """a|after|all|an|and|another|as|at|both|but|during|earlier|for|from|he|her|his|however|i|if|in|its?|later
    |many|more|most|no|on|one|other|our|she|since|so|some|that|the|their|there|these|they|this|those|to|two|we
    |when|while|with""",
    re.VERBOSE | re.IGNORECASE,
)
_ARTICLE_NAME = re.compile(r"[ae][lnrsdtz]h?-\w")  # "al-Nusra" opens a sentence without a capital

LONGEST = 1000
"""Characters that are read as one sentence: keeps the work linear in a text without stops."""

_WRAPPED_WIDTH = range(50, 101)  # characters of a line broken to a fixed width


@lru_cache(maxsize=8)
def spans(text: str) -> tuple[Span, ...]:
    """Return the (start, end) of every sentence and headline, trimmed of white space, in order."""
    return tuple(span for chunk in _chunks(text) for span in _split(text, *chunk))


@lru_cache(maxsize=8)
def pieces(text: str) -> tuple[Span, ...]:
    """Return the (start, end) of the sentences, those too long to be one cut at a white space."""
    found: list[Span] = []
    for start, end in spans(text):
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            found.append((start, cut))
            start = cut
        found.append((start, end))
    return tuple(found)


def index_at(found: Sequence[Span], at: int) -> int:
    """Return the index of the first of some spans in order that ends behind offset `at`, their number after all."""
    return bisect_right(found, at, key=itemgetter(1))


def span_at(found: Sequence[Span], at: int) -> Span | None:
    """Return which of some spans in order holds the character at offset `at`, None where it is between them."""
    index = index_at(found, at)
    return found[index] if index < len(found) and found[index][0] <= at else None


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence begins that holds the character at offset `at`, 0 after the last."""
    found = spans(text)
    index = index_at(found, at)
    return found[index][0] if index < len(found) else 0


def before(text: str, at: int) -> str:
    """Return the words of the sentence before offset `at`; of a sentence beyond any measure the nearest."""
    return text[max(sentence_start(text, at), at - LONGEST) : at]


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the (start, end) of every run of sentences that no line break parts, in order."""
    found: list[Span] = []
    for start, end in spans(text):
        if found and not _LINE_BREAK.search(text, found[-1][1], start):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _chunks(text: str) -> Iterator[Span]:
    """Yield the stretches that no paragraph or line break divides."""
    block: list[Span] = []
    for line in _lines(text):
        if line[0] < line[1]:
            block.append(line)
        elif block:
            yield from _joined(text, block)
            block = []
    yield from _joined(text, block)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line_break in _LINE_BREAK.finditer(text):
        yield _trimmed(text, start, line_break.start())
        start = line_break.end()
    yield _trimmed(text, start, len(text))


def _joined(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines of one block, those that run on into the next joined with it."""
    widths = [end - start for start, end in lines]
    limit = _WRAPPED_WIDTH.stop
    wrapped = len(lines) > 2 and all(width in _WRAPPED_WIDTH for width in widths[:-1]) and widths[-1] < limit
    open_at: int | None = None
    for this, following in zip_longest(lines, lines[1:]):
        open_at = this[0] if open_at is None else open_at
        if following is None or not (wrapped or text[following[0]].islower()):
            yield open_at, this[1]
            open_at = None


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, start, stop, end):
            yield _trimmed(text, start, stop.end())
            start = stop.end()
    yield _trimmed(text, start, end)


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    found = _WORD.match(text, stop.end(), end)
    following = found["word"] if found and found["word"] else ""
    if following[:1].islower() and not _ARTICLE_NAME.match(following):
        return False
    if stop[0] != ".":
        return True
    before = text[max(start, stop.start() - 12) : stop.start()].split(" ")[-1].lstrip("\"'“‘«([")
    if _TITLE.fullmatch(before):
        return False
    return not _ABBREVIATION.fullmatch(before) or bool(_OPENER.fullmatch(following))


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
