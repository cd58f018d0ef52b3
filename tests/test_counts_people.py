"""The words for the people behind a number or an article: a bar shows where they end."""

from __future__ import annotations

import pytest

from eventx.counts.headline import is_headline
from eventx.counts.languages import ENGLISH, SPANISH
from eventx.counts.people import alone, many, one
from eventx.counts.tokens import Tokens, sentences


def tokens_of(text: str, language=ENGLISH) -> Tokens:
    return next(iter(sentences(text, language)))


def ended(text: str, end: int | None, tokens: Tokens) -> str:
    at = None if end is None else tokens.spans[end - 1][1]
    return text if at is None else f"{text[:at]}|{text[at:]}"


MANY = """soldiers|
soldiers| died
soldiers|, who fled
Norland army soldiers| who fled
soldiers' homes
soldiers|' and
soldiers|' killed
soldiers' men|
boss men|
dangerous men|
virus doctors|
women's doctors|
rebel groups' men
army rockets
rockets men
villages soldiers
police|
police| died
police| quickly left
police| left
police| 12
police| Orm
police cars
police stations
police officers|
police bosses|
police mass graves
police-led raids
dead|
dead soldiers|
insurgent| were detained
insurgent was detained
insurgent men|
Tandel (TF) fighters|
Tandel (tf) fighters
(TF) fighters
Tandel (T F) fighters
"armed" men|
'armed' men|
"rebels"|
rebels|" said
Tandel/Borel fighters|
Tandel & Borel fighters|
army/police fighters|
12 soldiers
12 year old boys|
12-year-old boys|
year old boys
two soldiers
more soldiers|
Front of Tandel fighters|
front of Tandel fighters
of Tandel fighters
Front of fighters
masked and armed men|
masked and rockets men
Front and Borel men|
and armed men
the and Borel men
wounded men|
badly wounded men|
US soldiers|
us soldiers
who soldiers
said soldiers
young soldiers|
off-duty soldiers|
visiting soldiers|
retired soldiers|
army building workers|
metres men
kilometres soldiers
Nawah Ye Barakzai district Taliban shadow government chiefs|
a b c d e f g fighters
young old tall armed masked young old tall armed fighters
Leopards
Russians|
Syrians|""".splitlines()

ONE = """soldier|
soldier| who fled
soldier|, 12
soldier| 12
soldier| quickly left
soldier| wounded
soldier| arrested
soldier| Orm
soldier| of the guard
soldier| said
soldier/driver|
soldier's wife|
soldier boss|
soldier-led raid
soldier school
soldier people
soldier rebels
militant|
militant Hamas
militant| and seized
militant| and a
militant| and two
militant| and quickly
militant| and killed
militant and armed
militant and coalition force
body|
body of
young soldier|
young soldiers
dead soldier|
baby boy|
police officer|
teenage girl's mother|
rebel| was
rebel| killed
rebel casualties
rebel deaths""".splitlines()


@pytest.mark.parametrize("marked", MANY)
def test_many(marked):
    tokens = tokens_of(text := marked.replace("|", ""))
    assert marked == ended(text, many(tokens, 0), tokens)


@pytest.mark.parametrize("marked", [*ONE, "soldier| runs", "rebel| attacks"])
def test_one(marked):
    tokens = tokens_of(text := marked.replace("|", ""))
    assert marked == ended(text, one(tokens, 0), tokens)


@pytest.mark.parametrize("marked", [*ONE, "soldier runs", "rebel attacks"])
def test_the_one(marked):
    tokens = tokens_of(text := marked.replace("|", ""))
    assert marked == ended(text, one(tokens, 0, definite=True), tokens)


ALONE = {
    "": True, ", and": True, "/": False, "& Co": False, "% of": False, "in": True, "who": True, "said": True,
    "killed": True, "dead": True, "deaths": False, "casualties": False, "prisoner": True, "hostage": True,
    "US soldiers": False, "us": True, "of them": False, "reportedly": True, "family": False, "were": True,
    "soldiers": False, "rockets": False,
}  # fmt: skip


@pytest.mark.parametrize(("after", "expected"), ALONE.items(), ids=ALONE.keys())
def test_a_number_alone(after, expected):
    assert expected == alone(tokens_of(f"12 {after}"), 1)


SPANISH_MANY = """soldados|
soldados sirios| murieron
soldados heridos| de gravedad
presuntos milicianos|
presuntos jóvenes milicianos|
jóvenes|
jóvenes soldados|
combatientes de Alba Roja|
combatientes de las Fuerzas del Norte| murieron
combatientes| de la zona
"milicianos"|
casas
niños| de 12 años
policías|""".splitlines()

SPANISH_ONE = """soldado|
soldado sirio|
soldado herido| de gravedad
joven soldado|
joven|
menor| resultó
menor número
casa""".splitlines()


@pytest.mark.parametrize("marked", SPANISH_MANY)
def test_many_in_spanish(marked):
    tokens = tokens_of(text := marked.replace("|", ""), SPANISH)
    assert marked == ended(text, many(tokens, 0), tokens)


@pytest.mark.parametrize("marked", SPANISH_ONE)
def test_one_in_spanish(marked):
    tokens = tokens_of(text := marked.replace("|", ""), SPANISH)
    assert marked == ended(text, one(tokens, 0), tokens)


HEADLINES = {
    "Policeman killed in Tarn": True,
    "Policeman killed in Tarn.": False,
    "A policeman killed in Tarn": False,
    "Policeman killed in the market": False,
    "": False,
}


@pytest.mark.parametrize(("text", "expected"), HEADLINES.items())
def test_a_headline_has_no_article_and_no_stop(text, expected):
    assert expected == is_headline(Tokens(text, *_words(text), ENGLISH.words, ENGLISH.people, ENGLISH.harm))


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    tokens = next(iter(sentences(text, ENGLISH)), None)
    return (tokens.words, tokens.spans) if tokens else ([], [])
