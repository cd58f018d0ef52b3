"""A table for a person who wants to check an answer in ten seconds: each number beside its words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eventx.export.figures import in_short, in_words
from eventx.export.said import (
    OUTCOMES,
    PASSING,
    Sum,
    added_up,
    counted,
    days,
    doubt,
    figure_of,
    over,
    remarks,
    sides,
    spot,
    tolls_after,
    total_of,
    whose,
)
from eventx.export.visible import one_line
from eventx.schema import Casualty, Event, Extraction, Finding, Outcome, Provenance, Quantity, Toll

# A finding's sign and colour; the gravest first.
_SIGNS = {"error": ("✗", "red"), "warning": ("!", "yellow"), "info": ("·", "dim")}
# What stands beside the words of a count that is not added up.
_SAID_OF = {"repeat": "said again", "account": "another count of the same people"}
_LABEL_WIDTH = 10
_NUMBER_WIDTH = 14
_WHO_WIDTH = 32


def to_table(extraction: Extraction) -> RenderableType:
    """Return the extraction as something rich can print, at any width, in colour or without.

    Text of the article and of the model is shown with its control and direction characters written out.
    """
    return Padding(Group(*_blocks(extraction)), (0, 0, 0, 2), expand=False)


def _blocks(extraction: Extraction) -> Iterator[RenderableType]:
    events = extraction.events
    after = tolls_after(extraction)
    if not events:
        yield Text("No conflict event found.\n")
    for number, event in enumerate(events, start=1):
        beside = f" · {event.event_type}{f' · {PASSING}' if event.passing else ''}"
        title = Text.assemble((event.sub_event_type, "bold"), (beside, "dim"))
        yield Text.assemble((f"{number}. ", "dim"), title) if len(events) > 1 else title
        yield Text(f"{spot(event.where)} · {days(event.when)}")
        yield Text(sides(event))
        yield Text("")
        yield _casualties(event)
        yield from _particulars(event)
        yield Text("")
        if tolls := [extraction.tolls[index] for index in after.get(number - 1, ())]:
            yield _tolls(tolls)
            yield Text("")
    yield _findings(extraction.findings, len(events))
    yield Text(_made_by(extraction.provenance), style="dim")


def _casualties(event: Event) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=_LABEL_WIDTH, max_width=_NUMBER_WIDTH, overflow="fold")
    grid.add_column(max_width=_WHO_WIDTH)
    grid.add_column(overflow="fold")
    for outcome in OUTCOMES:
        rows = [casualty for casualty in event.casualties if casualty.outcome == outcome]
        figure = figure_of(event, outcome)
        if rows or figure:
            _add_outcome(grid, event, outcome, figure, rows)
    return grid if grid.row_count else Text("no casualties stated", style="dim")


def _add_outcome(
    grid: Table, event: Event, outcome: Outcome, figure: Quantity | None, rows: list[Casualty]
) -> None:
    total = total_of(rows, figure)
    if outcome == "casualties":
        said = Text("killed or wounded", style="dim")
    else:
        said = Text(one_line(in_words(figure)), style="bold") if figure else Text("no figure", style="dim")
    sum_of = _sum(added_up(rows, total))
    quoted = [_quoted(total, event.sources, *remarks(event, total))] if total else []
    grid.add_row(Text(outcome, style="bold"), said, Text("\n").join([*quoted, *sum_of]))
    # People said to be harmed once more come last: they are looked at last.
    for row in sorted((row for row in rows if row is not total), key=lambda row: row.role in _SAID_OF):
        number = one_line(in_short(row.count))
        grid.add_row(
            Text(f"of whom {number}" if row.role == "subset" else number, justify="right"),
            Text(whose(event, row)),
            _quoted(row, event.sources, *remarks(event, row)),
            style="dim" if row.role == "repeat" else None,
        )


def _sum(added: Sum | None) -> list[Text]:
    """Return the parts added up, if they can be; ticked when the text states both them and the total."""
    if added is None:
        return []
    values = [part.count.value or 0 for part in added.parts]
    drawn = Text(f"{' + '.join(f'{value:,}' for value in values)} = {added.value:,}")
    if added.holds:
        drawn.append(" ✓", style="green")
    return [drawn]


def _tolls(tolls: list[Toll]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for toll in tolls:
        said = Text.assemble((f"{over(toll)}: ", "dim"), (counted(toll), "bold"))
        grid.add_row(said, _quoted(toll.casualty, (), *doubt(toll.casualty)))
    return grid


def _quoted(casualty: Casualty, sources: tuple[str, ...], *notes: str) -> Text:
    """Return a count's words and what stands beside them; `sources` are those named once for all."""
    words = Text(", ".join(f"“{one_line(evidence.quote)}”" for evidence in casualty.evidence))
    role = "in all" if casualty.role == "total" else _SAID_OF.get(casualty.role)
    for note in (*([role] if role else []), *notes):
        words.append(f"  {note}", style="dim")
    if casualty.inferred:
        words.append(f"\ninferred: {one_line(casualty.inferred)}", style="yellow")
    # With one source for everything, the line below says it once.
    if casualty.attributed_to and (casualty.attributed_to,) != sources:
        words.append(f"\naccording to {one_line(casualty.attributed_to)}", style="dim")
    return words


def _particulars(event: Event) -> Iterator[RenderableType]:
    for label, values in (("weapons", event.weapons), ("source", event.sources)):
        if values:
            yield Text.assemble((f"{label:<{_LABEL_WIDTH}}  ", "dim"), one_line(", ".join(values)))


def _findings(findings: tuple[Finding, ...], events: int) -> RenderableType:
    if not findings:
        return Text.assemble(("✓", "green"), " the checks found nothing to question")
    grid = Table.grid(padding=(0, 1, 0, 0))
    for finding in sorted(findings, key=lambda finding: list(_SIGNS).index(finding.severity)):
        sign, style = _SIGNS[finding.severity]
        message = Text(_event_named(finding.path) if events > 1 else "", style="dim")
        message.append(one_line(finding.message), style="dim" if finding.severity == "info" else "default")
        message.append(f"  {one_line(finding.code)}", style="dim")
        grid.add_row(Text(sign, style=style), message)
    return grid


def _event_named(path: str) -> str:
    """Return "2. " for a path such as "events[1].killed", as the events are numbered above."""
    index = path.removeprefix("events[").partition("]")[0]
    return f"{int(index) + 1}. " if path.startswith("events[") and index.isdecimal() else ""


def _made_by(provenance: Provenance) -> str:
    said = [one_line(provenance.model)]
    said.append("1 question" if provenance.attempts == 1 else f"{provenance.attempts} questions")
    if provenance.tokens_in is not None and provenance.tokens_out is not None:
        said.append(f"{provenance.tokens_in:,} tokens in, {provenance.tokens_out:,} out")
    if provenance.seconds is not None:
        said.append(f"{provenance.seconds:.1f} s")
    if provenance.cost is not None:
        said.append(f"${provenance.cost:.4f}")
    return " · ".join(said)
