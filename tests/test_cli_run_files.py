"""The files of a run: who writes them, who reads them, and what is said when something is wrong with one."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archive import articles, command, ledger_of, run, told
from eventx.cli import main
from eventx.corpus.lines import Changed, Lines, Result
from fake_server import Behaviour, Handler, answer, fail, serving
from scripted import NOTHING_NEW

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "results"
    folder.mkdir()
    return folder / "out.jsonl"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return articles(tmp_path, 3)


def first(doing: Callable[[], object]) -> list[Behaviour]:
    """Return a server's script: at the second request something is done, and all are answered."""

    def behave(handler: Handler) -> None:
        doing()
        NOTHING(handler)

    return [NOTHING, behave, NOTHING]


# One run an output

NAMES: dict[str, Callable[[Path], Path]] = {
    "its name": lambda out: out,
    "another spelling": lambda out: out.parent / ".." / out.parent.name / out.name,
    "a symbolic link": lambda out: linked(out, "link.jsonl", Path.symlink_to),
    "a link to its folder": lambda out: linked(out.parent, "folder", Path.symlink_to) / out.name,
    "a hard link": lambda out: linked(out, "hard.jsonl", Path.hardlink_to),
}


def linked(target: Path, name: str, link: Callable[[Path, Path], None]) -> Path:
    made = target.parent / name
    link(made, target)
    return made


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_while_a_run_writes_no_other_does_by_whatever_name(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], name: Callable[[Path], Path]
) -> None:
    codes: list[int] = []
    with serving(NOTHING) as fake:
        fake.script = first(lambda: codes.append(run(fake, three, name(out))))
        assert run(fake, three, out, "--concurrency", "1", "--no-cache") == 0
        assert ([2], 3) == (codes, len(fake.requests))
    assert "another run writes it; wait for it, or choose another output" in capsys.readouterr().err


def test_an_output_has_one_ledger_by_whatever_name(three: Path, out: Path) -> None:
    out.touch()
    link = linked(out, "link.jsonl", Path.symlink_to)
    with serving(fail(400), NOTHING) as fake:
        assert run(fake, three, link, "--concurrency", "1") == 1
        assert run(fake, three, out, "--retry-failed") == 0
        assert len(fake.requests) == 4
    assert {"out.jsonl", "link.jsonl", "out.jsonl.ledger"} == {each.name for each in out.parent.iterdir()}
    assert link.is_symlink()


def test_of_two_that_start_at_once_one_writes(tmp_path: Path, out: Path) -> None:
    file = articles(tmp_path, 5)
    waiting = "import os, sys, time; import eventx.cli, eventx.corpus.running\nprint(flush=True); input()\n"
    waiting += "sys.exit(eventx.cli.main(sys.argv[1:]))"
    with serving(NOTHING) as fake:
        started = [sys.executable, "-c", waiting, *command(fake, file, out, "--no-cache")]
        piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        both = [subprocess.Popen(started, text=True, **piped) for _ in range(2)]  # type: ignore[call-overload]
        for each in both:
            each.stdout.readline()
        for each in both:
            each.stdin.write("\n")
            each.stdin.flush()
        codes = sorted(each.wait(60) for each in both)
        for each in both:
            each.communicate()
        # The second may come when the first has ended, and then finds all done.
        assert codes in ([0, 2], [0, 0])
        assert len(fake.requests) == 5
    assert {"done"} == set(told(out).values())


@pytest.mark.parametrize("kind", ["pipe", "/dev/null", "/dev/full"])
def test_an_output_is_an_ordinary_file(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    if kind == "pipe":
        os.mkfifo(out)
    else:
        out.symlink_to(kind)
    with serving(NOTHING) as fake:
        assert (2, []) == (run(fake, three, out), fake.requests)
    assert "is no ordinary file, and a run goes on from its output" in capsys.readouterr().err
    assert [out] == list(out.parent.iterdir())


@pytest.mark.parametrize("what", ["run", "status"])
def test_a_circle_of_links_is_no_output(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    out.symlink_to(out)
    with serving(NOTHING) as fake:
        assert (2, []) == (
            run(fake, three, out) if what == "run" else main(["status", str(out)]),
            fake.requests,
        )
    assert capsys.readouterr().err.count("\n") == 1


# An output that is not what it was


def replaced(out: Path) -> None:
    other = out.with_name("other")
    other.write_bytes(out.read_bytes())
    other.replace(out)


CHANGES: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "moved": lambda out: out.rename(out.with_name("elsewhere")),
    "replaced": replaced,
    "cut": lambda out: os.truncate(out, 0),
    "added to": lambda out: out.write_bytes(out.read_bytes() * 2),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_output_that_another_program_changes_ends_the_run(
    three: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], object],
) -> None:
    with serving(*first(lambda: change(out))) as fake:
        assert run(fake, three, out, "--concurrency", "1") == 2
        said = capsys.readouterr().err
        left = len(out.read_bytes().splitlines()) if out.exists() else 0
        assert f"eventx: {out}: was deleted, moved or changed by another program" in said
        assert said.count("\n") == 1
        main(["status", str(out)])
        assert f"{min(left, 1)} done, 0 failed, 0 skipped" in capsys.readouterr().out
        out.unlink(missing_ok=True)
        assert run(fake, three, out) == 0
        assert ({"done"}, 3) == (set(told(out).values()), len(fake.requests))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_output_that_is_changed_after_the_last_line_is_not_finished(
    out: Path, change: Callable[[Path], object]
) -> None:
    with closing(Lines(out)) as lines:
        lines.put(Result("a", "skipped", None, "a reason").to_line())
        change(out)
        with pytest.raises(Changed, match="was deleted, moved or changed by another program"):
            lines.finish()


