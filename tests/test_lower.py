"""Text in lower case keeps each character where it was."""

from __future__ import annotations

import pytest

from eventx.lower import lower


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), ("AbÀÑΣx", "abàñσx"), ("İSTANBUL", "istanbul"), ("aİİb", "aiib"), ("ß ﬁ", "ß ﬁ")],
)
def test_text_is_in_lower_case_and_as_long_as_before(text: str, expected: str) -> None:
    assert expected == lower(text)
    assert len(text) == len(lower(text))
