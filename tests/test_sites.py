"""Whole builds: what they refuse, what they never touch, and that they always give the same bytes."""

import os
import re
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest

import building
import reading
import small_repository
from microsite.build.build import Build
from microsite.core.problems import InvalidData
from microsite.core.settings import Settings

SETTINGS = Settings(site_name="提升月", as_of=date(2025, 6, 1))
JIANGXI = "data/campaigns/jiangxi-2022.yml"


@pytest.fixture
def root(small, tmp_path):
    """A small repository with a published site."""
    return shutil.copytree(small, tmp_path / "repository")


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def line_of(file, text):
    return 1 + file.read_text("utf-8").partition(text)[0].count("\n")


def refused_by_the_core(root):
    """The same without the host, which has nothing to add to what is wrong with the data."""
    before = building.contents(root / "site")
    one = Build(root, SETTINGS, root / "site", processes=1)
    with pytest.raises(InvalidData) as refusal:  # noqa: PT012 - which of the two refuses does not matter
        one.begin()
        one.join()
    one.failed = True
    one.finish()
    assert building.contents(root / "site") == before
    return str(refusal.value)


def refused(root):
    """Build what must be refused; gives what was said after proving that the site is as it was."""
    before = building.contents(root / "site")
    done = building.build(root)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    assert building.contents(root / "site") == before
    return done.stdout


MISTAKES = {
    "a body that nobody knows": (JIANGXI, "lead: [省卫健委, 省科协]", "lead: [省卫健伟, 省科协]"),
    "a key that does not exist": (JIANGXI, "    audiences: [older]", "    audience: [older]"),
    "a time that cannot be": (JIANGXI, "    when: 8月中旬", "    when: 13月中旬"),
    "the same id twice": (JIANGXI, "  - id: older-people", "  - id: online-quiz"),
    "YAML that is none": (JIANGXI, "    when: 8月中旬", "    when: [8月中旬"),
    "a tab": (JIANGXI, "    when: 8月中旬", "\twhen: 8月中旬"),
    "a telephone number that is none": (
        "data/contacts/jiangxi-2022.yml",
        "phone: 0791—88912762",
        "phone: 无",
    ),
    "a register without a name": (
        "data/organisations/jiangxi.yml",
        "name: 江西省教育厅",
        "nom: 江西省教育厅",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_broken_data_leaves_the_published_site_and_is_told_with_its_line(root, mistake):
    file, old, new = mistake
    line = line_of(root / file, old)
    replace(root / file, old, new)
    assert f"{file}:{line}:" in refused_by_the_core(root)


def test_all_mistakes_are_told_at_once(root):
    for file, old, new in list(MISTAKES.values())[:3]:
        replace(root / file, old, new)
    said = refused(root)
    for file, _, new in list(MISTAKES.values())[:3]:
        assert f"{file}:{line_of(root / file, new)}:" in said


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (JIANGXI, "标题：提升月".encode("gb18030")),
        (JIANGXI, b""),
        (JIANGXI, b"\xff\xfe\x00"),
        (JIANGXI, b"- " * 50_000),
        ("data/translations/en/jiangxi-2022.po", b"msgid \"open\n"),
        ("data/synonyms.yml", b"zh: nothing\n"),
    ],
    ids=["another encoding", "an empty file", "no text", "a deep file", "a broken catalogue", "broken synonyms"],
)  # fmt: skip
def test_a_file_that_is_not_what_it_should_be_leaves_the_published_site(root, file, content):
    (root / file).write_bytes(content)
    assert f"{file}:" in refused_by_the_core(root)


def test_a_wrong_setting_leaves_the_published_site(root):
    replace(root / "mkdocs.yml", "official: false", "oficial: false")
    said = refused(root)
    assert "mkdocs.yml:12:5: extra.microsite.oficial: 没有“oficial”这一项，是否为“official”？" in said


