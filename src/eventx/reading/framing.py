"""The events that a model told in full, as frames: everything in them stands in the article."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date

from eventx import places
from eventx.article import Article
from eventx.checks.dates import READ_BY_MODEL
from eventx.checks.reading import DAY_DISPUTED, no_name, unfound
from eventx.model.transport import one_line
from eventx.quotes import locate
from eventx.reply import Incident, ToldEvent
from eventx.resolve import people, supporters
from eventx.resolve.frames import Frame, no_names, side, with_sentences, with_supporters
from eventx.resolve.when import told_alone, when
from eventx.resolve.where import stated, where
from eventx.schema import Actor, Finding, Place, When

UNKNOWN = "unknown"


def framed(
    article: Article, told: Sequence[ToldEvent], passing: frozenset[int] = frozenset()
) -> tuple[tuple[Frame, ...], tuple[Finding, ...]]:
    """Return the events as frames, in order, and what of them does not stand in the article."""
    findings: list[Finding] = []
    found = [
        replace(_frame(article, index, each, len(told) == 1, findings), passing=each.n in passing)
        for index, each in enumerate(told)
    ]
    helped = {each.name for each in supporters.found(article.text, []) if each.role == "supporter"}
    sided = (_with_helpers(each, helped) for each in found)
    return tuple(with_sentences(article.text, with_supporters(article.text, [*sided]))), tuple(findings)


def _with_helpers(frame: Frame, helped: Container[str]) -> Frame:
    """Return the frame, those of a side who only `helped` the others of it as its supporters."""

    def side(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        fight = any(actor.name not in helped for actor in actors)
        return tuple(
            actor.model_copy(update={"role": "supporter"}) if fight and actor.name in helped else actor
            for actor in actors
        )

    return replace(frame, side_a=side(frame.side_a), side_b=side(frame.side_b))


def _frame(article: Article, index: int, told: ToldEvent, is_alone: bool, findings: list[Finding]) -> Frame:
    text, path = article.text, f"events[{index}]"
    sides: list[tuple[Actor, ...]] = []
    for name, names in (("side_a", told.side_a), ("side_b", told.side_b)):
        actors = [(each, side(text, each, article.language)) for each in names if each.strip()]
        findings += (
            unfound(f"{path}.{name}", "side", one_line(each))
            for each, found in actors
            if not found and stated(text, each) is None
        )
        refused = no_names(text, names, (), article.language)
        findings += (no_name(f"{path}.{name}", what, words) for what, words in refused)
        sides.append(_once(actor for _, found in actors for actor in found))
    side_a, side_b = sides[0], tuple(each for each in sides[1] if each.name not in {a.name for a in sides[0]})
    if side_b and people.is_civilian_side(side_a) and not people.is_civilian_side(side_b):
        side_a, side_b = side_b, side_a  # civilians attack nobody: they are the second actor (ACLED)
    wheres = [each for each in (told.place, told.province, told.country) if each]
    refused = no_names(text, (), wheres, article.language)
    findings += (no_name(f"{path}.where", what, words) for what, words in refused)
    days, disputed = _when(article, told, path, is_alone=is_alone)
    findings += disputed
    return Frame(told.kind, days, _where(article, told), side_a, side_b)


def _once(actors: Iterator[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.name: actor for actor in actors}.values())


def _where(article: Article, told: ToldEvent) -> Place | None:
    """Return the place; a country left to be understood is the model's until a gazetteer bears it out."""
    incident = Incident(
        when=told.when or UNKNOWN,
        town=told.place or UNKNOWN,
        province=told.province or UNKNOWN,
        country=told.country or UNKNOWN,
        side_a="",
        side_b="",
        kind=told.kind,
    )
    found = where(article.text, incident, article.language)
    known = places.country(told.country) if told.country else None
    if found is None or known is None or found.iso3 is not None:
        return found
    return found.model_copy(update={"country": known[0], "iso3": known[1], "understood": True})


def _when(
    article: Article, told: ToldEvent, path: str, *, is_alone: bool
) -> tuple[When | None, tuple[Finding, ...]]:
    """Return the time: as the rules read the model's words, else as the model does, which is said.

    A day of the model's that is no day, or after publication, is none.
    """
    read = when(article, told.when) if told.when else told_alone(article) if is_alone else None
    days = [each for each in map(_day, told.days) if each is not None]
    first, last = min(days, default=None), max(days, default=None)
    if first is None or last is None or (article.published and last > article.published):
        return read, ()
    if read is not None and read.start is not None:
        if read.start <= first <= (read.end or read.start):
            return read, ()
        theirs = f"{first}" if first == last else f"{first} to {last}"
        message = f"the rules read “{read.text}” as {read.start}, the model as {theirs}"
        return read, (DAY_DISPUTED.at(f"{path}.when", message),)
    words = locate(article.text, told.when) if told.when else None
    is_guess = article.published is None and str(first.year) not in article.text
    if words is None or is_guess:
        return read, ()
    reason = f"{READ_BY_MODEL} of “{words.quote}”: no rule settles it"
    precision = "day" if first == last else "days"
    return When(
        text=words.quote, start=first, end=last, precision=precision, reason=reason, evidence=(words,)
    ), ()


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
