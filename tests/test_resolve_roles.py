"""What the counts of one event are to each other, and what they come to."""

from __future__ import annotations

import pytest

from eventx import Article, codebook
from eventx.checks import check
from eventx.counts import find
from eventx.counts.reading import read
from eventx.reply import Report
from eventx.resolve import frames, place
from eventx.resolve.sums import Counted, total
from eventx.schema import Casualty, Event, Outcome, Quantity, Role
from lean import events
from scripted import incident, told

REPORT = Report.model_validate(told(incident(town="Tarn", side_a="Norland army", side_b="Red Dawn")))
FOUGHT = "The Norland army fought Red Dawn in Tarn. "


def event(text: str) -> Event:
    """Return the event of an article that opens with the battle, all of its counts placed by rule."""
    article = Article(text=FOUGHT + text)
    found = frames(article, (REPORT,))
    placed = place(article, found, read(article.text, find(article.text)))
    assert [each.reading.mention.text for each in placed if not each.is_decided] == []
    (made,) = events(article, found, placed, codebook.builtin())
    return made


def roles(text: str) -> list[Role]:
    return [each.role for each in event(text).casualties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Six soldiers died. Four insurgents died.", ["part", "part"], id="parts"),
        pytest.param("Six soldiers and four insurgents died.", ["part", "part"], id="one-verb"),
        pytest.param(
            "Six soldiers died. Six insurgents died.", ["part", "part"], id="the-same-number-of-others"
        ),
        pytest.param("Six soldiers died. Another six soldiers died.", ["part", "part"], id="another"),
        pytest.param("Six soldiers died. Six soldiers were wounded.", ["part", "part"], id="another-harm"),
        pytest.param("A soldier died. A villager died.", ["part", "part"], id="one-and-one"),
        pytest.param(
            "Nine people died. Six soldiers died, three insurgents died.",
            ["total", "part", "part"],
            id="total",
        ),
        pytest.param(
            "Six soldiers died, three insurgents died. Nine people died.", ["part", "part", "total"], id="sum"
        ),
        pytest.param(
            "Ten people died. Six soldiers died, three insurgents died.", ["total", "part", "part"], id="more"
        ),
        pytest.param("Six soldiers died. Ten people died.", ["part", "part"], id="more-people-told-later"),
        pytest.param("Another nine people died. Six soldiers died.", ["part", "part"], id="no-added-total"),
        pytest.param("Six soldiers died. Six soldiers died.", ["part", "repeat"], id="said-again"),
        pytest.param("Six soldiers died. The six died in the open.", ["part", "repeat"], id="the-six"),
        pytest.param("A soldier died. A soldier died.", ["part", "repeat"], id="one-soldier-said-again"),
        pytest.param(
            "Nine people died, including five children and a nurse.",
            ["part", "subset", "subset"],
            id="including",
        ),
        pytest.param(
            "Nine people died. Two of the dead were children.", ["part", "subset"], id="of-the-dead"
        ),
        pytest.param("Nine people died, four of them soldiers.", ["part", "subset"], id="of-them"),
        pytest.param("Four of the dead were children.", ["part"], id="of-dead-nobody-counted"),
        pytest.param(
            "Nine insurgents died. Four of the insurgents died at the bridge.",
            ["part", "subset"],
            id="of-the",
        ),
        pytest.param(
            "A soldier and a policeman died. Both men died there.",
            ["part", "part", "total"],
            id="both",
        ),
        pytest.param("A soldier died. Both men died there.", ["part", "total"], id="both-are-all"),
        pytest.param(
            "A policeman and one soldier died. The policeman died at once. Another soldier died later.",
            ["part", "part", "repeat", "repeat"],
            id="told-again-one-by-one",
        ),
        pytest.param(
            "A policeman and several soldiers died. The policeman and several men died at the gate.",
            ["part", "part", "repeat", "repeat"],
            id="told-again-together",
        ),
        pytest.param(
            "A policeman died. The policeman and one soldier died at the gate.",
            ["part", "repeat", "part"],
            id="another-told-with-one-told-again",
        ),
        pytest.param(
            "The army detained the man, a bomb maker, and two suspects.",
            ["part", "repeat", "part"],
            id="says-who-he-is",
        ),
        pytest.param(
            "Three insurgents died. Two insurgents died at the gate. One insurgent died at the bridge.",
            ["total", "part", "part"],
            id="a-lead-that-is-the-sum",
        ),
        pytest.param(
            "Several insurgents died. Four insurgents died at the gate.", ["repeat", "part"], id="made-exact"
        ),
        pytest.param(
            "More than ten insurgents died. At the gate several insurgents died.",
            ["part", "repeat"],
            id="vague-of-a-number",
        ),
        pytest.param(
            "Several insurgents died. Four more insurgents died later.",
            ["part", "part"],
            id="more-than-vague",
        ),
        pytest.param(
            "Several insurgents died. One insurgent died at the gate.",
            ["part", "part"],
            id="one-is-not-several",
        ),
        pytest.param(
            "The death toll has risen to 14. Nine people died, police said earlier.",
            ["part", "account"],
            id="an-earlier-toll",
        ),
        pytest.param(
            "The army said four soldiers died. Red Dawn said eleven soldiers died.",
            ["part", "account"],
            id="another-source",
        ),
        pytest.param(
            "The army said four soldiers died. Red Dawn said another eleven soldiers died.",
            ["part", "part"],
            id="another-source-adds",
        ),
        pytest.param(
            "The army said four soldiers died. Red Dawn said eleven insurgents died.",
            ["part", "part"],
            id="another-source-on-others",
        ),
        pytest.param(
            "Two soldiers died. Five of the dead were children.",
            ["part", "part"],
            id="a-subset-fits-into-its-whole",
        ),
    ],
)
def test_counts_have_the_role_that_their_words_and_figures_give(text: str, expected: list[Role]) -> None:
    assert roles(text) == expected


