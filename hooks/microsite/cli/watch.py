"""Says again what is wrong whenever a data file is saved.

The folder is asked twice a second: that works on every system, on shared drives and with every way
an editor saves a file, and costs little for some dozen files.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

SECONDS = 0.5
"""How long to wait between two looks."""

State = Mapping[str, tuple[int, int]]
"""Every file with the time it was written (nanoseconds) and its size."""


def state(data: Path) -> State:
    """What lies in the data folder and in ``mkdocs.yml`` beside it; what vanishes meanwhile is left out."""
    found: dict[str, tuple[int, int]] = {}
    for path in (*_below(data), data.parent / "mkdocs.yml"):
        try:
            known = path.stat()
        except OSError:
            continue
        found[str(path)] = (known.st_mtime_ns, known.st_size)
    return found


def _below(data: Path) -> list[Path]:
    try:
        return sorted(data.rglob("*"))
    except OSError:  # a folder was removed while it was listed
        return []


def watch(look: Callable[[], State], run: Callable[[], object], wait: Callable[[float], None]) -> int:
    """Run now and after every change, until the editor presses Ctrl-C; always 0.

    The state is taken before the run: a file that is saved while it runs is checked again.
    """
    known: State | None = None
    try:
        while True:
            now = look()
            if now != known:
                known = now
                _survive(run)
            wait(SECONDS)
    except (KeyboardInterrupt, BrokenPipeError):
        return 0


def _survive(run: Callable[[], object]) -> None:
    """A mistake of the program itself is shown and does not end the watch."""
    try:
        run()
    except BrokenPipeError:  # nobody reads any more
        raise
    except Exception:  # whatever it is, the next save may be fine
        traceback.print_exc()