SETTINGS_OF_THE_HOST = {
    "an address with a query": (
        "# site_url: https://www.example.gov.cn/ztzl/2024/", "site_url: https://www.example.gov.cn/?a=b",
        "mkdocs.yml:6:1: site_url: “https://www.example.gov.cn/?a=b”应是网站的完整地址",
    ),
    "addresses of another kind": (
        "use_directory_urls: true", "use_directory_urls: false", "mkdocs.yml:73:1: use_directory_urls: 只能写 true，不然公布过的地址都变了",
    ),
    "no part of ours": ("\n  microsite:\n", "\n  macrosite:\n", "mkdocs.yml:8:1: extra.microsite: 缺这一项，页面离不开它"),
    "English first": (
        "          default: true\n", "", "mkdocs.yml:90:11: plugins[1].i18n.languages[0]: 网站的首选语言只能是中文",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line"), SETTINGS_OF_THE_HOST.values(), ids=SETTINGS_OF_THE_HOST)
def test_a_wrong_setting_of_the_host_is_told_by_the_build_and_by_the_check_alike(root, old, new, line):
    replace(root / "mkdocs.yml", old, new)
    if not new:
        replace(root / "mkdocs.yml", "          name: English\n", "          name: English\n          default: true\n")
    assert line in refused(root)
    assert line in checked(root)


def checked(root):
    """What ``check`` says where something is wrong."""
    code, out, err = building.command(root, "check")
    assert (code, out) == (1, "")
    return err


def test_the_navigation_may_lead_to_another_site_and_one_that_leads_nowhere_is_told(root):
    replace(root / "mkdocs.yml", "      - 第一天: manual/first-day.md\n", "      - 第一天: manual/first-day.md\n      - 门户: https://portal.example.cn/\n")
    built = building.build(root)
    assert built.returncode == 0, built.stdout
    assert 'href="https://portal.example.cn/"' in (root / "site/manual/index.html").read_text("utf-8")
    replace(root / "mkdocs.yml", "https://portal.example.cn/", "manual/first-dayy.md")
    done = building.build(root)
    assert "Traceback" not in done.stdout
    assert "'manual/first-dayy.md' is included in the 'nav' configuration, which is not found" in done.stdout


def test_without_the_hooks_no_page_is_made_and_the_check_says_why(root):
    replace(root / "mkdocs.yml", "hooks:\n  - hooks/mkdocs_hooks.py\n", "")
    assert "mkdocs.yml:1:1: hooks: 缺“hooks/mkdocs_hooks.py”这一项，没有它就不生成方案的页面" in checked(root)
    done = building.build(root)
    assert done.returncode == 1
    assert done.stdout.endswith(
        "ERROR   -  Error building page 'index.md':\n"
        "ERROR   -  mkdocs.yml: hooks 里缺 hooks/mkdocs_hooks.py，没有它就不生成方案的页面 / "
        "hooks lacks hooks/mkdocs_hooks.py, without which no page of a plan is made\n\n"
        "Aborted with a BuildError!\n"
    )
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("epoch", ["", " "])
def test_an_empty_epoch_is_none(root, epoch):
    building.succeed(root, SOURCE_DATE_EPOCH=epoch)


def test_pages_of_docs_that_cannot_be_published_are_told_by_the_build_and_by_the_check_alike(root):
    docs = root / "docs"
    (docs / "extra.md").write_bytes("# 另一页".encode("gb18030"))
    (docs / "robots.txt").write_text("User-agent: *\n", "utf-8")
    (docs / "404.md").write_text("# 没有\n", "utf-8")
    replace(docs / "about.md", "\n## ", "\n![图](https://x.example/a.png)\n\n## ")
    replace(docs / "press.md", "title: ", "title: a: ")
    picture = line_of(docs / "about.md", "![图]")
    lines = [
        "docs/404.md:1:1: 这个文件由程序生成，这里的一份不会公布；请删去",
        f"docs/about.md:{picture}:1: “https://x.example/a.png”在别的网站上",
        "docs/extra.md:1:3: 这个文件是用 GBK",
        "docs/press.md:2:9: 页面开头的设置读不懂",
        "docs/robots.txt:1:1: 这个文件由程序生成，这里的一份不会公布；请删去",
    ]
    for said in (refused(root), checked(root)):
        assert [line for line in lines if line not in said] == []


def test_a_picture_of_another_site_is_told_by_the_build_in_whatever_way_the_host_found_it(root):
    """What stands between two marks of code in two items of a list is no code, which only the host knows."""
    page = root / "docs/about.md"
    page.write_text(page.read_text("utf-8") + "\n- 一个 ` 号\n- ![图](https://x.example/a.png) 又一个 ` 号\n", "utf-8")
    line = line_of(page, "https://x.example/a.png")
    assert building.command(root, "check")[0] == 0
    said = refused(root)
    assert f"docs/about.md:{line}:8: “https://x.example/a.png”在别的网站上" in said


def test_a_template_that_an_editor_saved_wrongly_is_told_by_the_build_and_by_the_check_alike(root):
    main, footer = root / "overrides/main.html", root / "overrides/microsite/shell/footer.html"
    first = line_of(main, "里缺")
    main.write_bytes(main.read_text("utf-8").encode("gb18030"))
    footer.write_bytes(footer.read_bytes() + '<img src="//x.example/a.png">页\n'.encode() + b"\xe7\xbd")
    last = footer.read_bytes().count(b"\n") + 1
    before = building.contents(root / "site")
    for said in (refused(root), checked(root)):
        assert re.search(rf"overrides/main.html:{first}:\d+: 这个文件是用 GBK", said)
        assert f"overrides/microsite/shell/footer.html:{last}:1: 文件在一个字的中间断了" in said
    footer.write_bytes(footer.read_bytes()[:-2])
    assert f"overrides/microsite/shell/footer.html:{last - 1}:1: “//x.example/a.png”在别的网站上" in checked(root)
    assert building.contents(root / "site") == before


def test_a_file_of_docs_whose_name_came_broken_out_of_an_archive_is_told_by_the_build(root):
    Path(os.fsdecode(os.fsencode(root) + b"/docs/\xb9\xd8.png")).write_bytes(b"x")
    said = refused(root)
    assert "docs/<U+DCB9><U+DCD8>.png:1:1: 这个名称有乱码，或 Windows 不允许" in said
    assert "Traceback" not in said


def test_proofs_that_programs_look_for_are_published(root):
    (root / "docs/.well-known").mkdir()
    (root / "docs/.well-known/apple-app-site-association").write_text("{}", "utf-8")
    (root / "docs/MP_verify_x.txt").write_text("x", "utf-8")
    (root / "docs/.secret").write_text("x", "utf-8")
    building.succeed(root)
    assert (root / "site/.well-known/apple-app-site-association").read_text("utf-8") == "{}"
    assert (root / "site/MP_verify_x.txt").read_text("utf-8") == "x"
    assert not (root / "site/.secret").exists()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SOURCE_DATE_EPOCH", "1735689600000", "SOURCE_DATE_EPOCH:1:1: “1735689600000”应是从 1970 年算起的秒数"),
        ("ONLY", "../x", "ONLY: 没有叫“../x”的方案或地区；可选：data/campaigns/*.yml / there is no"),
        ("ONLY", "..", "ONLY: 没有叫“..”的方案或地区"),
        ("ONLY", "a\nb", "ONLY: 没有叫“a b”的方案或地区"),
    ],
)
def test_what_the_environment_says_wrongly_is_told_and_leaves_nothing_behind(root, name, value, said):
    before = sorted(path.name for path in root.iterdir())
    done = building.build(root, **{name: value})
    assert done.returncode != 0
    assert said in done.stdout
    assert "Traceback" not in done.stdout
    assert sorted(path.name for path in root.iterdir()) == before


