"""Runs on the cluster that is there: Spark, by itself or through Spark Connect, and Sail.

A run is cut into shards, one row each. A task computes its shard and yields the state of its trials as rows of integers; the
engine's own ``GROUP BY`` adds them up; the run is made from what comes of it, to the very bytes of one machine. Needs
``pyspark`` where it is called, and ``delight`` and ``pyarrow`` on every worker.

>>> from delight import Case, spark as on
>>> results = on.run_many(spark, [hotel, bank], trials=1_000_000)
>>> swept = on.sweep(spark, hotel, {"programme.intensity": [0.5, 1, 2]}, trials=100_000)
"""

from delight.spark._guard import check_versions
from delight.spark._runs import Point, run_many, summaries, sweep
from delight.spark._trials import sample_many

__all__ = ["Point", "check_versions", "run_many", "sample_many", "summaries", "sweep"]
