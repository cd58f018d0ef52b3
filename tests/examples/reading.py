"""How an article was read: told by the pipeline, so each example has what a model replied."""

from __future__ import annotations

from examples import Examples, Read
from scripted import NOTHING_NEW, incident, told, unusable

FRENCH = "Dimanche, l'armée norlandaise a attaqué Vardesh. Douze soldats sont morts."
QUIET = "Dimanche, les marchés de Vardesh sont restés ouverts toute la journée."
ENGLISH = "The Norland army fought Red Dawn in Vardesh on Sunday. Twelve soldiers died."
NOBODY_COUNTED = (
    "The Norland army fought Red Dawn in Vardesh on Sunday. Two-to-three women who fetched water were killed."
)
IN_ENGLISH = told(incident(town="Vardesh", side_a="Norland army", side_b="Red Dawn"))
FOUGHT = told(incident(town="Vardesh", side_a="armée norlandaise"))
TWELVE = {"quote": "Douze soldats", "people": "soldats", "number": None, "harm": "killed", "whose": "a"}
QUOTED = {"counts": [TWELVE]}
ELSEWHERE = {"counts": [{**TWELVE, "quote": "Treize soldats"}]}
IN_FRENCH = {"language": "fr"}

EXAMPLES = {
    "passage-unread": Examples(
        passing=Read(
            FRENCH, (FOUGHT, QUOTED), recorded="an event, and a quote of its people", about=IN_FRENCH
        ),
        failing=Read(
            FRENCH,
            (FOUGHT, unusable()),
            (f"article.text[0:{len(FRENCH)}]: no reply of the model about this part is usable",),
            "an event; the reply about its people is cut off",
            IN_FRENCH,
        ),
        silent=Read(QUIET, (NOTHING_NEW,), about=IN_FRENCH),
    ),
    "language-without-rules": Examples(
        passing=Read(ENGLISH, (NOTHING_NEW,), recorded="language en", about={"language": "en"}),
        failing=Read(
            FRENCH,
            (FOUGHT, QUOTED),
            ("article.language: no rule finds counts in 'fr': the model quoted them",),
            "language fr",
            IN_FRENCH,
        ),
        # Too short to tell its language, it is read as English.
        silent=Read("Vardesh: 12.", (NOTHING_NEW,)),
    ),
    "quote-not-found": Examples(
        passing=Read(FRENCH, (FOUGHT, QUOTED), recorded='the model quotes "Douze soldats"', about=IN_FRENCH),
        failing=Read(
            FRENCH,
            (FOUGHT, ELSEWHERE),
            (f'article.text[0:{len(FRENCH)}]: "Treize soldats", quoted by the model, does not stand here',),
            'the model quotes "Treize soldats"',
            IN_FRENCH,
        ),
        silent=Read(QUIET, (NOTHING_NEW,), about=IN_FRENCH),
    ),
    "harm-uncounted": Examples(
        passing=Read(ENGLISH, (IN_ENGLISH,), recorded="twelve killed", about={"language": "en"}),
        failing=Read(
            NOBODY_COUNTED,
            (IN_ENGLISH,),
            (
                'article.text[55:104]: "Two-to-three women who fetched water were killed." tells of people '
                "killed, and no rule reads how many",
            ),
            "an event without figures",
            {"language": "en"},
        ),
        silent=Read(QUIET, (NOTHING_NEW,), about=IN_FRENCH),
    ),
}
