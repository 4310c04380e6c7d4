"""Several tasks in several processes; the results are the same as one after another.

Processes are forked, so that they begin with everything that was loaded and compiled. They end
with the one that started them, even where that one is killed.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from typing import Any

Task = Callable[[str], Any]
"""From a name to what becomes of it; both travel between processes."""

_PARENT_DIES = 1  # PR_SET_PDEATHSIG, linux/prctl.h
_task: list[Task] = []  # of a process that was forked


def available() -> int:
    """How many processes may run at once; one where they cannot be forked."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


class InTurn:
    """One task after another, each when it is asked for."""

    def __init__(self, task: Task, names: Sequence[str]) -> None:
        self._task, self._names = task, names

    def results(self) -> Iterator[Any]:
        """In the order in which they are finished."""
        return map(self._task, self._names)


class AtOnce:
    """Tasks that run in processes of their own from now on."""

    def __init__(self, task: Task, names: Sequence[str], processes: int) -> None:
        # A forked process finds what it begins with as it is: nothing of it has to travel.
        self._pool = ProcessPoolExecutor(
            processes, multiprocessing.get_context("fork"), initializer=_begin, initargs=(os.getpid(), task)
        )
        self._futures: list[Future[Any]] = [self._pool.submit(_run, name) for name in names]

    def results(self) -> Iterator[Any]:
        for future in as_completed(self._futures):
            yield future.result()
        self._pool.shutdown()

    def close(self) -> None:
        """Nothing more is begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _begin(parent: int, task: Task) -> None:
    _task[:] = [task]
    ctypes.CDLL(None).prctl(_PARENT_DIES, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we could ask
        os._exit(1)
    gc.freeze()  # what was there before is never collected, so its memory stays shared
    gc.disable()  # a tenth of the time; collected after each task instead


def _run(name: str) -> Any:
    done = _task[0](name)
    gc.collect()
    return done
