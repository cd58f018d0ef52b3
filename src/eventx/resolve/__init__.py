"""From a reply to events: names found in the text, counts placed, given their roles and added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.article import Article
from eventx.resolve import context
from eventx.resolve.aside import SetAside
from eventx.resolve.by_rule import coded, figures, harmed, set_aside
from eventx.resolve.context import Passage
from eventx.resolve.figure import Figure, of_event
from eventx.resolve.frames import Frame, frames, no_names
from eventx.resolve.judging import judged
from eventx.resolve.kinds import weapons
from eventx.resolve.mapping import located
from eventx.resolve.placing import Placed, place, with_sides_filled
from eventx.resolve.scenes import Scene, scenes, told
from eventx.resolve.span import lasting
from eventx.resolve.sums import counted, total
from eventx.schema import Actor, Casualty, Event

__all__ = [
    "Figure",
    "Frame",
    "Placed",
    "Scene",
    "SetAside",
    "casualty",
    "coded",
    "events",
    "figures",
    "frames",
    "harmed",
    "judged",
    "located",
    "no_names",
    "place",
    "scenes",
    "set_aside",
    "with_sides_filled",
]


def events(article: Article, scenes: Sequence[Scene], figures: Sequence[Figure]) -> tuple[Event, ...]:
    """Return the events with their casualties and sums: the one place that makes events of figures."""
    return tuple(
        _event(article, index, scene, of_event(figures, index)) for index, scene in enumerate(scenes)
    )


def _event(article: Article, index: int, scene: Scene, figures: Sequence[Figure]) -> Event:
    text, frame = article.text, scene.frame
    counts = counted(figures)
    casualties = tuple(casualty(each) for each in figures)
    return Event(
        id=f"e{index + 1}",
        event_type=scene.kind.event_type,
        sub_event_type=scene.kind.sub_event_type,
        type_reason=scene.reason,
        acled=scene.kind.acled,
        plover=scene.kind.plover,
        passing=frame.passing,
        context=context.of_event(_passages(text, frame, figures), article.published),
        summary=_summary(scene.kind.sub_event_type, frame),
        when=lasting(article, frame.when, figures),
        where=frame.where,
        side_a=frame.side_a,
        side_b=frame.side_b,
        weapons=weapons(told(text, frame)),
        casualties=casualties,
        killed=total(counts, "killed"),
        wounded=total(counts, "wounded"),
        captured=total(counts, "captured"),
        missing=total(counts, "missing"),
        sources=tuple(dict.fromkeys(each.attributed_to for each in casualties if each.attributed_to)),
    )


def _passages(text: str, frame: Frame, figures: Sequence[Figure]) -> list[Passage]:
    """Return what tells of an event: the clauses of its counts, without any the sentences that name it."""
    told = [each for each in figures if each.role != "repeat"]
    if told:
        return [passage for each in told for passage in _passages_of(text, each)]
    holders = (frame.when, frame.where, *frame.side_a, *frame.side_b)
    # Where an actor is called something else is no telling of the event.
    named = [evidence for holder in holders if holder for evidence in holder.evidence[:1]]
    return list(context.sentences(text, named))


def _passages_of(text: str, figure: Figure) -> Iterator[Passage]:
    if figure.reading is None:
        yield from context.sentences(text, (figure.evidence,))
    else:
        yield Passage(text[slice(*figure.reading.clause)], figure.reading)


def casualty(each: Figure) -> Casualty:
    """Return a figure as it is kept."""
    return Casualty(
        outcome=each.outcome,
        group=each.group,
        who=each.who,
        role=each.role,
        of=each.of,
        count=each.count,
        evidence=(each.evidence,),
        vouched_by=each.vouched_by,
        was=each.was,
        attributed_to=each.source,
        inferred=each.inferred,
    )


def _summary(sub_event: str, frame: Frame) -> str:
    """Return one plain sentence of what is known: "Armed clash in Tarn: Norland troops against Red Dawn"."""
    where = f" in {frame.where.text}" if frame.where else ""
    sides = [
        " and ".join(actor.name for actor in _fighting(side)) for side in (frame.side_a, frame.side_b) if side
    ]
    return f"{sub_event}{where}{': ' if sides else ''}{' against '.join(sides)}"


def _fighting(side: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in side if actor.role == "combatant") or side
