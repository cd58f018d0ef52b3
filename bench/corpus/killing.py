"""End a run in the middle, in every way, start it again each time, and count.

Run `python -m bench.corpus.killing [--kills 50] [--articles 2000] [--faults 0.05] [--workers 1] [--ways]`.
A way is whom a signal meets: by default it is SIGKILL, with several workers in turn the run, one worker, and
all of them at once; `--ways` names others. It exits with 1 when an article is lost or told twice, a line is
torn, more was asked than what was under way and the faults explain, a worker outlives its run, or a run ends
with another exit code than it should.
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
from collections.abc import Callable
from pathlib import Path

from bench.corpus.served import serving, stats, write
from eventx.cli import main as eventx

CONCURRENCY = 16
DELAY = 0.02
# Seconds that a worker is stopped, and that it may outlive its run.
STOPPED = 0.1
OUTLIVES = 20.0


def _run(run: int, workers: list[int]) -> None:
    os.kill(run, signal.SIGKILL)


def _worker(run: int, workers: list[int]) -> None:
    os.kill(workers[0], signal.SIGKILL)


def _all(run: int, workers: list[int]) -> None:
    for each in (run, *workers):
        os.kill(each, signal.SIGKILL)


def _terminated(run: int, workers: list[int]) -> None:
    os.kill(run, signal.SIGTERM)


def _interrupted(run: int, workers: list[int]) -> None:
    for each in (run, *workers):  # as a terminal does it
        os.kill(each, signal.SIGINT)


def _stopped(run: int, workers: list[int]) -> None:
    os.kill(workers[0], signal.SIGSTOP)
    time.sleep(STOPPED)
    os.kill(workers[0], signal.SIGCONT)
    time.sleep(STOPPED)
    os.kill(run, signal.SIGKILL)


def _orphaned(run: int, workers: list[int]) -> None:
    os.kill(workers[0], signal.SIGSTOP)
    os.kill(run, signal.SIGKILL)
    time.sleep(STOPPED)
    os.kill(workers[0], signal.SIGCONT)


# What is done to the run and its workers, and the exit code of the run.
WAYS: dict[str, tuple[Callable[[int, list[int]], None], int]] = {
    "run": (_run, -signal.SIGKILL),
    "worker": (_worker, 2),
    "all": (_all, -signal.SIGKILL),
    "terminated": (_terminated, 143),
    "interrupted": (_interrupted, 130),
    "stopped": (_stopped, -signal.SIGKILL),
    "orphaned": (_orphaned, -signal.SIGKILL),
}


def started(arguments: list[str], log: Path) -> int:
    """Start a run in a child that has everything imported already, and return its process id."""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored in the background
    with log.open("a", encoding="utf-8") as file:
        os.dup2(file.fileno(), 2)
        code = 70
        try:
            code = eventx(arguments)
        finally:
            sys.stderr.flush()
            os._exit(code)


def workers_of(run: int) -> list[int]:
    """Return the workers that a run has started."""
    children = Path(f"/proc/{run}/task/{run}/children").read_text(encoding="ascii").split()
    return [int(each) for each in children if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]


def outlive(workers: list[int]) -> int:
    """Return how many workers are still there when they have had the time to end."""
    deadline = time.monotonic() + OUTLIVES
    while (left := sum(map(_is_alive, workers))) and time.monotonic() < deadline:
        time.sleep(0.01)
    return left


def _is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def killed(
    kills: int, articles: int, faults: float, workers: int, ways: list[str], seed: int
) -> tuple[bool, str]:
    """Return whether all is accounted for, and a sentence with the counts."""
    import openai  # noqa: F401 - imported once here, not by each child

    import eventx.corpus.running  # noqa: F401
    from eventx.language import detect

    detect("The library reads its model.")
    chance = random.Random(seed)
    ended: collections.Counter[str] = collections.Counter()
    wrong: list[str] = []
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
            until = max(until, _size(out) + 1)  # this start has written, so that its workers are there
            while _size(out) < until:
                if os.waitpid(child, os.WNOHANG)[0]:
                    return False, f"a run ended before kill {kill}: {log.read_text(encoding='utf-8')}"
                time.sleep(0.002)
            time.sleep(chance.random() * 2 * DELAY)
            way = ways[kill % len(ways)]
            do, expected = WAYS[way]
            started_by_it = workers_of(child)
            do(child, started_by_it)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            ended[way] += 1
            if code != expected:
                wrong.append(f"{way}: exit code {code}")
            if left := outlive(started_by_it):
                wrong.append(f"{way}: {left} workers outlive it")
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
    ok = ok and not wrong
    return ok, (
        f"{kills} kills {dict(ended)}, {workers} workers, {articles:,} articles, {faults:.0%} faults: "
        f"{len(lines):,} lines, "
        f"{len(told):,} ids, {dict(status)}; {asked['requests']:,} requests, "
        f"{asked['different']:,} different, {extra} asked again, {sum(asked['faults'].values())} faults, "
        f"{asked['abandoned']} under way at kills; exit code {code}; {last}"
        + "".join(f"\nwrong: {each}" for each in wrong)
    )


def _size(out: Path) -> int:
    try:
        return out.read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0


def main() -> int:
    """Print the counts; return 0 when every article is accounted for and every run ended as it should."""
    parser = argparse.ArgumentParser(description="end a run at random moments")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--faults", type=float, default=0.05)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--ways", nargs="+", choices=WAYS, help="whom a signal meets, in turn")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    ways = args.ways or (["run"] if args.workers == 1 else ["run", "worker", "all"])
    ok, told = killed(args.kills, args.articles, args.faults, args.workers, ways, args.seed)
    print(f"{told}\nload average {os.getloadavg()[0]:.1f}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
