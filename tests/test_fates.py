"""What befell people told of before, where a pronoun says it."""

from __future__ import annotations

import pytest

from eventx.counts import find
from eventx.counts.reading import Reading, read


def readings(text: str) -> list[Reading]:
    return list(read(text, find(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The patrol met two armed men at the bridge. They were killed.", "killed", id="they-were-killed"
        ),
        pytest.param(
            "One armed man left the house and raised a rifle. He was shot dead.", "killed", id="he-was-shot"
        ),
        pytest.param("Soldiers found three men in the cellar. All were detained.", "captured", id="all-were"),
        pytest.param(
            "One armed man aimed at the patrol. The soldiers fired back, killing him.",
            "killed",
            id="killing-him",
        ),
        pytest.param(
            "Police met five attackers on the road. The officers wounded them.", "wounded", id="wounded-them"
        ),
    ],
)
def test_a_pronoun_tells_the_fate_of_those_counted_last(text: str, expected: str) -> None:
    assert readings(text)[-1].outcome == expected


def test_the_clause_reaches_to_the_words_of_the_fate() -> None:
    text = "The patrol met two armed men at the bridge. They were killed on the spot."
    start, end = readings(text)[-1].clause
    assert "They were killed" in text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The patrol met two armed men. He was killed.", id="one-is-not-two"),
        pytest.param("The patrol met two armed men. They were questioned.", id="no-harm"),
        pytest.param("The patrol met two armed men.\n\nThey were killed.", id="another-paragraph"),
        pytest.param("The patrol met two armed men. The blast killed their cattle.", id="not-them"),
    ],
)
def test_nothing_is_said_where_the_pronoun_may_mean_others(text: str) -> None:
    assert readings(text)[0].outcome in (None, "none")


def test_those_listed_after_a_colon_have_the_fate_of_the_whole() -> None:
    text = "Eight people were killed: four children, a medic who had come in 2019, and three officers."
    assert [each.outcome for each in readings(text)] == ["killed"] * 4
    assert not any(each.background for each in readings(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nine people died, two of them brothers.", id="them"),
        pytest.param("Four children were killed. Two of the children were newborns.", id="noun"),
        pytest.param("Nine people were killed, two of whom had come in 2019.", id="whom"),
    ],
)
def test_some_of_those_counted_share_their_fate(text: str) -> None:
    whole, some = readings(text)
    assert (some.outcome, some.subset) == (whole.outcome, True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nine people died. Two of the officers spoke later.", id="others"),
        pytest.param("Nine people were wounded. Two of them died.", id="another-fate"),
        pytest.param("Two people died. Nine of them were brothers.", id="more-than-the-whole"),
    ],
)
def test_some_of_others_or_with_a_fate_of_their_own_do_not(text: str) -> None:
    whole, *some = readings(text)
    assert all(each.outcome != whole.outcome or not each.subset for each in some)


def test_captives_are_those_taken_before() -> None:
    text = "Gunmen abducted three engineers and their driver. The four captives were last seen in a boat."
    assert [each.outcome for each in readings(text)] == ["captured"] * 3
    assert readings("The four captives in the film were played by amateurs.")[0].outcome is None


def test_a_fate_that_a_rule_knows_is_kept() -> None:
    text = "Shelling wounded two soldiers. They were detained."
    assert [each.outcome for each in readings(text)] == ["wounded"]


# The text; of each count its outcome, its flags and its clause, which a pronoun widens.
WHOLE = {
    "two sentences before": (
        "The patrol met two armed men. It was dark. They were killed.",
        [("killed", "", "The patrol met two armed men. It was dark. They were killed")],
    ),
    "three sentences before": (
        "The patrol met two armed men. It was dark. It rained. They were killed.",
        [(None, "", "The patrol met two armed men.")],
    ),
    "captured, and captives": (
        "The patrol met two armed men. Soldiers captured them there. The two captives are brothers.",
        [
            ("captured", "", "The patrol met two armed men. Soldiers captured them"),
            ("captured", "", "The two captives are brothers."),
        ],
    ),
    "killed, and captives": (
        "The patrol met two armed men. Soldiers killed them. The two captives are brothers.",
        [
            ("killed", "", "The patrol met two armed men. Soldiers killed them"),
            (None, "", "The two captives are brothers."),
        ],
    ),
    "one, and many told": (
        "The patrol met one armed man. Soldiers killed them.",
        [(None, "", "The patrol met one armed man.")],
    ),
    "nobody knows how many": (
        "The patrol met several armed men. They were later captured.",
        [("captured", "", "The patrol met several armed men. They were later captured")],
    ),
    "a list of earlier times": (
        "Five were killed in 2014: a medic and two nurses.",
        [("killed", "background", "Five were killed in 2014: a medic and two nurses.")] * 3,
    ),
    "some of them, of earlier times": (
        "Nine people died in 2014. Of the dead, two of them were brothers.",
        [
            ("killed", "background", "Nine people died in 2014."),
            ("killed", "subset background", "Of the dead, two of them were brothers."),
        ],
    ),
    "some of the nurses, not of the judges": (
        "Nine nurses were killed and a judge was freed. Two of the nurses were sisters.",
        [
            ("killed", "", "Nine nurses were killed and a judge was freed."),
            ("none", "", "Nine nurses were killed and a judge was freed."),
            ("killed", "subset", "Two of the nurses were sisters."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_a_fate_is_told_whole(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    flags = ("subset", "background", "unreal")
    assert expected == [
        (each.outcome, " ".join(flag for flag in flags if getattr(each, flag)), text[slice(*each.clause)])
        for each in readings(text)
    ]
