"""Text knows which language it is in, and says so where it is not that of the page."""

from __future__ import annotations

import ast
import doctest
import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from microsite.core import language
from microsite.core.language import Text, mark_parts, mark_parts_in_html
from microsite.loading import data_folder

PIECES = st.sampled_from(
    ["the app", "赣服通", "2022", "年", "（", "）", "《", "》", "“", "”", " ", "，", "。", "App", "<", "&", '"', "'", ">", "甲", "、"]
)
MIXED = st.lists(PIECES, max_size=14).map("".join)


def chinese(text: str) -> list[str]:
    """The parts of an English text that are marked as Chinese."""
    return re.findall(r'<span lang="zh-CN">(.*?)</span>', mark_parts(str(escape(text))))


def bare(html: str) -> str:
    return re.sub(r'<span lang="zh-CN">|</span>', "", html)


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(language).failed == 0


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ganfutong (赣服通)", ["赣服通"]),
        ("no Chinese at all, 2022", []),
        ("“赣服通” and “江西”", ["赣服通", "江西"]),
        ("held in 2022年7月 once", ["2022年7月"]),
        ("the “2022中国数字经济产业大会”, a conference", ["2022中国数字经济产业大会"]),
        ("2022年江西省“振兴杯”竞赛 is a contest", ["2022年江西省“振兴杯”竞赛"]),
        ("Notice 赣网办字〔2022〕14号, signed", ["赣网办字〔2022〕14号"]),
        ("《方案》 is the plan", ["《方案》"]),
        ("Theme: 数字赋能 全民共享。 Then English", ["数字赋能 全民共享。"]),
        ("A4纸 costs ¥5元", ["纸", "5元"]),
        ("one, 甲, two", ["甲"]),
        ("𠮷野家", ["𠮷野家"]),
        ("，、。", []),
    ],
)
def test_chinese_inside_english_is_marked_with_what_belongs_to_it(text: str, parts: list[str]) -> None:
    assert chinese(text) == parts


@given(MIXED)
def test_marking_adds_elements_and_changes_no_word(text: str) -> None:
    safe = str(escape(text))
    assert bare(mark_parts(safe)) == safe


@given(MIXED)
def test_no_ideograph_of_an_english_text_stays_unmarked(text: str) -> None:
    outside = re.sub(r'<span lang="zh-CN">.*?</span>', "", mark_parts(str(escape(text))))
    assert re.findall("[㐀-鿿]", outside) == []


@given(MIXED)
def test_marking_never_cuts_an_escaped_sign(text: str) -> None:
    inside = "".join(chinese(text))
    assert not set("&;<>#\"'") & set(inside)


@pytest.mark.parametrize("hostile", ["（" * 100_000, "甲" + " " * 100_000, "甲 " * 50_000, "1" * 100_000 + "x"])
def test_a_hostile_text_is_marked_in_no_time(hostile: str) -> None:
    begun = time.perf_counter()
    mark_parts(hostile)
    assert time.perf_counter() - begun < 2


def test_in_html_only_the_text_is_touched() -> None:
    html = '<p>the 赣服通 <a href="https://x.cn/江西">app 甲</a></p>'
    assert mark_parts_in_html(html) == (
        '<p>the <span lang="zh-CN">赣服通</span> <a href="https://x.cn/江西">app <span lang="zh-CN">甲</span></a></p>'
    )


def test_html_without_an_element_is_marked_too() -> None:
    assert mark_parts_in_html("the 甲") == 'the <span lang="zh-CN">甲</span>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (Text("赣服通 & 甲", "zh", "zh"), "赣服通 &amp; 甲"),
        (Text("赣服通 & 甲", "zh", "en"), '<span lang="zh-CN">赣服通 &amp; 甲</span>'),
        (Text("the <app> 赣服通", "en", "en"), 'the &lt;app&gt; <span lang="zh-CN">赣服通</span>'),
        (Text("Skills Month", "en", "zh"), '<span lang="en">Skills Month</span>'),
    ],
)
def test_text_is_escaped_and_says_its_language_where_the_page_has_another(text: Text, html: str) -> None:
    assert text.__html__() == html
    assert text.markup() == html
    assert f"{escape(text)}" == html


def test_text_without_markup_is_for_titles_and_attributes() -> None:
    text = Text("赣服通", "zh", "en")
    assert (str(text), text.plain, text.is_foreign) == ("赣服通", "赣服通", True)
    assert not Text("", "zh", "zh")
    assert not Text("甲", "zh", "zh").is_foreign


ENGLISH = data_folder.interface("en")
WITHOUT_A_NOUN = {"audience.card.rest", "contacts.found", "count.leads", "count.others", "count.supports", "home.first", "part.edition"}
"""Phrases that stay the same for one and for several."""


@pytest.mark.parametrize("key", sorted(key for key, forms in ENGLISH.words.items() if any("{count}" in form for form in forms)))
def test_one_of_something_is_not_several(key: str) -> None:
    """Every phrase of the pages that counts."""
    others = {name: "x" for name in re.findall(r"{(\w+)}", ENGLISH.words[key][-1]) if name != "count"}
    is_same = ENGLISH(key, count=1, **others) == ENGLISH(key, count=2, **others).replace("2", "1")
    assert is_same == (key in WITHOUT_A_NOUN)


ALWAYS_SEVERAL = {"characters of the file cannot be read", "characters; shorten it to", "ways:"}


def test_messages_count_with_the_one_function_for_it() -> None:
    """A number and a noun in the plural side by side would be "1 cells" one day."""
    told = []
    for file in (Path(data_folder.__file__).parents[1]).rglob("*.py"):
        for node in (each for each in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(each, ast.JoinedStr)):
            for value, behind in itertools.pairwise(node.values):
                counted = isinstance(value, ast.FormattedValue) and re.search(r"\blen\(|\bsum\(|number|count", ast.unparse(value.value))
                words = str(behind.value) if isinstance(behind, ast.Constant) else ""
                is_several = re.match(r" (?:[a-z]+ )?[a-z]{2,}s\b(?<! is)(?<! was)(?<! has)(?<! names)(?<!ss)", words)
                if counted and is_several and not any(words.strip().startswith(each) for each in ALWAYS_SEVERAL):
                    told.append(f"{file.name}: {ast.unparse(node)}")
    assert told == []
