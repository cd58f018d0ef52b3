"""What a figure depends on beside the code: the machine, the model, and the versions."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("eventx", "instructor", "langextract", "openai", "pydantic", "xllamacpp")


def machine() -> str:
    """Return the machine in a few words: processor, cores, memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    for line in info.read_text(encoding="utf-8").splitlines() if info.exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def model(name: str) -> str:
    """Return the model's name, with the hash of its file for an embedded one."""
    provider, _, alias = name.partition("/")
    if provider != "local":
        return name
    from eventx.local import manifest

    known = manifest.find(alias or None)
    return f"{known.file}, sha256 {known.sha256}"


def versions() -> str:
    """Return Python's version and those of the packages that take part."""
    found = [f"Python {platform.python_version()}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)
