"""Where the clause of a count begins and ends in a sentence too long to be read at ease."""

from __future__ import annotations

import pytest

from bracketed import plain, readings

WALK = "walk " * 60


def run(length: int) -> str:
    """Return words of exactly `length` characters, all of one clause."""
    cut = WALK[:length]
    return f"{cut[:-1]}s" if cut.endswith(" ") else cut


def clause(marked: str) -> str:
    start, end = readings(marked)[0].clause
    return plain(marked)[start:end]


def test_a_sentence_of_200_characters_is_read_whole():
    text = f"{run(100)}, [two men] were killed, {run(76)}."
    assert 200 == len(plain(text))
    assert plain(text) == clause(text)


def test_a_sentence_of_201_characters_is_cut():
    text = f"{run(101)}, [two men] were killed, {run(76)}."
    assert 201 == len(plain(text))
    assert plain(text)[103:] == clause(text)


KEPT = {  # lengths of the clauses before the count and after it; how many of them are kept
    "nothing before": ((), (160, 60, 60), 0, 1),
    "one before within 100 characters": ((60, 60), (40, 70, 70), 1, 2),
    "two before within 100 characters": ((120, 40, 40), (30, 60, 60), 2, 2),
    "those before reach 100 characters": ((90, 98), (40, 70), 1, 1),
    "those before reach 101 characters": ((90, 99), (40, 99, 40), 0, 2),
    "those after fill 200 characters": ((150,), (60, 60, 56, 40), 0, 3),
    "those after reach 201 characters": ((150,), (60, 60, 57, 40), 0, 2),
    "its own however long": ((100,), (190, 60), 0, 1),
}


@pytest.mark.parametrize(("before", "after", "kept_before", "kept_after"), KEPT.values(), ids=KEPT.keys())
@pytest.mark.parametrize("mark", [",", ";", ":"])
def test_clauses_are_kept_to_200_characters(before, after, kept_before, kept_after, mark):
    head, tail = [run(n) for n in before], [run(n) for n in after]
    tail[0] = f"[two men] were killed {tail[0]}"
    expected = f"{mark} ".join(head[len(head) - kept_before :] + tail[:kept_after])
    assert plain(expected) == clause(f"{mark} ".join([*head, *tail]) + ".")


@pytest.mark.parametrize("mark", [" –", " —"])
def test_a_dash_closes_a_clause(mark):
    text = f"{run(120)}{mark} [two men] were killed{mark} {run(190)}{mark} {run(40)}."
    assert "two men were killed" == clause(text)


def test_a_bracket_closes_a_clause():
    text = f"{run(120)}) [two men] were killed ({run(190)}) {run(40)}."
    assert "two men were killed" == clause(text)


def test_a_subordinator_opens_a_clause():
    text = f"{run(120)} when [two men] were killed, {run(60)}, {run(60)}."
    assert f"two men were killed, {run(60)}, {run(60)}." == clause(text)


def test_a_clause_holds_the_verb_on_either_side():
    tail = f"{run(60)}, {run(70)}, {run(60)}."
    assert clause(f"{run(90)}, Shelling killed [two men], {tail}").startswith("Shelling killed two men, ")


def test_a_clause_begins_with_its_subject():
    subject = "the men of the third company"
    text = f"{run(90)}, {run(50)}, {subject} killed [two men], {run(60)}, {run(70)}."
    assert clause(text).startswith(f"{subject} killed two men, ")


def test_a_clause_without_marks_reaches_40_words_to_either_side():
    text = f"{'walk ' * 60}[two men] {'walk ' * 60}"
    assert f"{'walk ' * 40}two men{' walk' * 40}" == clause(text)
