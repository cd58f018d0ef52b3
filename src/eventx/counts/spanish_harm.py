"""The Spanish words that say what happened to people: verbs, nouns and cues, and no rules."""

from __future__ import annotations

import re
from itertools import product

from eventx.counts.spanish_people import genders
from eventx.counts.tables import Effect, Form, mean, merged, words
from eventx.schema import Outcome

_NONE: frozenset[str] = frozenset()
_WEEKDAYS = words("lunes martes miércoles jueves viernes sábado domingo")


def _verbs(effect: Effect, infinitives: str) -> dict[str, tuple[Effect, Form]]:
    """Return the forms of regular verbs that news uses: mata, matan, mató, mataron, matado."""
    found: dict[str, tuple[Effect, Form]] = {}
    for verb in infinitives.split():
        stem, is_ar = verb[:-2], verb.endswith("ar")
        third = ("a", "an", "ó", "aron") if is_ar else ("e", "en", "ió", "ieron")
        found |= dict.fromkeys((stem + end for end in third), (effect, "third"))
        found |= dict.fromkeys(genders(stem + ("ado" if is_ar else "ido")).split(), (effect, "participle"))
        found[stem + ("ando" if is_ar else "iendo")] = effect, "ing"
        found[verb] = effect, "infinitive"
    return found


def _forms(form: Form, text: str) -> dict[str, Form]:
    return dict.fromkeys(text.split(), form)


VERBS: dict[str, tuple[Effect, Form]] = (
    _verbs(
        "killed",
        """matar asesinar abatir ejecutar ultimar eliminar aniquilar masacrar decapitar fusilar
        linchar acribillar liquidar rematar degollar""",
    )
    | _verbs("wounded", "lesionar")
    | _verbs("captured", "capturar detener arrestar apresar secuestrar raptar aprehender retener")
    | _verbs("none", "liberar rescatar evacuar desplazar desplegar reclutar entrenar proteger trasladar")
)
VERBS |= dict.fromkeys(words("hiere hieren hirió hirieron"), ("wounded", "third"))
VERBS |= dict.fromkeys(
    words("detiene detienen detuvo detuvieron retiene retuvo retuvieron"), ("captured", "third")
)
VERBS |= dict.fromkeys(genders("herido").split(), ("wounded", "participle"))
VERBS |= dict.fromkeys(genders("muerto fallecido").split(), ("killed", "participle"))
VERBS |= {"hiriendo": ("wounded", "ing"), "herir": ("wounded", "infinitive")}
_DID = "dio dieron da dan causó causaron causa causan provocó provocaron provoca provocan"
_TOOK = "tomó tomaron toma toman hizo hicieron hace hacen"
VERBS |= {
    " ".join(parts): ("killed", "third")
    for parts in (
        *product(_DID.split(), ("muerte",)),
        *product(_DID.split(), ("la muerte",), ("a", "al", "de", "del")),
        *product(("dio", "dieron"), ("de baja",)),
        *product(("quitó", "quitaron", "costó", "costaron", "arrebató"), ("la vida",)),
        *product(("acabó", "acabaron", "acaba", "terminó"), ("con la vida de",)),
        *product(("cobró", "cobraron", "segó", "segaron"), ("la vida de", "las vidas de")),
    )
}
VERBS |= {
    " ".join(parts): ("captured", "third")
    for parts in product(_TOOK.split(), ("prisionero", "prisioneros", "rehén", "rehenes", "como rehenes"))
}
VERBS |= {
    " ".join(parts): ("captured", "participle")
    for parts in product(
        genders("hecho tomado").split(), ("prisionero", "prisioneros", "rehenes", "como rehenes")
    )
}
VERBS |= {f"{word} de baja": ("killed", "participle") for word in genders("dado").split()}
_LOST = "perdió perdieron pierde pierden perdido"
INTRANSITIVE: dict[str, Outcome] = mean(
    "killed",
    """murió murieron muere mueren falleció fallecieron fallece fallecen pereció perecieron muerto
    fallecido perecido""",
) | mean("missing", "desapareció desaparecieron desaparecido")
INTRANSITIVE |= {f"{word} la vida": "killed" for word in _LOST.split()}
INTRANSITIVE |= {f"se {word}": "captured" for word in ("rindió", "rindieron", "entregó", "entregaron")}
PREDICATES: dict[str, Outcome] = (
    mean("killed", genders("muerto"))
    | mean("wounded", genders("herido"))
    | mean("missing", genders("desaparecido"))
)
PREDICATES |= {"sin vida": "killed", "en paradero desconocido": "missing", "bajo custodia": "captured"}
TAKEN_AS = frozenset({"como rehén", "como rehenes", "prisioneros", "prisionero", "rehenes"})
TAKE = _forms("third", _TOOK) | _forms("participle", "tomado tomados tomada tomadas")
HOLD = _forms("third", "mantiene mantienen mantuvo mantuvieron")
NOUNS_OF: dict[str, Outcome] = (
    mean(
        "killed",
        """muerte muertes asesinato asesinatos ejecución ejecuciones homicidio homicidios
        fallecimiento masacre matanza cuerpo cuerpos cadáver cadáveres""",
    )
    | mean("captured", "detención detenciones arresto arrestos captura capturas secuestro secuestros rapto")
    | mean("missing", "desaparición desapariciones")
)
HARMED: dict[str, Outcome] = (
    mean(
        "killed",
        genders(
            """muerto fallecido asesinado abatido ejecutado fusilado decapitado ultimado acribillado
            masacrado linchado caído ahogado degollado calcinado"""
        ),
    )
    | mean("killed", "muerte muertes mortal mortales fatal fatales cadáver cadáveres mártir mártires")
    | mean("wounded", genders("herido lesionado mutilado"))
    | mean("captured", genders("detenido capturado arrestado apresado secuestrado raptado"))
    | mean("missing", genders("desaparecido"))
    | {"bajas": "casualties"}
)
HARMED_IF_NOBODY: dict[str, Outcome] = {"víctimas": "casualties", "víctima": "casualties"}
HELD = words("prisionero prisioneros preso presos rehén rehenes cautivo cautivos reo reos recluso reclusos")
TAKES_LIVES = _forms("third", "cobró cobraron cobra costó costaron cuesta segó segaron dejó")
LOSE = _forms("third", "perdió perdieron pierde pierden")
SUFFER = _forms("third", "sufrió sufrieron sufre sufren")
LIVES = words("vidas")
LOSSES = _NONE
AMBIGUOUS = _NONE
RISING = words(
    """subió subieron sube suben aumentó aumentaron aumenta aumentan ascendió ascendieron asciende
    ascienden elevó elevaron eleva elevan creció crecieron crece crecen pasó pasaron pasa pasan llegó
    llegaron llega subido aumentado ascendido elevado crecido pasado llegado"""
)
RECEIVE = words("recibió recibieron")
GRAVELY = words("gravemente")
VIOLENT: dict[str, frozenset[str]] = {}
GROUPS = words("grupo equipo patrulla banda tripulación familia")
LEAVE = words("dejó dejaron deja dejan dejando")
NOT_QUITE = words("casi")
WHEN = words("cuando")
SINGULAR_AUXILIARIES = words("fue es ha había resultó quedó está sigue permanece")
ORDINALS = words("segundo segunda tercer tercera cuarto cuarta quinto quinta")
TOLL = _NONE
TOLL_OF: dict[str, Outcome] = {}
TOLL_LINKS = RISING | words("a de en es son era hasta alcanza alcanzó supera superó suma :")
NUMBER = words("número cifra balance saldo total recuento conteo")
OTHER_PARTICIPLES = words(genders("baleado emboscado golpeado atacado alcanzado sorprendido torturado"))
STRUCK = words(genders("baleado"))
TREATED_FOR = words("con")
INJURIES = words("heridas herida lesiones quemaduras")

