"""Time grows no faster than a text, whatever its shape, and no faster than what a model tells of it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from bench import growth
from bench.growth import PUBLISHED, SHAPES

from eventx import extract
from reading_replies import Link, reply, settlement, told_event, told_figure
from scripted import Scripted

# Linear work grows four times and quadratic sixteen; `bench.growth` asks for five, on an idle machine.
NOISY = 7
NUMBERS = itertools.count(1)  # a text that was read before is read faster

# One of each kind of cause; all of them are in `python -m bench.growth`.
IN_THE_SUITE = (
    *("blank lines", "spaces", "tabs", "spaced lines", "line separators", "one letter", "one capital"),
    *("capitalised words", "hyphened capitals", "digits", "digits and commas", "a sum"),
    *("number words", "stops apart", "footnotes", "acronyms"),
    *("harm", "harm and number", "soldiers", "list items", "list of tolls", "rules", "subsets", "of whom"),
    *("provinces", "capitals before a province", "days", "said"),
    *("clock entries", "sources", "abbreviations", "combining marks", "emoji", "Chinese"),
    *("other planes", "address", "tags", "lines of names", "toll", "Spanish"),
    *("a long sentence", "a long Spanish sentence", "dense news", "news without breaks"),
)


@pytest.mark.parametrize("shape", IN_THE_SUITE)
def test_time_grows_no_faster_than_the_text(shape: str) -> None:
    def measure(length: int) -> float:
        words = growth.text(SHAPES[shape], length, next(NUMBERS))
        return growth.seconds(lambda: growth.everything(words))

    assert growth.growth(measure, 2_000, 8_000, 32_000) <= NOISY


def _numbered(count: int) -> str:
    return "\n".join(f"{number} soldiers were killed in Kelm{number}." for number in range(2, count + 2))


def _figures(count: int) -> list[dict[str, Any]]:
    return [told_figure(n, f"{n + 1} soldiers", n + 1) for n in range(1, count + 1)]


def _same_quote(count: int) -> tuple[str, dict[str, Any]]:
    text = "\n".join(["5 soldiers were killed."] * (2 * count))
    return text, reply([_event()], [told_figure(n, "5 soldiers", 5) for n in range(1, count + 1)])


def _more_than_stand(count: int) -> tuple[str, dict[str, Any]]:
    text = "\n".join(["5 soldiers were killed."] * (count // 2))
    return text, reply([_event()], [told_figure(n, "5 soldiers", 5) for n in range(1, count + 1)])


def _one_sentence(count: int) -> tuple[str, dict[str, Any]]:
    text = " and ".join(["5 soldiers"] * count)
    return text, reply([_event()], [told_figure(n, "5 soldiers", 5) for n in range(1, count + 1)])


def _linked(count: int, *links: Link) -> tuple[str, dict[str, Any]]:
    sources = {"the army": range(1, count, 2), "rebels": range(2, count, 2)}
    return _numbered(count), reply([_event()], _figures(count), *links, sources=sources)


def _parts(count: int) -> tuple[str, dict[str, Any]]:
    return _linked(count, ("part_of", range(1, count), count))


def _rivals(count: int) -> tuple[str, dict[str, Any]]:
    return _linked(count, ("rival_of", range(2, count + 1), 1))


def _chain(count: int) -> tuple[str, dict[str, Any]]:
    return _linked(count, *(("same_as", [n], n - 1) for n in range(2, count + 1)))


def _disputed(count: int) -> tuple[str, dict[str, Any]]:
    figures = [{**each, "least": 1000, "most": 1000} for each in _figures(count)]
    return _numbered(count), reply([_event()], figures)


def _lost(count: int) -> tuple[str, dict[str, Any]]:
    return _numbered(count), reply([_event()], [told_figure(n, f"no {n}", n) for n in range(1, count + 1)])


def _casualties(count: int) -> tuple[str, dict[str, Any]]:
    figures = [{**each, "fate": "casualties" if each["n"] % 2 else "killed"} for each in _figures(count)]
    return _numbered(count), reply([_event()], figures)


def _tolls(count: int) -> tuple[str, dict[str, Any]]:
    return _numbered(count), reply([_event(1), _event(2)], [{**f, "events": [1, 2]} for f in _figures(count)])


def _events(count: int) -> tuple[str, dict[str, Any]]:
    events = [_event(n, place=f"Kelm{n + 1}", totals={"killed": n + 1}) for n in range(1, count + 1)]
    return _numbered(count), reply(events, [{**each, "events": [each["n"]]} for each in _figures(count)])


def _event(n: int = 1, **more: Any) -> dict[str, Any]:
    told = {"when": "on Monday", "place": "Tarn", "side_a": ["Rebels"], "side_b": ["soldiers"]}
    return told_event(n, **{**told, **more})


@pytest.mark.parametrize(
    "told",
    [
        *(_same_quote, _more_than_stand, _one_sentence, _parts, _rivals, _chain, _disputed, _lost),
        *(_casualties, _tolls, _events),
    ],
    ids=lambda told: told.__name__.strip("_"),
)
def test_time_grows_no_faster_than_what_a_model_tells(told: Any) -> None:
    def measure(count: int) -> float:
        text, said = told(count)
        words = f"Rebels killed soldiers in Tarn on Monday.\n\n{text}\n\nThat was number {next(NUMBERS)}."
        model = Scripted(*([said] + [settlement()] * 2))
        return growth.seconds(lambda: extract(words, model=model, published=PUBLISHED, reading="full"))

    assert growth.growth(measure, 75, 300) <= NOISY
