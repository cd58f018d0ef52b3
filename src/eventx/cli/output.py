"""Where results go: standard output or a file, whole or not at all; tables in colour on a terminal only."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from eventx.errors import EventxError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Columns of a table in a file, where no terminal says how many there are.
_FILE_WIDTH = 100
# What the tables are drawn with, for a terminal that cannot show it.
_PLAIN = {
    "→": "->",
    "✓": "ok",
    "✗": "x",
    "·": "-",
    "…": "...",
    "≥": ">=",
    "≤": "<=",
    "“": '"',
    "”": '"',
    "’": "'",
}


def prepare() -> None:
    """Make the standard streams write characters they cannot encode in a plainer way, not fail."""
    codecs.register_error("eventx", _plainer)
    _reconfigure(sys.stdout, None)
    _reconfigure(sys.stderr, None)


def check(path: str | None, *inputs: str | None) -> None:
    """Raise EventxError when a result could not be written to `path`: to know it before a model is asked.

    Nor may it be one of the `inputs`, by whatever name: what was given would be gone.
    """
    if path is None:
        return
    for given in inputs:
        if given is not None and _is_same(path, given):
            raise EventxError(f"{path}: is an input, and would be written over; choose another output")
    folder = Path(path).parent
    if Path(path).is_dir():
        raise EventxError(f"{path}: is a folder; give the name of a file")
    if not folder.is_dir():
        raise EventxError(f"{path}: there is no folder {folder}; make it first")
    if not os.access(folder, os.W_OK) and not Path(path).exists():
        raise EventxError(f"{path}: the folder {folder} cannot be written; choose another")


def _is_same(out: str, given: str) -> bool:
    try:
        read = os.fstat(sys.stdin.fileno()) if given == "-" else Path(given).stat()
        return Path(out).is_file() and os.path.samestat(Path(out).stat(), read)
    except (OSError, ValueError):  # one of them is not there, or standard input is none
        return False


def write(text: str, path: str | None = None) -> None:
    """Write the text as UTF-8 to the file, or to standard output; an error leaves the file as it was."""
    write_all((text,), path)


def write_all(pieces: Iterable[str | bytes], path: str | None = None) -> None:
    """Write the pieces as they come; a file is there whole when the last is written, and not before.

    Text is written as UTF-8. Standard output takes text alone.
    """
    if path is None:
        _reconfigure(sys.stdout, "utf-8")
        for piece in pieces:
            sys.stdout.write(str(piece))
        return
    target = Path(path).resolve()
    if target.exists() and not target.is_file():
        _fill(target, pieces)  # a device or a pipe: no half to be seen
        return
    unfinished = target.with_name(f".eventx-{os.getpid()}.unfinished")
    try:
        _fill(unfinished, pieces)
        if target.exists():
            unfinished.chmod(target.stat().st_mode)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def show(table: RenderableType, path: str | None = None) -> None:
    """Write the table: as wide as the terminal and in its colours, or plain to a file."""
    from rich.console import Console

    if path is None:
        sys.stdout.write(_drawn(table, Console(highlight=False, markup=False, emoji=False)))
    else:
        write(_drawn(table, Console(file=io.StringIO(), width=_FILE_WIDTH, color_system=None)), path)


def lines(styled: Iterable[tuple[str, str]]) -> None:
    """Write lines, each with its style, to standard output: in colour on a terminal, else as they are."""
    if not sys.stdout.isatty():
        sys.stdout.writelines(f"{line}\n" for line, _ in styled)
        return
    from rich.console import Group
    from rich.text import Text

    show(Group(*(Text(line, style=style) for line, style in styled)))


@contextmanager
def working(about: str) -> Iterator[Callable[[str], None]]:
    """Yield what is to be called with what is under way: a terminal shows it, nothing else is written to."""
    if not sys.stderr.isatty():
        yield lambda what: None
        return
    from rich.console import Console
    from rich.text import Text

    from eventx.export.visible import one_line

    def line(what: str) -> Text:
        return Text(one_line(f"{about}: {what}…"), style="dim")

    # A spinner of plain letters, which every terminal has.
    with Console(stderr=True).status(line("starting"), spinner="line") as status:
        yield lambda what: status.update(line(what))


def abandon() -> None:
    """Give up what standard output still holds, so that the interpreter does not try it again at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):  # not a file, as in a test
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def _fill(file: Path, pieces: Iterable[str | bytes]) -> None:
    with file.open("wb") as opened:
        for piece in pieces:
            opened.write(piece.encode("utf-8", "eventx") if isinstance(piece, str) else piece)


def _drawn(table: RenderableType, console: Console) -> str:
    with console.capture() as captured:
        console.print(table)
    # Rich fills every line up to the table's width; in a file that is noise.
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _reconfigure(stream: object, encoding: str | None) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="eventx")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    written = error.object[error.start : error.end]
    plain = "".join(_PLAIN.get(character, character) for character in written)
    return plain.encode("ascii", "backslashreplace").decode("ascii"), error.end
