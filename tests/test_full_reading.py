"""The full reading of whole texts: events, names, days, places, languages and useless replies."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import pytest

from asking import clear
from atlas import ATLAS
from eventx import InputError, ReplyInvalid, aextract, extract
from eventx.codebook import builtin
from eventx.model import connect
from eventx.places import packages
from eventx.questions import sha256
from eventx.reading.choice import chosen
from eventx.schema import Place, When
from fake_server import answer, serving
from reading_replies import (
    PUBLISHED,
    casualty,
    codes,
    found,
    numbers,
    only,
    read,
    read_by,
    reply,
    settlement,
    told_event,
    told_figure,
)
from scripted import Scripted, incident, told, unusable

SIX = told_figure(1, "six soldiers", 6)


def six(**event: Any) -> dict[str, Any]:
    """Return the reply that tells of one event with six soldiers killed."""
    return reply([told_event(totals={"killed": 6}, **event)], [SIX])


# Events and names


def test_an_article_without_an_event_has_none() -> None:
    extraction = read("The team of six men won in Tarn after a long game.", reply([]))
    assert (extraction.events, extraction.tolls) == ((), ())


def test_sides_are_the_texts_words() -> None:
    extraction = read("Rebels killed six soldiers in Tarn.", six(side_a=["rebels"], side_b=["soldiers"]))
    event = only(extraction)
    assert [[each.name for each in side] for side in (event.side_a, event.side_b)] == [
        ["Rebels"],
        ["soldiers"],
    ]
    assert codes(extraction, "name-not-found") == []


def test_a_name_that_does_not_stand_in_the_text_is_left_out_and_said() -> None:
    extraction = read("Rebels killed six soldiers in Tarn.", six(side_a=["Red Dawn"], side_b=["soldiers"]))
    assert only(extraction).side_a == ()
    ((path, message),) = found(extraction, "name-not-found")
    assert (path, '"Red Dawn"' in message) == ("events[0].side_a", True)


def test_a_side_left_open_is_no_name_not_found() -> None:
    assert codes(read("Rebels killed six soldiers in Tarn.", six()), "name-not-found") == []


def test_a_party_of_both_sides_is_on_the_first() -> None:
    text = "Rebels fought rebels in Tarn and six soldiers died."
    event = only(read(text, reply([told_event(side_a=["rebels"], side_b=["rebels"])], [SIX]), max_repairs=0))
    assert (len(event.side_a), event.side_b) == (1, ())


def test_civilians_attack_nobody() -> None:
    text = "Villagers and soldiers fought in Tarn. Police said six soldiers died."
    event = only(read(text, six(side_a=["Villagers"], side_b=["soldiers"])))
    assert [[each.name for each in side] for side in (event.side_a, event.side_b)] == [
        ["soldiers"],
        ["Villagers"],
    ]


def test_an_event_told_in_passing_is_marked() -> None:
    text = "Rebels killed six soldiers in Tarn. Two men died in Osk last week."
    events = [told_event(1, totals={"killed": 6}), told_event(2, totals={"killed": 2})]
    extraction = read(text, reply(events, [SIX, told_figure(2, "Two men", 2, events=[2])], passing=[2]))
    assert [each.passing for each in extraction.events] == [False, True]


# Days


def when(text: str, words: str | None, *days: str, **options: Any) -> tuple[When | None, list[str]]:
    extraction = read(text, six(when=words, days=list(days)), **options)
    return only(extraction).when, codes(extraction, "day-disputed")


ON_FRIDAY = "Rebels killed six soldiers in Tarn on Friday."
FEAST = "Rebels killed six soldiers in Tarn on the feast day."


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(["2024-05-31"], [], id="the-same"),
        pytest.param(["2024-05-24"], ["day-disputed"], id="another"),
        pytest.param([], [], id="none"),
        pytest.param(["last Friday"], [], id="no-day"),
    ],
)
def test_the_day_is_as_the_rules_read_it(days: list[str], expected: list[str]) -> None:
    found_when, disputed = when(ON_FRIDAY, "on Friday", *days)
    assert found_when is not None
    assert (found_when.start, disputed) == (date(2024, 5, 31), expected)


def test_where_no_rule_reads_the_words_the_day_is_the_models_and_says_so() -> None:
    found_when, _ = when(FEAST, "on the feast day", "2024-05-30")
    assert found_when is not None
    assert (found_when.start, found_when.end, found_when.precision) == (
        date(2024, 5, 30),
        date(2024, 5, 30),
        "day",
    )
    assert "the model's reading" in (found_when.reason or "")


def test_days_of_the_models_are_first_and_last() -> None:
    found_when, _ = when(FEAST, "on the feast day", "2024-05-31", "2024-05-29")
    assert found_when is not None
    assert (found_when.start, found_when.end, found_when.precision) == (
        date(2024, 5, 29),
        date(2024, 5, 31),
        "days",
    )


@pytest.mark.parametrize(
    ("words", "days", "options"),
    [
        pytest.param("on the feast day", ["2024-06-30"], {}, id="after-publication"),
        pytest.param("on the feast day", ["soon"], {}, id="no-day"),
        pytest.param("at the summer feast", ["2024-05-30"], {}, id="words-not-in-the-text"),
        pytest.param(None, ["2024-05-30"], {}, id="no-words"),
        pytest.param("on the feast day", ["2024-05-30"], {"published": None}, id="publication-not-known"),
    ],
)
def test_a_day_that_nothing_bears_out_is_none(
    words: str | None, days: list[str], options: dict[str, Any]
) -> None:
    found_when, _ = when(FEAST, words, *days, **options)
    assert found_when is None or found_when.start is None


@pytest.mark.parametrize(
    ("text", "quote", "words", "day"),
    [
        pytest.param(
            "Sei soldati sono stati uccisi la notte scorsa in un attacco dei ribelli contro Tarn.",
            "Sei soldati",
            "la notte scorsa",
            "2024-06-02",
            id="italian",
        ),
        pytest.param(
            "Seis soldados morreram anteontem num ataque dos rebeldes contra a cidade de Tarn.",
            "Seis soldados",
            "anteontem",
            "2024-06-01",
            id="portuguese",
        ),
    ],
)
def test_words_of_a_language_whose_dates_no_rule_reads(text: str, quote: str, words: str, day: str) -> None:
    event = told_event(totals={"killed": 6}, when=words, days=[day])
    found_when = only(read(text, reply([event], [told_figure(1, quote, 6)]))).when
    assert found_when is not None
    assert (found_when.text, found_when.start) == (words, date.fromisoformat(day))


# Places


@pytest.fixture
def _only_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """No gazetteer is installed, as without the extra `geo`."""
    monkeypatch.setattr(packages, "versions", lambda: None)


def where(place: str, country: str | None, text: str = "Rebels killed six soldiers in {}.") -> Place:
    extraction = read(text.format(place), six(place=place, country=country), gazetteer=ATLAS)
    found_where = only(extraction).where
    assert found_where is not None
    return found_where


@pytest.mark.usefixtures("_only_ours")
@pytest.mark.parametrize(
    ("place", "country", "expected"),
    [
        pytest.param("Tarn", "Mali", ("MLI", True, "a:5"), id="borne-out"),
        pytest.param("Tarn", "Burkina Faso", ("BFA", True, "a:6"), id="the-other-of-that-name"),
        pytest.param("Halm", "Mali", (None, False, None), id="not-in-the-gazetteer"),
        pytest.param("Dune", "Burkina Faso", (None, False, None), id="in-another-country"),
    ],
)
def test_a_country_left_to_be_understood_needs_a_gazetteer(
    place: str, country: str, expected: tuple[str | None, bool, str | None]
) -> None:
    found_where = where(place, country)
    assert (found_where.iso3, found_where.understood, found_where.gazetteer_id) == expected


@pytest.mark.usefixtures("_only_ours")
def test_a_country_that_the_text_names_is_not_understood() -> None:
    found_where = where("Tarn", "Mali", "Rebels killed six soldiers in {}, Mali.")
    assert (found_where.iso3, found_where.understood) == ("MLI", False)


@pytest.mark.usefixtures("_only_ours")
def test_a_country_that_the_text_names_needs_no_gazetteer() -> None:
    assert where("Halm", "Mali", "Rebels killed six soldiers in {}, Mali.").iso3 == "MLI"


# Languages


FRENCH = (
    "{} soldats ont été tués lundi dans une attaque des rebelles contre la ville de Tarn, selon la police."
)
UKRAINIAN = "{} солдатів загинули в понеділок під час нападу повстанців на місто Тарн, повідомила поліція."
OF_NUMBERS = ("number-refused", "number-unverified", "language-without-rules")


@pytest.mark.parametrize(
    ("text", "words", "number", "expected"),
    [
        pytest.param(FRENCH, "Vingt-trois", 23, ["language-without-rules"], id="library-reads-it"),
        pytest.param(
            FRENCH, "Vingt-trois", 33, ["number-refused", "language-without-rules"], id="library-refuses-it"
        ),
        pytest.param(
            UKRAINIAN, "Шестеро", 6, ["language-without-rules", "number-unverified"], id="nobody-reads-it"
        ),
        pytest.param(UKRAINIAN, "6", 6, ["language-without-rules"], id="digits"),
    ],
)
def test_number_words_are_verified_where_they_can_be_read(
    text: str, words: str, number: int, expected: list[str]
) -> None:
    written = text.format(words)
    quote = " ".join(written.split()[:2])
    body = reply([told_event(totals={"killed": number})], [told_figure(1, quote, number)])
    assert codes(read(written, body, max_repairs=0), *OF_NUMBERS) == expected


def test_a_number_that_is_not_verified_stays_and_is_named() -> None:
    body = reply([told_event(totals={"killed": 6})], [told_figure(1, "Шестеро солдатів", 6)])
    extraction = read(UKRAINIAN.format("Шестеро"), body)
    assert numbers(casualty(extraction).count) == (6, 6, 6)
    assert [path for path, _ in found(extraction, "number-unverified")] == ["article.text[0:16]"]


def test_in_a_language_with_rules_nothing_is_said_of_it() -> None:
    assert codes(read(ON_FRIDAY, six()), *OF_NUMBERS) == []


# Useless replies


LEAN = told(incident(town="Tarn", side_a="rebels", side_b="soldiers"))


def test_a_text_without_a_usable_full_reply_is_read_lean() -> None:
    extraction = read("Rebels killed six soldiers in Tarn.", unusable("cut off"), LEAN, max_repairs=0)
    assert extraction.provenance.reading == "lean"
    assert [(path, "cut off" in message) for path, message in found(extraction, "read-lean")] == [
        ("provenance.reading", True)
    ]
    assert [each.severity for each in extraction.findings if each.code == "read-lean"] == ["warning"]
    assert numbers(only(extraction).killed) == (6, 6, 6)


def test_the_lean_reading_has_its_repairs_to_itself() -> None:
    script = (unusable(), unusable(), unusable(), LEAN)
    extraction = read("Rebels killed six soldiers in Tarn.", *script, max_repairs=1)
    assert (extraction.provenance.reading, extraction.provenance.attempts) == ("lean", 4)


def test_where_the_lean_reading_fails_too_there_is_no_extraction() -> None:
    with pytest.raises(ReplyInvalid, match="cut off"):
        read("Rebels killed six soldiers in Tarn.", unusable("cut off"), unusable("cut off"), max_repairs=0)


def test_a_reply_that_is_mended_is_read_in_full() -> None:
    extraction = read(ON_FRIDAY, unusable(), six())
    assert (extraction.provenance.reading, codes(extraction, "read-lean")) == ("full", [])


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param(
            reply([told_event()], [SIX, told_figure(1, "Rebels", None)]),
            "two figures have the number 1",
            id="figures",
        ),
        pytest.param(reply([told_event(), told_event()], [SIX]), "two events have the number 1", id="events"),
    ],
)
def test_of_two_with_one_number_the_model_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, body: dict[str, Any], problem: str
) -> None:
    clear(monkeypatch)
    with serving(answer(json.dumps(body)), answer(json.dumps(six()))) as fake:
        model = connect("openai/some-model", base_url=fake.base_url)
        extraction = extract(ON_FRIDAY, model=model, published=PUBLISHED, reading="full")
    assert problem in fake.requests[1]["messages"][-1]["content"]
    assert (extraction.provenance.attempts, extraction.provenance.reading) == (2, "full")


# Which reading, and what provenance says


@pytest.mark.parametrize("reading", ["full", "lean"])
def test_provenance_says_which_reading_was_made(reading: Any) -> None:
    model = Scripted(six() if reading == "full" else LEAN)
    made = extract(ON_FRIDAY, model=model, reading=reading).provenance
    assert (made.reading, made.prompt) == (reading, {"full": "read/v1", "lean": "extract/v2"}[reading])
    assert made.prompt_sha256 == model.asked[0].prompt_sha256


def test_the_two_readings_have_prompts_of_their_own() -> None:
    assert sha256(builtin(), "full") != sha256(builtin(), "lean")


@pytest.mark.parametrize(
    ("given", "environment", "model", "expected"),
    [
        pytest.param(None, None, "openai/gpt-5-mini", "full", id="a-provider"),
        pytest.param(None, None, "local/tiny", "lean", id="the-embedded-model"),
        pytest.param(None, None, "tiny", "full", id="no-provider"),
        pytest.param("lean", None, "openai/gpt-5-mini", "lean", id="option-lean"),
        pytest.param("full", None, "local/tiny", "full", id="option-full"),
        pytest.param(None, "lean", "openai/gpt-5-mini", "lean", id="environment-lean"),
        pytest.param(None, "full", "local/tiny", "full", id="environment-full"),
        pytest.param("full", "lean", "openai/gpt-5-mini", "full", id="the-option-before-the-environment"),
        pytest.param(None, "", "local/tiny", "lean", id="an-empty-environment"),
    ],
)
def test_a_reading_is_chosen(
    monkeypatch: pytest.MonkeyPatch, given: str | None, environment: str | None, model: str, expected: str
) -> None:
    monkeypatch.delenv("EVENTX_READING", raising=False)
    if environment is not None:
        monkeypatch.setenv("EVENTX_READING", environment)
    assert chosen(given, model) == expected


@pytest.mark.parametrize("by", ["option", "environment"])
def test_a_reading_that_there_is_not_is_refused_before_a_model_is_asked(
    monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    given: Any = "quick" if by == "option" else None
    monkeypatch.setenv("EVENTX_READING", "quick" if by == "environment" else "full")
    with pytest.raises(InputError, match="no reading 'quick': choose full or lean"):
        extract(ON_FRIDAY, model=Scripted(), reading=given)


async def _awaited(model: Scripted, **options: Any) -> Any:
    return await aextract(ON_FRIDAY, model=model, published=PUBLISHED, reading="full", **options)


def test_aextract_returns_and_asks_what_extract_does() -> None:
    body = reply([told_event(totals={"wounded": 6})], [told_figure(1, "six soldiers", 6, "wounded")])
    one, other = Scripted(body, settlement("stands")), Scripted(body, settlement("stands"))
    blocking, awaited = read_by(one, ON_FRIDAY), asyncio.run(_awaited(other))
    assert (blocking.events, blocking.findings) == (awaited.events, awaited.findings)
    assert one.asked == other.asked
