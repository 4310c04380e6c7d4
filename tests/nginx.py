"""The system's own nginx with the files of deploy/, whose places are those of a test."""

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


OWN = "a server of its own"
WAYS = {OWN: f"www{building.BASE.rstrip('/')}", "within the server of a portal": "somewhere/else"}
"""How nginx serves the site, and the folder in which it lies then."""


def site_of(root: Path, way: str = OWN) -> Path:
    """The folder that is served below the sub-path."""
    return root / WAYS[way]


@contextlib.contextmanager
def serving(root: Path, way: str = OWN, port: int = 0) -> Iterator[int]:
    """Serve ``site_of(root, way)``, which has a site in it, on any free port or the one given; gives the port."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    assert Path(program).exists(), "nginx is not installed; run: make tools"
    port = port or free_port()
    (root / "nginx.conf").write_text((settings if way == OWN else settings_of_a_portal)(root, port), "utf-8")
    common = [program, "-p", str(root), "-c", str(root / "nginx.conf"), "-e", str(root / "error.log")]
    tested = subprocess.run([*common, "-t"], capture_output=True, text=True, check=False, timeout=30)
    assert tested.returncode == 0, tested.stderr
    running = subprocess.Popen([*common, "-g", "daemon off;"])
    try:
        wait_for(port)
        yield port
    finally:
        running.terminate()
        running.wait(10)


def settings(root: Path, port: int) -> str:
    """The site alone on its server."""
    return around(root, changed("nginx.conf", {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "    listen [::]:80;\n": "",
        "root /srv/www;": f"root {root}/www;",
        "include /srv/www/ztzl/2024/": f"include {root}/www/ztzl/2024/",
        "include mime.types;": "include /etc/nginx/mime.types;",
    }))  # fmt: skip


def settings_of_a_portal(root: Path, port: int) -> str:
    """A server that has its own pages, headers and page for what is not there; the site is a part of it."""
    (root / "www").mkdir()
    (root / "www/index.html").write_text("portal", "utf-8")
    (root / "www/404.html").write_text("not of the portal", "utf-8")
    maps = changed("nginx-maps.conf", {"include /srv/microsite/": f"include {root}/somewhere/else/"})
    location = changed("nginx-location.conf", {
        "alias /srv/microsite/;": f"alias {root}/somewhere/else/;",
        "include mime.types;": "include /etc/nginx/mime.types;",
    })  # fmt: skip
    (root / "location.conf").write_text(location, "utf-8")
    return around(root, f"""{maps}
        server {{
            listen 127.0.0.1:{port};
            root {root}/www;
            add_header X-Portal "yes" always;
            error_page 404 /404.html;
            location ~ \\.(css|js|html)$ {{ expires 1h; }}
            location / {{ try_files $uri $uri/ =404; }}
            include {root}/location.conf;
        }}""")


def changed(name: str, edits: dict[str, str]) -> str:
    """A file of deploy/, changed where it says that it has to be."""
    given = (DEPLOY / name).read_text("utf-8")
    for old, new in edits.items():
        assert given.count(old) == 1, old
        given = given.replace(old, new)
    return given


def around(root: Path, given: str) -> str:
    """A whole file of nginx around those of deploy/."""
    user = "user root;" if os.geteuid() == 0 else ""  # the folder of a test is nobody else's
    own = "".join(f"{name}_temp_path {root}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"{user}\npid {root}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{own}{given}}}\n"


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer", pytrace=False)
