"""One run an output: the file itself is locked, whatever name another run calls it by."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from eventx.errors import InputError


class Hold:
    """An output that no other run writes meanwhile; `path` is its own, links resolved."""

    def __init__(self, path: Path, locks: ExitStack) -> None:
        self.path = path
        self._locks = locks

    def take(self, path: Path) -> None:
        """Lock another file too, which is about to go by the output's name."""
        self._locks.enter_context(_locked(path))


def itself(path: Path) -> Path:
    """Return the file that a name leads to, whether it is there or not; raises InputError for a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # the second before Python 3.13
        raise InputError(f"{path}: leads nowhere but to itself; name a file") from error


@contextmanager
def held(out: Path) -> Iterator[Hold]:
    """Yield the output as this run's own, made where there is none; it ends with the process at the latest.

    A link, a mount or another spelling is the same file. Raises InputError when another run has it, when it
    is no ordinary file, and when its file system locks nothing.
    """
    path = itself(out)
    if path.exists() and not path.is_file():
        raise InputError(f"{out}: is no ordinary file, and a run goes on from its output; name a file")
    with ExitStack() as locks:
        locks.enter_context(_locked(path))
        yield Hold(path, locks)


if sys.platform == "win32":

    @contextmanager
    def _locked(path: Path) -> Iterator[None]:
        """Lock the name: Windows moves no file that is open. Two names of one file are not noticed there."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(f"{path}.lock", timeout=0):
                yield
        except Timeout:
            raise _taken(path) from None

else:
    import fcntl

    @contextmanager
    def _locked(path: Path) -> Iterator[None]:
        file = _opened(path)
        try:
            yield
        finally:
            os.close(file)

    def _opened(path: Path) -> int:
        while True:
            file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if path.exists() and os.path.samestat(os.fstat(file), path.stat()):
                    return file
            except BlockingIOError:
                os.close(file)
                raise _taken(path) from None
            except OSError as error:
                os.close(file)
                raise InputError(
                    f"{path}: cannot be locked ({error.strerror}), so that two runs could write it; "
                    "choose an output on another file system"
                ) from error
            os.close(file)  # a run that has ended since put another in its place: that one is the output


def _taken(path: Path) -> InputError:
    return InputError(f"{path}: another run writes it; wait for it, or choose another output")
