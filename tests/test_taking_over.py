"""An office makes the site its own: the examples are taken away exactly as the manual says."""

import re

import pytest

import builders
import building
import reading

MANUAL = building.REPOSITORY / "docs/manual/publish.md"


def listed():
    """The files that the manual tells an office to delete."""
    section = MANUAL.read_text("utf-8").partition("{#examples}")[2].partition("\n## ")[0]
    return re.search(r"```text\n(.*?)```", section, re.DOTALL)[1].split()


def own_copy(tmp_path):
    root = building.copy_of_repository(tmp_path / "repository")
    builders.a_data_folder(root / "data")
    for name in listed():
        (root / name).unlink()
    return root


def settle(root):
    """The settings of the manual's table, in the file itself."""
    file = root / "mkdocs.yml"
    edits = [
        ("official: false", "official: true"),
        ("organiser: 活动微站示例", "organiser: 云岭省委网信办"),
        ("organiser_en: Campaign microsite (example)", "organiser_en: Cyberspace Administration of Yunling"),
    ]
    file.write_text(builders.edited(file.read_text("utf-8"), *edits), "utf-8")


def test_both_languages_list_the_same_files_and_leave_nothing_of_the_examples(tmp_path):
    english = MANUAL.with_suffix(".en.md").read_text("utf-8")
    assert all(f"\n{name}\n" in english for name in listed())
    root = own_copy(tmp_path)
    kept = {path.relative_to(root / "data").as_posix() for path in (root / "data").rglob("*") if path.is_file()}
    own = {"organisations/yunling.yml", "campaigns/yunling-2025.yml", "contacts/yunling-2025.yml"}
    assert kept == {*own, "published-urls.txt", "synonyms.yml"}


def test_without_the_examples_an_official_site_is_made_and_released(tmp_path):
    root = own_copy(tmp_path)
    building.of_an_office(root)
    settle(root)
    building.succeed(root)
    pages = reading.pages(root / "site")
    assert "yunling-2025/" in pages
    public = {path: page for path, page in pages.items() if "manual/" not in path}
    spoken = {path for path, page in public.items() if re.search("示例|山东|江西|shandong|jiangxi", page.text)}
    assert spoken == set()
    code, out, err = building.command(root, "release")
    assert (code, err) == (0, "")
    first, *_, last = out.splitlines()
    assert first.startswith("yunling-2025: ")
    assert re.fullmatch(r"登记了 \d+ 个新地址：data/published-urls.txt / \d+ new addresses", last)
    assert len(out.splitlines()) == 3


def test_an_example_without_its_data_is_made_all_the_same(tmp_path):
    """No page of docs/ leads to an edition by name."""
    building.succeed(own_copy(tmp_path))


@pytest.mark.parametrize("run", ["check", "build"])
def test_an_official_site_that_calls_itself_an_example_is_told_where(tmp_path, run):
    root = own_copy(tmp_path)
    (root / "mkdocs.yml").write_text(
        builders.edited((root / "mkdocs.yml").read_text("utf-8"), ("official: false", "official: true")), "utf-8"
    )
    if run == "build":
        done = building.build(root)
        code, said = done.returncode, done.stdout
    else:
        code, _, said = building.command(root, "check")
    assert code == 1
    for place, words in (
        ("docs/about.md:16:1", "本站是示例"),
        ("docs/about.en.md:19:1", "This site is an example"),
        ("mkdocs.yml:14:5: extra.microsite.organiser", "活动微站示例"),
        ("mkdocs.yml:15:5: extra.microsite.organiser_en", "Campaign microsite (example)"),
    ):
        assert f"{place}: 网站已设为正式（official: true），这里还写着“{words}”；请改写或删去" in said
    assert not (root / "site").exists()


def test_an_example_is_registered_only_when_that_is_meant(tmp_path):
    root = own_copy(tmp_path)
    before = (root / "data/published-urls.txt").read_bytes()
    code, out, err = building.command(root, "release")
    assert (code, out) == (1, "")
    assert err.startswith("这是示例网站（official: false）：登记过的地址以后不能删")
    assert err.count("\n") == 1
    assert (root / "data/published-urls.txt").read_bytes() == before
    _, out, _ = building.command(root, "release", "--example", "--verbose")
    assert "yunling-2025/online-quiz/\tactivity yunling-2025/online-quiz\n" in out
