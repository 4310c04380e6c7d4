"""Reading data files: what is accepted exactly as typed, and what is refused by name with a fix."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable

import pytest
import yaml
from yaml.cyaml import CParser

from microsite.core.problems import MOST, Mark, Problem, printable
from microsite.yamlfile import encoding as source_text
from microsite.yamlfile import yaml_parser
from microsite.yamlfile.errors import explain
from microsite.yamlfile.messages import CODES, shown
from microsite.yamlfile.tree import Mapping, Scalar, Sequence
from microsite.yamlfile.yaml_parser import PythonParser, fastest_parser, parse
from plain_trees import FILE, plain
from typed_files import ACCEPTED, REFUSED


def found(data: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem in a file."""
    problems = parse(data.encode() if isinstance(data, str) else data, FILE)[1]
    return [(problem.code, problem.mark.line, problem.mark.column) for problem in problems]


def only(data: str) -> Problem:
    (problem,) = parse(data.encode(), FILE)[1]
    return problem


@pytest.mark.parametrize("data", ACCEPTED)
def test_what_is_typed_is_what_is_read(data: str) -> None:
    node, problems = parse(data.encode(), FILE)
    assert problems == ()
    assert plain(node) == ACCEPTED[data]


def test_every_value_and_key_remembers_its_place() -> None:
    node, problems = parse(b"a: 1\nb:\n  - 'x'\n  - c:\n", FILE)
    key, empty = Scalar(Mark(FILE, 4, 5), "c", False), Scalar(Mark(FILE, 4, 7), "", False)
    inner = Mapping(Mark(FILE, 4, 5), ((key, empty),))
    items = Sequence(Mark(FILE, 3, 3), (Scalar(Mark(FILE, 3, 5), "x", True), inner))
    first = (Scalar(Mark(FILE, 1, 1), "a", False), Scalar(Mark(FILE, 1, 4), "1", False))
    tree = Mapping(Mark(FILE, 1, 1), (first, (Scalar(Mark(FILE, 2, 1), "b", False), items)))
    assert (node, problems) == (tree, ())
    assert (tree.get("b"), tree.get("c")) == (items, None)


def _short(data: object) -> str | None:
    return ascii(data)[:50] if isinstance(data, str | bytes) else None


