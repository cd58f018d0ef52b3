"""Every case of a folder, replayed without a network and compared with its golden.

same        what eventx makes of the recording is what its golden holds, but for what is allowed
different   it is not; the lines say in what
stale       the recording does not answer what eventx asks today: a prompt, the reply's schema or the
            model changed. The line says which, and how to record again
broken      a part is missing or cannot be read. The line says which
updated     its golden was written anew (`update`); the lines say what moved
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from eventx.errors import CassetteStale, EventxError
from eventx.golden.changes import Allowed, Change, changes
from eventx.golden.layout import Layout
from eventx.golden.lines import line
from eventx.golden.text import VOLATILE, dump, read
from eventx.schema import Extraction

__all__ = ["Case", "cases", "check", "check_case", "check_each", "update"]

Status = Literal["same", "updated", "different", "stale", "broken"]


@dataclass(frozen=True)
class Case:
    """One case, checked. `lines` are its differences, or the one reason why it is stale or broken.

    `changes` are the same differences as data; `golden` is its file; `extraction` is what eventx makes of the
    recording today, None where it cannot be replayed.
    """

    id: str
    status: Status
    lines: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    golden: Path = Path()
    extraction: Extraction | None = field(default=None, repr=False, compare=False)


def cases(folder: str | Path = ".") -> tuple[str, ...]:
    """Return the ids of a folder's cases, in order (`golden.layout`); raises InputError when it has none."""
    return Layout.of(folder).ids()


def check(folder: str | Path = ".") -> tuple[Case, ...]:
    """Return every case of a folder, checked; raises InputError when there is none."""
    layout = Layout.of(folder)
    return tuple(check_each(layout, layout.ids()))


def check_each(layout: Layout, ids: Sequence[str], *, processes: int = 1) -> Iterator[Case]:
    """Yield each of the cases, checked, in the order given; with several processes, by that many at once."""
    if processes == 1:
        yield from (check_case(layout, each) for each in ids)
        return
    # Not forked: the clients of the providers start threads, which a fork would leave in mid-air. Ctrl-C is
    # for the one that waits: it ends the others.
    workers = ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    try:
        yield from workers.map(partial(check_case, layout), ids)
    finally:
        workers.shutdown(cancel_futures=True)


def check_case(folder: str | Path | Layout, case: str) -> Case:
    """Return one case, replayed and compared with its golden. What is wrong with it is said, never raised."""
    layout = folder if isinstance(folder, Layout) else Layout.of(folder)
    file = layout.golden_of(case)
    problem = next(_problems(layout, case), None)
    if problem is not None:
        return Case(case, "broken", (problem,), golden=file)
    try:
        extraction = _replayed(layout, case)
    except CassetteStale as error:
        return Case(case, "stale", (str(error),), golden=file)
    except EventxError as error:
        return Case(case, "broken", (str(error),), golden=file)
    if not file.is_file():
        reason = f"{file}: there is no golden; `eventx check --update` makes it"
        return Case(case, "broken", (reason,), golden=file, extraction=extraction)
    try:
        golden = read(file)
    except EventxError as error:
        return Case(case, "broken", (str(error),), golden=file, extraction=extraction)
    allowed = Allowed((*VOLATILE, *layout.allowed.ignore), layout.allowed.tolerance)
    found = changes(golden, extraction, allowed)
    status: Status = "different" if found else "same"
    return Case(case, status, tuple(map(line, found)), found, file, extraction)


def update(case: Case) -> Case:
    """Write the golden of a case that differs from it, has none, or has one that cannot be read.

    Returns the case as "updated", its lines kept; one that is the same or cannot be replayed, as it is.
    """
    if case.status == "same" or case.extraction is None:
        return case
    case.golden.parent.mkdir(parents=True, exist_ok=True)
    case.golden.write_text(dump(case.extraction), encoding="utf-8", newline="\n")
    return replace(case, status="updated")


def _replayed(layout: Layout, case: str) -> Extraction:
    # Loaded here: the process that only waits for others to check has no use for them.
    from eventx.cassette import replaying
    from eventx.pipeline import extract

    with replaying(layout.cassette_of(case)) as recorded:
        return extract(
            layout.article_of(case),
            model=layout.model or recorded,
            reading=layout.reading,
            codebook=layout.codebook,
            gazetteer=layout.gazetteer,
        )


def _problems(layout: Layout, case: str) -> Iterator[str]:
    """Yield what is wrong with a case's files, the article's first."""
    articles = layout.seeds_of(case)
    cassette = layout.cassette_of(case)
    if not articles:
        yield f"{layout.seeds / case}.txt: there is no such article; add it, or remove the case's other files"
    if len(articles) > 1:
        yield f"{' and '.join(map(str, articles))}: two articles of one case; rename one"
    if not cassette.is_file():
        recorded = f"`eventx extract {articles[0]} --record {cassette}`"
        yield f"{cassette}: there is no such cassette; record it: {recorded}"
