"""Each number is the one its words state."""

from typing import Any

import pytest

from building import Count, counted, event, evidence, found, number

COUNT = "events[0].casualties[0].count"

CASES: dict[str, tuple[str, str, Count, list[str]]] = {
    "bounds in order": (
        "bounds-order",
        "20 to 30 soldiers were killed.",
        counted("20 to 30 soldiers"),
        [],
    ),
    "an excluded number is no bound": (
        "bounds-order",
        "Fewer than 26 soldiers were killed.",
        counted("Fewer than 26 soldiers"),
        [],
    ),
    "low above high": (
        "bounds-order",
        "20 to 30 soldiers were killed.",
        counted("20 to 30 soldiers", count=number(None, 30, 20)),
        [f"{COUNT}: the low bound 30 is above the high bound 20"],
    ),
    "number above high": (
        "bounds-order",
        "Up to 50 soldiers were killed.",
        counted("Up to 50 soldiers", count=number(60, None, 50)),
        [f"{COUNT}: the number 60 is above its high bound 50"],
    ),
    "number below low": (
        "bounds-order",
        "20 to 30 soldiers were killed.",
        counted("20 to 30 soldiers", count=number(10, 20, 30)),
        [f"{COUNT}: the number 10 is below its low bound 20"],
    ),
    "no bounds given": (
        "bounds-order",
        "Around 20 soldiers were killed.",
        counted("Around 20 soldiers"),
        [],
    ),
    "at least kept": (
        "bounds-differ",
        "At least 26 people were killed.",
        counted("At least 26 people"),
        [],
    ),
    "at least lost": (
        "bounds-differ",
        "At least 26 people were killed.",
        counted("At least 26", count=number(26)),
        [f'{COUNT}: "At least 26 people" means at least 26, but it is recorded as 26'],
    ),
    "at least invented": (
        "bounds-differ",
        "The army lost 26 men.",
        counted("26 men", count=number(26, 26)),
        [f'{COUNT}: "26 men" means 26, but it is recorded as at least 26'],
    ),
    "more than taken for at least": (
        "bounds-differ",
        "More than 26 people were killed.",
        counted("More than 26", count=number(26, 26)),
        [f'{COUNT}: "More than 26 people" means at least 27, but it is recorded as at least 26'],
    ),
    "up to taken for exact": (
        "bounds-differ",
        "Up to 50 people were killed.",
        counted("Up to 50", count=number(50)),
        [f'{COUNT}: "Up to 50 people" means at most 50, but it is recorded as 50'],
    ),
    "no bound said": (
        "bounds-differ",
        "The army lost eleven soldiers.",
        counted("eleven soldiers"),
        [],
    ),
    "around kept": (
        "approximation-differs",
        "Around 20 soldiers were wounded.",
        counted("Around 20", "wounded"),
        [],
    ),
    "around lost": (
        "approximation-differs",
        "Around 20 soldiers were wounded.",
        counted("Around 20", "wounded", count=number(20)),
        [f'{COUNT}: "Around 20 soldiers" is approximate, but it is recorded as 20'],
    ),
    "around with bounds": (
        "approximation-differs",
        "Nearly 20 soldiers were wounded.",
        counted("Nearly 20", "wounded", count=number(20, 15, 20, approximate=True)),
        [f'{COUNT}: "Nearly 20 soldiers" is approximate, but it is recorded with bounds'],
    ),
    "around invented": (
        "approximation-differs",
        "The army lost 20 soldiers.",
        counted("20 soldiers", count=number(20, approximate=True)),
        [f'{COUNT}: "20 soldiers" states 20, but it is recorded as approximate'],
    ),
    "nothing approximate said": (
        "approximation-differs",
        "At least 20 soldiers were wounded.",
        counted("At least 20", "wounded"),
        [],
    ),
    "dozens kept": (
        "vague-number",
        "Dozens of soldiers were killed.",
        counted("Dozens of soldiers"),
        [],
    ),
    "dozens without their least": (
        "bounds-differ",
        "Dozens of soldiers were killed.",
        counted("Dozens of soldiers", count=number(None, text="Dozens")),
        [],
    ),
    "dozens given a most": (
        "bounds-differ",
        "Dozens of soldiers were killed.",
        counted("Dozens of soldiers", count=number(None, None, 40)),
        [f'{COUNT}: "Dozens of soldiers" means "Dozens of soldiers", but it is recorded as at most 40'],
    ),
    "dozens said to be about a number": (
        "vague-number",
        "Dozens of soldiers were killed.",
        counted("Dozens of soldiers", count=number(36, approximate=True)),
        [f'{COUNT}: "Dozens of soldiers" is no single number, but 36 is recorded'],
    ),
    "range without its least": (
        "bounds-differ",
        "20 to 30 soldiers were killed.",
        counted("20 to 30 soldiers", count=number(None, text="20 to 30")),
        [f'{COUNT}: "20 to 30 soldiers" means 20 to 30, but it is recorded as "20 to 30"'],
    ),
    "dozens given a number": (
        "vague-number",
        "Dozens of soldiers were killed.",
        counted("Dozens of soldiers", count=number(36)),
        [f'{COUNT}: "Dozens of soldiers" is no single number, but 36 is recorded'],
    ),
    "range given a number": (
        "vague-number",
        "20 to 30 soldiers were killed.",
        counted("20 to 30 soldiers", count=number(25, 20, 30)),
        [f'{COUNT}: "20 to 30 soldiers" is no single number, but 25 is recorded'],
    ),
    "no vague word said": (
        "vague-number",
        "A dozen soldiers were killed.",
        counted("A dozen soldiers"),
        [],
    ),
    "number in words": (
        "number-not-in-quote",
        "The blast killed eleven soldiers.",
        counted("eleven soldiers", count=number(11)),
        [],
    ),
    "another number": (
        "number-not-in-quote",
        "The blast killed eleven soldiers.",
        counted("eleven soldiers", count=number(12)),
        [f'{COUNT}: "eleven soldiers" states 11, but 12 is recorded'],
    ),
    "a derivation that names it": (
        "number-not-in-quote",
        "It killed a leader and two guards.",
        counted("a leader", count=number(3), inferred="1 + 2 = 3"),
        [],
    ),
    "a derivation of another number": (
        "number-not-in-quote",
        "The blast killed eleven soldiers.",
        counted("eleven soldiers", count=number(12), inferred="11 + 8 + 7 = 26"),
        [f'{COUNT}: "eleven soldiers" states 11, but 12 is recorded'],
    ),
    "words without a number": (
        "number-not-in-quote",
        "The whole crew of the tank died.",
        counted("whole crew of the tank", count=number(4)),
        [f'{COUNT}: "whole crew of the tank" does not state 4'],
    ),
    "words with a number the scanner does not count": (
        "number-not-in-quote",
        "The tank's crew, four in all, burned.",
        counted("crew, four in all", count=number(4)),
        [],
    ),
    "words with another number the scanner does not count": (
        "number-not-in-quote",
        "The tank's crew, four in all, burned.",
        counted("crew, four in all", count=number(5)),
        [f'{COUNT}: "crew, four in all" does not state 5'],
    ),
    "words with a range the scanner does not count": (
        "number-not-in-quote",
        "The tanks' crews, 20 to 30 in all, burned.",
        counted("crews, 20 to 30 in all", count=number(None, 20, 30)),
        [],
    ),
    "words in two places": (
        "number-not-in-quote",
        "The whole crew of the tank died.",
        lambda text: counted(
            "whole crew of the tank",
            count=number(4),
            evidence=(evidence(text, "The whole crew of the tank died"), evidence(text, "whole crew")),
        )(text),
        [f'{COUNT}: "whole crew" does not state 4'],
    ),
    "one person named": (
        "number-not-in-quote",
        "General Orm burned in his car.",
        counted("General Orm", count=number(1)),
        [],
    ),
    "nobody hurt": (
        "zero-not-stated",
        "Shelling hit the town. No one was hurt.",
        counted("No one", "wounded"),
        [],
    ),
    "zero from a number": (
        "zero-not-stated",
        "Shelling wounded two people in the town.",
        counted("two people", "wounded", count=number(0)),
        [f'{COUNT}: "two people" does not say that nobody was wounded'],
    ),
    "zero casualties from a number": (
        "zero-not-stated",
        "The raid caused two casualties.",
        counted("two casualties", "casualties", count=number(0)),
        [f'{COUNT}: "two casualties" does not say that nobody was killed or wounded'],
    ),
    "no number of dead": (
        "zero-not-stated",
        "Shelling wounded two people in the town.",
        counted("two people", "wounded"),
        [],
    ),
}


