"""Words of a text that are no news of its author: for whoever codes it, for a machine, or a reader's comment.

Structure tells most of them: marks of a conversation, JSON with the keys of a reply, comments of a page's
code. What is said outright is known by a verb of answering, reporting or ignoring beside a word for
instructions, answers or models, in English and, for the commonest of them, in ten other languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from eventx.lower import lower
from eventx.sentences import paragraphs, spans

Span = tuple[int, int]


class Passage(NamedTuple):
    """A stretch of the text and, in a few words, what it is; `addresses` where it speaks to whoever codes."""

    start: int
    end: int
    what: str
    addresses: bool = True


_TOLD = "words meant for whoever codes the text"
_TURN = "marks of a conversation with a model"
_REPLY = "words in the form of a reply to eventx"
_PROMPT = "words in the form of a question to a model"

# What begins a turn of a conversation, and with it the block. All patterns are for small letters.
_TURNS = re.compile(
    r"<\|[\w ]{2,30}\|>|\[/?inst\]|<</?sys>>|</?s>|<(?:start|end)_of_turn>|<｜[^｜\n]{2,30}｜>"
    r"|</?(?:system|assistant|user|human|instructions?|prompt|article|document|text|input|output|answer|context)>"
    r"|^[ \t]*#{1,4}[ \t]*(?:system|assistant|user|instructions?|response|prompt|input|output|new task)\b"
    r"[^\n]{0,40}$"
    r"|^[ \t]*\W{0,4}(?:system(?:\s(?:prompt|message|note|override|update))?|assistant|user|human|developer"
    r"|ai(?:\s(?:assistant|model))?|sistema|asistente|usuario|système|assistente|система|асистент|користувач"
    r"|ассистент|пользователь|النظام|المساعد|系统|助手|用户)\W{0,3}\s?[:：]",
    re.MULTILINE,
)
_PROMPTS = re.compile(
    r"^[ \t]*(?:article|text|part \d{1,3}(?: of \d{1,3})?):(?=\s)|you code news about armed conflict"
    r"|a second reader, who may be wrong|a check of your answer says|now judge these numbers\b"
    r"|now quote every number\b|\bcoded so far, for n\b",
    re.MULTILINE,
)
_KEYS = (
    "events|figures|passing|fate|least|most|whose|totals|side_a|side_b|links|sources|said_by|quote|answers|dispute|"
    "news|new_violence|incidents|town|province|country|kind|counts|harm|people|number|about|doubt|killed|wounded|place"
)
_KEY = re.compile(rf"(?<=[\"'“”])(?:{_KEYS})[\"'“”]\s?[:=]|\b(?:side_[ab]|new_violence|said_by)\s?[:=]")
_KEY_ENDS = ('":', "':", "”:", '" :', "' :", '"=', "'=", "side_", "new_violence", "said_by")
_KEY_OF_LINE = re.compile(rf"^[ \t]*(?:{_KEYS})\s?:", re.MULTILINE)
_FEWEST_KEYS = 2

_UP_TO = r"[^.!?\n]{0,80}?"
_MODEL = (
    r"(?:ais?|a\.i\.|llms?|(?:large\s)?language\smodels?|(?:the|any|all|every|this|to|for)\s(?:model|system|machine|bot"
    r"|parser)s?|chatbots?|assistants?|annotators?|coders?|(?:extraction|coding|automated)\s(?:systems?|tools?|models?"
    r"|software)|eventx|chatgpt|gpt|claude|gemini|llama)"
)
_MODELS = (
    *(
        " ai",
        "a.i.",
        "llm",
        "model",
        "the system",
        "any system",
        "all systems",
        "every system",
        "this system",
    ),
    *(
        "to system",
        "for system",
        "machine",
        " bot",
        "parser",
        "assistant",
        "annotator",
        "coder",
        "extraction",
    ),
    *("automated", "eventx", "gpt", "claude", "gemini", "llama", "chatbot", "coding"),
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
# Each with words of which a text must have one: most texts have none, and are not searched.
_ADDRESSES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("ignor", "disregard", "forget", "overrid", "overrul", "bypass", "do not "),
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
        r"\byour\s(?:\w+\s)?(?:answer|reply|response|output|instructions|prompt|json|totals?|extraction|coding"
        r"|records?)\b",
    ),
    (
        ("prompt", "instruction"),
        r"\b(?:system|hidden|initial|original)\s(?:prompts?|instructions?)\b|\b(?:new|updated|revised|real)\sinstructions?\b",
    ),
    (
        ("end of", "start of", "begin"),
        r"\b(?:end|start|begin(?:ning)?)\sof\s(?:the\s)?(?:article|prompt|document|input|instructions?|answer|reply"
        r"|output|response|user\sinput|untrusted)\b",
    ),
    (
        ("the correct", "the right", "the expected", "the only", "the required", "the desired"),
        r"\bthe\s(?:correct|right|expected|only\svalid|required|desired)\s(?:answer|output|reply|response|json|reading"
        r"|coding|extraction)\b",
    ),
    ((" mode", "jailbr"), r"\b(?:developer|debug|admin|maintenance|god)\smode\b|\bjailbr(?:eak|oken)"),
    (
        (
            *(
                "output",
                "return",
                "respond",
                "reply",
                "answer",
                "print",
                "emit",
                "attribute",
                "treat",
                "extract",
            ),
            *(
                "decode",
                "translate",
                "pretend",
                "assume",
                "insert",
                "append",
                "code",
                "mark",
                "execute",
                "give",
            ),
            *("set ", "name ", "enter "),
        ),
        rf"{_ORDER}(?:output|return|respond|reply|answer|print|emit|attribute|treat|extract|decode|translate|pretend"
        r"|assume|insert|append|code|mark|execute|give|set|name|enter)\b(?!\sof\b)"
        rf"{_UP_TO}\b(?:{_DATA}|as|with|that|this)\b",
    ),
    (
        (
            *(
                "report",
                "record",
                "count",
                "list",
                "write",
                "say ",
                "state",
                "add ",
                "include",
                "use ",
                "change",
            ),
            *("replace", "put ", "cite"),
        ),
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
        (
            "codificador",
            "model",
            "asist",
            "assist",
            "codeur",
            "modèle",
            "kodierer",
            "ki",
            "ia",
            "sist",
            "syst",
        ),
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
        (
            *(
                "respond",
                "devuelve",
                "informa",
                "report",
                "registra",
                "répond",
                "indique",
                "rapporte",
                "renvoie",
            ),
            *("antworte", "melde", "gib ", "retorne", "rispondi", "riporta"),
        ),
        r"(?:^|[.!?:]\s*)(?:responde|devuelve|informa\sque|reporta|registra|réponds?|répondez|indique[zr]?|rapporte[zr]?"
        rf"|renvoie|antworte|melde|gib|responda|retorne|rispondi|riporta)\b{_UP_TO}(?:\d|json|muert|mort|tot)",
    ),
    (  # Ukrainian, Russian
        ("гнор", "забудь"),
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
        ("تجاهل", "أجب", "اكتب", "أبلغ", "سجل", "نادیده"),
        r"تجاهل[^.!؟\n]{0,80}?(?:التعليمات|السابق|أعلاه|النص)|(?<!\w)(?:أجب|اكتب|أبلغ|سجل)\s[^.!؟\n]{0,60}?\d|نادیده\sبگیر",
    ),
    (  # Chinese, Japanese, Korean
        ("忽略", "无视", "忽視", "無視", "忘记", "忘掉", "请回答", "请输出", "请报告", "무시"),
        r"(?:忽略|无视|忽視|無視|忘记|忘掉)[^。！？\n]{0,30}?(?:指令|指示|说明|說明|以上|之前|上文|前面)|请(?:回答|输出|报告)"
        r"|(?:上記|以前|これまで)[^。\n]{0,20}?(?:指示|命令)[^。\n]{0,10}?無視|이전[^.\n]{0,20}?지시[^.\n]{0,10}?무시",
    ),
    (  # Turkish
        ("talimat", "yönerge"),
        r"\b(?:önceki|yukarıdaki)\s[^.!?\n]{0,40}?(?:talimat|yönerge)[^.!?\n]{0,30}?(?:yok\ssay|görmezden|unut)",
    ),
)
_PATTERNS = tuple((words, re.compile(pattern, re.MULTILINE)) for words, pattern in _ADDRESSES)

# With what a text must have for the pattern to be worth a search.
_HIDDEN = (
    ("<!--", re.compile(r"<!--(?:(?!-->).)*(?:-->|\Z)", re.DOTALL), "a comment in a page's code"),
    ("<", re.compile(r"</?[a-z][^<>\n]{0,400}>"), "a page's code"),
    ("```", re.compile(r"```.*?(?:```|\Z)", re.DOTALL), "code"),
    ("://", re.compile(r"https?://[^\s<>\"”)]+"), "an address of the web"),
    ("www.", re.compile(r"(?<!\w)www\.[^\s<>\"”)]+"), "an address of the web"),
    (
        "",
        re.compile(r"(?<![\w/+=.-])(?=[a-z]*+[0-9+/=])[a-z0-9+/]{32,}={0,2}(?![\w/+=-])"),
        "letters in code",
    ),
)
_COMMENTS = re.compile(
    r"^[ \t]*\W{0,4}(?:\d{1,5}\s)?(?:reader\s|user\s|readers['’]\s)?(?:comments?|comentarios|commentaires"
    r"|kommentare|comentários|коментарі|комментарии|تعليقات|评论)(?:\ssection)?\s?(?:\(\d{1,5}\))?\W{0,3}$",
    re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t\r]*\n")
# A line that only opens what stands in the next block: "System:", "Report the following:".
_OPENS_NEXT = re.compile(r"[:>\]|}：]\s*\Z")


@lru_cache(maxsize=8)
def passages(text: str) -> tuple[Passage, ...]:
    """Return what of a text is no news, in order; what addresses whoever codes it is joined."""
    small = lower(text)
    told = sorted([*_turns(text, small), *_replies(small), *_addresses(text, small)])
    return tuple(sorted((*_joined(told), *_hidden(text, small))))


def is_news(text: str, start: int, end: int) -> bool:
    """Return whether the characters from `start` to `end` stand in none of the passages that are no news."""
    covered = _covered(text)
    at = bisect_right(covered, start, key=lambda span: span[1])  # the first that ends after it begins
    return at == len(covered) or end <= covered[at][0]


@lru_cache(maxsize=8)
def _covered(text: str) -> tuple[Span, ...]:
    """Return where the passages stand, those that touch as one."""
    found: list[Span] = []
    for each in passages(text):
        if found and each.start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], each.end)
        else:
            found.append((each.start, each.end))
    return tuple(found)


def _turns(text: str, small: str) -> Iterator[Passage]:
    for pattern, what in ((_TURNS, _TURN), (_PROMPTS, _PROMPT)):
        for match in pattern.finditer(small):
            yield Passage(match.start(), _block_end(text, match.end()), what)


def _replies(small: str) -> Iterator[Passage]:
    if not any(end in small for end in _KEY_ENDS):
        return
    for start, end in _blocks(small):
        keys = {each[0] for each in _KEY.finditer(small, start, end)}
        if keys:  # beside one of ours the others may stand without quotation marks
            keys |= {each[0].strip() for each in _KEY_OF_LINE.finditer(small, start, end)}
        if len(keys) >= _FEWEST_KEYS:
            yield Passage(start, end, _REPLY)


def _addresses(text: str, small: str) -> Iterator[Passage]:
    """Yield the sentences that address; a paragraph that one of them opens is theirs to its end."""
    patterns = [
        pattern
        for words, pattern in _PATTERNS
        if any(word in small for word in words) and pattern.search(small)
    ]
    told = {span for span in spans(text) if any(pattern.search(small[slice(*span)]) for pattern in patterns)}
    if not told:
        return
    ends_of = [end for _, end in paragraphs(text)]
    for _, group in groupby(spans(text), lambda span: bisect_left(ends_of, span[1])):
        own = list(group)
        at = [index for index, each in enumerate(own) if each in told]
        if not at:
            continue
        last = own[-1 if at[0] == 0 else at[-1]]
        ends = _block_end(text, last[1]) if _OPENS_NEXT.search(text, *last) else last[1]
        yield Passage(own[at[0]][0], ends, _TOLD)


def _hidden(text: str, small: str) -> Iterator[Passage]:
    for needs, pattern, what in _HIDDEN:
        for match in pattern.finditer(small) if needs in small else ():
            yield Passage(*match.span(), what, addresses=False)
    comments = _COMMENTS.search(small)
    if comments is not None and text[: comments.start()].strip():
        yield Passage(comments.start(), len(text), "readers' comments", addresses=False)


def _joined(told: list[Passage]) -> Iterator[Passage]:
    found: list[Passage] = []
    for each in told:
        if found and each.start <= found[-1].end:
            found[-1] = found[-1]._replace(end=max(found[-1].end, each.end))
        else:
            found.append(each)
    yield from found


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for blank in _BLANK.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _block_end(text: str, at: int) -> int:
    """Return where the block ends; where nothing is left of it, or it opens what follows, the next one."""
    blank = _BLANK.search(text, at)
    if blank is None:
        return len(text)
    rest = text[at : blank.start()]
    if not rest.strip() or _OPENS_NEXT.search(rest):
        following = _BLANK.search(text, blank.end())
        return following.start() if following else len(text)
    return blank.start()
