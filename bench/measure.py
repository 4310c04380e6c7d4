"""One command as a stopwatch sees it: wall time, processor time, peak memory, files and bytes."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024
_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 0.025
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Measured:
    """``wall`` and ``cpu`` in seconds, ``memory`` in MiB: the most that a command and all the
    processes it started had at once (resident; memory shared between them counts for each).
    ``changed``: files of the site whose time changed, or that are new; None where all are.
    """

    wall: float
    cpu: float
    memory: float
    files: int
    size: int
    changed: int | None = None


class CommandFailed(Exception):
    """A contestant did not finish; the message is the end of what it said."""


def run(command: Sequence[str], cwd: Path, output: Path, env: Mapping[str, str]) -> Measured:
    """Run a command to its end; ``output`` is the folder whose files are counted afterwards."""
    os.sync()  # what the one before has still to write is not this one's affair
    log = cwd / ".last.log"
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=dict(env), stdout=said, stderr=subprocess.STDOUT)  # noqa: S603
        watch = Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = watch.stop()  # ru_maxrss begins with the memory of this process, which is larger than some contestants
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-4000:]}")
    files, size = counted(output)
    return Measured(wall, usage.ru_utime + usage.ru_stime, peak / MIB, files, size)


def counted(folder: Path) -> tuple[int, int]:
    """Files below a folder and their bytes."""
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(files)


def stamps(folder: Path) -> dict[str, int]:
    """When each file below a folder was written, in nanoseconds."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


class Watch:
    """Looks at the memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._over = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """The most bytes that were seen."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            self._peak = max(self._peak, resident(self._pid), highest(self._pid))


def highest(pid: int) -> int:
    """The most resident bytes that a process alone ever had since its program began; 0 when it is gone."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def processor(pid: int) -> float:
    """Seconds of a processor that a process alone has used; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> int:
    """Resident bytes of a process and everything it started; 0 when it is gone."""
    try:
        own = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
        tasks = [task.joinpath("children").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return 0
    return own + sum(resident(int(child)) for listed in tasks for child in listed.split())
