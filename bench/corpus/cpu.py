"""Milliseconds of CPU that eventx itself takes for an article of 2,500 characters, the model excluded.

Run `python -m bench.corpus.cpu [--articles 100] [--rounds 7]`. Target: 1.5 ms. Quiet is an article without
any conflict, news is `seeds/idlib-clashes.txt` with neutral sentences behind it, answered with the reply
recorded for it. Each article is new, by a number in it; its record as a line of a run is part of the work.
What a step takes is measured by itself, on articles that are new again.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

import eventx
from bench.corpus.served import ROOT, article
from bench.corpus.server import REPLY
from eventx.article import Article
from eventx.cassette import tape
from eventx.corpus.lines import Result
from eventx.counts import find
from eventx.counts.reading import read
from eventx.language import detect
from eventx.model import Answer, Question
from eventx.schema import Extraction

CHARACTERS = 2500
CASE = "idlib-clashes"


@dataclass
class Recorded:
    """A model that has its replies at hand, and gives them in turn."""

    replies: list[str]
    name: str = "openai/fixed"
    asked: int = 0

    def ask(self, question: Question) -> Answer:
        """Return the reply that comes next."""
        reply = self.replies[self.asked % len(self.replies)]
        self.asked += 1
        return _answer(reply, question.reply_type)

    async def aask(self, question: Question) -> Answer:
        """Return the reply that comes next."""
        return self.ask(question)


@cache
def _answer(reply: str, reply_type: type[BaseModel]) -> Answer:
    return Answer(reply_type.model_validate_json(reply), reply, (), 1000, 30, 0.5)


def news(number: int) -> str:
    """Return the news, lengthened by a paragraph in which nothing happens."""
    told = (ROOT / "seeds" / f"{CASE}.txt").read_text(encoding="utf-8").rstrip()
    return f"{told}\n\n{article(number, CHARACTERS - len(told) - 2)}"


def recorded() -> list[str]:
    """Return the replies that a model gave to the news."""
    _, exchanges = tape.read(ROOT / "cassettes" / f"{CASE}.yaml")
    return [exchange.answer["choices"][0]["message"]["content"] for exchange in exchanges]


def milliseconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Return the CPU time that `work` takes for one of the texts."""
    began = time.process_time()
    for text in texts:
        work(text)
    return 1000 * (time.process_time() - began) / len(texts)


def measured(
    written: Callable[[int], str], replies: list[str], articles: int, rounds: int
) -> dict[str, float]:
    """Return the median of the rounds for the whole and for each step."""
    numbers = itertools.count(1)
    made: Extraction = eventx.extract(written(0), model=Recorded(replies), reading="lean")

    def whole(text: str) -> str:
        extraction = eventx.extract(Article(text=text), model=Recorded(replies), reading="lean")
        return Result("a", "done", extraction, None).to_line()

    steps: dict[str, Callable[[str], object]] = {
        "whole": whole,
        "language": detect,
        "counts": lambda text: read(text, find(text)),
        "record": lambda text: Result("a", "done", made, None).to_line(),
    }
    times: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(rounds + 1):
        for name, work in steps.items():
            texts = [written(next(numbers)) for _ in range(articles)]
            took = milliseconds(work, texts)
            if number:  # the first round warms up
                times[name].append(took)
    return {name: statistics.median(each) for name, each in times.items()}


def main() -> None:
    """Print one line an article: the whole, and what of it goes to which step."""
    parser = argparse.ArgumentParser(description="eventx's own work for an article")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    arms: dict[str, tuple[Callable[[int], str], list[str]]] = {
        "quiet": (lambda number: article(number, CHARACTERS), [REPLY]),
        "news": (news, recorded()),
    }
    for name, (written, replies) in arms.items():
        found = measured(written, replies, args.articles, args.rounds)
        whole = found.pop("whole")
        rest = whole - sum(found.values())
        shares = ", ".join(f"{step} {took / whole:.0%}" for step, took in {**found, "the rest": rest}.items())
        print(f"{name:5} {whole:5.2f} ms ({shares}), load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