@pytest.mark.parametrize(("data", "expected"), REFUSED, ids=_short)
def test_a_mistyped_file_is_refused_by_name_at_its_line(
    data: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert found(data) == expected


def test_every_kind_of_problem_has_an_example_here() -> None:
    assert {code for _, problems in REFUSED for code, _, _ in problems} == set(CODES)


def test_every_kind_of_problem_has_words_of_its_own_in_both_languages() -> None:
    assert [code for code, words in CODES.items() if not all(words)] == []
    assert len({zh for zh, _ in CODES.values()}) == len({en for _, en in CODES.values()}) == len(CODES)


@pytest.mark.parametrize("word", ["mapping", "scalar", "token", "sequence", "parser", "映射", "标量", "解析"])
def test_messages_use_the_words_of_the_office(word: str) -> None:
    assert [code for code, kind in CODES.items() if word in " ".join(kind)] == []


MESSAGES: dict[str, str] = {
    "lead: &a 甲\n": "jiangxi-2022.yml:1:7: lead: 不能用锚点“&a”；请把内容直接写出来，如果它就是内容，请加引号"
    " / the anchor “&a” cannot be used; write the content itself, or quote it if it is content",
    "a: 1\nx:\n  - title: 1\n    title: 2\n": "jiangxi-2022.yml:4:5: x[0]: “title”写了两次，在第 3 行和第 4 行；"
    "请删去一个，如果这里是新的一项，请在它的第一行前面写“- ”"
    " / “title” is written twice, on lines 3 and 4; delete one, or begin the first line with “- ” if this is a new item",
    "year：2024\n": "jiangxi-2022.yml:1:1: “year：2024”用了全角冒号“：”；键后面请用英文冒号加一个空格“: ”，"
    "如果整行是内容，请加引号"
    " / “year：2024” has a full-width colon; put “: ” after a key, or quote the line if it is content",
    "title: 第一 #1 活动\n": "jiangxi-2022.yml:1:8: title: “第一”后面从“#”起会被当成注释而丢掉；"
    "如果“#”是内容，请把整个内容加引号，如果是注释，请在“#”前空两格"
    " / what follows “第一” from the “#” on would be dropped as a comment; "
    "quote the whole if it is content, put two spaces before the “#” if it is a comment",
    'title: @"一"\n': "jiangxi-2022.yml:1:8: title: 内容不能以“@”开头；请加引号，写成 '@\"一\"'"
    " / content cannot begin with “@”; quote it: '@\"一\"'",
    "title: 主题: 数字\n": "jiangxi-2022.yml:1:10: title: “主题: 数字”里有“: ”，会被当成另一个键；请加引号，写成 \"主题: 数字\""
    " / “主题: 数字” contains “: ”, which would begin another key; quote it: \"主题: 数字\"",
    "a: x\u202ey\n": "jiangxi-2022.yml:1:5: “a: x”后面有改变文字方向的字符 U+202E，显示的次序会与写的不同；请删去"
    " / there is a character U+202E after “a: x” that turns text around; delete it",
    "title: 数字һ\n": "jiangxi-2022.yml:1:10: “һ”（U+04BB）不是中文文件里的字，多半是编码出了错；"
    "请对照原文重新输入，再存为 UTF-8"
    " / “һ” (U+04BB) does not belong in a Chinese file, most likely the encoding went wrong; "
    "type it again and save as UTF-8",
    "a:\n    b: 1\n  c: 2\n": "jiangxi-2022.yml:3:3: 这一行前面有 2 个空格，与上面的行对不齐；"
    "同一级的行请缩进一样多，下一级多缩进两格"
    " / this line is indented by 2 and does not line up with those above; "
    "indent lines of one level alike, and two more for the next",
    "a: \"数字\n": "jiangxi-2022.yml:1:4: a: 从这里开始的引号 \" 一直没有关；请在内容末尾补上"
    " / the quote \" that opens here is never closed; close it at the end of the content",
    "a:\n\tb: 1\n": "jiangxi-2022.yml:2:1: 这里用了制表符（Tab）；请改用空格 / there is a tab here; use spaces",
    "a:\n  b: 1\na: 2\n": "jiangxi-2022.yml:3:1: “a”写了两次，在第 1 行和第 3 行；请删去一个，如果这里是新的一项，请在它的第一行前面写“- ”"
    " / “a” is written twice, on lines 1 and 3; delete one, or begin the first line with “- ” if this is a new item",
    "x: {\n?a: b}\n": "jiangxi-2022.yml:2:1: x: 内容不能以“?”开头；请加引号，写成 \"?a\""
    " / content cannot begin with “?”; quote it: \"?a\"",
    "*x\n": "jiangxi-2022.yml:1:1: 不能用引用“*x”；请把内容直接写出来，如果它就是内容，请加引号"
    " / the reference “*x” cannot be used; write the content itself, or quote it if it is content",
    "a: '数һ'\n": "jiangxi-2022.yml:1:6: “һ”（U+04BB）不是中文文件里的字，多半是编码出了错；"
    "请对照原文重新输入，再存为 UTF-8"
    " / “һ” (U+04BB) does not belong in a Chinese file, most likely the encoding went wrong; "
    "type it again and save as UTF-8",
    'a: "\\u0430\\u0431"\n': "jiangxi-2022.yml:1:4: a: “аб”（U+0430）不是中文文件里的字，多半是编码出了错；"
    "请对照原文重新输入，再存为 UTF-8"
    " / “аб” (U+0430) does not belong in a Chinese file, most likely the encoding went wrong; "
    "type it again and save as UTF-8",
    'a: "数\\u200b"\n': "jiangxi-2022.yml:1:4: a: “数”后面有看不见的字符 U+200B；请删去"
    " / there is an invisible character U+200B after “数”; delete it",
}  # fmt: skip


@pytest.mark.parametrize("data", MESSAGES)
def test_a_message_says_where_what_and_the_fix_in_both_languages(data: str) -> None:
    assert str(only(data)) == MESSAGES[data]


def test_a_value_of_a_hundred_thousand_characters_is_read_and_one_more_is_told_with_both_numbers() -> None:
    longest = "字" * 100_000
    node, problems = parse(f"a: {longest}\n".encode(), FILE)
    assert (plain(node) == {"a": longest}, problems) == (True, ())
    assert str(only(f"a: {longest}字\n")) == (
        "jiangxi-2022.yml:1:4: a: 这项内容有 100001 字，最多 100000 字；请检查引号是否忘了关，或把内容拆开"
        " / this has 100001 characters, the limit is 100000; check for a missing closing quote, or split it"
    )


def test_a_reference_as_a_key_is_told_once_whatever_was_told_before() -> None:
    assert found("a: *y\n*x : 1\n") == [("yaml-alias", 1, 4), ("yaml-alias", 2, 1)]


@pytest.mark.parametrize("data", ["{", "[", "lead: ["])
def test_a_bracket_that_opens_at_the_very_end_is_told_with_nothing_that_is_not_in_the_file(data: str) -> None:
    told = only(data)
    shown_sign = told.en.removeprefix("the brackets from “").partition("” on are incomplete")[0]
    assert (told.code, shown_sign in data) == ("yaml-brackets", True)


def test_a_key_that_is_no_text_has_no_name_in_what_is_told_of_its_value() -> None:
    key, value = parse(b"? [a]\n: *x\n", FILE)[1]
    assert key.code == "yaml-complex-key"
    assert str(value) == (
        "jiangxi-2022.yml:2:3: 不能用引用“*x”；请把内容直接写出来，如果它就是内容，请加引号"
        " / the reference “*x” cannot be used; write the content itself, or quote it if it is content"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_file_two_bytes_wide_is_recognised_without_its_mark_whatever_its_line_ends(
    encoding: str, end: str
) -> None:
    assert found(f"title: 数字{end}".encode(encoding)) == [("yaml-utf16", 1, 1)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["lf", "crlf", "cr"])
def test_zero_bytes_make_a_file_two_bytes_wide_only_where_they_are_one_in_fifty(end: bytes) -> None:
    """Two zero bytes in a hundred are many, in a hundred and one they are strays, which are told each."""
    hundred = b"a:\0\n\0#" + b"\n" * 94
    assert (len(hundred), hundred.count(0)) == (100, 2)
    assert found(hundred.replace(b"\n", end)) == [("yaml-utf16", 1, 1)]
    strays = [("yaml-control-character", 1, 3), ("yaml-control-character", 2, 1)]
    assert found((hundred + b"#").replace(b"\n", end)) == strays


def test_what_a_terminal_would_obey_is_shown_by_its_code() -> None:
    assert printable("a\x1b[2J\u3000b\n") == "a<U+001B>[2J\u3000b<U+000A>"


@pytest.mark.parametrize(
    ("text", "in_a_message"),
    [
        ("字" * 40, "字" * 40),
        ("字" * 41, "字" * 40 + "…"),
        ("甲" + " " * 158 + "乙", "甲 乙"),
        ("甲" + " " * 159 + "乙", "甲…"),
        ("甲\u200b\n  乙", "甲<U+200B> 乙"),
    ],
    ids=["40", "41", "160", "161", "hidden"],
)
def test_a_message_repeats_one_short_line_of_what_was_typed(text: str, in_a_message: str) -> None:
    assert shown(text) == in_a_message


def test_what_a_later_parser_may_complain_of_is_told_at_its_place() -> None:
    lines, place = ["a: 1", "b: 2"], yaml.Mark("", 0, 1, 3, None, None)
    told = explain(yaml.MarkedYAMLError("while dreaming", None, "found a sheep", place), lines, FILE)
    assert (told.mark, told.code, "“2”" in told.zh) == (Mark(FILE, 2, 4), "yaml-syntax", True)
    told = explain(yaml.MarkedYAMLError("while dreaming", place), lines, FILE)
    assert (told.mark, told.code, "“2”" in told.zh) == (Mark(FILE, 2, 4), "yaml-syntax", True)
    told = explain(yaml.MarkedYAMLError(), lines, FILE)
    assert (told.mark, told.code, "“a: 1”" in told.zh) == (Mark(FILE, 1, 1), "yaml-syntax", True)


def test_a_file_with_a_hidden_character_is_still_read_so_that_other_checks_can_go_on() -> None:
    node, problems = parse('a: x\u200by\nb: "z\\u202e"\nb: 3\n'.encode(), FILE)
    assert plain(node) == {"a": "xy", "b": "z"}
    assert [problem.code for problem in problems] == [
        "yaml-invisible-character", "yaml-bidi-character", "yaml-duplicate-key"]  # fmt: skip


@pytest.mark.parametrize("data", [data for data, problems in REFUSED if "yaml-alias" in str(problems)])
def test_a_file_that_says_something_else_than_it_seems_gives_no_tree(data: str) -> None:
    assert parse(data.encode(), FILE)[0] is None


def test_a_mistake_made_a_thousand_times_does_not_hide_the_others() -> None:
    codes = [code for code, _, _ in found("- *a\n" * 1000 + "- &b c\n")]
    assert (codes.count("yaml-alias"), codes.count("yaml-anchor")) == (MOST, 1)


def test_a_thousand_wrong_indentations_do_not_hide_those_of_another_kind() -> None:
    codes = [code for code, _, _ in found("\ta: 1\n" * 1000 + "　b: 1\n")]
    assert (codes.count("yaml-tab"), codes.count("yaml-wide-space")) == (MOST, 1)


@pytest.mark.parametrize(
    "data", [d for d in [*ACCEPTED, *dict(REFUSED)] if isinstance(d, str) and len(d) < 999]
)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_windows_and_old_macs_change_nothing(data: str, end: str) -> None:
    assert parse(data.replace("\n", end).encode(), FILE) == parse(data.encode(), FILE)


def test_a_byte_order_mark_changes_nothing() -> None:
    assert parse("a: 数\n".encode("utf-8-sig"), FILE) == parse("a: 数\n".encode(), FILE)


@pytest.fixture
def without_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "PARSER", PythonParser)


def test_the_c_library_is_used_where_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fastest_parser() is CParser
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    assert fastest_parser() is PythonParser


@pytest.mark.usefixtures("without_c_library")
@pytest.mark.parametrize("data", ACCEPTED)
def test_without_the_c_library_the_same_is_read(data: str) -> None:
    node, problems = parse(data.encode(), FILE)
    assert (plain(node), problems) == (ACCEPTED[data], ())


@pytest.mark.usefixtures("without_c_library")
@pytest.mark.parametrize(("data", "expected"), REFUSED, ids=_short)
def test_without_the_c_library_the_same_is_refused(
    data: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert [(code, line) for code, line, _ in found(data)] == [(code, line) for code, line, _ in expected]


@pytest.mark.usefixtures("without_c_library")
def test_without_the_c_library_a_number_beyond_all_characters_is_told() -> None:
    assert found('a: 1\nb: "\\UFFFFFFFF"\n') == [("yaml-bad-escape", 2, 5)]


@pytest.mark.usefixtures("without_c_library")
def test_without_the_c_library_an_unknown_directive_is_told_by_its_sign() -> None:
    assert str(only("%foo bar\n---\na: 1\n")) == (
        "jiangxi-2022.yml:1:1: 不能用以“%”开头的指令“%foo bar”；请删去这一行"
        " / the directive “%foo bar” cannot be used; delete this line"
    )


def _laughs() -> str:
    names = [f"a{n}" for n in range(1, 10)]
    lines = ["a0: &a0 [ha, ha, ha, ha]"]
    lines += [f"{name}: &{name} [{', '.join([f'*a{n}'] * 9)}]" for n, name in enumerate(names)]
    return "\n".join(lines)


HOSTILE: dict[str, tuple[Callable[[], str], str]] = {
    "50,000 open brackets": (lambda: "[" * 50_000, "yaml-too-deep"),
    "50,000 open braces": (lambda: "{a: " * 50_000, "yaml-too-deep"),
    "50,000 dashes": (lambda: "- " * 50_000, "yaml-too-deep"),
    "50,000 question marks": (lambda: "? " * 50_000, "yaml-too-deep"),
    "1,900 levels of indentation": (
        lambda: "".join(" " * n + "a:\n" for n in range(1900)), "yaml-too-deep"),
    "a billion laughs": (_laughs, "yaml-anchor"),
    "a value of 1.7 MB": (lambda: "a: " + "字" * 560_000, "yaml-too-long"),
    "a value of 1.7 MB in lines": (lambda: "a:\n" + "  字\n" * 280_000, "yaml-too-long"),
    "a million tabs": (lambda: "\t\n" * 1_000_000, "yaml-tab"),
    "600,000 invisible characters": (lambda: "a: " + "\u200b" * 600_000, "yaml-invisible-character"),
    "199,000 references in a line": (lambda: "[" + "*a," * 199_000 + "]", "yaml-alias"),
    "24,000 braces without a colon": (
        lambda: "{" + ",".join(f"k{n}" for n in range(24_000)) + "}", "yaml-braces"),
    "24,000 repeated keys": (lambda: "a: v\n" * 24_000, "yaml-duplicate-key"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_by_name(name: str) -> None:
    make, code = HOSTILE[name]
    assert code in {problem.code for problem in parse(make().encode(), FILE)[1]}


def test_many_keys_are_read_in_proportion_to_their_number() -> None:
    """Steps of the program are counted: how long they take says more about the machine."""

    def steps(count: int) -> int:
        data, taken = "".join(f"k{n}: v\n" for n in range(count)).encode(), itertools.count()
        sys.setprofile(lambda *_: next(taken) and None)
        try:
            node, problems = parse(data, FILE)
        finally:
            sys.setprofile(None)
        assert (isinstance(node, Mapping) and len(node.entries), problems) == (count, ())
        return next(taken)

    assert steps(20_000) < 10.1 * steps(2_000)


def test_twelve_levels_are_accepted() -> None:
    assert found("[" * 12 + "x" + "]" * 12) == []


def test_a_file_is_read_up_to_its_limit_of_bytes_and_told_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_text, "MAX_BYTES", 10)
    assert parse(b"a: 1234567", FILE)[1] == ()
    told = only("a: 12345678")
    assert (told.code, told.mark) == ("yaml-too-big", Mark(FILE, 1, 1))
    assert told.zh == "文件太大，最多 10 字节；请拆成几个文件"
    assert told.en == "the file is too large, the limit is 10 bytes; split it into several files"


def test_a_file_is_read_up_to_its_limit_of_entries_and_told_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "MAX_NODES", 4)
    assert parse(b"- a\n- b\n- c\n", FILE)[1] == ()
    told = only("- a\n- b\n- c\n- d\n- e\n")
    assert (told.code, told.mark) == ("yaml-too-many", Mark(FILE, 4, 3))
    assert told.zh == "文件里超过了 4 项；请拆成几个文件"
    assert told.en == "the file has more than 4 entries; split it into several files"


def test_what_stands_right_above_a_wrongly_indented_line_is_told_too() -> None:
    assert found("a: 1\nb: &x 2\n\u3000c: 3\n") == [("yaml-anchor", 2, 4), ("yaml-wide-space", 3, 1)]


def test_a_backslash_at_the_start_of_a_line_is_told_with_its_sign() -> None:
    assert only('a: "C:\n\\data"\n').zh == "双引号里不能写“\\d”；请改用单引号，或把反斜线写两次"


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ("  - id: a\n\ttitle: 甲\n", "yaml-tab"),
        ("\t- id: a\n\t\ttitle: 甲\n", "yaml-tab"),
        ("  - id: a\n　　title: 甲\n", "yaml-wide-space"),
        ("  - id: a\n   title: 甲\n", "yaml-indentation"),
        ('  - id: "a\n    title: 甲\n', "yaml-open-quote"),
        ("  - id: a\n    topics: [甲, 乙\n", "yaml-brackets"),
        ("  - id: a\n    topics: [甲,\n      乙\n", "yaml-brackets"),
        ("  - id: a\n    title: @甲\n", "yaml-leading-sign"),
        ('  - id: a\n    title: "甲" 乙\n', "yaml-after-quote"),
        ("  - id: a\n    topics: [甲] 乙\n", "yaml-after-brackets"),
        ('  - id: a\n    title: "C:\\甲"\n', "yaml-bad-escape"),
        ("  - id: a\n    title: |甲\n", "yaml-block-text"),
    ],
)
def test_no_slip_of_form_hides_another_behind_it(slip: str, code: str) -> None:
    """What is wrong in another record lines below is told in the same answer, and nothing besides."""
    text = f"activities:\n  - id: z\n    title: 癸\n{slip}  - id: b\n    when：6月\n    title: 乙\n"
    told = {(each, line) for each, line, _ in found(text)}
    behind = ("yaml-fullwidth-colon", text[: text.index("：")].count("\n") + 1)
    assert behind in told
    assert {each for each, _ in told - {behind}} == {code}


