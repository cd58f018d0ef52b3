"""Every wrong figure, with the words it came from, so that causes can be sorted. It quotes the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.quality import scoring
from bench.quality.answer import Answer, Outcome
from bench.quality.data import Figure
from bench.quality.scoring import Verdict
from bench.quality.summary import Judged


def markdown(arms: Mapping[str, Sequence[Judged]]) -> str:
    """Return what each arm has wrong: figures by how the text gives them, then sides, provinces and dates."""
    parts = ["Quotes of the texts stand below: this file is not for the repository."]
    for arm, judged in arms.items():
        lines = sorted((line for each in judged for line in _wrong(each)), key=_order)
        parts.append(f"## {arm}: {len(lines)} wrong\n\n" + "\n".join(f"- {line}" for line in lines))
    return "\n\n".join(parts) + "\n"


def _order(line: str) -> tuple[int, str]:
    """Return the figures before the sides, the provinces and the dates, of which there can be many."""
    last = ("side", "province", "date")
    kind = line.partition(" ")[0].rstrip(",")
    return last.index(kind) + 1 if kind in last else 0, line


def _wrong(judged: Judged) -> list[str]:
    row, answer = judged.row, judged.answer
    if answer is None:
        return [f"failed, {row.id}: {judged.reply.error}"]
    lines = [
        f"{verdict.how}, {verdict.outcome}, {row.id}{_kinds(verdict)}: expected "
        f"{_shown(row.figures[verdict.outcome])}, got {_shown(getattr(answer, verdict.outcome))}; "
        f"truth {_quoted(row.figures[verdict.outcome].words)}; said {_said(answer, verdict.outcome)}"
        for verdict in judged.verdicts
        if not verdict.right
    ]
    for verdict in judged.verdicts:
        if verdict.side in ("wrong", "silent"):
            wanted = row.figures[verdict.outcome].side
            got = ", ".join(answer.sides.get(verdict.outcome, ())) or "none"
            said = _said(answer, verdict.outcome)
            lines.append(
                f"side {verdict.side}, {verdict.outcome}, {row.id}: expected {wanted}, got {got}; said {said}"
            )
    if scoring.province_right(row, answer) is False:
        lines.append(
            f"province, {row.id}: expected {_quoted(row.provinces)}, got {_quoted(answer.provinces)}"
        )
    if False in (scoring.day_right(row, answer), scoring.no_day_right(row, answer)):
        days = [day.isoformat() for day in row.days or ()]
        lines.append(f"date, {row.id}: expected {_quoted(days)}, got {answer.date}")
    return lines


def _kinds(verdict: Verdict) -> str:
    kinds = [name for name in ("invented", "missed", "over", "twice") if getattr(verdict, name)]
    return f" ({', '.join(kinds)})" if kinds else ""


def _shown(figure: Figure | object) -> str:
    return "/".join(
        "–" if (n := getattr(figure, key)) is None else str(n) for key in ("value", "low", "high")
    )


def _said(answer: Answer, outcome: Outcome) -> str:
    if answer.items is None:
        return "no words"
    mine = [item for item in answer.items if item.outcome == outcome]
    return "; ".join(f"{_shown(item.figure)} {_quoted((item.quote or '',))}" for item in mine) or "nothing"


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{' '.join(each.split())}”" for each in words) or "none"
