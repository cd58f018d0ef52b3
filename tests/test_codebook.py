"""A codebook is one file: what must hold of it, and what is made of articles by one that a user wrote."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eventx import InputError, codebook, extract, prompts, questions
from eventx.cassette import tape
from eventx.cli import main
from eventx.reply import report
from recorded import SEEDS, cassette_of
from recorder import GUIDE, RECORDER, SOURCE
from scripted import Scripted, incident, told

ACLED = codebook.builtin()
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8", newline="\n")
        return file

    return write


# The built-in one


@pytest.mark.parametrize("seed", SEEDS)
def test_the_question_is_word_for_word_the_recorded_one(seed: str) -> None:
    _, exchanges = tape.read(cassette_of(seed))
    asked = exchanges[0].question
    question = questions.report("", ACLED)
    assert asked["messages"][0]["content"] == question.messages[0]["content"]


def test_the_model_may_answer_the_words_in_their_order() -> None:
    kinds = (
        "battle, killing, air strike, shelling, bomb, suicide bombing, attack on civilians, raid, "
        "kidnapping, arrests, protest, riot, looting, agreement, other"
    )
    incident = questions.report("", ACLED).reply_type.model_json_schema()["$defs"]["Incident"]
    assert kinds.split(", ") == incident["properties"]["kind"]["enum"]
    assert [*incident["properties"]] == ["when", "town", "province", "country", "side_a", "side_b", "kind"]


def test_it_is_a_file_like_any_other() -> None:
    assert codebook.load(Path(codebook.__file__).parent / "acled.toml") == ACLED


def test_it_has_acleds_25_sub_event_types_of_six_types() -> None:
    assert (len(ACLED.types), len({each.event_type for each in ACLED.types})) == (25, 6)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("dozens of fighters", 12, id="dozens"),
        pytest.param("Hundreds", 100, id="hundreds"),
        pytest.param("tens of people", 10, id="tens"),
        pytest.param("several soldiers", 3, id="several"),
        pytest.param("a few", 3, id="few"),
        pytest.param("several hundred people", 100, id="the-larger-word"),
        pytest.param("a few dozen men", 12, id="a-few-dozen"),
        pytest.param("tens of thousands", None, id="larger-than-the-rule-knows"),
        pytest.param("an unknown number", None, id="no-rule"),
        pytest.param("tension", None, id="whole-words"),
    ],
)
def test_a_vague_word_has_the_number_of_its_rule(words: str, expected: int | None) -> None:
    assert expected == ACLED.number(words)


def test_another_codebook_has_a_rule_of_its_own() -> None:
    assert (24, 2, None) == tuple(map(RECORDER.number, ("dozens", "several", "hundreds")))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Killing", "Attack", id="another-name"),
        pytest.param("Abduction", "Abduction/forced disappearance", id="its-own"),
    ],
)
def test_a_type_is_exported_as_one_of_acleds(name: str, expected: str) -> None:
    kind = RECORDER.of(name)
    assert kind is not None
    assert codebook.acled(kind) == ACLED.of(expected)


@pytest.mark.parametrize("kind", ACLED.types, ids=lambda kind: kind.sub_event_type)
def test_acleds_types_are_exported_as_themselves(kind: codebook.EventType) -> None:
    assert codebook.acled(kind) == kind


def test_a_codebook_made_in_python_is_held_to_the_same_rules() -> None:
    fields = {**ACLED.model_dump(), "firm": ("war",)}
    with pytest.raises(ValueError, match="firm: 'war' is no answer"):
        codebook.Codebook.model_validate(fields)


def test_a_type_that_names_none_of_acleds_is_not_exported_as_one() -> None:
    kind = codebook.EventType(event_type="Violence", sub_event_type="Threat")
    assert codebook.acled(kind) is None


@pytest.mark.parametrize(("words", "expected"), [("a couple of men", 2), ("a couple", None), ("Scores", 40)])
def test_a_vague_word_may_be_several_in_any_case(write: Write, words: str, expected: int | None) -> None:
    book = codebook.load(write(but("several = 2", '"a Couple of" = 2\nSCORES = 40')))
    assert expected == book.number(words)


# What is refused


def but(old: str, new: str) -> str:
    assert SOURCE.count(old) >= 1, old
    return SOURCE.replace(old, new, 1)


WRONG: dict[str, tuple[str, str]] = {
    "no TOML": ("name = ", "mine.toml: is no TOML: Invalid value (at end of document); mend that line"),
    "a key twice": (
        but('beating = "Injury"', 'killing = "Injury"'),
        "mine.toml: is no TOML: Cannot overwrite a value (at line 9, column 19); mend that line, and give "
        "each key once",
    ),
    "an unknown key": (
        but("[answers]", 'colour = "red"\n[answers]'),
        "mine.toml: colour: is no key of a codebook; leave it out",
    ),
    "an unknown key of a type": (
        but("plover =", "cameo ="),
        "mine.toml: types[0].cameo: is no key of a codebook; leave it out",
    ),
    "a hash": (but("[answers]", 'sha256 = "0"\n[answers]'), "mine.toml: sha256: is no key of a codebook"),
    "no title": (but('title = "Recorder"\n', ""), "mine.toml: title: is missing; docs/codebook.md says"),
    "no types": (SOURCE.replace("[[types]]", "[[prompt.types]]"), "mine.toml: types: is missing"),
    "a name of two words": (
        but('"recorder"', '"my recorder"'),
        "mine.toml: name: Value error, a name is one word of letters, digits, dots and hyphens",
    ),
    "a type twice": (
        but('sub_event_type = "Injury"', 'sub_event_type = "Killing"'),
        "mine.toml: types[2].sub_event_type: 'Killing' is there twice; give each type once",
    ),
    "an answer of no type": (
        but('shooting = "Killing"', 'shooting = "Shooting"'),
        "mine.toml: answers.shooting: 'Shooting' is no type; add it to [[types]]",
    ),
    "instead of no answer": (
        but("shown_by", 'instead_of = ["murder"]\nshown_by'),
        "mine.toml: types[0].instead_of: 'murder' is no answer; choose of killing, shooting, beating, "
        "abduction",
    ),
    "a firm word that is none": (
        but("[answers]", 'firm = ["murder"]\n[answers]'),
        "mine.toml: firm: 'murder' is no answer; choose of killing, shooting, beating, abduction",
    ),
    "a correction without words": (
        but('sub_event_type = "Killing"', 'sub_event_type = "Killing"\nharmless = true'),
        "mine.toml: types[1].shown_by: is missing; say which words of an article show this type",
    ),
    "a type that nothing leads to": (
        but('beating = "Injury"\n', "").replace('"kind":"beating"', '"kind":"killing"'),
        "mine.toml: types[2].shown_by: is missing, and no answer stands for the type: it can never come out",
    ),
    "a phrase with an open end": (
        but('"took ... hostage/hostages"', '"took ..."'),
        "mine.toml: types[0].shown_by: 'took ...' begins or ends in ...; put words around it",
    ),
    "a fight without civilians": (
        but('sub_event_type = "Killing"', 'sub_event_type = "Killing"\nfight = true'),
        "mine.toml: types: no type is against_civilians = true; a fight with civilians on one side needs one",
    ),
    "no type of ACLED": (
        but('acled = "Attack"', 'acled = "Murder"'),
        "mine.toml: types[1].acled: 'Murder' is no sub-event type of ACLED",
    ),
    "no event of PLOVER": (
        but('"ASSAULT abduct"', '"ABDUCT"'),
        "mine.toml: types[0].plover: 'ABDUCT' is no event and mode of PLOVER ('ASSAULT abduct')",
    ),
    "a mode of another event": (
        but('"ASSAULT abduct"', '"RETREAT abduct"'),
        "mine.toml: types[0].plover: 'RETREAT abduct' is no event and mode of PLOVER ('ASSAULT abduct')",
    ),
    "an outcome eventx does not know": (
        but('wounded = "injuries"', 'maimed = "injuries"'),
        "mine.toml: outcomes.maimed: Input should be 'killed', 'wounded', 'captured', 'missing' or "
        "'casualties'",
    ),
    "a vague number that is none": (
        but("dozens = 24", 'dozens = "24"'),
        "mine.toml: vague.dozens: Input should be a valid integer, not '24'",
    ),
    "a vague fraction": (
        but("dozens = 24", "dozens = 24.5"),
        "mine.toml: vague.dozens: Input should be a valid integer",
    ),
    "a negative vague number": (
        but("dozens = 24", "dozens = -1"),
        "mine.toml: vague.dozens: Input should be greater than or equal to 0, not -1",
    ),
    "a vague rule of no source": (
        re.sub(r"vague_source.*\n", "", SOURCE),
        "mine.toml: vague_source: is missing; say which rule the numbers of [vague] are from",
    ),
    "an example of another kind": (
        but('"kind":"shooting"', '"kind":"battle"'),
        "mine.toml: prompt.examples[0].reply: is not a reply the model could give (events.0.kind: Input "
        "should be 'killing', 'shooting', 'beating' or 'abduction')",
    ),
    "an example that is no JSON": (
        but('"events":[]}', '"events":['),
        "mine.toml: prompt.examples[2].reply: is not a reply the model could give (Invalid JSON",
    ),
    "an empty wording": (
        but("people killed, injured or abducted", " "),
        "mine.toml: prompt.violence: String should",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_one_line(write: Write, text: str, expected: str) -> None:
    with pytest.raises(InputError) as raised:
        codebook.load(write(text))
    said = str(raised.value)
    assert said[said.index("mine.toml") :].startswith(expected)
    assert "\n" not in said


def test_a_codebook_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        codebook.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"name = '\xff'", "no UTF-8 text"), (b"#" * 1_000_001, "larger than a codebook can be")],
    ids=["no-text", "too-large"],
)
def test_a_file_that_is_no_codebook_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(data)
    with pytest.raises(InputError, match=expected):
        codebook.load(file)


# A user's own, from the command line to provenance

TEXT = "Gunmen shot dead three teachers in Tarn on Friday and wounded five drivers. Two nurses are missing."
SHOT = told(incident(when="on Friday", town="Tarn", side_a="Gunmen", side_b="teachers", kind="shooting"))


def test_an_article_is_coded_by_the_codebook_it_is_given(write: Write) -> None:
    model = Scripted(SHOT)
    made = extract(TEXT, model=model, codebook=write(SOURCE))
    (event,) = made.events
    assert (event.event_type, event.sub_event_type) == ("Violence", "Killing")
    assert event.type_reason == "the model calls it “shooting”"
    assert (made.provenance.codebook, made.provenance.codebook_sha256) == (
        "recorder",
        hashlib.sha256(SOURCE.encode()).hexdigest(),
    )


def test_a_path_and_what_was_loaded_from_it_are_one(write: Write) -> None:
    asked = [Scripted(SHOT), Scripted(SHOT), Scripted(SHOT)]
    file = write(SOURCE)
    for model, book in zip(asked, (file, str(file), codebook.load(file)), strict=True):
        extract(TEXT, model=model, codebook=book)
    assert asked[0].asked == asked[1].asked == asked[2].asked


def test_the_question_is_in_the_codebooks_words() -> None:
    model = Scripted(SHOT)
    extract(TEXT, model=model, codebook=RECORDER)
    (question,) = model.asked
    instructions = question.messages[0]["content"]
    assert "new violence (people killed, injured or abducted) of the last days" in instructions
    assert instructions.endswith(
        '\n{"news":"School opens again","new_violence":"no","incidents":0,"events":[]}'
    )
    assert question.reply_type is report(("killing", "shooting", "beating", "abduction"))


def test_the_articles_words_correct_the_answer_by_the_codebooks_phrases() -> None:
    text = "Gunmen abducted three teachers in Tarn on Friday."
    (event,) = extract(text, model=Scripted(SHOT), codebook=RECORDER).events
    assert (event.sub_event_type, event.type_reason) == ("Abduction", "the article says “abducted”")


def test_outcomes_that_are_not_coded_are_set_aside_and_named() -> None:
    made = extract(TEXT, model=Scripted(SHOT), codebook=RECORDER)
    (event,) = made.events
    assert [each.outcome for each in event.casualties] == ["killed", "wounded"]
    assert (event.missing, [each.severity for each in made.findings if each.code == "set-aside"]) == (
        None,
        ["info"],
    )
    assert [each.message for each in made.findings if each.code == "set-aside"] == [
        '"Two nurses" is in no event: the codebook does not code what happened to them'
    ]


def test_a_dollar_sign_in_a_codebook_stays_one(write: Write) -> None:
    book = codebook.load(write(but("people killed, injured or abducted", "$article, $$ and ${events}")))
    said = questions.report("The article.", book).messages[0]["content"]
    assert "new violence ($article, $$ and ${events}) of the last days" in said


def test_the_prompts_hash_covers_the_template_and_the_wording(write: Write) -> None:
    other = codebook.load(write(but("Accidents, illness", "Illness, accidents")))
    hashes = {questions.sha256(book) for book in (ACLED, RECORDER, other)}
    assert len(hashes | {prompts.load(questions.EXTRACT).sha256}) == 4


def test_a_change_that_the_model_does_not_see_changes_the_codebooks_hash_alone(write: Write) -> None:
    other = codebook.load(write(but("dozens = 24", "dozens = 20")))
    assert questions.sha256(other) == questions.sha256(RECORDER)
    assert other.sha256 != RECORDER.sha256


def test_the_command_takes_a_codebook(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def connect(*_: Any, **__: Any) -> Scripted:
        return Scripted(SHOT)

    monkeypatch.setattr("eventx.model.connect", connect)
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    main(["extract", str(article), "--codebook", str(write(SOURCE)), "--format", "json"])
    made = json.loads(capsys.readouterr().out)
    assert (made["provenance"]["codebook"], made["events"][0]["sub_event_type"]) == ("recorder", "Killing")


def test_the_command_refuses_a_wrong_codebook_in_one_line(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    wrong = write(but("dozens = 24", 'dozens = "24"'))
    assert main(["extract", str(article), "--codebook", str(wrong), "--model", "local"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"eventx: {wrong}: vague.dozens: Input should be a valid integer")


def test_the_guide_explains_every_key() -> None:
    explained = set(re.findall(r"^\| (.+?) \|", GUIDE, re.MULTILINE))
    keys = {key for cell in explained for key in re.findall(r"`\[*(?:prompt\.)?(\w+)\]*`", cell)}
    models = (codebook.Codebook, codebook.EventType, type(RECORDER.prompt))
    assert {key for model in models for key in model.model_fields} - {"sha256"} == keys - {"key"}
