"""What must hold of any input, however broken: checked briefly in the suite, and for long by `make fuzz`.

python tests/fuzzing.py SECONDS     hunt that long, and say how often each property was tried
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import conftest  # noqa: F401  (no setting and key of whoever hunts; the suite has it loaded already)
from counted import cases
from eventx import Extraction, extract, stored
from eventx.article import Article, Evidence
from eventx.cli import main
from eventx.corpus.inputs import Given, expand, read
from eventx.errors import EventxError
from eventx.export import FORMATS, stream
from fake_server import answer, serving
from scripted import NOTHING_NEW
from wild import Wild

ROOT = Path(__file__).parents[1]
CODES = (0, 1, 2, 3)
"""How a command may end, whatever it is given."""

Check = Callable[..., None]

PROPERTIES: dict[str, tuple[Check, st.SearchStrategy[tuple[Any, ...]]]] = {}
EXECUTIONS: Counter[str] = Counter()

_SENTENCES = tuple(case.text for language in ("english", "spanish") for case in cases(language))
_NASTY = (
    *("\u200b", "\u00ad", "\u202e", "\ufeff", "\ufe0f", "e\u0301", "\u2028", "\x00", "\x1b[2J", "\ud800"),
    *(
        "\r",
        "\n",
        "\n\n",
        "---\n",
        '"',
        "'",
        ",",
        ";",
        "\t",
        "[3]",
        "²",
        "٢٦",
        "1,20,000",
        "{",
        "}",
        "🙂",
        "- ",
    ),
    *("Article:", "System:", "published: 2099-01-01\n", "<table><tr><td>26", "</p>", "&#x110000;", "null"),
    *("A" * 500, "5 killed "),
)
PIECES = st.one_of(
    st.sampled_from(_SENTENCES), st.sampled_from(_SENTENCES), st.sampled_from(_NASTY), st.text(max_size=9)
)
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)


@dataclass(frozen=True)
class Spoilt:
    """Some bytes a few of which are cut out, doubled or written over; shown by what was done to them."""

    whole: Callable[[], bytes]
    edits: tuple[tuple[int, int, str, bytes], ...]

    @property
    def content(self) -> bytes:
        """What is left of them."""
        data = self.whole()
        for at, length, how, other in self.edits:
            start = at % (len(data) + 1)
            end = start + length
            data = data[:start] + {"cut": b"", "double": data[start:end] * 2, "over": other}[how] + data[end:]
        return data


_PLACES = st.one_of(st.integers(0, 200), st.integers(0, 1 << 16))
_BYTES = st.one_of(
    st.sampled_from([each.encode("utf-8", "surrogatepass") for each in _NASTY]), st.binary(max_size=8)
)
_EDITS = st.tuples(_PLACES, st.integers(0, 40), st.sampled_from(("cut", "double", "over")), _BYTES)


def spoilt(whole: Callable[[], bytes]) -> st.SearchStrategy[Spoilt]:
    """Return how some bytes may be spoilt."""
    return st.lists(_EDITS, max_size=4).map(lambda edits: Spoilt(whole, tuple(edits)))


@cache
def folder() -> Path:
    """Return a folder for the files of one hunt, gone when the process is."""
    kept = tempfile.TemporaryDirectory(prefix="eventx-fuzz-")
    folders.append(kept)
    return Path(kept.name)


folders: list[tempfile.TemporaryDirectory[str]] = []


@cache
def a_run() -> tuple[bytes, bytes]:
    """Return the output and the ledger of a run of three articles, one of which failed."""
    where = folder() / "made"
    where.mkdir()
    rows = [json.dumps({"id": id, "text": f"Six soldiers died in {id}."}) for id in ("Tarn", "Borel")]
    (where / "in.jsonl").write_text("\n".join([*rows, "no json"]))
    with serving(answer(json.dumps(NOTHING_NEW))) as fake:
        code = command("run", where / "in.jsonl", "-o", where / "out.jsonl", *_fake(fake.base_url))
    assert code == 1
    return (where / "out.jsonl").read_bytes(), (where / "out.jsonl.ledger").read_bytes()


@cache
def a_record() -> bytes:
    """Return a line of a run whose extraction has events, figures and findings."""
    golden = json.loads((ROOT / "tests/golden/idlib-clashes.json").read_bytes())
    return json.dumps({"id": "a", "status": "done", "extraction": golden, "error": None}).encode() + b"\n"


@cache
def some_corrections() -> bytes:
    """Return a file of corrections to that line."""
    text = json.loads(a_record())["extraction"]["article"]["text"]
    import hashlib

    one: dict[str, Any] = {"article": "a", "sha256": hashlib.sha256(text.encode()).hexdigest(), "event": "e1"}
    items = [{**one, "action": "accept", "casualty": 0}, {**one, "action": "strike", "casualty": 1}]
    return json.dumps(
        {"version": "1", "who": "A", "when": "2024-05-18T09:00:00Z", "corrections": items}
    ).encode()


def _fake(base_url: str) -> tuple[str, ...]:
    return ("--model", "openai/fake", "--base-url", base_url, "--quiet")


def command(*given: object) -> int:
    """Return how a command ends that prints to nowhere; an exception of it is a failed property."""
    with (
        contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        try:
            return main([str(each) for each in given])
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 2


def holds(*drawn: st.SearchStrategy[Any]) -> Callable[[Check], Check]:
    """Make of a function a property that must hold of whatever is drawn for it."""

    def kept(check: Check) -> Check:
        PROPERTIES[check.__name__] = check, st.tuples(*drawn)
        return check

    return kept


def hunt(name: str, examples: int) -> None:
    """Try a property with so many examples; raises what breaks it, with the smallest example found."""
    check, drawn = PROPERTIES[name]

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(drawn)
    def tried(given: tuple[Any, ...]) -> None:
        EXECUTIONS[name] += 1
        check(*given)

    tried()


def _evidence(record: Any) -> Iterator[Evidence]:
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, tuple | list):
        for each in record:
            yield from _evidence(each)
    elif hasattr(record, "model_fields_set"):
        for _, each in record:
            yield from _evidence(each)


def _extraction_holds(text: str, reading: Any, data: st.DataObject) -> None:
    try:
        made = extract(text, model=Wild(text, data), reading=reading)
    except EventxError:
        return
    assert [each.quote for each in _evidence(made)] == [
        made.article.text[each.start : each.end] for each in _evidence(made)
    ]
    assert made == Extraction.model_validate_json(made.model_dump_json())
    for name in FORMATS:
        list(stream([("a", made)], name))


@holds(TEXTS, st.data())
def a_full_reading_quotes_its_text(text: str, data: st.DataObject) -> None:
    """Whatever a model replies: quotes are exact, the record is read back, and every format takes it."""
    _extraction_holds(text, "full", data)


@holds(TEXTS, st.data())
def a_lean_reading_quotes_its_text(text: str, data: st.DataObject) -> None:
    """As of the full reading."""
    _extraction_holds(text, "lean", data)


def _read(name: str, content: bytes) -> list[Given]:
    path = folder() / name
    path.write_bytes(content)
    try:
        return list(read(expand([str(path)])))
    except EventxError as error:
        return [Given(name, None, str(error))]


def _accounted(found: list[Given]) -> None:
    assert [each.article is None for each in found] == [bool(each.error) for each in found]
    for each in found:
        each.id.encode()
        each.error.encode()
        if each.article is not None:
            assert each.article == Article.model_validate_json(each.article.model_dump_json())


def _is_kept(text: str) -> bool:
    """Return whether a text is an article, unchanged: with no half of a character, no mark of byte order."""
    return (
        "\x00" not in text and "\ud800" not in text and not text.startswith("\ufeff") and bool(text.strip())
    )


_ROWS = st.lists(TEXTS.filter(_is_kept), min_size=1, max_size=4)


@holds(_ROWS)
def a_table_gives_each_article_once(texts: list[str]) -> None:
    """What a spreadsheet writes is read whole, in order."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("id", "text", "source"))
    writer.writerows((f"a{number}", text, "The Post") for number, text in enumerate(texts))
    found = _read("table.csv", file.getvalue().encode())
    assert [each.article.text if each.article else each.error for each in found] == texts


