"""The gate: what is too long for every change, measured in full before a publication (`make gate`).

Its files are named ``gate_….py``, so that the ordinary test run does not take them for its own. Every measurement
is a row of the report: the part of the promise, what was measured, what is wanted, and what came out.
"""

import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
sys.path.insert(0, str(Path(__file__).parent))

from editions import Editions, small_repository

VERSIONS = (
    ("Chromium", ("chromium", "--version")),
    ("Firefox", ("firefox-esr", "--version")),
    ("WebKitGTK", ("dpkg-query", "-W", "-f", "${Version}", "webkit2gtk-driver")),
    ("Node.js", ("node", "--version")),
    ("git", ("git", "--version")),
)


class Row(NamedTuple):
    """One line of the report, in words."""

    part: str
    what: str
    wanted: str
    measured: str


ROWS = pytest.StashKey[list[Row]]()
FAILED = pytest.StashKey[list[str]]()


def pytest_addoption(parser):
    """``--report FILE``: write the figures of this run into a file."""
    parser.addoption("--report", metavar="FILE", help="write what the gate measured into this file")


def pytest_configure(config):
    """Begin with an empty report."""
    config.stash[ROWS] = []
    config.stash[FAILED] = []


@pytest.fixture(scope="session")
def measured(request):
    """Put one figure into the report: ``measured("Publication", "kill -9", "100 of 100 whole", "100 of 100")``.

    To be called before the assertion that judges the figure, so that a failure is in the report, too.
    """

    def put(part, what, wanted, figure):
        request.config.stash[ROWS].append(Row(part, what, wanted, str(figure)))

    return put


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    """Remember which tests failed, in any of their three steps."""
    outcome = yield
    if outcome.get_result().failed:
        item.config.stash[FAILED].append(item.nodeid.rpartition("/")[2])


def pytest_sessionfinish(session):
    """Write the report, when one is asked for."""
    config = session.config
    if target := config.getoption("--report"):
        Path(target).write_text(report(config.stash[ROWS], config.stash[FAILED], session.testscollected), "utf-8")


def pytest_terminal_summary(terminalreporter, config):
    """Show the figures at the end of every run."""
    for row in config.stash[ROWS]:
        terminalreporter.write_line(" · ".join(row))


def report(rows, failed, collected):
    """Return the report as Markdown: when, with what, how it ended, and a table for each part."""
    ended = f"{len(set(failed))} of {collected} checks failed" if failed else f"all {collected} checks passed"
    lines = [
        "# What the gate measured",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}: {ended}. Written by `make gate`; {versions()}.",
    ]
    for part in dict.fromkeys(row.part for row in rows):
        lines += ["", f"## {part}", "", "| measured | wanted | result |", "|-|-|-|"]
        lines += [f"| {row.what} | {row.wanted} | {row.measured} |" for row in rows if row.part == part]
    if failed:
        lines += ["", "## Failed", "", *(f"- `{name}`" for name in dict.fromkeys(failed))]
    return "\n".join(lines) + "\n"


def versions():
    """Return the programs this run used, each with its version."""
    found = [f"Python {platform.python_version()}"]
    for name, command in VERSIONS:
        assert shutil.which(command[0]), f"{command[0]} is not installed; run: make tools"
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        found.append(f"{name} {next(word for word in printed.split() if any(map(str.isdigit, word))).lstrip('v')}")
    return ", ".join(found)


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """Both plans in a repository of their own, edited back and forth."""
    return Editions(small_repository(tmp_path_factory.mktemp("editions") / "repository"))
