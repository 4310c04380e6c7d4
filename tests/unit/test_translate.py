"""Translations are kept through every change of the Chinese, and never said of something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from catalogues import HEADER, entries, entry, gone, parsed, updated
from microsite.core.language import Text
from microsite.loading import po, translations
from microsite.loading.po import as_po
from microsite.loading.translations import Translation, all_words, catalogue, say
from microsite.model.values import Words

# --- what a page says -------------------------------------------------------------------------

KNOWN = catalogue(
    po.entries(
        parsed(
            entry("title", "竞答", "Quiz"),
            entry("summary", "旧的说明", "Old summary"),
            entry("topics", "网购", "Shopping"),
            entry("credit", "牵头", "Leads", "fuzzy"),
            entry("joining", "上网", ""),
        )
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


def test_the_former_chinese_goes_once_the_english_is_brought_up_to_date() -> None:
    once = updated(parsed(entry("title", "甲", "A")), [Words("乙", "title")])
    message = list(once)[1]
    message.string = "B"
    message.flags.discard("fuzzy")
    assert list(updated(once, [Words("乙", "title")]))[1].previous_id == []


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
    before = po.updated(parsed(), [Words(former, "text")], "x", "en")
    list(before)[1].string = "Long"
    once = updated(before, [Words("新", "text")])
    assert list(once)[1].previous_id == [former]
    assert as_po(po.updated(once, [Words("新", "text")], "x", "en")) == as_po(once)


WANTED = [Words("竞答", "title")]


def test_translations_that_lost_their_contexts_are_kept_beside_the_new_entries() -> None:
    old, _ = po.parse('msgid ""\nmsgstr ""\n\nmsgid "竞答"\nmsgstr "Quiz"\n'.encode(), "a.po")
    made = po.updated(old, WANTED, "a", "en")
    entry_then = '#~ msgid "竞答"\n#~ msgstr "Quiz"\n'
    assert po.as_po(made).decode().rstrip("\n").endswith(f'msgctxt "title"\nmsgid "竞答"\nmsgstr ""\n\n{entry_then}'.rstrip("\n"))
    again, problems = po.parse(po.as_po(made), "a.po")
    assert problems == []
    assert po.as_po(po.updated(again, WANTED, "a", "en")) == po.as_po(made)


@pytest.mark.parametrize("string", ["", " ", "\\n", "\u3000"])
def test_spaces_are_no_translation(string: str) -> None:
    found, _ = translations.read(f'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "竞答"\nmsgstr "{string}"\n'.encode(), "a.po")
    assert found.exact == {}


def test_remarks_of_a_translator_stay() -> None:
    remark = "# See the style guide\n"
    made = updated(parsed("\n" + remark + entry("title", "甲", "A")[1:]), [Words("乙", "title")])
    assert list(made)[1].user_comments == ["See the style guide"]
    assert remark.encode() in as_po(made)


def test_names_of_translators_stay_and_placeholders_do_not() -> None:
    header = HEADER + '"Last-Translator: Lin Yi <lin@example.cn>\\n"\n"PO-Revision-Date: 2025-03-04 05:06+0800\\n"\n'
    made, _ = po.parse(("# x\n# Thanks to everybody\n" + header).encode(), "x.po")
    file = as_po(po.updated(made, [], "x", "en")).decode()
    assert file.startswith("# x\n# Thanks to everybody\n")
    assert '"Last-Translator: Lin Yi <lin@example.cn>\\n"' in file
    assert '"PO-Revision-Date: 2025-03-04 05:06+0800\\n"' in file
    for placeholder in ("EMAIL", "FULL NAME", "Babel", "LL@", "PROJECT"):
        assert placeholder not in file


def test_a_new_file_has_no_placeholder_and_no_clock() -> None:
    made = po.updated(po.parse(b"", "x.po")[0], [Words("甲", "title")], "yunling", "en")
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
    made = po.updated(parsed(), wanted, "x", "en")
    for message in made:
        if message.id:
            message.string = f"English of {message.context} {message.id}"
    return made


@given(FIELDS)
def test_an_update_without_a_change_changes_nothing(wanted: list[Words]) -> None:
    once = as_po(translated(wanted))
    again, problems = po.parse(once, "x.po")
    assert problems == []
    assert as_po(po.updated(again, wanted, "x", "en")) == once


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

INTERFACE = translations.interface(
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


def test_an_unknown_key_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        INTERFACE("site.nothing")


def test_the_day_of_a_new_catalogue_is_fixed() -> None:
    assert isinstance(po._EPOCH, datetime)
    assert po._EPOCH.isoformat() == "2024-01-01T00:00:00+00:00"
