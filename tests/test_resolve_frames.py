"""An event's frame: everything in it stands in the article."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eventx import Article
from eventx.reply import Report
from eventx.resolve import Frame, frames
from scripted import NOTHING_NEW, incident, told

BATTLE = "The Norland army fought Red Dawn in Tarn, Osk, Norland, on Saturday. Six soldiers died."
ARMY, RED_DAWN = ["Norland army"], ["Red Dawn"]


def of(text: str, *reports: dict[str, Any], published: date | None = None) -> tuple[Frame, ...]:
    article = Article(text=text, published=published)
    return frames(article, tuple(Report.model_validate(report) for report in reports))


def one(text: str, **fields: str) -> Frame:
    """Return the only frame of one incident."""
    (frame,) = of(text, told(incident(**fields)))
    return frame


def names(frame: Frame, role: str = "combatant") -> tuple[list[str], list[str]]:
    """Return the names of both sides, those of one role."""
    a, b = ([actor.name for actor in side if actor.role == role] for side in (frame.side_a, frame.side_b))
    return a, b


def test_every_word_of_a_frame_stands_in_the_article() -> None:
    frame = one(
        BATTLE,
        when="on Saturday",
        town="Tarn",
        province="Osk",
        country="Norland",
        side_a="Norland army",
        side_b="Red Dawn",
    )
    assert frame.when is not None
    assert frame.where is not None
    held = [
        frame.when.evidence,
        frame.where.evidence,
        *(actor.evidence for actor in frame.side_a + frame.side_b),
    ]
    quotes = [[BATTLE[spot.start : spot.end] for spot in each] for each in held]
    assert quotes == [["on Saturday"], ["Tarn", "Osk"], ARMY, RED_DAWN]


@pytest.mark.parametrize(
    ("fields", "sides"),
    [
        pytest.param({"side_a": "Norland army", "side_b": "Red Dawn"}, (ARMY, RED_DAWN), id="both"),
        pytest.param({"side_a": "the Norland army"}, (ARMY, []), id="an-article-before-it"),
        pytest.param({"side_a": "NORLAND ARMY"}, (ARMY, []), id="in-the-articles-spelling"),
        pytest.param({"side_a": "Norland army positions"}, (ARMY, []), id="the-place-they-held"),
        pytest.param({"side_b": "soldier"}, ([], ["soldiers"]), id="one-of-many"),
        pytest.param(
            {"side_a": "Grey Column", "side_b": "Red Dawn"}, ([], RED_DAWN), id="not-in-the-article"
        ),
        pytest.param({"side_a": "unknown", "side_b": "Red Dawn"}, ([], RED_DAWN), id="unknown"),
        pytest.param({"side_a": "None", "side_b": "Red Dawn"}, ([], RED_DAWN), id="none"),
        pytest.param({"side_a": "", "side_b": "Red Dawn"}, ([], RED_DAWN), id="empty"),
        pytest.param({"side_a": "Red Dawn", "side_b": "Red Dawn"}, (RED_DAWN, []), id="twice-the-same"),
        pytest.param(
            {"side_a": "Red Dawn", "side_b": "civilians"}, (RED_DAWN, ["civilians"]), id="civilians"
        ),
    ],
)
def test_a_side_is_named_in_the_articles_words_or_not_at_all(
    fields: dict[str, str], sides: tuple[list[str], list[str]]
) -> None:
    assert names(one(BATTLE, town="Tarn", **fields)) == sides


def test_civilians_are_shown_where_the_article_names_them() -> None:
    text = "Red Dawn attacked civilians in Tarn."
    (civilians,) = one(text, side_a="Red Dawn", side_b="civilians").side_b
    assert (civilians.kind, [text[each.start : each.end] for each in civilians.evidence]) == (
        "Civilians",
        ["civilians"],
    )


@pytest.mark.parametrize(
    "words", ["unknown", "Unknown", "none", "null", "N/A", "not stated", "", "Midsummer"]
)
def test_a_place_or_time_that_the_article_does_not_tell_is_null(words: str) -> None:
    frame = one(
        BATTLE.replace(", on Saturday", ""),
        when=words,
        town=words,
        province=words,
        country=words,
        side_a="Norland army",
    )
    assert (frame.when, frame.where) == (None, None)


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        pytest.param(
            "Clashes in Tarn, Osk, Syria.",
            {"town": "Tarn", "province": "Osk"},
            ("Tarn", "Osk", "Syria"),
            id="province",
        ),
        pytest.param(
            "Clashes in Osk, Syria.", {"province": "Osk"}, ("Osk", "Osk", "Syria"), id="province-alone"
        ),
        pytest.param(
            "Clashes in Tarn, Osk, Syria.",
            {"town": "Tarn", "province": "northern Osk"},
            ("Tarn", "Osk", "Syria"),
            id="compass-before-the-province",
        ),
        pytest.param(
            "Syrian troops fought in Tarn.",
            {"town": "Tarn", "country": "Syria"},
            ("Tarn", None, "Syria"),
            id="adjective",
        ),
        pytest.param(
            "Clashes in Tarn, Syria.",
            {"town": "Tarn", "country": "unknown"},
            ("Tarn", None, "Syria"),
            id="only-country",
        ),
        pytest.param(
            "Clashes in Tarn.",
            {"town": "Tarn", "country": "Syria"},
            ("Tarn", None, None),
            id="country-not-named",
        ),
        pytest.param(
            "Clashes in Tarn, Norland.",
            {"town": "Tarn", "country": "Norland"},
            ("Tarn", None, "Norland"),
            id="country-no-table-knows",
        ),
        pytest.param(
            "Clashes in Tarn, Syria, after talks in Mali.",
            {"town": "Tarn"},
            ("Tarn", None, None),
            id="two-countries-named",
        ),
        pytest.param(
            "Clashes in Tarn, Syria.",
            {"town": "Tarn", "province": "Syria"},
            ("Tarn", None, "Syria"),
            id="a-country-for-a-province",
        ),
        pytest.param(
            "Clashes in Tarn, Syria, after talks in Mali.",
            {"town": "Tarn", "province": "Syria"},
            ("Tarn", None, "Syria"),
            id="a-country-for-a-province-of-two-named",
        ),
        pytest.param("Clashes in Syria.", {"country": "Syria"}, ("Syria", None, "Syria"), id="country-alone"),
    ],
)
def test_a_place_is_as_the_article_bears_it_out(
    text: str, fields: dict[str, str], expected: tuple[str | None, ...]
) -> None:
    where = one(text, **fields).where
    assert where is not None
    assert (where.text, where.admin1, where.country) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("on Saturday", "on Saturday", id="the-articles-words"),
        pytest.param("Saturday", "on Saturday", id="a-part-of-them"),
        pytest.param("Saturday morning", "on Saturday", id="the-same-weekday"),
        pytest.param("on Sunday", "on Saturday", id="another-weekday"),
        pytest.param("last year", "on Saturday", id="other-words"),
        pytest.param("Red Dawn", "on Saturday", id="no-time-at-all"),
        pytest.param("unknown", "on Saturday", id="left-out"),
    ],
)
def test_a_time_is_in_the_articles_words(words: str, expected: str | None) -> None:
    when = one(BATTLE, when=words, town="Tarn").when
    assert (when and when.text) == expected


@pytest.mark.parametrize("words", ["unknown", "on Sunday", "last year"])
def test_a_time_that_the_article_does_not_tell_is_null_where_there_are_two_events(words: str) -> None:
    told_of = told(
        incident(when=words, town="Tarn", side_a="Red Dawn"),
        incident(when="on Saturday", town="Osk", side_a="Norland army"),
    )
    assert of(BATTLE, told_of)[0].when is None


def test_a_time_is_read_from_the_day_of_publication() -> None:
    (frame,) = of(BATTLE, told(incident(when="on Saturday", town="Tarn")), published=date(2023, 8, 28))
    assert frame.when is not None
    assert (frame.when.start, frame.when.end) == (date(2023, 8, 26), date(2023, 8, 26))


BRIEF = told(incident(town="Tarn", side_a="Norland army", side_b="Red Dawn"))
TWO_PLACES = "Red Dawn shelled Tarn. Red Dawn shelled Osk. Red Dawn shelled Ruda."


@pytest.mark.parametrize(
    ("text", "report", "places"),
    [
        pytest.param(BATTLE, BRIEF, ["Tarn"], id="one"),
        pytest.param(BATTLE, NOTHING_NEW, [], id="nothing-new"),
        pytest.param(BATTLE, {**BRIEF, "new_violence": "no"}, [], id="no-new-violence-but-events"),
        pytest.param(BATTLE, {**BRIEF, "incidents": 0}, [], id="no-incidents-but-events"),
        pytest.param(
            BATTLE, told(incident(town="Ruda", side_a="Grey Column")), [], id="nothing-of-it-stands"
        ),
        pytest.param(
            TWO_PLACES,
            told(incident(town="Tarn", side_a="Red Dawn"), incident(town="Osk", side_a="Red Dawn")),
            ["Tarn", "Osk"],
            id="different-places-stay-apart",
        ),
        pytest.param(
            TWO_PLACES,
            {**told(incident(town="Tarn"), incident(town="Osk"), incident(town="Ruda")), "incidents": 2},
            ["Tarn", "Osk"],
            id="beyond-the-number-said",
        ),
        pytest.param(
            BATTLE,
            told(
                incident(town="Tarn", side_a="Norland army", side_b="Red Dawn"),
                incident(town="Tarn", side_a="Red Dawn", side_b="Norland army"),
            ),
            ["Tarn"],
            id="told-twice",
        ),
        pytest.param(
            BATTLE,
            told(
                incident(
                    town="Tarn", province="Osk", country="Norland", side_a="Norland army", side_b="Red Dawn"
                ),
                incident(province="Osk", country="Norland", side_a="Red Dawn"),
            ),
            ["Tarn"],
            id="told-again-of-the-province",
        ),
        pytest.param(
            "Red Dawn fought in Tarn. Police fought in Tarn.",
            told(incident(town="Tarn", side_a="Red Dawn"), incident(town="Tarn", side_a="Police")),
            ["Tarn", "Tarn"],
            id="other-sides-in-one-place",
        ),
    ],
)
def test_events_are_those_the_article_bears_out_each_once(
    text: str, report: dict[str, Any], places: list[str]
) -> None:
    assert [frame.where and frame.where.text for frame in of(text, report)] == places


def test_what_one_telling_leaves_open_the_other_fills() -> None:
    frame = of(
        BATTLE,
        told(incident(town="Tarn", side_a="Norland army")),
        told(incident(when="on Saturday", side_a="Norland army", side_b="Red Dawn")),
    )
    assert [
        (each.when and each.when.text, each.where and each.where.text, names(each)) for each in frame
    ] == [("on Saturday", "Tarn", (ARMY, RED_DAWN))]


@pytest.mark.parametrize(
    ("told_of_help", "supporters"),
    [
        pytest.param("The Norland army received air support from Estavia.", (["Estavia"], []), id="side-a"),
        pytest.param("Red Dawn was backed by the Grey Column.", ([], ["Grey Column"]), id="side-b"),
        pytest.param("The Norland army fought with the help of Estavia.", (["Estavia"], []), id="help"),
        pytest.param("Three rockets fell with support from Estavia.", ([], []), id="nobody-named"),
        pytest.param("The Norland army and Red Dawn had support from Estavia.", ([], []), id="both-named"),
        pytest.param("The Norland army had no cover from the rain.", ([], []), id="no-name"),
        pytest.param(
            "The Norland army had support from Red Dawn.", ([], []), id="no-combatant-is-a-supporter"
        ),
        pytest.param("Red Dawn fled.", ([], []), id="silent"),
    ],
)
def test_a_supporter_is_on_the_side_it_helped(told_of_help: str, supporters: tuple[list[str], ...]) -> None:
    text = f"The Norland army fought Red Dawn in Tarn. {told_of_help}"
    frame = one(text, town="Tarn", side_a="Norland army", side_b="Red Dawn")
    assert (names(frame), names(frame, "supporter")) == ((ARMY, RED_DAWN), supporters)


def sentences(text: str, frame: Frame) -> list[str]:
    return [text[start:end] for start, end in frame.sentences]


def test_all_sentences_are_of_a_single_event() -> None:
    text = "Red Dawn shelled Tarn. It rained."
    assert sentences(text, one(text, town="Tarn")) == ["Red Dawn shelled Tarn.", "It rained."]


def test_of_several_events_each_has_the_sentences_that_name_it_alone() -> None:
    text = "Red Dawn shelled Tarn. It rained. Police fought in Osk. Tarn and Osk are far apart."
    tarn, osk = of(
        text, told(incident(town="Tarn", side_a="Red Dawn"), incident(town="Osk", side_a="Police"))
    )
    assert [sentences(text, tarn), sentences(text, osk)] == [
        ["Red Dawn shelled Tarn."],
        ["Police fought in Osk."],
    ]


def test_an_event_is_not_dated_by_the_day_it_was_told_of() -> None:
    text = (
        "The Norland army gave its account on Monday of a raid in Tarn. "
        "Four soldiers were killed late on Saturday, it said."
    )
    frame = one(text, town="Tarn", side_a="Norland army", when="on Monday")
    assert frame.when is not None
    assert frame.when.text == "late on Saturday"


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        pytest.param(
            "Clashes in Tarn district, Osk province.",
            {"town": "Tarn district, Osk province"},
            ("Tarn district", "Osk"),
            id="told-with-the-town",
        ),
        pytest.param(
            "Clashes in Tarn. All of Osk province is tense.",
            {"town": "Tarn"},
            ("Tarn", "Osk"),
            id="the-only-one",
        ),
        pytest.param(
            "Clashes in Tarn, Osk province. Kelm province is calm.",
            {"town": "Tarn"},
            ("Tarn", "Osk"),
            id="beside-the-town",
        ),
        pytest.param(
            "Osk province and Kelm province are tense. Clashes in Tarn.",
            {"town": "Tarn"},
            ("Tarn", None),
            id="one-of-two",
        ),
        pytest.param(
            "Clashes in Tarn, Sabar district, Osk province.",
            {"town": "Tarn", "province": "Sabar"},
            ("Tarn", "Osk"),
            id="a-district-is-no-province",
        ),
        pytest.param(
            "In Osk province the Islamic State attacked Tarn.",
            {"town": "Tarn"},
            ("Tarn", "Osk"),
            id="no-state",
        ),
        pytest.param(
            "Syrian troops fought in Osk province.",
            {"town": "Syria", "country": "Syria"},
            ("Osk", "Osk"),
            id="more-than-a-country",
        ),
    ],
)
def test_the_province_is_what_the_text_calls_one(
    text: str, fields: dict[str, str], expected: tuple[str, str | None]
) -> None:
    where = one(text, **fields).where
    assert where is not None
    assert (where.text, where.admin1) == expected
