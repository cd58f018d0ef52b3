"""The article of a web page: what somebody who looks at it reads, and what of it was left out.

trafilatura finds the article among all else. Before it looks, hidden text is taken out, and tables, captions
and boxes, which it drops, are made paragraphs: a row of a table is a line, "Place: Tarn; Killed: 26".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from eventx.article import Article
from eventx.checks.rule import Rule
from eventx.corpus.inputs import rows
from eventx.counts import with_rules
from eventx.counts.reading import readings
from eventx.errors import InputError
from eventx.language import recognised
from eventx.schema import Finding

LEFT_OUT = Rule(
    "page-left-out",
    15,
    "info",
    "What a web page says of people who were harmed is in its article.",
    "a number that is hidden, or beside the article, is not the article's: a coder decides",
)

LARGEST = 20_000_000
"""Bytes of a page: with its pictures written into it; its text is a hundredth of that."""

# Elements: far more than pages have. How deep they stand in each other the parser bounds.
_MOST = 200_000
# A cell that goes over more columns than this is no cell of a table that is read.
_WIDEST = 100
_TOLD = 5
_SHOWN = 120

_NOT_SHOWN = frozenset(("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math"))
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:text-indent|left|top)\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_HIDDEN_CLASS = frozenset(
    (
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "screenreader-text",
        "screen-reader-only",
        "hidden",
        "d-none",
        "u-hidden",
        "element-invisible",
        "offscreen",
    )
)
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    )
)
_NOTE = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|[ivx]{1,4}|note\s*\d+)\s*\]?")
_BOXES = ("aside", "details", "figure", "picture", "header", "time", "address")


def read(
    path: Path, *, published: str | None = None, source: str | None = None
) -> tuple[Article, tuple[Finding, ...]]:
    """Return the article of a web page, and what of the page that speaks of people harmed is not in it.

    The page's own day, source and address are taken where none is given. Raises InputError when it holds no
    article, is larger than `LARGEST`, or is built to exhaust its reader.
    """
    if find_spec("trafilatura") is None:
        raise InputError(f"{path}: web pages need trafilatura: pip install 'eventx[html]'")
    import trafilatura

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    if len(data) > LARGEST:
        raise InputError(f"{path}: has more than {LARGEST // 10**6} MB; give the text of its article")
    tree = trafilatura.load_html(data)
    if tree is None:
        raise InputError(f"{path}: is no web page; give the text of its article")
    _refuse_monsters(tree, path)
    # Only a day that the page itself gives: the extensive search guesses one from any year in the text.
    about: Any = trafilatura.extract_metadata(tree, extensive=False)
    hidden = _take_hidden(tree)
    _drop_notes(tree)
    _write_out(tree)
    shown = list(_blocks(tree))
    text = trafilatura.extract(tree, include_comments=False, favor_recall=True)
    if not text:
        raise InputError(f"{path}: no article is found in the page; give its text")
    known = {"published": published or about.date, "source": source or about.sitename, "url": about.url}
    article = rows.article({"text": text, "title": about.title, **known})
    return article, tuple(_left_out(article, hidden, shown))


def _refuse_monsters(tree: Any, path: Path) -> None:
    if next(islice(tree.iter(), _MOST, None), None) is not None:
        raise InputError(f"{path}: has more than {_MOST:,} elements; give the text of its article")


def _take_hidden(tree: Any) -> list[str]:
    """Take out what nobody sees, and return the words of it that a page hides by how it is laid out."""
    from lxml import etree

    hidden = []
    for each in list(tree.iter()):
        if not isinstance(each.tag, str) or each.tag in _NOT_SHOWN:
            if each.getparent() is not None and each.tag != "head":
                each.drop_tree()
        elif _is_hidden(each) and each.getparent() is not None:
            hidden.append(_words(each))
            each.drop_tree()
    etree.strip_tags(tree, "wbr")
    return hidden


def _is_hidden(element: Any) -> bool:
    given = element.attrib
    return (
        "hidden" in given
        or given.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(given.get("style", "")))
        or not _HIDDEN_CLASS.isdisjoint(given.get("class", "").split())
        or (element.tag == "input" and given.get("type") == "hidden")
    )


def _drop_notes(tree: Any) -> None:
    """Take out marks of footnotes: run together with the number before them they make another number."""
    for each in list(tree.iter("sup")):
        if _NOTE.fullmatch(_words(each).strip()):
            each.drop_tree()


def _write_out(tree: Any) -> None:
    """Make paragraphs of what trafilatura drops: rows of tables, captions, boxes within the article."""
    for table in reversed(list(tree.iter("table"))):
        lines = _lines(table)
        if lines is None:
            _as_divisions(table)
        else:
            _replace(table, lines)
    for each in list(tree.iter("figcaption", "summary")):
        each.tag = "p"
        each.attrib.clear()
    for each in list(tree.iter(*_BOXES)):
        is_inside = any(outer.tag in ("article", "main") for outer in each.iterancestors())
        if is_inside or each.tag not in ("aside", "header"):
            each.tag = "span" if each.tag in ("time", "address") else "div"
            each.attrib.clear()


def _lines(table: Any) -> list[str] | None:
    """Return a line for each row of a table of data, None for a table that lays out a page."""
    if next(table.iterdescendants("p", "div", "article", "h1", "h2", "ul"), None) is not None:
        return None
    grid = [[_words(cell) for cell in _cells(row)] for row in table.iter("tr")]
    headed = [all(cell.tag == "th" for cell in row.iter("td", "th")) for row in table.iter("tr")]
    caption = [_words(each) for each in table.iter("caption")]
    if not any(len(row) > 1 for row in grid):
        return [*caption, *(cell for row in grid for cell in row if cell)]
    header: list[str] = []
    lines: list[str] = []
    for row, is_head in zip(grid, headed, strict=True):
        if len(row) > 1 and (is_head or (not header and not lines and _is_header(row, grid))):
            header = row
        elif cells := _said(row, header):
            lines.append(cells)
    return [*caption, *lines]


def _is_header(row: list[str], grid: list[list[str]]) -> bool:
    """Return whether the first row names columns: it has no number, and there are more than two columns."""
    return len(row) > 2 and len(grid) > 1 and all(cell and not re.search(r"\d", cell) for cell in row)


def _as_divisions(table: Any) -> None:
    for each in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")):
        each.tag = "div"


def _said(row: list[str], header: list[str]) -> str:
    """Return a row in words: each cell behind the name of its column, of two behind the first."""
    if header and len(row) == len(header):
        pairs = zip(header, row, strict=True)
        return "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
    if len(row) == 2 and all(row):
        return f"{row[0].rstrip(':')}: {row[1]}"
    return "; ".join(filter(None, row))


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a row, one over several columns as often; one over them all is one."""
    cells = list(row.iter("td", "th"))
    for cell in cells:
        wide = cell.get("colspan", "1")
        for _ in range(min(int(wide), _WIDEST) if wide.isdecimal() and len(cells) > 1 else 1):
            yield cell


