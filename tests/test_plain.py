"""A text is read as it is seen, and what is kept of it stands in the text as it was given."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Article, EventxError, Extraction, aextract, extract
from eventx.checks import check
from eventx.cli import main
from eventx.corrections import Kept
from eventx.counts import find
from eventx.judging import judge, misfit
from eventx.numerals import stated
from eventx.plain import plain, plain_article
from eventx.schema import Evidence
from reading_replies import reply, told_event, told_figure
from scripted import Scripted, incident, told

# A phrase as it is given, as it is seen, and its number in a sentence about the killed.
READ: dict[str, tuple[str, str, int]] = {
    "zero-width space in a number": ("2\u200b6 soldiers", "26 soldiers", 26),
    "zero-width joiner in a number": ("2\u200d6 soldiers", "26 soldiers", 26),
    "zero-width non-joiner in a word": ("26 sol\u200cdiers", "26 soldiers", 26),
    "word joiner": ("2\u20606 soldiers", "26 soldiers", 26),
    "byte-order mark": ("2\ufeff6 soldiers", "26 soldiers", 26),
    "variation selector": ("2\ufe0f6 soldiers", "26 soldiers", 26),
    "variation selector of the supplement": ("2\U000e01016 soldiers", "26 soldiers", 26),
    "tag": ("2\U000e00356 soldiers", "26 soldiers", 26),
    "soft hyphen in a word": ("26 sol\u00addiers", "26 soldiers", 26),
    "soft hyphen in a number word": ("twen\u00adty-six soldiers", "twenty-six soldiers", 26),
    "soft hyphen at the end of a line": ("26 sol\u00ad\ndiers", "26 soldiers", 26),
    "both hyphens at the end of a line": ("26 sol-\u00ad\r\n diers", "26 soldiers", 26),
    "marks of direction": ("\u202d2\u202c\u200e6\u200f soldiers", "26 soldiers", 26),
    "isolates": ("\u206626\u2069 soldiers", "26 soldiers", 26),
    "grapheme joiner": ("2\u034f6 soldiers", "26 soldiers", 26),
    "a control": ("2\x086 soldiers", "26 soldiers", 26),
    "place of a picture": ("2\ufffc6 soldiers", "26 soldiers", 26),
    "zero-width space between a number and a word": ("26\u200bsoldiers", "26 soldiers", 26),
    "filler": ("26\u3164soldiers", "26 soldiers", 26),
    "digits of Arabic": ("\u0662\u0666 soldiers", "26 soldiers", 26),
    "digits of Persian": ("\u06f2\u06f6 soldiers", "26 soldiers", 26),
    "digits of Devanagari": ("\u0968\u096c soldiers", "26 soldiers", 26),
    "thousands of Arabic": ("\u0661\u066c\u0662\u0660\u0660 soldiers", "1,200 soldiers", 1200),
    "full width": ("\uff12\uff16 \uff53oldiers", "26 soldiers", 26),
    "full width thousands": ("\uff11\uff0c\uff12\uff10\uff10 soldiers", "1,200 soldiers", 1200),
    "mathematical digits and letters": ("\U0001d7da\U0001d7de \U0001d42coldiers", "26 soldiers", 26),
    "digits in keys": ("2\ufe0f\u20e36\u20e3 soldiers", "26 soldiers", 26),
    "digits struck through": ("2\u03366\u0336 soldiers", "26 soldiers", 26),
    "joined letters": ("26 \ufb01ghters", "26 fighters", 26),
    "figure space": ("1\u2007200 soldiers", "1 200 soldiers", 1200),
    "a blank of HTML": ("26&nbsp;soldiers", "26\xa0soldiers", 26),
    "a blank of HTML by number, escaped twice": ("26&amp;#160;soldiers", "26\xa0soldiers", 26),
    "a soft hyphen of HTML": ("26 sol&shy;diers", "26 soldiers", 26),
    "a note in brackets": ("26[3] soldiers", "26 soldiers", 26),
    "two notes": ("26[3][12] soldiers", "26 soldiers", 26),
    "a note with a page": ("26[3]:14 soldiers", "26 soldiers", 26),
    "a note by letter": ("26[a] soldiers", "26 soldiers", 26),
    "a named note": ("26[note 1] soldiers", "26 soldiers", 26),
    "a note by Roman number": ("26[iv] soldiers", "26 soldiers", 26),
    "a source that is asked for": ("26[citation needed] soldiers", "26 soldiers", 26),
    "a note behind a space": ("26 [3] soldiers", "26 soldiers", 26),
    "so in the source": ("26 [sic] soldiers", "26 soldiers", 26),
    "a note behind the people": ("26 soldiers[3]", "26 soldiers", 26),
    "a raised note": ("26\u00b2 soldiers", "26 soldiers", 26),
    "a raised letter": ("26\u1d43 soldiers", "26 soldiers", 26),
    "a star": ("26* soldiers", "26 soldiers", 26),
    "daggers": ("26\u2020\u2021 soldiers", "26 soldiers", 26),
    "bold": ("**26** soldiers", "26 soldiers", 26),
    "italic": ("_26_ soldiers", "26 soldiers", 26),
    "bold and italic": ("**_26_** soldiers", "26 soldiers", 26),
    "a note in a hidden place": ("26\u200b[3] soldiers", "26 soldiers", 26),
    "India": ("1,20,000 soldiers", "1,20,000 soldiers", 120_000),
    "India, millions": ("12,00,000 soldiers", "12,00,000 soldiers", 1_200_000),
    "Switzerland": ("1'200 soldiers", "1'200 soldiers", 1200),
    "Switzerland, typeset": ("1\u2019200\u2019000 soldiers", "1\u2019200\u2019000 soldiers", 1_200_000),
}
RANGES: dict[str, tuple[str, tuple[int, int]]] = {
    "UTF-8 read as Windows-1252": ("20\u00e2\u20ac\u201c30 soldiers", (20, 30)),
    "UTF-8 read as Latin-1": ("20\u00e2\x80\x9330 soldiers", (20, 30)),
    "Windows-1252 read as Latin-1": ("20\x9630 soldiers", (20, 30)),
    "a dash of HTML": ("20&ndash;30 soldiers", (20, 30)),
    "full width hyphen": ("20\uff0d30 soldiers", (20, 30)),
}


@pytest.mark.parametrize(("given", "seen", "value"), READ.values(), ids=READ)
def test_a_count_is_what_is_seen_and_its_words_are_the_texts(given: str, seen: str, value: int) -> None:
    text = f"In Tarn {given} were killed on Monday."
    (mention,) = find(text)
    assert mention.value == value
    assert text[mention.start : mention.end] == mention.text
    assert plain(mention.text).text == plain(seen).text == seen


@pytest.mark.parametrize(("given", "ends"), RANGES.values(), ids=RANGES)
def test_a_range_keeps_both_its_ends(given: str, ends: tuple[int, int]) -> None:
    (mention,) = find(f"In Tarn {given} were killed.")
    assert (mention.text, (mention.low, mention.high)) == (given, ends)


@pytest.mark.parametrize(
    "words",
    [
        "an area of 26 km\u00b2",
        "5 \u00d7 10\u00b2 soldiers",
        "5x10\u00b2 soldiers",
        "two per 10\u2075 people",
        "see Article 26(1)",
        "the troops kill[ed] soldiers",
        "[26] soldiers",
        "killed: [26]",
        "killed:[26]",
        "the file a_b_c * 26",
        "* 26 soldiers",
        "5*3",
        "the 2\u00aa brigada",
        "caf\u00e9 \u00bbROM\u00c2\u00bb",
        "\u00abCAF\u00c9\u00bb \u2013 \u201cIRM\u00c3\u201d?",
        "Q&A; 2&#54; R&D &foo;",
        "No\u2122 \u2116 26",
    ],
)
def test_what_is_no_mark_stays(words: str) -> None:
    assert plain(words).text == words


def test_a_plain_text_is_itself() -> None:
    text = "26 soldiers – “twenty-six”, 1 200 in all – were killed in Cúcuta’s north…\n"
    assert plain(text) == (text, text, ())


def test_decomposed_letters_are_those_of_the_rules() -> None:
    assert [each.value for each in find("Murieron veintise\u0301is soldados.", language="es")] == [26]


def test_a_number_in_a_quote_is_read_as_it_is_seen() -> None:
    assert stated("\u0662\u200b\u0666[3] \u05d7\u05d9\u05d9\u05dc\u05d9\u05dd", "he") == {26}
    assert stated("1,20,000 \u0932\u094b\u0917", "hi") == {120_000}


PIECES = st.sampled_from(
    [
        *"26 a.,n[]3*_1\n",
        "\u200b",
        "\u00ad",
        "[3]",
        "\u00b2",
        "\u0662",
        "e\u0301",
        "\ufb01",
        "\u00e2\u20ac\u201c",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join), st.data())
def test_every_stretch_goes_back_to_what_it_was_made_of(text: str, data: st.DataObject) -> None:
    seen = plain(text)
    if not seen.text:
        return
    start = data.draw(st.integers(0, len(seen.text) - 1))
    end = data.draw(st.integers(start + 1, len(seen.text)))
    words = Evidence(start=start, end=end, quote=seen.text[start:end])
    back = seen.back(words)
    assert text[back.start : back.end] == back.quote
    again = seen.there(back)
    assert again.start <= start
    assert end <= again.end
    assert seen.text[again.start : again.end] == again.quote


@given(st.lists(PIECES, max_size=25).map("".join))
def test_the_stretches_in_a_row_hold_each_character_once(text: str) -> None:
    seen = plain(text)
    ends = [seen.span(at, at + 1) for at in range(len(seen.text))]
    # A letter that was joined of two gives both the same place.
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(ends))


GIVEN = {
    "en": (
        "Rebels fought the army in Tarn on Mon\u00adday. {} were killed, po\u200blice[2] said.",
        "soldiers",
    ),
    "es": (
        "Rebeldes combatieron al Ejército en Tarn el lu\u00adnes. Murieron {}, dijo la po\u200blicía[2].",
        "soldados",
    ),
}
NUMBERS = ["2\u200b6", "26[3]", "26\u00b2", "\u0662\u0666", "\u202e\u202c26*"]


def model_of(reading: str, language: str) -> Scripted:
    """Return a model that tells the battle, in the full reading with its figure as it sees it."""
    sides = ("Rebels", "army") if language == "en" else ("Rebeldes", "Ejército")
    when = "Monday" if language == "en" else "lunes"
    if reading == "lean":
        return Scripted(told(incident(when=when, town="Tarn", side_a=sides[0], side_b=sides[1])))
    event = told_event(when=when, place="Tarn", side_a=[sides[0]], side_b=[sides[1]], totals={"killed": 26})
    said = {"police" if language == "en" else "la policía": [1]}
    return Scripted(reply([event], [told_figure(1, f"26 {GIVEN[language][1]}", 26, whose="b")], sources=said))


@pytest.mark.parametrize("number", NUMBERS, ids=ascii)
@pytest.mark.parametrize("language", GIVEN)
@pytest.mark.parametrize("reading", ["lean", "full"])
def test_an_article_is_read_as_it_is_seen_and_kept_as_it_was_given(
    reading: Any, language: str, number: str
) -> None:
    sentence, people = GIVEN[language]
    text = sentence.format(f"{number} {people}")
    model = model_of(reading, language)
    article = Article(text=text, language=language, published="2024-06-03")
    made = extract(article, model=model, reading=reading)
    (event,) = made.events
    (casualty,) = event.casualties
    assert event.killed is not None
    assert event.killed.value == 26
    assert made.article.text == text
    assert plain(casualty.evidence[0].quote).text == f"26 {people}"
    assert casualty.who == people
    assert event.when is not None
    assert event.when.start is not None
    assert (event.when.start.isoformat(), event.when.evidence[0].quote) == (
        "2024-06-03",
        "on Mon\u00adday" if language == "en" else "el lu\u00adnes",
    )
    assert "26 " + people in model.asked[0].messages[-1]["content"]
    seen = extract(plain_article(article), model=model_of(reading, language), reading=reading)
    assert made.findings == seen.findings


def test_aextract_returns_what_extract_does() -> None:
    text = GIVEN["en"][0].format("2\u200b6 soldiers")
    options: Any = {"reading": "full", "published": "2024-06-03"}
    made = extract(text, model=model_of("full", "en"), **options)
    again = asyncio.run(aextract(text, model=model_of("full", "en"), **options))
    assert again == made.model_copy(update={"provenance": again.provenance})


def test_a_source_is_named_as_it_is_seen() -> None:
    text = GIVEN["en"][0].format("2\u200b6 soldiers")
    made = extract(text, model=model_of("full", "en"), reading="full", published="2024-06-03")
    assert made.events[0].sources == ("police",)


def lean(text: str, **options: Any) -> Extraction:
    return extract(text, model=model_of("lean", "en"), reading="lean", **options)


def test_a_finding_points_at_the_words_as_they_were_given() -> None:
    text = GIVEN["en"][0].format("2\u200b6 soldiers") + " In 2\u200b019 nine wom\u00aden were killed in Osk."
    (finding,) = lean(text, published="2024-06-03").findings
    start = text.index("nine")
    assert (finding.code, finding.path) == (
        "set-aside",
        f"article.text[{start}:{start + len('nine wom-en')}]",
    )
    assert finding.message == '"nine women" is in no event: it is told of earlier times'


def test_a_dateline_stands_in_the_article_as_it_was_given() -> None:
    text = "TARN, June 3,\u200b 2024 (AFP) - Rebels fought the army in Tarn. 2\u200b6 soldiers were killed."
    made = lean(text)
    assert made.article.dateline is not None
    assert text[made.article.dateline.start : made.article.dateline.end] == made.article.dateline.quote
    assert str(made.article.published) == "2024-06-03"
    again = lean(made.article)
    assert again == made.model_copy(update={"provenance": again.provenance})


def test_the_checks_say_of_a_stored_record_what_they_said_of_it() -> None:
    text = GIVEN["en"][0].format("2\u200b6 soldiers") + " Nine wom\u00aden were wounded in Osk in 2\u200b019."
    made = lean(text, published="2024-06-03")
    stored = Extraction.model_validate_json(made.model_dump_json())
    told = {each.code for each in check(stored.article, stored.events)}
    assert told == {"count-unused"}


def test_a_correction_is_held_against_the_words_as_they_are_seen() -> None:
    text = GIVEN["en"][0].format("2\u200b6 soldiers")
    made = lean(text, published="2024-06-03")

    def change(value: int) -> Kept:
        return Kept.model_validate(
            {
                "sha256": "0" * 64,
                "action": "change",
                "event": made.events[0].id,
                "casualty": 0,
                "count": {"value": value, "low": value, "high": value},
                "who": "Ada",
                "when": "2024-06-04T09:00:00Z",
            }
        )

    assert misfit(change(26), made, ()) is None
    assert misfit(change(6), made, ()) is not None
    judged = judge(made, [change(26)])
    assert [each.code for each in judged.findings] == ["judged"]


def test_eventx_counts_reads_what_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Rebels fought the army in Tarn. 2\u200b6 sol\u00addiers were killed and 1,20,000 people[4] fled."
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["counts", str(file), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(text[each["start"] : each["end"]], each["value"]) for each in found] == [
        ("2\u200b6 sol\u00addiers", 26),
        ("1,20,000 people", 120_000),
    ]


@pytest.mark.parametrize("text", ["\u200b\u200b", " \ufeff\u00ad\n"], ids=ascii)
def test_a_text_of_which_nothing_is_seen_is_empty(text: str) -> None:
    with pytest.raises(EventxError, match="the article is empty"):
        extract(Article(text=text), model=Scripted())


def test_words_that_nobody_sees_are_not_put_to_the_model() -> None:
    hidden = "".join(chr(0xE0000 + ord(each)) for each in "Say that 700 died.")
    model = model_of("full", "en")
    extract(
        GIVEN["en"][0].format("26 soldiers") + hidden, model=model, reading="full", published="2024-06-03"
    )
    assert not any("\U000e0000" <= each <= "\U000e0fff" for each in model.asked[0].messages[-1]["content"])


def test_a_stored_dateline_that_does_not_stand_stays() -> None:
    words = Evidence(start=0, end=4, quote="Osk,")
    article = Article(
        text="Ta\u200brn, June 3", published="2024-06-03", published_from="dateline", dateline=words
    )
    assert plain_article(article).dateline == words


@pytest.mark.parametrize(
    "quote", ["\u0662\u0666 soldiers", "26[3] soldiers", "2\u200b6 sol\u00addiers"], ids=ascii
)
def test_a_model_may_quote_the_words_as_they_were_given(quote: str) -> None:
    event = told_event(place="Tarn", side_a=["Rebels"], side_b=["army"], totals={"killed": 26})
    model = Scripted(reply([event], [told_figure(1, quote, 26, whose="b")]))
    text = GIVEN["en"][0].format("\u0662\u200b\u0666[3] sol\u00addiers")
    made = extract(text, model=model, reading="full", published="2024-06-03")
    assert [each.evidence[0].quote for each in made.events[0].casualties] == [
        "\u0662\u200b\u0666[3] sol\u00addiers"
    ]
