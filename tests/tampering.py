"""What somebody may do to the output of a run, and what `eventx verify` says of it then."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from archive import command
from eventx.cli import main
from eventx.corpus.verifying import Problem, Verified, verified
from fake_server import answer, serving
from scripted import incident, told

TEXTS = {
    "tarn": "Seven soldiers were killed when rebels attacked the army in Tarn on Monday. Ten were hurt.",
    "osk": "Rebels killed nine soldiers in an attack on the army in Osk on Sunday, the police said.",
    "halm": "The army said three soldiers were killed by rebels in Halm on Friday.",
}
PUBLISHED = "2024-06-04"  # a Tuesday


def make(folder: Path) -> Path:
    """Run three articles past a fake server, and return the output; its ledger is beside it."""
    given, out = folder / "in.jsonl", folder / "out.jsonl"
    rows = [{"id": id, "text": text, "published": PUBLISHED} for id, text in TEXTS.items()]
    given.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    towns = {"tarn": ("Monday", "Tarn"), "osk": ("Sunday", "Osk"), "halm": ("Friday", "Halm")}
    replies = [
        answer(json.dumps(told(incident(when=when, town=town, side_a="rebels", side_b="army"))))
        for when, town in towns.values()
    ]
    with serving(*replies) as fake, patch.dict("os.environ", EVENTX_READING="lean"):
        arguments = command(fake, given, out, "--concurrency", "1", "--no-cache", "--max-repairs", "0")
        assert main(arguments) == 0
    return out


Change = Callable[[dict[str, Any]], object]


def _event(change: Change) -> Change:
    return lambda line: change(line["extraction"]["events"][0])


def _casualty(change: Change) -> Change:
    return _event(lambda event: change(event["casualties"][0]))


def _set(*path: str, to: object) -> Change:
    def change(record: dict[str, Any]) -> None:
        for key in path[:-1]:
            record = record[key]
        record[path[-1]] = to

    return change


def _number(value: int) -> Change:
    return lambda casualty: casualty["count"].update(value=value, low=value, high=value)


def _both(casualty: int, figure: int) -> Change:
    """Return a change of a number that is carried through to the figure of the event."""

    def change(event: dict[str, Any]) -> None:
        _number(casualty)(event["casualties"][0])
        event["killed"].update(value=figure, low=figure, high=figure)

    return change


def _shift(casualty: dict[str, Any]) -> None:
    for each in casualty["evidence"]:
        each["start"], each["end"] = each["start"] + 1, each["end"] + 1


def _twice(event: dict[str, Any]) -> None:
    event["casualties"].append(event["casualties"][0])


def _text(line: dict[str, Any]) -> None:
    article = line["extraction"]["article"]
    article["text"] = article["text"].replace("Seven", "Eight")


_SUM_HOLDS = {
    "code": "sum-holds",
    "severity": "info",
    "path": "events[0].killed",
    "message": "killed 3 + 4 = 7",
}

LINE: dict[str, Change] = {
    "a number, 700 beside “Seven soldiers”": _casualty(_number(700)),
    "a number, and the figure of the event with it": _event(_both(700, 700)),
    "a number made none": _event(_both(0, 0)),
    "the figure of an event alone": _event(_set("killed", "value", to=70)),
    "a bound of a figure": _event(_set("killed", "high", to=90)),
    "a figure taken out": _event(_set("killed", to=None)),
    "killed made wounded": _casualty(_set("outcome", to="wounded")),
    "the side of the dead": _casualty(_set("group", to="side_a")),
    "a casualty taken out": _event(lambda event: event["casualties"].pop(0)),
    "a casualty twice": _event(_twice),
    "the words of a quote": _casualty(lambda each: each["evidence"][0].update(quote="Eight soldiers")),
    "the place of a quote": _casualty(_shift),
    "the article's text": _text,
    "an event taken out": lambda line: line["extraction"]["events"].clear(),
    "an event twice": lambda line: line["extraction"]["events"].append(line["extraction"]["events"][0]),
    "the day": _event(lambda event: event["when"].update(start="2024-05-01", end="2024-05-01")),
    "the place": _event(_set("where", "text", to="Borel")),
    "the coordinates": _event(lambda event: event["where"].update(latitude=1.5, longitude=2.5)),
    "the name of a side": _event(lambda event: event["side_a"][0].update(name="the police")),
    "the source of a figure": _casualty(_set("attributed_to", to="United Nations")),
    "who vouches for a figure": _casualty(_set("vouched_by", to=["model", "rules"])),
    "the day of publication": _set("extraction", "article", "published", to="2024-06-01"),
    "a finding taken out": lambda line: line["extraction"]["findings"].clear(),
    "a finding put in": lambda line: line["extraction"]["findings"].append(_SUM_HOLDS),
    "the words of a finding": lambda line: line["extraction"]["findings"][0].update(message="all is well"),
    "a toll over events that are not there": lambda line: line["extraction"]["tolls"].append(
        {"events": ["e1", "e9"], "casualty": line["extraction"]["events"][0]["casualties"][0]}
    ),
    "the model that read it": _set("extraction", "provenance", "model", to="openai/another"),
    "done made failed": lambda line: line.update(status="failed", extraction=None, error="no answer"),
    "the id": _set("id", to="borel"),
}


def _rewrite(change: Callable[[list[bytes]], object]) -> Callable[[Path], None]:
    def do(out: Path) -> None:
        lines = out.read_bytes().splitlines(keepends=True)
        change(lines)
        out.write_bytes(b"".join(lines))

    return do


def _dumped(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _changed(change: Change) -> Callable[[list[bytes]], None]:
    def do(lines: list[bytes]) -> None:
        record = json.loads(lines[0])
        change(record)
        lines[0] = _dumped(record)

    return do


def _of_another_run(lines: list[bytes]) -> None:
    record = json.loads(lines[1])
    record["id"] = "tarn"
    lines[0] = _dumped(record)


FILE: dict[str, Callable[[list[bytes]], object]] = {
    "a line taken out": lambda lines: lines.pop(0),
    "a line put in": lambda lines: lines.append(lines[0].replace(b'"id":"tarn"', b'"id":"borel"', 1)),
    "a line twice": lambda lines: lines.append(lines[0]),
    "a line with the extraction of another": _of_another_run,
    "a line cut off": lambda lines: lines.append(lines.pop()[:200]),
    "the last end of line cut off": lambda lines: lines.append(lines.pop()[:-1]),
    "a line that is no line of a run": lambda lines: lines.insert(1, b'{"text":"Seven soldiers"}\n'),
}

KINDS: dict[str, Callable[[Path], None]] = {
    **{name: _rewrite(_changed(change)) for name, change in LINE.items()},
    **{name: _rewrite(change) for name, change in FILE.items()},
}


def before_seals(out: Path) -> None:
    """Leave the ledger as it was before lines were sealed."""
    with closing(sqlite3.connect(f"{out}.ledger")) as ledger, ledger:
        ledger.execute("UPDATE article SET seal = NULL")


@contextmanager
def tampered(made: Path, kind: str | None) -> Iterator[Path]:
    """Yield a copy of a run, its ledger beside it, to which this was done."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / made.name
        for name in (made.name, f"{made.name}.ledger"):
            (out.parent / name).write_bytes((made.parent / name).read_bytes())
        if kind is not None:
            KINDS[kind](out)
        yield out


def problems(out: Path) -> tuple[list[Problem], Verified]:
    """Return what is wrong with a run, and what it was held against."""
    about = Verified()
    return list(verified(out, about)), about
