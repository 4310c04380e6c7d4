"""``python -m microsite``: the command line."""

import io
import os
import sys
from pathlib import Path

from .cli.main import main


def _run() -> int:
    """A terminal that has no Chinese gets codes in its place; one that stops reading (``| head``) is no mistake, nor is none (``>&-``)."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to be written at the end
        return 0
    return code


if __name__ == "__main__":
    sys.exit(_run())
