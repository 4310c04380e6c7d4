"""The same data gives the same bytes, whatever the machine, the clock, the language and the way of building."""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

import pytest

import building
import test_people
import test_sites
import test_without_unix

PART = "Same bytes"
AS_ROOT = () if os.geteuid() == 0 else ("sudo", "-n")
EPOCH = "1893456000"
"""2030-01-01: later than any day on which these builds run, so that it is the day that decides what has expired."""

# The build as a user starts it, with another order of files in every folder, and with processes for any data.
RUN = """
import os, random, sys
sys.path.insert(0, "hooks")
order, processes = random.Random(int(sys.argv.pop(1))), int(sys.argv.pop(1))
listdir, scandir = os.listdir, os.scandir
class Scanned(list):
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
    def __next__(self):
        if not self: raise StopIteration
        return self.pop()
    def __iter__(self): return self
def shuffled(found):
    found = list(found)
    order.shuffle(found)
    return found
os.listdir = lambda *given: shuffled(listdir(*given))
os.scandir = lambda *given: Scanned(shuffled(scandir(*given)))
import microsite.build.parallel
microsite.build.parallel.available = lambda: processes
from mkdocs.__main__ import cli
cli()
"""


@dataclass(frozen=True)
class Way:
    """One way of building the same data; ``at`` is what the clock shows."""

    name: str
    at: str = ""
    order: int = 0
    processes: int = 1
    umask: int = 0o022
    crlf: bool = False
    cached: bool = False
    path: str = "repository"
    environment: tuple[tuple[str, str], ...] = ()


def env(**given):
    return tuple(given.items())


WAYS = (
    Way("as an office does it", environment=env(PYTHONHASHSEED="0", TZ="Asia/Shanghai", LC_ALL="zh_CN.UTF-8")),
    Way("another seed and order of files", order=1, environment=env(PYTHONHASHSEED="1")),
    Way("far in the east, two processes", processes=2, order=2, environment=env(PYTHONHASHSEED="2", TZ="Pacific/Kiritimati")),
    Way("far in the west, no language", processes=4, environment=env(PYTHONHASHSEED="3", TZ="Pacific/Pago_Pago", LC_ALL="C")),
    Way("on a leap day", at="2024-02-29 23:59:30", order=3, umask=0o077, environment=env(PYTHONHASHSEED="4", TZ="UTC")),
    Way("on the last day of a year", at="2029-12-31 23:58:00", umask=0o002, order=4,
        environment=env(PYTHONHASHSEED="5", TZ="America/St_Johns", LANG="de_DE.UTF-8")),
    Way("at another hour, with Windows' line ends", at="2026-11-22 03:04:05", crlf=True, processes=2,
        environment=env(PYTHONHASHSEED="6", LC_ALL="tr_TR.UTF-8")),
    Way("a long path with spaces and other letters", path="ein anderer Ordner/数据 и данные/" + "x" * 80, order=5, crlf=True,
        environment=env(PYTHONHASHSEED="7", LC_ALL="ar_SA.UTF-8", TZ="Asia/Kathmandu")),
    Way("with what an earlier build kept", cached=True, order=6, processes=2, environment=env(PYTHONHASHSEED="8")),
    Way("with what an earlier build kept, years ago", cached=True, at="2023-06-30 12:00:00", path="kept/elsewhere",
        umask=0o027, environment=env(PYTHONHASHSEED="9", LC_ALL="POSIX", TZ="Africa/Monrovia")),
)  # fmt: skip


def repository(root, way):
    """A copy whose files were made in an order of their own."""
    source = building.copy_of_repository(root / "source")
    files = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    random.Random(way.order).shuffle(files)  # noqa: S311 - an order, not a secret
    place = root / way.path
    for name in files:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        content = (source / name).read_bytes()
        is_text = name.suffix in (".yml", ".po", ".txt", ".md", ".html")
        (place / name).write_bytes(content.replace(b"\n", b"\r\n") if way.crlf and is_text else content)
    shutil.rmtree(source)
    building.configure(place, f"site_url: {building.SITE_URL}")
    return place


