"""Seconds that `eventx check` takes for 100 cases, from the start of the command to its end.

Run `python bench/check_speed.py [--profile]`. Target: 5 s on two idle cores. The cases are copies of the
project's own, in a folder that is made for it and removed.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from eventx.golden import check
from eventx.golden.layout import Layout

CASES = 100
TARGET = 5.0


def copies(folder: Path) -> None:
    """Make the cases: copies of the project's, turn by turn, and the days of publication they need."""
    own = Layout.of(Path(__file__).parents[1])
    to = Layout.of(folder)
    days = []
    for number, case in enumerate(islice(cycle(own.ids()), CASES)):
        name = f"{case}-{number:03}"
        (seed,) = own.seeds_of(case)
        pairs = (
            (seed, to.seeds / f"{name}{seed.suffix}"),
            (own.cassette_of(case), to.cassette_of(name)),
            (own.golden_of(case), to.golden_of(name)),
        )
        for source, copy in pairs:
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(source.read_bytes())
        if case in own.published:
            days.append(f"{name} = {own.published[case].isoformat()}")
    settings = f"[tool.eventx.check]\npublished = {{ {', '.join(days)} }}\n"
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")


def main() -> None:
    """Print the seconds three runs take, or where the time goes."""
    parser = argparse.ArgumentParser(description="seconds that 100 cases take")
    parser.add_argument("--profile", action="store_true", help="print what costs, in one process")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        copies(Path(name))
        if args.profile:
            with cProfile.Profile() as profile:
                check(name)
            pstats.Stats(profile).sort_stats("cumtime").print_stats(40)
            return
        command = (sys.executable, "-m", "eventx", "check", name)
        for _ in range(3):
            began, used = time.perf_counter(), os.times()
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            seconds = time.perf_counter() - began
            now = os.times()
            cpu = now.children_user + now.children_system - used.children_user - used.children_system
            said = ran.stdout.splitlines()[-1]
            print(f"{seconds:.1f} s (target {TARGET:.0f} s), {cpu:.1f} s of CPU: {said}")


if __name__ == "__main__":
    main()
