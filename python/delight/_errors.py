"""What can go wrong, in the words of the command line."""

from __future__ import annotations

from typing import NamedTuple, Optional, Sequence


class Problem(NamedTuple):
    """One thing that is wrong with a case."""

    file: str
    """Its file."""
    line: int
    """Its line, from 1; 0 where it is of the file as a whole."""
    column: int
    """Its column, from 1."""
    key: str
    """The key it is about, such as ``customers.annual_churn``."""
    found: str
    """What stands there."""
    rule: str
    """The rule that it breaks."""
    fix: Optional[str]
    """What to write instead, where that is known."""
    message: str
    """All of it in one line."""


class DelightError(ValueError):
    """Something was asked that cannot be done; the message says what to change."""


class CaseError(DelightError):
    """A case is not valid; the message says all that is wrong with it, a line each."""

    problems: "list[Problem]"
    """The same thing by thing."""

    def __init__(self, text: str, problems: Sequence[tuple] = ()) -> None:
        super().__init__(text)
        self.problems = [Problem(*problem) for problem in problems]

    def __reduce__(self):
        return (type(self), (self.args[0], [tuple(problem) for problem in self.problems]))
