"""Makes a run of the tests short, because every changed program is judged by a run of its own.

``gate_mutation.py`` puts this beside the copied tests; it is loaded with ``-p quick``.
"""

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

# The tests that notice most faults of a kind; where they notice nothing, all others are asked.
FIRST = ("test_source_messages.py", "test_dates.py", "test_read.py")
UNSURE = 35  # what mutmut takes for neither found nor missed, and the gate for a fault of its own
WANTED = pytest.StashKey[set]()

settings.register_profile(
    "quick",
    max_examples=15,
    derandomize=True,  # the same program is judged the same way every time
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """Ask a few tests first: looking for a thousand takes longer than running these."""
    asked = [argument for argument in config.args if "::" in argument]
    first = next(filter(None, ([test for test in asked if name in test] for name in FIRST)), [])
    if len(first) < len(asked):
        ended = pytest.main(["-x", "-q", "--rootdir=.", "--tb=native", "-c", "pytest.ini", *first])
        return ended if ended == pytest.ExitCode.TESTS_FAILED else None
    return None


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    """Read whole files and choose from them; picking a thousand tests one by one takes a second and more."""
    settings.load_profile("quick")
    config.stash[WANTED] = {argument for argument in config.args if "::" in argument}
    config.args[:] = sorted({argument.partition("::")[0] for argument in config.args})


def pytest_collection_modifyitems(config, items):
    """Keep the tests that were asked for, whole data folders and random examples last."""
    wanted = config.stash[WANTED]
    kept = [item for item in items if not wanted or item.nodeid in wanted]
    if wanted and len(kept) != len(wanted):
        pytest.exit(f"{len(wanted)} tests were asked for, {len(kept)} are here", returncode=UNSURE)
    items[:] = sorted(kept, key=lambda item: (is_hypothesis_test(item.obj), "test_cases" in item.nodeid))
