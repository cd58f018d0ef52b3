"""Parquet: the rows of csv with their types, for pandas, DuckDB, Polars and R; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from eventx.errors import InputError
from eventx.export.cells import Row
from eventx.export.events import COLUMNS, OUTCOMES, rows
from eventx.schema import Finding

__all__ = ["rows", "write"]

# Rows to a row group: large enough to be read fast, small enough to be kept while they are made.
_GROUP = 5_000

_DATES = ("date_start", "date_end", "published")
_BOOLEANS = ("passing",)
_FLOATS = ("latitude", "longitude")
_INTEGERS = tuple(f"{outcome}{bound}" for outcome in OUTCOMES for bound in ("", "_low", "_high"))


def write(rows: Iterable[Row | Finding]) -> Iterator[bytes | Finding]:
    """Yield the file in pieces, a row group at a time; raises InputError when pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise InputError("parquet needs pyarrow; install it with `pip install 'eventx[parquet]'`") from None

    kinds = {
        **dict.fromkeys(COLUMNS, pyarrow.string()),
        **dict.fromkeys(_DATES, pyarrow.date32()),
        **dict.fromkeys(_BOOLEANS, pyarrow.bool_()),
        **dict.fromkeys(_FLOATS, pyarrow.float64()),
        **dict.fromkeys(_INTEGERS, pyarrow.int64()),
    }
    schema = pyarrow.schema([(name, kinds[name]) for name in COLUMNS])
    sink = _Sink()
    with ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        group: list[Row] = []
        for row in chain(rows, [None]):
            if isinstance(row, Finding):
                yield row
                continue
            if row is not None:
                group.append(row)
            if group and (row is None or len(group) == _GROUP):
                writer.write_table(pyarrow.Table.from_pylist(group, schema))
                group.clear()
                yield sink.taken()
    yield sink.taken()


class _Sink:
    """A file whose bytes are taken out as they are written."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None: ...

    def close(self) -> None: ...

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
