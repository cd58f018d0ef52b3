"""How long one article holds up the others of a run: the longest time that the event loop does not turn.

Run `python -m bench.corpus.fairness [--characters 300000] [--long 1] [--reading lean]`: `eventx run` in this
process over 40 articles of dense news, so many of them long, 16 at once, with a model that answers in a tenth
of a second. A task beside it sleeps five milliseconds at a time and notes how much later it wakes: at most
0.2 s is the target.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from bench.corpus.cpu import CASE, news, recorded
from bench.corpus.served import ROOT
from eventx import codebook
from eventx.article import Article
from eventx.corpus.ahead import here
from eventx.corpus.coding import Coding
from eventx.corpus.inputs import Given
from eventx.corpus.running import Plan, run
from eventx.model import Answer, Question
from eventx.schema import ReadingName

ARTICLES = 40
AT_ONCE = 16
NAP = 0.005


@dataclass
class Slow:
    """A model that answers in a tenth of a second: what was recorded for a passage, else empty lists."""

    name: str = "openai/fixed"
    reports: list[str] = field(default_factory=recorded)

    def ask(self, question: Question) -> Answer:
        """Return the answer."""
        kind = question.reply_type
        if "new_violence" in kind.model_fields:
            return _answer(kind.model_validate_json(self.reports[0]), self.reports[0])
        empty = {name: [] for name in kind.model_fields}
        return _answer(kind.model_validate(empty), "{}")

    async def aask(self, question: Question) -> Answer:
        """Return the answer, later."""
        await asyncio.sleep(0.1)
        return self.ask(question)


def _answer(reply: BaseModel, text: str) -> Answer:
    return Answer(reply, text, (), 1000, 30, 0.1)


def long(characters: int) -> str:
    """Return dense news of so many characters."""
    told = (ROOT / "seeds" / f"{CASE}.txt").read_text(encoding="utf-8") + "\n\n"
    return (told * (characters // len(told) + 1))[:characters]


def given(characters: int, number: int) -> list[Given]:
    """Return the articles, the long ones among the first."""
    texts = [long(characters) if 4 <= each < 4 + number else news(each) for each in range(ARTICLES)]
    return [Given(f"a{each}", Article(text=text)) for each, text in enumerate(texts)]


async def measured(articles: list[Given], reading: ReadingName) -> tuple[list[float], float, str]:
    """Return how late the task woke each time, the seconds of the run, and what became of the articles."""
    late: list[float] = []

    async def watch() -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(NAP)
            late.append(time.monotonic() - began - NAP)

    with tempfile.TemporaryDirectory() as name:
        coding = Coding("openai/fixed", codebook.given(None), reading=reading)
        plan = Plan(Path(name) / "out.jsonl", Slow(), coding, AT_ONCE)
        watching = asyncio.create_task(watch())
        began = time.monotonic()
        account = await run(plan, here(articles), lambda progress: None)
        took = time.monotonic() - began
        watching.cancel()
    standing = account.standing
    return sorted(late), took, f"{standing.done} done, {standing.failed} failed"


def main() -> None:
    """Print the longest delays."""
    parser = argparse.ArgumentParser(description="how long one article holds up the others")
    parser.add_argument("--characters", type=int, default=300_000)
    parser.add_argument("--long", type=int, default=1)
    parser.add_argument("--reading", choices=get_args(ReadingName), default="lean")
    args = parser.parse_args()
    asyncio.run(measured(given(2500, 0)[:2], args.reading))  # what is imported and made once
    late, took, ended = asyncio.run(measured(given(args.characters, args.long), args.reading))
    longest = ", ".join(f"{1000 * each:.0f}" for each in reversed(late[-5:]))
    print(
        f"{args.long} of {args.characters:,} characters among {ARTICLES}: {ended} in {took:.1f} s; "
        f"longest delays {longest} ms, median {1000 * late[len(late) // 2]:.1f} ms, "
        f"load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
