"""Privacy: what is not for readers is in no byte of anything that leaves the repository."""

import shutil
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

import building
import canaries
import nginx
import test_people
from microsite.cli import main
from test_deploy import HIDDEN, Server

PART = "Privacy"


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A site whose data, pages and folders are full of what must not be published, and how many places those are.

    Whatever lies there besides what lay there before was made by builds.
    """
    root = building.copy_of_repository(tmp_path_factory.mktemp("canaries") / "repository")
    places = canaries.plant(root)
    building.configure(root, f"site_url: {building.SITE_URL}")
    building.succeed(root, config=building.CONFIGURED)
    return root, places


def leaks(files, places, what, measured):
    found = canaries.found(files)
    size = sum(map(len, files.values()))
    measured(PART, f"a word planted in {places} places, {what}: {len(files)} files, {size / 1e6:.1f} MB, "
             f"{len(canaries.WRITINGS)} writings, unpacked", "in 0 files", f"in {len(found)} files")  # fmt: skip
    building.none_of(found[:50])


def test_the_site_has_nothing_that_was_planted(planted, measured):
    root, places = planted
    leaks(building.contents(root / "site"), places, "site/", measured)


def test_nothing_that_builds_leave_beside_the_site_has_anything_that_was_planted(planted, measured):
    """Lists, pictures and the former site; a second build, of one region, and a third, after an edit, leave theirs."""
    root, places = planted
    typed = {path.relative_to(root) for path in root.rglob("*") if path.is_file()} - {
        path.relative_to(root) for name in ("site", ".cache", ".site.spare") for path in (root / name).rglob("*")
    }
    building.succeed(root, config=building.CONFIGURED, ONLY="jiangxi-2022")
    building.configure(root, f"site_url: {building.SITE_URL}\nsite_author: another")
    building.succeed(root, config=building.CONFIGURED)
    made = {path: content for path, content in building.contents(root).items() if Path(path) not in typed}
    assert {Path(path).parts[0] for path in made} >= {"site", ".cache", "site.jiangxi-2022"}
    leaks(made, places, "everything that builds made, beside site/ too", measured)


def test_what_is_delivered_and_packed_has_nothing_that_was_planted(planted, tmp_path, measured):
    root, places = planted
    site = ["--site", str(root / "site")]
    data = ["--data", str(root / "data")]
    assert main.main([*data, "publish", str(tmp_path / "www"), *site]) == 0
    assert main.main([*data, "pack", str(tmp_path / "site.zip"), *site]) == 0
    assert main.main([*data, "pack", str(tmp_path / "offline.zip"), *site, "--offline"]) == 0
    leaks(building.contents(tmp_path), places, "delivered and packed", measured)


@pytest.mark.parametrize("way", nginx.WAYS)
def test_a_server_answers_with_nothing_that_was_planted(planted, tmp_path, way, measured):
    """nginx is asked for every name in the repository and in the folders that it serves, where hidden files are put as well."""
    root = planted[0]
    site = nginx.site_of(tmp_path, way)
    site.parent.mkdir(parents=True)
    assert main.main(["--data", str(root / "data"), "publish", str(site), "--site", str(root / "site")]) == 0
    hidden = [name for name in (*HIDDEN, *canaries.STRAYS) if "/." in f"/{name}" and name != ".microsite.json"]
    for name in hidden:
        canaries.put(site, name)
        canaries.put(site.parent, name)
    inside = {path.relative_to(folder) for folder in (root, site) for path in folder.rglob("*")}
    beside = {path.relative_to(site.parent) for path in site.parent.rglob("*")}
    asked = {f"{building.BASE}{path}" for path in inside} | {f"{building.BASE.removesuffix('2024/')}{path}" for path in beside}
    with nginx.serving(tmp_path, way) as port:
        answers = {path: Server(port, site).ask(quote(path), base="") for path in sorted(asked)}
    found = canaries.found({path: answer.body for path, answer in answers.items()})
    measured(PART, f"{len(answers)} names asked of nginx ({way}), {2 * len(hidden)} hidden files in its folders: answers with the word",
             "0", len(found))  # fmt: skip
    assert sum(answer.status == 200 for answer in answers.values()) > 800
    building.none_of(found)


def test_a_site_under_each_setting_has_nothing_that_was_planted(planted, measured, tmp_path):
    """An office's own site, pages at former addresses, one part alone, notes kept back."""
    root = shutil.copytree(planted[0], tmp_path / "repository", symlinks=True)
    campaign = root / "data/campaigns/jiangxi-2022.yml"
    text = campaign.read_text("utf-8")
    moved = text.replace("  - id: older-people\n", "  - id: elderly\n    formerly: [older-people]\n").replace(
        "\nhosting:", "\nshow_notes: false\nhosting:", 1
    )
    assert moved.count("show_notes") == moved.count("formerly: [older-people]") == 1
    campaign.write_text(moved, "utf-8")
    building.of_an_office(root, f"site_url: {building.SITE_URL}")
    building.succeed(root, config=building.CONFIGURED)
    building.succeed(root, config=building.CONFIGURED, ONLY="jiangxi-2022")
    assert (root / "site/jiangxi-2022/older-people/index.html").is_file()
    files = building.contents(root / "site") | {
        f"only/{path}": content for path, content in building.contents(root / "site.jiangxi-2022").items()
    }
    leaks(files, planted[1], "official, moved addresses, one part alone", measured)


def test_names_are_in_no_byte_from_the_day_after_their_last(measured):
    """The day before as well as the day after are built by the core; today's by everything."""
    before, after = (test_people.published(day) for day in (test_people.UNTIL, date(2023, 1, 1)))
    shown, gone = test_people.named(before), test_people.named(after)
    measured(PART, f"names of {len(test_people.PEOPLE)} persons, on their last day and a day later",
             "all, 0 files", f"{len({name for name, _ in shown})}, {len(gone)} files")  # fmt: skip
    assert {name for name, _ in shown} == set(test_people.PEOPLE)
    assert gone == set()


def test_files_that_are_not_for_readers_stop_the_build(planted, measured):
    root = planted[0]
    before = building.contents(root / "site")
    strays = [canaries.put(root, name) for name in canaries.REFUSED]
    done = building.build(root, config=building.CONFIGURED)
    for path in strays:
        path.unlink()
    told = [name for name in canaries.REFUSED if f"{name}:1:1: 这种文件不公布" in done.stdout]
    untouched = building.contents(root / "site") == before
    measured(PART, f"files of other kinds in docs/ and overrides/ ({len(strays)})", "told, site untouched",
             f"{len(told)} told at once, site {'untouched' if untouched else 'touched'}")  # fmt: skip
    assert (done.returncode, untouched) == (1, True)
    assert set(told) >= {name for name in canaries.REFUSED if name.startswith("docs/")}