def built(place, way, epoch=EPOCH):
    """One build; the files of the site."""
    clock = ["faketime", way.at] if way.at else []
    command = [sys.executable, "-c", RUN, str(way.order), str(way.processes), "build", "--strict", "-f", building.CONFIGURED]
    given = building.surroundings({**dict(way.environment), **({"SOURCE_DATE_EPOCH": epoch} if epoch else {})})
    done = subprocess.run(
        [*clock, *command], cwd=place, env=given, umask=way.umask, check=False, text=True, timeout=600,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
    return building.contents(place / "site")


def one_way(root, way):
    place = repository(root, way)
    if way.cached:  # something else was there, then this
        file = place / "data/campaigns/shandong-2024.yml"
        text = file.read_bytes()
        file.write_bytes(text.replace(b"    summary: ", "    summary: 改过，".encode(), 1))
        built(place, way)
        file.write_bytes(text)
    return built(place, way)


def sha(files):
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def differing(one, other):
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return one_way(tmp_path_factory.mktemp("plain"), WAYS[0])


def test_ten_ways_of_building_give_one_hash(plain, tmp_path, measured):
    assert shutil.which("faketime"), "faketime is not installed; run: make gate-tools"
    sites = {WAYS[0].name: plain}
    for number, way in enumerate(WAYS[1:]):
        sites[way.name] = one_way(tmp_path / str(number), way)
        shutil.rmtree(tmp_path / str(number))
    hashes = {sha(site) for site in sites.values()}
    measured(PART, f"{len(sites)} builds of both plans: hash seed, time zone, language, path, clock, umask, line ends, "
             "order of files, processes, cache", "1 hash", f"{len(hashes)}, {len(plain)} files, {min(hashes)[:16]}…")  # fmt: skip
    building.none_of([f"{name}: {path}" for name, site in sites.items() for path in differing(plain, site)[:10]])
    assert len(hashes) == 1


OTHERWISE = {"with ProperDocs": {"command": "properdocs"}, "without what Windows lacks": test_without_unix.WITHOUT}


@pytest.mark.parametrize("how", OTHERWISE)
def test_the_whole_site_is_the_same_also_otherwise(plain, tmp_path, measured, how):
    """But for the line that names the generator; the tests of every day build a small one."""
    place = repository(tmp_path, WAYS[0])
    building.succeed(place, config=building.CONFIGURED, SOURCE_DATE_EPOCH=EPOCH, **OTHERWISE[how])
    ours, theirs = ({path: test_sites.without_generator(content) for path, content in files.items()}
                    for files in (plain, building.contents(place / "site")))  # fmt: skip
    changed = differing(ours, theirs)
    measured(PART, f"both plans built {how}", "0 files differ", f"{len(changed)} differ")
    assert changed == []


INSTALLED = (
    "python3 -m venv .venv",
    ".venv/bin/pip install --quiet --require-hashes -r requirements-build.txt",
    ".venv/bin/pip install --quiet --require-hashes --no-build-isolation -r requirements.txt",
    ".venv/bin/python hooks/install.py",
    ".venv/bin/microsite check",
    f".venv/bin/mkdocs build --strict -f {building.CONFIGURED}",
)
"""The commands of the README."""


@pytest.fixture
def trixie(tmp_path):
    """Debian 13 in a folder, with its own Python and nothing else; gone at the end."""
    assert shutil.which("debootstrap"), "debootstrap is not installed; run: make gate-tools"
    root = tmp_path / "trixie"
    packages = "--include=python3-venv,ca-certificates"
    made = [*AS_ROOT, "debootstrap", "--variant=minbase", packages, "trixie", str(root)]
    done = subprocess.run(made, check=False, text=True, timeout=1200, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert done.returncode == 0, done.stdout[-2000:]
    for file in ("etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt"):  # the way to the packages is that of this machine
        subprocess.run([*AS_ROOT, "cp", f"/{file}", str(root / file)], check=True)
    yield root
    subprocess.run([*AS_ROOT, "rm", "-rf", str(root)], check=True)


def test_debian_13_with_its_own_python_gives_the_same_bytes(plain, trixie, tmp_path, measured):
    place = repository(tmp_path / "made", WAYS[0])
    for name in ("requirements-build.txt", "requirements.txt"):
        shutil.copy(building.REPOSITORY / name, place)
    subprocess.run([*AS_ROOT, "cp", "-a", str(place), str(trixie / "site")], check=True)
    given = [f"{name}={value}" for name, value in building.surroundings({"SOURCE_DATE_EPOCH": EPOCH}).items() if name != "PYTHONPATH"]
    steps = " && ".join(("cd /site", "python3 --version", *INSTALLED))
    command = [*AS_ROOT, "env", "-i", *given, "HOME=/root", "PATH=/usr/sbin:/usr/bin", "chroot", str(trixie), "sh", "-c", steps]
    done = subprocess.run(command, check=False, text=True, timeout=1200, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert done.returncode == 0, done.stdout[-4000:]
    changed = differing(plain, building.contents(trixie / "site/site"))
    version = re.match("Python ([0-9.]+)", done.stdout)[1]
    measured(PART, "both plans built in Debian 13 with its own Python, by the commands of the README", "0 files differ",
             f"{len(changed)} differ, Python {version}")  # fmt: skip
    assert version.startswith("3.13.")
    assert changed == []


def test_another_day_changes_nothing_when_nothing_expires_between(plain, tmp_path, measured):
    way = Way("a year later", environment=env(PYTHONHASHSEED="11"))
    later = built(repository(tmp_path, way), way, epoch="1924992000")
    changed = differing(plain, later)
    measured(PART, "as_of a year later, nothing expires between", "0 files differ", f"{len(changed)} differ")
    assert changed == []


def test_the_day_on_which_names_expire_changes_only_what_speaks_of_them(plain, tmp_path, measured):
    """What may differ had a name in it, or says until when names are published."""
    way = Way("on the last day", at=f"{test_people.UNTIL} 12:00:00", environment=env(TZ="Asia/Shanghai"))
    shown = built(repository(tmp_path, way), way, epoch="")
    changed = differing(shown, plain)
    may = {path for _, path in test_people.named(shown)} | {
        path for path, content in shown.items() if "联系人姓名公布至".encode() in content or b"names of contacts" in content.lower()
    }
    measured(PART, "as_of from the last day of the names to years later", f"at most {len(may)} files differ",
             f"{len(changed)}: {summary(changed)}")  # fmt: skip
    assert shown.keys() == plain.keys()
    assert [path for path in changed if path not in may] == []
    assert changed


def summary(paths):
    """Paths in few words: folders of the Chinese and the English half, with how many files of which ending."""
    kinds = Counter(re.sub(r"^((?:en/)?[^/]+)/.*(\.[a-z]+)$", r"\1/…\2", path) for path in paths)
    return ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
