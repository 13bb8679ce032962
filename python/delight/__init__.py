"""The business case of customer delight as a distribution: what a service excellence programme is worth, how sure, and why.

>>> import delight
>>> case = delight.Case.from_file("hotel.toml")
>>> result = case.with_("customers.annual_churn", "30% to 40%").run(trials=20_000, seed=1)
>>> result.npv.p50, result.loss_probability
"""

from delight._case import Case, merge, studies
from delight._engine import version as __version__
from delight._errors import CaseError, DelightError, Problem
from delight._result import Facts, Number, Result, Study

__all__ = [
    "Case",
    "CaseError",
    "DelightError",
    "Facts",
    "Number",
    "Problem",
    "Result",
    "Study",
    "__version__",
    "merge",
    "studies",
]
