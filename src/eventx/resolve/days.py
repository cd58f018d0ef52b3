"""Whether a sentence tells of another time than an event's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import lru_cache

from eventx import dates
from eventx.article import Article
from eventx.dates.expressions import KINDS
from eventx.schema import Evidence, When

# "said on Monday" dates the saying; "MONT CALDER, Aug 25 -" dates the report.
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|added|reported|announced|confirmed|stated|according to"
    r"|called on|claimed (?:responsibility|the (?:\w+ )?(?:attack|assault|bombing|ambush|killing)s?)"
    r")\b[^.;]{0,40}$"
    r"|\b(?:gave|issued|published|released|traded)\b[^.;]{0,40}\b(?:accounts?|statements?|figures?|tolls?)\b[^.;]{0,15}$",
    re.IGNORECASE,
)
# "today confirmed the death of"
_SAID_AFTER = re.compile(
    r"\s(?:said|says|told|added|reported|announced|confirmed|stated|released|issued)\b", re.IGNORECASE
)
# "the leader responsible for an attack Jan. 7", "behind the Aug. 7 attack": what he is wanted for.
_WANTED_FOR = re.compile(
    r"\b(?:responsib(?:le|ility)\s+for|behind\s+(?:the|an?)|(?:connected|linked|tied)\s+to|in\s+connection\s+with"
    r"|wanted\s+(?:for|in))\b[^.;,]{0,60}\Z",
    re.IGNORECASE,
)
# Bodies are found, counted and brought in later than people die.
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE)
# "(Jan. 25, 2013)", "Jan. 25 -", "November 4 (Agency/Wire):"
_DATELINE_AFTER = re.compile(r"\s?\)?\s?[-–—]\s|\s?\)|\s\([A-Z][\w/&. -]{1,30}\)\s?(?:[:–—]|\.?\s?-)")

_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def told(article: Article, sentences: Sequence[tuple[int, int]]) -> tuple[tuple[When, ...], ...]:
    """Return, for each sentence, the times of what it tells.

    When it was said or written is left out, what somebody is wanted for, and when bodies were found.
    """
    text = article.text
    found = [
        since_when(text, each)
        for each in dates.find(text, article.published)
        if not is_of_telling(text, each) and not is_of_earlier_deed(text, each)
    ]
    starts = [each.start for each in found]
    return tuple(
        tuple(
            dates.read(each, article.published)
            for each in found[bisect_left(starts, start) : bisect_left(starts, end)]
        )
        if not _BODIES.search(text, start, end)
        else ()
        for start, end in sentences
    )


def since_when(text: str, time: Evidence) -> Evidence:
    """Return the time, "since Friday, when …" as Friday: what follows happened then."""
    since = time.quote[: len("since ")]
    if since.lower() != "since " or not text.startswith(", when", time.end):
        return time
    return Evidence(start=time.start + len(since), end=time.end, quote=time.quote[len(since) :])


def is_of_telling(text: str, time: Evidence) -> bool:
    """Return whether a time is when something was said or written: "police said on Monday", a dateline.

    So is the day of the dateline where it stands above it: "Evening update, Jan. 25, 2013".
    """
    said = _SAID_BEFORE.search(text, max(0, time.start - 100), time.start) or _SAID_AFTER.match(
        text, time.end
    )
    is_told = said is not None or dates.is_told(text, time.start)
    return is_told or _DATELINE_AFTER.match(text, time.end) is not None or _is_in_head(text, time)


def _is_in_head(text: str, time: Evidence) -> bool:
    dateline = dates.published(text)
    if dateline is None or time.start >= dateline[1].end:
        return False
    day = dates.read(time, dateline[0])
    return day.start == day.end == dateline[0] and any(letter.isdigit() for letter in time.quote)


def is_of_earlier_deed(text: str, time: Evidence) -> bool:
    """Return whether a time is of what somebody is wanted for: "responsible for Tuesday's attack"."""
    return _WANTED_FOR.search(text, max(0, time.start - 100), time.start) is not None


def carried(
    times: Sequence[tuple[When, ...]],
    sentences: Sequence[tuple[int, int]],
    borders: Collection[int],
    events: Sequence[When | None],
) -> tuple[tuple[When, ...], ...]:
    """Return the times, another than any event's carried on through its paragraph until a new one is told.

    "In June rebels attacked the camp. Thirty were killed." `borders` are the starts of the paragraphs.
    """
    found: list[tuple[When, ...]] = []
    opens = frozenset(borders)
    goes_on = False  # whether the times of the sentence before are another than any event's
    for (start, _), own in zip(sentences, times, strict=True):
        if own or start in opens or not goes_on:
            found.append(own)
            goes_on = bool(events) and all(is_of_another_time(own, when) for when in events)
        else:
            found.append(found[-1])
    return tuple(found)


def is_of_another_time(times: Sequence[When], when: When | None) -> bool:
    """Return whether all the times that a sentence tells lie outside the event's days.

    False where the two cannot be compared: by days where both are known, else by weekday. A month or a
    year is another time than an event of a day, or of no time told.
    """
    if not times:
        return False
    if all(is_long(each) for each in times) and not (when is not None and is_long(when)):
        return when is None or when.start is None or _outside(times, when)
    if when is None:
        return False
    if when.start is not None and when.end is not None:
        return _outside(times, when)
    named = frozenset[str]().union(*(weekdays(each.text) for each in times))
    own = weekdays(when.text)
    return bool(named and own) and not named & own


def _outside(times: Sequence[When], when: When) -> bool:
    known = [(each.start, each.end) for each in times if each.start is not None and each.end is not None]
    if not known or when.start is None or when.end is None:
        return False
    return all(end < when.start or start > when.end for start, end in known)


def is_long(when: When) -> bool:
    """Return whether the words name a month or a year: "in June", "last year"."""
    return when.precision in ("month", "year") or any(
        KINDS[kind].fullmatch(when.text) for kind in ("month", "month_year", "year")
    )


@lru_cache(maxsize=256)
def weekdays(words: str) -> frozenset[str]:
    """Return the weekdays named, in lower case."""
    return _WEEKDAYS & frozenset(re.findall(r"[a-z]+", words.lower()))
