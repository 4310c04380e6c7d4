"""Readers ask for pages while the site is made and delivered again and again: none is ever missing."""

import contextlib
import random
import threading
import time
import urllib.error
import urllib.request

from editions import NAV, PART, delivered, fingerprint

import building
import nginx


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
