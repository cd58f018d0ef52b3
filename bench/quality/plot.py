"""Accuracy against seconds: one point for each arm."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.quality.report import HEADLINE

_COLOURS = ("#1b5e8c", "#8c8c8c", "#b08d57", "#7a6a8a")


def write(data: Mapping[str, Any], out: Path) -> None:
    """Write accuracy-seconds.svg: the share of figures right, with its interval, by median seconds."""
    import matplotlib as mpl

    mpl.use("Agg")
    # The same figures give the same file.
    mpl.rcParams.update({"svg.hashsalt": "eventx", "font.size": 11, "font.family": "DejaVu Sans"})
    from matplotlib import pyplot as plt

    drawing, axes = plt.subplots(figsize=(7, 4.2))
    for (arm, found), colour in zip(data["arms"].items(), _COLOURS, strict=False):
        share, seconds = found["shares"][HEADLINE], found["costs"]["seconds"]["median"]
        if share["ratio"] is None:
            continue
        middle, low, high = (100 * share[key] for key in ("ratio", "low", "high"))
        axes.errorbar(
            seconds, middle, yerr=[[middle - low], [high - middle]], fmt="o", color=colour, capsize=4
        )
        axes.annotate(arm, (seconds, middle), xytext=(8, 5), textcoords="offset points", color=colour)
    axes.set_xlabel("seconds a text (median)")
    axes.set_ylabel("killed and captured right, % (95 % interval)")
    axes.set_ylim(0, 100)
    # Room for the name at the slowest point.
    axes.set_xlim(0, 1.25 * max(found["costs"]["seconds"]["median"] for found in data["arms"].values()))
    axes.grid(axis="y", color="#e5e5e5")
    axes.spines[["top", "right"]].set_visible(False)
    drawing.tight_layout()
    drawing.savefig(out / "accuracy-seconds.svg", metadata={"Date": None})
    plt.close(drawing)
