"""A coder's corrections put on a machine's answer: the judged record beside it, and what does not fit.

A correction starts from the machine's answer, never from another correction: the latest that speaks of a
figure is the one that applies to it, the others are kept. Only figures are corrected. An event's figure over
all sides is added up anew for the outcomes that were touched, by the rules the machine's was added up by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eventx.article import Article
from eventx.checks import check
from eventx.checks.figures import NUMBER_NOT_IN_QUOTE, OUTCOMES, VAGUE_NUMBER, ZERO_NOT_STATED, worded
from eventx.checks.quantities import numbers, said
from eventx.corrections import JUDGED, Judgement, Kept
from eventx.counts import with_rules
from eventx.counts.languages import rules
from eventx.numerals import digits as in_digits
from eventx.plain import plain, plain_article
from eventx.quoting import with_open_figures
from eventx.resolve import Figure, SetAside
from eventx.resolve.sums import counted, total
from eventx.schema import Casualty, Event, Extraction, Finding, Outcome, Quantity
from eventx.selecting import moved

__all__ = ["conflicts", "figures_of", "judge", "misfit"]

Key = tuple[object, ...]
"""What a correction speaks of: () the article, an event, one of its figures, one that a coder added."""

_NOT_STATED = {rule.code for rule in (NUMBER_NOT_IN_QUOTE, VAGUE_NUMBER, ZERO_NOT_STATED)}
_DONE = {"accept": "accepted", "change": "changed", "add": "added", "strike": "struck"}


def judge(extraction: Extraction, kept: Sequence[Kept]) -> Judgement:
    """Return what corrections that fit make of an extraction, which stays as it is."""
    ordered = tuple(sorted(kept, key=_turn))
    events: list[Event] = []
    places: dict[int, int] = {}
    struck: list[Casualty] = []
    for index, event in enumerate(extraction.events):
        mine = [each for each in ordered if each.event == event.id]
        if _is_struck(mine):
            struck += event.casualties
        else:
            judged, out = _judged(extraction.article, event, mine)
            places[index] = len(events)
            events.append(judged)
            struck += out
    findings = _findings(extraction, tuple(events), places, struck)
    return Judgement(corrections=ordered, events=tuple(events), findings=(_by_whom(ordered), *findings))


def misfit(correction: Kept, extraction: Extraction, kept: Sequence[Kept]) -> str | None:
    """Return why a correction does not fit an extraction of the text it names, None when it fits.

    `kept` are all there are, among which is what a coder added and this one may strike.
    """
    if correction.event is None:
        return None
    event = next((each for each in extraction.events if each.id == correction.event), None)
    if event is None:
        return f"there is no event {correction.event!r}"
    index, quote, machine = correction.casualty, correction.quote, None
    if index is not None:
        if index >= len(event.casualties):
            return f"{event.id} has no casualty {index}: it has {len(event.casualties)}, from 0"
        machine = event.casualties[index]
        words = machine.evidence[0].quote
        if correction.seen not in (None, words):
            return f"casualty {index} of {event.id} is “{words}”, not “{correction.seen}”"
    if quote and extraction.article.text[quote.start : quote.end] != quote.quote:
        return f"“{quote.quote}” does not stand at characters {quote.start} to {quote.end}"
    if correction.action == "strike" and quote:
        added = any(each.action == "add" and _key(each) == _key(correction) for each in kept)
        return None if added else f"nobody added “{quote.quote}” to {event.id} as {correction.outcome}"
    if (correction.count or quote) and not correction.note:
        judged = _corrected(extraction.article, machine, correction)
        if not _is_stated(extraction.article, judged):
            words = judged.evidence[0].quote
            return f"“{words}” does not state {said(judged.count)}, and no note says how it is known"
    return None


def conflicts(kept: Sequence[Kept]) -> Iterator[str]:
    """Yield where coders differ on a figure or an event, one sentence each; the last word of each counts."""
    last: dict[Key, dict[str | None, Kept]] = {}
    for each in sorted(kept, key=_turn):
        by_coder = last.setdefault(_key(each), {})
        by_coder.pop(each.who, None)
        by_coder[each.who] = each
    for key, by_coder in last.items():
        *others, latest = by_coder.values()
        for other in others:
            if _effect(other) != _effect(latest):
                yield _differ(other, latest)
        of_event = last.get(key[:1], {}).values() if len(key) > 1 else ()
        for strike in (each for each in of_event if each.action == "strike"):
            for other in by_coder.values():
                if other.who != strike.who and other.action != "strike":
                    yield _differ(*sorted((other, strike), key=_turn))


def _turn(correction: Kept) -> tuple[object, ...]:
    # Of two coders at one moment the names decide, so that the order of their files does not.
    return (correction.when, correction.who or "")


def _key(correction: Kept) -> Key:
    if correction.event is None:
        return ()
    if correction.casualty is not None:
        return (correction.event, correction.casualty)
    if correction.quote is not None:
        return (correction.event, correction.quote.start, correction.quote.end, correction.outcome)
    return (correction.event,)


def _effect(one: Kept) -> tuple[object, ...]:
    return (one.action, one.count, one.outcome, one.group, one.role, one.quote)


def _is_struck(kept: Sequence[Kept]) -> bool:
    """Return whether an event was struck, and nothing of it accepted, changed or added since."""
    struck = False
    for each in kept:
        if each.action != "strike" or len(_key(each)) == 1:
            struck = each.action == "strike"
    return struck


def _judged(article: Article, event: Event, kept: Sequence[Kept]) -> tuple[Event, list[Casualty]]:
    """Return the event with its figures as they were judged, and those that were struck."""
    last = {_key(each): each for each in kept}
    figures: list[Casualty] = []
    places: dict[int, int] = {}
    struck: list[Casualty] = []
    for index, casualty in enumerate(event.casualties):
        correction = last.get((event.id, index))
        if correction and correction.action == "strike":
            struck.append(casualty)
            continue
        places[index] = len(figures)
        is_changed = correction and correction.action == "change"
        figures.append(_corrected(article, casualty, correction) if correction and is_changed else casualty)
    figures = [_linked(each, figures, places) for each in figures]
    figures += [_corrected(article, None, each) for each in last.values() if each.action == "add"]
    if tuple(figures) == event.casualties:
        return event, []
    return _added_up(article, event, event.model_copy(update={"casualties": tuple(figures)})), struck


def _linked(figure: Casualty, figures: Sequence[Casualty], places: Mapping[int, int]) -> Casualty:
    """Return the figure with what it points at by its new place, and nothing where that was struck."""
    of, was = (None if index is None else places.get(index) for index in (figure.of, figure.was))
    if was is not None and figures[was].outcome == figure.outcome:
        was = None  # a coder gave both one fate
    return figure.model_copy(update={"of": of, "was": was})


def _corrected(article: Article, machine: Casualty | None, correction: Kept) -> Casualty:
    """Return the machine's figure with what a coder says of it, or the coder's own where there is none.

    Where its words do not state its number, the note is how it is known.
    """
    names = ("outcome", "group", "role")
    given: dict[str, Any] = {
        name: value for name in names if (value := getattr(correction, name)) is not None
    }
    quote = correction.quote
    if quote:
        given["evidence"] = (quote,)
    if correction.count:
        words = quote.quote if quote else machine.count.text if machine else ""
        given["count"] = Quantity(**correction.count.model_dump(), text=words)
    if machine:
        # What a coder made of it nobody reads so but the coder.
        figure = machine.model_copy(update={**given, "vouched_by": ()} if given else {})
    else:
        role = "total" if correction.group == "all" else "part"
        figure = Casualty(**{"who": None, "role": role, **given})
    if figure.role in ("part", "total"):
        figure = figure.model_copy(update={"of": None})
    if not given.keys() & {"count", "outcome", "evidence"}:
        return figure
    inferred = None if _is_stated(article, figure) else correction.note
    return figure.model_copy(update={"inferred": inferred})


def _is_stated(article: Article, figure: Casualty) -> bool:
    """Return whether a figure's words hold its number; in a language without rules, in digits."""
    bare = plain(article.text).there(figure.model_copy(update={"inferred": None}))
    if language := with_rules(article.language):
        found = worded(plain_article(article), "", bare, rules(language))
        return not any(each.code in _NOT_STATED for each in found)
    wanted = set(numbers(figure.count))
    return not wanted or any(wanted & in_digits(each.quote) for each in bare.evidence)


