"""What the model said of a text beside the rules' reading of it: events, tolls, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventx.article import Article
from eventx.checks import check
from eventx.checks.reading import (
    COUNT_LEFT_OUT,
    LANGUAGE_WITHOUT_RULES,
    NUMBER_REFUSED,
    NUMBER_UNVERIFIED,
    QUOTE_NOT_FOUND,
)
from eventx.codebook import Codebook
from eventx.counts import with_rules
from eventx.counts.reading import Reading as Count
from eventx.counts.reading import readings
from eventx.numerals import can_be_read
from eventx.passages import Passage
from eventx.reading import agree
from eventx.reading.agree import Dispute
from eventx.reading.framing import framed
from eventx.reading.links import Totals, figures
from eventx.reading.statements import Statement, found
from eventx.reply import ToldEvent, ToldFigure, Verdict
from eventx.resolve import Figure, Scene, SetAside, casualty, events, scenes
from eventx.resolve.aside import Why
from eventx.resolve.people import is_civilian_side
from eventx.schema import Event, Evidence, Finding, Outcome, Quantity, Toll


@dataclass(frozen=True)
class Said:
    """What the model has told of an article so far.

    `part_of` says by a figure's number which part of the text it was told of, `verdicts` what the model
    answered to what was disputed, by the dispute's key.
    """

    events: tuple[ToldEvent, ...] = ()
    figures: tuple[ToldFigure, ...] = ()
    part_of: Mapping[int, int] = field(default_factory=dict)
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
    counts = readings(text, language=language) if language else ()
    statements, lost = _found(text, said, passages, counts)
    disputed = [*agree.lost(lost), *agree.figures(text, statements, article.language)]
    refused = {each.figure for each in disputed if each.rule == NUMBER_REFUSED}
    struck = {each.told.n: why for each in statements if (why := _struck(each, said, disputed, codebook))}
    kept = [each for each in statements if each.told.n not in refused and each.told.n not in struck]
    disputed += agree.left_out(text, statements, counts)

    index_of = {each.n: index for index, each in enumerate(said.events)}
    totals: Totals = {
        (index, total.fate): total for index, each in enumerate(said.events) for total in each.totals
    }
    frames, remarks = framed(article, said.events)
    told = figures(kept, index_of, totals)
    set_out = scenes(article, frames, _harmed(told), codebook)
    told = tuple(_with_group(each, set_out) for each in told)
    made = events(article, set_out, told)
    tolls = tuple(_tolls(made, told))
    made = _at_most(made, tolls)
    disputed += agree.sums(made, totals)

    aside = (
        *_set_aside(statements, told, refused, struck),
        *_unlisted(statements, counts, said, disputed),
    )
    open_ones = [each for each in disputed if not _is_settled(each, said)]
    findings = (
        *check(article, made, set_aside=aside, codebook=codebook),
        *remarks,
        *(_finding(each, made, statements) for each in open_ones if each.rule not in _SAID_ASIDE),
        *_of_language(article, statements),
    )
    return Made(made, tolls, tuple(each for each in open_ones if each.key not in said.verdicts), findings)


# What is set aside is said by the check that tells of all that is.
_SAID_ASIDE = (COUNT_LEFT_OUT, NUMBER_REFUSED)


def _found(
    text: str, said: Said, passages: Sequence[Passage], counts: Sequence[Count]
) -> tuple[list[Statement], list[ToldFigure]]:
    statements: list[Statement] = []
    lost: list[ToldFigure] = []
    for index, passage in enumerate(passages):
        told = [each for each in said.figures if said.part_of.get(each.n) == index]
        stand, missing = found(text, told, counts, start=passage.start, end=passage.end)
        statements += stand
        lost += missing
    return statements, lost


def _struck(statement: Statement, said: Said, disputed: Sequence[Dispute], codebook: Codebook) -> Why | None:
    """Return why a figure is left out: not coded, or taken back when the model was asked; else None."""
    if statement.told.fate not in (*codebook.outcomes, "freed"):
        return "not coded"
    verdicts = {said.verdicts.get(each.key) for each in disputed if each.figure == statement.told.n}
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


def _with_group(figure: Figure, scenes: Sequence[Scene]) -> Figure:
    """Return the figure with civilians as such where its side is nobody else."""
    if figure.group not in ("side_a", "side_b"):
        return figure
    side = getattr(scenes[figure.events[0]].frame, figure.group)
    return replace(figure, group="civilians") if is_civilian_side(side) else figure


def _tolls(made: Sequence[Event], placed: Sequence[Figure]) -> Iterator[Toll]:
    for each in placed:
        if len(each.events) > 1:
            ids = tuple(made[index].id for index in each.events)
            yield Toll(events=ids, casualty=casualty(replace(each, of=None, was=None)))


def _at_most(made: Sequence[Event], tolls: Sequence[Toll]) -> tuple[Event, ...]:
    """Return the events with at most a toll's number where they have none of their own for its outcome."""
    found = {each.id: each for each in made}
    for toll in tolls:
        outcome: Outcome = toll.casualty.outcome
        if outcome == "casualties" or toll.casualty.role not in ("part", "total"):
            continue
        for id in toll.events:
            if getattr(found[id], outcome) is None:
                count = toll.casualty.count
                share = Quantity(value=None, low=None, high=count.high, text=count.text)
                found[id] = found[id].model_copy(update={outcome: share})
    return tuple(found.values())


def _set_aside(
    statements: Sequence[Statement],
    placed: Sequence[Figure],
    refused: set[int | None],
    struck: Mapping[int, Why],
) -> Iterator[SetAside]:
    """Yield what the model told that is in no event, and why."""
    used = {(each.evidence.start, each.outcome) for each in placed}
    for each in statements:
        if each.told.n in refused:
            yield SetAside(each.evidence, "refused")
        elif (why := struck.get(each.told.n)) is not None:
            yield SetAside(each.evidence, why)
        elif each.told.fate == "freed":
            yield SetAside(each.evidence, "freed")
        elif (each.evidence.start, each.told.fate) not in used:
            yield SetAside(each.evidence, "background")


def _unlisted(
    statements: Sequence[Statement], counts: Sequence[Count], said: Said, disputed: Sequence[Dispute]
) -> Iterator[SetAside]:
    """Yield what only the rules see, and why it is in no event."""
    left_out = {each.start: each for each in disputed if each.rule == COUNT_LEFT_OUT}
    for each in counts:
        mention = each.mention
        told = (mention.start < s.evidence.end and s.evidence.start < mention.end for s in statements)
        if any(told):
            continue
        words = Evidence(start=mention.start, end=mention.end, quote=mention.text)
        if (dispute := left_out.get(mention.start)) is not None:
            verdict = said.verdicts.get(dispute.key)
            again: Why = "said again" if verdict == "said_again" else "left out"
            yield SetAside(words, "not counted" if verdict == "not_counted" else again)
        else:
            why: Why = "background" if each.background else "unreal" if each.unreal else "not harmed"
            yield SetAside(words, why)


def _finding(dispute: Dispute, made: Sequence[Event], statements: Sequence[Statement]) -> Finding:
    if dispute.event is not None:
        return dispute.rule.at(f"events[{dispute.event}].{dispute.outcome}", dispute.words)
    if dispute.rule == QUOTE_NOT_FOUND:
        return dispute.rule.at("article.text", dispute.words)
    path = f"article.text[{dispute.start}:{dispute.end}]"
    for index, event in enumerate(made):
        for number, each in enumerate(event.casualties):
            if each.evidence[0].start == dispute.start:
                path = f"events[{index}].casualties[{number}]"
    return dispute.rule.at(path, dispute.words)


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
