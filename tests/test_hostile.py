"""Hostile data files: each is answered by name, at its place, with a fix, and brings nothing down.

How long they take is measured by the gate (``tests/gate/gate_input.py``): that says something about a machine, and
is no test.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import hostile
from hostile import Answer
from hostile_cases import CASES, Case

# A message ends by saying what to write: please, is it, it should be, can only, may have at most.
_FIX_ZH = re.compile(r"请|是否为|可选：|应|只能|只写|可用|例如")
_FIX_EN = re.compile(r"; [a-z“]|did you mean|must |can only|at least|, as in ")


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    """Each case, read in another process that has 200 MiB to spare."""
    return hostile.all_answers()


def shortened(problems: list[Answer], file: str) -> str:
    """What the table says: each problem's code and place; of more than four the first and the numbers."""
    told = []
    for problem in problems:
        where = "" if problem["file"] == f"data/{file}" else f"{problem['file']}:"
        told.append((f"{where}{problem['code']}", f"@{problem['line']}:{problem['column']}"))
    if len(told) <= 4:
        return " ".join(f"{code}{place}" for code, place in told)
    counts = Counter(code for code, _ in told)
    return " ".join(["".join(told[0]), *(f"{number}×{code}" for code, number in counts.items())])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_answered_as_the_table_says(case: Case, answers: dict[str, Answer]) -> None:
    answer = answers[case.name]
    assert "traceback" not in answer, answer["traceback"]
    assert shortened(answer["problems"], case.file) == case.told


def test_every_refusal_has_its_place_and_a_fix_in_both_languages(answers: dict[str, Answer]) -> None:
    told = [problem for answer in answers.values() for problem in answer["problems"]]
    assert len(told) > 1000
    faults = {f"{p['code']}: {p['zh']} / {p['en']}" for p in told if not _is_helpful(p)}
    assert sorted(faults) == []


def _is_helpful(problem: Answer) -> bool:
    """``file:line:column: field: Chinese / English``, both with a fix, on one line that hides nothing."""
    place = f"{problem['file']}:{problem['line']}:{problem['column']}: "
    return (
        problem["text"].startswith(place)
        and problem["text"].endswith(f"{problem['zh']} / {problem['en']}")
        and problem["line"] >= 1
        and problem["column"] >= 1
        and problem["text"].replace("\u3000", "").isprintable()
        and bool(_FIX_ZH.search(problem["zh"]))
        and bool(_FIX_EN.search(problem["en"]))
    )


def test_there_are_hundreds_of_cases_each_with_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 400
    assert len({code for case in CASES for code in re.findall(r"[a-z][a-z0-9-]+(?=@)", case.told)}) > 60


def test_a_process_that_dies_is_an_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The proof that the tests above can fail: the last case's name without an answer."""
    program = tmp_path / "dies.py"
    program.write_text(
        "import json, os, signal\n"
        "print(json.dumps(['a', {'problems': []}]), json.dumps(['b', None]), sep='\\n', flush=True)\n"
        "os.kill(os.getpid(), signal.SIGSEGV)\n",
        "utf-8",
    )
    monkeypatch.setattr(hostile, "__file__", str(program))
    answers = hostile.all_answers()
    assert answers["a"] == {"problems": []}
    assert answers["b"]["traceback"].startswith("died with -11")


def test_the_limit_of_memory_is_in_force() -> None:
    program = """
import hostile
hostile.limit_memory()
try:
    bytearray(hostile.SPARE + 2**24)
except MemoryError:
    print("refused")
bytearray(hostile.SPARE // 2)
"""
    here = Path(hostile.__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=here, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "refused\n"
