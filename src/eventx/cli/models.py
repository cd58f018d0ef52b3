"""`eventx models`: the embedded models, listed, fetched and found."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from eventx.cli import output

if TYPE_CHECKING:
    import argparse

Progress = Callable[[int, int], None]

# Percent between two lines of progress where there is no terminal.
_STEP = 10


def add(commands: Any) -> None:
    """Describe the command and its three parts to the parser."""
    parser = commands.add_parser(
        "models",
        help="list, fetch or find the embedded models",
        description="The models that run on this machine, without a key or a network.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    actions.add_parser("list", help="name, size, licence, installed or not").set_defaults(run=list_them)
    for name, action, purpose in (
        ("pull", pull, "download a model and print where it is"),
        ("path", path, "print where an installed model is"),
    ):
        part = actions.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        part.add_argument("name", nargs="?", metavar="NAME", help="as `list` shows it; default: the first")
        part.set_defaults(run=action)


def list_them(args: argparse.Namespace) -> int:
    """Print one line per model, the default first; return 0."""
    from eventx.local import store

    rows = [
        (model.alias, _bytes(model.size), model.licence, _state(installed=store.installed(model.name)))
        for model in store.list_models()
    ]
    own = store.own_file()
    if own is not None:
        size = _bytes(own.stat().st_size) if own.is_file() else "-"
        rows.append((str(own), size, "your own", _state(installed=own.is_file())))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, size, licence, state in rows:
        line = f"{name:<{widths[0]}}  {size:>{widths[1]}}  {licence:<{widths[2]}}  {state}\n"
        output.write(line)
    return 0


def pull(args: argparse.Namespace) -> int:
    """Download the model, show how far it is, and print its path; return 0."""
    from eventx.local import store

    model = store.find(args.name)
    shown = _bar if sys.stderr.isatty() else _lines
    with shown(model.alias) as progress:
        file = store.pull(model.name, progress=progress)
    output.write(f"{file}\n")
    return 0


def path(args: argparse.Namespace) -> int:
    """Print the path of an installed model; return 0."""
    from eventx.local import store

    output.write(f"{store.path(args.name)}\n")
    return 0


@contextmanager
def _bar(name: str) -> Iterator[Progress]:
    from rich import progress as rich

    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.DownloadColumn(),
        rich.TransferSpeedColumn(),
        rich.TimeRemainingColumn(),
    )
    from rich.console import Console

    with rich.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def _lines(name: str) -> Iterator[Progress]:
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        reached = done * 100 // total // _STEP * _STEP
        if reached > told:
            told = reached
            print(f"{name}: {reached}% of {_bytes(total)}", file=sys.stderr, flush=True)

    yield tell


def _bytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"


def _state(*, installed: bool) -> str:
    return "installed" if installed else "not installed"
