"""`eventx run` within what a provider allows: requests and tokens a minute, waits, and what is charged."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archive import run, told
from eventx.cli import main
from eventx.corpus import rate
from fake_server import answer, completion, fail, payload, serving
from scripted import NOTHING_NEW

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))

Given = Callable[[str], Path]


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Return what writes an article for each letter."""

    def write(ids: str) -> Path:
        file = tmp_path / "in.jsonl"
        rows = ({"id": id, "text": f"The council of Testville spoke of {id}."} for id in ids)
        file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
        return file

    return write


def tries(out: Path) -> list[str | None]:
    """Return the error of each try that the ledger knows, in order."""
    with closing(sqlite3.connect(out.with_name("out.jsonl.ledger"))) as ledger:
        return [error for (error,) in ledger.execute("SELECT error FROM question ORDER BY number")]


def test_requests_a_minute_are_kept_by_retries_too(
    given: Given, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate, "MINUTE", 1.0)
    with serving(fail(500), NOTHING, fail(500), NOTHING) as fake:
        began = time.monotonic()
        assert run(fake, given("abc"), out, "--rpm", "2") == 0
        assert time.monotonic() - began >= 2.0
        assert len(fake.requests) == 5


def test_a_start_knows_what_the_one_before_it_asked(given: Given, out: Path) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, given("a"), out, "--rpm", "1") == 0
        assert run(fake, given("ab"), out, "--rpm", "1", "--max-minutes", "0.01") == 1
        assert ({"a": "done", "b": "skipped"}, 1) == (told(out), len(fake.requests))
    assert "the minutes of --max-minutes are over" in out.read_text()


def test_tokens_a_minute_that_no_question_fits_in_end_the_run_at_once(
    given: Given, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, given("ab"), out, "--tpm", "100") == 1
        assert ({"a": "skipped", "b": "skipped"}, []) == (told(out), fake.requests)
    assert "stopped: the next question can take " in capsys.readouterr().err


def test_tokens_that_no_server_counts_are_charged_in_the_next_start_too(
    given: Given, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = payload({**completion(json.dumps(NOTHING_NEW)), "usage": None})
    with serving(silent) as fake:
        assert run(fake, given("a"), out) == 0
        capsys.readouterr()
        main(["status", str(out)])
        said = capsys.readouterr().out.splitlines()[1]
        tokens = int(said.split()[2].replace(",", ""))
        assert said.endswith(
            f" {tokens:,} tokens (the most possible for 1 that the server did not count), cost unknown"
        )
        assert run(fake, given("ab"), out, "--max-tokens", str(2 * tokens - 1)) == 1
        assert len(fake.requests) == 1
    assert f"({tokens:,} are spent)" in capsys.readouterr().err


def test_a_ledger_from_before_the_column_is_renewed(
    given: Given, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        file = given("a")
        run(fake, file, out)
        with closing(sqlite3.connect(out.with_name("out.jsonl.ledger"))) as ledger:
            ledger.execute("ALTER TABLE question DROP COLUMN counted")
            ledger.execute("UPDATE question SET tokens_out = NULL")
            ledger.commit()
        capsys.readouterr()
        assert main(["status", str(out)]) == 2
        assert "is no ledger of this eventx (no such column: counted)" in capsys.readouterr().err
        assert run(fake, file, out) == 0
    assert "11 tokens (the most possible for 1 that the server did not count)" in capsys.readouterr().err


def test_a_wait_longer_than_patience_is_waited_for_and_each_try_noted(
    given: Given, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENTX_TIMEOUT", "5")
    with serving(fail(429, "slow down", headers={"retry-after": "6"}), NOTHING) as fake:
        began = time.monotonic()
        assert run(fake, given("a"), out) == 0
        assert time.monotonic() - began >= 6
    refused, answered = tries(out)
    assert "allows no more requests for now (429: slow down)" in str(refused)
    assert answered is None


def test_a_wait_ends_when_the_minutes_are_over(given: Given, out: Path) -> None:
    with serving(fail(429, headers={"retry-after": "600"})) as fake:
        assert run(fake, given("ab"), out, "--max-minutes", "0.01") == 1
        assert {"a": "skipped", "b": "skipped"} == told(out)
        assert len(fake.requests) <= 2
    assert "the minutes of --max-minutes are over" in out.read_text()


def test_a_wait_of_a_day_is_not_waited_for(given: Given, out: Path) -> None:
    with serving(fail(429, headers={"retry-after": "86400"})) as fake:
        assert run(fake, given("ab"), out, "--concurrency", "1") == 1
        assert ({"a": "failed", "b": "failed"}, 2) == (told(out), len(fake.requests))
    assert "told to wait another 86400 s" in out.read_text()


def test_a_dry_run_knows_what_articles_took_before(
    given: Given, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text('["openai/fake"]\ninput = 1000\noutput = 1000\n')
    with serving(answer("no JSON"), NOTHING) as fake:
        run(fake, given("a"), out)
        capsys.readouterr()
        file = given("abc")
        assert run(fake, file, out, "--dry-run", "--prices", str(prices), "--rpm", "1") == 0
    # Two questions an article, each of 11 tokens read and 7 written; at most two repairs an article.
    assert [
        "articles   3: 2 to read, 1 done, 0 unusable",
        "requests   about 4 as before, and 4 repairs at most; 0 answers are kept from before",
        "tokens     about 44 read and 28 written, 144 together with all repairs",
        "cost       about 0.07 US dollars, 0.14 with all repairs",
        "time       4 minutes or more, within --rpm and --tpm",
    ] == capsys.readouterr().out.splitlines()
