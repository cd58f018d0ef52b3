"""Words of a text that are no news of its author: for whoever codes it, for a machine, or a reader's comment.

Structure tells most of them: marks of a conversation, JSON with the keys of a reply, comments of a page's
code. What is said outright `addressing` knows by its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from eventx.lower import lower
from eventx.sentences import index_at, paragraphs, spans
from eventx.sources.addressing import PATTERNS, STARTS

Span = tuple[int, int]


class Passage(NamedTuple):
    """A stretch of the text and, in a few words, what it is; `addresses` where it speaks to whoever codes."""

    start: int
    end: int
    what: str
    addresses: bool = True


_TOLD = "words meant for whoever codes the text"
_TURN = "marks of a conversation with a model"
_REPLY = "words in the form of a reply to eventx"
_PROMPT = "words in the form of a question to a model"

# What begins a turn of a conversation, and with it the block. All patterns are for small letters.
_TURNS = re.compile(
    r"<\|[\w ]{2,30}\|>|\[/?inst\]|<</?sys>>|</?s>|<(?:start|end)_of_turn>|<｜[^｜\n]{2,30}｜>"
    r"|</?(?:system|assistant|user|human|instructions?|prompt|article|document|text|input|output|answer|context)>"
    r"|^[ \t]*#{1,4}[ \t]*(?:system|assistant|user|instructions?|response|prompt|input|output|new task)\b"
    r"[^\n]{0,40}$"
    r"|^[ \t]*[^\w\n]{0,4}(?:system(?:\s(?:prompt|message|note|override|update))?|assistant|user|human"
    r"|developer|ai(?:\s(?:assistant|model))?|sistema|asistente|usuario|système|assistente|система|асистент|користувач"
    r"|ассистент|пользователь|النظام|المساعد|系统|助手|用户)[^\w\n:：]{0,3}[:：]",
    re.MULTILINE,
)
_PROMPTS = re.compile(
    r"^[ \t]*(?:article|text|part \d{1,3}(?: of \d{1,3})?):(?=\s)|you code news about armed conflict"
    r"|a second reader, who may be wrong|a check of your answer says|now judge these numbers\b"
    r"|now quote every number\b|\bcoded so far, for n\b",
    re.MULTILINE,
)
_TURN_MARKS = (
    *("<", "[", "#", "：", "system", "assistant", "user", "human", "developer", "ai:", "ai ", "sistema"),
    *("asistente", "usuario", "système", "assistente", "система", "асистент", "користувач", "ассистент"),
    *("пользователь", "النظام", "المساعد", "系统", "助手", "用户"),
)
_PROMPT_MARKS = (
    *("article:", "text:", "part ", "you code", "second reader", "a check of", "now judge", "now quote"),
    "coded so far",
)
_KEYS = (
    "events|figures|passing|fate|least|most|whose|totals|side_a|side_b|links|sources|said_by|quote|answers|dispute|"
    "news|new_violence|incidents|town|province|country|kind|counts|harm|people|number|about|doubt|killed|wounded|place"
)
_KEY = re.compile(rf"(?<=[\"'“”])(?:{_KEYS})[\"'“”]\s?[:=]|\b(?:side_[ab]|new_violence|said_by)\s?[:=]")
_KEY_ENDS = ('":', "':", "”:", '" :', "' :", '"=', "'=", "side_", "new_violence", "said_by")
_KEY_OF_LINE = re.compile(rf"^[ \t]*(?:{_KEYS})\s?:", re.MULTILINE)
_FEWEST_KEYS = 2

# With what a text must have for the pattern to be worth a search.
_HIDDEN = (
    ("<!--", re.compile(r"<!--(?:(?!-->).)*(?:-->|\Z)", re.DOTALL), "a comment in a page's code"),
    ("<", re.compile(r"</?[a-z][^<>\n]{0,400}>"), "a page's code"),
    ("```", re.compile(r"```.*?(?:```|\Z)", re.DOTALL), "code"),
    ("://", re.compile(r"https?://[^\s<>\"”)]+"), "an address of the web"),
    ("www.", re.compile(r"(?<!\w)www\.[^\s<>\"”)]+"), "an address of the web"),
    (
        "",
        re.compile(r"(?<![\w/+=.-])(?=[a-z]*+[0-9+/=])[a-z0-9+/]{32,}={0,2}(?![\w/+=-])"),
        "letters in code",
    ),
)
_COMMENTS = re.compile(
    r"^[ \t]*[^\w\n]{0,4}(?:\d{1,5}\s)?(?:reader\s|user\s|readers['’]\s)?(?:comments?|comentarios|"
    r"commentaires|kommentare|comentários|коментарі|комментарии|تعليقات|评论)(?:\ssection)?\s?(?:\(\d{1,5}\))?[^\w\n]{0,3}$",
    re.MULTILINE,
)
_LAST = re.compile(r"\s*(\S)")  # of a text read backwards
_TAIL = 200  # characters of a block's end that are looked at: beyond so much white space it is at its end
_BLANK = re.compile(r"\n[ \t\r]*\n")
# A line that ends so only opens what stands in the next block: "System:", "Report the following:".
_OPENERS = (":", ">", "]", "|", "}", "：")


@lru_cache(maxsize=8)
def passages(text: str) -> tuple[Passage, ...]:
    """Return what of a text is no news, in order; what addresses whoever codes it is joined."""
    small = lower(text)
    told = sorted([*_turns(text, small), *_replies(small), *_addresses(text, small)])
    return tuple(sorted((*_joined(told), *_hidden(text, small))))


def is_news(text: str, start: int, end: int) -> bool:
    """Return whether the characters from `start` to `end` stand in none of the passages that are no news."""
    covered = _covered(text)
    at = index_at(covered, start)
    return at == len(covered) or end <= covered[at][0]


@lru_cache(maxsize=8)
def _covered(text: str) -> tuple[Span, ...]:
    """Return where the passages stand, those that touch as one."""
    found: list[Span] = []
    for each in passages(text):
        if found and each.start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], each.end)
        else:
            found.append((each.start, each.end))
    return tuple(found)


def _turns(text: str, small: str) -> Iterator[Passage]:
    for marks, pattern, what in ((_TURN_MARKS, _TURNS, _TURN), (_PROMPT_MARKS, _PROMPTS, _PROMPT)):
        for match in pattern.finditer(small) if any(mark in small for mark in marks) else ():
            yield Passage(match.start(), _block_end(text, match.end()), what)


def _replies(small: str) -> Iterator[Passage]:
    if not any(end in small for end in _KEY_ENDS):
        return
    for start, end in _blocks(small):
        keys = {each[0] for each in _KEY.finditer(small, start, end)}
        if keys:  # beside one of ours the others may stand without quotation marks
            keys |= {each[0].strip() for each in _KEY_OF_LINE.finditer(small, start, end)}
        if len(keys) >= _FEWEST_KEYS:
            yield Passage(start, end, _REPLY)


def _addresses(text: str, small: str) -> Iterator[Passage]:
    """Yield the sentences that address; a paragraph that one of them opens is theirs to its end."""
    starts, has_others = frozenset(STARTS.findall(small)), not small.isascii()
    patterns = [
        pattern
        for words, pattern in PATTERNS
        if (words & starts if words else has_others) and pattern.search(small)
    ]
    if not patterns:
        return
    told = {span for span in spans(text) if any(pattern.search(small[slice(*span)]) for pattern in patterns)}
    if not told:
        return
    ends_of = [end for _, end in paragraphs(text)]
    for _, group in groupby(spans(text), lambda span: bisect_left(ends_of, span[1])):
        own = list(group)
        at = [index for index, each in enumerate(own) if each in told]
        if not at:
            continue
        last = own[-1 if at[0] == 0 else at[-1]]
        ends = _block_end(text, last[1]) if text[last[0] : last[1]].endswith(_OPENERS) else last[1]
        yield Passage(own[at[0]][0], ends, _TOLD)


def _hidden(text: str, small: str) -> Iterator[Passage]:
    for needs, pattern, what in _HIDDEN:
        for match in pattern.finditer(small) if needs in small else ():
            yield Passage(*match.span(), what, addresses=False)
    comments = _COMMENTS.search(small)
    if comments is not None and text[: comments.start()].strip():
        yield Passage(comments.start(), len(text), "readers' comments", addresses=False)


def _joined(told: list[Passage]) -> Iterator[Passage]:
    found: list[Passage] = []
    for each in told:
        if found and each.start <= found[-1].end:
            found[-1] = found[-1]._replace(end=max(found[-1].end, each.end))
        else:
            found.append(each)
    yield from found


@lru_cache(maxsize=8)
def _blocks(text: str) -> tuple[Span, ...]:
    """Return where what stands between blank lines begins and ends."""
    blanks = [match.span() for match in _BLANK.finditer(text)]
    starts = [0, *(end for _, end in blanks)]
    return tuple(zip(starts, [*(start for start, _ in blanks), len(text)], strict=True))


def _block_end(text: str, at: int) -> int:
    """Return where the block ends that holds `at`, the next one's where only an opening is left."""
    blocks = _blocks(text)
    index = bisect_left(blocks, at, key=lambda span: span[1])
    end = blocks[index][1]
    last = _LAST.match(text[max(at, end - _TAIL) : end][::-1])
    opens = last is None or last[1] in _OPENERS
    return blocks[index + 1][1] if opens and index + 1 < len(blocks) else end
