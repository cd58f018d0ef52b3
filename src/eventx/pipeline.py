"""How an article becomes an extraction: the only place that knows the order of the steps."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from eventx import apart, dates, places
from eventx import codebook as codebooks
from eventx.article import Article, day, is_ahead, stated, usable
from eventx.asking import Account
from eventx.checks.places import check as placed_on_map
from eventx.checks.reading import READ_LEAN
from eventx.codebook import Codebook
from eventx.errors import InputError, ReplyInvalid
from eventx.language import recognised
from eventx.model import Answer, AsyncModel, Model, Question, connect
from eventx.places import Gazetteer
from eventx.plain import plain, plain_article
from eventx.reading import choice, full, lean
from eventx.resolve import located
from eventx.schema import Extraction, ReadingName

Steps = Generator[Question, Answer, Extraction]


def extract(
    article: str | Article,
    *,
    model: str | Model | None = None,
    published: date | datetime | str | None = None,
    source: str | None = None,
    url: str | None = None,
    max_repairs: int = 2,
    reading: ReadingName | None = None,
    codebook: str | Path | Codebook | None = None,
    gazetteer: str | Path | Gazetteer | None = None,
) -> Extraction:
    """Return the events that an article reports, each figure with the words that state it, and the findings.

    `article` is its text, or an Article. `model` is a name ("local", "openai/gpt-5-mini"; None: see
    `eventx.model.connect`) or a Model. `published`, a date, a datetime or an ISO string, is the day that
    "yesterday" is read from; without it, and without an agency dateline, such words stay unresolved. A text
    is not looked at for front matter, which is a file's (`Article.from_file`). A model's errors go back to it
    at most `max_repairs` times, in a long article for each of the parts it is read in. `reading` is "full",
    in which the model reads every figure and the rules verify it, or "lean", in which the rules read the
    figures; None chooses by the model. `codebook` is a TOML file of your own event types, or what
    `eventx.codebook.load` made of one; without it events are of ACLED's types. `gazetteer` is a CSV file of
    places or a Gazetteer of your own, asked before the one of the extra `geo` (`eventx.places`). An article
    that reports no conflict event gives an Extraction without events.

    Raises InputError (empty, binary or too long an article, no ISO date, a wrong codebook or CSV of places),
    ModelUnavailable (no model configured or reachable), ReplyInvalid (the reply breaks its schema after every
    repair), ModelError (the model refused) and EventxError (the index of places cannot be written). A failed
    check is a finding on the record, not an error.
    """
    given = _article(article, published, source, url)
    book = codebooks.given(codebook)
    own = places.given(gazetteer)
    asked = connect(model) if isinstance(model, str) or model is None else model
    steps = _steps(given, asked.name, Account(book, max_repairs), choice.chosen(reading, asked.name))
    made = _step(steps, None)
    while isinstance(made, Question):
        made = _step(steps, asked.ask(made))
    return _of_given(_located(made, own), given)


async def aextract(
    article: str | Article,
    *,
    model: str | AsyncModel | None = None,
    published: date | datetime | str | None = None,
    source: str | None = None,
    url: str | None = None,
    max_repairs: int = 2,
    reading: ReadingName | None = None,
    codebook: str | Path | Codebook | None = None,
    gazetteer: str | Path | Gazetteer | None = None,
) -> Extraction:
    """Return what `extract` returns, without blocking the event loop.

    eventx's own work on a long text is done in a thread. Raises InputError too, when that takes longer than
    `apart.LONGEST`.
    """
    given = _article(article, published, source, url)
    book = codebooks.given(codebook)
    own = places.given(gazetteer)
    asked: AsyncModel = connect(model) if isinstance(model, str) or model is None else model
    steps = _steps(given, asked.name, Account(book, max_repairs), choice.chosen(reading, asked.name))
    doing = apart.Work(len(given.text))
    made = await doing.done(_step, steps, None)
    while isinstance(made, Question):
        made = await doing.done(_step, steps, await asked.aask(made))
    if not _is_nowhere(made):  # a thread that does nothing costs more than all the rest here
        made = await asyncio.to_thread(_located, made, own)
    return _of_given(made, given)


def _article(
    article: str | Article, published: date | datetime | str | None, source: str | None, url: str | None
) -> Article:
    if isinstance(article, str):
        article = Article.from_text(article, published=published, source=source, url=url)
    usable(article.text)
    given: dict[str, Any] = {"source": source, "url": url}
    update = {key: value for key, value in given.items() if value is not None}
    for name, words in update.items():
        stated(name, words)
    if published is not None:
        update |= {"published": day(published), "published_from": "caller", "dateline": None}
    return article.model_copy(update=update)


def _dated(article: Article) -> Article:
    """Return the article with the day of its agency dateline, where no day of publication is given."""
    found = None if article.published else dates.published(article.text)
    if found is None or is_ahead(found[0]):
        return article
    published, dateline = found
    read = {"published": published, "published_from": "dateline", "dateline": dateline}
    return article.model_copy(update=read)


def _located(extraction: Extraction, own: Gazetteer | None) -> Extraction:
    """Return the extraction with its places looked up and checked; without any, no gazetteer is opened."""
    if _is_nowhere(extraction):
        return extraction
    asked = places.gazetteers(own)
    events = located(extraction.article.text, extraction.events, asked)
    names = ", ".join(each.name for each in asked)
    return extraction.model_copy(
        update={
            "events": events,
            "findings": (*extraction.findings, *placed_on_map(extraction.article, events, asked)),
            "provenance": extraction.provenance.model_copy(update={"gazetteer": names or None}),
        }
    )


def _of_given(extraction: Extraction, given: Article) -> Extraction:
    """Return the extraction of an article's plain text as one of the article as it was given."""
    seen = plain(given.text)
    if not seen.edits:
        return extraction
    article = seen.back(extraction.article).model_copy(update={"text": given.text})
    return Extraction(
        article=article,
        events=seen.back(extraction.events),
        tolls=seen.back(extraction.tolls),
        findings=seen.pointing_back(extraction.findings),
        provenance=extraction.provenance,
    )


def _is_nowhere(extraction: Extraction) -> bool:
    return all(event.where is None for event in extraction.events)


def _step(steps: Steps, answer: Answer | None) -> Question | Extraction:
    """Return the next question, or what is made of the answers; the first step has no answer to go on."""
    try:
        return next(steps) if answer is None else steps.send(answer)
    except StopIteration as done:
        extraction: Extraction = done.value
        return extraction


def _steps(article: Article, model: str, account: Account, reading: ReadingName) -> Steps:
    """Yield each question, take its answer, return the extraction: the order of the work, without any I/O."""
    article = plain_article(article)
    if not article.text.strip():
        raise InputError("the article is empty; give a text with at least one sentence")
    article = recognised(_dated(article))
    repairs = account.repairs_left
    try:
        read = yield from (full if reading == "full" else lean).read(article, account)
    except ReplyInvalid as unusable:
        if reading == "lean":
            raise
        account.repairs_left, reading = repairs, "lean"
        read = yield from lean.read(article, account)
        why = READ_LEAN.at("provenance.reading", f"the figures are the rules' alone: {unusable}")
        read = read._replace(findings=(*read.findings, why))
    return Extraction(
        article=article,
        events=read.events,
        tolls=read.tolls,
        findings=read.findings,
        provenance=account.provenance(model, reading),
    )
