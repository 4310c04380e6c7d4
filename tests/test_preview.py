"""The live preview: edits appear, mistakes stand above the pages, and nothing ever stops being served."""

import contextlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

import building

JIANGXI = "data/campaigns/jiangxi-2022.yml"
PAGES = ("", "en/", "jiangxi-2022/", "en/jiangxi-2022/older-people/", "jiangxi-2022/contacts/", "manual/")
PATIENCE = 60
"""Seconds after which a page that does not change is given up; the tests say nothing about speed."""


class Preview:
    def __init__(self, root, port):
        self.root, self.address = root, f"http://127.0.0.1:{port}/"

    def page(self, path):
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - this machine
            return answer.read().decode()

    def until(self, path, holds):
        """The page once it is as it should be."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                if holds(page := self.page(path)):
                    return page
            time.sleep(0.1)
        pytest.fail(f"{path} did not change")

    def replace(self, old, new, name=JIANGXI):
        file = self.root / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def previewed(root, ending=signal.SIGINT, config="mkdocs.yml", **environment):
    """A preview that runs, until it is ended by a signal."""
    port = free_port()
    with (root / "serve.log").open("w") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--config-file", config, "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root, env=building.surroundings(environment), stdout=log, stderr=log,
        )  # fmt: skip
    try:
        preview = Preview(root, port)
        preview.until("", lambda page: "</html>" in page)
        yield preview
        assert running.poll() is None
        assert "Traceback" not in (root / "serve.log").read_text()
    finally:
        running.send_signal(ending)
        running.wait(30)


@pytest.fixture
def root(small, tmp_path):
    return shutil.copytree(small, tmp_path / "repository")


@pytest.fixture(scope="module")
def preview(small, tmp_path_factory):
    with previewed(shutil.copytree(small, tmp_path_factory.mktemp("preview") / "repository")) as running:
        yield running


def shows(preview):
    """Pages that show problems."""
    return [path for path in PAGES if "ms-problems" in preview.page(path)]


def test_an_edit_of_the_data_appears(preview):
    preview.replace("    summary: ", "    summary: 新的话，")
    assert "新的话，" in preview.until("jiangxi-2022/", lambda page: "新的话，" in page)
    assert shows(preview) == []


def test_a_mistake_stands_above_every_page_until_it_is_repaired(preview):
    for _ in range(2):
        preview.replace("activities:\n", "activitiess:\n")
        page = preview.until("jiangxi-2022/", lambda page: "ms-problems" in page)
        assert f"{JIANGXI}:" in page
        assert "是否为“activities”" in page
        assert "新的话，" in page
        assert shows(preview) == list(PAGES)
        preview.replace("activitiess:\n", "activities:\n")
        preview.until("jiangxi-2022/", lambda page: "ms-problems" not in page)
        assert shows(preview) == []


def test_an_edit_of_a_hand_written_page_and_of_a_template_appears(preview):
    preview.replace("# ", "# 改过的", "docs/about.md")
    preview.until("about/", lambda page: "改过的" in page)
    preview.replace("<h1>", "<h1>改版", "overrides/microsite/organisations.html")
    preview.until("organisations/", lambda page: "改版" in page)
    preview.replace("    summary: ", "    summary: 又一句，")
    preview.until("jiangxi-2022/", lambda page: "又一句，" in page)


def test_pages_of_a_preview_are_without_the_policy_that_would_stop_its_script(preview):
    page = preview.page("jiangxi-2022/")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page


def test_every_page_of_a_preview_says_that_it_is_one(preview):
    for path, label in (("", "预览"), ("en/", "Preview")):
        assert f'<strong class="ms-banner__label">{label}</strong>' in preview.page(f"{path}jiangxi-2022/")


def test_a_draft_appears_marked_in_the_preview(preview):
    preview.replace("  - id: older-people\n", "  - id: older-people\n    draft: true\n")
    page = preview.until("jiangxi-2022/older-people/", lambda page: "〔草稿〕" in page)
    assert '<strong class="ms-banner__label">草稿</strong>' in page
    assert "[Draft] " in preview.page("en/jiangxi-2022/activities/")
    preview.replace("    draft: true\n", "")
    preview.until("jiangxi-2022/older-people/", lambda page: "〔草稿〕" not in page)


def test_it_starts_with_broken_data_and_recovers(root):
    file = root / JIANGXI
    good = file.read_text("utf-8")
    file.write_text(good.replace("activities:\n", "activitiess:\n"), "utf-8")
    with previewed(root) as preview:
        assert "是否为“activities”" in preview.page("")
        file.write_text(good, "utf-8")
        preview.until("jiangxi-2022/", lambda page: "ms-problems" not in page)
        assert shows(preview) == []


def test_a_draft_that_is_not_finished_is_left_out_and_told_while_everything_else_goes_on(root):
    draft = "data/campaigns/jiangxi-next.yml"
    text = (root / JIANGXI).read_text("utf-8").replace("code: j22", "code: n22")
    text = text.replace("id: jiangxi-2022\n", "id: jiangxi-next\ndraft: true\n", 1)
    (root / draft).write_text(re.sub("^summary: .*", 'summary: ""', text, count=1, flags=re.MULTILINE), "utf-8")
    with previewed(root) as preview:
        assert "草稿还没有写完" in (page := preview.page(""))
        assert f"{draft}:" in page
        assert "jiangxi-2022/" in page
        preview.replace("    summary: ", "    summary: 新的话，")
        assert "草稿还没有写完" in preview.until("jiangxi-2022/", lambda page: "新的话，" in page)
        preview.replace("activities:\n", "activitiess:\n")
        assert "数据有误" in preview.until("jiangxi-2022/", lambda page: "是否为“activities”" in page)
        preview.replace("activitiess:\n", "activities:\n")
        preview.replace('summary: ""', "summary: 写好了的一句话。", draft)
        preview.until("jiangxi-next/", lambda page: "写好了的一句话。" in page)
        assert shows(preview) == []


# --- a whole day ------------------------------------------------------------------------------


def test_data_that_is_taken_away_and_comes_back_is_noticed(preview):
    (preview.root / "data").rename(preview.root / "away")
    page = preview.until("jiangxi-2022/", lambda page: "ms-problems" in page)
    assert "data/campaigns:1:1: 这里一个活动方案也没有" in page
    (preview.root / "away").rename(preview.root / "data")
    preview.until("jiangxi-2022/", lambda page: "ms-problems" not in page)
    preview.replace("    summary: ", "    summary: 回来以后，")
    preview.until("jiangxi-2022/", lambda page: "回来以后，" in page)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("mkdocs.yml", "\nnav:\n", "\nnav: [\n", "mkdocs.yml:"),
        ("mkdocs.yml", "\nnav:\n", "\nnav: x\nnavigation:\n", "mkdocs.yml:"),
        ("mkdocs.yml", "official: false", "offical: false", "是否为“official”？"),
        ("overrides/microsite/organisations.html", "<h1>", "{% if %}<h1>", "overrides/microsite/organisations.html:"),
        ("overrides/microsite/organisations.html", "<h1>", "{{ nobody }}<h1>", "overrides/microsite/organisations.html:"),
        ("overrides/main.html", "{% block", "{% if %}{% block", "网站没有重新生成"),
    ],
)
def test_a_broken_setting_or_template_is_told_above_the_last_good_pages(preview, name, old, new, told):
    good = (preview.root / name).read_text("utf-8")
    preview.replace(old, new, name)
    page = preview.until("jiangxi-2022/", lambda page: "ms-problems" in page)
    assert told in page
    assert "</html>" in preview.page("en/organisations/")
    preview.replace("    summary: ", "    summary: 同时，")
    (preview.root / name).write_text(good, "utf-8")
    preview.until("jiangxi-2022/", lambda page: "ms-problems" not in page and "同时，" in page)


@pytest.mark.parametrize(
    ("host", "method", "status"),
    [
        ("evil.example", "GET", 403), ("evil.example:8000", "GET", 403), ("127.0.0.1.evil.example", "GET", 403),
        ("localhost", "GET", 200), ("LOCALHOST:1", "GET", 200), ("[::1]:8000", "GET", 200), ("192.0.2.7:80", "GET", 200),
        ("127.0.0.1", "HEAD", 200), ("127.0.0.1", "POST", 405), ("127.0.0.1", "PUT", 405),
    ],
)  # fmt: skip
def test_only_this_machine_is_answered_and_only_reading(preview, host, method, status):
    asked = urllib.request.Request(preview.address, method=method, headers={"Host": host})  # noqa: S310 - this machine
    if status == 200:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - this machine
            assert answer.status == 200
        return
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked, timeout=PATIENCE)  # noqa: S310 - this machine
    assert refused.value.code == status
    assert len(refused.value.read()) < 200


def test_an_address_that_no_file_can_have_is_not_found(preview):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{preview.address}a%00b/", timeout=PATIENCE)  # noqa: S310 - this machine
    assert refused.value.code == 404
    assert refused.value.read().decode() == "没有这个页面 / there is no such page"


def test_a_second_preview_says_that_the_port_is_taken(preview):
    port = int(preview.address.rpartition(":")[2].strip("/"))
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    done = subprocess.run(
        command, cwd=preview.root, env=building.surroundings({}), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 1
    assert f"端口 {port} 已经有程序在用，也许预览已经开着；请先关掉它，或者换一个：make serve ADDR=127.0.0.1:{port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def ours(folder):
    """What previews have in the folder for temporary files."""
    return [path for path in folder.iterdir() if "mkdocs_" in path.name]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_preview_is_for_nobody_else_and_leaves_nothing_behind(root, tmp_path, ending):
    folder = tmp_path / "temporary"
    folder.mkdir()
    with previewed(root, ending, TMPDIR=str(folder)) as preview:
        preview.replace("    summary: ", "    summary: 新的话，")
        preview.until("jiangxi-2022/", lambda page: "新的话，" in page)
        assert {path.stat().st_mode & 0o077 for path in ours(folder)} == {0}
    assert ours(folder) == []


def test_what_a_killed_preview_left_is_cleared_by_the_next_one(root, tmp_path):
    folder = tmp_path / "temporary"
    (folder / "mkdocs_of_somebody").mkdir(parents=True)
    with previewed(root, signal.SIGKILL, TMPDIR=str(folder)):
        pass
    left = {path.name for path in ours(folder)}
    assert len(left) > 2
    with previewed(root, TMPDIR=str(folder)):
        assert left & {path.name for path in ours(folder)} == {"mkdocs_of_somebody"}
    assert [path.name for path in ours(folder)] == ["mkdocs_of_somebody"]
