"""Expressions of time are found whole, read against the day of publication alone, and never guessed."""

from datetime import date

import pytest

from eventx.dates import background, find, published, read
from eventx.schema import Evidence, When

MONDAY = date(2023, 8, 28)
SATURDAY = date(2023, 8, 26)


def said(words: str) -> Evidence:
    return Evidence(start=0, end=len(words), quote=words)


FOUND = {
    "bare weekday": ("Four died Saturday in Borel.", ["Saturday"]),
    "weekday with on": ("on Tuesday four died", ["on Tuesday"]),
    "last weekday": ("The clashes began last Saturday.", ["last Saturday"]),
    "part of a weekday": (
        "Shelling hit Borel early Friday and Tuesday night.",
        ["early Friday", "Tuesday night"],
    ),
    "possessive": ("in Friday's attack", ["in Friday"]),
    "relative days": (
        "yesterday, today, overnight, this morning",
        ["yesterday", "today", "overnight", "this morning"],
    ),
    "week": ("earlier this week and last week", ["earlier this week", "last week"]),
    "hours": ("killed over the past 48 hours", ["over the past 48 hours"]),
    "days": ("fighting in last two days", ["in last two days"]),
    "day and month": ("on 12 March four died", ["on 12 March"]),
    "month and day": ("on March 12, 2024, four died", ["on March 12, 2024"]),
    "weekday and date": ("on Saturday, 26 August 2023, four died", ["on Saturday, 26 August 2023"]),
    "iso": ("on 2024-03-12 four died", ["on 2024-03-12"]),
    "year": ("came into effect in 2020.", ["in 2020"]),
    "recent years": ("launched in recent years", ["in recent years"]),
    "month": ("last month and mid-July", ["last month", "mid-July"]),
    "since": ("since Friday", ["since Friday"]),
    "before": ("before 12 March", ["before 12 March"]),
    "wrapped line": ("over the past\n48 hours", ["over the past\n48 hours"]),
    "digits in an uncertain order": ("on 12/03/2024", []),
    "verb and modal": ("they may march on", []),
    "to come": ("talks next week, next Friday and tomorrow", []),
    "will": ("Eight more will join in January, the council said on Monday.", ["on Monday"]),
    "is to": ("The army is to hold an exercise with 1,500 soldiers in June.", []),
    "are due": ("Members are due back on Monday.", []),
    "planned for": ("elections planned for Friday", ["for Friday"]),
    "count after a month's name": ("In May 1,200 people fled", ["In May"]),
    "inside a word": ("a Fridayish Sundays todayish", []),
    "paragraphs apart": ("It ended on Friday\n\n12 March Street", ["on Friday", "12 March"]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_expressions_are_found_in_order_with_their_words(text, expected):
    found = find(text)
    assert expected == [evidence.quote for evidence in found]
    assert expected == [text[evidence.start : evidence.end] for evidence in found]


READ = {
    "last weekday": ("last Saturday", MONDAY, "2023-08-26", "2023-08-26", "day"),
    "last weekday on that weekday": ("last Saturday", SATURDAY, "2023-08-19", "2023-08-19", "day"),
    "bare weekday on that weekday": ("Saturday", SATURDAY, "2023-08-26", "2023-08-26", "day"),
    "bare weekday": ("on Tuesday", MONDAY, "2023-08-22", "2023-08-22", "day"),
    "part of a weekday": ("early Friday", MONDAY, "2023-08-25", "2023-08-25", "day"),
    "weekday of last week": ("Friday last week", SATURDAY, "2023-08-18", "2023-08-18", "day"),
    "between weekdays": ("between Friday and Sunday", MONDAY, "2023-08-25", "2023-08-27", "days"),
    "today": ("today", MONDAY, "2023-08-28", "2023-08-28", "day"),
    "this morning": ("this morning", MONDAY, "2023-08-28", "2023-08-28", "day"),
    "yesterday": ("yesterday", MONDAY, "2023-08-27", "2023-08-27", "day"),
    "last night": ("last night", MONDAY, "2023-08-27", "2023-08-27", "day"),
    "overnight": ("overnight", MONDAY, "2023-08-27", "2023-08-28", "days"),
    "day before yesterday": ("the day before yesterday", MONDAY, "2023-08-26", "2023-08-26", "day"),
    "hours": ("over the past 48 hours", MONDAY, "2023-08-26", "2023-08-28", "days"),
    "hours not of whole days": ("the past 30 hours", MONDAY, "2023-08-26", "2023-08-28", "days"),
    "days": ("last two days", MONDAY, "2023-08-26", "2023-08-28", "days"),
    "weeks": ("over the past two weeks", MONDAY, "2023-08-14", "2023-08-28", "days"),
    "months of unlike length": ("the past six months", MONDAY, "2023-02-28", "2023-08-28", "days"),
    "days ago": ("three days ago", MONDAY, "2023-08-25", "2023-08-25", "day"),
    "weeks ago": ("two weeks ago", MONDAY, "2023-08-14", "2023-08-20", "week"),
    "last week": ("last week", MONDAY, "2023-08-21", "2023-08-27", "week"),
    "this week": ("earlier this week", SATURDAY, "2023-08-21", "2023-08-26", "week"),
    "weekend": ("over the weekend", MONDAY, "2023-08-26", "2023-08-27", "days"),
    "last weekend on a Saturday": ("last weekend", SATURDAY, "2023-08-19", "2023-08-20", "days"),
    "last month": ("last month", MONDAY, "2023-07-01", "2023-07-31", "month"),
    "this month": ("this month", MONDAY, "2023-08-01", "2023-08-28", "month"),
    "last year": ("last year", MONDAY, "2022-01-01", "2022-12-31", "year"),
    "since": ("since Friday", MONDAY, "2023-08-25", "2023-08-28", "days"),
    "day of a year": ("on March 12, 2023", None, "2023-03-12", "2023-03-12", "day"),
    "iso": ("2023-03-12", None, "2023-03-12", "2023-03-12", "day"),
    "days of a year": ("12-14 March 2023", None, "2023-03-12", "2023-03-14", "days"),
    "weekday and date": ("on Saturday, 26 August 2023", None, "2023-08-26", "2023-08-26", "day"),
    "day of this year": ("on 12 March", MONDAY, "2023-03-12", "2023-03-12", "day"),
    "day of the year before": ("on 30 December", MONDAY, "2022-12-30", "2022-12-30", "day"),
    "leap day": ("29 February", MONDAY, "2020-02-29", "2020-02-29", "day"),
    "month of a year": ("in July 2021", None, "2021-07-01", "2021-07-31", "month"),
    "month": ("mid-July", MONDAY, "2023-07-01", "2023-07-31", "month"),
    "month of publication": ("in August", MONDAY, "2023-08-01", "2023-08-28", "month"),
    "last month by name": ("last August", MONDAY, "2022-08-01", "2022-08-31", "month"),
    "year": ("in 2020", None, "2020-01-01", "2020-12-31", "year"),
    "year of publication": ("in 2023", MONDAY, "2023-01-01", "2023-08-28", "year"),
}


@pytest.mark.parametrize(("words", "day", "start", "end", "precision"), READ.values(), ids=READ.keys())
def test_expression_is_read_against_publication(words, day, start, end, precision):
    evidence = said(words)
    expected = When(text=words, start=start, end=end, precision=precision, evidence=(evidence,))
    assert expected == read(evidence, day)


UNRESOLVED = {
    "relative without publication": ("last Saturday", None),
    "today without publication": ("today", None),
    "hours without publication": ("over the past 48 hours", None),
    "day without a year or publication": ("on 12 March", None),
    "since without publication": ("since 2020", None),
    "recent years": ("in recent years", MONDAY),
    "a few days": ("the past few days", MONDAY),
    "counted from another day": ("two days later", MONDAY),
    "the same day": ("on the same day", MONDAY),
    "about": ("about two weeks ago", MONDAY),
    "decade": ("a decade ago", MONDAY),
    "before": ("before 12 March 2023", MONDAY),
    "planned": ("for Friday", MONDAY),
    "this weekday to come": ("this Friday", MONDAY),
    "later this week": ("later this week", MONDAY),
    "after publication": ("on 12 March 2024", MONDAY),
    "no such day": ("31 June 2023", MONDAY),
    "no such day in any year": ("30 February", MONDAY),
    "another weekday": ("on Sunday, 26 August 2023", MONDAY),
    "days in reverse": ("14-12 March 2023", MONDAY),
    "before the calendar": ("the past 999 years", date(2, 1, 1)),
    "not a time": ("in Borel", MONDAY),
}


@pytest.mark.parametrize(("words", "day"), UNRESOLVED.values(), ids=UNRESOLVED.keys())
def test_nothing_is_guessed(words, day):
    evidence = said(words)
    assert When(text=words, evidence=(evidence,)) == read(evidence, day)


BACKGROUND = {
    "year": ("A ceasefire came into effect in 2020.", MONDAY, "in 2020"),
    "year, publication unknown": ("A ceasefire came into effect in 2020.", None, "in 2020"),
    "old date": ("Four died on 12 March 2021.", MONDAY, "on 12 March 2021"),
    "recent years": ("Three offensives were launched in recent years.", None, "in recent years"),
    "last year": ("Shelling killed four last year.", None, "last year"),
    "start of the war": ("Since the start of the war 400 have died.", None, "Since the start of the"),
    "decade": ("The war began a decade ago.", None, "a decade ago"),
    "years of": ("Years of shelling drove them out.", None, "Years of"),
    "in the past": ("The army has shelled Borel in the past.", None, "in the past"),
    "formerly": ("The hill was formerly held by the army.", None, "formerly"),
    "previously": ("Four had previously died there.", None, "previously"),
    "earlier attacks": ("Earlier attacks killed four.", None, "Earlier attacks"),
}


@pytest.mark.parametrize(("sentence", "day", "cue"), BACKGROUND.values(), ids=BACKGROUND.keys())
def test_background_names_its_cue(sentence, day, cue):
    words = background(sentence, day)
    assert words is not None
    assert words.startswith(cue)


NEWS = {
    "plain": ("Four soldiers died on Saturday.", MONDAY),
    "year of publication": ("Four soldiers died in 2023.", MONDAY),
    "within the season": ("Four soldiers died on 12 July.", MONDAY),
    "december in january": ("Four died on Dec. 30, 2022.", date(2023, 1, 3)),
    "hours in the past": ("Four died in the past 48 hours.", None),
    "who, not when": ("The Third Front, formerly linked to Arland, lost seven fighters.", MONDAY),
    "comparison": ("The deadliest attack since the start of the war killed 26.", MONDAY),
    "previously unknown": ("A previously unknown group killed four.", MONDAY),
}


@pytest.mark.parametrize(("sentence", "day"), NEWS.values(), ids=NEWS.keys())
def test_news_is_no_background(sentence, day):
    assert background(sentence, day) is None


DATELINES = {
    "agency": ("2013-01-S-025\n\nBOREL, Arland (Jan. 25, 2013)\nFour died.", "BOREL, Arland (Jan. 25, 2013)"),
    "city alone": ("BOREL (25 January 2013) - Four died.", "BOREL (25 January 2013)"),
    "two words": ("PORT BOREL, Arland (Jan. 25, 2013)", "PORT BOREL, Arland (Jan. 25, 2013)"),
    "no-break space": ("\u00a0BOREL, Arland\u00a0(Jan. 25, 2013)", "BOREL, Arland\u00a0(Jan. 25, 2013)"),
}


@pytest.mark.parametrize(("text", "words"), DATELINES.values(), ids=DATELINES.keys())
def test_dateline_gives_the_day_of_publication(text, words):
    day, evidence = published(text) or (None, None)
    assert (date(2013, 1, 25), words) == (day, evidence and evidence.quote)
    assert text[evidence.start : evidence.end] == words


SILENT = {
    "no year": "BOREL, Arland (Jan. 25) - Four died.",
    "a date in the body": "Four died in Borel (Jan. 25, 2013).",
    "too late": "x " * 200 + "BOREL, Arland (Jan. 25, 2013)",
    "no such day": "BOREL, Arland (Feb. 30, 2013)",
    "not a date": "BOREL, Arland (Third Front 2013)",
    "empty": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_no_dateline_no_day(text):
    assert published(text) is None
