"""What several kinds of test share: a copy of the repository, built once."""

import shutil
import signal
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import building
import reading

# A shell ignores Ctrl+C for what it runs in the background, and previews that tests end with it would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def repository(tmp_path_factory):
    """A copy of everything a build needs, built the way an office builds it, for a sub-path."""
    root = building.copy_of_repository(tmp_path_factory.mktemp("built") / "repository")
    building.configure(root, f"site_url: {building.SITE_URL}")
    building.succeed(root, config=building.CONFIGURED)
    return root


@pytest.fixture(scope="session")
def site(repository):
    """The folder of the built site."""
    return repository / "site"


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the built site, read: address from the site's root to what it says."""
    return reading.pages(site)


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The invented edition in a copy of the project, built as anybody would build it."""
    root = building.copy_of_repository(tmp_path_factory.mktemp("example") / "repository")
    shutil.copytree(building.REPOSITORY / "examples", root / "examples", ignore=shutil.ignore_patterns("site*", ".*"))
    building.succeed(root, config="examples/mkdocs.yml")
    return root / "examples"
