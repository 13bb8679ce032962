"""Rows as a frame of whichever library is there."""

from __future__ import annotations

from typing import Any, Sequence

from delight._errors import DelightError


def frame(rows: Sequence[dict[str, Any]], library: str | None = None) -> Any:
    """Rows as a frame of pandas, where that is installed, else of polars; or of the one that is asked for."""
    if library not in (None, "pandas", "polars"):
        raise DelightError(f'there are frames of "pandas" and of "polars", not of {library!r}')
    columns = {key: [row.get(key) for row in rows] for key in dict.fromkeys(key for row in rows for key in row)}
    for name in ("pandas", "polars") if library is None else (library,):
        try:
            return __import__(name).DataFrame(columns)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
    wanted = library or "pandas, or polars"
    raise DelightError(f"a frame needs {wanted}: pip install {library or 'pandas'}")


def flat(value: Any, before: str = "") -> dict[str, Any]:
    """What stands in a value, by the path to it."""
    if not isinstance(value, dict):
        return {before: value}
    if set(value) == {"value", "standard_error"}:
        return {before: value["value"], f"{before}.standard_error": value["standard_error"]}
    inner = [flat(own, f"{before}.{key}" if before else key) for key, own in value.items()]
    return {key: own for part in inner for key, own in part.items()}
