"""Tasks are shared between processes: each is done once, by whoever is free."""

import gc
import os
import time

import pytest

from microsite.build import parallel

NAMES = [f"part {number}" for number in range(20)]


def told(name):
    time.sleep(0.002)
    return name, os.getpid()


@pytest.mark.parametrize("others", [1, 3])
def test_each_task_is_done_once_and_this_process_takes_its_share(others):
    work = parallel.AtOnce(told, NAMES, others)
    found = list(work.results())
    assert sorted(name for name, _ in found) == sorted(NAMES)
    assert {by for _, by in found} >= {os.getpid()}
    assert len({by for _, by in found}) <= others + 1


def test_what_is_asked_for_late_was_done_by_the_others():
    work = parallel.AtOnce(told, NAMES, 1)
    time.sleep(0.5)
    assert os.getpid() not in {by for _, by in work.results()}


def test_one_after_another_is_in_order():
    work = parallel.AtOnce(told, NAMES, 0)
    assert list(work.results()) == [(name, os.getpid()) for name in NAMES]
    work.close()


def broken(name):
    if os.getpid() != HERE:
        os._exit(9)
    time.sleep(0.05)
    return name


HERE = os.getpid()


def test_a_process_that_is_killed_is_told_and_never_waited_for():
    work = parallel.AtOnce(broken, NAMES, 1)
    with pytest.raises(ChildProcessError, match="perhaps for lack of memory"):
        list(work.results())
    work.close()


def wrong(name):
    raise ValueError(name)


@pytest.mark.parametrize("others", [0, 1])
def test_a_task_that_fails_is_an_error_of_whoever_asked_and_the_collector_goes_on(others):
    made = parallel.AtOnce(wrong, NAMES, others)
    with pytest.raises(ValueError, match="part"):
        list(made.results())
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    made.close()
