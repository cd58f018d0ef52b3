"""`eventx extract`: what it writes and where, and one clear line for everything that can be wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import eventx.pipeline  # noqa: F401  keeps the real connect() for replays when a test puts a fake in its place
from asking import clear
from battle import ERROR, EVENT, INFO, TEXT, WARNING, extraction
from eventx.article import Article
from eventx.cli import main
from eventx.errors import InputError
from eventx.export import to_json, to_jsonl
from eventx.model import Answer, Patience, Question, connect
from eventx.schema import Extraction, Finding
from fake_server import Behaviour, answer, fail, free_port, serving

READ = extraction(EVENT, findings=(WARNING,))


class FakeModel:
    """Answers nothing: a test's `extract` does not ask it."""

    name = "local/scripted"

    def ask(self, question: Question) -> Answer:
        raise AssertionError("the fake model was asked")

    async def aask(self, question: Question) -> Answer:
        raise AssertionError("the fake model was asked")


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    clear(monkeypatch)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Replace the model and the pipeline, and return what they are called with."""
    made: list[dict[str, Any]] = []

    def fake_connect(name: str | None, **how: object) -> FakeModel:
        made.append({"name": name, **how})
        return FakeModel()

    def extract(article: Article, **how: object) -> Extraction:
        made.append({"article": article, **how})
        return READ

    monkeypatch.setattr("eventx.model.connect", fake_connect)
    monkeypatch.setattr("eventx.pipeline.extract", extract)
    return made


# What is asked


@pytest.mark.parametrize("format", ["json", "csv", "table"])
def test_events_told_in_passing_can_be_left_out(
    article: Path,
    calls: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    format: str,
) -> None:
    passing = EVENT.model_copy(update={"id": "2", "sub_event_type": "Attack", "passing": True})
    wrong = ERROR.model_copy(update={"path": "events[1].killed"})
    read = extraction(EVENT, passing, findings=(wrong,))
    monkeypatch.setattr("eventx.pipeline.extract", lambda article, **how: read)
    found = []
    for options in ([], ["--without-passing"]):
        code = main(["extract", str(article), "--format", format, *options])
        found.append((code, "Attack" in capsys.readouterr().out))
    assert [(1, True), (0, False)] == found


def test_the_article_and_the_options_reach_the_pipeline(article: Path, calls: list[dict[str, Any]]) -> None:
    options = "--published 2023-08-28 --source Agency --model openai/a --base-url http://b/v1 --max-repairs 0"
    main(["extract", str(article), *options.split()])
    asked, read = calls
    assert {"name": "openai/a", "base_url": "http://b/v1"} == asked
    assert Article.from_text(TEXT, published="2023-08-28", source="Agency") == read["article"]
    assert ("local/scripted", 0) == (read["model"].name, read["max_repairs"])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="utf-8-bom"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16-bom"),
    ],
)
@pytest.mark.parametrize("stdin", [False, True], ids=["file", "stdin"])
def test_byte_order_marks_are_honoured(
    stdin: bool, data: bytes, article: Path, calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    article.write_bytes(data)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    main(["extract", "-" if stdin else str(article)])
    assert TEXT == calls[1]["article"].text


# What is written


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param([], to_json(READ), id="piped"),
        pytest.param(["--format", "json"], to_json(READ), id="json"),
        pytest.param(["--format", "jsonl"], to_jsonl(READ), id="jsonl"),
        pytest.param(["-o", "-"], to_json(READ), id="to-standard-output"),
    ],
)
@pytest.mark.usefixtures("calls")
def test_printed(
    options: list[str], expected: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["extract", str(article), *options])
    assert (0, (expected, "")) == (code, capsys.readouterr())


@pytest.mark.usefixtures("calls")
def test_what_a_codebook_has_no_room_for_is_said(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["extract", str(article), "--format", "ucdp"])
    out, err = capsys.readouterr()
    assert (1, 1) == (code, len(out.splitlines()))
    assert [
        "refused: events[0].when: there is no date: “last Saturday” is no date (a Saturday; the day of "
        "publication is not known)",
        "0 events written, 1 refused (no date 1)",
    ] == err.splitlines()


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
@pytest.mark.usefixtures("calls")
def test_what_the_file_ends_in_is_the_format(name: str, article: Path) -> None:
    out = article.with_name(name)
    assert 0 == main(["extract", str(article), "-o", str(out)])
    assert out.read_bytes().startswith(b"PAR1" if name == "a.parquet" else b"article,event,")


def test_parquet_on_standard_output_is_refused_before_a_model_is_asked(
    article: Path, calls: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["extract", str(article), "--format", "parquet"])
    assert ([], "eventx: parquet is no text; name the file to write with -o\n") == (
        calls,
        capsys.readouterr().err,
    )


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        pytest.param("a.json", [], to_json(READ), id="json"),
        pytest.param("a.jsonl", [], to_jsonl(READ), id="jsonl"),
        pytest.param("a", [], to_json(READ), id="no-suffix"),
        pytest.param("a.geojson", ["--format", "json"], to_json(READ), id="format-before-suffix"),
        pytest.param("a.json", ["--format", "jsonl"], to_jsonl(READ), id="format-first"),
    ],
)
@pytest.mark.usefixtures("calls")
def test_written(
    name: str, options: list[str], expected: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = article.with_name(name)
    main(["extract", str(article), "-o", str(out), *options])
    assert (expected, ("", "")) == (out.read_text(encoding="utf-8"), capsys.readouterr())
    assert {article, out} == set(article.parent.iterdir())


@pytest.mark.usefixtures("calls")
def test_a_table_in_a_file_has_no_colour(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = article.with_name("a.txt")
    main(["extract", str(article), "-o", str(out)])
    lines = out.read_text(encoding="utf-8").splitlines()
    assert ["  Armed clash · Battles", []] == [lines[0], [line for line in lines if "\x1b" in line]]


@pytest.mark.parametrize(
    ("findings", "code"),
    [
        pytest.param((), 0, id="none"),
        pytest.param((INFO, WARNING), 0, id="warnings"),
        pytest.param((INFO, ERROR), 1, id="an-error"),
    ],
)
@pytest.mark.usefixtures("calls")
def test_errors_that_remain_are_exit_code_1_and_are_written(
    findings: tuple[Finding, ...], code: int, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = extraction(EVENT, findings=findings)
    monkeypatch.setattr("eventx.pipeline.extract", lambda *given, **how: found)
    out = article.with_name("a.json")
    assert (code, found) == (
        main(["extract", str(article), "-o", str(out)]),
        Extraction.model_validate_json(out.read_text(encoding="utf-8")),
    )


# Bad input: one line, exit code 2, nothing written, no model asked

ARTICLE_PROBLEMS = [
    pytest.param(b"", "{}: the article is empty; give a text with at least one sentence", id="empty"),
    pytest.param(b" \r\n\t ", "{}: the article is empty; give a text with at least one sentence", id="blank"),
    pytest.param(b"\x7fELF\x00\x01", "{}: is binary, not text; give plain text in UTF-8", id="binary"),
    pytest.param("Köln".encode("latin-1"), "{}: is not UTF-8 (byte 1); save it as UTF-8", id="latin-1"),
]


@pytest.mark.parametrize("command", ["extract", "counts"])
def test_front_matter_that_is_none_is_said(
    command: str, article: Path, calls: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text("---\nsource: Gazette\nwhat is this\n---\nText.")
    assert (2, []) == (main([command, str(article)]), calls)
    message = f"eventx: {article}: the front matter has the line 'what is this'; write `key: value`\n"
    assert ("", message) == capsys.readouterr()


@pytest.mark.parametrize(("data", "message"), ARTICLE_PROBLEMS)
@pytest.mark.parametrize("command", ["extract", "counts"])
@pytest.mark.parametrize("stdin", [False, True], ids=["file", "stdin"])
def test_an_article_that_is_none(
    stdin: bool,
    command: str,
    data: bytes,
    message: str,
    article: Path,
    calls: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    article.write_bytes(data)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    code = main([command, "-" if stdin else str(article)])
    expected = f"eventx: {message.format('standard input' if stdin else article)}\n"
    assert (2, ("", expected), []) == (code, capsys.readouterr(), calls)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["none.txt"], "none.txt: no such file; check the path", id="missing"),
        pytest.param(["."], ".: is a folder; give one text file", id="folder"),
        pytest.param(
            ["article.txt", "--published", "yesterday"],
            "article.txt: published 'yesterday' is not a date; write it as 2023-08-28",
            id="no-date",
        ),
        pytest.param(
            ["article.txt", "-o", "no/a.json"],
            "no/a.json: there is no folder no; make it first",
            id="no-folder",
        ),
        pytest.param(
            ["article.txt", "-o", "."], ".: is a folder; give the name of a file", id="out-is-a-folder"
        ),
        pytest.param(
            ["article.txt", "--replay", "c.yaml", "--base-url", "http://b/v1"],
            "--replay asks the cassette and no server; leave --base-url out",
            id="replay-with-a-server",
        ),
    ],
)
def test_bad_input(
    arguments: list[str],
    message: str,
    article: Path,
    calls: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(article.parent)
    code = main(["extract", *arguments])
    assert (2, ("", f"eventx: {message}\n"), []) == (code, capsys.readouterr(), calls)
    assert [article] == list(article.parent.iterdir())


@pytest.mark.usefixtures("calls")
def test_an_article_longer_than_the_model_reads(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def extract(*given: object, **how: object) -> Extraction:
        raise InputError("the article is longer than fake/scripted reads;\nsplit it")

    monkeypatch.setattr("eventx.pipeline.extract", extract)
    code = main(["extract", str(article), "-o", str(article.with_name("a.json"))])
    message = "eventx: the article is longer than fake/scripted reads; split it\n"
    assert (2, ("", message)) == (code, capsys.readouterr())
    assert [article] == list(article.parent.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.usefixtures("calls")
def test_a_full_disk(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["extract", str(article), "-o", "/dev/full"])
    message = "eventx: cannot write the output: No space left on device\n"
    assert (2, ("", message)) == (code, capsys.readouterr())


# No model, or no usable reply: one line, exit code 3, nothing written


def _refused(article: Path, *options: str) -> int:
    code = main(["extract", str(article), "-o", str(article.with_name("a.json")), *options])
    assert [article] == list(article.parent.iterdir())
    return code


def test_no_key(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _refused(article, "--model", "openai/gpt-5-mini")
    message = "openai/gpt-5-mini needs a key: set OPENAI_API_KEY, or choose another model with --model"
    assert (3, f"eventx: {message}\n") == (code, capsys.readouterr().err)


def test_no_cassette(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _refused(article, "--replay", "none.yaml")
    assert (3, True) == (
        code,
        capsys.readouterr().err.startswith("eventx: none.yaml: there is no such cassette; record it again: "),
    )


def test_nobody_listens(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("eventx.model.connect", partial(connect, patience=Patience(refused_seconds=0.01)))
    host = f"127.0.0.1:{free_port()}"
    code = _refused(article, "--model", "openai/fake", "--base-url", f"http://{host}/v1")
    said = capsys.readouterr().err
    assert (3, 1, True) == (code, said.count("\n"), f"openai/fake: cannot connect to {host}" in said), said


@pytest.mark.parametrize(
    ("behave", "said"),
    [
        pytest.param(answer("I cannot help."), "the reply is not JSON", id="not-json"),
        pytest.param(answer(""), "the reply is empty", id="empty"),
        pytest.param(
            answer('{"news": "', finish_reason="length"), "the reply was cut off after 7 tokens", id="cut-off"
        ),
        pytest.param(answer("{}"), "news: Field required", id="not-to-the-schema"),
        pytest.param(fail(401, "bad key"), "401", id="wrong-key"),
    ],
)
def test_no_usable_reply(
    behave: Behaviour, said: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(behave) as fake:
        code = _refused(article, "--model", "openai/fake", "--base-url", fake.base_url)
    error = capsys.readouterr().err
    assert (3, 1, True) == (code, error.count("\n"), said in error), error


@pytest.mark.parametrize("repairs", [0, 1])
def test_max_repairs_limits_the_questions(repairs: int, article: Path) -> None:
    with serving(answer("no")) as fake:
        _refused(
            article, "--model", "openai/fake", "--base-url", fake.base_url, "--max-repairs", str(repairs)
        )
    assert repairs + 1 == len(fake.requests)


# Recording and replaying

QUIET = json.dumps({"news": "a bridge is closed", "new_violence": "no", "incidents": 0, "events": []})


@pytest.fixture
def recorded(article: Path) -> Callable[..., Path]:
    def record(*options: str) -> Path:
        cassette = article.with_name("c.yaml")
        with serving(answer(QUIET)) as fake:
            model = ["--model", "openai/fake", "--base-url", fake.base_url]
            main(["extract", str(article), *model, "--record", str(cassette), *options])
        return cassette

    return record


def test_a_recording_replays_to_the_same_result(recorded: Callable[..., Path], article: Path) -> None:
    first, again = article.with_name("1.json"), article.with_name("2.json")
    cassette = recorded("-o", str(first))
    main(["extract", str(article), "--replay", str(cassette), "-o", str(again)])
    results = [Extraction.model_validate_json(file.read_text(encoding="utf-8")) for file in (first, again)]
    assert "openai/fake" == results[0].provenance.model
    assert results[0].model_dump(exclude={"provenance": {"seconds"}}) == results[1].model_dump(
        exclude={"provenance": {"seconds"}}
    )


def test_a_recording_does_not_answer_for_another_article(
    recorded: Callable[..., Path], article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cassette = recorded()
    article.write_text("Another text about nothing.", encoding="utf-8")
    capsys.readouterr()
    code = main(["extract", str(article), "--replay", str(cassette)])
    said = capsys.readouterr().err
    assert (3, 1, True) == (code, said.count("\n"), "this question was not recorded" in said), said


@pytest.mark.parametrize(
    ("name", "code"), [pytest.param("openai/fake", 0, id="the-same"), pytest.param("local", 3, id="another")]
)
def test_a_recording_answers_for_its_own_model(
    name: str, code: int, recorded: Callable[..., Path], article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cassette = recorded()
    capsys.readouterr()
    assert code == main(["extract", str(article), "--replay", str(cassette), "--model", name])
    changed = "recorded from openai/fake, asked is local/qwen2.5-coder-1.5b-instruct-q4_k_m"
    assert (code == 3) == (changed in capsys.readouterr().err)
