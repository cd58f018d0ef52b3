"""What the model said of a text beside the rules' reading of it: events, tolls, and what is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventx.article import Article
from eventx.checks import check
from eventx.checks.reading import (
    COUNT_LEFT_OUT,
    FIGURE_DISPUTED,
    LANGUAGE_WITHOUT_RULES,
    NUMBER_REFUSED,
    NUMBER_UNVERIFIED,
    QUOTE_NOT_FOUND,
    no_name,
    unfound,
)
from eventx.codebook import Codebook
from eventx.counts import with_rules
from eventx.counts.reading import Reading as Count
from eventx.counts.reading import readings
from eventx.model.transport import one_line
from eventx.numerals import can_be_read
from eventx.passages import Passage
from eventx.reading import agree
from eventx.reading.agree import Dispute
from eventx.reading.framing import framed
from eventx.reading.links import Totals, figures
from eventx.reading.statements import Statement, found, quantity
from eventx.reply import ToldEvent, ToldFigure, Verdict
from eventx.resolve import Figure, Frame, Scene, SetAside, casualty, events, scenes
from eventx.resolve.aside import Why
from eventx.resolve.naming import can_be_source
from eventx.resolve.people import is_civilian_side, is_generic, kind
from eventx.resolve.where import stated
from eventx.schema import Actor, Event, Evidence, Finding, Toll
from eventx.sources.not_news import is_news


@dataclass(frozen=True)
class Said:
    """What the model has told of an article so far.

    `passing` are the numbers of events told beside the news, `part_of` says by a figure's number which part
    of the text it was told of, `told_in` by an event's number the part and the event's number in its reply,
    `verdicts` what the model answered to what was disputed, by the dispute's key.
    """

    events: tuple[ToldEvent, ...] = ()
    passing: frozenset[int] = frozenset()
    figures: tuple[ToldFigure, ...] = ()
    part_of: Mapping[int, int] = field(default_factory=dict)
    told_in: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    verdicts: Mapping[tuple[object, ...], Verdict] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """What came of it; `disputes` are those that the model has not settled."""

    events: tuple[Event, ...]
    tolls: tuple[Toll, ...]
    disputes: tuple[Dispute, ...]
    findings: tuple[Finding, ...]


def make(article: Article, said: Said, passages: Sequence[Passage], codebook: Codebook) -> Made:
    """Return the events that the model's words come to, and what is to be said of them."""
    text, language = article.text, with_rules(article.language)
    every = readings(text, language=language) if language else ()
    counts: list[Count] = []
    elsewhere: list[Evidence] = []  # in words that are no news
    for each in every:
        if is_news(text, each.mention.start, each.mention.end):
            counts.append(each)
        else:
            elsewhere.append(each.mention.evidence)
    index_of = {each.n: index for index, each in enumerate(said.events)}
    statements, lost = _found(article, said, passages, counts)
    statements, unsaid = _with_sources(article, statements)
    disputed = [*agree.lost(lost), *agree.figures(text, statements, index_of, article.language)]
    refused = {each.figure for each in disputed if each.rule == NUMBER_REFUSED}
    verdicts: dict[int | None, set[Verdict | None]] = defaultdict(set)
    for dispute in disputed:
        verdicts[dispute.figure].add(said.verdicts.get(dispute.key))
    struck = {
        each.told.n: why for each in statements if (why := _struck(each, verdicts[each.told.n], codebook))
    }
    kept = [
        _without_number(each) if each.told.n in refused else each
        for each in statements
        if each.told.n not in struck
    ]
    disputed += agree.left_out(text, statements, counts)

    totals: Totals = {
        (index, total.fate): total for index, each in enumerate(said.events) for total in each.totals
    }
    frames, remarks = framed(article, said.events, said.passing)
    told = figures(kept, index_of, totals)
    set_out = scenes(article, _with_sides(frames, told), _harmed(told), codebook)
    told = tuple(_with_group(each, set_out) for each in told)
    made = events(article, set_out, told)
    tolls = tuple(_tolls(made, told))
    shown = {each.start for each in told if each.inferred}  # a sum bears out what the words leave open
    disputed = [each for each in disputed if each.rule != FIGURE_DISPUTED or each.start not in shown]
    own = [said.told_in[each.n][1] for each in said.events]
    unsure = {
        (index_of[number], each.told.fate)
        for each in statements
        if each.told.n in refused
        for number in each.told.events
        if number in index_of
    }
    sums = agree.sums(made, own, tolls, totals)
    disputed += [each for each in sums if (each.event, each.outcome) not in unsure]

    aside = (
        *_set_aside(kept, told, statements, struck),
        *_unlisted(statements, counts, said, disputed),
        *(SetAside(words, "not news") for words in elsewhere),
    )
    open_ones = [each for each in disputed if not _is_settled(each, said)]
    findings = (
        *check(article, made, tolls, set_aside=aside, codebook=codebook),
        *remarks,
        *unsaid,
        *_findings([each for each in open_ones if each.rule != COUNT_LEFT_OUT], made),
        *_of_language(article, statements),
    )
    return Made(made, tolls, tuple(each for each in open_ones if each.key not in said.verdicts), findings)


