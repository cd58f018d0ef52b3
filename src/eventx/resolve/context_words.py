"""Words that tell violence from what was only planned, supposed, denied or long ago: tables for `context`."""

from __future__ import annotations

import re

from eventx.schema import Context

_SPACES = re.compile(r"\s*\n\s*")


def _joined(pattern: str) -> str:
    """Return a pattern written over several lines as one."""
    return _SPACES.sub("", pattern)


NOUN = _joined(r"""
    (?:(?:counter-?)?(?:attack|offensive|strike)|(?:air|drone)\s?(?:strike|raid)|assault|raid|ambush(?:es)?|bombing|
    bombardment|blast|explosion|shelling|clash(?:es)?|fighting|violence|battle|shooting|shot|killing|massacre|
    kidnapping|abduction|arrest|riot|protest|march(?:es)?|rally|rallies|invasion|operation|gunfire|death|
    ataque|asalto|bombardeo|combate|tiroteo|explosi[oó]n|ofensiva|atentado|protesta|secuestro|emboscada)s?
    """).strip()
_BASE = _joined(r"""
    (?:attack|raid|storm|ambush|bomb|bombard|shell|strike|hit|kill|wound|shoot|fight|clash|invade|seize|capture|
    overrun|kidnap|abduct|arrest|detain|explode|detonate|destroy|avenge|retaliate|march|protest|riot|retake|die|
    atacar|matar|asaltar|bombardear|secuestrar|detener|tomar)
    """).strip()
_DONE = _joined(r"""
    (?:(?:attack|raid|storm|ambush|bomb|bombard|shell|kill|wound|clash|kidnapp|abduct|arrest|detain|explod|detonat|
    destroy|captur|seiz|invad|march|protest|riot|fir|injur|retaliat|launch|murder)ed|
    opened\sfire|struck|shot|fought|overran|retook|blew|blown|died|hit|dead|
    atac(?:ó|aron|ado)|mat(?:ó|aron)|muert[oa]s|asalt(?:ó|aron)|bombarde(?:ó|aron)|secuestr(?:ó|aron)|muri(?:ó|eron))
    """).strip()
_DOING = _joined(r"""
    (?:attack|raid|storm|ambush|bomb|bombard|shell|strik|kill|wound|shoot|fight|seiz|captur|kidnapp|abduct|arrest|
    detain|detonat|destroy|murder|fir)ing
    """).strip()
# "A bomb" is no deed; "to bomb" is.
_DOER = _joined(r"""
    (?:to|will|would|could|should|might|may|can|not|did|and|or|must|they|he|it|rebels|troops|forces|fighters|
    soldiers|con)
    """).strip()
VIOLENCE = re.compile(rf"\b(?:{_DONE}|{_DOING}|{NOUN}|{_DOER}\s(?:\w+ly\s)?{_BASE})\b", re.IGNORECASE)
# "The attack", which took place; "the planned attack" need not have.
DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|el|la|los|las|este|ese)\s"
    r"(?:(?!planned|scheduled|threatened|upcoming|looming|imminent|possible|potential)[\w'’-]+\s){0,2}$",
    re.IGNORECASE,
)
TOOK_PLACE = re.compile(r"[^;,]{0,60}?\b(?:took\splace|taken\splace|happened|occurred)\b", re.IGNORECASE)

_LIGHT = _joined(rf"""
    (?:launch|stage|carry\sout|hold|mount|conduct|organi[sz]e|resume|begin|start)\s
    (?:[\w-]+\s){{0,3}}?(?:{NOUN}|exercises?|drills?)
    """).strip()
_OFTEN = r"(?:\w+ly\s|also\s|soon\s|again\s|then\s)?"
_ACT = rf"(?:be\s)?{_OFTEN}(?:{_LIGHT}|{_BASE}|{_DONE})"
_FOLLOW = r"(?:soon\s|also\s)?(?:break\sout|erupt|flare|spread|resume|follow|continue|return|escalate)"
_TOLD = r"(?:reports?|claims?|rumou?rs?|allegations?|accusations?)"
_UNTRUE = r"(?:false|fake|untrue|unfounded|baseless|a\shoax)"

