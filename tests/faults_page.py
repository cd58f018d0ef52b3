"""`docs/faults.md`: every fault between a question and its answer, and what comes of it in every way to ask.

`python tests/faults_page.py` writes it; `make faults` does, too. Tests ask that each row is current.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from faults import FAULTS
from faults.ways import WAYS, Met, lasting, later, passing
from recorded import ROOT

PAGE = ROOT / "docs/faults.md"
DONE = ("done", "exit 0", "exit 1", "done, exit 0")
# The longest is half a second of patience; the rest is for a busy machine.
MOST_SECONDS = 15

HEAD = """# Faults

What can go wrong between a question and its answer, and what comes of it. Every row is what happened when a
server on this machine did just that: the page is made by `make faults`, and the tests run each row anew. The
article needs two questions: the events first, then whose people were lost.

- **asked again**: whether a fault that passes after one request is got over. "Yes": the same question is put
  again, after a pause or the time that Retry-After names, until patience ends (EVENTX_TIMEOUT). `eventx run`
  does not count what Retry-After names as patience: it waits for it, an hour at most in all for one question.
  "Told": a new question says what was wrong with the reply; it counts as one of `max_repairs`.
- **the ways to ask**: how it ends when the fault does not pass: the error raised, or the exit code. The
  message is the same in all of them, and one line on standard error of the command; no key and no path of
  the home folder stands in it. With `-o OUT` the file stays as it was, unless `eventx extract` ends with 0
  or 1; `eventx run` writes a line for the article in any case, with the message where it failed.
- **what is said**: HOST is the server's address, N a number of tries, S of seconds.
- **in the second question**: what is kept when the first one was answered. "Nothing": it ends as in the
  first. "The rest": the events stand, and findings, of the codes given, say what was not read.
"""


def made() -> str:
    """Return the page."""
    return HEAD + "".join(
        f"\n## {section}\n\n{columns()}" + "".join(row(section, name) for name in faults)
        for section, faults in FAULTS.items()
    )


def columns() -> str:
    names = ("fault", "asked again", *WAYS, "what is said", "in the second question")
    return f"| {' | '.join(names)} |\n|{'|'.join(':--' for _ in names)}|\n"


def row(section: str, name: str) -> str:
    """Return what comes of one fault, after meeting it in every way."""
    fault = FAULTS[section][name]
    lasted = [lasting(fault, way) for way in WAYS.values()]
    passed = [passing(fault, way) for way in WAYS.values()]
    slow = [met.seconds for met in (*lasted, *passed) if met.seconds > MOST_SECONDS]
    assert [] == slow, f"{name} took {slow} s"
    cells = (
        name,
        _one(map(_again, passed)),
        *(met.shown.end for met in lasted),
        _one(_said(met) for met in lasted),
        _kept(later(fault, next(iter(WAYS.values()))), lasted[0]) if fault else "–",
    )
    return f"| {' | '.join(cells)} |\n"


def _again(met: Met) -> str:
    if met.shown.end not in DONE:
        return "no"
    # Of a server that was not there yet, the first request seen is the one that was tried again.
    first, second, *_ = (None, None) if len(met.requests) == 2 else met.requests
    if first == second:
        return "yes"
    return "told" if first["response_format"] == second["response_format"] else "no need"


def _said(met: Met) -> str:
    """Return the message without what differs from one time to the next."""
    if met.shown.end in DONE:
        return "–"
    said = re.sub(r"127\.0\.0\.1:\d+", "HOST", met.shown.said)
    said = re.sub(r"asked (once|\d+ times) in [\d.]+ s", "asked N times in S s", said)
    return re.sub(r"wait another \d+ s", "wait another S s", said)


def _kept(met: Met, lasted: Met) -> str:
    if met.shown.end in DONE:
        return f"the rest: {met.shown.said}"
    ended, as_in_the_first = [(each.shown.end, _said(each)) for each in (met, lasted)]
    assert ended == as_in_the_first, ended
    return "nothing"


def _one(cells: Iterable[str]) -> str:
    """Return what all ways have in common."""
    cell, *others = dict.fromkeys(cells)
    assert [] == others, (cell, *others)
    return cell


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
