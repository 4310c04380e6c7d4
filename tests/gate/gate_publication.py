"""Publication: whatever happens to a build, readers have the whole old site or the whole new one."""

import contextlib
import functools
import hashlib
import random
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest

import building
import nginx

PART = "Publication"
KILLS, NEAR = 100, 20
"""Builds that are killed, and how many of them while the folders are exchanged."""

DELIVERIES, DELIVERIES_NEAR = 50, 20
EDITED = "data/campaigns/shandong-2024.yml"
NAV = "nav:\n  - 首页: index.md\n  - 关于本站: about.md\n  - 无障碍说明: accessibility.md\n  - 媒体参考: press.md"
STAYING = {".site.spare", ".site.lock", ".www.spare", ".www.lock"}
"""What lies beside a site between two builds."""


def small_repository(root):
    """Both plans without the manual and its search, whose part of a build is the host's alone."""
    building.copy_of_repository(root)
    shutil.rmtree(root / "docs/manual")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    without_search, count = re.subn(r"  - search:\n.*?(?=  - i18n:)", "", settings, flags=re.DOTALL)
    assert count == 1
    (root / "mkdocs.yml").write_text(without_search, "utf-8")
    building.configure(root, NAV)
    return root


class Editions:
    """A repository that is edited back and forth, and what its two sites are."""

    def __init__(self, root):
        self.root, self.site = root, root / "site"
        first = (root / EDITED).read_text("utf-8")
        second = first.replace("    summary: ", "    summary: 改过，", 1)
        assert second != first
        self.texts = (first, second)
        self.whole = tuple(self._made(number) for number in (1, 0))[::-1]
        assert self.whole[0] != self.whole[1]

    def _made(self, number):
        self.write(number)
        building.succeed(self.root, config=building.CONFIGURED)
        return fingerprint(self.site)

    def write(self, number):
        (self.root / EDITED).write_text(self.texts[number], "utf-8")

    def start(self):
        command = building.arguments("mkdocs", building.CONFIGURED)
        return started(command, self.root)

    def build(self):
        return building.build(self.root, config=building.CONFIGURED)


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    return Editions(small_repository(tmp_path_factory.mktemp("editions") / "repository"))


