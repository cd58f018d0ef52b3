"""Prices that are known or not, and limits that no question passes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pydantic import BaseModel

from eventx.corpus.budget import Budget, BudgetSpent, Charged, Limits, Price, estimate, price_of, prices
from eventx.errors import InputError
from eventx.model import Answer, Question

PRICE = Price(input=1.0, output=10.0)


class Reply(BaseModel):
    """A reply."""


QUESTION = Question(({"role": "user", "content": "x" * 100},), Reply, 400)
# 100 characters and the template, 400 tokens to write.
MOST = 500


def answer(tokens_in: int | None, tokens_out: int | None) -> Answer:
    return Answer(Reply(), "{}", (), tokens_in, tokens_out, 0.0)


def test_an_embedded_model_costs_nothing_and_an_unknown_one_nobody_knows() -> None:
    assert (Price(input=0, output=0), None) == (
        price_of("local/any", prices()),
        price_of("openai/x", prices()),
    )


def test_a_price_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "prices.toml"
    file.write_text('["openai/x"]\ninput = 1\noutput = 10\n')
    assert PRICE == price_of("openai/x", prices(file))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("x =", "is no TOML"),
        ('["a/b"]\ninput = -1\noutput = 1', "a/b.input"),
        ('["a/b"]\ninput = 1', "a/b.output"),
    ],
    ids=["no toml", "negative", "half"],
)
def test_a_table_that_is_wrong(tmp_path: Path, text: str, error: str) -> None:
    file = tmp_path / "prices.toml"
    file.write_text(text)
    with pytest.raises(InputError, match=error):
        prices(file)


def test_a_cost_is_of_tokens_that_are_known() -> None:
    assert (0.0021, None) == (PRICE.of(100, 200), PRICE.of(None, 200))


@pytest.mark.parametrize(
    "limits",
    [Limits(max_tokens=2 * MOST - 1), Limits(max_cost=0.0081)],
    ids=["tokens", "cost"],
)
def test_a_question_waits_for_what_another_may_not_need(limits: Limits) -> None:
    async def second() -> bool:
        budget = Budget("local/x", limits, PRICE)
        first = await budget.reserve(estimate(QUESTION, 400))
        waiting = asyncio.create_task(budget.reserve(estimate(QUESTION, 400)))
        await asyncio.sleep(0.01)
        waited = not waiting.done()
        budget.charge(first, answer(10, 10))
        await asyncio.wait_for(waiting, 1)
        return waited

    assert asyncio.run(second())


@pytest.mark.parametrize(
    ("taken", "passes"),
    [(answer(10, 10), True), (answer(100, 400), False), (answer(None, None), False), (None, True)],
    ids=["little", "all", "not counted", "no answer"],
)
def test_what_a_question_took_is_what_counts(taken: Answer | None, passes: bool) -> None:
    async def again() -> bool:
        budget = Budget("local/x", Limits(max_tokens=2 * MOST - 1), None)
        number = await budget.reserve(estimate(QUESTION, 400))
        if taken is None:
            budget.drop(number)
        else:
            budget.charge(number, taken)
        try:
            await budget.reserve(estimate(QUESTION, 400))
        except BudgetSpent:
            return False
        return True

    assert passes == asyncio.run(again())


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (answer(10, 20), Charged(10, 20, 0.00021, counted=True)),
        (answer(10, None), Charged(10, 400, 0.00401, counted=False)),
        (answer(None, None), Charged(100, 400, 0.0041, counted=False)),
    ],
    ids=["counted", "half counted", "not counted"],
)
def test_tokens_that_no_server_counts_are_charged_as_the_most(taken: Answer, expected: Charged) -> None:
    async def charged() -> Charged:
        budget = Budget("local/x", Limits(), PRICE)
        return budget.charge(await budget.reserve(estimate(QUESTION, 400)), taken)

    assert expected == asyncio.run(charged())


def test_what_earlier_starts_spent_counts() -> None:
    budget = Budget("local/x", Limits(max_tokens=MOST), None, tokens=1)
    with pytest.raises(BudgetSpent, match=r"could pass --max-tokens 500 \(1 are spent\)"):
        asyncio.run(budget.reserve(estimate(QUESTION, 400)))
