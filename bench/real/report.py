"""The scores of the arms as a Markdown table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bench.real.answers import Answer
from bench.real.labels import OUTCOMES
from bench.real.scoring import Scored

Arms = Mapping[str, Sequence[tuple[Scored, Answer]]]


def markdown(arms: Arms) -> str:
    """Return the table of scores, an arm a column, and the table of who vouches for the figures."""
    rows = {name: dict(_row(scores)) for name, scores in arms.items()}
    keys = list(dict.fromkeys(key for row in rows.values() for key in row))
    head = ["| | " + " | ".join(rows) + " |", "|:--|" + "--:|" * len(rows)]
    body = [f"| {key} | " + " | ".join(row.get(key, "–") for row in rows.values()) + " |" for key in keys]
    return "\n".join([*head, *body, "", *_vouched(arms)])


def _row(scores: Sequence[tuple[Scored, Answer]]) -> Iterator[tuple[str, str]]:
    notes = [each for each, _ in scores if each.labelled == 0]
    news = [each for each, _ in scores if each.labelled]
    yield "notes and records: texts right", _of([each.is_right for each in notes])
    yield "news: events found and right", _share(sum(e.right for e in news), sum(e.labelled for e in news))
    yield "news: events found", _share(sum(e.found for e in news), sum(e.labelled for e in news))
    yield "news: extra events", _share(sum(e.extra for e in news), sum(e.labelled for e in news))
    yield "news: more told in passing", str(sum(each.passing for each in news))
    yield "wrong in silence, of all texts", _of([each.is_silent for each, _ in scores])
    yield "day right, where the text settles it", _of([e.day for e, _ in scores if e.day is not None])
    yield "place right", _of([e.place for e, _ in scores if e.place is not None])
    yield "sides named", _share(sum(e.sides[0] for e, _ in scores), sum(e.sides[1] for e, _ in scores))
    yield "quotes exact", _of([exact for _, answer in scores for exact in answer.is_exact])
    hows = Counter(how for each, _ in scores for how, _ in each.by_outcome.values())
    for how in [each for each, _ in hows.most_common()]:
        told = [verdict for each, _ in scores for one, verdict in each.by_outcome.values() if one == how]
        yield f"figures right, whole text: {how}", _of([verdict == "right" for verdict in told])
    for kind in ("missed", "invented", "wrong"):
        yield f"figures {kind}", str(sum(v == kind for e, _ in scores for _, v in e.by_outcome.values()))
    yield "questions a text", f"{sum(answer.questions for _, answer in scores) / max(1, len(scores)):.2f}"
    yield "tokens written, all texts", f"{sum(answer.tokens_out for _, answer in scores):,}"


def _vouched(arms: Arms) -> Iterator[str]:
    yield "| figures whose words are labelled, right | both readers | model alone | rules alone | disputed |"
    yield "|:--|--:|--:|--:|--:|"
    for name, scores in arms.items():
        told = [each for one, _ in scores for each in one.vouched]
        if told:
            cells = [
                _of([right for who, right in told if who == kind])
                for kind in ("both", "model", "rules", "disputed")
            ]
            yield f"| {name} | " + " | ".join(cells) + " |"


def _of(rights: Sequence[bool | None]) -> str:
    return _share(sum(bool(each) for each in rights), len(rights))


def _share(some: int, all_: int) -> str:
    return f"{some} of {all_} ({100 * some / all_:.0f} %)" if all_ else "–"


def wrong(arms: Arms) -> str:
    """Return what is wrong, text by text, for the one who mends it; it names texts and quotes none."""
    lines = []
    for name, scores in arms.items():
        for each, _ in scores:
            if not each.is_right:
                bad = {
                    k: v for k, v in zip(OUTCOMES, each.by_outcome.values(), strict=True) if v[1] != "right"
                }
                silent = " in silence" if each.is_silent else ""
                events = (
                    f" events {each.right} of {each.labelled}, {each.extra} extra" if each.labelled else ""
                )
                lines.append(f"{name} {each.id}:{silent}{events} {bad}")
    return "\n".join(lines)
