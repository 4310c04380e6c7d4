"""Translations are kept through every change of the Chinese, and never said of something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from microsite import translate
from microsite.language import Text
from microsite.model import Words
from microsite.translate import Translation, all_words, as_po, catalogue, say

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def entry(context: str, zh: str, en: str, flags: str = "") -> str:
    lines = [f"#, {flags}"] if flags else []
    return "\n".join(["", *lines, f'msgctxt "{context}"', f'msgid "{zh}"', f'msgstr "{en}"', ""])


def parsed(*entries: str) -> Catalog:
    made, problems = translate.parse((HEADER + "".join(entries)).encode(), "x.po")
    assert problems == []
    return made


def updated(catalog: Catalog, wanted: Sequence[Words]) -> Catalog:
    """Through a file and back, as the command does it."""
    made, problems = translate.parse(as_po(translate.updated(catalog, wanted, "x", "en")), "x.po")
    assert problems == []
    return made


def entries(catalog: Catalog) -> list[tuple[str, str, str, bool]]:
    """Context, Chinese, English and whether it is outdated, in the order of the file."""
    return [(str(m.context), str(m.id), str(m.string), m.fuzzy) for m in catalog if m.id]


def gone(catalog: Catalog) -> list[tuple[str, str, str]]:
    return [(str(m.context), str(m.id), str(m.string)) for m in catalog.obsolete.values()]


# --- what a page says -------------------------------------------------------------------------

KNOWN = catalogue(
    parsed(
        entry("title", "竞答", "Quiz"),
        entry("summary", "旧的说明", "Old summary"),
        entry("topics", "网购", "Shopping"),
        entry("credit", "牵头", "Leads", "fuzzy"),
        entry("joining", "上网", ""),
    )
)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (Words("竞答", "title"), Text("Quiz", "en", "en")),
        (Words("新的说明", "summary"), Text("新的说明", "zh", "en", outdated=True)),
        (Words("牵头", "credit"), Text("牵头", "zh", "en", outdated=True)),
        (Words("上网", "joining"), Text("上网", "zh", "en")),
        (Words("没有的", "nowhere"), Text("没有的", "zh", "en")),
        (Words("网购", "topics", shared=True), Text("Shopping", "en", "en")),
        (Words("支付", "topics", shared=True), Text("支付", "zh", "en")),
    ],
)
def test_what_is_not_translated_now_is_shown_in_chinese(words: Words, text: Text) -> None:
    assert say(words, "en", KNOWN) == text


def test_a_chinese_page_asks_no_catalogue() -> None:
    assert say(Words("竞答", "title"), "zh", KNOWN) == Text("竞答", "zh", "zh")


def test_a_new_item_of_a_list_never_gets_the_english_of_its_neighbour() -> None:
    assert KNOWN.find(Words("支付", "topics", shared=True)) is None
    assert KNOWN.find(Words("网购", "topics", shared=True)) == Translation("Shopping", False)


def test_a_changed_field_still_finds_its_former_english_as_outdated() -> None:
    assert KNOWN.find(Words("新的说明", "summary")) == Translation("Old summary", True)


# --- bringing a file up to date ---------------------------------------------------------------


def test_a_changed_chinese_text_keeps_its_english_with_what_it_was_made_from() -> None:
    made = updated(parsed(entry("title", "竞答", "Quiz")), [Words("网上竞答", "title")])
    assert entries(made) == [("title", "网上竞答", "Quiz", True)]
    assert list(made)[1].previous_id == ["竞答"]
    assert gone(made) == []


def test_a_text_that_changes_twice_remembers_what_the_english_was_made_from() -> None:
    once = updated(parsed(entry("title", "甲", "A")), [Words("乙", "title")])
    twice = updated(once, [Words("丙", "title")])
    assert entries(twice) == [("title", "丙", "A", True)]
    assert list(twice)[1].previous_id == ["甲"]


def test_an_item_that_changed_alone_in_its_list_keeps_its_english() -> None:
    before = parsed(entry("topics", "甲", "A"), entry("topics", "乙", "B"))
    made = updated(before, [b.words("甲", "topics", shared=True), b.words("丙", "topics", shared=True)])
    assert entries(made) == [("topics", "甲", "A", False), ("topics", "丙", "B", True)]


def test_items_that_changed_together_get_no_english_of_each_other() -> None:
    before = parsed(entry("topics", "甲", "A"), entry("topics", "乙", "B"))
    made = updated(before, [b.words("丙", "topics", shared=True), b.words("丁", "topics", shared=True)])
    assert entries(made) == [("topics", "丙", "", False), ("topics", "丁", "", False)]
    assert gone(made) == [("topics", "甲", "A"), ("topics", "乙", "B")]


def test_a_reordered_list_keeps_every_translation() -> None:
    before = parsed(entry("topics", "甲", "A"), entry("topics", "乙", "B"))
    made = updated(before, [b.words("乙", "topics", shared=True), b.words("甲", "topics", shared=True)])
    assert entries(made) == [("topics", "乙", "B", False), ("topics", "甲", "A", False)]


def test_two_gone_fields_with_one_text_are_both_kept() -> None:
    before = parsed(entry("a/name", "甲", "First"), entry("b/name", "甲", "Second"))
    made = updated(before, [Words("丙", "c/name")])
    assert gone(made) == [("a/name", "甲", "First"), ("b/name", "甲", "Second")]
    assert gone(updated(made, [Words("丙", "c/name")])) == gone(made)


def test_a_field_that_comes_back_brings_its_english() -> None:
    without = updated(parsed(entry("title", "甲", "A")), [])
    assert gone(without) == [("title", "甲", "A")]
    assert entries(updated(without, [Words("甲", "title")])) == [("title", "甲", "A", False)]


def test_what_was_never_translated_leaves_no_trace() -> None:
    made = updated(parsed(entry("title", "甲", "")), [])
    assert (entries(made), gone(made)) == ([], [])


def test_a_former_text_of_many_lines_and_spaces_survives_the_file() -> None:
    former = "第一行 有空格 " * 30 + '\n\n第二行 "引号" \\ 反斜线\n'
    before = translate.updated(parsed(), [Words(former, "text")], "x", "en")
    list(before)[1].string = "Long"
    once = updated(before, [Words("新", "text")])
    assert list(once)[1].previous_id == [former]
    assert as_po(translate.updated(once, [Words("新", "text")], "x", "en")) == as_po(once)


def test_remarks_of_a_translator_stay() -> None:
    remark = "# See the style guide\n"
    made = updated(parsed("\n" + remark + entry("title", "甲", "A")[1:]), [Words("乙", "title")])
    assert list(made)[1].user_comments == ["See the style guide"]
    assert remark.encode() in as_po(made)


def test_names_of_translators_stay_and_placeholders_do_not() -> None:
    header = HEADER + '"Last-Translator: Lin Yi <lin@example.cn>\\n"\n"PO-Revision-Date: 2025-03-04 05:06+0800\\n"\n'
    made, _ = translate.parse(("# x\n# Thanks to everybody\n" + header).encode(), "x.po")
    file = as_po(translate.updated(made, [], "x", "en")).decode()
    assert file.startswith("# x\n# Thanks to everybody\n")
    assert '"Last-Translator: Lin Yi <lin@example.cn>\\n"' in file
    assert '"PO-Revision-Date: 2025-03-04 05:06+0800\\n"' in file
    for placeholder in ("EMAIL", "FULL NAME", "Babel", "LL@", "PROJECT"):
        assert placeholder not in file


def test_a_new_file_has_no_placeholder_and_no_clock() -> None:
    made = translate.updated(translate.parse(b"", "x.po")[0], [Words("甲", "title")], "yunling", "en")
    assert as_po(made).decode() == (
        "# yunling\n"
        'msgid ""\nmsgstr ""\n"Project-Id-Version: yunling 1\\n"\n'
        '"POT-Creation-Date: 2024-01-01 00:00+0000\\n"\n"PO-Revision-Date: 2024-01-01 00:00+0000\\n"\n'
        '"Language: en\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
        'msgctxt "title"\nmsgid "甲"\nmsgstr ""\n\n'
    )


WORDS = st.builds(
    lambda text, context: Words(text, context, shared=context == "list"),
    st.text("甲乙丙 \n\"\\%{}#|~a", min_size=1, max_size=6).filter(str.strip),
    st.sampled_from(["title", "summary", "list", "a/b"]),
)


def distinct(wanted: list[Words]) -> list[Words]:
    """Fields have one text, lists may have several."""
    seen: dict[tuple[str, str], Words] = {}
    for each in wanted:
        seen.setdefault((each.context, each.text if each.shared else ""), each)
    return list(seen.values())


FIELDS = st.lists(WORDS, max_size=6).map(distinct)


def translated(wanted: list[Words]) -> Catalog:
    made = translate.updated(parsed(), wanted, "x", "en")
    for message in made:
        if message.id:
            message.string = f"English of {message.context} {message.id}"
    return made


@given(FIELDS)
def test_an_update_without_a_change_changes_nothing(wanted: list[Words]) -> None:
    once = as_po(translated(wanted))
    again, problems = translate.parse(once, "x.po")
    assert problems == []
    assert as_po(translate.updated(again, wanted, "x", "en")) == once


@given(FIELDS, FIELDS)
def test_updating_twice_is_the_same_as_once(before: list[Words], after: list[Words]) -> None:
    once = updated(translated(before), after)
    assert as_po(updated(once, after)) == as_po(once)


@given(FIELDS, FIELDS)
def test_no_translation_is_ever_lost(before: list[Words], after: list[Words]) -> None:
    made = updated(translated(before), after)
    kept = {en for _, _, en, _ in entries(made)} | {en for _, _, en in gone(made)}
    assert {f"English of {each.context} {each.text}" for each in before} <= kept


@given(FIELDS, FIELDS)
def test_every_text_has_its_entry_and_only_unchanged_english_counts(before: list[Words], after: list[Words]) -> None:
    made = updated(translated(before), after)
    assert [(context, zh) for context, zh, _, _ in entries(made)] == [(each.context, each.text) for each in after]
    known = {(each.context, each.text) for each in before}
    sure = {(context, zh) for context, zh, en, fuzzy in entries(made) if en and not fuzzy}
    assert sure == known & {(each.context, each.text) for each in after}


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
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_of_a_file_of_poedit_is_lost(mark: bytes, end: str) -> None:
    data = mark + POEDIT.replace("\n", end).encode()
    made, problems = translate.parse(data, "x.po")
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
    written = as_po(translate.updated(made, OF_POEDIT, "yunling-2025", "en"))
    again, problems = translate.parse(written, "x.po")
    assert problems == []
    assert everything_in(again) == everything_in(made)
    headers = dict(again.mime_headers)
    assert {name: headers[name] for name in dict(made.mime_headers)} == dict(made.mime_headers)
    file = written.decode()
    assert file.startswith("# yunling-2025\n# Translated by the office.\n")
    for line in POEDIT.split('msgctxt', 1)[0].split("\n"):
        assert not line.startswith('"') or line.lower() in file.lower(), line
    assert as_po(translate.updated(again, OF_POEDIT, "yunling-2025", "en")) == written


def test_an_outdated_text_that_was_gone_and_comes_back_is_still_outdated() -> None:
    made, _ = translate.parse(POEDIT.encode(), "x.po")
    back = Words("上网参加", "activities/online-quiz/joining")
    found = catalogue(updated(updated(made, OF_POEDIT), [*OF_POEDIT, back]))
    assert found.find(back) == Translation("Online, it was said", True)


# --- damaged files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEADER + "\nmsgctxtt \"a\"\n", 6),
        (HEADER + '\nmsgctxt "a"\nmsgid "甲"\nmsgstr "cut o\n', 8),
        (HEADER + '\nmsgctxt "a"\nmsgid "甲"\nmsgstr begun"\n', 8),
        (HEADER + '\nmsgctxt "a"\nmsgid "甲"\nmsgstr "one"\n"and two\n', 9),
        (HEADER + '\nmsgctxt "a"\nmsgid "甲"\nmsgstr "said "yes" today"\n', 8),
        (HEADER + '\nmsgid "甲"\nmsgid "乙"\nmsgstr ""\n', 6),
        ('"Language: en\\n"\n', 1),
        ('msgid ""\nmsgstr ""\n"POT-Creation-Date: yesterday\\n"\n', 1),
        ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "a"\nmsgstr "b"\n', 1),
    ],
)
def test_a_damaged_file_is_told_with_its_line(text: str, line: int) -> None:
    made, (problem,) = translate.parse(text.encode(), "data/translations/en/x.po")
    assert entries(made) == []
    assert str(problem) == (
        f"data/translations/en/x.po:{line}:1: 译文文件的格式有误；请用 Poedit 打开并重新保存"
        " / the translation file is damaged; open it in Poedit and save it again"
    )


def test_a_file_that_is_not_utf8_is_told() -> None:
    _, (problem,) = translate.parse((HEADER + entry("a", "甲", "A")).encode("gbk"), "x.po")
    assert (problem.code, problem.mark.line) == ("broken-translation", 1)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_files_of_other_editors_are_read(mark: bytes, end: str) -> None:
    text = HEADER + entry("title", "甲", "A") + '\n#~| msgid "旧"\n#~ msgctxt "b"\n#~ msgid "乙"\n#~ msgstr "B"\n'
    made, problems = translate.parse(mark + text.replace("\n", end).encode(), "x.po")
    assert (problems, entries(made), gone(made)) == ([], [("title", "甲", "A", False)], [("b", "乙", "B")])


SOUND = (HEADER + entry("title", "甲", "A") + entry("topics", "乙\\n丙", "B", "fuzzy")).encode()


@given(st.integers(0, len(SOUND)), st.binary(max_size=4), st.integers(0, 3))
def test_no_damage_to_a_file_stops_the_program(at: int, put: bytes, dropped: int) -> None:
    made, problems = translate.parse(SOUND[:at] + put + SOUND[at + dropped :], "x.po")
    assert len(problems) <= max(1, len(put))  # each sign that cannot be seen is told
    as_po(translate.updated(made, [Words("甲", "title")], "x", "en"))
    catalogue(made)


# --- what can be translated -------------------------------------------------------------------


def test_everything_a_reader_sees_of_a_campaign_can_be_translated_and_nothing_of_the_register() -> None:
    contexts = {words.context for words in all_words(b.a_campaign())}
    assert contexts == {
        "name", "short_name", "theme", "summary", "aims",
        "document/title", "document/plan_title",
        "document/addressees/text", "document/addressees/scope", "document/addressees/bodies",
        "hosting/relation", "phases/implementation/name", "phases/implementation/summary",
        "activities/online-quiz/title", "activities/online-quiz/summary", "activities/online-quiz/description",
        "activities/village-classes/title", "activities/village-classes/summary",
        "activities/village-classes/description", "activities/village-classes/topics",
    }  # fmt: skip


def test_the_register_has_its_own_translations() -> None:
    found = [(words.context, words.text) for words in all_words(b.a_region())]
    assert found[:4] == [
        ("name", "云岭省"),
        ("organisations/yunling-cac/name", "中共云岭省委网络安全和信息化委员会办公室"),
        ("organisations/yunling-cac/short", "省委网信办"),
        ("organisations/yunling-cac/offices/general", "综合处"),
    ]


def test_a_text_that_stands_twice_is_translated_once() -> None:
    duties = (
        "    summary: 各单位开展活动。\n    duties:\n      - {who: 各市, what: 动员}\n      - {who: 各市, what: 总结}\n"
    )
    campaign = b.a_campaign(("    summary: 各单位开展活动。\n", duties))
    assert [w.text for w in all_words(campaign) if w.context == "phases/implementation/duties/who"] == ["各市"]


def test_contexts_are_made_of_ids_so_that_a_new_order_changes_none() -> None:
    campaign = b.a_campaign()
    turned = replace(campaign, activities=campaign.activities[::-1])
    assert set(all_words(turned)) == set(all_words(campaign))


# --- the interface ----------------------------------------------------------------------------

INTERFACE = translate.interface(
    (
        HEADER
        + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        + '\nmsgid "site.home"\nmsgstr "Home"\n'
        + '\nmsgid "site.braces"\nmsgstr "{as it is}"\n'
        + '\nmsgid "site.year"\nmsgstr "In {year}"\n'
        + '\nmsgid "site.items"\nmsgid_plural "site.items"\nmsgstr[0] "{count} item"\nmsgstr[1] "{count} items"\n'
    ).encode(),
    "en",
)


def test_interface_words_are_asked_by_key() -> None:
    t = INTERFACE
    assert (t("site.home"), t("site.year", year=2025), t("site.braces")) == ("Home", "In 2025", "{as it is}")
    assert [t("site.items", count) for count in (0, 1, 2)] == ["0 items", "1 item", "2 items"]
    assert (t.has("site.home"), t.has("site.nothing")) == (True, False)


def test_an_unknown_key_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        INTERFACE("site.nothing")


def test_the_day_of_a_new_catalogue_is_fixed() -> None:
    assert isinstance(translate._EPOCH, datetime)
    assert translate._EPOCH.isoformat() == "2024-01-01T00:00:00+00:00"
