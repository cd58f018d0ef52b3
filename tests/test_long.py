"""A long article: cut into passages that overlap, each read by itself, its counts placed over the whole."""

from __future__ import annotations

from typing import Any

import pytest
from bench.long_article import EVENTS, PUBLISHED, article
from hypothesis import given
from hypothesis import strategies as st

from eventx import Extraction, ReplyInvalid, codebook, extract, questions
from eventx.model import Answer, Question
from eventx.passages import OVERLAP_BYTES, PASSAGE_BYTES, Passage, holding, split
from eventx.reply import Report
from scripted import NOTHING_NEW, Scripted, incident, judgements, told, unusable

SENTENCE = "The road to the harbour stayed closed all day, and traders waited there. "
PARAGRAPH = SENTENCE * 5
LONG = "\n\n".join([PARAGRAPH.strip()] * 60)
ARABIC = "ظل الطريق إلى الميناء مغلقا طوال اليوم. "


def own(text: str) -> list[str]:
    return [text[passage.own : passage.end] for passage in split(text)]


def test_a_short_text_is_one_passage() -> None:
    text = "x" * PASSAGE_BYTES
    assert split(text) == (Passage(0, 0, PASSAGE_BYTES),)


@pytest.mark.parametrize(
    ("text", "border"),
    [
        pytest.param(LONG, "\n\n", id="between-paragraphs"),
        pytest.param(LONG.replace("\n\n", "\r\n"), "\r\n", id="between-lines"),
        pytest.param(SENTENCE * 300, ". ", id="between-sentences"),
        pytest.param("harbour " * 3000, " ", id="at-white-space"),
        pytest.param("。".join(["道路整天关闭"] * 900), "。", id="sentences-without-spaces"),
    ],
)
def test_a_long_text_is_cut_where_something_begins(text: str, border: str) -> None:
    passages = split(text)
    assert len(passages) > 1
    assert all(text[: passage.own].endswith(border) for passage in passages[1:])
    assert "".join(own(text)) == text


def test_a_text_without_white_space_is_cut_anywhere() -> None:
    text = "x" * 20_000
    assert "".join(own(text)) == text


def test_passages_are_of_about_one_length() -> None:
    sizes = [len(each) for each in own(LONG)]
    assert max(sizes) - min(sizes) < 3 * len(PARAGRAPH)


@pytest.mark.parametrize("text", [LONG, ARABIC * 600], ids=["latin", "arabic"])
def test_what_comes_just_before_is_told_again(text: str) -> None:
    for passage in split(text)[1:]:
        again = text[passage.start : passage.own].encode()
        assert OVERLAP_BYTES / 2 < len(again) <= OVERLAP_BYTES


def test_the_overlap_begins_with_a_paragraph_where_one_fits() -> None:
    assert all(LONG[passage.start - 2 : passage.start] == "\n\n" for passage in split(LONG)[1:])


def test_a_place_is_held_by_the_passage_it_is_the_own_of() -> None:
    passages = split(LONG)
    assert [holding(passages, passage.own) for passage in passages] == list(range(len(passages)))
    assert [holding(passages, passage.end - 1) for passage in passages] == list(range(len(passages)))