OBJECT_MARKS = words("a al")  # "mató a once"

# --- done, not done, perhaps

_BE = """fue fueron ser sido siendo es son era eran resultó resultaron resulta resultan resultado
    quedó quedaron queda quedan está están estaba estaban sigue siguen seguían permanece permanecen
    continúan yace yacen yacían"""
_HAVE = "ha han había habían haber hubo hay haya habiendo"
BE = words(_BE)
HAVE = words(_HAVE)
MODALS = words("podría podrían puede pueden podrá podrán deberá deberán debe deben será serán habrá habrán")
MAYBE = words("habría habrían sería serían estaría estarían pudo pudieron")
AUXILIARIES = BE | HAVE | MODALS | MAYBE
PLURAL_AUXILIARIES = words(
    "murieron fallecieron perecieron fueron son eran resultaron quedaron están estaban siguen han habían"
)
NEGATIONS = words("no nunca jamás tampoco ni sin")
HEDGES = words("presunto presuntos presuntamente supuestamente posiblemente probablemente temidos")
REPORTED = words(
    genders("hallado encontrado reportado dado confirmado declarado identificado"), "como por ya de"
) - {"de"}
REALISED = words("logró lograron logra logran consiguió consiguieron tras al después luego")
USED = UNSURE_BEFORE_ING = _NONE
NOT_DONE = words(
    """evitar impedir sin evitó impidió evitaron impidieron quería querían quiere quieren planeaba
    planeaban planea planean intentó intentaron intentaba intentaban pretendía pretendían pretende
    buscaba buscaban amenazó amenazaron amenaza amenazan iba iban va van ordenó ordenaron prometió juró
    trató trataron trataba trataban intento"""
)
BEFORE_INFINITIVE = words("a de con en")
NOT_DONE_NOUN = words(
    "intento intentos plan planes tentativa amenaza amenazas frustrado frustrada evitó impidió"
)
WANTED_NOUN = words("para por orden órdenes busca pidió pidieron exige exigió exigen")

