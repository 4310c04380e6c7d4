"""Publication onto a disk that is full or may only be read: the old site stays, and one line says why."""

import contextlib
import functools
import shutil
import subprocess

from editions import NAV, PART, delivered, fingerprint, small_repository

import building


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


LEFT = {"site": (0, 4_096, 20_000, 50_000, 100_000), "www": (0, 4_096, 50_000)}
"""Bytes that are free on the full disk: less than a build or a delivery needs, which link what did not change."""


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
    measured(PART, "full disks (tmpfs, 0 to 100 KB left) and a read-only one, mkdocs build and microsite publish: "
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