@pytest.mark.parametrize(("code", "text", "count", "expected"), CASES.values(), ids=CASES)
def test_a_number_is_held_against_its_words(code: str, text: str, count: Count, expected: list[str]) -> None:
    assert expected == found(code, text, event(text, count, killed=None, wounded=None))


CLAUSE = "The operation killed eleven soldiers and wounded around 20."
FIGURE_CASES: dict[str, tuple[Count, dict[str, Any], list[str]]] = {
    "null where nothing is said": (counted("eleven soldiers"), {}, []),
    "zero where nothing is said": (
        counted("eleven soldiers"),
        {"captured": number(0)},
        ["events[0].captured: no count says that nobody was captured, but 0 is recorded"],
    ),
    "zero where somebody was": (
        counted("eleven soldiers"),
        {"killed": number(0)},
        ["events[0].killed: no count says that nobody was killed, but 0 is recorded"],
    ),
    "zero where nobody suffered something else": (
        counted("eleven soldiers", count=number(0)),
        {"captured": number(0)},
        [
            f'{COUNT}: "eleven soldiers" does not say that nobody was killed',
            "events[0].captured: no count says that nobody was captured, but 0 is recorded",
        ],
    ),
}


@pytest.mark.parametrize(("count", "figures", "expected"), FIGURE_CASES.values(), ids=FIGURE_CASES)
def test_an_unstated_figure_is_null(count: Count, figures: dict[str, Any], expected: list[str]) -> None:
    assert expected == found("zero-not-stated", CLAUSE, event(CLAUSE, count, **figures))


