"""Apache, Caddy and lighttpd with the files of deploy/: the same types and the same answers as from nginx, which every test run asks."""

import gzip
import re
import subprocess
import time
from pathlib import Path

import pytest

import building
import nginx
import publishing
from test_deploy import BASE, FINGERPRINT, HIDDEN, POLICY, TYPES, Server

DEPLOY = Path(__file__).parents[2] / "deploy"
APACHE = """\
ServerRoot "{root}"
PidFile "{root}/pid"
ErrorLog "{root}/errors"
Listen 127.0.0.1:{port}
ServerName localhost
{modules}
TypesConfig /etc/mime.types
DocumentRoot "{root}/www"
<Directory "{root}/www">
    Require all granted
    AllowOverride FileInfo Indexes Options=Indexes,SymLinksIfOwnerMatch
</Directory>
"""
LIGHTTPD = """\
server.document-root = "{root}/www"
server.bind = "127.0.0.1"
server.port = {port}
server.errorlog = "{root}/errors"
include "{settings}"
"""
MODULES = "mpm_event authz_core authn_core headers alias mime dir deflate filter".split()


@pytest.fixture(scope="module")
def files():
    return publishing.everything(publishing.site(publishing.real_data(), site_url=building.SITE_URL))


def laid_out(folder, files):
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def answered(server):
    """Once the server answers; what kind each file is said to be."""
    for _ in range(100):
        try:
            server.ask("")
            break
        except OSError:
            time.sleep(0.1)
    return {path: server.ask(path).headers.get("content-type", "").lower() for path in TYPES}


def same(found):
    """Servers differ in the name of scripts and of XML; JSON and XML are UTF-8 without a word."""
    alike = {"application/javascript": "text/javascript", "application/xml": "text/xml"}
    kinds = {path: (re.match(r"[^;]*", kind)[0], "charset=utf-8" in kind) for path, kind in found.items()}
    return {path: (alike.get(kind, kind), said or kind.endswith(("json", "xml"))) for path, (kind, said) in kinds.items()}


def shown(server):
    """Names with a dot before them that are answered, in the site and beside it."""
    beside = server.root.parent / ".2024.spare/index.html"
    for file in (*(server.root / path for path in (*HIDDEN, ".well-known/security.txt")), beside):
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text("beside", "utf-8")
    assert server.ask(".well-known/security.txt").body == b"beside"
    missing = (404, (server.root / "404.html").read_bytes())
    answers = {path: server.ask(path) for path in HIDDEN}
    hidden = server.ask("", base="/ztzl/.2024.spare/index.html")
    return [path for path, one in answers.items() if (one.status, one.body) != missing] + [beside.name] * (hidden.status != 404)


def test_apache_says_of_every_file_what_it_is(files, tmp_path, measured):
    site = tmp_path / "www/ztzl/2024"
    laid_out(site, files)
    (site / ".htaccess").write_text((DEPLOY / "apache.conf").read_text("utf-8"), "utf-8")
    (site.parent / ".htaccess").write_text((DEPLOY / "apache-above.conf").read_text("utf-8"), "utf-8")
    port = nginx.free_port()
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
    (tmp_path / "settings").write_text(APACHE.format(root=tmp_path, port=port, modules=modules))
    running = subprocess.Popen(["/usr/sbin/apache2", "-X", "-f", str(tmp_path / "settings")])
    try:
        found, hidden = answered(Server(port, site)), shown(Server(port, site))
    finally:
        running.terminate()
        running.wait(10)
    wrong = {path: kind for path, kind in same(found).items() if kind != same(TYPES)[path]}
    measured("Servers", "names with a dot before them that Apache shows", "0", len(hidden))
    measured("Servers", f"kinds of {len(TYPES)} files that Apache tells otherwise than nginx", "0", len(wrong))
    assert (wrong, hidden) == ({}, [])


def test_caddy_says_of_every_file_what_it_is(files, tmp_path, measured):
    site = tmp_path / "www/ztzl/2024"
    laid_out(site, files)
    port = nginx.free_port()
    settings = (DEPLOY / "Caddyfile").read_text("utf-8")
    settings = settings.replace("www.example.gov.cn {", f"http://127.0.0.1:{port} {{").replace("/srv/www", f"{tmp_path}/www")
    (tmp_path / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{settings}", "utf-8")
    command = ["caddy", "run", "--config", str(tmp_path / "Caddyfile"), "--adapter", "caddyfile"]
    running = subprocess.Popen(command, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}, stderr=subprocess.DEVNULL)
    try:
        found, hidden = answered(Server(port, site)), shown(Server(port, site))
    finally:
        running.terminate()
        running.wait(10)
    wrong = {path: kind for path, kind in same(found).items() if kind != same(TYPES)[path]}
    measured("Servers", "names with a dot before them that Caddy shows", "0", len(hidden))
    measured("Servers", f"kinds of {len(TYPES)} files that Caddy tells otherwise than nginx", "0", len(wrong))
    assert (wrong, hidden) == ({}, [])


@pytest.fixture(scope="module")
def lighttpd(files, tmp_path_factory):
    root = tmp_path_factory.mktemp("lighttpd")
    site = root / "www/ztzl/2024"
    laid_out(site, files)
    port = nginx.free_port()
    (root / "settings").write_text(LIGHTTPD.format(root=root, port=port, settings=DEPLOY / "lighttpd.conf"), "utf-8")
    running = subprocess.Popen(["/usr/sbin/lighttpd", "-D", "-f", str(root / "settings")])
    try:
        yield Server(port, site)
    finally:
        running.terminate()
        running.wait(10)


def test_lighttpd_says_of_every_file_what_it_is(lighttpd, measured):
    found = answered(lighttpd)
    wrong = {path: kind for path, kind in same(found).items() if kind != same(TYPES)[path]}
    measured("Servers", f"kinds of {len(TYPES)} files that lighttpd tells otherwise than nginx", "0", len(wrong))
    assert wrong == {}


def test_lighttpd_answers_as_the_other_servers(lighttpd):
    answered(lighttpd)
    missing = (404, (lighttpd.root / "404.html").read_bytes())
    (lighttpd.root / FINGERPRINT).parent.mkdir(parents=True, exist_ok=True)
    (lighttpd.root / FINGERPRINT).write_text("beside", "utf-8")
    assert shown(lighttpd) == []
    assert (lighttpd.ask("jiangxi-2022/no/such/page/").status, lighttpd.ask("jiangxi-2022/no/such/page/").body) == missing
    frames = {path: lighttpd.ask(path).headers["content-security-policy"] for path in ("", "embed/jiangxi-2022/", HIDDEN[0])}
    assert frames == {
        "": f"{POLICY}; frame-ancestors 'none'",
        "embed/jiangxi-2022/": f"{POLICY}; frame-ancestors *",
        HIDDEN[0]: f"{POLICY}; frame-ancestors 'none'",
    }
    kept = {path: lighttpd.ask(path).headers["cache-control"] for path in ("", FINGERPRINT)}
    assert kept == {"": "no-cache", FINGERPRINT: "public, max-age=31536000, immutable"}
    assert lighttpd.ask("jiangxi-2022/women").headers["location"] == f"{BASE}jiangxi-2022/women/"
    assert gzip.decompress(lighttpd.ask("", Accept_Encoding="gzip").body) == lighttpd.ask("").body
