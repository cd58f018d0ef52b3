"""`eventx correct`: a coder's corrections put on a run, beside the machine's answer."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.cli import output
from eventx.export.visible import escaped, one_line

if TYPE_CHECKING:
    import argparse

    from eventx.schema import Finding

REFUSED = 1

_NAME = re.compile(r"\w[\w. -]*")

_NOTES = """RUN is JSON Lines: the lines of a run, or extractions. CORRECTIONS is what the page of evidence
saves (docs/corrections.md). The latest correction of a figure applies. All of them are kept, with who made
them and when, in the `judgement` of the line; its `extraction` stays as the machine made it. To correct a
run twice with one file changes nothing.

exit codes:
  0  all corrections fit
  1  some do not, and are refused; the others are applied

examples:
  eventx correct run.jsonl corrections.json -o corrected.jsonl
  eventx correct run.jsonl first.json second.json -o corrected.jsonl --truth seeds
  eventx score run.jsonl corrected.jsonl
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "correct",
        help="put a coder's corrections on a run",
        description="Put a coder's corrections on a run, beside the machine's answer and never over it.",
        epilog=_NOTES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("file", metavar="RUN", help="lines of a run, or extractions; - for standard input")
    parser.add_argument("corrections", metavar="CORRECTIONS", nargs="+", help="files that a page saved")
    parser.add_argument(
        "-o", dest="out", metavar="OUT", required=True, help="the file to write; it may be RUN"
    )
    parser.add_argument(
        "--truth",
        metavar="DIR",
        help="write what was judged as hand labels, too: ID.truth.json",
    )


def run(args: argparse.Namespace) -> int:
    """Write the corrected run and say what was refused; return 1 when anything was, else 0."""
    from eventx import corrections, stored
    from eventx.correcting import corrected
    from eventx.errors import InputError

    output.check(args.out, *args.corrections)
    if args.truth and not Path(args.truth).is_dir():
        raise InputError(f"{args.truth}: is no folder; make it first")
    files = [corrections.read(path) for path in args.corrections]
    told: Counter[str] = Counter()
    pieces = corrected(stored.lines(args.file), files)
    output.write_all(_said(pieces, told), args.out)
    given = sum(len(file.corrections) for file in files)
    _say(f"{given - told['refused']} of {given} corrections fit{_listed(told)}")
    if args.truth:
        _write_truths(args.out, Path(args.truth))
    return REFUSED if told["refused"] else 0


def _said(pieces: Iterable[bytes | Finding], told: Counter[str]) -> Iterator[bytes]:
    """Yield the lines; what there is to say is said as it comes, and counted."""
    from eventx.correcting import CONFLICT
    from eventx.correcting import REFUSED as NOT_FITTING

    what = {NOT_FITTING: "refused", CONFLICT: "conflict"}
    for piece in pieces:
        if isinstance(piece, bytes):
            yield piece
            continue
        kind = what.get(piece.code, "not used")
        told[kind] += 1
        _say(f"{kind}: {piece.path}: {piece.message}")


def _write_truths(corrected: str, folder: Path) -> None:
    from eventx.errors import InputError
    from eventx.score.reading import TRUTH, judged

    for case, truth in judged(Path(corrected)):
        # An id comes from a file, and is no path.
        if not _NAME.fullmatch(case):
            raise InputError(f"{corrected}: the id {case!r} is no name for a file; give the article another")
        text = escaped(truth.model_dump_json(indent=2, exclude_defaults=True))
        output.write(f"{text}\n", str(folder / f"{case}{TRUTH}"))


def _listed(told: Counter[str]) -> str:
    return "".join(f", {number} {what}" for what, number in told.items())


def _say(line: str) -> None:
    print(one_line(line), file=sys.stderr)
