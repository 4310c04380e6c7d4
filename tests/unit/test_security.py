"""SECURITY.md says what the report of the gate says, and names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
REPORT = (ROOT / "tests/gate/REPORT.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("measured", "told"),
    [
        (r"(\d+) of (\d+) checks passed|all (\d+) checks passed", "{} checks passed"),
        (r"hostile data files.*\| 0 of (\d+) \|", "| Hostile data files | {}; 0 tracebacks"),
        (r"the slowest of them .*\| ([\d.]+) s", "the slowest took {} s of CPU time"),
        (r"takes most memory .*\| (\d+) MiB", "the largest {} MiB of memory"),
        (r"(\d+) payloads in (\d+) text fields .*executions \| 0 \| 0 \|", "| Payloads | {}, in {} text fields"),
        (r"requests through nginx.*\| 0 of (\d+) failed", "{:,} requests to nginx: 0 failed"),
        (r"until a broken save .*\| median ([\d.]+), longest ([\d.]+) \|", "errors shown after {} s (median); the longest took {} s"),
        (r"planted in (\d+) places, everything .*: (\d+) files.*\| in 0 files \|$", "planted in {:,} places: found in 0 of {:,} files"),
        (r"on all (\d+) pages, light and dark.*\| 0 \| 0 \|", "| Policy | {} pages"),
    ],
)
def test_what_was_measured_is_what_the_report_says(measured: str, told: str) -> None:
    found = re.search(measured, REPORT, re.MULTILINE)
    assert found, measured
    figures = [int(each) if each.isdecimal() else each for each in found.groups() if each]
    words = found[0] if "checks" in told else told.format(*figures)
    assert words in SECURITY


def test_every_test_that_is_named_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/*]+\.py)`", SECURITY))
    assert len(named) > 30
    assert [each for each in named if not list(ROOT.glob(each))] == []
