"""mkdocs.yml is read as the host reads it, and what is wrong with it is told at its line."""

from __future__ import annotations

import doctest
import json
from datetime import date
from pathlib import Path

import pytest

from microsite.checks import site_settings as checks
from microsite.core.problems import InvalidData
from microsite.core.settings import Settings
from microsite.loading import site_settings
from microsite.loading.site_settings import NO_SETTINGS, read

DAY = date(2025, 6, 1)


def settings(folder: Path, text: str | bytes, **environ: str) -> Settings:
    file = folder / "mkdocs.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file, environ).checked(environ, DAY)


def told(folder: Path, text: str | bytes, **environ: str) -> list[str]:
    with pytest.raises(InvalidData) as refused:
        settings(folder, text, **environ)
    return [f"{problem} [{problem.code}]" for problem in refused.value.problems]


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(checks).failed == 0


def test_without_a_file_there_are_no_settings(tmp_path: Path) -> None:
    assert read(tmp_path / "mkdocs.yml", {}) is NO_SETTINGS
    assert NO_SETTINGS.checked({}, DAY) == Settings(as_of=DAY)


def test_the_environment_says_how_a_build_is_meant(tmp_path: Path) -> None:
    text = "site_name: 提升月\nsite_url: https://www.example.gov.cn/\nextra:\n  microsite: {official: true}\n"
    found = settings(tmp_path, text, PROFILE="production")
    assert (found.site_name, found.site_url) == ("提升月", "https://www.example.gov.cn/")
    assert (found.official, found.profile, found.as_of) == (True, "production", DAY)
    assert settings(tmp_path, text, PROFILE="").profile == "preview"


def test_a_preview_lives_at_an_address_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://www.example.gov.cn/x/\n", "utf-8")
    assert read(tmp_path / "mkdocs.yml", {}).checked({}, DAY, "http://127.0.0.1:8000/x/").site_url == "http://127.0.0.1:8000/x/"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "site_name: 提升月\nextra:\n  microsite:\n    official: [\n",
            "mkdocs.yml:5:1: 这里的“[”或“{”没有配对的右括号",
        ),
        ("site_name: 提升月\n\textra: {}\n", "mkdocs.yml:2:1: "),
        ("site_name: 提升月".encode("gb18030"), "mkdocs.yml:1:12: "),
        ("site_name: 提升月\n".encode("utf-16"), "mkdocs.yml:1:1: "),
        (b"\x00\x01\xff\xfe", "mkdocs.yml:1:3: "),
    ],
    ids=["a bracket", "a tab", "GBK", "UTF-16", "no text"],
)
def test_a_file_that_is_no_yaml_is_told_in_the_words_for_data_files(tmp_path: Path, text: str | bytes, line: str) -> None:
    found = told(tmp_path, text)
    assert found
    assert found[0].startswith(line.split(" ", maxsplit=1)[0]), found
    assert " / " in found[0]


