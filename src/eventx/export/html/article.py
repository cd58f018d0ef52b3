"""One article of the page: its text with the words marked, its events, the checks, and what made them."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from eventx.article import Article
from eventx.export.figures import in_words
from eventx.export.html.beside import SIGNS, beside, listed
from eventx.export.html.event import asked_for, to_section
from eventx.export.html.marks import Span, marked
from eventx.export.html.names import outcomes, spoken_of, stated
from eventx.export.html.safe import text
from eventx.export.html.tolls import to_paragraph
from eventx.export.said import PASSING, figure_of, span, tolls_after
from eventx.export.visible import one_line
from eventx.schema import Event, Extraction, Provenance

_TITLE = 110
# What an article without an id is called where it is read from a file.
_LINE = re.compile(r"line \d+")


class Shown(NamedTuple):
    """An extraction, and what the run calls its article."""

    name: str
    extraction: Extraction


def title(article: Article) -> str:
    """Return the article's first line, cut where it is long."""
    first = one_line(article.text.strip().partition("\n")[0])
    return first if len(first) <= _TITLE else f"{first[: _TITLE - 1].rstrip()}…"


def to_details(shown: Shown, number: int, *, opened: bool) -> str:
    """Return an article for the page, in an element that opens and closes."""
    extraction, name = shown.extraction, f"a{number}"
    article = extraction.article
    found = beside(extraction, name)
    after = tolls_after(extraction)
    events = "".join(
        to_section(index, event, article=name, beside=found)
        + "".join(to_paragraph(toll, extraction, article=name) for toll in after.get(index, ()))
        for index, event in enumerate(extraction.events)
    )
    body = (
        f'<div class="body"><div class="answer">{found.get("", "")}'
        f"{events or '<p class=none>No conflict event found.</p>'}"
        f"{listed(extraction, name)}{_made_by(extraction.provenance)}</div>"
        f'<section class="text" aria-label="The article" tabindex="0">{_about(article)}'
        f'<div class="words" dir="auto">{_words(extraction, name)}</div></section></div>'
    )
    sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    called = "" if not shown.name or _LINE.fullmatch(shown.name) else f' data-id="{text(shown.name)}"'
    all_codes = " ".join(dict.fromkeys(each.code for each in extraction.findings))
    return (
        f'<details class="article" id="{name}" data-sha="{sha256}" data-codes="{text(all_codes)}"{called}'
        f"{' open' if opened else ''}><summary>{_summary(shown)}</summary>"
        # Where the script runs a browser does not read this before the article is opened: a page of a
        # thousand articles is there at once. Where it does not run, this is read like all else.
        f"{body if opened else f'<noscript>{body}</noscript>'}</details>\n"
    )


def _words(extraction: Extraction, name: str) -> str:
    spans = [
        Span(each.start, each.end, key, kind)
        for number, event in enumerate(extraction.events)
        for key, kind, evidence in stated(number, event)
        for each in evidence
    ]
    spans += [
        Span(each.start, each.end, f"t{number}", toll.casualty.outcome)
        for number, toll in enumerate(extraction.tolls)
        for each in toll.casualty.evidence
    ]
    return marked(extraction.article.text, spans, name)


def _summary(shown: Shown) -> str:
    extraction = shown.extraction
    called = f'<span class="id">{text(shown.name)}</span> ' if shown.name else ""
    codes = ["" for _ in extraction.events]
    for finding in extraction.findings:
        about = re.match(r"e(\d+)", spoken_of(finding, extraction))
        if about:
            codes[int(about[1])] += f" {finding.code}"
    gist = "".join(
        f"<li{asked_for(event, found.strip())}>{_gist(event)}</li>"
        for event, found in zip(extraction.events, codes, strict=True)
    )
    signs = ""
    for severity, sign in SIGNS.items():
        number = sum(finding.severity == severity for finding in extraction.findings)
        if number and severity != "info":
            signs += f' <b class="sign {severity}">{sign} {number} {severity}{"s" if number > 1 else ""}</b>'
    return (
        f"<h2>{called}<bdi>{text(title(extraction.article))}</bdi>{signs}</h2>"
        f"{f'<ul class=gist>{gist}</ul>' if gist else '<p class=none>no event</p>'}"
    )


def _gist(event: Event) -> str:
    place, when = event.where, event.when
    said = [text(event.sub_event_type)]
    if place:
        said.append(text(", ".join(dict.fromkeys(each for each in (place.text, place.country) if each))))
    if when:
        said.append(text(when.text if when.start is None else span(when.start, when.end)))
    for outcome in outcomes(event):
        if figure := figure_of(event, outcome):
            said.append(f'<b class="{outcome}">{text(in_words(figure))} {outcome}</b>')
    if event.passing:
        said.append(PASSING)
    return " · ".join(said)


def _about(article: Article) -> str:
    published = f"published {article.published}" if article.published else "day of publication not known"
    # An address is shown and not made a link: a page that is only looked at asks nobody for anything.
    said = (article.source, published, article.language, article.url)
    return f'<p class="about">{" · ".join(text(each) for each in said if each)}</p>'


def _made_by(made: Provenance) -> str:
    rows = {
        "Model": made.model,
        "Reading": made.reading,
        "Prompt": f"{made.prompt}, {made.prompt_sha256[:12]}",
        "Codebook": made.codebook and f"{made.codebook}, {(made.codebook_sha256 or '')[:12]}",
        "Gazetteer": made.gazetteer,
        "eventx": made.eventx_version,
        "Questions": made.attempts,
        "Tokens": made.tokens_in is not None and f"{made.tokens_in:,} in, {made.tokens_out or 0:,} out",
        "Seconds": made.seconds is not None and f"{made.seconds:.1f}",
        "Cost": made.cost is not None and f"${made.cost:.4f}",
    }
    facts = "".join(f"<dt>{name}</dt><dd>{text(value)}</dd>" for name, value in rows.items() if value)
    return (
        f'<details class="made"><summary>How this was made</summary><dl class="facts">{facts}</dl></details>'
    )
