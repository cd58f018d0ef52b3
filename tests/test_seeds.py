import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventx.article import Article
from eventx.schema import Outcome, Quantity
from eventx.truth import Truth, TruthEvent

ROOT = Path(__file__).parents[1]
SEED_IDS = sorted(path.stem for path in (ROOT / "seeds").glob("*.txt"))


def raw(seed: str) -> str:
    return (ROOT / "seeds" / f"{seed}.txt").read_text(encoding="utf-8")


def truth_of(seed: str) -> Truth:
    return Truth.model_validate_json((ROOT / "seeds" / f"{seed}.truth.json").read_text(encoding="utf-8"))


def front_matter(seed: str) -> dict[str, str]:
    lines = raw(seed).split("---\n")[1].splitlines()
    return dict(line.split(": ", 1) for line in lines)


@pytest.mark.parametrize(
    ("folder", "suffix"),
    [("seeds", ".truth.json"), ("cassettes", ".yaml"), ("tests/golden", ".json")],
    ids=["truth", "cassette", "golden"],
)
def test_every_seed_has_one_and_nothing_else_has(folder: str, suffix: str) -> None:
    assert sorted(path.name.removesuffix(suffix) for path in (ROOT / folder).glob(f"*{suffix}")) == SEED_IDS


@pytest.mark.parametrize("seed", SEED_IDS)
def test_a_truth_carries_the_id_of_its_seed(seed: str) -> None:
    assert truth_of(seed).id == seed


SYNTHETIC = [seed for seed in SEED_IDS if truth_of(seed).about.synthetic]


def test_every_seed_but_the_news_text_is_synthetic() -> None:
    assert set(SEED_IDS) - set(SYNTHETIC) == {"idlib-clashes"}


@pytest.mark.parametrize("seed", SYNTHETIC)
def test_a_synthetic_seed_says_so_and_agrees_with_its_truth(seed: str) -> None:
    about, matter = truth_of(seed).about, front_matter(seed)
    assert "(invented " in matter.pop("source")
    assert matter == {
        "id": seed,
        "synthetic": "true",
        "published": about.published.isoformat(),
        "licence": about.licence,
        "why": about.why,
    }


def test_the_news_text_is_kept_byte_for_byte() -> None:
    data = (ROOT / "seeds/idlib-clashes.txt").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "818a6533efbfcbfddd5cd7ed0818d249492a2d4b5e6fe83f35f41971ba8fe7e4"
    )


def quotes(truth: Truth) -> Iterator[str]:
    for event in truth.events:
        if event.where:
            yield event.where.names[0]
        yield from (days.text for days in event.when)
        for casualty in event.casualties:
            yield casualty.quote


@pytest.mark.parametrize("seed", SEED_IDS)
def test_every_quote_stands_in_the_text_word_for_word(seed: str) -> None:
    text = Article.from_document(raw(seed)).text
    assert [quote for quote in quotes(truth_of(seed)) if quote not in text] == []


@pytest.mark.parametrize("seed", SEED_IDS)
def test_every_number_stands_in_its_quote(seed: str) -> None:
    stated = [(one.count.text, one.quote) for event in truth_of(seed).events for one in event.casualties]
    assert [pair for pair in stated if pair[0] not in pair[1]] == []


def _least(quantity: Quantity) -> int | None:
    return quantity.value if quantity.low is None else quantity.low


def _figure(event: TruthEvent, outcome: Outcome) -> int | None:
    """Return the least the event's own statements give: its total, else the sum of its parts."""
    for role in ("total", "part"):
        numbers = [
            _least(one.count) or 0 for one in event.casualties if (one.outcome, one.role) == (outcome, role)
        ]
        if numbers:
            return sum(numbers)
    return None


@pytest.mark.parametrize("seed", SEED_IDS)
def test_an_event_s_figures_are_those_of_its_statements(seed: str) -> None:
    outcomes: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")
    for event in truth_of(seed).events:
        figures = (event.killed, event.wounded, event.captured, event.missing)
        assert [figure and _least(figure) for figure in figures] == [_figure(event, one) for one in outcomes]


@pytest.mark.parametrize("seed", SYNTHETIC)
def test_a_synthetic_seed_is_as_long_as_a_news_item(seed: str) -> None:
    assert 900 <= len(Article.from_document(raw(seed)).text) <= 1800
