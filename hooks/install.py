"""Put the command ``microsite`` into the environment whose Python runs this file.

``.venv/bin/python hooks/install.py``, or ``.venv\\Scripts\\python hooks\\install.py`` on Windows. The package stays
where it lies: the environment gets a line in a ``.pth`` file that leads to it, and a command of two lines.
"""

import os
import sysconfig
from pathlib import Path

HOOKS = Path(__file__).resolve().parent
SHELL = '#!/bin/sh\nexec "${0%/*}/python" -m microsite "$@"\n'
WINDOWS = '@"%~dp0python.exe" -m microsite %*\r\n'


def install(packages: Path, scripts: Path, is_windows: bool) -> None:
    """Write both files; ``packages`` and ``scripts`` are folders of the environment."""
    (packages / "microsite.pth").write_text(os.path.relpath(HOOKS, packages) + "\n", "utf-8")
    command = scripts / ("microsite.cmd" if is_windows else "microsite")
    command.write_bytes((WINDOWS if is_windows else SHELL).encode())
    command.chmod(0o755)


if __name__ == "__main__":
    install(Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("scripts")), os.name == "nt")
