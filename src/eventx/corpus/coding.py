"""One article of many, coded: what becomes of it, whatever goes wrong with it alone."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass

from eventx.article import Article
from eventx.codebook import Codebook
from eventx.corpus.budget import BudgetSpent, Price
from eventx.corpus.database import Unusable
from eventx.corpus.lines import Result
from eventx.corpus.metered import Counter, Metered
from eventx.errors import EventxError, ModelUnavailable
from eventx.model.keeping import Trying
from eventx.pipeline import aextract
from eventx.places import Gazetteer
from eventx.schema import Finding, ReadingName


@dataclass(frozen=True, slots=True)
class Coding:
    """How articles are coded. `whom` is the model as settings and kept answers know it.

    `reading` is as for `eventx.extract`.
    """

    whom: str
    codebook: Codebook
    gazetteer: Gazetteer | None = None
    max_repairs: int = 2
    reading: ReadingName | None = None
    price: Price | None = None


async def coded(
    id: str,
    article: Article | str,
    model: Trying,
    desk: Counter,
    coding: Coding,
    *,
    findings: tuple[Finding, ...] = (),
) -> Result:
    """Return what becomes of one article; a failure of it alone is a Result too.

    `findings` are what there is to say of how the article was read, before anybody was asked.

    Raises what concerns others as well: BudgetSpent, ModelUnavailable, and a file of the run that
    cannot be written.
    """
    asking = aextract(
        article,
        model=Metered(model, coding.whom, desk, id),
        max_repairs=coding.max_repairs,
        reading=coding.reading,
        codebook=coding.codebook,
        gazetteer=coding.gazetteer,
    )
    (made,) = await asyncio.gather(asking, return_exceptions=True)
    if isinstance(made, BudgetSpent | ModelUnavailable | Unusable | sqlite3.Error):
        raise made
    if isinstance(made, EventxError):
        return Result(id, "failed", None, str(made))
    if isinstance(made, Exception):  # a hundred thousand others are not to wait for its mending
        said = f"{type(made).__name__}: {made}"
        return Result(id, "failed", None, f"a defect of eventx ({said}); please report it with the article")
    if isinstance(made, BaseException):
        raise made
    if findings:
        made = made.model_copy(update={"findings": (*made.findings, *findings)})
    if coding.price is not None:
        cost = coding.price.of(made.provenance.tokens_in, made.provenance.tokens_out)
        made = made.model_copy(update={"provenance": made.provenance.model_copy(update={"cost": cost})})
    return Result(id, "done", made, None)
