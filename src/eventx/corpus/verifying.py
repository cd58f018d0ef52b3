"""`eventx verify`: whether a run is as it was written, whole, and says nothing that its words do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from eventx import __version__, stored
from eventx.checks import check, evidence, places, reading, uncounted
from eventx.checks.figures import OUTCOMES
from eventx.checks.quantities import said
from eventx.codebook import builtin
from eventx.corpus import ledger as ledgers
from eventx.corpus.inputs import pages
from eventx.correcting import JUDGEMENT
from eventx.corrections import JUDGED
from eventx.judging import figures_of, judge
from eventx.schema import Extraction, Quantity
from eventx.soundness import untold

# What more than the record is needed for: which counts were set aside and why, what the model was asked, a
# gazetteer, the page that an article was found in. Whether one of these is gone no check can say, or whether
# one was put in.
_OF_THE_READING = {
    JUDGED,
    pages.LEFT_OUT.code,
    evidence.COUNT_UNUSED.code,
    evidence.COUNT_WITHOUT_EVENT.code,
    evidence.COUNT_UNDECIDED.code,
    evidence.SET_ASIDE.code,
    *(rule.code for rule in (*reading.RULES, *uncounted.RULES, *places.RULES)),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a run: the number of a line, 0 where there is none, its article, and in words."""

    line: int
    article: str
    what: str


@dataclass(slots=True)
class Verified:
    """How much of a run was verified; `sealed` lines were held against what the ledger has of them."""

    lines: int = 0
    sealed: int = 0
    has_ledger: bool = False


def verified(out: Path, about: Verified) -> Iterator[Problem]:
    """Yield what is wrong with the output of a run, line by line, and count in `about` what was looked at.

    Each line is to be of a run, whole, not skipped, with an id of its own; its quotes to stand in its
    article's text, its numbers in their words, its figures to be what its counts come to; its findings to be
    those of the checks, and what coders left to follow from their corrections. With its ledger beside it each
    line is to be the one that was written, and none to be missing.
    Raises InputError when the file cannot be read.
    """
    noted = _noted(out)
    about.has_ledger = noted is not None
    seen: dict[str, int] = {}
    for place, line in stored.lines(out):
        about.lines += 1
        number = int(place.removeprefix("line "))
        try:
            record = stored.RunLine.model_validate_json(line)
        except ValidationError as error:
            yield Problem(number, "", f"is no line of a run: {stored.first_wrong(error)}")
            continue
        id = str(record.id)
        if id in seen:
            yield Problem(
                number, id, f"has the id of line {seen[id]}: one of the two is another's, or a copy"
            )
        seen.setdefault(id, number)
        problems = [*_torn(line), *_sound(record), *_as_written(line, record, noted, about)]
        yield from (Problem(number, id, what) for what in problems)
    for id, note in (noted or {}).items():
        if id not in seen and note.status is not None:
            yield Problem(0, id, f"the ledger says {note.status}, and there is no line: it was taken out")
        elif id not in seen:
            yield Problem(0, id, "was given, and has no line yet: start the run again")


def _noted(out: Path) -> dict[str, ledgers.Noted] | None:
    if not ledgers.path_of(out).is_file():
        return None
    with ledgers.watched(out) as file:
        return ledgers.noted(file)


def _torn(line: bytes) -> Iterator[str]:
    if not line.endswith(b"\n"):
        yield "has no end of line: it was cut off"


def _sound(record: stored.RunLine) -> Iterator[str]:
    machine, judged = record.extraction, record.judged
    if record.status == "skipped":
        yield "was skipped: start the run again, and it goes on"
    if (record.status == "done") != (machine is not None):
        held = "an extraction" if machine is not None else "no extraction"
        yield f"is {record.status}, and has {held}"
    if machine is None or judged is None:
        return
    if machine.provenance.schema_version not in stored.READABLE:
        yield f"has the schema version {machine.provenance.schema_version!r}: update eventx"
        return
    wrong = [*untold(machine), *(untold(judged) if judged is not machine else ())]
    yield from dict.fromkeys(f"{each.path}: {each.message}" for each in wrong)
    if record.judgement is not None:
        corrections = record.judgement.corrections
        if judge(machine, corrections).events != record.judgement.events:
            yield "judgement: it is not what the corrections make of the machine's answer"
    ids = {event.id for event in machine.events}
    lost = [number for number, toll in enumerate(machine.tolls) if not ids.issuperset(toll.events)]
    yield from (f"tolls[{number}].events: it is over an event that is not there" for number in lost)
    if not lost and machine.provenance.eventx_version == __version__:
        yield from _sums(machine)
        yield from _findings(machine)


def _sums(extraction: Extraction) -> Iterator[str]:
    """Yield the figures that are not what their event's counts come to."""
    for index, event in enumerate(extraction.events):
        # Of several accounts some may be rivals and some earlier, which the record does not say.
        if sum(each.role == "account" for each in event.casualties) > 1:
            continue
        for outcome in OUTCOMES:
            figure: Quantity | None = getattr(event, outcome)
            made = figures_of(event, outcome, language=extraction.article.language)
            if figure not in made:
                come_to = " or ".join(dict.fromkeys(map(_in_words, made)))
                yield f"events[{index}].{outcome}: {_in_words(figure)}, but its counts come to {come_to}"


def _in_words(figure: Quantity | None) -> str:
    return "no figure" if figure is None else f'{said(figure)} ("{figure.text}")'


def _findings(extraction: Extraction) -> Iterator[str]:
    """Yield how the findings of a record are not those that the checks make of it."""
    if extraction.provenance.codebook not in (None, builtin().name):
        return
    found = check(extraction.article, extraction.events, extraction.tolls)
    made = Counter(each for each in found if each.code not in _OF_THE_READING)
    kept = Counter(each for each in extraction.findings if each.code not in _OF_THE_READING)
    for each in made - kept:
        yield f"{each.path}: the finding {each.code} was taken out: {each.message}"
    for each in kept - made:
        yield f"{each.path}: no check finds {each.code}: {each.message}"


def _machines(line: bytes) -> bytes:
    """Return a line as the run wrote it, without what coders made of it since."""
    machine, judgement, _ = line.partition(JUDGEMENT)
    return machine + b"}\n" if judgement else line


def _as_written(
    line: bytes, record: stored.RunLine, noted: dict[str, ledgers.Noted] | None, about: Verified
) -> Iterator[str]:
    if noted is None:
        return
    note = noted.get(str(record.id))
    if note is None:
        yield "is not in the ledger: it was put in, or renamed"
        return
    if note.status is not None and note.status != record.status:
        yield f"is {record.status}, and the ledger says {note.status}"
    if note.seal is not None:
        about.sealed += 1
        if note.seal != ledgers.sealed(_machines(line)):
            yield "is not the line that was written: it was changed since"
