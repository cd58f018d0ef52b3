"""Memory of a run over a long input, as it goes.

Run `python -m bench.corpus.memory [--lines 1000000] [--workers 1]`: `eventx run` over as many different short
articles, each asked of a server that answers at once. Prints, at each twentieth of the output, the resident
memory of the run with all its processes, in MB.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus.served import ROOT, serving, write

_SHORT = 300


def resident(process: int) -> float:
    """Return the resident memory of a process and those it started, in MB."""
    fields = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()
    own = int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return own + sum(resident(int(each)) for each in children)


def main() -> None:
    """Print one line for each twentieth of the input."""
    parser = argparse.ArgumentParser(description="memory of a long run")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, serving(0.0) as address:
        given, out = Path(name) / "in.jsonl", Path(name) / "out.jsonl"
        write(given, args.lines, _SHORT)
        command = [sys.executable, "-m", "eventx", "run", str(given), "-o", str(out), "--quiet"]
        command += ["--model", "openai/fixed", "--base-url", f"{address}/v1", "--workers", str(args.workers)]
        out.touch()
        began = time.monotonic()
        environment = {**os.environ, "EVENTX_CACHE": f"{name}/cache"}
        lines, told = 0, 0
        with subprocess.Popen(command, cwd=ROOT, env=environment) as run, out.open("rb") as written:
            while run.poll() is None:
                lines += sum(block.count(b"\n") for block in iter(lambda: written.read(1 << 20), b""))
                if lines * 20 // args.lines > told:
                    told = lines * 20 // args.lines
                    seconds = time.monotonic() - began
                    print(f"{lines:9,} lines  {resident(run.pid):6.1f} MB  {seconds:6.0f} s", flush=True)
                time.sleep(1)
        print(f"exit code {run.returncode}, load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
