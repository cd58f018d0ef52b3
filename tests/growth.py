"""Texts of every shape in any length, and all of eventx's own work on them, to see how its time grows."""

from __future__ import annotations

import gc
import itertools
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from eventx import Article, checks, dates, extract, sources
from eventx.counts import find
from eventx.counts.reading import read
from eventx.language import detect
from eventx.model import Answer, Question
from eventx.reply import FullReading, Report, Settlement
from reading_replies import reply, settlement, told_event, told_figure
from scripted import incident, told

PUBLISHED = "2024-06-03"  # a Monday
LEAD = "Rebels killed two soldiers in Tarn, in Osk Province, on Monday, police said.\n\n"
NEWS = (
    "At least 26 people were killed and more than 40 wounded when shells hit a market in Osk Province on "
    "Friday, the mayor said. The army lost seven soldiers, including two officers, according to the Tarn "
    "Observatory (TO), and said that it had killed 12 rebels in an earlier attack in March. A further eight "
    "people were reported missing; three of them were children. The UN condemned the attack. "
)

SHAPES: dict[str, str] = {
    "blank lines": "\n",
    "carriage returns": "\r\n",
    "spaces": " ",
    "tabs": "\t",
    "spaced lines": "   \n",
    "no-break spaces": "\u00a0",
    "line separators": "\u2028",
    "one letter": "a",
    "one capital": "A",
    "one accented letter": "é",
    "single letters": "a ",
    "single capitals": "A ",
    "capitalised words": "Tarn ",
    "capitalised names": "Red Dawn of the North ",
    "hyphened capitals": "Al-Tarn-",
    "underscores": "_",
    "digits": "1",
    "digits apart": "1 ",
    "digits and commas": "1,",
    "digits and hyphens": "1-",
    "digits and stops": "1.",
    "thousands": "1 000 ",
    "number words": "one ",
    "long numbers": "one hundred and ",
    "a sum": "1 and 2 and ",
    "modifiers": "at least ",
    "vague words": "dozens of ",
    "stops": ".",
    "stops apart": ". ",
    "ellipses": "... ",
    "commas": ", ",
    "semicolons": "; ",
    "dashes": " – ",
    "hyphens": "-",
    "questions": "What? ",
    "quotation marks": '"',
    "curly quotes": "“a” ",
    "apostrophes": "'",
    "open brackets": "(",
    "brackets": "(a) ",
    "footnotes": "[3] ",
    "acronyms": "Tarn Watch (TW) ",
    "harm": "killed ",
    "harm and number": "killed 5 ",
    "soldiers": "5 soldiers ",
    "list items": "- 5 killed\n",
    "list of tolls": "5 killed, 6 wounded, ",
    "rules": "---\n",
    "subsets": "including 3 of whom ",
    "of whom": ", 3 of whom were killed",
    "none of them": "none of ",
    "nobody": "no one ",
    "of": "of ",
    "the": "the ",
    "and": "and ",
    "to": "to ",
    "provinces": "in Tarn Province, ",
    "capitals before a province": "Tarn Osk Kelm ",
    "in towns": "In Tarn, ",
    "near": "near the city of ",
    "days": "on 5 May ",
    "months": "May ",
    "years": "2019 ",
    "iso days": "2023-01-01 ",
    "weekdays": "on Monday ",
    "between days": "between 5 May and ",
    "clock entries": "18:40 Two killed\n",
    "yesterday": "yesterday ",
    "the first since": "the first ",
    "said": "said ",
    "sources": "according to Tarn, ",
    "quoted sources": "the mayor said, ",
    "titles": "Mr. ",
    "abbreviations": "U.S. ",
    "spelled out": "U.S.",
    "accents": "muertos en Ávila, ",
    "combining marks": "e\u0301",
    "combining marks alone": "\u0301",
    "zero-width marks": "\u200b",
    "emoji": "😀",
    "emoji joined": "👩\u200d👩\u200d👧 ",
    "other planes": "𝔸",
    "Chinese": "五名士兵死亡。",
    "Arabic": "قتل خمسة جنود. ",
    "Cyrillic": "Пять солдат убиты. ",
    "address": "https://a.b/c?d=e&",
    "mail": "a@b.org ",
    "tags": "<td>5 killed</td>",
    "json": '{"killed": 5, ',
    "names": "John Smith, ",
    "lines of names": "John Smith\n",
    "number table": "5\t6\t7\n",
    "will": "will ",
    "denied that": "denied that ",
    "if": "if ",
    "the attack": "the attack ",
    "they were": "They were killed. ",
    "formerly": ", formerly ",
    "the group": "the armed group Tarn ",
    "short form": "the Front ",
    "support": "support from Tarn ",
    "gave": "gave ",
    "suicide": "suicide bomber ",
    "captured": "captured the town ",
    "toll": "the toll rose ",
    "a long sentence": "the army lost seven soldiers and the rebels 12 and ",
    "Spanish": "al menos tres soldados y dos civiles murieron el lunes, según el ejército. ",
    "a long Spanish sentence": "mató a tres soldados y a dos civiles y ",
    "dense news": NEWS,
    "news without breaks": NEWS.replace(".", ","),
    "news in paragraphs": NEWS + "\n\n",
}
"""By name what a text is made of, again and again."""

