"""Publication: whatever happens to a build, readers have the whole old site or the whole new one."""

import contextlib
import random
import shutil
import subprocess
import time

from editions import PART, delivered, fingerprint, project_in, publishing, started

import building

KILLS, NEAR = 100, 20
"""Builds that are killed, and how many of them while the folders are exchanged."""

DELIVERIES, DELIVERIES_NEAR = 50, 20
STAYING = {".site.spare"}
"""What lies beside a site between two builds."""


def seconds(work):
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


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


def test_a_delivery_that_is_killed_at_any_moment_leaves_a_whole_site(editions, tmp_path, measured):
    sites = []
    for number in (0, 1):
        editions.write(number)
        assert editions.build().returncode == 0
        sites.append(shutil.copytree(editions.site, tmp_path / f"finished-{number}" / "site"))
    folder = tmp_path / "server/www"

    def start(number):
        return started(publishing(sites[number], folder), project_in(tmp_path))

    def copying():
        return (folder.parent / ".www.spare").exists()

    assert start(0).wait() == 0
    assert fingerprint(folder) == editions.whole[0]
    length = seconds(lambda: start(1).wait())
    ending = to_the_exchange(start(0), copying, folder, folder.stat().st_ino)
    chance, tally = random.Random(2026), Tally()  # noqa: S311 - moments, not secrets
    for number in range(DELIVERIES):
        new = (number + 1) % 2
        running = start(new)
        if number < DELIVERIES_NEAR:
            kill_near_the_exchange(running, copying, ending, chance)
        else:
            kill_after(running, chance.uniform(0, length))
        tally.see(fingerprint(folder), editions.whole[1 - new], editions.whole[new])
        tally.failed += start(new).wait() != 0 or fingerprint(folder) != editions.whole[new]
        tally.left += left_behind(folder.parent, tmp_path)
    measured(PART, f"microsite publish, kill -9 at {DELIVERIES} moments, {DELIVERIES_NEAR} of them near the exchange",
             "0 damaged", tally)  # fmt: skip
    assert (tally.damaged, tally.failed, tally.left) == (0, 0, [])


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
