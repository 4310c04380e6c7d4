"""The table, in Markdown: medians, and how many times the floor of the same run."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from math import log
from statistics import median

from measure import Measured

Results = dict[int, dict[str, list[Measured]]]

HEAD = """\
| activities | contestant | wall, s | × floor | CPU, s | × floor | peak, MiB | files | MB | changed | runs |
|-:|:-|-:|-:|-:|-:|-:|-:|-:|-:|-:|
"""


def middle(runs: list[Measured], of: str) -> float:
    return float(median(getattr(run, of) for run in runs))


def table(results: Results, what: str = "activities", beside: str = "floor") -> str:
    """A line for each contestant; ``what`` is counted, and every figure stands beside that of one of them."""
    lines = [
        _line(size, name, runs, found.get(beside))
        for size, found in results.items()
        for name, runs in found.items()
    ]
    return HEAD.replace("activities", what).replace("floor", beside) + "".join(lines)


def whole(results: Results, plans: Results, held: Results, shown: Results) -> str:
    """The tables of what was measured: campaigns in number, the office's own plans, sessions, previews."""
    tables = (
        table(results) if results else "",
        table(plans, "plans", "stock MkDocs, one Chinese page").replace("× stock MkDocs, one Chinese page", "× stock") if plans else "",
        table(held, "sessions", "empty MkDocs build").replace("× empty MkDocs build", "× empty") if held else "",
        _previews(shown) if shown else "",
    )
    return "\n".join(filter(None, tables))


def _previews(shown: Results) -> str:
    """Two is the office's own plans; any other number is of activities."""
    head = "| plans, activities | contestant | wall, s | CPU, s | memory, MiB | edits |\n|-:|:-|-:|-:|-:|-:|\n"
    return head + "".join(
        f"| {size:,} | {name} | {middle(runs, 'wall'):.2f} | {middle(runs, 'cpu'):.2f} | {middle(runs, 'memory'):.0f} | {len(runs)} |\n"
        for size, found in shown.items()
        for name, runs in found.items()
    )


def _line(size: int, name: str, runs: list[Measured], floor: list[Measured] | None) -> str:
    wall, cpu = middle(runs, "wall"), middle(runs, "cpu")
    cells = [
        f"{size:,}", name, f"{wall:.2f}", _times(wall, floor, "wall"), f"{cpu:.2f}", _times(cpu, floor, "cpu"),
        f"{middle(runs, 'memory'):.0f}", f"{runs[-1].files:,}", f"{runs[-1].size / 1e6:.1f}",
        "" if runs[-1].changed is None else f"{runs[-1].changed:,}", str(len(runs)),
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |\n"


def _times(value: float, floor: list[Measured] | None, of: str) -> str:
    return f"{value / middle(floor, of):.2f}" if floor else ""


def growth(results: Results) -> str:
    """How the time grows from the first size to the last of 1,500 or more: 1 is in proportion."""
    sizes = [size for size in sorted(results) if size >= 1500]
    if len(sizes) < 2:
        return ""
    first, last = sizes[0], sizes[-1]
    lines = [
        f"| {name} | {exponent(results, name, first, last):.2f} |\n"
        for name in results[last]
        if name in results[first]
    ]
    return f"\n| growth from {first:,} to {last:,} | exponent |\n|:-|-:|\n{''.join(lines)}"


def exponent(results: Results, name: str, first: int, last: int) -> float:
    return log(middle(results[last][name], "wall") / middle(results[first][name], "wall")) / log(last / first)


PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-static-i18n",
    "Jinja2",
    "PyYAML",
    "Markdown",
    "pydantic",
    "babel",
)


def document(text: str, peers: str = "") -> str:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES)
    return f"""\
# Results

Written by `make bench`; what the lines mean is in [README.md](README.md).

{text}
## Machine and versions

{machine()}

Python {platform.python_version()}, {versions}{", " if peers else ""}{peers}.
"""


def machine() -> str:
    """The machine in words, without its name."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kernel = ".".join(platform.release().split("-")[0].split(".")[:2])
    return f"{cores} cores of {platform.machine()}, {memory:.0f} GiB of memory, {platform.system()} {kernel}."
