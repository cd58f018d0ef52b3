"""Who the actors are: their names joined, and the ACLED kind (inter code) of each with the words it rests on.

What the article calls an actor stands before what its name says, and both before whom it fights. Without any
of these the kind is null.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from eventx import places
from eventx.quotes import fold
from eventx.resolve import aliases, people
from eventx.resolve.frames import Frame
from eventx.resolve.placing import Placed
from eventx.schema import Actor, ActorKind, Evidence, Group


class Said(NamedTuple):
    """A kind and, in one sentence, how it is known."""

    kind: ActorKind
    reason: str


# The first table that has a word of the name or description decides: "ethnic rebels" are rebels.
_TABLES: tuple[tuple[ActorKind, frozenset[str]], ...] = (
    (
        "External/Other forces",
        people.words("""
        peacekeeper peacekeepers peacekeeping nato isaf minusma minusca monusco unifil unmiss amisom atmis
        mercenary mercenaries contractors wagner cascos mercenarios coalition
        """),
    ),
    (
        "Rebel group",
        people.words("""
        rebel rebels insurgent insurgents insurgency separatist separatists secessionist secessionists
        guerrilla guerrillas guerilla guerillas jihadist jihadists jihadi jihadis taliban
        rebelde rebeldes insurgente insurgentes guerrillero guerrilleros separatista separatistas yihadista
        yihadistas
        """),
    ),
    (
        "Identity militia",
        people.words("""
        tribal tribe tribes tribesmen clan clans clansmen communal ethnic vigilante vigilantes selfdefence
        selfdefense herdsmen tribus étnica étnico comunitaria comunitarios autodefensa autodefensas
        """),
    ),
    (
        "Political militia",
        people.words("""
        militia militias militiaman militiamen gang gangs gangster gangsters cartel cartels bandit bandits
        pirate pirates paramilitary paramilitaries raiders milicia milicias miliciano milicianos paramilitar
        paramilitares pandilla pandillas cártel cárteles banda bandas sicario sicarios bandidos
        """),
    ),
)
# Organisations that help people fight on no side; their people are civilians.
_RELIEF = re.compile(
    r"\b(?:relief|charity|hospitals?|clinics?|red\scross|red\screscent|aid|humanitarian|ngo|cruz\sroja)\b",
    re.IGNORECASE,
)
_MISSION = re.compile(
    r"\b(?:International\sSecurity\sAssistance|UN|U\.N\.|United\sNations|African\sUnion|AU|Africa\sCorps|MISCA|ONU)\b"
)
_PRIVATE = re.compile(r"\bprivate\s(?:military|security)\b", re.IGNORECASE)
_GOVERNMENT = (
    r"(?:army|armies|police|policem[ae]n|policewom[ae]n|soldiers?|troops|military|government|gendarmes?|gendarmerie|"
    r"servicem[ae]n|ministry|navy|marines?|conscripts?|recruits|regime|authorities|officers?|patrol|commandos?|"
    r"paratroopers|reservists|cadets|constables?|(?:armed|security|air|border|defen[cs]e|special)\sforces?|"
    r"(?:border|coast|prison|presidential|national|republican)\sguards?|"
    r"soldados?|militar(?:es)?|polic[ií]as?|gobierno|gendarmes|guardia\s(?:civil|nacional)|infantes\sde\smarina|"
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|infantry|guards|border|armou?red|artillery|"
    r"mechani[sz]ed|parachute)\s(?:[\w-]+\s)?(?:regiment|battalion|brigade|corps|company|division|wing|squadron)|"
    r"fuerzas\sarmadas|fuerzas\sde\sseguridad|ej[eé]rcito)"
)
_STATE = re.compile(rf"\b{_GOVERNMENT}\b", re.IGNORECASE)
_STATE_IN_SMALL = re.compile(rf"\b{_GOVERNMENT}\b")
# A proper name is a state's where it is built as a state's are: many rebels call themselves an army.
_STATES_NAME = re.compile(
    r"(?:Ministry|Army|Police|Armed\sForces|Navy|Government)\sof\s|(?:National|Federal|State|Royal)\s"
    r"(?:Gendarmerie|Police|Army|Guard|Navy|Air\sForce)|(?:Republican|Revolutionary|Presidential|Border|Coast)\sGuards?|"
    r"(?:\w+\s)?(?:Guards|Infantry|Armou?red|Artillery)\s(?:Regiment|Battalion|Brigade|Division|Corps)|"
    r"\d+(?:st|nd|rd|th)\s[A-Z]|Army$|Police$|Ej[eé]rcito|Polic[ií]a|Guardia\s(?:Civil|Nacional)|Fuerzas\sArmadas"
)
_NATIONS_FORCE = re.compile(
    r"\s(?:(?:Arab|National|Local|Uniformed|Border)\s){0,2}(?:Security\sand\s.*)?(?:Army|Police|Navy|Air\sForce|Armed\sForces|Military|"
    r"Marines|Gendarmerie|Government\s(?:Forces|Troops)|"
    r"Border\sGuards?|Coast\sGuard|National\sGuard|(?:Defen[cs]e|Security|Special|Assistance)\sForces?|Government)$"
)
_NO_STATES = re.compile(
    r"\b(?:Free|Liberation|Liberaci[oó]n|Resistance|Resistencia|People['’]s|Pueblo|Popular|Revolutionary\sArmed|"
    r"Revolucionari[oa]|Lord['’]s|God|Islam|Independence|Democratic)\b"
)
_LIVELIHOOD = re.compile(
    r"\b(?:herders?|herdsmen|pastoralists|farmers|villagers|hunters|pastores)\b", re.IGNORECASE
)
_FIGHT = r"(?:attack|kill|raid|ambush|clash|fought|fight|open(?:ed)?\sfire|atacaron|mataron|asaltaron)"

_FOUGHT: frozenset[str] = frozenset(
    {"battle", "killing", "raid", "air strike", "shelling", "bomb", "suicide bombing", "attack on civilians"}
)
_DEMONSTRATORS: dict[str, ActorKind] = {"protest": "Protesters", "riot": "Rioters"}

_GROUPS = (
    rf"(?:{aliases.GROUP}|rebels?|insurgents?|separatists?|guerrillas?|jihadists?|gangsters|herders|vigilantes|"
    r"tribesmen|fighters|cartels?)"
)
_ARMIES: frozenset[ActorKind] = frozenset({"State forces", "External/Other forces"})
_ARMED_GROUPS: frozenset[ActorKind] = frozenset({"Rebel group", "Political militia", "Identity militia"})
_SHOWN = 4  # words of a description before its noun
_AROUND = 200  # characters to either side of a name in which it is described


def known(text: str, frame: Frame) -> Frame:
    """Return the frame with its actors under their fullest names, each of its ACLED kind where that is known.

    Two passes, since whom an actor fights may say what it is. Nothing of the event but its actors changes.
    """
    sides = aliases.joined(text, frame.side_a, frame.side_b)
    stated = [tuple(_with(actor, _stated(text, frame, actor)) for actor in side) for side in sides]
    both = [
        tuple(
            _with(actor, said) if (said := _by_part(text, frame, actor, own, other)) else actor
            for actor in own
        )
        for own, other in ((stated[0], stated[1]), (stated[1], stated[0]))
    ]
    return replace(frame, side_a=both[0], side_b=both[1])


def whose(placed: Placed, frame: Frame) -> Placed:
    """Return the count with the people it can be of, now that the kinds of the actors are known.

    Those of a side that is nothing but civilians are civilians. Insurgents are nobody's soldiers, and
    soldiers nobody's insurgents unless the words say whose: they are the other side's where that may be,
    else of no known side.
    """
    sides: dict[Group, tuple[Actor, ...]] = {"side_a": frame.side_a, "side_b": frame.side_b}
    if placed.group not in sides:
        return placed
    if people.is_civilian_side(sides[placed.group]):
        return replace(placed, group="civilians")
    not_of = {"rebel": _ARMIES, "state": _ARMED_GROUPS}.get(people.camp(placed.reading.who or "") or "")
    if not_of is None or not _all_of(sides[placed.group], not_of):
        return placed
    if not_of is _ARMED_GROUPS and _says_whose(placed, sides[placed.group]):
        return placed  # some groups call their own people soldiers
    other: Group = "side_b" if placed.group == "side_a" else "side_a"
    may_be = sides[other] and not _all_of(sides[other], not_of | {"Civilians"})
    return replace(placed, group=other if may_be else "unknown")


def _says_whose(placed: Placed, side: tuple[Actor, ...]) -> bool:
    """Return whether the count's words name the side, or say that it lost them."""
    who = people.distinctive(placed.reading.who or "")
    return placed.reading.subject_is == "loser" or any(who & people.distinctive(each.name) for each in side)


