"""The picture of the page in the README: the seed article, with a part of its sum pointed at.

`python tests/picture.py FILE` writes it; `make picture` does.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from chromium import Opened, browser
from eventx.cli import main as eventx
from recorded import ROOT, cassette_of, truth_of

SHOWN = "idlib-clashes"
VIEW = {"width": 1280, "height": 890}


def page(folder: Path) -> Path:
    """Write the page of the seed article into the folder, from its recorded exchange; return the file."""
    file = folder / "page.html"
    published = truth_of(SHOWN).about.published.isoformat()
    eventx(
        [
            "extract",
            str(ROOT / f"seeds/{SHOWN}.txt"),
            "--published",
            published,
            "--replay",
            str(cassette_of(SHOWN)),
            "-o",
            str(file),
        ]
    )
    return file


def take(out: Path) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        opened = Opened(chromium, page(Path(folder)), viewport=VIEW, reduced_motion="reduce")
        opened.page.hover(".sum a >> nth=0")
        opened.page.screenshot(path=out)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
