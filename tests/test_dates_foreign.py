"""Times of Spanish, French and Ukrainian texts: a table for each language, the same rules for all."""

from datetime import date
from time import perf_counter

import pytest

from eventx.dates import find, is_told, read

FRIDAY = date(2023, 8, 25)
NO_YEAR = "the latest {} up to 2023-08-25"

# A text, its words, first and last day, and how they are known.
READ = {
    "es weekday": ("Murieron cuatro el lunes en Borel.", "el lunes", 21, 21, "the Monday before 2023-08-25"),
    "es last weekday": (
        *("Murieron cuatro el viernes pasado por los disparos.", "el viernes pasado", 18, 18),
        "the Friday before 2023-08-25",
    ),
    "es date": (
        *("Los cuatro murieron el 17 de agosto.", "el 17 de agosto", 17, 17),
        NO_YEAR.format("17 August"),
    ),
    "es date and year": (
        *("Los cuatro murieron el jueves 17 de agosto de 2023.", "el jueves 17 de agosto de 2023", 17, 17),
        "stated with the year",
    ),
    "es days": (
        *("Murieron los cuatro entre el 14 y el 15 de agosto.", "entre el 14 y el 15 de agosto", 14, 15),
        NO_YEAR.format("14 August"),
    ),
    "es since": (
        *("Desde el lunes murieron cuatro con el gas.", "Desde el lunes", 21, 25),
        "the Monday before 2023-08-25, and on to publication",
    ),
    "es yesterday": ("Ayer murieron los cuatro.", "Ayer", 24, 24, "the day before 2023-08-25"),
    "es last night": ("Anoche murieron los cuatro.", "Anoche", 24, 24, "the day before 2023-08-25"),
    "es today": ("Hoy viernes murieron los cuatro.", "Hoy viernes", 25, 25, "the day of publication"),
    "es eve": (
        *("Los cuatro del ataque de la víspera.", "de la víspera", 24, 24),
        "the day before 2023-08-25",
    ),
    "fr weekday": (
        *("Quatre soldats ont été tués mercredi soir.", "mercredi soir", 23, 23),
        "the Wednesday before 2023-08-25",
    ),
    "fr opening weekday": (
        *("Mercredi, les soldats ont tiré.", "Mercredi", 23, 23),
        "the Wednesday before 2023-08-25",
    ),
    "fr date": ("Ils ont été tués le 17 août.", "le 17 août", 17, 17, NO_YEAR.format("17 August")),
    "fr days": (
        *("Ils ont été tués du 14 au 15 août 2023.", "du 14 au 15 août 2023", 14, 15),
        "stated with the year",
    ),
    "fr night": (
        *("Ils ont été tués dans la nuit de mardi à mercredi.", "de mardi à mercredi", 22, 23),
        "the latest Tuesday to Wednesday up to 2023-08-25",
    ),
    "fr yesterday": (
        *("Ils ont été tués hier, jeudi.", "hier, jeudi", 24, 24),
        "the Thursday before 2023-08-25",
    ),
    "fr today": ("Ils ont été tués aujourd’hui.", "aujourd’hui", 25, 25, "the day of publication"),
    "fr last night": (
        *("Ils ont été tués la nuit dernière.", "la nuit dernière", 24, 25),
        "the night to 2023-08-25",
    ),
    "uk date": ("За даними на ранок, 22 серпня.", "22 серпня", 22, 22, NO_YEAR.format("22 August")),
    "uk date and year": (
        *("Удар по місту та селу, 22 серпня 2023 року", "22 серпня 2023 року", 22, 22),
        "stated with the year",
    ),
    "uk weekday": ("На місто у вівторок впали бомби.", "у вівторок", 22, 22, "the Tuesday before 2023-08-25"),
    "uk yesterday": ("Учора на місто та село впали бомби.", "Учора", 24, 24, "the day before 2023-08-25"),
}


@pytest.mark.parametrize(("text", "words", "start", "end", "reason"), READ.values(), ids=READ.keys())
def test_times_of_other_languages_are_found_and_read(text, words, start, end, reason):
    (found,) = find(text, FRIDAY)
    when = read(found, FRIDAY)
    assert (words, date(2023, 8, start), date(2023, 8, end), reason) == (
        when.text,
        when.start,
        when.end,
        when.reason,
    )