@pytest.mark.parametrize("text", ["", "- site_name\n", "提升月\n"])
def test_a_file_without_settings_is_called_that(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == [
        "mkdocs.yml:1:1: 这里应有若干项设置，如 site_name: 提升月 / must hold settings such as site_name: Skills Month [broken-settings]"
    ]


@pytest.mark.parametrize("kind", ["folder", "broken link"])
def test_what_is_called_like_the_settings_and_is_no_file_is_told(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "mkdocs.yml"
    place.mkdir() if kind == "folder" else place.symlink_to("nowhere.yml")
    with pytest.raises(InvalidData) as told:
        read(place, {})
    assert str(told.value) == (
        "mkdocs.yml:1:1: 这里应是一个文件，而不是文件夹或断了的链接；请改名，用备份或 git 恢复"
        " / must be a file, not a folder or a broken link; rename it, and restore the file from a copy or git"
    )


@pytest.mark.parametrize("value", ["2024-13-45", "2024-01-01 25:00:00", "0x_", "!!bool abc", '!!int ""', "!!timestamp abc"])
def test_what_looks_like_a_day_or_a_number_and_is_none_is_told_at_its_place(value: str, tmp_path: Path) -> None:
    said = value.rpartition(" ")[2].strip('"') if value.startswith("!") else value
    (line,) = told(tmp_path, f"site_name: x\nextra:\n  a:\n  - b: {value}\n")
    zh, en = f"“{said}”像日期或数字，却不是；请加引号", f"“{said}” looks like a day or a number but is not; quote it"
    assert line == f"mkdocs.yml:4:8: {zh} / {en} [broken-settings]"


def test_what_turns_a_text_around_is_told_in_the_settings_as_in_data(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "site_name: a\u202eb\n")
    assert (line.partition(": ")[0], line.rpartition(" ")[2]) == ("mkdocs.yml:1:13", "[yaml-bidi-character]")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("site_name: 5\n", ["mkdocs.yml:1:1: site_name: “5”应是一句文字，请加引号 / “5” must be text, in quotes [wrong-setting]"]),
        (
            "site_name: 提升月\nextra: 5\n",
            [
                ("mkdocs.yml:2:1: extra: 下面应有若干项设置，如 official: false / "
                "must hold settings such as official: false [wrong-setting]")
            ],
        ),
        (
            "extra:\n  generator: false\n  microsite: [5]\n",
            [
                ("mkdocs.yml:3:3: extra.microsite: 下面应有若干项设置，如 official: false / "
                "must hold settings such as official: false [wrong-setting]")
            ],
        ),
        (
            "extra:\n  microsite:\n    offical: true\n    report_url: x\n    government: {icp: 5}\n",
            [
                ("mkdocs.yml:3:5: extra.microsite.offical: 没有“offical”这一项，是否为“official”？ / "
                "there is no key “offical”; did you mean “official”? [unknown-key]"),
                ("mkdocs.yml:4:5: extra.microsite.report_url: “x”应是完整的网址或 mailto: 邮箱，没有用户名、空格和中文标点，"
                "如 https://www.example.gov.cn/jc/ / "
                "“x” must be a full address without a user name, spaces or Chinese punctuation, such as https://www.example.gov.cn/jc/, "
                "or mailto: and an email address [wrong-setting]"),
                "mkdocs.yml:5:18: extra.microsite.government.icp: “5”请加引号 / “5” needs quotes around it [wrong-setting]",
            ],
        ),
        (
            "plugins:\n  - search\n  - i18n:\n      languages:\n        - locale: zh\n        - locale: en\n          default: true\n",
            [
                f"mkdocs.yml:{line}:11: plugins[1].i18n.languages[{number}]: "
                "网站的首选语言只能是中文；请只在 locale: zh 那里写 default: true / "
                "the site’s default language is Chinese; write default: true only at locale: zh [wrong-setting]"
                for line, number in ((5, 0), (6, 1))
            ],
        ),
    ],
)
def test_a_setting_of_the_wrong_shape_is_told_at_its_line(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert told(tmp_path, text) == lines


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.gov.cn/a/?b=c", "https://www.example.gov.cn/#top", "https://www.example.gov.cn/a b/",
        "ftp://www.example.gov.cn/", "www.example.gov.cn", "https://[::1", "https://www.example.gov.cn:99999/",
        "https://www.example.gov.cn/../x/", "https:///x/", "javascript:x", "5",
        "https://www.example.gov.cn/./x/", "https://www.example.gov.cn//x/", "https://www.example.gov.cn/%2e%2e/x/",
        "https://www.example.gov.cn/a%2F..%2Fx/", "https://www.example.gov.cn//", "https://a-.gov.cn/", "https://a..gov.cn/",
        "https://www.example.gov.cn/a%E2%80%AEb/", "https://www.example.gov.cn/a。", "https://www.example.gov.cn/a/index.html",
    ],
)  # fmt: skip
def test_an_address_of_the_site_that_pages_could_not_begin_with_is_refused(tmp_path: Path, address: str) -> None:
    assert told(tmp_path, f"site_name: 提升月\nsite_url: '{address}'\n") == [
        (f"mkdocs.yml:2:1: site_url: “{address}”应是网站的完整地址，以 https:// 开头，"
        "没有用户名、空格、中文标点、?、#、//、/./、.. 和 index.html，"
        f"如 https://www.example.gov.cn/ztzl/2024/ / “{address}” must be the full address of the site: https://, "
        "without a user name, spaces, Chinese punctuation, ?, #, //, /./, .. and index.html, "
        "such as https://www.example.gov.cn/ztzl/2024/ [wrong-setting]")
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\ufeff", "\xad", "\x7f"])
def test_what_nobody_sees_stands_in_no_address(tmp_path: Path, sign: str) -> None:
    where = json.dumps(f"https://r.gov.cn/{sign}/")
    ours = f"report_url: {where}, government: {{organ_mark_url: {where}}}"
    lines = told(tmp_path, f"site_name: 提升月\nsite_url: {where}\nextra: {{microsite: {{{ours}}}}}\n")
    assert [line.split(": ")[1] for line in lines] == [
        "site_url", "extra.microsite.report_url", "extra.microsite.government.organ_mark_url",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "https://user:secret@x.gov.cn/", "https://", "http:///x", "mailto:", "mailto:bgs", "mailto:@x.gov.cn", "mailto:a@",
        "mailto:a b@x.cn", "https://x.gov.cn/ a b", "https://x.gov.cn:x/", "//x.gov.cn/", "https://x.gov.cn\\y",
    ],
)  # fmt: skip
def test_an_address_for_reports_that_leads_nowhere_is_refused_with_its_line(tmp_path: Path, address: str) -> None:
    (line,) = told(tmp_path, f"site_name: 提升月\nextra:\n  microsite:\n    report_url: '{address}'\n")
    assert line.startswith("mkdocs.yml:4:5: extra.microsite.report_url: “")
    assert "secret" not in line