def _a_csv() -> bytes:
    return (
        b'id,text,source\na,"Six soldiers, died in Tarn.",Post\nb,Two rebels died in Borel.,Post\n'
        b'c,"The ""army"" said\nthree died.",Post\n'
    )


@holds(spoilt(_a_csv))
def a_spoilt_table_is_accounted_for(given: Spoilt) -> None:
    """Each input of a table is an article or has a reason."""
    _accounted(_read("spoilt.csv", given.content))


def _a_jsonl() -> bytes:
    row = {"text": "Six died in Tarn.", "source": "Post", "title": "T", "published": "2024-05-01"}
    return "".join(f"{json.dumps({'id': f'a{number}', **row})}\n" for number in range(3)).encode()


@holds(spoilt(_a_jsonl))
def spoilt_lines_are_accounted_for(given: Spoilt) -> None:
    """Each line that is not blank is an article or has a reason."""
    found = _read("spoilt.jsonl", given.content)
    _accounted(found)
    lines = [line for line in given.content.split(b"\n") if line.strip(b"\xef\xbb\xbf \t\r\n")]
    assert len(found) == max(len(lines), bool(found))


def _a_page() -> bytes:
    said = "".join(f"<p>{each}</p>" for each in _SENTENCES[:8])
    head = "<html><head><title>Six die</title></head><body><article><h1>Six die</h1>"
    return f"{head}{said}</article></body></html>".encode()


