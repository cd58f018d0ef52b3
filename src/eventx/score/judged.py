"""What coders left of an extraction, as hand labels: what they accepted and what they let stand is right."""

from __future__ import annotations

from pydantic import ValidationError

from eventx.corrections import JUDGED
from eventx.errors import InputError
from eventx.schema import Actor, Event, Extraction
from eventx.score.matching import group, is_civilian
from eventx.truth import About, Truth, TruthActor, TruthCasualty, TruthDays, TruthEvent, TruthPlace

__all__ = ["truth_of"]


def truth_of(case: str, extraction: Extraction) -> Truth | None:
    """Return the truth of an extraction that `eventx.stored` read as coders left it, None of any other.

    Raises InputError for events of another codebook's types: hand labels are in ACLED's.
    """
    why = next((each.message for each in extraction.findings if each.code == JUDGED), None)
    if why is None:
        return None
    article = extraction.article
    about = About(synthetic=False, published=article.published, licence="not known", why=why)
    try:
        events = tuple(map(_event, extraction.events))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise InputError(f"{case}: is no truth: {first.removeprefix('Value error, ')}") from error
    return Truth(id=case, about=about, events=events)


def _event(event: Event) -> TruthEvent:
    when, where = event.when, event.where
    days = (
        (TruthDays(text=when.text, start=when.start, end=when.end or when.start),)
        if when and when.start
        else ()
    )
    place = where and TruthPlace(names=(where.text,), admin1=where.admin1, country=where.country)
    return TruthEvent(
        event_type=event.event_type,
        sub_event_types=(event.sub_event_type,),
        where=place,
        when=days,
        side_a=_parties(event.side_a),
        side_b=_parties(event.side_b),
        casualties=tuple(
            TruthCasualty(
                outcome=each.outcome,
                groups=(group(each, event),),
                who=each.who,
                role=each.role,
                count=each.count,
                quote=each.evidence[0].quote,
                attributed_to=(each.attributed_to,) if each.attributed_to else (),
                inferred=each.inferred,
            )
            for each in event.casualties
        ),
        killed=event.killed,
        wounded=event.wounded,
        captured=event.captured,
        missing=event.missing,
    )


def _parties(side: tuple[Actor, ...]) -> tuple[TruthActor, ...]:
    # Civilians are no side of hand labels.
    return tuple(
        TruthActor(names=(each.name, *each.aliases), role=each.role) for each in side if not is_civilian(each)
    )
