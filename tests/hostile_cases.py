"""Data files that somebody mistyped, damaged or built to do harm: what is done to a good folder, and the answer.

Each case is a name, a change, and everything that is told about it: ``code@line:column``, in the file
that was changed; of more than four the first, and how many of each code. An empty answer means that the
file is read as it was typed. A change is the whole content of a file (text, bytes, or a function for
what is large) or a list of edits of the good one.
"""
from __future__ import annotations

import builders
from hostile_forms import FORMS
from hostile_making import Case
from hostile_values import VALUES

__all__ = ["CASES", "Case", "builders"]

CASES = (*FORMS, *VALUES)