def _added_up(article: Article, machine: Event, judged: Event) -> Event:
    """Return the judged event with the figures added up anew that its changed counts are part of."""
    update: dict[str, Quantity | None] = {}
    for outcome in OUTCOMES:
        if _counts(machine, outcome) == _counts(judged, outcome):
            continue
        # An account is an earlier toll or another source's number. Only the second makes the figure a range,
        # and which it is shows in the machine's figure alone.
        are_rivals = _figure(machine, outcome, are_rivals=True) == getattr(machine, outcome)
        update[outcome] = _figure(judged, outcome, are_rivals=are_rivals)
    added = judged.model_copy(update=update)
    if with_rules(article.language):
        return added
    opened = with_open_figures(added)
    return judged.model_copy(update={name: getattr(opened, name) for name in update})


def _counts(event: Event, outcome: Outcome) -> list[tuple[object, ...]]:
    """Return what a figure over all sides is made of."""
    of_both = ("casualties",) if outcome in ("killed", "wounded") else ()
    mine = {index for index, each in enumerate(event.casualties) if each.outcome == outcome}
    return [
        (each.outcome, each.role, each.count)
        for each in event.casualties
        # Who met a later fate is no more counted under the earlier.
        if each.outcome in (outcome, *of_both) or each.was in mine
    ]


