"""Everything that a site is built with may be used and passed on, and LICENSES.md says under which licence."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKED = sorted(set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)))
LISTED = dict(re.findall(r"^\| ([a-z0-9._-]+) \| (.+) \|$", (ROOT / "LICENSES.md").read_text("utf-8"), re.MULTILINE))
KNOWN = re.compile(r"MIT|BSD|Apache|PSF|MPL|Mozilla")
BINDING = re.compile(r"GPL|SSPL|EUPL|Commons|Proprietary", re.IGNORECASE)
"""Licences that would bind the program itself, or an office that passes it on."""


def licence(name: str) -> str:
    """What a package says of itself: the expression, else the classifier, else its own words."""
    said = metadata.metadata(name)
    kinds = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier", []) if each.startswith("License ::")]
    own = (said.get("License") or "").strip().split("\n")[0]
    return said.get("License-Expression") or (own if KNOWN.search(own) else ", ".join(kinds))


def test_the_list_has_every_package_and_no_other() -> None:
    assert sorted(LISTED) == sorted(LOCKED)
    assert len(LOCKED) > 40


@pytest.mark.parametrize("name", LOCKED)
def test_a_package_says_what_the_list_says_and_binds_nobody(name: str) -> None:
    assert licence(name) == LISTED[name]
    assert KNOWN.search(LISTED[name])
    assert not BINDING.search(LISTED[name])


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.txt")), ids=lambda path: path.name)
def test_every_package_that_is_installed_has_its_hashes(lock: Path) -> None:
    entries = re.split(r"^(?=[a-z0-9._-]+==)", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_builds_a_package_is_pinned_as_well_and_nothing_else_is_fetched_for_it() -> None:
    recipes = (ROOT / "Makefile").read_text("utf-8")
    installing = [line for line in recipes.splitlines() if line.startswith("\t$(PIP) install")]
    assert len(installing) == 4
    first, *others = installing
    assert first == "\t$(PIP) install --require-hashes -r requirements-build.txt"
    assert [line for line in others if "--require-hashes --no-build-isolation" not in line] == []
    assert [line for line in recipes.splitlines() if "pip" in line and " install " in line and "--require-hashes" not in line] == []


def test_the_pipelines_name_what_they_run_by_its_content() -> None:
    used = re.findall(r"uses: (\S+)", (ROOT / "deploy/github.yml").read_text("utf-8"))
    assert len(used) == 8
    assert [name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []
