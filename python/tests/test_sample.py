"""Trials one by one, as Arrow tables."""

import csv
import gc
import math

import pytest
from delight import DelightError, _arrow, _engine

pa = pytest.importorskip("pyarrow")


def test_a_sample_holds_what_the_command_line_saves(hotel, written, tmp_path):
    written("run", "scenarios/hotel.toml", "--trials", "300", "--save-trials", tmp_path / "trials.csv")
    saved = list(csv.DictReader((tmp_path / "trials.csv").open()))
    names = [name for name in saved[0] if name != "trial"]
    table = hotel.sample(names, trials=300)
    assert table.column_names == names and table.num_rows == len(saved) == 300
    for name in names:
        told = [float(row[name]) if row[name] else None for row in saved]
        assert table.column(name).to_pylist() == told, name
    assert any(table.column(name).null_count for name in names), "some trials lack a measure"


def test_a_range_is_that_part_of_the_whole(hotel):
    whole = hotel.sample(["customers.annual_churn", "npv"], trials=2_000)
    part = hotel.sample(["customers.annual_churn", "npv"], trials=2_000, range=(700, 1_333))
    assert part.equals(whole.slice(700, 633))


def test_a_sample_is_the_run_that_is_summarised(hotel):
    npv = hotel.sample(["npv"], trials=4_000, seed=2).column("npv").to_numpy()
    result = hotel.run(trials=4_000, seed=2)
    assert math.isclose(npv.mean(), result.npv.mean, rel_tol=1e-9)
    assert (npv < 0).mean() == result.loss_probability


def test_nothing_is_copied(hotel):
    names, columns = _engine.trials(hotel.json, '{"trials": 50000}', ["npv", "customers.annual_churn"])
    places = [column.address for column in columns]
    before = pa.total_allocated_bytes()
    table = _arrow.table(names, columns)
    assert [table.column(name).chunk(0).buffers()[1].address for name in names] == places
    assert pa.total_allocated_bytes() == before, "Arrow took memory of its own"
    npv = table.column("npv").chunk(0).to_numpy(zero_copy_only=True)
    assert npv.ctypes.data == places[0]


def test_the_memory_stays_while_anyone_reads_it(hotel):
    npv = hotel.sample(["npv"], trials=5_000).column("npv").chunk(0).to_numpy()
    copy = npv.tolist()
    gc.collect()
    [hotel.sample(["npv"], trials=5_000, seed=seed) for seed in range(2, 5)]
    assert npv.tolist() == copy


def test_without_names_every_input_that_differs_is_there(hotel):
    table = hotel.sample(trials=256)
    assert table.column_names[-1] == "npv" and "customers.annual_churn" in table.column_names
    assert all(len(set(column.to_pylist())) > 1 for column in table.columns)


def test_a_name_of_nothing_and_a_range_of_nothing_are_refused(hotel):
    with pytest.raises(DelightError, match='no input and no measure "nvp".*npv'):
        hotel.sample(["nvp"])
    with pytest.raises(DelightError, match="the first below the last, found 5 to 5"):
        hotel.sample(["npv"], trials=100, range=(5, 5))
    with pytest.raises(DelightError, match="too many to hold in memory"):
        hotel.sample(["npv"], trials=2**21)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_are_made_of_a_sample(hotel, library):
    frames = pytest.importorskip(library)
    table = hotel.sample(["npv"], trials=256)
    frame = table.to_pandas() if library == "pandas" else frames.from_arrow(table)
    assert frame["npv"].to_list() == table.column("npv").to_pylist()
