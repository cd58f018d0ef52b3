"""`eventx run` and `eventx status`: every article accounted for, whatever happens."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive import run, told
from eventx import stored
from eventx.cli import main
from eventx.schema import Extraction
from fake_server import Behaviour, answer, completion, fail, payload, serving, slowly
from scripted import NOTHING_NEW
from wheels import ROOT

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))

Run = Callable[..., int]


@pytest.fixture
def given(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: Any) -> Path:
        file = tmp_path / "in.jsonl"
        file.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
        return file

    return write


def article(id: str, text: str | None = None) -> dict[str, str]:
    return {"id": id, "text": text or f"The council of Testville spoke of {id}."}


def content(request: dict[str, Any]) -> str:
    return str(request["messages"][1]["content"])


def test_each_article_has_a_line_and_the_last_line_accounts_for_all(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        code = run(fake, given(article("a"), article("b"), "no json"), out)
    assert code == 1
    assert {"a": "done", "b": "done", "in:3": "failed"} == told(out)
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("3 articles: 2 done, 1 failed, 0 skipped; 2 questions, 36 tokens, cost unknown;")


def test_all_done_is_exit_code_0(given: Callable[..., Path], out: Path) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, given(article("a")), out) == 0


def test_what_a_run_writes_is_read_as_extractions(given: Callable[..., Path], out: Path) -> None:
    with serving(NOTHING) as fake:
        run(fake, given(article("a"), "no json"), out)
    found = {name: type(item).__name__ for name, item in stored.read(out)}
    assert {"a": Extraction.__name__, "in:2": "Finding"} == found


def test_the_same_command_again_asks_and_writes_nothing(given: Callable[..., Path], out: Path) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"), article("b"), "no json")
        run(fake, file, out)
        before = out.read_bytes()
        run(fake, file, out)
        assert (2, before) == (len(fake.requests), out.read_bytes())


@pytest.mark.parametrize("cut", [1, 30], ids=["its end", "most of it"])
def test_a_torn_last_line_is_written_again_and_not_paid_again(
    given: Callable[..., Path], out: Path, cut: int
) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"), article("b"))
        run(fake, file, out, "--ordered", "--no-cache")
        out.write_bytes(out.read_bytes()[:-cut])
        assert run(fake, file, out, "--no-cache") == 0
        assert ({"a": "done", "b": "done"}, 2) == (told(out), len(fake.requests))


@pytest.mark.parametrize("gone", ["output", "ledger"])
def test_without_its_ledger_or_its_output_a_run_goes_on(
    given: Callable[..., Path], out: Path, gone: str
) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"), article("b"))
        run(fake, file, out)
        (out if gone == "output" else out.with_name("out.jsonl.ledger")).unlink()
        assert run(fake, file, out) == 0
        assert ({"a": "done", "b": "done"}, 2) == (told(out), len(fake.requests))


def test_failed_articles_are_taken_again_when_told_to(given: Callable[..., Path], out: Path) -> None:
    with serving(fail(400), NOTHING) as fake:
        file = given(article("a"), article("b"))
        assert run(fake, file, out, "--concurrency", "1") == 1
        assert {"a": "failed", "b": "done"} == told(out)
        assert run(fake, file, out) == 1
        assert run(fake, file, out, "--retry-failed") == 0
        assert ({"a": "done", "b": "done"}, 3) == (told(out), len(fake.requests))


def test_an_id_given_twice_is_made_unique(given: Callable[..., Path], out: Path) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"), article("a", "Another text."), article("a~2"))
        run(fake, file, out)
        assert {"a": "done", "a~2": "done", "a~2~2": "done"} == told(out)
        assert run(fake, file, out) == 0
        assert len(fake.requests) == 3


def test_the_same_text_is_asked_once(given: Callable[..., Path], out: Path) -> None:
    with serving(NOTHING) as fake:
        run(fake, given(*(article(id, "One text.") for id in "abc")), out)
        assert ({"a": "done", "b": "done", "c": "done"}, 1) == (told(out), len(fake.requests))


@pytest.mark.parametrize(("more", "requests"), [((), 1), (("--no-cache",), 2)], ids=["kept", "no cache"])
def test_another_run_takes_answers_that_were_kept(
    given: Callable[..., Path], out: Path, more: tuple[str, ...], requests: int
) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"))
        run(fake, file, out)
        run(fake, file, out.with_name("other.jsonl"), *more)
        assert requests == len(fake.requests)


def test_lines_keep_the_order_of_the_input_when_told_to(given: Callable[..., Path], out: Path) -> None:
    ids = [f"a{number}" for number in range(20)]
    with serving(NOTHING) as fake:
        run(fake, given(*map(article, ids)), out, "--ordered")
    assert ids == [json.loads(line)["id"] for line in out.read_text().splitlines()]


def test_an_article_that_changed_is_left_and_told(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        run(fake, given(article("a")), out)
        assert run(fake, given(article("a", "Changed since.")), out) == 1
        assert len(fake.requests) == 1
    assert "changed since it was coded, its line is of the article of then: a; choose another output" in (
        capsys.readouterr().err
    )


def test_one_output_has_one_model(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"))
        run(fake, file, out)
        assert run(fake, file, out, "--model", "openai/other") == 2
    assert "begun with the model openai/fake at" in capsys.readouterr().err


@pytest.mark.parametrize(("reading", "code"), [("lean", 0), ("full", 2)])
def test_a_run_from_before_there_was_a_choice_was_read_lean(
    given: Callable[..., Path], out: Path, reading: str, code: int
) -> None:
    with serving(NOTHING) as fake:
        file = given(article("a"))
        run(fake, file, out)
        with closing(sqlite3.connect(out.with_name(f"{out.name}.ledger"))) as ledger, ledger:
            ledger.execute("UPDATE start SET settings = json_remove(settings, '$.reading')")
        assert code == run(fake, file, out, "--reading", reading)


def test_a_file_that_is_no_output_of_a_run_is_left_alone(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("my notes\n")
    with serving(NOTHING) as fake:
        assert run(fake, given(article("a")), out) == 2
    assert "line 1 is not of a run" in capsys.readouterr().err
    assert out.read_text() == "my notes\n"


def test_a_model_that_never_answers_ends_the_run(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(fail(401)) as fake:
        file = given(*(article(f"a{number}") for number in range(20)))
        assert run(fake, file, out, "--concurrency", "2") == 3
        assert len(fake.requests) < 20
    assert "stopped: not tried: 12 articles in a row had no answer" in capsys.readouterr().err
    assert {"failed", "skipped"} == set(told(out).values())
    assert len(told(out)) == 20


@pytest.fixture
def twenty(given: Callable[..., Path]) -> Path:
    return given(*(article(f"a{number}") for number in range(20)))


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [
        ("--max-tokens", "20000", "could pass --max-tokens 20,000"),
        ("--max-cost", "0.00008", "could pass --max-cost 8e-05"),
    ],
    ids=["tokens", "cost"],
)
def test_a_limit_is_kept_and_what_is_left_is_skipped(
    twenty: Path,
    out: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    limit: str,
    value: str,
    reason: str,
) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text('["openai/fake"]\ninput = 0.001\noutput = 0.01\n')
    spending = completion_of(tokens_in=1000, tokens_out=500)
    with serving(spending) as fake:
        assert run(fake, twenty, out, limit, value, "--prices", str(prices)) == 1
        spent = 1500 * len(fake.requests)
        assert 0 < len(fake.requests) < 20
    assert spent <= 20_000
    assert len(fake.requests) == list(told(out).values()).count("done")
    assert reason in capsys.readouterr().err
    with serving(NOTHING) as fake:
        # The address is part of what a run was begun with.
        run(fake, twenty, out)


def completion_of(*, tokens_in: int, tokens_out: int) -> Behaviour:
    body = completion(json.dumps(NOTHING_NEW))
    return payload({**body, "usage": {"prompt_tokens": tokens_in, "completion_tokens": tokens_out}})


def test_a_cost_limit_needs_a_price(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, given(article("a")), out, "--max-cost", "1") == 2
        assert fake.requests == []
    assert "the price of openai/fake is unknown" in capsys.readouterr().err


def test_time_that_is_over_ends_what_is_under_way(twenty: Path, out: Path) -> None:
    with serving(slowly(0.3, NOTHING)) as fake:
        assert run(fake, twenty, out, "--max-minutes", "0.01", "--concurrency", "2") == 1
        assert {"done", "skipped"} == set(told(out).values())
        assert run(fake, twenty, out) == 0
        assert len(told(out)) == 20


def test_a_dry_run_asks_and_writes_nothing(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, given(article("a"), article("b"), "no json"), out, "--dry-run") == 0
        assert ([], False) == (fake.requests, out.exists())
    said = capsys.readouterr().out
    assert "articles   3: 2 to read, 0 done, 1 unusable" in said
    assert "requests   about 2, questions about single counts on top, and 4 repairs at most; 0" in said
    assert "cost       unknown: openai/fake has no known price" in said


def test_a_defect_fails_one_article_and_shows_no_traceback(
    given: Callable[..., Path], out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from eventx.corpus import coding

    whole = coding.aextract

    async def broken(article: Any, **how: Any) -> Extraction:
        if "of a." in article.text:
            raise ZeroDivisionError("division by zero")
        return await whole(article, **how)

    monkeypatch.setattr(coding, "aextract", broken)
    with serving(NOTHING) as fake:
        assert run(fake, given(article("a"), article("b")), out) == 1
    assert {"a": "failed", "b": "done"} == told(out)
    assert "a defect of eventx (ZeroDivisionError: division by zero)" in out.read_text()
    assert "Traceback" not in capsys.readouterr().err


def test_a_run_that_is_terminated_says_how_to_go_on(
    given: Callable[..., Path], out: Path, tmp_path: Path
) -> None:
    file = given(*(article(f"a{number}") for number in range(200)))
    with serving(slowly(0.2, NOTHING)) as fake:
        command = [sys.executable, "-m", "eventx", "run", str(file), "-o", str(out), "--quiet"]
        command += ["--model", "openai/fake", "--base-url", fake.base_url, "--concurrency", "2"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
            while not (out.exists() and out.stat().st_size):
                time.sleep(0.01)
            running.terminate()
            _, said = running.communicate(timeout=60)
    assert (143, "what is written stays; the same command goes on from there\nterminated\n") == (
        running.returncode,
        said,
    )
    assert {"done"} == set(told(out).values())


def test_without_a_terminal_progress_is_lines(
    given: Callable[..., Path], out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from eventx.cli import run as command

    monkeypatch.setattr(command, "_PAUSE", 0.0)
    model = ("--model", "openai/fake", "--concurrency", "1")
    with serving(NOTHING) as fake:
        file = given(article("a"), article("b"))
        main(["run", str(file), "-o", str(out), *model, "--base-url", fake.base_url])
    first, second, last = capsys.readouterr().err.splitlines()
    assert first.startswith("1 of 2 articles, ")
    assert "/s, 0 failed, 18 tokens, about " in first
    assert second.startswith("2 of 2 articles, ")
    assert last.startswith("2 articles: 2 done, ")


def test_what_one_server_answered_is_not_kept_for_another(
    given: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = given(article("a"))
    for name in ("one", "other"):
        with serving(NOTHING) as fake:
            monkeypatch.setenv("EVENTX_BASE_URL", fake.base_url)
            main(
                ["run", str(file), "-o", str(tmp_path / f"{name}.jsonl"), "--model", "openai/fake", "--quiet"]
            )
        assert len(fake.requests) == 1, name


def test_a_terminal_is_shown_a_bar(
    given: Callable[..., Path], out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with serving(NOTHING) as fake:
        file = given(article("a"))
        model = ("--model", "openai/fake", "--base-url", fake.base_url)
        assert main(["run", str(file), "-o", str(out), *model]) == 0
    assert "1 articles: 1 done" not in capsys.readouterr().err


def test_status_says_where_a_run_stands_and_what_failed(
    given: Callable[..., Path], out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        run(fake, given(article("a"), "no json"), out)
    capsys.readouterr()
    assert main(["status", str(out)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "2 articles: 1 done, 1 failed, 0 skipped, 0 pending"
    assert said[1] == "1 questions, 18 tokens, cost unknown"
    assert said[2].startswith("failed in:2: is not JSON")


def test_status_of_what_is_no_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(tmp_path / "none.jsonl")]) == 2
    assert "has no ledger" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads processes from /proc")
@pytest.mark.parametrize(
    "how",
    [
        pytest.param("--kills 4 --articles 150", id="one process"),
        pytest.param(
            "--kills 4 --articles 300 --workers 2 --ways all interrupted stopped orphaned",
            id="two workers",
        ),
    ],
)
def test_killed_at_random_moments_nothing_is_lost_or_told_twice(how: str) -> None:
    # A process of its own: it forks, and these tests have threads.
    command = (sys.executable, "-m", "bench.corpus.killing", *how.split())
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{ran.stdout}{ran.stderr}"
