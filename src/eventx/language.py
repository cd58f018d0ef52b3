"""The language an article is written in, as its author says or as a small library recognises it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from eventx.article import Article
from eventx.plain import plain

# Characters that decide: 600 do in every text of the project's; more would only take longer.
_READ = 1000
# What the library gives the likeliest language of some hundred at least when it is right; headlines and
# lists of names, which it takes for anything, get less.
_SURE = 0.5
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")


def recognised(article: Article) -> Article:
    """Return the article with its language: the given one as an ISO 639-1 code, "en-GB" as "en", else the
    recognised one, None where the text is too short or too mixed to be sure.
    """
    given = _CODE.match(article.language or "")
    return article.model_copy(
        update={"language": given[1].lower() if given else detect(plain(article.text).text)}
    )


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language a text is written in, None when that is not sure."""
    code, likelihood = _identifier().classify(text[:_READ])
    return str(code) if likelihood >= _SURE else None


@cache
def _identifier() -> Any:
    from py3langid import langid  # numpy and a model: a third of a second

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
