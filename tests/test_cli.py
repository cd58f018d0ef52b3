"""The command line as a process: how fast it starts, what stops it, what it does to its streams."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import eventx
from asking import clear
from battle import TEXT
from eventx.cli import main, output
from fake_server import FakeServer, hang, serving

EVENTX = (sys.executable, "-m", "eventx")
HEAVY = {"pydantic", "rich", "openai", "instructor"}


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["extract", "--help"], ["export", "--help"], ["models", "--help"]],
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "eventx", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert {"argparse", "eventx"} == imported & {"argparse", "eventx", *HEAVY}


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (0, f"eventx {eventx.__version__}\n") == (stopped.value.code, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "the following arguments are required: COMMAND; see `eventx --help`", id="none"),
        pytest.param(
            ["extract"],
            "the following arguments are required: FILE; see `eventx extract --help`",
            id="no-file",
        ),
        pytest.param(
            ["counts", "a", "--form", "json"],
            "unrecognized arguments: --form json; see `eventx --help`",
            id="shortened",
        ),
        pytest.param(
            ["extract", "a", "--max-repairs", "-1"],
            "argument --max-repairs: '-1' is not a number of questions, such as 2; "
            "see `eventx extract --help`",
            id="negative",
        ),
        pytest.param(
            ["extract", "a", "--record", "r", "--replay", "r"],
            "argument --replay: not allowed with argument --record; see `eventx extract --help`",
            id="record-and-replay",
        ),
        pytest.param(
            ["counts", "a", "b\x1b[2J"],
            "unrecognized arguments: b\\u001b[2J; see `eventx --help`",
            id="control-characters",
        ),
    ],
)
def test_wrong_usage_is_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert (2, f"eventx: {message}\n") == (stopped.value.code, capsys.readouterr().err)


# Counts and schemas


def test_counts_as_json(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["counts", str(article)])
    found = json.loads(capsys.readouterr().out)
    assert 0 == code
    assert [TEXT[each["start"] : each["end"]] for each in found] == [each["text"] for each in found]
    assert [26, 26, 11, 20, 8, 7] == [each["value"] for each in found]


def test_counts_as_a_table(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["counts", str(article), "--format", "table"])
    assert [
        ["≥26", "“At least 26”", "0-11"],
        ["≥26", "“At least 26 people”", "35-53"],
        ["11", "“eleven Northmark soldiers”", "152-177"],
        ["~20", "“around 20”", "190-199"],
        ["8", "“a further eight casualties”", "224-250"],
        ["7", "“seven fighters”", "273-287"],
    ] == [re.split("  +", line.strip()) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("kind", "expected"), [("json", "[]\n"), ("table", "No number of people found.\n")])
def test_no_counts(kind: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "quiet.txt"
    file.write_text("The bridge is closed.", encoding="utf-8")
    main(["counts", str(file), "--format", kind])
    assert expected == capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "title"),
    [([], "Extraction"), (["article"], "Article"), (["count-mention"], "CountMention")],
    ids=["default", "article", "count-mention"],
)
def test_schema(arguments: list[str], title: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", *arguments])
    assert title == json.loads(capsys.readouterr().out)["title"]


def test_schemas_that_were_written_pass_the_check(tmp_path: Path) -> None:
    folder = str(tmp_path / "schemas")
    assert [0, 0] == [main(["schema", "--write", folder]), main(["schema", "--check", folder])]


def test_a_schema_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["schema", "--check", str(tmp_path)])
    message = f"eventx: {tmp_path}/extraction.schema.json differs from the code; run `make schema`\n"
    assert (2, message) == (code, capsys.readouterr().err)


# Streams


def test_a_reader_that_leaves_early_is_no_error(article: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*EVENTX, "counts", article], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (141, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["counts", "schema"])
def test_a_full_disk_is_one_line(command: str, article: Path) -> None:
    arguments = [command, *([article] if command == "counts" else [])]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*EVENTX, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (2, b"eventx: cannot write the output: No space left on device\n") == (
        done.returncode,
        done.stderr,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_table_is_written_in_whatever_the_stream_can_encode(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("At least 26 Żółw soldiers were killed.", encoding="utf-8")
    done = subprocess.run(
        [*EVENTX, "counts", file, "--format", "table"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    expected = {
        "ascii": '>=26  "At least 26 \\u017b\\xf3\\u0142w soldiers"  0-25\n',
        "cp1252": ">=26  “At least 26 \\u017bó\\u0142w soldiers”  0-25\n",
        "utf-8": "≥26  “At least 26 Żółw soldiers”  0-25\n",
    }
    assert expected[encoding] == done.stdout.decode(encoding)


def test_json_is_utf_8_whatever_the_stream_would_be(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("At least 26 Żółw soldiers were killed.", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*EVENTX, "counts", file], env=environment, capture_output=True, check=True)
    assert ["At least 26 Żółw soldiers"] == [each["text"] for each in json.loads(done.stdout)]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize("terminal", [True, False])
def test_a_terminal_gets_a_table_and_a_pipe_gets_json(terminal: bool, article: Path) -> None:
    leader, follower = os.openpty() if terminal else os.pipe()
    environment = {**os.environ, "TERM": "xterm"}
    subprocess.run([*EVENTX, "counts", article], stdout=follower, env=environment, check=True)
    os.close(follower)
    shown = _all_of(leader)
    assert (terminal, not terminal) == (b"\x1b[1m" in shown, shown.startswith(b"[\n"))


# Files


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    output.write("new\n", str(file))
    assert ("new\n", 0o640, [file]) == (
        file.read_text(encoding="utf-8"),
        file.stat().st_mode & 0o777,
        list(tmp_path.iterdir()),
    )


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    output.write("new\n", str(link))
    assert (True, "new\n") == (link.is_symlink(), (tmp_path / "real.json").read_text(encoding="utf-8"))


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
) -> None:
    def pieces() -> Iterator[str]:
        yield "ne"
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        output.write_all(pieces(), str(file))
    assert ([file], b"old") == (list(tmp_path.iterdir()), file.read_bytes())


# Signals


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        pytest.param(signal.SIGINT, 130, b"interrupted\n", id="ctrl-c"),
        pytest.param(signal.SIGTERM, 143, b"terminated\n", id="sigterm"),
    ],
)
def test_interrupted_while_the_model_thinks(
    number: signal.Signals, code: int, message: bytes, article: Path
) -> None:
    with serving(hang) as fake:
        arguments = [
            "--model",
            "openai/fake",
            "--base-url",
            fake.base_url,
            "-o",
            "out.json",
            "--record",
            "c.yaml",
        ]
        process = subprocess.Popen(
            [*EVENTX, "extract", article, *arguments],
            cwd=article.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            _wait_for_a_request(fake, process)
            process.send_signal(number)
            said = process.communicate(timeout=30)
        finally:
            process.kill()
            process.communicate()
    assert (code, (b"", message), [article]) == (process.returncode, said, list(article.parent.iterdir()))


def _wait_for_a_request(fake: FakeServer, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + 60
    while not fake.requests and process.poll() is None and time.monotonic() < give_up:
        time.sleep(0.02)


def _all_of(descriptor: int) -> bytes:
    data = b""
    try:
        while more := os.read(descriptor, 4096):
            data += more
    except OSError:  # a pseudo-terminal ends so
        pass
    os.close(descriptor)
    return data
