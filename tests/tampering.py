"""A run as `eventx run` writes it, of goldens, and the ways to tamper with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from eventx import Extraction, __version__, stored
from eventx.codebook import builtin
from eventx.corpus.budget import Charged
from eventx.corpus.holding import held
from eventx.corpus.inputs import Given
from eventx.corpus.ledger import Ledger
from eventx.corpus.lines import Lines, Result
from eventx.corpus.running import _content
from eventx.model import Answer
from recorded import article_of, golden_of

CLASH, RIVALS, TWO = "idlib-clashes", "conflicting-sources", "two-places-one-day"
QUIET = "not-conflict"
NO_REPLY = "no-reply"
MODEL = "local/qwen2.5-coder-1.5b-instruct-q4_k_m"

Record = dict[str, Any]


class Tampering(NamedTuple):
    """What is done to a run, and to which of its lines; an edit of the file where it is of none."""

    id: str | None
    change: Callable[[Any], object]


def made(folder: Path, *ids: str) -> Path:
    """Return the output of a run over these goldens and one article that failed, its ledger beside it."""
    out = folder / "run.jsonl"
    book = builtin()
    settings = {
        "model": MODEL,
        "codebook": book.name,
        "codebook's contents": book.sha256,
        "gazetteer": None,
        "reading": "lean",
    }
    with held(out) as hold, closing(Ledger(hold.path)) as ledger, closing(Lines(hold.path)) as lines:
        ledger.begin(settings, ())
        for id in ids:
            ledger.take(id, _content(Given(id, article_of(id))))
            result = Result(id, "done", _written_now(id), None)
            _ask(ledger, result)
            line = result.to_line()
            lines.put(line)
            ledger.end(line)
        ledger.take(NO_REPLY, _content(Given(NO_REPLY, None, "is empty")))
        line = Result(NO_REPLY, "failed", None, "is empty").to_line()
        lines.put(line)
        ledger.end(line)
    return out


def _written_now(id: str) -> Extraction:
    ((_, golden),) = stored.read(golden_of(id))
    assert isinstance(golden, Extraction)
    kept = {"eventx_version": __version__, "seconds": 1.0}
    return golden.model_copy(update={"provenance": golden.provenance.model_copy(update=kept)})


def _ask(ledger: Ledger, result: Result) -> None:
    assert result.extraction is not None
    by = result.extraction.provenance
    left = (by.tokens_in or 0, by.tokens_out or 0)
    for number in range(by.attempts):
        took = left if number + 1 == by.attempts else (1, 1)
        left = (left[0] - took[0], left[1] - took[1])
        answer = Answer(None, "{}", (), *took, seconds=1.0)
        ledger.asked(result.id, "reading", answer, Charged(*took, None, True))


@contextmanager
def records(out: Path) -> Iterator[dict[str, Record]]:
    """Yield the lines by their ids, and write what has become of them."""
    lines = {each["id"]: each for each in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    yield lines
    said = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in lines.values())
    out.write_text("".join(f"{each}\n" for each in said), encoding="utf-8")


def tamper(tampering: Tampering, out: Path) -> None:
    """Do it."""
    if tampering.id is None:
        tampering.change(out)
        return
    with records(out) as lines:
        tampering.change(lines[tampering.id])


def _event(change: Callable[[Record], object], event: int = 0) -> Callable[[Record], object]:
    return lambda line: change(line["extraction"]["events"][event])


def _casualty(number: int, **changes: Any) -> Callable[[Record], object]:
    return _event(lambda event: event["casualties"][number].update(changes))


def _count(number: int, **changes: Any) -> Callable[[Record], object]:
    return _event(lambda event: event["casualties"][number]["count"].update(changes))


def _provenance(**changes: Any) -> Callable[[Record], object]:
    return lambda line: line["extraction"]["provenance"].update(changes)


def _actor_renamed(line: Record) -> None:
    line["extraction"]["events"][0]["side_b"][0]["name"] = "Hayat Tahrir al-Sham"


def _sides_exchanged(event: Record) -> None:
    event["side_a"], event["side_b"] = event["side_b"], event["side_a"]


def _without_its_dead(event: Record) -> None:
    """Take two killed out, and make the figure what is left: all of it adds up."""
    event["casualties"].pop(1)
    event["killed"] = event["casualties"][0]["count"]


def _offset_moved(line: Record) -> None:
    quote = line["extraction"]["events"][0]["casualties"][0]["evidence"][0]
    quote["start"] += 1
    quote["end"] += 1


def _text_edited(line: Record) -> None:
    """Change words that nothing quotes."""
    article = line["extraction"]["article"]
    article["text"] += " Nobody else was hurt."


def _failed(line: Record) -> None:
    line.update(status="failed", extraction=None, error="no usable reply")


def _lines(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], object]:
    return lambda out: out.write_bytes(b"".join(change(out.read_bytes().splitlines(keepends=True))))


def _renamed_copy(lines: list[bytes]) -> list[bytes]:
    return [*lines, lines[0].replace(CLASH.encode(), b"another-clash", 1)]


def _swapped(out: Path) -> None:
    """Put a line of another run, made by another model, in the place of this one's."""
    with records(out) as lines:
        other = json.loads(json.dumps(lines[TWO]))
        other["extraction"]["provenance"]["model"] = "openai/gpt-5-mini"
        lines[TWO] = other


