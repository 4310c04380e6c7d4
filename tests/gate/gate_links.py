"""Every link and every place that one leads to, as lychee finds them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import building

LYCHEE = Path(sys.executable).with_name("lychee")


@pytest.fixture(scope="module")
def served_below(site, tmp_path_factory):
    """The folder of a server, with the site where its addresses say that it is."""
    root = tmp_path_factory.mktemp("server")
    place = root / building.BASE.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site, target_is_directory=True)
    return root


def check(root):
    """What lychee says about the pages of a server's folder; whole addresses of the site are looked up, too."""
    assert LYCHEE.is_file(), "lychee is not installed; run: make gate"
    below = root / building.BASE.strip("/")
    pages = sorted(map(str, below.rglob("*.html")))
    (root / "pages.txt").write_text("\n".join(pages), "utf-8")
    command = [
        str(LYCHEE), "--offline", "--include-fragments", "--index-files", "index.html", "--root-dir", str(root),
        "--remap", f"^{building.SITE_URL}(.*)$ file://{below}/$1", "--format", "json", "--no-progress",
        "--files-from", str(root / "pages.txt"),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 2), done.stderr
    said = json.loads(done.stdout)
    broken = [f"{page}: {each['url']}" for page, links in said["error_map"].items() for each in links]
    return said, broken


def test_every_link_arrives_and_every_place_is_there(served_below, pages, measured):
    said, broken = check(served_below)
    measured("Links", f"lychee: broken links and fragments in {len(pages)} pages", "0",
             f"{len(broken)} of {said['successful'] + len(broken)} ({said['excludes']} lead to other sites, "
             "telephones and mail)")  # fmt: skip
    assert said["successful"] > 5000
    building.none_of(broken)


FAULTS = {
    '<a href="nowhere/">': "nowhere",
    '<a href="about/#nowhere">': "about/#nowhere",
    '<a href="/about/">': "/about",  # forgets the sub-path
    f'<link rel="canonical" href="{building.SITE_URL}nowhere/">': "nowhere",
    '<img src="nowhere.png">': "nowhere.png",
}


def test_a_broken_link_of_each_kind_would_be_found(tmp_path):
    """The proof that the test above can fail."""
    place = tmp_path / building.BASE.strip("/")
    (place / "about").mkdir(parents=True)
    (place / "about/index.html").write_text("<!doctype html><title>t</title><p id=here>", "utf-8")
    (place / "index.html").write_text('<a href="about/#here">' + "".join(FAULTS), "utf-8")
    said, broken = check(tmp_path)
    assert said["successful"] >= 1
    assert len(broken) == len(FAULTS), broken