# --- the build of the sentence

_PART = frozenset({"entre ellos", "entre ellas", "entre los que", "entre las que", "entre los cuales"})
_PART |= words("incluyendo incluye incluyen", genders("incluido"))
_BESIDES = frozenset({"así como", "junto a", "junto con", "además de"})
COORDINATORS = words("y e o u") | _BESIDES
WITH = _BESIDES | _PART
RELATIVES = words("que quien quienes cual cuales") | {"los cuales", "las cuales"}
THAT = words("que si")
SUBORDINATORS = RELATIVES | words(
    "cuando mientras donde aunque porque pues como si luego pero sino cuyo cuya cuyos cuyas"
)
PREPOSITIONS = words(
    """de del a al en por para con sin sobre entre contra desde hasta hacia durante tras ante bajo
    según mediante cerca dentro fuera antes después alrededor"""
)
NOT_SUBJECT_AFTER = PREPOSITIONS - words("tras durante según después antes desde")
DETERMINERS = words(
    """el la los las un una unos unas este esta estos estas ese esa esos esas su sus otro otra otros
    otras ambos todo todos toda todas cada ningún ninguna"""
)
PRONOUNS = words("él ella ellos ellas lo le les se yo nos que quien esto eso")
PLURALS = _NONE
OBJECT_OPENERS = DETERMINERS | OBJECT_MARKS
BEFORE_COUNT = words("los las unos unas también casi otros otras apenas ya sólo solo")
BEFORE_INVERTED = words("los las entre")
TIME_WORDS = (
    words(
        """hoy ayer anoche este esta aquí allí antes después mañana madrugada tarde noche pasado
        pasada mes semana fin día horas minutos días semanas meses"""
    )
    | _WEEKDAYS
)
ADVERBS = words(
    "también ya además aún todavía casi incluso luego después más otra vez se así apenas ayer hoy anoche"
)
NOT_ADVERBS = _NONE
AFTER_SUBJECT = PREPOSITIONS | COORDINATORS | {",", "("}
_SAY = """dijo dijeron dice dicen informó informaron informa informan aseguró aseguraron afirmó
    afirmaron declaró declararon señaló señalaron indicó indicaron precisó precisaron agregó agregaron
    añadió añadieron explicó explicaron relató relataron contó contaron manifestó sostuvo sostuvieron
    anunció anunciaron confirmó confirmaron reportó reportaron denunció denunciaron admitió reconoció
    comunicó apuntó detalló"""
ACT = words(
    """atacó atacaron atacan irrumpió irrumpieron abrió abrieron entró entraron cruzó cruzaron lanzó
    lanzaron llevó detonó detonaron bombardeó bombardearon protestaron marcharon huyó huyeron escapó
    escaparon llegó llegaron participaron participó votaron colocaron incendiaron quemaron intentó
    intentaron combatieron viajaban viajaba dispararon disparó abandonaron asistieron regresaron viven
    vive trabajan trabajaban salieron"""
)
SAY = words(_SAY)
ENDS_SUBJECT = SUBORDINATORS.union(SAY, ACT, LOSE, SUFFER)
CLAUSE_ENDS = SUBORDINATORS | frozenset(",;:(–—-")
NOT_IN_LIST = ENDS_SUBJECT | AUXILIARIES | words("por contra")
ACTED_BY = words(
    genders("liderado atacado perpetrado cometido lanzado dirigido encabezado emboscado protagonizado"),
    "ataque emboscada asalto",
)
SEEK = re.compile(r"(?:en busca de|busca[n]? a|buscaban a|persiguen a)$")
THINGS_TOO = _NONE
INVERTS = _PART | words("hay había figura figuran figuraban está están estaban fue fueron")
ADDING = words("otro otra otros otras más adicionales")
PART = _PART
OF_THEM = words("ellos ellas cuales quienes éstos estos") | {"los cuales", "las cuales"}
SUBJECT_MAY_FOLLOW = True
# Any of these between a verb and a count may be a verb of its own.
VERB_ENDINGS: tuple[str, ...] = (
    *("ar", "er", "ir", "ó", "aron", "ieron", "ando", "iendo", "aba", "aban", "ía", "ían", "arse", "irse"),
    *("ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas"),
)
FINITE_ENDINGS: tuple[str, ...] = ("ó", "aron", "ieron")
NOT_VERBS = words("lugar mar ayer militar militares policía hogar bar vía mediodía popular partido estado")
NOT_VERBS |= words("sábado pasado pasada pasados madrugada emboscada jornada día todavía mercado estados")
OF = words("de del")
FROM = words("desde")
BY = words("por")
AMONG = words("entre")
TO = words("a")
THE = words("los las el la")
THAN = words("de")
AT_LEAST = frozenset({"al menos"})
BEING = words("siendo ser")
THEN = words("luego después")
AND_OR = words("y e o u")
BETWEEN_PARTICIPLES = words(", y e luego después")
BETWEEN_FATES = words(", y e o u luego después")
ADVERB_ENDINGS: tuple[str, ...] = ("mente",)
PARTICIPLE_ENDINGS: tuple[str, ...] = ("ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas")
GERUND_ENDINGS: tuple[str, ...] = ("ando", "iendo")
PLURAL_ENDINGS: tuple[str, ...] = ("s",)
NEGATED_ENDINGS: tuple[str, ...] = ()
MERGED = merged(VERBS, INTRANSITIVE, PREDICATES, TAKEN_AS, COORDINATORS, WITH, RELATIVES, AT_LEAST)

