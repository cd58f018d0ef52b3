"""Languages: which one a text is in, and what is made of an article whose counts no rule can find."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eventx import Article, Extraction, ReplyInvalid, extract
from eventx.language import detect, recognised
from eventx.numerals import digits as numbers
from eventx.schema import Quantity
from scripted import Scripted, incident, told, unusable

SEEDS = Path(__file__).parents[1] / "seeds"

FRENCH = (
    "Au moins 12 soldats ont été tués dimanche dans l'attaque d'un poste de l'armée norlandaise à Vardesh "
    "par l'Aube rouge, a annoncé le ministère. Sept combattants de l'Aube rouge ont péri.\n\n"
    "Plus tard, 30 habitants ont été blessés par des tirs, selon l'hôpital de la ville."
)
ARABIC = (
    "قُتل ١٢ جنديا وأصيب ٢٠ آخرون يوم الأحد في هجوم شنه الفجر الأحمر على موقع للجيش في فاردش، "
    "بحسب وزارة الدفاع. وخُطف سبعة عمال إغاثة."
)
RUSSIAN = (
    "В воскресенье боевики Красной Зари напали на пост норландской армии в Вардеше. Погибли 1 200 солдат, "
    "сообщило министерство. Ещё 40 человек ранены."
)
SPANISH = "Once soldados murieron el domingo en un ataque contra un puesto del ejército en Vardesh."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(FRENCH, "fr", id="french"),
        pytest.param(ARABIC, "ar", id="arabic"),
        pytest.param(RUSSIAN, "ru", id="russian"),
        pytest.param(SPANISH, "es", id="spanish"),
        pytest.param("Щонайменше дванадцятеро військових загинули біля села.", "uk", id="ukrainian"),
        pytest.param("12", None, id="no-words"),
        pytest.param("Norland Tarn Osk Vardesh", None, id="names-alone"),
        pytest.param("Six soldiers died.", None, id="too-short-to-tell"),
        pytest.param("Vardesh: 12 † / 20", None, id="signs"),
    ],
)
def test_the_language_of_a_text_is_told_where_it_is_sure(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_language_of_every_seed_is_told(seed: Path) -> None:
    assert detect(Article.from_file(seed).text) == ("es" if seed.stem == "spanish" else "en")


@pytest.mark.parametrize(
    ("given", "known"),
    [("de", "de"), ("en-GB", "en"), ("PT_br", "pt"), (None, "fr"), ("", "fr"), ("English", "fr")],
    ids=["given", "with-a-country", "in-capitals", "recognised", "empty", "no-code"],
)
def test_the_language_given_wins(given: str | None, known: str) -> None:
    assert recognised(Article(text=FRENCH, language=given)).language == known


def test_nothing_is_loaded_before_a_language_is_asked_for() -> None:
    loads = "import sys, eventx.pipeline; print('py3langid' in sys.modules or 'numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


# Counts that a model quotes


def quoted(
    words: str, number: int | None, harm: str, whose: str, people: str = "", **more: Any
) -> dict[str, Any]:
    return {"quote": words, "people": people, "number": number, "harm": harm, "whose": whose, **more}


FOUGHT = told(incident(town="Vardesh", side_a="Aube rouge", side_b="armée norlandaise"))
SOLDIERS = quoted("Au moins 12 soldats ont été tués", 12, "killed", "b", "soldats")
FIGHTERS = quoted(
    "Sept combattants de l'Aube rouge ont péri", 7, "killed", "a", "combattants de l'Aube rouge"
)
LOCALS = quoted("30 habitants ont été blessés", 30, "wounded", "civilians", "habitants")


def read(text: str, report: dict[str, Any], *counts: dict[str, Any]) -> Extraction:
    return extract(text, model=Scripted(report, {"counts": list(counts)}), max_repairs=0)


def counts_of(extraction: Extraction) -> list[tuple[object, ...]]:
    return [
        (each.outcome, each.group, each.who, each.count.value)
        for event in extraction.events
        for each in event.casualties
    ]


def remarks(extraction: Extraction, code: str) -> list[str]:
    return [each.message for each in extraction.findings if each.code == code]


def test_a_french_article_has_the_counts_that_the_model_quotes() -> None:
    extraction = read(FRENCH, FOUGHT, SOLDIERS, FIGHTERS, LOCALS)
    assert extraction.article.language == "fr"
    assert counts_of(extraction) == [
        ("killed", "side_b", "soldats", 12),
        ("killed", "side_a", "combattants de l'Aube rouge", None),
        ("wounded", "civilians", "habitants", 30),
    ]
    assert remarks(extraction, "language-without-rules") == [
        "no rule finds counts in 'fr': the model quoted them"
    ]


@pytest.mark.parametrize(
    ("text", "report", "counts", "expected"),
    [
        pytest.param(
            ARABIC,
            told(incident(town="فاردش", side_a="الفجر الأحمر", side_b="موقع للجيش")),
            [
                quoted("قُتل ١٢ جنديا", 12, "killed", "b", "جنديا"),
                quoted("وأصيب ٢٠ آخرون", 20, "wounded", "b", "آخرون"),
                quoted("وخُطف سبعة عمال إغاثة", 7, "captured", "civilians", "عمال إغاثة"),
            ],
            [
                ("killed", "side_b", "جنديا", 12),
                ("wounded", "side_b", "آخرون", 20),
                ("captured", "civilians", "عمال إغاثة", None),
            ],
            id="arabic",
        ),
        pytest.param(
            RUSSIAN,
            told(incident(town="Вардеше", side_a="Красной Зари", side_b="норландской армии")),
            [
                quoted("Погибли 1 200 солдат", 1200, "killed", "b", "солдат"),
                quoted("Ещё 40 человек ранены", 40, "wounded", "unknown", "человек"),
            ],
            [("killed", "side_b", "солдат", 1200), ("wounded", "unknown", "человек", 40)],
            id="russian",
        ),
    ],
)
def test_other_scripts_and_digits_are_read(
    text: str, report: dict[str, Any], counts: list[dict[str, Any]], expected: list[tuple[object, ...]]
) -> None:
    assert counts_of(read(text, report, *counts)) == expected


def test_every_quote_is_the_evidence() -> None:
    (event,) = read(FRENCH, FOUGHT, SOLDIERS, LOCALS).events
    assert [each.evidence[0].quote for each in event.casualties] == [SOLDIERS["quote"], LOCALS["quote"]]


@pytest.mark.parametrize(
    "quote",
    ["Au moins 13 soldats ont été tués", "12 soldats tués", "", "soldats ont été tués dimanche soir"],
    ids=["another-number", "words-left-out", "empty", "words-added"],
)
def test_a_quote_that_does_not_stand_in_the_text_is_dropped_and_named(quote: str) -> None:
    extraction = read(FRENCH, FOUGHT, {**SOLDIERS, "quote": quote}, LOCALS)
    assert counts_of(extraction) == [("wounded", "civilians", "habitants", 30)]
    assert remarks(extraction, "quote-not-found") == [f'"{quote}", quoted by the model, does not stand here']


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        pytest.param("12 morts", {12}, id="plain"),
        pytest.param("1 200 morts", {1200}, id="space"),
        pytest.param("1\u202f200 morts", {1200}, id="narrow-space"),
        pytest.param("1.200 muertos", {1200}, id="point"),
        pytest.param("1'200 Tote", {1200}, id="apostrophe"),
        pytest.param("1,234,567 dead", {1234567}, id="millions"),
        pytest.param("١٬٢٠٠ قتيل", {1200}, id="arabic-digits"),
        pytest.param("१२ सैनिक", {12}, id="devanagari-digits"),
        pytest.param("1,5 million de morts", set(), id="decimals"),
        pytest.param("1,00,000 dead", {100_000}, id="indian-groups"),
        pytest.param("1,000,00 dead", set(), id="other-groups"),
        pytest.param("douze morts", set(), id="words"),
        pytest.param("entre 10 et 15 morts", {10, 15}, id="two"),
        pytest.param("12, 30 blessés", {12, 30}, id="a-list"),
        pytest.param("en 2024 30 morts", {2024, 30}, id="a-year-before"),
    ],
)
def test_numbers_are_digits_of_any_script(quote: str, found: set[int]) -> None:
    assert numbers(quote) == found


@pytest.mark.parametrize("number", [13, 2, 1, 0, None], ids=str)
def test_a_number_that_does_not_stand_in_its_quote_is_not_taken_over(number: int | None) -> None:
    assert counts_of(read(FRENCH, FOUGHT, {**SOLDIERS, "number": number})) == [
        ("killed", "side_b", "soldats", None)
    ]


def test_bounds_are_open_since_no_rule_reads_the_words_around_a_number() -> None:
    (event,) = read(FRENCH, FOUGHT, SOLDIERS).events
    assert event.killed == Quantity(value=12, low=None, high=None, text="Au moins 12 soldats ont été tués")


def test_figures_of_several_counts_hold_however_these_overlap() -> None:
    text = FRENCH.replace("Sept", "7")
    fighters = {**FIGHTERS, "quote": FIGHTERS["quote"].replace("Sept", "7")}
    (event,) = read(text, FOUGHT, SOLDIERS, fighters, LOCALS).events
    assert event.killed is not None
    assert (event.killed.value, event.killed.low, event.killed.high) == (None, 12, 19)
    assert event.wounded is not None
    assert event.wounded.value == 30


def test_a_figure_with_a_count_in_words_has_no_upper_bound() -> None:
    (event,) = read(FRENCH, FOUGHT, SOLDIERS, FIGHTERS).events
    assert event.killed is not None
    assert (event.killed.value, event.killed.low, event.killed.high) == (None, 12, None)


def test_people_who_do_not_stand_in_the_quote_are_its_words() -> None:
    extraction = read(FRENCH, FOUGHT, {**SOLDIERS, "people": "militaires"})
    assert counts_of(extraction) == [("killed", "side_b", SOLDIERS["quote"], 12)]


@pytest.mark.parametrize(
    ("again", "values"),
    [
        pytest.param(SOLDIERS, [12], id="the-same"),
        pytest.param({**SOLDIERS, "quote": "12 soldats ont été tués dimanche"}, [12], id="in-other-words"),
        pytest.param({**SOLDIERS, "harm": "wounded"}, [12, 12], id="another-harm"),
    ],
)
def test_a_count_quoted_twice_is_one(again: dict[str, Any], values: list[int]) -> None:
    assert [value for *_, value in counts_of(read(FRENCH, FOUGHT, SOLDIERS, again))] == values


def test_words_that_stand_twice_may_be_quoted_twice() -> None:
    text = f"{FRENCH}\n\nAu moins 12 soldats ont été tués, selon la radio."
    (event,) = read(text, FOUGHT, SOLDIERS, SOLDIERS).events
    assert [each.role for each in event.casualties] == ["part", "repeat"]


def test_a_count_that_the_model_says_is_of_nobody_harmed_is_set_aside() -> None:
    extraction = read(FRENCH, FOUGHT, {**SOLDIERS, "harm": "none"}, LOCALS)
    assert [value for *_, value in counts_of(extraction)] == [30]


def test_of_several_events_the_model_says_which_where_no_name_does() -> None:
    text = f"{FRENCH}\n\nÀ Oskany, la police a tiré sur la foule. 4 étudiants sont morts."
    report = told(
        incident(town="Vardesh", side_a="Aube rouge", side_b="armée norlandaise"),
        incident(town="Oskany", side_a="police", kind="killing"),
    )
    students = quoted("4 étudiants sont morts", 4, "killed", "civilians", "étudiants", event=2)
    extraction = read(text, report, {**SOLDIERS, "event": 1}, students)
    assert [[each.count.value for each in event.casualties] for event in extraction.events] == [[12], [4]]


def test_without_an_event_nothing_is_quoted() -> None:
    extraction = extract(FRENCH, model=Scripted(told()), max_repairs=0)
    assert (extraction.events, len(remarks(extraction, "language-without-rules"))) == ((), 1)


def test_quotes_that_cannot_be_read_are_asked_for_again_and_then_missed() -> None:
    model = Scripted(FOUGHT, unusable(), {"counts": [SOLDIERS]})
    assert counts_of(extract(FRENCH, model=model, max_repairs=1)) == [("killed", "side_b", "soldats", 12)]
    lost = extract(FRENCH, model=Scripted(FOUGHT, unusable()), max_repairs=0)
    assert (counts_of(lost), len(remarks(lost, "passage-unread"))) == ([], 1)


def test_a_report_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ReplyInvalid):
        extract(FRENCH, model=Scripted(unusable()), max_repairs=0)


def test_a_count_in_the_overlap_of_two_parts_is_one() -> None:
    before = "\n\n".join(["La route du port est restée fermée, et les marchands attendaient."] * 100)
    text = f"{before}\n\n{FRENCH}\n\n{before}"
    both = {"counts": [SOLDIERS, LOCALS]}
    model = Scripted(FOUGHT, FOUGHT, both, both)
    extraction = extract(text, model=model, max_repairs=0)
    shown = ["12 soldats" in question.messages[1]["content"] for question in model.asked]
    assert shown == [True] * 4
    assert [value for *_, value in counts_of(extraction)] == [12, 30]


def test_a_text_too_short_to_tell_is_read_by_the_english_rules() -> None:
    text = "Six soldiers died in Tarn."
    model = Scripted(told(incident(town="Tarn")))
    extraction = extract(text, model=model)
    assert (extraction.article.language, [value for *_, value in counts_of(extraction)]) == (None, [6])
