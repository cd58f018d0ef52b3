"""Cases made by a test: an article, an exchange with a fake server, and what eventx makes of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eventx import Article, extract
from eventx.cassette import recording
from eventx.golden import check_case, dump
from eventx.model import connect
from fake_server import answer, serving
from scripted import incident, told

FRONT_MATTER = "---\npublished: 2024-05-17\n---\n"
TEXT = "The Norland army fought Red Dawn in Tarn on Tuesday. Six soldiers died and two were wounded."
BATTLE = told(incident(when="Tuesday", town="Tarn", side_a="Norland army", side_b="Red Dawn"))


def recorded(folder: Path, case: str, text: str = TEXT, reply: Mapping[str, Any] = BATTLE) -> None:
    """Write an article and the exchange in which a model replies to it."""
    seed, cassette = folder / f"seeds/{case}.txt", folder / f"cassettes/{case}.yaml"
    for path in (seed, cassette):
        path.parent.mkdir(parents=True, exist_ok=True)
    seed.write_text(FRONT_MATTER + text, encoding="utf-8")
    with serving(answer(json.dumps(reply))) as server:
        model = connect("openai/tiny", base_url=server.base_url)
        with recording(cassette, model=model.name):
            extract(Article.from_file(seed), model=model)


def made(folder: Path, *ids: str) -> Path:
    """Return the folder with a whole case of each id in it, each the same as its golden."""
    for case in ids:
        recorded(folder, case)
        extraction = check_case(folder, case).extraction
        assert extraction is not None
        golden = folder / f"golden/{case}.json"
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(dump(extraction), encoding="utf-8")
    return folder


def altered(folder: Path, case: str, old: str, new: str) -> Path:
    """Return the golden of a case, a text in it replaced everywhere by another."""
    path = folder / f"golden/{case}.json"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path
