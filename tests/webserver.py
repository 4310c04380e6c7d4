"""The system's own nginx with the file of deploy/, as an office runs it."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import building

DEPLOY = building.REPOSITORY / "deploy"


@contextlib.contextmanager
def nginx(root: Path, port: int) -> Iterator[None]:
    """Serve ``root/www``, in which the site lies in its sub-path, on a port of this machine."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    assert Path(program).exists(), "nginx is not installed; run: make tools"
    (root / "nginx.conf").write_text(_settings(root, port), "utf-8")
    common = [program, "-p", str(root), "-c", str(root / "nginx.conf"), "-e", str(root / "error.log")]
    tested = subprocess.run([*common, "-t"], capture_output=True, text=True, check=False, timeout=30)
    assert tested.returncode == 0, tested.stderr
    running = subprocess.Popen([*common, "-g", "daemon off;"])
    try:
        _wait_for(port)
        yield
    finally:
        running.terminate()
        running.wait(10)


def _settings(root: Path, port: int) -> str:
    """A whole file of nginx around the one of deploy/, which is changed where it says that it has to be."""
    given = (DEPLOY / "nginx.conf").read_text("utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("    listen [::]:80;\n", ""),
        ("root /srv/www;", f"root {root}/www;"),
        ("include /srv/www/ztzl/2024/", f"include {root}/www/ztzl/2024/"),
        ("include mime.types;", "include /etc/nginx/mime.types;"),
    ):
        assert given.count(old) == 1, old
        given = given.replace(old, new)
    user = "user root;" if os.geteuid() == 0 else ""  # the folder of a test is nobody else's
    own = "".join(f"{name}_temp_path {root}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"{user}\npid {root}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{own}{given}}}\n"


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer", pytrace=False)
