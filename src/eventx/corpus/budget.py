"""What questions cost, and the limits that a run keeps, retries and repairs included."""

from __future__ import annotations

import asyncio
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from eventx.errors import EventxError, InputError
from eventx.model import Answer, Question

# A token of the tokenisers in use has two bytes or more in any ordinary text; English has four.
BYTES_A_TOKEN = 2
# What a chat template adds around the messages.
_TEMPLATE = 50


OVER_TIME = "the minutes of --max-minutes are over"


class BudgetSpent(EventxError):
    """A limit is reached: the question was not put, or broken off."""


class Price(BaseModel):
    """US dollars for a million tokens."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: float = Field(ge=0)
    output: float = Field(ge=0)

    def of(self, tokens_in: int | None, tokens_out: int | None) -> float | None:
        """Return the cost in US dollars, None when the tokens are not known."""
        if tokens_in is None or tokens_out is None:
            return None
        return (tokens_in * self.input + tokens_out * self.output) / 1e6


_TABLE = TypeAdapter(dict[str, Price])


def prices(path: str | Path | None = None) -> dict[str, Price]:
    """Return the prices known, by model or by "provider/*"; those in the TOML file at `path` win.

    Raises InputError when the file is no such table.
    """
    known = _read(Path(__file__).with_name("prices.toml"))
    return known if path is None else known | _read(Path(path))


def price_of(model: str, known: dict[str, Price]) -> Price | None:
    """Return the price of a model, None when it is not known."""
    return known.get(model) or known.get(f"{model.partition('/')[0]}/*")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may take in all: US dollars and tokens over every start of it, minutes for this one.

    `rpm` and `tpm` are what the provider allows: requests and tokens a minute.
    """

    max_cost: float | None = None
    max_tokens: int | None = None
    max_minutes: float | None = None
    rpm: int | None = None
    tpm: int | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The most that a question can take."""

    tokens_in: int
    tokens_out: int

    @property
    def tokens(self) -> int:
        """Both together."""
        return self.tokens_in + self.tokens_out


@dataclass(frozen=True, slots=True)
class Charged:
    """What counts for a question that was answered: the server's tokens, or else the most it could take.

    `counted` says that they are the server's; `cost` is in US dollars, None without a price.
    """

    tokens_in: int
    tokens_out: int
    cost: float | None
    counted: bool


def estimate(question: Question, most_written: int) -> Estimate:
    """Return the most tokens that a question can take, whatever is answered."""
    said = sum(len(message["content"].encode()) for message in question.messages)
    return Estimate(said // BYTES_A_TOKEN + _TEMPLATE, most_written)


class Budget:
    """The limits of a run and what is spent: no question is put that could break one."""

    def __init__(
        self, model: str, limits: Limits, price: Price | None, *, tokens: int = 0, cost: float = 0.0
    ) -> None:
        if limits.max_cost is not None and price is None:
            raise InputError(
                f"the price of {model} is unknown, so --max-cost cannot be kept; give it with --prices FILE"
            )
        self._price = price
        self._deadline = None if limits.max_minutes is None else time.monotonic() + limits.max_minutes * 60
        self.limits = limits
        self._tokens = tokens
        self._cost = cost
        self._held: dict[int, Estimate] = {}
        self._number = 0
        self._settled = asyncio.Event()

    async def reserve(self, most: Estimate) -> int:
        """Return the number of a reservation for the most that a question can take.

        Waits while only what other questions hold stands in the way; raises BudgetSpent when none do.
        """
        while (why := self._beyond(most)) and self._held:
            self._settled.clear()
            await self._settled.wait()
        if why:
            raise BudgetSpent(why)
        self._number += 1
        self._held[self._number] = most
        return self._number

    def drop(self, number: int) -> None:
        """Give a reservation back: the question was not put, or not answered."""
        del self._held[number]
        self._settled.set()

    def charge(self, number: int, answer: Answer) -> Charged:
        """Give a reservation back, and return what the question took: all of it where no server says."""
        most = self._held[number]
        read = most.tokens_in if answer.tokens_in is None else answer.tokens_in
        written = most.tokens_out if answer.tokens_out is None else answer.tokens_out
        counted = answer.tokens_in is not None and answer.tokens_out is not None
        charged = Charged(read, written, self._price.of(read, written) if self._price else None, counted)
        self._tokens += read + written
        self._cost += charged.cost or 0.0
        self.drop(number)
        return charged

    def seconds_left(self) -> float | None:
        """Return how many seconds the run has left, None: no limit."""
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    def _cost_of(self, tokens_in: int, tokens_out: int) -> float:
        return (self._price.of(tokens_in, tokens_out) or 0.0) if self._price else 0.0

    def _beyond(self, most: Estimate) -> str | None:
        if self.seconds_left() == 0.0:
            return OVER_TIME
        if self.limits.max_tokens is None and self.limits.max_cost is None:
            return None
        held = [most, *self._held.values()]
        tokens = self._tokens + sum(each.tokens for each in held)
        if self.limits.max_tokens is not None and tokens > self.limits.max_tokens:
            return (
                f"the next question could pass --max-tokens {self.limits.max_tokens:,} "
                f"({self._tokens:,} are spent)"
            )
        cost = self._cost + sum(self._cost_of(each.tokens_in, each.tokens_out) for each in held)
        if self.limits.max_cost is not None and cost > self.limits.max_cost:
            return (
                f"the next question could pass --max-cost {self.limits.max_cost:g} "
                f"({self._cost:.4f} US dollars are spent)"
            )
        return None


def _read(path: Path) -> dict[str, Price]:
    try:
        return _TABLE.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is no TOML ({error})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(
            f'{path}: {where}: {first["msg"]}; write ["provider/model"] with input and output'
        ) from error
