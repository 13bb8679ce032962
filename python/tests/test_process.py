"""What Python does beside a run: other threads, forks, Ctrl-C."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

LONG = 2**31


def _digest(case):
    return case.run(trials=1_000).digest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_case_runs_after_a_fork(hotel):
    own = _digest(hotel)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map_async(_digest, [hotel] * 4).get(timeout=300) == [own] * 4


def test_a_case_runs_in_a_fresh_process(hotel):
    script = "import pickle, sys; print(pickle.load(sys.stdin.buffer).run(trials=1_000).digest)"
    found = subprocess.run([sys.executable, "-c", script], input=pickle.dumps(hotel), capture_output=True, check=True)
    assert found.stdout.decode().strip() == _digest(hotel)


def test_threads_of_python_run_side_by_side(hotel):
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(_digest, [hotel] * 8))) == 1


def test_other_threads_go_on_during_a_run(hotel):
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.005)

    beside = threading.Thread(target=tick)
    beside.start()
    begun = time.monotonic()
    while time.monotonic() - begun < 1:
        hotel.run(trials=100_000)
    took = time.monotonic() - begun
    done.set()
    beside.join()
    # A run that held the lock would leave a gap as long as itself.
    longest = max(later - earlier for earlier, later in zip(ticks, ticks[1:]))
    assert longest < took / 2, (longest, took)


@pytest.mark.parametrize(
    "work",
    [f"case.run(trials={LONG})", f"case.shard((0, {LONG}), trials={LONG})", "case.study('sensitivity', trials=1 << 20)"],
)
def test_ctrl_c_ends_it_within_a_second(work):
    script = f"""
import delight, sys, time
case = delight.Case.from_file("scenarios/hotel.toml")
print("begun", flush=True)
try:
    {work}
except KeyboardInterrupt:
    print("ended", flush=True)
"""
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout.readline() == "begun\n"
        time.sleep(1)
        sent = time.monotonic()
        child.send_signal(signal.SIGINT)
        assert child.stdout.readline() == "ended\n"
        took = time.monotonic() - sent
        assert took < 1 + os.getloadavg()[0] / 4, took
        assert child.wait(60) == 0
    finally:
        child.kill()
        child.wait()


def test_nothing_but_delight_is_loaded_with_it():
    script = "import delight, sys; print(sorted({'pyarrow', 'pandas', 'polars', 'numpy', 'pyspark'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "[]\n"
