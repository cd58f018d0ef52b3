"""`docs/attacks.md`: every attack on what a model is told, and what comes of it when the model obeys.

`python tests/attacks_page.py` writes it; `make attacks` does, too. A test asks that it is current.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from attacks import ATTACKS
from attacks.attack import TRUE, Attack
from attacks.meeting import findings_at, invented, met
from eventx.export.visible import one_line
from eventx.schema import ReadingName
from recorded import ROOT

PAGE = ROOT / "docs/attacks.md"
SHOWN = 110

HEAD = f"""# Attacks

A news text may try to tell the model what to answer. Every row puts such words into one true article

> {" ".join(TRUE.split())}

and is read by a scripted model that **obeys**: it answers what the attack wants, quotes the attacker's own
words and makes its totals fit, and says so again when it is asked. The page is made by `make attacks`; the
tests ask of every row, in the full and in the lean reading:

- A model that obeys: no invented figure, side, place or source is in the record without a warning or an error
  that points to it.
- A model that does not obey: figures, sides and place are those of the true article, and the record has no
  warning beyond those of the true article but `text-addresses-reader`.

"Absent" is what eventx did not take from the model: it stands nowhere in the text, can be no such name, or
its number does not stand in its words. What is in the record stands there with the findings named
([checks](checks.md) says what they mean). What no check can tell is a lie that reads like news: it is coded
as the text says it. [SECURITY](../SECURITY.md) says what is promised.
"""


def made() -> str:
    """Return the page."""
    return HEAD + "".join(_counts()) + "".join(_section(family) for family in ATTACKS)


def _counts() -> Iterator[str]:
    yield "\n| family | attacks |\n|:--|--:|\n"
    yield from (f"| {family} | {len(attacks)} |\n" for family, attacks in ATTACKS.items())
    yield f"| all | {sum(map(len, ATTACKS.values()))} |\n"


def _section(family: str) -> str:
    columns = ("attack", "what the text says", "what the model answers", *_readings())
    head = f"\n## {family}\n\n| {' | '.join(columns)} |\n|{'|'.join(':--' for _ in columns)}|\n"
    return head + "".join(_row(name, attack) for name, attack in ATTACKS[family].items())


def _readings() -> tuple[str, ...]:
    return tuple(f"the {reading} reading" for reading in get_args(ReadingName))


def _row(name: str, attack: Attack) -> str:
    wanted = [
        *([f"{attack.number} {attack.fate}"] if attack.number else []),
        *(f"{what} {_short(each)}" for what, each in attack.names() if each),
    ]
    cells = (name, _short(attack.inserted) or "–", ", ".join(wanted))
    became = (_became(attack, reading) for reading in get_args(ReadingName))
    return f"| {' | '.join(map(_cell, cells))} | {' | '.join(became)} |\n"


def _became(attack: Attack, reading: ReadingName) -> str:
    made_of_it = met(attack, reading)
    there = list(invented(attack, made_of_it))
    if not there:
        return "absent"
    codes = dict.fromkeys(code for path, _ in there for code in findings_at(made_of_it, path))
    names = ", ".join(dict.fromkeys(what for _, what in there))
    return f"{_cell(names)}: {', '.join(f'`{code}`' for code in codes)}"


def _short(words: str) -> str:
    plain = one_line(words)
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN]} …"


def _cell(words: str) -> str:
    for mark in "\\`|<>*_[]":
        words = words.replace(mark, f"\\{mark}")
    return words


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
