"""A live-blog of 60,000 characters, read by the embedded model: right or wrong, how long, how much memory.

Run `python bench/long_article.py [--characters 60000] [--write FILE]`, with the embedded model installed;
`--write` keeps the article and asks nothing. Places, forces and figures are invented. Six events stand
among hundreds of entries about other things, each told twice; the article is the same every time.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from pathlib import Path

from eventx import Article, extract
from eventx.local import server
from eventx.model import Answer, Question, connect
from eventx.passages import split
from eventx.schema import Event

PUBLISHED = "2024-05-18"  # a Saturday
OUTCOMES = ("killed", "wounded", "captured")

# Place, what the first and a later entry say of it, and the figures they give.
EVENTS = (
    (
        "Vardesh",
        "Fighting broke out before dawn on Saturday in Vardesh, in Harsk province, when Red Dawn fighters "
        "attacked a Norland army base. Nine soldiers were killed and 14 were wounded, the defence ministry "
        "said. Eleven Red Dawn fighters were also killed.",
        "The defence ministry has named the nine soldiers killed in Vardesh. Red Dawn has not commented.",
        {"killed": 20, "wounded": 14},
    ),
    (
        "Oskany",
        "An air strike by Estavian jets hit the market in Oskany on Saturday morning, killing 17 civilians "
        "and wounding 30, a hospital doctor said. Estavia says it struck a fuel depot.",
        "Funerals have begun in Oskany for the 17 civilians killed in the strike on the market.",
        {"killed": 17, "wounded": 30},
    ),
    (
        "Kesrin",
        "A roadside bomb hit a police convoy near Kesrin on Saturday. Four police officers were killed and "
        "two were wounded, a police spokesman said. Nobody has claimed the attack.",
        "Police have closed the road near Kesrin, where four police officers were killed by a bomb.",
        {"killed": 4, "wounded": 2},
    ),
    (
        "Pelgor",
        "Police raided a farm in Pelgor on Saturday afternoon and arrested six members of the Karo Brigade. "
        "No shots were fired.",
        "The six members of the Karo Brigade arrested in Pelgor will appear before a judge, police said.",
        {"captured": 6},
    ),
    (
        "Ansuk",
        "Gunmen stopped a bus near Ansuk on Saturday and abducted seven aid workers, their agency said. The "
        "driver was let go.",
        "The agency has asked for the release of the seven aid workers abducted near Ansuk.",
        {"captured": 7},
    ),
    (
        "Miravel",
        "Shells fired by the Grey Column fell on Miravel on Saturday evening. Two children were killed and "
        "five people were wounded, the mayor said.",
        "Power is back in Miravel after the shelling by the Grey Column, the mayor said.",
        {"killed": 2, "wounded": 5},
    ),
)
BACKGROUND = (
    "A reminder of where this began: in 2019 a bombing in the port of Tolmar killed 80 people.",
    "The war between Norland and Estavia ended in 2016, after six years.",
)
WHO = ("The foreign ministry", "The port authority", "A union leader", "The weather service", "The main bank")
WHERE = ("the capital", "the northern valleys", "the harbour", "the old town", "the border towns")
WHAT = (
    "says that talks on trade will go on next week and that no date has been set for a signature",
    "expects rain in {where} until Tuesday, with wind from the west and rivers that stay below their banks",
    "has asked drivers to keep away from {where}, where repairs to the main road take longer than planned",
    "thanks volunteers in {where} for their work, and says that schools there open again after the holiday",
    "reports that 40 lorries with flour and fuel reached {where} today, ten more than the day before",
    "says that the price of bread in {where} fell for the third week and that stocks last until autumn",
    "denies that a curfew is planned for {where}, and calls on people to trust official notices alone",
)


def article(characters: int) -> str:
    """Return a live-blog of at least so many characters, the first entries of the events spread over it."""
    chance = random.Random(7)
    entries: list[str] = []
    while sum(map(len, entries)) + 9 * len(entries) < characters:
        said = chance.choice(WHAT).format(where=chance.choice(WHERE))
        more = chance.choice(WHAT).format(where=chance.choice(WHERE))
        entries.append(f"{chance.choice(WHO)} {said}. {chance.choice(WHO)} {more}.")
    told = [text for _, first, later, _ in EVENTS for text in (first, later)]
    step = len(entries) // len(EVENTS)
    for number, text in enumerate(told):
        entries.insert(number // 2 * step + number % 2 * step // 2 + 3, text)
    for number, text in enumerate(BACKGROUND, start=1):
        entries.insert(-3 * number, text)
    minutes = [6 * 60 + 900 * number // len(entries) for number in range(len(entries))]
    lines = [f"{at // 60:02}:{at % 60:02} {text}" for at, text in zip(minutes, entries, strict=True)]
    return "Live: a day of violence in Norland\n\n" + "\n\n".join(lines) + "\n"


class Timed:
    """The embedded model, which prints what each question was for and how long the answer took."""

    def __init__(self) -> None:
        self._model = connect("local")
        self.name = self._model.name

    def ask(self, question: Question) -> Answer:
        """Ask, and print a line."""
        answer = self._model.ask(question)
        print(
            f"{answer.seconds:6.1f} s  {answer.tokens_in or 0:5} tokens in  {answer.tokens_out or 0:4} out  "
            f"{question.purpose}",
            flush=True,
        )
        return answer

    async def aask(self, question: Question) -> Answer:
        """Ask without blocking."""
        return await self._model.aask(question)


def main() -> None:
    """Write the article, or read it and print figures, time and memory."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--characters", type=int, default=60_000)
    parser.add_argument("--write", metavar="FILE", type=Path)
    args = parser.parse_args()
    text = article(args.characters)
    if args.write:
        args.write.write_text(text, encoding="utf-8")
        return
    print(f"{len(text)} characters in {len(split(text))} parts")
    began = time.monotonic()
    extraction = extract(Article.from_text(text, published=PUBLISHED), model=Timed())
    seconds = time.monotonic() - began
    for event in extraction.events:
        print(_line(event))
    _compare(extraction.events)
    for finding in extraction.findings:
        print(f"{finding.severity} {finding.code} {finding.path}: {finding.message}")
    server.close_all()
    own, engine = (
        resource.getrusage(whose).ru_maxrss / 1024
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"{seconds:.0f} s, {extraction.provenance.attempts} questions")
    print(f"memory: {own:.0f} MiB here, {engine:.0f} MiB the model's process")


def _compare(events: tuple[Event, ...]) -> None:
    """Print, for each event of the article, whether its figures are right."""
    for place, _, _, figures in EVENTS:
        found = [event for event in events if event.where and event.where.text == place]
        got = [{name: number for name in OUTCOMES if (number := _value(event, name))} for event in found]
        print(f"{'right' if got == [figures] else 'WRONG'} {place}: {figures}, read {got}")
    others = [
        event for event in events if not event.where or event.where.text not in {one[0] for one in EVENTS}
    ]
    print(f"events that the article does not report: {len(others)}")


def _value(event: Event, name: str) -> int | None:
    quantity = getattr(event, name)
    return quantity.value if quantity else None


def _line(event: Event) -> str:
    counts = ", ".join(
        f"{each.outcome} {each.count.value} {each.group} {each.role}" for each in event.casualties
    )
    return f"{event.id} {event.summary}: {counts}"


if __name__ == "__main__":
    main()
