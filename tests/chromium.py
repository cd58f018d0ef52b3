"""The system's Chromium, without a window, driven by Playwright: not a build that a package downloads."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

EXECUTABLE = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
MISSING = "no Chromium on this machine; `apt-get install chromium` and run again"

_FLAGS = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def browser() -> Iterator[Any]:
    """Yield the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=EXECUTABLE, args=_FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


class Opened:
    """A page that was opened from a file, with what it asked for and what the console said of it."""

    def __init__(self, chromium: Any, file: Path, **settings: Any) -> None:
        self.page = chromium.new_page(viewport=settings.pop("viewport", None) or DESKTOP, **settings)
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(file.as_uri())

    def lit(self) -> list[str]:
        """Return the words of the article that are lit up."""
        return [each for each in self.page.locator(".m.lit").all_inner_texts() if each]


DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 780}
