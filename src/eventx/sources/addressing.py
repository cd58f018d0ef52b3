"""Words for whoever codes a text: verbs of answering, reporting or ignoring beside instructions or models.

In English and, for the commonest of them, in thirteen other languages. All patterns are for small letters.
"""

from __future__ import annotations

import re

_UP_TO = r"[^.!?\n]{0,80}?"
_MODEL = (
    r"(?:ais?|a\.i\.|llms?|(?:large\s)?language\smodels?|(?:the|any|all|every|this|to|for)\s(?:model|system|machine|bot"
    r"|parser)s?|chatbots?|assistants?|annotators?|coders?|(?:extraction|coding|automated)\s(?:systems?|tools?|models?"
    r"|software)|eventx|chatgpt|gpt|claude|gemini|llama)"
)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split("|"))


_MODELS = _words(
    " ai|a.i.|llm|model|the system|any system|all systems|every system|this system|"
    "to system|for system|machine|bot|parser|assistant|annotator|coder|extraction|"
    "automated|eventx|gpt|claude|gemini|llama|chatbot|coding"
)
_DO = (
    r"(?:report|output|return|answer|respond|reply|write|record|code|count|list|print|emit|set|include|add|attribute|"
    r"ignore|disregard|treat|mark|extract|say|state|use|replace|repeat|obey|follow|quote|give|name|enter|append|insert)"
)
_DATA = (
    r"(?:killed|dead|deaths?|died|wounded|injured|captured|missing|casualt\w+|toll|figures?|events?|json|sides?|side_[ab]"
    r"|number|totals?|source|attacker|perpetrator|victims?|place|town|fields?|records?|instructions?|places?|country)"
)
# Where a command begins: a sentence, or what follows a colon or a quotation mark.
_ORDER = (
    r"(?:^|[.!?:;\"“(\]]\s*|\s[–—-]\s)"
    r"(?:please\s|now\s|instead,?\s|also\s|then\s|just\s|do\s|always\s|only\s|never\s|simply\s){0,3}"
)
# Each with words of which a text must have one, none where they do not stand apart or are inflected in front.
_ADDRESSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("ignor", "disregard", "forget", "overrid", "overrul", "bypass", "do"),
        r"\b(?:ignor(?:e|ing)|disregard|forget|overrid(?:e|ing)|overrule|bypass|do\snot\s(?:follow|read|use))\b"
        rf"{_UP_TO}\b(?:instructions?|prompts?|guidelines|directions|system|rules|above|previous|preceding|prior"
        r"|everything|rest\sof\s(?:the|this))\b",
    ),
    (
        _MODELS,
        r"\b(?:note|message|instructions?|attention|notice|reminder|hint|request|important|directive|command|guidance)s?"
        rf"\b[:,]?\s(?:to|for)\s(?:the\s|any\s|all\s)?(?:{_MODEL}|(?:model|system|machine|bot|parser)s?)\b",
    ),
    (
        _MODELS,
        r"\b(?:if\syou\sare|you\sare|you['’]re|act\sas|acting\sas|dear|hey|hello|attention)[,:]?\s(?:now\s|only\s)?"
        rf"(?:an?\s|the\s)?(?:\w+\s)?{_MODEL}\b",
    ),
    (
        _MODELS,
        rf"\b{_MODEL}(?:\s\w+){{0,5}}?\s(?:must|should|shall|(?:is|are|has|have|needs?)\sto|ought\sto|please)\s"
        rf"(?:not\s|now\s|only\s|always\s)?{_DO}\b",
    ),
    (
        ("you must", "you should", "you shall", "you will", "you have", "you need", "you are"),
        r"\byou\s(?:must|should|shall|will|(?:have|need|are)\sto|are\s(?:asked|told|instructed|required)\sto)\s"
        rf"(?:not\s|now\s|only\s|always\s|instead\s)?{_DO}\b{_UP_TO}\b{_DATA}\b",
    ),
    (
        ("your ",),
        r"\byour\s(?:\w+\s)?(?:output|instructions|prompt|json|extraction|coding|records?)\b"
        r"|\b(?:in|as|to|into|of|from)\syour\s(?:\w+\s)?(?:answer|reply|response|totals?)\b"
        r"|\byour\s(?:\w+\s)?(?:answer|reply|response|totals?)\s(?:should|must|shall|(?:has|have|needs?|is|are)\sto)\b",
    ),
    (
        ("prompt", "instruction"),
        r"\b(?:system|hidden|initial|original)\s(?:prompts?|instructions?)\b|\b(?:new|updated|revised|real)\sinstructions?\b",
    ),
    (
        ("end", "start", "begin"),
        r"\b(?:end|start|begin(?:ning)?)\sof\s(?:the\s)?(?:article|prompt|document|input|instructions?|answer|reply"
        r"|output|response|user\sinput|untrusted)\b",
    ),
    (
        ("the correct", "the right", "the expected", "the only", "the required", "the desired"),
        r"\bthe\s(?:correct|right|expected|only\svalid|required|desired)\s(?:answer|output|reply|response|json|reading"
        r"|coding|extraction)\b",
    ),
    (("mode", "jailbr"), r"\b(?:developer|debug|admin|maintenance|god)\smode\b|\bjailbr(?:eak|oken)"),
    (
        _words(
            "output|return|respond|reply|answer|print|emit|attribute|treat|extract|decode|"
            "translate|pretend|assume|insert|append|code|mark|execute|give|set |name |enter "
        ),
        rf"{_ORDER}(?:output|return|respond|reply|answer|print|emit|attribute|treat|extract|decode|translate|pretend"
        r"|assume|insert|append|code|mark|execute|give|set|name|enter)\b(?!\sof\b)"
        rf"{_UP_TO}\b(?:{_DATA}|as|with|that|this)\b",
    ),
    (
        _words("report|record|count|list|write|say |state|add |include|use |change|replace|put |cite"),
        rf"{_ORDER}(?:report|record|count|list|write|say|state|add|include|use|change|replace|put|cite)\s(?:that\s"
        r"|exactly\s|only\s|at\sleast\s|(?:it|them|this|these)\sas\s|the\s(?:{_DATA}|number|attack|attacker|following)\b"
        r"|an?\s\w+\s(?:event|attack)|(?=\d))".replace("{_DATA}", _DATA),
    ),
    (  # Spanish, Portuguese, Italian, French, German
        ("ignor", "olvid", "descart", "oubli", "esque", "dimentica", "verg"),
        r"\b(?:ignor(?:a|e|en|ad|ar|er|ez|iere|ieren)|olvid(?:a|e|ar)|descart(?:a|e)|oubli(?:e|ez|er)|esqueça|dimentica"
        rf"|vergiss|vergessen\ssie)\b{_UP_TO}(?:instruc|instruç|istruzion|consigne|anterior|précédent|precedent"
        r"|ci-dessus|anweisung|obige|vorherig|bisherig|texto|texte|\btext\b)",
    ),
    (
        _words("codificador|model|asist|assist|codeur|modèle|kodierer|ki|ia|sist|syst"),
        r"\b(?:nota|aviso|note|avis|hinweis|mensaje|message|nachricht|mensagem|instrucci[oó]n(?:es)?|instructions?"
        r"|anweisung(?:en)?)\s(?:para|a|al|pour|à|an|für|per)\s(?:el|la|los|las|o|os|le|les|l['’]|den|die|das|il)?\s?"
        r"(?:\w+\s)?(?:codificador|modelo|asistente|assistente|codeur|mod[eè]le|assistant|kodierer|modell|sprachmodell"
        r"|ki|ia|sistema|système)\b",
    ),
    (
        ("eres ", "usted ", "você ", "tu es", "vous êtes", "du bist", "sie sind"),
        r"\b(?:eres|usted\ses|você\sé|tu\ses|vous\sêtes|du\sbist|sie\ssind)\s(?:ahora\s|maintenant\s|jetzt\s|agora\s)?"
        r"(?:un|una|um|une|ein|eine)\s(?:\w+\s)?(?:asistente|assistente|assistant|modelo|modèle|modell|sprachmodell|ki"
        r"|ia|codificador)\b",
    ),
    (
        _words(
            "respond|devuelve|informa|report|registra|répond|indique|rapporte|renvoie|antworte|"
            "melde|gib |retorne|rispondi|riporta"
        ),
        r"(?:^|[.!?:]\s*)(?:responde|devuelve|informa\sque|reporta|registra|réponds?|répondez|indique[zr]?|rapporte[zr]?"
        rf"|renvoie|antworte|melde|gib|responda|retorne|rispondi|riporta)\b{_UP_TO}(?:\d|json|muert|mort|tot)",
    ),
    (  # Ukrainian, Russian
        (),
        rf"(?:про)?[іи]гнор(?:ир)?у(?:й|йте)|\bзабудь(?:те)?\b{_UP_TO}(?:інструкц|инструкц|вказів|указан|попередн|предыдущ)",
    ),
    (
        ("асистент", "ассистент", "модель", "мовна", "языковая", "штучн", "искусствен"),
        r"\b(?:ти|ви|ты|вы)\s(?:[—–-]\s)?(?:тепер\s|теперь\s)?(?:асистент|ассистент|модель|мовна|языковая|штучн|искусствен)",
    ),
    (
        ("повідом", "сообщи", "запиши", "вкажи", "укажи", "відповідай", "отвечай", "виведи", "выведи"),
        rf"\b(?:повідом|сообщи|запиши|вкажи|укажи|відповідай|отвечай|виведи|выведи)(?:те|ть)?\b{_UP_TO}(?:\d|json)",
    ),
    (  # Arabic, Persian
        (),
        r"تجاهل[^.!؟\n]{0,80}?(?:التعليمات|السابق|أعلاه|النص)|(?<!\w)(?:أجب|اكتب|أبلغ|سجل)\s[^.!؟\n]{0,60}?\d|نادیده\sبگیر",
    ),
    (  # Chinese, Japanese, Korean
        (),
        r"(?:忽略|无视|忽視|無視|忘记|忘掉)[^。！？\n]{0,30}?(?:指令|指示|说明|說明|以上|之前|上文|前面)|请(?:回答|输出|报告)"
        r"|(?:上記|以前|これまで)[^。\n]{0,20}?(?:指示|命令)[^。\n]{0,10}?無視|이전[^.\n]{0,20}?지시[^.\n]{0,10}?무시",
    ),
    (  # Turkish
        ("talimat", "yönerge"),
        r"\b(?:önceki|yukarıdaki)\s[^.!?\n]{0,40}?(?:talimat|yönerge)[^.!?\n]{0,30}?(?:yok\ssay|görmezden|unut)",
    ),
)
_START = 4  # letters of a word that are compared
STARTS = re.compile(rf"(?<!\w)\w{{1,{_START}}}")
PATTERNS = tuple(
    (frozenset(each.split()[-1][:_START] for each in words), re.compile(pattern, re.MULTILINE))
    for words, pattern in _ADDRESSES
)
