"""What was found, as attributes, frames and figures."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Iterator, Optional

from delight import _engine
from delight._errors import DelightError
from delight._frames import flat, frame

if TYPE_CHECKING:
    from delight._case import Case


class Number(float):
    """A number of a simulation, which computes like any other, with its standard error."""

    standard_error: Optional[float]
    """How far the luck of the draws may have moved it; none where that is not known."""

    def __new__(cls, value: float, standard_error: Optional[float] = None) -> Number:
        number = super().__new__(cls, value)
        number.standard_error = standard_error
        return number

    def __reduce__(self):
        return (type(self), (float(self), self.standard_error))


def _seen(value: Any) -> Any:
    if isinstance(value, list):
        return [_seen(own) for own in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"value", "standard_error"} and value["value"] is not None:
        return Number(value["value"], value["standard_error"])
    return Facts(value)


class Facts(Mapping):
    """A part of what was found: ``found.npv.p50`` or ``found["npv"]["p50"]``."""

    __slots__ = ("_found",)

    def __init__(self, found: dict[str, Any]) -> None:
        self._found = found

    def __getitem__(self, key: str) -> Any:
        return _seen(self._found[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._found:
            there = ", ".join(self._found) if not name.startswith("_") else "nothing of that kind"
            raise AttributeError(f"there is no {name!r}; there is: {there}")
        return self[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._found]

    def __repr__(self) -> str:
        return f"<{type(self).__module__.split('.')[0]}.{type(self).__name__}: {', '.join(self._found)}>"

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts, lists, numbers and texts."""
        return json.loads(json.dumps(self._found))

    def __reduce__(self):
        return (Facts, (self._found,))


class Document(Facts):
    """A document of the command line."""

    __slots__ = ("_json",)

    def __init__(self, text: str) -> None:
        found = json.loads(text)
        # A study that finds a list of things has no names for them.
        super().__init__(found if isinstance(found, dict) else {"found": found})
        self._json = text

    def to_json(self) -> str:
        """The document, byte for byte as the command line writes it."""
        return self._json


class Study(Document):
    """What a study found: :meth:`Case.study`."""

    __slots__ = ("_name",)

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self._name = name

    @property
    def name(self) -> str:
        """The name of the study."""
        return self._name

    def to_frame(self, key: str, library: Optional[str] = None) -> Any:
        """A list of what was found as a frame: a row for each."""
        return frame(_rows(self._found, key), library)

    def __reduce__(self):
        return (Study, (self._json, self._name))


class Result(Document):
    """What a run found: the keys of ``summary.json`` as attributes, such as ``result.npv.p50``."""

    __slots__ = ("_asked", "_of")

    def __init__(self, text: str, case: Optional[Case] = None, asked: str = "{}") -> None:
        super().__init__(text)
        self._of = case
        self._asked = asked

    def to_frame(self, key: Optional[str] = None, library: Optional[str] = None) -> Any:
        """Numbers as a frame of pandas, where that is installed, else of polars.

        :param key: a list or a group of ``summary.json``, such as ``"fan"``, ``"kpis"`` or ``"by_delivery"``: a row for
            each member. Unless said, the distributions: a row for each measure.
        :param library: ``"pandas"`` or ``"polars"``, where it matters which.
        """
        if key is not None:
            return frame(_rows(self._found, key), library)
        spreads = {name: own for name, own in self._found.items() if isinstance(own, dict) and "p50" in own}
        return frame([{"measure": name, **flat(own)} for name, own in spreads.items()], library)

    def figures(self, language: str = "en", width: int = 640) -> dict[str, str]:
        """The figures of the report as SVG, by their names.

        :raises DelightError: the result has no case, since it was merged from shards.
        """
        return {name: svg for name, _, _, _, svg in self._drawn(language, width)}

    def figure(self, name: str, language: str = "en", width: int = 640) -> str:
        """One of the :meth:`figures`: ``npv``, ``roi``, ``cash``, ``bridge``, ``chain``, ``indicators``, ``drivers``…"""
        all_of_them = self.figures(language, width)
        if name not in all_of_them:
            raise DelightError(f"this case has no figure {name!r}; it has: {', '.join(all_of_them)}")
        return all_of_them[name]

    def _drawn(self, language: str, width: int) -> list[tuple[str, str, str, str, str]]:
        if self._of is None:
            raise DelightError("figures need the case: run it, or take the result of Case.run")
        lens = {"lens": self.case.lens} if json.loads(self._asked).get("lens") else {}
        return _engine.figures(self._of.json, json.dumps(lens), self._json, language, width)

    def _repr_html_(self) -> str:
        case, npv = self._found["case"], self._found["npv"]
        money = lambda key: f"{npv[key]['value']:,.0f}"  # noqa: E731
        heads = "".join(f"<th>{head}</th>" for head in ("P5", "P50", "P95", "mean", "loss"))
        cells = [money("p5"), money("p50"), money("p95"), money("mean"), f"{self.loss_probability:.1%}"]
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        title = html.escape(f"{case['name']}: net present value, {case['currency']}, {self.trials:,} trials")
        language = case.get("lang") or "en"
        drawn = [svg for name, *_, svg in self._drawn(language, 640) if name == "npv"] if self._of else []
        return f"<div><p><b>{title}</b></p><table><tr>{heads}</tr><tr>{row}</tr></table>{''.join(drawn)}</div>"

    def __repr__(self) -> str:
        case, npv = self._found["case"], self.npv
        return (
            f"<delight.Result {case['name']!r}: net present value {npv.p50:,.0f} {case['currency']} "
            f"({npv.p5:,.0f} to {npv.p95:,.0f}), loss {self.loss_probability:.1%}, {self.trials:,} trials>"
        )

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, Result) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self):
        return (Result, (self._json, self._of, self._asked))


def _rows(found: dict[str, Any], key: str) -> list[dict[str, Any]]:
    own = found.get(key)
    if isinstance(own, dict):
        return [{"name": name, **flat(part, "" if isinstance(part, dict) else "value")} for name, part in own.items()]
    if isinstance(own, list) and own:
        return [flat(part, "" if isinstance(part, dict) else "value") for part in own]
    usable = [name for name, part in found.items() if isinstance(part, (dict, list)) and part]
    raise DelightError(f"there is no list or group {key!r}; there are: {', '.join(usable)}")
