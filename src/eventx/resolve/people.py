"""What the words for people say of whose they are: soldiers, rebels, civilians, or just people.

Every table holds the words of each language that has rules for counts: they do not get in each other's way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from eventx.quotes import fold
from eventx.schema import Actor, ActorKind

Camp = Literal["state", "rebel", "civilian"]

_WORDS = re.compile(r"[\w'’-]+")
# Armed people of no group that anybody names.
_UNIDENTIFIED = re.compile(
    r"(?:(?:unidentified|unknown|masked|armed|suspected)\s)*(?:gunm[ae]n|attackers?|assailants?|kidnappers?|"
    r"militants?|(?:masked|armed|unidentified|unknown)\s(?:men|man|group|people|persons?)|men\s(?:on|in)\s.+|(?:suicide\s)?bombers?|"
    r"pistoleros?|hombres\sarmados|atacantes?|encapuchados|desconocidos)",
    re.IGNORECASE,
)


def words(text: str) -> frozenset[str]:
    """Return the words of a table, as they are compared."""
    return frozenset(fold(text).split())


# A name or a phrase is of a camp when one of its words is.
_STATE = words("""
    army armies police policeman policemen policewoman policewomen soldier soldiers troop troops
    military government officer officers guard guards gendarme gendarmes gendarmerie serviceman
    servicemen servicewoman conscript conscripts recruit recruits cadet cadets marine marines sailor
    sailors airman airmen peacekeeper peacekeepers coalition navy regime patrol constable constables
    commando commandos sergeant lieutenant paratrooper paratroopers ranger rangers reservist
    reservists infantryman authorities
    ejército ejércitos policía policías soldado soldados tropa tropas militar militares gobierno oficial
    oficiales agente agentes guardia guardias gendarmes gendarmería recluta reclutas conscriptos cadete
    cadetes infantes marinero marineros suboficial suboficiales sargento sargentos teniente tenientes
    régimen uniformados efectivos paracaidistas
    """)
_REBEL = words("""
    rebel rebels insurgent insurgents militant militants gunman gunmen jihadist jihadists jihadi
    jihadis terrorist terrorists guerrilla guerrillas guerilla guerillas militiaman militiamen
    militia bandit bandits separatist separatists extremist extremists attacker attackers assailant
    assailants raider raiders kidnapper kidnappers bomber bombers mutineer mutineers taliban suspect
    suspects facilitator facilitators
    rebelde rebeldes insurgente insurgentes miliciano milicianos guerrillero guerrilleros
    terrorista terroristas yihadista yihadistas extremista extremistas
    separatistas atacante atacantes agresor agresores asaltante asaltantes pistolero pistoleros sicario
    sicarios paramilitar paramilitares secuestradores milicia milicias
    """)
_CIVILIAN = words("""
    civilian civilians child children boy boys girl girls baby babies infant infants toddler
    toddlers woman women villager villagers resident residents farmer farmers herder herders
    shepherd shepherds fisherman fishermen student students pupil pupils teacher teachers doctor
    doctors nurse nurses medic medics paramedic paramedics journalist journalists reporter reporters
    worker workers driver drivers shopper shoppers trader traders vendor vendors worshipper
    worshippers worshiper worshipers pilgrim pilgrims passenger passengers patient patients refugee
    refugees migrant migrants tourist tourists mother mothers father fathers family families
    relative relatives neighbour neighbours neighbor neighbors schoolchildren schoolgirls schoolboys
    priest imam elder elders miner miners customer customers bystander bystanders pedestrian
    pedestrians shopkeeper shopkeepers merchant merchants cleaner cleaners caretaker caretakers
    guest guests employee employees midwife engineer engineers protester protesters protestor
    protestors demonstrator demonstrators inhabitants townspeople
    civiles niño niña niños niñas menor menores bebé bebés mujer mujeres vecino vecinos residentes
    habitantes pobladores aldeanos campesino campesinos agricultores pastor pastores pescador pescadores
    estudiante estudiantes alumno alumnos alumnas maestro maestra maestros profesor profesores médico
    médicos enfermera enfermeras periodista periodistas trabajador trabajadores conductor conductores
    comerciantes vendedores feligreses peregrinos pasajero pasajeros paciente pacientes refugiado
    refugiados migrantes turistas madre madres padre padres familia familias familiares sacerdote
    ancianos minero mineros transeúntes manifestante manifestantes ingeniero ingenieros indígenas
    """)
_GENERIC = words("""
    people person persons man men other others casualty casualties victim victims dead death deaths
    body bodies life lives fatality fatalities wounded injured member members personnel nobody none
    individuals individual everyone all both them whom those
    personas persona hombre hombres otro otra otros otras víctima víctimas muerto muerta muertos muertas
    fallecido fallecidos herido herida heridos heridas bajas cadáver cadáveres cuerpos vidas lesionados
    miembro miembros integrantes nadie ambos ellos ellas detenidos desaparecidos
    """)
_MOVEMENT = words("""
    liberation freedom popular resistance salvation revolutionary front brigade brigades brotherhood league
    movement column network rebel
    """)
OF_A_CAMP = _STATE | _REBEL | _CIVILIAN | _MOVEMENT
# Beside "people" these say nothing of whose they are: "two armed individuals".
_STOP = words("""
    the a an of its their his her these armed unarmed suspected alleged unidentified unknown unnamed local
    targeted wanted
    el la los las un una unos unas de del sus su estos estas presuntos presuntas armados
    """)
# Words of a side's name that many sides share and that tell it from no other.
_COMMON = words("""
    the a an of and in for at by from to on with its their his her group groups force forces fighter
    fighters troops soldiers army people men members movement front party organisation organization
    faction unit units local armed security suspected alleged combined joint new al el as ul ad
    killed
    el la los las un una de del y en grupo grupos fuerzas combatientes tropas soldados ejército hombres
    miembros frente locales armados presunto presuntos presuntas
    """)
_ARMED: frozenset[ActorKind | None] = frozenset(
    {"State forces", "Rebel group", "Political militia", "Identity militia", "External/Other forces"}
)
# Where fighters are, not who they are: "army outpost" is the army.
_SITES = re.compile(
    r"\s+(?:outposts?|posts?|positions?|bases?|checkpoints?|convoys?|camps?|barracks|stations?|headquarters|"
    r"bunkers?|vehicles?|patrols?)$",
    re.IGNORECASE,
)


def camp(words: str) -> Camp | None:
    """Return the camp the words put their people in, None when they do not or put them in two."""
    tokens = _tokens(words)
    if tokens - _STOP <= {"guard", "guards"}:  # of a bank or of a border
        return None
    tables: dict[Camp, frozenset[str]] = {"state": _STATE, "rebel": _REBEL, "civilian": _CIVILIAN}
    camps = [name for name, table in tables.items() if tokens & table]
    if "state" in camps and tokens & _MOVEMENT:  # a Freedom Army is seldom the government's
        camps.remove("state")
    return camps[0] if len(camps) == 1 else None


def is_movement(name: str) -> bool:
    """Return whether a name is a front's or a brotherhood's, and no army's: its people are no state's."""
    tokens = _tokens(name)
    return bool(tokens & _MOVEMENT) and not tokens & _STATE


def is_generic(words: str | None) -> bool:
    """Return whether the words say no more than that they are people: None, "people", "13 others"."""
    return words is None or _tokens(words) <= _GENERIC | _STOP


def distinctive(words: str) -> frozenset[str]:
    """Return the words that tell these people from others: {"syrian"} of "Syrian soldiers"."""
    return frozenset(_stem(token) for token in _tokens(words) - _COMMON - _GENERIC)


def kind(name: str) -> ActorKind | None:
    """Return the ACLED kind (inter code) that an actor's name states by itself, else None."""
    tokens = _tokens(name)
    if tokens & {"protester", "protesters", "demonstrators", "demonstrator", "protestors"}:
        return "Protesters"
    if tokens & {"rioter", "rioters", "mob"}:
        return "Rioters"
    found = camp(name)
    if found == "state":
        return "State forces"
    if found == "civilian":
        return "Civilians"
    if tokens & {"rebel", "rebels", "insurgent", "insurgents", "taliban"}:
        return "Rebel group"
    return None


def without_site(name: str) -> str:
    """Return an actor's name without the place they held: "army outpost" is "army"."""
    return _SITES.sub("", name)


def is_civilian_side(side: tuple[Actor, ...]) -> bool:
    """Return whether a side is nothing but civilians."""
    return bool(side) and all(actor.kind == "Civilians" for actor in side)


def is_unidentified(name: str) -> bool:
    """Return whether a name is only that of armed people of no named group: "gunmen", "unknown attackers"."""
    return _UNIDENTIFIED.fullmatch(name) is not None


def is_armed_side(side: tuple[Actor, ...]) -> bool:
    """Return whether every one of a side is of a kind that bears arms."""
    return bool(side) and all(actor.kind in _ARMED for actor in side)


@lru_cache(maxsize=4096)
def _tokens(words: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(fold(words)))


def _stem(token: str) -> str:
    """Return the token without what inflects a name: "Syrians", "Syrian" and "Syria" are one."""
    for ending in ("ians", "ian", "ns", "n", "s"):
        if token.endswith(ending) and len(token) - len(ending) >= 4:
            stem = token.removesuffix(ending)
            return stem + "ia" if ending.startswith("ian") else stem
    return token
