"""Markdown of the data becomes safe HTML, and nothing else ever gets through."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.core.language import Text, in_html, unbroken
from microsite.views import safe_markdown
from microsite.views.safe_markdown import Html, render

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "br", "code", "hr"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
SCHEMES = {"http", "https", "mailto", "tel"}

HOSTILE = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>", "</p>", "<!--", "-->",
            "[甲](javascript:alert(1))", "[甲](JaVaScRiPt:x)", "[甲](data:text/html,x)", "[甲](https://a.cn \"t\")",
            "[甲]( java\tscript:x )", "[甲](&#106;avascript:x)", "<javascript:x>", "<https://a.cn/>", "<b@c.cn>",
            "![图](https://a.cn/x.png)", "[id]: javascript:x", "[甲][id]", "**", "*", "_", "`", "```\n", "> ", "- ", "1. ",
            "# ", "######", "\n", "\n\n", "  \n", "    ", "&lt;script&gt;", "&", "<", ">", "\"", "'", "甲", "word", "<svg/onload=x>",
            "<iframe src=//x>", "<style>*{}</style>", "on=\"x\"", "\\", "{: onclick=x }", "<p title=x>", "---\n", "|", "\n|-|:-:|\n",
        ]
    ),
    max_size=12,
).map("".join)  # fmt: skip


class Seen(HTMLParser):
    """Every element, attribute and address of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.schemes: set[str] = set()
        self.other: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add((tag, name))
            scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):", value or "")
            if name == "href" and scheme:
                self.schemes.add(scheme[1].lower())

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


@given(HOSTILE)
def test_nothing_gets_through_that_is_not_on_the_list(text: str) -> None:
    seen = Seen(render(text, "zh", "zh"))
    assert seen.tags <= TAGS
    assert seen.attributes <= {("a", "href")}
    assert seen.schemes <= SCHEMES
    assert seen.other == []


@given(HOSTILE)
def test_marking_chinese_in_english_adds_a_language_and_nothing_else(text: str) -> None:
    plain, marked = Seen(render(text, "zh", "zh")), Seen(render(text, "en", "en"))
    assert marked.tags - plain.tags <= {"span"}
    assert marked.attributes - plain.attributes <= {("span", "lang")}
    assert marked.text == plain.text


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_rendered_twice_alike(text: str) -> None:
    assert render(text, "zh", "zh") == render(text, "zh", "zh")
    assert Seen(render(text, "en", "en")).tags <= TAGS | {"span"}


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("甲\n\n乙", "<p>甲</p>\n<p>乙</p>"),
        ("**办事指南。**乙", "<p><strong>办事指南。</strong>乙</p>"),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("[甲](https://a.cn/)", '<p><a href="https://a.cn/">甲</a></p>'),
        ("[甲](javascript:alert(1))", "<p><a>甲</a></p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("甲<br>乙", "<p>甲&lt;br&gt;乙</p>"),
        ("<!-- 甲 -->", "<p>&lt;!-- 甲 --&gt;</p>"),
        ("# 甲\n\n### 乙\n\n###### 丙", "<h3>甲</h3>\n<h3>乙</h3>\n<h4>丙</h4>"),
        ('[甲](https://a.cn "乙")', '<p><a href="https://a.cn">甲</a></p>'),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_markdown_is_rendered_and_tags_in_it_are_text(markdown: str, html: str) -> None:
    assert render(markdown, "zh", "zh") == html


def test_a_small_table_is_a_table_and_bars_in_a_line_are_none() -> None:
    assert render("| 日期 | 内容 |\n|-|:-:|\n| 6月15日 | **入门** |", "zh", "zh").split() == [
        *("<table>", "<thead>", "<tr>", "<th>日期</th>", "<th>内容</th>", "</tr>", "</thead>", "<tbody>", "<tr>"),
        *("<td>6月15日</td>", "<td><strong>入门</strong></td>", "</tr>", "</tbody>", "</table>"),
    ]
    assert render("线上|线下", "zh", "zh") == "<p>线上|线下</p>"



def test_chinese_on_an_english_page_says_so_once() -> None:
    assert render("甲", "zh", "en") == '<div lang="zh-CN"><p>甲</p></div>'


def test_chinese_inside_english_is_marked_part_by_part() -> None:
    assert render("the *app* 赣服通", "en", "en") == '<p>the <em>app</em> <span lang="zh-CN">赣服通</span></p>'


def test_rendered_text_is_not_escaped_again() -> None:
    html = Html("<p>甲</p>", Text("甲", "zh", "zh"))
    assert html.__html__() == html.markup() == "<p>甲</p>"


def test_the_list_of_what_may_pass_is_this_one() -> None:
    assert (safe_markdown._TAGS, safe_markdown.SCHEMES) == (TAGS, SCHEMES)


SIGNS = "甲乙Ab12 ，。、（）“”—…%/,;?.:'\"()+!-_*#\n\t&<>[]\\`~=|ǅ½²٣ ⅷ"
ANY = st.text(st.sampled_from(SIGNS), max_size=24)
LINE = st.one_of(st.text(st.sampled_from("甲Ab1 ，：.:'()!-*"), min_size=1, max_size=8), st.sampled_from(["甲", "A b", "1. 甲"]))
ITEMS = st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines))
BLOCKS = st.lists(st.one_of(LINE, LINE.map(lambda line: f"**{line}**"), ITEMS, ANY), min_size=1, max_size=4)


@given(st.one_of(ANY, BLOCKS.map("\n\n".join)))
def test_what_has_no_signs_but_plain_lists_is_what_the_library_makes_of_it(text):
    whole = in_html(unbroken, safe_markdown._by_the_library(text))
    assert safe_markdown._safe_html.__wrapped__(text) == whole


def test_paragraphs_headings_in_bold_and_lists_do_not_need_the_library():
    simple = "甲，乙。\n\n**怎样学：**\n\n- 甲；\n- 乙。\n\n完。"
    assert safe_markdown._simple(simple) == safe_markdown._by_the_library(simple)
    for more in ("甲\n乙", "1. 甲", "- 甲\n\n- 乙", "- 甲\n  乙", "甲 **乙**", "[甲](https://a.cn)", "甲_乙", ""):
        assert safe_markdown._simple(more) is None


def test_most_lines_of_the_plans_are_without_signs():
    assert safe_markdown._PLAIN.fullmatch("省网信办、省教育厅组织比赛，6月中旬开始（线上报名）。")
    assert safe_markdown._PLAIN.fullmatch("A contest for teachers and students, online: it's open to all (free).")
    assert not safe_markdown._PLAIN.fullmatch("1. 报名")
