"""All that can be said of predictions against their truths, or of two coders, as text, JSON or Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from eventx.export.visible import escaped, one_line
from eventx.schema import Extraction, Outcome
from eventx.score import fields, rates
from eventx.score.agreement import Coded, agreement
from eventx.score.fields import Tally
from eventx.score.matching import matches
from eventx.score.rates import NOT_IN_TRUTH, NOT_REPORTED, Rate
from eventx.truth import Truth

__all__ = ["FORMATS", "Agreed", "Scored", "agreed", "scored"]

_OUTCOMES: tuple[str, ...] = get_args(Outcome)

Table = tuple[str, Sequence[Sequence[str]]]
"""A title, and rows of cells, the first of which is the head."""


@dataclass(frozen=True)
class Scored:
    """What predictions come to, over `articles` of them.

    `failed` are the ids of those that a run made no extraction of: all of their truth is missed. `unlabelled`
    have no truth and `unpredicted` no prediction; neither are scored.
    """

    articles: int
    fields: Mapping[str, Tally]
    rates: Mapping[str, Rate]
    confusion: Counter[tuple[str, str]]
    failed: tuple[str, ...] = ()
    unlabelled: tuple[str, ...] = ()
    unpredicted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agreed:
    """How far two coders agree, over `articles` that both labelled; `only_one` are the ids of the others."""

    articles: int
    found: Mapping[str, Tally]
    coded: Mapping[str, Coded]
    only_one: tuple[str, ...] = ()


@dataclass
class _Sum:
    fields: dict[str, Tally] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, extraction: Extraction | None, truth: Truth) -> None:
        events = extraction.events if extraction else ()
        text = extraction.article.text if extraction else ""
        dated = extraction is None or extraction.article.published is not None
        paired = matches(truth.events, events, dated=dated)
        for name, tally in fields.tallies(truth.events, events, paired, dated=dated).items():
            self.fields[name] = self.fields.get(name, Tally(0, 0, 0)).plus(tally)
        for name, rate in rates.rates(text, truth.events, events, paired).items():
            self.rates[name] = self.rates.get(name, Rate(0, 0)).plus(rate)
        self.confusion += rates.confusion(text, truth.events, events, paired)


def scored(predictions: Iterable[tuple[str, Extraction | None]], truths: Mapping[str, Truth]) -> Scored:
    """Return what predictions come to, each with the id by which it has its truth; they are read one by one.

    An extraction that is None is one that failed.
    """
    told, done, failed, unlabelled = _Sum(), set(), [], []
    for case, extraction in predictions:
        if case not in truths:
            unlabelled.append(case)
            continue
        done.add(case)
        if extraction is None:
            failed.append(case)
        told.add(extraction, truths[case])
    unpredicted = tuple(case for case in truths if case not in done)
    return Scored(
        len(done), told.fields, told.rates, told.confusion, tuple(failed), tuple(unlabelled), unpredicted
    )


def agreed(ours: Mapping[str, Truth], theirs: Mapping[str, Truth]) -> Agreed:
    """Return how far two coders agree on the articles that both labelled, by id."""
    both = [case for case in ours if case in theirs]
    found, coded = agreement((ours[case].events, theirs[case].events) for case in both)
    return Agreed(len(both), found, coded, tuple(sorted(ours.keys() ^ theirs.keys())))


def _tables(result: Scored | Agreed) -> Iterator[Table]:
    if isinstance(result, Agreed):
        yield "found by both", [["", "both", "first", "second", "F1"], *map(_found_row, result.found.items())]
        yield (
            "agreement",
            [
                ["", "metric", "alpha", "units"],
                *([n, c.metric, _number(c.alpha), str(c.units)] for n, c in result.coded.items()),
            ],
        )
        return
    head = ["", "right", "reported", "in truth", "precision", "recall", "F1"]
    yield "fields", [head, *map(_field_row, result.fields.items())]
    yield "rates", [["", "wrong", "of", "share"], *map(_rate_row, result.rates.items())]
    columns = [
        name for name in (*_OUTCOMES, NOT_REPORTED) if any(found == name for _, found in result.confusion)
    ]
    rows = [
        [outcome, *(str(result.confusion[outcome, column]) for column in columns)]
        for outcome in (*_OUTCOMES, NOT_IN_TRUTH)
        if any(result.confusion[outcome, column] for column in columns)
    ]
    yield "outcomes, in the truth by row, as reported by column", [["", *columns], *rows]


def _found_row(item: tuple[str, Tally]) -> list[str]:
    name, tally = item
    return [name, *map(str, tally), _number(tally.f1)]


def _field_row(item: tuple[str, Tally]) -> list[str]:
    name, tally = item
    return [name, *map(str, tally), *map(_number, (tally.precision, tally.recall, tally.f1))]


def _rate_row(item: tuple[str, Rate]) -> list[str]:
    name, rate = item
    return [name, str(rate.wrong), str(rate.of), "–" if rate.share is None else f"{100 * rate.share:.1f} %"]


def _number(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"


def _said(result: Scored | Agreed) -> Iterator[str]:
    """Yield what was scored and what was not, a line each."""
    yield f"{result.articles} article{'' if result.articles == 1 else 's'}"
    named = (
        {"labelled by one coder only": result.only_one}
        if isinstance(result, Agreed)
        else {
            "failed, all of their truth missed": result.failed,
            "without a truth, not scored": result.unlabelled,
            "without a prediction, not scored": result.unpredicted,
        }
    )
    for what, ids in named.items():
        if ids:
            yield one_line(f"{len(ids)} {what}: {', '.join(ids)}")


def _text(result: Scored | Agreed) -> str:
    parts = ["\n".join(_said(result))]
    for title, rows in _tables(result):
        widths = _widths(rows)
        lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows]
        parts.append("\n".join([title, *(f"  {line}".rstrip() for line in lines)]))
    return "\n\n".join(parts) + "\n"


def _markdown(result: Scored | Agreed) -> str:
    first, *rest = _said(result)
    parts = [f"### eventx score: {first}", *(["\n".join(f"- {line}" for line in rest)] if rest else [])]
    for title, rows in _tables(result):
        rule = [":---", *["---:"] * (len(rows[0]) - 1)]
        table = "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))
        parts.append(f"{title[:1].upper()}{title[1:]}:\n\n{table}")
    return "\n\n".join(parts) + "\n"


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _json(result: Scored | Agreed) -> str:
    data: dict[str, Any] = {"articles": result.articles}
    if isinstance(result, Agreed):
        data["found"] = {
            name: {"both": each.right, "first": each.reported, "second": each.in_truth, "f1": each.f1}
            for name, each in result.found.items()
        }
        data["agreement"] = {name: each._asdict() for name, each in result.coded.items()}
        data["only_one"] = result.only_one
    else:
        data["fields"] = {
            name: {**each._asdict(), "precision": each.precision, "recall": each.recall, "f1": each.f1}
            for name, each in result.fields.items()
        }
        data["rates"] = {name: {**each._asdict(), "share": each.share} for name, each in result.rates.items()}
        data["outcomes"] = [
            {"in_truth": _known(label), "reported": _known(found), "count": count}
            for (label, found), count in sorted(result.confusion.items())
        ]
        data |= {name: getattr(result, name) for name in ("failed", "unlabelled", "unpredicted")}
    return escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _known(outcome: str) -> str | None:
    return None if outcome in (NOT_IN_TRUTH, NOT_REPORTED) else outcome


FORMATS: dict[str, Callable[[Scored | Agreed], str]] = {"text": _text, "json": _json, "markdown": _markdown}