NUMBER_WORDS = ADDING | words(
    """nadie un una uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
    quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintiuno veintiuna veintidós
    veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta cuarenta
    cincuenta sesenta setenta ochenta noventa cien ciento doscientos doscientas trescientos trescientas
    cuatrocientos cuatrocientas quinientos quinientas seiscientos seiscientas setecientos setecientas
    ochocientos ochocientas novecientos novecientas mil millón millones millar decena docena quincena
    veintena treintena cuarentena cincuentena centenar medio media el la los las sus su nuestros
    nuestras estos estas esos esas todas aquellos al del al menos por lo mínimo mínimo máximo como
    cuando más de del poco algo hasta sumo mucho alrededor cerca en torno a aproximadamente casi o y
    pico unos unas varios varias algunos algunas muchos muchas numerosos numerosas innumerables diversos
    diversas cientos miles decenas docenas centenares millares total grupo par puñado multitud ambos
    ambas todos entre ningún ninguna ninguno cero no hubo hay se ha han habido sin registraron registran
    registrado reportaron reportan reportado produjeron dejó dejaron causó causaron provocó lamentar que
    ni solo sola cuantos cuantas este esta ese esa últimos restantes demás encima"""
)

_MONTHS = """enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"""
_MONTH = "(?:" + "|".join(_MONTHS.split()) + ")"
_YEAR = r"(?:19|20)\d\d"
_CUES: dict[str, tuple[str, ...]] = {
    "past": (
        rf"(?:en|desde|durante|hasta|entre|de|del) "
        rf"(?:el año |principios de |finales de |{_MONTH} (?:de|del) )?{_YEAR}",
        rf"desde {_MONTH}",
        r"desde (?:el (?:inicio|comienzo)|que (?:empezó|comenzó)) (?:de |del )?(?:la |el )?"
        r"(?:guerra|conflicto|invasión|ofensiva|año)",
        r"(?:en|durante) los últimos (?:\w+ )?(?:años|meses|décadas)|en la última década",
        r"(?:el (?:año|mes) (?:pasado|anterior))|hace (?:\w+ )?(?:años|meses|décadas|un año|un mes)",
        r"(?:en lo que va de|este|cada) año|hasta la fecha|anteriormente|antiguamente",
        r"(?:en )?(?:un|otro|el|los) (?:ataque|atentado|asalto|bombardeo|incidente)s? "
        r"(?:anterior|previo|similar)(?:es|s)?",
    ),
    "deed": (
        r"(?:vinculad|relacionad|implicad|involucrad)[oa]s? (?:a|al|con|en)",
        r"(?:responsables?|acusad[oa]s?|buscad[oa]s?|condenad[oa]s?|sentenciad[oa]s?) (?:de|del|por)",
    ),
    "exercise": (r"simulacros?|simulad[oa]s?|hipotétic[oa]s?|fictici[oa]s?|ejercicios? militar(?:es)?",),
    "claim": (
        r"(?:negó|negaron|niega|niegan|desmintió|desmintieron|rechazó) (?:los |las |la |el |un |una )?"
        r"(?:informes?|versi(?:ón|ones)|noticias?|rumor(?:es)?|información)",
        r"(?:falso|falsa|falsos|falsas) (?:informes?|noticias?|rumor(?:es)?)|rumor(?:es)?",
    ),
    "denial": (r"si|en caso de|negó|negaron|niega|niegan|desmintió|desmintieron|no es cierto",),
    "now": (r"pero|hoy|ayer|(?:este|el) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)",),
}
CUES = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(cues)})" for kind, cues in _CUES.items()).replace(" ", r"\s")
    + r")\b"
)