def test_no_casualties_is_nobody_killed() -> None:
    text = "Shelling hit the town. There were no casualties."
    nobody = event(
        text, counted("no casualties", "casualties", "unknown"), killed=number(0), wounded=number(0)
    )
    assert [] == found("zero-not-stated", text, nobody)


def test_a_clause_may_state_any_of_its_counts_but_a_phrase_its_own() -> None:
    clause = counted("killed eleven soldiers and wounded around 20", count=number(11))
    phrase = counted("around 20", count=number(11))
    assert [] == found("number-not-in-quote", CLAUSE, event(CLAUSE, clause))
    assert [f'{COUNT}: "around 20" states around 20, but 11 is recorded'] == found(
        "number-not-in-quote", CLAUSE, event(CLAUSE, phrase)
    )


def test_of_several_counts_the_one_with_its_number_is_meant() -> None:
    clause = counted("killed eleven soldiers and wounded around 20", count=number(20))
    assert [f'{COUNT}: "around 20" is approximate, but it is recorded as 20'] == found(
        "approximation-differs", CLAUSE, event(CLAUSE, clause)
    )


def test_a_number_the_scanner_does_not_count_is_read_in_its_own_language() -> None:
    text = "La tripulación, cuatro, ardió."
    told = event(text, counted("tripulación, cuatro", count=number(4)))
    assert [] == found("number-not-in-quote", text, told, language="es")
    assert [f'{COUNT}: "tripulación, cuatro" does not state 4'] == found("number-not-in-quote", text, told)


def test_in_a_language_without_rules_no_words_are_held_against_a_number() -> None:
    text = "Douze soldats sont morts."
    told = event(text, counted("Douze soldats", count=number(11)))
    assert [] == found("number-not-in-quote", text, told, language="fr")
    assert [f'{COUNT}: "Douze soldats" does not state 11'] == found("number-not-in-quote", text, told)


def test_words_of_another_language_are_not_read_as_english() -> None:
    text = "El ataque mató a once soldados."
    told = event(text, counted("once soldados", count=number(11)))
    assert [] == found("number-not-in-quote", text, told, language="es")
    assert [f'{COUNT}: "once soldados" does not state 11'] == found("number-not-in-quote", text, told)