def figures_of(event: Event, outcome: Outcome, *, language: str | None) -> tuple[Quantity | None, ...]:
    """Return the figures over all sides that an event's casualties can come to: an account may be a rival."""
    made = [_figure(event, outcome, are_rivals=are_rivals) for are_rivals in (False, True)]
    if with_rules(language):
        return tuple(made)
    opened = (with_open_figures(event.model_copy(update={outcome: each})) for each in made)
    return tuple(getattr(each, outcome) for each in opened)


def _figure(event: Event, outcome: Outcome, *, are_rivals: bool) -> Quantity | None:
    figures = [
        Figure(
            evidence=each.evidence[0],
            outcome=each.outcome,
            group=each.group,
            who=each.who,
            count=each.count,
            events=(),
            role=each.role,
            of=each.of,
            rival=are_rivals and each.role == "account",
            was=each.was,
        )
        for each in event.casualties
    ]
    return total(counted(figures), outcome)


def _findings(
    extraction: Extraction, events: tuple[Event, ...], places: dict[int, int], struck: Sequence[Casualty]
) -> tuple[Finding, ...]:
    """Return the machine's findings without those that are mended, and those that are new.

    What the checks say of both records is left as the machine has it: it had looked at more, at the counts
    it set aside and at a gazetteer.
    """
    article = extraction.article
    aside = tuple(SetAside(spot, "struck") for each in struck for spot in each.evidence)
    before = moved(check(article, extraction.events), places)
    after = check(article, events, set_aside=aside)
    mended = set(before) - set(after)
    kept = [each for each in moved(extraction.findings, places) if each not in mended]
    new = set(after) - set(before)
    return (*kept, *(each for each in dict.fromkeys(after) if each in new))


def _by_whom(kept: Sequence[Kept]) -> Finding:
    days = {each.who: each.when.date() for each in kept}
    whom = " and ".join(f"{who or 'a coder'} ({day})" for who, day in days.items())
    done = Counter(_DONE[each.action] for each in kept)
    message = f"judged by {whom}: {', '.join(f'{number} {what}' for what, number in done.items())}"
    return Finding(code=JUDGED, severity="info", path="events", message=message)


def _differ(one: Kept, later: Kept) -> str:
    what = later if later.casualty is not None or later.quote else one
    if what.casualty is not None:
        which = f"{what.event}, casualty {what.casualty}"
    else:
        which = f"{what.event}, “{what.quote.quote}”" if what.quote else str(what.event)
    first, second = (
        f"{each.who or 'a coder'} ({each.when:%Y-%m-%d %H:%M} {each.action})" for each in (one, later)
    )
    return f"{which}: {first} and {second} differ; the later applies"
