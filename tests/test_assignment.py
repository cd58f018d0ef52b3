from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.assignment import heaviest

Pairs = tuple[tuple[int, int], ...]
Weights = list[list[int]]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([[], []], (), id="no-column"),
        pytest.param([[0]], (), id="what-weighs-nothing-is-no-pair"),
        pytest.param([[3]], ((0, 0),), id="one"),
        pytest.param([[5, 4], [4, 0]], ((0, 1), (1, 0)), id="the-heaviest-pair-is-not-always-in-it"),
        pytest.param([[1, 1], [1, 1]], ((0, 0), (1, 1)), id="equal-weights-keep-the-order"),
        pytest.param([[0, 7, 7]], ((0, 1),), id="equal-weights-go-to-the-nearest"),
        pytest.param([[2], [9], [2]], ((1, 0),), id="more-rows-than-columns"),
        pytest.param([[2, 9, 2]], ((0, 1),), id="more-columns-than-rows"),
        pytest.param([[0, 0, 1], [1, 0, 0], [0, 1, 0]], ((0, 2), (1, 0), (2, 1)), id="turned"),
    ],
)
def test_the_heaviest_pairing(weights: Weights, expected: Pairs) -> None:
    assert heaviest(weights) == expected


def tables(size: int) -> st.SearchStrategy[Weights]:
    def of(columns: int) -> st.SearchStrategy[Weights]:
        row = st.lists(st.integers(0, 4), min_size=columns, max_size=columns)
        return st.lists(row, min_size=1, max_size=size)

    return st.integers(1, size).flatmap(of)


def by_trying_all(weights: Weights) -> tuple[int, int]:
    """Return the weight of the heaviest pairing, and the least distance of those that weigh as much."""
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    best = (0, 0)
    for order in permutations(range(size)):
        pairs = [(i, j) for i, j in enumerate(order) if i < rows and j < columns and weights[i][j]]
        best = max(best, measured(weights, pairs))
    return best


def measured(weights: Weights, pairs: list[tuple[int, int]] | Pairs) -> tuple[int, int]:
    return sum(weights[i][j] for i, j in pairs), -sum(abs(i - j) for i, j in pairs)


@given(tables(5))
def test_it_is_as_good_as_the_best_of_all(weights: Weights) -> None:
    assert measured(weights, heaviest(weights)) == by_trying_all(weights)
