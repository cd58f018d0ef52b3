"""Sentences end where a reader ends them."""

import pytest

from eventx.sentences import paragraphs, sentence_start, spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


ONE = {
    "month": "A blast hit Borel on Jan. 25 at noon.",
    "month in brackets": "BOREL, Arland (Sept. 1, 2012) The force left.",
    "title": "The report by U.S. Army Col. Torres names nobody.",
    "initials": "The army named J. R. Tandel as its chief.",
    "country": "Two U.S. Marines were hurt.",
    "hour": "Shelling began at 5 a.m. Saturday in Borel.",
    "decimal": "About 3.5 tons were found.",
    "quote that goes on": "“Where are they?” asked the guard.",
    "wrapped line": "Shelling hit the village\nand two people were hurt.",
    "wrapped paragraph": (
        "The army said on Monday that it had taken two hills north of\n"
        "Borel after a night of shelling, and that four soldiers of the\n"
        "Third Brigade were hurt."
    ),
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_one_sentence(text):
    assert [text] == sentences(text)


MANY = {
    "plain": ("Four died. Two were hurt.", ["Four died.", "Two were hurt."]),
    "digits open": ("Four died. 20 were hurt.", ["Four died.", "20 were hurt."]),
    "acronym at the end": (
        "He flew to the U.S. The attack went on.",
        ["He flew to the U.S.", "The attack went on."],
    ),
    "hour at the end": ("It began at 5 a.m. It ended at 6.", ["It began at 5 a.m.", "It ended at 6."]),
    "closing quote": ("“Four died.” The army agreed.", ["“Four died.”", "The army agreed."]),
    "al- name opens": ("Four died. al-Borel said so.", ["Four died.", "al-Borel said so."]),
    "headline": ("Four die in Borel\nThe army said so.", ["Four die in Borel", "The army said so."]),
    "paragraph in lower case": ("four die\n\nin borel", ["four die", "in borel"]),
    "line separator": ("For Release\u2028Four died", ["For Release", "Four died"]),
    "paragraph separator": ("For Release\u2029Four died", ["For Release", "Four died"]),
    "carriage returns": ("Four die\r\n\r\n  The army said so. \r\n", ["Four die", "The army said so."]),
    "arabic": ("قتل أربعة. وجرح اثنان.", ["قتل أربعة.", "وجرح اثنان."]),
    "chinese": ("四人死亡。两人受伤。", ["四人死亡。", "两人受伤。"]),
    "two headlines of wrapped length": (
        "At least four people are killed in shelling of the hills near Borel\n"
        "The army says it has taken two hills after a night of hard fighting",
        [
            "At least four people are killed in shelling of the hills near Borel",
            "The army says it has taken two hills after a night of hard fighting",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MANY.values(), ids=MANY.keys())
def test_many_sentences(text, expected):
    assert expected == sentences(text)


@pytest.mark.parametrize(
    "text", ["", " \n\t\u2028", "\u00a0"], ids=["empty", "white space", "no-break space"]
)
def test_no_sentence(text):
    assert spans(text) == ()


@pytest.mark.parametrize(
    "text",
    ["." * 60_000, ".'" * 30_000, "\n" * 60_000, "a.\n" * 20_000, " " * 60_000, "a. " * 20_000],
    ids=["stops", "quotes", "breaks", "lines", "spaces", "words"],
)
def test_hostile_text_still_has_spans_in_order(text):
    found = spans(text)
    flat = [offset for span in found for offset in span]
    assert sorted(flat) == flat


def test_every_span_is_trimmed():
    text = " Four died .  Two\u00a0were hurt!\t\n\n\u2003Nobody else. "
    assert [text[s:e].strip() for s, e in spans(text)] == [text[s:e] for s, e in spans(text)]


def test_paragraphs_are_parted_by_line_breaks():
    text = "Four die in Borel\nThe army said so. Two\nwere hurt.\n\nNobody else."
    expected = ["Four die in Borel", "The army said so. Two\nwere hurt.", "Nobody else."]
    assert expected == [text[start:end] for start, end in paragraphs(text)]


def test_a_sentence_starts_where_its_first_word_does() -> None:
    text = "Three died. Four were hurt."
    assert [sentence_start(text, at) for at in (0, 8, 12, 20)] == [0, 0, 12, 12]
