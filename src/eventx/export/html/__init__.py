"""A page on which an answer is checked by looking at it: one file that asks nobody for anything.

    safe        the only ways that words get onto the page
    names       what things on the page are called
    marks       the article's text, with the words that state something marked
    beside      what the checks say, beside what they speak of
    casualties  the people harmed: figure, sum, counts
    event       an event
    tolls       a toll over several events
    article     an article
    overview    all events at once: timeline, map, what filters offer
    shell       the page around them
    notebook    the page in a cell of a notebook

`page.css` and `page.js` are written into the page. Without the script everything can be read, and words and
figures are links to each other; with it they light up, and a coder can filter and correct.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from eventx.export.html.article import Shown
from eventx.schema import Extraction, Finding

__all__ = ["rows", "to_html", "write"]

# How many lines of a run that hold nothing are named on the page; all are counted.
_NAMED = 50


def to_html(extraction: Extraction) -> str:
    """Return the page of one extraction."""
    return "".join(each for each in write([Shown("", extraction)]) if isinstance(each, str))


def rows(extraction: Extraction, *, article: str = "") -> Iterator[Shown]:
    """Yield the extraction, whole: nothing is refused."""
    yield Shown(article, extraction)


def write(rows: Iterable[Shown | Finding]) -> Iterator[str | Finding]:
    """Yield the page: its head, an article at a time, and the overview, which goes by days and places."""
    from eventx.export.html import shell
    from eventx.export.html.article import title, to_details
    from eventx.export.html.overview import Overview

    waiting = iter(rows)
    begun = list(islice(waiting, 2))
    alone = begun[0] if len(begun) == 1 and isinstance(begun[0], Shown) else None
    yield shell.head(
        title(alone.extraction.article) if alone else None,
        filters=alone is None or len(alone.extraction.events) > 1,
    )
    overview, shown, lost = Overview(), 0, 0
    named: list[str] = []
    for each in chain(begun, waiting):
        if isinstance(each, Finding):
            lost += 1
            if len(named) < _NAMED:
                named.append(f"{each.path}: {each.message}")
            yield each
            continue
        overview.add(each.extraction, f"a{shown}")
        yield to_details(each, shown, opened=alone is not None)
        shown += 1
    yield shell.foot(overview, articles=shown, lost=lost, named=named)
