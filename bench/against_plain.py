"""Output tokens and wall time of eventx and of plain instructor: same model, same article, in turns.

Run `python bench/against_plain.py [--runs 5]`, with the embedded model installed. Each run measures four
cases, each on a server of its own that has one slot, has just started, and has said one word to warm up:

    cold     the article is the first thing the server is asked
    cached   the server was just asked the same kind of question about another article, so that it still holds
             the part of the prompt that stays the same

Every measurement is written to build/bench/against_plain.jsonl as it comes, the reply included. Targets,
medians over five runs: 0.25 of plain instructor's output tokens, 0.4 of its wall time cold, 0.25 cached.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openai

import plain_instructor
from eventx import Article, extract
from eventx.local import server, store
from eventx.local.server import Server
from eventx.model import Answer, Model, Patience, Question
from eventx.model.adapter import Endpoint, InstructorModel, embedded

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "build/bench/against_plain.jsonl"
ARTICLE = Article.from_file(ROOT / "seeds/idlib-clashes.txt", published="2023-08-28")
OTHER = Article.from_file(ROOT / "seeds/two-events.txt")
CONTEXT = 8192

Result = dict[str, Any]


class Asked(Exception):
    """The one question that was wanted has been asked."""


class FirstWord:
    """Asks the model the first question for one token of answer, and goes no further."""

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self._model = model

    def ask(self, question: Question) -> Answer:
        """Ask, and raise Asked."""
        self._model.ask(replace(question, max_tokens=1))
        raise Asked

    async def aask(self, question: Question) -> Answer:
        """Ask, and raise Asked."""
        return self.ask(question)


def plain(article: Article, at: Server) -> Result:
    """Return what plain instructor makes of the article."""
    reply = plain_instructor.ask(article.text, base_url=at.base_url, api_key=at.api_key)
    return {"tokens_out": reply.tokens_out, "fits": reply.fits, "reply": reply.text}


def prime_plain(at: Server) -> None:
    """Ask plain instructor's question about the other article, for one token of answer."""
    plain_instructor.ask(OTHER.text, base_url=at.base_url, api_key=at.api_key, max_tokens=1)


def ours(article: Article, at: Server) -> Result:
    """Return what eventx makes of the article, its findings' codes beside the events."""
    extraction = extract(article, model=_model(at))
    made = extraction.model_dump_json(include={"events"})
    findings = [finding.code for finding in extraction.findings]
    return {"tokens_out": extraction.provenance.tokens_out, "findings": findings, "reply": made}


def prime_ours(at: Server) -> None:
    """Ask eventx's first question about the other article, for one token of answer."""
    try:
        extract(OTHER, model=FirstWord(_model(at)))
    except Asked:
        return


def _model(at: Server) -> Model:
    endpoint = Endpoint(at.base_url, at.api_key)
    return InstructorModel("local/bench", Patience(total_seconds=600), embedded, lambda: endpoint)


ARMS: dict[str, tuple[Callable[[Article, Server], Result], Callable[[Server], None]]] = {
    "eventx": (ours, prime_ours),
    "plain": (plain, prime_plain),
}


def measure(arm: str, state: str) -> Result:
    """Return one measurement on a fresh server: seconds, output tokens, and what was made of the article."""
    server.close_all()
    at = server.running(store.path(), alias="bench", context=CONTEXT)
    _warm_up(at)
    run, prime = ARMS[arm]
    if state == "cached":
        prime(at)
    began = time.perf_counter()
    result = run(ARTICLE, at)
    return {"arm": arm, "state": state, "seconds": round(time.perf_counter() - began, 2), **result}


def _warm_up(at: Server) -> None:
    # The first request of a process reads the weights from disk, and the clients' modules.
    with openai.OpenAI(base_url=at.base_url, api_key=at.api_key) as client:
        client.chat.completions.create(
            model="bench", messages=[{"role": "user", "content": "Hello."}], max_tokens=1
        )


def table(results: list[Result]) -> str:
    """Return the medians of both arms in both states, and eventx's share of plain instructor's."""
    lines = [
        "| medians | plain instructor | eventx | share | target |",
        "|:--------|-----------------:|-------:|------:|-------:|",
    ]
    for name, key, state, target in (
        ("output tokens", "tokens_out", "cold", 0.25),
        ("seconds, cold", "seconds", "cold", 0.4),
        ("seconds, prompt prefix cached", "seconds", "cached", 0.25),
    ):
        medians = {
            arm: statistics.median(
                each[key] for each in results if (each["arm"], each["state"]) == (arm, state)
            )
            for arm in ARMS
        }
        share = medians["eventx"] / medians["plain"]
        lines.append(f"| {name} | {medians['plain']:g} | {medians['eventx']:g} | {share:.2f} | {target} |")
    return "\n".join(lines)


def main() -> None:
    """Measure as many runs as asked for, and print the table of medians."""
    parser = argparse.ArgumentParser(description="eventx against plain instructor on the embedded model")
    parser.add_argument("--runs", type=int, default=5, help="how often each case is measured (5)")
    runs: int = parser.parse_args().runs
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    results: list[Result] = []
    with RESULTS.open("w", encoding="utf-8") as file:
        for number in range(1, runs + 1):
            for state in ("cold", "cached"):
                for arm in ARMS:
                    result = {"run": number, **measure(arm, state)}
                    results.append(result)
                    file.write(json.dumps(result, ensure_ascii=False) + "\n")
                    file.flush()
                    seconds, tokens = result["seconds"], result["tokens_out"]
                    print(f"run {number} {state:6} {arm:6} {seconds:6.1f} s {tokens} tokens", flush=True)
    print(f"\n{table(results)}\n\n{runs} runs; every reply is in {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
