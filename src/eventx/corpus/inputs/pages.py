"""The article of a web page."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eventx.article import Article, decode
from eventx.corpus.inputs import rows
from eventx.errors import InputError


def article(path: Path) -> Article:
    """Return the article of a web page, with what the page says of its day, source and address."""
    if find_spec("trafilatura") is None:
        raise InputError(f"{path}: web pages need trafilatura: pip install 'eventx[html]'")
    import trafilatura

    page = decode(path.read_bytes())
    text = trafilatura.extract(page, include_comments=False, include_tables=False)
    if not text:
        raise InputError(f"{path}: no article is found in the page; give its text")
    # Only a day that the page itself gives: the extensive search guesses one from any year in the text.
    about: Any = trafilatura.extract_metadata(page, extensive=False)
    row = {"text": text, "title": about.title, "published": about.date, "source": about.sitename}
    return rows.article({**row, "url": about.url})
