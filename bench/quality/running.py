"""Ask every arm about every row, keep each reply as a line on disk, and go on where an earlier run ended."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.quality.answer import SERVER, Reply
from bench.quality.data import Row

Ask = Callable[[str, date | None], Reply]


class Arm(NamedTuple):
    """A way to ask: its name, the version of what it asks ("": always ask anew), and the asking."""

    name: str
    version: str
    ask: Ask


def run(arms: Sequence[Arm], rows: Sequence[Row], out: Path) -> None:
    """Ask each arm about each row that it has not answered yet, one arm after the other.

    One after the other, because a server that is asked the same kind of question again has read the part of
    the prompt that stays the same: what a user of one library sees.
    """
    folder = out / "answers"
    folder.mkdir(parents=True, exist_ok=True)
    for arm in arms:
        file = folder / f"{arm.name}.jsonl"
        if not arm.version:
            file.unlink(missing_ok=True)
        done = kept(out, arm.name, version=arm.version)
        for number, row in enumerate(rows, start=1):
            if row.id in done:
                continue
            reply = arm.ask(row.text, row.published)
            line = {"id": row.id, "version": arm.version, **reply.model_dump(mode="json")}
            with file.open("a", encoding="utf-8") as lines:
                lines.write(f"{json.dumps(line, ensure_ascii=False)}\n")
            told = reply.error or f"{reply.seconds:.1f} s, {reply.tokens_out} tokens"
            print(f"{arm.name} {number}/{len(rows)} {row.id}: {told}", file=sys.stderr, flush=True)


def kept(out: Path, arm: str, *, version: str | None = None) -> dict[str, Reply]:
    """Return the replies of an arm by row, the last one of each, and with `version` only those of that one.

    A row on which the server failed is not answered: it is left out, and asked again.
    """
    file = out / "answers" / f"{arm}.jsonl"
    replies: dict[str, Reply] = {}
    if not file.exists():
        return replies
    # Not splitlines(): it breaks lines at characters that JSON leaves as they are.
    for text in file.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        line = json.loads(text)
        row, its = line.pop("id"), line.pop("version")
        reply = Reply.model_validate(line)
        if (reply.error or "").startswith(SERVER) or version not in (None, its):
            replies.pop(row, None)
        else:
            replies[row] = reply
    return replies
