"""The day of publication, where the head of an article states it: an agency's dateline."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from eventx.dates.expressions import KINDS, month_number
from eventx.schema import Evidence

_WITHIN = 400  # characters: an agency puts its dateline at the very start

# A dateline opens a line: "(12 March 2020)" behind another name in capitals is in a sentence.
_LINE = r"(?:\A|(?<=[\n\r\u2028\u2029]))\s*+"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]+"
_PLACE = rf"{_CAPITALS}(?:[ \u00a0]{_CAPITALS})*(?:,[ \u00a0][A-ZÀ-ÖØ-Þ][\w .'’-]{{1,40}}?)?"
_DAY = r"[\w.]{1,9}[ \u00a0][\w.]{1,9}"
_DATE = rf"(?P<date>{_DAY}(?:(?:[.,]?[ \u00a0]{{1,2}}|,)(?:19|20)\d\d)?)"
_DATELINE = re.compile(
    rf"{_LINE}(?P<dateline>{_PLACE}(?:\s?\(|,\s){_DATE}\s?(?:\)|(?:\([\w /]{{2,30}}\)\s?)?[-–—]))"
)
# "May 12: operations in the south" heads a day's round-up; further down it would be an entry of a chronicle.
_HEADING = re.compile(rf"\A\s*+(?P<dateline>(?P<date>{_DAY}):)\s")
# "2010-12-S-243", the number of a press release, opens with its year and month.
_NUMBER = re.compile(r"(?<![\w-])(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,3}[-–]\d{1,4}(?![\w-])")


@lru_cache(maxsize=8)
def published(text: str) -> tuple[date, Evidence] | None:
    """Return the day of publication and the words that state it, or None.

    Believed is an agency's dateline within the first 400 characters: "KABUL, Afghanistan (Jan. 25, 2013)",
    "GAO, 11 March 2013 (Agency) -". One without a year, and a day that opens the text ("May 12: …"), are
    believed where the number of the press release beside them gives the year, and the same month:
    "2010-05-S-044". The evidence then holds both. Dates elsewhere date events, not the article.
    """
    head = text[:_WITHIN]
    number = _NUMBER.search(head)
    for found in (*_DATELINE.finditer(head), *_HEADING.finditer(head)):
        stated = _day(found["date"])
        if stated is not None:
            return stated, _evidence(text, *found.span("dateline"))
        numbered = _day(f"{found['date']}, {number['year']}") if number else None
        if number and numbered is not None and numbered.month == int(number["month"]):
            first, last = found.span("dateline")
            return numbered, _evidence(text, min(first, number.start()), max(last, number.end()))
    return None


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(start=start, end=end, quote=text[start:end])


def _day(words: str) -> date | None:
    """Return the day of "Jan. 25, 2013" and "25 January 2013", None without a year or such a day."""
    words = re.sub(r"(?<=\d)[.,]\s*(?=\d{4}\Z)", ", ", words)  # "Nov. 1. 2011", "May 31,2011"
    match = KINDS["month_day"].fullmatch(words) or KINDS["day_month"].fullmatch(words)
    if match is None or match["year"] is None or match["last_day"] is not None:
        return None
    try:
        return date(int(match["year"]), month_number(match["month"]), int(match["day"]))
    except ValueError:  # no such day: "Feb. 30"
        return None
