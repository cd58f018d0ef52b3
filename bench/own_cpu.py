"""Milliseconds of eventx's own CPU for dense news of 2,500 characters with 48 numbers, in both readings.

Run `python -m bench.own_cpu [--against SRC] [--rounds 40] [--profile]`. Target: 6 ms. A model that answers at
once stands for the model; each article is new, by a number in it. `--against` is the `src` folder of another
checkout, measured in turns with this one, so that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import eventx
from bench.counts_speed import DENSE, NEWS, repeated
from eventx.counts import find
from eventx.model import Answer, Question
from eventx.reply import FullReading, Report, Settlement

CHARACTERS = 2500
PUBLISHED = "2024-06-03"
LEAD = "Rebels fought the army in Tarn on Monday.\n\n"
ROOT = Path(__file__).parents[1]
READINGS = ("lean", "full")


class Prompt:
    """A model that answers at once: one event, every count that the rules find, and no more."""

    name = "openai/prompt"

    def __init__(self, quotes: list[dict[str, Any]]) -> None:
        self._quotes = quotes

    def ask(self, question: Question) -> Answer:
        """Return the reply that the question's type asks for."""
        said = self._said(question.reply_type)
        return Answer(question.reply_type.model_validate(said), "{}", (), 100, 10, 0.0)

    async def aask(self, question: Question) -> Answer:
        """Return what `ask` returns."""
        return self.ask(question)

    def _said(self, kind: type[Any]) -> dict[str, Any]:
        where = {"province": None, "country": None}
        listed: dict[str, Any] = {"figures": [], "about": [], "doubt": [], "links": [], "sources": []}
        if issubclass(kind, FullReading):
            event = {"n": 1, "kind": "battle", "when": "Monday", "days": [], "place": "Tarn", **where}
            sides = {"side_a": ["Rebels"], "side_b": ["army"], "totals": []}
            return {"events": [event | sides], "passing": [], **listed, "figures": self._quotes}
        if issubclass(kind, Settlement):
            return {"answers": [], "totals": [], **listed}
        if issubclass(kind, Report):
            told = {"when": "Monday", "town": "Tarn", "province": "", "country": "", "kind": "battle"}
            events = [told | {"side_a": "rebels", "side_b": "army"}]
            return {"news": "News", "new_violence": "yes", "incidents": 1, "events": events}
        return {name: {"harm": "killed", "whose": "a"} for name in kind.model_fields}


def articles(sentences: tuple[str, ...]) -> Iterator[str]:
    """Yield new articles of one length without end."""
    number = 0
    while True:
        number += 1
        end = f"\n\nThat was number {number}."
        yield LEAD + repeated(sentences, CHARACTERS - len(LEAD) - len(end)) + end


def quotes(text: str) -> list[dict[str, Any]]:
    """Return the counts of a text as a model lists them."""
    return [
        {
            "n": number,
            "quote": each.text,
            "fate": "killed",
            "least": each.low,
            "most": each.high,
            "whose": "unknown",
            "events": [1],
        }
        for number, each in enumerate(find(text), start=1)
    ]


def work(reading: Any) -> Callable[[str, list[dict[str, Any]]], object]:
    """Return the work on one article: from its text to the line of a run."""

    def whole(text: str, quoted: list[dict[str, Any]]) -> str:
        made = eventx.extract(text, model=Prompt(quoted), published=PUBLISHED, reading=reading)
        return made.model_dump_json()

    return whole


def measured(rounds: int) -> dict[str, float]:
    """Return the median of the rounds by text and reading."""
    took: dict[str, list[float]] = {}
    for name, sentences in (("dense", DENSE), ("news", NEWS)):
        texts = articles(sentences)
        quoted = quotes(next(texts))
        for reading in READINGS:
            whole, key = work(reading), f"{name} {reading}"
            for _ in range(5):
                whole(next(texts), quoted)
            for _ in range(rounds):
                text = next(texts)
                began = time.process_time()
                whole(text, quoted)
                took.setdefault(key, []).append(1000 * (time.process_time() - began))
    return {key: statistics.median(each) for key, each in took.items()}


def _elsewhere(source: str, rounds: int) -> dict[str, float]:
    """Return what another checkout takes, in a process of its own."""
    command = (sys.executable, "-m", "bench.own_cpu", "--json", "--rounds", str(rounds))
    environment = {**os.environ, "PYTHONPATH": source}
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def main() -> None:
    """Print a line a text and reading, or where the time goes."""
    parser = argparse.ArgumentParser(description="eventx's own CPU for dense news")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--against", metavar="SRC", help="the src folder of another checkout")
    parser.add_argument("--profile", choices=READINGS, help="print what costs in one reading")
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.profile:
        texts = articles(DENSE)
        quoted, whole = quotes(next(texts)), work(args.profile)
        whole(next(texts), quoted)
        some = [next(texts) for _ in range(args.rounds)]
        with cProfile.Profile() as profile:
            for text in some:
                whole(text, quoted)
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)
        return
    if args.json:
        print(json.dumps(measured(args.rounds)))
        return
    if not args.against:
        for key, each in measured(args.rounds).items():
            print(f"{key:12} {each:6.2f} ms, load {os.getloadavg()[0]:.1f}")
        return
    own = str(ROOT / "src")
    turns = [(_elsewhere(args.against, args.rounds), _elsewhere(own, args.rounds)) for _ in range(3)]
    for key in turns[0][0]:
        before, now = (min(turn[side][key] for turn in turns) for side in (0, 1))
        print(f"{key:12} {before:6.2f} ms before, {now:6.2f} ms now: {now / before:.2f} of it")


if __name__ == "__main__":
    main()
