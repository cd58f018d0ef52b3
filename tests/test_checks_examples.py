"""Every rule has an example that keeps it, one that breaks it and one of a silent text."""

from __future__ import annotations

import pytest

from checks_page import FORTY, PAGE, made
from eventx.checks import RULES
from examples import Examples, every

EXAMPLES = every()


def test_every_rule_has_its_examples() -> None:
    assert sorted(EXAMPLES) == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize(("code", "examples"), EXAMPLES.items(), ids=EXAMPLES)
def test_only_the_failing_example_says_something(code: str, examples: Examples) -> None:
    assert [(), examples.failing.says, ()] == [each.run(code) for each in examples]
    assert examples.failing.says


@pytest.mark.parametrize(("code", "examples"), EXAMPLES.items(), ids=EXAMPLES)
def test_the_page_says_what_is_recorded(code: str, examples: Examples) -> None:
    assert "" not in (examples.passing.recorded, examples.failing.recorded)


def test_every_check_of_the_table_is_told_of() -> None:
    assert [*range(1, 41)] == [*FORTY]
    assert [] == [rule.code for rule in RULES if rule.number not in FORTY]


def test_the_page_is_current() -> None:
    # When it is not, `python tests/checks_page.py` writes it anew, and so does `make checks`.
    assert PAGE.read_text(encoding="utf-8") == made()
