"""A reply that fits its schema and means harm ends in harmless text, a finding or a clean refusal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eventx import Extraction, ReplyInvalid, extract
from eventx.cli import main
from eventx.export import FORMATS
from eventx.model import connect
from eventx.questions import NOTHING_SAID
from fake_server import answer, serving
from faults import ARTICLE, GOOD, JUDGEMENT
from reading_replies import reply, settlement, told_event, told_figure
from scripted import incident, told

# German has no rules for counts: the model quotes them, so its words and numbers come furthest there.
GERMAN = (
    "Die norländische Armee kämpfte am Montag bei Tarn gegen die Rote Dämmerung. Dabei wurden sieben "
    "Soldaten getötet und 12 Kämpfer verletzt, sagte ein Sprecher der Regierung am Abend."
)
SIDES = {ARTICLE: ("Norland army", "Red Dawn"), GERMAN: ("norländische Armee", "Rote Dämmerung")}

HOSTILE = {
    "control characters": "\x1b[2J\x07\x00gone",
    "direction marks": "\u202e\u2066evil\u2069",
    "a template": "{{7*7}} ${7*7} {% raw %}",
    "a path": "../../../../etc/passwd",
    "a formula": '=HYPERLINK("http://news.example")',
    "a tag": "<script>alert(1)</script>",
    "50,000 characters": "x" * 50_000,
}
# What a terminal obeys.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def hostile(text: str, words: str) -> tuple[str, str]:
    """Return replies about a text, with these words wherever a string is free and numbers nobody can mean."""
    side_a, side_b = SIDES[text]
    where = {"when": words, "town": words, "province": words, "country": words}
    report = told(incident(**where, side_a=side_a, side_b=side_b)) | {"news": words}
    if text == ARTICLE:
        return json.dumps(report), JUDGEMENT
    counts = [
        {"quote": words, "people": words, "number": 10**4000, "harm": "killed", "whose": "a"},
        {"quote": "12 Kämpfer", "people": words, "number": -(10**300), "harm": "wounded", "whose": "b"},
    ]
    return json.dumps(report), json.dumps({"counts": counts})


@pytest.mark.parametrize("text", SIDES, ids=["rules", "quotes"])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_word_of_a_reply_that_the_text_has_not_comes_into_the_record(words: str, text: str) -> None:
    with serving(*map(answer, hostile(text, words))) as fake:
        made = extract(text, model=connect("openai/some-model", base_url=fake.base_url))
    (event,) = made.events
    assert None is event.where
    assert words not in event.model_dump_json()
    assert ["12 Kämpfer"] * (text == GERMAN) == [
        each.count.text for each in event.casualties if not each.count.value
    ]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_quote_that_is_not_in_the_text_is_a_finding_that_can_be_shown(words: str) -> None:
    with serving(*map(answer, hostile(GERMAN, words))) as fake:
        made = extract(GERMAN, model=connect("openai/some-model", base_url=fake.base_url))
    (said,) = [each.message for each in made.findings if each.code == "quote-not-found"]
    assert [] == OBEYED.findall(said)
    assert len(said) < 400


@pytest.mark.parametrize("format", ["table", "json", "jsonl"])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_what_is_printed_obeys_no_reply(
    words: str, format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(GERMAN, encoding="utf-8")
    options = ["--model", "openai/some-model", "--format", format]
    with serving(*map(answer, hostile(GERMAN, words))) as fake:
        code = main(["extract", str(file), *options, "--base-url", fake.base_url])
    out, err = capsys.readouterr()
    assert (0, "") == (code, err)
    assert [] == OBEYED.findall(out)


def test_half_a_character_is_no_reply() -> None:
    report = json.dumps(told() | {"news": "\ud800"})
    with serving(answer(report)) as fake, pytest.raises(ReplyInvalid):
        extract(ARTICLE, model=connect("openai/some-model", base_url=fake.base_url))


def test_an_empty_reply_is_put_to_the_model_in_words() -> None:
    with serving(answer(""), *GOOD) as fake:
        extract(ARTICLE, model=connect("openai/some-model", base_url=fake.base_url))
    assert {"role": "assistant", "content": NOTHING_SAID} == fake.requests[1]["messages"][-2]


def hostile_reading(words: str) -> str:
    """Return a full reading with these words wherever a string is free, beside one figure that is true."""
    event = told_event(when=words, days=[words], place=words, province=words, country=words)
    event |= {"side_a": ["Norland army", words], "side_b": [words]}
    figures = [told_figure(1, words, 10**4000), told_figure(2, "seven Norland soldiers", 7, whose="a")]
    return json.dumps(reply([event], figures, sources={words: [1, 2]}))


def read_fully(words: str) -> Extraction:
    settled = json.dumps(settlement(*["stands"] * 9))
    with serving(answer(hostile_reading(words)), answer(settled)) as fake:
        model = connect("openai/some-model", base_url=fake.base_url)
        return extract(ARTICLE, model=model, reading="full")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_word_of_a_full_reading_that_the_text_has_not_comes_into_the_record(words: str) -> None:
    (event,) = read_fully(words).events
    assert (None, None) == (event.where, event.when)
    assert ["Norland army"] == [each.name for each in (*event.side_a, *event.side_b)]
    assert [None] == [each.attributed_to for each in event.casualties]
    assert words not in event.model_dump_json()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_what_is_said_of_a_full_reading_can_be_shown_and_is_short(words: str) -> None:
    for finding in read_fully(words).findings:
        assert [] == OBEYED.findall(finding.message)
        assert len(finding.message) < 600


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"parquet"}))
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_export_and_no_page_carries_what_a_reply_made_up(
    words: str, format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, out = tmp_path / "record.jsonl", tmp_path / "out"
    record.write_text(read_fully(words).model_dump_json() + "\n", encoding="utf-8")
    asked = ["report", str(record)] if format == "html" else ["export", str(record), "--to", format]
    assert main([*asked, "-o", str(out)]) in (0, 1)
    capsys.readouterr()
    written = out.read_text(encoding="utf-8")
    assert format == "jsonl" or "<script>alert" not in written  # in JSON it is a string
    assert [] == OBEYED.findall(written.replace("\t", "").replace("\r", ""))
    assert len(written) < 300_000
