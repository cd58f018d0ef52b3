"""What a codebook holds, and what must hold of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)

from eventx import reply
from eventx.schema import Outcome

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

# PLOVER's events and, of those a conflict codebook needs, their modes (its codebook, openeventdata/PLOVER).
PLOVER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"), ()),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"), ()),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "PROTEST": ("demo", "hunger", "boycott", "obstruct", "riot"),
    "MOBILIZE": ("troops", "police"),
    "COERCE": ("confiscate", "restrict", "ban", "curfew", "martial-law", "arrest", "deport"),
    "ASSAULT": (
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms"),
        *("explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control"),
        "unconventional",
    ),
}
# Amounts that no rule for smaller words may be put to: "tens of thousands" are not ten.
_LARGE = frozenset({"thousand", "thousands", "million", "millions"})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EventType(_Part):
    """One type of event, and when the article's own words make an event one of it.

    `shown_by` are phrases (`eventx.codebook.phrases`). They correct the answers in `instead_of`; with none
    given, every answer that is not firm. `fight`: between two armed sides, never against civilians.
    `against_civilians`: what a fight with civilians on one side is. `harmless`: only where nobody was
    killed or wounded. `taker`: only where the side that the words say took ground is, or is not, a state's.
    """

    event_type: Words
    sub_event_type: Words
    shown_by: tuple[Words, ...] = ()
    instead_of: tuple[Words, ...] = ()
    fight: bool = False
    against_civilians: bool = False
    harmless: bool = False
    taker: Literal["state", "other"] | None = None
    acled: str | None = Field(default=None, description="ACLED's sub-event type, if it has another name")
    plover: str | None = Field(default=None, description="PLOVER's event, and its mode: 'ASSAULT abduct'")


class Example(_Part):
    """An article and the reply it should get, as the model is shown them."""

    article: Words
    reply: Words


class Wording(_Part):
    """The prompt's wording that is the codebook's: what is new violence, what not, what one incident."""

    violence: Words
    not_violence: Words
    incidents: Words
    examples: tuple[Example, ...] = Field(min_length=1)


class Codebook(_Part):
    """What articles are coded by. `sha256` is that of the file it was read from.

    `answers` are the words a model may say, in order, each with the sub-event type it stands for. `outcomes`
    are those coded, by eventx's word, with the codebook's name for each. `vague` is the number by word.
    """

    name: Words
    title: Words
    source: Words
    firm: tuple[Words, ...] = ()
    answers: dict[Words, Words] = Field(min_length=1)
    types: tuple[EventType, ...] = Field(min_length=1)
    outcomes: dict[Outcome, Words] = Field(min_length=1)
    vague: dict[Words, Annotated[int, Field(ge=0, strict=True)]] = Field(default_factory=dict)
    vague_source: Words | None = None
    prompt: Wording
    sha256: str = ""

    @field_validator("name")
    @classmethod
    def _is_one_word(cls, name: str) -> str:
        if not re.fullmatch(r"[\w.-]+", name):
            raise ValueError("a name is one word of letters, digits, dots and hyphens")
        return name

    def number(self, words: str) -> int | None:
        """Return the number that the rule for vague words puts to these ("dozens of men": 12), None for none.

        Of several such words the largest counts ("several hundred"); an amount that the rule does not know,
        such as thousands, has no number.
        """
        told = re.findall(r"\w+", words.lower())
        rule = {word.lower(): value for word, value in self.vague.items()}
        if _LARGE.intersection(told) - set(rule):
            return None
        text = f" {' '.join(told)} "
        return max((value for word, value in rule.items() if f" {word} " in text), default=None)

    def of(self, sub_event_type: str) -> EventType | None:
        """Return the type of that name, None when the codebook has none."""
        return next((each for each in self.types if each.sub_event_type == sub_event_type), None)

    def answered(self, word: str) -> EventType:
        """Return the type that a model's answer stands for; raises KeyError for none of `answers`."""
        found = self.of(self.answers[word])
        assert found is not None  # no codebook is made without it
        return found

    @property
    def fights(self) -> frozenset[str]:
        """The event types whose events are between two armed sides."""
        return frozenset(each.event_type for each in self.types if each.fight)

    @property
    def civilian_targeted(self) -> frozenset[str]:
        """The event types whose events are directed at civilians."""
        return frozenset(each.event_type for each in self.types if each.against_civilians) - self.fights

    @property
    def strikes(self) -> tuple[EventType, ...]:
        """The types that are part of a fight where they are told within one: shelling, air strikes, bombs."""
        apart = self.fights | self.civilian_targeted
        return tuple(
            each
            for each in self.types
            if each.shown_by and not each.instead_of and each.event_type not in apart
        )

    @model_validator(mode="after")
    def _fits_together(self) -> Codebook:
        for key, problem in self._problems():
            raise ValueError(f"{key}: {problem}")
        return self

    def _problems(self) -> Iterator[tuple[str, str]]:
        """Yield what does not fit together, as (key, what is wrong and what to do)."""
        names = [each.sub_event_type for each in self.types]
        for index, each in enumerate(self.types):
            key = f"types[{index}]"
            if each.sub_event_type in names[:index]:
                yield f"{key}.sub_event_type", f"{each.sub_event_type!r} is there twice; give each type once"
            for word in each.instead_of:
                if word not in self.answers:
                    yield f"{key}.instead_of", f"{word!r} is no answer; choose of {_listed(self.answers)}"
            if (each.taker or each.harmless or each.instead_of) and not each.shown_by:
                yield f"{key}.shown_by", "is missing; say which words of an article show this type"
            reached = each.shown_by or each.against_civilians or each.fight
            if not reached and each.sub_event_type not in self.answers.values():
                yield (
                    f"{key}.shown_by",
                    "is missing, and no answer stands for the type: it can never come out",
                )
            for phrase in each.shown_by:
                if "..." in (phrase.split()[0], phrase.split()[-1]):
                    yield f"{key}.shown_by", f"{phrase!r} begins or ends in ...; put words around it"
            if each.plover is not None and not _is_plover(each.plover):
                yield (
                    f"{key}.plover",
                    f"{each.plover!r} is no event and mode of PLOVER ('ASSAULT abduct')",
                )
        for word, name in self.answers.items():
            if name not in names:
                yield f"answers.{word}", f"{name!r} is no type; add it to [[types]]"
        for word in self.firm:
            if word not in self.answers:
                yield "firm", f"{word!r} is no answer; choose of {_listed(self.answers)}"
        if self.vague and self.vague_source is None:
            yield "vague_source", "is missing; say which rule the numbers of [vague] are from"
        if any(each.fight for each in self.types) and not any(each.against_civilians for each in self.types):
            yield "types", "no type is against_civilians = true; a fight with civilians on one side needs one"
        for index, example in enumerate(self.prompt.examples):
            try:
                reply.report(tuple(self.answers)).model_validate_json(example.reply)
            except ValidationError as error:
                wrong = error.errors(include_url=False, include_input=False)[0]
                where = ".".join(map(str, wrong["loc"]))
                said = f"{where}: {wrong['msg']}" if where else str(wrong["msg"])
                yield f"prompt.examples[{index}].reply", f"is not a reply the model could give ({said})"

    def wording(self) -> dict[str, str]:
        """Return what the prompt's templates are filled with."""
        examples = (f"Article: {each.article}\n{each.reply}" for each in self.prompt.examples)
        return {
            "violence": self.prompt.violence,
            "not_violence": self.prompt.not_violence,
            "incidents": self.prompt.incidents,
            "examples": "\n\n".join(examples),
        }


def _is_plover(code: str) -> bool:
    event, *mode = code.split(" ")
    return event in PLOVER and (not mode or (len(mode) == 1 and mode[0] in PLOVER[event]))


def _listed(words: Mapping[str, str]) -> str:
    return ", ".join(words)
