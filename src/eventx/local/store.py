"""Model files in the user's cache folder: which are there, and how one gets there.

A download grows in `NAME.part`, whichever source feeds it, and gets its final name only once its hash is
right. An interrupted pull goes on where the last byte was written. A file under its final name is hashed
again when it changed since: `NAME.verified` beside it says of which state of it the hash was right.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from eventx._resources import cache
from eventx.errors import ModelUnavailable
from eventx.local import sources
from eventx.local.manifest import Manifest, find, list_models

__all__ = ["Manifest", "find", "folder", "installed", "list_models", "own_file", "path", "pull"]

# Bytes of disk to leave free: room for one wheel on its way through, and for everybody else.
HEADROOM = 256 << 20


def folder() -> Path:
    """Return the folder of the model files: `models` in the user's cache, or in `EVENTX_CACHE` if set."""
    return cache("models")


def own_file() -> Path | None:
    """Return the user's own model file, named by `EVENTX_GGUF`, or None. It need not exist."""
    given = os.environ.get("EVENTX_GGUF")
    return Path(given).expanduser() if given else None


def installed(name: str | None = None) -> bool:
    """Return whether `path(name)` has a file to give. Looks at its size, reads none of it."""
    own = own_file()
    if name is None and own is not None:
        return own.is_file()
    model = find(name)
    return _complete(folder() / model.file, model)


def path(name: str | None = None) -> Path:
    """Return the model's file; with no name, the user's own (`EVENTX_GGUF`) before the default model's.

    Raises ModelUnavailable when the file is not there, or is not the one it should be; a file that changed
    since its hash was right is read for that, for some seconds.
    """
    own = own_file()
    if name is None and own is not None and own.is_file():
        return own
    if installed(name):
        model = find(name)
        file = folder() / model.file
        if not _is_right(file, model):
            raise ModelUnavailable(
                f"{file} is damaged, or another file: `eventx models pull {model.alias}` gets it anew"
            )
        return file
    if name is None and own is not None:
        raise ModelUnavailable(f"EVENTX_GGUF names {own}, and there is no such file")
    command = "eventx models pull" if name is None else f"eventx models pull {name}"
    raise ModelUnavailable(f"the model {find(name).alias} is not installed: run `{command}`")


def pull(name: str | None = None, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Return the model's file, downloaded if need be and its hash checked; another pull is waited for.

    `progress` is called with the bytes there are and the bytes there will be. Raises ModelUnavailable when no
    source has the file, its hash is wrong, the disk is full or the folder cannot be written; what was
    downloaded is kept for the next pull, unless its hash is wrong.
    """
    from filelock import FileLock  # its import costs more than all the rest of this module

    model = find(name)
    target = folder() / model.file
    report = progress or (lambda done, total: None)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(target.with_name(f"{model.file}.lock")):
            if not (_complete(target, model) and _is_right(target, model)):
                _fetch(model, target, report)
                _note(target, model)
    except OSError as error:
        raise ModelUnavailable(f"cannot write {target}: {error.strerror or error}") from error
    report(model.size, model.size)
    return target


def _complete(file: Path, model: Manifest) -> bool:
    return file.is_file() and file.stat().st_size == model.size


def _is_right(file: Path, model: Manifest) -> bool:
    """Return whether the hash of a file is right, known from before where the file is as it was then."""
    try:
        if _stamp(file).read_text(encoding="ascii") == _state(file, model):
            return True
    except (FileNotFoundError, UnicodeDecodeError):
        pass
    with file.open("rb") as data:
        is_right = hashlib.file_digest(data, "sha256").hexdigest() == model.sha256
    if is_right:
        _note(file, model)
    return is_right


def _note(file: Path, model: Manifest) -> None:
    with suppress(PermissionError):  # somebody else's folder: hashed again the next time
        _stamp(file).write_text(_state(file, model), encoding="ascii")


def _stamp(file: Path) -> Path:
    return file.with_name(f"{file.name}.verified")


def _state(file: Path, model: Manifest) -> str:
    about = file.stat()
    return f"{model.sha256} {about.st_size} {about.st_mtime_ns}\n"


def _fetch(model: Manifest, target: Path, report: Callable[[int, int], None]) -> None:
    part = target.with_name(f"{model.file}.part")
    scratch = target.with_name(f"{model.file}.tmp")
    shutil.rmtree(scratch, ignore_errors=True)  # left by a pull that was killed
    part.touch()
    if part.stat().st_size > model.size:
        part.unlink()
        part.touch()
    _check_space(model, part)
    scratch.mkdir()
    try:
        _fill(model, part, scratch, report)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    _check_hash(model, part)
    part.replace(target)


def _check_space(model: Manifest, part: Path) -> None:
    need = model.size - part.stat().st_size + HEADROOM
    free = shutil.disk_usage(part.parent).free
    if free < need:
        raise ModelUnavailable(
            f"{model.alias} needs {need / 1e9:.1f} GB in {part.parent}, {free / 1e9:.1f} GB are free: "
            "make room, or set EVENTX_CACHE to a folder elsewhere"
        )


def _fill(model: Manifest, part: Path, scratch: Path, report: Callable[[int, int], None]) -> None:
    """Append to `part` what it lacks, from the first source that has it and then from the next."""
    reasons = []
    with part.open("ab") as file:
        for source in model.sources:
            done = file.tell()
            try:
                for chunk in sources.read(source, start=done, size=model.size, scratch=scratch):
                    # Flushed each time, so that a killed process loses one chunk and no more.
                    file.write(chunk)
                    file.flush()
                    done += len(chunk)
                    report(done, model.size)
            except ModelUnavailable as error:
                reasons.append(str(error))
            if done >= model.size:
                os.fsync(file.fileno())
                return
    raise ModelUnavailable(f"cannot download {model.alias}: {'; '.join(reasons)}")


def _check_hash(model: Manifest, part: Path) -> None:
    with part.open("rb") as file:
        got = hashlib.file_digest(file, "sha256").hexdigest()
    if got != model.sha256:
        part.unlink()
        raise ModelUnavailable(
            f"the download of {model.alias} has sha256 {got}, expected {model.sha256}: it was removed, "
            "run `eventx models pull` again"
        )