@pytest.mark.parametrize("address", ["https://www.example.gov.cn", "http://r.cn:8080/报错?x=1#y", "mailto:bgs@example.gov.cn?subject=x"])
def test_an_address_for_reports_is_taken(tmp_path: Path, address: str) -> None:
    assert settings(tmp_path, f"extra:\n  microsite:\n    report_url: '{address}'\n").report_url == address


def test_a_password_in_the_address_is_not_shown_again(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "site_url: https://user:secret@www.example.gov.cn/\n")
    assert "secret" not in line
    assert "“https://…@www.example.gov.cn/”应是网站的完整地址" in line


@pytest.mark.parametrize(
    "address",
    ["", "https://www.example.gov.cn", "http://localhost:8000/x/", "https://[::1]:8443/", "https://例子.中国/专题/2024/"],
)
def test_a_full_address_is_taken_as_it_is(tmp_path: Path, address: str) -> None:
    assert settings(tmp_path, f'site_url: "{address}"\n').site_url == address


def test_the_profile_is_told_with_its_own_name(tmp_path: Path) -> None:
    assert told(tmp_path, "extra:\n  microsite: {oficial: true}\n", PROFILE="prod") == [
        "PROFILE:1:1: “prod”只能是 preview 或 production / “prod” must be preview or production [wrong-setting]",
        ("mkdocs.yml:2:15: extra.microsite.oficial: 没有“oficial”这一项，是否为“official”？ / "
        "there is no key “oficial”; did you mean “official”? [unknown-key]"),
    ]


def test_what_the_environment_says_is_read_as_the_host_reads_it(tmp_path: Path) -> None:
    text = "site_name: !ENV [TITLE, 提升月]\nextra:\n  microsite:\n    official: !ENV OFFICIAL\n    organiser: !ENV [A, B, 网信办]\n"
    found = settings(tmp_path, text, OFFICIAL="true", B="教育厅")
    assert (found.site_name, found.official, found.organiser) == ("提升月", True, "教育厅")


def test_what_is_inherited_counts_and_is_told_in_its_own_file(tmp_path: Path) -> None:
    base = "site_name: 提升月\nextra:\n  microsite:\n    official: true\n    organiser: 网信办\n"
    (tmp_path / "base.yml").write_text(base, "utf-8")
    found = settings(tmp_path, "INHERIT: base.yml\nextra:\n  microsite:\n    organiser: 教育厅\n")
    assert (found.site_name, found.official, found.organiser) == ("提升月", True, "教育厅")
    (tmp_path / "base.yml").write_text(base.replace("official: true", "official: 1"), "utf-8")
    assert told(tmp_path, "INHERIT: base.yml\n") == [
        "base.yml:4:5: extra.microsite.official: “1”只能写 true 或 false / “1” must be true or false [wrong-setting]"
    ]


