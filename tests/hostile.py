"""Reads hostile data folders in a process of its own, with little memory: a crash is an answer too.

``python tests/hostile.py`` prints a line of JSON before and after each case, so that whoever started it
knows which one brought it down.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "hooks"))

import builders
import hostile_cases
from microsite.core.problems import InvalidData
from microsite.loading import data_folder

SPARE = 200 * 1024 * 1024
"""Bytes that a hostile file may cost, above what the program needs before it has read anything."""

Answer = dict[str, Any]


def answer(case: hostile_cases.Case) -> Answer:
    """What is told about a case: each problem in full, or the traceback that must never be."""
    with tempfile.TemporaryDirectory() as folder:
        case.make(Path(folder))
        return answer_in(Path(folder))


def answer_in(root: Path) -> Answer:
    try:
        data_folder.folder(root, builders.AS_OF)
    except InvalidData as invalid:
        for problem in invalid.problems:
            str(problem).encode()  # what cannot be printed would be a crash after all
        return {"problems": [_told(problem) for problem in invalid.problems]}
    except BaseException:
        return {"traceback": traceback.format_exc()}
    return {"problems": []}


def _told(problem: Any) -> Answer:
    mark = problem.mark
    place = {"file": mark.file, "line": mark.line, "column": mark.column}
    return {**place, "code": problem.code, "zh": problem.zh, "en": problem.en, "text": str(problem)}


def limit_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text("utf-8").split()[0])
    limit = pages * resource.getpagesize() + SPARE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def all_answers() -> dict[str, Answer]:
    """Every case's answer by name, from one other process; one that it died of says so."""
    done = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, check=False, timeout=600
    )
    answers: dict[str, Answer] = {}
    for line in done.stdout.splitlines():
        name, said = json.loads(line)
        answers[name] = said or {"traceback": f"died with {done.returncode}: {done.stderr[-2000:]}"}
    return answers


def main() -> None:
    data_folder.folder(builders.a_data_folder(Path(tempfile.mkdtemp())), builders.AS_OF)
    limit_memory()
    for case in hostile_cases.CASES:
        print(json.dumps([case.name, None]), flush=True)
        print(json.dumps([case.name, answer(case)]), flush=True)


if __name__ == "__main__":
    main()
