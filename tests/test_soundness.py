"""What no reader passes on: a number edited by hand beside words that say another, an id that comes twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench.real import labels

from building import event, evidence
from eventx import Article, Extraction, extract, stored
from eventx.cassette import replaying
from eventx.cli import main
from eventx.corpus.verifying import _sound
from eventx.schema import SCHEMA_VERSION, Casualty, Finding, Provenance, Quantity
from eventx.soundness import untold
from recorded import ROOT, SEEDS, golden_of, replay

TEXT = "Seven soldiers and at least 26 villagers were killed in Tarn on Monday, more than 40 were hurt."
MADE = Provenance(
    model="local/scripted", prompt="extract/v2", prompt_sha256="0", schema_version=SCHEMA_VERSION, attempts=1
)
Change = Callable[[dict[str, Any]], object]


def casualty(
    words: str, value: int | None, low: int | None, high: int | None, **about: Any
) -> dict[str, Any]:
    made = Casualty(
        outcome=about.pop("outcome", "killed"),
        group=about.pop("group", "side_a"),
        who=None,
        role=about.pop("role", "part"),
        count=Quantity(value=value, low=low, high=high, text=words),
        evidence=(evidence(about.pop("text", TEXT), words),),
        **about,
    )
    return made.model_dump(mode="json")


def record(
    *casualties: dict[str, Any], text: str = TEXT, language: str = "en", **figures: Any
) -> dict[str, Any]:
    """Return an extraction as JSON: one event of these casualties."""
    made = event(text).model_dump(mode="json") | {"casualties": list(casualties)} | figures
    return {
        "article": {"text": text, "language": language},
        "events": [made],
        "findings": [],
        "provenance": MADE.model_dump(mode="json"),
    }


def number(value: int | None, low: int | None, high: int | None) -> dict[str, Any]:
    return {"value": value, "low": low, "high": high, "approximate": False, "text": "words"}


def clash() -> dict[str, Any]:
    return record(
        casualty("Seven soldiers", 7, 7, 7),
        casualty("at least 26 villagers", 26, 26, None, group="civilians"),
        casualty("more than 40", 40, 41, None, outcome="wounded", group="unknown"),
        killed=number(33, 33, None),
        wounded=number(40, 41, None),
    )


def said(given: dict[str, Any]) -> list[str]:
    return [f"{each.code}: {each.path}" for each in untold(Extraction.model_validate(given))]


def test_a_record_as_it_is_made_has_nothing_untold() -> None:
    assert [] == said(clash())


def _count(index: int, **changes: Any) -> Change:
    return lambda given: given["events"][0]["casualties"][index]["count"].update(changes)


def _figure(outcome: str, figure: object) -> Change:
    return lambda given: given["events"][0].update({outcome: figure})


EDITED: dict[str, tuple[Change, str]] = {
    "a number": (
        _count(0, value=700, low=700, high=700),
        "number-not-in-quote: events[0].casualties[0].count",
    ),
    "a number made one": (
        _count(0, value=1, low=1, high=1),
        "number-not-in-quote: events[0].casualties[0].count",
    ),
    "a number made none": (
        _count(0, value=0, low=0, high=0),
        "zero-not-stated: events[0].casualties[0].count",
    ),
    "a number taken out": (
        _count(0, value=None, low=None, high=None),
        "number-not-in-quote: events[0].casualties[0].count",
    ),
    "its value alone": (_count(0, value=700), "bounds-order: events[0].casualties[0].count"),
    "a least": (_count(1, low=2), "bounds-differ: events[0].casualties[1].count"),
    "a most": (_count(1, high=30), "bounds-differ: events[0].casualties[1].count"),
    "more than": (_count(2, low=45), "bounds-differ: events[0].casualties[2].count"),
    "a figure made more": (_figure("killed", number(330, 330, None)), "figure-unsupported: events[0].killed"),
    "a figure made less": (_figure("killed", number(7, 7, 7)), "figure-below-sum: events[0].killed"),
    "a figure taken out": (_figure("killed", None), "figure-missing: events[0].killed"),
    "a figure put in": (_figure("missing", number(3, 3, 3)), "figure-unsupported: events[0].missing"),
    "a figure of nobody": (_figure("missing", number(0, 0, 0)), "zero-not-stated: events[0].missing"),
    "a casualty taken out": (
        lambda given: given["events"][0]["casualties"].pop(0),
        "figure-unsupported: events[0].killed",
    ),
    "a casualty twice": (
        lambda given: given["events"][0]["casualties"].append(given["events"][0]["casualties"][0]),
        "figure-below-sum: events[0].killed",
    ),
    "an event twice": (
        lambda given: given["events"].append(given["events"][0]),
        "event-twice: events[1].id",
    ),
}


@pytest.mark.parametrize(("change", "expected"), EDITED.values(), ids=EDITED)
def test_what_was_edited_is_found(change: Change, expected: str) -> None:
    given = clash()
    change(given)
    assert expected in said(given)


def test_what_the_record_says_itself_is_told() -> None:
    given = clash()
    _count(0, value=700, low=700, high=700)(given)
    _figure("killed", number(726, 726, None))(given)
    found = list(untold(Extraction.model_validate(given)))
    given["findings"] = [each.model_dump(mode="json") for each in found]
    assert [] == said(given)


FRENCH = "Sept soldats et 26 civils ont été tués lundi à Tarn. Le maire et un enfant de 6 ans sont morts."
ARABIC = "قتل سبعة جنود و26 مدنيا في المدينة يوم الاثنين."
UNREAD = Finding(code="number-unverified", severity="info", path="article.text[4:13]", message="")
WRONG = ["number-not-in-quote: events[0].casualties[0].count"]
FR, AR = {"text": FRENCH, "language": "fr"}, {"text": ARABIC, "language": "ar"}
ELSEWHERE: dict[str, tuple[dict[str, str], str, int | None, dict[str, Any], list[str]]] = {
    "French, in words": (FR, "Sept soldats", 7, {}, []),
    "French, another number": (FR, "Sept soldats", 9, {}, WRONG),
    "French, made one": (FR, "Sept soldats", 1, {}, WRONG),
    "French, one person": (FR, "Le maire", 1, {}, []),
    "French, the age of one person": (FR, "un enfant de 6 ans", 1, {}, []),
    "French, a number that the lean reading leaves open": (FR, "Sept soldats", None, {}, []),
    "French, explained": (FR, "Sept soldats", 9, {"inferred": "two more died"}, []),
    "Arabic, in digits": (AR, "26 مدنيا", 26, {}, []),
    "Arabic, other digits": (AR, "26 مدنيا", 62, {}, WRONG),
    "Arabic, in words that are told to be unread": (AR, "سبعة جنود", 7, {"findings": [UNREAD]}, []),
    "Arabic, in words that nothing is told of": (AR, "سبعة جنود", 7, {}, WRONG),
}


@pytest.mark.parametrize(("text", "words", "value", "about", "expected"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_in_a_language_without_rules_the_words_are_asked(
    text: dict[str, str], words: str, value: int | None, about: dict[str, Any], expected: list[str]
) -> None:
    inferred = about.get("inferred")
    made = casualty(words, value, value, value, text=text["text"], inferred=inferred)
    given = record(made, **text, killed=None if value is None else number(value, value, value))
    given["findings"] = [each.model_dump() for each in about.get("findings", [])]
    assert expected == said(given)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_golden_and_a_lean_reading_have_nothing_untold(seed: str) -> None:
    ((_, golden),) = stored.read(golden_of(seed))
    assert isinstance(golden, Extraction)
    assert [] == _wrong(replay(seed))


@pytest.mark.parametrize("file", sorted((ROOT / "tests/stored").glob("*.json")), ids=lambda file: file.stem)
def test_a_record_of_an_earlier_schema_is_passed_on(file: Path) -> None:
    assert [Extraction] == [type(item) for _, item in stored.read(file)]


@pytest.mark.parametrize("text", labels.load([ROOT / "bench/real/texts.jsonl"]), ids=lambda text: text.id)
def test_a_full_reading_has_nothing_untold(text: labels.Text) -> None:
    with replaying(ROOT / f"bench/real/cassettes/texts/{text.id}.yaml") as model:
        made = extract(Article.from_text(text.text, published=text.published), model=model, reading="full")
    assert [] == _wrong(made)


def _wrong(extraction: Extraction) -> list[str]:
    """Return what `eventx verify` says of a record, which is all that a reader says and more."""
    return list(_sound(stored.RunLine(id="a", status="done", extraction=extraction)))


# The commands.


def line(id: str, extraction: dict[str, Any]) -> str:
    return json.dumps({"id": id, "status": "done", "extraction": extraction, "error": None}) + "\n"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """Return a run of two articles, of which one has 700 beside "Seven soldiers"."""
    wrong = clash()
    _count(0, value=700, low=700, high=700)(wrong)
    _figure("killed", number(726, 726, None))(wrong)
    path = tmp_path / "run.jsonl"
    path.write_text(line("good", clash()) + line("edited-one", wrong))
    return path


WHY = (
    'edited-one: line 2: events[0].casualties[0].count: "Seven soldiers" states 7, but 700 is recorded; '
    "was the line edited? put it back as it was, or code the article again"
)
COMMANDS = {
    "export": (["export", "RUN", "--to", "csv-figures"], 1),
    "report": (["report", "RUN"], 1),
    "audit": (["audit", "RUN"], 0),
}


@pytest.mark.parametrize(("command", "code"), COMMANDS.values(), ids=COMMANDS)
def test_an_edited_line_is_told_and_not_passed_on(
    edited: Path, capsys: pytest.CaptureFixture[str], command: list[str], code: int
) -> None:
    assert code == main([str(edited) if each == "RUN" else each for each in command])
    assert f"not used: {WHY}\n" in capsys.readouterr().err


def test_the_other_lines_are_exported(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", str(edited), "--to", "csv"])
    assert ["good"] == [row.partition(",")[0] for row in capsys.readouterr().out.splitlines()[1:]]


def test_an_edited_line_is_not_corrected(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    correction = {
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "action": "accept",
        "article": "edited-one",
    }
    said = {"version": "1", "when": "2025-01-01T00:00:00Z", "corrections": [correction]}
    edited.with_name("c.json").write_text(json.dumps(said))
    assert main(["correct", str(edited), str(edited.with_name("c.json")), "-o", str(edited)]) == 1
    assert 'refused: edited-one: is not as a run writes it: events[0].casualties[0].count: "Seven' in (
        capsys.readouterr().err
    )


def test_an_id_that_comes_twice_is_exported_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text(line("a", clash()) * 2 + line("b", clash()))
    assert main(["export", str(path), "--to", "csv"]) == 1
    out, err = capsys.readouterr()
    assert ["a", "b"] == [row.partition(",")[0] for row in out.splitlines()[1:]]
    assert "not used: a: line 2: an earlier line has this id; keep one of the two" in err


def test_an_id_that_comes_twice_is_not_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text(line("idlib-clashes", clash()) * 2)
    assert main(["score", str(path), str(ROOT / "seeds")]) == 2
    assert "idlib-clashes is there twice, and would count twice; keep one" in capsys.readouterr().err
