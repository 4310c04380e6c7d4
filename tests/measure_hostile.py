"""How long and how much memory each hostile data file takes: the slowest ten, and the totals.

``python tests/measure_hostile.py`` (no test: the figures are about the machine as much as about the code).
Each case is read in a process of its own, forked from one that has read the good folder.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import hostile
import hostile_cases
from microsite import load


class Cost(NamedTuple):
    """``memory`` is what the case took on top of what was there before, in MiB."""

    seconds: float
    memory: float
    name: str


def cost(case: hostile_cases.Case) -> Cost:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = _resident()
        with tempfile.TemporaryDirectory() as folder:
            case.make(Path(folder))
            begun = time.perf_counter()
            hostile.answer_in(Path(folder))
            seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(writing, f"{seconds} {max(0.0, peak - before)}".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answered:
        said = answered.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"{case.name}: the process ended with {status}")
    seconds, memory = map(float, said.split())
    return Cost(seconds, memory, case.name)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        load.folder(hostile_cases.builders.a_data_folder(Path(folder)), hostile_cases.builders.AS_OF)
    costs = [cost(case) for case in hostile_cases.CASES]
    print("seconds    MiB  case")
    for seconds, memory, name in sorted(costs, reverse=True)[:10]:
        print(f"{seconds:7.2f} {memory:6.0f}  {name}")
    most = max(costs, key=lambda each: each.memory)
    print(f"{len(costs)} cases in {sum(each.seconds for each in costs):.1f} s;", end=" ")
    print(f"the most memory: {most.memory:.0f} MiB ({most.name})")


if __name__ == "__main__":
    main()
