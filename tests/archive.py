"""`eventx run` against a fake server, and what became of the articles."""

from __future__ import annotations

import json
from pathlib import Path

from eventx.cli import main
from fake_server import FakeServer


def command(fake: FakeServer, file: Path, out: Path, *more: str) -> list[str]:
    model = ("--model", "openai/fake", "--base-url", fake.base_url)
    return ["run", str(file), "-o", str(out), *model, "--quiet", *more]


def run(fake: FakeServer, file: Path, out: Path, *more: str) -> int:
    return main(command(fake, file, out, *more))


def told(out: Path) -> dict[str, str]:
    """Return the status of each id; a line told twice fails."""
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert len(lines) == len({line["id"] for line in lines})
    return {line["id"]: line["status"] for line in lines}


def articles(tmp_path: Path, number: int) -> Path:
    """Return a table of so many articles, each of another text."""
    file = tmp_path / "in.jsonl"
    rows = (
        {"id": f"a{each}", "text": f"The council of Testville met {each} times."} for each in range(number)
    )
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return file


def ledger_of(out: Path) -> Path:
    return out.with_name(f"{out.name}.ledger")
