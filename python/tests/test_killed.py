"""A worker, or an executor, that is killed in the middle leaves no trace in the result. Spark alone: DELIGHT_SPARK."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

KIND = os.environ.get("DELIGHT_SPARK")
if KIND not in ("local", "cluster"):
    pytest.skip("it needs a Spark of its own: DELIGHT_SPARK=local or cluster", allow_module_level=True)
sys.path.insert(0, str(Path(__file__).parent))

from delight import spark as on  # noqa: E402
from engines import engine  # noqa: E402

#: What is killed: a worker of Python, or the Java machine of an executor with its workers.
VICTIM = {"local": "pyspark.daemon", "cluster": "CoarseGrainedExecutorBackend"}[KIND]


def victims(below):
    """The processes of this kind that this one has started, the youngest first."""
    told = subprocess.check_output(["ps", "-ww", "-eo", "pid=,ppid=,args="], text=True, errors="replace").splitlines()
    parts = [line.split(None, 2) for line in told]
    rows = [(int(part[0]), int(part[1]), part[2]) for part in parts if len(part) == 3]
    family = {below}
    for _ in rows:
        more = {pid for pid, parent, _ in rows if parent in family} - family
        if not more:
            break
        family |= more
    return sorted((pid for pid, _, args in rows if pid in family and VICTIM in args), reverse=True)


def test_what_is_killed_in_the_middle_is_computed_again(hotel):
    trials, shards, killed = 400_000, 4, []
    own = hotel.run(trials=trials).to_json()

    def kill():
        end = time.monotonic() + 120
        while time.monotonic() < end and not killed:
            found = victims(os.getpid())
            # The daemon that forks the workers stays, where it is a worker of Python that is killed.
            found = found[:-1] if KIND == "local" else found
            if found:
                time.sleep(1.5)
                try:
                    os.kill(found[0], signal.SIGKILL)
                    killed.append(found[0])
                except ProcessLookupError:
                    pass
            time.sleep(0.05)

    with engine() as spark:
        # The versions are asked first: what is killed is at work.
        on.check_versions(spark, 2)
        beside = threading.Thread(target=kill, daemon=True)
        frame = on.summaries(spark, hotel, trials=trials, shards=shards, partitions=4)
        beside.start()
        found = frame.collect()
        beside.join(timeout=1)
    assert killed, "nothing was killed, so that nothing is shown"
    assert [row["summary"] for row in found] == [own]
