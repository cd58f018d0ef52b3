"""Rows a second and peak memory of every export, streamed from a file of extractions.

Run `python bench/export_speed.py`. The file is made of the goldens in tests/golden, their days varied; each
format is a process of its own, several runs in turns. Seconds are of the one processor that an export uses,
so that other programs do not count. Memory is measured over the file and over a quarter of it: it is flat
when the two do not differ. Targets: 5,000 rows a second, flat memory.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from eventx import export, stored
from eventx.schema import Finding

GOLDENS = Path(__file__).parents[1] / "tests" / "golden"
EXTRACTIONS = 20_000
RUNS = 3
READ_ONLY = "(reading alone)"


def make(path: Path, count: int) -> None:
    """Write `count` extractions, each located, dated and between a state and a rebel group."""
    records = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(GOLDENS.glob("*.json"))]
    records = [record for record in records if record["events"]]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = records[number % len(records)]
            record["provenance"] |= {"seconds": 1.0, "eventx_version": "0"}
            for event in record["events"]:
                _fill(event, number)
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def _fill(event: dict, number: int) -> None:
    start = date(2023, 1, 1) + timedelta(days=number % 300)
    event["when"] = event["when"] or {"text": "", "evidence": []}
    event["when"] |= {
        "start": str(start),
        "end": str(start + timedelta(days=number % 3)),
        "precision": "days" if number % 3 else "day",
    }
    event["where"] |= {"country": "Syria", "iso3": "SYR", "latitude": 35.9, "longitude": 36.6}
    event["where"]["precision"] = "town"
    for side, kind in (("side_a", "State forces"), ("side_b", "Rebel group")):
        event[side] = event[side] or [{"name": f"Side {side[-1]}", "kind": kind, "evidence": []}]
        event[side][0]["kind"] = kind


def measure(path: Path, name: str) -> None:
    """Print the rows, seconds and megabytes at most that one export takes, as JSON."""
    began = time.process_time()
    rows = 0

    def counted() -> Iterator[object]:
        nonlocal rows
        for article, item in stored.read(path):
            for row in [item] if format is None else format.rows(item, article=article):
                rows += not isinstance(row, Finding)
                yield row

    format = None if name == READ_ONLY else export.format_of(name)
    with Path(os.devnull).open("wb") as out:
        for piece in counted() if format is None else format.write(counted()):
            if isinstance(piece, str | bytes):
                out.write(piece.encode() if isinstance(piece, str) else piece)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rows": rows, "seconds": seconds, "peak": peak}))


def run(path: Path, name: str) -> dict:
    """Return what `measure` prints in a process of its own."""
    command = [sys.executable, __file__, "--measure", str(path), name]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Print one line a format: rows, rows a second, extractions a second, memory of both files."""
    with tempfile.TemporaryDirectory() as folder:
        path, short = Path(folder) / "all.jsonl", Path(folder) / "short.jsonl"
        make(path, EXTRACTIONS)
        make(short, EXTRACTIONS // 4)
        size = path.stat().st_size / 1e6
        print(f"{EXTRACTIONS:,} extractions, {size:.0f} MB; medians of {RUNS} runs\n")
        print("| format | rows | rows/s | extractions/s | peak MB | peak MB, a quarter of it |")
        print("|:-------|-----:|-------:|--------------:|--------:|-------------------------:|")
        names = (READ_ONLY, *export.FORMATS)
        taken = {name: [] for name in names}
        for _ in range(RUNS):
            for name in names:
                taken[name].append(run(path, name))
        for name, runs in taken.items():
            seconds = statistics.median(each["seconds"] for each in runs)
            rows, peak = runs[0]["rows"], statistics.median(each["peak"] for each in runs)
            quarter = run(short, name)["peak"]
            print(
                f"| {name} | {rows:,} | {rows / seconds:,.0f} | {EXTRACTIONS / seconds:,.0f} "
                f"| {peak:.0f} | {quarter:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), sys.argv[3])
    else:
        main()
