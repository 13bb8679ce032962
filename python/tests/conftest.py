"""What the tests share: the repository, its hotel, and the program to compare with."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def hotel():
    from delight import Case

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return Case.from_file("scenarios/hotel.toml")
    finally:
        os.chdir(before)


@pytest.fixture(scope="session")
def program():
    """The command line: DELIGHT, else what cargo has built."""
    built = [ROOT / "target" / kind / "delight" for kind in ("release", "debug")]
    named = os.environ.get("DELIGHT")
    for path in [Path(named)] if named else built:
        if path.exists():
            return path
    pytest.fail("there is no program to compare with: cargo build, or say DELIGHT=path/to/delight")


@pytest.fixture
def written(program, tmp_path):
    """What the program writes into a file of its results."""

    def write(*args, document="summary.json"):
        done = subprocess.run(
            [program, *args, "--out", tmp_path / "out"], cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return (tmp_path / "out" / document).read_text(encoding="utf-8")

    return write