UNSETTLED = {
    "weekday, not published": ("el lunes", None, "a Monday; the day of publication is not known"),
    "yesterday, not published": (
        "hier",
        None,
        "the day before publication; the day of publication is not known",
    ),
    "bound": ("hasta el lunes", FRIDAY, "the words only bound the time"),
    "another weekday": ("lundi 17 août 2023", FRIDAY, "2023-08-17 is no Monday"),
    "another today": ("hoy lunes", FRIDAY, "2023-08-25 is no Monday"),
    "no such day": ("31 червня 2023", FRIDAY, "there is no such day"),
    "backwards": ("du 15 au 14 août 2023", FRIDAY, "the last day is before the first"),
    "as near the next": (
        *("el 17 de enero", FRIDAY),
        "the latest 17 January up to 2023-08-25 lies more than half a year before it",
    ),
    "after publication": ("le 17 août 2024", FRIDAY, "it would be after publication, 2023-08-25"),
}


@pytest.mark.parametrize(("words", "published", "reason"), UNSETTLED.values(), ids=UNSETTLED.keys())
def test_what_another_language_does_not_settle_is_none(words, published, reason):
    assert (None, reason) == (read(words, published).start, read(words, published).reason)


LEFT_OUT = {
    "es every week": "Los soldados patrullan los lunes y todo el domingo por la plaza.",
    "es street": "El herido fue hallado en la calle 9 de julio.",
    "es movement": "El Movimiento 26 de julio, que fue del pueblo.",
    "es to come": "Los soldados volverán el lunes por la paz.",
    "es next": "Las tropas del lunes próximo.",
    "es eve of a feast": "Los cuatro que murieron la víspera de Navidad.",
    "fr every week": "Le marché est ouvert le dimanche et chaque mercredi.",
    "fr street": "Ils ont été tués rue du 4 septembre.",
    "fr movement": "Les rebelles du Mouvement du 23 mars ont été tués.",
    "fr to come": "Les élections sont dans une semaine et auront lieu le 17 août.",
    "fr next": "Une trêve est prévue des deux côtés lundi prochain.",
    "fr feast": "Une fête et des morts à Mardi Gras.",
    "uk to come": "Вибори на місті відбудуться у вівторок.",
    "german": "Hier starben vier Soldaten, hier auf dem Feld.",
    "silent": "Murieron cuatro soldados por los disparos.",
}


@pytest.mark.parametrize("text", LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_what_is_no_time_of_news_is_left_out(text):
    assert () == find(text, FRIDAY)


def test_the_eve_of_a_day_told_before_it_is_left_out():
    text = "Los cuatro murieron el lunes. La víspera murieron dos.\n\nLa víspera murieron tres."
    assert ["el lunes", "La víspera"] == [each.quote for each in find(text, FRIDAY)]


TOLD = {
    "es": ("Murieron los cuatro, informó el Ejército el lunes.", True),
    "fr": ("Quatre morts, selon un bilan officiel communiqué lundi par les autorités.", True),
    "uk": ("На місто впали бомби, повідомила прокуратура у вівторок.", True),
    "of the event": ("Los cuatro murieron el lunes.", False),
    "another sentence": ("Lo informó el Ejército por radio. Los cuatro murieron el lunes.", False),
    "silent": ("Four died on Monday.", False),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_the_day_on_which_something_was_said_is_known(text, expected):
    (found,) = find(text, FRIDAY)
    assert expected == is_told(text, found.start)


HOSTILE = {
    "months": "el los 17 de agosto ",
    "notes": "10/01/2013: \n",
    "eves": "el los la víspera ",
    "slashes": "1/2/",
    "weekdays": "le des mardi à mercredi ",
    "brackets": "today (Friday (",
    "spaces": " \t el los ",
    "marks": "le des rue du ",
    "overnight": "overnight on the night of ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_to_find_takes_as_long_as_the_text(piece):
    def seconds(times):
        start = perf_counter()
        find(piece * times, FRIDAY)
        return perf_counter() - start

    short, long = seconds(1000), seconds(8000)
    assert long < 24 * short + 0.3
