"""The engine that DELIGHT_SPARK names: Sail in this process, Spark on its Java machine, or Spark with executors of their own.

In `local[2,4]` a task may fail four times, as on a cluster.
"""

import os
import sys
from contextlib import contextmanager

import pytest


@contextmanager
def engine():
    kind = os.environ.get("DELIGHT_SPARK", "sail")
    with {"sail": _sail, "local": lambda: _spark("local[2,4]"), "cluster": lambda: _spark("local-cluster[2,1,1024]")}[kind]() as spark:
        yield spark


@contextmanager
def _sail():
    sail = pytest.importorskip("pysail.spark")
    sql = pytest.importorskip("pyspark.sql")
    server = sail.SparkConnectServer()
    server.start(background=True)
    host, port = server.listening_address
    spark = sql.SparkSession.builder.remote(f"sc://{host}:{port}").getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()
        server.stop()


@contextmanager
def _spark(master):
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

    builder = SparkSession.builder.master(master).config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "4").config("spark.driver.host", "127.0.0.1")
    spark = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()
