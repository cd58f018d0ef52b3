"""Kill a run (SIGKILL) at random moments, start it again each time, and count.

Run `python -m bench.corpus.killing [--kills 50] [--articles 2000] [--faults 0.05] [--workers 1]`. It exits
with 1 when an article is lost or told twice, a line is torn, or more was asked than the kills and faults
explain.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus.served import serving, stats, write
from eventx.cli import main as eventx

CONCURRENCY = 16
DELAY = 0.02


def started(arguments: list[str], log: Path) -> int:
    """Start a run in a child that has everything imported already, and return its process id."""
    child = os.fork()
    if child:
        return child
    with log.open("a", encoding="utf-8") as file:
        os.dup2(file.fileno(), 2)
        code = 70
        try:
            code = eventx(arguments)
        finally:
            sys.stderr.flush()
            os._exit(code)


def killed(kills: int, articles: int, faults: float, workers: int, seed: int) -> tuple[bool, str]:
    """Return whether all is accounted for, and a sentence with the counts."""
    import openai  # noqa: F401 - imported once here, not by each child

    import eventx.corpus.running  # noqa: F401
    from eventx.language import detect

    detect("The library reads its model.")
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, serving(DELAY, faults) as address:
        folder = Path(name)
        os.environ["EVENTX_CACHE"] = str(folder / "cache")
        write(folder / "in.jsonl", articles)
        out, log = folder / "out.jsonl", folder / "log"
        arguments = ["run", str(folder / "in.jsonl"), "-o", str(out), "--model", "openai/fixed"]
        arguments += ["--base-url", f"{address}/v1", "--concurrency", str(CONCURRENCY), "--quiet"]
        arguments += ["--workers", str(workers)]
        # As much of the output lies between two kills as makes them all fall into the run.
        step = articles // (kills + 1)
        for kill in range(1, kills + 1):
            child = started(arguments, log)
            until = step * kill + chance.randrange(-step // 2, step // 2)
            while _size(out) < until:
                time.sleep(0.002)
            time.sleep(chance.random() * 2 * DELAY)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        child = started(arguments, log)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        asked = stats(address)
        lines = out.read_bytes().splitlines(keepends=True)
        told = collections.Counter(json.loads(line)["id"] for line in lines)
        status = collections.Counter(json.loads(line)["status"] for line in lines)
        last = log.read_text(encoding="utf-8").splitlines()[-1]
    whole = told == collections.Counter({f"a{number}": 1 for number in range(articles)})
    extra = asked["requests"] - asked["different"]
    explained = sum(asked["faults"].values()) + kills * CONCURRENCY
    ok = whole and all(line.endswith(b"\n") for line in lines) and extra <= explained and code in (0, 1)
    return ok, (
        f"{kills} kills, {articles:,} articles, {faults:.0%} faults: {len(lines):,} lines, "
        f"{len(told):,} ids, {dict(status)}; {asked['requests']:,} requests, "
        f"{asked['different']:,} different, {extra} asked again, {sum(asked['faults'].values())} faults, "
        f"{asked['abandoned']} under way at kills; exit code {code}; {last}"
    )


def _size(out: Path) -> int:
    try:
        return out.read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0


def main() -> int:
    """Print the counts; return 0 when every article is accounted for."""
    parser = argparse.ArgumentParser(description="kill a run at random moments")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--faults", type=float, default=0.05)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    ok, told = killed(args.kills, args.articles, args.faults, args.workers, args.seed)
    print(f"{told}\nload average {os.getloadavg()[0]:.1f}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
