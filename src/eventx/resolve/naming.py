"""What cannot be the name of a side or of a place, though it stands in the text: "Monday", "were", "killed".

A side is a name or a noun phrase for people, a place a name or a kind of place. Capitals tell a name where
the text uses them; the tables of a language tell its people, its verbs and its small words. In a language
without tables only what is certainly no name is refused: numbers, marks, and the days and months it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from eventx.counts import with_rules
from eventx.counts.languages import rules
from eventx.dates.tables import LANGUAGES
from eventx.quotes import fold
from eventx.resolve import people
from eventx.schema import Evidence
from eventx.sentences import span_at, spans

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# English makes nouns for people at will ("tax collectors", "ferryman"); the other words that end so are few.
_MADE_OF_VERBS = re.compile(r"\w{3,}(?:m[ae]n|[eo]rs|ists|ians|(?:hold|keep|mak|go|bear)er)")
_THINGS = people.words("""
    numbers letters papers matters waters quarters headquarters helicopters launchers computers shelters
    borders rivers orders powers containers trailers tankers boulders banners others doors floors sectors
    motors tractors reactors errors factors colors rumors corridors metres meters kilometers kilometres
    offers enters covers gathers considers remembers delivers suffers
    """)
_MARKS = re.compile(r"[\W_]*")
_TITLE_CASE = 0.6  # of a headline's words have capitals, which then tell no names

# Bodies of people that nobody counts, and what stands for them: "the regime", "warplanes".
_BODIES = people.words("""
    army armies military militia militias police side sides force forces group groups government
    governments authorities junta state ministry council command front movement faction factions party
    alliance brigade brigades battalion regiment division platoon company squads units patrols gang gangs
    cartel cartels network clan clans tribe tribes mob mobs crowd crowds community communities families
    households teams crews agency organisation organization organisations organizations ngo ngos ingo
    ingos un charity guerrilla guerrillas airforce aviation artillery warplane warplanes aircraft jets
    helicopters gunships drone drones wing cell cells remnants elements bands column columns union
    federation population public intelligence service services paramilitary vigilantes watch escort
    escorts ruler rulers isis isil houthis convoy mission contingent humanitarian humanitarians media
    fuerza fuerzas grupo grupos ejército ejércitos gobierno autoridades régimen estado ministerio mando
    frente movimiento facción partido alianza coalición brigada batallón regimiento división compañía
    escuadrón unidad unidades patrullas bandas cártel cárteles pandilla pandillas red tribu tribus turba
    multitud comunidad comunidades pueblo equipos organización organizaciones armada marina aviación
    columna sindicato población guardia policía policías encapuchados uniformados efectivos tropas
    """)
# Where an event can be, in words that are no name: "checkpoint", "the northern border".
_KINDS_OF_PLACE = people.words("""
    village villages town towns city cities district districts county municipality province provinces
    governorate region regions state oblast raion prefecture department area areas zone suburb suburbs
    neighbourhood neighborhood quarter capital outskirts locality localities hamlet settlement countryside
    camp camps checkpoint checkpoints border frontier frontline coast shore sea island islands river lake
    valley mountain mountains hill hills forest jungle desert road roads highway street streets square
    bridge junction roundabout route crossing crossroads market markets bazaar mosque church temple
    cathedral school schools university hospital hospitals clinic house houses home homes building
    compound office offices hotel restaurant cafe shop mall station post posts outpost outposts base bases
    barracks prison jail airport airfield airbase port harbour harbor headquarters warehouse factory plant
    mine mines farm farms field fields ranch fort garrison territory territories strip enclave peninsula
    gulf strait embassy consulate refinery dam north south east west northern southern eastern western
    central northeast northwest southeast southwest northeastern northwestern southeastern southwestern
    pueblo pueblos aldea aldeas ciudad ciudades distrito municipio provincia región estado departamento
    zona barrio barrios afueras caserío campamento retén frontera costa isla río lago valle montaña cerro
    selva desierto carretera camino calle plaza puente mercado mezquita iglesia escuela colegio
    universidad clínica casa casas vivienda edificio oficina estación cuartel cárcel prisión aeropuerto
    puerto fábrica mina finca territorio vereda norte sur este oeste noreste noroeste sureste suroeste
    oriental occidental
    """)
# What happens and when, not who does it or where.
_DEEDS = people.words("""
    attack attacks attacking clash clashes fighting fight fights war battle battles bomb bombs bombing
    bombings blast blasts explosion explosions strike strikes airstrike airstrikes raid raids shelling
    shooting shootings ambush ambushes violence incident incidents gunfire fire operation operations
    offensive protest protests riot riots news report reports statement morning afternoon evening night
    day days week weeks month months weekend noon midnight dawn according ataque ataques combate combates
    enfrentamiento enfrentamientos guerra batalla bomba bombas explosión explosiones tiroteo bombardeo
    bombardeos emboscada violencia operación ofensiva protesta protestas mañana noche tarde día días
    semana mes meses año años hora horas madrugada
    """)


@dataclass(frozen=True, slots=True)
class _Tables:
    """The words of a language: for people, of nations, small ones, finite verbs, and all that name nobody."""

    people: frozenset[str]
    nations: frozenset[str]
    small: frozenset[str]
    finite: frozenset[str]
    nameless: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is written and as it is compared, and where it stands."""

    written: str
    plain: str
    at: int


def can_be_side(text: str, words: Evidence, language: str | None) -> bool:
    """Return whether words of the text may be a side: a name, or people ("gunmen", "government troops")."""
    code = with_rules(language)
    if code is None:
        return _may_be_name(words.quote, language)
    tables = _tables(code)
    made = {each for each in fold(words.quote).split() if _MADE_OF_VERBS.fullmatch(each)} - _THINGS
    who = tables.people | made if code == "en" else tables.people
    return _can_be(text, words, tables, who, frozenset())


