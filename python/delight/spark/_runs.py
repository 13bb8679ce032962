"""Runs of many cases, to the bytes of one machine."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Mapping, NamedTuple, Optional, Sequence

from delight._case import Case, Value
from delight._errors import CaseError, DelightError
from delight._frames import flat, frame
from delight._result import Result
from delight.spark._guard import check_versions, in_own_words
from delight.spark._plan import Plan
from delight.spark._work import LONG, SUMMARY, finished, long_form, whole_runs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class Point(NamedTuple):
    """A case of a sweep: the values that it has, and what was found."""

    values: "dict[str, Value]"
    result: Result


def run_many(
    spark: SparkSession,
    cases: Sequence[Case],
    trials: Optional[int] = None,
    seed: Optional[int] = None,
    *,
    shards: Optional[int] = None,
    partitions: Optional[int] = None,
    sampling: Optional[str] = None,
    lens: Optional[str] = None,
) -> list[Result]:
    """Runs cases on a cluster; the results in their order, each to the last bit that of :meth:`Case.run`.

    :param shards: shards of each case; as few as give a cluster enough to do unless said.
    :param partitions: partitions of the job; twice as many as there are shards of all cases, at most 4,000, unless said.
    :raises DelightError: workers have other versions; or one could not do its part.
    """
    asked = Plan.of(cases, trials, seed, shards, sampling, lens)
    found = _summaries(spark, asked, partitions)
    with in_own_words():
        rows = {row["case"]: row["summary"] for row in found.collect()}
    lost = [at for at in range(len(asked.cases)) if at not in rows]
    if lost:
        raise DelightError(f"the engine lost the cases {', '.join(map(str, lost[:20]))}; run them again")
    return [Result(rows[at], case, asked.settings) for at, case in enumerate(asked.cases)]


def summaries(
    spark: SparkSession,
    cases: Sequence[Case],
    trials: Optional[int] = None,
    seed: Optional[int] = None,
    *,
    shards: Optional[int] = None,
    partitions: Optional[int] = None,
    sampling: Optional[str] = None,
    lens: Optional[str] = None,
) -> DataFrame:
    """The same as a frame of the engine, for more results than the driver holds: ``case bigint, summary string``.

    ``case`` is the place of the case among those that were given, ``summary`` the text of ``summary.json``.
    """
    return _summaries(spark, Plan.of(cases, trials, seed, shards, sampling, lens), partitions)


def sweep(
    spark: SparkSession,
    case: Case,
    values: Mapping[str, Sequence[Value]],
    trials: Optional[int] = None,
    seed: Optional[int] = None,
    **more: Any,
) -> Sweep:
    """Runs a case with every combination of these values; ``more`` is what :func:`run_many` takes.

    :param values: the values of each key, such as ``{"programme.intensity": [0.5, 1, 2]}``.
    :raises CaseError: a value is not one that its key can have, before any work starts.
    """
    if not values:
        raise DelightError('give values to sweep through: {"programme.intensity": [0.5, 1, 2]}')
    points = [dict(zip(values, chosen)) for chosen in itertools.product(*values.values())]
    cases = [_with_all(case, point) for point in points]
    return Sweep(map(Point, points, run_many(spark, cases, trials, seed, **more)))


class Sweep(list):
    """The points of a sweep, in the order of their values."""

    def to_frame(self, library: Optional[str] = None) -> Any:
        """A row for each point: its values, the net present value and the probability of a loss."""
        rows = [
            {**point.values, **flat(_part(point.result, "npv"), "npv"), **flat(_part(point.result, "loss_probability"), "loss")}
            for point in self
        ]
        return frame(rows, library)


def _part(result: Result, key: str) -> Any:
    return result.to_dict()[key]


def _with_all(case: Case, point: Mapping[str, Value]) -> Case:
    for path, value in point.items():
        try:
            case = case.with_(path, value)
        except CaseError as error:
            told = ", ".join(f"{known} = {own}" for known, own in point.items())
            raise CaseError(f"with {told}: {error}", error.problems) from None
    return case


def _summaries(spark: SparkSession, asked: Plan, partitions: Optional[int]) -> DataFrame:
    from pyspark.sql import functions as F

    check_versions(spark, min(asked.tasks, 64))
    work = asked.work(spark, partitions)
    if asked.shards == 1:
        return work.mapInArrow(whole_runs, SUMMARY)
    rows = work.mapInArrow(long_form, LONG)
    texts = spark.createDataFrame(
        [(at, -1, 0, 0, 0, case.json, asked.settings) for at, case in enumerate(asked.cases)],
        "case bigint, kind bigint, metric bigint, key bigint, value bigint, given string, settings string",
    )
    none = F.lit(None).cast("string")
    together = grouped(rows).withColumn("given", none).withColumn("settings", none).unionByName(texts)
    return together.groupBy("case").applyInArrow(finished, SUMMARY)


def grouped(rows: DataFrame) -> DataFrame:
    """What the engine makes of the rows of all shards: integers added up, or the smallest or the largest of them."""
    from pyspark.sql import functions as F

    def of(kind: int):
        return F.when(F.col("kind") == kind, F.col("value"))

    sums = rows.groupBy("case", "kind", "metric", "key").agg(
        F.sum(of(0)).alias("added"), F.min(of(1)).alias("smallest"), F.max(of(2)).alias("largest")
    )
    return sums.select("case", "kind", "metric", "key", F.coalesce("added", "smallest", "largest").alias("value"))
