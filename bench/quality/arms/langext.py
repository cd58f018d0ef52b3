"""langextract, in the style its own documentation shows: a prompt, worked examples, and its OpenAI provider.

Set up as a careful user would: schema constraints made from the examples (the newest releases make them for
OpenAI-compatible servers, so that every reply is JSON), temperature 0, one pass, and a `max_char_buffer` that
holds the whole text (at the usual 1,000 characters many texts would be asked in two parts, the second out of
context). Tried on three texts that are not measured on: two worked examples or three (the third, of a text
with nobody harmed and an earlier toll, got a total right that two got wrong, in half the tokens), and two
examples with fenced output and no schema (worse on one text, the same on the others). Bounds and vague words
are read from the number as it writes it, and "injured" or "detained" is taken for the outcome meant.
"""

from __future__ import annotations

import json
import re
import warnings
from datetime import date
from functools import cache
from typing import Any

from bench.quality.answer import Answer, Figure, Item, Reply, Side, from_items
from bench.quality.endpoint import Endpoint, metered
from bench.quality.words import number_in
from eventx.resolve.people import camp

VERSION = "2"

MAX_TOKENS = 1500
WHOLE_TEXT = 20_000

PROMPT = """\
Extract the people killed, wounded or captured in the events that a news text about armed conflict reports as
news, not those of background or earlier events. Use the exact words of the text, in order of appearance, and
list each group of people once. Extract also the province where it happened and the day it happened.
For a casualty give as attributes the outcome (killed, wounded or captured; detained and arrested people are
captured), the number as the text gives it ("3", "at least 10", "several") and the side (insurgents, security
forces or civilians). For a date give the day as YYYY-MM-DD."""

# Invented places. They show people without a number, a bound, a vague word, an earlier toll, and nobody.
EXAMPLES: tuple[tuple[str, tuple[tuple[str, str, dict[str, str]], ...]], ...] = (
    (
        "PORT HALDEN (March 4, 2019) Soldiers killed a rebel commander and two other fighters in Ostmark "
        "province yesterday. At least 10 villagers were wounded in the exchange of fire. In January, 14 "
        "people died in a similar raid.",
        (
            ("casualty", "a rebel commander", {"outcome": "killed", "number": "1", "side": "insurgents"}),
            ("casualty", "two other fighters", {"outcome": "killed", "number": "2", "side": "insurgents"}),
            ("place", "Ostmark province", {"province": "Ostmark"}),
            ("date", "yesterday", {"day": "2019-03-03"}),
            (
                "casualty",
                "At least 10 villagers",
                {"outcome": "wounded", "number": "at least 10", "side": "civilians"},
            ),
        ),
    ),
    (
        "Police said on June 12, 2020, that several suspected militants were arrested in Veldt province. "
        "A weapons cache was destroyed and no one was hurt.",
        (
            ("date", "June 12, 2020", {"day": "2020-06-12"}),
            (
                "casualty",
                "several suspected militants",
                {"outcome": "captured", "number": "several", "side": "insurgents"},
            ),
            ("place", "Veldt province", {"province": "Veldt"}),
        ),
    ),
    (
        "A patrol discovered two rocket launchers and a bomb in Corrin district, Lower Esk province, on "
        "Monday, October 5, 2020. The bomb was destroyed and nobody was detained. Fighters in the district "
        "had killed nine soldiers in 2018.",
        (
            ("place", "Corrin district, Lower Esk province", {"province": "Lower Esk"}),
            ("date", "Monday, October 5, 2020", {"day": "2020-10-05"}),
        ),
    ),
)

# What small models write instead of the outcomes they are told.
_OUTCOMES = {"injured": "wounded", "detained": "captured", "arrested": "captured", "dead": "killed"}
_SIDES: dict[str, Side] = {
    "insurgents": "insurgents",
    "security forces": "security forces",
    "civilians": "civilians",
    "rebel": "insurgents",
    "state": "security forces",
    "civilian": "civilians",
}


@cache
def _examples() -> list[Any]:
    import langextract as lx

    return [
        lx.data.ExampleData(
            text=text,
            extractions=[
                lx.data.Extraction(extraction_class=kind, extraction_text=words, attributes=attributes)
                for kind, words, attributes in extractions
            ],
        )
        for text, extractions in EXAMPLES
    ]


def ask(text: str, published: date | None, at: Endpoint) -> Reply:
    """Return langextract's extractions from a text; a reply that it cannot parse is an error."""
    import langextract as lx
    from langextract.core.exceptions import LangExtractError

    config = lx.factory.ModelConfig(
        model_id=at.model,
        provider="OpenAILanguageModel",
        provider_kwargs={
            "base_url": at.base_url,
            "api_key": at.api_key,
            "temperature": 0.0,
            "max_output_tokens": MAX_TOKENS,
        },
    )
    body, cause = None, None
    with metered() as meter, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # it says that the schema comes from the examples
        try:
            document = lx.extract(
                text,
                prompt_description=PROMPT,
                examples=_examples(),
                config=config,
                max_char_buffer=WHOLE_TEXT,
                additional_context=f"Published {published}." if published else None,
                resolver_params={"suppress_parse_errors": False},
                show_progress=False,
            )
            body = {"extractions": [_plain(each) for each in document.extractions or []]}
        except LangExtractError as problem:
            cause = getattr(problem, "original", None) or problem
    return meter.reply(body, cause)


def _plain(extraction: Any) -> dict[str, Any]:
    where = extraction.char_interval
    status = extraction.alignment_status
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "attributes": json.loads(json.dumps(extraction.attributes or {}, default=str)),
        "start": where.start_pos if where else None,
        "end": where.end_pos if where else None,
        "status": status.value if status else None,
    }


def understand(text: str, body: dict[str, Any]) -> Answer:
    """Return the extractions as an answer, the numbers of an outcome added up.

    The quote of an extraction that langextract found word for word is the text's own; any other stays as the
    model wrote it.
    """
    items: list[Item] = []
    provinces: list[str] = []
    day: str | None = None
    for each in body["extractions"]:
        attributes = {key: str(value or "") for key, value in each["attributes"].items()}
        if each["class"] == "casualty":
            found = each["status"] == "match_exact"
            outcome = attributes.get("outcome", "").casefold().strip()
            items.append(
                Item(
                    outcome=_OUTCOMES.get(outcome, outcome),
                    figure=_figure(attributes.get("number", "")),
                    side=_side(attributes.get("side", "")),
                    quote=text[each["start"] : each["end"]] if found else each["text"],
                )
            )
        elif each["class"] == "place":
            provinces.append(attributes.get("province") or each["text"])
        elif each["class"] == "date":
            day = day or attributes.get("day") or None
    return from_items(tuple(items), provinces=tuple(provinces), date=day)


def _side(words: str) -> Side | None:
    return _SIDES.get(words.casefold().strip()) or _SIDES.get(camp(words) or "")


def _figure(words: str) -> Figure:
    """Return the number with the bound its words give it; no number is a vague word."""
    number = number_in(words)
    if number is None:
        return Figure()
    if re.search(r"\b(?:more than|over)\b", words, re.IGNORECASE):
        return Figure(value=number, low=number + 1)
    if re.search(r"\bat least\b", words, re.IGNORECASE):
        return Figure(value=number, low=number)
    if re.search(r"\b(?:about|around|nearly|approximately|some)\b", words, re.IGNORECASE):
        return Figure(value=number)
    return Figure(value=number, low=number, high=number)
