"""The command line: parse, call, print, exit code.

    extract, run, status, verify, audit, export, report, counts, check, diff, correct, score, init, models,
    schema    one file per command: `add()` describes it, its functions do it
    reading   the article, from a file or standard input
    output    where results go, and what a terminal or a file is given

Nothing here that `--help` needs imports pydantic, rich, instructor or openai.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

from eventx import __version__
from eventx.cli import (
    audit,
    check,
    correct,
    counts,
    diff,
    export,
    extract,
    init,
    models,
    output,
    report,
    run,
    schema,
    score,
    status,
    verify,
)
from eventx.errors import CassetteMiss, EventxError, ModelError, ModelUnavailable
from eventx.export.visible import one_line

__all__ = ["main"]

BAD_INPUT = 2
NO_REPLY = 3
INTERRUPTED = 128 + 2
READER_GONE = 128 + 13
TERMINATED = 128 + 15

# In the order of `--help`.
_COMMANDS = (
    *(extract, run, status, verify, audit, correct),
    *(export, report, counts, check, diff, score, init, models, schema),
)

_CODES = """exit codes:
  0  done
  1  done, and the checks found errors, or a format had no room for an event; of check and diff: a difference;
     of correct: a correction was refused; of run and status: not every article is done; of verify: a problem
  2  bad input or usage; of check: a case is stale or broken
  3  no model to ask, or no usable reply
  130, 143  interrupted, terminated

environment:
  EVENTX_MODEL, EVENTX_BASE_URL  what to ask when --model and --base-url are not given
  OPENAI_API_KEY                 the key for openai/NAME
  EVENTX_READING                 full or lean, when --reading is not given
  EVENTX_TIMEOUT                 seconds an answer may take
  EVENTX_CACHE                   where embedded models, the index of places and answers are kept
  EVENTX_GGUF                    a model file of your own
"""


class _Terminated(KeyboardInterrupt):
    """SIGTERM, to be cleaned up after exactly as Ctrl-C is."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; the arguments are those of the process by default.

    Errors are one line on standard error. Raises SystemExit for `--help`, `--version` and wrong usage.
    """
    output.prepare()
    try:
        with _terminated_politely():
            args = _parser().parse_args(argv)
            code: int = args.run(args)
            sys.stdout.flush()
            return code
    except _Terminated:
        return _stop("terminated", TERMINATED)
    except KeyboardInterrupt:
        return _stop("interrupted", INTERRUPTED)
    except BrokenPipeError:
        output.abandon()
        return READER_GONE
    except EventxError as error:
        no_reply = isinstance(error, ModelError | ModelUnavailable | CassetteMiss)
        return _stop(f"eventx: {error}", NO_REPLY if no_reply else BAD_INPUT)
    except OSError as error:
        output.abandon()
        where = error.filename or "the output"
        return _stop(f"eventx: cannot write {where}: {error.strerror or error}", BAD_INPUT)


class _Parser(argparse.ArgumentParser):
    """Takes options in full only, and says what is wrong in one line."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        self.exit(_stop(f"eventx: {message}; see `{self.prog} --help`", BAD_INPUT))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="eventx",
        description="Read a news text about armed conflict: its events, and the words behind every number.",
        epilog=_CODES,
    )
    parser.add_argument("--version", action="version", version=f"eventx {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add(commands)
    return parser


def _stop(message: str, code: int) -> int:
    # Standard error may be closed as well, and then there is nobody to tell.
    with suppress(OSError):
        print(one_line(message), file=sys.stderr, flush=True)
    return code


@contextmanager
def _terminated_politely() -> Iterator[None]:
    def raise_it(number: int, frame: object) -> NoReturn:
        raise _Terminated

    try:
        before = signal.signal(signal.SIGTERM, raise_it)
    except ValueError:  # not the main thread: the signal is somebody else's to handle
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
