"""Trials one by one, as a frame of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence

from delight._case import Case
from delight._errors import DelightError
from delight.spark._guard import check_versions
from delight.spark._plan import Plan
from delight.spark._work import trials_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def sample_many(
    spark: SparkSession,
    cases: Sequence[Case],
    names: Optional[Sequence[str]] = None,
    trials: Optional[int] = None,
    seed: Optional[int] = None,
    *,
    range: Optional[tuple[int, int]] = None,
    shards: Optional[int] = None,
    partitions: Optional[int] = None,
    sampling: Optional[str] = None,
    lens: Optional[str] = None,
) -> DataFrame:
    """The trials of cases one by one: ``case bigint, trial bigint``, and a nullable ``double`` for each name.

    Either the columns are named or the trials are: all columns of all trials of many cases are more than anyone reads.

    :param names: inputs by their paths and measures, as for :meth:`Case.sample`; with a range every input that differs from
        trial to trial in the first case, and ``npv``, unless said.
    :param range: the trials from the first number, counted from 0, to below the second.
    :raises DelightError: neither is said, or there is no such name.
    """
    if names is None and range is None:
        raise DelightError('name the columns, such as ["npv"], or the range of the trials, such as range=(0, 10_000)')
    asked = Plan.of(cases, trials, seed, shards, sampling, lens)
    one = asked.cases[0].sample(names, asked.trials, seed, range=(0, 1), sampling=sampling, lens=lens, threads=1)
    check_versions(spark, min(asked.tasks, 64))
    schema = ", ".join(["case bigint", "trial bigint", *(f"`{name}` double" for name in one.column_names)])
    return asked.work(spark, partitions, range).mapInArrow(trials_of(one.column_names), schema)
