"""A run in Python is the run of the command line."""

import json
import pickle

import delight
import pytest
from delight import DelightError, Number


def test_a_run_writes_the_bytes_of_the_command_line(hotel, written):
    assert hotel.run(trials=2_000, seed=3).to_json() == written("run", "scenarios/hotel.toml", "--trials", "2000", "--seed", "3")


def test_a_changed_case_writes_them_too(hotel, written):
    changed = hotel.with_("customers.annual_churn", "30% to 40%").run(trials=500, lens="literature", sampling="lhs")
    more = ["--set", "customers.annual_churn=30% to 40%", "--lens", "literature", "--sampling", "lhs"]
    assert changed.to_json() == written("run", "scenarios/hotel.toml", "--trials", "500", *more)


def test_a_study_writes_the_bytes_of_its_command(hotel, written):
    found = hotel.study("voi", trials=512)
    assert found.to_json() == written("voi", "scenarios/hotel.toml", "--trials", "512", document="voi.json")
    assert found.name == "voi" and pickle.loads(pickle.dumps(found)).to_json() == found.to_json()


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads_and_shards_change_nothing(hotel, threads):
    whole = hotel.run(trials=3_000, seed=5)
    assert hotel.run(trials=3_000, seed=5, threads=threads).to_json() == whole.to_json()
    cuts = [0, 1, 700, 1_024, 3_000]
    shards = [hotel.shard(cut, trials=3_000, seed=5, threads=threads) for cut in zip(cuts, cuts[1:])]
    assert delight.merge(reversed(shards)) == whole
    with pytest.raises(DelightError, match="no shard holds the trials 1:700"):
        delight.merge([shards[0], *shards[2:]])
    with pytest.raises(DelightError, match="both hold the trials 1:700"):
        delight.merge([*shards, shards[1]])


def test_numbers_are_attributes_that_compute(hotel):
    result = hotel.run(trials=512)
    own = json.loads(result.to_json())
    assert result.npv.p50 == own["npv"]["p50"]["value"] == result["npv"]["p50"]
    assert isinstance(result.npv.p50 * 2, float)
    assert result.npv.p50.standard_error == own["npv"]["p50"]["standard_error"]
    assert result.to_dict() == own and set(result) == set(own) and "npv" in dir(result)
    assert result.kpis is not None and result.fan[0].month == 1
    with pytest.raises(AttributeError, match="there is no 'nvp'; there is: .*npv"):
        result.nvp
    again = pickle.loads(pickle.dumps(result))
    assert again == result and again.npv.p50 == result.npv.p50 and again.figures() == result.figures()
    assert pickle.loads(pickle.dumps(Number(1.5, 0.1))).standard_error == 0.1


def test_figures_are_those_of_the_report(hotel):
    result = hotel.run(trials=512)
    figures = result.figures()
    assert {"npv", "roi", "cash", "bridge", "chain"} <= set(figures)
    assert all(svg.startswith("<svg") and svg.rstrip().endswith("</svg>") for svg in figures.values())
    assert result.figure("npv") != result.figure("npv", language="nl")
    with pytest.raises(DelightError, match="no figure 'pie'; it has: .*npv"):
        result.figure("pie")
    shown = result._repr_html_()
    assert figures["npv"] in shown and "Zeewind hotels" in shown
    merged = delight.merge([hotel.shard((0, 512), trials=512)])
    assert "<svg" not in merged._repr_html_() and "Zeewind" in repr(merged)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_hold_the_numbers_of_the_summary(hotel, library):
    pytest.importorskip(library)
    result = hotel.run(trials=512)
    spreads = result.to_frame(library=library)
    row = list(spreads["measure"]).index("npv")
    assert list(spreads["p50"])[row] == result.npv.p50
    assert list(spreads["p50.standard_error"])[row] == result.npv.p50.standard_error
    assert len(result.to_frame("fan", library)) == result.case.months
    assert "name" in result.to_frame("by_delivery", library).columns
    with pytest.raises(DelightError, match="no list or group 'nothing'"):
        result.to_frame("nothing", library)
    with pytest.raises(DelightError, match="not of 'dask'"):
        result.to_frame(library="dask")
