"""The seed article and a right report of it: the whole truth of it comes out, by rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eventx import Article, Extraction, extract
from eventx.schema import Casualty, Event, Evidence, Quantity
from recorded import ROOT
from scripted import Scripted

SEED = ROOT / "seeds/idlib-clashes.txt"
SEED_REPORT: dict[str, Any] = {
    "news": "Clashes in Idlib",
    "new_violence": "yes",
    "incidents": 1,
    "events": [
        {
            "when": "last Saturday",
            "town": "al-Malaya",
            "province": "Idlib",
            "country": "Syria",
            "side_a": "Syrian government forces",
            "side_b": "Ansar al-Tawhid",
            "kind": "battle",
        }
    ],
}
OBSERVATORY = "Syrian Observatory for Human Rights"


def from_seed() -> Extraction:
    return extract(Article.from_file(SEED), model=Scripted(SEED_REPORT), published="2023-08-28")


@pytest.fixture(scope="module")
def seed() -> Extraction:
    return from_seed()


@pytest.fixture(scope="module")
def battle(seed: Extraction) -> Event:
    (event,) = seed.events
    return event


def line(casualty: Casualty) -> tuple[object, ...]:
    return casualty.outcome, casualty.group, casualty.role, casualty.count.value, casualty.count.approximate


def test_the_seed_is_one_battle(battle: Event) -> None:
    assert battle.event_type == "Battles"
    assert [(each.name, each.role) for each in (*battle.side_a, *battle.side_b)] == [
        ("Syrian government forces", "combatant"),
        ("Russia", "supporter"),
        ("Ansar al-Tawhid", "combatant"),
    ]


def test_the_seeds_place_is_the_village_its_province_and_its_country(battle: Event) -> None:
    where = battle.where
    assert where is not None
    assert (where.text, where.admin1, where.country, where.iso3) == ("al-Malaya", "Idlib", "Syria", "SYR")


def test_the_seeds_day_is_read_from_the_day_of_publication(battle: Event) -> None:
    when = battle.when
    assert when is not None
    assert (when.text, when.start, when.end, when.precision, [each.quote for each in when.evidence]) == (
        "last Saturday; over the past 48 hours",
        date(2023, 8, 26),
        date(2023, 8, 28),
        "days",
        ["last Saturday", "over the past 48 hours"],
    )


def test_without_a_day_of_publication_the_seeds_day_stays_open() -> None:
    made = extract(Article.from_file(SEED), model=Scripted(SEED_REPORT))
    when = made.events[0].when
    assert when is not None
    assert (when.text, when.start, when.end, when.precision, when.reason) == (
        "last Saturday; over the past 48 hours",
        None,
        None,
        "unresolved",
        "a Saturday; published on a Sunday or Monday",
    )
    said = 'a Sunday or Monday: "last Saturday" lies within "over the past 48 hours"'
    assert [each.message for each in made.findings if each.code == "publication-narrowed"] == [
        f"the article was published on {said}"
    ]


def test_every_count_of_the_seed_is_read_right(battle: Event) -> None:
    assert [line(each) for each in battle.casualties] == [
        ("killed", "all", "repeat", 26, False),
        ("killed", "all", "total", 26, False),
        ("killed", "side_a", "part", 11, False),
        ("wounded", "side_a", "part", 20, True),
        ("killed", "side_a", "part", 8, False),
        ("killed", "side_b", "part", 7, False),
    ]


def test_only_the_eight_of_the_seed_are_inferred_and_from_their_sum(battle: Event) -> None:
    how = [each.inferred for each in battle.casualties]
    assert [each is not None for each in how] == [False, False, False, False, True, False]
    assert "11 + 8 + 7 = 26" in (how[4] or "")


def test_the_seeds_figures_are_the_total_told_and_those_wounded(battle: Event) -> None:
    assert battle.killed == Quantity(value=26, low=26, high=None, text="At least 26 people")
    assert battle.wounded == Quantity(value=20, low=None, high=None, approximate=True, text="around 20")
    assert (battle.captured, battle.missing) == (None, None)


def test_every_count_of_the_seed_is_the_observatorys(battle: Event) -> None:
    assert {each.attributed_to for each in battle.casualties} == {OBSERVATORY}
    assert battle.sources == (OBSERVATORY,)


def test_the_seed_breaks_no_rule(seed: Extraction) -> None:
    assert [each for each in seed.findings if each.severity == "error"] == []


def quotes(extraction: Extraction) -> list[Evidence]:
    held = [
        each
        for event in extraction.events
        for each in (event.when, event.where, *event.side_a, *event.side_b, *event.casualties)
        if each is not None
    ]
    return [evidence for each in held for evidence in each.evidence]


def test_every_evidence_of_the_seed_is_the_articles_own_words(seed: Extraction) -> None:
    text = SEED.read_bytes().decode()
    assert seed.article.text == text
    assert {"last Saturday", "al-Malaya", "seven fighters"} <= {each.quote for each in quotes(seed)}
    assert [text[each.start : each.end] for each in quotes(seed)] == [each.quote for each in quotes(seed)]


def test_the_seed_takes_one_question() -> None:
    assert from_seed().provenance.attempts == 1


def test_an_extraction_survives_json() -> None:
    made = from_seed()
    assert Extraction.model_validate_json(made.model_dump_json()) == made