# A disk that is full


def test_a_full_disk_loses_nothing_that_was_paid(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    room = [900]

    def full(file: int, data: memoryview) -> int:
        if os.fstat(file).st_ino != out.stat().st_ino:
            return write(file, data)
        if not room[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        room[0] -= (fits := min(room[0], len(data)))
        return write(file, data[:fits])

    with serving(NOTHING) as fake:
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", full)
            assert run(fake, three, out, "--concurrency", "1") == 2
        assert capsys.readouterr().err == (
            f"eventx: {out}: cannot be written (No space left on device); make room, then start the same "
            "again: what is written stays, and what was answered is asked no second time\n"
        )
        assert out.read_bytes().endswith(b"\n")
        assert run(fake, three, out) == 0
        assert ({"done"}, 3) == (set(told(out).values()), len(fake.requests))


# Keys


def test_no_file_of_a_run_has_a_key_of_its_address(three: Path, out: Path, tmp_path: Path) -> None:
    with serving(NOTHING) as fake:
        for user, key in (("anna", "first-of-all-keys"), ("bert", "second-of-all-keys")):
            address = (
                f"{fake.base_url.replace('//', f'//{user}:{key}@')}?api-version=3&api_key={key}&sig={key}"
            )
            assert run(fake, three, out, "--base-url", address) == 0
        assert len(fake.requests) == 3
    kept = [
        each for folder in (out.parent, tmp_path / "cache") for each in folder.rglob("*") if each.is_file()
    ]
    assert len(kept) >= 3
    for each in kept:
        data = each.read_bytes()
        assert [] == [word for word in (b"anna", b"bert", b"of-all-keys") if word in data], each
    assert b"api-version=3" in ledger_of(out).read_bytes()


def test_a_key_in_an_address_reaches_the_server(three: Path, out: Path) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, three, out, "--base-url", f"{fake.base_url}?api-version=3&key=mine") == 0
        assert {"/v1/chat/completions?api-version=3&key=mine"} == set(fake.paths)


def test_a_key_in_a_ledger_of_before_is_taken_out(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, three, out) == 0
        with closing(sqlite3.connect(ledger_of(out))) as ledger, ledger:
            whom = f"openai/fake at {fake.base_url.replace('//', '//anna:hunter2222@')}"
            ledger.execute("UPDATE start SET settings = json_set(settings, '$.model', ?)", (whom,))
        assert b"hunter2222" in ledger_of(out).read_bytes()
        assert run(fake, three, out, "--model", "openai/other") == 2
        assert "begun with the model openai/fake at http://127.0.0.1" in capsys.readouterr().err
        assert run(fake, three, out) == 0
    for each in out.parent.iterdir():
        assert b"hunter2222" not in each.read_bytes(), each


def test_only_their_owner_reads_ledger_and_kept_answers(three: Path, out: Path, tmp_path: Path) -> None:
    modes: dict[str, int] = {}

    def look() -> None:
        for each in (*out.parent.iterdir(), *(tmp_path / "cache").iterdir()):
            modes[each.name] = each.stat().st_mode & 0o777

    out.touch(mode=0o644)
    ledger_of(out).touch(mode=0o644)
    ledger_of(out).chmod(0o644)
    before = os.umask(0o022)
    try:
        with serving(*first(look)) as fake:
            assert run(fake, three, out, "--concurrency", "1") == 0
    finally:
        os.umask(before)
    shared = {name for name, mode in modes.items() if mode & 0o077}
    assert {"out.jsonl"} == shared  # what people pass on; it has no address and no key
    assert {"out.jsonl.ledger", "out.jsonl.ledger-wal", "answers.sqlite3", "answers.sqlite3-wal"} <= set(
        modes
    )
