"""The phrases of a codebook: which words say one, and where those words tell of nothing done."""

from __future__ import annotations

import pytest

from eventx.codebook import said


def words(text: str, *phrases: str) -> list[str]:
    return [each.words for each in said(text, phrases)]


SAID: dict[str, tuple[str, str, list[str]]] = {
    "as it stands": ("took control", "They took control.", ["took control"]),
    "in another case": ("took control", "TOOK Control of it", ["TOOK Control"]),
    "a capital in the phrase": ("took Osk", "They TOOK OSK.", ["TOOK OSK"]),
    "behind a letter that lower case makes two": ("took İzmir", "İ: they took İzmir", ["took İzmir"]),
    "over a line's end": ("took control", "They took\ncontrol.", ["took\ncontrol"]),
    "hyphenated": ("land mine", "A land-mine went off.", ["land-mine"]),
    "either word": (
        "took/seized control",
        "One took control, one seized control.",
        ["took control", "seized control"],
    ),
    "any ending": ("kidnap*", "Kidnappers kidnapped him.", ["Kidnappers", "kidnapped"]),
    "no ending": ("kidnap", "They kidnapped him.", []),
    "a whole word": ("mine", "A famine.", []),
    "nothing between": ("took ... hostage", "They took hostage a man.", ["took hostage"]),
    "five words between": ("took ... hostage", "They took a b c d e hostage.", ["took a b c d e hostage"]),
    "six words between": ("took ... hostage", "They took a b c d e f hostage.", []),
    "a comma between": ("took ... hostage", "They took him, then, hostage.", ["took him, then, hostage"]),
    "another sentence": ("took ... hostage", "They took him. Hostage or not.", []),
    "marks of a pattern": ("took (him)", "They took (him) along.", ["took (him)"]),
    "a dot is a dot": ("a.b", "a.b acb", ["a.b"]),
}


@pytest.mark.parametrize(("phrase", "text", "expected"), SAID.values(), ids=SAID)
def test_a_phrase_is_said_by_its_words(phrase: str, text: str, expected: list[str]) -> None:
    assert expected == words(text, phrase)


@pytest.mark.parametrize(
    "before",
    [
        "They failed to say that they",
        "In an attempt that",
        "It tried and tried to say it",
        "They planned how they",
        "They denied that they",
        "They never",
        "They did not",
        "It hadn't",
        "No rebels",
        "Nobody",
        "They would have",
        "If they",
        "Accused of having",
        "The army foiled those who",
    ],
)
def test_what_was_not_done_is_not_said(before: str) -> None:
    assert words(f"{before} took control.", "took control") == []


@pytest.mark.parametrize(
    "before",
    [
        "They failed, but then",
        "They tried and",
        "They denied it. They",
        "Planes came and they",
        "Not far from Tarn they all",
        "They tried for a whole week, day and night, to get into it, and",
    ],
)
def test_what_was_done_all_the_same_is_said(before: str) -> None:
    assert words(f"{before} took control.", "took control") == ["took control"]


def test_the_words_are_where_they_stand() -> None:
    text = "They took control."
    (found,) = said(text, ("took control",))
    assert text[found.start : found.end] == found.words == "took control"


def test_without_phrases_nothing_is_said() -> None:
    assert words("They took control.") == []
