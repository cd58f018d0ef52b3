"""How English news names its sources: the words around "said" and after "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eventx.article import Evidence

Span = tuple[int, int]

_S = r"\s{1,3}"
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
NO_NAME = (
    rf"(?!(?:The|An?|On|In|At|As|By|But|And|Or|If|It|He|She|They|We|This|That|These|Those|After|Before|While|When"
    rf"|Since|For|From|With|Also|Earlier|Later|Meanwhile|Today|Yesterday|However|{_WEEKDAY}"
    r"|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|Many|More|Most|All|Both|No|Nobody|None|Neither"
    r"|Dozens|Hundreds)\b)"
)
_CAPITALISED = r"(?:[Aa][ln]-|[Ee]l-|[Aa][dnrstz]h?-)?[^\W\d_a-z](?:[\w’'-]{0,40}|\.[A-Z]\.)"
_TITLE = r"(?:(?:[A-Z]\.){0,3}[A-Z]|Col|Gen|Lt|Maj|Brig|Capt|Sgt|Cmdr|Adm|Dr|Mrs?|Ms|Gov|Sen|Rep|St)\."
_NAME_WORD = rf"(?:{_TITLE}|{_CAPITALISED})"
_JOINED_BY = rf"(?:(?:of|for|on|in){_S}(?:the{_S})?|(?:and|de|bin){_S})"
_PROPER = rf"{NO_NAME}{_NAME_WORD}(?:{_S}{_JOINED_BY}?{_NAME_WORD}){{0,9}}"

_ORGANISATION = (
    "organi[sz]ation|group|NGO|monitor|watchdog|agency|observatory|charity|network|ministry|department|army"
    "|military|police|government|coalition|command|office|mission|commission|committee|council|newspaper"
    "|statement|report|hospital|militia|movement|faction|front|alliance|administration|embassy|union|presidency"
)
_PEOPLE = (
    "officials?|officers?|spokes(?:man|woman|person|people)|sources?|(?:eye)?witness(?:es)?|residents?|medics?"
    "|doctors?|activists?|villagers?|survivors?|rescuers?|authorities|reports|commanders?|governor|minister|mayor"
    "|diplomats?|relatives|locals|monitors|workers?|chief|head|director|leaders?|elders?|journalists?|analysts?"
    "|(?:school)?teachers?|nurses?|farmers?|drivers?|fisherm[ae]n|mothers?|fathers?|citizens|people|civilians|forces|troops|rebels|insurgents|militants|fighters|separatists|jihadists"
)
_MODIFIER = (
    "(?i:local|senior|top|military|medical|security|government|police|health|rebel|hospital|tribal|provincial"
    "|district|regional|state|opposition|army|intelligence|defen[cs]e|interior|foreign|aid|rescue|rights|human"
    "|coalition|international|joint|allied"
    rf"|village|other|some|several|many|two|three|four|five|[\w.]{{2,20}}-based)|{NO_NAME}{_CAPITALISED}"
)
_NO_MODIFIER = "the|an?|and|or|that|who|which|said|of|in|to|from|at|for|on|by|with|was|were|is|are|had|has"
_COMMON = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Ii]ts|[Tt]heir){_S}(?:(?!(?:{_NO_MODIFIER})\b)[\w’'.-]{{1,30}}{_S}){{0,4}}?"
    rf"|(?:(?:{_MODIFIER}){_S}(?:and{_S})?){{0,4}}?)(?i:{_ORGANISATION}|{_PEOPLE})\b"
    rf"(?:{_S}(?:in|for|of|from|at){_S}(?:the{_S}|an?{_S})?"
    rf"(?:{_PROPER}(?:{_S}(?:district|province|region|city|town|village|hospital))?"
    rf"|(?:defen[cs]e|health|interior|justice|foreign{_S}affairs)\b"
    rf"|(?:(?:{_MODIFIER}){_S}){{0,4}}?(?:{_ORGANISATION})\b)"
    rf"|(?!{_S}{_NAME_WORD}))"
)
_PRONOUN = "[Ii]t|[Tt]hey|[Ss]?[Hh]e"
_SOURCE = rf"(?:{_COMMON}|(?:[Tt]he{_S})?{_PROPER}|{_PRONOUN})"
_ACRONYM = r"(?:\s?\([A-Z]{2,8}\))?"
_APPOSITION = (
    r"(?:,\sfor\s(?:its|their|his|her)\spart,|,\s(?:which|who|whose|that|an?|the|citing|quoting|based|spokes\w+|head|director|chief|commander|governor)"
    r"\b[^,\n]{1,150},)?"
)

_SAYS = re.compile(
    r"\b(?:said|says|added|adds|announced|stated|told|reported|confirmed|claimed|claims|declared|wrote|acknowledged"
    rf"|noted|alleged|insisted|estimated|recorded|documented)\b(?!{_S}(?:to(?!{_S}have)|dead|nothing|little|by(?!{_S}(?:tele|phone|e-?mail|radio)))\b)"
)
_SUBJECT = re.compile(
    rf"(?<![\w-])(?P<source>{_SOURCE}){_ACRONYM}{_APPOSITION}"
    rf"(?:{_S}(?:there|here|has|have|had|also|later|earlier|then|further)){{0,2}}{_S}\Z"
)
_SUBJECT_WITHIN = 250  # characters before the verb
_INVERTED = re.compile(rf"{_S}(?P<source>{_SOURCE}){_ACRONYM}(?!\w)")
_QUOTE_ENDS = re.compile(r"[,”\"’']\s\Z")
_WHEN = re.compile(
    rf"(?:{_S}(?:today|yesterday|(?:on{_S})?(?:{_WEEKDAY})))?"
    rf"(?:{_S}in{_S}an?{_S}(?:statement|report|communiqu[eé]))?(?!\w)"
)
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording{_S}to|[Cc]iting|[Qq]uoting|(?:statement|report|figures|data){_S}"
    rf"(?:(?:issued|released|published){_S})?(?:by|from)|(?:reported|confirmed|announced|claimed){_S}by)"
    rf"{_S}(?P<source>{_SOURCE}){_ACRONYM}(?!\w)"
)
_OPENING = re.compile(rf"(?!(?:{_PRONOUN})\b){_SOURCE}(?!\w)")
NOBODY_BY_NAME = re.compile(rf"(?i:{_PEOPLE}|police)(?:{_S}(?:in|from|at|of|for){_S}.*)?")
_SPELLED_OUT = re.compile(rf"(?<![\w-])(?P<name>{_PROPER})\s?\((?P<acronym>[A-Z]{{2,8}})\)")
_IN_BRACKETS = re.compile(r"\([A-Z]{2,8}\)")
_NAME = re.compile(rf"(?<![\w-]){_PROPER}")


def attributing(text: str, sentence: Span) -> Iterator[tuple[Span, Span]]:
    """Yield (span of the source's words, span of the attributing words) of one sentence, in order."""
    found = [(match.span("source"), match.span()) for match in _ACCORDING.finditer(text, *sentence)]
    reached = sentence[0]
    for says in _SAYS.finditer(text, *sentence):
        left = max(reached, says.start() - _SUBJECT_WITHIN)
        reached = says.end()
        if subject := _SUBJECT.search(text, left, says.start()):
            end = _WHEN.match(text, says.end(), sentence[1])
            found.append((subject.span("source"), (subject.start(), end.end() if end else says.end())))
        elif (
            says[0] in ("said", "says", "added", "adds")
            and _QUOTE_ENDS.search(text, left, says.start())
            and (inverted := _INVERTED.match(text, says.end(), sentence[1]))
        ):
            found.append((inverted.span("source"), (says.start(), inverted.end())))
    yield from sorted(found)


def opening(text: str, sentence: Span) -> str | None:
    """Return the source-like words a sentence opens with, or None."""
    found = _OPENING.match(text, *sentence)
    return found[0] if found else None


def full_names(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the names the text gives for its acronyms, and its names of two words or more, longest first."""
    names = dict.fromkeys(each.quote for each in proper_names(text))
    acronyms = {"".join(word[0] for word in name.split() if word[0].isupper()): name for name in names}
    spelled = {match["acronym"]: match["name"] for match in _with_acronym(text)}
    return acronyms | spelled, tuple(sorted(names, key=len, reverse=True))


@lru_cache(maxsize=8)
def proper_names(text: str) -> tuple[Evidence, ...]:
    """Return every name of two words or more, in order."""
    return tuple(_evidence(match) for match in _NAME.finditer(text) if " " in match[0])


@lru_cache(maxsize=8)  # asked for each actor of an article
def spelled_out(text: str) -> tuple[tuple[Evidence, str], ...]:
    """Return the names that the text gives an acronym in brackets after, and the acronym, in order.

    A name begins where its capitals begin to spell the acronym, where they do.
    """
    return tuple(
        (_spelling(_evidence(match, "name"), match["acronym"]), match["acronym"])
        for match in _with_acronym(text)
    )


@lru_cache(maxsize=8)
def _with_acronym(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SPELLED_OUT.finditer(text)) if _IN_BRACKETS.search(text) else ()


def _spelling(name: Evidence, acronym: str) -> Evidence:
    """Return the part of a name whose capitals spell the acronym, the name where none does."""
    capitals = [(match.start(), match[0]) for match in re.finditer(r"[A-Z]", name.quote)]
    for index, (at, _) in enumerate(capitals):
        if "".join(letter for _, letter in capitals[index:]) == acronym:
            return Evidence(start=name.start + at, end=name.end, quote=name.quote[at:])
    return name


def _evidence(match: re.Match[str], group: str | int = 0) -> Evidence:
    return Evidence(start=match.start(group), end=match.end(group), quote=match[group])
