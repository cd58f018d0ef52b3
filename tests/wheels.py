"""The wheel, built from the checkout, and unpacked as it is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]


def build(folder: Path) -> Path:
    """Return the wheel, built into the folder."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def unpack(wheel: Path, folder: Path) -> None:
    """Install a wheel of nothing but Python, which is to unpack it."""
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
