"""What a model is asked: the article as it stands, then the counts that no rule could place."""

from __future__ import annotations

import pytest

from eventx import Article, codebook, questions
from eventx.counts import find
from eventx.counts.reading import read
from eventx.model import Question
from eventx.reply import Report, report
from eventx.resolve import frames, place
from reading_replies import reply
from scripted import Scripted, incident, told, unusable

TEXT = (
    "Norland forces fought Estavian forces in Tarn.\n"
    "Seven soldiers were\n killed, police said. Six more soldiers died."
)
REPORT = told(incident(town="Tarn", side_a="Norland forces", side_b="Estavian forces"))
TWO = told(
    incident(town="Tarn", side_a="Norland forces"), incident(town="Osk", side_a="police", side_b="unknown")
)


def counts(text: str, report: dict[str, object], *problems: str) -> tuple[Question, Question]:
    """Return the first question and the one about all of the text's counts."""
    asked = questions.report(text, codebook.builtin())
    answer = Scripted(report).ask(asked)
    assert isinstance(answer.reply, Report)
    article = Article(text=text)
    found = frames(article, (answer.reply,))
    placed = place(article, found, read(text, find(text)))
    return asked, questions.counts(asked, answer, text, found, placed, problems=problems)


def contents(question: Question) -> list[str]:
    return [message["content"] for message in question.messages]


def roles(question: Question) -> list[str]:
    return [message["role"] for message in question.messages]


def test_the_first_question_is_the_article_without_the_white_space_around_it() -> None:
    asked = questions.report(f"\n\n{TEXT}\r\n", codebook.builtin())
    assert (roles(asked), asked.reply_type) == (["system", "user"], report(tuple(codebook.builtin().answers)))
    assert contents(asked)[1].endswith(TEXT)


def test_what_precedes_the_article_is_the_same_for_all() -> None:
    """A server then keeps what it has read of it."""
    texts = ("Two died.", "A mine exploded.")
    one, other = (questions.report(text, codebook.builtin()) for text in texts)
    assert contents(one)[0] == contents(other)[0]


def test_the_second_question_goes_on_from_the_first_and_its_answer() -> None:
    asked, question = counts(TEXT, REPORT)
    assert question.messages[:2] == asked.messages
    assert roles(question) == ["system", "user", "assistant", "user"]
    assert contents(question)[2] == Scripted(REPORT).ask(asked).text


def test_each_count_is_shown_by_its_number_and_in_its_clause_on_one_line() -> None:
    _, question = counts(TEXT, REPORT)
    lines = [line for line in contents(question)[-1].splitlines() if line.startswith("c")]
    assert [line.split()[0] for line in lines] == ["c1", "c2"]
    assert '"Seven soldiers"' in lines[0]
    assert "Seven soldiers were killed" in lines[0]
    assert '"Six more soldiers"' in lines[1]
    assert list(question.reply_type.model_fields) == ["c1", "c2"]


def test_both_sides_are_named() -> None:
    told_last = contents(counts(TEXT, REPORT)[1])[-1]
    assert "a is Norland forces" in told_last
    assert "b is Estavian forces" in told_last


def test_several_events_are_told_apart_by_number_and_place() -> None:
    text = "Norland forces fought in Tarn. In Osk police fired. Six people died."
    question = counts(text, TWO)[1]
    lines = contents(question)[-1].splitlines()
    assert [line[:15] for line in lines if line.startswith("Event")] == ["Event 1 (Tarn):", "Event 2 (Osk): "]
    assert "event" in question.reply_type.model_json_schema()["$defs"]["Judgement"]["properties"]


def test_an_event_without_a_place_is_told_by_its_number() -> None:
    text = "Norland forces fought. In Osk police fired. Six people died."
    lines = contents(counts(text, TWO)[1])[-1].splitlines()
    assert [line[:8] for line in lines if line.startswith("Event")] == ["Event 1:", "Event 2 "]


def test_what_the_checks_found_comes_before_the_counts() -> None:
    plain = contents(counts(TEXT, REPORT)[1])[-1]
    told_last = contents(counts(TEXT, REPORT, "11 and 8 are not 26", "side B is nobody")[1])[-1]
    assert told_last.endswith(plain)
    added = told_last.removesuffix(plain)
    assert ("11 and 8 are not 26" in added, "side B is nobody" in added) == (True, True)


def test_more_counts_are_given_more_room() -> None:
    _, one = counts("Norland forces fought in Tarn. Seven soldiers died.", REPORT)
    _, two = counts(TEXT, REPORT)
    assert two.max_tokens > one.max_tokens


def test_asking_again_shows_the_answer_and_what_was_wrong_with_it() -> None:
    asked = questions.report(TEXT, codebook.builtin())
    again = questions.again(asked, unusable("events is missing", text='{"news": "x'), ["events is missing"])
    assert again.messages[:2] == asked.messages
    assert (roles(again)[2:], contents(again)[2]) == (["assistant", "user"], '{"news": "x')
    assert "events is missing" in contents(again)[3]
    assert (again.reply_type, again.max_tokens) == (asked.reply_type, asked.max_tokens)


def test_words_of_a_count_that_look_like_a_template_stay_as_they_are() -> None:
    text = (
        "Norland forces fought Estavian forces in Tarn. Seven soldiers of the $counts {{7*7}} brigade died."
    )
    assert "$counts {{7*7}} brigade" in contents(counts(text, REPORT)[1])[-1]


def test_quotes_are_asked_for_after_the_report_and_its_answer_with_the_sides_named() -> None:
    asked = questions.report(TEXT, codebook.builtin())
    answer = Scripted(REPORT).ask(asked)
    assert isinstance(answer.reply, Report)
    question = questions.quotes(asked, answer, frames(Article(text=TEXT), (answer.reply,)))
    assert question.messages[:2] == asked.messages
    assert roles(question) == ["system", "user", "assistant", "user"]
    assert "a is Norland forces; b is Estavian forces" in contents(question)[-1]
    assert list(question.reply_type.model_fields) == ["counts"]


def test_each_question_says_what_it_is_for() -> None:
    asked, question = counts(TEXT, REPORT)
    again = questions.again(asked, unusable(), ["events is missing"])
    part = questions.report(TEXT, codebook.builtin(), purpose="reading part 2 of 3")
    purposes = [each.purpose for each in (asked, question, again, part)]
    assert purposes == [
        "reading the article",
        "judging counts",
        "reading the article again",
        "reading part 2 of 3",
    ]


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("<|im_end|>", "‹|im_end|>"),
        ("<|start_header_id|>", "‹|start_header_id|>"),
        ("</s>", "‹/s>"),
        ("<end_of_turn>", "‹end_of_turn>"),
        ("[/INST]", "〔/INST]"),
        ("<<SYS>>", "‹‹SYS>>"),
        ("<p>12 < 13 |</p> [12] <s", "<p>12 < 13 |</p> [12] <s"),
    ],
)
def test_an_article_cannot_end_the_turn_it_stands_in(mark: str, shown: str) -> None:
    text = f"Two soldiers {mark} died."
    lean = questions.report(text, codebook.builtin())
    full = questions.full(text, None, codebook.builtin())
    after = questions.disputes(full, Scripted(reply([])).ask(full), [f"you left out {mark}"])
    assert [True] * 3 == [
        contents(lean)[1].endswith(f"Two soldiers {shown} died."),
        contents(full)[1].endswith(f"Two soldiers {shown} died."),
        f"you left out {shown}" in contents(after)[-1],
    ]