def fingerprint(folder):
    """One hash over the names and the bytes of all files."""
    digest = hashlib.sha256()
    for path, content in building.contents(folder).items():
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def started(command, root):
    return subprocess.Popen(
        command, cwd=root, env=building.surroundings({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def publishing(site, folder):
    """The command that puts a finished site into a server's folder."""
    hooks = building.REPOSITORY / "hooks"
    run = f"import sys; sys.path.insert(0, {str(hooks)!r}); from microsite.__main__ import main; sys.exit(main())"
    return [sys.executable, "-c", run, "publish", str(folder), "--site", str(site)]


def seconds(work):
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def lists(cache):
    found = (path.stat() for path in cache.glob("*.list"))
    return {(each.st_ino, each.st_mtime_ns) for each in found}


def kill_after(running, delay):
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(delay)
    running.kill()
    running.wait()


def wait_for(sign, running):
    while running.poll() is None and not sign():
        time.sleep(0.0005)


def kill_near_the_exchange(running, sign, ending, chance):
    """From a sign of the last steps on, at a moment around the one at which the folders were exchanged before."""
    wait_for(sign, running)
    kill_after(running, ending * chance.uniform(0.6, 1.2))


def to_the_exchange(running, sign, folder, there):
    """Seconds from the sign to the exchange of the folders, of which the public one was ``there``."""
    wait_for(sign, running)
    begun = time.monotonic()
    wait_for(lambda: folder.stat().st_ino != there, running)
    ended = time.monotonic()
    running.wait()
    return ended - begun


def left_behind(*folders):
    """What a killed process left and the next one did not clear."""
    beside = {path.name for folder in folders for path in folder.glob(".*") if path.name.startswith((".site", ".www"))}
    return sorted(beside - STAYING) + sorted(path.name for folder in folders for path in folder.rglob(".cache/**/*.tmp"))


class Tally:
    """How the killed ones ended."""

    def __init__(self):
        self.old = self.new = self.damaged = self.failed = 0
        self.left = []

    def see(self, found, old, new):
        self.old += found == old
        self.new += found == new
        self.damaged += found not in (old, new)

    def __str__(self):
        return (
            f"{self.old} old, {self.new} new, {self.damaged} damaged; {self.failed} next ones failed, "
            f"{len(self.left)} leftovers"
        )


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(editions, measured):
    """``seed`` 2026; every fifth build begins without anything kept from the one before."""
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets

    def last_page():
        """The host has written its last page; what follows is put together and exchanged."""
        return (editions.root / ".site.host/en/press/index.html").exists()

    editions.write(1)
    length = seconds(lambda: editions.start().wait())
    editions.write(0)
    ending = to_the_exchange(editions.start(), last_page, editions.site, editions.site.stat().st_ino)
    everywhere, near = Tally(), Tally()
    for number in range(KILLS):
        new = (number + 1) % 2
        editions.write(new)
        if number % 5 == 4:
            shutil.rmtree(editions.root / ".site.spare", ignore_errors=True)
            shutil.rmtree(editions.root / ".cache", ignore_errors=True)
        tally = near if number >= KILLS - NEAR else everywhere
        running = editions.start()
        if tally is near:
            kill_near_the_exchange(running, last_page, ending, chance)
        else:
            kill_after(running, chance.uniform(0, length))
        tally.see(fingerprint(editions.site), editions.whole[1 - new], editions.whole[new])
        done = editions.build()
        tally.failed += done.returncode != 0 or fingerprint(editions.site) != editions.whole[new]
        tally.left += left_behind(editions.root)
    measured(PART, f"mkdocs build, kill -9 at {KILLS - NEAR} random moments of {length:.1f} s", "0 damaged", everywhere)
    measured(PART, f"mkdocs build, kill -9 {NEAR} times around the exchange, {1000 * ending:.0f} ms after the last page", "0 damaged", near)
    for tally in (everywhere, near):
        assert (tally.damaged, tally.failed, tally.left) == (0, 0, [])


def _forgotten(before, cache):
    """The list of the folder that is made next is taken away when the work in it begins."""
    return before - lists(cache)


def test_a_delivery_that_is_killed_at_any_moment_leaves_a_whole_site(editions, tmp_path, measured):
    sites = []
    for number in (0, 1):
        editions.write(number)
        assert editions.build().returncode == 0
        sites.append(shutil.copytree(editions.site, tmp_path / f"finished-{number}" / "site"))
    folder, cache = tmp_path / "server/www", tmp_path / ".cache/lists"
    (tmp_path / "data").mkdir()

    def start(number):
        return started(publishing(sites[number], folder), tmp_path)

    assert start(0).wait() == 0
    assert fingerprint(folder) == editions.whole[0]
    length = seconds(lambda: start(1).wait())
    before = lists(cache)
    ending = to_the_exchange(start(0), functools.partial(_forgotten, before, cache), folder, folder.stat().st_ino)
    chance, tally = random.Random(2026), Tally()  # noqa: S311 - moments, not secrets
    for number in range(DELIVERIES):
        new = (number + 1) % 2
        before = lists(cache)
        running = start(new)
        if number < DELIVERIES_NEAR:
            kill_near_the_exchange(running, functools.partial(_forgotten, before, cache), ending, chance)
        else:
            kill_after(running, chance.uniform(0, length))
        tally.see(fingerprint(folder), editions.whole[1 - new], editions.whole[new])
        tally.failed += start(new).wait() != 0 or fingerprint(folder) != editions.whole[new]
        tally.left += left_behind(folder.parent, tmp_path)
    measured(PART, f"microsite publish, kill -9 at {DELIVERIES} moments, {DELIVERIES_NEAR} of them near the exchange",
             "0 damaged", tally)  # fmt: skip
    assert (tally.damaged, tally.failed, tally.left) == (0, 0, [])


# --- disks ------------------------------------------------------------------------------------


@contextlib.contextmanager
def small_disk(folder, size):
    """A disk of its own, where this user may mount one."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"this check needs the right to mount a disk (run it as root): {done.stderr}"
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def told_in_a_line(said):
    """What is wrong with the words of a failure: they are one line, and no traceback."""
    lines = [line for line in said.splitlines() if "写不进去" in line]
    return "" if len(lines) == 1 and "Traceback" not in said else f"{len(lines)} lines\n{said[-3000:]}"


def delivered(site, folder, root):
    return subprocess.run(
        publishing(site, folder), cwd=root, env=building.surroundings({}), capture_output=True, text=True, check=False
    )


LEFT = {"site": (0, 4_096, 100_000, 500_000, 1_000_000, 2_000_000), "www": (0, 4_096, 50_000)}
"""Bytes that are free on the full disk: less than a build needs, and a delivery, which links what did not change."""


def judged(done, folder, old):
    """What is wrong with a command that could not write, or nothing."""
    if done.returncode == 0:
        return "it says that it succeeded"
    touched = "" if fingerprint(folder) == old else "the old site was touched; "
    return touched + told_in_a_line(f"{done.stdout}{done.stderr or ''}")


@contextlib.contextmanager
def full(disk, left):
    with (disk / "ballast").open("wb") as file, contextlib.suppress(OSError):
        file.write(b"\0" * max(0, shutil.disk_usage(disk).free - left))
    yield
    (disk / "ballast").unlink()


@contextlib.contextmanager
def reading_only(disk):
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


def test_a_full_disk_and_one_that_only_reads_leave_the_old_site(editions, tmp_path, measured):
    editions.write(1)
    assert editions.build().returncode == 0
    finished, wrong, tried = shutil.copytree(editions.site, tmp_path / "finished/site"), [], 0
    with small_disk(tmp_path / "disk", "60m") as disk:
        site, folder = disk / "public/site", disk / "server/www"
        building.configure(editions.root, f"{NAV}\nsite_dir: {site}")
        editions.write(0)
        assert editions.build().returncode == 0
        assert delivered(site, folder, tmp_path).returncode == 0
        editions.write(1)
        trials = {site: editions.build, folder: lambda: delivered(finished, folder, tmp_path)}
        for place, trial in trials.items():
            fillings = (functools.partial(full, disk, left) for left in LEFT[place.name])
            for hindered in (*fillings, functools.partial(reading_only, disk)):
                shutil.rmtree(place.with_name(f".{place.name}.spare"), ignore_errors=True)
                with hindered():
                    why = judged(trial(), place, editions.whole[0])
                tried += 1
                wrong += [f"{hindered.func.__name__} {hindered.args[1:]}, {place.name}: {why}"] if why else []
        recovered = [(trial().returncode, fingerprint(place) == editions.whole[1]) for place, trial in trials.items()]
    building.configure(editions.root, NAV)
    measured(PART, "full disks (tmpfs, 0 to 2 MB left) and a read-only one, mkdocs build and microsite publish: "
             "old site whole, one line said", f"{tried} of {tried}", f"{tried - len(wrong)} of {tried}")  # fmt: skip
    building.none_of(wrong)
    assert recovered == [(0, True), (0, True)]


def test_a_repository_that_only_reads_is_built_elsewhere(tmp_path, measured):
    with small_disk(tmp_path / "disk", "60m") as disk:
        root = small_repository(disk / "repository")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        done = subprocess.run(
            [*building.arguments("mkdocs", building.CONFIGURED), "-d", str(tmp_path / "out/site")],
            cwd=root, env=building.surroundings({}), capture_output=True, text=True, check=False,
        )  # fmt: skip
    files = len(building.contents(tmp_path / "out/site"))
    measured(PART, "a read-only repository built into a folder elsewhere", "exit 0", f"exit {done.returncode}, {files} files")
    assert done.returncode == 0, done.stdout + done.stderr


# --- data -------------------------------------------------------------------------------------

JIANGXI = "data/campaigns/jiangxi-2022.yml"
BREAKING = {
    "a body that nobody knows": (JIANGXI, "lead: [省卫健委, 省科协]", "lead: [省卫健伟, 省科协]"),
    "YAML that is none": (JIANGXI, "    when: 8月中旬", "    when: [8月中旬"),
    "a tab": (JIANGXI, "    when: 8月中旬", "\twhen: 8月中旬"),
    "no telephone": ("data/contacts/jiangxi-2022.yml", "phone: 0791—88912762", "phone: 无"),
    "a mobile telephone": ("data/contacts/jiangxi-2022.yml", "phone: 0791—88912762", "phone: 13800138000"),
    "a register without a name": ("data/organisations/jiangxi.yml", "name: 江西省教育厅", "nom: 江西省教育厅"),
    "a broken catalogue": ("data/translations/en/jiangxi-2022.po", 'msgid ""', 'msgid "'),
    "a broken setting": ("mkdocs.yml", "official: false", "oficial: false"),
    "strict: a broken link": ("docs/about.md", "# ", "[x](../nowhere/)\n\n# "),
    "strict: a broken anchor": ("docs/about.md", "# ", "[x](press.md#nowhere)\n\n# "),
}


def test_broken_data_and_strict_failures_leave_the_old_site(editions, measured):
    editions.write(0)
    assert editions.build().returncode == 0
    wrong = []
    for name, (file, old, new) in BREAKING.items():
        path = editions.root / file
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), "utf-8")
        done = editions.build()
        path.write_text(text, "utf-8")
        if done.returncode == 0 or "Traceback" in done.stdout or fingerprint(editions.site) != editions.whole[0]:
            wrong.append(f"{name}: {done.returncode} {done.stdout[-2000:]}")
    total = len(BREAKING)
    measured(PART, "broken data, settings, links: old site whole, no traceback", f"{total} of {total}",
             f"{total - len(wrong)} of {total}")  # fmt: skip
    building.none_of(wrong)


# --- at once ----------------------------------------------------------------------------------


def test_builds_at_once_wait_for_each_other(editions, measured):
    ended = []
    for number in (1, 0, 1):
        editions.write(number)
        running = [editions.start() for _ in range(3)]
        ended += [each.wait() for each in running]
        assert fingerprint(editions.site) == editions.whole[number]
    measured(PART, "three builds at once, three times", "9 of 9 succeed", f"{ended.count(0)} of 9")
    assert ended == [0] * 9


def test_a_delivery_during_a_build_takes_a_whole_site(editions, tmp_path, measured):
    """The site is exchanged while it is being copied."""
    (tmp_path / "data").mkdir()
    seen, folder = [], tmp_path / "server/www"
    for number in (1, 0, 1, 0, 1, 0):
        editions.write(number)
        running = editions.start()
        while running.poll() is None:
            done = delivered(editions.site, folder, tmp_path)
            assert done.returncode == 0, done.stderr
            seen.append(fingerprint(folder))
    mixed = sum(each not in editions.whole for each in seen)
    measured(PART, f"{len(seen)} deliveries during builds", "0 mixed", f"{mixed} mixed")
    assert mixed == 0


# --- readers ----------------------------------------------------------------------------------


class Reader(threading.Thread):
    """Asks for many pages, one after another, until it is stopped; remembers what was not a whole page."""

    def __init__(self, address, paths, seed):
        super().__init__(daemon=True)
        self.address, self.paths, self.chance = address, paths, random.Random(seed)  # noqa: S311 - which page
        self.asked, self.failed, self.stopped = 0, [], threading.Event()

    def run(self):
        while not self.stopped.is_set():
            path = self.chance.choice(self.paths)
            self.asked += 1
            try:
                with urllib.request.urlopen(self.address + path, timeout=20) as answer:  # noqa: S310 - this machine
                    body = answer.read()
                if path.endswith("/") and not body.rstrip().endswith(b"</html>"):
                    self.failed.append(f"{path}: half a page")
            except (urllib.error.URLError, OSError) as error:
                self.failed.append(f"{path}: {error}")
            time.sleep(0.002)


@contextlib.contextmanager
def readers(port, paths, many=3):
    reading = [Reader(f"http://127.0.0.1:{port}{building.BASE}", paths, seed) for seed in range(many)]
    for each in reading:
        each.start()
    yield reading
    for each in reading:
        each.stopped.set()
        each.join()


def test_readers_never_meet_a_missing_page(editions, tmp_path, measured):
    """Ten edits, each built straight into the folder of one server and delivered into that of another."""
    built, delivery = tmp_path / "built", tmp_path / "delivered"
    building.configure(editions.root, f"{NAV}\nsite_dir: {nginx.site_of(built)}\nsite_url: {building.SITE_URL}")
    editions.write(0)
    assert editions.build().returncode == 0
    (tmp_path / "data").mkdir()
    assert delivered(nginx.site_of(built), nginx.site_of(delivery), tmp_path).returncode == 0
    paths = [path.removesuffix("index.html") for path in building.contents(nginx.site_of(built)) if path != "404.html"]
    versions = set()
    with nginx.serving(built) as one, nginx.serving(delivery) as other:
        with readers(one, paths) as at_one, readers(other, paths) as at_other:
            for number in (1, 0) * 5:
                editions.write(number)
                assert editions.build().returncode == 0
                assert delivered(nginx.site_of(built), nginx.site_of(delivery), tmp_path).returncode == 0
                versions.add(fingerprint(nginx.site_of(delivery)))
        reading = [*at_one, *at_other]
    building.configure(editions.root, NAV)
    asked, failed = sum(each.asked for each in reading), [line for each in reading for line in each.failed]
    measured(PART, f"requests through nginx during 10 builds and 10 deliveries, {len(paths)} addresses", "0 fail",
             f"{len(failed)} of {asked} failed")  # fmt: skip
    assert len(versions) == 2
    building.none_of(failed[:20])
    assert asked > 1000