def _found(
    article: Article, said: Said, passages: Sequence[Passage], counts: Sequence[Count]
) -> tuple[list[Statement], list[ToldFigure]]:
    statements: list[Statement] = []
    lost: list[ToldFigure] = []
    by_part: dict[int | None, list[ToldFigure]] = defaultdict(list)
    for each in said.figures:
        by_part[said.part_of.get(each.n)].append(each)
    for index, passage in enumerate(passages):
        stand, missing = found(
            article.text,
            by_part[index],
            counts,
            language=article.language,
            start=passage.start,
            end=passage.end,
            known=statements,
        )
        statements += stand
        lost += missing
    return statements, lost


def _with_sources(article: Article, statements: Sequence[Statement]) -> tuple[list[Statement], list[Finding]]:
    """Return the figures with the sources that the text has and that can be one, and findings of others."""
    kept: list[Statement] = []
    findings: list[Finding] = []
    for each in statements:
        name = each.told.said_by
        found = stated(article.text, name) if name else None
        path = f"article.text[{each.evidence.start}:{each.evidence.end}]"
        if name and found is None:
            findings.append(unfound(path, "source", one_line(name)))
        elif found and not can_be_source(article.text, found, article.language):
            findings.append(no_name(path, "source", found))
            found = None
        kept.append(replace(each, told=replace(each.told, said_by=found.quote if found else None)))
    return kept, findings


def _struck(statement: Statement, verdicts: Container[Verdict | None], codebook: Codebook) -> Why | None:
    """Return why a figure is left out: not coded, or taken back when the model was asked; else None."""
    if statement.told.fate not in (*codebook.outcomes, "freed"):
        return "not coded"
    if "not_counted" in verdicts:
        return "not counted"
    return "said again" if "said_again" in verdicts and not statement.told.links else None


def _is_settled(dispute: Dispute, said: Said) -> bool:
    """Return whether the model, asked, has taken back what is disputed, or says why it left it out."""
    return said.verdicts.get(dispute.key) in ("not_counted", "said_again")


def _harmed(figures: Sequence[Figure]) -> frozenset[int]:
    harmed = ("killed", "wounded", "casualties")
    told = (each for each in figures if each.count.value != 0 and each.outcome in harmed)
    return frozenset(event for each in told for event in each.events)


def _with_sides(frames: Sequence[Frame], figures: Sequence[Figure]) -> tuple[Frame, ...]:
    """Return the frames, a side without a name filled with those of it who were harmed: "a bomber"."""
    filled = list(frames)
    for each in figures:
        if each.group not in ("side_a", "side_b") or is_generic(each.who) or len(each.events) > 1:
            continue
        frame, at = filled[each.events[0]], each.evidence.quote.find(each.who or "")
        if getattr(frame, each.group) or at < 0 or each.who is None:
            continue
        start = each.evidence.start + at
        words = Evidence(start=start, end=start + len(each.who), quote=each.who)
        actor = Actor(name=each.who, kind=kind(each.who), evidence=(words,))
        filled[each.events[0]] = frame.with_actor(each.group, actor)
    return tuple(filled)


