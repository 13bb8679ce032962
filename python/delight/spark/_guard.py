"""What is refused before work starts, and what a worker says in the driver's words."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Iterator

from delight import _engine
from delight._errors import CaseError, DelightError
from delight.spark import _work

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def check_versions(spark: SparkSession, partitions: int = 16) -> None:
    """Asks so many tasks which version of delight their worker has.

    :raises DelightError: one has another than the driver, or none.
    """
    # A worker without delight cannot even read what it is asked to do.
    try:
        asked = spark.range(0, partitions, 1, partitions).mapInArrow(_work.version_here, "version string")
        found = {row["version"] for row in asked.distinct().collect()}
    except Exception as error:
        if "No module named" in str(error) or "ModuleNotFoundError" in str(error):
            missing = next((line for line in str(error).splitlines() if "No module named" in line), "").strip()
            raise DelightError(f"a worker cannot run delight ({missing}); install it and pyarrow on every worker") from error
        raise
    refuse_versions(found)


def refuse_versions(found: set[str]) -> None:
    """Refuses a cluster where some worker has another version than the driver."""
    own = _engine.version
    others = sorted(found - {own})
    if others:
        raise DelightError(
            f"workers have delight {', '.join(others)}, and the driver {own}; install one version throughout"
        )


@contextmanager
def in_own_words() -> Iterator[None]:
    """Says what a worker said, without what the engine put around it."""
    try:
        yield
    except DelightError:
        raise
    except Exception as error:
        parts = str(error).split(_work.MARK)
        if len(parts) < 3:
            raise
        text, problems = _told(parts[1])
        raise (DelightError(text) if problems is None else CaseError(text, problems)) from error


def _told(part: str) -> tuple:
    try:
        return tuple(json.loads(part))
    except ValueError:
        # Some engines write a message as a literal.
        return tuple(json.loads(part.encode().decode("unicode_escape")))