def _all_of(side: tuple[Actor, ...], kinds: frozenset[ActorKind]) -> bool:
    fighting = [actor for actor in side if actor.role == "combatant"]
    return bool(fighting) and all(actor.kind in kinds for actor in fighting)


def without_bystanders(side: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the fighters of a battle's side: civilians are no side of a battle, their harm is theirs.

    "Soldiers and villagers" as one name are the soldiers.
    """
    fighting = tuple(_fighters_of(actor) for actor in side if actor.kind != "Civilians")
    return fighting or side


def _fighters_of(actor: Actor) -> Actor:
    first, joined, rest = actor.name.partition(" and ")
    if not joined or people.camp(rest) != "civilian" or people.camp(first) == "civilian":
        return actor
    (evidence, *others) = actor.evidence
    at = evidence.quote.find(first)
    if at < 0:
        return actor
    own = Evidence(start=evidence.start + at, end=evidence.start + at + len(first), quote=first)
    return actor.model_copy(update={"name": first, "kind": people.kind(first), "evidence": (own, *others)})


def _with(actor: Actor, said: Said | None) -> Actor:
    kind, reason = said or (None, None)
    return actor.model_copy(update={"kind": kind, "reason": reason})


def _stated(text: str, frame: Frame, actor: Actor) -> Said | None:
    """Return the kind that the article's words for the actor give, else that of its name."""
    are_people = people.kind(actor.name) in (None, "Civilians") and people.camp(actor.name) != "rebel"
    if frame.kind in _DEMONSTRATORS and are_people:
        return Said(_DEMONSTRATORS[frame.kind], f"“{actor.name}” are those of the {frame.kind}")
    for described in _descriptions(text, actor):
        kind = _in_tables(described)
        if kind is not None:
            return Said(kind, f"the article calls it “{described}”")
    return _of_name(text, frame, actor)


def _of_name(text: str, frame: Frame, actor: Actor) -> Said | None:
    name = actor.name
    if _LIVELIHOOD.search(name) and _is_armed(text, name):
        return Said("Identity militia", f"“{name}” are told to be armed or to attack")
    if (kind := people.kind(name)) in ("Civilians", "Protesters", "Rioters"):
        return Said(kind, f"its name is “{name}”")
    is_states = _is_states(name)
    if _is_from_abroad(name):
        if is_states and re.search(r"\band\b", name):
            return Said("State forces", f"“{name}”: a joint force, named with that of the state itself")
        return Said("External/Other forces", f"“{name}” are forces sent from abroad")
    if is_states:
        return _of_state(frame, name)
    if (kind := _in_tables(name)) is not None:
        return Said(kind, f"its name is “{name}”")
    if people.is_unidentified(name):
        return Said("Political militia", f"“{name}” are armed people of no named group")
    if _RELIEF.search(name):
        return Said("Civilians", f"“{name}” is a relief organisation")
    return None


def _of_state(frame: Frame, name: str) -> Said:
    """Return State forces, or External/Other forces outside their own country (ACLED codebook)."""
    nations = places.countries_in(name)
    at = frame.where.iso3 if frame.where else None
    if nations and at is not None and at not in {iso3 for _, iso3, _ in nations}:
        where = frame.where.country if frame.where else at
        return Said("External/Other forces", f"“{name}”: of {nations[0][0]}, acting outside it, in {where}")
    return Said("State forces", f"“{name}” names a state or its forces")


def _by_part(
    text: str, frame: Frame, actor: Actor, own: tuple[Actor, ...], other: tuple[Actor, ...]
) -> Said | None:
    """Return the kind that an actor's part in the event gives, where no words say it."""
    if actor.role == "supporter":
        nations = {iso3 for _, iso3, _ in places.countries_in(actor.name)}
        helped = [each for each in own if each.role == "combatant"]
        home = {iso3 for each in helped for _, iso3, _ in places.countries_in(each.name)}
        if nations and actor.kind in (None, "State forces") and not nations & home:
            names = " and ".join(each.name for each in helped)
            return Said("External/Other forces", f"“{actor.name}” supports {names} from abroad")
        return None
    foes = [each.name for each in other if each.kind == "State forces" and each.role == "combatant"]
    if actor.kind is not None or not foes or frame.kind not in _FOUGHT:
        return None
    if not aliases.is_proper(aliases.core(actor.name)):
        return None
    described = next(_descriptions(text, actor), None)
    told = f"the article calls it “{described}”, and it" if described else "an organised group that"
    return Said("Rebel group", f"{told} fights State forces ({' and '.join(foes)})")


def _in_tables(words: str) -> ActorKind | None:
    tokens = frozenset(
        re.findall(r"[^\W_]+", fold(re.sub(r"self[- ]defen", "selfdefen", words, flags=re.IGNORECASE)))
    )
    if tokens & {"government", "army"} and not tokens & {"pro", "anti", "backed"}:
        return None
    return next((kind for kind, table in _TABLES if tokens & table), None)


def _is_from_abroad(name: str) -> bool:
    tokens = frozenset(fold(name).split())
    return bool(tokens & _TABLES[0][1] or _MISSION.search(name) or _PRIVATE.search(name))


def _is_states(name: str) -> bool:
    """Return whether a name is that of a state or of its forces."""
    if places.country(name) is not None:
        return True
    if _NO_STATES.search(name):
        return False
    if _STATE_IN_SMALL.search(name) or (name.isupper() and _STATE.search(name)):
        return people.camp(name) != "rebel"
    nations = places.countries_in(name)
    if not aliases.is_proper(name):
        is_force = bool(nations) and re.search(r"\b(?:forces?|troops|units)$", name) is not None
        return is_force or people.camp(name) == "state"
    if nations and nations[0][2].start == 0 and _NATIONS_FORCE.search(name):
        return True
    return _STATES_NAME.match(name) is not None


def _is_armed(text: str, name: str) -> bool:
    own = re.escape(name)
    told = rf"\barmed\s{own}\b|\b{own}\s(?:\w+\s)?{_FIGHT}(?:e?[sd]|es|ing)?\b"
    return re.search(told, text, re.IGNORECASE) is not None


def _descriptions(text: str, actor: Actor) -> Iterator[str]:
    """Yield what the article says the actor is: "Islamist group" of "the Islamist group Ansar al-Tawhid"."""
    own = aliases.core(actor.name)
    if not aliases.is_proper(own):
        return
    yield from _descriptions_of(text, own)
    for alias in actor.aliases:
        if alias.split()[-1].islower():
            yield alias


@lru_cache(maxsize=64)  # asked several times for each actor of an article
def _descriptions_of(text: str, own: str) -> tuple[str, ...]:
    name = rf"[\"“‘]?{re.escape(own)}[\"”’]?"
    words = rf"(?P<words>(?!(?:the|an?)\s)(?:[\w'’-]+\s){{0,{_SHOWN}}}?{_GROUPS}(?:\s{_GROUPS})?)"
    before = re.compile(
        rf"\b(?:[Tt]he|[Aa]n?|of|by|from|with|and)\s{words}\s(?:of\s|called\s|known\sas\s)?(?:the\s)?{name}(?![\w-])"
    )
    after = re.compile(rf"(?<![\w-]){name}(?:,\s(?:which\sis\s)?|\s(?:is|are|was)\s)(?:an?|the)\s{words}\b")
    beside = re.compile(rf"(?<![\w-]){name}\s(?P<words>{_GROUPS})\b")
    return tuple(
        " ".join(match["words"].split())
        for pattern in (before, after, beside)
        for start, end in _around(text, own)
        for match in pattern.finditer(text, start, end)
    )


def _around(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that hold a name and what may describe it, none over another."""
    start = end = 0
    for match in re.finditer(re.escape(name), text):
        if match.start() - _AROUND > end:
            if end:
                yield start, end
            start = max(0, match.start() - _AROUND)
        end = match.end() + _AROUND
    yield start, end