COMPACT = tuple(SHAPES)


def text(unit: str, length: int, number: int) -> str:
    """Return news of `length` characters that goes on in one shape; each `number` gives another text."""
    end = f"\n\nThat was number {number}."
    room = length - len(LEAD) - len(end)
    return LEAD + (unit * (room // len(unit) + 1))[:room] + end


class Prompt:
    """A model that answers at once: the same event of every part, and `figures` of the full reading."""

    name = "openai/prompt"

    def __init__(self, figures: list[dict[str, Any]]) -> None:
        self._figures = figures

    def ask(self, question: Question) -> Answer:
        """Return the reply that the question's type asks for."""
        return _answer(question.reply_type, self._said(question.reply_type))

    async def aask(self, question: Question) -> Answer:
        """Return what `ask` returns."""
        return self.ask(question)

    def _said(self, kind: type[Any]) -> dict[str, Any]:
        if issubclass(kind, Report):
            return told(
                incident(when="Monday", town="Tarn", province="Osk", side_a="rebels", side_b="soldiers")
            )
        if issubclass(kind, FullReading):
            event = told_event(1, when="on Monday", place="Tarn", side_a=["Rebels"], side_b=["soldiers"])
            return reply([event], self._figures)
        if issubclass(kind, Settlement):
            return settlement()
        judged = {"event": 1, "harm": "killed", "whose": "a"}
        fields = kind.model_fields
        if "counts" in fields:
            return {"counts": []}
        own = next(iter(fields.values())).annotation
        return {name: {key: judged[key] for key in own.model_fields} for name in fields}


def _answer(kind: type[Any], said: dict[str, Any]) -> Answer:
    read_as = kind.model_validate(said)
    return Answer(read_as, "{}", (), 100, 10, 0.0)


def lean(words: str) -> object:
    """Read a text leanly."""
    return extract(words, model=Prompt([]), published=PUBLISHED, reading="lean")


def full(words: str) -> object:
    """Read a text in full; the model tells one figure."""
    figures = [told_figure(1, "two soldiers", 2)]
    return extract(words, model=Prompt(figures), published=PUBLISHED, reading="full")


def alone(words: str) -> object:
    """Find counts, dates, sources and the language of a text."""
    article = Article.from_text(words, published=PUBLISHED)
    found = read(words, find(words))
    spanish = read(words, find(words, language="es"), language="es")
    days = [dates.read(each, article.published) for each in dates.find(words, article.published)]
    background = dates.background(words, article.published)
    return found, spanish, days, background, sources.find(words), detect(words), checks.check(article, ())


WORKS: dict[str, Callable[[str], object]] = {"alone": alone, "lean": lean, "full": full}

_numbers = itertools.count(1)


def seconds(work: Callable[[str], object], unit: str, length: int, *, rounds: int = 3) -> float:
    """Return the least CPU time that `work` takes for new texts of one shape and length."""
    took = []
    gc.collect()
    gc.disable()
    for _ in range(rounds):
        words = text(unit, length, next(_numbers))
        began = time.process_time()
        work(words)
        took.append(time.process_time() - began)
    gc.enable()
    return min(took)
