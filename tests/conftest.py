"""What several kinds of test share: a copy of the repository, built once."""

import os
import shutil
import signal
import sys
from pathlib import Path

import filelock
import pytest

sys.path.insert(0, str(Path(__file__).parent))

import building
import reading
import small_repository

# A shell ignores Ctrl+C for what it runs in the background, and previews that tests end with it would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    """Build a copy of the repository in a way that has a name: whichever process of the tests needs it first does it for all."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def root(name, make):
        made, making = shared / name / "repository", shared / f"{name}.making" / "repository"
        with filelock.FileLock(shared / f"{name}.lock"):
            if not made.exists():
                make(building.copy_of_repository(making))
                making.parent.rename(made.parent)
        return made

    return root


@pytest.fixture(scope="session")
def repository(built_once):
    """A copy of everything a build needs, built the way an office builds it, for a sub-path. Nobody writes into it."""

    def make(root):
        building.configure(root, f"site_url: {building.SITE_URL}")
        building.succeed(root, config=building.CONFIGURED)

    return built_once("built", make)


@pytest.fixture(scope="session")
def small(built_once):
    """A small repository, built, to be copied. Nobody writes into it."""

    def make(root):
        building.succeed(small_repository.cut(root))

    return built_once("small", make)


@pytest.fixture(scope="session")
def site(repository):
    """The folder of the built site."""
    return repository / "site"


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the built site, read: address from the site's root to what it says."""
    return reading.pages(site)


@pytest.fixture(scope="session")
def example(built_once):
    """The invented edition in a copy of the project, built as anybody would build it. Nobody writes into its site."""

    def make(root):
        shutil.copytree(building.REPOSITORY / "examples", root / "examples", ignore=shutil.ignore_patterns("site*", ".*"))
        building.succeed(root, config="examples/mkdocs.yml")

    return built_once("example", make) / "examples"
