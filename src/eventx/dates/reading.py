"""What an expression of time means, read against the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from eventx.dates.expressions import KINDS, MONTHS, NUMBERS, WEEKDAYS
from eventx.schema import Evidence, When

Precision = Literal["day", "days", "week", "month", "year"]
Days = tuple[date, date, Precision]

_DATELINE = re.compile(
    r"(?<!\w)[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)*(?:, [A-Z][\w .'’-]{1,40}?)?\s?\((?P<date>[^()]{6,30}\d{4})\)"
)
_DATELINE_WITHIN = 400  # characters: an agency puts its dateline at the very start


def read(evidence: Evidence, published: date | None = None) -> When:
    """Return what the expression means: first and last day, and how precisely they are known.

    A relative expression is read against `published` alone; without it, and where the words bound or
    only hint at a time, start and end are null and the precision is "unresolved". No day after
    `published` comes back: an expression that ends later is cut there, one that begins later unresolved.
    """
    days = _days(evidence.quote, published)
    if days is None:
        return When(text=evidence.quote, evidence=(evidence,))
    start, end, precision = days
    return When(text=evidence.quote, start=start, end=end, precision=precision, evidence=(evidence,))


def published(text: str) -> tuple[date, Evidence] | None:
    """Return the day of publication and the dateline that states it, or None.

    Only an agency dateline at the start of the text is believed, and only with its year:
    "KABUL, Afghanistan (Jan. 25, 2013)". Dates elsewhere date events, not the article.
    """
    for dateline in _DATELINE.finditer(text[:_DATELINE_WITHIN]):
        match = KINDS["month_day"].fullmatch(dateline["date"]) or KINDS["day_month"].fullmatch(
            dateline["date"]
        )
        days = _safely(_calendar_days, match, None) if match else None
        if days is not None and days[2] == "day":
            return days[0], Evidence(start=dateline.start(), end=dateline.end(), quote=dateline[0])
    return None


def _days(words: str, published: date | None) -> Days | None:
    for kind, reader in _READERS.items():
        if match := KINDS[kind].fullmatch(words):
            named = match.groupdict()
            days = None if named.get("bound") else _safely(reader, match, published)
            return _until_publication(days, published, since=named.get("since") is not None)
    return None


def _safely(
    reader: Callable[[re.Match[str], date | None], Days | None], match: re.Match[str], published: date | None
) -> Days | None:
    try:
        return reader(match, published)
    except (ValueError, OverflowError):  # no such day: "31 June", or before the year 1
        return None


def _until_publication(days: Days | None, published: date | None, *, since: bool) -> Days | None:
    if days is None:
        return None
    start, end, precision = days
    if published is None:
        return None if since else days
    if start > published:
        return None
    if since:
        return start, published, "day" if start == published else "days"
    return start, min(end, published), precision


def _iso(match: re.Match[str], published: date | None) -> Days:
    day = date.fromisoformat(match["iso"])
    return day, day, "day"


def _calendar_days(match: re.Match[str], published: date | None) -> Days | None:
    month = _month_number(match)
    first, last = int(match["day"]), int(match["last_day"] or match["day"])
    if match["year"]:
        start = date(int(match["year"]), month, first)
    elif published is not None:
        start = _latest(month, first, published)
    else:
        return None
    end = start.replace(day=last)
    if end < start or (match["weekday"] and _weekday_number(match["weekday"]) != start.weekday()):
        return None
    return start, end, "day" if start == end else "days"


def _latest(month: int, day: int, published: date) -> date:
    """Return the latest such day not after publication; raises ValueError when no year has it."""
    for year in range(published.year, published.year - 9, -1):  # 29 February may be eight years back
        if day <= monthrange(year, month)[1] and date(year, month, day) <= published:
            return date(year, month, day)
    raise ValueError(f"no day {day} in month {month}")


def _month(match: re.Match[str], published: date | None) -> Days | None:
    month = _month_number(match)
    if year := match.groupdict().get("year"):
        return _whole_month(date(int(year), month, 1))
    if published is None:
        return None
    before = published.replace(day=1) - timedelta(days=1) if match["last"] else published
    return _whole_month(_latest(month, 1, before))


def _year(match: re.Match[str], published: date | None) -> Days:
    return _whole_year(int(match["year"]))


def _weekday(match: re.Match[str], published: date | None) -> Days | None:
    if published is None:
        return None
    weekday = _weekday_number(match["weekday"])
    which = (match["week"] or match["which"] or "").lower()
    if match["week"] or which == "this":
        day = _monday(published, weeks_before=1 if which == "last" else 0) + timedelta(days=weekday)
    else:
        day = _latest_weekday(weekday, published - timedelta(days=1) if which else published)
    return day, day, "day"


def _weekdays(match: re.Match[str], published: date | None) -> Days | None:
    if published is None:
        return None
    end = _latest_weekday(_weekday_number(match["last_weekday"]), published)
    start = _latest_weekday(_weekday_number(match["weekday"]), end)
    return start, end, "day" if start == end else "days"


def _days_before(first: int, last: int) -> Callable[[re.Match[str], date | None], Days | None]:
    def days(match: re.Match[str], published: date | None) -> Days | None:
        if published is None:
            return None
        start, end = published - timedelta(days=first), published - timedelta(days=last)
        return start, end, "day" if start == end else "days"

    return days


def _ago(match: re.Match[str], published: date | None) -> Days | None:
    if published is None or match["about"]:
        return None
    number, unit = _number(match["n"]), match["unit"].lower()
    if unit == "hour":
        return _past(match, published)
    then = _units_before(published, number, unit)
    if unit == "week":
        return _whole_week(then)
    if unit == "month":
        return _whole_month(then)
    return _whole_year(then.year) if unit == "year" else (then, then, "day")


def _past(match: re.Match[str], published: date | None) -> Days | None:
    is_vague = match["n"] is None and bool(match.groupdict().get("plural"))
    if published is None or is_vague:
        return None
    start = _units_before(published, _number(match["n"] or "one"), match["unit"].lower())
    return start, published, "days"


def _calendar_unit(match: re.Match[str], published: date | None) -> Days | None:
    if published is None or (match["part"] or "").lower().startswith("later"):
        return None
    back = 1 if match["which"].lower() == "last" else 0
    unit = match["unit"].lower()
    if unit == "week":
        return _whole_week(_monday(published, weeks_before=back))
    then = _units_before(published, back, unit)
    return _whole_month(then) if unit == "month" else _whole_year(then.year)


def _weekend(match: re.Match[str], published: date | None) -> Days | None:
    if published is None:
        return None
    is_last = (match["which"] or "").lower() == "last"
    saturday = _latest_weekday(5, _monday(published, weeks_before=0) if is_last else published)
    return saturday, saturday + timedelta(days=1), "days"


def _units_before(day: date, number: int, unit: str) -> date:
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day - timedelta(days={"hour": -(-number // 24), "day": number, "week": 7 * number}[unit])


def _latest_weekday(weekday: int, day: date) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _monday(day: date, *, weeks_before: int) -> date:
    return day - timedelta(days=day.weekday() + 7 * weeks_before)


def _whole_week(day: date) -> Days:
    monday = _monday(day, weeks_before=0)
    return monday, monday + timedelta(days=6), "week"


def _whole_month(day: date) -> Days:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month"


def _whole_year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31), "year"


def _number(word: str) -> int:
    word = word.lower()
    return 1 if word in ("a", "an") else NUMBERS.index(word) + 1 if word in NUMBERS else int(word)


def _month_number(match: re.Match[str]) -> int:
    return MONTHS.index(match["month"][:3].lower()) + 1


def _weekday_number(word: str) -> int:
    return WEEKDAYS.index(word.lower())


_READERS: dict[str, Callable[[re.Match[str], date | None], Days | None]] = {
    "iso": _iso,
    "day_month": _calendar_days,
    "month_day": _calendar_days,
    "month_year": _month,
    "month": _month,
    "year": _year,
    "weekdays": _weekdays,
    "weekday": _weekday,
    "today": _days_before(0, 0),
    "yesterday": _days_before(1, 1),
    "day_before_yesterday": _days_before(2, 2),
    "overnight": _days_before(1, 0),
    "ago": _ago,
    "calendar": _calendar_unit,
    "past": _past,
    "weekend": _weekend,
}
