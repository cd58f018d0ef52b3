"""`docs/checks.md`: every rule of the checks, and which of the project's table of 40 it answers.

`python tests/checks_page.py` writes it; `make checks` does, too. A test asks that it is current.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventx.checks import RULES, Rule
from examples import Example, Read, every
from recorded import ROOT

PAGE = ROOT / "docs/checks.md"

# What a sound record keeps, in the words of the project's table; and what besides a rule, or instead of one,
# sees to it.
FORTY: dict[int, tuple[str, str]] = {
    1: ("Parts that do not overlap come to the exact total.", ""),
    2: ('Beside a total of "at least", the rest has no part, or the total is raised.', ""),
    3: ("low ≤ value ≤ high.", ""),
    4: ('"At least", "more than" and "up to" are bounds.', "the scanner of counts sets them"),
    5: ('"Around" and "nearly" are approximate and have no bounds.', "the scanner of counts sets them"),
    6: ("A vague word has no number.", "the scanner of counts gives it none"),
    7: ('"Casualties" may be killed or wounded until other words say which.', ""),
    8: ("No more are killed than are casualties.", ""),
    9: ('"Including" and "of whom" count some of a whole; they are never added.', "roles set by rule"),
    10: ('"Another" adds, "the toll rose to" replaces.', "roles set by rule"),
    11: ("What headline, lead and caption repeat counts once.", "roles set by rule"),
    12: ("The headline's total is the text's.", ""),
    13: ("Every number stands in its quote, or says how it was derived.", ""),
    14: (
        "Every quote is the article's, letter by letter.",
        "an extraction in which one is not cannot be made",
    ),
    15: ("Every number of people harmed is used, or set aside with the reason.", ""),
    16: ("Unstated is null, not 0.", ""),
    17: ("It began before it ended, and ended before it was published.", ""),
    18: ("A relative date has a day only with a day of publication.", "dates without one are not resolved"),
    19: ("The date falls on the weekday named.", "dates are counted from the weekday named"),
    20: ("The date is not long before the publication.", ""),
    21: ("Without a day of publication, what can be said of the date is said.", ""),
    22: ("The precision of a date is that of its span.", ""),
    23: ("Background is no new event.", ""),
    24: ("What is denied, planned or supposed is no event.", ""),
    25: ("Nobody is on both sides.", ""),
    26: ("Each loss names a side.", ""),
    27: ("Who only supports a side has losses only where they are quoted.", ""),
    28: ("The attacker's own dead are kept; a suicide attack has at least one.", ""),
    29: ("One event for each day, place and pair of sides.", ""),
    30: ("Shelling and strikes within a battle are part of it.", ""),
    31: ("Territory changes hands only where words say so.", ""),
    32: ("The sub-event type is one of its event type.", "the event type follows from the sub-event type"),
    33: ("The country holds the province, and the province the point.", ""),
    34: ("Coordinates come from a gazetteer.", "a model has no field to write them in"),
    35: ("What stands in for a place says so in its precision.", ""),
    36: ("Each number has a source; a belligerent's count of its enemy is told.", ""),
    37: ("Sources that differ are kept apart: low the least, high the most.", "figures set by rule"),
    38: ('"People" may be civilians or fighters.', ""),
    39: ("UCDP's sums and bounds hold.", ""),
    40: ("One event told by two sources is a candidate for a duplicate.", ""),
}

_HEAD = """# Checks

What `eventx.checks.check` can say of an extraction. It changes no record: a finding stands beside the events,
with its code, its severity, a path into the extraction and one sentence. An error is wrong in the record, a
warning is in doubt, an info is worth knowing. Errors that a model can mend are put to it again.

This page is made from the code by `make checks`. The tests run every example on it, and a third of
each rule: a text that is silent, of which the rule says nothing.

## What is covered

The project's table has 40 checks. "By construction" says what keeps a record sound before a check looks.

| check | what a sound record keeps | codes | by construction |
|------:|:--------------------------|:------|:----------------|
"""


def made() -> str:
    """Return the page."""
    by_number = sorted(RULES, key=lambda rule: rule.number)
    return _HEAD + "".join(_row(number) for number in FORTY) + "".join(map(_section, by_number))


def _row(number: int) -> str:
    statement, construction = FORTY[number]
    codes = [f"[`{rule.code}`](#{rule.code})" for rule in RULES if rule.number == number]
    neither = "none yet" if not codes and not construction else ""
    return f"| {number} | {statement} | {', '.join(codes) or neither} | {construction} |\n"


def _section(rule: Rule) -> str:
    examples = every()[rule.code]
    return (
        f"\n## {rule.code}\n\n"
        f"{rule.statement}\n\n"
        f"Check {rule.number} · {rule.severity} · {rule.source}\n\n"
        + "".join(_shown("no finding", examples.passing))
        + "".join(_shown("a finding", examples.failing))
    )


def _shown(what: str, example: Example | Read) -> Iterator[str]:
    text = " / ".join(line for line in example.text.splitlines() if line)
    yield f"- **{what}**: “{text}” – {example.recorded}\n"
    for said in example.says:
        path, _, message = said.partition(": ")
        yield f"  - `{path}`: {message}\n"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
