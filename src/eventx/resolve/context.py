"""Whether what a passage tells is new and real, in PLOVER's terms: historical, future, hypothetical, negated.

A passage is told of another world than the news when every word for violence in it is: "threatened to storm
the town", "denied that it had shelled the camp". One word that stands free makes it news: in "denied
responsibility for the attack" the attack took place. "The attack" did so, too, whatever is planned about it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, get_args

from eventx import dates
from eventx.counts.reading import Reading
from eventx.resolve import context_words as tables
from eventx.schema import Context, Evidence
from eventx.sentences import index_at, pieces

Span = tuple[int, int]

_ORDER: tuple[Context, ...] = get_args(Context)


class Passage(NamedTuple):
    """A sentence or clause of the article, and the count it was read for."""

    words: str
    reading: Reading | None = None


def of_event(passages: Sequence[Passage], published: date | None) -> tuple[Context, ...]:
    """Return what keeps an event from being new and real, in the schema's order; empty when it is both.

    One passage that tells it as news is enough. Where every passage has a context of its own, all are named.
    """
    told = [of(passage, published) for passage in passages]
    if not told or not all(told):
        return ()
    return tuple(name for name in _ORDER if any(name in each for each in told))


def of(passage: Passage, published: date | None) -> tuple[Context, ...]:
    """Return the contexts of one passage; a count that was read stands for its clause."""
    found = set[Context]()
    if is_background(passage, published):
        found.add("historical")
    if is_unreal(passage):
        found |= set(_unreal(passage.words)) or {"negated"}
    return tuple(name for name in _ORDER if name in found)


def is_background(passage: Passage, published: date | None) -> bool:
    """Return whether a passage is told of earlier times."""
    words, reading = passage
    if reading is not None and reading.background:
        return True
    return dates.background(words, published) is not None or (
        reading is None and tables.THROUGHOUT["historical"].search(words) is not None
    )


def is_unreal(passage: Passage) -> bool:
    """Return whether what a passage tells did not happen, or not yet: planned, supposed or denied."""
    words, reading = passage
    return reading.unreal if reading is not None else bool(_unreal(words))


def sentences(text: str, evidence: Sequence[Evidence]) -> Iterator[Passage]:
    """Yield the sentences that hold some of the evidence; of one too long the pieces."""
    found = pieces(text)
    for index in sorted({index for each in evidence for index in _holding(found, each)}):
        yield Passage(text[slice(*found[index])])


def _holding(found: Sequence[Span], evidence: Evidence) -> range:
    """Return the indices of the sentences that hold some of the evidence."""
    return range(index_at(found, evidence.start), bisect_left(found, evidence.end, key=itemgetter(0)))


@lru_cache(maxsize=256)  # a sentence is asked for each of its counts, and by the checks again
def _unreal(words: str) -> tuple[Context, ...]:
    """Return future, hypothetical or negated where every word for violence is told so."""
    is_exercise = tables.EXERCISE.search(words) and not tables.HARMED.search(words)
    if is_exercise or tables.THROUGHOUT["hypothetical"].search(words):
        return ("hypothetical",)
    scopes = list(_scopes(words))
    violence = [match.span() for match in tables.VIOLENCE.finditer(words)]
    held = set[Context]()
    for span in violence:
        over = [name for name, scope in scopes if scope[0] <= span[0] and span[1] <= scope[1]]
        if not over or _stands(words, span):
            return ()
        # Of two, the later word is the nearer: "denied that it planned to attack" is a denial all the same.
        held.add("negated" if "negated" in over else over[0])
    return tuple(name for name in _ORDER if name in held)


def _scopes(words: str) -> Iterator[tuple[Context, Span]]:
    """Yield the stretches that cue words hold, in no order."""
    for name, cues in tables.AHEAD.items():
        for cue in cues.finditer(words):
            if name == "future" and tables.REALISED.search(words):
                continue
            yield name, (cue.start(), _clause_end(words, cue))
    for name, cues in tables.BEHIND.items():
        for cue in cues.finditer(words):
            yield name, (_clause_start(words, cue.start()), cue.end())


def _clause_end(words: str, cue: re.Match[str]) -> int:
    end = tables.CLAUSE_END.search(words, cue.end())
    stop = end.start() if end else len(words)
    comma = words.find(",", cue.end(), stop) if tables.IF.fullmatch(cue[0]) else -1
    return comma if comma >= 0 else stop


def _clause_start(words: str, at: int) -> int:
    return max((end.end() for end in tables.CLAUSE_END.finditer(words, 0, at)), default=0)


def _stands(words: str, span: Span) -> bool:
    """Return whether a word for violence is "the attack", which took place unless just that is said."""
    is_noun = re.fullmatch(tables.NOUN, words[span[0] : span[1]], re.IGNORECASE) is not None
    definite = is_noun and tables.DEFINITE.search(words, max(0, span[0] - 40), span[0])
    return bool(definite) and not tables.TOOK_PLACE.match(words, span[1]) and not _says_no(words, span)


def _says_no(words: str, span: Span) -> bool:
    """Return whether it is just this that is said not to have been, or not to be yet."""
    return any(
        cue.start() >= span[1] and not tables.CLAUSE_END.search(words, span[1], cue.start())
        for cues in tables.BEHIND.values()
        for cue in cues.finditer(words, span[1])
    )
