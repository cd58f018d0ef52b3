"""When an event happened: the model's words where the article has them, else the article's own."""

from __future__ import annotations

from datetime import date

import pytest

from eventx import Article
from eventx.resolve.when import told_alone, when

DAY = date(2023, 8, 28)  # a Monday


def article(text: str) -> Article:
    return Article(text=text, published=DAY, language="en")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("Six died on Saturday.", "Saturday", "on Saturday", id="the-articles-words"),
        pytest.param("Six died on Saturday.", "Saturday morning", "on Saturday", id="the-same-weekday"),
        pytest.param("Six died on Saturday.", "Sunday", None, id="another-weekday"),
        pytest.param("Six died on Saturday.", "unknown", None, id="left-out"),
        pytest.param(
            "Six died on Saturday, police said on Sunday.", "Sunday", "on Saturday", id="when-it-was-said"
        ),
        pytest.param(
            "The army today confirmed the toll. Six died on Saturday.",
            "today",
            "on Saturday",
            id="said-after",
        ),
        pytest.param(
            "Six died yesterday in a raid for a leader responsible for an attack on Tuesday.",
            "Tuesday",
            "yesterday",
            id="what-somebody-is-wanted-for",
        ),
        pytest.param(
            "Update, Jan. 25, 2013\nTARN, Norland (Jan. 25, 2013) - Six died yesterday.",
            "Jan. 25",
            "yesterday",
            id="the-datelines-day",
        ),
        pytest.param(
            "Police said on 12 August. Two died today. Six died on 12 August.",
            "12 August",
            "on 12 August",
            id="the-same-words-elsewhere",
        ),
        pytest.param("Police said on Sunday.", "Sunday", "on Sunday", id="nothing-else-told"),
    ],
)
def test_a_time_is_the_models_where_the_article_tells_it_of_the_event(
    text: str, words: str, expected: str | None
) -> None:
    found = when(article(text), words)
    assert expected == (found and found.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Six died on Saturday.", "on Saturday", id="of-people-harmed"),
        pytest.param(
            "Talks were held on Friday. Six died on Saturday.", "on Saturday", id="before-other-times"
        ),
        pytest.param("The army raided Tarn on Friday. Six died.", "on Friday", id="the-sentence-before"),
        pytest.param("Six died.\n\nTalks were held on Friday.", None, id="another-paragraph"),
        pytest.param("In 2020 six died in Tarn.", None, id="a-year"),
        pytest.param("In June six died in Tarn.", None, id="a-month"),
        pytest.param("Six died on 12 March.", None, id="background"),
        pytest.param("Six died before Friday.", None, id="a-bound"),
        pytest.param("Six died, police said on Sunday.", None, id="when-it-was-said"),
        pytest.param(
            "Six died in a raid for a leader behind the attack on Tuesday.", None, id="what-he-is-wanted-for"
        ),
        pytest.param("Talks were held on Friday.", None, id="nobody-harmed"),
        pytest.param("Six died.", None, id="silent"),
    ],
)
def test_a_time_left_out_is_the_first_told_of_people_harmed(text: str, expected: str | None) -> None:
    found = told_alone(article(text))
    assert expected == (found and found.text)


def test_a_bound_is_no_time_without_a_day_of_publication_either() -> None:
    assert told_alone(Article(text="Six died before Friday.", language="en")) is None


def test_the_day_of_the_dateline_above_it_is_no_time_of_the_event() -> None:
    head = "Evening update, Jan. 25, 2013\nBOREL, Arland (Jan. 25, 2013) - "
    found = told_alone(Article(text=f"{head}Six died yesterday.", published=date(2013, 1, 25), language="en"))
    assert (found and found.text) == "yesterday"


def test_no_rule_tells_harm_in_a_language_without_rules() -> None:
    assert told_alone(Article(text="Six died on Saturday.", language="xx")) is None


OPENING = {
    "full date": ("On 21 May 2023, rebels fought. Six died by 23 May 2023.", "On 21 May 2023"),
    "digits before a note": ("05/21/2023: Rebels fought. Six died on 23 May 2023.", "05/21/2023:"),
    "full date on its own line": ("21 May 2023\n\nSix died on 20 May 2023.", "on 20 May 2023"),
    "date without a year": ("On 21 May rebels fought. Six died on 20 May 2023.", "on 20 May 2023"),
    "in the sentence": ("Six died on 20 May 2023.", "on 20 May 2023"),
    "nothing told": ("On 21 May 2023, rebels met.", None),
}


@pytest.mark.parametrize(("text", "expected"), OPENING.values(), ids=OPENING.keys())
def test_the_full_date_that_opens_a_text_is_its_incidents(text: str, expected: str | None) -> None:
    found = told_alone(Article(text=text, language="en"))
    assert expected == (found and found.text)


OF_TELLING = {
    "claimed": "Rebels claimed the attack on Monday. Six died on Sunday.",
    "claimed responsibility": "Rebels claimed responsibility on Monday. Six died on Sunday.",
    "called on": "Norland called on the rebels Monday to stop. Six died on Sunday.",
    "dateline of two agencies": "Tarn [Norland], August 28 (ANW/Tarnwire): Six died on Sunday.",
    "dateline with a full stop": "Tarn, August 28 (TW).- Six died on Sunday.",
}


@pytest.mark.parametrize("text", OF_TELLING.values(), ids=OF_TELLING.keys())
def test_the_time_of_a_claim_a_call_or_a_dateline_is_of_telling(text: str) -> None:
    found = told_alone(article(text))
    assert found is not None
    assert "on Sunday" == found.text


def test_a_claim_of_lives_is_no_telling() -> None:
    found = told_alone(article("The raid claimed the lives of six on Monday."))
    assert found is not None
    assert "on Monday" == found.text