def test_where_sources_differ_the_figure_reaches_from_the_least_to_the_most() -> None:
    text = "The army said four soldiers died. Red Dawn said at least eleven soldiers died."
    killed = event(text).killed
    assert killed is not None
    assert (killed.value, killed.low, killed.high) == (None, 4, None)


def test_in_a_live_blog_the_newest_entry_counts() -> None:
    text = (
        "\n\n18:40 Ten dead, the mayor says.\n\n15:05 Eight dead, the mayor says."
        "\n\n10:50 Three soldiers killed.\n\n09:30 Explosions are heard."
    )
    assert [(each.count.value, each.role) for each in event(text).casualties] == [
        (10, "part"),
        (8, "account"),
        (3, "account"),
    ]


def test_times_of_day_in_an_article_make_no_live_blog() -> None:
    assert "account" not in roles("\n\n18:40 Ten people died.\n\n15:05 Eight people died.")


def test_a_number_up_from_another_replaces_it() -> None:
    text = "33 people are now known to have been injured, up from 31. Earlier 31 people were injured."
    first, *rest = event(text).casualties
    assert (first.count.value, first.role) == (33, "part")
    assert {each.role for each in rest} <= {"account"}


def test_a_headlines_bare_figure_is_the_repeat_of_the_sentence_that_says_who() -> None:
    casualties = event("Nine dead. Nine people died in the clash.").casualties
    assert [(each.who, each.role) for each in casualties] == [(None, "repeat"), ("people", "part")]


def test_a_repeat_has_the_group_of_what_it_repeats() -> None:
    casualties = event("Nine dead. Six soldiers died, three insurgents died. Nine people died.").casualties
    groups = {each.role: each.group for each in casualties if each.role in ("repeat", "total")}
    assert groups == {"repeat": "all", "total": "all"}


def test_people_told_again_or_in_part_are_tied_to_the_count_that_holds_them() -> None:
    text = (
        "Nine people died, including five children and a nurse. "
        "Four soldiers were wounded, two of them badly. The nine died at noon."
    )
    made = event(text).casualties
    assert [(each.who, each.role, each.of) for each in made] == [
        ("people", "part", None),
        ("children", "subset", 0),
        ("nurse", "subset", 0),
        ("soldiers", "part", None),
        (None, "subset", 3),
        (None, "repeat", 0),
    ]


def test_a_total_over_both_sides_is_of_all() -> None:
    total = event("Nine people died. Six soldiers died, three insurgents died.").casualties[0]
    assert (total.role, total.group) == ("total", "all")


def test_a_total_of_one_sides_people_is_theirs() -> None:
    total = event("Nine people died. Six soldiers died, three policemen died.").casualties[0]
    assert (total.role, total.group) == ("total", "side_a")


SUM = (
    "At least 26 people were killed. Eleven soldiers were killed. "
    "The army suffered a further eight casualties. Red Dawn lost {fighters} fighters."
)


def inferred(casualty: Casualty) -> tuple[Outcome, bool]:
    return casualty.outcome, casualty.inferred is not None


def test_casualties_are_dead_where_only_then_the_sum_holds() -> None:
    made = event(SUM.format(fighters="seven"))
    assert [inferred(each) for each in made.casualties] == [
        ("killed", False),
        ("killed", False),
        ("killed", True),
        ("killed", False),
    ]
    assert "11 + 8 + 7 = 26" in (made.casualties[2].inferred or "")
    assert made.killed == Quantity(value=26, low=26, high=None, text="At least 26 people")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SUM.format(fighters="six"), id="the-sum-differs"),
        pytest.param(SUM.format(fighters="dozens of"), id="a-number-is-vague"),
        pytest.param("Eleven soldiers died. The army suffered eight casualties.", id="no-total"),
    ],
)
def test_casualties_stay_what_they_are_where_no_sum_decides(text: str) -> None:
    eight = next(each for each in event(text).casualties if each.count.value == 8)
    assert inferred(eight) == ("casualties", False)


