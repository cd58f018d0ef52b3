"""What differs between two runs, as text, JSON or Markdown: the summary first, then case by case.

The cases wait in a temporary file until the summary is known, so that a run of any length can be compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from eventx.export.visible import escaped, one_line
from eventx.golden.lines import as_data, line
from eventx.golden.report import fenced
from eventx.golden.runs import Compared, Summary

__all__ = ["FORMATS", "keep", "kept"]

_SHOWN_OF_A_HASH = 12


def keep(case: Compared, file: IO[str]) -> None:
    """Write a case as a line of JSON to a file, to be read again with `kept`."""
    lines = [one_line(line(change)) for change in case.changes]
    data = {"id": case.id, "status": case.status, "changes": list(map(as_data, case.changes)), "lines": lines}
    file.write(f"{json.dumps(data, ensure_ascii=False)}\n")


def kept(file: IO[str]) -> Iterator[dict[str, Any]]:
    """Yield the cases that were kept in a file, from its start."""
    file.seek(0)
    yield from map(json.loads, file)


def _said(summary: Summary) -> list[str]:
    total = summary.cases.total()
    by_status = ", ".join(f"{count} {status}" for status, count in sorted(summary.cases.items(), key=_order))
    told = [
        f"{total} case{'' if total == 1 else 's'}: {by_status or 'none'}",
        f"events: {summary.events_added} added, {summary.events_removed} removed",
        f"casualties: {summary.casualties_added} added, {summary.casualties_removed} removed",
        f"figures moved: {summary.figures_moved}",
    ]
    if summary.tolls_added or summary.tolls_removed:
        told.insert(3, f"tolls: {summary.tolls_added} added, {summary.tolls_removed} removed")
    for (name, old, new), count in sorted(summary.made_by.items(), key=str):
        short = _SHOWN_OF_A_HASH if name.endswith("sha256") else None
        was, now = ((each or "not kept")[:short] for each in (old, new))
        told.append(one_line(f"{name}: {was} → {now} in {count} of them"))
    return told


def _order(item: tuple[str, int]) -> int:
    return ("same", "different", "only in A", "only in B").index(item[0])


def _text(summary: Summary, cases: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield lines, each with its style."""
    first, *rest = _said(summary)
    yield first, "bold"
    yield from ((each, "") for each in rest)
    for case in cases:
        yield "", ""
        yield one_line(f"{case['id']}: {case['status']}"), "bold"
        for each in case["lines"]:
            yield f"  {each}", {"+": "green", "-": "red"}.get(each[:1], "")


def _markdown(summary: Summary, cases: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield Markdown for a pull request: the summary as a list, then each case as a block of changes."""
    first, *rest = _said(summary)
    yield f"### eventx diff: {first}", ""
    yield "", ""
    yield from ((f"- {each}", "") for each in rest)
    for case in cases:
        yield "", ""
        yield one_line(f"**{case['id']}**: {case['status']}"), ""
        if case["lines"]:
            yield "", ""
            yield fenced(case["lines"]), ""


def _json(summary: Summary, cases: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield {"summary": {…}, "cases": [{id, status, changes}]}, a line a case."""
    made_by = [
        {"name": name, "old": old, "new": new, "cases": count}
        for (name, old, new), count in sorted(summary.made_by.items(), key=str)
    ]
    counts = {name: value for name, value in vars(summary).items() if isinstance(value, int)}
    about = {"cases": dict(sorted(summary.cases.items(), key=_order)), **counts, "made_by": made_by}
    yield f'{{"summary": {_object(about)}, "cases": [', ""
    waiting = None
    for case in cases:
        if waiting is not None:
            yield f"{waiting},", ""
        waiting = _object({name: value for name, value in case.items() if name != "lines"})
    if waiting is not None:
        yield waiting, ""
    yield "]}", ""


def _object(data: dict[str, Any]) -> str:
    return escaped(json.dumps(data, ensure_ascii=False))


FORMATS: dict[str, Callable[[Summary, Iterable[dict[str, Any]]], Iterator[tuple[str, str]]]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
"""Each yields lines with their style; the cases are those that `kept` yields, none that is the same."""
