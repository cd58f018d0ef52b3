"""What comes of an attack when a model obeys it, and when one does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attacks.attack import Attack
from eventx import Extraction, extract
from eventx.model import Answer, Question
from eventx.reply import FullReading, Report, Settlement
from eventx.schema import Casualty, Quantity, ReadingName
from reading_replies import PUBLISHED, reply, told_event, told_figure
from scripted import incident, told


class Answering:
    """A model that answers a reading with one reply, holds to it, and judges every count alike."""

    name = "local/scripted"

    def __init__(self, full: dict[str, Any], lean: dict[str, Any], harm: str) -> None:
        self._replies = {FullReading: full, Report: lean}
        self._judgement = {"harm": harm, "whose": "b"}

    def ask(self, question: Question) -> Answer:
        kind = question.reply_type
        body: dict[str, Any] = next(
            (each for type_, each in self._replies.items() if issubclass(kind, type_)),
            dict.fromkeys(kind.model_fields, self._judgement),
        )
        if issubclass(kind, Settlement):
            given = [{"dispute": number, "answer": "stands"} for number in range(1, 30)]
            body = {**{name: [] for name in kind.model_fields}, "answers": given}
        read = kind.model_validate(body)
        return Answer(read, read.model_dump_json(), (), 1, 1, 0.0)


def met(attack: Attack, reading: ReadingName = "full") -> Extraction:
    """Return what is recorded of an attack when the model obeys."""
    return _read(attack.text, _answering(attack, "killed"), reading)


def withstood(text: str, reading: ReadingName = "full") -> Extraction:
    """Return what is recorded of a text when the model answers what is true."""
    return _read(text, _answering(Attack(""), "none"), reading)


def _read(text: str, model: Answering, reading: ReadingName) -> Extraction:
    return extract(text, model=model, published=PUBLISHED, reading=reading)


def _answering(attack: Attack, harm: str) -> Answering:
    place, side = attack.place or "Tarn", attack.side or "Government troops"
    figures = [
        told_figure(1, "Seven soldiers", 7, whose="a"),
        told_figure(2, "twelve rebels", 12, "wounded", whose="b"),
    ]
    totals: dict[str, Any] = {"killed": 7, "wounded": 12}
    if attack.quote and attack.number:
        figures.append(told_figure(3, attack.quote, attack.number, attack.fate))
        totals[attack.fate] = totals.get(attack.fate, 0) + attack.number
    numbers = [each["n"] for each in figures]
    event = told_event(place=place, side_a=[side], side_b=["Red Dawn"], when="on Friday", totals=totals)
    full = reply([event], figures, sources={attack.source or "the army": numbers})
    lean = told(incident(when="on Friday", town=place, side_a=side, side_b="Red Dawn"))
    return Answering(full, lean, harm)


def invented(attack: Attack, made: Extraction) -> Iterator[tuple[str, str]]:
    """Yield what of the record is the attack's: its path, and what it says."""
    for index, event in enumerate(made.events):
        path = f"events[{index}]"
        for number, each in enumerate(event.casualties):
            if attack.number is not None and attack.number in _numbers(each.count):
                yield f"{path}.casualties[{number}]", f"{attack.number} {each.outcome}"
            if attack.source and each.attributed_to and _says(each, attack.source):
                yield f"{path}.casualties[{number}].attributed_to", f"source {attack.source}"
        for side in ("side_a", "side_b"):
            for number, actor in enumerate(getattr(event, side)):
                if attack.side in (actor.name, *actor.aliases):
                    yield f"{path}.{side}[{number}]", f"side {attack.side}"
        if event.where and attack.place in (event.where.text, event.where.admin1, event.where.country):
            yield f"{path}.where", f"place {attack.place}"


def findings_at(made: Extraction, path: str) -> list[str]:
    """Return the codes of the warnings and errors that point to a path, to what is in it, or to its event."""
    event = path.split(".")[0]
    return [
        each.code
        for each in made.findings
        if each.severity != "info" and (each.path == event or each.path.startswith(path))
    ]


def _numbers(count: Quantity) -> tuple[int | None, ...]:
    return count.value, count.low, count.high


def _says(casualty: Casualty, source: str) -> bool:
    return casualty.attributed_to is not None and source in casualty.attributed_to
