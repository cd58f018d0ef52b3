"""Who only helped a side is told apart from those who fight."""

from __future__ import annotations

import pytest

from eventx.resolve.supporters import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Troops got air support from Norland.", [("Norland", "supporter")], id="support from"),
        pytest.param("Troops backed by Norland took Tarn.", [("Norland", "supporter")], id="backed by"),
        pytest.param(
            "Troops supported by Norland warplanes took Tarn.",
            [("Norland warplanes", "supporter")],
            id="with what they came",
        ),
        pytest.param(
            "Norland gave air cover to the troops.", [("Norland", "supporter")], id="who gave, told first"
        ),
        pytest.param(
            "Troops backed by Norland warplanes took Tarn. Norland warplanes bombed the hill.",
            [("Norland warplanes", "combatant")],
            id="who strikes fights",
        ),
        pytest.param(
            "El Ejército avanzó con apoyo aéreo de Norlandia.", [("Norlandia", "supporter")], id="Spanish"
        ),
        pytest.param("Troops backed by Karo took Tarn.", [], id="a combatant already"),
        pytest.param("Troops backed by helicopters took Tarn.", [], id="no one's name"),
        pytest.param("Norland's ally took Tarn.", [], id="an ally gave nothing"),
    ],
)
def test_who_helps_is_a_supporter_unless_it_fights(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(actor.name, actor.role) for actor in found(text, ["Karo"])]
