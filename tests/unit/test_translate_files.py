"""Translation files of other programs, and damaged ones: nothing is lost, nothing stops the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

import builders
from catalogues import HEADER, entries, entry, gone, updated
from microsite.cli.main import main
from microsite.loading import data_folder, po, po_fast, translations
from microsite.loading.po import as_po
from microsite.loading.po_fast import MAX_LINE, MAX_LINES
from microsite.loading.translations import Translation, catalogue
from microsite.model.values import Words
from microsite.yamlfile.encoding import MAX_BYTES

# --- a file as Poedit writes it ---------------------------------------------------------------

LONG_ZH = "竞答在网上进行，讲日常用得到的数字知识，内容分为网络安全、数字生活、数字工作和数字学习四个部分。"
LONG_EN = "The quiz is online. It is about digital knowledge for every day: security, life, work and learning, in four parts."
POEDIT = """\
# yunling-2025
# Translated by the office.
#
msgid ""
msgstr ""
"Project-Id-Version: yunling-2025 1\\n"
"Report-Msgid-Bugs-To: office@example.cn\\n"
"POT-Creation-Date: 2024-01-01 00:00+0000\\n"
"PO-Revision-Date: 2025-03-04 17:06+0800\\n"
"Last-Translator: Lin Yi <lin@example.cn>\\n"
"Language-Team: Yunling <team@example.cn>\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.4.2\\n"
"X-Poedit-SourceCharset: UTF-8\\n"
"X-Poedit-Bookmarks: 3,-1,-1,-1,-1,-1,-1,-1,-1,-1\\n"

# See the style guide.
# | A remark that begins with a bar.
#. From the notice.
#: data/campaigns/yunling-2025.yml:61
msgctxt "activities/online-quiz/description"
msgid ""
"竞答在网上进行，讲日常用得到的数字知识，内容分为网络安全、数字生活、数字工作"
"和数字学习四个部分。"
msgstr ""
"The quiz is online. It is about digital knowledge for every day: security, "
"life, work and learning, in four parts."

#, fuzzy, no-wrap
#| msgctxt "activities/online-quiz/summary"
#| msgid ""
#| "人人都可以上网答题，"
#| "不分地方。"
msgctxt "activities/online-quiz/summary"
msgid "人人都可以上网答题。"
msgstr "Everybody can take part, “wherever” they \\"live\\"."

msgctxt "activities/online-quiz/title"
msgid "举办数字知识网上竞答"
msgstr ""

# Said by the notice of last year.
#, fuzzy
#~| msgid "旧标题"
#~| msgctxt "activities/online-quiz/joining"
#~ msgctxt "activities/online-quiz/joining"
#~ msgid "上网参加"
#~ msgstr "Online, it was said"

