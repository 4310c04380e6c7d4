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
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

Task = Callable[[str], Any]
"""From a name to what becomes of it, which is something and travels between processes."""

_SIZE = 4
"""Bytes of a number in the queue; a pipe holds 16,000 of them, and a country has a few dozen regions."""

_ENDED = "系统终止了一个进程，可能是内存不足 / the system ended one of the processes, perhaps for lack of memory"

_PARENT_DIES = 1  # PR_SET_PDEATHSIG, linux/prctl.h


def available() -> int:
    """How many processes may run at once; one where they cannot be forked."""
    if sys.platform != "linux" or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0))


class AtOnce:
    """Tasks that other processes begin with now, and that this one shares when it asks for results.

    Whoever is free takes the next task, so that all end at about the same time; the largest ones
    should come first. Without ``others`` this one does them all, each when it is asked for.
    """

    def __init__(self, task: Task, names: Sequence[str], others: int) -> None:
        self._task, self._queue = task, _Queue(names)
        # A forked process finds what it begins with as it is: nothing of it has to travel.
        begun = os.getpid(), task, self._queue
        fork = multiprocessing.get_context("fork") if others else None
        self._pool = ProcessPoolExecutor(others, fork, initializer=_begin, initargs=begun) if others else None
        self._futures: list[Future[Any]] = [self._pool.submit(_run) for _ in names] if self._pool else []

    def results(self) -> Iterator[Any]:
        """In no certain order. Raises ChildProcessError where the system ended one of the processes."""
        with _uncollected():
            while (name := self._queue.next()) is not None:
                yield self._task(name)
                gc.collect()
        try:
            for future in as_completed(self._futures):
                if (done := future.result()) is not None:
                    yield done
        except BrokenProcessPool:
            raise ChildProcessError(_ENDED) from None

    def close(self) -> None:
        """Nothing more is begun."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
        os.close(self._queue.end)


class _Queue:
    """What is still to be done, in a pipe: nobody can die with a lock on it."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self.end, start = os.pipe()
        os.write(start, b"".join(place.to_bytes(_SIZE, "big") for place in range(len(names))))
        os.close(start)

    def next(self) -> str | None:
        """A task that nobody has begun with, or None."""
        taken = os.read(self.end, _SIZE)  # at once, or not at all
        return self._names[int.from_bytes(taken, "big")] if taken else None


@contextmanager
def _uncollected() -> Iterator[None]:
    """The collector takes a tenth of the time; after each task it is asked once instead."""
    gc.freeze()  # what was there before is not looked at, so its memory stays shared
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


_share: list[tuple[Task, _Queue]] = []  # of a process that was forked


def _begin(parent: int, task: Task, queue: _Queue) -> None:
    _share[:] = [(task, queue)]
    ctypes.CDLL(None).prctl(_PARENT_DIES, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we could ask
        os._exit(1)
    gc.freeze()
    gc.disable()


def _run() -> Any:
    """What becomes of the next task; None where all are begun with."""
    task, queue = _share[0]
    name = queue.next()
    if name is None:
        return None
    done = task(name)
    gc.collect()
    return done
