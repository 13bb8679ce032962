"""What a worker does: one file for every engine, which calls it by ``mapInArrow`` and ``applyInArrow``."""

from __future__ import annotations

import json
from typing import Any, Iterator, Optional

import pyarrow as pa

from delight import _arrow, _engine
from delight._errors import CaseError, DelightError
from delight.spark._plan import told

#: A summary of each case.
SUMMARY = "case bigint, summary string"
#: The state of a shard.
LONG = "case bigint, shard bigint, kind bigint, metric bigint, key bigint, value bigint"
#: Rows of a batch, at most.
BATCH = 65_536
#: Trials of a batch, at most.
TRIALS_OF_A_BATCH = 8_192

#: A message of a worker is found again in whatever an engine makes of it.
MARK = "delight-says:"


def failed(given: str, case: int, error: DelightError) -> RuntimeError:
    """An error as it travels to the driver."""
    problems = [tuple(problem) for problem in error.problems] if isinstance(error, CaseError) else None
    return RuntimeError(MARK + json.dumps([f"case {case} ({told(given)}): {error}", problems]) + MARK)


def long_form(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of each shard: case, shard, kind, metric, key, value."""
    for batch in batches:
        for row in batch.to_pylist():
            try:
                found = _engine.shard_rows(row["given"], row["settings"], (row["start"], row["stop"]), 1)
            except DelightError as error:
                raise failed(row["given"], row["case"], error) from None
            table = _arrow.table(["kind", "metric", "key", "value"], found)
            for part in table.to_batches(BATCH):
                yield _with(["case", "shard"], [row["case"], row["shard"]], part)


def whole_runs(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The run of each case that is not cut: case, summary."""
    for batch in batches:
        for row in batch.to_pylist():
            try:
                summary = _engine.run(row["given"], row["settings"], 1)
            except DelightError as error:
                raise failed(row["given"], row["case"], error) from None
            fields = [pa.array([row["case"]], pa.int64()), pa.array([summary], pa.string())]
            yield pa.RecordBatch.from_arrays(fields, names=["case", "summary"])


def trials_of(names: "list[str]"):
    """The trials of each shard, one by one: case, trial, and these columns."""

    def trials(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for row in batch.to_pylist():
                for first in range(row["start"], row["stop"], TRIALS_OF_A_BATCH):
                    last = min(row["stop"], first + TRIALS_OF_A_BATCH)
                    try:
                        found = _engine.trials(row["given"], row["settings"], names, (first, last), 1)
                    except DelightError as error:
                        raise failed(row["given"], row["case"], error) from None
                    table = pa.table({"trial": pa.array(range(first, last), pa.int64())})
                    for name, column in zip(*found):
                        table = table.append_column(pa.field(name, pa.float64(), True), _arrow.array(column))
                    for part in table.to_batches():
                        yield _with(["case"], [row["case"]], part)

    return trials


def _with(names: "list[str]", values: "list[int]", batch: pa.RecordBatch) -> pa.RecordBatch:
    """A batch with a number before each row."""
    before = [pa.repeat(pa.scalar(value, pa.int64()), batch.num_rows) for value in values]
    return pa.RecordBatch.from_arrays([*before, *batch.columns], names=[*names, *batch.schema.names])


def finished(table: pa.Table) -> pa.Table:
    """The run of a case from its rows, and from the one that holds its text: case, summary."""
    kinds = table.column("kind").combine_chunks()
    said = pa.compute.equal(kinds, -1)
    case = table.filter(said).to_pylist()[0]
    rows = table.filter(pa.compute.invert(said))
    columns = [memory(rows.column(name)) for name in ("kind", "metric", "key", "value")]
    try:
        summary: Optional[str] = _engine.merge_rows(case["given"], case["settings"], columns, 1)
    except DelightError as error:
        raise failed(case["given"], case["case"], error) from None
    fields = {"case": pa.array([case["case"]], pa.int64()), "summary": pa.array([summary], pa.string())}
    return pa.table(fields)


def memory(column: Any) -> bytes:
    """The numbers of a column, as they lie in memory."""
    return column.combine_chunks().cast(pa.int64()).to_numpy(zero_copy_only=False).tobytes()


def version_here(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The version that this worker has."""
    for batch in batches:
        yield pa.RecordBatch.from_arrays([pa.array([_engine.version] * batch.num_rows, pa.string())], names=["version"])