@pytest.mark.parametrize("name", ["nowhere.yml", "a" * 300])
def test_a_file_that_cannot_be_inherited_is_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, f"site_name: x\nINHERIT: {name}\n") == [
        (f"mkdocs.yml:2:1: INHERIT: INHERIT 要的文件“{name}”不在这里；请改正名字，或删去这一行 / "
        f"the file “{name}” named by INHERIT is not there; correct its name, or delete this line [broken-settings]")
    ]


def test_settings_that_lead_back_to_themselves_are_told(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("INHERIT: mkdocs.yml\n", "utf-8")
    for text, file, name in (("INHERIT: mkdocs.yml\n", "mkdocs.yml", "mkdocs.yml"), ("INHERIT: base.yml\n", "base.yml", "mkdocs.yml")):
        assert told(tmp_path, text) == [
            (f"{file}:1:1: INHERIT: INHERIT 要的文件“{name}”又用到这个文件；请改正名字，或删去这一行 / "
            f"the file “{name}” named by INHERIT leads back to this file; correct its name, or delete this line [broken-settings]")
        ]


def test_tags_and_anchors_of_the_host_are_no_mistake(tmp_path: Path) -> None:
    text = (
        "a: &a [*a]\nmarkdown_extensions:\n  - x:\n      emoji: !!python/name:material.emoji.to_svg\n"
        "docs_dir: !relative $config_dir\n"
    )
    assert settings(tmp_path, text) == Settings(as_of=DAY)


@pytest.mark.parametrize("given", ["", "hooks: []\n", "hooks: [other.py]\n", "hooks: 5\n"])
def test_a_site_without_the_hooks_would_have_no_plan(given: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{given}", "utf-8")
    (problem,) = checks.of_the_host(read(tmp_path / "mkdocs.yml", {}).values)
    assert str(site_settings.read(tmp_path / "mkdocs.yml", {}).placed(problem)) == (
        f"mkdocs.yml:{2 if given else 1}:1: hooks: 缺“hooks/mkdocs_hooks.py”这一项，没有它就不生成方案的页面；"
        "请写 hooks: [hooks/mkdocs_hooks.py] / lacks “hooks/mkdocs_hooks.py”, without which no page of a plan is made; "
        "write hooks: [hooks/mkdocs_hooks.py]"
    )


HOOKS = "hooks: [hooks/mkdocs_hooks.py]\n"


@pytest.mark.parametrize("folder", ["data", "./data/", "docs", "docs/site", "hooks", "tests/x", ".git", ".", "..", "../..", "a/../data"])
def test_a_site_never_takes_the_place_of_a_folder_of_the_project(folder: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{HOOKS}site_dir: {folder}\n", "utf-8")
    found = read(tmp_path / "mkdocs.yml", {})
    (problem,) = map(found.placed, checks.of_the_host(found.values))
    name = folder.removeprefix("./").rstrip("/") if folder not in (".", "a/../data") else {".": ".", "a/../data": "data"}[folder]
    assert str(problem) == (
        f"mkdocs.yml:3:1: site_dir: “{name}”里有项目自己的文件，网站会整个替换它；请写 site_dir: site / "
        f"“{name}” holds files of the project, and the site would replace it whole; write site_dir: site"
    )


@pytest.mark.parametrize("folder", ["site", "public", "../site", "/srv/www/x", "database"])
def test_a_site_may_lie_in_a_folder_of_its_own(folder: str) -> None:
    assert list(checks.of_the_host({"site_name": "x", "hooks": [checks.HOOKS], "site_dir": folder})) == []


def test_the_host_needs_a_name_and_the_folder_of_pages(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name:\n{HOOKS}docs_dir: doc\n", "utf-8")
    found = read(tmp_path / "mkdocs.yml", {})
    assert [str(found.placed(problem)) for problem in checks.of_the_host(found.values)] == [
        ("mkdocs.yml:3:1: docs_dir: “doc”：手写的页面要放在 docs 里；请写 docs_dir: docs / “doc”: pages written by hand belong in "
         "docs; write docs_dir: docs"),
        ("mkdocs.yml:1:1: site_name: 缺网站的名称；请写 site_name: 提升月 这样 / the site has no name; write one, such as site_name: "
         "Skills Month"),
    ]


def test_the_host_takes_text_for_a_folder_and_a_list_for_lists(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{HOOKS}site_dir: [a]\ndev_addr: 8000\nwatch: data\n", "utf-8")
    found = read(tmp_path / "mkdocs.yml", {})
    assert [str(found.placed(problem)) for problem in checks.of_the_host(found.values)] == [
        "mkdocs.yml:4:1: dev_addr: “8000”应是一句文字，请加引号 / “8000” must be text, in quotes",
        "mkdocs.yml:3:1: site_dir: “['a']”应是一句文字，请加引号 / “['a']” must be text, in quotes",
        "mkdocs.yml:5:1: watch: “data”应是一张清单，每项前写 - / “data” must be a list, with - before each item",
    ]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("repo_url: 5", "repo_url"), ("repo_url: 'https://[::1'", "repo_url"), ("extra_css: [5]", "extra_css[0]"),
        ("strict: maybe", "strict"),
        ("extra_javascript: [x.js, {path: y.js}, 5]", "extra_javascript[2]"), ("exclude_docs: [a]", "exclude_docs"),
        ("validation: [a]", "validation"), ("plugins: 5", "plugins"), ("markdown_extensions: [tables, [toc]]", "markdown_extensions[1]"),
        ("nav: [a.md, 5]", "nav[1]"), ("nav: [{a: {b: c}}]", "nav[0].a"), ("nav: [{a: [b.md, {c: 5}]}]", "nav[0].a[1].c"),
        ("dev_addr: localhost", "dev_addr"), ("watch: [{a: b}]", "watch[0]"), ("hooks: [hooks/mkdocs_hooks.py, 5]", "hooks[1]"),
    ],
)  # fmt: skip
def test_a_setting_that_the_host_would_end_at_is_told_by_its_path(text: str, path: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{text}\n{'' if 'hooks:' in text else HOOKS}", "utf-8")
    found = read(tmp_path / "mkdocs.yml", {})
    (problem,) = map(found.placed, checks.of_the_host(found.values))
    assert (problem.mark.line, problem.path, problem.code) == (2, path, "wrong-setting")


def test_hooks_and_a_folder_of_templates_that_are_not_there_are_told_at_their_line(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    names = ["hooks/mkdocs_hooks.py", "nothing/hooks/mkdocs_hooks.py", "a" * 300]
    file.write_text("\n  - ".join(["site_name: x\nhooks:", *names]) + "\ntheme:\n  custom_dir: overrides\nwatch: [hooks, dta]\n", "utf-8")
    (tmp_path / "hooks").mkdir()
    (tmp_path / names[0]).touch()
    assert [str(problem) for problem in site_settings.absent(file, read(file, {}))] == [
        (
            "mkdocs.yml:4:5: hooks[1]: “nothing/hooks/mkdocs_hooks.py”不在这里；请改正名字"
            " / “nothing/hooks/mkdocs_hooks.py” is not there; correct its name"
        ),
        f"mkdocs.yml:5:5: hooks[2]: “{'a' * 80}”不在这里；请改正名字 / “{'a' * 80}” is not there; correct its name",
        "mkdocs.yml:8:16: watch[1]: “dta”不在这里；请改正名字 / “dta” is not there; correct its name",
        "mkdocs.yml:7:3: theme.custom_dir: “overrides”不在这里；请改正名字 / “overrides” is not there; correct its name",
    ]


SHIPPED = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
OURS, THEME, PLUGINS, ADDRESSES = (
    "extra.microsite: 缺这一项，页面离不开它；请写 extra: {microsite: {official: false}}",
    "theme: 手写的页面离不开它；请写 name: material 和 custom_dir: overrides",
    "plugins: 里要有 i18n，写 docs_structure: suffix 和 zh、en 两种语言",
    "use_directory_urls: 只能写 true，不然公布过的地址都变了",
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\nextra:", "\nextraa:", ["extraa: 没有“extraa”这一项，是否为“extra”？", OURS]),
        ("  microsite:\n", "  macrosite:\n", [OURS]),
        ("\nwatch:", "\nextra_files: []\nwatch:", ["extra_files: 没有“extra_files”这一项"]),
        ("use_directory_urls: true", "use_directory_urls: false", [ADDRESSES]),
        ("  name: material\n", "  name: readthedocs\n", [THEME]),
        ("  custom_dir: overrides\n", "", [THEME]),
        ("\ntheme:\n", "\ntheme: material\ntheming:\n", [THEME, "theming: 没有“theming”这一项"]),
        ("  - i18n:\n", "  - i19n:\n", [PLUGINS]),
        ("docs_structure: suffix", "docs_structure: folder", [PLUGINS]),
        ("        - locale: en\n", "        - locale: fr\n", [PLUGINS, "plugins[1].i18n.languages[1]: 网站只有 zh 和 en"]),
        ("\nplugins:\n", "\nplugins: [search]\nexclude_docs:\n", [PLUGINS]),
    ],
)  # fmt: skip
def test_what_the_pages_stand_on_is_as_it_was_shipped(old: str, new: str, said: list[str], tmp_path: Path) -> None:
    text = SHIPPED.replace("exclude_docs: |\n  !/.well-known/\n", "")
    assert old in text
    found = [line.partition(": ")[2] for line in told(tmp_path, text.replace(old, new))]
    assert sorted(line[: len(begun)] for line, begun in zip(sorted(found), sorted(said), strict=True)) == sorted(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  !/.well-known/", "  !/.well-known/\n  # x\n  about*",
         ("exclude_docs: 这样 docs/about.md 就不公布，而每一页下面都有它的链接；请改掉匹配它的那一行 / "
         "leaves out docs/about.md, which every page links to; change the line that matches it [wrong-setting]")),
        ("exclude_docs:", "draft_docs: |\n  /manual/*.en.md\nexclude_docs:",
         ("draft_docs: 这样 docs/manual/index.en.md 就不公布，而每一页下面都有它的链接；请改掉匹配它的那一行 / "
         "leaves out docs/manual/index.en.md, which every page links to; change the line that matches it [wrong-setting]")),
        ("        - locale: en\n", "        - locale: en\n          build: false\n",
         ("plugins[1].i18n.languages[1]: 每一页都有到这种语言的链接；请删去 build: false / "
         "every page links to this language; delete build: false [wrong-setting]")),
        ("        - locale: en\n", "        - locale: fr\n          name: Français\n        - locale: en\n",
         ("plugins[1].i18n.languages[1]: 网站只有 zh 和 en；请删去 fr 这一种语言 / "
         "the site has only zh and en; delete the language fr [wrong-setting]")),
        ("  !/.well-known/", "  !/.well-known/\n  /drafts/", None),
    ],
)  # fmt: skip
def test_settings_that_leave_links_without_a_page_are_told(old: str, new: str, said: str | None, tmp_path: Path) -> None:
    assert SHIPPED.count(old) == 1
    if said is None:
        assert settings(tmp_path, SHIPPED.replace(old, new)).official is False
    else:
        assert [line.partition(": ")[2] for line in told(tmp_path, SHIPPED.replace(old, new))] == [said]


def test_the_settings_as_they_are_shipped_are_in_order(tmp_path: Path) -> None:
    assert settings(tmp_path, SHIPPED).official is False


def test_plugins_may_be_named_with_their_settings(tmp_path: Path) -> None:
    plugins = "{i18n: {docs_structure: suffix, languages: [{locale: zh, default: true}, {locale: en}]}}"
    text = f"site_name: x\nextra: {{microsite: {{}}}}\ntheme: {{name: material, custom_dir: ../overrides/}}\nplugins: {plugins}\n"
    assert settings(tmp_path, text).site_name == "x"


def test_a_setting_written_twice_is_told_as_the_host_would_take_the_last(tmp_path: Path) -> None:
    assert told(tmp_path, "site_name: x\nextra:\n  microsite: {official: true}\nextra:\n  a: 1\n") == [
        ("mkdocs.yml:4:1: “extra”写了两次，在第 2 行和第 4 行；请删去一个，如果这里是新的一项，请在它的第一行前面写“- ” / "
         "“extra” is written twice, on lines 2 and 4; delete one, or begin the first line with “- ” if this is a new item "
         "[yaml-duplicate-key]")
    ]


def test_a_comment_behind_one_space_is_no_mistake_in_the_settings(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "site_name: x # of the site\n\tbad: tab\n")
    assert line == "mkdocs.yml:2:1: 这里用了制表符（Tab）；请改用空格 / there is a tab here; use spaces [yaml-tab]"