def of(value: int | None, low: int | None, high: int | None, **more: bool) -> tuple[object, ...]:
    return value, low, high, more.get("approximate", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Six soldiers died.", of(6, 6, 6), id="one-part"),
        pytest.param("Six soldiers died. Four insurgents died.", of(10, 10, 10), id="sum"),
        pytest.param("At least six soldiers died. Four insurgents died.", of(10, 10, None), id="open-above"),
        pytest.param("Up to six soldiers died. Four insurgents died.", of(10, 4, 10), id="open-below"),
        pytest.param("More than six soldiers died. Four insurgents died.", of(10, 11, None), id="more-than"),
        pytest.param(
            "Around six soldiers died. Four insurgents died.", of(10, 4, None, approximate=True), id="around"
        ),
        pytest.param("Dozens of soldiers died. Four insurgents died.", of(None, 28, None), id="vague"),
        pytest.param("Six soldiers died. The six died in the open.", of(6, 6, 6), id="a-repeat-adds-nothing"),
        pytest.param("Nine people died, including five children.", of(9, 9, 9), id="a-subset-adds-nothing"),
        pytest.param(
            "Ten people died. Six soldiers died, three insurgents died.",
            of(10, 10, 10),
            id="the-total-is-kept",
        ),
        pytest.param(
            "Six soldiers died. Red Dawn suffered three casualties.", of(6, 6, 9), id="casualties-may-be-dead"
        ),
        pytest.param(
            "At least six soldiers died. Red Dawn suffered three casualties.", of(6, 6, None), id="still-open"
        ),
        pytest.param(
            "Six soldiers died. Red Dawn suffered at least three casualties.",
            of(6, 6, None),
            id="open-casualties",
        ),
        pytest.param("Red Dawn suffered three casualties.", None, id="casualties-alone"),
        pytest.param("Six soldiers were wounded.", None, id="nobody-killed"),
        pytest.param("Red Dawn fled.", None, id="nobody-counted"),
    ],
)
def test_the_killed_are_the_total_told_or_the_sum_of_the_parts(
    text: str, expected: tuple[object, ...] | None
) -> None:
    killed = event(text).killed
    found = killed and (killed.value, killed.low, killed.high, killed.approximate)
    assert found == expected


def test_an_open_total_is_raised_to_what_its_parts_add_up_to() -> None:
    whole = Quantity(value=10, low=10, high=None, text="At least ten people")
    parts = [Quantity(value=n, low=n, high=n, text=str(n)) for n in (8, 7)]
    counts = [Counted("killed", "total", whole), *(Counted("killed", "part", each) for each in parts)]
    killed = total(counts, "killed")
    assert killed is not None
    assert (killed.value, killed.low, killed.high) == (10, 15, None)


def test_a_sum_shows_the_words_it_is_made_of() -> None:
    killed = event("Six soldiers died. Four insurgents died.").killed
    assert killed == Quantity(value=10, low=10, high=10, text="Six soldiers + Four insurgents")


@pytest.mark.parametrize(
    ("text", "outcome", "expected"),
    [
        ("Six soldiers were wounded. Red Dawn suffered three casualties.", "wounded", (6, 6, 9)),
        ("Red Dawn detained six soldiers and kidnapped two villagers.", "captured", (8, 8, 8)),
        ("Six soldiers are missing. Red Dawn suffered three casualties.", "missing", (6, 6, 6)),
        ("Six soldiers were wounded. Four soldiers died.", "wounded", (6, 6, 6)),
    ],
)
def test_every_outcome_has_its_own_figure(
    text: str, outcome: Outcome, expected: tuple[int | None, ...]
) -> None:
    found: Quantity = getattr(event(text), outcome)
    assert (found.value, found.low, found.high) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Six soldiers died. Four insurgents died.",
        SUM.format(fighters="seven"),
        "Nine people died, including a nurse.",
    ],
    ids=["sum", "inferred", "subset"],
)
def test_what_is_made_by_rule_has_no_error(text: str) -> None:
    found = check(Article(text=FOUGHT + text), (event(text),))
    assert [each for each in found if each.severity == "error"] == []


def test_a_casualty_shows_its_words_who_said_them_and_of_whom() -> None:
    made = event("Six soldiers died, the Tarn Hospital said.")
    (six,) = made.casualties
    text = FOUGHT + "Six soldiers died, the Tarn Hospital said."
    assert [text[each.start : each.end] for each in six.evidence] == ["Six soldiers"]
    assert (six.who, six.attributed_to, made.sources) == ("soldiers", "Tarn Hospital", ("Tarn Hospital",))


@pytest.mark.parametrize(
    ("side_b", "summary"),
    [
        ("Red Dawn", "Armed clash in Tarn: Norland army against Red Dawn"),
        ("unknown", "Armed clash in Tarn: Norland army"),
    ],
)
def test_a_summary_is_what_is_known(side_b: str, summary: str) -> None:
    article = Article(text=FOUGHT)
    report = Report.model_validate(told(incident(town="Tarn", side_a="Norland army", side_b=side_b)))
    (made,) = events(article, frames(article, (report,)), (), codebook.builtin())
    assert (made.id, made.summary) == ("e1", summary)