def _blocks(tree: Any) -> Iterator[str]:
    """Yield what a page shows, a block at a time, and what its pictures are said to show."""
    from lxml import etree

    said: list[str] = []
    for event, each in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(each.tag, str):
            words = each.tail if event == "end" else ""
        else:
            if each.tag not in _INLINE:
                yield " ".join("".join(said).split())
                said = []
            words = each.text if event == "start" else each.tail
            if event == "start" and each.tag == "img":
                yield each.get("alt", "")
        said.append(words or "")


def _left_out(article: Article, hidden: list[str], shown: list[str]) -> Iterator[Finding]:
    language = with_rules(recognised(article).language) or "en"
    kept = _bare(article.text)
    for what, said in (("hides", hidden), ("has beside its article", shown)):
        others = (words for words in dict.fromkeys(said) if _bare(words) not in kept)
        lost = [words for words in others if _is_of_harm(words, language)]
        for words in lost[:_TOLD]:
            quote = f"{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"
            yield LEFT_OUT.at("article", f"the page {what}: “{quote}”")
        if len(lost) > _TOLD:
            more = f"{len(lost) - _TOLD} more texts that speak of people harmed"
            yield LEFT_OUT.at("article", f"the page {what} {more}")


def _is_of_harm(words: str, language: str) -> bool:
    return any(each.is_of_harm for each in readings(words, language=language))


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _replace(element: Any, lines: list[str]) -> None:
    from lxml import etree

    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    for line in lines:
        etree.SubElement(element, "p").text = line