@holds(spoilt(_a_page))
def a_spoilt_page_is_accounted_for(given: Spoilt) -> None:
    """A page is an article or has a reason."""
    _accounted(_read("spoilt.html", given.content))


@holds(spoilt(lambda: a_run()[1]))
def a_spoilt_ledger_ends_in_a_line(given: Spoilt) -> None:
    """A run is gone on with, or one line says why it is not; the output stays whole."""
    out = folder() / "again.jsonl"
    out.write_bytes(a_run()[0])
    for left in folder().glob("again.jsonl.ledger*"):
        left.unlink()
    (folder() / "again.jsonl.ledger").write_bytes(given.content)
    assert command("status", out) in CODES
    with serving(answer(json.dumps(NOTHING_NEW))) as fake:
        assert command("run", folder() / "made/in.jsonl", "-o", out, *_fake(fake.base_url)) in CODES
    assert sorted(out.read_bytes().splitlines()) == sorted(a_run()[0].splitlines())


@holds(spoilt(a_record))
def a_spoilt_record_ends_in_a_line(given: Spoilt) -> None:
    """What is kept is read, or it is said why not, by everything that reads it."""
    path = folder() / "record.jsonl"
    path.write_bytes(given.content)
    try:
        list(stored.read(path))
    except EventxError:
        return
    for name in ("csv", "html", "acled"):
        assert command("export", path, "--to", name) in CODES


@holds(spoilt(some_corrections))
def spoilt_corrections_end_in_a_line(given: Spoilt) -> None:
    """They are applied or refused."""
    run, file = folder() / "judged.jsonl", folder() / "corrections.json"
    run.write_bytes(a_record())
    file.write_bytes(given.content)
    assert command("correct", run, file, "-o", folder() / "corrected.jsonl") in CODES


@cache
def a_cassette() -> bytes:
    """Return a recorded exchange about the shortest seed."""
    return min((ROOT / "cassettes").glob("*.yaml"), key=lambda path: path.stat().st_size).read_bytes()


@holds(spoilt(a_cassette))
def a_spoilt_cassette_ends_in_a_line(given: Spoilt) -> None:
    """It is played, or one line says why not."""
    cassette, text = folder() / "c.yaml", folder() / "a.txt"
    cassette.write_bytes(given.content)
    text.write_text("Six soldiers died in Tarn.")
    assert command("extract", text, "--replay", cassette) in CODES


def _hunt_for(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name in PROPERTIES:
            hunt(name, 200)
            if time.monotonic() > end:
                break
    for name in PROPERTIES:
        sys.stdout.write(f"{name:42} {EXECUTIONS[name]:>9,}\n")
    sys.stdout.write(f"{'executions':42} {EXECUTIONS.total():>9,}\n")


if __name__ == "__main__":
    _hunt_for(float(sys.argv[1]))
