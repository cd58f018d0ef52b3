"""The Spanish nouns for people, singular and plural, and the adjectives that follow them."""

from __future__ import annotations

from eventx.counts.tables import words

_NONE: frozenset[str] = frozenset()


def genders(stems: str) -> str:
    """Return each participle or adjective in -o with its four forms: herido, herida, heridos, heridas."""
    return " ".join(stem[:-1] + end for stem in stems.split() for end in ("o", "a", "os", "as"))


def _feminine(noun: str) -> str:
    if noun.endswith("o"):
        return noun[:-1] + "a"
    return _plain(noun) + "a" if noun.endswith(("or", "és", "án", "ón")) else noun


def _plural(noun: str) -> str:
    if noun[-1] in "aeiouéó":
        return noun + "s"
    if noun[-1] == "z":
        return noun[:-1] + "ces"
    return (_plain(noun) if noun[-1] in "ns" else noun) + "es"


def _plain(noun: str) -> str:
    """Return a noun without the accent it loses when it grows: francés, franceses."""
    return noun[:-2] + noun[-2].translate(str.maketrans("áéíóú", "aeiou")) + noun[-1]


_DEMONYMS = """afgano albano argentino armenio australiano boliviano brasileño británico burundés
    camerunés canadiense chadiano checheno chileno chino colombiano congoleño coreano croata cubano
    ecuatoriano egipcio eritreo español estadounidense etíope europeo francés georgiano ghanés griego
    guatemalteco haitiano hondureño indio indonesio iraní iraquí israelí italiano japonés jordano
    keniano kurdo libanés liberiano libio maliense marroquí mauritano mexicano mozambiqueño nicaragüense
    nigeriano nigerino norteamericano pakistaní palestino panameño paraguayo peruano polaco portugués
    rohinyá ruandés rumano ruso salvadoreño saudí senegalés serbio sirio somalí sudanés tailandés tayiko
    togolés tunecino turco ucraniano ugandés uruguayo uzbeko venezolano yazidí yemení yugoslavo
    zimbabuense alemán inglés chií suní cristiano musulmán"""
_BEFALLEN = """muerto herido fallecido lesionado asesinado abatido detenido capturado arrestado
    apresado secuestrado raptado desaparecido ejecutado fusilado decapitado ultimado acribillado
    masacrado linchado ahogado degollado calcinado mutilado"""
_PEOPLE = f"""individuo ciudadano vecino residente habitante poblador transeúnte peatón pasajero
    viajero turista extranjero conductor chofer chófer piloto hombre mujer niño chico muchacho bebé
    menor adolescente joven adulto anciano estudiante alumno escolar maestro profesor docente persona
    civil soldado militar combatiente miliciano insurgente rebelde guerrillero terrorista yihadista
    extremista islamista atacante agresor asaltante pistolero sicario paramilitar mercenario
    francotirador recluta cadete marino infante marinero paracaidista policía agente efectivo
    uniformado gendarme guardia custodio escolta oficial suboficial comandante general coronel
    teniente capitán sargento jefe líder cabecilla miembro integrante militante simpatizante
    colaborador cómplice sospechoso reo preso prisionero rehén cautivo recluso delincuente criminal
    bandido pandillero narcotraficante traficante contrabandista secuestrador periodista reportero
    fotógrafo camarógrafo médico enfermero paramédico doctor socorrista rescatista bombero voluntario
    cooperante trabajador empleado obrero minero campesino agricultor granjero pastor pescador
    comerciante vendedor taxista camionero funcionario concejal alcalde gobernador diputado senador
    ministro juez fiscal abogado activista defensor dirigente sindicalista indígena comunero sacerdote
    monja imán clérigo feligrés peregrino padre madre hermano hijo tío primo sobrino abuelo esposo
    marido viudo familiar pariente refugiado desplazado migrante inmigrante manifestante superviviente
    sobreviviente mártir huérfano paciente invitado ingeniero arquitecto técnico mecánico electricista
    cocinero panadero carnicero guía excursionista ciclista motociclista motorista deportista jugador
    futbolista hincha aficionado espectador asistente huésped cliente empresario científico
    investigador experto traductor intérprete analista actor cantante músico artista escritor
    candidato embajador diplomático cónsul observador inspector comisario vigilante portero albañil
    pintor náufrago alpinista lactante cuñado yerno nieto novio amigo compañero colega ayudante asesor
    autor mando ocupante tripulante aldeano lugareño nómada jornalero operario sanitario camillero
    creyente fiel contratista instructor artillero tirador zapador lugarteniente opositor disidente
    votante enemigo mototaxista portavoz vocero testigo conscripto infiltrado desertor víctima
    separatista {_DEMONYMS} {_BEFALLEN}"""
_SPEAKERS = """portavoz vocero testigo funcionario ministro alcalde gobernador periodista reportero
    vecino residente médico activista comandante"""

_FORMS = [form for noun in _PEOPLE.split() for form in (noun, _feminine(noun))]
SINGULAR = frozenset([*_FORMS, *(f"ex{form}" for form in _FORMS)]) - {"herida"}  # a wound
PLURAL = frozenset(map(_plural, SINGULAR)) | words("bajas muertes vidas cadáveres cuerpos jóvenes gemelos")
COLLECTIVE = words("policía guardia escolta marina minera")  # "la policía" is no single person
ADJECTIVE_NOUNS = BEFALLEN_NOUNS = _NONE
PEOPLE = SINGULAR | PLURAL
BODIES = words("cuerpo cuerpos cadáver cadáveres")
HOUSEHOLDS = words("familia equipo grupo patrulla banda tripulación")
SPEAKERS = words(_SPEAKERS) | frozenset(map(_plural, _SPEAKERS.split()))
_MEMBERS = """soldado militar combatiente miliciano miembro integrante militante rebelde insurgente
    guerrillero efectivo agente comandante jefe líder terrorista yihadista policía oficial"""
MEMBERS = words(_MEMBERS) | frozenset(map(_plural, _MEMBERS.split()))
SMALL_GROUPS = {"pareja": 2, "gemelos": 2, "mellizos": 2}
_DESCRIBING = """armado uniformado encapuchado enmascarado desarmado civil militar policial
    gubernamental progubernamental rebelde insurgente yihadista islamista kurdo local extranjero
    embarazado fronterizo retirado caído baleado menor adulto mayor conocido buscado inocente mortal"""
DESCRIBING = frozenset(
    form for noun in f"{_DEMONYMS} {_BEFALLEN} {_DESCRIBING}".split() for form in (noun, _feminine(noun))
)
SINGLE_HARM: frozenset[str] = frozenset()
