"""How many examples a property test makes: some on every change, all of them in the gate."""

import os

THOROUGH = "THOROUGH"
"""Set in the environment by ``gate_properties.py``."""


def examples(most: int) -> int:
    return most if os.environ.get(THOROUGH) else max(12, most // 6)


def some(cases: list) -> list:
    """Every eleventh case; all of them in the gate. The number of kinds that cases run through must not be a multiple of eleven."""
    return cases if os.environ.get(THOROUGH) else cases[::11]
