"""Words that put a sentence in an earlier time: what it tells is background, not the news."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from eventx.dates.expressions import find
from eventx.dates.reading import read
from eventx.lower import lower

NEWS_WINDOW = timedelta(days=92)
"""A season: what lies further back is history to a news article."""

_EVENTS = r"(?:attack|assault|offensive|operation|bombing|strike|raid|clashe|battle|war|incident|massacre)s?"
_CUE = re.compile(  # in lower case
    rf"""\b(?:
    in\ recent\ (?:months|years|decades)
    | (?:over|in|during|for|throughout)\ the\ (?:past|last)\ (?:\w+\ )?(?:years?|decades?)
    | (?:years|decades)\ of | \w+\ (?:years?|decades?)\ (?:ago|earlier)
    | last\ year | in\ the\ (?:early\ |late\ |mid-)?(?:19|20)\d0s
    | in\ the\ past(?!\ [\w-]+\ \w|\ (?:hour|day|week|month)) | formerly | historically
    | previously(?!\ (?:unknown|reported|announced|stated|said|thought|estimated|given|put))
    | (?:since|at)\ the\ (?:start|beginning|outbreak|onset)\ of\ (?:the\ )?\w+
    | (?:earlier|previous|past)\ {_EVENTS}
    | sept(?:ember|\.)?\ 11(?:,?\ 2001,?)?\ (?:terror(?:ist)?\ )?attacks?
    )""",
    re.VERBOSE,
)
_YEAR = re.compile(
    r"\b(?:in|since|during)\ (?:(?:early|late|mid)[- ])?(?:(?:19|20)\d\d)\b(?!,\d)", re.IGNORECASE
)

# "the deadliest attack since the start of the war" is news.
_COMPARED = re.compile(r"\b(?:\w+est|most|worst|first)\b.{1,120}?\bsince\b", re.IGNORECASE | re.DOTALL)
# ", formerly linked to that network," and ", which seized the town in 2019," say who, not when.
_ASIDE = re.compile(r",\s(?:formerly|once|previously|which|who|whose|whom|where)\b[^,]*,", re.IGNORECASE)


@lru_cache(maxsize=256)  # a sentence is asked for each event and each of its counts, and by the checks again
def background(sentence: str, published: date | None = None) -> str | None:
    """Return the words that make the sentence background, or None when nothing does.

    Give it the sentence, or better the clause, that a count stands in. A date counts when it lies more
    than a season before `published`, a year alone when it is another than that of `published`; with
    `published` unknown any year alone counts, for news seldom gives its own. Cues in an aside that says
    who somebody is, and in a comparison ("the deadliest since 2014"), do not count.
    """
    asides = [aside.span() for aside in _ASIDE.finditer(sentence)]
    compared = _COMPARED.search(sentence)
    cues = [(cue.start(), sentence[cue.start() : cue.end()]) for cue in _CUE.finditer(lower(sentence))]
    cues += _old_dates(sentence, published)
    for start, words in sorted(cues):
        is_compared = compared is not None and words.lower().startswith("since") and start >= compared.start()
        if not is_compared and not any(first <= start < last for first, last in asides):
            return words
    return None


def _old_dates(sentence: str, published: date | None) -> list[tuple[int, str]]:
    if published is None:
        return [(year.start(), year[0]) for year in _YEAR.finditer(sentence)]
    found = []
    for evidence in find(sentence, published):
        when = read(evidence, published)
        if when.start is None or when.end is None:
            continue
        is_year = when.precision == "year"
        is_old = when.end.year != published.year if is_year else published - when.start > NEWS_WINDOW
        if is_old:
            found.append((evidence.start, evidence.quote))
    return found
