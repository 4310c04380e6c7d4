"""What stands in deploy/: nginx accepts it and sends what it promises; all three servers say the same."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import building
import nginx
import publishing
from microsite.cli import main

DEPLOY = nginx.DEPLOY
POLICY_HTML = (building.REPOSITORY / "overrides/microsite/shell/policy.html").read_text("utf-8")
(POLICY,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', POLICY_HTML)
BASE = building.BASE
FINGERPRINT = "assets/stylesheets/main.0123abcd.min.css"
MOVED = "a/j2203/", "jiangxi-2022/older-people/"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    root: Path

    def ask(self, path: str, method: str = "GET", base: str = BASE, **headers: str) -> Answer:
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, f"{base}{path}", headers=asked)
            answer = connection.getresponse()
            got = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, got, answer.read())


@pytest.fixture(scope="module", params=nginx.WAYS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The system's own nginx with the files of deploy/, whose places are those of this test."""
    root = tmp_path_factory.mktemp("nginx")
    site = nginx.site_of(root, request.param)
    files = publishing.everything(publishing.site(publishing.real_data(), site_url=building.SITE_URL))
    for path, content in {**files, FINGERPRINT: b"a{}"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    (site / "linked.html").symlink_to("/etc/passwd")
    with nginx.serving(root, request.param) as port:
        yield Server(port, site)


TYPES = {
    "": "text/html; charset=utf-8",
    "jiangxi-2022/": "text/html; charset=utf-8",
    "jiangxi-2022/calendar.ics": "text/calendar; charset=utf-8",
    "jiangxi-2022/changes.atom": "application/atom+xml; charset=utf-8",
    "jiangxi-2022/activities.csv": "text/csv; charset=utf-8",
    "jiangxi-2022/contacts/all.vcf": "text/vcard; charset=utf-8",
    "jiangxi-2022/women/citation.ris": "application/x-research-info-systems; charset=utf-8",
    "jiangxi-2022/women/citation.bib": "application/x-bibtex; charset=utf-8",
    "api/v1/index.json": "application/json; charset=utf-8",
    "assets/site.css": "text/css; charset=utf-8",
    "assets/site.js": "application/javascript; charset=utf-8",
    "assets/icon.svg": "image/svg+xml; charset=utf-8",
    "sitemap.xml": "text/xml; charset=utf-8",
}


@pytest.mark.parametrize("path", TYPES)
def test_every_kind_of_file_has_its_type_and_says_that_it_is_utf8(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert (answer.status, answer.headers["content-type"]) == (200, TYPES[path])
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "frames"),
    [
        ("", "'none'"),
        ("jiangxi-2022/women/", "'none'"),
        ("no/such/page/", "'none'"),
        ("jiangxi-2022/calendar.ics", "'none'"),
        ("embed/jiangxi-2022/", "*"),
        ("embed/jiangxi-2022/women/", "*"),
        ("en/embed/jiangxi-2022/women/", "*"),
    ],
)
def test_the_policy_is_that_of_the_pages_and_frames_are_open_for_embeds_alone(
    server: Server, path: str, frames: str
) -> None:
    headers = server.ask(path).headers
    assert headers["content-security-policy"] == f"{POLICY}; frame-ancestors {frames}"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["permissions-policy"].startswith("camera=(), geolocation=()")


def test_what_is_not_there_is_answered_with_the_page_for_it(server: Server) -> None:
    answer = server.ask("jiangxi-2022/no/such/page/")
    assert (answer.status, answer.body) == (404, (server.root / "404.html").read_bytes())


def test_an_address_without_its_last_slash_leads_to_the_page(server: Server) -> None:
    answer = server.ask("jiangxi-2022/women")
    assert (answer.status, answer.headers["location"]) == (301, f"{BASE}jiangxi-2022/women/")
    answer = server.ask("", base=BASE.rstrip("/"))
    assert (answer.status, answer.headers["location"]) == (301, BASE)


@pytest.mark.parametrize("server", ["within the server of a portal"], indirect=True)
def test_the_portal_around_the_site_is_as_it_was(server: Server) -> None:
    assert (server.ask("/", base="").body, server.ask("/", base="").headers["x-portal"]) == (b"portal", "yes")
    missing = server.ask("/no/such/page/", base="")
    assert (missing.status, missing.body) == (404, b"not of the portal")
    assert "content-security-policy" not in missing.headers
    assert "x-portal" not in server.ask("assets/site.css").headers
    climbing = server.ask("../../../www/index.html")
    assert climbing.body != b"portal"
    assert server.ask("", base=f"{BASE.rstrip('/')}../else/index.html").status == 404


def test_a_short_address_leads_to_its_page_at_once(server: Server) -> None:
    short, page = MOVED
    for language in ("", "en/"):
        answer = server.ask(language + short)
        assert (answer.status, answer.headers["location"]) == (301, f"{BASE}{language}{page}")


def test_only_what_carries_a_fingerprint_is_kept_for_long(server: Server) -> None:
    kept = {path: server.ask(path).headers["cache-control"] for path in ("", "assets/site.css", FINGERPRINT)}
    assert kept == {
        "": "no-cache",
        "assets/site.css": "no-cache",
        FINGERPRINT: "public, max-age=31536000, immutable",
    }
    tag = server.ask("assets/site.css").headers["etag"]
    assert server.ask("assets/site.css", If_None_Match=tag).status == 304


