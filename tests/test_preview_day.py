"""A preview over a whole day, without a server: past midnight the new day counts, and memory does not grow."""

import gc
import logging
import shutil
import tracemalloc
from datetime import timedelta

import pytest
import yaml

import builders
import building
from microsite.build import build, summaries
from microsite.build.preview import Preview, check_port
from microsite.build.running import Running, _settings
from microsite.core.problems import RefusalError
from microsite.core.settings import Settings

LOG = logging.getLogger("test of the preview")
CONTACTS = yaml.safe_load((building.REPOSITORY / "data/contacts/jiangxi-2022.yml").read_text("utf-8"))
SHOWN = CONTACTS["people_until"]
GONE = SHOWN + timedelta(days=1)


class Clock:
    day = SHOWN

    def __call__(self):
        return self.day


SETTINGS = (building.REPOSITORY / "mkdocs.yml").read_text("utf-8")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="module")
def cards(tmp_path_factory):
    """Share cards drawn once for all tests here."""
    return tmp_path_factory.mktemp("cards")


@pytest.fixture
def preview(tmp_path, clock, cards, monkeypatch):
    """A preview of one plan whose first build is done; the host has no pages of its own."""
    monkeypatch.setattr(build, "CARDS", cards)
    shutil.copytree(building.REPOSITORY / "data", tmp_path / "data", ignore=shutil.ignore_patterns("shandong*"))
    builders.write(tmp_path, "docs/index.md", "# 欢迎\n")
    for name in ("overrides", "hooks"):
        (tmp_path / name).symlink_to(building.REPOSITORY / name)
    running = Running(preview=Preview(clock, lambda file: _settings(file, {}, clock())))
    one = build.Build(tmp_path, Settings(site_name="提升月", as_of=clock.day), tmp_path / "site", memory=running.preview.memory)
    builders.write(tmp_path, "mkdocs.yml", SETTINGS)
    running.preview.watch_host(tmp_path / "mkdocs.yml")
    running.build = one
    one.begin()
    one.join()
    running.finish()
    return running.preview


def again(preview):
    def host_builds():
        pytest.fail("the host was asked to build")

    preview.rebuild(host_builds, LOG)
    assert preview.told == ()


def test_what_is_saved_before_the_first_look_is_noticed_and_so_is_midnight(preview, clock):
    file = preview.last.root / "data/campaigns/jiangxi-2022.yml"
    file.write_text(file.read_text("utf-8").replace("    title: ", "    title: 改", 1), "utf-8")
    assert [preview.changed(), preview.changed()] == [True, False]
    clock.day = GONE
    assert [preview.changed(), preview.changed()] == [True, False]


def test_past_midnight_names_whose_day_has_passed_are_gone(preview, clock):
    def names_shown():
        shown = (preview.last.site_dir / "jiangxi-2022/contacts/index.html").read_text("utf-8")
        return sum(each["person"] in shown for each in CONTACTS["contacts"])

    assert names_shown() == len(CONTACTS["contacts"])
    clock.day = GONE
    again(preview)
    assert names_shown() == 0


def test_memory_does_not_grow_with_edits(preview):
    """Neither objects nor bytes, which are no objects that are counted: 20 KB an edit at most, which is 20 MB in a thousand."""
    file = preview.last.root / "data/campaigns/jiangxi-2022.yml"
    text, counts, sizes = file.read_text("utf-8"), [], []
    try:
        for number in range(10, 20):
            if number == 15:
                tracemalloc.start()  # what is kept is there by now; it takes half of the time
            file.write_text(text.replace("    title: ", f"    title: 改{number}", 1), "utf-8")
            again(preview)
            preview.tidy()
            counts.append(len(gc.get_objects()))
            sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert max(counts[4:]) - min(counts[4:]) < 500
    assert sizes[-1] - sizes[6] < 3 * 20_000
    assert len(summaries._KNOWN) == len(preview.memory.parts)


def test_a_mistake_without_a_place_is_told_with_the_words_of_the_host(preview):
    def host_builds():
        LOG.error("Config value 'nav': wrong")
        raise SystemExit("Aborted")

    preview.last = None
    preview.rebuild(host_builds, LOG)
    (told,) = preview.told
    assert str(told) == (
        "mkdocs.yml:1:1: 网站没有重新生成，下面还是上一次的页面；改好并保存就会更新：Config value 'nav': wrong / "
        "the site was not made again, and the last pages are shown; correct it and save: Config value 'nav': wrong"
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - hooks/mkdocs_hooks.py\n", "", "缺“hooks/mkdocs_hooks.py”这一项"),
        ("\nextra:", "\nsite_url: 2024-13-45\nextra:", "“2024-13-45”像日期或数字，却不是"),
        ("  - 关于本站: about.md\n", "  - 5\n", "“5”应是一句文字"),
    ],
)
def test_settings_with_which_the_host_would_end_or_build_another_site_are_told_and_it_is_not_asked(preview, old, new, told):
    """Without hooks it would empty what is served, and no repair would bring it back."""
    assert old in SETTINGS
    builders.write(preview._file.parent, "mkdocs.yml", SETTINGS.replace(old, new))
    assert preview.changed()
    preview.rebuild(lambda: pytest.fail("the host was asked to build"), LOG)
    (problem,) = preview.told
    assert problem.zh.startswith(told)
    assert (problem.mark.file, problem.mark.line > 1) == ("mkdocs.yml", True)
    builders.write(preview._file.parent, "mkdocs.yml", SETTINGS)
    asked = []
    preview.rebuild(lambda: asked.append(1), LOG)
    assert asked == [1]


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 999999), ("192.0.2.1", 8000)])
def test_an_address_at_which_no_preview_can_run_is_told(host, port):
    with pytest.raises(RefusalError) as refused:
        check_port(host, port)
    assert str(refused.value).startswith(f"ADDR: 不能在 {host}:{port} 开预览（")
