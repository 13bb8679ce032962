"""A case, and what can be asked of it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Optional, Sequence, Tuple, Union

from delight import _arrow, _engine
from delight._result import Result, Study

if TYPE_CHECKING:
    import pyarrow

Path = Union[str, "os.PathLike[str]"]
Value = Union[str, int, float, bool]


class Case:
    """A business case: its scenario file with all that this names, and values put in place of the file's.

    It never changes, it pickles, and two cases are equal if their texts are.
    """

    __slots__ = ("_given",)

    def __init__(self, given: str) -> None:
        """Takes a case as :attr:`json` gives it; :meth:`from_file` and :meth:`from_text` are what you want."""
        _engine.check(given)
        self._given = given

    @classmethod
    def from_file(cls, path: Path) -> Case:
        """Reads a scenario file, with its bases and samples.

        :raises CaseError: all that is wrong with it, at once.
        """
        return cls._valid(_engine.load(os.fspath(path)))

    @classmethod
    def from_text(cls, text: str, name: str = "case.toml", files: Optional[Mapping[str, str]] = None) -> Case:
        """Takes the text of a scenario file; ``files`` are the texts of those that it names, by their paths.

        :raises CaseError: all that is wrong with it, at once.
        """
        return cls(_written({"main": name, "files": {**(files or {}), name: text}}))

    @classmethod
    def _valid(cls, given: str) -> Case:
        case = object.__new__(cls)
        case._given = given
        return case

    def with_(self, path: str, value: Value) -> Case:
        """The same case with another value, such as ``with_("customers.annual_churn", "30% to 40%")``.

        Values are written as in a scenario file, and as ``--set`` of the command line takes them.

        :raises CaseError: there is no such key, or it cannot have this value.
        """
        given = json.loads(self._given)
        others = [[known, text] for known, text in given.get("set", []) if known != path]
        return type(self)(_written({**given, "set": [*others, [path, _text_of(value)]]}))

    @property
    def json(self) -> str:
        """The case as it travels: its files, and the values put in place of theirs."""
        return self._given

    @property
    def text(self) -> str:
        """The text of its scenario file."""
        given = json.loads(self._given)
        return given["files"][given["main"]]

    @property
    def file(self) -> str:
        """The name of its scenario file."""
        return json.loads(self._given)["main"]

    @property
    def changes(self) -> dict[str, str]:
        """Values put in place of the file's, by their paths."""
        return dict(json.loads(self._given).get("set", []))

    def run(
        self,
        trials: Optional[int] = None,
        seed: Optional[int] = None,
        *,
        sampling: Optional[str] = None,
        lens: Optional[str] = None,
        precision: Optional[float] = None,
        threads: Optional[int] = None,
    ) -> Result:
        """Runs the case: the numbers of ``delight run``, to the last bit.

        :param trials: number of trials; 20,000 unless said.
        :param seed: seed of the draws; that of the case, else 1.
        :param sampling: ``sobol`` (default), ``lhs`` or ``random``.
        :param lens: how much of the published effects is believed: ``calibrated``, ``literature`` or ``authors``.
        :param precision: goes on until the standard error of the mean value is this share of its spread.
        :param threads: number of threads; all cores unless said.
        """
        asked = _written(_settings(trials, seed, sampling, lens, precision=precision))
        return Result(_engine.run(self._given, asked, threads), self, asked)

    def sample(
        self,
        names: Optional[Sequence[str]] = None,
        trials: Optional[int] = None,
        seed: Optional[int] = None,
        *,
        range: Optional[Tuple[int, int]] = None,
        sampling: Optional[str] = None,
        lens: Optional[str] = None,
        threads: Optional[int] = None,
    ) -> pyarrow.Table:
        """The trials of a run one by one, as an Arrow table that lies where the engine left it: nothing is copied.

        :param names: inputs by their paths and measures by the names of ``--save-trials``, such as ``npv``; unless said,
            every input that differs from trial to trial, and ``npv``. What a trial does not have is null.
        :param range: the trials from the first number, counted from 0, to below the second; all of them unless said.
        :raises DelightError: there is no such input and no such measure; the message lists all.

        Needs ``pyarrow``.
        """
        asked = _written(_settings(trials, seed, sampling, lens))
        found = _engine.trials(self._given, asked, [] if names is None else list(names), range, threads)
        return _arrow.table(*found)

    def study(
        self,
        name: str,
        trials: Optional[int] = None,
        seed: Optional[int] = None,
        *,
        sampling: Optional[str] = None,
        lens: Optional[str] = None,
        threads: Optional[int] = None,
        **options: Any,
    ) -> Study:
        """Makes one of the :func:`studies`: what its command writes as JSON.

        :param options: what the study asks for besides, under the names of the command's options.
        """
        asked = _written(_settings(trials, seed, sampling, lens, **options))
        return Study(_engine.study(name, self._given, asked, threads), name)

    def shard(
        self,
        range: Tuple[int, int],
        trials: Optional[int] = None,
        seed: Optional[int] = None,
        *,
        sampling: Optional[str] = None,
        lens: Optional[str] = None,
        threads: Optional[int] = None,
    ) -> bytes:
        """Computes some trials of a run of so many, for :func:`merge`: the bytes of ``delight shard``."""
        return _engine.shard(self._given, _written(_settings(trials, seed, sampling, lens)), tuple(range), threads)

    def __reduce__(self):
        return (type(self), (self._given,))

    def __eq__(self, other: object) -> bool:
        return self._given == other._given if isinstance(other, Case) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._given)

    def __repr__(self) -> str:
        changes = "".join(f".with_({path!r}, {text!r})" for path, text in self.changes.items())
        return f"<delight.Case {self.file!r}{changes}>"


def merge(shards: Iterable[bytes], *, threads: Optional[int] = None) -> Result:
    """Puts the shards of a run together, in any order: the numbers of the run itself.

    :raises DelightError: they are not all trials of one run, each once; the message says all that is wrong.
    """
    return Result(_engine.merge(list(shards), threads))


def studies() -> list[str]:
    """The names that :meth:`Case.study` takes."""
    return _engine.studies()


def _settings(
    trials: Optional[int], seed: Optional[int], sampling: Optional[str], lens: Optional[str], **more: Any
) -> dict[str, Any]:
    asked = {"trials": trials, "seed": seed, "sampling": sampling, "lens": lens, **more}
    return {key: value for key, value in asked.items() if value is not None}


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text_of(value: Value) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