@pytest.mark.parametrize("path", ["jiangxi-2022/", "assets/site.css", "jiangxi-2022/calendar.ics"])
def test_what_is_large_is_sent_compressed(server: Server, path: str) -> None:
    answer = server.ask(path, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == server.ask(path).body


def test_a_link_to_a_file_outside_and_anything_but_reading_are_refused(server: Server) -> None:
    assert server.ask("linked.html").status == 404
    assert b"root:" not in server.ask("linked.html").body
    assert {method: server.ask("", method).status for method in ("PUT", "POST", "DELETE")} == {
        "PUT": 403, "POST": 403, "DELETE": 403,
    }  # fmt: skip


HIDDEN = (".microsite.json", ".htaccess", ".2024.spare/index.html", "jiangxi-2022/.git/config", ".well-known/.hidden")


def test_names_that_begin_with_a_dot_are_not_there_except_what_others_look_for_at_its_place(server: Server) -> None:
    for path in (*HIDDEN, ".well-known/security.txt"):
        (server.root / path).parent.mkdir(parents=True, exist_ok=True)
        (server.root / path).write_text("beside", "utf-8")
    missing = (server.root / "404.html").read_bytes()
    assert {(server.ask(path).status, server.ask(path).body) for path in HIDDEN} == {(404, missing)}
    assert server.ask(HIDDEN[0]).headers["content-security-policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert (server.ask(".well-known/security.txt").status, server.ask(".well-known/security.txt").body) == (200, b"beside")


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-location.conf", "apache.conf", "Caddyfile", "lighttpd.conf"])
def test_each_server_sends_the_policy_of_the_pages_and_the_same_other_headers(name: str) -> None:
    text = (DEPLOY / name).read_text("utf-8")
    if name == "nginx-location.conf":
        text += (DEPLOY / "nginx-maps.conf").read_text("utf-8")
    frames = re.findall(rf"{re.escape(POLICY)}; frame-ancestors ([^\"]+)\"", text)
    assert frames == (["$microsite_frames"] if name.startswith("nginx") else frames)
    assert sorted(frames) in (["$microsite_frames"], ["'none'", "*"])
    assert text.count("default-src") == len(frames)
    for words in (
        "nosniff", "strict-origin-when-cross-origin", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "same-origin", "text/calendar", "text/csv", "text/vcard", "application/atom+xml", "404.html",
        "public, max-age=31536000, immutable", r"\.[0-9a-f]{8}\.min\.", "well-known(",
    ):  # fmt: skip
        assert words in text, words


def test_apache_hides_the_same_names_in_the_folder_above() -> None:
    rule = (DEPLOY / "apache-above.conf").read_text("utf-8").splitlines()[-1]
    assert rule.startswith("RedirectMatch 404 ")
    assert f"\n{rule}\n" in (DEPLOY / "apache.conf").read_text("utf-8")


def test_both_ways_of_nginx_say_the_same() -> None:
    def said(text: str, begin: str, end: str) -> list[str]:
        lines = text[text.index(begin) : text.index(end)].replace("/srv/www/ztzl/2024/", "/srv/microsite/").split("\n")
        return [" ".join(line.split()) for line in lines if line.strip()]

    alone = (DEPLOY / "nginx.conf").read_text("utf-8")
    maps, location = ((DEPLOY / f"nginx-{name}.conf").read_text("utf-8") for name in ("maps", "location"))
    assert said(alone, "map_hash", "server {") == said(f"{maps}server {{", "map_hash", "server {")
    for begin, end in (("    include mime.types", "# A location"), ("    add_header", "    location /")):
        end_here = "# These stand" if "location" in end and "A" in end else "    limit_except"
        assert said(alone, begin, end) == said(location, begin, end_here)


# --- the preview ---------------------------------------------------------------------------------------


# --- pipelines --------------------------------------------------------------------------------

PIPELINES = {
    "github.yml": ("--builtin-schema", "vendor.github-workflows"),
    "gitlab.yml": ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}


@pytest.mark.parametrize("name", PIPELINES)
def test_a_pipeline_is_what_its_service_reads(name):
    command = [sys.executable, "-m", "check_jsonschema", *PIPELINES[name], str(DEPLOY / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_runs_in_a_pipeline_is_named_by_what_it_holds():
    """An action by its commit and an image by its digest: a tag can be moved to something else."""
    github, gitlab = ((DEPLOY / name).read_text("utf-8") for name in PIPELINES)
    actions = re.findall(r"uses: (\S+)", github)
    assert actions
    assert not [action for action in actions if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)]
    jobs = yaml.safe_load(gitlab)
    newer = jobs["newer-python"]
    versions = newer["parallel"]["matrix"][0]["PYTHON"]
    images = [jobs["image"], *(newer["image"].replace("$PYTHON", version) for version in versions)]
    assert gitlab.count("image:") == 2, "one of every job and one of the newer ones"
    for minor, image in zip((11, 12, 13), images, strict=True):
        assert re.fullmatch(rf"python:3\.{minor}\.\d+-bookworm@sha256:[0-9a-f]{{64}}", image), image


def test_an_audit_never_stops_the_publication():
    jobs = {name: yaml.safe_load((DEPLOY / name).read_text("utf-8")) for name in PIPELINES}
    assert jobs["github.yml"]["jobs"]["audit"]["continue-on-error"] is jobs["gitlab.yml"]["audit"]["allow_failure"] is True
    assert jobs["github.yml"]["jobs"]["publish"]["needs"] == "check"
    assert jobs["gitlab.yml"]["pages"]["needs"] == ["check"]


@pytest.mark.parametrize("name", PIPELINES)
def test_a_pipeline_calls_only_commands_that_there_are(name):
    text = (DEPLOY / name).read_text("utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)", text))
    assert targets == {"install", "site", "audit"}
    assert targets <= set(re.findall(r"^([a-z]+):", (DEPLOY.parent / "Makefile").read_text("utf-8"), re.MULTILINE))
    for options in re.findall(r"microsite ([a-z-]+(?: --[a-z]+ [a-z]+)?)", text):
        main._parser().parse_args(options.split())
