"""Expressions of time are found whole, read against the day of publication alone, and never guessed."""

from datetime import date

import pytest

from eventx.dates import background, find
from eventx.dates.expressions import MONTHS, WEEKDAYS

MONDAY = date(2023, 8, 28)

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
    "short months": ("in Sept. 2013, on Jan. 3, Dec. 24.", ["in Sept. 2013", "on Jan. 3", "Dec. 24"]),
    "June and July shortened": ("on Jun. 3, 2011, Jul. 12.", ["on Jun. 3, 2011", "Jul. 12"]),
    "brackets": (
        "OSK (Jan. 25, 2013): on Friday (Monday); today",
        ["Jan. 25, 2013", "on Friday", "Monday", "today"],
    ),
    "sentences apart": ("It ended on Friday. March 12 was calm.", ["on Friday", "March 12"]),
    "beside a letter that lower case makes two": ("İİİ on Friday İ", ["on Friday"]),
    "paragraphs apart": ("It ended on Friday\n\n12 March Street", ["on Friday", "12 March"]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_expressions_are_found_in_order_with_their_words(text, expected):
    found = find(text)
    assert expected == [evidence.quote for evidence in found]
    assert expected == [text[evidence.start : evidence.end] for evidence in found]


@pytest.mark.parametrize(
    "words",
    [
        *(f"in {month}" for month in MONTHS),
        *(f"on {month[:3]}. 3" for month in MONTHS if month not in ("May", "June", "July")),
        *(f"on {day.capitalize()}" for day in WEEKDAYS),
        *(
            f"last {season}"
            for season in ("spring", "summer", "autumn", "fall", "winter", "night", "evening")
        ),
        *(f"this {part}" for part in ("morning", "afternoon", "evening", "week", "month", "year", "weekend")),
        *(f"the {which} day" for which in ("same", "previous", "preceding", "following", "next")),
        *("today", "tonight", "yesterday", "the day before yesterday", "overnight", "the day before"),
        *(
            "two days ago",
            "several weeks ago",
            "a few days later",
            "a couple of hours earlier",
            "a decade ago",
        ),
        *("in the past hour", "the last two days", "the past few days", "the last several weeks"),
        *("the past couple of days", "recent months", "recent decades", "the past century", "last centuries"),
        *("in 1999", "in 2020", "mid-1999", "in the 1990s", "the early 2000s", "2020-01-31"),
        *("between 1990 and 1995", "from 2001 until 2003", "between 3 and 5 May", "from Monday to Friday"),
    ],
)
def test_no_expression_is_passed_over(words):
    assert [words] == [evidence.quote for evidence in find(f"It was {words}")]


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
