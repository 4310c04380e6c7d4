"""Lighthouse on a phone, as nginx serves the site with the file of deploy/: the median of three readings.

In a file of its own, so that nothing else of the gate runs at the same time.
"""

import json
import os
import shutil
import statistics
import subprocess
from typing import NamedTuple

import chromium
import pytest

import building
import nginx

PROGRAM = building.REPOSITORY / "tests/gate/js/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
READINGS = 3
ATTEMPTS = 4
"""Now and then the browser records nothing (NO_NAVSTART): that is no reading, and Lighthouse asks for another."""


class Wanted(NamedTuple):
    """A page, and the least that its four scores may be."""

    path: str
    scores: tuple


PUBLIC = (98, 100, 100, 100)
PAGES = {
    "home": Wanted("", PUBLIC),
    "activity": Wanted("jiangxi-2022/older-people/", (100, 100, 100, 100)),
    "finder": Wanted("shandong-2024/activities/", PUBLIC),
    "timeline": Wanted("jiangxi-2022/timeline/", PUBLIC),
    "directory": Wanted("jiangxi-2022/contacts/", PUBLIC),
    "English home": Wanted("en/", PUBLIC),
    "English activity": Wanted("en/jiangxi-2022/older-people/", (100, 100, 100, 100)),
    "manual": Wanted("manual/", (90, 100, 100, 100)),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The site of an office that knows its own address, which is where this test serves it."""
    root, port = tmp_path_factory.mktemp("lighthouse"), nginx.free_port()
    url = f"http://127.0.0.1:{port}{building.BASE}"
    copy = building.copy_of_repository(root / "repository")
    building.of_an_office(copy, f"site_url: {url}")
    building.succeed(copy, config=building.CONFIGURED)
    place = nginx.site_of(root)
    place.parent.mkdir(parents=True)
    shutil.move(copy / "site", place)
    (place / "wrong.html").write_text("<!doctype html><body style='color: #aaa'>weak", "utf-8")
    with nginx.serving(root, port=port):
        yield url


def reading(url):
    """One report of Lighthouse, with its own profile and nothing that asks another host."""
    assert PROGRAM.is_file(), "Lighthouse is not installed; run: make gate"
    flags = " ".join(("--headless=new", *chromium.FLAGS))
    command = ["node", str(PROGRAM), url, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    own = {**os.environ, "CHROME_PATH": chromium.program()}
    for _ in range(ATTEMPTS):
        done = subprocess.run(command, env=own, capture_output=True, text=True, check=False, timeout=180)
        if "Please run Lighthouse again" not in done.stderr:
            break
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def faults(report):
    """What costs points: the audits below full marks that count for something."""
    found = []
    for name in CATEGORIES:
        for each in report["categories"][name]["auditRefs"]:
            audit = report["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(f"{name}: {each['id']} {audit.get('displayValue', '')} {audit['score']}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_lighthouse_is_content(name, address, measured):
    wanted = PAGES[name]
    reports = [reading(address + wanted.path) for _ in range(READINGS)]
    readings = [[round(report["categories"][each]["score"] * 100) for each in CATEGORIES] for report in reports]
    scores = tuple(int(statistics.median(one)) for one in zip(*readings, strict=True))
    measured("Readable", f"Lighthouse, phone: {name} (performance / accessibility / best practices / SEO)",
             " / ".join(map(str, wanted.scores)),
             f"{' / '.join(map(str, scores))}; performance {', '.join(str(one[0]) for one in readings)}")  # fmt: skip
    if any(got < least for got, least in zip(scores, wanted.scores, strict=True)):
        building.none_of([scores, *faults(reports[-1])])


def test_lighthouse_would_tell(address):
    """The proof that the tests above can fail."""
    told = {each.split()[1] for each in faults(reading(f"{address}wrong.html"))}
    assert {"document-title", "html-has-lang"} <= told
