"""From a reply to events: names found in the text, counts placed, given their roles and added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventx import dates, sources
from eventx.article import Article
from eventx.codebook import Codebook
from eventx.resolve import actors, context
from eventx.resolve.aside import SetAside
from eventx.resolve.casts import Cast
from eventx.resolve.context import Passage
from eventx.resolve.figures import counted, figure, quantity
from eventx.resolve.frames import Frame, frames
from eventx.resolve.judging import judged
from eventx.resolve.kinds import typed, weapons
from eventx.resolve.mapping import located
from eventx.resolve.placing import Placed, place, with_sides_filled
from eventx.resolve.roles import cast, told_in
from eventx.resolve.span import lasting
from eventx.schema import Actor, Casualty, Event, Evidence

__all__ = [
    "Frame",
    "Placed",
    "SetAside",
    "coded",
    "events",
    "frames",
    "judged",
    "located",
    "place",
    "set_aside",
    "with_sides_filled",
]


def events(
    article: Article, frames: Sequence[Frame], placed: Sequence[Placed], codebook: Codebook
) -> tuple[Event, ...]:
    """Return the events with their casualties; `placed` are all the counts, every one decided."""
    said = sources.attribute(
        article.text, [(each.reading.mention.start, each.reading.mention.end) for each in placed]
    )
    source_of = dict(zip((each.reading.mention.start for each in placed), said, strict=True))
    return tuple(
        _event(
            article,
            index,
            frame,
            [each for each in placed if each.aside is None and each.event == index],
            source_of,
            codebook,
        )
        for index, frame in enumerate(frames)
    )


def coded(placed: Sequence[Placed], codebook: Codebook) -> tuple[Placed, ...]:
    """Return the counts with those set aside that tell of what the codebook does not code: "wounded"."""
    return tuple(
        replace(each, aside="not coded")
        if each.aside is None and each.outcome is not None and each.outcome not in codebook.outcomes
        else each
        for each in placed
    )


def set_aside(placed: Sequence[Placed]) -> tuple[SetAside, ...]:
    """Return the counts that are in no event, and why."""
    return tuple(SetAside(_evidence(each), each.aside) for each in placed if each.aside is not None)


def _event(
    article: Article,
    index: int,
    frame: Frame,
    placed: Sequence[Placed],
    source_of: dict[int, str | None],
    codebook: Codebook,
) -> Event:
    text = article.text
    frame = actors.known(text, frame)
    told = [text[start:end] for start, end in frame.sentences]
    news = [words for words in told if dates.background(words, article.published) is None]
    harmless = not any(
        each.reading.mention.value != 0 and each.outcome in ("killed", "wounded", "casualties")
        for each in placed
    )
    kind, reason = typed(codebook, frame.kind, news, frame.side_a, frame.side_b, harmless=harmless)
    if kind.event_type in codebook.fights:
        frame = replace(
            frame,
            side_a=actors.without_bystanders(frame.side_a),
            side_b=actors.without_bystanders(frame.side_b),
        )
    casts = cast(text, [actors.whose(each, frame) for each in placed], source_of)
    casualties = tuple(map(_casualty, casts, told_in(casts)))
    counts = counted(casts)
    return Event(
        id=f"e{index + 1}",
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        type_reason=reason,
        acled=kind.acled,
        plover=kind.plover,
        context=context.of_event(_passages(text, frame, casts), article.published),
        summary=_summary(kind.sub_event_type, frame),
        when=lasting(article, frame.when, casts),
        where=frame.where,
        side_a=frame.side_a,
        side_b=frame.side_b,
        weapons=weapons(told),
        casualties=casualties,
        killed=figure(counts, "killed"),
        wounded=figure(counts, "wounded"),
        captured=figure(counts, "captured"),
        missing=figure(counts, "missing"),
        sources=tuple(dict.fromkeys(each.attributed_to for each in casualties if each.attributed_to)),
    )


def _passages(text: str, frame: Frame, casts: Sequence[Cast]) -> list[Passage]:
    """Return what tells of an event: the clauses of its counts, without any the sentences that name it."""
    readings = [each.placed.reading for each in casts if each.role != "repeat"]
    if readings:
        return [Passage(text[slice(*each.clause)], each) for each in readings]
    holders = (frame.when, frame.where, *frame.side_a, *frame.side_b)
    # Where an actor is called something else is no telling of the event.
    named = [evidence for holder in holders if holder for evidence in holder.evidence[:1]]
    return list(context.sentences(text, named))


def _casualty(each: Cast, of: int | None) -> Casualty:
    return Casualty(
        outcome=each.outcome,
        group=each.group,
        who=each.placed.reading.who,
        role=each.role,
        of=of,
        count=quantity(each),
        evidence=(_evidence(each.placed),),
        attributed_to=each.source,
        inferred=each.inferred,
    )


def _evidence(placed: Placed) -> Evidence:
    mention = placed.reading.mention
    return Evidence(start=mention.start, end=mention.end, quote=mention.text)


def _summary(sub_event: str, frame: Frame) -> str:
    """Return one plain sentence of what is known: "Armed clash in Tarn: Norland troops against Red Dawn"."""
    where = f" in {frame.where.text}" if frame.where else ""
    sides = [
        " and ".join(actor.name for actor in _fighting(side)) for side in (frame.side_a, frame.side_b) if side
    ]
    return f"{sub_event}{where}{': ' if sides else ''}{' against '.join(sides)}"


def _fighting(side: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in side if actor.role == "combatant") or side
