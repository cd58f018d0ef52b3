"""The people harmed in an event: its figure, the sum that makes it, and each count beside its words."""

from __future__ import annotations

from eventx.export.figures import in_short, in_words
from eventx.export.html.beside import Beside
from eventx.export.html.safe import text
from eventx.export.said import Sum, added_up, figure_of, remarks, total_of, whose
from eventx.schema import Casualty, Event, Evidence, Outcome

# What stands beside the words of a count that is not added up.
_SAID_OF = {
    "total": "in all",
    "subset": "some of those counted already",
    "repeat": "said again",
    "account": "another count of the same people",
}
# People counted once more come last: they are looked at last.
_LAST = ("repeat", "account")


def quoted(evidence: tuple[Evidence, ...], article: str) -> str:
    """Return the words that state something, each a link to where they stand in the article."""
    return ", ".join(
        f'<q><a href="#{article}m{each.start}"><bdi>{text(each.quote)}</bdi></a></q>' for each in evidence
    )


def beside_words(casualty: Casualty, *notes: str) -> str:
    """Return the small print beside the words of a count: its role, and what else is to be known of it."""
    role = _SAID_OF.get(casualty.role)
    return "".join(f" <small>{text(note)}</small>" for note in (*([role] if role else []), *notes))


def outcome(number: int, event: Event, kind: Outcome, article: str, beside: Beside) -> str:
    """Return the section on one outcome of an event: "Killed: at least 26", 11 + 8 + 7 = 26, the counts."""
    rows = [each for each in event.casualties if each.outcome == kind]
    figure = figure_of(event, kind)
    total = total_of(rows, figure)
    if kind == "casualties":
        said = "killed or wounded: the text does not say which"
    else:
        said = text(in_words(figure)) if figure else "no figure in all"
    names = {id(each): f"e{number}c{index}" for index, each in enumerate(event.casualties)}
    added = added_up(rows, total)
    ordered = sorted(rows, key=lambda row: (row is not total, row.role in _LAST))
    counts = "".join(_count(event, row, names[id(row)], article, beside) for row in ordered)
    name = f"e{number}-{kind}"
    of = f' data-f="{names[id(total)]}"' if total else ""
    return (
        f'<section class="outcome {kind}" id="{article}{name}"><h4{of}>{kind.capitalize()} <b>{said}</b></h4>'
        f"{_sum(added, total, names, article) if added else ''}{beside.get(name, '')}"
        f'<ul class="counts">{counts}</ul></section>'
    )


def _sum(added: Sum, total: Casualty | None, names: dict[int, str], article: str) -> str:
    parts = " + ".join(_number(part, names[id(part)], article) for part in added.parts)
    if total is not None and total.count.value == added.value:
        result = _number(total, names[id(total)], article)
    else:
        result = f"<b>{added.value:,}</b>"
    if added.holds:
        how = '<small class="holds">✓ as the text has it</small>'
    elif any(part.inferred for part in added.parts):
        how = "<small>the dotted part is inferred from the sum</small>"
    else:
        how = "<small>added up here</small>"
    return f'<p class="sum">{parts} = {result} {how}</p>'


def _number(casualty: Casualty, name: str, article: str) -> str:
    inferred = ' class="inferred"' if casualty.inferred else ""
    start = casualty.evidence[0].start
    return f'<a{inferred} data-f="{name}" href="#{article}m{start}">{casualty.count.value:,}</a>'


def _count(event: Event, casualty: Casualty, name: str, article: str, beside: Beside) -> str:
    count, first = casualty.count, casualty.evidence[0]
    bounds = ("value", count.value), ("low", count.low), ("high", count.high)
    given = "".join(f' data-{bound}="{number}"' for bound, number in bounds if number is not None)
    given += ' data-around="1"' if count.approximate else ""
    notes = ""
    if casualty.inferred:
        notes += f'<p class="why inferred">inferred: {text(casualty.inferred)}</p>'
    # With one source for everything, the event's own line says it once.
    if casualty.attributed_to and (casualty.attributed_to,) != event.sources:
        notes += f'<p class="why">according to {text(casualty.attributed_to)}</p>'
    small_print = beside_words(casualty, *remarks(event, casualty))
    of_whom = "<small>of whom</small> " if casualty.role == "subset" else ""
    return (
        f'<li id="{article}{name}" class="count {casualty.role}" data-f="{name}" '
        f'data-outcome="{casualty.outcome}" data-group="{casualty.group}" '
        f'data-at="{first.start} {first.end}"{given}>'
        f'<span class="number">{of_whom}{text(in_short(count))}</span> '
        f'<span class="whose">{text(whose(event, casualty))}</span> '
        f'<span class="said">{quoted(casualty.evidence, article)}{small_print}</span>'
        f"{notes}{beside.get(name, '')}</li>"
    )
