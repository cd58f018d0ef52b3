"""An event's frame: the model's words for when, where and who, found in the article or left out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import Literal

from eventx import places
from eventx.article import Article
from eventx.quotes import fold, locate
from eventx.reply import Incident, Report
from eventx.resolve import people, supporters
from eventx.resolve.naming import can_be_place, can_be_side
from eventx.resolve.when import told_alone, when
from eventx.resolve.where import stated, where
from eventx.schema import Actor, Evidence, Place, When
from eventx.sentences import paragraphs, spans

Span = tuple[int, int]
Side = Literal["side_a", "side_b"]

_FRESH = timedelta(days=7)
_RECALLED = timedelta(days=28)

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Frame:
    """One event before its casualties: everything in it stands in the article.

    `passing` says that it is told beside the news.
    """

    kind: str
    when: When | None
    where: Place | None
    side_a: tuple[Actor, ...]
    side_b: tuple[Actor, ...]
    sentences: tuple[Span, ...] = ()
    passing: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The words that point to this event: its place, its combatants, its time."""
        own = [
            actor.name
            for actor in (*self.side_a, *self.side_b)
            if actor.evidence and actor.role == "combatant"
        ]
        return (*((self.where.text,) if self.where else ()), *own, *((self.when.text,) if self.when else ()))

    def with_actor(self, side: Side, actor: Actor) -> Frame:
        """Return the frame with one more actor on a side."""
        if side == "side_a":
            return replace(self, side_a=(*self.side_a, actor))
        return replace(self, side_b=(*self.side_b, actor))


def frames(article: Article, reports: Sequence[Report]) -> tuple[Frame, ...]:
    """Return the events of the replies as far as the article bears them out, those told twice joined.

    A name that does not stand in the article is left out; an event of which no place and no side stands
    there is none.
    """
    incidents = [
        incident
        for report in reports
        if report.new_violence == "yes"
        for incident in report.events[: report.incidents]
    ]
    found: list[Frame] = []
    for incident in incidents:
        frame = _frame(article, incident)
        if frame.when is None and len(incidents) == 1:
            frame = replace(frame, when=told_alone(article))
        if frame.where is None and not frame.side_a and not frame.side_b:
            continue
        same = next((index for index, other in enumerate(found) if _is_same(other, frame)), None)
        if same is None:
            found.append(frame)
        else:
            found[same] = _joined(found[same], frame)
    return tuple(with_sentences(article.text, with_supporters(article.text, _news(article, found))))


def _news(article: Article, found: Sequence[Frame]) -> list[Frame]:
    """Return the frames without those of earlier weeks, where another is of the week of publication.

    A small model lists the attacks that an article recalls beside the one it reports.
    """
    ages = [
        article.published - each.when.end if article.published and each.when and each.when.end else None
        for each in found
    ]
    is_fresh = any(age is not None and age <= _FRESH for age in ages)
    return [
        each
        for each, age in zip(found, ages, strict=True)
        if not (is_fresh and age is not None and age > _RECALLED)
    ]


def _frame(article: Article, incident: Incident) -> Frame:
    text, language = article.text, article.language
    side_a, side_b = side(text, incident.side_a, language), side(text, incident.side_b, language)
    if {actor.name for actor in side_a} & {actor.name for actor in side_b}:
        side_b = ()
    if side_b and people.is_civilian_side(side_a) and not people.is_civilian_side(side_b):
        side_a, side_b = side_b, side_a  # civilians attack nobody: they are the second actor (ACLED)
    days = when(article, incident.when)
    return Frame(incident.kind, days, where(text, incident, language), side_a, side_b)


def side(text: str, words: str, language: str | None) -> tuple[Actor, ...]:
    """Return the side as an actor, its name in the article's words; "civilians" need not stand there.

    Words that can be no side are none, though they stand there: see `no_names`.
    """
    if fold(words) == "civilians":
        evidence = locate(text, "civilians")
        return (Actor(name="civilians", kind="Civilians", evidence=(evidence,) if evidence else ()),)
    words = re.sub(r"^(?:the|a|an)\s+", "", words.strip(), flags=re.IGNORECASE)
    for name in (people.without_site(words), words, words.removesuffix("s"), f"{words}s"):
        if (found := stated(text, name)) and can_be_side(text, found, language):
            return (Actor(name=found.quote, kind=people.kind(found.quote), evidence=(found,)),)
    return ()


def no_names(
    text: str, sides: Iterable[str], wheres: Iterable[str], language: str | None
) -> Iterator[tuple[str, Evidence]]:
    """Yield what the article has of the words for sides and places and what can be none: "side", "Monday"."""
    for words in sides:
        found = stated(text, words)
        if found and not side(text, words, language):
            yield "side", found
    for words in wheres:
        found = stated(text, words)
        if found and places.country(words) is None and not can_be_place(text, found, language):
            yield "place", found


