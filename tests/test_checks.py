"""What holds of all checks: the seeds keep them, they never raise, and every code is documented."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import evidence
from eventx.article import Article
from eventx.checks import RULES, check
from eventx.counts import find
from eventx.resolve.aside import SetAside, Why
from eventx.schema import Actor, Casualty, Event, Evidence, Group, Outcome, Place, Quantity, Role, When

SEEDS = Path(__file__).parents[1] / "seeds"


def seed_article(seed: str) -> Article:
    truth = json.loads((SEEDS / f"{seed}.truth.json").read_text(encoding="utf-8"))
    return Article.from_file(SEEDS / f"{seed}.txt", published=truth["about"]["published"])


def seed_event(text: str, label: dict[str, Any]) -> Event:
    """Return the event an extraction holds when it has everything in a label right."""

    def casualty(one: dict[str, Any]) -> Casualty:
        clause = evidence(text, one["quote"])
        words = evidence(
            text,
            f"{text[: clause.start]} ... {one['count']['text']}" if clause.start else one["count"]["text"],
        )
        return Casualty(
            outcome=one["outcome"],
            group=one["groups"][0],
            who=one["who"],
            role=one["role"],
            count=Quantity(**one["count"]),
            evidence=(words, clause),
            attributed_to=one.get("attributed_to", [None])[0],
            inferred=one.get("inferred"),
        )

    def side(parties: list[dict[str, Any]]) -> tuple[Actor, ...]:
        return tuple(
            Actor(
                name=one["names"][0],
                role=one.get("role", "combatant"),
                evidence=(Evidence(start=0, end=1, quote=text[0]),),
            )
            for one in parties
        )

    figures = {
        name: label[name] and Quantity(**label[name]) for name in ("killed", "wounded", "captured", "missing")
    }
    return Event(
        id="e1",
        event_type=label["event_type"],
        sub_event_type=label["sub_event_types"][0],
        summary="",
        when=When(text=label["when"][0]["text"], evidence=(evidence(text, label["when"][0]["text"]),)),
        where=Place(text=label["where"]["names"][0], evidence=(evidence(text, label["where"]["names"][0]),)),
        side_a=side(label["side_a"]),
        side_b=side(label["side_b"]),
        weapons=(),
        casualties=tuple(map(casualty, label["casualties"])),
        sources=(),
        **figures,
    )


def seed_events(seed: str) -> tuple[Article, tuple[Event, ...]]:
    article = seed_article(seed)
    truth = json.loads((SEEDS / f"{seed}.truth.json").read_text(encoding="utf-8"))
    return article, tuple(seed_event(article.text, label) for label in truth["events"])


EXPECTED = {
    "idlib-clashes": ["info sum-holds"],
    "including-subsets": ["info civilian-status-unknown"],
    "two-events": ["warning side-unknown", "info civilian-status-unknown"],
    "background-negated": [],
    "not-conflict": [],
}


@pytest.mark.parametrize(("seed", "expected"), EXPECTED.items(), ids=EXPECTED)
def test_a_right_extraction_of_a_seed_has_few_findings(seed: str, expected: list[str]) -> None:
    article, events = seed_events(seed)
    told = [one for event in events for casualty in event.casualties for one in casualty.evidence]
    not_told = tuple(
        SetAside(Evidence(start=count.start, end=count.end, quote=count.text), "not harmed")
        for count in find(article.text)
        if not any(one.start < count.end and count.start < one.end for one in told)
    )
    findings = check(article, events, set_aside=not_told)
    assert expected == [f"{one.severity} {one.code}" for one in findings]


def test_the_demo_article_adds_up() -> None:
    article, events = seed_events("idlib-clashes")
    assert "killed 11 + 8 + 7 = 26" in [one.message for one in check(article, events)]


SPANS = st.tuples(st.integers(0, 300), st.text(min_size=1, max_size=20)).map(
    lambda pair: Evidence(start=pair[0], end=pair[0] + len(pair[1]), quote=pair[1])
)
TEXT = seed_article("idlib-clashes").text
REAL_SPANS = st.tuples(st.integers(0, len(TEXT) - 60), st.integers(1, 60)).map(
    lambda pair: Evidence(start=pair[0], end=sum(pair), quote=TEXT[pair[0] : sum(pair)])
)
EVIDENCE = st.lists(st.one_of(SPANS, REAL_SPANS), min_size=1, max_size=2).map(tuple)
PEOPLE = st.one_of(st.none(), st.integers(0, 30), st.integers(0, 10**12))
QUANTITIES = st.builds(
    Quantity, value=PEOPLE, low=PEOPLE, high=PEOPLE, approximate=st.booleans(), text=st.text(max_size=5)
)
NAMES = st.sampled_from(["", "the army", "Russia", "Third Front", "people", "The", "army", "’"])
CASUALTIES = st.builds(
    Casualty,
    outcome=st.sampled_from(get_args(Outcome)),
    group=st.sampled_from(get_args(Group)),
    who=st.one_of(st.none(), NAMES),
    role=st.sampled_from(get_args(Role)),
    count=QUANTITIES,
    evidence=EVIDENCE,
    attributed_to=st.one_of(st.none(), NAMES),
    inferred=st.one_of(st.none(), st.sampled_from(["", "2 + 1 = 3", "٣"])),
)
SIDES = st.lists(
    st.builds(
        Actor, name=NAMES, kind=st.none(), role=st.sampled_from(["combatant", "supporter"]), evidence=EVIDENCE
    ),
    max_size=2,
).map(tuple)
FIGURES = st.one_of(st.none(), QUANTITIES)
EVENTS = st.builds(
    Event,
    id=st.just("e1"),
    event_type=st.just("Battles"),
    sub_event_type=st.just("Armed clash"),
    summary=st.just(""),
    when=st.one_of(st.none(), st.builds(When, text=NAMES, start=st.none(), end=st.none(), evidence=EVIDENCE)),
    where=st.none(),
    side_a=SIDES,
    side_b=SIDES,
    weapons=st.just(()),
    casualties=st.lists(CASUALTIES, max_size=5).map(tuple),
    killed=FIGURES,
    wounded=FIGURES,
    captured=FIGURES,
    missing=FIGURES,
    sources=st.just(()),
)
ASIDES = st.builds(SetAside, evidence=st.one_of(SPANS, REAL_SPANS), why=st.sampled_from(get_args(Why)))
TEXTS = st.sampled_from([TEXT, "", "The toll rose to 3.\n\nIt rose to 3."])


@settings(max_examples=200, deadline=None)
@given(
    TEXTS,
    st.lists(EVENTS, max_size=2),
    st.lists(ASIDES, max_size=2),
    st.sampled_from([None, date(2023, 8, 28)]),
)
def test_no_record_makes_the_checks_raise_or_waver(
    text: str, events: list[Event], set_aside: list[SetAside], published: date | None
) -> None:
    article = Article(text=text, published=published)
    first = check(article, tuple(events), set_aside=tuple(set_aside))
    assert first == check(article, tuple(events), set_aside=tuple(set_aside))
    severity = {rule.code: rule.severity for rule in RULES}
    assert [severity[one.code] for one in first] == [one.severity for one in first]


def test_every_code_is_stable_and_its_own() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert [] == [code for code in codes if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code)]


def test_rules_of_one_number_are_told_apart() -> None:
    statements = [rule.statement for rule in RULES]
    assert len(statements) == len(set(statements))
