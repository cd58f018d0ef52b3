"""From frames and counts to events: whose people they are once the kinds are known, and what is real."""

from __future__ import annotations

import pytest

from eventx import Article
from eventx.codebook import builtin
from eventx.counts import find
from eventx.counts.reading import read
from eventx.reply import Report
from eventx.resolve import frames, place
from eventx.schema import Context, Event, Group
from lean import events
from scripted import incident, told


def one(text: str, **fields: str) -> Event:
    """Return the only event of one incident, with the counts that rules decide."""
    article = Article(text=text, language="en")
    found = frames(article, (Report.model_validate(told(incident(town="Tarn", **fields))),))
    placed = place(article, found, read(text, find(text, language="en"), language="en"))
    (event,) = events(article, found, [each for each in placed if each.is_decided], builtin())
    return event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rebels stormed Tarn on Sunday.", (), id="news"),
        pytest.param("Rebels threatened to storm Tarn on Sunday.", ("future",), id="future"),
        pytest.param("Reports that rebels attacked Tarn were false.", ("negated",), id="negated"),
    ],
)
def test_an_event_without_counts_has_the_context_of_its_sentences(
    text: str, expected: tuple[Context, ...]
) -> None:
    assert expected == one(text, side_a="rebels").context


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        pytest.param(
            "Rebels fought soldiers and villagers in Tarn, killing nine soldiers.",
            {"side_a": "Rebels", "side_b": "soldiers and villagers", "kind": "battle"},
            ("Battles", ["soldiers"]),
            id="bystanders of a battle",
        ),
        pytest.param(
            "Rebels fought villagers in Tarn, killing nine villagers.",
            {"side_a": "Rebels", "side_b": "villagers", "kind": "battle"},
            ("Violence against civilians", ["villagers"]),
            id="nobody else to fight",
        ),
    ],
)
def test_civilians_are_never_a_side_of_a_battle(
    text: str, fields: dict[str, str], expected: tuple[str, list[str]]
) -> None:
    event = one(text, **fields)
    assert expected == (event.event_type, [actor.name for actor in event.side_b])


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        pytest.param(
            "Shells of the Ridge Army hit Lantern Relief in Tarn. Nine Lantern Relief nurses died.",
            {"side_a": "Ridge Army", "side_b": "Lantern Relief"},
            "civilians",
            id="of a side of civilians",
        ),
        pytest.param(
            "In Tarn an Afghan and coalition force detained several insurgents.",
            {"side_a": "coalition", "side_b": "Afghan and coalition force"},
            "unknown",
            id="insurgents of no army",
        ),
        pytest.param(
            "The rebel group Red Dawn raided villagers in Tarn. Two soldiers were killed in an ambush.",
            {"side_a": "Red Dawn", "side_b": "villagers"},
            "unknown",
            id="soldiers of no group",
        ),
        pytest.param(
            "The rebel group Red Dawn raided villagers in Tarn. Two Red Dawn soldiers were killed.",
            {"side_a": "Red Dawn", "side_b": "villagers"},
            "side_a",
            id="soldiers of a group by its name",
        ),
    ],
)
def test_people_are_of_a_side_they_can_be_of(text: str, fields: dict[str, str], expected: Group) -> None:
    assert [expected] == [each.group for each in one(text, **fields).casualties]
