"""Do the tests notice a small fault? mutmut puts thousands of them into the reading of input, one at a time.

Judged is what stands between a typed file and the site: ``yamlfile``, ``loading``, ``values``, ``dates`` and ``urls``. Faults that no
test can notice are on the list ``survivors.md``, with the reason why they are left; ``UPDATE_SURVIVORS=1`` writes those that are
not on it into the list, to be given a reason or a test. Functions are changed, tables and patterns are not.

The 11,000 faults take over two hours. A run tries a tenth of them, those of every function whose number ends as the day of the month
does, so that another tenth is tried on another day; ``FAULTS=3`` names the tenth, ``FAULTS=all`` tries every one.
"""

import ast
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

REPOSITORY = Path(__file__).parents[2]
LIST = Path(__file__).with_name("survivors.md")
WANTED = 85
MOST_UNEXPLAINED = 800
"""Unnoticed faults that are not on the list, of all that there are; the number may only fall."""
TRIED = os.environ.get("FAULTS", str(datetime.now(UTC).day % 10))
WHICH = () if TRIED == "all" else (f"*__mutmut_*{TRIED}",)
FAMILIES = {
    "yaml": tuple(f"yamlfile/{name}.py" for name in "yaml_parser tree encoding errors recovery messages".split()),
    "reading": (
        *("model/values.py", "model/links.py"),
        *(f"loading/{name}.py" for name in "validate reader reader_messages worked_out".split()),
    ),
    "dates": tuple(f"core/dates/{name}.py" for name in "points grammar phrases repeats fuzzy in_words".split()),
    "urls": ("core/urls.py",),
}
_DATES = "dates dates_repeats dates_undated dates_wordings dates_always dates_refused format"
_FEEDS = "hand_written feeds_ical feeds_table"
_READING = "source source_messages read formers urls values numbers_and_addresses load session_tables attachment_files checks"
TESTS = (
    *(f"tests/unit/test_{name}.py" for name in f"{_DATES} {_READING} {_FEEDS}".split()),
    "tests/test_cases.py",
)
# Whole mountains of data and the same files with other line ends find nothing that the rest does not; mutmut adds functions.
LEFT_OUT = "not hostile_file and not in_proportion and not line_ends_of and not without_a_promise"
WITHOUT = "-p no:cacheprovider -p no:unraisableexception -p no:threadexception"  # each of them takes its time
FOUND, TOO_LONG, MISSED = (1, 3), (24, 36, 152, 255, -24), (0, 33)


class Mutant(NamedTuple):
    """One small fault: the module and function it is in, what it changes, and how its run ended."""

    module: str
    function: str
    change: str
    ended: int | None

    @property
    def family(self):
        return next(name for name, files in FAMILIES.items() if any(map(Path(self.module).match, files)))

    @property
    def place(self):
        return self.module, self.function, self.change


