"""Runs on an engine are the runs of one machine, byte for byte."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")
sys.path.insert(0, str(Path(__file__).parent))

from delight import Case, CaseError, DelightError  # noqa: E402
from delight import spark as on  # noqa: E402
from delight.spark import _guard, _plan, _runs, _work  # noqa: E402
from engines import engine  # noqa: E402

TRIALS = 3_000


@pytest.fixture(scope="module")
def spark():
    with engine() as session:
        yield session


@pytest.fixture(scope="module")
def cases(hotel):
    return [hotel, hotel.with_("customers.annual_churn", "30% to 40%")]


def test_cases_in_shards_give_the_bytes_of_one_machine(spark, cases):
    own = [case.run(trials=TRIALS, seed=4).to_json() for case in cases]
    for shards in (1, 3):
        found = on.run_many(spark, cases, trials=TRIALS, seed=4, shards=shards)
        assert [result.to_json() for result in found] == own, shards
    assert "<svg" in found[1]._repr_html_()


def test_numbers_that_are_counted_on_a_grid_add_up_too(spark, hotel):
    own = hotel.run(trials=40_000).to_json()
    assert on.run_many(spark, hotel, trials=40_000, shards=5, partitions=3)[0].to_json() == own


def test_many_summaries_stay_with_the_engine(spark, cases):
    frame = on.summaries(spark, cases, trials=500)
    assert frame.columns == ["case", "summary"]
    rows = {row["case"]: row["summary"] for row in frame.collect()}
    assert rows == {at: case.run(trials=500).to_json() for at, case in enumerate(cases)}


def test_a_sweep_runs_every_combination(spark, hotel):
    values = {"programme.intensity": [0.5, 1], "customers.annual_churn": ["20%", "30%"]}
    swept = on.sweep(spark, hotel, values, trials=500)
    assert [point.values for point in swept] == [
        {"programme.intensity": x, "customers.annual_churn": y} for x in (0.5, 1) for y in ("20%", "30%")
    ]
    last = hotel.with_("programme.intensity", 1).with_("customers.annual_churn", "30%").run(trials=500)
    assert swept[-1].result == last
    frame = swept.to_frame()
    assert list(frame["npv.p50"]) == [point.result.npv.p50 for point in swept]


def test_a_value_that_a_key_cannot_have_is_said_before_work_starts(hotel):
    with pytest.raises(CaseError, match="with customers.annual_churn = 35: scenarios/hotel.toml|annual_churn"):
        on.sweep(None, hotel, {"customers.annual_churn": [0.2, 35]})


def test_trials_come_in_bounded_batches_with_named_columns(spark, cases):
    names = ["npv", "customers.annual_churn", "irr"]
    frame = on.sample_many(spark, cases, names, trials=20_000, shards=2)
    assert frame.columns == ["case", "trial", *names] and all(field.nullable for field in frame.schema.fields[2:])
    rows = frame.toPandas().sort_values(["case", "trial"])
    for at, case in enumerate(cases):
        own = case.sample(names, trials=20_000).to_pandas()
        there = rows[rows["case"] == at]
        assert list(there["trial"]) == list(range(20_000))
        for name in names:
            assert there[name].reset_index(drop=True).equals(own[name]), name


def test_a_range_of_trials_needs_no_names(spark, hotel):
    rows = on.sample_many(spark, hotel, trials=5_000, range=(1_000, 1_100), shards=3).toPandas().sort_values("trial")
    own = hotel.sample(trials=5_000, range=(1_000, 1_100)).to_pandas()
    assert rows.drop(columns=["case", "trial"]).reset_index(drop=True).equals(own)
    with pytest.raises(DelightError, match="name the columns"):
        on.sample_many(spark, hotel)


def test_a_case_that_a_worker_cannot_read_is_named_with_its_line(spark):
    wrong = '{"files":{"wrong.toml":"[case]\\npreset = \\"hotel\\"\\n[customers]\\nannual_churn = 35\\n"},"main":"wrong.toml"}'
    plan = _plan.Plan.of([Case._valid(wrong)], 256, None, 2, None, None)
    rows = plan.work(spark, None).mapInArrow(_work.long_form, _work.LONG)
    with pytest.raises(CaseError, match=r"case 0 \(wrong.toml\): wrong.toml:4") as caught, _guard.in_own_words():
        rows.collect()
    problem = caught.value.problems[0]
    assert (problem.line, problem.key, problem.fix) == (4, "customers.annual_churn", 'write "35%"')


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda rows: rows.where("shard <> 1"), "no shard holds the trials 1000:2000"),
        (lambda rows: rows.unionByName(rows.where("shard = 1")), "two shards hold the trials 1000:2000"),
        (lambda rows: rows.where("metric % 128 < 16"), "the rows are not those of each trial once"),
    ],
)
def test_shards_that_are_lost_or_doubled_are_refused(spark, hotel, change, message):
    plan = _plan.Plan.of([hotel], TRIALS, None, 3, None, None)
    rows = change(plan.work(spark, None).mapInArrow(_work.long_form, _work.LONG))
    table = _runs.grouped(rows).toPandas()
    columns = [table[name].to_numpy("int64").tobytes() for name in ("kind", "metric", "key", "value")]
    with pytest.raises(DelightError, match=message):
        _work._engine.merge_rows(hotel.json, plan.settings, columns)


def test_the_rows_of_another_case_are_refused(hotel):
    other = hotel.with_("customers.annual_churn", "21%")
    settings = '{"trials": 256}'
    rows = _work._engine.shard_rows(other.json, settings, (0, 256))
    columns = [_work.memory(_arrow_of(column)) for column in rows]
    with pytest.raises(DelightError, match="of another case, seed or version"):
        _work._engine.merge_rows(hotel.json, settings, columns)


def _arrow_of(column):
    from delight import _arrow

    return _arrow.table(["x"], [column]).column("x")


def test_workers_of_another_version_are_refused_before_work_starts(spark, hotel):
    on.check_versions(spark, 4)
    with pytest.raises(DelightError, match="workers have delight 0.0.1, and the driver"):
        _guard.refuse_versions({"0.0.1", _work._engine.version})


def test_many_cases_are_not_cut_and_one_is():
    usual = _plan.usual_shards
    assert [usual(100_000, cases) for cases in (1, 20_000)] == [2, 1]
    assert [usual(1_000_000, cases) for cases in (1, 8, 64)] == [16, 8, 1]
    assert usual(10**9, 10_000) == 239 and usual(1, 1) == 1


def test_a_run_has_no_more_shards_than_trials(hotel):
    with pytest.raises(DelightError, match="1 to 5 shards, found 6"):
        on.run_many(None, hotel, trials=5, shards=6)
    with pytest.raises(DelightError, match="give cases"):
        on.run_many(None, ["hotel.toml"])
    cut = list(_plan.Plan.of([hotel], 10, None, 3, None, None).cut(0, 10))
    assert [(start, stop) for _, start, stop in cut] == [(0, 3), (3, 6), (6, 10)]
