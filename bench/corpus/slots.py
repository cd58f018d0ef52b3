"""Articles an hour on the embedded model: `eventx run` with one slot and several, beside plain instructor.

Run `python -m bench.corpus.slots TABLE [--articles 40] [--slots 0 1 2 4]`, TABLE being JSON Lines.
No slots are plain instructor (`bench/plain_instructor.py`), which asks one article at a time. Each arm has a
process and a server of its own, one after the other, none with answers from before. Loading the model counts.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus.served import ROOT

CONTEXT = 8192


def plainly(given: Path) -> None:
    """Ask as a first user of instructor does, one article after the other."""
    from bench import plain_instructor
    from eventx.local import server, store

    at = server.running(store.path(), alias="local", context=CONTEXT)
    with given.open(encoding="utf-8") as lines:  # a text may hold what `splitlines` takes for a line's end
        for line in lines:
            plain_instructor.ask(json.loads(line)["text"], base_url=at.base_url, api_key=at.api_key)


def seconds(given: Path, slots: int) -> float:
    """Return how long one arm takes; no slots: plain instructor."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, "-m", "bench.corpus.slots", "--plain", str(given)]
        if slots:
            command = [sys.executable, "-m", "eventx", "run", str(given), "-o", f"{name}/out.jsonl"]
            command += ["--model", "local", "--concurrency", str(slots), "--no-cache", "--quiet"]
        began = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.monotonic() - began


def main() -> None:
    """Print one line an arm."""
    parser = argparse.ArgumentParser(description="slots of the embedded model")
    parser.add_argument("table", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--slots", type=int, nargs="+", default=[0, 1, 2, 4])
    parser.add_argument("--plain", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.plain:
        plainly(args.table)
        return
    with tempfile.TemporaryDirectory() as name, args.table.open(encoding="utf-8") as lines:
        given = Path(name) / "in.jsonl"
        given.write_text("".join(itertools.islice(lines, args.articles)), encoding="utf-8")
        for slots in args.slots:
            took = seconds(given, slots)
            arm = f"eventx, {slots} slot{'s' if slots > 1 else ''}" if slots else "plain instructor"
            hourly = args.articles / took * 3600
            print(
                f"{arm:18} {hourly:5.0f} articles/h ({took:.0f} s), load {os.getloadavg()[0]:.1f}", flush=True
            )


if __name__ == "__main__":
    main()
