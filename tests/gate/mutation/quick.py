"""Makes a run of the tests short, because every changed program is judged by a run of its own.

``gate_mutation.py`` puts this beside the copied tests; it is loaded with ``-p quick``.
"""

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

WANTED = pytest.StashKey[set]()

settings.register_profile(
    "quick",
    max_examples=15,
    derandomize=True,  # the same program is judged the same way every time
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    """Read whole files and choose from them; picking a thousand tests one by one takes a second and more."""
    settings.load_profile("quick")
    config.stash[WANTED] = {argument for argument in config.args if "::" in argument}
    config.args[:] = sorted({argument.partition("::")[0] for argument in config.args})


def pytest_collection_modifyitems(config, items):
    """Keep the tests that were asked for: first what finds most, last the whole data folders and random examples."""
    wanted = config.stash[WANTED]
    kept = [item for item in items if not wanted or item.nodeid in wanted]
    if wanted and len(kept) != len(wanted):
        raise pytest.UsageError(f"{len(wanted)} tests were asked for, {len(kept)} are here")
    items[:] = sorted(kept, key=_late)


def _late(item):
    return is_hypothesis_test(item.obj), "test_cases" in item.nodeid, "messages" not in item.nodeid
