"""The Spanish words around a count: numbers, modifiers, vague words, what ends a noun phrase, harm.

The nouns for people are in `spanish_people`, what happens to them in `spanish_harm`.
"""

from __future__ import annotations

from eventx.counts import spanish_harm as _harm
from eventx.counts.spanish_people import genders
from eventx.counts.tables import Bound, Phrases, phrases, words

_NONE: frozenset[str] = frozenset()

# --- numbers

_UNDER_30 = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
    quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro
    veinticinco veintiséis veintisiete veintiocho veintinueve"""
ONES = {word: value for value, word in enumerate(_UNDER_30.split())} | {
    "un": 1,
    "una": 1,
    "veintiún": 21,
    "veintiuna": 21,
    "dieciseis": 16,
    "veintiun": 21,
    "veintidos": 22,
    "veintitres": 23,
    "veintiseis": 26,
}
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=3)}
_HUNDREDS = "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"
HUNDREDS = {"cien": 100, "ciento": 100} | {
    stem + end: 100 * value for value, stem in enumerate(_HUNDREDS.split(), start=2) for end in ("os", "as")
}
HUNDRED = _NONE
AND = words("y")
AND_WITH_ROOM = frozenset({10})  # "treinta y dos", but "ciento cuatro"
SCALES = {"mil": 1_000, "millón": 1_000_000, "millones": 1_000_000}
BARE_SCALES = words("mil")
DOZENS = {"decena": 10, "decenas": 10, "docena": 12, "docenas": 12, "quincena": 15, "veintena": 20}
DOZENS |= {"treintena": 30, "cuarentena": 40, "cincuentena": 50}
DOZENS |= {"centenar": 100, "centenares": 100, "millar": 1_000, "millares": 1_000}
ROUND = frozenset(DOZENS) - {"docena", "docenas"}  # "un centenar" is about a hundred
HALF = words("medio media")
ARTICLES = words("un una")
GROUPS_OF = {"par": 2, "dúo": 2, "trío": 3}
NUMBER_SUFFIXES: dict[str, Bound] = {}
DECIMAL_MARKS = frozenset(".,")
NOT_GROUPING = _NONE
VAGUE: Phrases[int] = phrases(
    {
        2: "unos,unas,unos cuantos,unas cuantas,algunos,algunas,varios,varias,otros,otras,diversos,diversas,"
        "un puñado",
        3: "muchos,muchas,numerosos,numerosas,innumerables,multitud",
        20: "decenas",
        24: "docenas",
        200: "cientos,centenares",
        2_000: "miles,millares",
        20_000: "decenas de miles",
        200_000: "cientos de miles,centenares de miles",
        2_000_000: "millones",
    }
)
VAGUE_BEFORE_SCALE = {"decenas": 10, "docenas": 12, "cientos": 100, "centenares": 100, "miles": 1_000}
WEAK = words("unos unas algunos algunas muchos muchas otros otras diversos diversas innumerables")
OTHER = words("otros otras")
NOT_BEFORE_OTHER = words("los las todos todas sus estos estas esos esas nuestros nuestras")
RANGE_OPENERS = {"entre": "y", "de": "a"}
RANGE_JOINERS = words("a o u -")
NUMBER_STARTS = ARTICLES.union(ONES, TENS, HUNDREDS, BARE_SCALES, HALF, RANGE_OPENERS, VAGUE)

# --- modifiers

BEFORE: Phrases[Bound] = phrases(
    {
        "at_least": "al menos,al menos a,por lo menos,por lo menos a,cuando menos,"
        "a lo menos,como mínimo,no menos de,un mínimo de",
        "more_than": "más de,poco más de,algo más de,bastante más de,mucho más de,por encima de",
        "at_most": "hasta,como máximo,como mucho,a lo sumo,no más de,un máximo de",
        "less_than": "menos de,poco menos de,algo menos de",
        "about": "unos,unas,alrededor de,cerca de,en torno a,aproximadamente,casi,más o menos,prácticamente,"
        "aproximadamente unos,aproximadamente unas",
        "none": "los,las,estos,estas,esos,esas,sus,nuestros,todos los,todas las,otros,otras,otro,otra,"
        "los otros,las otras,un total de,un grupo de,los últimos,las últimas,los restantes,"
        "las restantes,los demás",
    }
)
AFTER: Phrases[Bound] = phrases(
    {
        "at_least": "o más,como mínimo,por lo menos,al menos,y pico",
        "at_most": "como máximo,a lo sumo,como mucho,o menos",
        "about": "aproximadamente,más o menos",
    }
)
# "el número de muertos subió hasta 14" bounds nothing.
OVER = words("hasta")
RISING = _harm.RISING
ABOUT_NOT_MORE = RISING
UNDER = _NONE

# --- what a number may be instead of a count of people

MONTHS = words(
    """enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre"""
)
_WEEKDAYS = words("lunes martes miércoles jueves viernes sábado domingo")
DESIGNATORS = words(
    """número núm nº n° artículo batallón brigada regimiento división compañía unidad ruta carretera
    autopista kilómetro km resolución ley decreto capítulo página canal fase nivel tipo zona sector
    distrito edificio calle avenida carrera frente bloque vuelo autobús línea punto expediente sala
    puesto edad tel"""
)
CURRENCY = frozenset("$€£¥₽₪₴₺#§")
AGED = words("edad edades")
# "uno de cada tres" counts nobody.
IN = words("cada")
ONE_OF = words("de")
UNITS = words(
    """año años mes meses semana semanas día días hora horas minuto minutos segundo segundos década
    décadas siglo siglos kilómetro kilómetros km metro metros m cm mm milla millas pie pies % kg kilo
    kilos gramo gramos tonelada toneladas litro litros dólar dólares euro euros peso pesos grado grados
    hectárea hectáreas ° º veces vez punto puntos nudos am pm h hs"""
)
YEARS = range(1900, 2100)
TIME_PREPOSITIONS = words("en de del desde hasta durante año años antes después hacia")

# --- the noun phrase

OF = words("de del")
FROM = words("de desde")
BOTH = words("ambos ambas")
ANOTHER = words("otro otra")
OTHERS = DOWN = _NONE
OLD: tuple[str, ...] = ()
NOUN_FIRST = True
PART_PRONOUNS = words("ellos ellas cuales quienes")
MORE = words("más adicionales")
INSIDE = frozenset("\"'")
SINGULAR_DETERMINERS = words("un una el la otro otra este esta ese esa su al del")
CONTRACTED = words("al del")
INDEFINITE = words("un una otro otra")
ORDINALS = words("primer primera segundo segunda tercer tercera cuarto cuarta quinto quinta sexto séptimo")
CONJUNCTIONS = words("y e o u")
LIST_MARKS = CONJUNCTIONS | {","}
OWNERS = words("los las sus su nuestros nuestras estos estas esos esas todos todas aquellos el la")
AGE_UNITS = words("año años mes meses")
ADJECTIVES = words(
    """presuntos presuntas presunto presunta supuestos supuestas supuesto supuesta jóvenes joven
    nuevos nuevas ex antiguos principales altos alto máximo reconocido conocido propios pequeños
    pequeñas"""
)
ALSO_ADJECTIVES = words(
    "menor joven adulto adulta anciano anciana militar civil rebelde oficial general extranjero"
)
PLURALS_AS_ADJECTIVES = PLURAL_VERBS = NOUNS_IN_ING = _NONE
ADVERB_ENDINGS: tuple[str, ...] = ("mente",)

# --- harm, for the scanner

BEFALLEN = (
    frozenset(
        word for word, (effect, form) in _harm.VERBS.items() if form == "participle" and effect != "none"
    )
    | frozenset(word for word in _harm.INTRANSITIVE if " " not in word)
    | words(genders("desaparecido baleado"), "rindieron entregaron rehén rehenes prisioneros vida")
)
DONE = BEFALLEN | frozenset(
    word for word, (effect, _) in _harm.VERBS.items() if effect != "none" and " " not in word
)
TOLLS = words("balance saldo cifra recuento conteo")
LABELS = words(genders("muerto herido fallecido lesionado detenido capturado desaparecido"), "víctimas bajas")
HARM = DONE.union(_harm.HARMED, _harm.NOUNS_OF, _harm.HELD, _harm.INJURIES, LABELS) - {"caído"}
HARM |= words("víctima baja perdió perdieron")
HARM_NOUNS = words("herida heridas muerte asesinato captura detención secuestro")
OBJECT_MARKS = _harm.OBJECT_MARKS
LINKS = _harm.BE.union(_harm.HAVE, _harm.RECEIVE, _harm.SUFFER) | words(
    """se más otros otras también gravemente presuntamente hallados hallado hallada halladas
    encontrados encontrado dados dado reportados ya la perdieron perdió"""
)
NUMBER = _harm.NUMBER
TO_THE_TOLL = RISING | words("a de en es son era fue los las hasta ya alcanza alcanzó supera superó suma : -")
AT = STANDS = CONDITION = _NONE
ON_BOARD = ("a", "bordo")
BARE_AFTER = words("en a de del desde hasta durante antes después por edad las entre sobre")
MARKS = frozenset(":-–—")

# --- nobody

NOBODY: Phrases[int] = phrases({0: "nadie,ninguno"})
_NO = words("ningún ninguna cero")
NOT_A: Phrases[int] = phrases({0: "ni un solo,ni una sola,ni un,ni una"})
WITHOUT: Phrases[int] = phrases(
    {
        0: "sin,sin que hubiera,sin causar,sin dejar,sin provocar,no hubo,no hay,no hay constancia de,"
        "no ha habido,no dejó,no dejaron,no causó,no causaron,no provocó,no sufrió,"
        "no sufrieron,no se registraron,no se registran,no se han registrado,no se reportaron,no se reportan,"
        "no se han reportado,no se produjeron,no se informó de,no se ha informado de,no hubo que lamentar"
    }
)
ELSE = words("más")
ZERO_HARM = words(
    genders("muerto herido fallecido lesionado detenido desaparecido"), "víctimas bajas mortales"
)
ZERO_HARM |= words("fatales humanas muertes")
NOT_ZERO = words("supervivientes sobrevivientes superviviente sobreviviente")
LOSS_OF_LIFE = ("pérdida", "de", "vidas")
NOBODY_STARTS = _NO.union(NOBODY, NOT_A, WITHOUT)

# --- speech

SPEECH = _harm.SAY
# "reportó un herido": he did not speak.
SPEECH_BEFORE = words(
    "según dijo dijeron dice dicen aseguró afirmó declaró señaló explicó relató contó agregó añadió"
)
SPEAKER_AFTER = SPEECH | {"según"}
ACCORDING = ("acuerdo", "con")
SOUGHT = words("busca buscan")
SOUGHT_BY: Phrases[bool] = phrases({True: "busca a,buscan a,buscaban a,buscando a,búsqueda de,tras de"})

# Where words end a noun phrase, and what an adjective is not.
STOP = (
    _harm.DETERMINERS
    | _harm.PREPOSITIONS
    | _harm.SUBORDINATORS
    | CONJUNCTIONS
    | _harm.BE
    | _harm.HAVE
    | _harm.MODALS
    | _harm.MAYBE
    | _harm.NEGATIONS
    | MONTHS
    | _WEEKDAYS
    | _harm.PRONOUNS
    | _harm.ADVERBS
    | _harm.ACT
    | words("más menos entonces además apenas atrás lejos mientras nosotros tras dos tres seis veces ambos")
)
