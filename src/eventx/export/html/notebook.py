"""The page in a cell of a notebook: in a frame, so that neither's style or script reaches the other."""

from __future__ import annotations

import html

from eventx.export.html import to_html
from eventx.schema import Extraction


def to_frame(extraction: Extraction) -> str:
    """Return an element that holds the page of the extraction; it may run its script and save a file."""
    page = html.escape(to_html(extraction))
    return (
        '<iframe title="eventx: the evidence" sandbox="allow-scripts allow-downloads" width="100%" '
        f'height="720" style="border:1px solid #8884;border-radius:6px" srcdoc="{page}"></iframe>'
    )
