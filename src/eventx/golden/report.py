"""What a check found, for a person, a program and the places where CI shows things."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import get_args
from xml.etree import ElementTree

from eventx.export.visible import escaped, one_line
from eventx.golden.cases import Case, Status
from eventx.golden.lines import as_data

__all__ = ["FORMATS", "fenced", "summary", "text"]

# A screen: the lines of one case, and of all, before the rest is only counted.
_MOST_OF_A_CASE = 10
_MOST = 36

Line = tuple[str, str]
"""A line and its style: "bold", "dim", "green", "red" or ""."""


def summary(cases: Sequence[Case]) -> str:
    """Return how many cases there are of each status: "18 cases: 16 same, 1 different, 1 stale"."""
    said = ", ".join(f"{count} {status}" for status, count in _counted(cases).items())
    return f"{len(cases)} case{'' if len(cases) == 1 else 's'}: {said}"


def text(cases: Sequence[Case]) -> Iterator[Line]:
    """Yield what a person is shown: the cases that are not the same, what fits a screen, summary last."""
    shown, told = 0, [case for case in cases if case.status != "same"]
    for number, case in enumerate(told):
        if shown and shown + min(len(case.lines), _MOST_OF_A_CASE) >= _MOST:
            left = told[number:]
            counted = ", ".join(f"{count} {status}" for status, count in _counted(left).items())
            yield f"… and {len(left)} more: {counted}; `--format json` lists them all", "dim"
            break
        yield f"{case.id}: {case.status}", "bold"
        for each in _shown(case):
            yield f"  {each}", {"+": "green", "-": "red", "…": "dim"}.get(each[:1], "")
        shown += 1 + min(len(case.lines), _MOST_OF_A_CASE)
    if told:
        yield "", ""
    yield summary(cases), "bold"


def _shown(case: Case) -> list[str]:
    lines = [one_line(each) for each in case.lines[:_MOST_OF_A_CASE]]
    more = len(case.lines) - len(lines)
    return [*lines, f"… and {more} more lines"] if more else lines


def _counted(cases: Sequence[Case]) -> dict[str, int]:
    counts = Counter[str](case.status for case in cases)
    return {status: counts[status] for status in get_args(Status) if counts[status]}


def _json(cases: Sequence[Case]) -> str:
    """Return {"summary": {status: count}, "cases": [{id, status, reason, changes}]} as JSON text.

    `reason` is a line for a case that is stale or broken, else null.
    """
    listed = [
        {
            "id": case.id,
            "status": case.status,
            "reason": None if case.changes or not case.lines else case.lines[0],
            "changes": [as_data(change) for change in case.changes],
        }
        for case in cases
    ]
    return (
        escaped(json.dumps({"summary": _counted(cases), "cases": listed}, ensure_ascii=False, indent=2))
        + "\n"
    )


def _junit(cases: Sequence[Case]) -> str:
    """Return JUnit XML, a test a case; one that differs is a failure, a stale or broken one an error."""
    counts = _counted(cases)
    errors = counts.get("stale", 0) + counts.get("broken", 0)
    suite = ElementTree.Element(
        "testsuite",
        name="eventx check",
        tests=str(len(cases)),
        failures=str(counts.get("different", 0)),
        errors=str(errors),
    )
    for case in cases:
        test = ElementTree.SubElement(suite, "testcase", classname="eventx.check", name=case.id)
        if case.status in ("different", "stale", "broken"):
            kind = "failure" if case.status == "different" else "error"
            about = ElementTree.SubElement(test, kind, type=case.status, message=one_line(case.lines[0]))
            about.text = _block(case)
    ElementTree.indent(suite)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(suite, encoding='unicode')}\n"


def _github(cases: Sequence[Case]) -> str:
    """Return workflow commands: an annotation at the golden of each case that is not the same, a summary."""
    lines = []
    for case in cases:
        if case.status != "same":
            level = "notice" if case.status == "updated" else "error"
            said = "\n".join(_shown(case))
            where = f"file={_property(case.golden.as_posix())},title={_property(f'{case.id}: {case.status}')}"
            lines.append(f"::{level} {where}::{_message(said)}")
    return "\n".join([*lines, summary(cases)]) + "\n"


def _block(case: Case) -> str:
    return "\n".join(map(one_line, case.lines))


def _message(text: str) -> str:
    # As GitHub's runner decodes them: actions/toolkit, packages/core/src/command.ts.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(cases: Sequence[Case]) -> str:
    """Return Markdown for a pull request or a job: the summary, then each case that is not the same."""
    parts = [f"### eventx check: {summary(cases)}"]
    for case in cases:
        if case.status != "same":
            parts.append(f"**{case.id}**: {case.status}\n\n{fenced(case.lines)}")
    return "\n\n".join(parts) + "\n"


def fenced(lines: Sequence[str]) -> str:
    """Return lines as a block of Markdown that none of them can end."""
    body = "\n".join(map(one_line, lines))
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", body)), default=0))
    return f"{fence}diff\n{body}\n{fence}"


FORMATS: dict[str, Callable[[Sequence[Case]], str]] = {
    "json": _json,
    "junit": _junit,
    "github": _github,
    "markdown": _markdown,
}
"""The whole report as text, for all but a person at a terminal (`text`)."""