def test_a_broken_link_in_a_hand_written_page_leaves_the_published_site(root):
    page = root / "docs" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n[去年](../shandong-1924/)\n", "utf-8")
    refused(root)


def test_a_hand_written_page_where_a_page_from_the_data_belongs_is_refused(root):
    """Told by name; the page from the data is not lost under it."""
    (root / "docs" / "jiangxi-2022").mkdir()
    for name in ("index.md", "index.en.md"):
        (root / "docs" / "jiangxi-2022" / name).write_text("# 别的\n", "utf-8")
    assert "docs/jiangxi-2022/index" in refused(root)


def test_a_template_that_fails_leaves_the_published_site(root):
    before = building.contents(root / "site")
    replace(root / "overrides/microsite/plan.html", "{{ document.title }}", "{{ document.no_such_thing }}")
    assert building.build(root).returncode != 0
    assert building.contents(root / "site") == before


def test_a_build_that_is_killed_leaves_the_published_site_and_the_next_one_succeeds(root):
    before = building.contents(root / "site")

    def all_again():
        for left in (".site.spare", ".cache/lists"):
            shutil.rmtree(root / left, ignore_errors=True)

    all_again()
    begun = time.monotonic()
    building.succeed(root)
    whole = time.monotonic() - begun
    for share in (0.4, 0.6, 0.8):
        all_again()
        running = building.start(root)
        time.sleep(whole * share)
        running.kill()
        running.wait()
        assert building.contents(root / "site") == before
    building.succeed(root)
    assert building.contents(root / "site") == before
    assert [path.name for path in root.iterdir() if re.fullmatch(r"\.site\.(staging|old)", path.name)] == []


