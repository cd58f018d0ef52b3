"""Each count in its event and with its people, where the words say so, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from eventx import Article
from eventx.counts import find
from eventx.counts.reading import read
from eventx.reply import Report, judgements
from eventx.resolve import Frame, Placed, frames, judged, place, set_aside, with_sides_filled
from eventx.schema import Group, Outcome
from scripted import incident, told
from scripted import judgements as answers

BATTLE = incident(town="Tarn", side_a="Norland army", side_b="Red Dawn")
FOUGHT = "The Norland army fought Red Dawn in Tarn. "


def framed(article: Article, incidents: Sequence[dict[str, str]]) -> tuple[Frame, ...]:
    return frames(article, (Report.model_validate(told(*incidents)),))


def placed(text: str, *incidents: dict[str, str], published: date | None = None) -> tuple[Placed, ...]:
    article = Article(text=text, published=published)
    return place(article, framed(article, incidents), read(text, find(text)))


def in_battle(text: str) -> tuple[Placed, ...]:
    return placed(FOUGHT + text, BATTLE)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param("Eleven Norland soldiers died.", ["side_a"], id="a-names-own-words"),
        pytest.param("Eleven Red Dawn fighters died.", ["side_b"], id="the-other-name"),
        pytest.param("Six soldiers were killed.", ["side_a"], id="camp"),
        pytest.param("Four insurgents were killed.", ["side_b"], id="camp-of-the-side-of-no-known-camp"),
        pytest.param("The army detained two suspects.", ["side_b"], id="suspects-are-not-the-armys"),
        pytest.param("Five children were killed.", ["civilians"], id="civilians"),
        pytest.param("Six people were killed.", ["unknown"], id="just-people"),
        pytest.param("Six were killed.", ["unknown"], id="a-bare-number"),
        pytest.param("Red Dawn lost seven fighters.", ["side_b"], id="loser"),
        pytest.param("The army lost seven men.", ["side_a"], id="loser-by-camp"),
        pytest.param("Red Dawn lost 12 of its men.", ["side_b"], id="its-men"),
        pytest.param("Red Dawn put its own losses at seven dead.", ["side_b"], id="its-own-losses"),
        pytest.param(
            "The bodies of six soldiers were found. Nine others were wounded.",
            ["side_a", "side_a"],
            id="others-than-those-just-told",
        ),
        pytest.param("Red Dawn said 12 of its men were killed.", ["side_b"], id="its-men-said-by-them"),
        pytest.param("The Norland army killed seven fighters.", ["side_b"], id="the-victims-are-the-others"),
        pytest.param("The Norland army killed seven people.", ["unknown"], id="people-may-be-anybodys"),
        pytest.param("The Norland army killed two villagers.", ["civilians"], id="civilian-victims"),
        pytest.param("Red Dawn lost seven Norland soldiers.", [None], id="two-rules-disagree"),
        pytest.param("The Grey Column lost seven fighters.", [None], id="a-loser-of-neither-side"),
        pytest.param(
            "Red Dawn killed nine soldiers and wounded 13 others.",
            ["side_a", "side_a"],
            id="others-like-them",
        ),
        pytest.param(
            "The army suffered a further eight casualties.",
            ["side_a"],
            id="casualties-of-the-one-who-suffered",
        ),
        pytest.param(
            "Four insurgents were killed and six soldiers were wounded.",
            ["side_b", "side_a"],
            id="each-its-own",
        ),
    ],
)
def test_a_count_is_given_to_the_side_that_its_words_fit_alone(text: str, groups: list[Group | None]) -> None:
    found = in_battle(text)
    assert [each.group for each in found] == groups
    assert [each.event for each in found] == [0] * len(groups)


@pytest.mark.parametrize(
    ("text", "side_b", "groups"),
    [
        pytest.param("Seven soldiers were killed.", "Estavian forces", [None], id="soldiers-of-either"),
        pytest.param("Seven Estavian soldiers were killed.", "Estavian forces", ["side_b"], id="named"),
        pytest.param("Red Dawn troops lost four rebels.", "Estavian forces", [None], id="neither"),
    ],
)
def test_between_two_armies_only_a_name_decides(text: str, side_b: str, groups: list[Group | None]) -> None:
    text = f"Norland forces fought Estavian forces in Tarn. {text}"
    found = placed(text, incident(town="Tarn", side_a="Norland forces", side_b=side_b))
    assert [each.group for each in found] == groups


def test_policemen_are_not_a_brotherhoods() -> None:
    text = "The Salt Brotherhood attacked tax collectors in Tarn. Three policemen were killed."
    (police,) = placed(text, incident(town="Tarn", side_a="Salt Brotherhood", side_b="tax collectors"))
    assert police.group == "side_b"


def test_people_who_can_be_of_neither_side_are_of_no_known_one() -> None:
    text = "The Norland army fought the Estavian army in Tarn. Four insurgents were killed."
    (insurgents,) = placed(text, incident(town="Tarn", side_a="Norland army", side_b="Estavian army"))
    assert insurgents.group == "unknown"


def test_civilians_who_share_a_name_with_both_sides_are_civilians() -> None:
    text = "Norland troops fought Norland rebels in Tarn. Five Norland children died."
    found = placed(text, incident(town="Tarn", side_a="Norland troops", side_b="Norland rebels"))
    assert [each.group for each in found] == ["civilians"]


@pytest.mark.parametrize("text", ["Six people died.", "Red Dawn killed six people.", "Six farmers died."])
def test_the_people_of_an_attack_on_civilians_are_civilians(text: str) -> None:
    found = placed(
        f"Red Dawn attacked villagers in Tarn. {text}",
        incident(town="Tarn", side_a="Red Dawn", side_b="civilians"),
    )
    assert [each.group for each in found] == ["civilians"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("Fighting in 2020 killed 80 people.", "background", id="years-ago"),
        pytest.param("Red Dawn planned to kill 30 people.", "unreal", id="planned"),
        pytest.param("Forty people attended.", "not harmed", id="attended"),
        pytest.param("A doctor treated nine people.", "not harmed", id="treated"),
        pytest.param("Six soldiers died.", None, id="harmed"),
    ],
)
def test_people_not_harmed_in_the_event_are_set_aside(text: str, why: str | None) -> None:
    assert [each.aside for each in in_battle(text)] == [why]


def test_a_count_set_aside_keeps_its_words_and_the_reason() -> None:
    (aside,) = set_aside(in_battle("Forty people attended. Six soldiers died."))
    assert (aside.evidence.quote, aside.why) == ("Forty people", "not harmed")


def test_without_an_event_a_count_of_people_harmed_has_none() -> None:
    assert [(each.event, each.group) for each in placed("Six soldiers were killed.")] == [(None, None)]


def test_nobody_harmed_is_set_aside_where_there_is_no_event() -> None:
    assert [each.aside for each in placed("No soldiers were killed.")] == ["not harmed"]


SATURDAY = {**BATTLE, "when": "on Saturday"}


@pytest.mark.parametrize("published", [None, date(2023, 8, 28)], ids=["undated", "dated"])
def test_a_count_of_another_day_is_set_aside_where_there_is_one_event(published: date | None) -> None:
    text = f"{FOUGHT[:-2]} on Saturday. Six soldiers died on Saturday. Nine soldiers died on Friday."
    found = placed(text, SATURDAY, published=published)
    assert [(each.event, each.aside) for each in found] == [(0, None), (None, "no event")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param("In Tarn two people died. In Osk three people died.", [0, 1], id="by-the-place-named"),
        pytest.param(
            "Red Dawn killed two people. Police killed three people.", [0, 1], id="by-the-side-named"
        ),
        pytest.param("Two people died on Saturday. Three died on Friday.", [0, 1], id="by-the-day-named"),
        pytest.param("Red Dawn shelled Tarn. Two people died.", [0], id="by-the-sentence-before"),
        pytest.param(
            "Red Dawn shelled Tarn.\n\nPolice fired in Osk. Two people died.",
            [1],
            id="by-the-last-named-before",
        ),
        pytest.param("Two people died.\n\nPolice fired in Osk.", [None], id="nothing-before"),
        pytest.param(
            "Police fired in Osk.\n\nTwo people died. Red Dawn shelled Tarn.", [0], id="its-paragraph-first"
        ),
    ],
)
def test_of_several_events_a_count_is_in_the_one_that_its_words_name(
    text: str, events: list[int | None]
) -> None:
    opening = "Tarn and Osk saw Red Dawn and police on Saturday and on Friday.\n\n"
    found = placed(
        opening + text,
        incident(town="Tarn", side_a="Red Dawn", when="on Saturday"),
        incident(town="Osk", side_a="Police", when="on Friday"),
        published=date(2023, 8, 28),
    )
    assert [each.event for each in found] == events


@pytest.mark.parametrize(
    ("text", "fields", "sides"),
    [
        pytest.param(
            "The Norland army killed three insurgents in Tarn.",
            {"side_a": "Norland army"},
            (["Norland army"], ["insurgents"]),
            id="the-open-side",
        ),
        pytest.param(
            "Three insurgents and four soldiers were killed in Tarn.",
            {},
            (["insurgents"], ["soldiers"]),
            id="both-open",
        ),
        pytest.param(
            "The Norland army lost three soldiers in Tarn.",
            {"side_a": "Norland army"},
            (["Norland army"], []),
            id="a-sides-own-people",
        ),
        pytest.param(
            "The Norland army killed three farmers in Tarn.",
            {"side_a": "Norland army"},
            (["Norland army"], []),
            id="civilians-are-no-fighters",
        ),
        pytest.param(
            "Red Dawn fought the Norland army in Tarn and three policemen died.",
            {"side_a": "Red Dawn", "side_b": "Norland army"},
            (["Red Dawn"], ["Norland army"]),
            id="no-side-open",
        ),
        pytest.param(
            "The Norland army killed nobody in Tarn; three insurgents died in 2019.",
            {"side_a": "Norland army"},
            (["Norland army"], []),
            id="not-from-background",
        ),
    ],
)
def test_an_open_side_is_filled_with_the_fighters_harmed(
    text: str, fields: dict[str, str], sides: tuple[list[str], list[str]]
) -> None:
    article = Article(text=text)
    found = framed(article, [incident(town="Tarn", **fields)])
    (frame,) = with_sides_filled(found, place(article, found, read(text, find(text))))
    assert ([each.name for each in frame.side_a], [each.name for each in frame.side_b]) == sides
    evidence = [spot for actor in (*frame.side_a, *frame.side_b) for spot in actor.evidence]
    assert [text[spot.start : spot.end] for spot in evidence] == [spot.quote for spot in evidence]


@pytest.mark.parametrize(
    ("text", "answer", "outcome", "group", "aside"),
    [
        pytest.param(
            "Red Dawn lost seven Norland soldiers.", ("killed", "a"), "killed", "side_a", None, id="a"
        ),
        pytest.param(
            "Red Dawn lost seven Norland soldiers.", ("killed", "b"), "killed", "side_b", None, id="b"
        ),
        pytest.param(
            "Red Dawn lost seven Norland soldiers.",
            ("wounded", "civilians"),
            "killed",
            "civilians",
            None,
            id="rule",
        ),
        pytest.param(
            "Red Dawn lost seven Norland soldiers.",
            ("none", "unknown"),
            "killed",
            "unknown",
            None,
            id="unknown",
        ),
    ],
)
def test_a_judgement_says_whose_they_are_and_leaves_what_a_rule_read(
    text: str, answer: tuple[str, str], outcome: Outcome, group: Group, aside: str | None
) -> None:
    reply = judgements(1, 1).model_validate(answers(answer))
    (each,) = judged(Article(text=FOUGHT + text), in_battle(text), [0], reply)
    assert (each.event, each.outcome, each.group, each.aside) == (0, outcome, group, aside)
    assert each.is_decided


def test_judgements_are_put_on_the_counts_that_were_asked_and_no_other() -> None:
    text = "Six soldiers died. Red Dawn lost seven Norland soldiers."
    reply = judgements(1, 1).model_validate(answers(("killed", "b")))
    found = judged(Article(text=FOUGHT + text), in_battle(text), [1], reply)
    assert [each.group for each in found] == ["side_a", "side_b"]


def asides(text: str) -> list[tuple[str, str | None]]:
    return [(each.reading.mention.text, each.aside) for each in in_battle(text)]


def test_a_time_that_opens_a_clause_of_its_own_makes_it_background() -> None:
    text = "It was the worst day since March, when 19 people died."
    assert asides(text) == [("19 people", "background")]


def test_a_headlines_figure_is_background_where_the_text_tells_it_of_earlier_times() -> None:
    text = (
        "More than 300 dead in Tarn\n\nThe Norland army fought Red Dawn in Tarn. Seven people were killed. "
        "In recent years more than 300 people were killed there."
    )
    found = [(each.reading.mention.value, each.aside) for each in placed(text, BATTLE)]
    assert found == [(300, "background"), (7, None), (300, "background")]


def test_no_arrests_are_no_people() -> None:
    assert asides("No arrests were made.") == [("No arrests", "not harmed")]


def test_a_model_may_not_move_those_whose_side_a_rule_knows() -> None:
    reply = judgements(1, 1).model_validate(answers(("killed", "b")))
    text = "Six soldiers died."
    (each,) = judged(Article(text=FOUGHT + text), in_battle(text), [0], reply)
    assert each.group == "side_a"


def test_a_harm_that_a_rule_gives_to_one_count_is_not_given_to_another() -> None:
    text = "Six soldiers died near a hall of 40 people."
    placed = [replace(each, aside=None, event=0) for each in in_battle(text)]
    reply = judgements(1, 1).model_validate(answers(("killed", "unknown")))
    found = judged(Article(text=FOUGHT + text), placed, [1], reply)
    assert [each.aside for each in found] == [None, "undecided"]


def test_a_common_word_names_no_event_that_the_text_has_not_come_to() -> None:
    text = (
        "Red Dawn raided Tarn, killing nine villagers.\n\n"
        "The raiders also took four people. Two soldiers were killed in an ambush on the road.\n\n"
        "A mine near Kelm wounded six soldiers."
    )
    raid = incident(town="Tarn", side_a="Red Dawn", side_b="civilians")
    mine = incident(town="Kelm", side_a="soldiers", side_b="unknown")
    assert [0, 0, 0, 1] == [each.event for each in placed(text, raid, mine)]
