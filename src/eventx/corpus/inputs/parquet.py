"""The rows of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eventx.corpus.inputs.rows import COLUMNS, Given, given
from eventx.errors import InputError

# Bytes of a column that are unpacked at once: a file of a few kilobytes can hold any number of them.
_LARGEST = 1 << 30
_ROWS = 256


def read(path: Path, table: str) -> Iterator[Given]:
    """Yield the articles of a Parquet file; raises InputError when it is none, or has no column `text`."""
    if find_spec("pyarrow") is None:
        raise InputError(f"{path}: Parquet needs pyarrow: pip install 'eventx[parquet]'")
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            _refuse_bombs(file.metadata, path)
            places = _places(file.schema_arrow, path)
            words = [name for name, place in places.items() if _is_words(file.schema_arrow.types[place])]
            columns = {name: file.schema_arrow.names[place] for name, place in places.items()}
        # Equal words stay one; unpacked, a thousand long ones would not fit.
        with parquet.ParquetFile(path, read_dictionary=[columns[name] for name in words]) as file:
            for batch in file.iter_batches(batch_size=_ROWS, columns=list(columns.values())):
                for index in range(batch.num_rows):
                    number += 1
                    yield _row({name: batch.column(columns[name])[index] for name in columns}, table, number)
    except (pyarrow.ArrowException, OSError) as error:
        where = f"is broken after row {number}" if number else "is no Parquet file"
        raise InputError(f"{path}: {where} ({error})") from error


def _places(schema: Any, path: Path) -> Mapping[str, int]:
    """Return which columns are of use, whatever their capitals; raises InputError where one is not plain."""
    names = [name.strip().lower() for name in schema.names]
    if twice := next((name for name in COLUMNS if names.count(name) > 1), None):
        raise InputError(f"{path}: has two columns `{twice}`; leave one")
    if "text" not in names:
        raise InputError(f"{path}: has no column `text`")
    places = {name: names.index(name) for name in COLUMNS if name in names}
    if not _is_words(kind := schema.types[places["text"]]):
        raise InputError(f"{path}: its column `text` is of the type {kind}; write it as strings")
    return places


def _is_words(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _row(cells: Mapping[str, Any], table: str, number: int) -> Given:
    try:
        row = {name: cell.as_py() for name, cell in cells.items()}
    except (OverflowError, ValueError) as error:  # a day out of the calendar; bytes that are no characters
        return Given(f"{table}:{number}", None, f"has a cell that cannot be read ({error})")
    return given(row, table, number)


def _refuse_bombs(metadata: Any, path: Path) -> None:
    groups = (metadata.row_group(index) for index in range(metadata.num_row_groups))
    for group in groups:
        for index in range(group.num_columns):
            if group.column(index).total_uncompressed_size > _LARGEST:
                raise InputError(
                    f"{path}: unpacks to more than {_LARGEST >> 20} MB at once; write smaller row groups"
                )
