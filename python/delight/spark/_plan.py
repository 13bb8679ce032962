"""The rows of work: which trials of which case a task computes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple, Optional, Sequence

from delight._case import Case, _settings, _written
from delight._errors import DelightError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: A shard is no smaller than this, unless asked otherwise: its state is then larger than what it was computed from…
SMALLEST = 65_536
#: … and no larger than this, so that what is lost with a worker is little.
LARGEST = 4_194_304
#: Below so many tasks a case is cut into shards, so that all of a cluster has work.
ENOUGH = 64
#: Trials of a run unless asked otherwise, as for ``Case.run``.
TRIALS = 20_000
#: Most tasks of a job unless asked otherwise.
TASKS = 2_000

WORK = "case bigint, shard bigint, start bigint, stop bigint, given string, settings string"


class Plan(NamedTuple):
    """Cases that are run in the same way."""

    cases: Sequence[Case]
    trials: int
    seed: Optional[int]
    shards: int
    sampling: Optional[str]
    lens: Optional[str]

    @classmethod
    def of(
        cls,
        cases: Sequence[Case],
        trials: Optional[int],
        seed: Optional[int],
        shards: Optional[int],
        sampling: Optional[str],
        lens: Optional[str],
    ) -> Plan:
        """The plan, with what is usual where nothing is said; each trial is in one shard."""
        cases = [cases] if isinstance(cases, Case) else list(cases)
        wrong = [own for own in cases if not isinstance(own, Case)]
        if wrong or not cases:
            raise DelightError(f"give cases, as delight.Case.from_file reads them, not {wrong[0]!r}" if wrong else "give a case")
        trials = TRIALS if trials is None else trials
        shards = usual_shards(trials, len(cases)) if shards is None else shards
        if not 1 <= shards <= trials:
            raise DelightError(f"a run of {trials} trials has 1 to {trials} shards, found {shards}")
        return cls(cases, trials, seed, shards, sampling, lens)

    @property
    def settings(self) -> str:
        """How all of them are drawn."""
        return _written(_settings(self.trials, self.seed, self.sampling, self.lens))

    @property
    def tasks(self) -> int:
        """How many tasks there are, unless that is too many."""
        return min(TASKS, len(self.cases) * self.shards)

    def partitions(self, asked: Optional[int]) -> int:
        """How many partitions there are: twice the tasks, since they are spread by their hash."""
        return asked or 2 * self.tasks

    def cut(self, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """Number, first trial and trial after the last of each shard of a range."""
        length = stop - start
        for shard in range(self.shards):
            first, end = (start + length * at // self.shards for at in (shard, shard + 1))
            if first < end:
                yield shard, first, end

    def work(self, spark: SparkSession, partitions: Optional[int], within: Optional[tuple[int, int]] = None) -> DataFrame:
        """A row for each case and shard, spread over the tasks."""
        from pyspark.sql import functions as F

        start, stop = within or (0, self.trials)
        cases = spark.createDataFrame(
            [(at, case.json, self.settings) for at, case in enumerate(self.cases)],
            "case bigint, given string, settings string",
        )
        shards = spark.createDataFrame(list(self.cut(start, stop)), "shard bigint, start bigint, stop bigint")
        rows = cases.crossJoin(shards).select("case", "shard", "start", "stop", "given", "settings")
        return rows.repartition(self.partitions(partitions), F.col("case"), F.col("shard"))


def usual_shards(trials: int, cases: int) -> int:
    """Shards of a case unless asked otherwise: as few as give the cluster enough to do."""
    return max(-(-trials // LARGEST), min(-(-trials // SMALLEST), -(-ENOUGH // cases)))


def told(case: Any) -> str:
    """A case as a message names it."""
    given = json.loads(case if isinstance(case, str) else case.json)
    changes = ", ".join(f"{path} = {text}" for path, text in given.get("set", []))
    return given["main"] + (f" with {changes}" if changes else "")
