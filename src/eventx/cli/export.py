"""`eventx export`: extractions in the format of a codebook or of a tool."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from eventx import export
from eventx.cli import output, reading
from eventx.errors import EventxError
from eventx.export.visible import one_line

if TYPE_CHECKING:
    import argparse

    from eventx.schema import Extraction, Finding

REFUSED = 1

# A page is for `eventx report`, which shows what the machine answered, whatever coders made of it.
_FORMATS = tuple(name for name in export.FORMATS if name != "html")

# Formats that a terminal and a pipe cannot be given.
_BINARY = ("parquet",)

_EXAMPLES = """examples:
  eventx export events.jsonl --to acled -o acled.csv
  eventx export events.json --to geojson > events.geojson
  cat *.jsonl | eventx export - --to csv-figures
"""


def add(commands: Any) -> None:
    """Describe the command to the parser."""
    parser = commands.add_parser(
        "export",
        help="write extractions as ACLED, UCDP, PLOVER, HXL, GeoJSON, CSV or Parquet",
        description="Write extractions in the format of a codebook or of a tool.\n\n"
        "What a format has no room for is refused, with the reason on standard error; the last line counts.",
        epilog=_EXAMPLES,
    )
    parser.set_defaults(run=run)
    parser.add_argument(
        "file", metavar="FILE", help="extractions or lines of a run, one a line; - for standard input"
    )
    parser.add_argument(
        "--to",
        required=True,
        choices=_FORMATS,
        metavar="FORMAT",
        help=", ".join(_FORMATS),
    )
    add_without_passing(parser)
    parser.add_argument("-o", dest="out", metavar="OUT", help="the file to write, whole or not at all")


def add_without_passing(parser: Any) -> None:
    """Describe to a parser, or a group of one, which events may be left out."""
    parser.add_argument(
        "--without-passing", action="store_true", help="leave out events that are told in passing"
    )


def run(args: argparse.Namespace) -> int:
    """Write the file and say what was refused; return 1 when anything was, else 0."""
    from eventx import stored

    out = None if args.out == reading.STDIN else args.out
    check(args.to, out, args.file)
    items = stored.read(args.file)
    return write(_without_passing(items) if args.without_passing else items, args.to, out)


def check(format: str, out: str | None, *inputs: str | None) -> None:
    """Raise EventxError when the format cannot be written there: to know it before anything is done."""
    output.check(out, *inputs)
    if format in _BINARY and out is None:
        raise EventxError(f"{format} is no text; name the file to write with -o")


def write(items: Iterable[tuple[str, Extraction | Finding]], format: str, out: str | None) -> int:
    """Write extractions, say on standard error what became of them; return 1 when anything was refused."""
    told = _Told()
    output.write_all(told.pieces(export.stream(told.counted(items), format)), out)
    sys.stdout.flush()
    _say(told.account())
    return REFUSED if told.refused or told.unread else 0


def _without_passing(
    items: Iterable[tuple[str, Extraction | Finding]],
) -> Iterator[tuple[str, Extraction | Finding]]:
    from eventx.schema import Extraction
    from eventx.selecting import without_passing

    for name, item in items:
        yield name, without_passing(item) if isinstance(item, Extraction) else item


class _Told:
    """What became of the events: findings are said as they come, and counted."""

    def __init__(self) -> None:
        self.events = 0
        self.refused: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()

    def counted(
        self, items: Iterable[tuple[str, Extraction | Finding]]
    ) -> Iterator[tuple[str, Extraction | Finding]]:
        from eventx.schema import Extraction

        for name, item in items:
            if isinstance(item, Extraction):
                self.events += len(item.events)
            yield name, item

    def pieces(self, stream: Iterable[str | bytes | Finding]) -> Iterator[str | bytes]:
        for piece in stream:
            if isinstance(piece, str | bytes):
                yield piece
            else:
                self._add(piece)

    def account(self) -> str:
        """Return one line such as "3 events written, 1 refused (no date 1)"."""
        written = self.events - self.refused.total()
        said = [f"{_number(written, 'event')} written"]
        if self.refused:
            said.append(f"{self.refused.total()} refused ({_listed(self.refused, 'export-')})")
        if self.unread:
            said.append(f"{_number(self.unread.total(), 'line')} not used ({_listed(self.unread, 'line-')})")
        if self.notes:
            said.append(f"notes ({_listed(self.notes, 'export-')})")
        return ", ".join(said)

    def _add(self, finding: Finding) -> None:
        if finding.severity != "error":
            what, counter = "note", self.notes
        elif finding.code.startswith("line-"):
            what, counter = "not used", self.unread
        else:
            what, counter = "refused", self.refused
        counter[finding.code] += 1
        _say(f"{what}: {finding.path}: {finding.message}")


def _say(line: str) -> None:
    print(one_line(line), file=sys.stderr)


def _listed(counter: Counter[str], start: str) -> str:
    return ", ".join(
        f"{code.removeprefix(start).replace('-', ' ')} {number}" for code, number in counter.items()
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
