"""Corrections put on the lines of a run: each line comes out again, with a `judgement` where it was judged.

The machine's part of a line stays as it is, to the byte. A bare extraction becomes a line of a run.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from eventx import stored
from eventx.corrections import Corrections, Judgement, Kept
from eventx.export.visible import escaped
from eventx.judging import conflicts, judge, misfit
from eventx.schema import Extraction, Finding
from eventx.soundness import untold

__all__ = ["CONFLICT", "JUDGEMENT", "REFUSED", "corrected"]

REFUSED = "correction-refused"
CONFLICT = "correction-conflict"

JUDGEMENT = b',"judgement":'
"""What a line has behind the machine's part, which stays as it was to the byte."""


def corrected(lines: Iterable[tuple[str, bytes]], files: Sequence[Corrections]) -> Iterator[bytes | Finding]:
    """Yield the lines of a run, corrected, and what there is to say; all but one line is kept nowhere.

    A correction goes to each line with its article's text that has the id it names, or has no id. One that
    does not fit is refused: severity error. What coders differ on is told, severity info; so is a line that
    is no JSON, which stays as it is.
    """
    wanted = _Wanted(files)
    for name, line in lines:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _finding("line-unreadable", "warning", name, f"is not JSON, and stays as it is ({error})")
            yield line
            continue
        record = record if isinstance(record, dict) else {}
        is_bare = "extraction" not in record
        case = None if is_bare or record.get("id") is None else str(record["id"])
        mine = wanted.take(case, record if is_bare else record["extraction"])
        yield from _line(case or name, line, record, is_bare, mine)
    yield from wanted.left()


class _Wanted:
    """The corrections by the hash of the text they are of, and which of them found their article."""

    def __init__(self, files: Sequence[Corrections]) -> None:
        self.by_text: defaultdict[str, list[Kept]] = defaultdict(list)
        self.missing: dict[tuple[str | None, str], int] = defaultdict(int)
        self.other_text: set[str] = set()
        for file in files:
            for each in file.corrections:
                kept = Kept(**dict(each), who=file.who, when=file.when)
                self.by_text[each.sha256].append(kept)
                self.missing[each.article, each.sha256] += 1
        self.named = {article for article, _ in self.missing}

    def take(self, case: str | None, extraction: Any) -> list[Kept]:
        """Return the corrections of an article, by the id of its line, None without one, and its text."""
        article = extraction.get("article") if isinstance(extraction, dict) else None
        text = article.get("text") if isinstance(article, dict) else None
        if not isinstance(text, str):
            return []
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        found = [
            each for each in self.by_text.get(sha256, ()) if case is None or each.article in (None, case)
        ]
        for each in found:
            self.missing.pop((each.article, sha256), None)
        if case is not None and case in self.named and not found:
            self.other_text.add(case)
        return found

    def left(self) -> Iterator[Finding]:
        """Yield the corrections of articles that the run has not."""
        for (article, sha256), number in self.missing.items():
            name = article or f"the article {sha256[:12]}"
            why = (
                "the run has another text of it"
                if article in self.other_text
                else "the run has no extraction of it"
            )
            for _ in range(number):
                yield _finding(REFUSED, "error", name, why)


def _line(
    name: str, line: bytes, record: dict[str, Any], is_bare: bool, wanted: Sequence[Kept]
) -> Iterator[bytes | Finding]:
    if not wanted:
        yield line
        return
    try:
        extraction = Extraction.model_validate(record if is_bare else record["extraction"])
        before = _kept(record)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        for _ in wanted:
            yield _finding(REFUSED, "error", name, f"is no extraction: {where}: {first['msg']}")
        yield line
        return
    if wrong := next(untold(extraction), None):
        for _ in wanted:
            yield _finding(
                REFUSED, "error", name, f"is not as a run writes it: {wrong.path}: {wrong.message}"
            )
        yield line
        return
    fitting = list(before)
    for each in wanted:
        if each in fitting:
            continue
        why = misfit(each, extraction, [*before, *wanted])
        if why is None:
            fitting.append(each)
        else:
            yield _finding(REFUSED, "error", name, why)
    for said in conflicts(fitting):
        yield _finding(CONFLICT, "info", name, said)
    if len(fitting) == len(before):
        yield line
    else:
        yield _with(line, record, is_bare, judge(extraction, fitting))


def _kept(record: dict[str, Any]) -> tuple[Kept, ...]:
    judgement = record.get("judgement")
    return Judgement.model_validate(judgement).corrections if judgement else ()


def _with(line: bytes, record: dict[str, Any], is_bare: bool, judgement: Judgement) -> bytes:
    """Return the line with the judgement at its end, in place of an earlier one."""
    whole = line.strip()
    if b"\n" in whole:  # one record over many lines
        whole = _json(record)
    if is_bare:
        named = (each.article for each in judgement.corrections if each.article)
        case = next((each for each in named if not stored.is_numbered(each)), None)
        head = b'{"id":%s,"status":"done","extraction":%s,"error":null' % (_json(case), whole)
    elif "judgement" in record:
        head = whole[: whole.rfind(JUDGEMENT)]
        rest = {key: value for key, value in record.items() if key != "judgement"}
        if not _holds(head + b"}", rest):  # somebody else wrote it, in another order or spacing
            head = _json(rest)[:-1]
    else:
        head = whole[:-1].rstrip()
    return head + JUDGEMENT + escaped(judgement.model_dump_json()).encode() + b"}\n"


def _holds(line: bytes, record: dict[str, Any]) -> bool:
    try:
        return bool(json.loads(line) == record)
    except ValueError:
        return False


def _json(value: object) -> bytes:
    return escaped(json.dumps(value, ensure_ascii=False)).encode()


def _finding(code: str, severity: Any, path: str, message: str) -> Finding:
    return Finding(code=code, severity=severity, path=path, message=message)
