"""Each property of any input, tried as often as the suite has time for; `make fuzz` goes on for long."""

from __future__ import annotations

import pytest

from fuzzing import PROPERTIES, hunt


@pytest.mark.parametrize("name", PROPERTIES)
def test_it_holds_of_any_input(name: str) -> None:
    hunt(name, 40)
