"""Columns of the engine as Arrow, where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    import pyarrow

    from delight._engine import Column


def table(names: Sequence[str], columns: Sequence[Column]) -> pyarrow.Table:
    """A table over the numbers of these columns."""
    import pyarrow as pa

    arrays = [array(column) for column in columns]
    fields = [pa.field(name, own.type, nullable=True) for name, own in zip(names, arrays)]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))


def array(column: Column) -> pyarrow.Array:
    """An array over the numbers of a column; where there is no number it is null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind, length = pa.float64() if column.is_float else pa.int64(), len(column)
    # The buffer holds the column, and so the memory, for as long as anyone holds the buffer.
    numbers = pa.foreign_buffer(column.address, 8 * length, base=column)
    missing = column.missing
    if not missing:
        return pa.Array.from_buffers(kind, length, [None, numbers], null_count=0)
    are_numbers = pc.invert(pc.is_nan(pa.Array.from_buffers(kind, length, [None, numbers])))
    return pa.Array.from_buffers(kind, length, [are_numbers.buffers()[1], numbers], null_count=missing)
