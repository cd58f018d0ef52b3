"""The page around the articles: its head with what it may do, the filters, the bar of corrections."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from eventx.export.html.overview import Overview
from eventx.export.html.safe import text
from eventx.export.said import OUTCOMES

_TITLE = "Events and their evidence"
_FILTERS = """<form class="filters" id="filters" hidden aria-label="Filters">
<label>Finding <input name="code" list="codes" autocomplete="off"></label>
<label>Place <input name="place" list="places" autocomplete="off"></label>
<label>From <input name="from" type="date"></label>
<label>To <input name="to" type="date"></label>
<label>Side <input name="side" list="sides" autocomplete="off"></label>
<label>Outcome <select name="outcome"><option value="">any</option>{outcomes}</select></label>
<button type="reset">Clear</button> <output id="found" aria-live="polite"></output>
</form>
"""
_BAR = """<aside class="bar" id="bar" hidden aria-label="Corrections">
<p role="status" id="made"></p>
<label>Coder <input id="who" maxlength="200" autocomplete="name"></label>
<button type="button" id="save">Save corrections</button>
</aside>
"""


def head(title: str | None, *, filters: bool) -> str:
    """Return the page up to its first article; `title` is that of its only article.

    Its policy allows the one style and the one script that stand in it, by their hashes, and no request.
    """
    style, script = _data("page.css"), _data("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    options = "".join(f'<option value="{each}">{each}</option>' for each in OUTCOMES)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
        f'<link rel="icon" href="data:,"><title>{text(title or _TITLE)} · eventx</title>'
        f"<style>{style}</style></head>\n<body>"
        f'<header><h1>{_TITLE}</h1><p class="lede">Each figure stands beside the words that state '
        "it: follow either to the other. Nothing on this page is sent anywhere.</p>"
        f'{_FILTERS.format(outcomes=options) if filters else ""}</header>\n<main id="articles">\n'
    )


def foot(overview: Overview, *, articles: int, lost: int, named: Sequence[str]) -> str:
    """Return the page after its last article; the lines that held nothing are counted, and some are named."""
    missing = ""
    if lost:
        rows = "".join(f"<li>{text(each)}</li>" for each in named)
        more = f"<li>and {lost - len(named):,} more</li>" if lost > len(named) else ""
        lines = f"{lost:,} {'line' if lost == 1 else 'lines'}"
        missing = f'<section class="lost"><h2>Not on this page: {lines}</h2><ul>{rows}{more}</ul></section>'
    none = "" if articles else '<p class="none">No extraction to show.</p>'
    return (
        f"{none}{overview.drawn()}{missing}</main>\n{_BAR}{overview.lists()}"
        f"<footer>Made by eventx.</footer>\n<script>{_data('page.js')}</script></body></html>\n"
    )


@cache
def _data(name: str) -> str:
    return (files("eventx.export.html") / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
