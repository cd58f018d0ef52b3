"""A folder of cases for a test: an article, its exchange with a fake server, its golden."""

from __future__ import annotations

import json
from pathlib import Path

import eventx
from eventx.article import Article
from eventx.golden import check_case, update
from eventx.model import connect
from fake_server import answer, serving
from scripted import incident, told

ARTICLE = """---
published: 2024-05-17
---
Eleven people were killed on Friday when a bomb went off in Testville, police said.
"""
TABLE = "[tool.eventx.check]\n"
REPLY = told(incident(when="on Friday", town="Testville", side_b="civilians", kind="bomb"))


def add_case(folder: Path, name: str) -> None:
    """Add a case to the folder, which is made and told to be one of cases where it is not."""
    seed, cassette = folder / f"seeds/{name}.txt", folder / f"cassettes/{name}.yaml"
    seed.parent.mkdir(parents=True, exist_ok=True)
    seed.write_text(ARTICLE, encoding="utf-8")
    with serving(answer(json.dumps(REPLY))) as server, eventx.recording(cassette):
        eventx.extract(Article.from_file(seed), model=connect("openai/tiny", base_url=server.base_url))
    update(check_case(folder, name))
    settings = folder / "pyproject.toml"
    if not settings.exists():
        settings.write_text(TABLE, encoding="utf-8")


def alter_golden(folder: Path, name: str) -> None:
    """Write another number into a golden, once."""
    golden = folder / f"golden/{name}.json"
    text = golden.read_text(encoding="utf-8")
    assert '"value": 11' in text
    golden.write_text(text.replace('"value": 11', '"value": 18', 1), encoding="utf-8")