#~ msgctxt "activities/gone/title"
#~ msgid ""
#~ "竞答在网上进行，讲日常用得到的数字知识，内容分为网络安全、数字生活、数字工作"
#~ "和数字学习四个部分。"
#~ msgstr "Gone"
"""
OF_POEDIT = [
    Words(LONG_ZH, "activities/online-quiz/description", markdown=True),
    Words("人人都可以上网答题。", "activities/online-quiz/summary"),
    Words("举办数字知识网上竞答", "activities/online-quiz/title"),
]


def everything_in(catalog: Catalog) -> list[tuple[object, ...]]:
    """Each entry with all that is known of it, the obsolete ones last."""
    listed = [*(message for message in catalog if message.id), *catalog.obsolete.values()]
    return [
        (m.context, m.id, m.string, sorted(m.flags), m.user_comments, m.auto_comments, m.locations, list(m.previous_id))
        for m in listed
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_nothing_of_a_file_of_poedit_is_lost(mark: bytes, end: str) -> None:
    data = mark + POEDIT.replace("\n", end).encode()
    made, problems = po.parse(data, "x.po")
    assert problems == []
    at = "activities/online-quiz"
    assert everything_in(made) == [
        (f"{at}/description", LONG_ZH, LONG_EN, [], ["See the style guide.", "| A remark that begins with a bar."],
         ["From the notice."], [("data/campaigns/yunling-2025.yml", 61)], []),
        (f"{at}/summary", "人人都可以上网答题。", "Everybody can take part, “wherever” they \"live\".",
         ["fuzzy", "no-wrap"], [], [], [], ["人人都可以上网答题，不分地方。"]),
        (f"{at}/title", "举办数字知识网上竞答", "", [], [], [], [], []),
        (f"{at}/joining", "上网参加", "Online, it was said", ["fuzzy"], ["Said by the notice of last year."], [], [],
         ["旧标题"]),
        ("activities/gone/title", LONG_ZH, "Gone", [], [], [], [], []),
    ]  # fmt: skip
    written = as_po(po.updated(made, OF_POEDIT, "yunling-2025", "en"))
    again, problems = po.parse(written, "x.po")
    assert problems == []
    assert everything_in(again) == everything_in(made)
    headers = dict(again.mime_headers)
    assert {name: headers[name] for name in dict(made.mime_headers)} == dict(made.mime_headers)
    file = written.decode()
    assert file.startswith("# yunling-2025\n# Translated by the office.\n")
    for line in POEDIT.split('msgctxt', 1)[0].split("\n"):
        assert not line.startswith('"') or line.lower() in file.lower(), line
    assert as_po(po.updated(again, OF_POEDIT, "yunling-2025", "en")) == written


def test_an_outdated_text_that_was_gone_and_comes_back_is_still_outdated() -> None:
    made, _ = po.parse(POEDIT.encode(), "x.po")
    back = Words("上网参加", "activities/online-quiz/joining")
    again = updated(updated(made, OF_POEDIT), [*OF_POEDIT, back])
    found = catalogue(po.entries(again))
    assert found.find(back) == Translation("Online, it was said", True)


# --- damaged files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEADER + '\nmsgid "甲"\nmsgid "乙"\nmsgstr ""\n', 6),
        ('"Language: en\\n"\n', 1),
        ('msgid ""\nmsgstr ""\n"POT-Creation-Date: yesterday\\n"\n', 1),
        ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "a"\nmsgstr "b"\n', 1),
    ],
)
def test_a_damaged_file_is_told_with_its_line(text: str, line: int) -> None:
    made, (problem,) = po.parse(text.encode(), "data/translations/en/x.po")
    assert entries(made) == []
    assert str(problem) == (
        f"data/translations/en/x.po:{line}:1: 译文文件的格式有误；请用 Poedit 打开并重新保存"
        " / the translation file is damaged; open it in Poedit and save it again"
    )


def test_every_line_with_wrong_quotes_is_told_with_what_to_write() -> None:
    entry = '\nmsgctxtt "a"\nmsgid “甲”\nmsgstr "one"\n"and two\n\nmsgid "乙"\nmsgstr "said "yes" today"\n\nmsgid "丙"\nmsgstr begun"\n'
    made, problems = po.parse((HEADER + entry).encode(), "x.po")
    assert entries(made) == []
    assert [(problem.mark.line, problem.zh.split("；")[0]) for problem in problems] == [
        (6, "行首的词写错了"),
        (7, "这一行的文字要放在英文的双引号里，如 msgstr \"Skills Month\""),
        (9, "这一行少了结尾的英文双引号"),
        (12, "文字里面的英文双引号会被当作结尾"),
        (15, "这一行的文字要放在英文的双引号里，如 msgstr \"Skills Month\""),
    ]


@pytest.mark.parametrize(
    ("text", "line", "keyword"),
    [
        ('\nmsgctxt "a"\nmsgid "甲"\nmsgstr "one"\nmsgstr "two"\n', 9, "msgstr"),
        ('\r\nmsgctxt "a"\r\nmsgid "甲"\r\nmsgstr ""\r\n"one"\r\nmsgstr "two"\r\n', 10, "msgstr"),
        ('\nmsgctxt "a"\nmsgctxt "b"\nmsgid "甲"\nmsgstr "one"\n', 7, "msgctxt"),
        ('\n#~ msgid "甲"\n#~ msgstr "one"\n#~ msgstr "two"\n', 8, "msgstr"),
    ],
)
def test_what_an_entry_says_twice_is_told_and_not_half_of_it_dropped(text: str, line: int, keyword: str) -> None:
    made, (problem,) = po.parse((HEADER + text).encode(), "x.po")
    assert (entries(made), problem.mark.line, problem.code) == ([], line, "broken-translation")
    assert problem.zh == f"这一条有两个 {keyword}；请留下一个，删去另一个"


LIVING, OBSOLETE = entry("a", "甲", "one"), '\n#~ msgctxt "a"\n#~ msgid "甲"\n#~ msgstr "two"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LIVING + OBSOLETE, 11), (OBSOLETE + OBSOLETE.replace("two", "three"), 11), (OBSOLETE + LIVING, 7),
        (LIVING.replace("one", "") + OBSOLETE, 11), (LIVING + OBSOLETE.replace("two", "one"), 0), (LIVING + OBSOLETE.replace("two", ""), 0),
        (LIVING + OBSOLETE.replace("甲", "乙"), 0), (LIVING + OBSOLETE.replace('"a"', '"b"'), 0), (OBSOLETE + OBSOLETE, 0),
    ],
)  # fmt: skip
def test_an_obsolete_entry_that_says_otherwise_than_another_is_told_and_not_dropped(text: str, line: int) -> None:
    found = [(each.mark.line, each.code, each.zh) for each in translations.read((HEADER + text).encode(), "x.po")[1]]
    assert found == ([(line, "broken-translation", "这一条译文前面已经有了；请留下一条，删去另一条")] if line else [])


@pytest.mark.parametrize("mark", ["", "#~ "])
@pytest.mark.parametrize("lines", [("msgid_plural", "msgstr[0]", "msgstr[1]"), ("msgstr[0]", "msgstr[1]"), ("msgstr[0]",)])
def test_forms_of_a_plural_are_told_with_and_without_one(mark: str, lines: tuple[str, ...]) -> None:
    text = "".join(f'{mark}{keyword} "x"\n' for keyword in ("msgctxt", "msgid", *lines))
    (problem,) = translations.read(f"{HEADER}\n{text}".encode(), "x.po")[1]
    assert str(problem) == (
        "x.po:8:1: 译文没有复数形式；请把 msgstr[0] 改成 msgstr，msgid_plural 和其余的 msgstr 删去 / "
        "a translation has no plural; write msgstr for msgstr[0], and delete msgid_plural and the other msgstr"
    )


HEAD = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgctxt "name"\nmsgid "x"\nmsgstr '


@pytest.mark.parametrize(
    "rest",
    [
        b'"' + b"a" * (MAX_LINE + 1) + b'"\n', b'""\n' * (MAX_LINES + 1), b'"' + b"\\n" * (MAX_LINES + 1) + b'"\n',
        b'"word"\n' * (MAX_BYTES // 7),
    ],
    ids=["a long line", "many lines", "many line breaks", "many bytes"],
)  # fmt: skip
def test_a_file_that_would_need_much_memory_is_refused_before_it_is_read(rest: bytes) -> None:
    for found in (po.parse(HEAD + rest, "x.po")[1], translations.read(HEAD + rest, "x.po")[1]):
        assert [f"{problem} [{problem.code}]" for problem in found] == [
            ("x.po:1:1: 译文文件太大，最多 2097152 字节、300000 行，一行最多 100000 字节；请看是不是放错了文件 / "
            "the translation is too large, the limits are 2097152 bytes, 300000 lines and 100000 bytes a line; "
            "see whether it is the right file [yaml-too-big]")
        ]


def test_a_file_that_is_not_utf8_is_told() -> None:
    _, (problem,) = po.parse((HEADER + entry("a", "甲", "A")).encode("gbk"), "x.po")
    assert (problem.code, problem.mark.line) == ("broken-translation", 1)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_files_of_other_editors_are_read(mark: bytes, end: str) -> None:
    text = HEADER + entry("title", "甲", "A") + '\n#~| msgid "旧"\n#~ msgctxt "b"\n#~ msgid "乙"\n#~ msgstr "B"\n'
    made, problems = po.parse(mark + text.replace("\n", end).encode(), "x.po")
    assert (problems, entries(made), gone(made)) == ([], [("title", "甲", "A", False)], [("b", "乙", "B")])


SOUND = (HEADER + entry("title", "甲", "A") + entry("topics", "乙\\n丙", "B", "fuzzy")).encode()


@given(st.integers(0, len(SOUND)), st.binary(max_size=4), st.integers(0, 3))
def test_no_damage_to_a_file_stops_the_program(at: int, put: bytes, dropped: int) -> None:
    made, problems = po.parse(SOUND[:at] + put + SOUND[at + dropped :], "x.po")
    halves = any(sign in put for sign in b"\r\n")  # of a line, each with a quote too few
    assert len(problems) <= max(1, len(put)) + halves  # each sign that cannot be seen is told
    as_po(po.updated(made, [Words("甲", "title")], "x", "en"))
    catalogue(po.entries(made))


def test_a_translation_without_its_original_is_told_and_kept() -> None:
    """The library would take it for the header, and the next update would drop it."""
    file = HEADER + entry("summary", "乙", "B") + entry("title", "", "Quiz")
    (problem,) = translations.read(file.encode(), "x.po")[1]
    assert str(problem) == (
        f"x.po:{HEADER.count(chr(10)) + 7}:1: 这一条译文的原文（msgid）是空的；请写上数据里的原文，或删去这一条 / "
        "this translation has no original (msgid); write the text of the data there, or delete the entry"
    )
    assert translations.read((HEADER + entry("summary", "乙", "B") + entry("title", "", "")).encode(), "x.po") == (
        catalogue([po_fast.Entry("summary", "乙", "B", fuzzy=False)]), []
    )


# --- ids that changed -------------------------------------------------------------------------

RENAMED = builders.a_campaign_yaml(
    activities=[builders.an_activity_yaml(
        id="quiz", formerly="[first, online-quiz]", title="网上竞答", parts="[{id: final, formerly: [heats], name: 初赛, kind: course}]",
    )],
) + "withdrawn: [{id: gone, title: 展览, on: 2025-05-30, reason: 不办。}]\n"  # fmt: skip
OF_FORMER_IDS = HEADER + "".join([
    entry("activities/online-quiz/title", "网上竞答", "Quiz"), entry("activities/quiz/title", "网上竞答", ""),
    entry("activities/first/parts/heats/name", "预赛", "Heats"), entry("activities/gone/title", "展览", "Show"),
    entry("activities/gone/summary", "看展览。", "See."),
])  # fmt: skip


def test_what_has_another_id_keeps_its_translations(tmp_path: Path) -> None:
    """Pages show them at once, and the next update writes the new id."""
    root = builders.a_data_folder(tmp_path, campaigns__yunling_2025=RENAMED)
    file = builders.write(root, "translations/en/yunling-2025.po", OF_FORMER_IDS)

    def said() -> tuple[list[str], list[str]]:
        data = data_folder.folder(root, builders.AS_OF)
        (campaign,) = data.plan.campaigns
        (quiz,), (gone,) = campaign.activities, campaign.withdrawn
        found = data.catalogue("en", "yunling-2025")
        shown = [translations.say(words, "en", found).plain for words in (quiz.title, quiz.parts[0].name, gone.title)]
        return shown, [note.zh for note in data.notes if "translation" in note.code]

    outdated = "“activities/quiz/parts/final/name”的原文改过，译文还没有跟上；页面现在显示原文，请核对译文，去掉 fuzzy 记号"
    unused = (
        "有 1 处译文对不上原文（如“activities/gone/summary”），页面用不到；"
        "请运行 .venv/bin/microsite translations update，丢了 msgctxt 的请恢复"
    )
    assert said() == (["Quiz", "初赛", "Show"], [outdated, unused])
    assert main(["--data", str(root), "translations", "update"]) == 0
    written = po.parse(file.read_bytes(), "x.po")[0]
    assert [each for each in entries(written) if each[2]] == [
        ("activities/quiz/title", "网上竞答", "Quiz", False),
        ("activities/quiz/parts/final/name", "初赛", "Heats", True),
        ("withdrawn/gone/title", "展览", "Show", False),
    ]
    assert gone(written) == [("activities/gone/summary", "看展览。", "See.")]
    assert said() == (["Quiz", "初赛", "Show"], [outdated])


def test_of_two_translations_that_of_the_id_of_now_holds_and_a_set_aside_one_comes_back(tmp_path: Path) -> None:
    root = builders.a_data_folder(tmp_path, campaigns__yunling_2025=RENAMED)
    both = [entry("activities/quiz/title", "网上竞答", "New"), entry("activities/online-quiz/title", "网上竞答", "Quiz")]
    aside = entry("withdrawn/gone/title", "展览", "").strip() + "\n\n" + "\n".join(
        f"#~ {line}" for line in entry("activities/gone/title", "展览", "Show").split("\n")[1:-1]
    )  # fmt: skip
    file = builders.write(root, "translations/en/yunling-2025.po", HEADER + "".join(both) + "\n" + aside + "\n")
    assert main(["--data", str(root), "translations", "update"]) == 0
    written = po.parse(file.read_bytes(), "x.po")[0]
    assert [each[:3] for each in entries(written) if each[2]] == [
        ("activities/quiz/title", "网上竞答", "New"), ("withdrawn/gone/title", "展览", "Show"),
    ]  # fmt: skip
    assert gone(written) == [("activities/online-quiz/title", "网上竞答", "Quiz")]


def test_a_link_in_a_translation_is_asked_what_those_in_the_plan_are(tmp_path: Path) -> None:
    root = builders.a_data_folder(tmp_path)
    wrong = entry("activities/online-quiz/description", "竞答", "See [here](https://u:p@a.cn/) or [there](mailto:a@b.cn。).")
    builders.write(root, "translations/en/yunling-2025.po", HEADER + wrong)
    at = "data/translations/en/yunling-2025.po:6:1: activities/online-quiz/description"
    assert [str(each).partition(" / ")[0] for each in builders.problems_in(root)] == [
        f"{at}: “https://u:p@a.cn/”不是网址；请去掉用户名和密码",
        f"{at}: “mailto:a@b.cn。”点了没有用；请写 mailto:a@b.cn",
    ]
