"""Memory of a run over a long input, as it goes.

Run `python -m bench.corpus.memory [--lines 100000]`: an input of as many lines, of which each thousandth is a
new article and the others are its copies, so that what is measured is the run and not the server. Prints the
resident memory at each tenth, in MB.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.corpus.served import article, serving
from eventx import codebook
from eventx.corpus import inputs
from eventx.corpus.coding import Coding
from eventx.corpus.inputs import Given
from eventx.corpus.running import Plan, Progress, run
from eventx.model import connect


def resident() -> float:
    """Return the resident memory of this process in MB."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Print one line for each tenth of the input."""
    parser = argparse.ArgumentParser(description="memory of a long run")
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--characters", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=300, help="stop after as many")
    args = parser.parse_args()
    began = time.monotonic()
    tenth = args.lines // 10
    with tempfile.TemporaryDirectory() as name, serving(0.0) as address:
        given = Path(name) / "in.jsonl"
        with given.open("w", encoding="utf-8") as file:
            for number in range(args.lines):
                text = article(number // 1000, args.characters)
                file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")

        def told(progress: Progress) -> None:
            if progress.done % tenth == 0:
                seconds = time.monotonic() - began
                print(f"{progress.done:9,} lines  {resident():6.1f} MB  {seconds:5.0f} s", flush=True)

        def timely(stream: Iterator[Given]) -> Iterator[Given]:
            return itertools.takewhile(lambda _: time.monotonic() - began < args.seconds, stream)

        model = connect("openai/fixed", base_url=f"{address}/v1")
        coding = Coding("fixed", codebook.builtin())
        plan = Plan(Path(name) / "out.jsonl", model, coding, 32, cache=Path(name) / "kept")
        account = asyncio.run(run(plan, timely(inputs.read(inputs.expand([str(given)]))), told))
        print(f"{account.standing.done:,} done, load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
