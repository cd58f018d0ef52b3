"""How other languages than English write the time of an event: one table a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Language(NamedTuple):
    """The words of a language; where there are several forms of one they are parted by "|", longest first.

    `marks` are small words that a text of the language has and others have not: two of them, and its times
    are looked for. `days` gives for each word how many days before publication it begins and ends.
    """

    code: str
    marks: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    days: Mapping[str, tuple[int, int]]
    before_date: str  # "el" 19 de diciembre
    of: str  # 19 "de" diciembre "de" 2025
    before_weekday: str  # "el" lunes
    is_bare: bool  # "dimanche" alone is the Sunday of the news
    needs_before: bool  # "9 de julio" alone, without a year, may be a street
    last: str  # el lunes "pasado"
    to_come: str  # el lunes "próximo"
    parts: str  # lundi "soir"
    to: str  # 14 "au" 15 mars, mardi "à" mercredi
    between: str  # "entre" el 14
    and_: str  # y el 15
    bound: str
    since: str
    year: str  # what may follow a year
    names: str  # before what only looks like a day: "rue" du 4 septembre
    habit: str  # before a weekday of every week: "le" lundi
    eve: str  # the day before publication, where no other day is told before it
    future: str  # before a day to come
    said: str  # before the day on which something was said


SPANISH = Language(
    code="es",
    marks="el|la|en|los|las|del|una|por|que|con|fue|murieron",
    months=(
        *("enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul"),
        *("agosto|ago", "septiembre|setiembre|sept|sep", "octubre|oct", "noviembre|nov", "diciembre|dic"),
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    days={"hoy": (0, 0), "esta mañana": (0, 0), "ayer": (1, 1), "anoche": (1, 1), "anteayer": (2, 2)},
    before_date="el|del|al",
    of="de|del",
    before_weekday="el|del|al",
    is_bare=False,
    needs_before=True,
    last="pasado",
    to_come="próximo|que viene",
    parts="por la mañana|por la tarde|por la noche|de madrugada",
    to="al|a",
    between="entre",
    and_="y el|y",
    bound="antes|después|hasta|tras|para|a partir",
    since="desde",
    year="",
    names="calle|avenida|plaza|barrio|movimiento|frente|batallón",
    habit="todo|cada|los",
    eve="de la víspera|la víspera",
    future=r"\w+r(?:á|án)|previst[oa]s?|prevén?",
    said="informó|dijo|declaró|confirmó|anunció|señaló|indicó|aseguró|comunicó|informaron|dijeron|según",
)
FRENCH = Language(
    code="fr",
    marks="le|la|les|du|des|une|dans|ont|été|est|et|à|par|sur",
    months=(
        *("janvier|janv", "février|févr", "mars", "avril", "mai", "juin", "juillet", "août|aout"),
        *("septembre|sept", "octobre|oct", "novembre|nov", "décembre|déc"),
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    days={
        **{"aujourd'hui": (0, 0), "aujourd’hui": (0, 0), "ce matin": (0, 0), "ce soir": (0, 0)},
        **{"avant-hier": (2, 2), "hier": (1, 1), "la nuit dernière": (1, 0)},
    },
    before_date="le|du|au|ce",
    of="",
    before_weekday="ce",
    is_bare=True,
    needs_before=True,
    last="dernier",
    to_come="prochain",
    parts="matin|midi|après-midi|soir",
    to="au|à",
    between="entre",
    and_="et le|et",
    bound="avant|après|jusqu'à|jusqu’à|jusqu'au|jusqu’au|d'ici|d’ici",
    since="depuis",
    year="",
    names="rue|avenue|place|boulevard|stade|pont|mouvement",
    habit="le|les|chaque|tout|tous",
    eve="de la veille|la veille",
    future=r"sera|seront|aura|auront|doit|doivent|devrait|devraient|prévue?s?",
    said="annoncé|indiqué|déclaré|affirmé|confirmé|dit|assuré|diffusé|communiqué|publié|assure|selon",
)
UKRAINIAN = Language(
    code="uk",
    marks="у|У|в|В|на|На|та|що|до|За|за|із|по|й|і",
    months=(
        *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня"),
        *("жовтня", "листопада", "грудня"),
    ),
    weekdays=("понеділок", "вівторок", "середу", "четвер", "п'ятницю|п’ятницю|пʼятницю", "суботу", "неділю"),
    days={"сьогодні": (0, 0), "вчора": (1, 1), "учора": (1, 1), "позавчора": (2, 2)},
    before_date="",
    of="",
    before_weekday="у|в",
    is_bare=False,
    needs_before=False,
    last="",
    to_come="",
    parts="вранці|вдень|ввечері|вночі",
    to="по|до",
    between="між",
    and_="та|і|й",
    bound="до|після",
    since="з|від",
    year="року|р",
    names="вулиця|вулиці|площа|площі",
    habit="кожну|кожен|щотижня",
    eve="",
    future=r"буде|будуть|відбудеться|відбудуться|планує|планують|заплановано",
    said="повідомила|повідомив|повідомили|заявила|заявив|заявили|розповів|розповіла|за даними",
)
LANGUAGES = (SPANISH, FRENCH, UKRAINIAN)
