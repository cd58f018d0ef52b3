"""Parquet files as people have them: of other types, with names twice, packed to next to nothing."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from eventx.corpus import inputs
from eventx.corpus.inputs import Given

TEXT = "The council of Testville met."


def given(file: Path) -> list[Given]:
    return list(inputs.read(inputs.expand([str(file)])))


def ids(found: list[Given]) -> list[str]:
    return [each.id for each in found]


def texts(found: list[Given]) -> list[str | None]:
    return [each.article and each.article.text for each in found]


def test_a_parquet_file(tmp_path: Path) -> None:
    file = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"id": [1, 2], "text": [TEXT, None], "other": [0, 0]}), file)
    found = given(file)
    assert (["1", "2"], [TEXT, None]) == (ids(found), texts(found))


def test_a_file_that_is_no_parquet_is_one_failure(tmp_path: Path) -> None:
    file = tmp_path / "in.parquet"
    file.write_text("no")
    (found,) = given(file)
    assert "is no Parquet file" in found.error


@pytest.mark.parametrize(
    ("table", "error"),
    [
        pytest.param(pa.table({"text": [1, 2]}), "`text` is of the type int64", id="numbers"),
        pytest.param(pa.table({"text": [["a"]]}), "`text` is of the type list", id="lists"),
        pytest.param(pa.table({"text": [{"a": 1}]}), "`text` is of the type struct", id="records"),
        pytest.param(pa.table({"text": [b"a"]}), "`text` is of the type binary", id="bytes"),
        pytest.param(pa.table({"body": ["a"]}), "has no column `text`", id="no text"),
        pytest.param(
            pa.table([["a"], ["b"]], names=["text", "Text"]), "has two columns `text`", id="two texts"
        ),
        pytest.param(
            pa.table([["a"], ["b"], ["c"]], names=["text", "id", "id"]), "has two columns `id`", id="two ids"
        ),
    ],
)
def test_a_parquet_file_that_is_no_table_of_texts_is_one_failure(
    tmp_path: Path, table: Any, error: str
) -> None:
    parquet.write_table(table, tmp_path / "in.parquet")
    (found,) = given(tmp_path / "in.parquet")
    assert (None, True) == (found.article, error in found.error)


def test_a_cell_that_cannot_be_read_fails_alone(tmp_path: Path) -> None:
    days = pa.array([2**30, 0], pa.int32()).cast(pa.date32())
    parquet.write_table(pa.table({"text": [TEXT, TEXT], "published": days}), tmp_path / "in.parquet")
    bad, good = given(tmp_path / "in.parquet")
    assert ("in:1", True, "1970-01-01") == (
        bad.id,
        "has a cell that cannot be read" in bad.error,
        str(good.article and good.article.published),
    )


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view()], ids=str)
def test_texts_of_any_kind_of_string_are_read(tmp_path: Path, kind: Any) -> None:
    parquet.write_table(pa.table({" Text": pa.array([TEXT], kind)}), tmp_path / "in.parquet")
    assert [TEXT] == texts(given(tmp_path / "in.parquet"))


def test_equal_texts_of_a_parquet_file_are_not_unpacked_at_once(tmp_path: Path) -> None:
    file = tmp_path / "in.parquet"
    texts = pa.array(["a" * 290_000] * 300 + ["b" * 2_000_000]).dictionary_encode()
    parquet.write_table(pa.table({"text": texts.cast(pa.string())}), file)
    assert file.stat().st_size < 400_000
    tracemalloc.start()
    found = sum(each.article is not None for each in inputs.read(inputs.expand([str(file)])))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (300, True) == (found, peak < 30_000_000)
