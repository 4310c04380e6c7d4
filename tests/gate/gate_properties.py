"""What always holds, tried with many more examples than on every change."""

import os
import re
import subprocess
import sys

import building
import properties

UNIT = building.REPOSITORY / "tests" / "unit"


def test_what_always_holds_also_holds_of_many_more_examples(measured):
    asked = re.compile("^(?:from|import) properties", re.MULTILINE)
    files = [path for path in sorted(UNIT.glob("test_*.py")) if asked.search(path.read_text("utf-8"))]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, files)],
        cwd=building.REPOSITORY, env={**os.environ, properties.THOROUGH: "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    passed = re.search(r"([0-9]+) passed", done.stdout)
    measured("Input", "properties that hold of every example", "all", f"{passed[1] if passed else 0} tests, exit {done.returncode}")
    assert done.returncode == 0, done.stdout[-3000:]
    assert len(files) >= 3
