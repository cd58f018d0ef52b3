"""Each count in its event and with its people, where the words say so; what is left a model must judge.

Nothing here guesses: a count is placed by a word that points to one event alone, and given to a side by
a word that fits one side alone. Where two rules disagree none is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from eventx.article import Article
from eventx.counts import with_rules
from eventx.counts.harm import speaks_of_harm
from eventx.counts.reading import Reading
from eventx.counts.tables import Effect
from eventx.quotes import fold
from eventx.resolve import people
from eventx.resolve.aside import Why
from eventx.resolve.days import carried, is_long, is_of_another_time, told
from eventx.resolve.frames import Frame, Side, owners
from eventx.schema import Actor, Evidence, Group, Outcome, When
from eventx.sentences import Span, before, index_at, paragraphs, sentence_start, spans
from eventx.sources.not_news import is_news

_POSSESSIVE = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)  # "12 of its men": the sentence's own
# "the worst since March, when 19 people died"; since a day of the week is news.
_SINCE_WHEN = re.compile(
    r"\bsince\s(?![^,]*(?:day|night|morning|evening)\b)[^,.;]{3,30},\s(?:when|in which)\b[^;]*$",
    re.IGNORECASE,
)
_OWN_LOSSES = re.compile(r"\b(?:its|their)(?: own)? (?:losses|casualties|dead|toll)\b[^;]*$", re.IGNORECASE)
# "The rebel was seen by a patrol and …": what follows the patrol did, if anybody.
_SEEN_BY = re.compile(r"^.*\b(?:was|were)\s\w+\sby\s(?=.*\band$)", re.IGNORECASE | re.DOTALL)
_OTHER: dict[Group, Group] = {"side_a": "side_b", "side_b": "side_a"}
_LONGEST = 4000  # characters of a paragraph that are searched for whose people a count is
# Outcomes that one side does to the other; nobody "wounds" or "misses" their own by the verb alone either.
_DONE_TO: frozenset[Outcome] = frozenset({"killed", "wounded", "captured", "casualties"})


@dataclass(frozen=True, slots=True)
class Placed:
    """One count: its event (an index), what happened to the people and whose they are; null is undecided.

    `aside` says why it is in no event; then the other three mean nothing. `by_model` says that the group is a
    model's word, which it may take back; a rule's it may not.
    """

    reading: Reading
    event: int | None = None
    outcome: Outcome | None = None
    group: Group | None = None
    aside: Why | None = None
    by_model: bool = False

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left to ask."""
        return self.aside is not None or None not in (self.event, self.outcome, self.group)


def place(article: Article, frames: Sequence[Frame], readings: Sequence[Reading]) -> tuple[Placed, ...]:
    """Return each count as far as rules can place it, in order."""
    if not readings:
        return ()
    text = article.text
    placed: list[Placed] = []
    latest: dict[int, Placed] = {}  # by event
    for reading, (event, apart) in zip(readings, _events(article, frames, readings), strict=True):
        aside = _aside(article, reading, frames) or _aside_of_whole(reading, placed) or apart
        outcome = None if reading.outcome == "none" else reading.outcome
        group = None
        if event is not None and not aside:
            group = _group(text, frames[event], reading, latest.get(event))
        placed.append(Placed(reading, event, outcome, group, aside))
        if event is not None and not aside:
            latest[event] = placed[-1]
    return tuple(_headline_aside(text, placed))


