"""The rows of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from eventx.corpus.inputs.lines import LONGEST
from eventx.corpus.inputs.rows import COLUMNS, TOO_LONG, Given, given
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

    try:
        # Equal texts stay one text; unpacked, a thousand long ones would not fit.
        file = parquet.ParquetFile(path, read_dictionary=["text"])
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{path}: is no Parquet file ({error})") from error
    with file:
        names = file.schema_arrow.names
        if "text" not in names:
            raise InputError(f"{path}: has no column `text`")
        _refuse_bombs(file.metadata, path)
        columns = [each for each in COLUMNS if each in names]
        number = 0
        try:
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                for index in range(batch.num_rows):
                    number += 1
                    cells = {name: batch.column(name)[index] for name in columns}
                    if cells["text"].is_valid and len(cells["text"].as_py()) > LONGEST:
                        yield Given(f"{table}:{number}", None, TOO_LONG)
                    else:
                        yield given({name: cell.as_py() for name, cell in cells.items()}, table, number)
        except (pyarrow.ArrowException, OSError) as error:
            raise InputError(f"{path}: is broken after row {number} ({error})") from error


def _refuse_bombs(metadata: object, path: Path) -> None:
    groups = (metadata.row_group(index) for index in range(metadata.num_row_groups))  # type: ignore[attr-defined]
    for group in groups:
        for index in range(group.num_columns):
            if group.column(index).total_uncompressed_size > _LARGEST:
                raise InputError(
                    f"{path}: unpacks to more than {_LARGEST >> 20} MB at once; write smaller row groups"
                )
