"""A case: read, changed, refused, sent elsewhere."""

import copy
import pickle
import subprocess

import delight
import pytest
from delight import Case, CaseError, DelightError

TEXT = '[case]\nname = "Hotel"\npreset = "hotel"\nmonths = 24\n'


def test_a_case_of_a_text_is_that_of_the_same_file(tmp_path):
    (tmp_path / "case.toml").write_text(TEXT)
    read = Case.from_file(tmp_path / "case.toml")
    assert read.text == TEXT
    assert read.run(256).npv == Case.from_text(TEXT).run(256).npv


def test_bases_and_samples_travel_with_a_case(tmp_path):
    files = {
        "main.toml": 'base = "base.toml"\n[case]\nname = "Main"\n',
        "base.toml": TEXT + '[customers]\nannual_churn = "samples(churn.csv, share)"\n',
        "churn.csv": "share\n0.2\n0.3\n0.4\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    read = Case.from_file(tmp_path / "main.toml")
    told = Case.from_text(files.pop("main.toml"), "main.toml", files)
    assert read.run(256).digest == told.run(256).digest
    with pytest.raises(CaseError, match="must be a file that exists"):
        Case.from_text('base = "base.toml"\n', "main.toml")


def test_what_is_wrong_is_said_thing_by_thing_in_the_words_of_the_command_line(program, tmp_path):
    path = tmp_path / "wrong.toml"
    path.write_text(TEXT + "[customers]\nannual_churn = 35\ncuont = 5\n")
    with pytest.raises(CaseError) as caught:
        Case.from_file(path)
    churn, count = caught.value.problems
    assert (churn.key, churn.line, churn.fix) == ("customers.annual_churn", 6, 'write "35%"')
    assert count.line == 7
    done = subprocess.run([program, "--lang", "en", "check", path], capture_output=True, text=True)
    for problem in caught.value.problems:
        assert problem.message in str(caught.value)
        for said in (problem.key, problem.rule, problem.fix, f":{problem.line}:"):
            assert said in done.stderr, done.stderr
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(CaseError, match="nowhere.toml"):
        Case.from_file("nowhere.toml")


def test_a_value_that_a_key_cannot_have_is_refused_when_it_is_put_in(hotel):
    with pytest.raises(CaseError) as caught:
        hotel.with_("customers.annual_churn", 35)
    assert caught.value.problems[0].key == "customers.annual_churn"
    with pytest.raises(CaseError, match="annual_chrun"):
        hotel.with_("customers.annual_chrun", "30%")


def test_a_case_does_not_change_when_another_is_made_of_it(hotel):
    before = hotel.json
    changed = hotel.with_("customers.annual_churn", "30% to 40%").with_("customers.annual_churn", "20%")
    assert hotel.json == before and changed != hotel
    assert changed.changes == {"customers.annual_churn": "20%"}
    assert changed == hotel.with_("customers.annual_churn", "20%")
    assert "with_('customers.annual_churn', '20%')" in repr(changed)


def test_a_case_pickles_and_is_copied(hotel):
    changed = hotel.with_("customers.annual_churn", 0.2)
    for again in (pickle.loads(pickle.dumps(changed)), copy.deepcopy(changed)):
        assert again == changed and hash(again) == hash(changed)
        assert again.run(128).to_json() == changed.run(128).to_json()


def test_settings_that_there_are_not_are_refused(hotel):
    with pytest.raises(DelightError, match='write "sobol"'):
        hotel.run(128, sampling="sobel")
    with pytest.raises(DelightError, match="there is no study 'nothing'|there is no study \"nothing\""):
        hotel.study("nothing")
    with pytest.raises(DelightError, match="unknown field `steps`"):
        hotel.study("voi", trials=128, steps=3)
    with pytest.raises(DelightError, match="too many"):
        hotel.run(2**33 + 1)


def test_studies_are_named():
    assert "voi" in delight.studies() and "assess" in delight.studies()