def _headline_aside(text: str, placed: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the counts, the headline's set aside where the text tells its figure of earlier times.

    "More than 300 dead in the delta" is no news when "more than 300 people have been killed this year".
    """
    headline = spans(text)[0][1] if spans(text) else 0
    earlier = {_stated(each) for each in placed if each.aside == "background"}
    for each in placed:
        again = each.reading.mention.start < headline and each.aside is None and _stated(each) in earlier
        yield replace(each, aside="background") if again else each


def _stated(each: Placed) -> tuple[Effect | None, int | None, int | None, int | None]:
    mention = each.reading.mention
    return each.reading.outcome, mention.value, mention.low, mention.high


def with_sides_filled(frames: Sequence[Frame], placed: Sequence[Placed]) -> tuple[Frame, ...]:
    """Return the frames, a side that the reply left open filled with the fighters who were harmed.

    "Soldiers killed three insurgents", and the reply knows only the soldiers: the others are the insurgents.
    """
    filled = list(frames)
    for each in placed:
        if each.event is None or each.aside or each.outcome is None or each.reading.who is None:
            continue
        frame = filled[each.event]
        open_side: Side | None = "side_a" if not frame.side_a else "side_b" if not frame.side_b else None
        camp = people.camp(each.reading.who)
        if open_side is None or camp in (None, "civilian") or camp in _camps(frame):
            continue
        who, mention = each.reading.who, each.reading.mention
        evidence = _evidence_of(who, mention.text, mention.start)
        actor = Actor(name=who, kind=people.kind(who), evidence=evidence)
        filled[each.event] = frame.with_actor(open_side, actor)
    return tuple(filled)


def _aside(article: Article, reading: Reading, frames: Sequence[Frame]) -> Why | None:
    if not is_news(article.text, reading.mention.start, reading.mention.end):
        return "not news"
    if reading.unreal and reading.outcome == "none":
        return "unreal"
    if reading.background or _SINCE_WHEN.search(before(article.text, reading.mention.start)):
        return "background"
    if not frames and reading.mention.value == 0:
        return "not harmed"
    if reading.outcome == "captured" and reading.mention.value == 0:  # "no arrests" are no people
        return "not harmed"
    if reading.outcome == "none" or (reading.outcome is None and not _may_be_harmed(article, reading)):
        return "not harmed"
    return None


def _may_be_harmed(article: Article, reading: Reading) -> bool:
    language = with_rules(article.language)
    return language is None or speaks_of_harm(article.text, *reading.clause, language=language)


def _aside_of_whole(reading: Reading, placed: Sequence[Placed]) -> Why | None:
    """Return why the count before is in no event, where this one is a part of it: "19 of whom"."""
    last = placed[-1] if placed else None
    return last.aside if last and reading.subset and last.reading.clause[1] >= reading.clause[0] else None


def _events(
    article: Article, frames: Sequence[Frame], readings: Sequence[Reading]
) -> list[tuple[int | None, Why | None]]:
    """Return, for each count, the event that its sentence names, or else the last one named before.

    Looking back ends with the paragraph, unless the paragraph names no event at all. A sentence of
    another time than the event's belongs to the one event that its time fits. The second value says why
    a count is in none: no event's time fits, or a headline counts for all of several events.
    """
    sentences, blocks = spans(article.text), paragraphs(article.text)
    named = owners(article.text, frames)
    borders = [start for start, _ in blocks]
    times = carried(told(article, sentences), sentences, borders, [frame.when for frame in frames])
    near = list(_named(sentences, blocks, named)) if len(frames) > 1 else [0 if frames else None] * len(named)
    first = next((index for index, each in enumerate(named) if each is not None), len(named))
    by_sentence = cache(lambda at: _fitting(times[at], frames, near[at]))
    events: list[tuple[int | None, Why | None]] = []
    for reading in readings:
        at = index_at(sentences, reading.mention.start)
        if len(frames) > 1 and at < first:
            events.append((None, "several events"))
            continue
        event, is_apart, is_old = by_sentence(at)
        apart: Why = "background" if is_old else "no event" if reading.outcome else "undecided"
        events.append((event, apart if is_apart else None))
    return events


def _fitting(
    times: Sequence[When], frames: Sequence[Frame], named: int | None
) -> tuple[int | None, bool, bool]:
    """Return the event of a sentence's counts, whether none fits its times, and whether these are long ones.

    It is the one that is `named`, or the only one that its times fit.
    """
    fits = [not is_of_another_time(times, frame.when) for frame in frames]
    event = named
    if event is not None and not fits[event]:
        event = fits.index(True) if fits.count(True) == 1 else None
    return event, not any(fits), bool(times) and all(map(is_long, times))


def _named(
    sentences: Sequence[Span], blocks: Sequence[Span], owners: Sequence[int | None]
) -> Iterator[int | None]:
    """Yield the event that each sentence names, else its paragraph around it, else the text before."""
    # From the last sentence on, the next one behind each that names an event.
    following: list[int | None] = [None]
    for index in range(len(owners) - 1, 0, -1):
        following.append(following[-1] if owners[index] is None else index)
    last: int | None = None
    for index, (start, _) in enumerate(sentences):
        last = last if owners[index] is None else index
        after = following.pop()
        opens, closes = blocks[index_at(blocks, start)]
        nearest = last
        if (
            (last is None or sentences[last][0] < opens)
            and after is not None
            and sentences[after][0] < closes
        ):
            nearest = after
        yield None if nearest is None else owners[nearest]


def _group(text: str, frame: Frame, reading: Reading, last: Placed | None) -> Group | None:
    """Return whose people a count is, as its own words, its loser, its actor or its list say.

    `last` is the count of the same event before it.
    """
    who = reading.who
    own = None if people.is_generic(who) else _side_of(who or "", frame)
    lost = _side_of(reading.subject or "", frame) if reading.subject_is == "loser" else None
    said_before = before(text, reading.mention.start)
    if lost is None and (_POSSESSIVE.search(reading.mention.text) or _OWN_LOSSES.search(said_before)):
        opens = max(_paragraph_start(text, reading.mention.start), reading.mention.start - _LONGEST)
        lost = _side_of(said_before, frame) or _side_of(text[opens : reading.mention.start], frame)
    if own is not None and lost is not None:
        return own if own == lost or own == "civilians" else None
    if own is not None or lost is not None:
        return own or lost
    if reading.subject_is == "loser":
        return None
    if people.is_generic(who) and (listed := _listed_before(text, reading, last)):
        return listed
    if not people.is_generic(who) and (camp := people.camp(who or "")) and frame.side_a and frame.side_b:
        # Soldiers or rebels, and no rule says whose: a model may, if they can be any side's at all.
        return None if _may_be(frame.side_a, camp) or _may_be(frame.side_b, camp) else "unknown"
    doer = _SEEN_BY.sub("", reading.subject or "")
    actor = _side_of(doer, frame) if reading.subject_is == "actor" else None
    if actor in _OTHER and reading.outcome in _DONE_TO and _is_plausible(who, frame, _OTHER[actor]):
        other = _OTHER[actor]
        return "civilians" if people.is_civilian_side(getattr(frame, other)) else other
    if people.is_generic(who):
        civilian = people.is_civilian_side(frame.side_a) or people.is_civilian_side(frame.side_b)
        return "civilians" if civilian else "unknown"
    return None


def _paragraph_start(text: str, at: int) -> int:
    """Return where the paragraph begins that holds the character at offset `at`, 0 after the last."""
    found = paragraphs(text)
    index = index_at(found, at)
    return found[index][0] if index < len(found) else 0


def _is_plausible(who: str | None, frame: Frame, group: Group) -> bool:
    """Return whether these can be that side's people; unnamed people killed by a side may be anybody's."""
    if who is None or fold(who) in ("people", "persons", "others"):
        return people.is_civilian_side(getattr(frame, group))
    return bool(getattr(frame, group))


def _side_of(words: str, frame: Frame) -> Group | None:
    """Return the side, or the civilians, that the words fit: by a name's own words, else by their camp."""
    told = people.distinctive(words)
    sides: dict[Group, tuple[Actor, ...]] = {
        "side_a": tuple(actor for actor in frame.side_a if actor.role == "combatant"),
        "side_b": tuple(actor for actor in frame.side_b if actor.role == "combatant"),
    }
    named = [
        group
        for group, actors in sides.items()
        if any(told & people.distinctive(actor.name) or fold(actor.name) == fold(words) for actor in actors)
    ]
    camp = people.camp(words)
    if camp == "civilian":  # "Syrian children" are nobody's soldiers
        return "civilians"
    if len(named) == 1:
        if people.is_civilian_side(sides[named[0]]):
            return "civilians"
        return named[0] if camp is None or _may_be(sides[named[0]], camp) else None
    if named or camp is None:
        return None
    fits = [group for group, actors in sides.items() if actors and _may_be(actors, camp)]
    sure = [group for group in fits if any(people.camp(actor.name) == camp for actor in sides[group])]
    if len(sure) == 1:
        return sure[0]
    return fits[0] if len(fits) == 1 and all(sides.values()) else None


def _may_be(actors: tuple[Actor, ...], camp: people.Camp) -> bool:
    """Return whether no name of a side speaks against a camp."""
    return all(
        people.camp(actor.name) in (camp, None)
        and actor.kind != "Civilians"
        and not (camp == "state" and people.is_movement(actor.name))
        for actor in actors
    )


def _camps(frame: Frame) -> set[str | None]:
    return {people.camp(actor.name) for actor in (*frame.side_a, *frame.side_b)}


def _listed_before(text: str, reading: Reading, last: Placed | None) -> Group | None:
    """Return the group of the count before: "killed nine soldiers and wounded 13 others"."""
    if last is None or not (reading.adds or (reading.subject and reading.subject == last.reading.subject)):
        return None
    start = sentence_start(text, reading.mention.start)
    if reading.adds:  # "The bodies of six soldiers were found. Nine others were hurt."
        start = _paragraph_start(text, start)
    return last.group if last.reading.mention.start >= start else None


def _evidence_of(who: str, words: str, start: int) -> tuple[Evidence, ...]:
    at = words.find(who)
    return (Evidence(start=start + at, end=start + at + len(who), quote=who),) if at >= 0 else ()
