"""The day of publication is read from an agency's dateline at the head of the text, and from nowhere else."""

from datetime import date

import pytest

from eventx.dates import published

DATELINES = {
    "agency": ("2013-01-S-025\n\nBOREL, Arland (Jan. 25, 2013)\nFour died.", "BOREL, Arland (Jan. 25, 2013)"),
    "city alone": ("BOREL (25 January 2013) - Four died.", "BOREL (25 January 2013)"),
    "two words": ("PORT BOREL, Arland (Jan. 25, 2013)", "PORT BOREL, Arland (Jan. 25, 2013)"),
    "accents": ("BÓREL, Árland (Jan. 25, 2013)", "BÓREL, Árland (Jan. 25, 2013)"),
    "no-break space": (
        "\u00a0BOREL, Arland\u00a0(Jan.\u00a025, 2013)",
        "BOREL, Arland\u00a0(Jan.\u00a025, 2013)",
    ),
    "full stop for a comma": ("BOREL, Arland (Jan. 25. 2013)", "BOREL, Arland (Jan. 25. 2013)"),
    "comma without a space": ("BOREL, Arland (Jan. 25,2013 ) - Four", "BOREL, Arland (Jan. 25,2013 )"),
    "dash": ("BOREL, January 25, 2013 - Four died.", "BOREL, January 25, 2013 -"),
    "dash and agency": (
        "BOREL, 25 January 2013 (Tarn Wire) — Four died.",
        "BOREL, 25 January 2013 (Tarn Wire) —",
    ),
    "country, dash and agency": (
        "BOREL, Arland, Jan. 25, 2013 (TW) – Four",
        "BOREL, Arland, Jan. 25, 2013 (TW) –",
    ),
    "year of the release": (
        "2013-01-S-025\nFor release\n\nBOREL, Arland (Jan. 25) - Four died.",
        "2013-01-S-025\nFor release\n\nBOREL, Arland (Jan. 25)",
    ),
    "year of the release, long dash": ("2013-01-CA–025\nBOREL (Jan. 25)", "2013-01-CA–025\nBOREL (Jan. 25)"),
    "heading and release": (
        "Jan. 25: raids in the south\nArland Command\n2013-01-CA-025\nFour died.",
        "Jan. 25: raids in the south\nArland Command\n2013-01-CA-025",
    ),
}


@pytest.mark.parametrize(("text", "words"), DATELINES.values(), ids=DATELINES.keys())
def test_a_dateline_gives_the_day_of_publication(text, words):
    day, evidence = published(text) or (None, None)
    assert (date(2013, 1, 25), words) == (day, evidence and evidence.quote)
    assert text[evidence.start : evidence.end] == words


SILENT = {
    "no year": "BOREL, Arland (Jan. 25) - Four died.",
    "no year, dash": "BOREL, March 11 - Four died.",
    "release of another month": "2012-12-S-025\nBOREL, Arland (Jan. 25) - Four died.",
    "heading without a release": "Jan. 25: raids in the south\nFour died.",
    "entry of a chronicle": "2013-01-S-025\nThe fighting so far\nJan. 25: four died.",
    "release alone": "2013-01-S-025\nFour died yesterday.",
    "days": "BOREL, Arland (Jan. 24-25, 2013)",
    "month": "BOREL, Arland (January 2013)",
    "a date in the body": "Four died in Borel (Jan. 25, 2013).",
    "capitals in the body": "Four died in Borel, the UNX (Jan. 25, 2013) said.",
    "a date in a title": "Evening update, Jan. 25, 2013\nFour died.",
    "a date after a dash": "Four died in Borel - on Jan. 25, 2013 - in a raid.",
    "too late": "x " * 200 + "BOREL, Arland (Jan. 25, 2013)",
    "no such day": "BOREL, Arland (Feb. 30, 2013)",
    "not a date": "BOREL, Arland (Third Front 2013)",
    "empty": "",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_no_dateline_no_day(text):
    assert published(text) is None