def can_be_place(text: str, words: Evidence, language: str | None) -> bool:
    """Return whether words of the text may be a place: a name, or a kind of place ("checkpoint")."""
    code = with_rules(language)
    if code is None:
        return _may_be_name(words.quote, language)
    tables = _tables(code)
    return _can_be(text, words, tables, _KINDS_OF_PLACE, tables.people | tables.nations)


def can_be_source(text: str, words: Evidence, language: str | None) -> bool:
    """Return whether words of the text may be who says something: more than a day or a verb."""
    code = with_rules(language)
    if code is None or can_be_side(text, words, language):
        return _may_be_name(words.quote, language)
    plain = [fold(each[0]) for each in _TOKEN.finditer(words.quote)]
    return any(not each.isnumeric() and each not in _tables(code).nameless for each in plain)


def _can_be(
    text: str, words: Evidence, tables: _Tables, kinds: frozenset[str], others: frozenset[str]
) -> bool:
    """Return whether the words hold one of `kinds` or a name, and no verb; `others` are of another kind."""
    told = [
        _Word(each[0], fold(each[0]), words.start + each.start()) for each in _TOKEN.finditer(words.quote)
    ]
    if any(each.written.islower() and each.plain in tables.finite for each in told):
        return False  # a clause: "rebels said"
    left = [each for each in told if not each.plain.isnumeric() and not _is_small(text, each, tables.small)]
    if any(each.plain in kinds for each in left):
        return True
    nations = tables.nations & others
    return any(_is_name(text, each, tables.nameless | others, nations) for each in left)


def _is_small(text: str, word: _Word, small: frozenset[str]) -> bool:
    """Return whether it is one of the small words, and no acronym spelled like one: "us", "US"."""
    return word.plain in small and not _is_acronym(text, word)


def _is_acronym(text: str, word: _Word) -> bool:
    around = text[slice(*_sentence(text, word.at))]
    return len(word.written) in (2, 3) and word.written.isupper() and any(map(str.islower, around))


def _is_name(text: str, word: _Word, nameless: frozenset[str], nations: frozenset[str]) -> bool:
    """Return whether a word is a name: by its capital, or by being no other word where that tells nothing."""
    if not _uses_capitals(text) or word.written.upper() == word.written.lower():
        return word.plain not in nameless
    if not any(map(str.isupper, word.written)):
        return False
    if not _opens(text, word.at):
        return word.plain not in nations
    if _is_acronym(text, word):
        return True
    return word.plain not in nameless and word.written.lower() not in _small_words(text)


def _may_be_name(words: str, language: str | None) -> bool:
    plain = (fold(each[0]) for each in _TOKEN.finditer(words))
    return any(not each.isnumeric() and each not in _calendar(language) for each in plain)


def _opens(text: str, at: int) -> bool:
    """Return whether a capital there tells nothing: it opens a sentence, or most words around have one."""
    start, end = _sentence(text, at)
    if _MARKS.fullmatch(text, start, at):
        return True
    around = [each[0] for each in _TOKEN.finditer(text, start, end) if len(each[0]) > 3]
    return len(around) > 2 and sum(each[0].isupper() for each in around) > _TITLE_CASE * len(around)


def _sentence(text: str, at: int) -> tuple[int, int]:
    return span_at(spans(text), at) or (at, at)


def _uses_capitals(text: str) -> bool:
    return any(map(str.isupper, text)) and any(map(str.islower, text))


@lru_cache(maxsize=8)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(each[0] for each in _TOKEN.finditer(text) if each[0].islower())


@cache
def _calendar(language: str | None) -> frozenset[str]:
    """Return the weekdays and months of a language that has a table of dates, as they are compared."""
    own = next((each for each in LANGUAGES if each.code == language), None)
    listed = "|".join((*own.weekdays, *own.months)) if own else ""
    return frozenset(fold(each) for each in listed.split("|"))


@cache
def _tables(code: str) -> _Tables:
    language = rules(code)
    words, nouns, harm = language.words, language.people, language.harm
    numbers = (words.ONES, words.TENS, words.HUNDRED, words.HUNDREDS, words.SCALES, words.DOZENS, words.VAGUE)
    links = (harm.PREPOSITIONS, harm.DETERMINERS, harm.PRONOUNS, harm.BE, harm.HAVE, harm.MODALS)
    small = _plain(words.STOP, words.MONTHS, words.ARTICLES, _calendar(code), *numbers, *links)
    deeds = _plain(
        *(harm.VERBS, harm.INTRANSITIVE, harm.PREDICATES, harm.ACT, harm.ADVERBS, harm.HARMED, harm.NOUNS_OF),
        *(words.SPEECH, words.HARM, words.UNITS, nouns.BEFALLEN_NOUNS, _DEEDS),
    )
    harmed = _plain(harm.HARMED, harm.NOUNS_OF, words.TOLLS, nouns.BODIES) - {"victims"}
    who = _plain(nouns.PEOPLE - harmed, nouns.HOUSEHOLDS, harm.GROUPS, people.OF_A_CAMP, _BODIES)
    said = {each for each in words.SPEECH if not each.endswith(("ed", "ing", "s"))} | {"says", "tells"}
    finite = _plain(harm.BE, harm.HAVE, harm.MODALS, said) - {"remains", "report"}
    nations = _plain(nouns.ADJECTIVE_NOUNS)
    return _Tables(who - small, nations, small, finite, (small | deeds) - who)


def _plain(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(each) for table in tables for each in table)
