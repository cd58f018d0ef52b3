"""Articles a second: eventx beside plain instructor, against a server that answers after a fixed delay.

Run `python -m bench.corpus.speed [--articles 2000] [--delay 0.5]`. The rate is that between the first and the
last tenth of the answers, its share that of the ideal: as many answers a delay as questions in flight. Both
in processes of their own, in turns, the server in another; eventx with its ledger, its kept answers and its
file of lines, plain instructor (`bench/plain_instructor.py`) with nothing but its replies.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpus.served import ROOT, article, serving, stats, write

CHARACTERS = 2500


def rate(at: list[float]) -> float:
    """Return the answers a second between the first and the last tenth of them."""
    tenth = len(at) // 10
    middle = sorted(at)[tenth:-tenth]
    return (len(middle) - 1) / (middle[-1] - middle[0])


async def plainly(address: str, articles: int, flight: int) -> None:
    """Ask as a first user of instructor does: one client, one call an article."""
    import instructor
    import openai

    from bench.plain_instructor import MAX_TOKENS, SYSTEM, Events

    sdk = openai.AsyncOpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0, timeout=600)
    client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
    free = asyncio.Semaphore(flight)

    async def one(number: int) -> None:
        async with free:
            await client.create(
                model="fixed",
                response_model=Events,
                messages=[
                    {"role": "system", "content": SYSTEM},
                    {"role": "user", "content": article(number, CHARACTERS)},
                ],
                temperature=0,
                max_tokens=MAX_TOKENS,
                max_retries=0,
            )

    async with sdk:
        await asyncio.gather(*map(one, range(articles)))


def measured(arm: str, articles: int, flight: int, delay: float) -> float:
    """Return the rate of one arm."""
    with tempfile.TemporaryDirectory() as name, serving(delay) as address:
        given = Path(name) / "in.jsonl"
        write(given, articles, CHARACTERS)
        if arm == "plain":
            command = [sys.executable, "-m", "bench.corpus.speed", "--plain", address]
            command += ["--articles", str(articles), "--flight", str(flight)]
        else:
            command = [
                sys.executable,
                "-m",
                "eventx",
                "run",
                str(given),
                "-o",
                f"{name}/out.jsonl",
                "--quiet",
            ]
            command += [
                "--model",
                "openai/fixed",
                "--base-url",
                f"{address}/v1",
                "--concurrency",
                str(flight),
            ]
        environment = {**os.environ, "EVENTX_CACHE": f"{name}/cache"}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=300)
        asked = stats(address)
    assert asked["requests"] == articles
    return rate(asked["at"])


def main() -> None:
    """Print one line an arm and a number in flight."""
    parser = argparse.ArgumentParser(description="eventx beside plain instructor")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--delay", type=float, default=0.5)
    parser.add_argument("--flight", type=int, action="append")
    parser.add_argument("--plain", metavar="ADDRESS", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.plain:
        asyncio.run(plainly(args.plain, args.articles, args.flight[0]))
        return
    for flight in args.flight or (64, 256):
        ideal = flight / args.delay
        for arm in ("plain", "eventx"):
            found = measured(arm, args.articles, flight, args.delay)
            load = os.getloadavg()[0]
            print(
                f"{flight:4} in flight  {arm:7} {found:6.1f}/s of {ideal:.0f} ({found / ideal:.0%}), "
                f"load {load:.1f}"
            )


if __name__ == "__main__":
    main()