@pytest.mark.parametrize("moved", [" ", "   ", "\t", "", "      "])
@pytest.mark.parametrize("line", range(2, 10))
def test_of_one_line_that_is_set_in_wrongly_no_line_far_below_is_told(line: int, moved: str) -> None:
    """Records that are right follow: none of their lines may be taken for the wrong one."""
    record = "  - id: {0}\n    title: 甲\n    when: 6月\n    parts:\n      - id: {0}1\n        name: 乙\n    lead: 丙\n    cost: 免费\n"
    lines = ("activities:\n" + "".join(record.format(each) for each in "abcd")).split("\n")
    lines[line - 1] = moved + lines[line - 1].lstrip()
    behind = 8 if moved == "" and line == 5 else line  # a key that opens a list may stand there, and the next one may not
    assert {at for _, at, _ in found("\n".join(lines))} <= {line - 1, line, line + 1, behind, 10}


def test_a_record_without_its_dash_is_told_once_and_as_that() -> None:
    text = "a:\n  - id: a\n    title: 甲\n    when: 6月\n    id: b\n    title: 乙\n    when: 7月\n"
    (problem,) = parse(text.encode(), FILE)[1]
    assert (problem.code, problem.mark.line) == ("yaml-duplicate-key", 5)
    assert "在它的第一行前面写“- ”" in problem.zh


def test_a_quote_that_closes_where_another_value_begins_is_told_where_it_opened() -> None:
    assert found('name: "2027年\ncolour: "#0b4f8a"\n') == [("yaml-open-quote", 1, 7)]
