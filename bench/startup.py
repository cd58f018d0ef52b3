"""Seconds that `import eventx` and `eventx --help` take above bare Python: the medians of many starts.

Run `python bench/startup.py`. Targets: 0.06 s for the import, 0.1 s for the command.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

STARTS = 21

BARE = (sys.executable, "-c", "pass")
MEASURED = {
    "import eventx": ((sys.executable, "-c", "import eventx"), 0.06),
    "eventx --help": ((str(Path(sys.executable).with_name("eventx")), "--help"), 0.1),
}


def seconds(command: tuple[str, ...]) -> float:
    """Return the wall time of one start, from before the process is made until it has ended."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Print one line a command: its median above bare Python's, and the target."""
    commands = {"bare Python": BARE, **{name: command for name, (command, _) in MEASURED.items()}}
    starts: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS + 1):
        # In turns, so that another program's load falls on all of them.
        for name, command in commands.items():
            starts[name].append(seconds(command))
    # The first turn reads the files from disk.
    medians = {name: statistics.median(taken[1:]) for name, taken in starts.items()}
    bare = medians["bare Python"]
    print(f"bare Python    {bare:.3f} s, medians of {STARTS} starts")
    for name, (_, target) in MEASURED.items():
        print(f"{name}  {medians[name] - bare:.3f} s above it, target {target} s")


if __name__ == "__main__":
    main()