def test_the_same_data_gives_the_same_bytes_anywhere(small, tmp_path):
    """Whatever the time zone, hash seed, language of the system, folder, and line endings."""
    other = small_repository.cut(building.copy_of_repository(tmp_path / "somewhere else" / "with a longer name" / "数据"))
    for file in (
        *other.glob("data/**/*.yml"),
        *other.glob("data/**/*.po"),
        *other.glob("overrides/**/*.html"),
    ):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    odd = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "0"}
    building.succeed(other, **odd)
    ours, theirs = building.contents(small / "site"), building.contents(other / "site")
    assert list(theirs) == list(ours)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_properdocs_builds_the_same_site(small, tmp_path):
    """But for the line that names the generator."""
    other = small_repository.cut(building.copy_of_repository(tmp_path / "repository"))
    building.succeed(other, command="properdocs")
    ours, theirs = building.contents(small / "site"), building.contents(other / "site")
    assert list(theirs) == list(ours)
    assert [path for path in ours if without_generator(ours[path]) != without_generator(theirs[path])] == []


def without_generator(content):
    return re.sub(rb'<meta name="generator"[^>]*>', b"", content)


def test_mkdocs_has_nothing_to_do_where_its_pages_are_as_they_were(root):
    """Until something is edited, whether of the data or of the manual; a page with a warning is made every time."""
    made = "Building documentation to directory"
    building.succeed(root)
    assert made not in building.succeed(root).stdout
    replace(root / JIANGXI, "    when: 8月中旬", "    when: 8月下旬")
    assert made not in building.succeed(root).stdout
    replace(root / "docs/manual/index.md", "# ", "# 又一次：")
    assert made in building.succeed(root).stdout
    assert made not in building.succeed(root).stdout
    after = building.contents(root / "site")
    assert "又一次：" in after["manual/index.html"].decode()
    for left in ("site", ".site.spare", ".cache/lists"):
        shutil.rmtree(root / left)
    building.succeed(root)
    assert building.contents(root / "site") == after


def test_a_warning_about_the_manual_is_repeated_until_it_is_fixed(root):
    replace(root / "docs/manual/index.md", "# ", "[不在](nowhere.md)\n\n# ")
    plain = [each for each in building.arguments("mkdocs", "mkdocs.yml") if each != "--strict"]
    for _ in range(2):
        done = subprocess.run(
            plain, cwd=root, env=building.surroundings({}), capture_output=True, text=True, check=False
        )  # fmt: skip
        assert done.returncode == 0
        assert "nowhere.md" in done.stderr


