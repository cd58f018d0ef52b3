"""What the gazetteer costs: seconds and memory to open it, look-ups a second.

Run `python bench/places_speed.py`; the index is built first where it is not there yet. Each opening is a
process of its own. Names are towns, villages that fall back to a province, and ties, in turn.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from eventx.places import default, look_up

OPENINGS = 7
LOOK_UPS = 2_000
NAMES = (
    ("Saraqib", "Syria", "Idlib"),
    ("al-Malaya", "Syria", "Idlib"),
    ("Gao", "Mali", None),
    ("Tripoli", None, None),
    ("San Juan", None, None),
    ("Sabari district", "Afghanistan", "Khost"),
)

# What eventx imports anyway is not what the gazetteer costs. The peak is Linux's, of this process alone.
OPENING = """
import pathlib, time
import eventx.schema, eventx.places

def peak():
    status = pathlib.Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))

before, began = peak(), time.perf_counter()
gazetteer = eventx.places.default()
gazetteer.named("idlib")
print(time.perf_counter() - began, peak() - before)
"""


def main() -> None:
    """Print the three figures."""
    began = time.perf_counter()
    if default() is None:
        sys.exit("no gazetteer is installed: pip install 'eventx[geo]'")
    print(f"ready after {time.perf_counter() - began:.1f} s")
    runs = [
        subprocess.run([sys.executable, "-c", OPENING], capture_output=True, text=True, check=True).stdout
        for _ in range(OPENINGS)
    ]
    seconds, kibibytes = zip(*(map(float, run.split()) for run in runs), strict=True)
    print(f"open: {statistics.median(seconds):.3f} s, {max(kibibytes) / 1024:.1f} MiB (limits 0.3 s, 100 MB)")
    began = time.perf_counter()
    for each in range(LOOK_UPS):
        name, country, admin1 = NAMES[each % len(NAMES)]
        look_up(name, country=country, admin1=admin1)
    print(f"look-ups: {LOOK_UPS / (time.perf_counter() - began):,.0f} a second")


if __name__ == "__main__":
    main()
