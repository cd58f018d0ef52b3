"""The server of this bench as a process of its own, and articles to send it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_SENTENCE = "The council of Testville met on day {} and spoke of roads, schools and the price of bread. "


@contextmanager
def serving(delay: float, faults: float = 0.0) -> Iterator[str]:
    """Yield the address of a server that answers after `delay` seconds, wrongly at the share `faults`."""
    command = (sys.executable, "-m", "bench.corpus.server", str(delay), str(faults))
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.kill()


def stats(address: str) -> dict[str, Any]:
    """Return what was asked of the server so far."""
    with urllib.request.urlopen(f"{address}/stats") as answer:
        told: dict[str, Any] = json.load(answer)
    return told


def article(number: int, characters: int = 300) -> str:
    """Return a text of an invented town, different for each number, without any conflict."""
    sentence = _SENTENCE.format(number)
    return (sentence * (characters // len(sentence) + 1))[:characters]


def write(path: Path, articles: int, characters: int = 300) -> None:
    """Write articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            file.write(json.dumps({"id": f"a{number}", "text": article(number, characters)}) + "\n")
