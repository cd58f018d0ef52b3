"""How English writes the time of an event: the words, and one pattern to a kind of expression."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# One space, or a line wrapped there; never a paragraph's end.
S = r"(?:[ \t\u00a0\u202f]{1,3}|[ \t]?\r?\n)"
MONTH_NAME = (  # with a capital: "may" and "march" are verbs
    r"(?-i:(?=[A-Z]))(?:(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|\b))"
)
MONTH = rf"(?P<month>{MONTH_NAME})"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
DAY = r"(?<!\d)(?<!\d[.,])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
TO_DAY = rf"(?:(?:\s?[-–/]\s?|{S}(?(between)(?:and|to)|to){S})(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?"
DAYS = rf"(?-i:(?=[A-Z]))(?:{'|'.join(WEEKDAYS)})"
NUMBER = rf"(?:(?<!\d)\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
UNIT = "(?:hour|day|week|month|year)"
PART = rf"(?:{S}(?:morning|afternoon|evening|night|overnight))?"

# "before Friday" bounds the time, "planned for Friday" has it to come; "since Friday" reaches to publication.
IN = (
    rf"(?:(?P<bound>(?:before|after|until|till|by|prior{S}to|for(?!{S}(?:the{S})?(?:past|last))){S})"
    rf"|(?P<since>since{S})|(?:on|in|during|over|for|within|throughout){S})"
)
END = rf"(?:at{S})?the{S}(?:beginning|start|middle|end){S}of{S}"
EARLY = rf"(?:(?:early|late|mid)(?:-|{S})(?:(?:on|in){S})?|{END})"
HOURS = (
    rf"(?:(?:early|earlier|late|later){S}(?:on{S})?"
    rf"|the{S}(?:night|morning|afternoon|evening|(?:early|small){S}hours){S}of{S}(?:the{S})?)"
)
ON = (
    rf"{IN}?(?:(?:(?P<between>between)|from){S})?"
    rf"(?:{EARLY}|{HOURS}|(?P<overnight>overnight{S}(?:on{S})?))?"
    rf"(?:(?P<weekday>{DAYS}){PART},?{S}(?:the{S})?)?"
)
# The March 23 Movement is nobody's day.
NO_NAME = rf"(?!{S}(?-i:(?:Youth{S})?Movement)\b)"
DATE = (
    rf"(?:{DAYS},?{S})?(?:\d{{1,2}}(?:st|nd|rd|th)?{S}(?:of{S})?{MONTH_NAME}"
    rf"|{MONTH_NAME}{S}(?:the{S})?\d{{1,2}}(?:st|nd|rd|th)?)(?:,?{S}(?:19|20)\d\d)?(?!\d)"
)

PATTERNS = {
    "iso": rf"{IN}?(?P<iso>\d{{4}}-\d\d-\d\d)(?!-)",
    "day_month": rf"{ON}{DAY}{TO_DAY}{S}(?:of{S})?{MONTH}(?:,?{S}{YEAR})?{NO_NAME}",
    "month_day": rf"{ON}{MONTH}{S}(?:the{S})?{DAY}{TO_DAY}(?:,?{S}{YEAR})?{NO_NAME}",
    "month_year": rf"{IN}?{EARLY}?{MONTH},?{S}(?:of{S})?{YEAR}",
    "dates": rf"(?:(?P<open>between|from){S})?(?<!\d)(?P<first>{DATE})"
    rf"(?(open){S}(?:and|to|until|till|through){S}|(?:{S}(?:to|until|till|through){S}|\s?[-–]\s?))"
    rf"(?P<second>{DATE})",
    "month": rf"(?:{IN}|(?=early|late|mid|last|{END}))"
    rf"(?:{EARLY}|(?P<last>last){S})?{MONTH}",
    "year": rf"(?:{IN}|(?=early|late|mid|{END})){EARLY}?{YEAR}(?![-–/]\d|,\d)",
    "weekdays": rf"{IN}?(?:(?:overnight|the{S}night{S}of){S})?(?:(?P<open>between|from){S})?"
    rf"{HOURS}?(?P<weekday>{DAYS}){PART}"
    rf"{S}(?(open)(?:and|to|into|until|through)|(?:to|into|until|through)){S}"
    rf"{HOURS}?(?P<last_weekday>{DAYS}){PART}",
    "night": rf"overnight{S}(?:on{S})?(?P<weekday>{DAYS})|(?:on{S})?(?P<night_of>{DAYS}){S}overnight",
    "weekday": rf"{IN}?{HOURS}?(?:on{S})?"
    rf"(?:(?P<which>last|(?:this{S})?past|this){S})?"
    rf"(?P<weekday>{DAYS}){PART}(?:{S}(?:of{S})?(?P<week>last|this){S}week)?",
    "weekday_in_week": rf"{IN}?(?P<week>last|this){S}week,?{S}(?:on{S})?(?P<weekday>{DAYS}){PART}",
    # "today (Friday)", "yesterday, Thursday,", "on Wednesday evening (March 5)"
    "named": rf"{IN}?(?:(?:early|earlier|late|later){S})?(?P<day>today|yesterday)"
    rf"(?:{S}\((?P<in_brackets>{DAYS})\)|,{S}(?P<weekday>{DAYS})(?=[,.;)]|\Z))",
    "dated": rf"{IN}?{HOURS}?(?P<weekday>{DAYS}){PART}{S}\((?P<date>{DATE})\)",
    "today": rf"{IN}?(?:(?:early|earlier|late|later){S})?today|tonight"
    rf"|(?:(?:early|late){S})?this{S}(?:morning|afternoon|evening)",
    "yesterday": rf"{IN}?(?:(?:early|late){S})?yesterday{PART}|(?:late{S})?last{S}(?:night|evening)",
    "day_before_yesterday": rf"{IN}?the{S}day{S}before{S}yesterday",
    "overnight": "overnight",
    "ago": rf"(?P<about>(?:about|around|almost|nearly|over|(?:more|less){S}than){S})?(?P<n>{NUMBER}){S}"
    rf"(?P<unit>{UNIT})s?{S}ago",
    "calendar": rf"{IN}?(?:(?P<part>(?:early|earlier|late|later){S})|{EARLY})?(?P<which>last|this){S}"
    r"(?P<unit>week|month|year)",
    "past": rf"{IN}?(?:the{S})?(?:past|last){S}(?:(?P<n>{NUMBER}){S})?(?P<unit>{UNIT})(?P<plural>s?)",
    "weekend": rf"(?:{IN}|at{S})?"
    rf"(?:(?P<which>last|this)|(?:(?:the|this){S})?(?:past|last)|the){S}weekend",
    # Kept in the article's words: how many days they mean, or which day they count from, is not in them.
    "vague": rf"{IN}?(?:(?:the{S})?(?:past|last){S}(?:few|several|couple{S}of){S}(?:{UNIT}|decade)s"
    rf"|recent{S}(?:{UNIT}|decade)s|(?:the{S})?(?:past|last){S}(?:{NUMBER}{S})?(?:decades?|century|centuries)"
    rf"|(?:last|this){S}(?:spring|summer|autumn|fall|winter)"
    rf"|the{S}(?:(?:early|late|mid)(?:-|{S}))?(?:19|20)\d0s|the{S}day{S}before"
    rf"|(?:the|that){S}(?:same|previous|preceding|following|next){S}"
    rf"(?:(?:{NUMBER}{S})?{UNIT}s?|night|morning|evening|{DAYS}))"
    rf"|(?:{NUMBER}|several|a{S}few|a{S}couple{S}of){S}(?:{UNIT}|decade)s?{S}(?:earlier|later)"
    rf"|(?:{NUMBER}|several|a{S}few|a{S}couple{S}of){S}(?:{UNIT}|decade)s?{S}ago"
    rf"|(?:between|from){S}(?:19|20)\d\d{S}(?:and|to|until){S}(?:19|20)\d\d",
    # Time to come dates no event that happened.
    "future": rf"{IN}?(?:next|coming){S}(?:{DAYS}|weekend|{UNIT})|tomorrow",
}

ACROSS = ("named", "dated")
"""The kinds that have a bracket in them."""


def month_number(word: str) -> int:
    """Return 1 for "Jan.", "jan" and "January"."""
    return [month[:3] for month in MONTHS].index(word[:3].capitalize()) + 1
