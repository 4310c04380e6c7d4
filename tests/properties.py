"""How many examples a property test makes: some on every change, all of them in the gate."""

import os

THOROUGH = "THOROUGH"
"""Set in the environment by ``gate_properties.py``."""


def examples(most: int) -> int:
    return most if os.environ.get(THOROUGH) else max(25, most // 6)
