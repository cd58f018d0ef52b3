"""A record against what is made of it today: what its casualties come to, and what the checks find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from eventx import __version__, places
from eventx.checks import check, evidence, reading, types, uncounted
from eventx.checks import places as on_the_map
from eventx.checks.figures import OUTCOMES
from eventx.checks.quantities import said
from eventx.checks.rule import Rule
from eventx.codebook import builtin
from eventx.corrections import JUDGED
from eventx.judging import figures_of
from eventx.schema import Event, Extraction, Quantity

__all__ = ["against_checks"]

# What only the reading knows: which counts were set aside and why, what the model was asked and said.
_OF_THE_READING = (
    *reading.RULES,
    *uncounted.RULES,
    *(evidence.COUNT_UNUSED, evidence.COUNT_WITHOUT_EVENT, evidence.COUNT_UNDECIDED, evidence.SET_ASIDE),
)


def against_checks(extraction: Extraction) -> list[tuple[str, str]] | None:
    """Return how a record departs from what eventx makes: what shows it, and in words.

    None where another version of eventx made it, whose checks may say other things.
    """
    by = extraction.provenance
    if by.eventx_version not in (None, __version__):
        return None
    ids = {event.id for event in extraction.events}
    if any(not ids.issuperset(toll.events) for toll in extraction.tolls):
        return [("sums", "a toll is over events that are not there")]
    return [*_sums(extraction), *_findings(extraction)]


def _sums(extraction: Extraction) -> Iterator[tuple[str, str]]:
    for index, event in enumerate(extraction.events):
        for outcome in OUTCOMES:
            given: Quantity | None = getattr(event, outcome)
            made = figures_of(event, outcome, language=extraction.article.language)
            if given not in made and not _has_several_accounts(event):
                words = " or ".join(dict.fromkeys(_in_words(each) for each in made))
                yield "sums", f"events[{index}].{outcome}: {_in_words(given)}, and its counts come to {words}"


def _has_several_accounts(event: Event) -> bool:
    """Return whether some accounts may be rivals and some not, which the record does not say."""
    return sum(each.role == "account" for each in event.casualties) > 1


def _in_words(figure: Quantity | None) -> str:
    return "no figure" if figure is None else f'{said(figure)} ("{figure.text}")'


def _findings(extraction: Extraction) -> Iterator[tuple[str, str]]:
    by, book = extraction.provenance, builtin()
    asked = _gazetteers() if by.gazetteer == _names() else ()
    article, events, tolls = extraction.article, extraction.events, extraction.tolls
    now = list(check(article, events, tolls, codebook=book, gazetteers=asked))
    unknown = {JUDGED, *_codes(_OF_THE_READING)}
    if by.codebook_sha256 not in (None, book.sha256):
        unknown |= _codes(types.RULES)
    if by.gazetteer is not None and not asked:
        unknown |= _codes(on_the_map.RULES)
    if by.reading == "lean":
        unknown -= _codes(uncounted.RULES)
        now += uncounted.check(article)
    expected = Counter(each for each in now if each.code not in unknown)
    kept = Counter(each for each in extraction.findings if each.code not in unknown)
    for each in expected - kept:
        yield "checks", f"{each.path}: the finding {each.code} is gone: {each.message}"
    for each in kept - expected:
        yield "checks", f"{each.path}: the checks find no {each.code}: {each.message}"


def _codes(rules: Iterable[Rule]) -> set[str]:
    return {rule.code for rule in rules}


@cache
def _gazetteers() -> tuple[places.Gazetteer, ...]:
    return tuple(places.gazetteers(None))


def _names() -> str | None:
    return ", ".join(each.name for each in _gazetteers()) or None
