"""Pages of docs/: what the host would publish wrongly, or take from another host, is told at its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from microsite.build import docs_files
from microsite.checks import hand_written
from microsite.core.problems import InvalidData
from microsite.loading import data_folder


def told(text: str | bytes, file: str = "docs/about.md") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [f"{problem} [{problem.code}]" for problem in hand_written.problems({file: data})]


def test_a_page_in_the_encoding_of_old_editors_is_told_as_in_data_files() -> None:
    (gbk,) = told("# 关于\n\n本站".encode("gb18030"))
    (wide,) = told("# 关于\n".encode("utf-16"))
    assert gbk.startswith("docs/about.md:1:3: ")
    assert gbk.endswith(" [yaml-gbk]")
    assert wide.startswith("docs/about.md:1:1: ")
    assert wide.endswith(" [yaml-utf16]")


@pytest.mark.parametrize("file", ["docs/about.md", "docs/own.html"])
def test_signs_that_belong_on_no_page_are_told_as_in_data_files(file: str) -> None:
    assert told("# 关于\n\n本站\x1a\n\u202e一家\U0001f468\u200d\U0001f469", file) == [
        (f"{file}:3:3: “本站”后面有控制字符 U+001A；请删去 / there is a control character U+001A after “本站”; delete it "
        "[yaml-control-character]"),
        (f"{file}:4:1: 这里有改变文字方向的字符 U+202E，显示的次序会与写的不同；请删去 / "
        "there is a character U+202E here that turns text around; delete it [yaml-bidi-character]"),
    ]
    zeros = told("\0" * 40_000, file)
    assert {line.partition(": ")[2] for line in zeros} == {
        "这里有控制字符 U+0000；请删去 / there is a control character U+0000 here; delete it [yaml-control-character]"
    }


@pytest.mark.parametrize("text", ["", "\ufeff", "\r\n\r\n"])
def test_an_empty_page_is_told_and_one_with_settings_alone_is_none(text: str) -> None:
    assert told("---\ntitle: 关于\n---\n") == told("", "docs/assets/own.css") == []
    assert told(text) == [
        ("docs/about.md:1:1: 文件里没有内容；请填写内容，或删去这个文件 / "
        "nothing is written in this file; fill it in or delete it [yaml-empty-file]")
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "---\ntitle: 关于: 本站\n---\n# 关于\n",
            [
                ("docs/about.md:2:10: 页面开头的设置读不懂；请检查这一行和上一行的冒号和引号，如 title: 关于本站 / "
                "the settings at the top of the page cannot be read; check the colons and quotes here and on the line above, "
                "such as title: About this site [broken-front-matter]")
            ],
        ),
        (
            "---\ntitle: 关于\na: !!bool abc\n---\n",
            [
                ("docs/about.md:3:4: 页面开头的设置读不懂；请检查这一行和上一行的冒号和引号，如 title: 关于本站 / "
                "the settings at the top of the page cannot be read; check the colons and quotes here and on the line above, "
                "such as title: About this site [broken-front-matter]")
            ],
        ),
        (
            "---\ntitle: 关于\n# 关于\n",
            [
                ("docs/about.md:1:1: 页面开头的设置没有结束；请在设置后面另起一行写 --- / "
                "the settings at the top of the page are not closed; write --- on a line after them [broken-front-matter]")
            ],
        ),
        (
            "---\n关于\n---\n",
            [
                ("docs/about.md:2:1: 页面开头两行 --- 之间应是设置，如 title: 关于本站；只要一条横线请写 *** / "
                "the two --- lines at the top must enclose settings such as title: About this site; "
                "for a horizontal line write *** [broken-front-matter]")
            ],
        ),
        ("---\r\ntitle: 关于\r\n---\r\n# 关于\r\n", []),
        ("---\ntitle: 关于\n...\n", []),
        ("---\ntitle: 关于\n---", []),
        ("# 关于\n\n---\n\n文字: 文字: 文字\n", []),
    ],
)  # fmt: skip
def test_settings_at_the_top_of_a_page_that_would_be_shown_as_text(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def foreign(line: int, column: int, url: str, file: str = "docs/about.md") -> str:
    return (
        f"{file}:{line}:{column}: “{url}”在别的网站上，读者打开这一页就会被那个网站知道，图片也显示不出；"
        "请把文件放进 docs/，写它的相对地址，要读者去那里的，写成链接 / "
        f"“{url}” is on another site, which would learn of every reader, and would not be shown; "
        "put the file into docs/ and write its relative address, or make it a link if readers should go there [from-another-host]"
    )


@pytest.mark.parametrize(
    "written",
    [
        "![图](https://x.example/a.png)", "![图](<//x.example/a.png>)", '<img alt="" src="https://x.example/a.png">',
        "<iframe width=5 src=https://x.example/a.png></iframe>", "<script src='//x.example/a.png'></script>",
        '<link rel="stylesheet" href="https://x.example/a.png">', '<video poster="https://x.example/a.png"></video>',
        '<p style="background: url(https://x.example/a.png)">', "![图][other]\n\n[other]: https://x.example/a.png",
        "![other][]\n\n[other]: https://x.example/a.png", "![other]\n\n[Other]: https://x.example/a.png",
        '<svg><image href="https://x.example/a.png"/></svg>', '<svg><use xlink:href="//x.example/a.png"/></svg>',
        '<base href="https://x.example/a.png">', "<form action=https://x.example/a.png>", '<button formaction="//x.example/a.png">',
        '<meta http-equiv="Refresh" content="0; url=https://x.example/a.png">', '<a href="/" ping="https://x.example/a.png">',
        '<table background="https://x.example/a.png">', '<img srcset="a.png 1x, https://x.example/a.png 2x" src="a.png">',
        '<img alt=">" src="https://x.example/a.png">', '<img src="h&#116;tps://x.example/a.png">', "![图[一]](https://x.example/a.png)",
        '<link rel="alternate stylesheet" href="https://x.example/a.png">', '<link rel=apple-touch-icon href="//x.example/a.png">',
        '<iframe srcdoc="<img src=https://x.example/a.png>"></iframe>', "<![if IE]><img src='//x.example/a.png'>",
        '![图](a.png){ src="https://x.example/a.png" }', "![图](a.png){: srcset='b.png 1x, //x.example/a.png 2x' }",
        '[文](a.md){ .b ping="https://x.example/a.png" }', "![图][a  b]\n\n[a b]: https://x.example/a.png",
        "![图][a\nb]\n\n[A b]: https://x.example/a.png", "![图] [a]\n\n[a]:\n  https://x.example/a.png",
        "![图[一]][a]\n\n[a]: https://x.example/a.png", '<link rel=preload imagesrcset="https://x.example/a.png 2x">',
        '<img src="ht\ntps://x.example/a.png">', '<img src=" https:/\t/x.example/a.png">', "![图](h&#116;tps://x.example/a.png)",
        "一个 ` 号\n\n![图](https://x.example/a.png) ` 号",
        '<svg><rect fill="url(https://x.example/a.png)"/></svg>', '<svg><set attributeName="href" to="https://x.example/a.png"/></svg>',
        '<p style="background: url&#40;https://x.example/a.png)">', "<style>\np {background: url('//x.example/a.png')}</style>",
        '<meta http-equiv=refresh content="0;https://x.example/a.png">', '<img attributionsrc="https://x.example/a.png">',
    ],
)  # fmt: skip
def test_what_another_host_would_be_asked_for_is_told(written: str) -> None:
    url = "https://x.example/a.png" if "tps" in written else "//x.example/a.png"
    within = next((each for each in ("\np {", "<image", "<use", "<iframe", "<img", "{", "<rect", "<set") if each in written), "")
    column = 4 + written.find(within)
    (line,) = told(f"# 关于\n\n看看 {written}\n")
    assert line == foreign(*(5, 1) if written.startswith("一个") else (3, column), url)


def test_styles_and_pages_of_html_are_looked_into_as_well() -> None:
    assert told("@import 'https://x.example/a.css';\n", "docs/own.css") == [
        foreign(1, 1, "https://x.example/a.css", "docs/own.css")
    ]
    assert told("<p>\n<img src=https://x.example/a.png>", "docs/own.html") == [
        foreign(2, 1, "https://x.example/a.png", "docs/own.html")
    ]
    drawn = '<?xml-stylesheet href="//x.example/a.css"?>\n<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="https://x.example/"/>'
    assert told(f'{drawn}\n<image href="https://x.example/a.png"/></svg>', "docs/own.svg") == [
        foreign(1, 1, "//x.example/a.css", "docs/own.svg"),
        foreign(3, 1, "https://x.example/a.png", "docs/own.svg"),
    ]
    assert told("<svg/>".encode("utf-16"), "docs/own.svg") == []


def test_a_finished_page_is_looked_into_however_it_was_written() -> None:
    def found(made: str) -> list[str]:
        return [f"{problem} [{problem.code}]" for problem in hand_written.finished("docs/a.md", "# 甲\n\n见 //x.example/a\n", made)]

    assert found('<p><a href="https://x.example/">别处</a> <code>&lt;img src="https://x.example/a"&gt; url(//x.example/a)</code></p>') == []
    assert found('<p><img src="//x.example/a" alt=""><img src="//x.example/a"></p>') == [foreign(3, 3, "//x.example/a", "docs/a.md")]
    assert found('<p><img src="&#104;ttps&colon;//y.example/b"></p>') == [foreign(1, 1, "https://y.example/b", "docs/a.md")]
    assert found('<p><img src="/&NewLine;/y.example/b"></p>') == [foreign(1, 1, "//y.example/b", "docs/a.md")]


@pytest.mark.parametrize(
    "text",
    [
        "[别处](https://x.example/)\n\n<https://x.example/>\n",
        "```html\n<img src=\"https://x.example/a.png\">\n```\n",
        "写 `![图](https://x.example/a.png)` 就会被拒绝。\n",
        "<!-- <img src=\"https://x.example/a.png\"> -->\n",
        "![图](assets/a.png) <a href=\"https://x.example/\">别处</a>\n",
        "<link rel=canonical href=https://x.example/>\n",
        '<a href="https://x.example/" rel="noopener">别处</a> <img src="a.png" alt="https://x.example/">\n',
        '<form action="/search"><svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg></form>\n',
        "[x]: https://x.example/\n\n[x] ![y](z.png)\n",
        '[别处](https://x.example/){ target="_blank" title="https://x.example/" }\n\n`{ src="https://x.example/" }`\n',
        "## 一 { #a } {: .b data-of=https://x.example/ }\n",
    ],
)  # fmt: skip
def test_links_and_examples_in_code_ask_nobody(text: str) -> None:
    assert told(text) == []


def test_a_link_of_a_page_that_leads_nowhere_is_told_at_its_place() -> None:
    assert told("# 关于\n\n`[x](https://a.cn。)` 见[这里](https://a.cn/f。)。\n") == [
        ("docs/about.md:3:28: “。”不是网址的一部分；请只写 https://a.cn/f / “。” is not part of the address; "
        "write only https://a.cn/f [not-an-address]")
    ]


def test_everything_in_the_folder_of_pages_is_looked_at_without_the_host(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for name in (".well-known/acme/token", "robots.txt", "404.md", "MP_verify_x.txt", ".hidden/x.docx", "plan.docx", "templates/x.doc",
                 "images/map.sd.png", "images/v1.2.png", "images/map.en.png", "files/a.min.css"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("文字", "utf-8")
    (docs / "about.md").write_bytes("# 关于".encode("gb18030"))
    (docs / "link.md").symlink_to(docs / "404.md")
    with pytest.raises(InvalidData) as refused:
        docs_files.check(docs)
    assert [(problem.mark.file, problem.code) for problem in refused.value.problems] == [
        ("docs/404.md", "in-the-way"),
        ("docs/about.md", "yaml-gbk"),
        ("docs/images/map.sd.png", "not-for-readers"),
        ("docs/link.md", "not-for-readers"),
        ("docs/plan.docx", "not-for-readers"),
        ("docs/robots.txt", "in-the-way"),
    ]
    assert str(refused.value.problems[0]) == (
        "docs/404.md:1:1: 这个文件由程序生成，这里的一份不会公布；请删去 / "
        "this file is made by the program, and the one here would not be published; delete it"
    )
    assert str(refused.value.problems[2]) == (
        "docs/images/map.sd.png:1:1: 名称里两点之间的部分会被当作语言，“map.sd.png”就不会公布；请改名，如 map-sd.png / "
        "the part between two dots is taken for a language, so “map.sd.png” would not be published; rename it, such as map-sd.png"
    )


def test_one_page_with_two_names_in_chinese_is_told(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "en").mkdir()
    for name in ("faq.md", "faq.zh.md", "faq.en.md", "rules.zh.md", "en/help.md"):
        (docs / name).write_text("x", "utf-8")
    with pytest.raises(InvalidData) as refused:
        docs_files.check(docs)
    assert [problem.zh for problem in refused.value.problems] == [
        "en 是英文页面的地址，这里的中文页面会丢失；英文页面请写成 docs/help.en.md，中文页面请换一个文件夹",
        "“faq.zh.md”和“faq.md”是同一页的中文；请留一个，文件名里不写 .zh",
    ]


def test_a_file_whose_name_not_every_system_can_keep_is_told(tmp_path: Path) -> None:
    """A Chinese name from a Windows archive, a device of Windows, two names that are one there."""
    docs = tmp_path / "docs"
    (docs / "aux").mkdir(parents=True)
    for name in ("aux/a.md", "About.md", "about.md", "con.pdf", "a:b.md", "a\nb.md", "a .md", "console.md", "第一天.md"):
        (docs / name).write_text("x", "utf-8")
    Path(os.fsdecode(os.fsencode(docs) + b"/\xb9\xd8.md")).write_text("x", "utf-8")
    with pytest.raises(InvalidData) as refused:
        docs_files.check(docs)
    assert {str(problem).split(": ", 1)[1] for problem in refused.value.problems} == {
        ("这个名称有乱码，或 Windows 不允许，会丢失；请改名，如 form-1 / "
        "this name is broken or not allowed on Windows and would be lost; rename it, such as form-1"),
        ("这个文件和 about.md 会成为同一个网页或文件，有一个会丢失；请留一个，或给一个改名 / "
        "this file and about.md become the same page or file, and one would be lost; keep one, or rename one of them"),
        ("这个文件和 About.md 会成为同一个网页或文件，有一个会丢失；请留一个，或给一个改名 / "
        "this file and About.md become the same page or file, and one would be lost; keep one, or rename one of them"),
    }
    assert [problem.mark.file for problem in refused.value.problems] == [
        "docs/About.md", "docs/a\nb.md", "docs/a:b.md", "docs/about.md", "docs/aux/a.md", "docs/con.pdf", "docs/\udcb9\udcd8.md",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("x.md", "x/index.md"), ["docs/x.md", "docs/x/index.md"]),
        (("x.en.md", "x/index.en.md"), ["docs/x.en.md", "docs/x/index.en.md"]),
        (("index.md", "README.md"), ["docs/README.md", "docs/index.md"]),
        (("x.md", "x.en.md", "x/y.md", "x/y/z.md", "index.md", "index.en.md", "x.html"), []),
    ],
)
def test_of_two_files_that_become_one_page_none_is_lost_without_a_word(names: tuple[str, ...], told: list[str], tmp_path: Path) -> None:
    for name in names:
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("# X\n", "utf-8")
    found: list[str] = []
    try:
        docs_files.check(tmp_path / "docs")
    except InvalidData as invalid:
        found = [problem.mark.file for problem in invalid.problems]
    assert found == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("about/index.html", "这个位置是 about.md 生成的网页；请给文件改名"),
        ("en/about/index.html", "这个位置是 about.md 生成的网页；请给文件改名"),
        ("a/b/Index.html", "这个位置是 a/b.md 生成的网页；请给文件改名"),
        ("index.html", "这个文件由程序生成，这里的一份不会公布；请删去"),
        ("en/index.html", "这个文件由程序生成，这里的一份不会公布；请删去"),
        ("search/search_index.json", "这个文件由程序生成，这里的一份不会公布；请删去"),
        ("about.html", ""),
        ("own/index.html", ""),
        ("en/own/index.html", ""),
    ],
)
def test_a_file_at_the_place_of_a_page_is_told(name: str, told: str, tmp_path: Path) -> None:
    """The host would put one over the other, or leave one out, without a word."""
    for each in ("index.md", "about.md", "a/b.md", "own/index.html", name):
        (tmp_path / "docs" / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / each).write_text("# X\n", "utf-8")
    found: list[tuple[str, str, str]] = []
    try:
        docs_files.check(tmp_path / "docs")
    except InvalidData as invalid:
        found = [(problem.mark.file, problem.code, problem.zh) for problem in invalid.problems]
    assert found == ([(f"docs/{name}", "in-the-way", told)] if told else [])


def test_the_project_without_pages_of_its_own_is_sound(tmp_path: Path) -> None:
    docs_files.check(tmp_path / "docs")


def test_a_merge_that_is_not_finished_is_told_in_a_page_and_a_heading_is_none() -> None:
    conflict = (
        "docs/about.md:3:1: 这里有两份改动没有合并完；请在 <<<<<<< 和 >>>>>>> 之间留下要的内容，再删去这些记号 / "
        "two changes were not merged here; keep what is right between <<<<<<< and >>>>>>>, then delete these marks [merge-conflict]"
    )
    assert told("# 关于\n\n<<<<<<< HEAD\n本站\n=======\n网站\n>>>>>>> other\n") == [conflict]
    assert told("关于本站\n=======\n") == []


def test_a_page_with_another_ending_and_a_hidden_file_are_told(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("About.MD", "help.markdown", ".htaccess", ".DS_Store", ".gitkeep", ".env", ".~lock.x#"):
        (docs / name).write_text("x", "utf-8")
    with pytest.raises(InvalidData) as refused:
        docs_files.check(docs)
    assert [str(problem) for problem in refused.value.problems] == [
        ("docs/.htaccess:1:1: 名字以点开头的文件不公布；请直接放到服务器的文件夹里，再在 mkdocs.yml 的 keep 里写上它的名字 / files whose "
        "names begin with a dot are not published; put it into the server’s folder and list it under keep in mkdocs.yml"),
        ("docs/About.MD:1:1: 网页的名字要以 .md 结尾，不然不成网页；请改名为 About.md / "
        "the name of a page must end in .md; rename it to About.md"),
        ("docs/help.markdown:1:1: 网页的名字要以 .md 结尾，不然不成网页；请改名为 help.md / "
        "the name of a page must end in .md; rename it to help.md"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has pipes")
def test_what_is_neither_file_nor_folder_is_told_and_nobody_waits_for_it(tmp_path: Path) -> None:
    (tmp_path / "docs/x.md").mkdir(parents=True)  # a folder may be called so
    (tmp_path / "docs/x.md/index.md").write_text("# X\n", "utf-8")
    os.mkfifo(tmp_path / "docs/f.md")
    assert data_folder.hand_written(tmp_path / "docs") == ("x.md/",)
    assert list(data_folder.public_texts(tmp_path / "docs")) == ["docs/x.md/index.md"]
    with pytest.raises(InvalidData) as told:
        docs_files.check(tmp_path / "docs")
    assert [(str(each.mark), each.code) for each in told.value.problems] == [("docs/f.md:1:1", "not-for-readers")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# 甲\n\n## 地点\n\n## 时间\n\n### 地点！ ##\n", [(7, "地点！", 3, "地点！ {#id-2}")]),
        ("## 地点\n\n地点\n----\n", [(3, "地点", 1, "地点 {#id-2}")]),
        ("## Where to go\n## *Where* to [go](a.md)\n## where to go\n", [
            (2, "*Where* to [go](a.md)", 1, "*Where* to [go](a.md) {#id-2}"), (3, "where to go", 1, "where to go {#id-2}"),
        ]),
        ("## 甲 {#a}\n## 乙 {: .b #a }\n", [(2, "乙 {: .b #a }", 1, "乙 {#example-2}")]),
        ("## 地点 {#a}\n## 地点\n## 地点 {#b}\n", []),
        ("---\ntitle: 甲\n---\n# 甲\n\n```\n# 甲\n# 甲\n```\n#井号\n\n- 乙\n---\n- 乙\n---\n", []),
    ],
)  # fmt: skip
def test_equal_headings_of_a_page_are_told(text: str, told: list[tuple[int, str, int, str]]) -> None:
    """The host tells them apart by numbers, which move."""
    found = list(hand_written.notes({"docs/a.md": text, "docs/b.md": text}))
    assert [note.mark.file for note in found] == ["docs/a.md"] * len(told) + ["docs/b.md"] * len(told)
    assert [(note.mark.line, note.zh) for note in found[: len(told)]] == [
        (line, f"“{heading}”和第 {first} 行的标题同名，链接只能靠序号，添一个标题就会变；请写上自己的编号，如 {given}")
        for line, heading, first, given in told
    ]