def _is_same(one: Frame, other: Frame) -> bool:
    """Return whether two frames tell of one event: no place of its own and no side that differs."""
    sides = {fold(actor.name) for actor in (*one.side_a, *one.side_b)}
    others = {fold(actor.name) for actor in (*other.side_a, *other.side_b)}
    apart = other.where is not None and one.where is not None and not _is_within(one.where, other.where)
    if _is_of_other_days(one.when, other.when) and not (sides and others):
        return False  # an attack by nobody known, the day before another in the same town
    return not apart and (others <= sides or sides <= others)


def _is_of_other_days(one: When | None, other: When | None) -> bool:
    days = [(each.start, each.end) for each in (one, other) if each and each.start and each.end]
    return len(days) == 2 and (days[0][1] < days[1][0] or days[1][1] < days[0][0])


def _is_within(one: Place, other: Place) -> bool:
    names = {places.normalise(name) for name in (one.text, one.admin1) if name}
    return places.normalise(other.text) in names


def _joined(one: Frame, other: Frame) -> Frame:
    return replace(
        one,
        when=one.when or other.when,
        where=one.where or other.where,
        side_a=one.side_a or other.side_a,
        side_b=one.side_b or other.side_b,
    )


def with_supporters(text: str, found: Sequence[Frame]) -> Iterator[Frame]:
    """Yield the frames with those who helped a side: "air support from Russia"."""
    for frame in found:
        for actor in supporters.found(text, [actor.name for actor in (*frame.side_a, *frame.side_b)]):
            before, after = supporters.words_around(text, actor)
            helped = _side_named(before, frame) or _side_named(before + after, frame)
            if helped is not None:
                frame = frame.with_actor(helped, actor)
        yield frame


def _side_named(words: str, frame: Frame) -> Side | None:
    """Return "side_a" or "side_b", whichever alone the words name."""
    told, plain = people.distinctive(words), _plain(words)
    sides: dict[Side, tuple[Actor, ...]] = {"side_a": frame.side_a, "side_b": frame.side_b}
    named = [
        side
        for side, actors in sides.items()
        if any(told & people.distinctive(actor.name) or _plain(actor.name) in plain for actor in actors)
    ]
    return named[0] if len(named) == 1 else None


def with_sentences(text: str, found: Iterable[Frame]) -> Iterator[Frame]:
    """Yield the frames with the sentences that are their own: those that name them, and what follows on."""
    frames = list(found)
    named = owners(text, frames)
    own: dict[int | None, list[Span]] = defaultdict(list)
    for span, index in zip(spans(text), named, strict=True):
        own[index].append(span)
    for index, frame in enumerate(frames):
        yield replace(frame, sentences=spans(text) if len(frames) == 1 else tuple(own[index]))


def owners(text: str, frames: Sequence[Frame]) -> list[int | None]:
    """Return for each sentence which event it names, as `owner` does.

    A common word names no event that the text has not come to yet: the "soldiers" of an earlier paragraph
    are another's.
    """
    sentences = spans(text)
    own = _own_names(frames)
    named = [_owner(text[start:end], own) for start, end in sentences]
    opens = _openings(text, frames, own)
    return [
        None if each is not None and end <= opens[each] else each
        for each, (_, end) in zip(named, sentences, strict=True)
    ]


def _openings(text: str, frames: Sequence[Frame], own_names: Sequence[set[str]]) -> list[int]:
    """Return where the paragraph starts that first has an event's own name or its time, 0 for none."""
    blocks = [(start, _plain(text[start:end])) for start, end in paragraphs(text)]
    opens: list[int] = []
    for frame, own in zip(frames, own_names, strict=True):
        names = {
            _plain(name)
            for name in frame.names
            if name != name.lower() or (frame.when and name == frame.when.text)
        }
        first = (start for start, words in blocks if any(name in words for name in names & own))
        opens.append(next(first, 0))
    return opens


def owner(sentence: str, frames: Sequence[Frame]) -> int | None:
    """Return which event a sentence names by words that no other event has, None for none or several."""
    return _owner(sentence, _own_names(frames))


def _own_names(frames: Sequence[Frame]) -> list[set[str]]:
    """Return for each event the words that point to it and to no other."""
    names = [{_plain(name) for name in frame.names} for frame in frames]
    told = Counter(name for own in names for name in own)
    return [{name for name in own if told[name] == 1} for own in names]


def _owner(sentence: str, own_names: Sequence[set[str]]) -> int | None:
    if not own_names:
        return None
    told = _plain(sentence)
    named = [index for index, own in enumerate(own_names) if any(name in told for name in own)]
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=4096)
def _plain(words: str) -> str:
    """Return the words as they are looked for among others, a space on either side of each."""
    return " ".join(["", *_WORD.findall(fold(words)), ""])
