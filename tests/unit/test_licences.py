"""Everything that a site is built and tested with may be used and passed on, and LICENSES.md says under which licence."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / name).read_text("utf-8"), re.MULTILINE))


LOCKED = locked("requirements.txt")
OTHERS = set().union(*(locked(path.name) for path in ROOT.glob("requirements-*.txt"))) - LOCKED
OURS, THEIRS, NPM = re.split("^## ", (ROOT / "LICENSES.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
LISTED, LISTED_OTHERS = (dict(re.findall(r"^\| ([a-z0-9._-]+) \| (.+) \|$", text, re.MULTILINE)) for text in (OURS, THEIRS))
KNOWN = re.compile(r"MIT|BSD|Apache|PSF|MPL|Mozilla")
BINDING = re.compile(r"GPL|SSPL|EUPL|Commons|Proprietary", re.IGNORECASE)
"""Licences that would bind the program itself, or an office that passes it on."""


def licence(name: str) -> str:
    """What a package says of itself: the expression, else the classifier, else its own words, else those of its file LICENSE."""
    said = metadata.metadata(name)
    kinds = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier", []) if each.startswith("License ::")]
    own = (said.get("License") or "").strip().split("\n")[0]
    files = (file.read_text("utf-8").split("\n")[0] for file in metadata.files(name) or () if file.name == "LICENSE")
    return said.get("License-Expression") or (own if KNOWN.search(own) else ", ".join(kinds)) or next(files, "")


def test_the_list_has_every_package_and_no_other() -> None:
    assert set(LISTED) == LOCKED
    assert set(LISTED_OTHERS) == OTHERS
    assert (len(LOCKED) > 40, len(OTHERS) > 60) == (True, True)


def test_what_only_tests_and_maintainers_use_says_what_the_list_says_where_it_is_installed() -> None:
    installed = {each.name.lower().replace("_", "-").replace(".", "-") for each in metadata.distributions()} & OTHERS
    assert len(installed) > 30
    assert {name: licence(name) for name in installed} == {name: LISTED_OTHERS[name] for name in installed}
    assert [name for name, said in LISTED_OTHERS.items() if not KNOWN.search(said) or BINDING.search(said)] == []


def test_the_list_has_every_licence_of_the_packages_of_npm() -> None:
    locks = [json.loads((ROOT / folder / "package-lock.json").read_text("utf-8")) for folder in ("tests/js", "tests/gate/js")]
    entries = (each for lock in locks for each in lock["packages"].items() if each[0])
    found = {path.rpartition("node_modules/")[2]: entry.get("license") for path, entry in entries}
    listed = dict(re.findall(r"^\| ([^|:]+) \| ([^|]+) \|$", NPM, re.MULTILINE))
    del listed["Licence"]
    assert [name for name, said in found.items() if said is None] == ["parse-cache-control"]
    assert set(listed) == {said for said in found.values() if said}
    for said, names in listed.items():
        own = sorted(name for name in found if found[name] == said)
        assert names == (str(len(own)) if names.isdecimal() else ", ".join(own))
        assert not BINDING.search(said.replace("OR GPL-3.0-or-later", ""))


@pytest.mark.parametrize("name", sorted(LOCKED))
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