# From where they stand to the end of their clause, these say that it has not happened yet, or need not.
_AHEAD: dict[Context, str] = {
    "future": rf"""
        (?:threaten|plan|plann|vow|intend|promis|pledg|prepar)(?:e|es|s|ed|ing)?\sto
        | (?:plan|plans|plott?(?:ed|ing)?|threat|threats|preparations?|preparing|planning)\s(?:of|for|to)?
        | threaten(?:s|ed|ing)?\s(?:with\s)?(?:an?\s|more\s|new\s|further\s)
        | (?:said|says|announced|warned)\s(?:that\s)?(?:they|it|he|she|we)\s(?:would|will)\s{_ACT}
        | {NOUN}\s(?:will|is\sto|are\sto)\s{_FOLLOW}
        | (?:will|shall|(?:going|about|set|due|expected|scheduled|ready|is|are)\sto)\s{_ACT}
        | (?:scheduled|planned|upcoming|looming|imminent|impending|forthcoming|announced)\s
          (?:[\w-]+\s){{0,2}}?{NOUN}
        | {NOUN}(?:\s(?!\w*ed\b)[\w'’-]+){{0,5}}?\s
          (?:(?:is|are|was|were)\s(?:planned|scheduled|expected|due|threatened)
            |will\s(?:take\splace|begin|start|go\sahead))\b
        | call(?:s|ed|ing)?\s(?:for|on\s[^,;.]{{1,40}}\sto)
        | (?:amenaz(?:ó|aron|a|an)\scon|plane(?:a|an|aba|aban)|anunci(?:ó|aron)\suna?|prepar(?:a|an)\suna?)
    """,
    "hypothetical": rf"""
        (?<!as\s)(?<!even\s)if\b | unless\b | lest\b | in\scase\s(?:of)? | in\sthe\sevent\sof
        | (?:would|could|might|may|can|should)\s(?:not\s)?{_ACT}
        | {NOUN}\s(?:would|could|might|may|can)\s{_FOLLOW}
        | an?\s(?:[\w-]+\s)?{NOUN}\b[^,;.]{{0,40}}?\s(?:would|could|might)\s{_ACT}
        | (?:would|could)\shave\s{_OFTEN}(?:been\s)?{_DONE}
        | should\s(?:the\s)?(?:[\w-]+\s){{0,2}}?{_ACT}
        | fear(?:s|ed|ing)?\s(?:of|that|an?|more|new|further|fresh
          |(?=(?:\w+\s)?(?:attack|raid|strike|clashe|reprisal)s))\b
        | (?:risk|danger|possibility|likelihood|prospect|chance|warned|warning|warns|warnings)\s(?:of|against)
        | (?:possible|potential|hypothetical|would-be)\s(?:[\w-]+\s)?{NOUN}
        | (?:si|en\scaso\sde)\s | (?:podr[ií]an?|temen?|temor\sa)\s
    """,
    "negated": rf"""
        den(?:y|ies|ied|ying)\s
          (?:that|having|(?:any\s|the\s|all\s)?{_TOLD}|(?:it|they|he|she|its\s\w+|their\s\w+)\shad
            |any\s(?={NOUN}\b)|(?={_DOING}\b))
        | (?:reject|dismiss|refut)(?:s|es|ed|ing)?\s(?:as\s{_UNTRUE}|(?:the\s)?{_TOLD})
        | (?:false|fake|unfounded|untrue|baseless)\s(?:{_TOLD}|news|alarm)
        | no\s(?:new\s|further\s|such\s|shots?\s|armed\s|more\s)?(?={NOUN}\b)
        | (?:no\s?one|nobody|none|neither)\b[^,;.]{{0,30}}?\b{_DONE}
        | (?:did|does|do|has|have|had|was|were|is|are)(?:\snot|n['’]t|\snever)\s{_OFTEN}(?:been\s)?
          (?:{_DONE}|{_BASE}|{_DOING}|any\s)
        | never\s{_DONE} | without\s(?:a\s|any\s)?(?:{_DOING}|{NOUN})
        | (?:foil|thwart|avert)(?:s|ed|ing)?
        | (?:called\soff|cancell?ed|abandoned|postponed)\s(?:an?|its|their|the)
        | (?:neg(?:ó|aron)|desmint(?:ió|ieron)|niegan?)\s(?!(?:su\s)?(?:responsab|participa|implica))
        | falsa\salarma
    """,
}
# They say so of what was told before them.
_BEHIND: dict[Context, str] = {
    "negated": rf"""
        (?:turned\sout|proved|is|are|was|were)(?:\sto\sbe)?\s(?:{_UNTRUE}|an?\sfalse\salarm)
        | (?:did\snot|never|had\snot|has\snot)\s(?:take|taken|took|happen|happened|occur|occurred)(?:\splace)?
        | (?:was|were|has\sbeen|had\sbeen|is|are)\s
          (?:foiled|thwarted|averted|called\soff|cancell?ed|abandoned|denied|postponed)
    """,
}
# Wherever they stand, they are said of the whole sentence.
_THROUGHOUT: dict[Context, str] = {
    "hypothetical": r"""
        simulat(?:e|es|ed|ing|ion|ions) | rehears(?:e|es|ed|ing|al|als)
        | mock\s(?:attack|battle|raid|assault|village)s? | war\s?games? | scenarios? | simulacros?
    """,
    "historical": r"""
        anniversary | commemorat(?:e|es|ed|ing|ion) | (?:ten|\d+|\w+ty|five|twenty)\syears\s(?:since|after)
        | aniversario | conmemor(?:a|an|ó|aron)
    """,
}
# So is an exercise, unless people were harmed in it.
EXERCISE = re.compile(
    r"\b(?:(?:military|training|live-fire|joint|army|naval|field|emergency)\s"
    r"(?:exercises?|drills?|manoeuvres|maneuvers)|(?:an?|the)\s(?:exercise|drill)|ejercicios?\smilitar(?:es)?)\b",
    re.IGNORECASE,
)
HARMED = re.compile(r"\b(?:killed|wounded|injured|died|dead|muri(?:ó|eron)|herid[oa]s)\b", re.IGNORECASE)
# Then what was planned or threatened was done.
REALISED = re.compile(
    r"\b(?:was|were|been)\s(?:\w+ly\s)?(?:carried\sout|launched|executed)\b|\bwent\sahead\b"
    r"|\b(?:made|making)\sgood\b"
    r"|\bcarried\sout\s(?:its|their|the|his|her|a)\s(?:threat|plan|planned|threatened)",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"[;:]|[—–]|,\s(?:but|and|after|when|while|as|a\s(?:day|week)|which|who|hours|killing|wounding|leaving|then)\b|"
    r"\b(?:but|after|when|while|before|following|who|which|pero|tras|después)\b|[.!?]\s",
    re.IGNORECASE,
)
# The clause of a condition ends with its comma.
IF = re.compile(r"(?:if|unless|si|should\b.*|in\scase.*)\s*", re.IGNORECASE)


def _cues(table: dict[Context, str]) -> dict[Context, re.Pattern[str]]:
    flags = re.VERBOSE | re.IGNORECASE
    return {name: re.compile(rf"\b(?:{pattern})", flags) for name, pattern in table.items()}


AHEAD, BEHIND, THROUGHOUT = _cues(_AHEAD), _cues(_BEHIND), _cues(_THROUGHOUT)