PIECES = st.sampled_from(
    [SENTENCE, PARAGRAPH, ARABIC * 9, "\n", "\n\n", "\r\n", "道路整天关闭。" * 80, "x" * 900, " ", "\ud800"]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_character_is_lost_or_held_twice_and_no_passage_is_too_long(text: str) -> None:
    passages = split(text)
    assert "".join(text[passage.own : passage.end] for passage in passages) == text
    sizes = [len(text[passage.start : passage.end].encode("utf-8", "replace")) for passage in passages]
    assert max(sizes) <= PASSAGE_BYTES
    assert all(passage.start <= passage.own < passage.end for passage in passages if text)


# What is asked of a long article, and what is made of it

FILLER = "\n\n".join([PARAGRAPH.strip()] * 12)
VARDESH = "The Norland army fought Red Dawn in Vardesh. Six soldiers died."
OSKANY = "Police fired at a crowd in Oskany. Three people died."
TWO_PARTS = f"{VARDESH}\n\n{FILLER}\n\n{FILLER}\n\n{OSKANY}"
FOUGHT = told(incident(town="Vardesh", side_a="Norland army", side_b="Red Dawn"))
FIRED = told(incident(town="Oskany", side_a="Police", kind="killing"))


def figures(extraction: Extraction) -> list[tuple[str, list[int | None]]]:
    return [
        (event.where.text if event.where else "", [each.count.value for each in event.casualties])
        for event in extraction.events
    ]


def findings(extraction: Extraction, code: str) -> list[str]:
    return [each.path for each in extraction.findings if each.code == code]


def purposes(model: Scripted) -> list[str]:
    return [question.purpose for question in model.asked]


def shown(question: Question) -> str:
    return question.messages[1]["content"]


def test_each_part_is_asked_by_itself_and_the_events_stand_together() -> None:
    model = Scripted(FOUGHT, FIRED)
    extraction = extract(TWO_PARTS, model=model)
    assert figures(extraction) == [("Vardesh", [6]), ("Oskany", [3])]
    assert [(VARDESH in shown(each), OSKANY in shown(each)) for each in model.asked] == [
        (True, False),
        (False, True),
    ]
    assert [len(question.messages) for question in model.asked] == [2, 2]
    assert purposes(model) == ["reading part 1 of 2", "reading part 2 of 2"]


def test_a_short_article_is_asked_as_a_whole() -> None:
    model = Scripted(FOUGHT)
    extract(VARDESH, model=model)
    assert model.asked == [questions.report(VARDESH, codebook.builtin())]
    assert purposes(model) == ["reading the article"]


def test_an_event_told_in_two_parts_is_one_and_its_people_are_counted_once() -> None:
    text = f"{TWO_PARTS}\n\nThe six soldiers who died in Vardesh were buried."
    extraction = extract(text, model=Scripted(FOUGHT, told(*FIRED["events"], *FOUGHT["events"])))
    assert [(event.where.text, event.killed.value) for event in extraction.events] == [  # type: ignore[union-attr]
        ("Vardesh", 6),
        ("Oskany", 3),
    ]


KESRIN = "A bomb killed four police officers near Kesrin."
BOMBED = told(incident(town="Kesrin", side_b="police officers", kind="bomb"))


def test_an_entry_about_a_place_of_no_event_is_read_again_and_counted_nowhere_else() -> None:
    text = f"{TWO_PARTS}\n\n{KESRIN}"
    read = extract(text, model=Scripted(FOUGHT, FIRED, BOMBED))
    assert figures(read) == [("Vardesh", [6]), ("Oskany", [3]), ("Kesrin", [4])]
    missed = extract(text, model=Scripted(FOUGHT, FIRED), max_repairs=0)
    assert figures(missed) == [("Vardesh", [6]), ("Oskany", [3])]
    assert len(findings(missed, "count-without-event")) == 1


def test_an_entry_that_names_an_event_of_another_part_is_counted_with_that() -> None:
    text = f"{TWO_PARTS}\n\nIn Vardesh two more soldiers died."
    assert figures(extract(text, model=Scripted(FOUGHT, FIRED))) == [("Vardesh", [6, 2]), ("Oskany", [3])]


def test_what_follows_an_entry_without_a_name_is_of_the_event_its_part_tells() -> None:
    text = f"{TWO_PARTS}\n\nTwo more people were wounded."
    assert figures(extract(text, model=Scripted(FOUGHT, FIRED))) == [("Vardesh", [6]), ("Oskany", [3, 2])]


LOST = "Red Dawn lost seven Norland soldiers."  # no rule says whose they are


def test_a_count_is_judged_in_the_conversation_of_its_own_part() -> None:
    text = f"{VARDESH} {LOST}\n\n{FILLER}\n\n{FILLER}\n\nVardesh mourns. {LOST.replace('seven', 'five')}"
    on_a, on_b = judgements(("killed", "a")), judgements(("killed", "b"))
    model = Scripted(FOUGHT, NOTHING_NEW, on_a, on_b)
    (event,) = extract(text, model=model).events
    first, second, *judged = model.asked
    assert [question.messages[:2] for question in judged] == [first.messages, second.messages]
    assert [each.group for each in event.casualties if each.count.value in (5, 7)] == ["side_a", "side_b"]
    assert purposes(model)[2:] == ["judging counts", "judging counts"]


def test_a_judgement_that_cannot_be_read_leaves_the_others() -> None:
    text = f"{VARDESH} {LOST}\n\n{FILLER}\n\n{FILLER}\n\nVardesh mourns. {LOST.replace('seven', 'five')}"
    script = [FOUGHT, NOTHING_NEW, unusable(), judgements(("killed", "b"))]
    extraction = extract(text, model=Scripted(*script), max_repairs=0)
    assert figures(extraction) == [("Vardesh", [6, 5])]
    assert len(findings(extraction, "count-undecided")) == 1


def test_counts_with_long_clauses_are_judged_a_few_at_a_time() -> None:
    lost = "".join(
        f" Red Dawn lost {number} Norland soldiers from {'the old harbour town and ' * 8}the hills."
        for number in range(101, 131)
    )
    model = Scripted(FOUGHT, judgements(*[("killed", "a")] * 21), judgements(*[("killed", "a")] * 9))
    extract(f"{VARDESH}{lost}", model=model)
    assert [len(question.reply_type.model_fields) for question in model.asked[1:]] == [21, 9]


PLANNED = "Police threatened to raid Oskany."
RAID = told(incident(town="Oskany", side_a="Police", kind="raid"))


def test_an_event_that_the_checks_refute_is_asked_about_in_its_own_part() -> None:
    text = f"{VARDESH}\n\n{FILLER}\n\n{FILLER}\n\n{PLANNED}"
    model = Scripted(FOUGHT, RAID, NOTHING_NEW)
    extraction = extract(text, model=model)
    assert figures(extraction) == [("Vardesh", [6])]
    assert purposes(model)[2:] == ["reading part 2 of 2 again"]
    assert model.asked[2].messages[:2] == model.asked[1].messages


@pytest.mark.parametrize(
    ("script", "figures_read", "own"),
    [
        pytest.param([FOUGHT, unusable()], [("Vardesh", [6])], 1, id="the-last"),
        pytest.param([unusable(), FIRED], [("Oskany", [3])], 0, id="the-first"),
    ],
)
def test_a_part_without_a_usable_reply_is_named_and_the_others_stand(
    script: list[dict[str, Any] | Answer], figures_read: list[Any], own: int
) -> None:
    extraction = extract(TWO_PARTS, model=Scripted(*script), max_repairs=0)
    passage = split(TWO_PARTS)[own]
    assert figures(extraction) == figures_read
    assert findings(extraction, "passage-unread") == [f"article.text[{passage.own}:{passage.end}]"]


def test_an_article_that_was_read_whole_has_no_part_unread() -> None:
    assert findings(extract(TWO_PARTS, model=Scripted(FOUGHT, FIRED)), "passage-unread") == []


def test_an_article_of_which_no_part_was_read_is_an_error() -> None:
    with pytest.raises(ReplyInvalid, match="cut off"):
        extract(TWO_PARTS, model=Scripted(unusable(), unusable()), max_repairs=0)


def test_each_part_has_the_repairs_to_itself() -> None:
    model = Scripted(unusable(), FOUGHT, unusable(), FIRED)
    assert figures(extract(TWO_PARTS, model=model, max_repairs=1)) == [("Vardesh", [6]), ("Oskany", [3])]


# A live-blog of 60,000 characters


SIDES = {
    "Vardesh": ("Red Dawn fighters", "Norland army"),
    "Oskany": ("Estavian jets", "civilians"),
    "Kesrin": ("unknown", "police"),
    "Pelgor": ("Police", "Karo Brigade"),
    "Ansuk": ("Gunmen", "aid workers"),
    "Miravel": ("Grey Column", "civilians"),
}


class Reader:
    """A fake Model that tells each event of the live-blog whose first entry it is shown, or shown alone."""

    name = "local/reader"

    def __init__(self, alone: str | None = None) -> None:
        self._alone = alone
        self.asked: list[Question] = []

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        told_of = [
            incident(town=place, side_a=SIDES[place][0], side_b=SIDES[place][1])
            for place, first, _, _ in EVENTS
            if first in shown(question) and not (place == self._alone and FILLED in shown(question))
        ]
        unknown = {key: {"harm": "none", "whose": "unknown"} for key in question.reply_type.model_fields}
        reply = told(*told_of) if issubclass(question.reply_type, Report) else unknown
        return Scripted(reply).ask(question)

    async def aask(self, question: Question) -> Answer:
        return self.ask(question)


FILLED = "talks on trade"  # in every passage of the live-blog, in no entry about an event


@pytest.mark.parametrize("alone", [None, "Kesrin"], ids=["all-told", "one-told-only-by-itself"])
def test_a_live_blog_has_each_event_once_with_its_own_figures(alone: str | None) -> None:
    text = article(60_000)
    model = Reader(alone)
    extraction = extract(text, model=model, published=PUBLISHED)
    assert len(text) >= 60_000
    read = {
        event.where.text: {
            name: count.value for name in ("killed", "wounded", "captured") if (count := getattr(event, name))
        }
        for event in extraction.events
        if event.where
    }
    assert read == {place: figures for place, _, _, figures in EVENTS}
    assert len(extraction.events) == len(EVENTS)
    assert max(len(shown(question).encode()) for question in model.asked) < PASSAGE_BYTES + 100
