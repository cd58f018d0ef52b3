"""A toll over several events, told once, after the last of them."""

from __future__ import annotations

from eventx.export.html.casualties import beside_words, quoted
from eventx.export.html.safe import text
from eventx.export.said import counted, doubt
from eventx.schema import Extraction


def to_paragraph(number: int, extraction: Extraction, *, article: str) -> str:
    """Return a toll for the page, its events links to where they are told."""
    toll = extraction.tolls[number]
    casualty, name = toll.casualty, f"t{number}"
    at = {event.id: f"{article}e{index}" for index, event in enumerate(extraction.events)}
    events = ", ".join(f'<a href="#{at[id]}">{text(id)}</a>' if id in at else text(id) for id in toll.events)
    here = " ".join(at[id] for id in toll.events if id in at)
    why = f"according to {casualty.attributed_to}" if casualty.attributed_to else ""
    return (
        f'<p class="toll {casualty.outcome}" id="{article}{name}" data-f="{name}" data-over="{here}">'
        f"over {events}: <b>{text(counted(toll))}</b> "
        f'<span class="said">{quoted(casualty.evidence, article)}'
        f"{beside_words(casualty, *doubt(casualty), *([why] if why else []))}</span></p>"
    )