def _with_group(figure: Figure, scenes: Sequence[Scene]) -> Figure:
    """Return the figure, of civilians where its side is nobody else, of no side where that has no name."""
    if figure.group not in ("side_a", "side_b"):
        return figure
    side = getattr(scenes[figure.events[0]].frame, figure.group)
    if not side:
        return replace(figure, group="unknown")
    return replace(figure, group="civilians") if is_civilian_side(side) else figure


def _tolls(made: Sequence[Event], placed: Sequence[Figure]) -> Iterator[Toll]:
    over_several = [index for index, each in enumerate(placed) if len(each.events) > 1]
    at = {index: number for number, index in enumerate(over_several)}
    for index in over_several:
        each = placed[index]
        ids = tuple(made[event].id for event in each.events)
        of = None if each.of is None else at.get(each.of)
        yield Toll(events=ids, casualty=casualty(replace(each, of=of, was=None)))


def _without_number(statement: Statement) -> Statement:
    """Return a figure whose words are kept and whose number, which does not stand in them, is not."""
    return replace(statement, told=replace(statement.told, least=None, most=None, about=False))


def _set_aside(
    kept: Sequence[Statement],
    placed: Sequence[Figure],
    statements: Sequence[Statement],
    struck: Mapping[int, Why],
) -> Iterator[SetAside]:
    """Yield what the model told that is in no event, and why."""
    used = {(each.evidence.start, each.count.text) for each in placed}
    for each in statements:
        if (why := struck.get(each.told.n)) is not None:
            yield SetAside(each.evidence, why)
    for each in kept:
        if each.told.fate == "freed":
            yield SetAside(each.evidence, "freed")
        elif (each.evidence.start, quantity(each).text) not in used:
            yield SetAside(each.evidence, "background")


def _unlisted(
    statements: Sequence[Statement], counts: Sequence[Count], said: Said, disputed: Sequence[Dispute]
) -> Iterator[SetAside]:
    """Yield what only the rules see, and why it is in no event."""
    left_out = {each.start: each for each in disputed if each.rule == COUNT_LEFT_OUT}
    told = agree.told_at(statements, counts)
    for each in counts:
        mention = each.mention
        if mention.start in told:
            continue
        if (dispute := left_out.get(mention.start)) is not None:
            verdict = said.verdicts.get(dispute.key)
            again: Why = "said again" if verdict == "said_again" else "left out"
            yield SetAside(mention.evidence, "not counted" if verdict == "not_counted" else again)
        else:
            why: Why = "background" if each.background else "unreal" if each.unreal else "not harmed"
            yield SetAside(mention.evidence, why)


def _findings(disputes: Sequence[Dispute], made: Sequence[Event]) -> Iterator[Finding]:
    path_of = {
        each.evidence[0].start: f"events[{index}].casualties[{number}]"
        for index, event in enumerate(made)
        for number, each in enumerate(event.casualties)
    }
    for each in disputes:
        if each.event is not None:
            path = f"events[{each.event}].{each.outcome}"
        elif each.rule == QUOTE_NOT_FOUND or each.start is None:
            path = "article.text"
        else:
            path = path_of.get(each.start, f"article.text[{each.start}:{each.end}]")
        yield each.rule.at(path, each.words)


def _of_language(article: Article, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Yield that no rules read the language, and, where no number words can be read, what is not verified."""
    if with_rules(article.language):
        return
    why = f"no rule finds counts in {article.language!r}: the figures are the model's"
    yield LANGUAGE_WITHOUT_RULES.at("article.language", why)
    if not can_be_read(article.language):
        for each in agree.unverified(statements, article.language):
            path = f"article.text[{each.evidence.start}:{each.evidence.end}]"
            yield NUMBER_UNVERIFIED.at(path, f'the number of "{each.evidence.quote}" is not verified')
