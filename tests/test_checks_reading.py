"""What the pipeline says of how an article was read."""

from __future__ import annotations

from typing import Any

import pytest

from eventx import Article, extract
from eventx.model import Answer
from scripted import NOTHING_NEW, Scripted, incident, told, unusable

SENTENCE = "La route du port est restée fermée toute la journée, et les marchands attendaient."
FILLER = "\n\n".join([SENTENCE] * 100)
FRENCH = "Dimanche, l'armée norlandaise a attaqué Vardesh. Douze soldats sont morts."
LONG = f"{FRENCH}\n\n{FILLER}"
ENGLISH = "The Norland army fought Red Dawn in Vardesh on Sunday. Twelve soldiers died."
FOUGHT = told(incident(town="Vardesh", side_a="armée norlandaise"))
TWELVE = {"quote": "Douze soldats", "people": "soldats", "number": None, "harm": "killed", "whose": "a"}
THIRTEEN = {**TWELVE, "quote": "Treize soldats"}
Script = list[dict[str, Any] | Answer]

CASES: dict[str, tuple[str, str, str, Script, int]] = {
    "every part read": ("passage-unread", LONG, "fr", [NOTHING_NEW, NOTHING_NEW], 0),
    "one part unread": ("passage-unread", LONG, "fr", [NOTHING_NEW, unusable()], 1),
    "no quotes of a part": ("passage-unread", FRENCH, "fr", [FOUGHT, unusable()], 1),
    "one part, no events": ("passage-unread", FRENCH, "fr", [NOTHING_NEW], 0),
    "a language with rules": ("language-without-rules", ENGLISH, "en", [NOTHING_NEW], 0),
    "a language without": ("language-without-rules", FRENCH, "fr", [NOTHING_NEW], 1),
    "a quote that stands": ("quote-not-found", FRENCH, "fr", [FOUGHT, {"counts": [TWELVE]}], 0),
    "a quote that does not": ("quote-not-found", FRENCH, "fr", [FOUGHT, {"counts": [THIRTEEN]}], 1),
    "no quotes": ("quote-not-found", FRENCH, "fr", [FOUGHT, {"counts": []}], 0),
}


@pytest.mark.parametrize(("code", "text", "language", "script", "expected"), CASES.values(), ids=CASES)
def test_how_an_article_was_read(code: str, text: str, language: str, script: Script, expected: int) -> None:
    article = Article(text=text, language=language)
    extraction = extract(article, model=Scripted(*script), max_repairs=0)
    assert expected == [each.code for each in extraction.findings].count(code)
