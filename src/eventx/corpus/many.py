"""`extract_many` and `aextract_many`: extractions of many articles as they come, in bounded memory."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from eventx import codebook as codebooks
from eventx import places
from eventx.article import Article
from eventx.codebook import Codebook
from eventx.corpus.ahead import here
from eventx.corpus.answers import KEPT, Answers
from eventx.corpus.budget import Budget, Limits, price_of, prices
from eventx.corpus.coding import Coding, coded
from eventx.corpus.database import opened
from eventx.corpus.desk import Desk
from eventx.corpus.lines import Result
from eventx.corpus.pace import Pace
from eventx.errors import ModelUnavailable
from eventx.model import Model, connect
from eventx.model.keeping import keeping
from eventx.places import Gazetteer
from eventx.reading import choice
from eventx.schema import ReadingName

CONCURRENCY = 32
# In the order of the input, an article that takes long holds later ones back: this many rounds of them.
_ROUNDS_AHEAD = 4

T = TypeVar("T")
R = TypeVar("R")


class _End:
    """The input has no more."""


_END = _End()

Input = str | Article | tuple[str, str | Article]
"""An article, or its id and the article."""


def usual_concurrency(model: Model) -> int:
    """Return how many questions to put at once: one slot of the embedded model, else `CONCURRENCY`."""
    return 1 if model.name.startswith("local/") else CONCURRENCY


async def results(
    given: Iterable[T] | AsyncGenerator[T, None],
    work: Callable[[T], Awaitable[R]],
    *,
    width: int,
    ordered: bool = False,
) -> AsyncGenerator[R, None]:
    """Yield what `work` returns of each, `width` at a time, as it ends or in the order given.

    The input is read only as far as there is room. What `work` raises, this raises.
    """
    ended: asyncio.Queue[tuple[int, asyncio.Task[R]] | asyncio.Task[T | _End]] = asyncio.Queue()
    running: set[asyncio.Task[R]] = set()
    waiting: dict[int, R] = {}
    items = given if isinstance(given, AsyncGenerator) else here(given)
    following: asyncio.Task[T | _End] | None = None
    started = told = 0
    more = True

    async def read() -> T | _End:
        return await anext(items, _END)

    def start(item: T, number: int) -> None:
        async def one() -> R:
            return await work(item)

        task = asyncio.create_task(one())
        running.add(task)

        task.add_done_callback(lambda task: ended.put_nowait((number, task)))

    try:
        while True:
            has_room = len(running) < width and started - told < width * _ROUNDS_AHEAD
            if more and has_room and following is None:
                following = asyncio.create_task(read())
                following.add_done_callback(ended.put_nowait)
            if told == started and not more:
                return
            event = await ended.get()
            if isinstance(event, asyncio.Task):
                item, following = event.result(), None
                if isinstance(item, _End):
                    more = False
                else:
                    start(item, started)
                    started += 1
                continue
            number, task = event
            running.discard(task)
            waiting[number if ordered else told] = task.result()
            while told in waiting:
                yield waiting.pop(told)
                told += 1
    finally:
        left = (*running, *((following,) if following else ()))
        for each in left:
            each.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await items.aclose()


async def aextract_many(
    articles: Iterable[Input],
    *,
    model: str | Model | None = None,
    concurrency: int | None = None,
    rpm: int | None = None,
    tpm: int | None = None,
    max_repairs: int = 2,
    reading: ReadingName | None = None,
    codebook: str | Path | Codebook | None = None,
    gazetteer: str | Path | Gazetteer | None = None,
    cache: str | Path | None = None,
    ordered: bool = False,
) -> AsyncGenerator[Result, None]:
    """Yield a Result for each article, as it ends or in the order given; the input is read as it is needed.

    `articles` are texts, Articles, or pairs of an id and one of them; without an id an article goes by its
    number, from 0. At most `concurrency` questions are put at once (None: 32, one for the embedded model);
    fewer while the provider refuses. `rpm` and `tpm` are the requests and tokens that it allows a minute.
    `cache` is an SQLite file that answers are kept in and taken from. The rest is as for `eventx.extract`. An
    article that fails is a Result with status "failed" and the reason; what makes all fail, such as no model
    or a wrong codebook, is raised.
    """
    asked = connect(model, slots=concurrency or 1) if isinstance(model, str) or model is None else model
    width = concurrency or usual_concurrency(asked)
    book = codebooks.given(codebook)
    own = places.given(gazetteer)
    pace = Pace(width)
    file = None if cache is None else opened(Path(cache), KEPT)
    try:
        async with keeping(asked, width=width, trouble=pace.pressed) as kept:
            price = price_of(asked.name, prices())
            desk = Desk(
                pace, Budget(asked.name, Limits(rpm=rpm, tpm=tpm), price), Answers(file) if file else None
            )
            coding = Coding(asked.name, book, own, max_repairs, choice.chosen(reading, asked.name), price)

            async def work(item: tuple[str, str | Article]) -> Result:
                try:
                    return await coded(*item, kept, desk, coding)
                except ModelUnavailable as error:
                    return Result(item[0], "failed", None, str(error))

            async for result in results(_named(articles), work, width=width, ordered=ordered):
                yield result
    finally:
        if file is not None:
            file.close()


def extract_many(
    articles: Iterable[Input],
    *,
    model: str | Model | None = None,
    concurrency: int | None = None,
    rpm: int | None = None,
    tpm: int | None = None,
    max_repairs: int = 2,
    reading: ReadingName | None = None,
    codebook: str | Path | Codebook | None = None,
    gazetteer: str | Path | Gazetteer | None = None,
    cache: str | Path | None = None,
    ordered: bool = False,
) -> Iterator[Result]:
    """Yield what `aextract_many` yields; questions go on in a thread while the caller is busy."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="eventx", daemon=True)
    stream = aextract_many(
        articles,
        model=model,
        concurrency=concurrency,
        rpm=rpm,
        tpm=tpm,
        max_repairs=max_repairs,
        reading=reading,
        codebook=codebook,
        gazetteer=gazetteer,
        cache=cache,
        ordered=ordered,
    )

    stepping = asyncio.Lock()

    async def following() -> Result | None:
        async with stepping:
            return await anext(stream, None)

    async def close() -> None:
        async with stepping:
            await stream.aclose()
        await loop.shutdown_default_executor()

    thread.start()
    try:
        while True:
            step = asyncio.run_coroutine_threadsafe(following(), loop)
            try:
                result = step.result()
            finally:
                step.cancel()  # Ctrl-C while it is waited for
            if result is None:
                return
            yield result
    finally:
        closing = asyncio.run_coroutine_threadsafe(close(), loop)
        closing.result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _named(articles: Iterable[Input]) -> Iterator[tuple[str, str | Article]]:
    for number, given in enumerate(articles):
        yield given if isinstance(given, tuple) else (str(number), given)