TAMPERINGS: dict[str, Tampering] = {
    "a number is changed, 7 to 700": Tampering(CLASH, _count(5, value=700, low=700, high=700)),
    "a number is taken out": Tampering(CLASH, _count(5, value=None, low=None, high=None)),
    "the least of a number is changed": Tampering(CLASH, _count(5, low=1)),
    "at least 26 becomes exactly 26": Tampering(CLASH, _count(1, high=26)),
    "around 20 becomes exactly 20": Tampering(CLASH, _count(3, low=20, high=20, approximate=False)),
    "the killed become wounded": Tampering(CLASH, _casualty(5, outcome="wounded")),
    "the dead of one side become the other's": Tampering(CLASH, _casualty(5, group="side_a")),
    "the dead become civilians": Tampering(CLASH, _casualty(5, group="civilians")),
    "who they were is changed": Tampering(CLASH, _casualty(5, who="shepherds")),
    "a part becomes a repeat": Tampering(CLASH, _casualty(5, role="repeat", of=1)),
    "the source of a number is changed": Tampering(CLASH, _casualty(5, attributed_to="the army")),
    "who vouches for it is changed": Tampering(CLASH, _casualty(5, vouched_by=["model", "rules"])),
    "a casualty is taken out": Tampering(CLASH, _event(lambda event: event["casualties"].pop(2))),
    "a casualty is taken out, and the figure made to fit": Tampering(TWO, _event(_without_its_dead)),
    "a casualty is there twice": Tampering(
        RIVALS, _event(lambda event: event["casualties"].append(event["casualties"][3]))
    ),
    "a figure is changed": Tampering(CLASH, _event(lambda event: event["killed"].update(value=36, low=36))),
    "a figure is taken out": Tampering(CLASH, _event(lambda event: event.update(wounded=None))),
    "the words of a figure are changed": Tampering(
        CLASH, _event(lambda event: event["killed"].update(text="26 soldiers"))
    ),
    "a quote is changed": Tampering(
        CLASH,
        _event(lambda event: event["casualties"][5]["evidence"][0].update(quote="eleven men....")),
    ),
    "a quote is moved": Tampering(CLASH, _offset_moved),
    "the text of the article is changed": Tampering(CLASH, _text_edited),
    "the day of publication is changed": Tampering(
        CLASH, lambda line: line["extraction"]["article"].update(published="2023-09-28")
    ),
    "an event is taken out": Tampering(TWO, lambda line: line["extraction"]["events"].pop()),
    "an event is there twice": Tampering(
        TWO, lambda line: line["extraction"]["events"].append(line["extraction"]["events"][0])
    ),
    "an event's type is changed": Tampering(
        CLASH, _event(lambda event: event.update(event_type="Riots", sub_event_type="Mob violence"))
    ),
    "a day is changed": Tampering(
        CLASH, _event(lambda event: event["when"].update(start="2022-08-26", end="2022-08-28"))
    ),
    "coordinates are changed": Tampering(CLASH, _event(lambda event: event["where"].update(latitude=33.5))),
    "a country is changed": Tampering(
        CLASH, _event(lambda event: event["where"].update(country="Turkey", iso3="TUR"))
    ),
    "a side gets another name": Tampering(CLASH, _actor_renamed),
    "the sides are exchanged": Tampering(CLASH, _event(_sides_exchanged)),
    "a finding is taken out": Tampering(CLASH, lambda line: line["extraction"]["findings"].clear()),
    "a finding is added": Tampering(
        QUIET,
        lambda line: line["extraction"]["findings"].append(
            {
                "code": "sum-holds",
                "severity": "info",
                "path": "events[0].killed",
                "message": "killed 1 + 1 = 2",
            }
        ),
    ),
    "the model is changed": Tampering(CLASH, _provenance(model="openai/gpt-5-mini")),
    "the prompt is changed": Tampering(CLASH, _provenance(prompt_sha256="0" * 64)),
    "the tokens are changed": Tampering(CLASH, _provenance(tokens_in=1)),
    "an id is changed": Tampering(CLASH, lambda line: line.update(id="another-clash")),
    "done becomes failed": Tampering(CLASH, _failed),
    "failed becomes done": Tampering(NO_REPLY, lambda line: line.update(status="done", error=None)),
    "the reason of a failure is changed": Tampering(NO_REPLY, lambda line: line.update(error="is too long")),
    "a line is there twice": Tampering(None, _lines(lambda lines: [lines[0], *lines])),
    "a line is taken out": Tampering(None, _lines(lambda lines: lines[1:])),
    "a line is added": Tampering(None, _lines(_renamed_copy)),
    "a line is torn": Tampering(None, _lines(lambda lines: [*lines[1:], lines[0][:-300]])),
    "a line is of another run": Tampering(None, _swapped),
    "two articles exchange their ids": Tampering(
        None,
        _lines(
            lambda lines: [
                lines[0].replace(CLASH.encode(), RIVALS.encode(), 1),
                lines[1].replace(RIVALS.encode(), CLASH.encode(), 1),
                *lines[2:],
            ]
        ),
    ),
}
