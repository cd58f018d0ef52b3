"""English phrases that tell whether a count is of earlier times, part of a person's record, or untrue."""

from __future__ import annotations

import re

_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR = r"(?:19|20)\d\d"
_CUES: dict[str, tuple[str, ...]] = {
    # Told of earlier times, or a record kept over years.
    "past": (
        r"(?:in|since|during|by|until|throughout|before|between|from|of) (?:(?:early|mid|late)[ -]?|the )?"
        rf"(?:{_MONTH} |the (?:spring|summer|autumn|fall|winter) of )?{_YEAR}",
        rf"since {_MONTH}",
        r"since (?:the )?(?:(?:start|beginning|outbreak|onset) of )?(?:the )?(?:[\w-]+ )?"
        r"(?:war|conflict|uprising|insurgency|invasion|revolution|coup|crisis|year)",
        r"(?:in|over|during|for|through) (?:the )?(?:last|past|previous|recent) (?:[\w-]+ )?"
        r"(?:years?|months|decades?)",
        r"last (?:year|month|summer|winter|spring|autumn|fall)",
        r"(?:years?|months?|decades?) (?:ago|earlier|before)|(?:years?|decades?) (?:later|afterwards)",
        r"(?:war|conflict|insurgency|uprising)(?: in [\w-]+)?,? (?:in which|which|that)",
        r"(?:have|has) (?:died|perished|been (?:killed|wounded|injured|displaced)) in the (?:[\w-]+ )?"
        r"(?:war|conflict|insurgency|uprising|fighting|violence)",
        r"over the (?:years|decades)",
        r"(?:war|conflict|insurgency|uprising)(?:, [^,.]{1,60},)? "
        r"(?:has|have) (?:claimed|killed|cost|left|displaced)",
        rf"since (?:the )?(?:[\w-]+ ){{1,4}}(?:began|started|erupted|broke out) in (?:{_MONTH} )?{_YEAR}",
        r"so far this (?:year|month)",
        r"(?:in|during|over) that (?:period|time)",
        r"(?:planned|directed|ordered|led|carried out) (?:and (?:planned|directed|ordered|led) )?"
        r"an? (?:recent|earlier) (?:attack|raid|strike|bombing|assault|ambush) (?:that|which)",
        r"(?:this|each|every) year",
        r"to date",
        r"formerly|previously|historically",
        r"(?:an?|in|two|three|several|the) (?:earlier|previous|similar|recent) (?:[\w-]+ )?"
        r"(?:attack|raid|strike|bombing|incident|clash|assault|operation|ambush|explosion|blast|toll)(?:e?s)?",
    ),
    # A person's record: what follows was done before.
    "deed": (
        r"(?:linked|connected|tied|links?|ties|connection) (?:to|with)",
        r"(?:responsible|wanted|notorious|sentenced|blamed) for",
        r"(?:involved|participated|implicated|involvement) (?:in|with)",
        r"in connection with|convicted of|behind",
    ),
    "exercise": (
        r"scenarios?|simulat(?:ed|ion|ing)|mock|notional|hypothetical(?:ly)?|fictional|fictitious|tabletop",
        r"in (?:an?|the|his|her) (?:[\w-]+ )?(?:film|movie|novel|thriller|opera|sequel|video game)",
        r"role-?play(?:ers?|ing)?|war ?games?",
    ),
    # A report said to be untrue.
    "claim": (
        r"(?:den(?:y|ied|ies|ying)|(?:reject|dismiss|refut)(?:s|es|ed|ing)?) (?:as [\w-]+ )?"
        r"(?:the |an? |any |all )?(?:reports?|claims?|allegations?|accusations?)",
        r"(?:false|fake|unfounded) (?:reports?|claims?|news|rumou?rs?)|rumou?rs?",
        r"no (?:evidence|proof|confirmation)",
    ),
    # Supposed or denied.
    "denial": (
        r"if|unless|lest|in case|as though",
        r"den(?:y|ied|ies|ying)(?! (?:any |all |its |their |his )?"
        r"(?:responsib|involve|role|link|charge|wrong|access|being|having a))",
        r"not true|untrue|(?:falsely|wrongly|mistakenly|erroneously|incorrectly)(?:, that)?",
    ),
    # Said of a report told before.
    "refuted": (
        r"(?:turned out|proved|is|are|was|were)(?: to be)? (?:false|fake|untrue|unfounded|baseless)",
    ),
    # What comes after these is told of the present again.
    "now": (r"but|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day",),
}
CUES = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(cues)})" for kind, cues in _CUES.items()).replace(" ", r"\s")
    + r")\b"
)