def test_every_link_arrives_also_on_a_site_that_does_not_know_its_address(small):
    files = set(building.contents(small / "site"))
    building.none_of(reading.broken_links(reading.pages(small / "site"), files, "/"))


def test_a_build_reaches_its_place_also_through_another_folder(root, tmp_path):
    """``mkdocs build -d`` puts the same site where it is told to."""
    building.configure(root, f"site_dir: {tmp_path / 'elsewhere' / 'public'}")
    (tmp_path / "elsewhere").mkdir()
    building.succeed(root, config=building.CONFIGURED)
    assert building.contents(tmp_path / "elsewhere" / "public") == building.contents(root / "site")


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("data", "test.yml:2:1: site_dir: “data”里有项目自己的文件，网站会整个替换它；请写 site_dir: site"),
        ("portal", "这里不是本程序生成的网站，所以什么也没有动；请先移走这里的文件或链接，或者在 site_dir 里写别的文件夹"),
    ],
)
def test_a_folder_that_is_no_site_is_never_replaced(root, folder, said):
    """Whatever a slip in the settings says, files that the program did not write stay."""
    (root / folder).mkdir(exist_ok=True)
    (root / folder / "news.html").write_text("新闻", "utf-8")
    building.configure(root, f"site_dir: {folder}")
    before = building.contents(root / folder)
    done = building.build(root, config=building.CONFIGURED)
    assert done.returncode == 1
    assert said in done.stdout
    assert "Traceback" not in done.stdout
    assert building.contents(root / folder) == before
    assert not [*root.glob(f".{folder}.*")]
    (root / folder / "news.html").unlink()


def test_a_disk_that_is_full_is_told_in_a_line_and_leaves_the_published_site(root):
    """No file may become longer than a kilobyte: what the host and what the core writes fails alike."""
    before = building.contents(root / "site")
    replace(root / JIANGXI, "    when: 8月中旬", "    when: 8月下旬")
    done = subprocess.run(
        ["prlimit", "--fsize=1024", *building.arguments("mkdocs", "mkdocs.yml")],
        cwd=root, env=building.surroundings({}), capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    told = [line for line in said.splitlines() if "文件读不了或写不进去，原来的网站没有变" in line]
    assert len(told) == 1, said
    assert building.contents(root / "site") == before
    building.succeed(root)


def test_a_site_folder_that_is_a_link_is_told_in_a_line_and_stays_as_it_is(root):
    (root / "site").rename(root / "elsewhere")
    (root / "site").symlink_to("elsewhere")
    before = building.contents(root / "elsewhere")
    done = building.build(root)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert "site: 这里不是本程序生成的网站，所以什么也没有动；请先移走这里的文件或链接" in done.stdout
    assert building.contents(root / "elsewhere") == before
    assert not [*root.glob(".site.*")]


def test_a_file_that_is_called_like_the_folder_of_the_site_is_never_replaced(root):
    building.configure(root, "site_dir: portal")
    (root / "portal").write_text("新闻", "utf-8")
    done = building.build(root, config=building.CONFIGURED)
    assert done.returncode == 1
    assert "portal: 这里不是本程序生成的网站，所以什么也没有动" in done.stdout
    assert (root / "portal").read_text("utf-8") == "新闻"
    assert not [*root.glob(".portal.*")]


def test_what_a_killed_build_left_half_written_in_the_cache_is_cleared(root):
    for name in (".cache/lists/1.99999.tmp", ".cache/cards/1.99999.tmp"):
        (root / name).write_bytes(b"half")
    building.succeed(root)
    assert list((root / ".cache").rglob("*.tmp")) == []


def test_two_builds_at_once_wait_for_each_other(root):
    replace(root / JIANGXI, "    when: 8月中旬", "    when: 8月下旬")
    both = [building.start(root) for _ in range(2)]
    assert [running.wait() for running in both] == [0, 0]
    after = building.contents(root / "site")
    shutil.rmtree(root / "site")
    building.succeed(root)
    assert building.contents(root / "site") == after
