"""A run's figures, as data and as Markdown that can be copied into the documentation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.quality import summary
from bench.quality.summary import METRICS, Difference, Judged, Share
from eventx.schema import Extraction
from eventx.score import score

Arms = Mapping[str, Sequence[Judged]]

HEADLINE = "killed and captured right"
_DESCRIBED = {
    "eventx": "eventx as in this checkout",
    "direct": "plain instructor, direct nullable fields",
    "list": "plain instructor, a free list of casualties with quotes",
    "langextract": "langextract, prompt and worked examples, schema constraints",
}


def figures(arms: Arms, about: Mapping[str, str], *, seed: int = 0) -> dict[str, Any]:
    """Return all figures of a run as JSON data; every arm was judged on the same rows, in the same order.

    The first arm is the one that the others are compared with.
    """
    first, *others = arms
    draws = summary.resamples(len(arms[first]), seed=seed)
    counted = {
        arm: {metric.name: summary.pairs(metric, judged) for metric in METRICS}
        for arm, judged in arms.items()
    }
    differences: dict[str, dict[str, Difference | None]] = {}
    for other in others:
        differences[other] = {}
        for metric in METRICS:
            ours, theirs = counted[first][metric.name], counted[other][metric.name]
            if ours is not None and theirs is not None:
                differences[other][metric.name] = summary.difference(ours, theirs, draws)
    return {
        "about": dict(about),
        "rows": len(arms[first]),
        "arms": {
            arm: {
                "shares": {
                    name: summary.share(pairs, draws)._asdict() if pairs is not None else None
                    for name, pairs in metrics.items()
                },
                "costs": {
                    name: {"median": median, "total": total}
                    for name, (median, total) in summary.costs(arms[arm]).items()
                },
            }
            for arm, metrics in counted.items()
        },
        "compared with": first,
        "differences": {
            arm: {name: each._asdict() if each else None for name, each in metrics.items()}
            for arm, metrics in differences.items()
        },
        "seeds": seeds(arms.get("eventx", ())),
    }


def seeds(judged: Sequence[Judged]) -> dict[str, bool]:
    """Return, of each labelled seed, whether eventx has exactly its casualties: none more, none less."""
    exact = {}
    for each in judged:
        if each.row.seed is None:
            continue
        exact[each.row.id] = False
        if each.reply.body is not None:
            scored = score(Extraction.model_validate(each.reply.body), each.row.seed)
            exact[each.row.id] = (
                scored.casualties_right == scored.casualties_in_truth == scored.casualties_reported
            )
    return exact


def markdown(data: Mapping[str, Any]) -> str:
    """Return the figures as a Markdown report."""
    arms = list(data["arms"])
    parts = [
        "# Measured",
        "\n".join(f"- {name}: {value}" for name, value in data["about"].items()),
        "\n".join(f"- `{arm}`: {_DESCRIBED.get(arm, arm)}" for arm in arms),
        f"Each share with its 95 % bootstrap interval over the {data['rows']} texts. An arm that failed on a "
        "text has nothing right there.",
        _table(["right (more is better)", *arms], _share_rows(data, "more")),
        _table(["wrong (less is better)", *arms], _share_rows(data, "less")),
        _table(["cost of a text: median (total)", *arms], _cost_rows(data)),
    ]
    if data["differences"]:
        first, others = data["compared with"], list(data["differences"])
        parts += [
            f"{first} less each other arm, in percentage points, over the same texts; `*` where the 95 % "
            "interval of the paired difference leaves out 0.",
            _table(["difference", *others], _difference_rows(data)),
        ]
    if data["seeds"]:
        right = sum(data["seeds"].values())
        wrong = ", ".join(f"`{name}`" for name, exact in data["seeds"].items() if not exact)
        parts.append(
            f"Labelled seeds with exactly the right casualties (eventx): {right} of {len(data['seeds'])}"
            + (f"; not {wrong}." if wrong else ".")
        )
    return "\n\n".join(parts) + "\n"


def _share_rows(data: Mapping[str, Any], better: str) -> list[list[str]]:
    rows = []
    for metric in METRICS:
        if metric.better == better:
            shares = [data["arms"][arm]["shares"][metric.name] for arm in data["arms"]]
            if any(each is None or each["of"] for each in shares):
                rows.append([metric.name, *map(_share, shares)])
    return rows


def _share(found: Mapping[str, Any] | None) -> str:
    if found is None:
        return "offers none"
    share = Share(**found)
    if share.ratio is None or share.low is None or share.high is None:
        return "–"
    interval = f"{_percent(share.low)}–{_percent(share.high)}"
    return f"{share.number} of {share.of}, {_percent(share.ratio)} % ({interval})"


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.0f}"


def _cost_rows(data: Mapping[str, Any]) -> list[list[str]]:
    names = ("tokens in", "tokens out", "seconds", "requests")
    costs = [data["arms"][arm]["costs"] for arm in data["arms"]]
    return [
        [name, *(f"{each[name]['median']:.{digits}f} ({each[name]['total']:,.0f})" for each in costs)]
        for name, digits in zip(names, (0, 0, 1, 0), strict=True)
    ]


def _difference_rows(data: Mapping[str, Any]) -> list[list[str]]:
    rows = []
    for metric in METRICS:
        found = [each.get(metric.name) for each in data["differences"].values()]
        if any(found):
            rows.append([metric.name, *map(_difference, found)])
    return rows


def _difference(found: Mapping[str, Any] | None) -> str:
    if found is None:
        return "–"
    points = [100 * found[key] for key in ("ratio", "low", "high")]
    sure = "*" if points[1] > 0 or points[2] < 0 else ""
    return f"{points[0]:+.0f}{sure} ({points[1]:+.0f} to {points[2]:+.0f})"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = [":---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def write(data: Mapping[str, Any], errors: str, out: Path) -> None:
    """Write report.md, report.json and errors.md into the folder."""
    (out / "report.md").write_text(markdown(data), encoding="utf-8")
    (out / "report.json").write_text(f"{json.dumps(data, indent=2)}\n", encoding="utf-8")
    (out / "errors.md").write_text(errors, encoding="utf-8")
