"""What an expression of time means, read against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from eventx.dates import arithmetic, foreign, numeric
from eventx.dates.days import (
    Days,
    Unsettled,
    between_weekdays,
    day_of,
    expect,
    known,
    named,
    on_weekday,
    span,
    unknown,
)
from eventx.dates.expressions import KINDS, MONTHS, NUMBERS, WEEKDAYS, month_number
from eventx.schema import Evidence, When

Match = re.Match[str]


@lru_cache(maxsize=256)  # an article's, each asked for several times
def read(words: str | Evidence, published: date | None = None) -> When:
    """Return what the words mean: first and last day, how precisely they are known, and how in `reason`.

    `words` are one expression of time, or the evidence of one, which is kept. A relative expression is
    read against `published` alone. Without it, and where the words bound or only hint at a time, start and
    end are null, the precision is "unresolved" and the reason says what is known all the same: "a Saturday;
    the day of publication is not known". A weekday is the latest one, that of `published` included unless
    it is "last". "Mid-July" and "the end of July" are the month: the words alone say which part of it. No
    day after `published` comes back: an expression that ends later is cut there, one that begins later
    unresolved.
    """
    text, evidence = (words, ()) if isinstance(words, str) else (words.quote, (words,))
    try:
        days = _days(text, published)
    except Unsettled as said:
        return When(text=text, reason=str(said), evidence=evidence)
    return When(text=text, **days._asdict(), evidence=evidence)


def is_relative(words: str) -> bool:
    """Return whether words that are an expression of time settle no day by themselves; False for others."""
    if not any(pattern.fullmatch(words) for pattern in KINDS.values()):
        return False
    try:
        _days(words, None)
    except Unsettled:
        return True
    return False


def _days(words: str, published: date | None) -> Days:
    for kind, reader in _READERS.items():
        if match := KINDS[kind].fullmatch(words):
            groups = match.groupdict()
            if groups.get("bound"):
                raise Unsettled("the words only bound the time")
            try:
                days = reader(match, published)
            except (ValueError, OverflowError):  # "31 June", or before the year 1
                raise Unsettled("there is no such day") from None
            return _until_publication(days, published, since=bool(groups.get("since")))
    if KINDS["future"].fullmatch(words):
        raise Unsettled("a time to come")
    if KINDS["vague"].fullmatch(words):
        raise Unsettled("the words do not say which days")
    raise Unsettled("no expression of time that can be read")


def _until_publication(days: Days, published: date | None, *, since: bool) -> Days:
    reason = f"{days.reason}, and on to publication" if since else days.reason
    if published is None:
        if since:
            raise unknown(reason)
        return days
    if days.start > published:
        raise Unsettled(f"it would be after publication, {published}")
    if since:
        days = days._replace(end=published, precision="days", reason=reason)
    end = min(days.end, published)
    # A span cut to one day is that day; a week, a month and a year stay what they are called.
    is_day = days.start == end and days.precision == "days"
    return days._replace(end=end, precision="day" if is_day else days.precision)


def _publication(published: date | None) -> str:
    return "publication" if published is None else published.isoformat()


def _iso(match: Match, published: date | None) -> Days:
    day = date.fromisoformat(match["iso"])
    return span(day, day, "stated in full")


def _calendar_days(match: Match, published: date | None) -> Days:
    month = month_number(match["month"])
    start, reason = day_of(int(match["day"]), month, match["year"], published)
    end = start.replace(day=int(match["last_day"] or match["day"]))
    if end < start:
        raise Unsettled("the last day is before the first")
    if match["overnight"] and end == start:
        end, reason = start + timedelta(days=1), f"{reason}; the night from that day"
    if match["weekday"]:
        expect(_weekday_number(match["weekday"]), start)
    return span(start, end, reason)


def _dates(match: Match, published: date | None) -> Days:
    """Return the days from one date to another; the first without a year is the latest before the second."""
    last = _days(match["second"], published)
    first = _days(match["first"], last.end)
    return span(first.start, last.end, last.reason)


def _month(match: Match, published: date | None) -> Days:
    month = month_number(match["month"])
    name = MONTHS[month - 1]
    if year := match.groupdict().get("year"):
        return Days(*arithmetic.month(date(int(year), month, 1)), "month", "stated with the year")
    anchor = known(published, f"a month of {name}")
    if match["last"]:
        anchor, reason = anchor.replace(day=1) - timedelta(days=1), f"the {name} before the month of {anchor}"
    else:
        reason = f"the latest {name} up to {anchor}"
    return Days(*arithmetic.month(arithmetic.latest(month, 1, anchor)), "month", reason)


def _year(match: Match, published: date | None) -> Days:
    return Days(*arithmetic.year(date(int(match["year"]), 1, 1)), "year", "the year stated")


def _weekday(match: Match, published: date | None) -> Days:
    name, weekday = match["weekday"].capitalize(), _weekday_number(match["weekday"])
    which = (match["week"] or match.groupdict().get("which") or "").lower()
    if match["week"] or which == "this":
        anchor = known(published, f"a {name}")
        back = 1 if which == "last" else 0
        day = arithmetic.monday(anchor, weeks_before=back) + timedelta(days=weekday)
        return span(day, day, f"the {name} of the week {'before that ' if back else ''}of {anchor}")
    return on_weekday(weekday, published, is_before=bool(which))


def _named(match: Match, published: date | None) -> Days:
    weekday = match["in_brackets"] or match["weekday"]
    back = 1 if match["day"].lower() == "yesterday" else 0
    return named(_weekday_number(weekday), published, days_before=back)


def _dated(match: Match, published: date | None) -> Days:
    days = _days(match["date"], published)
    expect(_weekday_number(match["weekday"]), days.start)
    return days


def _weekdays(match: Match, published: date | None) -> Days:
    first, last = _weekday_number(match["weekday"]), _weekday_number(match["last_weekday"])
    return between_weekdays(first, last, published)


def _night_of_weekday(match: Match, published: date | None) -> Days:
    """Return the night that begins on a weekday; on that very day only the night that ended is past."""
    name = (match["weekday"] or match["night_of"]).capitalize()
    anchor = known(published, f"a night of {name}")
    start = arithmetic.latest_weekday(_weekday_number(name), anchor)
    if start == anchor:
        return span(start - timedelta(days=1), start, f"the night to {anchor}")
    return span(start, start + timedelta(days=1), f"the night from the {name} before {anchor}")


def _days_before(first: int, last: int, said: str) -> Callable[[Match, date | None], Days]:
    def days(match: Match, published: date | None) -> Days:
        reason = said.format(_publication(published))
        anchor = known(published, reason)
        return span(anchor - timedelta(days=first), anchor - timedelta(days=last), reason)

    return days


def _ago(match: Match, published: date | None) -> Days:
    if match["unit"].lower() == "hour":
        return _past(match, published)
    number, unit = _number(match["n"]), match["unit"].lower()
    if match["about"]:
        raise Unsettled("about how long ago is no day")
    before = f"{_amount(number, unit)} before {_publication(published)}"
    reason = before if unit == "day" else f"the {unit} {before}"
    then = arithmetic.units_before(known(published, reason), number, unit)
    return span(then, then, reason) if unit == "day" else _whole(then, unit, reason)


def _past(match: Match, published: date | None) -> Days:
    if (match["n"] is None and match.groupdict().get("plural")) or match.groupdict().get("about"):
        raise Unsettled("the words do not say which days")
    number, unit = _number(match["n"] or "one"), match["unit"].lower()
    reason = f"the {_amount(number, unit)} up to {_publication(published)}"
    anchor = known(published, reason)
    return span(arithmetic.units_before(anchor, number, unit), anchor, reason)


def _calendar_unit(match: Match, published: date | None) -> Days:
    unit, is_last = match["unit"].lower(), match["which"].lower() == "last"
    if (match["part"] or "").lower().startswith("later"):
        raise Unsettled("a time to come")
    reason = f"the {unit} {'before that ' if is_last else ''}of {_publication(published)}"
    anchor = known(published, reason)
    return _whole(arithmetic.units_before(anchor, int(is_last), unit), unit, reason)


def _weekend(match: Match, published: date | None) -> Days:
    is_last = (match["which"] or "").lower() == "last"
    reason = f"the latest weekend {'before the week of' if is_last else 'up to'} {_publication(published)}"
    anchor = known(published, reason)
    saturday = arithmetic.latest_weekday(5, arithmetic.monday(anchor) if is_last else anchor)
    return span(saturday, saturday + timedelta(days=1), reason)


def _whole(day: date, unit: str, reason: str) -> Days:
    if unit == "week":
        return Days(*arithmetic.week(day), "week", reason)
    if unit == "month":
        return Days(*arithmetic.month(day), "month", reason)
    return Days(*arithmetic.year(day), "year", reason)


def _number(word: str) -> int:
    word = word.lower()
    return 1 if word in ("a", "an") else NUMBERS.index(word) + 1 if word in NUMBERS else int(word)


def _amount(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _weekday_number(word: str) -> int:
    return WEEKDAYS.index(word.lower())


_READERS: dict[str, Callable[[Match, date | None], Days]] = {
    "iso": _iso,
    "dates": _dates,
    "day_month": _calendar_days,
    "month_day": _calendar_days,
    "month_year": _month,
    "month": _month,
    "year": _year,
    "weekdays": _weekdays,
    "night": _night_of_weekday,
    "weekday": _weekday,
    "weekday_in_week": _weekday,
    "named": _named,
    "dated": _dated,
    "today": _days_before(0, 0, "the day of publication"),
    "yesterday": _days_before(1, 1, "the day before {}"),
    "day_before_yesterday": _days_before(2, 2, "two days before {}"),
    "overnight": _days_before(1, 0, "the night to {}"),
    "ago": _ago,
    "calendar": _calendar_unit,
    "past": _past,
    "weekend": _weekend,
    **numeric.READERS,
    **foreign.READERS,
}
