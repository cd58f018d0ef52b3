"""`eventx run --workers`: several processes, and one account of what they do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from archive import command, told
from eventx.cli import main
from fake_server import FakeServer, answer, completion, fail, payload, serving, slowly
from scripted import NOTHING_NEW

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))


def written(tmp_path: Path, number: int, *, different: int | None = None) -> Path:
    """Write so many articles, of so many different texts."""
    file = tmp_path / "in.jsonl"
    texts = (f"The council of Testville met {each % (different or number)} times." for each in range(number))
    rows = ({"id": f"a{each}", "text": text} for each, text in enumerate(texts))
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return file


def by_two(fake: FakeServer, file: Path, out: Path, *more: str) -> list[str]:
    """Return the command for two workers."""
    return command(fake, file, out, "--workers", "2", *more)


def children(process: int) -> list[int]:
    """Return the processes that a process started."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(each) for each in found]


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_two_processes_write_one_output_and_ask_the_same_once(tmp_path: Path, out: Path) -> None:
    with serving(slowly(0.05, NOTHING)) as fake:
        code = main(by_two(fake, written(tmp_path, 40, different=10), out, "--ordered"))
        ids = [json.loads(line)["id"] for line in out.read_text().splitlines()]
        assert (0, 10, {"done": 40}) == (code, len(fake.requests), Counter(told(out).values()))
        assert ids == [f"a{number}" for number in range(40)]


def test_an_article_that_fails_in_another_process_says_why(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(fail(400), NOTHING) as fake:
        assert main(by_two(fake, written(tmp_path, 6), out)) == 1
    assert {"done": 5, "failed": 1} == Counter(told(out).values())
    assert "6 articles: 5 done, 1 failed, 0 skipped; 6 questions," in capsys.readouterr().err


def test_a_limit_holds_over_all_processes(tmp_path: Path, out: Path) -> None:
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    paid = payload({**completion(json.dumps(NOTHING_NEW)), "usage": usage})
    with serving(slowly(0.05, paid)) as fake:
        assert main(by_two(fake, written(tmp_path, 60), out, "--max-tokens", "30000")) == 1
        found = Counter(told(out).values())
    assert found["skipped"] > 0
    assert found["done"] == len(fake.requests) > 0
    assert 1100 * len(fake.requests) <= 30000


def test_no_model_anywhere_ends_the_run(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTX_TIMEOUT", "1")
    with serving(fail(503)) as fake:
        assert main(by_two(fake, written(tmp_path, 60), out, "--concurrency", "8")) == 3
    assert {"failed", "skipped"} == set(Counter(told(out).values()))


def test_an_embedded_model_has_no_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTX_GGUF", str(written(tmp_path, 1)))
    file = tmp_path / "in.jsonl"
    assert main(["run", str(file), "-o", str(tmp_path / "o"), "--model", "local", "--workers", "2"]) == 2
    assert "the embedded model is asked by one process: leave out --workers" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads processes from /proc")
@pytest.mark.parametrize("end", ["worker", "run"])
def test_whoever_is_killed_the_same_command_goes_on(tmp_path: Path, out: Path, end: str) -> None:
    file = written(tmp_path, 200)
    with serving(slowly(0.1, NOTHING)) as fake:
        arguments = by_two(fake, file, out, "--concurrency", "4")
        started = [sys.executable, "-m", "eventx", *arguments]
        with subprocess.Popen(started, stderr=subprocess.PIPE, text=True) as running:
            while not (out.exists() and out.stat().st_size):
                time.sleep(0.01)
            started_by_it = children(running.pid)
            workers = [
                each for each in started_by_it if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()
            ]
            os.kill(workers[0] if end == "worker" else running.pid, signal.SIGKILL)
            _, said = running.communicate(timeout=60)
        deadline = time.monotonic() + 20
        while any(map(is_alive, started_by_it)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert [] == [each for each in started_by_it if is_alive(each)]
        if end == "worker":
            assert running.returncode == 2
            assert said == (
                "eventx: a worker process ended by itself (exit code -9); what is written stays: start the "
                "same again, with fewer --workers if memory is short\n"
            )
        assert main(arguments) == 0
    assert {"done": 200} == Counter(told(out).values())
    assert len(fake.requests) <= 200 + 4
