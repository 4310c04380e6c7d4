"""A site made part by part, in several processes or not at all, is the site made at once."""

import os
import random
import shutil
import stat
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

import builders
import building
import session_tables
from microsite.build import build, incremental, outputs
from microsite.cli import main
from microsite.core.language import LANGUAGES
from microsite.core.problems import InvalidData, RefusalError
from microsite.core.settings import Settings
from microsite.loading import data_files, data_folder, data_parts
from microsite.site import pages
from microsite.site.render import Renderer

ROOT = Path(__file__).parent.parent
SETTINGS = Settings(site_name="提升月", site_url="https://www.example.gov.cn/x/", as_of=date(2025, 6, 1))
YUNLING = "data/campaigns/yunling-2025.yml"
ATTACHED = "attachments: [{file: form.csv, title: 报名表}]\n"
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "short_name"
msgid "提升月"
msgstr "Month"

msgctxt "activities/online-quiz/title"
msgid "举办数字知识网上竞答"
msgstr "Online quiz"
"""


@pytest.fixture(scope="module")
def cards(tmp_path_factory):
    """Share cards drawn once for all tests here."""
    return tmp_path_factory.mktemp("cards")


def other_edition(data, region, year, province):
    """The small plan with other names, said of another region and year, with its English."""
    files = {
        f"organisations/{region}.yml": builders.a_register_yaml(),
        f"campaigns/{region}-{year}.yml": builders.a_campaign_yaml(),
        f"contacts/{region}-{year}.yml": builders.contacts_yaml(),
        f"translations/en/{region}-{year}.po": PO,
    }
    for name, text in files.items():
        told = text.replace("yunling", region).replace("2025", year).replace("云岭", province)
        builders.write(data, name, told.replace("person: ", f"person: {province[0]}"))


@pytest.fixture
def place(tmp_path, cards, monkeypatch):
    """A project with three small regions; cards come from a folder that all tests share."""
    monkeypatch.setattr(build, "CARDS", cards)
    builders.a_data_folder(tmp_path / "data")
    other_edition(tmp_path / "data", "jiangxi", "2022", "江西")
    other_edition(tmp_path / "data", "shandong", "2024", "山东")
    return project(tmp_path)


def project(tmp_path):
    """What a project has around its data."""
    edit(tmp_path, "hosting:\n", f"{ATTACHED}hosting:\n")
    builders.write(tmp_path, "docs/files/form.csv", "姓名\n")
    builders.write(tmp_path, "docs/index.md", "")
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    return tmp_path


def made(place, processes=1, only="", **settings):
    """A build without MkDocs; gives what it said."""
    one = build.Build(place, replace(SETTINGS, **settings), place / "site", only, processes=processes)
    one.host = incremental.Sources((place / "docs",))
    folder = one.begin()
    try:
        if not one.keeps_host():
            host_makes(one, place / "docs", folder)
        return one.join()
    finally:
        one.finish()


def host_makes(one, docs, folder):
    """In place of MkDocs: a file for each page of docs/, which tells whether the pages that it names are there."""
    for path in sorted(docs.glob("*.md")):
        text = path.read_text("utf-8")
        if path.stem == "index":
            one.welcome["zh"] = text
            continue
        one.claim(f"{path.stem}/index.html", path.name)
        one.by_hand.add(f"{path.stem}/")
        there = [one.answers(word) for word in text.split() if word.endswith(".html")]
        builders.write(folder, f"{path.stem}/index.html", f"{text} {there}")


def made_anew(place):
    """What a build with nothing kept makes of the same files."""
    copy = place / "copy"
    shutil.copytree(place, copy, symlinks=True, ignore=shutil.ignore_patterns("site", ".site*", ".cache", "copy"))
    try:
        return cold(copy)
    finally:
        shutil.rmtree(copy)


def cold(place):
    """The same from nothing, and what the finished site holds."""
    for left in ("site", ".site.spare", ".cache/lists"):
        shutil.rmtree(place / left, ignore_errors=True)
    made(place)
    return building.contents(place / "site")


def times(place):
    return {path: path.lstat().st_mtime_ns for path in (place / "site").rglob("*") if path.is_file()}


def at_once(place):
    """Every file of the site made from all data together."""
    data = data_folder.folder(place / "data", SETTINGS.as_of, data_folder.hand_written(place / "docs"))
    words = {language: data_folder.interface(language) for language in LANGUAGES}
    site = pages.Site(data, SETTINGS, words, Renderer(place / "overrides/microsite"))
    return dict(outputs.site(site, [], paint=lambda face: b""))


def without_pictures(files):
    return {path: b"" if path.startswith("assets/cards/") else content for path, content in files.items()}


def edit(place, old, new, name=YUNLING):
    path = place / name
    path.write_text(builders.edited(path.read_text("utf-8"), (old, new)), "utf-8")


def test_the_data_falls_into_a_part_for_each_region(place):
    assert [shard.name for shard in data_parts.split_by_region(data_files.snapshot(place / "data"))] == ["jiangxi", "shandong", "yunling"]


def test_parts_make_the_site_that_all_data_together_makes(tmp_path, cards, monkeypatch):
    """Of the plans as they are, with a small third one."""
    monkeypatch.setattr(build, "CARDS", cards)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    builders.a_data_folder(tmp_path / "data")
    place = project(tmp_path)
    assert without_pictures(cold(place)) == at_once(place)


@pytest.mark.parametrize("processes", [2, 3, 8])
def test_several_processes_make_the_same_site_and_tell_the_same(place, processes):
    shutil.rmtree(place / "site", ignore_errors=True)
    told = made(place).partition("；写入")[2].partition("；")[0]
    before = building.contents(place / "site")
    shutil.rmtree(place / "site")
    shutil.rmtree(place / ".cache/lists")
    assert f"；写入{told}；" in made(place, processes=processes)
    assert building.contents(place / "site") == before


def test_nothing_is_written_where_nothing_changed(place):
    cold(place)
    before = times(place)
    assert "files written 0, kept" in made(place)
    assert times(place) == before


def test_only_pages_that_show_a_field_are_written_after_it_was_edited(place):
    before = cold(place)
    for _ in range(2):  # the second time the folder published before is there
        kept = times(place)
        text = (place / YUNLING).read_text("utf-8")
        (place / YUNLING).write_text(text.replace("summary: ", "summary: 又", 1), "utf-8")
        made(place)
        after = building.contents(place / "site")
        changed = {name for name in after if before.get(name) != after[name]}
        written = {path.relative_to(place / "site").as_posix() for path, at in times(place).items() if kept[path] != at}
        assert written == changed
        assert 0 < len(changed) < 20
        before = after


def test_only_pages_that_show_an_attachment_are_written_after_its_size_changed(place):
    before = cold(place)
    builders.write(place, "docs/files/form.csv", "姓名\n" * 1000)
    made(place)
    after = building.contents(place / "site")
    assert {name for name in after if before.get(name) != after[name]} == {
        "yunling-2025/plan/index.html", "en/yunling-2025/plan/index.html", "yunling-2025/index.html",
        "en/yunling-2025/index.html", "api/v1/yunling-2025.json",
        *(f"{language}yunling-2025/{page}/index.html" for language in ("", "en/") for page in ("press", "print")),
    }  # fmt: skip
    shutil.rmtree(place / ".cache/lists")
    assert cold(place) == after


def test_a_build_after_edits_at_random_is_the_build_from_nothing(place):
    """Texts, files that come and go, pages of docs/, settings: whatever was kept, every byte is as if made anew."""
    chance = random.Random(5)  # noqa: S311 - the same edits each time
    made(place)
    (place / "aside").mkdir()
    theirs = [YUNLING, YUNLING.replace("campaigns", "contacts")]
    for number in range(10):
        match chance.randrange(7):
            case 0:
                name = chance.choice(["shandong-2024", "jiangxi-2022"])
                path = place / f"data/campaigns/{name}.yml"
                path.write_text(path.read_text("utf-8").replace("summary: ", f"summary: {number}", 1), "utf-8")
            case 1:
                for name in theirs:
                    here, there = place / name, place / "aside" / name.replace("/", "-")
                    shutil.move(*((here, there) if here.exists() else (there, here)))
            case 2:
                path = place / "data/translations/en/shandong-2024.po"
                path.write_text(path.read_text("utf-8").replace('msgstr "', f'msgstr "{number} ', 3), "utf-8")
            case 3:
                made(place, organiser=f"单位 {number}")
            case 4:
                builders.write(place, "docs/manual.md", f"# {number}\nyunling-2025/index.html")
            case 5:
                builders.write(place, "docs/index.md", f"# 欢迎 {number}\n")
            case 6:
                builders.write(place, "docs/files/form.csv", "姓名\n" * 1000 * number)
        made(place)
        assert building.contents(place / "site") == made_anew(place)


CELLS = {
    "activity": ["online-quiz", "handcraft"],
    "when": ["6月15日9:30-11:30", "6月15日9:30", "6月18日", "6月", "6月15日、18日", "每周六14:00-16:00，6月14日至6月28日"],
    "place,area": ["文化馆,清溪市", "文化馆,松坪市", "清溪市图书馆,", "书店,松坪市"],
    "host": ["", "省教育厅", "省妇联"],
    "status": ["", "cancelled", "full"],
    "cost": ["", "免费", "10元"],
    "note": ["", "带手机"],
}


@pytest.fixture
def table(tmp_path, cards, monkeypatch):
    """A project with two activities whose sessions stand in a table, and one without any at a place of a city."""
    monkeypatch.setattr(build, "CARDS", cards)
    activities = [builders.an_activity_yaml(id=each, number=str(number), places="[清溪市图书馆]", when=None, lead=None, support=None)
                  for number, each in enumerate(("online-quiz", "handcraft", "reading"), 1)]  # fmt: skip
    builders.a_data_folder(tmp_path / "data", campaigns__yunling_2025=builders.a_campaign_yaml(activities=activities))
    builders.write(tmp_path / "data", "places/yunling.yml", session_tables.PLACES)
    return project(tmp_path)


def write_table(place, rows):
    builders.write(place, "data/sessions/yunling-2025.csv", "\n".join(map(",".join, [CELLS, *rows])))


@pytest.mark.parametrize("seed", [5, 11])  # one finds a forgotten holder of a session, the other a forgotten number
def test_a_build_after_edits_of_a_table_is_the_build_from_nothing(table, seed):
    """What a page says of one session can hang on another: an equal name before it, who holds it, which cities there are."""
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    rows = [[chance.choice(values) for values in CELLS.values()] for _ in range(8)]
    for _ in range(6):
        row, column = chance.choice(rows), chance.randrange(len(CELLS))
        row[column] = chance.choice([*CELLS.values()][column])
        if not column:
            rows.sort(key=lambda _: chance.random())
        if column == 1:
            rows.append([*chance.choice(rows[:-1])])
            del rows[chance.randrange(len(rows))]
        write_table(table, rows)
        made(table)
        assert building.contents(table / "site") == made_anew(table)


def test_after_an_edit_of_a_table_only_the_pages_that_show_its_row_are_made(table, monkeypatch):
    rows = [[each, "6月15日", place, *[""] * 4] for each in CELLS["activity"] for place in CELLS["place,area"][::3]]
    write_table(table, rows)
    cold(table)
    rows[0][-1] = "带手机"
    write_table(table, rows)
    shown = []
    rendered = pages.rendered
    monkeypatch.setattr(pages, "rendered", lambda site, template, frame, *rest, **more: (
        shown.append(frame.path), rendered(site, template, frame, *rest, **more))[1])  # fmt: skip
    made(table)
    assert {"yunling-2025/online-quiz/", "yunling-2025/in/qingxi/", "yunling-2025/sessions/"} <= {*shown}
    assert {"yunling-2025/handcraft/", "yunling-2025/reading/", "yunling-2025/in/songping/"}.isdisjoint(shown)


LINK = "# 手册\n\nyunling-2025/index.html"
CHANGES_OF_HOST = {
    "nothing": ((lambda place: None), False),
    "the data": ((lambda place: edit(place, "online-quiz", "other-quiz")), False),
    "a page": ((lambda place: builders.write(place, "docs/manual.md", f"{LINK} 又")), True),
    "a file that comes": ((lambda place: builders.write(place, "docs/picture.svg", "<svg/>")), True),
    "a page that is linked and goes": (
        (lambda place: [(place / name).unlink() for name in (YUNLING, YUNLING.replace("campaigns", "contacts"))]), True
    ),
    "its files in the site": ((lambda place: (place / "site/manual/index.html").write_text("又", "utf-8")), True),
    "the list of them": ((lambda place: [path.write_bytes(b"{") for path in (place / ".cache/lists").iterdir()]), True),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES_OF_HOST)
def test_the_manual_is_made_again_only_where_something_of_it_changed(place, monkeypatch, change):
    do, is_made = CHANGES_OF_HOST[change]
    builders.write(place, "docs/manual.md", LINK)
    made(place)
    do(place)
    done = []
    makes = host_makes
    monkeypatch.setitem(globals(), "host_makes", lambda *given: (done.append(1), makes(*given)))
    made(place)
    assert bool(done) == is_made
    assert building.contents(place / "site") == cold(place)


def test_a_page_of_docs_in_the_way_of_a_new_campaign_is_told_although_it_was_kept(place):
    theirs = (YUNLING, YUNLING.replace("campaigns", "contacts"))
    kept = {name: (place / name).read_text("utf-8") for name in theirs}
    for name in theirs:
        (place / name).unlink()
    builders.write(place, "docs/yunling-2025.md", "# 手册")
    made(place)
    for name, text in kept.items():
        builders.write(place, name, text)
    with pytest.raises(InvalidData) as told:
        made(place)
    assert [(problem.mark.file, problem.code) for problem in told.value.problems] == [("docs/yunling-2025.md", "in-the-way")]


def test_a_page_that_is_saved_while_the_manual_is_made_is_made_again(place):
    builders.write(place, "docs/manual.md", LINK)
    one = build.Build(place, SETTINGS, place / "site", processes=1, host=incremental.Sources((place / "docs",)))
    folder = one.begin()
    assert not one.keeps_host()
    builders.write(place, "docs/manual.md", "第二稿")
    host_makes(one, place / "docs", folder)
    builders.write(place, "docs/manual.md", LINK)
    one.join()
    one.finish()
    made(place)
    assert building.contents(place / "site") == cold(place)


@pytest.mark.parametrize("only", ["shandong-2024", "shandong"])
def test_one_region_alone_has_the_same_pages_and_leaves_the_site_alone(place, only):
    whole = cold(place)
    made(place, only=only)
    part = building.contents(place / f"site.{only}")
    theirs = ("shandong-2024/", "en/shandong-2024/", "organisations/shandong-", "en/organisations/shandong-")
    assert {path: part[path] for path in part if path.startswith(theirs)} == {
        path: whole[path] for path in whole if path.startswith(theirs)
    }
    assert not [path for path in part if "jiangxi" in path]
    assert building.contents(place / "site") == whole


def test_a_region_that_is_not_there_is_told(place):
    with pytest.raises(RefusalError) as told:
        made(place, only="shandong-2023")
    assert str(told.value) == (
        "ONLY: 没有叫“shandong-2023”的方案或地区，是否为“shandong-2024”？可选：jiangxi、jiangxi-2022、shandong、shandong-2024、yunling、"
        "yunling-2025 / "
        "there is no campaign or region “shandong-2023”; did you mean “shandong-2024”? "
        "choose from jiangxi, jiangxi-2022, shandong, shandong-2024, yunling, yunling-2025 [unknown-part]"
    )


@pytest.mark.parametrize("left", [".cache", ".site.spare", "site"])
def test_what_is_kept_may_be_deleted_at_any_time(place, left):
    before = cold(place)
    made(place, organiser="另一个")
    made(place)
    shutil.rmtree(place / left, ignore_errors=True)
    made(place)
    assert building.contents(place / "site") == before


def test_a_stray_file_in_the_published_folder_is_gone_after_the_next_build(place):
    before = cold(place)
    for _ in range(3):
        (place / "site/jiangxi-2022/stray.html").write_text("stray")
        made(place)
        assert building.contents(place / "site") == before


def test_what_is_not_published_any_more_lies_nowhere_beside_the_site(place):
    """A name whose day has passed and a page that is gone: in no byte of the site, the spare folder, the cache."""
    people = yaml.safe_load((place / "data/contacts/jiangxi-2022.yml").read_text("utf-8"))
    gone = [each["person"].encode() for each in people["contacts"]]
    day = people["people_until"]
    made(place, as_of=day)
    made(place, as_of=day, organiser="另一个")
    assert any(gone[0] in content for content in building.contents(place / "site").values())
    for number in range(2):
        made(place, as_of=day + timedelta(days=1))
        left = {path: content for path, content in building.contents(place).items() if not path.startswith("data/")}
        assert [path for path, content in left.items() if any(name in content for name in gone)] == [], number
        assert sorted(path.name for path in place.iterdir() if path.name.startswith(".")) == [".cache", ".site.spare"]
        assert {stat.S_IMODE((place / name).stat().st_mode) for name in (".cache", ".site.spare")} == {0o700}


@pytest.mark.parametrize("umask", [0o000, 0o027, 0o077])
def test_a_site_can_be_read_by_everybody_under_any_umask_and_is_put_right(place, umask):
    before = os.umask(umask)
    try:
        made(place)
        for _ in range(2):
            rights = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [place / "site", *(place / "site").rglob("*")]}
            assert rights == {(True, 0o755), (False, 0o644)}
            for path in [place / "site", *(place / "site").rglob("*")]:
                path.chmod(0o700 if path.is_dir() else 0o600)
            os.umask(umask)
            made(place)
    finally:
        os.umask(before)


def test_a_part_alone_is_its_owners(place):
    """Nothing takes it away when a name in it expires; it may have been open before, and stay as it is."""
    part = place / "site.jiangxi-2022"
    for settings in ({}, {}, {"organiser": "另一个"}):
        made(place, only="jiangxi-2022", **settings)
        assert stat.S_IMODE(part.stat().st_mode) == 0o700
        part.chmod(0o755)


def test_a_body_of_two_regions_is_told_although_they_are_different_parts(place):
    before = cold(place)
    text = (place / "data/organisations/yunling.yml").read_text("utf-8")
    first = next(line.split("id: ")[1] for line in text.splitlines() if "- id: " in line)
    theirs = (place / "data/organisations/shandong.yml").read_text("utf-8")
    shared = next(line.split("id: ")[1] for line in theirs.splitlines() if "- id: " in line)
    (place / "data/organisations/yunling.yml").write_text(text.replace(f"id: {first}\n", f"id: {shared}\n"), "utf-8")
    with pytest.raises(InvalidData) as told:
        made(place)
    assert {problem.code for problem in told.value.problems} >= {"duplicate-id"}
    assert building.contents(place / "site") == before


def test_a_released_site_is_made_part_by_part(place, monkeypatch):
    """The ledger is asked part by part, too: all data together is not read."""
    assert main.main(["--data", str(place / "data"), "release"]) == 0
    monkeypatch.setattr(data_folder, "folder", lambda *_: pytest.fail("all data was read"))
    made(place)
    edit(place, "online-quiz", "other-quiz")
    monkeypatch.undo()
    with pytest.raises(InvalidData) as told:
        made(place)
    assert {problem.code for problem in told.value.problems} == {"address-lost"}


def test_what_is_published_is_made_of_the_bytes_that_its_key_names(place):
    """An editor saves while the site is made and then undoes it: no page keeps what was there for a moment."""
    file = place / YUNLING
    before = file.read_text("utf-8")
    file.write_text(before.replace("summary: ", "summary: 第一稿", 1), "utf-8")
    one = build.Build(place, SETTINGS, place / "site", processes=1)
    one.begin()
    file.write_text(before.replace("summary: ", "summary: 第二稿", 1), "utf-8")
    one.join()
    one.finish()
    shown = "".join(path.read_text("utf-8") for path in (place / "site").rglob("*.html"))
    assert "第一稿" in shown
    assert "第二稿" not in shown