@pytest.fixture(scope="session")
def mutants(tmp_path_factory):
    """Every fault that was tried (not those of the other tenths), in a copy of the code and of the tests that concern it."""
    root = tmp_path_factory.mktemp("mutation")
    prepare(root)
    with (root / "log.txt").open("w") as log:
        ran = subprocess.run(
            [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *WHICH],
            cwd=root, stdout=log, stderr=subprocess.STDOUT, check=False,
            env={**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
        )  # fmt: skip
    assert ran.returncode == 0, (root / "log.txt").read_text("utf-8")[-3000:]
    mutants = [mutant for path in sorted((root / "mutants/microsite").rglob("*.meta")) for mutant in read(path)]
    return [mutant for mutant in mutants if mutant.ended is not None]


def prepare(root):
    """A small copy of the repository with the package on top, as mutmut wants it."""
    junk = shutil.ignore_patterns("__pycache__")
    tests = REPOSITORY / "tests"
    shutil.copytree(REPOSITORY / "hooks/microsite", root / "microsite", ignore=junk)
    shutil.copytree(tests / "unit", root / "tests/unit", ignore=junk)
    shutil.copytree(tests / "cases", root / "tests/cases")
    for path in (*tests.glob("*.py"), tests / "gate/mutation/quick.py"):
        shutil.copy(path, root / ("" if path.name == "quick.py" else "tests"))
    settings = {
        "source_paths": ["microsite"],
        "only_mutate": [f"microsite/{file}" for files in FAMILIES.values() for file in files],
        "also_copy": ["pytest.ini", "quick.py"],
        "pytest_add_cli_args_test_selection": TESTS,
        "pytest_add_cli_args": ["-c", "pytest.ini"],
        "timeout_multiplier": ["3"],
        "timeout_constant": ["2"],
    }
    lines = [f"{name} = " + "\n  ".join(values) for name, values in settings.items()]
    (root / "setup.cfg").write_text("\n".join(["[mutmut]", *lines, ""]), "utf-8")
    # A second run in one process would escape the names of the tests twice; without escaping, bytes among the parameters need an id.
    (root / "pytest.ini").write_text(
        "[pytest]\npythonpath = .\n"
        "disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true\n"
        f'addopts = --import-mode=importlib -p quick --tb=native {WITHOUT} -k "{LEFT_OUT}"\n',
        "utf-8",
    )


def read(meta):
    """The faults of one module, by what mutmut keeps of them beside the changed module."""
    module = meta.as_posix().partition("/mutants/microsite/")[2].removesuffix(".meta")
    functions = {
        node.name: node
        for node in ast.walk(ast.parse(meta.with_suffix("").read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    for key, ended in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
        name, _, number = key.rpartition(".")[2].partition("__mutmut_")
        before, after = functions[f"{name}__mutmut_orig"], functions[f"{name}__mutmut_{number}"]
        function = ".".join(part for part in name.removeprefix("x_").removeprefix("x").split("ǁ") if part)
        yield Mutant(module, function, change(before, after), ended)


def change(before, after):
    """What differs between two functions, in whole words: ``split(rest, maxsplit=[1→2])``."""
    old, new = ([line.strip() for line in _body(node).split("\n")] for node in (before, after))
    differing = [line for line in difflib.ndiff(old, new) if line[:2] in ("- ", "+ ")]
    removed = " ".join(line[2:] for line in differing if line[0] == "-")
    added = " ".join(line[2:] for line in differing if line[0] == "+")
    head = _shared(removed, added)
    head -= len(re.search(r"\w*$", removed[:head])[0])
    tail = _shared(removed[head:][::-1], added[head:][::-1])
    tail -= len(re.match(r"\w*", removed[len(removed) - tail :])[0])
    start = re.search(r"\w*\W*\w*\W*\w*$", removed[:head]).start()
    end = len(removed) - tail
    around = re.match(r"\w*\W*\w*", removed[end:]).end()
    words = f"{removed[start:head]}[{removed[head:end]}→{added[head : len(added) - tail]}]{removed[end : end + around]}"
    return " ".join(words.replace("|", "¦").replace("`", "ˋ").split())


def _shared(left, right):
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(left), len(right)))


def _body(function):
    """The function without its own name, which differs in any case."""
    return ast.unparse(ast.FunctionDef(**{**vars(function), "name": "function"}))


def listed():
    """The list of survivors: module, function and change to reason."""
    rows = (line.strip("| ").split(" | ") for line in LIST.read_text("utf-8").split("\n") if line.startswith("| `"))
    return {tuple(cell.strip("`") for cell in row[:3]): row[3] for row in rows}


def written(survivors, reasons):
    head = LIST.read_text("utf-8").split("| module")[0]
    rows = [f"| `{m}` | `{f}` | `{c}` | {reasons.get((m, f, c), '?')} |" for m, f, c in sorted(survivors)]
    return "\n".join([f"{head}| module | function | what is changed | why it is left |", "|-|-|-|-|", *rows, ""])


def score(mutants):
    """Found ones in percent, and the figure for the report."""
    ended = Counter(mutant.ended for mutant in mutants)
    found, late = (sum(ended[code] for code in codes) for codes in (FOUND, TOO_LONG))
    percent = 100 * (found + late) / len(mutants)
    missed = len(mutants) - found - late
    return percent, f"{percent:.1f} % ({len(mutants)} faults: {found} found, {late} ran too long, {missed} not found)"


@pytest.fixture(scope="session")
def tried(mutants):
    """Which faults the figures are of, in words."""
    return "all" if TRIED == "all" else f"a tenth, {len(mutants)}: numbers that end in {TRIED}"


def test_every_fault_was_tried_to_its_end(mutants):
    assert {mutant.ended for mutant in mutants} <= {*FOUND, *TOO_LONG, *MISSED}
    assert {mutant.family for mutant in mutants} == set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_tests_notice_a_small_fault_in_the_reading_of_input(family, mutants, tried, measured):
    percent, figure = score([mutant for mutant in mutants if mutant.family == family])
    measured("Input", f"small faults in `{family}` that the tests notice ({tried})", f"at least {WANTED} %", figure)
    assert percent >= WANTED


def test_faults_that_go_unnoticed_without_a_reason_do_not_become_more(mutants, tried, measured):
    percent, figure = score(mutants)
    survivors = {mutant.place for mutant in mutants if mutant.ended in MISSED}
    places = {mutant.place for mutant in mutants}
    if os.environ.get("UPDATE_SURVIVORS"):
        LIST.write_text(written(survivors | listed().keys() - places, listed()), "utf-8")
    known = {place: reason for place, reason in listed().items() if place in places}
    new = sorted(survivors - {place for place, reason in known.items() if reason.strip("? ")})
    old = sorted(set(known) - survivors)
    most = MOST_UNEXPLAINED if TRIED == "all" else MOST_UNEXPLAINED // 8  # no tenth is just as the others
    measured("Input", f"small faults in all four together that the tests notice ({tried})", f"at least {WANTED} %", figure)
    measured("Input", "unnoticed faults without a reason in `survivors.md`", f"at most {most}", len(new))
    measured("Input", "reasons in `survivors.md` whose fault is noticed by now", "to be deleted", len(old))
    assert percent >= WANTED
    assert len(new) <= most
